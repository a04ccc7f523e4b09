//! Accounts: the tree with its balances, and what a person does to it.

use crate::edit::Edit;
use crate::starter::Unsorted;
use crate::{ApiError, Books, EntryView, ErrorCode, Id, Money};
use ledger::{
    Account, AccountId, AccountKind, AccountPath, Amount, CommodityId, Day, Posting, Transaction,
    TransactionId, composed,
};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::HashMap;
use store::{Delta, Filter, Names};

/// An account as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct AccountView {
    /// Its number.
    pub id: Id,
    /// The account above it.
    pub parent: Option<Id>,
    /// Its own name.
    pub name: String,
    /// Its full name: `Assets:Bank:Checking`.
    pub path: String,
    /// What it is for: `checking`.
    pub kind: String,
    /// The side of the books: `asset`.
    pub side: String,
    /// Code of the commodity it is kept in.
    pub currency: Option<String>,
    /// Its number at the bank.
    pub number: String,
    /// What a person noted of it.
    pub note: String,
    /// `true` once it takes no new transactions.
    pub closed: bool,
    /// `true` for the two that hold what nobody has sorted yet, and for roots, opening balances and conversions: they stay.
    pub fixed: bool,
    /// What it holds itself, one amount for each commodity, without the accounts below it.
    pub balances: Vec<Money>,
    /// How many postings it has itself.
    pub postings: u32,
}

/// A new account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AccountInput {
    /// Its full name; groups above it are made as needed.
    pub path: String,
    /// What it is for: `checking`; the generic kind of its side when left out.
    pub kind: Option<String>,
    /// Code of the commodity it is kept in.
    pub currency: Option<String>,
    /// What it holds at the start, and since when.
    pub opening: Option<OpeningInput>,
    /// Its number at the bank.
    #[serde(default)]
    pub number: String,
}

/// What an account holds before its first transaction here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OpeningInput {
    /// The day from which it is known.
    pub date: String,
    /// How much, as decimal text in the account's commodity.
    pub amount: String,
}

/// A change of an account; what is left out stays.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct AccountChange {
    /// Its own name.
    pub name: Option<String>,
    /// The account that it moves below.
    pub parent: Option<Id>,
    /// What it is for, on the same side of the books.
    pub kind: Option<String>,
    /// Code of the commodity it is kept in.
    pub currency: Option<String>,
    /// Its number at the bank.
    pub number: Option<String>,
    /// What a person notes of it.
    pub note: Option<String>,
    /// Whether it still takes transactions.
    pub closed: Option<bool>,
}

