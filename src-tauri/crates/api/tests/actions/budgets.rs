//! Budgets, from the first assignment to the reason for each number.

use crate::desk::Desk;
use api::{
    BudgetCell, BudgetChange, BudgetColumns, BudgetInput, BudgetLine, BudgetMethod, BudgetSheet,
    BudgetShowInput, BudgetView, BudgetWhy, BudgetWhyInput, EnvelopeChange, EnvelopePlace, Id, PriceInput,
    Progress, ReasonView, TargetView,
};

struct Home {
    desk: Desk,
    bank: Id,
    card: Id,
    food: Id,
    rent: Id,
    pay: Id,
}

/// Books of two months: pay, rent, food by card and in cash, the card paid.
async fn home() -> Home {
    let desk = Desk::bare("USD").await;
    let bank = desk.account("Assets:Bank", "checking").await;
    let card = desk.account("Liabilities:Card", "card").await;
    let food = desk.account("Expenses:Home:Food", "expense").await;
    let rent = desk.account("Expenses:Home:Rent", "expense").await;
    let pay = desk.account("Income:Pay", "income").await;
    desk.enter_with("2025-03-01", "Works", &[(bank, "1000"), (pay, "-1000")]).await;
    desk.enter_with("2025-03-02", "House", &[(bank, "-400"), (rent, "400")]).await;
    desk.enter_with("2025-03-05", "Market", &[(card, "-60"), (food, "60")]).await;
    desk.enter_with("2025-03-20", "Market", &[(bank, "-15"), (food, "15")]).await;
    desk.enter_with("2025-04-02", "Card", &[(bank, "-60"), (card, "60")]).await;
    Home { desk, bank, card, food, rent, pay }
}

async fn made(home: &Home, method: BudgetMethod) -> BudgetView {
    let input = BudgetInput {
        name: "Household".into(),
        currency: None,
        method,
        cadence: None,
        since: None,
        accounts: None,
    };
    home.desk.books.budget_create(&input).await.unwrap()
}

async fn shown(home: &Home, period: &str, count: u32) -> BudgetSheet {
    let input = BudgetShowInput { period: Some(period.into()), count, ..BudgetShowInput::default() };
    home.desk.books.budget_show(&input).await.unwrap()
}

fn cell(sheet: &BudgetSheet, envelope: Id, column: usize) -> &BudgetCell {
    let rows = sheet.groups.iter().flat_map(|group| &group.rows);
    &rows.into_iter().find(|row| row.envelope == envelope).unwrap().cells[column]
}

fn numbers(cell: &BudgetCell) -> (&str, &str, &str) {
    (&cell.assigned, &cell.activity, &cell.available)
}

async fn why_of(home: &Home, budget: Id, period: &str, envelopes: &[Id]) -> BudgetWhy {
    let (period, envelopes) = (period.into(), envelopes.to_vec());
    let input = BudgetWhyInput { budget, period, columns: BudgetColumns::Period, envelopes };
    home.desk.books.budget_why(&input).await.unwrap()
}

fn line(envelope: Id, amount: &str) -> BudgetLine {
    BudgetLine { envelope, amount: amount.into() }
}

