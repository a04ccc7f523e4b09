use super::books::*;
use crate::{Change, Delta, LOOKED_BACK, Progress, Reader, Store};
use ledger::{
    AccountId, AccountKind, Amount, CommodityId, Day, PayeeId, Posting, Transaction, TransactionId,
};
use planning::{Dealing, comes_again};
use proptest::prelude::*;
use sqlx::AssertSqlSafe;
use std::collections::BTreeMap;
use std::path::Path;
use tempfile::tempdir;

const CARD: AccountId = AccountId(6);
const LOAN: AccountId = AccountId(7);
const OPENING: AccountId = AccountId(8);
const CONVERSION: AccountId = AccountId(9);

/// More than are left to be read from the books each time.
const PAYEES: i64 = 8;

/// Books with an account of each sort and some payees.
async fn books(path: &Path) -> Store {
    let store = ledger(path).await;
    let accounts = [
        (CARD, "Card", AccountKind::Card),
        (LOAN, "Loan", AccountKind::Loan),
        (OPENING, "Opening", AccountKind::Opening),
        (CONVERSION, "Conversion", AccountKind::Conversion),
    ];
    make(&store, "accounts", add(accounts.map(|(id, name, kind)| account(id, name, kind)))).await;
    make(&store, "payees", add((3..=PAYEES).map(|number| payee(number, &format!("Payee {number}"))))).await;
    store
}

type Legs<'a> = &'a [(AccountId, CommodityId, i128)];

fn transaction(date: Day, serial: u32, with: i64, legs: Legs<'_>) -> Transaction {
    let posting = |(account, commodity, quantity): &(AccountId, CommodityId, i128)| {
        Posting::new(*account, Amount::new(units(*quantity), *commodity))
    };
    let legs = legs.iter().map(posting).collect();
    let mut transaction = Transaction::new(TransactionId::new(date, serial), legs).unwrap();
    transaction.payee = Some(PayeeId(with)).filter(|payee| payee.0 > 0);
    transaction
}

