use super::books::*;
use crate::{Action, Attachment, Delta, Store, StoreError};
use ledger::{Amount, AttachmentId, Posting, Price, Statement, StatementId, Status, Transaction};
use sqlx::AssertSqlSafe;
use tempfile::tempdir;

/// Runs raw SQL on a connection of its own, as another program with the key would.
async fn raw(store: &Store, sql: &str) -> Result<(), String> {
    let mut connection = store.writer().acquire().await.unwrap();
    let sql = sqlx::raw_sql(AssertSqlSafe(sql.to_owned()));
    let answer = sql.execute(&mut *connection).await.map(|_| ()).map_err(|error| error.to_string());
    // Errors inside a transaction leave it open.
    let _ = sqlx::raw_sql("ROLLBACK").execute(&mut *connection).await;
    answer
}

#[tokio::test]
async fn raw_sql_cannot_unbalance_the_books() {
    let folder = tempdir().unwrap();
    let store = ledger(&folder.path().join("books.coffer")).await;
    make(&store, "add", add([spend("2026-11-01", 1, FOOD, 100, "lunch")])).await;
    let number = id("2026-11-01", 1).number();
    let leg = |txn: i64, ordinal: i64, account: i64, low: i64| {
        format!(
            "INSERT INTO posting (txn_id, commodity_id, ordinal, account_id, low) VALUES ({txn}, 1, {ordinal}, {account}, {low})"
        )
    };
    for (case, sql, refusal) in [
        ("a third leg", leg(number, 2, 1, 5), "sealed"),
        ("another amount", format!("UPDATE posting SET low = low + 1 WHERE txn_id = {number}"), "sealed"),
        ("a leg less", format!("DELETE FROM posting WHERE txn_id = {number} AND ordinal = 0"), "sealed"),
        (
            "a leg moved",
            format!("UPDATE posting SET txn_id = 77 WHERE txn_id = {number} AND ordinal = 0"),
            "sealed",
        ),
        ("another id", format!("UPDATE txn SET id = id + 1 WHERE id = {number}"), "keeps its id"),
        (
            "another id by its other name",
            format!("UPDATE txn SET rowid = 77 WHERE id = {number}"),
            "keeps its id",
        ),
        ("another in its place", format!("INSERT OR REPLACE INTO txn (id) VALUES ({number})"), "unbalanced"),
        (
            "an id that the statement does not give",
            format!(
                "BEGIN; {}; {}; {}; {}; INSERT INTO txn (note) VALUES ('next'); COMMIT",
                leg(-1, 0, 1, -5),
                leg(-1, 1, 3, 5),
                leg(number + 1, 0, 1, -5),
                leg(number + 1, 1, 3, 4)
            ),
            "unbalanced",
        ),
        (
            "one leg",
            format!("BEGIN; {}; INSERT INTO txn (id) VALUES (99); COMMIT", leg(99, 0, 1, 0)),
            "unbalanced",
        ),
        ("no legs", "INSERT INTO txn (id) VALUES (99)".into(), "unbalanced"),
        (
            "two legs that differ",
            format!(
                "BEGIN; {}; {}; INSERT INTO txn (id) VALUES (99); COMMIT",
                leg(99, 0, 1, -5),
                leg(99, 1, 3, 4)
            ),
            "unbalanced",
        ),
        (
            "legs without transaction",
            format!("BEGIN; {}; {}; COMMIT", leg(99, 0, 1, -5), leg(99, 1, 3, 5)),
            "FOREIGN KEY",
        ),
        ("history rewritten", "UPDATE history SET action = 'x'".into(), "append-only"),
        ("history cut", "DELETE FROM history_part".into(), "append-only"),
    ] {
        let answer = raw(&store, &sql).await;
        assert!(answer.as_ref().is_err_and(|text| text.contains(refusal)), "{case}: {answer:?}");
    }
    assert_eq!(store.check().await.unwrap(), []);
    store.close().await;
}

#[tokio::test]
async fn raw_sql_may_add_what_balances_across_both_parts_of_large_amounts() {
    let folder = tempdir().unwrap();
    let store = ledger(&folder.path().join("books.coffer")).await;
    let leg = |ordinal: i64, account: i64, high: i64, low: i64| {
        format!(
            "INSERT INTO posting (txn_id, commodity_id, ordinal, account_id, high, low)
             VALUES (99, 2, {ordinal}, {account}, {high}, {low})"
        )
    };
    let legs = [leg(0, 1, -1, 0), leg(1, 3, 0, 999_999_999_999), leg(2, 3, 0, 1)].join(";");
    raw(&store, &format!("BEGIN; {legs}; INSERT INTO txn (id) VALUES (99); COMMIT")).await.unwrap();
    store.close().await;
}

