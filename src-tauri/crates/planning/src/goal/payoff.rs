//! Paying debts off month by month.

use ledger::{AccountId, Month};
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// Which debt gets what is paid beyond the minimums.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PayoffOrder {
    /// The smallest first: soon one less.
    Snowball,
    /// The dearest first: the least interest.
    Avalanche,
    /// The first of the list first.
    Own,
}

/// A debt; amounts are smallest units of one commodity for all debts of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Debt {
    /// The account that shows it.
    pub account: AccountId,
    /// What is owed, above zero.
    pub owed: i128,
    /// Percent of interest a year.
    pub rate: Decimal,
    /// What must be paid each month.
    pub minimum: i128,
}

/// One debt in one month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PayoffRow {
    /// Its account.
    pub account: AccountId,
    /// The month's interest on what was owed before.
    pub interest: i128,
    /// What is paid.
    pub paid: i128,
    /// What is still owed.
    pub owed: i128,
}

/// One month of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayoffMonth {
    /// Which.
    pub month: Month,
    /// The debts that were owed at its start, in the order of the plan.
    pub rows: Vec<PayoffRow>,
}

/// A plan by which nothing is owed in the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payoff {
    /// Its months.
    pub months: Vec<PayoffMonth>,
    /// All interest.
    pub interest: i128,
    /// All that is paid.
    pub paid: i128,
}

/// Why debts cannot be paid off.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PayoffError {
    /// After a century something is still owed.
    #[error("{monthly} a month never pays {owed} off: interest is as much or more")]
    Never {
        /// What is paid each month.
        monthly: i128,
        /// What is owed.
        owed: i128,
    },
    /// A rate is below zero or beyond what can be reckoned with.
    #[error("{rate} % a year is no rate of interest")]
    Rate {
        /// The rate.
        rate: Decimal,
    },
}

/// Months after which a plan is given up.
const LONGEST: i32 = 1200;

/// A month's interest on what is owed: a twelfth of the yearly rate, to the nearest smallest unit, half a unit up, as banks do.
///
/// # Errors
/// [`PayoffError::Rate`] for a rate below zero or of a size that gives no amount.
pub fn monthly_interest(owed: i128, rate: Decimal) -> Result<i128, PayoffError> {
    let refused = PayoffError::Rate { rate };
    if rate.is_sign_negative() && !rate.is_zero() {
        return Err(refused);
    }
    let owed = Decimal::try_from_i128_with_scale(owed, 0).ok();
    let interest = owed.and_then(|owed| owed.checked_mul(rate)?.checked_div(Decimal::from(1200)));
    let rounded =
        interest.map(|interest| interest.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero));
    rounded.and_then(|interest| interest.to_i128()).ok_or(refused)
}

/// The equal monthly instalment that pays a loan back with its interest, rounded up to the next smallest unit, so that nothing
/// is left; `None` for a rate below zero or figures beyond reach.
pub fn instalment(owed: i128, rate: Decimal, months: u16) -> Option<i128> {
    let count = Decimal::from(months.max(1));
    let owed = Decimal::try_from_i128_with_scale(owed, 0).ok()?;
    let each = rate.checked_div(Decimal::from(1200))?;
    if each.is_zero() {
        return owed.checked_div(count)?.ceil().to_i128();
    }
    if each.is_sign_negative() {
        return None;
    }
    // owed · each / (1 − (1 + each)^−months)
    let step = Decimal::ONE.checked_add(each)?;
    let mut discount = Decimal::ONE;
    for _ in 0..months.max(1) {
        discount = discount.checked_div(step)?;
    }
    owed.checked_mul(each)?.checked_div(Decimal::ONE.checked_sub(discount)?)?.ceil().to_i128()
}

