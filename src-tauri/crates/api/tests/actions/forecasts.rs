//! What accounts will hold, and what if.

use crate::desk::Desk;
use api::{
    AlterationInput, ErrorCode, ForecastInput, ForecastOutcome, ForecastStep, ForecastView, Id, Money,
    PartInput, Progress, ScenarioInput, ScheduleAmount, ScheduleInput, SourceView,
};
use std::fmt::Write;

fn money(amount: &str) -> Money {
    Money { amount: amount.into(), commodity: "USD".into() }
}

/// A year in which pay comes on the 25th, rent goes on the 1st and food is bought every Saturday; today is 22 November 2026.
struct Year {
    desk: Desk,
    bank: Id,
    savings: Id,
    rent: Id,
}

impl Year {
    async fn live() -> Self {
        let mut desk = Desk::bare("USD").await;
        desk.books = desk.books.on_day("2026-11-22".parse().unwrap());
        let bank = desk.account_with("Assets:Bank", "checking", "1000.00", "USD").await;
        let savings = desk.account_with("Assets:Savings", "savings", "9000.00", "USD").await;
        let rent = desk.account("Expenses:Rent", "expense").await;
        let food = desk.account("Expenses:Food", "expense").await;
        let pay = desk.account("Income:Pay", "income").await;
        for month in 1..=11 {
            let legs = [(bank, "-900.00"), (rent, "900.00")];
            desk.enter_with(&format!("2026-{month:02}-01"), "Hillside Flats", &legs).await;
            if month < 11 {
                let legs = [(bank, "1500.00"), (pay, "-1500.00")];
                desk.enter_with(&format!("2026-{month:02}-25"), "Bright Works", &legs).await;
            }
        }
        for week in 0..46 {
            let day = "2026-01-03".parse::<ledger::Day>().unwrap().offset(7 * week).to_string();
            let amount = ["35.00", "61.00", "48.00"][usize::try_from(week % 3).unwrap()];
            let legs = [(bank, &*format!("-{amount}")), (food, amount)];
            desk.enter_with(&day, "Green Grocer", &legs).await;
        }
        Self { desk, bank, savings, rent }
    }

    async fn forecast(&self, days: u32, alterations: Vec<AlterationInput>) -> ForecastView {
        let input = ForecastInput { days, alterations, ..ForecastInput::default() };
        self.desk.books.forecast_show(&input).await.unwrap()
    }

    fn pay(view: &ForecastView) -> SourceView {
        view.regular.iter().find(|regular| regular.payee == "Bright Works").unwrap().source
    }
}

fn cents(text: &str) -> i64 {
    text.replace('.', "").parse().unwrap()
}

/// What is expected of the first account, the bank, on the last day.
fn end(outcome: &ForecastOutcome) -> i64 {
    cents(outcome.accounts[0].series.expected.last().unwrap())
}

#[tokio::test]
async fn what_came_again_and_again_is_known_and_the_rest_is_learned() {
    let year = Year::live().await;
    let view = year.forecast(40, Vec::new()).await;
    let mut known = String::new();
    for one in &view.known {
        writeln!(known, "{} {} {}", one.date, one.amount.amount, one.name).unwrap();
    }
    let expected = "2026-11-25 1500.00 Bright Works\n2026-12-01 -900.00 Hillside Flats\n\
                    2026-12-25 1500.00 Bright Works\n2027-01-01 -900.00 Hillside Flats\n";
    assert_eq!(known, expected);
    assert_eq!(
        (view.days.len(), view.days[0].as_str(), view.days[39].as_str()),
        (40, "2026-11-23", "2027-01-01")
    );
    let bank = &view.base.accounts[0];
    assert_eq!(
        (bank.path.as_str(), bank.commodity.as_str(), bank.floor.as_deref()),
        ("Assets:Bank", "USD", Some("0.00"))
    );
    // Pay less rent, and about five and a half shoppings of 48.
    let gained = end(&view.base) - cents(&bank.series.now);
    assert!((85_000..=105_000).contains(&gained), "{gained}");
    for day in 0..40 {
        let (low, expected, high) =
            (cents(&bank.series.low[day]), cents(&bank.series.expected[day]), cents(&bank.series.high[day]));
        assert!(low <= expected && expected <= high);
        let sum: i64 = view.base.accounts.iter().map(|one| cents(&one.series.expected[day])).sum();
        assert_eq!(cents(&view.base.total.expected[day]), sum);
    }
    assert_eq!(view.base.shortfalls, []);
    let weekly = ForecastInput { days: 1800, step: Some(ForecastStep::Month), ..ForecastInput::default() };
    assert_eq!(year.desk.books.forecast_show(&weekly).await.unwrap().days.len(), 60);
}