#[tokio::test]
async fn check_names_what_raw_sql_did_behind_the_sums() {
    let folder = tempdir().unwrap();
    let store = ledger(&folder.path().join("books.coffer")).await;
    make(&store, "add", add([spend("2026-11-01", 1, FOOD, 100, "lunch")])).await;
    raw(&store, "DELETE FROM txn").await.unwrap();
    raw(&store, "INSERT INTO month_count VALUES (7, 3)").await.unwrap();
    raw(&store, "UPDATE month_payee SET low = 5").await.unwrap();
    let found: Vec<String> = store.check().await.unwrap().iter().map(ToString::to_string).collect();
    for expected in [
        "month_balance: account 1 commodity 1 month 682 is stored as -100 from 1, recomputed as nothing",
        "month_payee: month 682 account 3 payee 0 commodity 1 is stored as 5 from 1, recomputed as nothing",
        "month_count: month 7 is stored as 0 from 3, recomputed as nothing",
        "habit: word lunch account 3 is stored as 0 from 1, recomputed as nothing",
        "search: 1 transactions are indexed but not there",
    ] {
        assert!(found.iter().any(|text| text == expected), "{expected} in {found:#?}");
    }
    store.close().await;
}

fn price(date: &str) -> Price {
    Price { commodity: ETHER, quote: BAHT, day: day(date), rate: 3.into() }
}

fn statement(number: i64, date: &str) -> Statement {
    let balance = Amount::new(units(5), BAHT);
    Statement { id: StatementId(number), account: BANK, day: day(date), balance, reconciled: false }
}

/// SHA-256 of no bytes at all.
const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

fn receipt(number: i64, transaction_serial: u32) -> Attachment {
    Attachment {
        id: AttachmentId(number),
        transaction_serial,
        name: "receipt".into(),
        media_type: "text/plain".into(),
        size: 0,
        sha256: EMPTY.into(),
    }
}

#[tokio::test]
async fn a_closed_period_takes_no_change() {
    let folder = tempdir().unwrap();
    let store = ledger(&folder.path().join("books.coffer")).await;
    let old = spend("2026-01-31", 1, FOOD, 100, "lunch");
    make(&store, "add", add([old.clone()])).await;
    let closing = crate::table::Setting {
        name: "closed_through".into(),
        value: day("2026-01-31").number().to_string(),
    };
    make(&store, "close", add([closing])).await;
    raw(&store, &format!("INSERT INTO content VALUES (x'{EMPTY}', x'')")).await.unwrap();
    for (case, changes, allowed) in [
        ("new on its last day", add([spend("2026-01-31", 2, FOOD, 1, "")]), false),
        ("taken from its last day", vec![Delta::removed(old.clone()).into()], false),
        ("new on the day after", add([spend("2026-02-01", 3, FOOD, 1, "")]), true),
        ("a price of its last day", add([price("2026-01-31")]), false),
        ("a price of the day after", add([price("2026-02-01")]), true),
        (
            "a price moved into it",
            vec![Delta::replaced(price("2026-02-01"), price("2026-01-30")).into()],
            false,
        ),
        ("a statement of its last day", add([statement(1, "2026-01-31")]), false),
        ("a statement of the day after", add([statement(2, "2026-02-01")]), true),
        ("a receipt of one of its transactions", add([receipt(1, 1)]), false),
        ("a receipt of the day after", add([receipt(2, 3)]), true),
    ] {
        let answer = store.write().await.unwrap().commit(Action::new("change", changes)).await;
        match answer {
            Ok(_) => assert!(allowed, "{case}"),
            Err(StoreError::PeriodClosed { through }) => {
                assert!(!allowed && through == day("2026-01-31"), "{case}");
            }
            Err(other) => panic!("{case}: {other}"),
        }
    }
    assert_eq!(store.check().await.unwrap(), []);
    store.close().await;
}

#[tokio::test]
async fn a_wrong_key_a_foreign_file_and_a_newer_ledger_are_refused() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("books.coffer");
    let missing = Store::open(&path, key(7), options()).await.err().unwrap();
    assert!(matches!(missing, StoreError::NotFound { .. }), "{missing}");
    let store = ledger(&path).await;
    let busy = Store::open(&path, key(7), options()).await.err().unwrap();
    assert!(busy.to_string().contains(&format!("process {}", std::process::id())), "{busy}");
    raw(&store, "PRAGMA user_version = 99").await.unwrap();
    store.close().await;
    drop(store);
    let newer = Store::open(&path, key(7), options()).await.err().unwrap();
    assert!(
        matches!(newer, StoreError::Newer { found: 99, known } if known == crate::migration::newest()),
        "{newer}"
    );
    let wrong = Store::open(&path, key(8), options()).await.err().unwrap();
    assert!(matches!(wrong, StoreError::WrongKeyOrDamaged { .. }), "{wrong}");
    assert!(matches!(Store::create(&path, key(7), options()).await.err(), Some(StoreError::Exists { .. })));
    std::fs::write(folder.path().join("other"), [7; 8192]).unwrap();
    let foreign = Store::open(&folder.path().join("other"), key(7), options()).await.err().unwrap();
    assert!(matches!(foreign, StoreError::WrongKeyOrDamaged { .. }), "{foreign}");
}

