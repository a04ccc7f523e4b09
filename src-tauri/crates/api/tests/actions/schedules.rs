//! What comes again: bills, income and transfers with a rule.

use crate::desk::Desk;
use api::{
    Books, ErrorCode, FilterInput, Id, Money, NamedFile, OccurrenceKey, OccurrenceState, PartInput, Progress,
    ScheduleAmount, ScheduleChange, ScheduleInput, ScheduleMode, ScheduleScope, ScheduleShift, ScheduleView,
    Status,
};

fn money(amount: &str) -> Money {
    Money { amount: amount.into(), commodity: "USD".into() }
}

fn fixed(amount: &str) -> Option<ScheduleAmount> {
    Some(ScheduleAmount::Fixed { amount: money(amount) })
}

fn monthly(account: Id, to: Id, amount: &str, start: &str) -> ScheduleInput {
    ScheduleInput {
        payee: "Hillside Flats".into(),
        account,
        amount: fixed(amount),
        parts: vec![PartInput { account: to, amount: None }],
        start: start.into(),
        rule: Some("FREQ=MONTHLY".into()),
        since: Some(start.into()),
        ..ScheduleInput::default()
    }
}

/// A ledger on a day, with a bank account and a category.
struct Flat {
    desk: Desk,
    bank: Id,
    rent: Id,
}

impl Flat {
    async fn on(today: &str) -> Self {
        let mut desk = Desk::bare("USD").await;
        desk.books = desk.books.on_day(today.parse().unwrap());
        let bank = desk.account("Assets:Bank", "checking").await;
        let rent = desk.account("Expenses:Rent", "expense").await;
        Self { desk, bank, rent }
    }

    fn books(&self) -> &Books {
        &self.desk.books
    }

    fn at(mut self, today: &str) -> Self {
        self.desk.books = self.desk.books.on_day(today.parse().unwrap());
        self
    }

    async fn rent(&self, amount: &str, start: &str, mode: ScheduleMode) -> ScheduleView {
        let input = ScheduleInput { mode, ..monthly(self.bank, self.rent, amount, start) };
        self.books().schedule_save(&input).await.unwrap()
    }

    /// Every occurrence of 2026 as `month-day amount state`.
    async fn year(&self) -> String {
        let found = self.books().schedule_occurrences("2026-01-01", "2026-12-31").await.unwrap();
        let words = found.iter().map(|one| {
            let state = match one.state {
                OccurrenceState::Upcoming => "",
                OccurrenceState::Due => " due",
                OccurrenceState::Skipped => " skipped",
                OccurrenceState::Posted => " posted",
                OccurrenceState::Matched => " matched",
                OccurrenceState::History => " history",
            };
            format!("{} {}{state}", &one.date[5..], one.amount.amount)
        });
        words.collect::<Vec<_>>().join(", ")
    }

    /// What was paid for rent, as `month-day amount`, newest first.
    async fn paid(&self) -> String {
        let filter = FilterInput { accounts: vec![self.bank], ..FilterInput::default() };
        let rows = self.books().find(&filter, 0, 50).await.unwrap().rows;
        rows.iter()
            .map(|row| format!("{} {}", &row.date[5..], row.amount.amount))
            .collect::<Vec<_>>()
            .join(", ")
    }

    async fn sound(&self) {
        assert_eq!(self.books().check().await.unwrap(), []);
    }
}

fn key(schedule: &ScheduleView, nominal: &str) -> OccurrenceKey {
    OccurrenceKey { schedule: schedule.id, nominal: nominal.into() }
}

