//! The books as plain-text journals, for other programs to read and to check ours by.
//!
//! Amounts are written with every decimal that their commodity stores, so that sums are equal to the last digit.

mod beancount;
mod hledger;
mod names;

pub use beancount::BeancountWriter;
pub use hledger::HledgerWriter;

use ledger::{
    AccountId, AccountTree, Amount, Commodity, CommodityId, Day, Payee, Price, Status, Tag, Transaction,
};
use std::collections::HashMap;

/// What a journal says of the books besides their transactions.
pub struct Books<'a> {
    /// Every account.
    pub accounts: &'a AccountTree,
    /// Every commodity.
    pub commodities: &'a [Commodity],
    /// Every payee that a transaction names.
    pub payees: &'a [Payee],
    /// Every label that a transaction has.
    pub tags: &'a [Tag],
    /// The prices to write.
    pub prices: &'a [Price],
    /// A day on or before the first transaction, on which accounts open.
    pub first_day: Day,
}

/// Why books cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// The file cannot be written.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// A posting is to an account that the books do not have.
    #[error("there is no account {account}")]
    UnknownAccount {
        /// Its number.
        account: AccountId,
    },
    /// An amount or price is of a commodity that the books do not have.
    #[error("there is no commodity {commodity}")]
    UnknownCommodity {
        /// Its number.
        commodity: CommodityId,
    },
    /// The format has no such day.
    #[error("{day} cannot be written, the format knows days from {first} to {last}")]
    Day {
        /// The day.
        day: Day,
        /// The first day that can be written.
        first: Day,
        /// The last day that can be written.
        last: Day,
    },
}

/// The names that a journal uses for what the books hold.
struct Directory<'a> {
    accounts: HashMap<AccountId, String>,
    commodities: HashMap<CommodityId, (String, &'a Commodity)>,
    payees: HashMap<ledger::PayeeId, &'a str>,
    tags: HashMap<ledger::TagId, &'a str>,
    /// Whether statements are about an account, so that the status of its postings means something.
    holdings: HashMap<AccountId, bool>,
}

impl<'a> Directory<'a> {
    fn new(
        books: &Books<'a>,
        accounts: HashMap<AccountId, String>,
        mut commodities: HashMap<CommodityId, String>,
    ) -> Self {
        let mut named = |commodity: &'a Commodity| {
            let name = commodities.remove(&commodity.id).unwrap_or_default();
            (commodity.id, (name, commodity))
        };
        Self {
            accounts,
            commodities: books.commodities.iter().map(&mut named).collect(),
            payees: books.payees.iter().map(|payee| (payee.id, payee.name.as_str())).collect(),
            tags: books.tags.iter().map(|tag| (tag.id, tag.name.as_str())).collect(),
            holdings: books
                .accounts
                .walk()
                .into_iter()
                .map(|account| (account.id, account.account_type().is_holding()))
                .collect(),
        }
    }

    fn account(&self, account: AccountId) -> Result<&str, JournalError> {
        self.accounts.get(&account).map(String::as_str).ok_or(JournalError::UnknownAccount { account })
    }

    fn commodity(&self, commodity: CommodityId) -> Result<&str, JournalError> {
        let found = self.commodities.get(&commodity).map(|(name, _)| name.as_str());
        found.ok_or(JournalError::UnknownCommodity { commodity })
    }

    /// `-12.50 USD`, with every decimal stored.
    fn amount(&self, Amount { quantity, commodity }: Amount) -> Result<String, JournalError> {
        let (name, listing) =
            self.commodities.get(&commodity).ok_or(JournalError::UnknownCommodity { commodity })?;
        Ok(format!("{} {name}", quantity.to_decimal(listing.scale)))
    }

    fn payee(&self, transaction: &Transaction) -> &'a str {
        transaction.payee.and_then(|payee| self.payees.get(&payee).copied()).unwrap_or_default()
    }

    fn tags(&self, transaction: &Transaction) -> impl Iterator<Item = &'a str> {
        transaction.tags.iter().filter_map(|tag| self.tags.get(tag).copied())
    }

    /// The status of the postings that a statement could be about, if all have the same.
    fn status(&self, transaction: &Transaction) -> Option<Status> {
        let mut held = transaction.postings().iter().filter(|posting| self.is_holding(posting.account));
        let first = held.next()?.status;
        held.all(|posting| posting.status == first).then_some(first)
    }

    fn is_holding(&self, account: AccountId) -> bool {
        self.holdings.get(&account).copied().unwrap_or_default()
    }
}

/// The mark of a status in both formats.
fn mark(status: Status) -> &'static str {
    match status {
        Status::Pending => "!",
        Status::Cleared | Status::Reconciled => "*",
    }
}
