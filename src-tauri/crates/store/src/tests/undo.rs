use super::books::*;
use crate::{Action, Change, Delta, Progress, Store, StoreError};
use ledger::{AccountId, Day, Transaction, TransactionId};
use proptest::prelude::*;
use tempfile::tempdir;

/// Everything a person can see, to compare before and after.
async fn picture(store: &Store) -> String {
    let mut reader = store.read().await.unwrap();
    let ids = reader.transaction_ids(None, Day::MIN, Day::MAX, 100_000).await.unwrap();
    let transactions = reader.transactions(&ids).await.unwrap();
    let payees = reader.payees().await.unwrap();
    let mut balances = reader.balances(None).await.unwrap();
    balances.sort_by_key(|balance| (balance.account, balance.commodity));
    let found = reader.search("lunch", 10).await.unwrap();
    format!("{transactions:#?} {payees:?} {balances:?} {found:?}")
}

#[tokio::test]
async fn actions_are_taken_back_and_made_again_in_order_after_a_restart_too() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("books.coffer");
    let mut store = ledger(&path).await;
    let mut pictures = vec![picture(&store).await];
    let lunch = spend("2026-11-01", 1, FOOD, 100, "lunch");
    let mut dinner = lunch.clone();
    dinner.description = "dinner".into();
    dinner.payee = Some(ledger::PayeeId(2));
    for changes in [
        add([lunch.clone()]),
        vec![Delta::replaced(lunch, dinner.clone()).into()],
        vec![Delta::replaced(payee(2, "Garden Café"), payee(2, "Lunch Garden")).into()],
        vec![Delta::removed(dinner).into()],
    ] {
        make(&store, "step", changes).await;
        pictures.push(picture(&store).await);
    }
    let none = Progress::default();
    for round in 0..3 {
        for step in (0..4).rev() {
            store.write().await.unwrap().undo(&none).await.unwrap();
            assert_eq!(picture(&store).await, pictures[step], "round {round}, undo to {step}");
            if step == 2 {
                store.close().await;
                drop(store);
                store = Store::open(&path, key(7), options()).await.unwrap();
            }
        }
        for (step, expected) in pictures.iter().enumerate().skip(1) {
            store.write().await.unwrap().redo(&none).await.unwrap();
            assert_eq!(&picture(&store).await, expected, "round {round}, redo to {step}");
        }
        let redo = store.write().await.unwrap().redo(&none).await;
        assert!(matches!(redo, Err(StoreError::NothingTo { verb: "redo" })), "{redo:?}");
    }
    assert_eq!(store.check().await.unwrap(), []);
    store.close().await;
}

#[tokio::test]
async fn a_new_action_after_an_undo_ends_what_could_be_redone() {
    let folder = tempdir().unwrap();
    let store = ledger(&folder.path().join("books.coffer")).await;
    make(&store, "first", add([spend("2026-11-01", 1, FOOD, 1, "a")])).await;
    make(&store, "second", add([spend("2026-11-01", 2, FOOD, 1, "b")])).await;
    let none = Progress::default();
    store.write().await.unwrap().undo(&none).await.unwrap();
    make(&store, "third", add([spend("2026-11-01", 3, FOOD, 1, "c")])).await;
    let state = store.read().await.unwrap().undo_state().await.unwrap();
    assert_eq!((state.undo.unwrap().action.as_str(), state.redo), ("third", None));
    store.write().await.unwrap().undo(&none).await.unwrap();
    let state = store.read().await.unwrap().undo_state().await.unwrap();
    assert_eq!(state.undo.unwrap().action, "first");
    assert_eq!(state.redo.unwrap().action, "third");
    store.close().await;
}

#[tokio::test]
async fn an_earlier_action_is_reverted_unless_later_ones_touched_the_same() {
    let folder = tempdir().unwrap();
    let store = ledger(&folder.path().join("books.coffer")).await;
    let (a, b) = (spend("2026-11-01", 1, FOOD, 1, "a"), spend("2026-11-01", 2, FOOD, 1, "b"));
    let first = make(&store, "first", add([a])).await;
    let second = make(&store, "second", add([b.clone()])).await;
    let mut edited = b.clone();
    edited.note = "edited".into();
    make(&store, "third", vec![Delta::replaced(b, edited).into()]).await;
    let none = Progress::default();
    let refused = store.write().await.unwrap().revert(second.seq, &none).await;
    assert!(matches!(refused, Err(StoreError::Stale { .. })), "{refused:?}");
    store.write().await.unwrap().revert(first.seq, &none).await.unwrap();
    let mut reader = store.read().await.unwrap();
    assert_eq!(reader.recent(0, 10).await.unwrap(), (1, vec![id("2026-11-01", 2)]));
    drop(reader);
    store.write().await.unwrap().undo(&none).await.unwrap();
    assert_eq!(store.read().await.unwrap().recent(0, 10).await.unwrap().0, 2);
    assert_eq!(store.check().await.unwrap(), []);
    store.close().await;
}

