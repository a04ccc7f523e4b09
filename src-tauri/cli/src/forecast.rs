//! `coffer forecast`.

use crate::accounts::find_view;
use crate::failure::Failure;
use crate::output::{Side, json, line, table};
use crate::plan_arguments::{Forecast, Pace, Step};
use api::{
    AlterationInput, Books, ForecastInput, ForecastOutcome, ForecastSeries, ForecastStep, ForecastView, Id,
    Money, ScenarioInput, ScenarioView, ShortfallView, SourceView,
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
    if arguments.scenarios {
        return scenarios(books, as_json).await;
    }
    if let Some(name) = &arguments.forget {
        let gone = books.forecast_scenario_remove(named(books, name).await?).await?;
        return crate::commands::say(gone.as_ref(), as_json);
    }
    let alterations = alterations(books, &arguments).await?;
    let scenario = match &arguments.scenario {
        Some(name) => Some(named(books, name).await?),
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

/// The number of the scenario of a name.
async fn named(books: &Books, name: &str) -> Result<Id, Failure> {
    let wanted = api::composed(name);
    let found = books.forecast_scenarios().await?.into_iter().find(|scenario| scenario.name == wanted);
    Ok(found.ok_or_else(|| Failure::Usage(format!("there is no scenario “{name}”")))?.id)
}

async fn scenarios(books: &Books, as_json: bool) -> Result<(), Failure> {
    let found = books.forecast_scenarios().await?;
    if as_json {
        return json(&found);
    }
    let row = |scenario: &ScenarioView| {
        let kind = |one: &AlterationInput| match one {
            AlterationInput::Payment { .. } => "payment",
            AlterationInput::Loan { .. } => "loan",
            AlterationInput::End { .. } => "end",
            AlterationInput::Change { .. } => "change",
            AlterationInput::Cost { .. } => "cost",
            AlterationInput::Rate { .. } => "worth",
        };
        vec![scenario.name.clone(), scenario.alterations.iter().map(kind).collect::<Vec<_>>().join(", ")]
    };
    table(&[Side::Left; 2], &found.iter().map(row).collect::<Vec<_>>())
}

/// What the arguments ask to be different.
async fn alterations(books: &Books, arguments: &Forecast) -> Result<Vec<AlterationInput>, Failure> {
    let Forecast { without, change, cost, loan, pay, worth, .. } = arguments;
    let regular = !without.is_empty() || !change.is_empty();
    let mut alterations = Vec::new();
    if !regular && cost.is_none() && loan.is_none() && pay.is_none() && worth.is_empty() {
        return Ok(alterations);
    }
    let near = books.forecast_show(&ForecastInput { days: 1, ..ForecastInput::default() }).await?;
    let tomorrow = near.days.first().cloned();
    let from = arguments.from.clone().or(tomorrow).unwrap_or_else(api::today);
    for name in without {
        let ended = |source| AlterationInput::End { source, from: from.clone() };
        alterations.extend(sources(&near, name)?.into_iter().map(ended));
    }
    for said in change {
        let (name, percent) = percent_of(said)?;
        let changed = |source| AlterationInput::Change { source, from: from.clone(), percent };
        alterations.extend(sources(&near, name)?.into_iter().map(changed));
    }
    if let Some(percent) = *cost {
        alterations.push(AlterationInput::Cost { from: from.clone(), percent });
    }
    for said in worth {
        let (code, percent) = percent_of(said)?;
        alterations.push(AlterationInput::Rate { commodity: code.to_owned(), percent });
    }
    let Some(account) = &arguments.account else { return Ok(alterations) };
    let account = find_view(books, account).await?;
    let commodity = match account.currency {
        Some(own) => own,
        None => books.ledger_settings().await?.currency,
    };
    let money = |amount: &String| Money { amount: amount.clone(), commodity: commodity.clone() };
    let account = account.id;
    if let Some(amount) = pay {
        let rule = match arguments.every {
            Pace::Once => None,
            Pace::Week => Some("FREQ=WEEKLY".to_owned()),
            Pace::Month => Some("FREQ=MONTHLY".to_owned()),
            Pace::Year => Some("FREQ=YEARLY".to_owned()),
        };
        alterations.push(AlterationInput::Payment {
            account,
            amount: money(amount),
            start: from.clone(),
            rule,
        });
    }
    if let (Some(amount), Some(months)) = (loan, arguments.months) {
        let rate = arguments.rate.clone();
        alterations.push(AlterationInput::Loan { account, amount: money(amount), rate, months, from });
    }
    Ok(alterations)
}

/// What a payee brings or takes regularly.
fn sources(near: &ForecastView, name: &str) -> Result<Vec<SourceView>, Failure> {
    let wanted = api::composed(name);
    let of = near.regular.iter().filter(|regular| regular.payee == wanted);
    let found: Vec<SourceView> = of.map(|regular| regular.source).collect();
    if found.is_empty() {
        return Err(Failure::Usage(format!("nothing comes regularly from or goes to “{name}”")));
    }
    Ok(found)
}

/// `Acme Ltd=90`.
fn percent_of(said: &str) -> Result<(&str, u32), Failure> {
    let parts = said.rsplit_once('=').and_then(|(name, percent)| Some((name, percent.trim().parse().ok()?)));
    parts.ok_or_else(|| Failure::Usage(format!("“{said}” names no percentage; write NAME=90")))
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
