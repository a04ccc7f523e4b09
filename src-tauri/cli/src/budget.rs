//! `coffer budget`.

use crate::accounts::find;
use crate::budget_arguments::{At, Create, Every, Target, TemplateCommand, Which};
use crate::commands::{entries, say};
use crate::failure::Failure;
use crate::output::{Side, json, line, table};
use api::{
    Books, BudgetCadence, BudgetCardCell, BudgetChange, BudgetInput, BudgetLine, BudgetShowInput, BudgetView,
    BudgetWhy, BudgetWhyInput, EntryView, EnvelopeChange, EnvelopePlace, FillView, Id, ReasonView,
    TargetView,
};
use serde::Serialize;

pub use crate::budget_arguments::BudgetCommand;

pub async fn run(books: &Books, command: BudgetCommand, as_json: bool) -> Result<(), Failure> {
    let done = match command {
        BudgetCommand::List => return list(books, as_json).await,
        BudgetCommand::Create(create) => {
            let made = books.budget_create(&new(books, create).await?).await?;
            return said(&made, as_json);
        }
        BudgetCommand::Copy { name, plan, which } => {
            let made = books.budget_copy(budget(books, &which).await?.id, &name, plan).await?;
            return said(&made, as_json);
        }
        BudgetCommand::Show { at, count, columns, all } => {
            let (budget, period) = place(books, &at).await?;
            let (budget, period) = (Some(budget.id), Some(period));
            let input = BudgetShowInput { budget, period, count, columns: columns.into() };
            return show(books, &input, all, as_json).await;
        }
        BudgetCommand::Fill { at, dry_run: true } => {
            let (budget, period) = place(books, &at).await?;
            return fill(&books.budget_fill_propose(budget.id, &period).await?, as_json);
        }
        BudgetCommand::Why { categories, at, columns } => {
            let (budget, period) = place(books, &at).await?;
            let (budget, envelopes) = (budget.id, ids(books, &categories).await?);
            let input = BudgetWhyInput { budget, period, columns: columns.into(), envelopes };
            return why(&books.budget_why(&input).await?, &categories, as_json);
        }
        BudgetCommand::History { which, limit } => {
            let found = books.budget_history(budget(books, &which).await?.id, limit).await?;
            return if as_json { json(&found) } else { entries(&found) };
        }
        BudgetCommand::Template(TemplateCommand::List { which }) => {
            return templates(books, &which, as_json).await;
        }
        command => change(books, command).await?,
    };
    say(done.as_ref(), as_json)
}

/// What changes a budget and answers with its entry in the history.
async fn change(books: &Books, command: BudgetCommand) -> Result<Option<EntryView>, Failure> {
    Ok(match command {
        BudgetCommand::Assign { category, amount, at } => {
            let (budget, period) = place(books, &at).await?;
            let line = BudgetLine { envelope: find(books, &category).await?, amount };
            books.budget_assign(budget.id, &period, &[line]).await?
        }
        BudgetCommand::Move { amount, from, to, at } => {
            let (budget, period) = place(books, &at).await?;
            let (from, to) = (maybe(books, from.as_deref()).await?, maybe(books, to.as_deref()).await?);
            books.budget_move(budget.id, &period, from, to, &amount).await?
        }
        BudgetCommand::Hold { amount, at } => {
            let (budget, period) = place(books, &at).await?;
            books.budget_hold(budget.id, &period, &amount).await?
        }
        BudgetCommand::Fill { at, .. } => {
            let (budget, period) = place(books, &at).await?;
            books.budget_fill(budget.id, &period, None).await?
        }
        BudgetCommand::Repeat { at, from } => {
            let (budget, period) = place(books, &at).await?;
            books.budget_repeat(budget.id, &period, from.as_deref()).await?
        }
        BudgetCommand::Target(target) => {
            let budget = budget(books, &target.which).await?.id;
            let envelope = find(books, &target.category).await?;
            match wanted(target) {
                Some(target) => books.budget_target_set(budget, envelope, &target).await?,
                None => books.budget_target_clear(budget, envelope).await?,
            }
        }
        BudgetCommand::Envelope { category, keeps_surplus, keeps_debt, group, position, hidden, which } => {
            let budget = budget(books, &which).await?.id;
            let change = EnvelopeChange { keeps_surplus, keeps_debt, group, position, hidden };
            books.budget_envelope_set(budget, find(books, &category).await?, &change).await?
        }
        BudgetCommand::Order { categories, group, which } => {
            let budget = budget(books, &which).await?.id;
            let places = ordered(books, budget, &ids(books, &categories).await?, group.as_deref()).await?;
            books.budget_envelopes_order(budget, &places).await?
        }
        BudgetCommand::Edit { which, name, method, since, accounts, archived } => {
            let budget = budget(books, &which).await?.id;
            let accounts = Some(ids(books, &accounts).await?).filter(|accounts| !accounts.is_empty());
            let method = method.map(Into::into);
            let change = BudgetChange { name, method, since, accounts, archived };
            books.budget_edit(budget, &change).await?
        }
        BudgetCommand::Remove { which } => books.budget_remove(budget(books, &which).await?.id).await?,
        BudgetCommand::Template(command) => template(books, command).await?,
        _ => None,
    })
}

