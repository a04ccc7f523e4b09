//! Substring search over everything a transaction says, in any script.
//!
//! FTS5's trigram index finds any run of three or more characters. Two end marks after the text put each of its last
//! characters into a trigram too, so that one or two characters are found through the index's own list of terms.

use crate::names::Names;
use crate::transactions::{id_list, transaction_id};
use crate::{Reader, StoreError, Writer};
use ledger::{PayeeId, Transaction, TransactionId};
use sqlx::{QueryBuilder, Sqlite};
use std::collections::HashMap;
use std::fmt::Write as _;
use unicode_normalization::UnicodeNormalization;

/// One statement per this many rows: FTS5 writes its pending terms out at the end of each statement.
const ROWS_A_STATEMENT: usize = 16_000;
/// Ends every indexed text twice; no one types it.
const END: char = '\u{1f}';
/// The most trigrams that a search of one or two characters is widened to.
const TERMS: i64 = 2_000;

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchHits {
    /// How many transactions match.
    pub total: u64,
    /// The newest of them, as many as asked for.
    pub newest: Vec<TransactionId>,
}

/// Puts the text of transactions into the index.
pub(crate) async fn index(
    writer: &mut Writer,
    transactions: &[&Transaction],
    names: &Names,
    payees: &HashMap<PayeeId, String>,
) -> Result<(), StoreError> {
    for chunk in transactions.chunks(ROWS_A_STATEMENT) {
        let mut sql = QueryBuilder::<Sqlite>::new("INSERT INTO search (rowid, body) ");
        sql.push_values(chunk, |mut row, transaction| {
            let payee = transaction.payee.and_then(|id| payees.get(&id));
            row.push_bind(transaction.id.number()).push_bind(body(
                transaction,
                names,
                payee.map(String::as_str),
            ));
        });
        sql.build().persistent(false).execute(writer.connection()).await?;
    }
    Ok(())
}

/// Takes transactions out of the index.
pub(crate) async fn forget(writer: &mut Writer, ids: &[TransactionId]) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM search WHERE rowid IN (SELECT value FROM json_each(?))")
        .bind(id_list(ids))
        .execute(writer.connection())
        .await?;
    Ok(())
}

/// Payee, bank text, note, memos and the amounts of a transaction, each on a line.
fn body(transaction: &Transaction, names: &Names, payee: Option<&str>) -> String {
    let mut body = String::with_capacity(96);
    let memos = transaction.postings().iter().map(|posting| posting.memo.as_str());
    for text in
        [payee.unwrap_or_default(), &transaction.description, &transaction.note].into_iter().chain(memos)
    {
        if !text.is_empty() {
            body.push_str(text);
            body.push('\n');
        }
    }
    let mut last = None;
    for posting in transaction.postings().iter().filter(|posting| names.is_holding(posting.account)) {
        let amount = posting.amount.quantity.magnitude().to_decimal(names.scale(posting.amount.commodity));
        if last != Some(amount) {
            // Writing into a String cannot fail.
            let _ = writeln!(body, "{amount}");
            last = Some(amount);
        }
    }
    body.push(END);
    body.push(END);
    body
}

impl Reader {
    /// The transactions whose text contains `text`, ignoring case.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn search(&mut self, text: &str, limit: u32) -> Result<SearchHits, StoreError> {
        let Some(query) = self.search_query(text).await? else {
            return Ok(SearchHits { total: 0, newest: Vec::new() });
        };
        let total: i64 = sqlx::query_scalar("SELECT count(*) FROM search WHERE search MATCH ?")
            .bind(&query)
            .fetch_one(self.connection())
            .await?;
        let newest: Vec<i64> =
            sqlx::query_scalar("SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?")
                .bind(&query)
                .bind(limit)
                .fetch_all(self.connection())
                .await?;
        Ok(SearchHits {
            total: u64::try_from(total).unwrap_or_default(),
            newest: newest.into_iter().map(transaction_id).collect::<Result<_, _>>()?,
        })
    }

    /// The FTS5 query for a substring; `None` when nothing can match.
    pub(crate) async fn search_query(&mut self, text: &str) -> Result<Option<String>, StoreError> {
        let text = text.trim();
        let folded = fold(text);
        match folded.chars().count() {
            0 => Ok(None),
            1 | 2 => self.short_query(text, &folded).await,
            _ => Ok(Some(phrase(text))),
        }
    }

    /// The terms that start with a text, folded or only in small letters: the index leaves letters with two accents whole.
    async fn short_query(&mut self, text: &str, folded: &str) -> Result<Option<String>, StoreError> {
        let terms: Vec<String> = sqlx::query_scalar(
            "SELECT term FROM search_term WHERE term >= ?1 AND term < ?1 || char(1114111)
             UNION
             SELECT term FROM search_term WHERE term >= ?2 AND term < ?2 || char(1114111) LIMIT ?3",
        )
        .bind(folded)
        .bind(text.to_lowercase())
        .bind(TERMS)
        .fetch_all(self.connection())
        .await?;
        let terms: Vec<String> = terms.iter().map(|term| phrase(term)).collect();
        Ok(Some(terms.join(" OR ")).filter(|query| !query.is_empty()))
    }
}

/// A text as the index keeps it: small letters without the accents that `remove_diacritics` takes off.
fn fold(text: &str) -> String {
    text.to_lowercase().nfd().filter(|letter| !('\u{300}'..='\u{331}').contains(letter)).collect()
}

fn phrase(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}
