//! What a transaction with a payee tells of money that may come again.

use crate::{Movement, is_everyday};
use ledger::{AccountId, AccountKind, AccountType, Amount, CommodityId, Day, PayeeId};

/// A posting, with what its account is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Side {
    /// Whose posting it is.
    pub account: AccountId,
    /// What that account is for.
    pub kind: AccountKind,
    /// By how much it changes the account.
    pub amount: Amount,
}

/// What was paid, for what and from where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Payment {
    /// A category of spending, or the loan that it pays back.
    pub purpose: AccountId,
    /// The account that paid.
    pub account: AccountId,
    /// In what.
    pub commodity: CommodityId,
    /// In smallest units, above zero.
    pub units: i128,
}

impl Side {
    fn units(&self) -> i128 {
        self.amount.quantity.units()
    }

    fn is_of(&self, side: AccountType) -> bool {
        self.kind.account_type() == side
    }

    fn is_holding(&self) -> bool {
        self.kind.account_type().is_holding()
    }
}

impl Payment {
    /// What a transaction pays; `None` where it pays for nothing.
    pub fn of(sides: &[Side]) -> Option<Self> {
        // Tax that a customer kept back is no bill of the customer's.
        if sides.iter().any(|side| side.is_of(AccountType::Income)) {
            return None;
        }
        let is_purpose = |side: &&Side| side.is_of(AccountType::Expense) || side.kind == AccountKind::Loan;
        let purpose = sides.iter().max_by_key(|side| side.units()).filter(is_purpose)?;
        let pays = |side: &&Side| side.is_of(AccountType::Asset) || side.kind == AccountKind::Card;
        let payer = sides.iter().filter(pays).min_by_key(|side| side.units())?;
        (payer.units() < 0).then_some(Self {
            purpose: purpose.account,
            account: payer.account,
            commodity: payer.amount.commodity,
            units: -payer.units(),
        })
    }
}

impl Movement {
    /// The money that a transaction brought to or took from the one everyday account in it, for the category or loan that
    /// most of it went to or came from; `None` where there is not exactly one such account, or nothing tells what for.
    pub fn of(day: Day, payee: PayeeId, sides: &[Side]) -> Option<Self> {
        let mut own = sides.iter().filter(|side| is_everyday(side.kind));
        let (own, None) = (own.next()?, own.next()) else { return None };
        let tells = |side: &&Side| side.kind.account_type().is_category() || side.kind == AccountKind::Loan;
        let purpose = sides.iter().filter(tells).max_by_key(|side| side.units().abs())?;
        let of_own = |spent: &Spent| (spent.account, spent.commodity) == (own.account, own.amount.commodity);
        Some(Self {
            day,
            payee,
            purpose: purpose.account,
            account: own.account,
            commodity: own.amount.commodity,
            units: own.units(),
            spent: Spent::of(sides).filter(of_own).map_or(0, |spent| spent.units),
        })
    }
}

/// What a transaction spent, and from where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spent {
    /// The one asset or liability that something was taken from.
    pub account: AccountId,
    /// In what.
    pub commodity: CommodityId,
    /// How much of that went to categories of spending, in smallest units; negative, unless they gave something back.
    pub units: i128,
}

