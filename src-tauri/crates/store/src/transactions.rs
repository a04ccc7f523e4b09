//! Transactions with their postings and tags: read by id, written and taken away in bulk.

use crate::insert::Insert;
use crate::names::Names;
use crate::rollup::Rollup;
use crate::search;
use crate::split::{join, split};
use crate::table::corrupt;
use crate::{Reader, StoreError, Writer};
use ledger::{
    AccountId, Amount, BatchId, CommodityId, Day, Origin, PayeeId, Posting, Sorting, Status, TagId,
    Transaction, TransactionId,
};
use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Row, Sqlite};
use std::collections::HashMap;

/// Rows a statement inserts: enough that its fixed cost disappears, few enough for SQLite's limit on values.
const POSTINGS_A_STATEMENT: usize = 500;
const TRANSACTIONS_A_STATEMENT: usize = 500;

/// An existing posting that a statement row may be about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Its transaction.
    pub transaction: TransactionId,
    /// Its place among the transaction's postings, counted from 0.
    pub ordinal: u32,
    /// Its amount.
    pub amount: Amount,
    /// How sure we are of it.
    pub status: Status,
    /// `true` when a statement of another account brought the transaction.
    pub from_other_side: bool,
    /// The bank's text of the transaction.
    pub description: String,
    /// The payee's name.
    pub payee: Option<String>,
    /// Where the posting came from, if it was imported.
    pub origin: Option<Origin>,
    /// The layout that its import was read with, if one was remembered.
    pub profile: Option<i64>,
    /// The format of its import.
    pub format: Option<String>,
    /// Who chose the category.
    pub sorting: Sorting,
}

const CANDIDATES: &str = "SELECT p.txn_id, p.commodity_id, p.ordinal, p.high, p.low, p.status, p.batch_id, p.line,
        p.fingerprint, p.external_id, t.description, t.sorting, payee.name AS payee, batch.profile_id, batch.format,
        p.batch_id IS NULL AND EXISTS (
            SELECT 1 FROM posting AS q WHERE q.txn_id = p.txn_id AND q.batch_id IS NOT NULL
        ) AS other_side
    FROM posting AS p
    JOIN txn AS t ON t.id = p.txn_id
    LEFT JOIN payee ON payee.id = t.payee_id
    LEFT JOIN batch ON batch.id = p.batch_id";

impl Reader {
    /// These transactions, in order of id; ids without a transaction are left out.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn transactions(&mut self, ids: &[TransactionId]) -> Result<Vec<Transaction>, StoreError> {
        let wanted = id_list(ids);
        let mut postings: HashMap<i64, Vec<(i64, Posting)>> = HashMap::new();
        let rows = sqlx::query(
            "SELECT txn_id, commodity_id, ordinal, account_id, high, low, status, memo, batch_id, line, fingerprint,
                external_id
             FROM posting WHERE txn_id IN (SELECT value FROM json_each(?))",
        )
        .bind(&wanted)
        .fetch_all(self.connection())
        .await?;
        for row in &rows {
            postings.entry(row.try_get(0)?).or_default().push((row.try_get(2)?, read_posting(row)?));
        }
        let mut tags: HashMap<i64, Vec<TagId>> = HashMap::new();
        let rows: Vec<(i64, i64)> = sqlx::query_as(
            "SELECT txn_id, tag_id FROM txn_tag WHERE txn_id IN (SELECT value FROM json_each(?)) ORDER BY tag_id",
        )
        .bind(&wanted)
        .fetch_all(self.connection())
        .await?;
        for (id, tag) in rows {
            tags.entry(id).or_default().push(TagId(tag));
        }
        let rows = sqlx::query(
            "SELECT id, payee_id, description, note, sorting FROM txn
             WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
        )
        .bind(&wanted)
        .fetch_all(self.connection())
        .await?;
        rows.iter()
            .map(|row| {
                let number: i64 = row.try_get("id")?;
                let id = transaction_id(number)?;
                let mut legs = postings.remove(&number).unwrap_or_default();
                legs.sort_by_key(|(ordinal, _)| *ordinal);
                let mut transaction = Transaction::new(id, legs.into_iter().map(|(_, leg)| leg).collect())?;
                transaction.payee = row.try_get::<Option<i64>, _>("payee_id")?.map(PayeeId);
                transaction.description = row.try_get("description")?;
                transaction.note = row.try_get("note")?;
                transaction.tags = tags.remove(&number).unwrap_or_default();
                transaction.sorting = read_sorting(row.try_get("sorting")?)?;
                Ok(transaction)
            })
            .collect()
    }

    /// The postings of an account between two days that a statement row may be about, oldest first.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn candidates(
        &mut self,
        account: AccountId,
        from: Day,
        to: Day,
    ) -> Result<Vec<Candidate>, StoreError> {
        let sql = format!(
            "{CANDIDATES} WHERE p.account_id = ? AND p.txn_id BETWEEN ? AND ?
             ORDER BY p.txn_id, p.commodity_id, p.ordinal"
        );
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(account.0)
            .bind(TransactionId::first_on(from).number())
            .bind(TransactionId::last_on(to).number())
            .fetch_all(self.connection())
            .await?;
        rows.iter().map(read_candidate).collect()
    }

    /// The postings of an account that statement rows with these fingerprints brought, wherever they have moved since.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn candidates_by_fingerprint(
        &mut self,
        account: AccountId,
        fingerprints: &[i64],
    ) -> Result<Vec<Candidate>, StoreError> {
        let sql = format!(
            "{CANDIDATES} WHERE p.account_id = ? AND p.fingerprint IN (SELECT value FROM json_each(?))
             ORDER BY p.txn_id, p.commodity_id, p.ordinal"
        );
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(account.0)
            .bind(serde_json::json!(fingerprints).to_string())
            .fetch_all(self.connection())
            .await?;
        rows.iter().map(read_candidate).collect()
    }

    /// `true` when the transaction of this serial number is on or before a day. The key begins with the day, so this looks
    /// through all of them up to it.
    pub(crate) async fn has_serial_through(&mut self, serial: u32, day: Day) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM txn WHERE id <= ? AND id & 4294967295 = ?)";
        Ok(sqlx::query_scalar(sql)
            .bind(TransactionId::last_on(day).number())
            .bind(i64::from(serial))
            .fetch_one(self.connection())
            .await?)
    }

    /// The ids of every transaction between two days, oldest first, at most `limit`, starting after `after`.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn transaction_ids(
        &mut self,
        after: Option<TransactionId>,
        from: Day,
        to: Day,
        limit: u32,
    ) -> Result<Vec<TransactionId>, StoreError> {
        let first = TransactionId::first_on(from).number();
        let start = after.map_or(first, |after| (after.number() + 1).max(first));
        let ids: Vec<i64> =
            sqlx::query_scalar("SELECT id FROM txn WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?")
                .bind(start)
                .bind(TransactionId::last_on(to).number())
                .bind(limit)
                .fetch_all(self.connection())
                .await?;
        ids.into_iter().map(transaction_id).collect()
    }
}

