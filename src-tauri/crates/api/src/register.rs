//! Registers: pages of rows, of one account with its running balance, or of whatever a filter finds.

use crate::accounts::{parse_day, to_id};
use crate::transactions::sorting_view;
use crate::{ApiError, Books, Id, Money, SortingView};
use ledger::{AccountId, Amount, Posting, RuleId, Sorting, Status, Transaction, TransactionId};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::HashMap;
use std::sync::Arc;
use store::{Filter, Names, PostingRow, Reader};

/// A row of a register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct RegisterRow {
    /// The transaction's key.
    pub id: String,
    /// Its day.
    pub date: String,
    /// Who was paid, or paid.
    pub payee: String,
    /// The bank's own text.
    pub description: String,
    /// The account that the row is seen from.
    pub account: Id,
    /// That account's full name.
    pub path: String,
    /// What stands on the other side.
    pub category: CategoryCell,
    /// How much went into the account (negative: out of it).
    pub amount: Money,
    /// What the account holds after it; only in the unfiltered register of one account.
    pub balance: Option<Money>,
    /// How sure we are of it.
    pub status: Status,
    /// Who chose the category.
    pub sorting: SortingView,
    /// What a person noted.
    pub note: String,
    /// Its labels.
    pub tags: Vec<String>,
}

/// The other side of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum CategoryCell {
    /// One category.
    Category {
        /// The account.
        account: Id,
        /// Its full name.
        path: String,
    },
    /// Nobody has chosen one yet.
    Unsorted,
    /// Another account of one's own.
    Transfer {
        /// The account.
        account: Id,
        /// Its full name.
        path: String,
        /// What arrived there or left it, where that is another commodity.
        amount: Option<Money>,
    },
    /// Several.
    Split {
        /// How many.
        parts: u32,
    },
}

/// A page of a register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct RegisterRows {
    /// How many rows the whole register has.
    pub total: u32,
    /// The rows of this page, newest first.
    pub rows: Vec<RegisterRow>,
}

/// What a search found: all of it counted, the newest in full.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct SearchRows {
    /// How many transactions match.
    pub total: u32,
    /// The newest of them.
    pub rows: Vec<RegisterRow>,
}

/// Conditions on a register's rows; what is left out is met by every row.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct FilterInput {
    /// Accounts, each with all below it.
    pub accounts: Vec<Id>,
    /// Accounts on the other side, each with all below it.
    pub categories: Vec<Id>,
    /// Text that is contained; empty for any.
    pub text: String,
    /// The first day.
    pub from: Option<String>,
    /// The last day.
    pub to: Option<String>,
    /// The smallest size of a leg (in `accounts`, where any are given), in whole units of its commodity.
    pub least: Option<String>,
    /// The largest size, likewise.
    pub most: Option<String>,
    /// The status of a leg in assets or liabilities.
    pub status: Option<Status>,
    /// Who was paid, or paid; 0 for nobody named.
    pub payee: Option<Id>,
    /// A label that it has.
    pub tag: Option<Id>,
    /// `true` for what nobody has sorted yet.
    pub unsorted: bool,
    /// `true` for categories proposed and not confirmed.
    pub proposed: bool,
}

/// The lists that filters found, kept while nothing is written, so that paging through one costs only its pages.
#[derive(Default)]
pub(crate) struct FoundLists {
    version: i64,
    lists: Vec<(Filter, Arc<Vec<TransactionId>>)>,
}

/// How many found lists are kept.
const LISTS: usize = 8;

impl Books {
    /// `count` rows of the register of one account, newest first, after skipping the `skip` newest.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`] for an unknown account.
    pub async fn register(&self, account: Id, skip: u32, count: u32) -> Result<RegisterRows, ApiError> {
        self.register_between(account, None, None, skip, count).await
    }

