//! `coffer schedule`, `coffer holidays` and `coffer bills`.

use crate::accounts::{find, find_view};
use crate::commands::{say, text};
use crate::failure::Failure;
use crate::output::{Side, json, line, table};
use crate::schedule_arguments::{Add, Scope, Shift};
use api::{
    AlertKind, BillState, BillView, Books, HolidayView, Money, OccurrenceKey, OccurrenceState,
    OccurrenceView, PartInput, ScheduleAmount, ScheduleChange, ScheduleInput, ScheduleMode, ScheduleScope,
    ScheduleShift, ScheduleView,
};

pub use crate::schedule_arguments::{BillsCommand, HolidaysCommand, ScheduleCommand};

pub async fn run(books: &Books, command: ScheduleCommand, as_json: bool) -> Result<(), Failure> {
    let key = |schedule, day| OccurrenceKey { schedule, nominal: day };
    let done = match command {
        ScheduleCommand::Add(add) => {
            let made = books.schedule_save(&input(books, *add).await?).await?;
            return if as_json {
                json(&made)
            } else {
                line(&format!("added schedule {}: {}", made.id, told(&made)))
            };
        }
        ScheduleCommand::List { from: Some(from), to: Some(to) } => {
            return occurrences(books, &from, &to, as_json).await;
        }
        ScheduleCommand::List { .. } => return list(books, as_json).await,
        ScheduleCommand::Post { schedule: Some(schedule), day: Some(day), amount, date } => {
            books.schedule_post(&key(schedule, day), amount.as_deref(), date.as_deref()).await?
        }
        ScheduleCommand::Post { .. } => books.schedules_post_due().await?,
        ScheduleCommand::Skip { schedule, day, restore: false } => {
            books.schedule_skip(&key(schedule, day)).await?
        }
        ScheduleCommand::Skip { schedule, day, .. } => books.schedule_restore(&key(schedule, day)).await?,
        ScheduleCommand::Due { seen } => return due(books, seen, as_json).await,
        ScheduleCommand::Change {
            schedule,
            day,
            scope,
            date,
            amount,
            rule,
            name,
            payee,
            account,
            to,
            note,
        } => {
            let amount = match amount {
                Some(amount) => Some(amount_of(&amount, &commodity(books, schedule).await?, None)),
                None => None,
            };
            let account = match account {
                Some(account) => Some(find(books, &account).await?),
                None => None,
            };
            let parts = match to {
                Some(to) => Some(vec![PartInput { account: find(books, &to).await?, amount: None }]),
                None => None,
            };
            let change = ScheduleChange { date, amount, name, payee, account, parts, note, rule };
            let scope = match scope {
                Scope::This => ScheduleScope::This,
                Scope::Following => ScheduleScope::Following,
                Scope::All => ScheduleScope::All,
            };
            books.schedule_change(&key(schedule, day), scope, &change).await?
        }
        ScheduleCommand::Remove { schedule } => books.schedule_remove(schedule).await?,
    };
    say(done.as_ref(), as_json)
}

async fn commodity(books: &Books, schedule: u32) -> Result<String, Failure> {
    let known = books.schedule_list().await?.into_iter().find(|known| known.id == schedule);
    let known = known.ok_or_else(|| {
        Failure::Usage(format!("there is no schedule {schedule}; `coffer schedule list` lists them"))
    })?;
    Ok(known.expected.commodity)
}

/// `-650`, or a range such as `-40..-90`.
fn amount_of(text: &str, commodity: &str, average: Option<u32>) -> ScheduleAmount {
    let money = |amount: &str| Money { amount: amount.trim().to_owned(), commodity: commodity.to_owned() };
    match (text.split_once(".."), average) {
        (Some((least, most)), _) => ScheduleAmount::Range { least: money(least), most: money(most) },
        (None, Some(of)) => ScheduleAmount::Average { of, first: money(text) },
        (None, None) => ScheduleAmount::Fixed { amount: money(text) },
    }
}