#[tokio::test]
async fn a_schedule_tells_when_it_comes_and_how_much() {
    let flat = Flat::on("2026-03-20").await;
    let food = flat.desk.account("Expenses:Food", "expense").await;
    let input = ScheduleInput {
        amount: Some(ScheduleAmount::Range { least: money("-90"), most: money("-110") }),
        parts: vec![
            PartInput { account: flat.rent, amount: None },
            PartInput { account: food, amount: Some("25".into()) },
        ],
        rule: Some("FREQ=MONTHLY;BYMONTHDAY=-1".into()),
        until: Some("2026-12-31".into()),
        shift: ScheduleShift::Before,
        country: Some("th".into()),
        mode: ScheduleMode::Post,
        remind_days: Some(3),
        tags: vec!["home".into()],
        note: "flat 12".into(),
        since: None,
        ..monthly(flat.bank, flat.rent, "-1", "2026-01-31")
    };
    let made = flat.books().schedule_save(&input).await.unwrap();
    let listed = flat.books().schedule_list().await.unwrap();
    assert_eq!(listed, std::slice::from_ref(&made));
    assert_eq!((made.name.as_str(), made.expected.amount.as_str()), ("Hillside Flats", "-100.00"));
    assert_eq!((made.next.as_deref(), made.yearly.amount.as_str()), (Some("2026-03-31"), "-1000.00"));
    assert_eq!(
        (made.rule.as_deref(), made.until.as_deref()),
        (Some("FREQ=MONTHLY;BYMONTHDAY=-1"), Some("2026-12-31"))
    );
    assert_eq!((made.country.as_deref(), made.since.as_str()), (Some("TH"), "2026-03-20"));
    // 31 January 2026 is a Saturday, 31 May a Sunday, 31 December a holiday in Thailand.
    assert_eq!(
        flat.year().await,
        "01-30 -100.00 history, 02-27 -100.00 history, 03-31 -100.00, 04-30 -100.00, 05-29 -100.00, 06-30 -100.00, \
         07-31 -100.00, 08-31 -100.00, 09-30 -100.00, 10-30 -100.00, 11-30 -100.00, 12-30 -100.00"
    );
    let posted = flat.books().schedule_post(&key(&made, "2026-03-31"), Some("-95"), Some("2026-03-20")).await;
    posted.unwrap();
    let found = flat.books().schedule_occurrences("2026-03-20", "2026-03-20").await.unwrap();
    let view = flat.books().transaction(found[0].transaction.as_ref().unwrap()).await.unwrap();
    let legs: Vec<_> =
        view.postings.iter().map(|leg| (leg.path.as_str(), leg.amount.amount.as_str())).collect();
    assert_eq!(legs, [("Assets:Bank", "-95.00"), ("Expenses:Rent", "70.00"), ("Expenses:Food", "25.00")]);
    assert_eq!(
        (view.payee.as_str(), view.note.as_str(), view.tags),
        ("Hillside Flats", "flat 12", vec!["home".to_owned()])
    );
    assert_eq!(view.postings[0].status, Status::Pending);
    flat.sound().await;
}

#[tokio::test]
async fn what_does_not_ask_is_posted_once_whatever_is_undone() {
    let flat = Flat::on("2026-01-10").await;
    let made = flat.rent("-100", "2026-01-15", ScheduleMode::Post).await;
    assert_eq!(flat.books().schedules_post_due().await.unwrap(), None);
    // Two months of holidays.
    let flat = flat.at("2026-03-20");
    let entry = flat.books().schedules_post_due().await.unwrap().unwrap();
    assert_eq!((entry.action.as_str(), entry.params["count"].as_str()), ("schedule_post_due", "3"));
    assert_eq!(flat.books().schedules_post_due().await.unwrap(), None, "a second start");
    assert_eq!(flat.paid().await, "03-15 -100.00, 02-15 -100.00, 01-15 -100.00");
    flat.books().undo(&Progress::default()).await.unwrap();
    assert_eq!(flat.books().schedules_post_due().await.unwrap(), None, "what was undone waits for a person");
    assert!(flat.year().await.starts_with("01-15 -100.00 due, 02-15 -100.00 due, 03-15 -100.00 due, 04-15"));
    let due = flat.books().due_now().await.unwrap();
    assert_eq!((due.due.len(), due.posted.len(), due.due[0].overdue), (3, 0, 64));
    flat.books().schedule_skip(&key(&made, "2026-01-15")).await.unwrap();
    flat.books().schedule_post_all(&[key(&made, "2026-02-15"), key(&made, "2026-03-15")]).await.unwrap();
    let again = flat.books().schedule_post(&key(&made, "2026-02-15"), None, None).await.unwrap_err();
    assert_eq!(again.code, ErrorCode::Taken);
    assert!(
        flat.year()
            .await
            .starts_with("01-15 -100.00 skipped, 02-15 -100.00 posted, 03-15 -100.00 posted, 04-15")
    );
    flat.sound().await;
}

