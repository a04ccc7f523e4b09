//! The full name of an account: `Assets:Bank:Checking`.

use crate::{AccountType, composed};

/// A path of one or more names whose first is a root: `Assets`, `Liabilities`, `Equity`, `Income`, `Expenses`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AccountPath {
    account_type: AccountType,
    names: Vec<String>,
}

/// Why a text is not the path of an account.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AccountPathError {
    /// A name between colons is empty.
    #[error("“{path}” has an empty part; write paths like Assets:Bank:Checking")]
    EmptyName {
        /// The path as given.
        path: String,
    },
    /// The first name is none of the five roots.
    #[error("“{path}” must start with Assets, Liabilities, Equity, Income or Expenses")]
    UnknownRoot {
        /// The path as given.
        path: String,
    },
    /// A name holds a character that paths cannot carry.
    #[error("an account name cannot hold “:” or line breaks: “{name}”")]
    ForbiddenCharacter {
        /// The name as given.
        name: String,
    },
}

impl AccountPath {
    /// The path that `text` writes with colons. Names are [`composed`].
    ///
    /// # Errors
    /// [`AccountPathError`] when a part is empty or the root is unknown.
    pub fn parse(text: &str) -> Result<Self, AccountPathError> {
        let names: Vec<String> = text.split(':').map(|name| composed(name).into_owned()).collect();
        if names.iter().any(String::is_empty) {
            return Err(AccountPathError::EmptyName { path: text.to_owned() });
        }
        if let Some(name) = names.iter().find(|name| name.chars().any(char::is_control)) {
            return Err(AccountPathError::ForbiddenCharacter { name: name.clone() });
        }
        let account_type = AccountType::ALL
            .into_iter()
            .find(|account_type| names.first().is_some_and(|root| root == account_type.root_name()))
            .ok_or_else(|| AccountPathError::UnknownRoot { path: text.to_owned() })?;
        Ok(Self { account_type, names })
    }

    /// The side of the books that the root names.
    pub fn account_type(&self) -> AccountType {
        self.account_type
    }

    /// The names from the root down.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Checks one name of a path.
    ///
    /// # Errors
    /// [`AccountPathError`] when it is empty or holds a colon or a control character.
    pub fn check_name(name: &str) -> Result<(), AccountPathError> {
        if name.trim().is_empty() {
            return Err(AccountPathError::EmptyName { path: name.to_owned() });
        }
        if name.contains(':') || name.chars().any(char::is_control) {
            return Err(AccountPathError::ForbiddenCharacter { name: name.to_owned() });
        }
        Ok(())
    }
}

impl std::fmt::Display for AccountPath {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.names.join(":"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_starts_with_a_root_and_has_no_empty_part() {
        let path = AccountPath::parse("Assets: Bank :บัญชี").unwrap();
        assert_eq!((path.account_type(), path.to_string().as_str()), (AccountType::Asset, "Assets:Bank:บัญชี"));
        for (text, error) in [
            ("Assets::Bank", AccountPathError::EmptyName { path: "Assets::Bank".into() }),
            ("", AccountPathError::EmptyName { path: String::new() }),
            ("Bank:Checking", AccountPathError::UnknownRoot { path: "Bank:Checking".into() }),
            ("Assets:a\nb", AccountPathError::ForbiddenCharacter { name: "a\nb".into() }),
        ] {
            assert_eq!(AccountPath::parse(text), Err(error));
        }
    }
}