#[tokio::test]
async fn days_are_those_of_the_time_asked_for_and_tell_what_was_spent() {
    let folder = tempdir().unwrap();
    let store = books(&folder.path().join("books.coffer")).await;
    let told: [(&str, Legs<'_>); 8] = [
        ("2026-10-31", &[(BANK, BAHT, -1), (FOOD, BAHT, 1)]),
        ("2026-11-01", &[(BANK, BAHT, 5000), (OPENING, BAHT, -5000)]),
        ("2026-11-02", &[(BANK, BAHT, -100), (FOOD, BAHT, 100)]),
        ("2026-11-02", &[(BANK, BAHT, -910), (CASH, BAHT, 900), (RENT, BAHT, 10)]),
        (
            "2026-11-03",
            &[(CARD, ETHER, -7), (CONVERSION, ETHER, 7), (CONVERSION, BAHT, -60), (FOOD, BAHT, 60)],
        ),
        ("2026-11-04", &[(BANK, BAHT, 700), (PAY, BAHT, -700)]),
        ("2026-11-05", &[(BANK, BAHT, -300), (LOAN, BAHT, 250), (RENT, BAHT, 50)]),
        ("2026-12-01", &[(BANK, BAHT, -1), (FOOD, BAHT, 1)]),
    ];
    let told = (1..).zip(told).map(|(serial, (date, legs))| transaction(day(date), serial, 0, legs));
    make(&store, "told", add(told)).await;
    let kinds = [AccountKind::Checking, AccountKind::Cash, AccountKind::Card];
    let mut reader = store.read().await.unwrap();
    let mut found = String::new();
    for flows in reader.daily_flows(&kinds, day("2026-11-01"), day("2026-11-30")).await.unwrap() {
        let days: Vec<String> = flows.days.iter().map(|(day, units)| format!("{day} {units}")).collect();
        let (account, commodity) = (flows.account, flows.commodity);
        found += &format!("{account} {commodity}: {}; {}\n", days.join(", "), flows.spent);
    }
    let expected = "1 1: 2026-11-02 -1010, 2026-11-04 700, 2026-11-05 -300; -160\n\
                    2 1: 2026-11-02 900; 0\n\
                    6 2: 2026-11-03 -7; -7\n";
    assert_eq!(found, expected);
    drop(reader);
    assert_eq!(store.check().await.unwrap(), []);
    store.close().await;
}

/// Legs of transactions of all sorts, of an amount that may take both parts of a quantity.
fn legs(sort: u8, units: i128, fee: i128) -> Vec<(AccountId, CommodityId, i128)> {
    match sort {
        0 => vec![(BANK, BAHT, -units), (FOOD, BAHT, units)],
        1 => vec![(BANK, BAHT, units), (PAY, BAHT, -units)],
        2 => vec![(BANK, BAHT, -units - fee), (CASH, BAHT, units), (RENT, BAHT, fee)],
        3 => vec![(BANK, BAHT, -units - fee), (LOAN, BAHT, units), (RENT, BAHT, fee)],
        4 => vec![(CARD, BAHT, -units), (BANK, BAHT, -fee), (FOOD, BAHT, units + fee)],
        5 => vec![
            (CARD, ETHER, -units),
            (CONVERSION, ETHER, units),
            (CONVERSION, BAHT, -fee),
            (FOOD, BAHT, fee),
        ],
        6 => vec![(CARD, BAHT, units), (FOOD, BAHT, -units)],
        7 => vec![(CASH, BAHT, units), (OPENING, BAHT, -units)],
        _ => vec![(BANK, BAHT, -fee), (FOOD, BAHT, units), (RENT, BAHT, fee - units)],
    }
}

#[derive(Debug, Clone)]
enum Step {
    Add(Vec<(i32, i64, u8, i128, i128)>),
    Move { which: usize, days: i32 },
    Remove { which: usize },
    Kind { kind: AccountKind },
    Undo,
    Redo,
    Look,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    // Few days, payees and amounts, so that some of it comes again.
    let units =
        prop_oneof![9 => (1..4_i128).prop_map(|units| units * 100), 1 => 10_i128.pow(12)..10_i128.pow(24)];
    let one = (0..40_i32, 0..=PAYEES, 0..9_u8, units, 1..3_i128);
    let kinds = prop_oneof![Just(AccountKind::Card), Just(AccountKind::Loan), Just(AccountKind::Liability)];
    let step = prop_oneof![
        4 => proptest::collection::vec(one, 1..90).prop_map(Step::Add),
        2 => (any::<usize>(), -40..40_i32).prop_map(|(which, days)| Step::Move { which, days }),
        1 => any::<usize>().prop_map(|which| Step::Remove { which }),
        1 => kinds.prop_map(|kind| Step::Kind { kind }),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
        3 => Just(Step::Look),
    ];
    proptest::collection::vec(step, 1..14)
}

async fn all(reader: &mut Reader) -> Vec<Transaction> {
    let ids = reader.transaction_ids(None, Day::MIN, Day::MAX, 100_000).await.unwrap();
    reader.transactions(&ids).await.unwrap()
}

/// On the fifth of months, or so.
fn on(month: i32) -> Day {
    day("2023-01-05").offset(month * 30 + month % 4)
}

const TODAY: &str = "2026-02-01";

async fn take(store: &Store, step: &Step, serial: &mut u32) {
    let none = Progress::default();
    let mut writer = store.write().await.unwrap();
    let known = all(&mut writer).await;
    let pick = |which: usize| known.get(which % known.len().max(1)).cloned();
    let changes: Vec<Change> = match step {
        Step::Add(told) => add(told.iter().map(|(month, with, sort, units, fee)| {
            *serial += 1;
            transaction(on(*month), *serial, *with, &legs(*sort, *units, *fee))
        })),
        Step::Move { which, days } => {
            let Some(old) = pick(*which) else { return };
            let id = old.id.moved_to(old.day().offset(*days));
            let mut new = Transaction::new(id, old.postings().to_vec()).unwrap();
            new.payee = old.payee;
            vec![Delta::replaced(old, new).into()]
        }
        Step::Remove { which } => {
            let Some(old) = pick(*which) else { return };
            vec![Delta::removed(old).into()]
        }
        Step::Kind { kind } => {
            let old = writer.accounts().await.unwrap().get(CARD).cloned().unwrap();
            vec![Delta::replaced(old.clone(), ledger::Account { kind: *kind, ..old }).into()]
        }
        // Not what the books began with.
        Step::Undo => {
            let undo = writer.undo_state().await.unwrap().undo;
            if undo.is_some_and(|entry| entry.action == "step") {
                writer.undo(&none).await.unwrap();
            }
            return;
        }
        Step::Redo => return drop(writer.redo(&none).await),
        Step::Look => {
            drop(writer);
            return store.look_at_payees(day(TODAY)).await.unwrap();
        }
    };
    writer.commit(crate::Action::new("step", changes)).await.unwrap();
}

/// What is looked at of each payee, from the transactions themselves.
async fn recent(reader: &mut Reader, today: Day) -> BTreeMap<PayeeId, Vec<Dealing>> {
    let names = reader.names().await.unwrap();
    let mut dealings: BTreeMap<PayeeId, Vec<Dealing>> = BTreeMap::new();
    for one in all(reader).await {
        let Some(payee) = one.payee else { continue };
        dealings.entry(payee).or_default().push(Dealing { id: one.id, payee, sides: names.sides(&one) });
    }
    for dealings in dealings.values_mut() {
        let older = dealings.len().saturating_sub(120);
        dealings.drain(..older);
        dealings.retain(|one| one.id.day() <= today);
        let newest = dealings.last().map_or(today, |newest| newest.id.day());
        dealings.retain(|one| one.id.day() >= newest.offset(-LOOKED_BACK));
    }
    dealings
}

async fn prove(store: &Store) {
    let today = day(TODAY);
    let mut reader = store.read().await.unwrap();
    let names = reader.names().await.unwrap();
    let mut told: BTreeMap<PayeeId, Vec<Dealing>> = BTreeMap::new();
    for dealing in reader.recurring_dealings(&names, today).await.unwrap() {
        told.entry(dealing.payee).or_default().push(dealing);
    }
    let recounted = recent(&mut reader, today).await;
    for (payee, dealings) in &told {
        assert_eq!(recounted.get(payee), Some(dealings));
    }
    for (payee, dealings) in &recounted {
        assert!(told.contains_key(payee) || !comes_again(dealings), "{payee}: {dealings:?}");
    }
    drop(reader);
    assert_eq!(store.check().await.unwrap(), []);
}

async fn raw(store: &Store, sql: &str) {
    let mut connection = store.writer().acquire().await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut *connection).await.unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn days_and_what_comes_again_are_those_of_the_books_after_any_sequence_of_actions(steps in steps()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let folder = tempdir().unwrap();
            let path = folder.path().join("books.coffer");
            let store = books(&path).await;
            let mut serial = 0;
            for step in &steps {
                take(&store, step, &mut serial).await;
                prove(&store).await;
            }
            // A ledger from before there were days.
            raw(&store, "DROP TABLE day_flow; DROP TABLE payee_recent; PRAGMA user_version = 4").await;
            store.close().await;
            drop(store);
            let store = Store::open(&path, key(7), options()).await.unwrap();
            prove(&store).await;
            store.look_at_payees(day(TODAY)).await.unwrap();
            prove(&store).await;
            store.close().await;
        });
    }
}

