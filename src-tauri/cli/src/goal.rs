//! `coffer goal`.

use crate::accounts::find;
use crate::commands::say;
use crate::failure::Failure;
use crate::output::{Side, json, line, table};
use crate::plan_arguments::{GoalAdd, GoalCommand, Order};
use api::{
    AimInput, Books, FundInput, GoalInput, GoalProgress, GoalView, PayoffInput, PayoffOrderInput,
    PayoffSummary, PayoffView, SavingsPlanInput, SavingsPlanView, TermsInput,
};

pub async fn run(books: &Books, command: GoalCommand, as_json: bool) -> Result<(), Failure> {
    match command {
        GoalCommand::Add(add) => {
            let made = books.goal_save(&input(books, *add).await?).await?;
            if as_json { json(&made) } else { line(&format!("added {}", made.name)) }
        }
        GoalCommand::List => {
            let goals = books.goal_list().await?;
            if as_json { json(&goals) } else { list(&goals) }
        }
        GoalCommand::Remove { name } => {
            let gone = books.goal_remove(named(books, &name).await?.id).await?;
            say(gone.as_ref(), as_json)
        }
        GoalCommand::Edit { name, rename, target, by, order, extra } => {
            let goal = named(books, &name).await?;
            let GoalView { id, currency, .. } = goal;
            let aim = edited(goal.aim, target, by, order, extra);
            let name = rename.unwrap_or(goal.name);
            let made =
                books.goal_save(&GoalInput { id: Some(id), name, currency: Some(currency), aim }).await?;
            if as_json { json(&made) } else { line(&format!("changed {}", made.name)) }
        }
        GoalCommand::Savings { name, monthly, by } => {
            let goal = named(books, &name).await?.id;
            let plan = books.goal_savings(&SavingsPlanInput { goal, monthly, by }).await?;
            if as_json { json(&plan) } else { savings(&plan) }
        }
        GoalCommand::Payoff { name, order, extra } => {
            let goal = named(books, &name).await?.id;
            let order = order.map(PayoffOrderInput::from);
            let plan = books.goal_payoff(&PayoffInput { goal, order, extra }).await?;
            if as_json { json(&plan) } else { payoff(&plan) }
        }
    }
}

async fn named(books: &Books, name: &str) -> Result<GoalView, Failure> {
    let wanted = api::composed(name);
    let found = books.goal_list().await?.into_iter().find(|goal| goal.name == wanted);
    found.ok_or_else(|| Failure::Usage(format!("there is no goal “{name}”; `coffer goal list` lists them")))
}

async fn input(books: &Books, add: GoalAdd) -> Result<GoalInput, Failure> {
    let aim = match add.target {
        Some(target) => {
            let mut funds = Vec::with_capacity(add.accounts.len() + add.envelope.len());
            for account in &add.accounts {
                funds.push(FundInput::Account { account: find(books, account).await?, most: None });
            }
            for category in &add.envelope {
                let budget = crate::budget::named(books, add.budget.as_deref()).await?.id;
                funds.push(FundInput::Envelope { budget, category: find(books, category).await? });
            }
            AimInput::Savings { target, by: add.by, funds }
        }
        None => {
            let mut debts = Vec::with_capacity(add.debt.len());
            for debt in &add.debt {
                let parts = debt.rsplit_once('=').and_then(|(account, terms)| {
                    let (rate, minimum) = terms.split_once(',')?;
                    Some((account, rate, minimum))
                });
                let (account, rate, minimum) = parts.ok_or_else(|| {
                    Failure::Usage(format!("“{debt}” is no debt; write Liabilities:Card=24,20.00"))
                })?;
                let account = find(books, account).await?;
                debts.push(TermsInput { account, rate: rate.to_owned(), minimum: minimum.to_owned() });
            }
            AimInput::Debt { debts, order: add.order.into(), extra: add.extra }
        }
    };
    Ok(GoalInput { id: None, name: add.name, currency: add.currency, aim })
}