impl Books {
    /// Every account, parents first, with what it holds now.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn accounts(&self) -> Result<Vec<AccountView>, ApiError> {
        self.accounts_at(None).await
    }

    /// Every account, parents first, with what it held at the end of a day.
    ///
    /// # Errors
    /// [`ErrorCode::Invalid`] for what is no date.
    pub async fn accounts_on(&self, day: &str) -> Result<Vec<AccountView>, ApiError> {
        self.accounts_at(Some(parse_day(day)?)).await
    }

    async fn accounts_at(&self, day: Option<Day>) -> Result<Vec<AccountView>, ApiError> {
        let mut reader = self.store.read().await?;
        let names = reader.names().await?;
        let unsorted = Unsorted::read(&mut reader, &names).await?;
        let mut held: HashMap<AccountId, Vec<(Amount, i64)>> = HashMap::new();
        for balance in reader.balances(day).await? {
            let amount = Amount::new(balance.quantity, balance.commodity);
            held.entry(balance.account).or_default().push((amount, balance.postings));
        }
        names
            .accounts
            .walk()
            .into_iter()
            .map(|account| view(account, held.remove(&account.id).unwrap_or_default(), &names, unsorted))
            .collect()
    }

    /// Adds an account, with every group above it and what it holds at the start.
    ///
    /// # Errors
    /// [`ErrorCode::Taken`] when the path is taken, [`ErrorCode::Invalid`] for an unknown kind or a kind of another side.
    pub async fn account_add(&self, input: &AccountInput) -> Result<AccountView, ApiError> {
        let path = AccountPath::parse(&input.path)?;
        let mut edit = Edit::begin(&self.store).await?;
        if edit.names.accounts.find(&path).is_some() {
            return Err(path_taken(&path.to_string()));
        }
        let kind =
            input.kind.as_deref().map(parse_kind).transpose()?.unwrap_or(path.account_type().generic_kind());
        if kind.account_type() != path.account_type() {
            let root = kind.account_type().root_name();
            return Err(ApiError::invalid(format!(
                "an account of kind “{}” belongs below {root}",
                kind.code()
            )));
        }
        let commodity = match &input.currency {
            Some(code) => Some(edit.commodity(code).await?.id),
            None => None,
        };
        let id = edit.account_at(&path, Some(kind), commodity).await?;
        if !input.number.is_empty() {
            number_new_account(&mut edit, id, &input.number);
        }
        if let Some(opening) = &input.opening {
            open(&mut edit, id, commodity, opening).await?;
        }
        edit.commit("account_add", serde_json::json!({ "account": path.to_string() })).await?;
        self.account(id).await
    }

    /// Changes an account.
    ///
    /// # Errors
    /// [`ErrorCode::Invalid`] for what would move it to another side of the books or below itself; [`ErrorCode::Taken`] where
    /// there is one of that name.
    pub async fn account_edit(&self, id: Id, change: &AccountChange) -> Result<Option<EntryView>, ApiError> {
        let id = AccountId(id.into());
        let mut edit = Edit::begin(&self.store).await?;
        let before = find(&edit.names, id)?.clone();
        let mut after = before.clone();
        if let Some(name) = &change.name {
            AccountPath::check_name(name)?;
            after.name = composed(name).into_owned();
        }
        if let Some(parent) = change.parent {
            after.parent = Some(new_parent(&edit.names, &before, AccountId(parent.into()))?);
        }
        if let Some(kind) = &change.kind {
            after.kind = parse_kind(kind)?;
        }
        if let Some(code) = &change.currency {
            after.commodity = if code.is_empty() { None } else { Some(edit.commodity(code).await?.id) };
        }
        if after.account_type() != before.account_type() {
            return Err(ApiError::invalid("an account stays on its side of the books"));
        }
        if let Some(other) = namesake(&edit.names, &after) {
            return Err(path_taken(&edit.names.accounts.path(other)));
        }
        if before.parent.is_none() && (after.parent.is_some() || after.name != before.name || after.closed) {
            return Err(ApiError::invalid("the five roots keep their names and places"));
        }
        after.number = change.number.clone().unwrap_or(after.number);
        after.note = change.note.clone().unwrap_or(after.note);
        after.closed = change.closed.unwrap_or(after.closed);
        if after != before {
            edit.change(Delta::replaced(before.clone(), after));
        }
        EntryView::of(edit.commit("account_edit", serde_json::json!({ "account": before.name })).await?)
    }

    /// Removes an account that no posting and no other account needs.
    ///
    /// # Errors
    /// [`ErrorCode::InUse`] otherwise: merge it into another, or close it.
    pub async fn account_remove(&self, id: Id) -> Result<Option<EntryView>, ApiError> {
        let id = AccountId(id.into());
        let mut edit = Edit::begin(&self.store).await?;
        let account = find(&edit.names, id)?.clone();
        let unsorted = edit.unsorted().await?;
        let used = edit.books().balances(None).await?.iter().any(|balance| balance.account == id);
        if used || edit.names.accounts.children(Some(id)).next().is_some() || is_fixed(&account, unsorted) {
            let message =
                format!("account “{}” is still in use; merge it into another, or close it", account.name);
            return Err(ApiError::new(ErrorCode::InUse, message).with("what", account.name));
        }
        for statement in edit.books().statements(Some(id)).await? {
            edit.change(Delta::removed(statement));
        }
        crate::budget::forget_account(&mut edit, id).await?;
        crate::goals::follow_account(&mut edit, id, None).await?;
        edit.change(Delta::removed(account.clone()));
        EntryView::of(edit.commit("account_remove", serde_json::json!({ "account": account.name })).await?)
    }

    /// Moves every posting of an account to another of the same side, and removes it.
    ///
    /// # Errors
    /// [`ErrorCode::Invalid`] for accounts of different sides; [`ErrorCode::InUse`] while other accounts are below it.
    pub async fn account_merge(&self, id: Id, into: Id) -> Result<Option<EntryView>, ApiError> {
        let (id, into) = (AccountId(id.into()), AccountId(into.into()));
        self.store.backup(store::BackupReason::Bulk).await?;
        let mut edit = Edit::begin(&self.store).await?;
        let (gone, kept) = (find(&edit.names, id)?.clone(), find(&edit.names, into)?.clone());
        let unsorted = edit.unsorted().await?;
        if gone.account_type() != kept.account_type() || id == into {
            return Err(ApiError::invalid(
                "an account can be merged only into another on its side of the books",
            ));
        }
        if is_fixed(&gone, unsorted) || edit.names.accounts.children(Some(id)).next().is_some() {
            let message = format!("account “{}” has others below it, or the books need it", gone.name);
            return Err(ApiError::new(ErrorCode::InUse, message).with("what", gone.name));
        }
        let ids = edit.books().find(&Filter { accounts: vec![id], ..Filter::default() }).await?;
        for chunk in ids.chunks(10_000) {
            for before in edit.books().transactions(chunk).await? {
                let moved = |posting: &Posting| {
                    let account = if posting.account == id { into } else { posting.account };
                    Posting { account, ..posting.clone() }
                };
                let postings = before.postings().iter().map(moved).collect();
                let after = before.clone().with_postings(postings)?;
                edit.change(Delta::replaced(before, after));
            }
        }
        for statement in edit.books().statements(Some(id)).await? {
            edit.change(Delta::removed(statement));
        }
        crate::schedules::follow_account(&mut edit, id, into).await?;
        crate::budget::follow_account(&mut edit, id, into).await?;
        crate::goals::follow_account(&mut edit, id, Some(into)).await?;
        let count = ids.len();
        edit.change(Delta::removed(gone.clone()));
        let detail = serde_json::json!({ "account": gone.name, "into": kept.name, "count": count });
        EntryView::of(edit.commit("account_merge", detail).await?)
    }

    /// One account.
    pub(crate) async fn account(&self, id: AccountId) -> Result<AccountView, ApiError> {
        let wanted = to_id(id.0)?;
        let found = self.accounts().await?.into_iter().find(|account| account.id == wanted);
        found.ok_or_else(|| ApiError::missing(format!("account {id}")))
    }
}