#[tokio::test]
async fn money_is_assigned_spent_moved_and_held_and_every_number_says_why() {
    let home = home().await;
    let (books, budget) = (&home.desk.books, made(&home, BudgetMethod::Envelope).await);
    assert_eq!((budget.since.as_str(), budget.currency.as_str()), ("2025-03-01", "USD"));
    let lines = [line(home.food, "100"), line(home.rent, "400")];
    books.budget_assign(budget.id, "2025-03", &lines).await.unwrap();
    let sheet = shown(&home, "2025-03-14", 2).await;
    assert_eq!(numbers(cell(&sheet, home.food, 0)), ("100.00", "-75.00", "25.00"));
    assert_eq!(numbers(cell(&sheet, home.food, 1)), ("0.00", "0.00", "25.00"));
    let columns: Vec<_> = sheet.periods.iter().map(|period| (&*period.from, &*period.cash)).collect();
    assert_eq!(columns, [("2025-03-01", "585.00"), ("2025-04-01", "525.00")]);
    let owed: Vec<_> = sheet.cards[0].cells.iter().map(|cell| (&*cell.available, &*cell.owed)).collect();
    assert_eq!(owed, [("60.00", "60.00"), ("0.00", "0.00")]);
    assert_eq!(sheet.periods[1].to_assign.available, "500.00");
    let groups: Vec<_> = sheet.groups.iter().map(|group| (&*group.name, group.rows.len())).collect();
    assert_eq!(groups, [("Home", 2), ("Expenses", 1)], "what nobody sorted is an envelope too");

    books.budget_move(budget.id, "2025-04", Some(home.food), Some(home.rent), "20").await.unwrap();
    books.budget_hold(budget.id, "2025-04", "300").await.unwrap();
    let sheet = shown(&home, "2025-04", 2).await;
    assert_eq!(numbers(cell(&sheet, home.food, 0)), ("-20.00", "0.00", "5.00"));
    assert_eq!(sheet.periods[0].to_assign.available, "200.00");
    assert_eq!(
        (&*sheet.periods[1].to_assign.released, &*sheet.periods[1].to_assign.available),
        ("300.00", "500.00")
    );

    let why = why_of(&home, budget.id, "2025-03", &[home.food]).await;
    let behind: Vec<_> = why.transactions.iter().map(|found| (&*found.date, &*found.amount)).collect();
    assert_eq!(behind, [("2025-03-20", "-15.00"), ("2025-03-05", "-60.00")]);
    assert_eq!(why.transactions[1].card.as_deref(), Some("Liabilities:Card"));
    assert_eq!((why.moves.len(), why.moves[0].amount.as_str()), (1, "100.00"));
    let why = why_of(&home, budget.id, "2025-03", &[]).await;
    assert_eq!((why.transactions[0].amount.as_str(), why.moves[1].amount.as_str()), ("1000.00", "-400.00"));
    let why = why_of(&home, budget.id, "2025-04", &[home.card]).await;
    assert_eq!((why.card.unwrap().paid.as_str(), why.transactions[0].amount.as_str()), ("-60.00", "-60.00"));

    let done: Vec<String> =
        books.budget_history(budget.id, 9).await.unwrap().into_iter().map(|entry| entry.action).collect();
    assert_eq!(done, ["budget_hold", "budget_move", "budget_assign", "budget_create"]);
    for _ in 0..3 {
        books.undo(&Progress::default()).await.unwrap();
    }
    assert_eq!(numbers(cell(&shown(&home, "2025-03", 1).await, home.food, 0)), ("0.00", "-75.00", "-75.00"));
    assert_eq!(books.check().await.unwrap(), []);
}