    /// As [`Books::register`], of the days `from` to `to` alone. Running balances are those of the whole register.
    ///
    /// # Errors
    /// As [`Books::register`]; [`crate::ErrorCode::Invalid`] for what is no date.
    pub async fn register_between(
        &self,
        account: Id,
        from: Option<&str>,
        to: Option<&str>,
        skip: u32,
        count: u32,
    ) -> Result<RegisterRows, ApiError> {
        let account = AccountId(account.into());
        let (from, to) = (from.map(parse_day).transpose()?, to.map(parse_day).transpose()?);
        let mut reader = self.store.read().await?;
        let names = reader.names().await?;
        crate::accounts::find(&names, account)?;
        let newer = match to {
            Some(day) => reader.postings_after(account, day).await?,
            None => 0,
        };
        let end = match from {
            Some(day) => Some(reader.postings_after(account, day.offset(-1)).await?),
            None => None,
        };
        let start = newer + u64::from(skip);
        let count =
            end.map_or(count, |end| u32::try_from(end.saturating_sub(start)).unwrap_or(u32::MAX).min(count));
        let page = reader.register(account, start, count).await?;
        let ids: Vec<TransactionId> = page.rows.iter().map(|row| row.transaction).collect();
        let facts = Facts::read(&mut reader, &ids, names).await?;
        let rows = page.rows.iter().map(|row| facts.posting_row(row)).collect::<Result<_, _>>()?;
        let total = end.unwrap_or(page.total).saturating_sub(newer);
        Ok(RegisterRows { total: u32::try_from(total).unwrap_or(u32::MAX), rows })
    }

    /// `count` transactions that a filter finds, newest first, after skipping the `skip` newest.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Invalid`] for a filter that says nothing readable.
    pub async fn find(&self, filter: &FilterInput, skip: u32, count: u32) -> Result<RegisterRows, ApiError> {
        let mut reader = self.store.read().await?;
        let names = reader.names().await?;
        let conditions = read_filter(&mut reader, filter, &names).await?;
        if conditions == Filter::default() {
            let (total, ids) = reader.recent(skip.into(), count).await?;
            let rows = Facts::read(&mut reader, &ids, names).await?.rows(&ids, &[])?;
            return Ok(RegisterRows { total: u32::try_from(total).unwrap_or(u32::MAX), rows });
        }
        let seen_from = conditions.accounts.clone();
        let list = self.found_list(&mut reader, conditions).await?;
        let start = (skip as usize).min(list.len());
        let end = (start + count as usize).min(list.len());
        let ids = &list[start..end];
        let rows = Facts::read(&mut reader, ids, names).await?.rows(ids, &seen_from)?;
        Ok(RegisterRows { total: u32::try_from(list.len()).unwrap_or(u32::MAX), rows })
    }

    /// The keys of every transaction that a filter finds, newest first.
    ///
    /// # Errors
    /// As [`Books::find`].
    pub async fn find_ids(&self, filter: &FilterInput) -> Result<Vec<String>, ApiError> {
        let mut reader = self.store.read().await?;
        let names = reader.names().await?;
        let conditions = read_filter(&mut reader, filter, &names).await?;
        let list = self.found_list(&mut reader, conditions).await?;
        Ok(list.iter().map(ToString::to_string).collect())
    }

    /// Transactions that contain a text: all counted, the newest `limit` in full.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn search(&self, text: &str, limit: u32) -> Result<SearchRows, ApiError> {
        let mut reader = self.store.read().await?;
        let hits = reader.search(text, limit).await?;
        let names = reader.names().await?;
        let rows = Facts::read(&mut reader, &hits.newest, names).await?.rows(&hits.newest, &[])?;
        Ok(SearchRows { total: u32::try_from(hits.total).unwrap_or(u32::MAX), rows })
    }

    async fn found_list(
        &self,
        reader: &mut Reader,
        filter: Filter,
    ) -> Result<Arc<Vec<TransactionId>>, ApiError> {
        let version = reader.version().await?;
        let mut found = self.found.lock().await;
        if found.version != version {
            *found = FoundLists { version, lists: Vec::new() };
        }
        if let Some((_, list)) = found.lists.iter().find(|(known, _)| *known == filter) {
            return Ok(Arc::clone(list));
        }
        let list = Arc::new(reader.find(&filter).await?);
        if found.lists.len() == LISTS {
            found.lists.remove(0);
        }
        found.lists.push((filter, Arc::clone(&list)));
        Ok(list)
    }
}

