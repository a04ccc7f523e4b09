//! An account: a place where money is, or a reason why it came or went.

use crate::{AccountId, CommodityId};
use serde::{Deserialize, Serialize};

/// The five sides of the books.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountType {
    /// What is owned.
    Asset,
    /// What is owed.
    Liability,
    /// What the books started with, and conversions between commodities.
    Equity,
    /// Why money came.
    Income,
    /// Why money went.
    Expense,
}

impl AccountType {
    /// All five, in the order of a balance sheet followed by an income statement.
    pub const ALL: [Self; 5] = [Self::Asset, Self::Liability, Self::Equity, Self::Income, Self::Expense];

    /// The name of the root account of this type, which starts every path of this type.
    pub fn root_name(self) -> &'static str {
        match self {
            Self::Asset => "Assets",
            Self::Liability => "Liabilities",
            Self::Equity => "Equity",
            Self::Income => "Income",
            Self::Expense => "Expenses",
        }
    }

    /// The generic kind of this type.
    pub fn generic_kind(self) -> AccountKind {
        match self {
            Self::Asset => AccountKind::Asset,
            Self::Liability => AccountKind::Liability,
            Self::Equity => AccountKind::Equity,
            Self::Income => AccountKind::Income,
            Self::Expense => AccountKind::Expense,
        }
    }

    /// `true` for the two types that a statement can be about and that make up net worth.
    pub fn is_holding(self) -> bool {
        matches!(self, Self::Asset | Self::Liability)
    }

    /// `true` for the two types that categorise money coming and going.
    pub fn is_category(self) -> bool {
        matches!(self, Self::Income | Self::Expense)
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $code:literal, $type:ident;)*) => {
        /// What an account is for; it fixes the account's type.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[cfg_attr(feature = "types", derive(specta::Type))]
        pub enum AccountKind { $($(#[$doc])* $kind,)* }

        impl AccountKind {
            /// Every kind, assets first.
            pub const ALL: &[Self] = &[$(Self::$kind,)*];

            /// The word that stores and names it.
            pub fn code(self) -> &'static str {
                match self { $(Self::$kind => $code,)* }
            }

            /// The side of the books it belongs to.
            pub fn account_type(self) -> AccountType {
                match self { $(Self::$kind => AccountType::$type,)* }
            }
        }
    };
}

kinds! {
    /// A current account at a bank.
    Checking = "checking", Asset;
    /// A savings or deposit account.
    Savings = "savings", Asset;
    /// Notes and coins.
    Cash = "cash", Asset;
    /// Electronic money or coins, often of several commodities.
    Wallet = "wallet", Asset;
    /// Securities and the cash beside them.
    Brokerage = "brokerage", Asset;
    /// Money that somebody owes us.
    Receivable = "receivable", Asset;
    /// Any other thing of value, and groups of assets.
    Asset = "asset", Asset;
    /// A credit or charge card.
    Card = "card", Liability;
    /// Money borrowed.
    Loan = "loan", Liability;
    /// Money that we owe somebody.
    Payable = "payable", Liability;
    /// Any other debt, and groups of liabilities.
    Liability = "liability", Liability;
    /// What accounts held before their first transaction here.
    Opening = "opening", Equity;
    /// The account through which one commodity becomes another.
    Conversion = "conversion", Equity;
    /// Any other equity, and groups of it.
    Equity = "equity", Equity;
    /// A category of money coming in.
    Income = "income", Income;
    /// A category of money going out.
    Expense = "expense", Expense;
}

impl std::str::FromStr for AccountKind {
    type Err = UnknownKind;
    fn from_str(code: &str) -> Result<Self, UnknownKind> {
        let found = Self::ALL.iter().find(|kind| kind.code() == code);
        found.copied().ok_or_else(|| UnknownKind { code: code.to_owned() })
    }
}

/// A word that names no kind of account.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{code}” is not a kind of account")]
pub struct UnknownKind {
    /// The word as given.
    pub code: String,
}

/// A node in the tree of accounts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Its row in this ledger.
    pub id: AccountId,
    /// The account above it; `None` for the five roots.
    pub parent: Option<AccountId>,
    /// Its own name, the last part of its path.
    pub name: String,
    /// What it is for.
    pub kind: AccountKind,
    /// The commodity it is kept in, if it has one of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commodity: Option<CommodityId>,
    /// Its number at the bank, by which a statement finds it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// Anything a person wants to remember of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// `true` once it takes no new transactions and is hidden from lists.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub closed: bool,
}

impl Account {
    /// The side of the books it belongs to.
    pub fn account_type(&self) -> AccountType {
        self.kind.account_type()
    }
}