/// Pays debts off: each month all minimums together and `extra`, whichever debts are left. A minimum that a debt does not
/// need any more goes on to the next.
///
/// # Errors
/// [`PayoffError`] for rates that make no sense, and where the payments do not even cover the interest.
pub fn payoff(debts: &[Debt], order: PayoffOrder, extra: i128, first: Month) -> Result<Payoff, PayoffError> {
    let mut open: Vec<Debt> = debts.iter().filter(|debt| debt.owed > 0).copied().collect();
    match order {
        PayoffOrder::Snowball => open.sort_by_key(|debt| (debt.owed, Reverse(debt.rate))),
        PayoffOrder::Avalanche => open.sort_by_key(|debt| (Reverse(debt.rate), debt.owed)),
        PayoffOrder::Own => {}
    }
    let monthly = open.iter().map(|debt| debt.minimum).sum::<i128>() + extra.max(0);
    let never = PayoffError::Never { monthly, owed: open.iter().map(|debt| debt.owed).sum() };
    let mut plan = Payoff { months: Vec::new(), interest: 0, paid: 0 };
    for passed in 0..LONGEST {
        if open.is_empty() {
            return Ok(plan);
        }
        let rows = pay(&mut open, monthly)?;
        plan.interest += rows.iter().map(|row| row.interest).sum::<i128>();
        plan.paid += rows.iter().map(|row| row.paid).sum::<i128>();
        plan.months.push(PayoffMonth { month: first.offset(passed), rows });
        open.retain(|debt| debt.owed > 0);
    }
    if open.is_empty() { Ok(plan) } else { Err(never) }
}

