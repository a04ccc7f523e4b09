//! Goals, floors, scenarios and what was put away; and what forecasts read.

use super::books::*;
use crate::{Delta, Progress, Store};
use ledger::{AccountKind, Amount, Day, PayeeId, Posting, Transaction};
use planning::{
    Aim, Alteration, Dismissal, Floor, Fund, Goal, GoalId, PayoffOrder, Recurrence, Scenario, ScenarioId,
    Shift, Source, Terms,
};
use tempfile::tempdir;

fn goals() -> [Goal; 2] {
    let savings = Aim::Savings {
        target: units(500_000),
        by: Some(day("2027-06-30")),
        funds: vec![
            Fund::Account { account: BANK, most: None },
            Fund::Envelope { budget: 1, category: FOOD },
        ],
    };
    let terms = Terms { account: CASH, rate: "18.5".parse().unwrap(), minimum: units(5000) };
    let debt = Aim::Debt { debts: vec![terms], order: PayoffOrder::Avalanche, extra: units(10_000) };
    let goal =
        |id, name: &str, aim| Goal { id: GoalId(id), name: name.into(), commodity: BAHT, position: id, aim };
    [goal(1, "ทะเล", savings), goal(2, "No debts", debt)]
}

fn scenario() -> Scenario {
    let when = Box::new(Recurrence::by_rule(day("2027-01-05"), "FREQ=MONTHLY", Shift::After).unwrap());
    let source = Source::Regular { payee: PayeeId(1), purpose: PAY };
    let from = day("2027-01-01");
    let alterations = vec![
        Alteration::Payment { account: BANK, commodity: BAHT, units: -900, when },
        Alteration::End { source, from },
        Alteration::Change { source, from, percent: 110 },
        Alteration::Cost { from, percent: 80 },
        Alteration::Rate { commodity: ETHER, percent: 50 },
    ];
    Scenario { id: ScenarioId(1), name: "Abroad".into(), alterations }
}

async fn picture(store: &Store) -> String {
    let mut reader = store.read().await.unwrap();
    format!(
        "{:?} {:?} {:?} {:?}",
        reader.goals().await.unwrap(),
        reader.floors().await.unwrap(),
        reader.scenarios().await.unwrap(),
        reader.dismissals().await.unwrap()
    )
}

#[tokio::test]
async fn goals_floors_and_scenarios_are_kept_and_taken_back() {
    let folder = tempdir().unwrap();
    let store = ledger(&folder.path().join("books.coffer")).await;
    let floor = |units_| Floor { account: BANK, commodity: BAHT, quantity: units(units_) };
    let dismissal = Dismissal { about: "unusual/2026-11/3".into(), day: day("2026-11-22") };
    let [first, second] = goals();
    let renamed = Goal { name: "Sea".into(), ..first.clone() };
    let steps = [
        [add([first.clone(), second.clone()]), add([floor(1000)]), add([scenario()]), add([dismissal])]
            .concat(),
        vec![Delta::replaced(first, renamed.clone()).into(), Delta::replaced(floor(1000), floor(-5)).into()],
        vec![
            Delta::removed(renamed).into(),
            Delta::removed(scenario()).into(),
            Delta::removed(floor(-5)).into(),
        ],
    ];
    let mut pictures = vec![picture(&store).await];
    for changes in steps {
        make(&store, "step", changes).await;
        pictures.push(picture(&store).await);
    }
    let mut reader = store.read().await.unwrap();
    assert_eq!((reader.goals().await.unwrap(), reader.floors().await.unwrap()), (vec![second], vec![]));
    drop(reader);
    for expected in pictures.iter().rev().skip(1) {
        store.write().await.unwrap().undo(&Progress::default()).await.unwrap();
        assert_eq!(&picture(&store).await, expected);
    }
    assert_eq!(store.check().await.unwrap(), []);
    store.close().await;
}

#[tokio::test]
async fn days_and_movements_are_those_of_the_time_asked_for() {
    let folder = tempdir().unwrap();
    let store = ledger(&folder.path().join("books.coffer")).await;
    let payee = |mut transaction: Transaction, payee| {
        transaction.payee = Some(PayeeId(payee));
        transaction
    };
    let transfer = Transaction::new(
        id("2026-11-03", 5),
        vec![
            Posting::new(BANK, Amount::new(units(-70), BAHT)),
            Posting::new(CASH, Amount::new(units(70), BAHT)),
        ],
    )
    .unwrap();
    let transactions = [
        payee(spend("2026-10-31", 1, FOOD, 1, "before"), 1),
        payee(spend("2026-11-01", 2, FOOD, 100, "lunch"), 1),
        payee(spend("2026-11-01", 3, RENT, 900, "rent"), 2),
        spend("2026-11-02", 4, FOOD, 10, "nobody"),
        payee(transfer, 1),
        payee(spend("2026-12-01", 6, FOOD, 1, "after"), 1),
    ];
    make(&store, "spent", add(transactions)).await;
    let (from, to) = (day("2026-11-01"), day("2026-11-30"));
    let kinds = [AccountKind::Checking, AccountKind::Cash];
    let mut reader = store.read().await.unwrap();
    let flows = reader.daily_flows(&kinds, from, to).await.unwrap();
    let days =
        |days: &[(Day, i128)]| days.iter().map(|(day, units)| (day.to_string(), *units)).collect::<Vec<_>>();
    let found: Vec<_> = flows.iter().map(|flows| (flows.account, days(&flows.days))).collect();
    let on = |day: &str, units| (format!("2026-11-{day}"), units);
    let bank = vec![on("01", -1000), on("02", -10), on("03", -70)];
    assert_eq!(found, [(BANK, bank), (CASH, vec![on("03", 70)])]);
    let movements = reader.regular_movements(&kinds, from, to).await.unwrap();
    let found: Vec<_> = movements.iter().map(|one| (one.payee.0, one.purpose, one.units)).collect();
    assert_eq!(found, [(1, FOOD, -100), (2, RENT, -900)]);
    drop(reader);
    store.close().await;
}
