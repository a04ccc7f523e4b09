//! `coffer insight`.

use crate::commands::say;
use crate::failure::Failure;
use crate::output::{Side, json, line, table};
use crate::plan_arguments::Insight;
use api::{Books, InsightNote, InsightView, MonthReview, SafeWhy, UnusualView};

pub async fn run(books: &Books, arguments: Insight, as_json: bool) -> Result<(), Failure> {
    if let Some(about) = arguments.dismiss {
        return say(books.insight_dismiss(&about).await?.as_ref(), as_json);
    }
    if let Some(month) = arguments.month {
        let review = books.insight_month(Some(&month)).await?;
        return if as_json { json(&review) } else { say_month(&review) };
    }
    let today = books.insight_today().await?;
    if as_json { json(&today) } else { say_today(&today) }
}

fn say_today(today: &InsightView) -> Result<(), Failure> {
    if let Some(safe) = &today.safe {
        let (amount, currency, until) = (&safe.amount, &today.currency, &safe.until);
        line(&format!("safe to spend: {amount} {currency}, {} a day until {until}", safe.daily))?;
        let rows: Vec<Vec<String>> = safe
            .reasons
            .iter()
            .map(|reason| {
                let why = match reason.why {
                    SafeWhy::Held => "in checking, cash and wallets",
                    SafeWhy::Floors => "that should stay",
                    SafeWhy::Cards => "owed on cards",
                    SafeWhy::Bills => "bills until then",
                    SafeWhy::Usual => "usually spent until then",
                    SafeWhy::Goals => "for goals",
                    SafeWhy::Budget => "more than the budget has",
                };
                vec![reason.amount.clone(), why.to_owned()]
            })
            .collect();
        table(&[Side::Right, Side::Left], &rows)?;
    }
    for note in &today.notes {
        match note {
            InsightNote::Shortfall { about, path, day, missing, commodity, .. } => {
                line(&format!("{path} falls short on {day}: {missing} {commodity} missing [{about}]"))?;
            }
            InsightNote::Unusual { about, spending, .. } => {
                say_unusual(spending, &format!(" [{about}]"))?;
            }
            InsightNote::Milestone { about, milestone } => {
                let (amount, date) = (&milestone.amount, &milestone.date);
                line(&format!("net worth passed {amount} {} by {date} [{about}]", today.currency))?;
            }
        }
    }
    Ok(())
}

fn say_unusual(one: &UnusualView, end: &str) -> Result<(), Failure> {
    let (low, high) = (&one.usual.low, &one.usual.high);
    line(&format!("{}: {}, usually {low} to {high}{end}", one.path, one.amount))?;
    for transaction in &one.transactions {
        let (date, name) = (&transaction.date, &transaction.name);
        line(&format!("  {date} {name} {} {}", transaction.amount, transaction.commodity))?;
    }
    Ok(())
}

fn say_month(review: &MonthReview) -> Result<(), Failure> {
    let so_far = if review.complete { "" } else { ", so far" };
    line(&format!("{}{so_far}, {}", review.month, review.currency))?;
    let usual = |usual: &Option<api::UsualView>| {
        usual.as_ref().map(|usual| format!("usually {} to {}", usual.low, usual.high)).unwrap_or_default()
    };
    let percent = review.saved_percent.map(|percent| format!("{percent} %")).unwrap_or_default();
    let rows = [
        vec!["in".to_owned(), review.income.clone(), usual(&review.usual_income)],
        vec!["out".to_owned(), review.spent.clone(), usual(&review.usual_spent)],
        vec!["saved".to_owned(), review.saved.clone(), percent],
    ];
    table(&[Side::Left, Side::Right, Side::Left], &rows)?;
    for change in &review.changes {
        let because: Vec<String> =
            change.because.iter().map(|one| format!("{} {}", one.name, one.amount)).collect();
        let because = if because.is_empty() { String::new() } else { format!(": {}", because.join(", ")) };
        line(&format!("{} {} against the usual {}{because}", change.path, change.amount, change.usual))?;
    }
    for one in &review.unusual {
        say_unusual(one, "")?;
    }
    for one in &review.milestones {
        line(&format!("net worth passed {}", one.amount))?;
    }
    Ok(())
}