/// One month: interest comes, then the minimums are paid, then the rest in order.
fn pay(open: &mut [Debt], monthly: i128) -> Result<Vec<PayoffRow>, PayoffError> {
    let mut left = monthly;
    let mut rows = Vec::with_capacity(open.len());
    for debt in &mut *open {
        let interest = monthly_interest(debt.owed, debt.rate)?;
        debt.owed += interest;
        let paid = debt.minimum.clamp(0, debt.owed).min(left);
        debt.owed -= paid;
        left -= paid;
        rows.push(PayoffRow { account: debt.account, interest, paid, owed: debt.owed });
    }
    for (debt, row) in open.iter_mut().zip(&mut rows) {
        let paid = left.min(debt.owed);
        debt.owed -= paid;
        left -= paid;
        row.paid += paid;
        row.owed = debt.owed;
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn debt(account: i64, owed: i128, rate: &str, minimum: i128) -> Debt {
        Debt { account: AccountId(account), owed, rate: rate.parse().unwrap(), minimum }
    }

    fn first() -> Month {
        Month::of("2027-01-01".parse().unwrap())
    }

    #[test]
    fn a_single_debt_is_paid_as_on_paper() {
        // 1,000.00 at 12 %: one percent a month. 1000 + 10 - 400 = 610; + 6.10 - 400 = 216.10; + 2.16 = 218.26.
        let plan = payoff(&[debt(1, 100_000, "12", 40_000)], PayoffOrder::Own, 0, first()).unwrap();
        let rows: Vec<(String, i128, i128, i128)> = plan
            .months
            .iter()
            .map(|month| {
                (month.month.to_string(), month.rows[0].interest, month.rows[0].paid, month.rows[0].owed)
            })
            .collect();
        let expected = [
            ("2027-01".to_owned(), 1000, 40_000, 61_000),
            ("2027-02".to_owned(), 610, 40_000, 21_610),
            ("2027-03".to_owned(), 216, 21_826, 0),
        ];
        assert_eq!(rows, expected);
        assert_eq!((plan.interest, plan.paid), (1826, 101_826));
    }

    #[test]
    fn the_order_says_which_debt_goes_first() {
        // A card of 500 at 24 %, a loan of 300 at 6 %, 100 owed to a friend at nothing; 60 more a month.
        let debts = [debt(2, 30_000, "6", 2000), debt(1, 50_000, "24", 2000), debt(3, 10_000, "0", 1000)];
        let done = |order| {
            let plan = payoff(&debts, order, 6000, first()).unwrap();
            let end = |account| {
                let owed = |month: &PayoffMonth| {
                    month.rows.iter().any(|row| row.account == AccountId(account) && row.owed == 0)
                };
                plan.months.iter().position(owed).unwrap() + 1
            };
            ([1, 2, 3].map(end), plan.interest)
        };
        // Reckoned on paper, 110.00 each month. Own order: the loan is at 221.50, 142.61, 63.32 and done in the fourth month;
        // the card at 490.00, 479.80, 469.40, 442.43, 351.28, 258.31, 163.48, 66.75 and done in the ninth.
        let (snowball, dear) = done(PayoffOrder::Snowball);
        let (avalanche, cheap) = done(PayoffOrder::Avalanche);
        let (own, _) = done(PayoffOrder::Own);
        assert_eq!((snowball, avalanche, own), ([9, 5, 2], [7, 9, 9], [9, 4, 9]));
        assert!(cheap < dear, "{cheap} {dear}");
    }

    #[test]
    fn interest_that_is_never_paid_is_told() {
        let endless = payoff(&[debt(1, 100_000, "12", 1000)], PayoffOrder::Own, 0, first());
        assert_eq!(endless, Err(PayoffError::Never { monthly: 1000, owed: 100_000 }));
        let refused = payoff(&[debt(1, 100_000, "-1", 1000)], PayoffOrder::Own, 0, first());
        assert!(matches!(refused, Err(PayoffError::Rate { .. })));
    }

    #[test]
    fn interest_is_rounded_as_banks_do() {
        for (owed, rate, interest) in [(100_000, "12", 1000), (150, "4", 1), (149, "4", 0), (1, "0", 0)] {
            assert_eq!(monthly_interest(owed, rate.parse().unwrap()), Ok(interest), "{owed} {rate}");
        }
    }

    #[test]
    fn an_instalment_pays_a_loan_back_in_its_months() {
        // 10,000.00 at 6 % in 12 months: 860.67 by the formula of annuities (860.6643 rounded up).
        for (owed, rate, months, expected) in [
            (1_000_000, "6", 12, Some(86_067)),
            (1_000_000, "0", 12, Some(83_334)),
            (1_000_000, "6", 1, Some(1_005_000)),
            (100, "-1", 12, None),
        ] {
            assert_eq!(instalment(owed, rate.parse().unwrap(), months), expected, "{owed} {rate} {months}");
        }
        let each = instalment(1_000_000, "6".parse().unwrap(), 12).unwrap();
        let plan = payoff(&[debt(1, 1_000_000, "6", each)], PayoffOrder::Own, 0, first()).unwrap();
        assert_eq!(plan.months.len(), 12);
    }

    fn debts() -> impl Strategy<Value = Vec<Debt>> {
        let one = (1_i128..5_000_000, 0_i64..3000, 0_i128..60_000);
        let debts = proptest::collection::vec(one, 1..6);
        debts.prop_map(|debts| {
            let debts = debts.into_iter().enumerate().map(|(place, (owed, rate, minimum))| Debt {
                account: AccountId(i64::try_from(place).unwrap()),
                owed,
                rate: Decimal::new(rate, 2),
                minimum,
            });
            debts.collect()
        })
    }

    proptest! {
        #[test]
        fn what_is_paid_is_what_was_owed_and_its_interest(debts in debts(), extra in 1_i128..500_000) {
            for order in [PayoffOrder::Snowball, PayoffOrder::Avalanche, PayoffOrder::Own] {
                let Ok(plan) = payoff(&debts, order, extra, first()) else { continue };
                prop_assert_eq!(plan.paid, debts.iter().map(|debt| debt.owed).sum::<i128>() + plan.interest);
                for one in &debts {
                    let rows = || {
                        let rows = plan.months.iter().flat_map(|month| &month.rows);
                        rows.filter(|row| row.account == one.account)
                    };
                    let (paid, interest): (i128, i128) =
                        (rows().map(|row| row.paid).sum(), rows().map(|row| row.interest).sum());
                    prop_assert_eq!(paid, one.owed + interest);
                    prop_assert_eq!(rows().next_back().unwrap().owed, 0);
                }
            }
        }

        #[test]
        fn the_dearest_first_never_costs_more(debts in debts(), extra in 1_i128..500_000) {
            let plan = |order| payoff(&debts, order, extra, first());
            let (Ok(dearest), Ok(smallest)) = (plan(PayoffOrder::Avalanche), plan(PayoffOrder::Snowball)) else {
                return Ok(());
            };
            // Interest is rounded for each debt and month, by half a unit at most.
            let rows = dearest.months.iter().chain(&smallest.months).map(|month| month.rows.len()).sum::<usize>();
            prop_assert!(dearest.interest <= smallest.interest + i128::try_from(rows).unwrap() / 2 + 1);
        }

        #[test]
        fn paying_more_costs_no_more(debts in debts(), extra in 1_i128..500_000, more in 0_i128..500_000) {
            let plan = |extra| payoff(&debts, PayoffOrder::Avalanche, extra, first());
            let (Ok(slow), Ok(fast)) = (plan(extra), plan(extra + more)) else { return Ok(()) };
            prop_assert!(fast.months.len() <= slow.months.len());
        }
    }
}