#[tokio::test]
async fn a_transaction_takes_its_occurrence_along() {
    let flat = Flat::on("2026-02-20").await;
    let made = flat.rent("-100", "2026-01-15", ScheduleMode::Post).await;
    flat.books().schedules_post_due().await.unwrap();
    let found = flat.books().schedule_occurrences("2026-01-15", "2026-02-15").await.unwrap();
    let ids: Vec<String> = found.iter().map(|one| one.transaction.clone().unwrap()).collect();
    let moved = flat.books().transaction(&ids[0]).await.unwrap();
    let input = api::TransactionInput {
        date: "2026-01-19".into(),
        payee: moved.payee,
        note: moved.note,
        tags: moved.tags,
        postings: [(flat.bank, "-104"), (flat.rent, "104")]
            .map(|(account, amount)| api::PostingInput {
                account,
                amount: money(amount),
                status: Status::Cleared,
                memo: String::new(),
            })
            .into(),
    };
    let moved = flat.books().transaction_edit(&ids[0], &input).await.unwrap();
    flat.books().transactions_delete(&ids[1..]).await.unwrap();
    let found = flat.books().schedule_occurrences("2026-01-15", "2026-02-15").await.unwrap();
    assert_eq!(
        (found[0].transaction.as_deref(), found[0].amount.amount.as_str()),
        (Some(moved.id.as_str()), "-104.00")
    );
    assert_eq!(found[1].state, OccurrenceState::Skipped, "what a person deleted is not posted again");
    assert_eq!(flat.books().schedules_post_due().await.unwrap(), None);
    let other = flat.desk.account("Expenses:Home", "expense").await;
    flat.books().account_merge(flat.rent, other).await.unwrap();
    flat.books().payee_rename(1, "Hillside Homes").await.unwrap();
    let listed = flat.books().schedule_list().await.unwrap();
    assert_eq!(
        (listed[0].parts[0].path.as_str(), listed[0].payee.as_str()),
        ("Expenses:Home", "Hillside Homes")
    );
    flat.books().schedule_remove(made.id).await.unwrap();
    for _ in 0..6 {
        flat.books().undo(&Progress::default()).await.unwrap();
    }
    assert!(flat.year().await.starts_with("01-15 -100.00 posted, 02-15 -100.00 posted, 03-15 -100.00,"));
    flat.sound().await;
}

#[tokio::test]
async fn one_it_and_all_that_follow_or_all_are_changed() {
    let change = |date: Option<&str>, amount: Option<&str>| ScheduleChange {
        date: date.map(str::to_owned),
        amount: amount.and_then(fixed),
        ..ScheduleChange::default()
    };
    for (what, scope, nominal, change, expected) in [
        (
            "one on another day and dearer",
            ScheduleScope::This,
            "2026-04-15",
            change(Some("2026-04-20"), Some("-120")),
            "01-15 -100.00 posted, 02-15 -100.00 due, 03-15 -100.00, 04-20 -120.00, 05-15 -100.00",
        ),
        (
            "dearer from one on",
            ScheduleScope::Following,
            "2026-04-15",
            change(None, Some("-120")),
            "01-15 -100.00 posted, 02-15 -100.00 due, 03-15 -100.00, 04-15 -120.00, 05-15 -120.00",
        ),
        (
            "on another day from one on",
            ScheduleScope::Following,
            "2026-04-15",
            change(Some("2026-04-01"), None),
            "01-15 -100.00 posted, 02-15 -100.00 due, 03-15 -100.00, 04-01 -100.00, 05-01 -100.00",
        ),
        (
            "dearer, all of them",
            ScheduleScope::All,
            "2026-04-15",
            change(None, Some("-120")),
            "01-15 -100.00 posted, 02-15 -120.00 due, 03-15 -120.00, 04-15 -120.00, 05-15 -120.00",
        ),
        (
            "on another day, all but what is in the books",
            ScheduleScope::All,
            "2026-04-15",
            change(Some("2026-04-17"), None),
            "01-15 -100.00 posted, 01-17 -100.00 history, 02-17 -100.00 due, 03-17 -100.00, 04-17 -100.00, 05-17 -100.00",
        ),
    ] {
        let flat = Flat::on("2026-02-20").await;
        let made = flat.rent("-100", "2026-01-15", ScheduleMode::Ask).await;
        flat.books().schedule_post(&key(&made, "2026-01-15"), None, None).await.unwrap();
        let before = flat.year().await;
        flat.books().schedule_change(&key(&made, nominal), scope, &change).await.unwrap();
        let found = flat.year().await;
        assert!(found.starts_with(expected), "{what}: {found}");
        flat.sound().await;
        flat.books().undo(&Progress::default()).await.unwrap();
        assert_eq!(flat.year().await, before, "{what}, undone");
        flat.books().redo(&Progress::default()).await.unwrap();
        assert_eq!(flat.year().await, found, "{what}, made again");
    }
}