async fn input(books: &Books, add: Add) -> Result<ScheduleInput, Failure> {
    let account = find_view(books, &add.account).await?;
    let base = books.ledger_settings().await?.currency;
    let commodity = add.currency.or(account.currency).unwrap_or(base);
    Ok(ScheduleInput {
        id: None,
        name: add.name,
        payee: add.payee,
        account: account.id,
        amount: Some(amount_of(&add.amount, &commodity, add.average)),
        parts: vec![PartInput { account: find(books, &add.to).await?, amount: None }],
        note: add.note,
        tags: Vec::new(),
        start: add.start,
        rule: add.rule,
        until: add.until,
        shift: match add.shift {
            Shift::Stay => ScheduleShift::Stay,
            Shift::Before => ScheduleShift::Before,
            Shift::After => ScheduleShift::After,
        },
        country: add.country,
        mode: if add.post { ScheduleMode::Post } else { ScheduleMode::Ask },
        remind_days: add.remind,
        since: add.since,
    })
}

fn told(schedule: &ScheduleView) -> String {
    let next =
        schedule.next.as_ref().map_or_else(|| "never again".to_owned(), |next| format!("next on {next}"));
    format!("{}, {}, {next}", schedule.name, text(&schedule.expected))
}

async fn list(books: &Books, as_json: bool) -> Result<(), Failure> {
    let schedules = books.schedule_list().await?;
    if as_json {
        return json(&schedules);
    }
    let row = |schedule: &ScheduleView| {
        let rule = schedule.rule.clone().unwrap_or_else(|| "once".to_owned());
        let next = schedule.next.clone().unwrap_or_else(|| "ended".to_owned());
        vec![schedule.id.to_string(), schedule.name.clone(), text(&schedule.expected), next, rule]
    };
    let rows: Vec<Vec<String>> = schedules.iter().map(row).collect();
    table(&[Side::Right, Side::Left, Side::Right, Side::Left, Side::Left], &rows)
}

async fn due(books: &Books, seen: bool, as_json: bool) -> Result<(), Failure> {
    let found = books.due_now().await?;
    if seen {
        books.due_seen().await?;
    }
    if as_json {
        return json(&found);
    }
    let occurrence = |word: &str, one: &OccurrenceView| {
        let (number, nominal) = (one.schedule.to_string(), one.nominal.clone());
        vec![word.to_owned(), one.date.clone(), one.name.clone(), text(&one.amount), number, nominal]
    };
    let mut rows: Vec<Vec<String>> = found.due.iter().map(|one| occurrence("due", one)).collect();
    rows.extend(found.posted.iter().map(|one| occurrence("posted", one)));
    rows.extend(found.alerts.iter().map(|alert| {
        let word = match alert.kind {
            AlertKind::Renewal => "renews",
            AlertKind::PriceChanged => "price changed",
            AlertKind::TrialPaid => "trial paid",
            AlertKind::Double => "paid twice",
        };
        let before = alert.before.as_ref().map(|before| format!("was {}", text(before))).unwrap_or_default();
        let (date, payee) = (alert.date.clone(), alert.payee.clone());
        vec![word.to_owned(), date, payee, text(&alert.amount), alert.bill.clone(), before]
    }));
    table(&[Side::Left, Side::Left, Side::Left, Side::Right, Side::Right, Side::Left], &rows)
}

