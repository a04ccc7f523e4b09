use super::books::*;
use crate::{Action, Change, Delta, Difference, Progress, Store, StoreError};
use ledger::TransactionId;
use planning::{
    BillDecision, BillDecisionId, Exception, Mode, OwnHoliday, Part, Planned, Recurrence, Schedule,
    ScheduleId, Shift, Standing,
};
use proptest::prelude::*;
use tempfile::tempdir;

const RENTAL: ScheduleId = ScheduleId(1);

fn schedule() -> Schedule {
    Schedule {
        id: RENTAL,
        name: "Rent".into(),
        recurrence: Recurrence::by_rule(day("2026-01-31"), "FREQ=MONTHLY;BYMONTHDAY=-1", Shift::Before)
            .unwrap(),
        country: Some("TH".into()),
        since: day("2026-01-01"),
        mode: Mode::Post,
        remind: Some(3),
        payee: Some(ledger::PayeeId(2)),
        account: BANK,
        commodity: BAHT,
        planned: Planned::Range { least: units(-900), most: units(-1100) },
        parts: vec![
            Part { account: RENT, quantity: None },
            Part { account: FOOD, quantity: Some(units(100)) },
        ],
        note: "flat 12".into(),
        tags: Vec::new(),
    }
}

fn posted(nominal: &str, transaction: TransactionId) -> Exception {
    Exception {
        day: Some(day(nominal).offset(-1)),
        quantity: Some(units(-1000)),
        standing: Standing::Posted { transaction },
        ..Exception::none(RENTAL, day(nominal))
    }
}

type Kept = ((Vec<Schedule>, Vec<Exception>), Vec<BillDecision>, Vec<OwnHoliday>);

async fn kept(store: &Store) -> Kept {
    let mut reader = store.read().await.unwrap();
    let kept = (reader.schedules().await.unwrap(), reader.exceptions(None).await.unwrap());
    (kept, reader.bill_decisions().await.unwrap(), reader.own_holidays().await.unwrap())
}

#[tokio::test]
async fn what_comes_again_is_kept_undone_and_made_again_after_a_restart_too() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("books.coffer");
    let store = ledger(&path).await;
    let rent = spend("2026-01-30", 1, RENT, 1000, "rent");
    let decision = BillDecision {
        id: BillDecisionId(1),
        payee: ledger::PayeeId(2),
        purpose: RENT,
        commodity: BAHT,
        anchor: 1,
        dismissed: false,
        schedule: Some(RENTAL),
        note: "cancel by phone".into(),
    };
    let holiday = OwnHoliday { country: "TH".into(), day: day("2026-05-29"), name: None };
    let mut changes = add([schedule()]);
    changes.extend(add([posted("2026-01-31", rent.id)]));
    changes.extend(add([rent]));
    changes.extend(add([decision.clone()]));
    changes.extend(add([holiday.clone()]));
    make(&store, "schedule_add", changes).await;
    store.close().await;
    drop(store);

    let store = Store::open(&path, key(7), options()).await.unwrap();
    let found = kept(&store).await;
    let all =
        ((vec![schedule()], vec![posted("2026-01-31", id("2026-01-30", 1))]), vec![decision], vec![holiday]);
    assert_eq!(found, all);
    store.write().await.unwrap().undo(&Progress::default()).await.unwrap();
    assert_eq!(kept(&store).await, ((vec![], vec![]), vec![], vec![]));
    assert_eq!(store.check().await.unwrap(), []);
    store.close().await;
    drop(store);

    let store = Store::open(&path, key(7), options()).await.unwrap();
    store.write().await.unwrap().redo(&Progress::default()).await.unwrap();
    assert_eq!(kept(&store).await, all);
    assert_eq!(store.check().await.unwrap(), []);
    store.close().await;
}

#[tokio::test]
async fn a_posted_occurrence_never_loses_its_transaction() {
    let folder = tempdir().unwrap();
    let store = ledger(&folder.path().join("books.coffer")).await;
    let rent = spend("2026-01-30", 1, RENT, 1000, "rent");
    make(&store, "schedule_add", add([schedule()])).await;
    let both = [add([posted("2026-01-31", rent.id)]), add([rent.clone()])].concat();
    make(&store, "schedule_post", both).await;
    let moved = {
        let mut after = rent.clone();
        after.id = after.id.moved_to(day("2026-02-02"));
        after
    };
    for (what, change) in [
        ("deleted", Change::from(Delta::removed(rent.clone()))),
        ("moved", Delta::replaced(rent.clone(), moved.clone()).into()),
        ("named by another occurrence", Delta::added(posted("2026-02-28", rent.id)).into()),
        ("never made", Delta::added(posted("2026-03-31", id("2026-03-31", 9))).into()),
    ] {
        let refused = store.write().await.unwrap().commit(Action::new("change", vec![change])).await;
        let told = matches!(refused, Err(StoreError::InUse { .. } | StoreError::Taken { .. }));
        assert!(told, "{what}: {refused:?}");
    }
    let before = posted("2026-01-31", rent.id);
    let follows = Exception { standing: before.standing.with_transaction(moved.id), ..before };
    let changes = vec![Delta::replaced(rent, moved).into(), Delta::replaced(before, follows).into()];
    make(&store, "transaction_edit", changes).await;
    assert_eq!(store.check().await.unwrap(), []);
    store.close().await;
}