#[tokio::test]
async fn what_cannot_be_followed_is_refused_with_its_reason() {
    let flat = Flat::on("2026-02-20").await;
    let good = || monthly(flat.bank, flat.rent, "-100", "2026-01-15");
    let part = |account, amount: Option<&str>| PartInput { account, amount: amount.map(str::to_owned) };
    for (input, words) in [
        (ScheduleInput { rule: Some("FREQ=HOURLY".into()), ..good() }, "repeats within a day"),
        (ScheduleInput { amount: None, ..good() }, "how much"),
        (ScheduleInput { amount: fixed("0"), ..good() }, "zero"),
        (ScheduleInput { amount: fixed("1.234"), ..good() }, "decimals"),
        (ScheduleInput { account: flat.rent, ..good() }, "holds no money"),
        (ScheduleInput { parts: vec![part(flat.rent, Some("5"))], ..good() }, "takes the rest"),
        (
            ScheduleInput { parts: vec![part(flat.rent, None), part(flat.rent, None)], ..good() },
            "named twice",
        ),
        (ScheduleInput { parts: vec![part(flat.bank, None)], ..good() }, "named twice"),
        (ScheduleInput { country: Some("XX".into()), ..good() }, "“XX”"),
        (ScheduleInput { until: Some("2025-12-31".into()), ..good() }, "before it starts"),
        (ScheduleInput { start: "15 January".into(), ..good() }, "15 January"),
        (
            ScheduleInput {
                amount: Some(ScheduleAmount::Range { least: money("-100"), most: money("100") }),
                ..good()
            },
            "range",
        ),
    ] {
        let refused = flat.books().schedule_save(&input).await.unwrap_err().to_string();
        assert!(refused.contains(words), "{words}: {refused}");
    }
    let made = flat.rent("-100", "2026-01-15", ScheduleMode::Ask).await;
    let missing = flat.books().schedule_post(&key(&made, "2026-01-16"), None, None).await.unwrap_err();
    assert_eq!(missing.code, ErrorCode::Missing);
    let named = ScheduleChange { name: Some("Home".into()), ..ScheduleChange::default() };
    let refused = flat.books().schedule_change(&key(&made, "2026-02-15"), ScheduleScope::This, &named).await;
    assert!(refused.unwrap_err().to_string().contains("one occurrence alone"));
}

#[tokio::test]
async fn an_amount_in_another_currency_is_paid_at_the_rate_of_the_day() {
    let flat = Flat::on("2026-02-20").await;
    let euro = Money { amount: "-10".into(), commodity: "EUR".into() };
    let input = ScheduleInput {
        amount: Some(ScheduleAmount::Fixed { amount: euro }),
        mode: ScheduleMode::Post,
        ..monthly(flat.bank, flat.rent, "-1", "2026-02-15")
    };
    flat.books().schedule_save(&input).await.unwrap();
    assert_eq!(flat.books().schedules_post_due().await.unwrap(), None, "without a rate it waits");
    let price = api::PriceInput {
        commodity: "EUR".into(),
        quote: "USD".into(),
        date: "2026-02-01".into(),
        rate: Some("1.0845".into()),
    };
    flat.books().prices_set(&[price]).await.unwrap();
    flat.books().schedules_post_due().await.unwrap().unwrap();
    assert_eq!(flat.paid().await, "02-15 -10.85");
    flat.sound().await;
}

