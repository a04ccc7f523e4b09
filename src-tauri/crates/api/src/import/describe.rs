//! What a plan built, in words.

use super::open::PendingFile;
use super::plan::RowPlan;
use super::rows::EarlierRow;
use super::update::Built;
use crate::accounts::to_id;
use crate::edit::Edit;
use crate::transactions::sorting_view;
use crate::{ApiError, CategoryCell, Money, SortingView};
use exchange::matching::TwinReason;
use ledger::{AccountId, AccountKind, PayeeId, RuleId, Transaction, TransactionId};
use std::collections::HashMap;
use store::{Change, Delta, Names};

/// The words of a row that its plan made.
#[derive(Default)]
pub(crate) struct RowText {
    pub payee: Option<String>,
    pub category: Option<CategoryCell>,
    pub sorting: Option<SortingView>,
    /// The row that it is, where an earlier one of this import brings it.
    pub earlier: Option<EarlierRow>,
}

/// Puts what a plan built into words, before the dry run that built it is given up.
pub(super) async fn describe(
    files: &mut [PendingFile],
    built: &Built,
    edit: &mut Edit,
) -> Result<(), ApiError> {
    let names = edit.names.clone();
    let file_names: Vec<String> = files.iter().map(|file| file.name.clone()).collect();
    let mut payees: HashMap<PayeeId, String> =
        edit.books().payees().await?.into_iter().map(|payee| (payee.id, payee.name)).collect();
    for change in &edit.changes {
        if let Change::Payee(Delta { after: Some(payee), .. }) = change {
            payees.insert(payee.id, payee.name.clone());
        }
    }
    let rules = crate::rules::names(edit.books()).await?;
    let unsorted = edit.unsorted().await?;
    let facts =
        TextFacts { names: &names, payees: &payees, rules: &rules, unsorted, built, files: &file_names };
    for statement in files.iter_mut().flat_map(|file| &mut file.statements) {
        let Some(plan) = &mut statement.plan else { continue };
        let Some(account) = plan.account else { continue };
        plan.texts = plan.rows.iter().map(|row| facts.text(row, account)).collect::<Result<_, _>>()?;
    }
    Ok(())
}

struct TextFacts<'a> {
    names: &'a Names,
    payees: &'a HashMap<PayeeId, String>,
    rules: &'a HashMap<RuleId, String>,
    unsorted: crate::starter::Unsorted,
    built: &'a Built,
    files: &'a [String],
}

impl TextFacts<'_> {
    fn text(&self, row: &RowPlan, account: AccountId) -> Result<RowText, ApiError> {
        // What a schedule expected is made by the row itself.
        let twin = row.decision.outcome.twin().filter(|twin| twin.reason != TwinReason::Scheduled);
        let twin = twin.map(|twin| twin.transaction);
        let earlier = twin.and_then(|twin| self.earlier(twin, account));
        match row.transaction.and_then(|id| self.built.get(id)) {
            Some(transaction) => Ok(RowText { earlier, ..self.words(transaction, account)? }),
            None => Ok(RowText { earlier, ..RowText::default() }),
        }
    }

    /// A twin that this import makes itself.
    fn earlier(&self, id: TransactionId, account: AccountId) -> Option<EarlierRow> {
        let file = self.files.get(self.built.file_of(id)?)?;
        let transaction = self.built.get(id)?;
        let leg = transaction.postings().iter().find(|leg| leg.account == account)?;
        Some(EarlierRow {
            file: file.clone(),
            line: leg.origin.as_ref().map_or(0, |origin| origin.line),
            date: transaction.day().to_string(),
            description: transaction.description.clone(),
            amount: Money::of(leg.amount, self.names),
        })
    }

    fn words(&self, transaction: &Transaction, account: AccountId) -> Result<RowText, ApiError> {
        let conversion =
            |id| self.names.accounts.get(id).is_some_and(|found| found.kind == AccountKind::Conversion);
        let others: Vec<_> = transaction
            .postings()
            .iter()
            .filter(|leg| leg.account != account && !conversion(leg.account))
            .collect();
        let category = match others.as_slice() {
            [only] if self.unsorted.holds(only.account) => CategoryCell::Unsorted,
            [only] if self.names.is_category(only.account) => CategoryCell::Category {
                account: to_id(only.account.0)?,
                path: self.names.accounts.path(only.account),
            },
            [only] => CategoryCell::Transfer {
                account: to_id(only.account.0)?,
                path: self.names.accounts.path(only.account),
                amount: None,
            },
            several => CategoryCell::Split { parts: u32::try_from(several.len()).unwrap_or(u32::MAX) },
        };
        Ok(RowText {
            payee: Some(transaction.payee.and_then(|id| self.payees.get(&id).cloned()).unwrap_or_default()),
            category: Some(category),
            sorting: Some(sorting_view(&transaction.sorting, self.rules)?),
            earlier: None,
        })
    }
}