/// The places of all envelopes with some of them first, in their own group where one is named.
async fn ordered(
    books: &Books,
    budget: Id,
    first: &[Id],
    group: Option<&str>,
) -> Result<Vec<EnvelopePlace>, Failure> {
    let sheet = books.budget_show(&BudgetShowInput { budget: Some(budget), ..Default::default() }).await?;
    let rows =
        sheet.groups.iter().flat_map(|group| group.rows.iter().map(move |row| (row.envelope, &group.name)));
    let known: Vec<(Id, &String)> = rows.collect();
    let own = |id: Id| known.iter().find(|row| row.0 == id).map(|row| row.1.clone()).unwrap_or_default();
    let named = first
        .iter()
        .map(|id| EnvelopePlace { envelope: *id, group: group.map_or_else(|| own(*id), str::to_owned) });
    let rest = known.iter().filter(|row| !first.contains(&row.0));
    let rest = rest.map(|row| EnvelopePlace { envelope: row.0, group: row.1.clone() });
    Ok(named.chain(rest).collect())
}

async fn template(books: &Books, command: TemplateCommand) -> Result<Option<EntryView>, Failure> {
    Ok(match command {
        TemplateCommand::Save { name, at } => {
            let (budget, period) = place(books, &at).await?;
            books.budget_template_save(budget.id, &period, &name).await?
        }
        TemplateCommand::Apply { name, at } => {
            let (budget, period) = place(books, &at).await?;
            let template = template_id(books, budget.id, &name).await?;
            books.budget_template_apply(budget.id, &period, template).await?
        }
        TemplateCommand::Remove { name, which } => {
            let budget = budget(books, &which).await?.id;
            books.budget_template_remove(budget, template_id(books, budget, &name).await?).await?
        }
        TemplateCommand::List { .. } => None,
    })
}

async fn template_id(books: &Books, budget: Id, name: &str) -> Result<Id, Failure> {
    let name = api::composed(name);
    let found = books.budget_template_list(budget).await?.into_iter().find(|known| known.name == name);
    let missing =
        || Failure::Usage(format!("there is no template “{name}”; `coffer budget template list` lists them"));
    Ok(found.ok_or_else(missing)?.id)
}

async fn budget(books: &Books, which: &Which) -> Result<BudgetView, Failure> {
    named(books, which.budget.as_deref()).await
}

/// The budget of that name, or the first that is not put away.
pub async fn named(books: &Books, name: Option<&str>) -> Result<BudgetView, Failure> {
    let wanted = name.map(api::composed);
    let found = books.budget_list().await?.into_iter().find(|known| match &wanted {
        Some(name) => known.name == *name,
        None => !known.archived,
    });
    found.ok_or_else(|| {
        Failure::Usage(match &wanted {
            Some(name) => format!("there is no budget “{name}”; `coffer budget list` lists them"),
            None => "there is no budget yet; `coffer budget create Household` makes one".into(),
        })
    })
}

/// The budget, and the period: today's where none is named.
async fn place(books: &Books, at: &At) -> Result<(BudgetView, String), Failure> {
    let budget = budget(books, &at.which).await?;
    let period = at.month.clone().unwrap_or_else(|| budget.current.clone());
    Ok((budget, period))
}

async fn maybe(books: &Books, path: Option<&str>) -> Result<Option<Id>, Failure> {
    match path {
        Some(path) => Ok(Some(find(books, path).await?)),
        None => Ok(None),
    }
}

async fn ids(books: &Books, paths: &[String]) -> Result<Vec<Id>, Failure> {
    let mut found = Vec::with_capacity(paths.len());
    for path in paths {
        found.push(find(books, path).await?);
    }
    Ok(found)
}