impl Spent {
    /// What a transaction spent; `None` where no category of spending is in it, or not exactly one account gave. What moves
    /// on to other accounts, as in a transfer with a fee, was not spent. Where no category is in the commodity that was
    /// given, as abroad, all that was given was spent.
    pub fn of(sides: &[Side]) -> Option<Self> {
        let spending = || sides.iter().filter(|side| side.is_of(AccountType::Expense));
        spending().next()?;
        let mut gave = sides.iter().filter(|side| side.is_holding() && side.units() < 0);
        let (payer, None) = (gave.next()?, gave.next()) else { return None };
        let (account, commodity) = (payer.account, payer.amount.commodity);
        let same = || spending().filter(|side| side.amount.commodity == commodity);
        let units = match same().next() {
            Some(_) => -same().map(Side::units).sum::<i128>(),
            None => payer.units(),
        };
        Some(Self { account, commodity, units })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledger::Quantity;

    const BANK: (i64, AccountKind) = (1, AccountKind::Checking);
    const SAVINGS: (i64, AccountKind) = (2, AccountKind::Savings);
    const CARD: (i64, AccountKind) = (3, AccountKind::Card);
    const LOAN: (i64, AccountKind) = (4, AccountKind::Loan);
    const TAX: (i64, AccountKind) = (5, AccountKind::Receivable);
    const FOOD: (i64, AccountKind) = (6, AccountKind::Expense);
    const FEES: (i64, AccountKind) = (7, AccountKind::Expense);
    const PAY: (i64, AccountKind) = (8, AccountKind::Income);
    const EXCHANGE: (i64, AccountKind) = (9, AccountKind::Conversion);

    type Told = ((i64, AccountKind), i128, i64);

    fn sides(told: &[Told]) -> Vec<Side> {
        let side = |((account, kind), units, commodity): &Told| Side {
            account: AccountId(*account),
            kind: *kind,
            amount: Amount::new(Quantity::new(*units).unwrap(), CommodityId(*commodity)),
        };
        told.iter().map(side).collect()
    }

    #[test]
    fn a_transaction_tells_what_it_pays_what_moved_and_what_was_spent() {
        // (what, legs, (purpose, payer, paid), (purpose, account, moved), (account, spent))
        type Three = (Option<(i64, i64, i128)>, Option<(i64, i64, i128)>, Option<(i64, i128)>);
        let cases: [(&str, Vec<Told>, Three); 9] = [
            (
                "lunch",
                vec![(BANK, -80, 1), (FOOD, 80, 1)],
                (Some((6, 1, 80)), Some((6, 1, -80)), Some((1, -80))),
            ),
            ("pay", vec![(BANK, 900, 1), (PAY, -900, 1)], (None, Some((8, 1, 900)), None)),
            ("a refund", vec![(CARD, 30, 1), (FOOD, -30, 1)], (None, Some((6, 3, 30)), None)),
            ("a transfer", vec![(BANK, -500, 1), (SAVINGS, 500, 1)], (None, None, None)),
            (
                "a transfer with a fee",
                vec![(BANK, -510, 1), (SAVINGS, 500, 1), (FEES, 10, 1)],
                (None, None, Some((1, -10))),
            ),
            (
                "an instalment",
                vec![(BANK, -300, 1), (LOAN, 280, 1), (FEES, 20, 1)],
                (Some((4, 1, 300)), Some((4, 1, -300)), Some((1, -20))),
            ),
            (
                "tax that comes back",
                vec![(BANK, -107, 1), (FOOD, 100, 1), (TAX, 7, 1)],
                (Some((6, 1, 107)), Some((6, 1, -107)), Some((1, -100))),
            ),
            (
                "abroad",
                vec![(CARD, -50, 2), (EXCHANGE, 50, 2), (EXCHANGE, -1800, 1), (FOOD, 1800, 1)],
                (Some((6, 3, 50)), Some((6, 3, -50)), Some((3, -50))),
            ),
            ("a price that went down", vec![(TAX, -5, 1), (EXCHANGE, 5, 1)], (None, None, None)),
        ];
        for (case, told, expected) in cases {
            let sides = sides(&told);
            let payment = Payment::of(&sides).map(|one| (one.purpose.0, one.account.0, one.units));
            let movement = Movement::of(Day::MIN, PayeeId(1), &sides);
            let moved = movement.map(|one| (one.purpose.0, one.account.0, one.units));
            let spent = Spent::of(&sides).map(|one| (one.account.0, one.units));
            assert_eq!((payment, moved, spent), expected, "{case}");
            let of_account =
                spent.filter(|(account, _)| movement.is_some_and(|one| one.account.0 == *account));
            assert_eq!(
                movement.map_or(0, |one| one.spent),
                of_account.map_or(0, |(_, units)| units),
                "{case}"
            );
        }
    }
}
