//! The other side of a row: the category it is sorted into, or the account it comes from or goes to.

use super::plan::Planner;
use super::target;
use crate::ApiError;
use exchange::categoriser;
use exchange::matching::Incoming;
use exchange::{Counterpart, Draft};
use ledger::{AccountId, AccountKind, AccountPath, AccountType, Amount, Posting, Quantity, Sorting};
use rust_decimal::Decimal;
use std::collections::HashMap;

impl Planner<'_> {
    /// The other side of a row: what a rule says, else the file, else the categoriser, else nobody.
    pub(super) async fn counter(
        &mut self,
        account: AccountId,
        draft: &Draft,
        ruled: &Option<exchange::Decided<Counterpart>>,
        proposal: Option<categoriser::Proposal>,
        directions: &HashMap<&str, bool>,
    ) -> Result<(AccountId, Sorting), ApiError> {
        if let Some(decided) = ruled {
            let (Counterpart::Category(counter) | Counterpart::Transfer(counter)) = decided.value;
            if counter != account && self.edit.names.accounts.get(counter).is_some() {
                return Ok((counter, Sorting::Rule { rule: decided.rule }));
            }
        }
        let named =
            self.named(account, draft.category.as_deref(), draft.transfer.as_deref(), directions).await?;
        if let Some(counter) = named {
            return Ok((counter, Sorting::File));
        }
        if let Some(proposal) =
            proposal.filter(|proposal| self.edit.names.accounts.get(proposal.category).is_some())
        {
            return Ok((proposal.category, proposal.into()));
        }
        let unsorted =
            if draft.amount > Decimal::ZERO { self.unsorted.income } else { self.unsorted.expense };
        Ok((unsorted, Sorting::Nobody))
    }

    /// The account that a file names as the other side.
    async fn named(
        &mut self,
        account: AccountId,
        category: Option<&str>,
        transfer: Option<&str>,
        directions: &HashMap<&str, bool>,
    ) -> Result<Option<AccountId>, ApiError> {
        if let Some(name) = transfer.map(str::trim).filter(|name| !name.is_empty()) {
            let counter = self.transfer_account(name).await?;
            // A transfer to itself is how some programs write what an account started with.
            return Ok(Some(if counter == account {
                self.edit.special(AccountKind::Opening)?
            } else {
                counter
            }));
        }
        match category.map(str::trim).filter(|name| !name.is_empty()) {
            Some(name) => self.category(name, directions.get(name).copied().unwrap_or_default()).await,
            None => Ok(None),
        }
    }

    async fn transfer_account(&mut self, name: &str) -> Result<AccountId, ApiError> {
        let hint = exchange::AccountHint { name: Some(name.to_owned()), ..exchange::AccountHint::default() };
        if let Some(target::Target::Account(found)) = target::find(&hint, &self.edit.names) {
            return Ok(found);
        }
        let new =
            target::TargetInput { kind: AccountKind::Asset.code().into(), ..target::suggestion(&hint, name) };
        target::resolve(self.edit, &target::Target::New(new), &hint, &self.base).await
    }

    /// The category that a file names: one of that name, else a new one on the side that most of its rows are on.
    async fn category(&mut self, name: &str, income: bool) -> Result<Option<AccountId>, ApiError> {
        let wanted = name.to_lowercase();
        let tree = &self.edit.names.accounts;
        let known =
            tree.walk().into_iter().filter(|known| known.account_type().is_category()).find(|known| {
                let path = tree.names(known.id).get(1..).unwrap_or_default().join(":");
                path.to_lowercase() == wanted
            });
        if let Some(known) = known {
            return Ok(Some(known.id));
        }
        let side = if income { AccountType::Income } else { AccountType::Expense };
        // A name that cannot be a path is no category; the row is left for a person to sort.
        let Ok(path) = AccountPath::parse(&format!("{}:{name}", side.root_name())) else { return Ok(None) };
        self.edit.account_at(&path, None, None).await.map(Some)
    }

    pub(super) async fn splits(
        &mut self,
        postings: &mut Vec<Posting>,
        account: AccountId,
        row: &Incoming<'_>,
        directions: &HashMap<&str, bool>,
    ) -> Result<(), ApiError> {
        let scale = self.edit.names.scale(row.amount.commodity);
        for part in &row.draft.splits {
            let named =
                self.named(account, part.category.as_deref(), part.transfer.as_deref(), directions).await?;
            let unsorted =
                if part.amount > Decimal::ZERO { self.unsorted.income } else { self.unsorted.expense };
            let quantity = Quantity::from_decimal(part.amount, scale)?.negated();
            let leg = Posting::new(named.unwrap_or(unsorted), Amount::new(quantity, row.amount.commodity));
            postings.push(Posting { memo: part.note.clone(), ..leg });
        }
        Ok(())
    }
}

/// For each category that a file names, `true` when its rows bring in more than they take out.
pub(super) fn category_directions(drafts: &[Draft]) -> HashMap<&str, bool> {
    let mut sums: HashMap<&str, Decimal> = HashMap::new();
    for draft in drafts {
        let parts = draft.splits.iter().map(|part| (part.category.as_deref(), part.amount));
        for (category, amount) in parts.chain([(draft.category.as_deref(), draft.amount)]) {
            if let Some(category) = category {
                let sum = sums.entry(category.trim()).or_default();
                *sum = sum.saturating_add(amount);
            }
        }
    }
    sums.into_iter().map(|(category, sum)| (category, sum > Decimal::ZERO)).collect()
}
