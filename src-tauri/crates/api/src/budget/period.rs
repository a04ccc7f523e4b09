//! Which periods a person means, and the columns that they are shown in.

use super::view::BudgetColumns;
use crate::ApiError;
use ledger::{Day, Month};
use planning::{Budget, Cadence, PeriodNumber};

/// The most columns side by side.
const MOST_COLUMNS: u32 = 120;

/// The period that a text names: any day in it, a month as `2025-03`, a year as `2025`.
pub(crate) fn parse_period(budget: &Budget, text: &str) -> Result<PeriodNumber, ApiError> {
    let invalid = || {
        let message =
            format!("“{text}” is no period; write a day in it as 2025-03-14, or a month as 2025-03");
        ApiError::invalid(message).with("text", text)
    };
    let text = text.trim();
    let whole = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    let day: Day = whole.parse().map_err(|_| invalid())?;
    // A month from pay day to pay day is named after the month that it begins in.
    let named = match budget.cadence {
        Cadence::Month { .. } if text.len() < 8 => Month::of(day).last(),
        _ => day,
    };
    Ok(budget.cadence.period_of(named))
}

/// The periods of each column, beginning with the column that `start` is in.
pub(crate) fn columns(
    budget: &Budget,
    start: PeriodNumber,
    count: u32,
    columns: BudgetColumns,
) -> Vec<Vec<PeriodNumber>> {
    let key = |period: PeriodNumber| {
        let month = || Month::of(budget.cadence.first(period)).number();
        match columns {
            BudgetColumns::Period => period,
            BudgetColumns::Month => month(),
            BudgetColumns::Quarter => month().div_euclid(3),
            BudgetColumns::Year => month().div_euclid(12),
        }
    };
    let mut period = start;
    while columns != BudgetColumns::Period && key(period - 1) == key(start) {
        period -= 1;
    }
    let mut found = Vec::new();
    for _ in 0..count.clamp(1, MOST_COLUMNS) {
        let own = key(period);
        let mut periods = vec![period];
        period += 1;
        while columns != BudgetColumns::Period && key(period) == own {
            periods.push(period);
            period += 1;
        }
        found.push(periods);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledger::CommodityId;
    use planning::{BudgetId, Method, MonthDay};

    fn budget(cadence: Cadence) -> Budget {
        Budget {
            id: BudgetId(1),
            name: "Household".into(),
            commodity: CommodityId(1),
            method: Method::Envelope,
            cadence,
            since: "2025-01-01".parse().unwrap(),
            accounts: None,
            archived: false,
        }
    }

    #[test]
    fn a_period_is_named_by_any_day_in_it_or_by_its_month() {
        let months = |starts| Cadence::Month { starts: MonthDay::new(starts).unwrap() };
        for (cadence, text, first) in [
            (months(1), "2025-03", "2025-03-01"),
            (months(1), "2025-03-31", "2025-03-01"),
            (months(25), "2025-03", "2025-03-25"),
            (months(25), "2025-03-24", "2025-02-25"),
            (Cadence::Year, "2025", "2025-01-01"),
            (Cadence::Quarter, "2025-05", "2025-04-01"),
        ] {
            let budget = budget(cadence);
            let period = parse_period(&budget, text).unwrap();
            assert_eq!(cadence.first(period).to_string(), first, "{text}");
        }
        assert!(parse_period(&budget(Cadence::Year), "March").is_err());
    }

    #[test]
    fn columns_hold_the_periods_that_begin_in_them() {
        let weeks = budget(Cadence::Week { starts: chrono::Weekday::Mon });
        let start = parse_period(&weeks, "2025-03-14").unwrap();
        let found = columns(&weeks, start, 2, BudgetColumns::Month);
        let days = |periods: &Vec<PeriodNumber>| {
            periods.iter().map(|period| weeks.cadence.first(*period).to_string()).collect::<Vec<_>>()
        };
        assert_eq!(days(&found[0]), ["2025-03-03", "2025-03-10", "2025-03-17", "2025-03-24", "2025-03-31"]);
        assert_eq!(days(&found[1]), ["2025-04-07", "2025-04-14", "2025-04-21", "2025-04-28"]);
        assert_eq!(columns(&weeks, start, 2, BudgetColumns::Period), [[start], [start + 1]]);
    }
}