/// Posts what a new account holds at the start against the opening balances.
async fn open(
    edit: &mut Edit,
    account: AccountId,
    commodity: Option<CommodityId>,
    opening: &OpeningInput,
) -> Result<(), ApiError> {
    let commodity =
        commodity.ok_or_else(|| ApiError::invalid("an opening balance needs the account's currency"))?;
    let code = edit.names.commodities.get(&commodity).map(|found| found.code.clone()).unwrap_or_default();
    let amount = edit.amount(&Money { amount: opening.amount.clone(), commodity: code }).await?;
    if amount.quantity.is_zero() {
        return Ok(());
    }
    let id = TransactionId::new(parse_day(&opening.date)?, edit.serial().await?);
    let against = edit.special(AccountKind::Opening)?;
    let cleared = |posting| Posting { status: ledger::Status::Cleared, ..posting };
    let legs = vec![cleared(Posting::new(account, amount)), Posting::new(against, amount.negated())];
    let transaction = Transaction::new(id, legs)?;
    edit.change(Delta::added(transaction));
    Ok(())
}

fn number_new_account(edit: &mut Edit, id: AccountId, number: &str) {
    for change in &mut edit.changes {
        if let store::Change::Account(Delta { after: Some(account), .. }) = change
            && account.id == id
        {
            number.clone_into(&mut account.number);
        }
    }
}

/// Another account of the same name in the same place.
fn namesake(names: &Names, account: &Account) -> Option<AccountId> {
    let mut siblings = names.accounts.children(account.parent);
    let same = |other: &&Account| other.id != account.id && composed(&other.name) == composed(&account.name);
    siblings.find(same).map(|other| other.id)
}

fn path_taken(path: &str) -> ApiError {
    ApiError::new(ErrorCode::Taken, format!("account “{path}” exists already")).with("what", path)
}

fn new_parent(names: &Names, account: &Account, parent: AccountId) -> Result<AccountId, ApiError> {
    let found = find(names, parent)?;
    if found.account_type() != account.account_type() {
        return Err(ApiError::invalid("an account stays on its side of the books"));
    }
    if names.accounts.subtree(account.id).contains(&parent) {
        return Err(ApiError::invalid("an account cannot go below itself"));
    }
    Ok(parent)
}

fn view(
    account: &Account,
    held: Vec<(Amount, i64)>,
    names: &Names,
    unsorted: Unsorted,
) -> Result<AccountView, ApiError> {
    let postings: i64 = held.iter().map(|(_, postings)| postings).sum();
    let mut balances: Vec<Money> = held.into_iter().map(|(amount, _)| Money::of(amount, names)).collect();
    if balances.is_empty()
        && let Some(commodity) = account.commodity
    {
        balances.push(Money::of(Amount::new(ledger::Quantity::ZERO, commodity), names));
    }
    balances.sort_by(|a, b| a.commodity.cmp(&b.commodity));
    let code = |id: CommodityId| names.commodities.get(&id).map(|commodity| commodity.code.clone());
    Ok(AccountView {
        id: to_id(account.id.0)?,
        parent: account.parent.map(|parent| to_id(parent.0)).transpose()?,
        name: account.name.clone(),
        path: names.accounts.path(account.id),
        kind: account.kind.code().to_owned(),
        side: side_word(account).to_owned(),
        currency: account.commodity.and_then(code),
        number: account.number.clone(),
        note: account.note.clone(),
        closed: account.closed,
        fixed: is_fixed(account, unsorted),
        balances,
        postings: u32::try_from(postings).unwrap_or(u32::MAX),
    })
}