#[tokio::test]
async fn a_column_of_several_periods_and_envelopes_together_say_why_as_well() {
    let home = home().await;
    let (books, budget) = (&home.desk.books, made(&home, BudgetMethod::Envelope).await);
    let lines = [line(home.food, "100"), line(home.rent, "400")];
    books.budget_assign(budget.id, "2025-03", &lines).await.unwrap();
    books.budget_move(budget.id, "2025-04", Some(home.food), Some(home.rent), "20").await.unwrap();
    books.budget_hold(budget.id, "2025-03", "300").await.unwrap();
    let asked = |period: &str, columns, envelopes: &[Id]| BudgetWhyInput {
        budget: budget.id,
        period: period.into(),
        columns,
        envelopes: envelopes.to_vec(),
    };
    let moved = |why: &BudgetWhy| why.moves.iter().map(|one| one.amount.clone()).collect::<Vec<_>>();
    let spent = |why: &BudgetWhy| why.transactions.iter().map(|one| one.amount.clone()).collect::<Vec<_>>();

    let food = books.budget_why(&asked("2025-04", BudgetColumns::Year, &[home.food])).await.unwrap();
    assert_eq!((&*food.path, &*food.from, &*food.to), ("Expenses:Home:Food", "2025-01-01", "2025-12-31"));
    assert_eq!(numbers(food.cell.as_ref().unwrap()), ("80.00", "-75.00", "5.00"));
    assert_eq!(
        (moved(&food), spent(&food)),
        (vec!["100.00".into(), "-20.00".into()], vec!["-15.00".into(), "-60.00".into()])
    );

    // What moves from one to the other changes nothing of both together.
    let both = [home.food, home.rent];
    let home_group = books.budget_why(&asked("2025-03", BudgetColumns::Quarter, &both)).await.unwrap();
    assert_eq!(numbers(home_group.cell.as_ref().unwrap()), ("500.00", "-475.00", "25.00"));
    assert_eq!((&*home_group.path, home_group.total, moved(&home_group).len()), ("", 3, 2));
    let year = books.budget_why(&asked("2025-03", BudgetColumns::Year, &both)).await.unwrap();
    assert_eq!(
        (numbers(year.cell.as_ref().unwrap()), moved(&year).len()),
        (("500.00", "-475.00", "25.00"), 2)
    );

    // What was held in March was back in April: of the year as a whole nothing is held.
    let march = books.budget_why(&asked("2025-03", BudgetColumns::Period, &[])).await.unwrap();
    let all = books.budget_why(&asked("2025-03", BudgetColumns::Year, &[])).await.unwrap();
    assert_eq!(
        (moved(&march), moved(&all)),
        (
            vec!["-100.00".into(), "-400.00".into(), "-300.00".into()],
            vec!["-100.00".into(), "-400.00".into()]
        )
    );
    assert_eq!(
        (&*all.to_assign.as_ref().unwrap().available, spent(&all)),
        ("500.00", vec!["1000.00".to_owned()])
    );

    let card = books.budget_why(&asked("2025-03", BudgetColumns::Year, &[home.card])).await.unwrap();
    let card_cell = card.card.as_ref().unwrap();
    assert_eq!((&*card_cell.funded, &*card_cell.paid, &*card_cell.owed), ("60.00", "-60.00", "0.00"));
    assert_eq!(spent(&card), ["-60.00", "60.00"]);
    let mixed = books.budget_why(&asked("2025-03", BudgetColumns::Year, &[home.card, home.food])).await;
    assert_eq!(mixed.unwrap_err().code, api::ErrorCode::Invalid);
}

#[tokio::test]
async fn envelopes_stand_in_the_order_and_the_groups_that_a_person_gave_them() {
    let home = home().await;
    let (books, budget) = (&home.desk.books, made(&home, BudgetMethod::Envelope).await);
    let fun = home.desk.account("Expenses:Fun", "expense").await;
    let order = async || {
        let sheet = shown(&home, "2025-03", 1).await;
        let names = sheet.groups.iter().map(|group| {
            let rows: Vec<&str> = group.rows.iter().map(|row| &*row.name).collect();
            format!("{}: {}", group.name, rows.join(" "))
        });
        names.collect::<Vec<_>>().join(", ")
    };
    let usual = "Expenses: Fun Uncategorised, Home: Food Rent";
    assert_eq!(order().await, usual);
    let place = |envelope, group: &str| EnvelopePlace { envelope, group: group.into() };
    let places = [place(fun, "Wishes"), place(home.rent, "Home"), place(home.food, "Home")];
    books.budget_envelopes_order(budget.id, &places).await.unwrap();
    assert_eq!(order().await, "Wishes: Fun, Home: Rent Food, Expenses: Uncategorised");
    let again = books.budget_envelopes_order(budget.id, &places).await.unwrap();
    assert_eq!(again, None, "nothing changes where everything is in its place");
    let hidden = EnvelopeChange { hidden: Some(true), ..EnvelopeChange::default() };
    books.budget_envelope_set(budget.id, fun, &hidden).await.unwrap();
    // The order is also that of urgency: what is first is filled first.
    for envelope in [home.food, home.rent] {
        let target = TargetView::SetAside { amount: "1000".into() };
        books.budget_target_set(budget.id, envelope, &target).await.unwrap();
    }
    let proposed = books.budget_fill_propose(budget.id, "2025-03").await.unwrap();
    let lines: Vec<_> = proposed.lines.iter().map(|line| (line.envelope, &*line.amount)).collect();
    assert_eq!(lines, [(home.rent, "1000.00"), (home.food, "0.00")]);
    for _ in 0..4 {
        books.undo(&Progress::default()).await.unwrap();
    }
    assert_eq!(order().await, usual);
    let card = books.budget_envelopes_order(budget.id, &[place(home.bank, "")]).await;
    assert_eq!(card.unwrap_err().code, api::ErrorCode::Invalid);
    assert_eq!(books.check().await.unwrap(), []);
}