impl Writer {
    /// Writes new transactions, in order.
    pub(crate) async fn insert_transactions(
        &mut self,
        transactions: &[&Transaction],
        names: &Names,
        rollup: &mut Rollup,
    ) -> Result<(), StoreError> {
        let payees =
            self.payee_names(transactions.iter().filter_map(|transaction| transaction.payee)).await?;
        let legs: Vec<(i64, i64, &Posting)> = transactions
            .iter()
            .flat_map(|transaction| {
                let id = transaction.id.number();
                (0_i64..).zip(transaction.postings()).map(move |(ordinal, posting)| (id, ordinal, posting))
            })
            .collect();
        insert_postings(self, &legs).await?;
        insert_heads(self, transactions).await?;
        let tags: Vec<(i64, i64)> = transactions
            .iter()
            .flat_map(|transaction| transaction.tags.iter().map(|tag| (transaction.id.number(), tag.0)))
            .collect();
        for chunk in tags.chunks(TRANSACTIONS_A_STATEMENT) {
            let mut sql = QueryBuilder::<Sqlite>::new("INSERT INTO txn_tag (txn_id, tag_id) ");
            sql.push_values(chunk, |mut row, (id, tag)| {
                row.push_bind(id).push_bind(tag);
            });
            sql.build().execute(self.connection()).await?;
        }
        search::index(self, transactions, names, &payees).await?;
        self.count_transactions(transactions, names, &payees, rollup, 1);
        Ok(())
    }

    /// Takes transactions away.
    pub(crate) async fn delete_transactions(
        &mut self,
        transactions: &[&Transaction],
        names: &Names,
        rollup: &mut Rollup,
    ) -> Result<(), StoreError> {
        let payees =
            self.payee_names(transactions.iter().filter_map(|transaction| transaction.payee)).await?;
        let ids: Vec<TransactionId> = transactions.iter().map(|transaction| transaction.id).collect();
        search::forget(self, &ids).await?;
        sqlx::query("DELETE FROM txn WHERE id IN (SELECT value FROM json_each(?))")
            .bind(id_list(&ids))
            .execute(self.connection())
            .await?;
        self.count_transactions(transactions, names, &payees, rollup, -1);
        Ok(())
    }

    fn count_transactions(
        &self,
        transactions: &[&Transaction],
        names: &Names,
        payees: &HashMap<PayeeId, String>,
        rollup: &mut Rollup,
        sign: i64,
    ) {
        for transaction in transactions {
            let payee = transaction.payee.and_then(|id| payees.get(&id)).map_or("", String::as_str);
            rollup.count(transaction, names, payee, self.words, sign);
        }
    }
}

