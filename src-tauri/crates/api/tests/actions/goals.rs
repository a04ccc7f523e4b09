//! What is saved for, and debts to be paid off.

use crate::desk::Desk;
use api::{
    AimInput, BudgetInput, BudgetLine, BudgetMethod, ErrorCode, FundInput, GoalInput, GoalProgress,
    PayoffInput, PayoffOrderInput, Progress, SavingsPlanInput, TermsInput,
};

async fn desk() -> Desk {
    let mut desk = Desk::bare("USD").await;
    desk.books = desk.books.on_day("2026-11-22".parse().unwrap());
    desk
}

fn goal(name: &str, aim: AimInput) -> GoalInput {
    GoalInput { id: None, name: name.into(), currency: None, aim }
}

#[tokio::test]
async fn savings_say_how_far_they_are() {
    let desk = desk().await;
    let pot = desk.account_with("Assets:Pot", "savings", "400.00", "USD").await;
    let bank = desk.account_with("Assets:Bank", "checking", "1000.00", "USD").await;
    desk.enter_with("2026-10-10", "", &[(bank, "-200.00"), (pot, "200.00")]).await;
    let funds = vec![FundInput::Account { account: pot, most: None }];
    let aim = AimInput::Savings { target: "1200.00".into(), by: Some("2027-04-30".into()), funds };
    let saved = desk.books.goal_save(&goal("The sea", aim.clone())).await.unwrap();
    assert_eq!(saved.aim, aim);
    let GoalProgress::Savings(progress) = &saved.progress else { panic!("{saved:?}") };
    // 600 are missing, in six months from November to April; 200 came in 91 days.
    assert_eq!(
        (progress.saved.as_str(), progress.missing.as_str(), progress.percent),
        ("600.00", "600.00", 50)
    );
    assert_eq!((progress.monthly.as_deref(), progress.on_track), (Some("100.00"), Some(false)));
    assert_eq!(progress.projected.as_deref(), Some("2027-08-22"));
    let renamed = GoalInput { id: Some(saved.id), ..goal("The mountains", aim.clone()) };
    assert_eq!(desk.books.goal_save(&renamed).await.unwrap().name, "The mountains");
    assert_eq!(desk.books.goal_save(&goal("The mountains", aim)).await.unwrap_err().code, ErrorCode::Taken);
    desk.books.goal_remove(saved.id).await.unwrap();
    assert_eq!(desk.books.goal_list().await.unwrap(), []);
    desk.books.undo(&Progress::default()).await.unwrap();
    desk.books.undo(&Progress::default()).await.unwrap();
    assert_eq!(desk.books.goal_list().await.unwrap(), [saved]);
    assert_eq!(desk.books.check().await.unwrap(), []);
}