pub async fn holidays(books: &Books, command: HolidaysCommand, as_json: bool) -> Result<(), Failure> {
    let done = match command {
        HolidaysCommand::List { country, year } => {
            let this_year = || api::today().get(..4).and_then(|year| year.parse().ok()).unwrap_or_default();
            let found = books.holidays(&country, year.unwrap_or_else(this_year)).await?;
            if as_json {
                return json(&found);
            }
            let row = |day: &HolidayView| {
                let said = if day.struck {
                    "struck out"
                } else if day.own {
                    "your own"
                } else {
                    ""
                };
                vec![day.date.clone(), day.name.clone(), said.to_owned()]
            };
            return table(&[Side::Left; 3], &found.iter().map(row).collect::<Vec<_>>());
        }
        HolidaysCommand::Countries => {
            let found = Books::holiday_countries();
            if as_json {
                return json(&found);
            }
            let rows = found.into_iter().map(|one| vec![one.code, one.name]);
            return table(&[Side::Left; 2], &rows.collect::<Vec<_>>());
        }
        HolidaysCommand::Set { country, day, name } => {
            books.holiday_set(&country, &day, name.as_deref()).await?
        }
        HolidaysCommand::Strike { country, day, restore } => {
            books.holiday_strike(&country, &day, !restore).await?
        }
    };
    say(done.as_ref(), as_json)
}

async fn occurrences(books: &Books, from: &str, to: &str, as_json: bool) -> Result<(), Failure> {
    let found = books.schedule_occurrences(from, to).await?;
    if as_json {
        return json(&found);
    }
    let state = |state| match state {
        OccurrenceState::Upcoming => "upcoming",
        OccurrenceState::Due => "due",
        OccurrenceState::Skipped => "skipped",
        OccurrenceState::Posted => "posted",
        OccurrenceState::Matched => "matched",
        OccurrenceState::History => "history",
    };
    let rows: Vec<Vec<String>> = found
        .iter()
        .map(|one| {
            let number = one.schedule.to_string();
            vec![
                one.date.clone(),
                number,
                one.name.clone(),
                text(&one.amount),
                state(one.state).to_owned(),
                one.nominal.clone(),
            ]
        })
        .collect();
    table(&[Side::Left, Side::Right, Side::Left, Side::Right, Side::Left, Side::Left], &rows)
}

pub async fn bills(books: &Books, command: Option<BillsCommand>, as_json: bool) -> Result<(), Failure> {
    let done = match command {
        None => return list_bills(books, false, as_json).await,
        Some(BillsCommand::List { all }) => return list_bills(books, all, as_json).await,
        Some(BillsCommand::Confirm { bill }) => books.bill_confirm(&bill).await?,
        Some(BillsCommand::Dismiss { bill }) => books.bill_dismiss(&bill).await?,
        Some(BillsCommand::Restore { bill }) => books.bill_restore(&bill).await?,
        Some(BillsCommand::Note { bill, note }) => books.bill_note(&bill, &note).await?,
    };
    say(done.as_ref(), as_json)
}

async fn list_bills(books: &Books, all: bool, as_json: bool) -> Result<(), Failure> {
    let mut found = books.bill_list().await?;
    found.bills.retain(|bill| all || bill.state != BillState::Dismissed);
    if as_json {
        return json(&found);
    }
    let row = |bill: &BillView| {
        let state = match bill.state {
            BillState::Found => "found",
            BillState::Confirmed => "confirmed",
            BillState::Dismissed => "dismissed",
        };
        let next = bill.next.clone().unwrap_or_else(|| format!("ended {}", bill.last));
        let rhythm = serde_json::to_value(bill.rhythm).ok();
        let rhythm = rhythm.as_ref().and_then(|word| word.as_str()).unwrap_or_default().replace('_', "-");
        vec![
            next,
            bill.payee.clone(),
            rhythm,
            text(&bill.amount),
            text(&bill.yearly),
            format!("{} payments", bill.count),
            state.to_owned(),
            bill.key.clone(),
        ]
    };
    let rows: Vec<Vec<String>> = found.bills.iter().map(row).collect();
    let sides =
        [Side::Left, Side::Left, Side::Left, Side::Right, Side::Right, Side::Right, Side::Left, Side::Left];
    table(&sides, &rows)?;
    line(&format!("{} a year, {} a month", found.yearly, found.monthly))
}