async fn new(books: &Books, create: Create) -> Result<BudgetInput, Failure> {
    let starts = create.starts.as_deref();
    let cadence = match create.every {
        Every::Week => BudgetCadence::Week { starts: starts.unwrap_or("mon").to_owned() },
        Every::Month => {
            let starts = starts.unwrap_or("1");
            let wrong = |_| Failure::Usage(format!("“{starts}” is no day that every month has (1 to 28)"));
            BudgetCadence::Month { starts: starts.parse().map_err(wrong)? }
        }
        Every::Quarter => BudgetCadence::Quarter,
        Every::Year => BudgetCadence::Year,
        Every::Days => BudgetCadence::Days {
            from: create.since.clone().unwrap_or_default(),
            length: create.length.unwrap_or_default(),
        },
    };
    let accounts = ids(books, &create.accounts).await?;
    Ok(BudgetInput {
        name: create.name,
        currency: create.currency,
        method: create.method.into(),
        cadence: Some(cadence),
        since: create.since,
        accounts: Some(accounts).filter(|accounts| !accounts.is_empty()),
    })
}

/// The target that the arguments name; `None` to take it away.
fn wanted(target: Target) -> Option<TargetView> {
    let Target { set_aside, refill, by_date, by, again, percent, average, scheduled, .. } = target;
    set_aside
        .map(|amount| TargetView::SetAside { amount })
        .or_else(|| refill.map(|amount| TargetView::RefillTo { amount }))
        .or_else(|| {
            let (amount, by) = by_date.zip(by)?;
            Some(TargetView::ByDate { amount, by, again_after: again })
        })
        .or_else(|| percent.map(|percent| TargetView::PercentOfIncome { percent }))
        .or_else(|| average.map(|periods| TargetView::AverageSpent { periods }))
        .or_else(|| scheduled.then_some(TargetView::Scheduled))
}

fn said(budget: &BudgetView, as_json: bool) -> Result<(), Failure> {
    if as_json { json(budget) } else { line(&format!("made the budget “{}”", budget.name)) }
}

async fn list(books: &Books, as_json: bool) -> Result<(), Failure> {
    let budgets = books.budget_list().await?;
    if as_json {
        return json(&budgets);
    }
    let row = |budget: &BudgetView| {
        let every = match &budget.cadence {
            BudgetCadence::Week { starts } => format!("weeks from {starts}"),
            BudgetCadence::Month { starts: 1 } => "months".to_owned(),
            BudgetCadence::Month { starts } => format!("months from day {starts}"),
            BudgetCadence::Quarter => "quarters".to_owned(),
            BudgetCadence::Year => "years".to_owned(),
            BudgetCadence::Days { length, .. } => format!("{length} days"),
        };
        let method = if budget.method == api::BudgetMethod::Tracking { "tracking" } else { "envelope" };
        let away = if budget.archived { "put away" } else { "" };
        let since = format!("since {}", budget.since);
        vec![budget.name.clone(), method.into(), budget.currency.clone(), every, since, away.into()]
    };
    table(&[Side::Left; 6], &budgets.iter().map(row).collect::<Vec<_>>())
}

/// An envelope in one period.
#[derive(Serialize)]
struct Row {
    group: String,
    category: String,
    assigned: String,
    activity: String,
    available: String,
    target: Option<String>,
}

/// A card in one period.
#[derive(Serialize)]
struct CardRow {
    card: String,
    #[serde(flatten)]
    cell: BudgetCardCell,
}

/// A period with its rows.
#[derive(Serialize)]
struct Column {
    budget: String,
    currency: String,
    #[serde(flatten)]
    period: api::BudgetPeriod,
    rows: Vec<Row>,
    cards: Vec<CardRow>,
}

async fn show(books: &Books, input: &BudgetShowInput, all: bool, as_json: bool) -> Result<(), Failure> {
    let sheet = books.budget_show(input).await?;
    let rows = |place: usize| {
        let rows = sheet.groups.iter().flat_map(|group| group.rows.iter().map(move |row| (group, row)));
        let shown = rows.filter(|(_, row)| all || !row.settings.hidden);
        shown.map(move |(group, row)| {
            let cell = &row.cells[place];
            Row {
                group: group.name.clone(),
                category: row.path.clone(),
                assigned: cell.assigned.clone(),
                activity: cell.activity.clone(),
                available: cell.available.clone(),
                target: cell.need.as_ref().map(|need| need.amount.clone()),
            }
        })
    };
    let cards = |place: usize| {
        let card = move |card: &api::BudgetCard| CardRow {
            card: card.path.clone(),
            cell: card.cells[place].clone(),
        };
        sheet.cards.iter().map(card).collect()
    };
    let columns = sheet.periods.iter().enumerate().map(|(place, period)| Column {
        budget: sheet.budget.name.clone(),
        currency: sheet.budget.currency.clone(),
        period: period.clone(),
        rows: rows(place).collect(),
        cards: cards(place),
    });
    let columns: Vec<Column> = columns.collect();
    match columns.as_slice() {
        [column] if as_json => json(column),
        columns if as_json => json(&serde_json::json!({ "periods": columns })),
        columns => columns.iter().try_for_each(say_column),
    }
}