#[tokio::test]
async fn scenarios_stand_beside_the_base_and_are_kept() {
    let year = Year::live().await;
    let base = year.forecast(40, Vec::new()).await;
    let lost = AlterationInput::End { source: Year::pay(&base), from: "2026-12-01".into() };
    let loan = AlterationInput::Loan {
        account: year.bank,
        amount: money("1200.00"),
        rate: "0".into(),
        months: 12,
        from: "2026-11-30".into(),
    };
    let rise = AlterationInput::Change { source: Year::pay(&base), from: "2026-11-01".into(), percent: 110 };
    for (alterations, difference) in
        [(vec![lost.clone()], -150_000), (vec![loan.clone()], 110_000), (vec![rise], 30_000)]
    {
        let view = year.forecast(40, alterations.clone()).await;
        assert_eq!(end(view.beside.as_ref().unwrap()) - end(&view.base), difference, "{alterations:?}");
    }
    let input = ScenarioInput { id: None, name: "Studies".into(), alterations: vec![lost, loan] };
    let saved = year.desk.books.forecast_scenario_save(&input).await.unwrap();
    assert_eq!((saved.name.as_str(), &saved.alterations), ("Studies", &input.alterations));
    let again = year.desk.books.forecast_scenario_save(&input).await.unwrap_err();
    assert_eq!(again.code, ErrorCode::Taken);
    let shown = ForecastInput { days: 40, scenario: Some(saved.id), ..ForecastInput::default() };
    let shown = year.desk.books.forecast_show(&shown).await.unwrap();
    assert_eq!(end(shown.beside.as_ref().unwrap()) - end(&shown.base), -40_000);
    year.desk.books.forecast_scenario_remove(saved.id).await.unwrap();
    year.desk.books.undo(&Progress::default()).await.unwrap();
    assert_eq!(year.desk.books.forecast_scenarios().await.unwrap(), [saved]);
}

#[tokio::test]
async fn an_account_that_falls_below_its_floor_is_told_with_what_to_move() {
    let year = Year::live().await;
    // Bought already, to be paid in December.
    let legs = [(year.bank, "-1500.00"), (year.rent, "1500.00")];
    year.desk.enter_with("2026-12-10", "Sofa House", &legs).await;
    year.desk.books.account_floor_set(year.bank, None, Some("3500.00".into())).await.unwrap();
    let view = year.forecast(40, Vec::new()).await;
    let short = &view.base.shortfalls[0];
    assert_eq!((short.path.as_str(), short.day.as_deref()), ("Assets:Bank", Some("2026-12-10")));
    let [gives] = short.moves.as_slice() else { panic!("{:?}", short.moves) };
    assert_eq!((gives.from, gives.day.as_str(), &gives.amount), (year.savings, "2026-12-09", &short.missing));
    year.desk.books.undo(&Progress::default()).await.unwrap();
    assert_eq!(year.forecast(40, Vec::new()).await.base.shortfalls, []);
}

#[tokio::test]
async fn what_is_scheduled_takes_the_place_of_what_was_found() {
    let year = Year::live().await;
    let before = year.forecast(40, Vec::new()).await;
    let schedule = ScheduleInput {
        payee: "Hillside Flats".into(),
        account: year.bank,
        amount: Some(ScheduleAmount::Fixed { amount: money("-950.00") }),
        parts: vec![PartInput { account: year.rent, amount: None }],
        start: "2026-12-01".into(),
        rule: Some("FREQ=MONTHLY".into()),
        since: Some("2026-12-01".into()),
        ..ScheduleInput::default()
    };
    year.desk.books.schedule_save(&schedule).await.unwrap();
    let after = year.forecast(40, Vec::new()).await;
    assert_eq!(end(&after.base) - end(&before.base), -10_000);
    let rents: Vec<&str> = after
        .known
        .iter()
        .filter(|known| known.name == "Hillside Flats")
        .map(|known| known.amount.amount.as_str())
        .collect();
    assert_eq!(rents, ["-950.00", "-950.00"]);
}

#[tokio::test]
async fn what_cannot_be_is_refused() {
    let year = Year::live().await;
    let books = &year.desk.books;
    let shown = |input: ForecastInput| async move { books.forecast_show(&input).await.unwrap_err().code };
    let nothing = ForecastInput::default();
    assert_eq!(shown(ForecastInput { days: 3000, ..nothing.clone() }).await, ErrorCode::Invalid);
    assert_eq!(shown(ForecastInput { scenario: Some(9), ..nothing.clone() }).await, ErrorCode::Missing);
    let payment = |rule: &str, amount| AlterationInput::Payment {
        account: year.bank,
        amount,
        start: "2026-12-01".into(),
        rule: Some(rule.into()),
    };
    for (alteration, code) in [
        (payment("FREQ=OFTEN", money("1.00")), ErrorCode::Invalid),
        (payment("FREQ=MONTHLY", money("1.005")), ErrorCode::Amount),
        (AlterationInput::Rate { commodity: "XYZ".into(), percent: 50 }, ErrorCode::Missing),
        (AlterationInput::Cost { from: "soon".into(), percent: 50 }, ErrorCode::Invalid),
    ] {
        assert_eq!(shown(ForecastInput { alterations: vec![alteration], ..nothing.clone() }).await, code);
    }
    let floor = books.account_floor_set(year.rent, None, Some("5.00".into())).await;
    assert_eq!(floor.unwrap_err().code, ErrorCode::Invalid);
}
