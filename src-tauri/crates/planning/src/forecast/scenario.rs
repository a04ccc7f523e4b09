//! What if: lines as they would be after a change of life.

use super::{Known, Line, Source, Spread};
use crate::{Recurrence, Workdays, instalment};
use chrono::Months;
use ledger::{AccountId, CommodityId, Day};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A scenario in one ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ScenarioId(pub i64);

/// A change of life that a person thinks about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scenario {
    /// Its row in this ledger.
    pub id: ScenarioId,
    /// What a person calls it.
    pub name: String,
    /// What would be different.
    pub alterations: Vec<Alteration>,
}

/// One change of a scenario. Amounts are smallest units, negative for money that leaves; a percentage of 100 changes nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Alteration {
    /// Money that comes or goes once, or again and again: a purchase, the money and the instalments of a loan, a new rent.
    Payment {
        /// The account that it comes to or leaves.
        account: AccountId,
        /// In what.
        commodity: CommodityId,
        /// How much each time.
        units: i64,
        /// When.
        when: Box<Recurrence>,
    },
    /// A loan: its money comes on a day, and leaves in equal instalments on the same day of the months after it.
    Loan {
        /// The account that it comes to and is paid back from.
        account: AccountId,
        /// In what.
        commodity: CommodityId,
        /// How much is lent.
        units: i64,
        /// Percent of interest a year.
        rate: Decimal,
        /// In how many instalments it is paid back.
        months: u16,
        /// When it comes.
        from: Day,
    },
    /// Something known ends: an income is lost, a subscription cancelled.
    End {
        /// What.
        source: Source,
        /// The first day without it.
        from: Day,
    },
    /// Something known becomes more or less.
    Change {
        /// What.
        source: Source,
        /// The first day on which it is different.
        from: Day,
        /// Percent of what it was.
        percent: u32,
    },
    /// Life becomes dearer or cheaper: everything that leaves, known or not, but what a scenario adds.
    Cost {
        /// The first day on which it is different.
        from: Day,
        /// Percent of what it was.
        percent: u32,
    },
    /// A commodity is worth more or less in that of the total.
    Rate {
        /// Which.
        commodity: CommodityId,
        /// Percent of its worth today.
        percent: u32,
    },
}

impl Alteration {
    /// Changes lines, of which `days` after `today` will be forecast.
    pub fn apply(&self, lines: &mut Vec<Line>, today: Day, days: usize, workdays: &Workdays) {
        let to = today.offset(i32::try_from(days).unwrap_or(i32::MAX));
        match self {
            Self::Payment { account, commodity, units, when } => {
                let units = i128::from(*units);
                let days = when.between(today.offset(1), to, workdays);
                let coming = days.into_iter().map(|occurrence| Known {
                    day: occurrence.day,
                    source: Source::Scenario,
                    units,
                    low: units,
                    high: units,
                });
                line(lines, *account, *commodity).known.extend(coming);
            }
            Self::Loan { account, commodity, units, rate, months, from } => {
                let payments = loan(i128::from(*units), *rate, *months, *from);
                let payments = payments.into_iter().filter(|known| known.day > today && known.day <= to);
                line(lines, *account, *commodity).known.extend(payments);
            }
            Self::End { source, from } => {
                for line in lines {
                    line.known.retain(|known| known.source != *source || known.day < *from);
                }
            }
            Self::Change { source, from, percent } => {
                let known = lines.iter_mut().flat_map(|line| &mut line.known);
                known
                    .filter(|known| known.source == *source && known.day >= *from)
                    .for_each(|known| known.scale(*percent));
            }
            Self::Cost { from, percent } => {
                for line in lines {
                    line.cost(*from.max(&today.offset(1)), to, *percent);
                }
            }
            Self::Rate { .. } => {}
        }
    }

    /// How many percent of its worth today a commodity has.
    pub fn worth_percent(alterations: &[Self], commodity: CommodityId) -> u32 {
        let percent = alterations.iter().rev().find_map(|alteration| match alteration {
            Self::Rate { commodity: of, percent } if *of == commodity => Some(*percent),
            _ => None,
        });
        percent.unwrap_or(100)
    }
}

/// What a loan brings and takes. One whose rate makes no sense is paid back without interest.
fn loan(units: i128, rate: Decimal, months: u16, from: Day) -> Vec<Known> {
    let known = |day, units| Known { day, source: Source::Scenario, units, low: units, high: units };
    let each = instalment(units, rate, months).unwrap_or(units / i128::from(months.max(1)));
    let day = |month: u16| {
        let later = from.date().checked_add_months(Months::new(month.into()));
        later.map_or(Day::MAX, Day::from_date)
    };
    let back = (1..=months).map(|month| known(day(month), -each));
    [known(from, units)].into_iter().chain(back).collect()
}

