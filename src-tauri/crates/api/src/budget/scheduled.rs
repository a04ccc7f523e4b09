//! What is scheduled to be spent from envelopes, for the targets that ask for it.

use super::book::BudgetBook;
use crate::ApiError;
use crate::schedules::Agenda;
use ledger::{AccountId, Day, Quantity, Rates, RoundingRule, convert};
use planning::{PeriodNumber, Standing, Target};
use std::collections::BTreeMap;
use store::Reader;

/// How many periods, up to the last one asked for, are looked at.
const LOOKED_AT: i32 = 130;

impl BudgetBook {
    /// Reads what is scheduled from each envelope in the last periods, where a target asks for it.
    pub(super) async fn read_scheduled(
        &mut self,
        reader: &mut Reader,
        through: PeriodNumber,
    ) -> Result<(), ApiError> {
        let asks = |target: &Option<Target>| matches!(target, Some(Target::Scheduled));
        if !self.settings.values().any(|settings| asks(&settings.target)) {
            return Ok(());
        }
        let (cadence, last) = (self.budget.cadence, self.budget.cadence.last(through));
        let from = cadence.first(self.budget.first().max(through.saturating_sub(LOOKED_AT)));
        let agenda = Agenda::read(reader, last).await?;
        let mut coming = Vec::new();
        for schedule in &agenda.schedules {
            for one in agenda.coming(schedule, from, last) {
                if one.standing == Standing::Skipped {
                    continue;
                }
                for (account, quantity) in schedule.shares(agenda.quantity(schedule, &one))? {
                    let wanted = self.settings.get(&account).is_some_and(|settings| asks(&settings.target));
                    if wanted {
                        coming.push((one.day, account, schedule.commodity, quantity));
                    }
                }
            }
        }
        let own = self.budget.commodity;
        let foreign = coming.iter().filter(|(_, _, commodity, _)| *commodity != own);
        let days: Vec<Day> = foreign.map(|(day, ..)| *day).collect();
        let rates = match days.is_empty() {
            true => Rates::default(),
            false => Rates::new(reader.prices_at(&days).await?),
        };
        let mut sums: BTreeMap<(PeriodNumber, AccountId), i128> = BTreeMap::new();
        for (day, account, commodity, quantity) in coming {
            let rate = rates.at(commodity, own, day);
            let worth = match rate {
                Some(rate) => {
                    let (from, to) = (self.names.scale(commodity), self.names.scale(own));
                    convert(quantity, from, rate, to, RoundingRule::HalfEven)?
                }
                None => Quantity::ZERO,
            };
            *sums.entry((cadence.period_of(day), account)).or_default() += worth.units();
        }
        self.scheduled = sums;
        Ok(())
    }
}