#[tokio::test]
async fn check_names_days_and_payees_that_are_not_what_the_books_say() {
    let folder = tempdir().unwrap();
    let store = books(&folder.path().join("books.coffer")).await;
    let rent = |serial| transaction(on(serial), serial.unsigned_abs(), 1, &legs(0, 900, 1));
    let shop = |serial: i32| transaction(on(serial), serial.unsigned_abs() + 50, 2, &legs(0, 7, 1));
    make(&store, "rent", add((1..9).map(rent).chain([shop(3)]))).await;
    raw(&store, "INSERT INTO payee_recent (payee_id) SELECT id FROM payee WHERE TRUE ON CONFLICT DO NOTHING")
        .await;
    store.look_at_payees(day(TODAY)).await.unwrap();
    prove(&store).await;
    let kept: Vec<i64> = sqlx::query_scalar("SELECT payee_id FROM payee_recent")
        .fetch_all(store.read().await.unwrap().connection())
        .await
        .unwrap();
    assert_eq!(kept, [1]);
    raw(&store, "DELETE FROM payee_recent; UPDATE day_flow SET spent_low = 1 WHERE day = 19393").await;
    let found: Vec<String> = store.check().await.unwrap().iter().map(ToString::to_string).collect();
    for expected in [
        "day_flow: account 1 commodity 1 day 19393 is stored as 1 from 0, recomputed as -900 from 0",
        "payee_recent: payee 1 is stored as nothing, recomputed as [[",
    ] {
        assert!(found.iter().any(|text| text.starts_with(expected)), "{expected} in {found:#?}");
    }
    store.close().await;
}
