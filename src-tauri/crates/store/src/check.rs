//! Recomputes everything that is derived, and names each difference.

use crate::split::join_units;
use crate::{Reader, Store, StoreError};
use ledger::{Day, Month};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Something that is not as it must be.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum Difference {
    /// The database's own integrity check, or the seal of a page, fails.
    #[error("integrity: {what}")]
    Integrity {
        /// What SQLite or SQLCipher said.
        what: String,
    },
    /// A row refers to one that is not there.
    #[error("a row of {table} refers to a missing row of {parent}")]
    ForeignKey {
        /// The referring table.
        table: String,
        /// The table referred to.
        parent: String,
    },
    /// Postings that no transaction seals, or fewer than two that one does.
    #[error("transaction {id} has {postings} postings")]
    Postings {
        /// The transaction's number.
        id: i64,
        /// How many postings bear it.
        postings: i64,
    },
    /// A transaction is out of balance.
    #[error("transaction {id} is out of balance by {units} units of commodity {commodity}")]
    Unbalanced {
        /// The transaction's number.
        id: i64,
        /// The commodity's number.
        commodity: i64,
        /// Sum of the postings in smallest units, as text.
        units: String,
    },
    /// A stored sum is not what its postings give.
    #[error("{table}: {key} is stored as {stored}, recomputed as {found}")]
    Rollup {
        /// The derived table.
        table: &'static str,
        /// The row.
        key: String,
        /// What is stored.
        stored: String,
        /// What the books give.
        found: String,
    },
    /// A transaction is missing from the search index, or the index has one that is not there.
    #[error("search: {count} transactions are {what}")]
    Search {
        /// `missing from the index` or `indexed but not there`.
        what: &'static str,
        /// How many.
        count: i64,
    },
    /// The history's chain is broken.
    #[error("history entry {seq}: {what}")]
    History {
        /// The entry.
        seq: i64,
        /// What does not fit.
        what: &'static str,
    },
    /// A kept file is not the bytes it was kept as.
    #[error("a kept file differs from its hash {sha256}")]
    Content {
        /// The hash, as hex.
        sha256: String,
    },
    /// What comes again cannot be followed.
    #[error("schedule {id}: {what}")]
    Schedule {
        /// The schedule's number.
        id: i64,
        /// What does not fit.
        what: String,
    },
    /// The parents of an account lead back to itself.
    #[error("account {id} is its own ancestor")]
    AccountLoop {
        /// The account's number.
        id: i64,
    },
}

/// Units and postings by row of a derived table.
pub(crate) type Sums = BTreeMap<String, (i128, i64)>;

impl Store {
    /// Everything that is not as it must be; nothing in a sound ledger.
    ///
    /// # Errors
    /// Those of the database, where it cannot even be read.
    pub async fn check(&self) -> Result<Vec<Difference>, StoreError> {
        let mut found = Vec::new();
        let mut reader = self.read().await?;
        reader.check_integrity(&mut found).await?;
        reader.check_foreign_keys(&mut found).await?;
        reader.check_balance(&mut found).await?;
        reader.check_months(&mut found).await?;
        reader.check_payees(&mut found).await?;
        reader.check_one_by_one(self.words(), &mut found).await?;
        reader.check_recent(&mut found).await?;
        reader.check_budgets(&mut found).await?;
        reader.check_schedules(&mut found).await?;
        reader.check_search(&mut found).await?;
        reader.check_history(&mut found).await?;
        reader.check_contents(&mut found).await?;
        reader.check_tree(&mut found).await?;
        Ok(found)
    }
}

impl Reader {
    async fn check_integrity(&mut self, found: &mut Vec<Difference>) -> Result<(), StoreError> {
        // FTS5 checks a segment list that this connection may have read before another wrote; looking into the table once
        // makes it read the list anew. Without it, sound books are reported as a malformed index (SQLite 3.50, 3.51).
        sqlx::query("SELECT rowid FROM search LIMIT 1").fetch_optional(self.connection()).await?;
        // One lists the pages whose seal is broken, the other answers "ok".
        for pragma in ["PRAGMA cipher_integrity_check", "PRAGMA integrity_check"] {
            let answers: Vec<String> = sqlx::query_scalar(pragma).fetch_all(self.connection()).await?;
            found.extend(
                answers
                    .into_iter()
                    .filter(|answer| answer != "ok")
                    .map(|what| Difference::Integrity { what }),
            );
        }
        Ok(())
    }