#[tokio::test]
async fn reminders_and_the_calendar_tell_what_comes() {
    let flat = Flat::on("2026-04-10").await;
    let input = ScheduleInput {
        shift: ScheduleShift::After,
        country: Some("TH".into()),
        remind_days: Some(7),
        ..monthly(flat.bank, flat.rent, "-100", "2026-04-13")
    };
    let made = flat.books().schedule_save(&input).await.unwrap();
    let days = |found: Vec<api::CalendarDay>| {
        let words = found.iter().map(|day| {
            let holidays: Vec<&str> = day.holidays.iter().map(|holiday| holiday.name.as_str()).collect();
            format!("{} {} {}", &day.date[5..], holidays.join("+"), day.out.as_deref().unwrap_or("?"))
        });
        words.collect::<Vec<_>>().join(", ")
    };
    let songkran = "04-13 Songkran Festival 0.00, 04-14 Songkran Festival 0.00, 04-15 Songkran Festival 0.00, 04-16  100.00";
    assert_eq!(days(flat.books().calendar("2026-04-13", "2026-04-17").await.unwrap()), songkran);
    assert_eq!(flat.books().reminders_due().await.unwrap()[0].days, 6);
    assert_eq!(flat.books().reminders_take().await.unwrap().len(), 1);
    assert_eq!(flat.books().reminders_take().await.unwrap(), [], "once a day");
    flat.books().holiday_strike("TH", "2026-04-15", true).await.unwrap();
    flat.books().holiday_set("TH", "2026-04-17", Some("Moving day")).await.unwrap();
    let changed =
        "04-13 Songkran Festival 0.00, 04-14 Songkran Festival 0.00, 04-15  100.00, 04-17 Moving day 0.00";
    assert_eq!(days(flat.books().calendar("2026-04-13", "2026-04-17").await.unwrap()), changed);
    flat.books().undo(&Progress::default()).await.unwrap();
    flat.books().undo(&Progress::default()).await.unwrap();
    assert_eq!(days(flat.books().calendar("2026-04-13", "2026-04-17").await.unwrap()), songkran);
    flat.books().schedule_skip(&key(&made, "2026-04-13")).await.unwrap();
    assert_eq!(flat.books().reminders_due().await.unwrap(), []);
    assert!(Books::holiday_countries().iter().any(|country| country.code == "TH"));
    let refused = flat.books().holiday_strike("TH", "2026-04-20", true).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::Missing);
}

impl Flat {
    /// Imports a statement of the bank; answers with what each row becomes and why.
    async fn import(&self, rows: &str) -> Vec<String> {
        let text = format!("Date,Text,Amount\n{rows}");
        let file = NamedFile { name: "bank.csv".into(), bytes: text.into_bytes() };
        let import = self.books().import_open(vec![file]).await.unwrap();
        self.books().import_target(import, 0, 0, Some(self.bank), None).await.unwrap();
        let rows = self.books().import_rows(import, 0, 0, None, 0, 20).await.unwrap().rows;
        let words = rows.iter().map(|row| {
            let reason = row.reason.map(|reason| format!(" {reason:?}")).unwrap_or_default();
            format!("{:?}{reason}", row.outcome)
        });
        let words = words.collect();
        self.books().import_commit(import, &Progress::default()).await.unwrap();
        words
    }
}

#[tokio::test]
async fn what_a_schedule_posted_becomes_what_the_statement_shows() {
    let flat = Flat::on("2026-02-20").await;
    let range = ScheduleAmount::Range { least: money("-80"), most: money("-120") };
    let input = ScheduleInput {
        amount: Some(range),
        mode: ScheduleMode::Post,
        ..monthly(flat.bank, flat.rent, "-1", "2026-01-15")
    };
    flat.books().schedule_save(&input).await.unwrap();
    flat.books().schedules_post_due().await.unwrap();
    assert_eq!(flat.paid().await, "02-15 -100.00, 01-15 -100.00");
    let rows = "2026-01-17,HILLSIDE FLATS 0117,-97.50\n2026-01-18,Palma Market,-97.50\n";
    assert_eq!(flat.import(rows).await, ["Update Scheduled", "New"]);
    assert_eq!(flat.paid().await, "02-15 -100.00, 01-18 -97.50, 01-17 -97.50");
    assert!(
        flat.year().await.starts_with("01-17 -97.50 matched, 02-15 -100.00 posted, 03-15 -100.00,"),
        "{}",
        flat.year().await
    );
    assert_eq!(flat.import(rows).await, ["Duplicate SameRow", "Duplicate SameRow"]);
    flat.books().undo(&Progress::default()).await.unwrap();
    assert_eq!(flat.paid().await, "02-15 -100.00, 01-15 -100.00");
    flat.books().redo(&Progress::default()).await.unwrap();
    assert_eq!(flat.books().schedules_post_due().await.unwrap(), None);
    flat.sound().await;
}

