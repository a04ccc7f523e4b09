//! Goals, floors, scenarios and what was put away.

use super::books::*;
use crate::{Delta, Progress, Store};
use ledger::PayeeId;
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