/// An aim with what is said otherwise; what belongs to the other kind of goal changes nothing.
fn edited(
    aim: AimInput,
    target: Option<String>,
    by: Option<String>,
    order: Option<Order>,
    extra: Option<String>,
) -> AimInput {
    match aim {
        AimInput::Savings { target: before, by: day, funds } => {
            AimInput::Savings { target: target.unwrap_or(before), by: by.or(day), funds }
        }
        AimInput::Debt { debts, order: before, extra: more } => AimInput::Debt {
            debts,
            order: order.map_or(before, PayoffOrderInput::from),
            extra: extra.unwrap_or(more),
        },
    }
}

fn savings(plan: &SavingsPlanView) -> Result<(), Failure> {
    let currency = &plan.currency;
    match (&plan.monthly, &plan.done) {
        (Some(monthly), Some(month)) => line(&format!("{monthly} {currency} a month: there in {month}"))?,
        (Some(monthly), None) => line(&format!("{monthly} {currency} a month: never there"))?,
        (None, _) => {}
    }
    match (&plan.by, &plan.needed) {
        (Some(by), Some(needed)) => line(&format!("by {by}: {needed} {currency} a month")),
        (Some(by), None) => line(&format!("{by} is past")),
        (None, _) => Ok(()),
    }
}

fn list(goals: &[GoalView]) -> Result<(), Failure> {
    let rows: Vec<Vec<String>> = goals
        .iter()
        .map(|goal| {
            let (amount, text) = match &goal.progress {
                GoalProgress::Savings(saved) => {
                    let monthly = saved.monthly.as_ref().map(|monthly| format!(", {monthly} a month"));
                    let there = saved.projected.as_ref().map(|day| format!(", there on {day}"));
                    let words = format!(
                        "{} % saved, {} missing{}{}",
                        saved.percent,
                        saved.missing,
                        monthly.unwrap_or_default(),
                        there.unwrap_or_default()
                    );
                    (&saved.saved, words)
                }
                GoalProgress::Debt(debt) => {
                    let done = debt.plan.as_ref().and_then(|plan| plan.done.as_ref());
                    let words = match (done, &debt.plan) {
                        (Some(month), Some(plan)) => {
                            format!("paid off in {month}, {} of interest", plan.interest)
                        }
                        (None, Some(_)) => "paid off".to_owned(),
                        (_, None) => "never paid off at this pace".to_owned(),
                    };
                    (&debt.owed, words)
                }
            };
            vec![goal.name.clone(), amount.clone(), goal.currency.clone(), text]
        })
        .collect();
    table(&[Side::Left, Side::Right, Side::Left, Side::Left], &rows)
}

fn payoff(plan: &PayoffView) -> Result<(), Failure> {
    let head = ["", "paid", "interest", "owed"].map(str::to_owned).to_vec();
    let mut rows = vec![head];
    rows.extend(plan.months.iter().map(|month| {
        vec![month.month.clone(), month.paid.clone(), month.interest.clone(), month.owed.clone()]
    }));
    table(&[Side::Left, Side::Right, Side::Right, Side::Right], &rows)?;
    let told = |name: &str, plan: &PayoffSummary| {
        let (months, interest, monthly) = (plan.months, &plan.interest, &plan.monthly);
        line(&format!("{name}: {months} months, {interest} of interest, {monthly} a month"))
    };
    line("")?;
    told("snowball", &plan.snowball)?;
    told("avalanche", &plan.avalanche)?;
    told("own order", &plan.own)?;
    match &plan.minimums {
        Some(minimums) => told("minimums alone", minimums),
        None => line("minimums alone: never"),
    }
}

impl From<Order> for PayoffOrderInput {
    fn from(order: Order) -> Self {
        match order {
            Order::Snowball => Self::Snowball,
            Order::Avalanche => Self::Avalanche,
            Order::Own => Self::Own,
        }
    }
}
