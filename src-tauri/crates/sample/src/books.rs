//! The sample books: everything but the transactions, which are told as they are asked for.

use crate::calendar::bustle;
use crate::draw::{Draw, Stream};
use crate::habit::Rhythm;
use crate::market::Market;
use crate::phrases::Phrases;
use crate::place::accounts;
use crate::roster::Roster;
use crate::schedule::Schedule;
use crate::tag::tags;
use crate::unit::{commodities, whole};
use crate::{Plan, Recurring, Transactions, plan};
use ledger::{Account, Commodity, Day, Month, Payee, Price, Tag};

/// Everyday transactions in ten days of a life that nobody asked to be denser.
const IN_TEN_DAYS: u32 = 60;

/// Up to when postings are how sure.
pub(crate) struct Closing {
    pub(crate) reconciled_to: Day,
    /// The last day that a statement covers.
    pub(crate) stated_to: Day,
    pub(crate) cleared_to: Day,
    /// The first day whose imported rows may still wait for a category.
    pub(crate) review_from: Day,
}

impl Closing {
    fn new(to: Day) -> Self {
        // The month that `to` ends is still open.
        let open = Month::of(to);
        Self {
            reconciled_to: open.offset(-2).last(),
            stated_to: open.offset(-1).last(),
            cleared_to: to.offset(-3),
            review_from: to.offset(-14),
        }
    }
}

/// The life of a person and a small firm, as books. Ids count from 1 for each noun; the commodity with id 1 is the base.
pub struct Books {
    plan: Plan,
    length: u32,
    pub(crate) roster: Roster,
    pub(crate) phrases: Phrases,
    pub(crate) market: Market,
    pub(crate) rhythm: Rhythm,
    pub(crate) schedule: Schedule,
    pub(crate) closing: Closing,
    /// Satang that leave in an ordinary day.
    pub(crate) pace: i128,
    /// Everyday transactions of each day.
    pub(crate) quotas: Vec<u32>,
}

impl Books {
    /// The books of a plan.
    pub fn new(plan: Plan) -> Self {
        let (first, last) = plan::reach();
        let from = plan.from.clamp(first, last);
        let plan = Plan { from, to: plan.to.clamp(from, last), ..plan };
        let days_of = |plan: &Plan| plan.to.number().abs_diff(plan.from.number()) + 1;
        let length = plan.transactions;
        let (plan, schedule) = settle(plan);
        let scheduled = u32::try_from(schedule.events.len()).unwrap_or(u32::MAX);
        let days = days_of(&plan);
        let everyday = length.map_or(days * IN_TEN_DAYS / 10, |length| length.saturating_sub(scheduled));
        let length = length.unwrap_or(scheduled + everyday);
        Self {
            plan,
            length,
            roster: Roster::new(plan.seed, plan.language, length),
            phrases: Phrases::new(plan.language),
            market: Market::new(plan.seed, plan.from, plan.to),
            rhythm: Rhythm::new(),
            schedule,
            closing: Closing::new(plan.to),
            pace: (whole(260) * i128::from(everyday) / i128::from(days)).max(whole(1200)),
            quotas: quotas(&plan, everyday),
        }
    }

    /// The plan as it was carried out: a span too long for the number of transactions starts later.
    pub fn plan(&self) -> Plan {
        self.plan
    }

    /// How many transactions there are.
    pub fn len(&self) -> u32 {
        self.length
    }

    /// `true` for a plan of no transactions.
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Baht first, then the other currencies, coins and securities.
    pub fn commodities(&self) -> Vec<Commodity> {
        commodities()
    }

    /// The five roots and everything below them, parents before their children.
    pub fn accounts(&self) -> Vec<Account> {
        accounts(self.plan.language)
    }

    /// Everyone who may be paid or pay.
    pub fn payees(&self) -> Vec<Payee> {
        self.roster.payees()
    }

    /// The labels.
    pub fn tags(&self) -> Vec<Tag> {
        tags(self.plan.language)
    }

    /// The price list, in order of day: currencies on weekdays, coins every day, securities on Fridays.
    pub fn prices(&self) -> Vec<Price> {
        self.market.prices()
    }

    /// What was planted to be found again: every subscription, bill, premium, wage and instalment, with each charge.
    pub fn recurring(&self) -> Vec<Recurring> {
        self.schedule.recurring(self)
    }

    /// The transactions in order of date, made one at a time; their serial numbers count from `first_serial`.
    pub fn transactions(&self, first_serial: u32) -> Transactions<'_> {
        Transactions::new(self, first_serial)
    }
}

/// The plan and its schedule; where the events of the whole span would be more than four in five of the transactions
/// asked for, a plan that starts in a later month.
fn settle(plan: Plan) -> (Plan, Schedule) {
    let schedule = Schedule::new(&plan);
    let Some(asked) = plan.transactions else { return (plan, schedule) };
    let room = usize::try_from(asked / 5 * 4).unwrap_or(usize::MAX);
    if schedule.events.len() <= room {
        return (plan, schedule);
    }
    let last = Month::of(plan.to);
    let months = last.number() - Month::of(plan.from).number();
    let later = |months: i32| Plan { from: last.offset(-months).first().max(plan.from), ..plan };
    // The number of events grows with the months: look for the most that fit.
    let (mut fits, mut exceeds) = (0, months + 1);
    while exceeds - fits > 1 {
        let middle = i32::midpoint(fits, exceeds);
        if Schedule::new(&later(middle)).events.len() <= room { fits = middle } else { exceeds = middle }
    }
    let plan = later(fits);
    (plan, Schedule::new(&plan))
}

/// Spreads everyday transactions over the days: more at weekends and feasts, and never quite evenly.
fn quotas(plan: &Plan, everyday: u32) -> Vec<u32> {
    let mut draw = Draw::new(plan.seed, Stream::Density);
    let weights: Vec<u64> = (plan.from.number()..=plan.to.number())
        .map(|number| {
            let day = Day::from_number(number.into()).unwrap_or(plan.to);
            u64::from(bustle(day) * (40 + draw.below(80) + draw.below(40)))
        })
        .collect();
    let total: u64 = weights.iter().sum::<u64>().max(1);
    let (mut passed, mut given) = (0, 0);
    let share = |weight: u64| {
        passed += weight;
        let due = u64::from(everyday) * passed / total;
        let quota = due - given;
        given = due;
        u32::try_from(quota).unwrap_or(u32::MAX)
    };
    weights.into_iter().map(share).collect()
}