/// The line of an account, made where the account held nothing of the commodity.
fn line(lines: &mut Vec<Line>, account: AccountId, commodity: CommodityId) -> &mut Line {
    let place = lines.iter().position(|line| (line.account, line.commodity) == (account, commodity));
    let place = place.unwrap_or_else(|| {
        lines.push(Line {
            account,
            commodity,
            balance: 0,
            past: Vec::new(),
            spent: 0,
            known: Vec::new(),
            spread: Vec::new(),
        });
        lines.len() - 1
    });
    &mut lines[place]
}

impl Known {
    fn scale(&mut self, percent: u32) {
        for units in [&mut self.units, &mut self.low, &mut self.high] {
            *units = *units * i128::from(percent) / 100;
        }
    }
}

impl Line {
    fn cost(&mut self, from: Day, to: Day, percent: u32) {
        let leaves = |known: &&mut Known| known.units < 0 && known.source != Source::Scenario;
        let known = self.known.iter_mut().filter(|known| known.day >= from);
        known.filter(leaves).for_each(|known| known.scale(percent));
        let days = i128::from(to.number() - from.number() + 1).max(0);
        let past = i128::try_from(self.past.len()).unwrap_or(i128::MAX).max(1);
        let units = self.spent * days * (i128::from(percent) - 100) / (100 * past);
        self.spread.push(Spread { from, to, units });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Shift, forecast};
    use ledger::PayeeId;

    const BANK: AccountId = AccountId(1);
    const BAHT: CommodityId = CommodityId(1);
    const PAY: Source = Source::Regular { payee: PayeeId(1), purpose: AccountId(9) };
    const RENT: Source = Source::Regular { payee: PayeeId(2), purpose: AccountId(8) };

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// Pay of 500 on the 25th, rent of 200 on the 1st, and 10 spent every day.
    fn base() -> Vec<Line> {
        let known =
            |date: &str, source, units| Known { day: day(date), source, units, low: units, high: units };
        vec![Line {
            account: BANK,
            commodity: BAHT,
            balance: 1000,
            past: vec![-10; 30],
            spent: -300,
            known: vec![
                known("2026-11-25", PAY, 500),
                known("2026-12-01", RENT, -200),
                known("2026-12-25", PAY, 500),
                known("2027-01-01", RENT, -200),
            ],
            spread: Vec::new(),
        }]
    }

    /// What is expected 40 days after 22 November, which is 1 January.
    fn held(alterations: &[Alteration]) -> i128 {
        let mut lines = base();
        for alteration in alterations {
            alteration.apply(&mut lines, day("2026-11-22"), 40, &Workdays::default());
        }
        let found = forecast(&lines, day("2026-11-22"), 40, |_, units| Some(units));
        found.total.last().unwrap().expected
    }

    #[test]
    fn each_alteration_changes_what_it_says() {
        use Alteration::{Change, Cost, End, Payment};
        let monthly = Recurrence::by_rule(day("2026-12-05"), "FREQ=MONTHLY", Shift::Stay).unwrap();
        let once = Recurrence::once(day("2026-12-01"), Shift::Stay);
        let payment = |units, when| Payment { account: BANK, commodity: BAHT, units, when: Box::new(when) };
        let loan = |units, from| Alteration::Loan {
            account: BANK,
            commodity: BAHT,
            units,
            rate: Decimal::ZERO,
            months: 2,
            from: day(from),
        };
        for (what, alterations, expected) in [
            ("nothing: 1000 + 1000 - 400 - 400", vec![], 1200),
            ("a loan of 900, paid back by 50", vec![payment(900, once), payment(-50, monthly)], 2050),
            ("a loan of 600 in 2 months", vec![loan(600, "2026-11-30")], 1500),
            ("pay ends in December", vec![End { source: PAY, from: day("2026-12-01") }], 700),
            ("a rise of a tenth", vec![Change { source: PAY, from: day("2026-12-01"), percent: 110 }], 1250),
            // From 3 December on 30 days: 300 and 200 become 450 and 300.
            ("half as dear again", vec![Cost { from: day("2026-12-03"), percent: 150 }], 950),
        ] {
            assert_eq!(held(&alterations), expected, "{what}");
        }
    }

    #[test]
    fn an_account_that_held_nothing_gets_a_line() {
        let mut lines = base();
        let when = Box::new(Recurrence::once(day("2026-12-01"), Shift::Stay));
        let payment = Alteration::Payment { account: AccountId(7), commodity: BAHT, units: 5, when };
        payment.apply(&mut lines, day("2026-11-22"), 40, &Workdays::default());
        assert_eq!((lines.len(), lines[1].account), (2, AccountId(7)));
    }

    #[test]
    fn alterations_are_written_down_as_what_they_are() {
        let written =
            serde_json::to_string(&Alteration::End { source: PAY, from: day("2026-12-01") }).unwrap();
        let expected =
            r#"{"kind":"end","source":{"by":"regular","payee":1,"purpose":9},"from":"2026-12-01"}"#;
        assert_eq!(written, expected);
        let rate = Alteration::Rate { commodity: BAHT, percent: 90 };
        assert_eq!(Alteration::worth_percent(&[rate], BAHT), 90);
    }
}
