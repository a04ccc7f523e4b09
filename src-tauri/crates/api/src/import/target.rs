//! The account that a statement is about.

use super::Imports;
use crate::accounts::parse_kind;
use crate::edit::Edit;
use crate::{ApiError, Books, Id};
use exchange::AccountHint;
use ledger::{AccountId, AccountKind, AccountPath, composed};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::{Change, Delta, Names};

/// The account that a statement goes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// One that is there.
    Account(AccountId),
    /// One that the import makes.
    New(TargetInput),
}

/// An account that an import makes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TargetInput {
    /// Its full name.
    pub path: String,
    /// What it is for: `checking`.
    pub kind: String,
    /// Code of its commodity; what the file says, else the ledger's currency, when left out.
    pub currency: Option<String>,
}

impl Books {
    /// Chooses the account that a statement goes to: one that is there, or one that the import makes.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`], [`crate::ErrorCode::Invalid`] for a path or kind that cannot be.
    pub async fn import_target(
        &self,
        import: Id,
        file: u32,
        statement: u32,
        account: Option<Id>,
        new: Option<&TargetInput>,
    ) -> Result<(), ApiError> {
        if let Some(new) = new {
            let path = AccountPath::parse(&new.path)?;
            if parse_kind(&new.kind)?.account_type() != path.account_type() {
                return Err(ApiError::invalid(format!(
                    "a {} account does not belong below that root",
                    new.kind
                )));
            }
        }
        let mut imports = self.imports.lock().await;
        let chosen = imports.statement(import, file, statement)?;
        chosen.target = match (account, new) {
            (Some(id), _) => Some(Target::Account(AccountId(id.into()))),
            (None, Some(new)) => Some(Target::New(new.clone())),
            (None, None) => None,
        };
        drop(imports);
        self.import_plan(import).await
    }

    /// Chooses whether an empty account starts with the balance that the file states before its first row.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`].
    pub async fn import_opening(
        &self,
        import: Id,
        file: u32,
        statement: u32,
        opening: bool,
    ) -> Result<(), ApiError> {
        let mut imports: tokio::sync::MutexGuard<'_, Imports> = self.imports.lock().await;
        imports.statement(import, file, statement)?.opening = opening;
        drop(imports);
        self.import_plan(import).await
    }
}

/// The account that a file's words point to, if they point to one: by its number, else by its name.
pub(super) fn find(hint: &AccountHint, names: &Names) -> Option<Target> {
    let holdings = || {
        names.accounts.walk().into_iter().filter(|account| names.is_holding(account.id) && !account.closed)
    };
    if let Some(number) = hint.number.as_deref().map(digits).filter(|number| !number.is_empty()) {
        let found = holdings()
            .find(|account| !account.number.is_empty() && same_number(&digits(&account.number), &number));
        if let Some(found) = found {
            return Some(Target::Account(found.id));
        }
    }
    let name = &*composed(hint.name.as_deref()?);
    let mut named = holdings().filter(|account| {
        account.name.eq_ignore_ascii_case(name) || names.accounts.path(account.id).eq_ignore_ascii_case(name)
    });
    let found = named.next()?;
    named.next().is_none().then_some(Target::Account(found.id))
}

/// A new account with the name that the file gives it.
pub(super) fn suggestion(hint: &AccountHint, fallback: &str) -> TargetInput {
    let kind = hint.kind.unwrap_or(AccountKind::Checking);
    let given = [hint.name.as_deref(), hint.number.as_deref(), Some(fallback)];
    let name = given.into_iter().flatten().map(str::trim).find(|name| !name.is_empty()).unwrap_or("Account");
    // A colon would make a level of its own.
    let name = name.replace(':', " ").replace(char::is_control, " ");
    TargetInput {
        path: format!("{}:{}", kind.account_type().root_name(), name.trim()),
        kind: kind.code().to_owned(),
        currency: hint.commodity.clone(),
    }
}

/// The account of a target, made where it is not there, with the bank's number noted.
pub(super) async fn resolve(
    edit: &mut Edit,
    target: &Target,
    hint: &AccountHint,
    base: &str,
) -> Result<AccountId, ApiError> {
    match target {
        Target::Account(id) => {
            crate::accounts::find(&edit.names, *id)?;
            Ok(*id)
        }
        Target::New(input) => {
            let path = AccountPath::parse(&input.path)?;
            if let Some(found) = edit.names.accounts.find(&path) {
                return Ok(found.id);
            }
            let code = input.currency.as_deref().or(hint.commodity.as_deref()).unwrap_or(base);
            let commodity = edit.commodity(code).await?.id;
            let id = edit.account_at(&path, Some(parse_kind(&input.kind)?), Some(commodity)).await?;
            for change in &mut edit.changes {
                if let Change::Account(Delta { after: Some(account), .. }) = change
                    && account.id == id
                {
                    account.number = hint.number.clone().unwrap_or_default();
                }
            }
            Ok(id)
        }
    }
}

fn digits(number: &str) -> String {
    number.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>().to_uppercase()
}

/// Banks mask numbers: `XXXX1234` and `1234567890121234` are one when what is not masked agrees.
fn same_number(a: &str, b: &str) -> bool {
    let tail = |number: &str| number.trim_start_matches(['X', '*']).to_owned();
    let (a_tail, b_tail) = (tail(a), tail(b));
    if a_tail.len() == a.len() && b_tail.len() == b.len() {
        return a == b;
    }
    a_tail.len() >= 4 && b_tail.len() >= 4 && (a_tail.ends_with(&b_tail) || b_tail.ends_with(&a_tail))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masked_numbers_are_one_when_what_is_shown_agrees() {
        for (a, b, same) in [
            ("1234567890", "1234567890", true),
            ("123-4-56789-0", "1234567890", true),
            ("XXXXXX7890", "1234567890", true),
            ("xxx-x-x5678-9", "1234567890", false),
            ("XX90", "1234567890", false),
            ("1234567890", "4567890", false),
        ] {
            assert_eq!(same_number(&digits(a), &digits(b)), same, "{a} {b}");
        }
    }
}