#[tokio::test]
async fn what_falls_due_is_met_by_the_statement_that_shows_it() {
    let flat = Flat::on("2026-02-20").await;
    let made = flat.rent("-100", "2026-01-15", ScheduleMode::Ask).await;
    let rows = "2026-01-16,Hillside Flats rent,-100.00\n2026-02-14,Hillside Flats rent,-100.00\n2026-02-14,Hillside Flats deposit,-350.00\n";
    assert_eq!(flat.import(rows).await, ["Update Scheduled", "Update Scheduled", "New"]);
    assert_eq!(flat.paid().await, "02-14 -350.00, 02-14 -100.00, 01-16 -100.00");
    assert!(
        flat.year().await.starts_with("01-16 -100.00 matched, 02-14 -100.00 matched, 03-15 -100.00,"),
        "{}",
        flat.year().await
    );
    assert_eq!(flat.books().due_now().await.unwrap().due, []);
    let found = flat.books().schedule_occurrences("2026-01-01", "2026-01-31").await.unwrap();
    let view = flat.books().transaction(found[0].transaction.as_ref().unwrap()).await.unwrap();
    assert_eq!((view.postings[0].status, view.postings[1].path.as_str()), (Status::Cleared, "Expenses:Rent"));
    assert_eq!((view.payee.as_str(), view.description.as_str()), ("Hillside Flats", "Hillside Flats rent"));
    flat.books().undo(&Progress::default()).await.unwrap();
    assert!(flat.year().await.starts_with("01-15 -100.00 due, 02-15 -100.00 due, 03-15 -100.00,"));
    let skip = key(&made, "2026-01-15");
    flat.books().schedule_skip(&skip).await.unwrap();
    assert_eq!(
        flat.import("2026-01-16,Hillside Flats rent,-100.00\n").await,
        ["New"],
        "what comes no more is no match"
    );
    flat.sound().await;
}

#[tokio::test]
async fn the_days_of_a_rule_show_before_it_is_saved() {
    let flat = Flat::on("2026-11-22").await;
    let preview = async |rule: Option<&str>, until: Option<&str>, shift, country: Option<&str>| {
        let days = flat.books().schedule_preview("2026-10-31", rule, until, shift, country, 4).await.unwrap();
        days.iter().map(|day| day[2..].to_owned()).collect::<Vec<_>>().join(" ")
    };
    let monthly = Some("FREQ=MONTHLY;BYMONTHDAY=-1");
    for (what, found, expected) in [
        (
            "from today on",
            preview(monthly, None, ScheduleShift::Stay, None).await,
            "26-11-30 26-12-31 27-01-31 27-02-28",
        ),
        (
            "before a holiday and weekends",
            preview(monthly, None, ScheduleShift::Before, Some("TH")).await,
            "26-11-30 26-12-30 27-01-29 27-02-26",
        ),
        (
            "up to its end",
            preview(monthly, Some("2026-12-31"), ScheduleShift::Stay, None).await,
            "26-11-30 26-12-31",
        ),
        ("once, which is past", preview(None, None, ScheduleShift::Stay, None).await, ""),
    ] {
        assert_eq!(found, expected, "{what}");
    }
    let nonsense =
        flat.books().schedule_preview("2026-10-31", Some("often"), None, ScheduleShift::Stay, None, 4);
    assert_eq!(nonsense.await.unwrap_err().code, ErrorCode::Invalid);
}