fn side_word(account: &Account) -> &'static str {
    account.account_type().generic_kind().code()
}

fn is_fixed(account: &Account, unsorted: Unsorted) -> bool {
    account.parent.is_none()
        || unsorted.holds(account.id)
        || matches!(account.kind, AccountKind::Opening | AccountKind::Conversion)
}

pub(crate) fn find(names: &Names, id: AccountId) -> Result<&Account, ApiError> {
    names.accounts.get(id).ok_or_else(|| ApiError::missing(format!("account {id}")))
}

pub(crate) fn parse_kind(code: &str) -> Result<AccountKind, ApiError> {
    code.parse().map_err(|_| {
        let known: Vec<&str> = AccountKind::ALL.iter().map(|kind| kind.code()).collect();
        ApiError::invalid(format!("“{code}” is not a kind of account; the kinds are {}", known.join(", ")))
    })
}

pub(crate) fn parse_day(text: &str) -> Result<Day, ApiError> {
    text.parse().map_err(|_| {
        ApiError::invalid(format!("“{text}” is not a date; write 2026-11-22")).with("text", text)
    })
}

pub(crate) fn to_id(number: i64) -> Result<Id, ApiError> {
    Id::try_from(number).map_err(|_| ApiError::invalid(format!("number {number} is out of range")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, NamedFile, Progress, Start};

    /// A ledger in which one account was named before names were composed.
    async fn older(folder: &std::path::Path) -> (Books, AccountId) {
        let start = Start { currency: "THB".into(), language: Language::English, categories: false };
        let (ledger, key) = (folder.join("a.coffer"), folder.join("key"));
        let books = Books::create_with_key_file(&ledger, &key, &start).await.unwrap().books;
        let mut edit = Edit::begin(&books.store).await.unwrap();
        let parent = AccountPath::parse("Assets").unwrap();
        let parent = edit.account_at(&parent, None, None).await.unwrap();
        let baht = edit.commodity("THB").await.unwrap().id;
        let account = Account {
            id: AccountId(0),
            parent: Some(parent),
            name: "Cafe\u{301}".into(),
            kind: AccountKind::Cash,
            commodity: Some(baht),
            number: String::new(),
            note: String::new(),
            closed: false,
        };
        let id = edit.add_account(account).await.unwrap();
        edit.commit("account_add", serde_json::Value::Null).await.unwrap();
        (books, id)
    }

    #[tokio::test]
    async fn an_account_that_was_named_in_parts_is_the_one_that_looks_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let (books, cafe) = older(folder.path()).await;
        let named = |path: &str, opening: Option<OpeningInput>| AccountInput {
            path: path.into(),
            kind: Some("cash".into()),
            currency: Some("THB".into()),
            opening,
            number: String::new(),
        };
        let taken = |error: ApiError| (error.code, error.params["what"].clone());
        let refused = books.account_add(&named("Assets:Café", None)).await.unwrap_err();
        assert_eq!(taken(refused), (ErrorCode::Taken, "Assets:Café".to_owned()));
        let opening = OpeningInput { date: "2026-01-01".into(), amount: "5.00".into() };
        let below = books.account_add(&named("Assets:Café:Till", Some(opening))).await.unwrap();
        assert_eq!(below.parent, Some(to_id(cafe.0).unwrap()));
        let other = books.account_add(&named("Assets:Purse", None)).await.unwrap();
        let rename = AccountChange { name: Some("Café".into()), ..AccountChange::default() };
        let refused = books.account_edit(other.id, &rename).await.unwrap_err();
        assert_eq!(taken(refused), (ErrorCode::Taken, "Assets:Café".to_owned()));

        // What the books wrote out is known when it comes back.
        let mut table = Vec::new();
        books.export(crate::ExportFormat::Csv, &mut table).await.unwrap();
        let import =
            books.import_open(vec![NamedFile { name: "all.csv".into(), bytes: table }]).await.unwrap();
        books.import_plan(import).await.unwrap();
        let result = books.import_commit(import, &Progress::default()).await.unwrap();
        assert_eq!((result.files[0].new, result.files[0].duplicate), (0, 1));
        // And it gets its composed name when it is renamed to it.
        books.account_edit(to_id(cafe.0).unwrap(), &rename).await.unwrap();
        assert!(books.accounts().await.unwrap().iter().any(|account| account.name == "Café"));
    }
}
