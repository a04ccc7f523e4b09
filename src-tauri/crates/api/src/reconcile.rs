//! Agreeing an account with its statement.

use crate::accounts::{find, parse_day, to_id};
use crate::edit::Edit;
use crate::register::Facts;
use crate::transactions::parse_id;
use crate::{ApiError, Books, EntryView, ErrorCode, Id, Money, RegisterRow};
use ledger::{
    AccountId, Amount, CommodityId, Day, Posting, Quantity, Statement, StatementId, Status, TransactionId,
};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::HashSet;
use store::{Delta, Names};

/// What reconciling an account starts from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Reconciliation {
    /// The account.
    pub account: Id,
    /// The statement's day.
    pub date: String,
    /// What earlier statements have agreed.
    pub reconciled: Money,
    /// What is cleared and not yet reconciled, up to the statement's day.
    pub cleared: Money,
    /// How many postings those are.
    pub cleared_count: u32,
    /// How many postings are pending up to that day.
    pub pending_count: u32,
    /// The postings not yet reconciled, newest first, as many as a screen can hold.
    pub rows: Vec<RegisterRow>,
    /// The day of the last statement that was agreed.
    pub last: Option<String>,
}

/// A statement to agree with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct StatementInput {
    /// The account.
    pub account: Id,
    /// The statement's day.
    pub date: String,
    /// Its closing balance; negative for what is owed.
    pub balance: Money,
    /// Keys of pending transactions that are on it.
    #[serde(default)]
    pub ticked: Vec<String>,
    /// Keys of cleared transactions that are not on it.
    #[serde(default)]
    pub unticked: Vec<String>,
}

/// A balance that a statement states, beside ours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct StatementView {
    /// Its number.
    pub id: Id,
    /// The account.
    pub account: Id,
    /// Its day.
    pub date: String,
    /// What it states; negative for what is owed.
    pub stated: Money,
    /// What the books hold at the end of that day.
    pub held: Money,
    /// Stated less held.
    pub difference: Money,
    /// `true` once agreed.
    pub reconciled: bool,
}

/// The most rows that the screen of a reconciliation lists one by one.
const ROWS: u32 = 2_000;

impl Books {
    /// What reconciling an account with a statement of `date` starts from.
    ///
    /// # Errors
    /// [`ErrorCode::Invalid`] for an account without a currency of its own.
    pub async fn reconciliation(&self, account: Id, date: &str) -> Result<Reconciliation, ApiError> {
        let (id, day) = (AccountId(account.into()), parse_day(date)?);
        let mut reader = self.store.read().await?;
        let names = reader.names().await?;
        let commodity = own_commodity(&names, id)?;
        let open = reader.unreconciled(id, commodity, day, ROWS).await?;
        let last = reader.statements(Some(id)).await?;
        let last =
            last.iter().rfind(|statement| statement.reconciled).map(|statement| statement.day.to_string());
        let money = |quantity| Money::of(Amount::new(quantity, commodity), &names);
        let (reconciled, cleared) = (money(open.reconciled), money(open.cleared));
        let rows = Facts::read(&mut reader, &open.newest, names).await?.rows(&open.newest, &[id])?;
        Ok(Reconciliation {
            account,
            date: day.to_string(),
            reconciled,
            cleared,
            cleared_count: u32::try_from(open.cleared_count).unwrap_or(u32::MAX),
            pending_count: u32::try_from(open.pending_count).unwrap_or(u32::MAX),
            rows,
            last,
        })
    }

    /// Agrees an account with a statement: everything cleared up to its day, less what was unticked, plus what was ticked,
    /// must make up its balance. Those postings are locked, and a balance that was noted for that day has done its work.
    ///
    /// # Errors
    /// [`ErrorCode::Unbalanced`] with the difference.
    pub async fn reconcile(&self, input: &StatementInput) -> Result<Option<EntryView>, ApiError> {
        let (account, day) = (AccountId(input.account.into()), parse_day(&input.date)?);
        let ids = |texts: &[String]| texts.iter().map(|id| parse_id(id)).collect::<Result<HashSet<_>, _>>();
        let (ticked, unticked) = (ids(&input.ticked)?, ids(&input.unticked)?);
        let mut edit = Edit::begin(&self.store).await?;
        let stated = edit.amount(&input.balance).await?;
        let open = edit.books().unreconciled(account, stated.commodity, day, u32::MAX).await?;
        let mut total = open.reconciled;
        for chunk in open.newest.chunks(10_000) {
            for before in edit.books().transactions(chunk).await? {
                let mut postings = before.postings().to_vec();
                let mut touched = false;
                for leg in postings.iter_mut().filter(|leg| counts(leg, account, stated.commodity)) {
                    if on_statement(leg, before.id, &ticked, &unticked) {
                        total = total.plus(leg.amount.quantity)?;
                        leg.status = Status::Reconciled;
                        touched = true;
                    }
                }
                if touched {
                    let after = before.clone().with_postings(postings)?;
                    edit.change(Delta::replaced(before, after));
                }
            }
        }
        if total != stated.quantity {
            return Err(differs(&edit.names, stated, total)?);
        }
        let same_day = |noted: &Statement| !noted.reconciled && noted.day == day;
        for noted in edit.books().statements(Some(account)).await?.into_iter().filter(same_day) {
            if noted.balance.commodity == stated.commodity {
                edit.change(Delta::removed(noted));
            }
        }
        let id = StatementId(edit.writer().next_id("statement").await?);
        edit.change(Delta::added(Statement { id, account, day, balance: stated, reconciled: true }));
        let name = find(&edit.names, account)?.name.clone();
        let detail = serde_json::json!({ "account": name, "date": day.to_string() });
        EntryView::of(edit.commit("reconcile", detail).await?)
    }