async fn insert_postings(writer: &mut Writer, legs: &[(i64, i64, &Posting)]) -> Result<(), StoreError> {
    let mut insert = Insert::new(
        "INSERT INTO posting (txn_id, commodity_id, ordinal, account_id, high, low, status, memo, batch_id, line,
            fingerprint, external_id)",
        12,
    );
    for chunk in legs.chunks(POSTINGS_A_STATEMENT) {
        insert.reserve(chunk.len());
        for (id, ordinal, posting) in chunk {
            let (high, low) = split(posting.amount.quantity);
            let origin = posting.origin.as_ref();
            for number in [*id, posting.amount.commodity.0, *ordinal, posting.account.0] {
                insert.bind(number)?;
            }
            for number in [high, low, posting.status.number()] {
                insert.bind(number)?;
            }
            insert.bind(Some(posting.memo.as_str()).filter(|memo| !memo.is_empty()))?;
            insert.bind(origin.map(|origin| origin.batch.0))?;
            insert.bind(origin.map(|origin| i64::from(origin.line)))?;
            insert.bind(origin.map(|origin| origin.fingerprint))?;
            insert.bind(origin.and_then(|origin| origin.external_id.as_deref()))?;
            insert.end_row();
        }
        insert.execute(writer.connection()).await?;
    }
    Ok(())
}

async fn insert_heads(writer: &mut Writer, transactions: &[&Transaction]) -> Result<(), StoreError> {
    let mut insert = Insert::new("INSERT INTO txn (id, payee_id, description, note, sorting)", 5);
    for chunk in transactions.chunks(TRANSACTIONS_A_STATEMENT) {
        insert.reserve(chunk.len());
        for transaction in chunk {
            insert.bind(transaction.id.number())?;
            insert.bind(transaction.payee.map(|payee| payee.0))?;
            insert.bind(transaction.description.as_str())?;
            insert.bind(transaction.note.as_str())?;
            insert.bind(write_sorting(&transaction.sorting)?)?;
            insert.end_row();
        }
        insert.execute(writer.connection()).await?;
    }
    Ok(())
}

/// Ids as a JSON array, for `IN (SELECT value FROM json_each(?))`.
pub(crate) fn id_list(ids: &[TransactionId]) -> String {
    serde_json::json!(ids.iter().map(|id| id.number()).collect::<Vec<_>>()).to_string()
}

pub(crate) fn transaction_id(number: i64) -> Result<TransactionId, StoreError> {
    TransactionId::from_number(number).ok_or_else(|| corrupt(format!("transaction id {number}")))
}

pub(crate) fn read_status(number: i64) -> Result<Status, StoreError> {
    Status::from_number(number).ok_or_else(|| corrupt(format!("status {number}")))
}

fn read_candidate(row: &SqliteRow) -> Result<Candidate, StoreError> {
    let quantity = join(row.try_get("high")?, row.try_get("low")?)?;
    Ok(Candidate {
        transaction: transaction_id(row.try_get("txn_id")?)?,
        ordinal: u32::try_from(row.try_get::<i64, _>("ordinal")?).map_err(corrupt)?,
        amount: Amount::new(quantity, CommodityId(row.try_get("commodity_id")?)),
        status: read_status(row.try_get("status")?)?,
        from_other_side: row.try_get::<i64, _>("other_side")? != 0,
        description: row.try_get("description")?,
        payee: row.try_get("payee")?,
        origin: read_origin(row)?,
        profile: row.try_get("profile_id")?,
        format: row.try_get("format")?,
        sorting: read_sorting(row.try_get("sorting")?)?,
    })
}

fn read_posting(row: &SqliteRow) -> Result<Posting, StoreError> {
    let quantity = join(row.try_get("high")?, row.try_get("low")?)?;
    Ok(Posting {
        account: AccountId(row.try_get("account_id")?),
        amount: Amount::new(quantity, CommodityId(row.try_get("commodity_id")?)),
        status: read_status(row.try_get("status")?)?,
        memo: row.try_get::<Option<String>, _>("memo")?.unwrap_or_default(),
        origin: read_origin(row)?,
    })
}

fn read_origin(row: &SqliteRow) -> Result<Option<Origin>, StoreError> {
    let Some(batch) = row.try_get::<Option<i64>, _>("batch_id")? else { return Ok(None) };
    Ok(Some(Origin {
        batch: BatchId(batch),
        line: u32::try_from(row.try_get::<i64, _>("line")?).map_err(corrupt)?,
        fingerprint: row.try_get("fingerprint")?,
        external_id: row.try_get("external_id")?,
    }))
}

fn write_sorting(sorting: &Sorting) -> Result<Option<String>, StoreError> {
    match sorting {
        Sorting::Nobody => Ok(None),
        Sorting::Person => Ok(Some(r#"{"by":"person"}"#.to_owned())),
        other => serde_json::to_string(other).map(Some).map_err(corrupt),
    }
}

pub(crate) fn read_sorting(text: Option<String>) -> Result<Sorting, StoreError> {
    text.map_or(Ok(Sorting::Nobody), |text| serde_json::from_str(&text).map_err(corrupt))
}