    async fn check_foreign_keys(&mut self, found: &mut Vec<Difference>) -> Result<(), StoreError> {
        let rows: Vec<(String, Option<i64>, String, i64)> =
            sqlx::query_as("PRAGMA foreign_key_check").fetch_all(self.connection()).await?;
        found.extend(rows.into_iter().map(|(table, _, parent, _)| Difference::ForeignKey { table, parent }));
        Ok(())
    }

    async fn check_balance(&mut self, found: &mut Vec<Difference>) -> Result<(), StoreError> {
        let rows: Vec<(i64, i64)> = sqlx::query_as(
            "SELECT t.id, count(p.txn_id) FROM txn AS t LEFT JOIN posting AS p ON p.txn_id = t.id
             GROUP BY t.id HAVING count(p.txn_id) < 2
             UNION ALL
             SELECT txn_id, count(*) FROM posting WHERE txn_id NOT IN (SELECT id FROM txn) GROUP BY txn_id",
        )
        .fetch_all(self.connection())
        .await?;
        found.extend(rows.into_iter().map(|(id, postings)| Difference::Postings { id, postings }));
        let rows: Vec<(i64, i64, i64, i64)> = sqlx::query_as(
            "SELECT txn_id, commodity_id, sum(high), sum(low) FROM posting GROUP BY txn_id, commodity_id
             HAVING sum(low) % 1000000000000 <> 0 OR sum(low) / 1000000000000 + sum(high) <> 0",
        )
        .fetch_all(self.connection())
        .await?;
        found.extend(rows.into_iter().map(|(id, commodity, high, low)| Difference::Unbalanced {
            id,
            commodity,
            units: join_units(high, low).to_string(),
        }));
        Ok(())
    }

    async fn check_months(&mut self, found: &mut Vec<Difference>) -> Result<(), StoreError> {
        let days: Vec<(i64, i64, i64, i64, i64, i64)> = sqlx::query_as(
            "SELECT account_id, commodity_id, txn_id >> 32, sum(high), sum(low), count(*)
             FROM posting INDEXED BY posting_by_account GROUP BY 1, 2, 3",
        )
        .fetch_all(self.connection())
        .await?;
        let mut sums = Sums::new();
        for (account, commodity, day, high, low, count) in days {
            let key = format!("account {account} commodity {commodity} month {}", month_number(day));
            add(&mut sums, key, join_units(high, low), count);
        }
        let rows: Vec<(i64, i64, i64, i64, i64, i64)> =
            sqlx::query_as("SELECT account_id, commodity_id, month, high, low, postings FROM month_balance")
                .fetch_all(self.connection())
                .await?;
        let stored = rows.into_iter().map(|(account, commodity, month, high, low, count)| {
            (format!("account {account} commodity {commodity} month {month}"), (join_units(high, low), count))
        });
        compare("month_balance", stored.collect(), sums, found);

        let days: Vec<(i64, i64)> = sqlx::query_as("SELECT id >> 32, count(*) FROM txn GROUP BY 1")
            .fetch_all(self.connection())
            .await?;
        let mut counts = Sums::new();
        for (day, count) in days {
            add(&mut counts, format!("month {}", month_number(day)), 0, count);
        }
        let rows: Vec<(i64, i64)> = sqlx::query_as("SELECT month, transactions FROM month_count")
            .fetch_all(self.connection())
            .await?;
        let stored = rows.into_iter().map(|(month, count)| (format!("month {month}"), (0, count)));
        compare("month_count", stored.collect(), counts, found);
        Ok(())
    }

    async fn check_payees(&mut self, found: &mut Vec<Difference>) -> Result<(), StoreError> {
        let days: Vec<(i64, i64, i64, i64, i64, i64, i64)> = sqlx::query_as(
            "SELECT p.txn_id >> 32, p.account_id, coalesce(t.payee_id, 0), p.commodity_id, sum(p.high), sum(p.low),
                count(*)
             FROM posting AS p JOIN txn AS t ON t.id = p.txn_id JOIN account AS a ON a.id = p.account_id
             WHERE a.kind IN ('income', 'expense') GROUP BY 1, 2, 3, 4",
        )
        .fetch_all(self.connection())
        .await?;
        let mut sums = Sums::new();
        for (day, account, payee, commodity, high, low, count) in days {
            let month = month_number(day);
            let key = format!("month {month} account {account} payee {payee} commodity {commodity}");
            add(&mut sums, key, join_units(high, low), count);
        }
        let rows: Vec<(i64, i64, i64, i64, i64, i64, i64)> = sqlx::query_as(
            "SELECT month, account_id, payee_id, commodity_id, high, low, postings FROM month_payee",
        )
        .fetch_all(self.connection())
        .await?;
        let stored = rows.into_iter().map(|(month, account, payee, commodity, high, low, count)| {
            let key = format!("month {month} account {account} payee {payee} commodity {commodity}");
            (key, (join_units(high, low), count))
        });
        compare("month_payee", stored.collect(), sums, found);
        Ok(())
    }

