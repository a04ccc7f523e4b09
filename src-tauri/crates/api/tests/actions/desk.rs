//! What these tests stand on: a ledger of their own, and a window of their own.

use api::{
    AccountInput, ApiError, Books, Id, Language, Money, OpeningInput, Places, PostingInput, Session, Start,
    Status, TransactionInput,
};
use std::path::Path;
use tempfile::TempDir;

/// A ledger in a folder that goes when it goes.
pub struct Desk {
    pub books: Books,
    _folder: TempDir,
    currency: &'static str,
}

impl Desk {
    /// A ledger with the roots of accounts alone.
    pub async fn bare(currency: &'static str) -> Self {
        Self::made(currency, false).await
    }

    /// A ledger with the categories that a new one starts with, in US dollars.
    pub async fn with_categories() -> Self {
        Self::made("USD", true).await
    }

    async fn made(currency: &'static str, categories: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let start = Start { currency: currency.into(), language: Language::English, categories };
        let (path, key) = (folder.path().join("a.coffer"), folder.path().join("key"));
        let made = Books::create_with_key_file(&path, &key, &start).await.unwrap();
        Self { books: made.books, _folder: folder, currency }
    }

    /// A new account in the ledger's currency.
    pub async fn account(&self, path: &str, kind: &str) -> Id {
        self.open_account(path, kind, self.currency, None).await
    }

    /// A new account that begins with an amount on the first day of 2026.
    pub async fn account_with(&self, path: &str, kind: &str, amount: &str, currency: &str) -> Id {
        let opening = OpeningInput { date: "2026-01-01".into(), amount: amount.into() };
        self.open_account(path, kind, currency, Some(opening)).await
    }

    /// As [`Desk::account`], where it may be refused.
    pub async fn try_account(&self, path: &str, kind: &str) -> Result<Id, ApiError> {
        self.books.account_add(&input(path, kind, self.currency, None)).await.map(|made| made.id)
    }

    async fn open_account(
        &self,
        path: &str,
        kind: &str,
        currency: &str,
        opening: Option<OpeningInput>,
    ) -> Id {
        self.books.account_add(&input(path, kind, currency, opening)).await.unwrap().id
    }

    /// Enters a transaction in the ledger's currency; answers with its id.
    pub async fn enter(&self, date: &str, legs: &[(Id, &str, Status)]) -> String {
        self.enter_tagged(date, "", &[], legs).await
    }

    /// Enters a cleared transaction with a payee.
    pub async fn enter_with(&self, date: &str, payee: &str, legs: &[(Id, &str)]) -> String {
        let legs: Vec<_> =
            legs.iter().map(|(account, amount)| (*account, *amount, Status::Cleared)).collect();
        self.enter_tagged(date, payee, &[], &legs).await
    }

    /// Enters a transaction with a payee and tags.
    pub async fn enter_tagged(
        &self,
        date: &str,
        payee: &str,
        tags: &[&str],
        legs: &[(Id, &str, Status)],
    ) -> String {
        let leg = |(account, amount, status): &(Id, &str, Status)| PostingInput {
            account: *account,
            amount: Money { amount: (*amount).into(), commodity: self.currency.into() },
            status: *status,
            memo: String::new(),
        };
        let input = TransactionInput {
            date: date.into(),
            payee: payee.into(),
            note: String::new(),
            tags: tags.iter().map(ToString::to_string).collect(),
            postings: legs.iter().map(leg).collect(),
        };
        self.books.transaction_add(&input).await.unwrap().id
    }
}

fn input(path: &str, kind: &str, currency: &str, opening: Option<OpeningInput>) -> AccountInput {
    AccountInput {
        path: path.into(),
        kind: Some(kind.into()),
        currency: Some(currency.into()),
        opening,
        number: String::new(),
    }
}

/// What a window works in, all of its folders below `home`.
pub fn session(home: &Path) -> Session {
    let folder = |name: &str| home.join(name);
    Session::new(Places {
        config: folder("config"),
        data: folder("data"),
        documents: folder("documents"),
        downloads: folder("downloads"),
    })
}