#[tokio::test]
async fn targets_are_filled_with_one_action_that_says_why_each_amount() {
    let home = home().await;
    let (books, budget) = (&home.desk.books, made(&home, BudgetMethod::Envelope).await);
    let rent = TargetView::SetAside { amount: "400".into() };
    let food = TargetView::AverageSpent { periods: 3 };
    books.budget_target_set(budget.id, home.rent, &rent).await.unwrap();
    books.budget_target_set(budget.id, home.food, &food).await.unwrap();
    let first = EnvelopeChange { position: Some(1), ..EnvelopeChange::default() };
    books.budget_envelope_set(budget.id, home.rent, &first).await.unwrap();
    let proposed = books.budget_fill_propose(budget.id, "2025-04").await.unwrap();
    assert_eq!((&*proposed.to_assign, &*proposed.total, &*proposed.short), ("585.00", "475.00", "0.00"));
    let lines: Vec<_> =
        proposed.lines.iter().map(|line| (line.envelope, &*line.amount, &line.reason)).collect();
    let reasons = [ReasonView::EachPeriod, ReasonView::Average { periods: 1 }];
    assert_eq!(lines, [(home.rent, "400.00", &reasons[0]), (home.food, "75.00", &reasons[1])]);
    books.budget_fill(budget.id, "2025-04", None).await.unwrap();
    let sheet = shown(&home, "2025-04", 1).await;
    assert_eq!(sheet.periods[0].to_assign.available, "110.00");
    let need = cell(&sheet, home.food, 0).need.clone().unwrap();
    assert_eq!((&*need.amount, &*need.missing), ("75.00", "0.00"));
    let why = why_of(&home, budget.id, "2025-04", &[home.food]).await;
    assert_eq!(why.moves[0].reason, Some(ReasonView::Average { periods: 1 }));
    assert_eq!(books.budget_fill(budget.id, "2025-04", None).await.unwrap(), None);
    books.budget_target_clear(budget.id, home.food).await.unwrap();
    assert_eq!(cell(&shown(&home, "2025-04", 1).await, home.food, 0).need, None);
}