#[tokio::test]
async fn an_envelope_holds_the_money_of_a_goal_as_an_account_does() {
    let desk = desk().await;
    let bank = desk.account_with("Assets:Bank", "checking", "1000.00", "USD").await;
    let trip = desk.account("Expenses:Trip", "expense").await;
    let made = BudgetInput {
        name: "Household".into(),
        currency: None,
        method: BudgetMethod::Envelope,
        cadence: None,
        since: Some("2026-08-01".into()),
        accounts: None,
    };
    let budget = desk.books.budget_create(&made).await.unwrap().id;
    let line = |amount: &str| [BudgetLine { envelope: trip, amount: amount.into() }];
    desk.books.budget_assign(budget, "2026-08", &line("100.00")).await.unwrap();
    desk.books.budget_assign(budget, "2026-11", &line("200.00")).await.unwrap();
    let funds = vec![FundInput::Envelope { budget, category: trip }];
    let aim = AimInput::Savings { target: "1200.00".into(), by: Some("2027-01-31".into()), funds };
    let saved = desk.books.goal_save(&goal("The sea", aim.clone())).await.unwrap();
    let GoalProgress::Savings(progress) = &saved.progress else { panic!("{saved:?}") };
    // Of 300, 200 came in the last three months; 900 are missing in November, December and January.
    assert_eq!((&*progress.saved, &*progress.pace), ("300.00", "66.66"));
    assert_eq!((progress.monthly.as_deref(), progress.on_track), (Some("300.00"), Some(false)));
    desk.enter_with("2026-11-20", "", &[(bank, "-50.00"), (trip, "50.00")]).await;
    let GoalProgress::Savings(progress) = &desk.books.goal_list().await.unwrap()[0].progress else {
        panic!()
    };
    assert_eq!(progress.saved, "250.00");

    let what_if = async |monthly: Option<&str>, by: Option<&str>| {
        let (monthly, by) = (monthly.map(str::to_owned), by.map(str::to_owned));
        let input = SavingsPlanInput { goal: saved.id, monthly, by };
        let plan = desk.books.goal_savings(&input).await.unwrap();
        (plan.needed.unwrap_or_default(), plan.done.unwrap_or_default())
    };
    let told = |needed: &str, done: &str| (needed.to_owned(), done.to_owned());
    assert_eq!(what_if(None, None).await, told("316.67", "2027-01"));
    assert_eq!(what_if(Some("100"), None).await, told("316.67", "2027-08"));
    assert_eq!(what_if(None, Some("2027-10-01")).await, told("79.17", "2027-10"));
    assert_eq!(what_if(Some("0"), Some("2026-01-01")).await, told("", ""));

    let euros = BudgetInput { name: "Trips".into(), currency: Some("EUR".into()), ..made };
    let euros = desk.books.budget_create(&euros).await.unwrap().id;
    let of = |budget, category| AimInput::Savings {
        target: "5.00".into(),
        by: None,
        funds: vec![FundInput::Envelope { budget, category }],
    };
    for (aim, code) in [
        (of(euros, trip), ErrorCode::Invalid),
        (of(budget, bank), ErrorCode::Invalid),
        (of(99, trip), ErrorCode::Missing),
    ] {
        let refused = desk.books.goal_save(&goal("A", aim.clone())).await.unwrap_err();
        assert_eq!(refused.code, code, "{aim:?}: {refused}");
    }
    assert_eq!(desk.books.check().await.unwrap(), []);
}

#[tokio::test]
async fn debts_are_paid_off_in_the_order_asked_for() {
    let desk = desk().await;
    let card = desk.account_with("Liabilities:Card", "card", "-500.00", "USD").await;
    let loan = desk.account_with("Liabilities:Loan", "loan", "-300.00", "USD").await;
    let friend = desk.account_with("Liabilities:Friend", "payable", "-100.00", "USD").await;
    let terms = |account, rate: &str, minimum: &str| TermsInput {
        account,
        rate: rate.into(),
        minimum: minimum.into(),
    };
    let debts = vec![terms(loan, "6", "20.00"), terms(card, "24", "20.00"), terms(friend, "0", "10.00")];
    let aim = AimInput::Debt { debts, order: PayoffOrderInput::Snowball, extra: "60.00".into() };
    let made = desk.books.goal_save(&goal("No debts", aim)).await.unwrap();
    let GoalProgress::Debt(progress) = &made.progress else { panic!("{made:?}") };
    let plan = progress.plan.as_ref().unwrap();
    assert_eq!((progress.owed.as_str(), plan.months, plan.done.as_deref()), ("900.00", 9, Some("2027-07")));
    let input = PayoffInput { goal: made.id, order: Some(PayoffOrderInput::Avalanche), extra: None };
    let payoff = desk.books.goal_payoff(&input).await.unwrap();
    let cents = |text: &str| text.replace('.', "").parse::<i64>().unwrap();
    assert_eq!(payoff.plan, payoff.avalanche);
    assert_eq!(payoff.goal.as_ref(), Some(&payoff.snowball));
    assert!(cents(&payoff.avalanche.interest) < cents(&payoff.snowball.interest));
    assert_eq!(cents(&payoff.plan.paid), 90_000 + cents(&payoff.plan.interest));
    let paid: i64 = payoff.months.iter().map(|month| cents(&month.paid)).sum();
    assert_eq!(paid, cents(&payoff.plan.paid));
    assert_eq!(payoff.months.last().unwrap().owed, "0.00");
    assert!(payoff.minimums.unwrap().months > payoff.plan.months);
    let more = PayoffInput { extra: Some("400.00".into()), ..input };
    assert!(desk.books.goal_payoff(&more).await.unwrap().plan.months <= 3);
}

