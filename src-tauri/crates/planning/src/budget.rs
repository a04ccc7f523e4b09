//! A budget: which accounts' money it plans, in which periods, and by which method.

use crate::{Cadence, EnvelopeRules, PeriodNumber, Place, Reason, Target};
use ledger::{Account, AccountId, AccountKind, AccountTree, AccountType, CommodityId, Day, Quantity};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// A budget in one ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BudgetId(pub i64);

/// A move of money between purposes in one ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MoveId(pub i64);

/// A template of a budget in one ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TemplateId(pub i64);

/// How a budget works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Money that exists is put into envelopes, and spent from them.
    Envelope,
    /// What was planned stands beside what was.
    Tracking,
}

/// A plan for the money of some accounts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Budget {
    /// Its row in this ledger.
    pub id: BudgetId,
    /// What a person calls it.
    pub name: String,
    /// What it is kept in.
    pub commodity: CommodityId,
    /// How it works.
    pub method: Method,
    /// How its periods lie.
    pub cadence: Cadence,
    /// The first day of its first period. What was there before is to be assigned in that.
    pub since: Day,
    /// The accounts whose money it plans, each with all below it; `None` for every everyday account (see [`is_everyday`]).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accounts: Option<Vec<AccountId>>,
    /// `true` once it is no longer worked with.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub archived: bool,
}

/// `true` for what money is spent from day by day: cash, checking, savings, a wallet, a card.
pub fn is_everyday(kind: AccountKind) -> bool {
    use AccountKind as Kind;
    matches!(kind, Kind::Checking | Kind::Savings | Kind::Cash | Kind::Wallet | Kind::Card)
}

impl Budget {
    /// The first period.
    pub fn first(&self) -> PeriodNumber {
        self.cadence.period_of(self.since)
    }

    /// The period that a day counts in: those before the first one together are the one before it.
    pub fn period_of(&self, day: Day) -> PeriodNumber {
        self.cadence.period_of(day).max(self.first() - 1)
    }

    /// What each account is to the budget.
    pub fn places(&self, accounts: &AccountTree) -> HashMap<AccountId, Place> {
        let chosen: Option<HashSet<AccountId>> = self
            .accounts
            .as_ref()
            .map(|chosen| chosen.iter().flat_map(|account| accounts.subtree(*account)).collect());
        let own = |account: &Account| match &chosen {
            Some(chosen) => chosen.contains(&account.id),
            None => is_everyday(account.kind),
        };
        let place = |account: &Account| match (account.kind, account.account_type()) {
            (AccountKind::Conversion, _) => Place::Outside,
            (_, AccountType::Asset) if own(account) => Place::Cash,
            (_, AccountType::Liability) if own(account) => Place::Card,
            (_, AccountType::Equity) => Place::Opening,
            (_, AccountType::Income) => Place::Income,
            _ => Place::Envelope,
        };
        accounts.walk().into_iter().map(|account| (account.id, place(account))).collect()
    }
}

/// What a person set for an envelope of a budget, or for what is set aside for a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope {
    /// Whose.
    pub budget: BudgetId,
    /// The category, or the card.
    pub account: AccountId,
    /// The rest.
    pub settings: EnvelopeSettings,
}

/// How an envelope behaves and where it stands; what is left out is as the budget's method has it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnvelopeSettings {
    /// Whether what was not spent stays in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keeps_surplus: Option<bool>,
    /// Whether what was spent too much stays in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keeps_debt: Option<bool>,
    /// The group that it is shown in; that of the account above when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Its place among all envelopes, which is also how urgent its target is: the lowest first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<u32>,
    /// `true` where it is shown only on demand.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
    /// What it should get.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
}

impl EnvelopeSettings {
    /// What happens to it at the end of a period.
    pub fn rules(&self, method: Method) -> EnvelopeRules {
        let usual = match method {
            Method::Envelope => EnvelopeRules::default(),
            Method::Tracking => EnvelopeRules { keeps_surplus: false, keeps_debt: false },
        };
        EnvelopeRules {
            keeps_surplus: self.keeps_surplus.unwrap_or(usual.keeps_surplus),
            keeps_debt: self.keeps_debt.unwrap_or(usual.keeps_debt),
        }
    }
}

/// What money is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purse {
    /// For nothing yet.
    ToAssign,
    /// For the next period.
    Next,
    /// For a category, or for paying a card.
    Envelope(AccountId),
}

/// Money that a person gave a purpose, or another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// Its row in this ledger.
    pub id: MoveId,
    /// In which budget.
    pub budget: BudgetId,
    /// In which period.
    pub period: PeriodNumber,
    /// What it was for before.
    pub from: Purse,
    /// What it is for now.
    pub to: Purse,
    /// How much, above zero.
    pub quantity: Quantity,
    /// When it was decided, in milliseconds since 1970 UTC.
    pub at: i64,
    /// Why that much, where a target asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
}

/// What envelopes get, kept under a name to be assigned again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// Its row in this ledger.
    pub id: TemplateId,
    /// Of which budget.
    pub budget: BudgetId,
    /// Its name.
    pub name: String,
    /// What each envelope gets in a period.
    pub lines: Vec<(AccountId, Quantity)>,
}