#[tokio::test]
async fn marks_are_never_taken_back() {
    let folder = tempdir().unwrap();
    let store = ledger(&folder.path().join("books.coffer")).await;
    make(&store, "schedule_add", add([schedule()])).await;
    let rent = spend("2026-01-30", 1, RENT, 1000, "rent");
    let mut writer = store.write().await.unwrap();
    writer.note_auto_posted(RENTAL, day("2026-01-31")).await.unwrap();
    let changes = [add([posted("2026-01-31", rent.id)]), add([rent])].concat();
    writer.commit(Action::new("schedule_post", changes)).await.unwrap();
    store.write().await.unwrap().keep_mark("seen", 20_000).await.unwrap();
    for _ in 0..2 {
        store.write().await.unwrap().undo(&Progress::default()).await.unwrap();
    }
    let mut reader = store.read().await.unwrap();
    assert_eq!(reader.exceptions(None).await.unwrap(), []);
    assert_eq!(reader.auto_posted(RENTAL).await.unwrap(), [day("2026-01-31")].into());
    assert_eq!(reader.mark("seen").await.unwrap(), Some(20_000));
    drop(reader);
    // What fails is not remembered either.
    let mut writer = store.write().await.unwrap();
    writer.note_auto_posted(RENTAL, day("2026-02-28")).await.unwrap();
    let missing = Change::from(Delta::added(posted("2026-02-28", id("2026-02-28", 5))));
    writer.commit(Action::new("schedule_post", vec![missing])).await.unwrap_err();
    assert_eq!(store.read().await.unwrap().auto_posted(RENTAL).await.unwrap().len(), 1);
    store.close().await;
}

#[tokio::test]
async fn a_schedule_that_cannot_be_followed_is_named_by_the_check() {
    let folder = tempdir().unwrap();
    let store = ledger(&folder.path().join("books.coffer")).await;
    make(&store, "schedule_add", add([schedule()])).await;
    for (sql, word) in [
        ("UPDATE schedule SET rule = 'FREQ=SOMETIMES'", "SOMETIMES"),
        ("UPDATE schedule SET rule = NULL; UPDATE schedule_part SET high = 0, low = 5", "0 of its parts"),
    ] {
        let mut connection = store.writer().acquire().await.unwrap();
        sqlx::raw_sql(sql).execute(&mut *connection).await.unwrap();
        drop(connection);
        let found = store.check().await.unwrap();
        let [Difference::Schedule { id: 1, what }] = found.as_slice() else { panic!("{found:?}") };
        assert!(what.contains(word), "{what}");
    }
    store.close().await;
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn an_occurrence_is_posted_at_most_once_in_any_order(steps in proptest::collection::vec((0..5_u8, 0..3_i32), 1..30)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let folder = tempdir().unwrap();
            let path = folder.path().join("books.coffer");
            let mut store = ledger(&path).await;
            make(&store, "schedule_add", add([schedule()])).await;
            let mut serial = 0;
            for (step, month) in steps {
                match step {
                    // Posting is tried again whatever is there already.
                    0 | 1 => {
                        serial += 1;
                        let nominal = ["2026-01-31", "2026-02-28", "2026-03-31"][usize::try_from(month).unwrap()];
                        let rent = spend(nominal, serial, RENT, 1000, "rent");
                        let changes = [add([posted(nominal, rent.id)]), add([rent])].concat();
                        let posted = store.write().await.unwrap().commit(Action::new("schedule_post", changes)).await;
                        // Undo may have gone back to before there were accounts.
                        let told = matches!(posted, Ok(_) | Err(StoreError::Stale { .. } | StoreError::InUse { .. }));
                        assert!(told, "{posted:?}");
                    }
                    2 => drop(store.write().await.unwrap().undo(&Progress::default()).await),
                    3 => drop(store.write().await.unwrap().redo(&Progress::default()).await),
                    _ => {
                        store.close().await;
                        drop(store);
                        store = Store::open(&path, key(7), options()).await.unwrap();
                    }
                }
                let mut reader = store.read().await.unwrap();
                let told = reader.exceptions(None).await.unwrap();
                let (_, ids) = reader.recent(0, 100).await.unwrap();
                assert!(ids.len() <= 3 && ids.len() == told.len(), "{told:?} {ids:?}");
            }
            assert_eq!(store.check().await.unwrap(), []);
            store.close().await;
        });
    }
}
