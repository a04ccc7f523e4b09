//! One forecast in words.

use super::source::ForecastSource;
use super::view::{CoverView, ForecastAccount, ForecastOutcome, ForecastSeries, ShortfallView};
use crate::ApiError;
use crate::accounts::to_id;
use ledger::CommodityId;
use planning::{Alteration, Cover, Line, Point, Shortfall, forecast, shortfalls};

/// Days within which a shortfall that only may happen is worth telling.
const SOON: i32 = 31;

impl ForecastSource {
    /// What `lines` will hold in `days` days; `told` are the places of the days that series tell.
    pub fn outcome(
        &self,
        lines: &[Line],
        days: usize,
        told: &[usize],
        alterations: &[Alteration],
    ) -> Result<ForecastOutcome, ApiError> {
        let worth = |commodity, units| self.worth(commodity, units, alterations);
        let found = forecast(lines, self.today, days, worth);
        let floors: Vec<Option<i128>> = lines.iter().map(|line| self.floor(line).0).collect();
        let mut short = shortfalls(lines, &found.lines, &floors, self.today);
        short.retain(|one| one.day.is_some() || one.possible <= self.today.offset(SOON));
        let mut accounts = Vec::with_capacity(lines.len());
        for (line, points) in lines.iter().zip(&found.lines) {
            accounts.push(self.account(line, points, told)?);
        }
        let now = lines.iter().filter_map(|line| worth(line.commodity, line.balance)).sum();
        let shortfalls = short.iter().map(|one| self.shortfall(lines, one, &floors));
        Ok(ForecastOutcome {
            accounts,
            total: self.series(self.base, now, &found.total, told)?,
            shortfalls: shortfalls.collect::<Result<_, _>>()?,
        })
    }

    fn account(&self, line: &Line, points: &[Point], told: &[usize]) -> Result<ForecastAccount, ApiError> {
        let account = self.names.accounts.get(line.account);
        let account = account.ok_or_else(|| ApiError::missing(format!("account {}", line.account)))?;
        let (floor, floor_set) = self.floor(line);
        Ok(ForecastAccount {
            account: to_id(account.id.0)?,
            name: account.name.clone(),
            path: self.names.accounts.path(account.id),
            kind: account.kind.code().to_owned(),
            commodity: self.code(line.commodity),
            floor: floor.map(|floor| self.text(line.commodity, floor)).transpose()?,
            floor_set,
            series: self.series(line.commodity, line.balance, points, told)?,
        })
    }

    fn series(
        &self,
        commodity: CommodityId,
        now: i128,
        points: &[Point],
        told: &[usize],
    ) -> Result<ForecastSeries, ApiError> {
        let of = |figure: fn(&Point) -> i128| {
            let figures = told.iter().filter_map(|place| points.get(*place)).map(figure);
            figures.map(|units| self.text(commodity, units)).collect::<Result<Vec<_>, _>>()
        };
        Ok(ForecastSeries {
            now: self.text(commodity, now)?,
            expected: of(|point| point.expected)?,
            low: of(|point| point.low)?,
            high: of(|point| point.high)?,
        })
    }

    fn shortfall(
        &self,
        lines: &[Line],
        short: &Shortfall,
        floors: &[Option<i128>],
    ) -> Result<ShortfallView, ApiError> {
        let line = &lines[short.line];
        let gives = |cover: &Cover| {
            let from = lines[cover.from].account;
            Ok(CoverView {
                from: to_id(from.0)?,
                path: self.names.accounts.path(from),
                day: cover.day.to_string(),
                amount: self.text(line.commodity, cover.units)?,
            })
        };
        Ok(ShortfallView {
            account: to_id(line.account.0)?,
            path: self.names.accounts.path(line.account),
            commodity: self.code(line.commodity),
            floor: self.text(line.commodity, floors[short.line].unwrap_or_default())?,
            day: short.day.map(|day| day.to_string()),
            possible: short.possible.to_string(),
            missing: self.text(line.commodity, short.missing)?,
            moves: short.moves.iter().map(gives).collect::<Result<_, ApiError>>()?,
        })
    }
}