#[tokio::test]
async fn what_reaches_nothing_is_refused() {
    let desk = desk().await;
    let card = desk.account_with("Liabilities:Card", "card", "-500.00", "USD").await;
    let food = desk.account("Expenses:Food", "expense").await;
    let euros = desk.account_with("Assets:Purse", "cash", "5.00", "EUR").await;
    let savings = |target: &str, account| AimInput::Savings {
        target: target.into(),
        by: None,
        funds: vec![FundInput::Account { account, most: None }],
    };
    let debt = |account, rate: &str| AimInput::Debt {
        debts: vec![TermsInput { account, rate: rate.into(), minimum: "1.00".into() }],
        order: PayoffOrderInput::Own,
        extra: "0".into(),
    };
    for (aim, code) in [
        (savings("0", card), ErrorCode::Invalid),
        (savings("10.005", card), ErrorCode::Amount),
        (savings("10.00", food), ErrorCode::Invalid),
        (savings("10.00", euros), ErrorCode::Invalid),
        (savings("10.00", 999), ErrorCode::Missing),
        (debt(euros, "5"), ErrorCode::Invalid),
        (debt(card, "-5"), ErrorCode::Invalid),
    ] {
        let refused = desk.books.goal_save(&goal("A", aim.clone())).await.unwrap_err();
        assert_eq!(refused.code, code, "{aim:?}: {refused}");
    }
    let made = desk.books.goal_save(&goal("Endless", debt(card, "24"))).await.unwrap();
    let GoalProgress::Debt(progress) = &made.progress else { panic!("{made:?}") };
    assert_eq!(progress.plan, None);
    let payoff = PayoffInput { goal: made.id, order: None, extra: None };
    assert_eq!(desk.books.goal_payoff(&payoff).await.unwrap_err().code, ErrorCode::Invalid);
}

#[tokio::test]
async fn goals_and_floors_follow_an_account_that_is_merged() {
    let desk = desk().await;
    let old = desk.account_with("Assets:Old", "savings", "400.00", "USD").await;
    let new = desk.account_with("Assets:New", "savings", "100.00", "USD").await;
    let funds = vec![FundInput::Account { account: old, most: None }];
    let aim = AimInput::Savings { target: "1000.00".into(), by: None, funds };
    desk.books.goal_save(&goal("The sea", aim)).await.unwrap();
    desk.books.account_floor_set(old, None, Some("50.00".into())).await.unwrap();
    desk.books.account_merge(old, new).await.unwrap();
    let goals = desk.books.goal_list().await.unwrap();
    let GoalProgress::Savings(progress) = &goals[0].progress else { panic!("{goals:?}") };
    assert_eq!(progress.saved, "500.00");
    let tomorrow = api::ForecastInput { days: 1, ..api::ForecastInput::default() };
    let shown = desk.books.forecast_show(&tomorrow).await.unwrap();
    assert_eq!(shown.base.accounts[0].floor.as_deref(), Some("50.00"));
    desk.books.undo(&Progress::default()).await.unwrap();
    let GoalProgress::Savings(before) = &desk.books.goal_list().await.unwrap()[0].progress else { panic!() };
    assert_eq!(before.saved, "400.00");
    assert_eq!(desk.books.check().await.unwrap(), []);
}