fn say_column(column: &Column) -> Result<(), Failure> {
    let period = &column.period;
    line(&format!("{}, {} to {}, {}", column.budget, period.from, period.to, column.currency))?;
    let head = ["", "assigned", "activity", "available", "target"].map(str::to_owned).to_vec();
    let mut cells = vec![head];
    for row in &column.rows {
        let target = row.target.clone().unwrap_or_default();
        let numbers = [&row.assigned, &row.activity, &row.available, &target];
        cells.push(std::iter::once(&row.category).chain(numbers).cloned().collect());
    }
    for card in &column.cards {
        let numbers = [&card.cell.assigned, &card.cell.paid, &card.cell.available];
        cells.push(std::iter::once(&card.card).chain(numbers).cloned().collect());
    }
    let to_assign = &period.to_assign.available;
    cells.push(["to be assigned", "", "", to_assign].map(str::to_owned).to_vec());
    table(&[Side::Left, Side::Right, Side::Right, Side::Right, Side::Right], &cells)
}

async fn templates(books: &Books, which: &Which, as_json: bool) -> Result<(), Failure> {
    let found = books.budget_template_list(budget(books, which).await?.id).await?;
    if as_json {
        return json(&found);
    }
    let row = |found: &api::BudgetTemplate| vec![found.total.clone(), found.name.clone()];
    table(&[Side::Right, Side::Left], &found.iter().map(row).collect::<Vec<_>>())
}

fn fill(proposed: &FillView, as_json: bool) -> Result<(), Failure> {
    if as_json {
        return json(proposed);
    }
    let rows = proposed.lines.iter().map(|line| {
        let short = if line.short.chars().any(|digit| matches!(digit, '1'..='9')) {
            format!("short of {}", line.short)
        } else {
            String::new()
        };
        vec![line.amount.clone(), line.path.clone(), because(&line.reason), short]
    });
    table(&[Side::Right, Side::Left, Side::Left, Side::Left], &rows.collect::<Vec<_>>())?;
    line(&format!("{} of the {} to be assigned", proposed.total, proposed.to_assign))
}

fn because(reason: &ReasonView) -> String {
    match reason {
        ReasonView::EachPeriod => "in each period".into(),
        ReasonView::Refill { wanted, carried } => format!("up to {wanted}, with {carried} from before"),
        ReasonView::Due { missing, periods, by } => format!("{missing} in {periods} periods, by {by}"),
        ReasonView::DayPassed { by } => format!("{by} is past"),
        ReasonView::PartOfIncome { percent, income } => format!("{percent} % of {income}"),
        ReasonView::Average { periods } => format!("the average of {periods} periods"),
        ReasonView::Scheduled => "what is scheduled".into(),
        ReasonView::ScheduledLess { scheduled, carried } => {
            format!("{scheduled} scheduled, with {carried} from before")
        }
    }
}

fn why(found: &BudgetWhy, categories: &[String], as_json: bool) -> Result<(), Failure> {
    if as_json {
        return json(found);
    }
    let about = match categories {
        [] => "to be assigned".to_owned(),
        [_] => found.path.clone(),
        several => several.join(", "),
    };
    line(&format!("{about}, {} to {}", found.from, found.to))?;
    let named = |name: &str| if name.is_empty() { "to be assigned".to_owned() } else { name.to_owned() };
    let moves = found.moves.iter().map(|one| {
        let held = if one.held { "next period".to_owned() } else { named(&one.to) };
        let reason = one.reason.as_ref().map(because).unwrap_or_default();
        vec![one.amount.clone(), format!("{} to {held}", named(&one.from)), reason]
    });
    table(&[Side::Right, Side::Left, Side::Left], &moves.collect::<Vec<_>>())?;
    let rows = found.transactions.iter().map(|one| {
        let text = if one.payee.is_empty() { &one.description } else { &one.payee };
        let card = one.card.clone().unwrap_or_default();
        vec![one.amount.clone(), one.date.clone(), text.clone(), card]
    });
    table(&[Side::Right, Side::Left, Side::Left, Side::Left], &rows.collect::<Vec<_>>())?;
    let won = found.revaluations.iter().map(|one| {
        vec![one.won.clone(), one.path.clone(), format!("{} {}", one.held.amount, one.held.commodity)]
    });
    table(&[Side::Right, Side::Left, Side::Left], &won.collect::<Vec<_>>())
}