#[tokio::test]
async fn work_that_is_cancelled_leaves_nothing_behind() {
    let folder = tempdir().unwrap();
    let store = ledger(&folder.path().join("books.coffer")).await;
    let before = picture(&store).await;
    let many = (1..=40_000).map(|serial| spend("2026-11-01", serial, FOOD, 1, "x"));
    let progress = Progress::default();
    progress.cancel();
    let answer = store.write().await.unwrap().commit_with(Action::new("many", add(many)), &progress).await;
    assert!(matches!(answer, Err(StoreError::Cancelled)), "{answer:?}");
    assert_eq!(picture(&store).await, before);
    store.close().await;
}

#[derive(Debug, Clone)]
enum Step {
    Add { date: i32, category: i64, amount: i128 },
    Edit { which: usize, category: i64 },
    Move { which: usize, days: i32 },
    Remove { which: usize },
    Undo,
    Redo,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => (20_000..20_100_i32, 3..=5_i64, 1..10_000_i128)
            .prop_map(|(date, category, amount)| Step::Add { date, category, amount }),
        2 => (any::<usize>(), 3..=5_i64).prop_map(|(which, category)| Step::Edit { which, category }),
        2 => (any::<usize>(), -40..40_i32).prop_map(|(which, days)| Step::Move { which, days }),
        2 => any::<usize>().prop_map(|which| Step::Remove { which }),
        3 => Just(Step::Undo),
        2 => Just(Step::Redo),
    ];
    proptest::collection::vec(step, 1..40)
}

/// Takes the step; answers the change of the model's undo and redo stacks.
async fn take(store: &Store, step: &Step, serial: u32) -> bool {
    let none = Progress::default();
    let mut writer = store.write().await.unwrap();
    let ids = writer.transaction_ids(None, Day::MIN, Day::MAX, 1000).await.unwrap();
    let pick = |which: usize| ids.get(which % ids.len().max(1)).copied();
    let target = match step {
        Step::Edit { which, .. } | Step::Move { which, .. } | Step::Remove { which } => pick(*which),
        _ => None,
    };
    let old = match target {
        Some(id) => writer.transactions(&[id]).await.unwrap().pop(),
        None => None,
    };
    let retarget = |old: &Transaction, id: TransactionId, category: AccountId| {
        let amount = old.postings()[1].amount.quantity.units();
        spend(&id.day().to_string(), id.serial(), category, amount, &old.description)
    };
    let changes: Vec<Change> = match (step, old) {
        (Step::Add { date, category, amount }, _) => {
            let date = Day::from_number((*date).into()).unwrap().to_string();
            add([spend(&date, serial, AccountId(*category), *amount, "lunch")])
        }
        (Step::Edit { category, .. }, Some(old)) => {
            let new = retarget(&old, old.id, AccountId(*category));
            vec![Delta::replaced(old, new).into()]
        }
        (Step::Move { days, .. }, Some(old)) => {
            let new = retarget(&old, old.id.moved_to(old.day().offset(*days)), old.postings()[1].account);
            vec![Delta::replaced(old, new).into()]
        }
        (Step::Remove { .. }, Some(old)) => vec![Delta::removed(old).into()],
        (Step::Undo, _) => return writer.undo(&none).await.is_ok(),
        (Step::Redo, _) => return writer.redo(&none).await.is_ok(),
        _ => return false,
    };
    writer.commit(Action::new("step", changes)).await.is_ok()
}

#[tokio::test]
async fn a_connection_that_checks_again_sees_the_index_as_it_is_now() {
    use Step::{Add, Edit, Move, Redo, Remove, Undo};
    let folder = tempdir().unwrap();
    let store = ledger(&folder.path().join("books.coffer")).await;
    let (which, category) = (0, 3);
    let steps = [
        Add { date: 20_000, category, amount: 1 },
        Undo,
        Redo,
        Undo,
        Redo,
        Undo,
        Redo,
        Move { which, days: -34 },
        Edit { which, category: 5 },
        Move { which, days: -16 },
        Remove { which },
        Undo,
        Undo,
        Undo,
        Undo,
        Edit { which, category },
        Move { which, days: 4 },
        Undo,
        Undo,
        Redo,
    ];
    for (serial, step) in (1..).zip(&steps) {
        take(&store, step, serial).await;
        assert_eq!(store.check().await.unwrap(), [], "after step {serial}, {step:?}");
    }
    store.close().await;
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_sequence_of_actions_undos_and_redos_matches_a_list_of_pictures(steps in steps()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let folder = tempdir().unwrap();
            let store = ledger(&folder.path().join("books.coffer")).await;
            // pictures[at] is the present; the setup itself is never undone here.
            let mut pictures = vec![picture(&store).await];
            let mut at = 0;
            for (serial, step) in (1..).zip(&steps) {
                if matches!(step, Step::Undo) && at == 0 {
                    continue;
                }
                let done = take(&store, step, serial).await;
                match step {
                    Step::Undo => { prop_assert!(done); at -= 1; }
                    Step::Redo => {
                        prop_assert_eq!(done, at + 1 < pictures.len());
                        if done { at += 1; }
                    }
                    _ if done => {
                        pictures.truncate(at + 1);
                        pictures.push(picture(&store).await);
                        at += 1;
                    }
                    _ => {}
                }
                prop_assert_eq!(&picture(&store).await, &pictures[at]);
            }
            prop_assert_eq!(store.check().await.unwrap(), []);
            store.close().await;
            Ok(())
        })?;
    }
}