    /// Notes a balance that a statement states, to be compared with the books from then on.
    ///
    /// # Errors
    /// [`ErrorCode::Invalid`], [`ErrorCode::Amount`].
    pub async fn statement_add(&self, input: &StatementInput) -> Result<Option<EntryView>, ApiError> {
        let (account, day) = (AccountId(input.account.into()), parse_day(&input.date)?);
        let mut edit = Edit::begin(&self.store).await?;
        let name = find(&edit.names, account)?.name.clone();
        let balance = edit.amount(&input.balance).await?;
        let id = StatementId(edit.writer().next_id("statement").await?);
        edit.change(Delta::added(Statement { id, account, day, balance, reconciled: false }));
        EntryView::of(edit.commit("statement_add", serde_json::json!({ "account": name })).await?)
    }

    /// Removes a noted balance; the postings of one that was agreed are cleared again.
    ///
    /// # Errors
    /// [`ErrorCode::Missing`]; [`ErrorCode::Invalid`] for an agreed one that a later one builds on.
    pub async fn statement_remove(&self, id: Id) -> Result<Option<EntryView>, ApiError> {
        let id = StatementId(id.into());
        let mut edit = Edit::begin(&self.store).await?;
        let all = edit.books().statements(None).await?;
        let statement = all.iter().find(|statement| statement.id == id).cloned();
        let statement = statement.ok_or_else(|| ApiError::missing(format!("statement {id}")))?;
        let agreed =
            |other: &&Statement| other.account == statement.account && other.reconciled && other.id != id;
        if statement.reconciled {
            if all.iter().filter(agreed).any(|other| other.day >= statement.day) {
                return Err(ApiError::invalid("take the later reconciliations of this account back first"));
            }
            let since = all.iter().filter(agreed).map(|other| other.day.offset(1)).max();
            reopen(&mut edit, &statement, since.unwrap_or(Day::MIN)).await?;
        }
        let name = find(&edit.names, statement.account)?.name.clone();
        edit.change(Delta::removed(statement));
        EntryView::of(edit.commit("statement_remove", serde_json::json!({ "account": name })).await?)
    }

    /// The balances that statements state beside ours, newest first: of one account, or of all.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn statements(&self, account: Option<Id>) -> Result<Vec<StatementView>, ApiError> {
        let mut reader = self.store.read().await?;
        let names = reader.names().await?;
        let mut views = Vec::new();
        for statement in reader.statements(account.map(|id| AccountId(id.into()))).await?.into_iter().rev() {
            let commodity = statement.balance.commodity;
            let held = reader.account_balance(statement.account, commodity, statement.day).await?;
            let difference = statement.balance.quantity.plus(held.negated())?;
            let money = |quantity| Money::of(Amount::new(quantity, commodity), &names);
            views.push(StatementView {
                id: to_id(statement.id.0)?,
                account: to_id(statement.account.0)?,
                date: statement.day.to_string(),
                stated: money(statement.balance.quantity),
                held: money(held),
                difference: money(difference),
                reconciled: statement.reconciled,
            });
        }
        Ok(views)
    }
}

fn counts(leg: &Posting, account: AccountId, commodity: CommodityId) -> bool {
    leg.account == account && leg.amount.commodity == commodity && leg.status != Status::Reconciled
}

fn on_statement(
    leg: &Posting,
    id: TransactionId,
    ticked: &HashSet<TransactionId>,
    unticked: &HashSet<TransactionId>,
) -> bool {
    match leg.status {
        Status::Pending => ticked.contains(&id),
        Status::Cleared | Status::Reconciled => !unticked.contains(&id),
    }
}

/// Clears again what a statement locked since the one before it.
async fn reopen(edit: &mut Edit, statement: &Statement, since: Day) -> Result<(), ApiError> {
    let filter = store::Filter {
        accounts: vec![statement.account],
        to: Some(statement.day),
        from: Some(since),
        status: Some(Status::Reconciled),
        ..store::Filter::default()
    };
    for chunk in edit.books().find(&filter).await?.chunks(10_000) {
        for before in edit.books().transactions(chunk).await? {
            let mut postings = before.postings().to_vec();
            let locked = |leg: &&mut Posting| {
                leg.account == statement.account && leg.amount.commodity == statement.balance.commodity
            };
            postings.iter_mut().filter(locked).for_each(|leg| leg.status = Status::Cleared);
            let after = before.clone().with_postings(postings)?;
            edit.change(Delta::replaced(before, after));
        }
    }
    Ok(())
}

fn own_commodity(names: &Names, account: AccountId) -> Result<CommodityId, ApiError> {
    let found = find(names, account)?;
    found
        .commodity
        .ok_or_else(|| ApiError::invalid(format!("give account “{}” a currency first", found.name)))
}

fn differs(names: &Names, stated: Amount, total: Quantity) -> Result<ApiError, ApiError> {
    let difference = Amount::new(stated.quantity.plus(total.negated())?, stated.commodity);
    let (stated, difference) = (Money::of(stated, names), Money::of(difference, names));
    let message = format!(
        "the statement says {} {}, the ticked rows differ by {}",
        stated.amount, stated.commodity, difference.amount
    );
    let error = ApiError::new(ErrorCode::Unbalanced, message);
    Ok(error
        .with("stated", stated.amount)
        .with("difference", difference.amount)
        .with("commodity", stated.commodity))
}
