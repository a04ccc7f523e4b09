//! Making a forecast.

use super::scenario::read_alteration;
use super::source::ForecastSource;
use super::view::{ForecastInput, ForecastStep, ForecastView, KnownView, RegularView, SourceView};
use crate::accounts::to_id;
use crate::{ApiError, Books, Money};
use ledger::{Amount, CommodityId, Day, Month, Quantity};
use planning::{Alteration, Known, Line, Source, Workdays};

/// Five years, with their leap day.
const FARTHEST: u32 = 1827;
const YEAR: u32 = 365;
/// What is known that is listed.
const LISTED: usize = 500;

impl Books {
    /// What accounts will hold, and would hold with alterations.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Invalid`] beyond five years or for an alteration that cannot be;
    /// [`crate::ErrorCode::Missing`] for an unknown scenario.
    pub async fn forecast_show(&self, input: &ForecastInput) -> Result<ForecastView, ApiError> {
        let days = if input.days == 0 { YEAR } else { input.days };
        if days > FARTHEST {
            return Err(ApiError::invalid(format!(
                "{days} days are more than the {FARTHEST} that can be forecast"
            )));
        }
        let mut reader = self.read_recurring().await?;
        let source = ForecastSource::read(&mut reader, self.today(), days.cast_signed()).await?;
        let mut alterations = match input.scenario {
            Some(id) => self.find_scenario(&mut reader, id).await?.alterations,
            None => Vec::new(),
        };
        for alteration in &input.alterations {
            alterations.push(read_alteration(alteration, &source.names)?);
        }
        let count = days as usize;
        let told = told(source.today, count, input.step.unwrap_or(usual_step(days)));
        let base = source.outcome(&source.lines, count, &told, &[])?;
        let beside = if alterations.is_empty() {
            None
        } else {
            let lines = source.altered(&alterations, count);
            Some(source.outcome(&lines, count, &told, &alterations)?)
        };
        let day = |place: &usize| on(source.today, *place).to_string();
        Ok(ForecastView {
            currency: source.code(source.base),
            today: source.today.to_string(),
            days: told.iter().map(day).collect(),
            learned_from: source.learned_from.to_string(),
            base,
            beside,
            known: source.known_views()?,
            regular: source.regular_views(days.cast_signed())?,
            missing: source.missing(),
        })
    }
}

fn usual_step(days: u32) -> ForecastStep {
    if days <= YEAR + 1 { ForecastStep::Day } else { ForecastStep::Week }
}

/// The day of a point.
fn on(today: Day, place: usize) -> Day {
    today.offset(i32::try_from(place + 1).unwrap_or(i32::MAX))
}

/// The places of the points that are told.
fn told(today: Day, count: usize, step: ForecastStep) -> Vec<usize> {
    let is_told = |place: &usize| match step {
        ForecastStep::Day => true,
        ForecastStep::Week => (place + 1).is_multiple_of(7),
        ForecastStep::Month => {
            let day = on(today, *place);
            day == Month::of(day).last()
        }
    };
    (0..count).filter(|place| is_told(place) || place + 1 == count).collect()
}

impl ForecastSource {
    /// The lines as they would be.
    pub fn altered(&self, alterations: &[Alteration], days: usize) -> Vec<Line> {
        let mut lines = self.lines.clone();
        for alteration in alterations {
            alteration.apply(&mut lines, self.today, days, &Workdays::default());
        }
        // A scenario may tell of an account that has gone since.
        lines.retain(|line| self.names.accounts.get(line.account).is_some());
        lines
    }

    fn missing(&self) -> Vec<String> {
        let unknown = |commodity: &CommodityId| self.worth(*commodity, 0, &[]).is_none();
        let mut missing: Vec<CommodityId> =
            self.lines.iter().map(|line| line.commodity).filter(unknown).collect();
        missing.sort_unstable();
        missing.dedup();
        missing.into_iter().map(|commodity| self.code(commodity)).collect()
    }

    fn known_views(&self) -> Result<Vec<KnownView>, ApiError> {
        let known = self.lines.iter().flat_map(|line| line.known.iter().map(move |known| (line, known)));
        let mut known: Vec<(&Line, &Known)> = known.collect();
        known.sort_by_key(|(line, known)| (known.day, line.account));
        known.into_iter().take(LISTED).map(|(line, known)| self.known_view(line, known)).collect()
    }

    /// Money that is known to come to or leave a line.
    pub fn known_view(&self, line: &Line, known: &Known) -> Result<KnownView, ApiError> {
        Ok(KnownView {
            date: known.day.to_string(),
            account: to_id(line.account.0)?,
            amount: self.money(line.commodity, known.units)?,
            source: source_view(known.source)?,
            name: self.name(known.source),
        })
    }

    /// Who or what money comes from or goes to.
    pub fn name(&self, source: Source) -> String {
        match source {
            Source::Regular { payee, .. } => self.payees.get(&payee).cloned().unwrap_or_default(),
            Source::Schedule { id } => self.schedules.get(&id).cloned().unwrap_or_default(),
            Source::Entered | Source::Scenario => String::new(),
        }
    }

    fn regular_views(&self, days: i32) -> Result<Vec<RegularView>, ApiError> {
        let view = |regular: &planning::Regular| {
            let coming = regular.coming(self.today, self.today.offset(days));
            Ok(RegularView {
                source: source_view(regular.source())?,
                payee: self.payees.get(&regular.payee).cloned().unwrap_or_default(),
                purpose: self.names.accounts.path(regular.purpose),
                account: to_id(regular.account.0)?,
                rhythm: regular.rhythm.into(),
                amount: self.money(regular.commodity, regular.units)?,
                next: coming.first().map(|known| known.day.to_string()),
            })
        };
        self.regular.iter().map(view).collect()
    }

    fn money(&self, commodity: CommodityId, units: i128) -> Result<Money, ApiError> {
        Ok(Money::of(Amount::new(Quantity::new(units)?, commodity), &self.names))
    }
}

pub(super) fn source_view(source: Source) -> Result<SourceView, ApiError> {
    Ok(match source {
        Source::Regular { payee, purpose } => {
            SourceView::Regular { payee: to_id(payee.0)?, purpose: to_id(purpose.0)? }
        }
        Source::Schedule { id } => SourceView::Schedule { id: to_id(id)? },
        Source::Entered | Source::Scenario => SourceView::Entered,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_series_tells_days_weeks_or_months_and_always_the_last_day() {
        let today: Day = "2026-11-22".parse().unwrap();
        let days = |count, step| {
            let places = told(today, count, step);
            places.into_iter().map(|place| on(today, place).to_string()[5..].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(days(3, ForecastStep::Day), ["11-23", "11-24", "11-25"]);
        assert_eq!(days(16, ForecastStep::Week), ["11-29", "12-06", "12-08"]);
        assert_eq!(days(45, ForecastStep::Month), ["11-30", "12-31", "01-06"]);
    }
}