/// The store's conditions for those of a screen.
pub(crate) async fn read_filter(
    reader: &mut Reader,
    input: &FilterInput,
    names: &Names,
) -> Result<Filter, ApiError> {
    let subtrees = |ids: &[Id]| -> Vec<AccountId> {
        let mut all: Vec<_> =
            ids.iter().flat_map(|id| names.accounts.subtree(AccountId((*id).into()))).collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    let decimal = |text: &Option<String>| {
        text.as_deref()
            .filter(|text| !text.trim().is_empty())
            .map(|text| {
                text.trim()
                    .parse()
                    .map_err(|_| ApiError::invalid(format!("“{text}” is not an amount")).with("text", text))
            })
            .transpose()
    };
    let mut categories = subtrees(&input.categories);
    if input.unsorted {
        let unsorted = crate::starter::Unsorted::read(reader, names).await?;
        categories = vec![unsorted.income, unsorted.expense];
    }
    Ok(Filter {
        accounts: subtrees(&input.accounts),
        categories,
        text: Some(input.text.trim().to_owned()).filter(|text| !text.is_empty()),
        from: input.from.as_deref().map(parse_day).transpose()?,
        to: input.to.as_deref().map(parse_day).transpose()?,
        least: decimal(&input.least)?,
        most: decimal(&input.most)?,
        status: input.status,
        payee: input.payee.map(|payee| Some(ledger::PayeeId(payee.into())).filter(|payee| payee.0 != 0)),
        tag: input.tag.map(|tag| ledger::TagId(tag.into())),
        proposed: input.proposed,
    })
}

/// What rows need besides their postings.
pub(crate) struct Facts {
    names: Names,
    transactions: HashMap<TransactionId, Transaction>,
    payees: HashMap<ledger::PayeeId, String>,
    rules: HashMap<RuleId, String>,
    tags: HashMap<ledger::TagId, String>,
    unsorted: crate::starter::Unsorted,
}

impl Facts {
    pub async fn read(reader: &mut Reader, ids: &[TransactionId], names: Names) -> Result<Self, ApiError> {
        let transactions = reader.transactions(ids).await?;
        let payees =
            reader.payee_names(transactions.iter().filter_map(|transaction| transaction.payee)).await?;
        let ruled =
            transactions.iter().any(|transaction| matches!(transaction.sorting, Sorting::Rule { .. }));
        let rules = if ruled { crate::rules::names(reader).await? } else { HashMap::new() };
        let tagged = transactions.iter().any(|transaction| !transaction.tags.is_empty());
        let tags = if tagged { reader.tags().await? } else { Vec::new() };
        let tags = tags.into_iter().map(|tag| (tag.id, tag.name)).collect();
        let unsorted = crate::starter::Unsorted::read(reader, &names).await?;
        let transactions =
            transactions.into_iter().map(|transaction| (transaction.id, transaction)).collect();
        Ok(Self { names, transactions, payees, rules, tags, unsorted })
    }

    /// `true` for a transaction that was read.
    pub fn knows(&self, id: TransactionId) -> bool {
        self.transactions.contains_key(&id)
    }

    fn posting_row(&self, row: &PostingRow) -> Result<RegisterRow, ApiError> {
        let transaction = self.transaction(row.transaction)?;
        let place = usize::try_from(row.ordinal).unwrap_or_default();
        let leg = transaction.postings().get(place).ok_or_else(|| ApiError::missing("a posting"))?;
        Ok(RegisterRow { balance: Some(Money::of(row.balance, &self.names)), ..self.row(transaction, leg)? })
    }

    /// A row for each transaction, seen from the first of `accounts` it has a leg in, else from where money left: an
    /// account that money is kept in goes before what is owed to or by others, taxes of a sale for example.
    pub fn rows(&self, ids: &[TransactionId], accounts: &[AccountId]) -> Result<Vec<RegisterRow>, ApiError> {
        ids.iter()
            .map(|id| {
                let transaction = self.transaction(*id)?;
                let legs = transaction.postings();
                let asked = legs.iter().find(|leg| accounts.contains(&leg.account));
                let holding = |leg: &&Posting| self.names.is_holding(leg.account);
                let money = |leg: &&Posting| self.holds_money(leg.account);
                let leaving = |leg: &&Posting| leg.amount.quantity.is_negative();
                let leg = asked
                    .or_else(|| legs.iter().filter(money).find(leaving))
                    .or_else(|| legs.iter().find(money))
                    .or_else(|| legs.iter().filter(holding).find(leaving))
                    .or_else(|| legs.iter().find(holding))
                    .or_else(|| legs.first());
                self.row(transaction, leg.ok_or_else(|| ApiError::missing("a posting"))?)
            })
            .collect()
    }

    /// `true` for an account that money is kept in or spent from.
    fn holds_money(&self, account: AccountId) -> bool {
        use ledger::AccountKind as Kind;
        let kind = self.names.accounts.get(account).map(|found| found.kind);
        matches!(
            kind,
            Some(Kind::Checking | Kind::Savings | Kind::Cash | Kind::Wallet | Kind::Card | Kind::Brokerage)
        )
    }

    fn transaction(&self, id: TransactionId) -> Result<&Transaction, ApiError> {
        self.transactions
            .get(&id)
            .ok_or_else(|| ApiError::missing(format!("the transaction of {}", id.day())))
    }

    fn row(&self, transaction: &Transaction, leg: &Posting) -> Result<RegisterRow, ApiError> {
        let payee = transaction.payee.and_then(|id| self.payees.get(&id));
        Ok(RegisterRow {
            id: transaction.id.to_string(),
            date: transaction.day().to_string(),
            payee: payee.cloned().unwrap_or_default(),
            description: transaction.description.clone(),
            account: to_id(leg.account.0)?,
            path: self.names.accounts.path(leg.account),
            category: self.category(transaction, leg)?,
            amount: Money::of(leg.amount, &self.names),
            balance: None,
            status: leg.status,
            sorting: sorting_view(&transaction.sorting, &self.rules)?,
            note: transaction.note.clone(),
            tags: transaction.tags.iter().filter_map(|tag| self.tags.get(tag).cloned()).collect(),
        })
    }

    /// The other side of a leg; conversions are how, not where.
    fn category(&self, transaction: &Transaction, leg: &Posting) -> Result<CategoryCell, ApiError> {
        let is_conversion = |account: AccountId| {
            self.names
                .accounts
                .get(account)
                .is_some_and(|found| found.kind == ledger::AccountKind::Conversion)
        };
        let others: Vec<&Posting> = transaction
            .postings()
            .iter()
            .filter(|other| !std::ptr::eq(*other, leg) && !is_conversion(other.account))
            .collect();
        let Some((first, rest)) = others.split_first() else { return Ok(CategoryCell::Split { parts: 0 }) };
        if rest.iter().any(|other| other.account != first.account) {
            return Ok(CategoryCell::Split { parts: u32::try_from(others.len()).unwrap_or(u32::MAX) });
        }
        if self.unsorted.holds(first.account) {
            return Ok(CategoryCell::Unsorted);
        }
        let (account, path) = (to_id(first.account.0)?, self.names.accounts.path(first.account));
        if self.names.is_category(first.account) {
            return Ok(CategoryCell::Category { account, path });
        }
        let other: Amount = first.amount;
        let amount = (other.commodity != leg.amount.commodity).then(|| Money::of(other, &self.names));
        Ok(CategoryCell::Transfer { account, path, amount })
    }
}
