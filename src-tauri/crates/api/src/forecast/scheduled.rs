//! What is scheduled, as forecasts see it.

use crate::ApiError;
use crate::schedules::Agenda;
use ledger::{AccountId, AccountType, CommodityId, Day, PayeeId, Quantity, Transaction, TransactionId};
use planning::{Known, Planned, Regular, Schedule, Source, Standing};
use std::collections::{HashMap, HashSet};
use store::{Names, Reader};

/// Days for which something that fell due and was not posted is still expected.
const LATE: i32 = 7;

type Key = (AccountId, CommodityId);

/// What schedules bring, and brought.
#[derive(Default)]
pub(super) struct Scheduled {
    /// What comes to each account.
    pub known: HashMap<Key, Vec<Known>>,
    /// What each schedule is called.
    pub names: HashMap<i64, String>,
    /// The transactions that occurrences became in the days learned from.
    pub posted: Vec<Transaction>,
    covered: Vec<Covered>,
}

/// Who is paid for what by schedule.
struct Covered {
    schedule: i64,
    payee: Option<PayeeId>,
    purposes: Vec<AccountId>,
}

impl Scheduled {
    /// Reads what is scheduled after `today` up to `to`.
    pub async fn read(reader: &mut Reader, today: Day, to: Day, learned_from: Day) -> Result<Self, ApiError> {
        if !reader.has_schedules().await?.0 {
            return Ok(Self::default());
        }
        let agenda = Agenda::read(reader, today).await?;
        let mut scheduled = Self::default();
        let mut posted: Vec<TransactionId> = Vec::new();
        for schedule in &agenda.schedules {
            scheduled.names.insert(schedule.id.0, agenda.name(schedule));
            let purposes = schedule.parts.iter().map(|part| part.account).collect();
            scheduled.covered.push(Covered { schedule: schedule.id.0, payee: schedule.payee, purposes });
            let exceptions = agenda.exceptions(schedule.id).iter();
            posted.extend(exceptions.filter_map(|exception| exception.standing.transaction()));
            for coming in agenda.coming(schedule, today.offset(1 - LATE).max(schedule.since), to) {
                if coming.standing == Standing::Open {
                    let day = coming.day.max(today.offset(1));
                    scheduled.add(schedule, day, agenda.quantity(schedule, &coming))?;
                }
            }
        }
        posted.retain(|id| (learned_from..=today).contains(&id.day()));
        scheduled.posted = reader.transactions(&posted).await?;
        Ok(scheduled)
    }

    fn add(&mut self, schedule: &Schedule, day: Day, quantity: Quantity) -> Result<(), ApiError> {
        let units = quantity.units();
        let source = Source::Schedule { id: schedule.id.0 };
        let (low, high) = likely(schedule.planned, quantity);
        let own = Known { day, source, units, low, high };
        self.known.entry((schedule.account, schedule.commodity)).or_default().push(own);
        for (account, share) in schedule.shares(quantity)? {
            let units = share.units();
            // How far a share may be off is told on the schedule's own side.
            let other = Known { day, source, units, low: units, high: units };
            self.known.entry((account, schedule.commodity)).or_default().push(other);
        }
        Ok(())
    }

    /// The schedules whose other side is not an account that money is spent from.
    pub fn spends(&self, names: &Names) -> HashSet<i64> {
        let is_expense = |account: &AccountId| {
            names.accounts.get(*account).is_some_and(|found| found.account_type() == AccountType::Expense)
        };
        let spends = self.covered.iter().filter(|one| one.purposes.iter().any(is_expense));
        spends.map(|one| one.schedule).collect()
    }

    /// `true` where what came again and again is scheduled by now.
    pub fn covers(&self, regular: &Regular) -> bool {
        let covers =
            |one: &Covered| one.payee == Some(regular.payee) && one.purposes.contains(&regular.purpose);
        self.covered.iter().any(covers)
    }
}

/// Between what and what the amount is four of five times.
fn likely(planned: Planned, quantity: Quantity) -> (i128, i128) {
    let units = quantity.units();
    let (least, most) = match planned {
        Planned::Fixed(_) => (units, units),
        Planned::Range { least, most } => (least.units(), most.units()),
        // What is averaged is seldom off by more than a quarter.
        Planned::Average { .. } => (units - units / 4, units + units / 4),
    };
    (least.min(most).min(units), least.max(most).max(units))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_as_likely_as_they_are_planned() {
        let of = |units| Quantity::new(units).unwrap();
        for (planned, units, expected) in [
            (Planned::Fixed(of(-100)), -100, (-100, -100)),
            (Planned::Range { least: of(-80), most: of(-120) }, -100, (-120, -80)),
            (Planned::Range { least: of(-80), most: of(-120) }, -150, (-150, -80)),
            (Planned::Average { of: 3, first: of(0) }, 400, (300, 500)),
        ] {
            assert_eq!(likely(planned, of(units)), expected, "{planned:?} {units}");
        }
    }
}
