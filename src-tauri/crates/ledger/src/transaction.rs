//! A transaction: postings that sum to zero in every commodity.

use crate::{AccountId, Amount, CommodityId, Day, PayeeId, Posting, Quantity, QuantityError, RuleId, TagId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A transaction's key: its day in the high half, a serial number that no other transaction of the ledger has
/// in the low half. Keys therefore sort by date, and within a day by the order of entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TransactionId(i64);

impl TransactionId {
    /// The key of the transaction with this serial number on this day.
    pub fn new(day: Day, serial: u32) -> Self {
        Self((i64::from(day.number()) << 32) | i64::from(serial))
    }

    /// The key that a number stores, if its day lies within the calendar's range.
    pub fn from_number(number: i64) -> Option<Self> {
        Day::from_number(number >> 32).map(|_| Self(number))
    }

    /// The smallest key that a transaction on `day` could have.
    pub fn first_on(day: Day) -> Self {
        Self::new(day, 0)
    }

    /// The largest key that a transaction on `day` could have.
    pub fn last_on(day: Day) -> Self {
        Self::new(day, u32::MAX)
    }

    /// The number that stores it.
    pub fn number(self) -> i64 {
        self.0
    }

    /// The day of the transaction.
    pub fn day(self) -> Day {
        Day::from_number(self.0 >> 32).unwrap_or(Day::MIN)
    }

    /// The serial number.
    pub fn serial(self) -> u32 {
        u32::try_from(self.0 & i64::from(u32::MAX)).unwrap_or_default()
    }

    /// The key of the same transaction on another day.
    #[must_use]
    pub fn moved_to(self, day: Day) -> Self {
        Self::new(day, self.serial())
    }
}

impl std::fmt::Display for TransactionId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// Who chose the category.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "by")]
pub enum Sorting {
    /// Nobody yet.
    #[default]
    Nobody,
    /// A person; the categoriser learns from these alone.
    Person,
    /// The imported file.
    File,
    /// A rule.
    Rule {
        /// Which.
        rule: RuleId,
    },
    /// The categoriser, as a proposal until a person confirms it.
    Proposal {
        /// The word or payee that past transactions share with this one.
        because: String,
        /// How many of those have this category.
        like: u32,
        /// How many there are.
        of: u32,
    },
}

impl Sorting {
    /// `true` while nobody has chosen a category.
    pub fn is_nobody(&self) -> bool {
        *self == Self::Nobody
    }
}

/// Why postings do not make a transaction.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Fewer than two postings.
    #[error("a transaction needs at least two postings, this one has {found}")]
    TooFewPostings {
        /// How many there are.
        found: usize,
    },
    /// The postings of a commodity do not sum to zero.
    #[error("the postings are out of balance by {} smallest units of commodity {commodity}", by.units())]
    Unbalanced {
        /// Which commodity.
        commodity: CommodityId,
        /// Their sum.
        by: Quantity,
    },
    /// An amount does not fit.
    #[error(transparent)]
    Quantity(#[from] QuantityError),
}

/// Something that happened on a day: money moved between accounts.
///
/// Invariant: at least two postings, summing to zero in each commodity. [`Transaction::new`] is the only way in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Unchecked")]
pub struct Transaction {
    /// Its key, which holds its day.
    pub id: TransactionId,
    /// Who was paid, or who paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payee: Option<PayeeId>,
    /// The bank's own text, unchanged; empty for what a person entered.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// What a person wants to remember.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Labels, in order of id, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<TagId>,
    /// Who chose the category.
    #[serde(default, skip_serializing_if = "Sorting::is_nobody")]
    pub sorting: Sorting,
    postings: Vec<Posting>,
}

impl Transaction {
    /// The transaction that `postings` make.
    ///
    /// # Errors
    /// [`Refusal`] when there are fewer than two postings, a commodity does not sum to zero or a sum does not fit.
    pub fn new(id: TransactionId, postings: Vec<Posting>) -> Result<Self, Refusal> {
        if postings.len() < 2 {
            return Err(Refusal::TooFewPostings { found: postings.len() });
        }
        if let Some((commodity, by)) = imbalance(&postings)?.into_iter().next() {
            return Err(Refusal::Unbalanced { commodity, by });
        }
        Ok(Self {
            id,
            payee: None,
            description: String::new(),
            note: String::new(),
            tags: Vec::new(),
            sorting: Sorting::default(),
            postings,
        })
    }

    /// The transaction that `postings` make once a conversion account closes what two or more commodities
    /// leave open: paying 100 USD for 3,500 THB posts the 100 USD into and the 3,500 THB out of it.
    ///
    /// # Errors
    /// [`Refusal`] as [`Transaction::new`]; a single open commodity is an imbalance, not a conversion.
    pub fn converting(
        id: TransactionId,
        mut postings: Vec<Posting>,
        conversion: AccountId,
    ) -> Result<Self, Refusal> {
        let open = imbalance(&postings)?;
        if open.len() > 1 {
            let close = |(commodity, by): (_, Quantity)| {
                Posting::new(conversion, Amount::new(by.negated(), commodity))
            };
            postings.extend(open.into_iter().map(close));
        }
        Self::new(id, postings)
    }

    /// The same transaction with other postings.
    ///
    /// # Errors
    /// [`Refusal`] as [`Transaction::new`].
    pub fn with_postings(mut self, postings: Vec<Posting>) -> Result<Self, Refusal> {
        self.postings = Self::new(self.id, postings)?.postings;
        Ok(self)
    }

    /// The legs, in the order a person entered them.
    pub fn postings(&self) -> &[Posting] {
        &self.postings
    }

    /// The day it happened.
    pub fn day(&self) -> Day {
        self.id.day()
    }
}

/// What each commodity is off by, in order of commodity; nothing when all balance.
fn imbalance(postings: &[Posting]) -> Result<BTreeMap<CommodityId, Quantity>, QuantityError> {
    // Nearly every transaction has two legs of one commodity.
    if let [a, b] = postings
        && a.amount == b.amount.negated()
    {
        return Ok(BTreeMap::new());
    }
    let mut sums: BTreeMap<CommodityId, Quantity> = BTreeMap::new();
    for Posting { amount, .. } in postings {
        let sum = sums.entry(amount.commodity).or_default();
        *sum = sum.plus(amount.quantity)?;
    }
    sums.retain(|_, sum| !sum.is_zero());
    Ok(sums)
}

/// A transaction as text brings it, before the law is checked.
#[derive(Deserialize)]
struct Unchecked {
    id: TransactionId,
    #[serde(default)]
    payee: Option<PayeeId>,
    #[serde(default)]
    description: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    tags: Vec<TagId>,
    #[serde(default)]
    sorting: Sorting,
    postings: Vec<Posting>,
}

impl TryFrom<Unchecked> for Transaction {
    type Error = Refusal;
    fn try_from(raw: Unchecked) -> Result<Self, Refusal> {
        let transaction = Self::new(raw.id, raw.postings)?;
        Ok(Self {
            payee: raw.payee,
            description: raw.description,
            note: raw.note,
            tags: raw.tags,
            sorting: raw.sorting,
            ..transaction
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn posting(account: i64, units: i128, commodity: i64) -> Posting {
        Posting::new(AccountId(account), Amount::new(Quantity::new(units).unwrap(), CommodityId(commodity)))
    }

    fn id() -> TransactionId {
        TransactionId::new("2026-11-22".parse().unwrap(), 7)
    }

    #[test]
    fn only_balanced_postings_make_a_transaction() {
        let unbalanced = |commodity, units| {
            Err(Refusal::Unbalanced { commodity: CommodityId(commodity), by: Quantity::new(units).unwrap() })
        };
        for (postings, expected) in [
            (vec![posting(1, -5, 1), posting(2, 5, 1)], Ok(())),
            (vec![posting(1, -5, 1), posting(2, 3, 1), posting(3, 2, 1)], Ok(())),
            (vec![posting(1, 0, 1), posting(2, 0, 1)], Ok(())),
            (vec![], Err(Refusal::TooFewPostings { found: 0 })),
            (vec![posting(1, 0, 1)], Err(Refusal::TooFewPostings { found: 1 })),
            (vec![posting(1, -5, 1), posting(2, 4, 1)], unbalanced(1, -1)),
            (vec![posting(1, -5, 1), posting(2, 5, 2)], unbalanced(1, -5)),
        ] {
            assert_eq!(Transaction::new(id(), postings.clone()).map(|_| ()), expected, "{postings:?}");
        }
    }

    #[test]
    fn a_conversion_passes_through_its_account() {
        let bought = vec![posting(1, -100, 1), posting(2, 3500, 2)];
        let transaction = Transaction::converting(id(), bought.clone(), AccountId(9)).unwrap();
        let expected = [bought, vec![posting(9, 100, 1), posting(9, -3500, 2)]].concat();
        assert_eq!(transaction.postings(), expected);
        let short = vec![posting(1, -100, 1), posting(2, 90, 1)];
        assert!(matches!(
            Transaction::converting(id(), short, AccountId(9)),
            Err(Refusal::Unbalanced { .. })
        ));
    }

    #[test]
    fn json_cannot_bring_in_an_unbalanced_transaction() {
        let good = Transaction::new(id(), vec![posting(1, -5, 1), posting(2, 5, 1)]).unwrap();
        let json = serde_json::to_string(&good).unwrap();
        assert_eq!(serde_json::from_str::<Transaction>(&json).unwrap(), good);
        let bad = json.replace("-5", "-6");
        assert!(serde_json::from_str::<Transaction>(&bad).is_err(), "{bad}");
    }

    proptest! {
        #[test]
        fn keys_hold_their_day_and_sort_by_it(a in Day::MIN.number()..=Day::MAX.number(), b in Day::MIN.number()..=Day::MAX.number(), x: u32, y: u32) {
            let (a, b) = (Day::from_number(a.into()).unwrap(), Day::from_number(b.into()).unwrap());
            let (first, second) = (TransactionId::new(a, x), TransactionId::new(b, y));
            prop_assert_eq!((first.day(), first.serial()), (a, x));
            prop_assert_eq!(TransactionId::from_number(first.number()), Some(first));
            prop_assert_eq!(first.cmp(&second), (a, x).cmp(&(b, y)));
        }
    }
}