    async fn check_search(&mut self, found: &mut Vec<Difference>) -> Result<(), StoreError> {
        for (what, sql) in [
            (
                "missing from the index",
                "SELECT count(*) FROM (SELECT id FROM txn EXCEPT SELECT rowid FROM search)",
            ),
            (
                "indexed but not there",
                "SELECT count(*) FROM (SELECT rowid FROM search EXCEPT SELECT id FROM txn)",
            ),
        ] {
            let count: i64 = sqlx::query_scalar(sql).fetch_one(self.connection()).await?;
            if count > 0 {
                found.push(Difference::Search { what, count });
            }
        }
        Ok(())
    }

    async fn check_history(&mut self, found: &mut Vec<Difference>) -> Result<(), StoreError> {
        let (mut seq, mut previous) = (0, vec![0; 32]);
        loop {
            let links = self.links(seq, 500).await?;
            if links.is_empty() {
                return Ok(());
            }
            for link in links {
                let mut wrong = |what| found.push(Difference::History { seq: link.entry.seq, what });
                if link.entry.seq != seq + 1 {
                    wrong("entries before it are missing");
                }
                if link.previous != previous {
                    wrong("it does not follow from the entry before it");
                }
                if link.seal().as_slice() != link.hash {
                    wrong("its hash does not seal what it says");
                }
                if self.payload_hash(link.entry.seq).await? != link.payload_hash {
                    wrong("its changes are not those it sealed");
                }
                (seq, previous) = (link.entry.seq, link.hash);
            }
        }
    }

    async fn check_contents(&mut self, found: &mut Vec<Difference>) -> Result<(), StoreError> {
        let keys: Vec<Vec<u8>> =
            sqlx::query_scalar("SELECT sha256 FROM content").fetch_all(self.connection()).await?;
        for key in keys {
            let bytes: Vec<u8> = sqlx::query_scalar("SELECT bytes FROM content WHERE sha256 = ?")
                .bind(&key)
                .fetch_one(self.connection())
                .await?;
            if Sha256::digest(&bytes).as_slice() != key {
                found.push(Difference::Content { sha256: hex::encode(key) });
            }
        }
        Ok(())
    }

    async fn check_tree(&mut self, found: &mut Vec<Difference>) -> Result<(), StoreError> {
        let tree = self.accounts().await?;
        let reached: std::collections::HashSet<_> =
            tree.walk().into_iter().map(|account| account.id).collect();
        let ids: Vec<i64> = sqlx::query_scalar("SELECT id FROM account").fetch_all(self.connection()).await?;
        found.extend(
            ids.into_iter()
                .filter(|id| !reached.contains(&ledger::AccountId(*id)))
                .map(|id| Difference::AccountLoop { id }),
        );
        Ok(())
    }
}

fn month_number(day: i64) -> i32 {
    Month::of(Day::from_number(day).unwrap_or(Day::MIN)).number()
}

pub(crate) fn add(sums: &mut Sums, key: String, units: i128, count: i64) {
    let sum = sums.entry(key).or_default();
    *sum = (sum.0 + units, sum.1 + count);
}

pub(crate) fn compare(table: &'static str, stored: Sums, mut found: Sums, differences: &mut Vec<Difference>) {
    let text = |sum: Option<(i128, i64)>| {
        sum.map_or("nothing".into(), |(units, count)| format!("{units} from {count}"))
    };
    for (key, stored) in stored {
        let recomputed = found.remove(&key);
        if recomputed != Some(stored) {
            let (stored, found) = (text(Some(stored)), text(recomputed));
            differences.push(Difference::Rollup { table, key, stored, found });
        }
    }
    for (key, sum) in found {
        differences.push(Difference::Rollup { table, key, stored: text(None), found: text(Some(sum)) });
    }
}
