//! The few small tables that nearly every answer needs to be read by people.

use crate::transactions::transaction_id;
use crate::{Reader, StoreError};
use ledger::{
    AccountId, AccountKind, AccountTree, Amount, Commodity, CommodityId, PayeeId, Scale, Transaction,
    TransactionId,
};
use planning::Side;
use std::collections::HashMap;

/// Accounts and commodities of a ledger; payees are asked for by id, because there can be many.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Every account.
    pub accounts: AccountTree,
    /// Every commodity by id.
    pub commodities: HashMap<CommodityId, Commodity>,
}

impl Names {
    /// The scale of a commodity; the coarsest for one that is not there.
    pub fn scale(&self, commodity: CommodityId) -> Scale {
        self.commodities.get(&commodity).map_or_else(
            || Scale::new(0).unwrap_or_else(|_| unreachable!("0 decimals are within range")),
            |commodity| commodity.scale,
        )
    }

    /// `true` for an income or expense account.
    pub fn is_category(&self, account: AccountId) -> bool {
        self.accounts.get(account).is_some_and(|account| account.account_type().is_category())
    }

    /// `true` for an asset or a liability.
    pub fn is_holding(&self, account: AccountId) -> bool {
        self.accounts.get(account).is_some_and(|account| account.account_type().is_holding())
    }

    /// A posting with what its account is for; one that is not there is for nothing in particular.
    pub fn side(&self, account: AccountId, amount: Amount) -> Side {
        let kind = self.accounts.get(account).map_or(AccountKind::Equity, |known| known.kind);
        Side { account, kind, amount }
    }

    /// The postings of a transaction, with what their accounts are for.
    pub fn sides(&self, transaction: &Transaction) -> Vec<Side> {
        transaction.postings().iter().map(|posting| self.side(posting.account, posting.amount)).collect()
    }
}

impl Reader {
    /// Every account and commodity.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn names(&mut self) -> Result<Names, StoreError> {
        let accounts = self.accounts().await?;
        let commodities = self.commodities().await?;
        Ok(Names {
            accounts,
            commodities: commodities.into_iter().map(|commodity| (commodity.id, commodity)).collect(),
        })
    }

    /// The names of these payees.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn payee_names(
        &mut self,
        ids: impl IntoIterator<Item = PayeeId>,
    ) -> Result<HashMap<PayeeId, String>, StoreError> {
        let mut wanted: Vec<i64> = ids.into_iter().map(|id| id.0).collect();
        wanted.sort_unstable();
        wanted.dedup();
        let rows: Vec<(i64, String)> =
            sqlx::query_as("SELECT id, name FROM payee WHERE id IN (SELECT value FROM json_each(?))")
                .bind(serde_json::json!(wanted).to_string())
                .fetch_all(self.connection())
                .await?;
        Ok(rows.into_iter().map(|(id, name)| (PayeeId(id), name)).collect())
    }

    /// `true` once a person has sorted anything.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn has_habits(&mut self) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM habit)";
        let found: i64 = sqlx::query_scalar(sql).fetch_one(self.connection()).await?;
        Ok(found != 0)
    }

    /// What a person chose for rows with these words: word, category, how often, and the entry of the newest choice.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn habits(&mut self, words: &[&str]) -> Result<Vec<(String, AccountId, i64, i64)>, StoreError> {
        let rows: Vec<(String, i64, i64, i64)> = sqlx::query_as(
            "SELECT token, account_id, seen, last FROM habit WHERE token IN (SELECT value FROM json_each(?))",
        )
        .bind(serde_json::json!(words).to_string())
        .fetch_all(self.connection())
        .await?;
        Ok(rows
            .into_iter()
            .map(|(word, account, seen, last)| (word, AccountId(account), seen, last))
            .collect())
    }

    /// The newest transaction with a payee.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn last_with_payee(&mut self, payee: PayeeId) -> Result<Option<TransactionId>, StoreError> {
        let sql = "SELECT max(id) FROM txn WHERE payee_id = ?";
        let id: Option<i64> = sqlx::query_scalar(sql).bind(payee.0).fetch_one(self.connection()).await?;
        id.map(transaction_id).transpose()
    }

    /// The payee with exactly this name.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn find_payee(&mut self, name: &str) -> Result<Option<PayeeId>, StoreError> {
        let sql = "SELECT id FROM payee WHERE name = ?";
        let id: Option<i64> = sqlx::query_scalar(sql).bind(name).fetch_optional(self.connection()).await?;
        Ok(id.map(PayeeId))
    }
}