#[tokio::test]
async fn a_plan_is_repeated_kept_as_a_template_and_copied() {
    let home = home().await;
    let (books, budget) = (&home.desk.books, made(&home, BudgetMethod::Envelope).await);
    books
        .budget_assign(budget.id, "2025-03", &[line(home.food, "80"), line(home.rent, "400")])
        .await
        .unwrap();
    books.budget_repeat(budget.id, "2025-04", None).await.unwrap();
    assert_eq!(shown(&home, "2025-04", 1).await.periods[0].assigned, "480.00");
    books.budget_template_save(budget.id, "2025-03", "Usual").await.unwrap();
    let templates = books.budget_template_list(budget.id).await.unwrap();
    assert_eq!((templates.len(), &*templates[0].total), (1, "480.00"));
    books.budget_template_apply(budget.id, "2025-06", templates[0].id).await.unwrap();
    assert_eq!(shown(&home, "2025-06", 1).await.periods[0].assigned, "480.00");
    let copy = books.budget_copy(budget.id, "Next try", true).await.unwrap();
    let input = BudgetShowInput {
        budget: Some(copy.id),
        period: Some("2025-04".into()),
        columns: BudgetColumns::Quarter,
        ..BudgetShowInput::default()
    };
    let sheet = books.budget_show(&input).await.unwrap();
    assert_eq!((sheet.periods[0].periods, &*sheet.periods[0].assigned), (3, "960.00"));
    let away = BudgetChange { archived: Some(true), ..BudgetChange::default() };
    books.budget_edit(budget.id, &away).await.unwrap();
    assert_eq!(shown(&home, "2025-04", 1).await.budget.id, copy.id);
    books.budget_remove(budget.id).await.unwrap();
    assert_eq!((books.budget_list().await.unwrap().len(), books.check().await.unwrap()), (1, vec![]));
    books.undo(&Progress::default()).await.unwrap();
    assert_eq!((books.budget_list().await.unwrap().len(), books.check().await.unwrap()), (2, vec![]));
}

#[tokio::test]
async fn a_tracking_budget_sets_plans_beside_what_was() {
    let home = home().await;
    let (books, budget) = (&home.desk.books, made(&home, BudgetMethod::Tracking).await);
    let plan = [line(home.pay, "900"), line(home.food, "50")];
    books.budget_assign(budget.id, "2025-03", &plan).await.unwrap();
    let sheet = shown(&home, "2025-03", 1).await;
    assert_eq!(numbers(cell(&sheet, home.pay, 0)), ("900.00", "1000.00", "100.00"));
    assert_eq!(numbers(cell(&sheet, home.food, 0)), ("50.00", "-75.00", "-25.00"));
    assert_eq!(
        (&*sheet.periods[0].income_planned, &*sheet.periods[0].to_assign.available),
        ("900.00", "850.00")
    );
    assert!(sheet.cards.is_empty());
    let held = books.budget_hold(budget.id, "2025-03", "5").await;
    let set_aside = books.budget_assign(budget.id, "2025-03", &[line(home.card, "5")]).await;
    for refused in [held, set_aside] {
        assert_eq!(refused.unwrap_err().code, api::ErrorCode::Invalid);
    }
}

#[tokio::test]
async fn money_in_another_currency_counts_by_the_rate_of_the_day_and_what_that_wins_shows_apart() {
    let home = home().await;
    let books = &home.desk.books;
    let wallet = home.desk.account_with("Assets:Wallet", "wallet", "100", "EUR").await;
    let price = |date: &str, rate: &str| PriceInput {
        commodity: "EUR".into(),
        quote: "USD".into(),
        date: date.into(),
        rate: Some(rate.into()),
    };
    books.prices_set(&[price("2025-03-01", "1.10"), price("2026-01-01", "1.20")]).await.unwrap();
    let budget = made(&home, BudgetMethod::Envelope).await;
    let february = shown(&home, "2025-03", 1).await;
    assert_eq!(february.periods[0].cash, "585.00");
    let sheet = shown(&home, "2026-01", 2).await;
    let to_assign = &sheet.periods[0].to_assign;
    assert_eq!(
        (&*to_assign.income, &*to_assign.exchange, &*sheet.periods[0].cash),
        ("120.00", "0.00", "645.00")
    );
    books.prices_set(&[price("2026-02-10", "1.25")]).await.unwrap();
    let sheet = shown(&home, "2026-01", 2).await;
    assert_eq!((&*sheet.periods[1].to_assign.exchange, &*sheet.periods[1].cash), ("5.00", "650.00"));
    let why = why_of(&home, budget.id, "2026-02", &[]).await;
    assert_eq!((&*why.revaluations[0].won, &*why.revaluations[0].worth), ("5.00", "125.00"));
    assert_eq!((why.revaluations[0].path.as_str(), sheet.unvalued), ("Assets:Wallet", vec![]));
    assert_eq!(books.check().await.unwrap(), []);
    let left_out = BudgetChange { accounts: Some(vec![home.bank, home.card]), ..BudgetChange::default() };
    books.budget_edit(budget.id, &left_out).await.unwrap();
    assert_eq!(shown(&home, "2026-02", 1).await.periods[0].cash, "525.00");
    assert_eq!((wallet > 0, books.check().await.unwrap()), (true, vec![]));
}