#[tokio::test]
async fn nothing_of_the_books_can_be_read_from_the_files_and_only_their_owner_may_open_them() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("books.coffer");
    let store = ledger(&path).await;
    make(&store, "add", add([spend("2026-11-01", 1, FOOD, 100, "canary lunch")])).await;
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        for needle in [&b"canary"[..], b"SQLite format", "ป้าแดง".as_bytes(), b"CREATE TABLE"] {
            assert!(!bytes.windows(needle.len()).any(|window| window == needle), "{}", path.display());
        }
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(&path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode, 0o600, "{}", path.display());
        }
    }
    store.close().await;
}

#[tokio::test]
async fn what_no_longer_is_as_it_was_is_not_changed() {
    let folder = tempdir().unwrap();
    let store = ledger(&folder.path().join("books.coffer")).await;
    let lunch = spend("2026-11-01", 1, FOOD, 100, "lunch");
    make(&store, "add", add([lunch.clone()])).await;
    let mut noted = lunch.clone();
    noted.note = "with Nok".into();
    make(&store, "edit", vec![Delta::replaced(lunch.clone(), noted).into()]).await;
    let stale: Vec<crate::Change> = vec![Delta::removed(lunch).into()];
    let answer = store.write().await.unwrap().commit(Action::new("remove", stale)).await;
    assert!(matches!(answer, Err(StoreError::Stale { .. })), "{answer:?}");
    assert_eq!(store.check().await.unwrap(), []);
    store.close().await;
}

#[tokio::test]
async fn an_account_in_use_and_a_taken_name_are_refused_in_words() {
    let folder = tempdir().unwrap();
    let store = ledger(&folder.path().join("books.coffer")).await;
    make(&store, "add", add([spend("2026-11-01", 1, FOOD, 100, "lunch")])).await;
    let food = account(FOOD, "Food", ledger::AccountKind::Expense);
    let removed = Action::new("remove", vec![Delta::removed(food).into()]);
    let answer = store.write().await.unwrap().commit(removed).await;
    assert!(matches!(answer, Err(StoreError::InUse { .. })), "{answer:?}");
    let twice = Action::new("add", add([payee(9, "Garden Café")]));
    let answer = store.write().await.unwrap().commit(twice).await.unwrap_err();
    assert_eq!(answer.to_string(), "this payee exists already");
    store.close().await;
}

#[tokio::test]
async fn amounts_of_eighteen_decimals_beyond_64_bits_are_kept_and_summed_exactly() {
    let folder = tempdir().unwrap();
    let store = ledger(&folder.path().join("books.coffer")).await;
    let amount = 1_234_567_890_123_456_789_012_345_678_i128;
    let legs = |units_: i128| {
        vec![
            Posting { status: Status::Cleared, ..Posting::new(BANK, Amount::new(units(units_), ETHER)) },
            Posting::new(PAY, Amount::new(units(-units_), ETHER)),
        ]
    };
    let transactions: Vec<Transaction> = (1..=40)
        .map(|serial| Transaction::new(id("2026-11-01", serial), legs(amount + i128::from(serial))).unwrap())
        .collect();
    make(&store, "add", add(transactions)).await;
    let mut reader = store.read().await.unwrap();
    let balances = reader.balances(None).await.unwrap();
    let bank = balances.iter().find(|balance| balance.account == BANK).unwrap();
    assert_eq!((bank.quantity.units(), bank.postings), (amount * 40 + 820, 40));
    let page = reader.register(BANK, 39, 5).await.unwrap();
    assert_eq!(page.rows[0].balance.quantity.units(), amount + 1);
    drop(reader);
    assert_eq!(store.check().await.unwrap(), []);
    store.close().await;
}

#[tokio::test]
async fn what_would_take_a_balance_beyond_any_quantity_is_refused() {
    let folder = tempdir().unwrap();
    let store = ledger(&folder.path().join("books.coffer")).await;
    let pay = |date: &str, serial: u32, units_: i128| {
        let legs = [(BANK, -units_), (PAY, units_)];
        let legs = legs.map(|(account, units_)| Posting::new(account, Amount::new(units(units_), ETHER)));
        Transaction::new(id(date, serial), legs.to_vec()).unwrap()
    };
    let most = (1_i128 << 96) - 1;
    make(&store, "add", add([pay("2026-11-01", 1, most)])).await;
    for (case, more) in [
        ("in the same month", vec![pay("2026-11-02", 2, 1)]),
        ("in a later month", vec![pay("2027-01-02", 2, 1)]),
        ("for a while", vec![pay("2026-01-02", 2, 1), pay("2027-01-02", 3, -1)]),
        ("many times", (2..200).map(|serial| pay("2026-12-02", serial, most)).collect()),
    ] {
        let answer = store.write().await.unwrap().commit(Action::new("add", add(more))).await;
        assert!(matches!(answer, Err(StoreError::Quantity(_))), "{case}: {answer:?}");
    }
    make(&store, "add", add([pay("2026-11-02", 2, -most), pay("2027-01-02", 3, most)])).await;
    assert_eq!(store.check().await.unwrap(), []);
    store.close().await;
}
