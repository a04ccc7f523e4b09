//! Balances and flows, from the monthly sums; only months that a period cuts are read posting by posting.

use crate::split::join;
use crate::table::corrupt;
use crate::{Reader, StoreError};
use ledger::{
    AccountId, AccountKind, AccountType, Balance, CommodityId, Day, Flow, Month, PayeeFlow, PayeeId,
    Quantity, TransactionId,
};

/// Days of whole months, and the days before and after them.
struct Span {
    whole: Option<(Month, Month)>,
    parts: Vec<(Day, Day)>,
}

impl Span {
    fn new(from: Day, to: Day) -> Self {
        let (mut first, mut last) = (Month::of(from), Month::of(to));
        let mut parts = Vec::new();
        let cuts_first = first.first() < from;
        let cuts_last = to < last.last();
        if first == last && (cuts_first || cuts_last) {
            return Self { whole: None, parts: if from <= to { vec![(from, to)] } else { Vec::new() } };
        }
        if cuts_first {
            parts.push((from, first.last()));
            first = first.offset(1);
        }
        if cuts_last {
            parts.push((last.first(), to));
            last = last.offset(-1);
        }
        Self { whole: Some((first, last)).filter(|_| first <= last), parts }
    }
}

const PART: &str = "SELECT p.account_id, p.commodity_id, sum(p.high), sum(p.low), count(*)
    FROM account AS a CROSS JOIN posting AS p INDEXED BY posting_by_account ON p.account_id = a.id
    WHERE a.kind IN (SELECT value FROM json_each(?)) AND p.txn_id BETWEEN ? AND ? GROUP BY 1, 2";

type Sum = (i64, i64, i64, i64, i64);

impl Reader {
    /// What every account holds of every commodity: now, or at the end of a day.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn balances(&mut self, at: Option<Day>) -> Result<Vec<Balance>, StoreError> {
        let rows: Vec<Sum> = match at {
            None => {
                sqlx::query_as(
                    "SELECT account_id, commodity_id, sum(high), sum(low), sum(postings) FROM month_balance
                     GROUP BY account_id, commodity_id",
                )
                .fetch_all(self.connection())
                .await?
            }
            Some(day) => {
                let month = Month::of(day);
                sqlx::query_as(
                    "SELECT account_id, commodity_id, sum(high), sum(low), sum(postings) FROM (
                        SELECT account_id, commodity_id, high, low, postings FROM month_balance WHERE month < ?
                        UNION ALL
                        SELECT p.account_id, p.commodity_id, p.high, p.low, 1
                        FROM account AS a CROSS JOIN posting AS p INDEXED BY posting_by_account ON p.account_id = a.id
                        WHERE p.txn_id BETWEEN ? AND ?
                     ) GROUP BY account_id, commodity_id",
                )
                .bind(month.number())
                .bind(TransactionId::first_on(month.first()).number())
                .bind(TransactionId::last_on(day).number())
                .fetch_all(self.connection())
                .await?
            }
        };
        rows.into_iter()
            .map(|(account, commodity, high, low, postings)| {
                Ok(Balance {
                    account: AccountId(account),
                    commodity: CommodityId(commodity),
                    quantity: join(high, low)?,
                    postings,
                })
            })
            .collect()
    }

    /// What one account holds of a commodity at the end of a day.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn account_balance(
        &mut self,
        account: AccountId,
        commodity: CommodityId,
        day: Day,
    ) -> Result<Quantity, StoreError> {
        let month = Month::of(day);
        let (high, low): (Option<i64>, Option<i64>) = sqlx::query_as(
            "SELECT sum(high), sum(low) FROM (
                SELECT high, low FROM month_balance WHERE account_id = ?1 AND commodity_id = ?2 AND month < ?3
                UNION ALL
                SELECT high, low FROM posting INDEXED BY posting_by_account
                WHERE account_id = ?1 AND txn_id BETWEEN ?4 AND ?5 AND commodity_id = ?2
             )",
        )
        .bind(account.0)
        .bind(commodity.0)
        .bind(month.number())
        .bind(TransactionId::first_on(month.first()).number())
        .bind(TransactionId::last_on(day).number())
        .fetch_one(self.connection())
        .await?;
        join(high.unwrap_or_default(), low.unwrap_or_default())
    }

    /// What moved in every account of these types from one day to another, by month.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn flows(
        &mut self,
        types: &[AccountType],
        from: Day,
        to: Day,
    ) -> Result<Vec<Flow>, StoreError> {
        let span = Span::new(from, to);
        let kinds = kinds(types);
        let mut flows = Vec::new();
        if let Some((first, last)) = span.whole {
            // The months of an account come as one row: each row costs a handover between two threads.
            let rows: Vec<(i64, i64, String)> = sqlx::query_as(
                "SELECT m.account_id, m.commodity_id, json_group_array(json_array(m.month, m.high, m.low, m.postings))
                 FROM account AS a CROSS JOIN month_balance AS m ON m.account_id = a.id
                 WHERE a.kind IN (SELECT value FROM json_each(?)) AND m.month BETWEEN ? AND ?
                 GROUP BY m.account_id, m.commodity_id",
            )
            .bind(&kinds)
            .bind(first.number())
            .bind(last.number())
            .fetch_all(self.connection())
            .await?;
            for (account, commodity, months) in rows {
                let months: Vec<(i64, i64, i64, i64)> = serde_json::from_str(&months).map_err(corrupt)?;
                for (month, high, low, postings) in months {
                    let Some(month) = Month::from_number(month) else { continue };
                    flows.push(flow(month, (account, commodity, high, low, postings))?);
                }
            }
        }
        for (from, to) in span.parts {
            let rows: Vec<Sum> = sqlx::query_as(PART)
                .bind(&kinds)
                .bind(TransactionId::first_on(from).number())
                .bind(TransactionId::last_on(to).number())
                .fetch_all(self.connection())
                .await?;
            for row in rows {
                flows.push(flow(Month::of(from), row)?);
            }
        }
        Ok(flows)
    }

    /// What every payee brought or took in every category from one day to another.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn payee_flows(&mut self, from: Day, to: Day) -> Result<Vec<PayeeFlow>, StoreError> {
        let span = Span::new(from, to);
        let mut rows: Vec<(i64, i64, i64, i64, i64, i64)> = Vec::new();
        if let Some((first, last)) = span.whole {
            rows.extend(
                sqlx::query_as::<_, (i64, i64, i64, i64, i64, i64)>(
                    "SELECT payee_id, account_id, commodity_id, sum(high), sum(low), sum(postings) FROM month_payee
                     WHERE month BETWEEN ? AND ? GROUP BY 1, 2, 3",
                )
                .bind(first.number())
                .bind(last.number())
                .fetch_all(self.connection())
                .await?,
            );
        }
        for (from, to) in span.parts {
            rows.extend(
                sqlx::query_as::<_, (i64, i64, i64, i64, i64, i64)>(
                    "SELECT coalesce(t.payee_id, 0), p.account_id, p.commodity_id, sum(p.high), sum(p.low), count(*)
                     FROM account AS a
                     CROSS JOIN posting AS p INDEXED BY posting_by_account ON p.account_id = a.id
                     CROSS JOIN txn AS t ON t.id = p.txn_id
                     WHERE a.kind IN ('income', 'expense') AND p.txn_id BETWEEN ? AND ? GROUP BY 1, 2, 3",
                )
                .bind(TransactionId::first_on(from).number())
                .bind(TransactionId::last_on(to).number())
                .fetch_all(self.connection())
                .await?,
            );
        }
        rows.into_iter()
            .map(|(payee, account, commodity, high, low, postings)| {
                Ok(PayeeFlow {
                    account: AccountId(account),
                    payee: Some(PayeeId(payee)).filter(|payee| payee.0 != 0),
                    commodity: CommodityId(commodity),
                    quantity: join(high, low)?,
                    postings,
                })
            })
            .collect()
    }

    /// How many transactions wait for a person to confirm what the categoriser proposed.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn proposed_count(&mut self) -> Result<i64, StoreError> {
        let sql = r#"SELECT count(*) FROM txn WHERE substr(sorting, 1, 16) = '{"by":"proposal"'"#;
        Ok(sqlx::query_scalar(sql).fetch_one(self.connection()).await?)
    }

    /// The first and the last day with a transaction.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn extent(&mut self) -> Result<Option<(Day, Day)>, StoreError> {
        let row: (Option<i64>, Option<i64>) =
            sqlx::query_as("SELECT (SELECT min(id) FROM txn), (SELECT max(id) FROM txn)")
                .fetch_one(self.connection())
                .await?;
        let day = |id: Option<i64>| id.and_then(TransactionId::from_number).map(TransactionId::day);
        Ok(day(row.0).zip(day(row.1)))
    }
}

