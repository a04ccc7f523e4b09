//! `coffer forecast`.

use crate::accounts::find_view;
use crate::failure::Failure;
use crate::output::{Side, json, line, table};
use crate::plan_arguments::{Forecast, Step};
use api::{
    AlterationInput, Books, ForecastInput, ForecastOutcome, ForecastSeries, ForecastStep, ForecastView,
    Money, ScenarioInput, ShortfallView,
};
use serde::Serialize;

/// An account on a day.
#[derive(Serialize)]
struct Row<'a> {
    date: &'a str,
    account: &'a str,
    commodity: &'a str,
    expected: &'a str,
    low: &'a str,
    high: &'a str,
}

/// All accounts on a day.
#[derive(Serialize)]
struct Total<'a> {
    date: &'a str,
    expected: &'a str,
    low: &'a str,
    high: &'a str,
}

#[derive(Serialize)]
struct Outcome<'a> {
    rows: Vec<Row<'a>>,
    total: Vec<Total<'a>>,
    shortfalls: &'a [ShortfallView],
}

#[derive(Serialize)]
struct Answer<'a> {
    currency: &'a str,
    today: &'a str,
    learned_from: &'a str,
    #[serde(flatten)]
    base: Outcome<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    beside: Option<Outcome<'a>>,
    missing: &'a [String],
}

pub async fn run(books: &Books, arguments: Forecast, as_json: bool) -> Result<(), Failure> {
    let alterations = alterations(books, &arguments).await?;
    let scenario = match &arguments.scenario {
        Some(name) => {
            let known = books.forecast_scenarios().await?;
            let found = known.iter().find(|scenario| scenario.name == *name);
            Some(found.ok_or_else(|| Failure::Usage(format!("there is no scenario “{name}”")))?.id)
        }
        None => None,
    };
    if let Some(name) = arguments.keep {
        let input = ScenarioInput { id: None, name, alterations: alterations.clone() };
        books.forecast_scenario_save(&input).await?;
    }
    let step = match arguments.step {
        Step::Day => ForecastStep::Day,
        Step::Week => ForecastStep::Week,
        Step::Month => ForecastStep::Month,
    };
    let input = ForecastInput { days: arguments.days, step: Some(step), scenario, alterations };
    let view = books.forecast_show(&input).await?;
    if as_json { json(&answer(&view)) } else { say(&view) }
}

/// What the arguments ask to be different.
async fn alterations(books: &Books, arguments: &Forecast) -> Result<Vec<AlterationInput>, Failure> {
    let mut alterations = Vec::new();
    if arguments.without.is_empty() && arguments.cost.is_none() && arguments.loan.is_none() {
        return Ok(alterations);
    }
    let near = books.forecast_show(&ForecastInput { days: 1, ..ForecastInput::default() }).await?;
    let tomorrow = near.days.into_iter().next();
    let from = arguments.from.clone().or(tomorrow).unwrap_or_else(api::today);
    for name in &arguments.without {
        let wanted = api::composed(name);
        let before = alterations.len();
        let of = near.regular.iter().filter(|regular| regular.payee == wanted);
        alterations.extend(of.map(|one| AlterationInput::End { source: one.source, from: from.clone() }));
        if alterations.len() == before {
            return Err(Failure::Usage(format!("nothing comes regularly from or goes to “{name}”")));
        }
    }
    if let Some(percent) = arguments.cost {
        alterations.push(AlterationInput::Cost { from: from.clone(), percent });
    }
    if let (Some(amount), Some(account), Some(months)) =
        (&arguments.loan, &arguments.account, arguments.months)
    {
        let account = find_view(books, account).await?;
        let commodity = match account.currency {
            Some(own) => own,
            None => books.ledger_settings().await?.currency,
        };
        let amount = Money { amount: amount.clone(), commodity };
        let rate = arguments.rate.clone();
        alterations.push(AlterationInput::Loan { account: account.id, amount, rate, months, from });
    }
    Ok(alterations)
}

fn answer(view: &ForecastView) -> Answer<'_> {
    Answer {
        currency: &view.currency,
        today: &view.today,
        learned_from: &view.learned_from,
        base: outcome(view, &view.base),
        beside: view.beside.as_ref().map(|beside| outcome(view, beside)),
        missing: &view.missing,
    }
}

fn outcome<'a>(view: &'a ForecastView, outcome: &'a ForecastOutcome) -> Outcome<'a> {
    let rows = view.days.iter().enumerate().flat_map(|(place, date)| {
        outcome.accounts.iter().map(move |account| Row {
            date,
            account: &account.path,
            commodity: &account.commodity,
            expected: &account.series.expected[place],
            low: &account.series.low[place],
            high: &account.series.high[place],
        })
    });
    let total = view.days.iter().enumerate().map(|(place, date)| Total {
        date,
        expected: &outcome.total.expected[place],
        low: &outcome.total.low[place],
        high: &outcome.total.high[place],
    });
    Outcome { rows: rows.collect(), total: total.collect(), shortfalls: &outcome.shortfalls }
}

/// Each account now and on the last day, as it is likely and between what and what; then what falls short.
fn say(view: &ForecastView) -> Result<(), Failure> {
    let last = view.days.last().map(String::as_str).unwrap_or_default();
    line(&format!("{} to {last}, four in five within the band", view.today))?;
    say_outcome(view, &view.base)?;
    if let Some(beside) = &view.beside {
        line("")?;
        line("With what is different:")?;
        say_outcome(view, beside)?;
    }
    if !view.missing.is_empty() {
        line(&format!("without a rate, and in no total: {}", view.missing.join(", ")))?;
    }
    Ok(())
}

fn say_outcome(view: &ForecastView, outcome: &ForecastOutcome) -> Result<(), Failure> {
    let end = |name: &str, code: &str, series: &ForecastSeries| {
        let of = |figures: &[String]| figures.last().cloned().unwrap_or_default();
        let (expected, low, high) = (of(&series.expected), of(&series.low), of(&series.high));
        vec![name.to_owned(), series.now.clone(), expected, low, high, code.to_owned()]
    };
    let head = ["", "now", "expected", "low", "high", ""].map(str::to_owned).to_vec();
    let mut rows = vec![head];
    rows.extend(outcome.accounts.iter().map(|one| end(&one.path, &one.commodity, &one.series)));
    rows.push(end("all together", &view.currency, &outcome.total));
    table(&[Side::Left, Side::Right, Side::Right, Side::Right, Side::Right, Side::Left], &rows)?;
    for short in &outcome.shortfalls {
        let ShortfallView { path, floor, commodity, missing, .. } = short;
        line(&match &short.day {
            Some(day) => format!("{path} falls below {floor} {commodity} on {day}: {missing} missing"),
            None => format!(
                "{path} may fall below {floor} {commodity} from {} on: {missing} missing",
                short.possible
            ),
        })?;
        for one in &short.moves {
            line(&format!("  move {} {commodity} from {} by {}", one.amount, one.path, one.day))?;
        }
    }
    Ok(())
}