#[tokio::test]
async fn what_is_scheduled_from_an_envelope_is_what_its_target_asks_for() {
    let home = home().await;
    let (books, budget) = (&home.desk.books, made(&home, BudgetMethod::Envelope).await);
    let weekly = serde_json::json!({
        "account": home.bank, "amount": { "kind": "fixed", "amount": { "amount": "-25", "commodity": "USD" } },
        "parts": [{ "account": home.food }], "start": "2025-05-05", "rule": "FREQ=WEEKLY", "payee": "Market",
    });
    books.schedule_save(&serde_json::from_value(weekly).unwrap()).await.unwrap();
    books.budget_target_set(budget.id, home.food, &TargetView::Scheduled).await.unwrap();
    let proposed = books.budget_fill_propose(budget.id, "2025-05").await.unwrap();
    assert_eq!((&*proposed.total, &proposed.lines[0].reason), ("100.00", &ReasonView::Scheduled));
    // May has four Mondays, and so has June with one more; what is not spent of the first makes up for some of the second.
    books.budget_fill(budget.id, "2025-05", None).await.unwrap();
    let proposed = books.budget_fill_propose(budget.id, "2025-06").await.unwrap();
    let less = ReasonView::ScheduledLess { scheduled: "125.00".into(), carried: "100.00".into() };
    assert_eq!((&*proposed.total, &proposed.lines[0].reason), ("25.00", &less));
}

#[tokio::test]
async fn a_budget_follows_accounts_that_are_merged_and_keeps_those_that_money_was_assigned_to() {
    let home = home().await;
    let (books, budget) = (&home.desk.books, made(&home, BudgetMethod::Envelope).await);
    let idle = home.desk.account("Expenses:Home:Idle", "expense").await;
    books.budget_assign(budget.id, "2025-03", &[line(home.food, "80"), line(idle, "30")]).await.unwrap();
    books.budget_move(budget.id, "2025-03", Some(idle), Some(home.food), "10").await.unwrap();
    books.budget_template_save(budget.id, "2025-03", "Usual").await.unwrap();
    let target = TargetView::SetAside { amount: "5".into() };
    books.budget_target_set(budget.id, idle, &target).await.unwrap();
    let refused = books.account_remove(idle).await.unwrap_err();
    assert_eq!(refused.code, api::ErrorCode::InUse);
    books.account_merge(idle, home.food).await.unwrap();
    let sheet = shown(&home, "2025-03", 1).await;
    assert_eq!(numbers(cell(&sheet, home.food, 0)), ("110.00", "-75.00", "35.00"));
    assert!(cell(&sheet, home.food, 0).need.is_some());
    assert_eq!(books.budget_template_list(budget.id).await.unwrap()[0].lines, [line(home.food, "110.00")]);
    assert_eq!(books.check().await.unwrap(), []);
    books.undo(&Progress::default()).await.unwrap();
    let sheet = shown(&home, "2025-03", 1).await;
    assert_eq!(numbers(cell(&sheet, home.food, 0)), ("90.00", "-75.00", "15.00"));
    assert_eq!(books.check().await.unwrap(), []);
}