/// The stored words of the kinds of these types, as a JSON array.
fn kinds(types: &[AccountType]) -> String {
    let wanted = AccountKind::ALL.iter().filter(|kind| types.contains(&kind.account_type()));
    serde_json::json!(wanted.map(|kind| kind.code()).collect::<Vec<_>>()).to_string()
}

fn flow(month: Month, (account, commodity, high, low, postings): Sum) -> Result<Flow, StoreError> {
    Ok(Flow {
        account: AccountId(account),
        commodity: CommodityId(commodity),
        month,
        quantity: join(high, low)?,
        postings,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_cut_into_whole_months_and_days() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        for (from, to, whole, parts) in [
            ("2026-01-01", "2026-12-31", Some(("2026-01", "2026-12")), vec![]),
            ("2026-01-01", "2026-01-31", Some(("2026-01", "2026-01")), vec![]),
            ("2026-01-02", "2026-01-31", None, vec![("2026-01-02", "2026-01-31")]),
            (
                "2026-01-15",
                "2026-02-10",
                None,
                vec![("2026-01-15", "2026-01-31"), ("2026-02-01", "2026-02-10")],
            ),
            (
                "2025-12-31",
                "2026-03-01",
                Some(("2026-01", "2026-02")),
                vec![("2025-12-31", "2025-12-31"), ("2026-03-01", "2026-03-01")],
            ),
            ("2026-05-02", "2026-05-01", None, vec![]),
        ] {
            let span = Span::new(day(from), day(to));
            let found = span.whole.map(|(first, last)| (first.to_string(), last.to_string()));
            assert_eq!(found, whole.map(|(a, b): (&str, &str)| (a.into(), b.into())), "{from}..{to}");
            let expected: Vec<_> = parts.into_iter().map(|(a, b)| (day(a), day(b))).collect();
            assert_eq!(span.parts, expected, "{from}..{to}");
        }
    }
}
