use super::books::*;
use crate::{Change, Delta, Progress, Store};
use ledger::{
    Account, AccountId, AccountKind, Amount, CommodityId, Posting, Price, Transaction, TransactionId,
};
use planning::{Budget, BudgetId, Cadence, Flow, Method, MonthDay, Move, MoveId, PeriodFlows, Purse};
use tempfile::tempdir;

const CARD: AccountId = AccountId(6);
const DOLLARS: AccountId = AccountId(7);
const CONVERSION: AccountId = AccountId(8);

fn budget(number: i64, commodity: CommodityId, cadence: Cadence) -> Budget {
    Budget {
        id: BudgetId(number),
        name: format!("Budget {number}"),
        commodity,
        method: Method::Envelope,
        cadence,
        since: day("2026-01-01"),
        accounts: None,
        archived: false,
    }
}

fn months() -> Cadence {
    Cadence::Month { starts: MonthDay::FIRST }
}

fn transaction(date: &str, serial: u32, legs: &[(AccountId, CommodityId, i128)]) -> Transaction {
    let posting = |(account, commodity, quantity): &(AccountId, CommodityId, i128)| {
        Posting::new(*account, Amount::new(units(*quantity), *commodity))
    };
    Transaction::new(TransactionId::new(day(date), serial), legs.iter().map(posting).collect()).unwrap()
}

/// Books with a card, a wallet in another commodity and some transactions in three months.
async fn books(path: &std::path::Path) -> Store {
    let store = ledger(path).await;
    let wallet = Account { commodity: Some(ETHER), ..account(DOLLARS, "Coins", AccountKind::Wallet) };
    let accounts = add([
        account(CARD, "Card", AccountKind::Card),
        wallet,
        account(CONVERSION, "Conversion", AccountKind::Conversion),
    ]);
    make(&store, "accounts", accounts).await;
    let transactions = [
        transaction("2025-12-20", 1, &[(BANK, BAHT, 500), (PAY, BAHT, -500)]),
        transaction("2026-01-05", 2, &[(BANK, BAHT, 1000), (PAY, BAHT, -1000)]),
        transaction("2026-01-06", 3, &[(CARD, BAHT, -30), (FOOD, BAHT, 30)]),
        transaction("2026-01-07", 4, &[(CARD, BAHT, -70), (FOOD, BAHT, 50), (RENT, BAHT, 20)]),
        transaction("2026-02-01", 5, &[(BANK, BAHT, -100), (CARD, BAHT, 100)]),
        transaction(
            "2026-02-02",
            6,
            &[
                (BANK, BAHT, -40),
                (CONVERSION, BAHT, 40),
                (DOLLARS, ETHER, 10_i128.pow(17)),
                (CONVERSION, ETHER, -(10_i128.pow(17))),
            ],
        ),
        transaction("2026-03-03", 7, &[(DOLLARS, ETHER, -5), (FOOD, ETHER, 5)]),
    ];
    make(&store, "transactions", add(transactions)).await;
    store
}

async fn flows(store: &Store, budget: i64, period: &str) -> PeriodFlows {
    let number = months().period_of(day(period));
    let mut reader = store.read().await.unwrap();
    let found = reader.budget_flows(BudgetId(budget), number).await.unwrap();
    found.periods.get(&number).cloned().unwrap_or_default()
}

#[tokio::test]
async fn a_budget_knows_what_moved_before_it_was_made_and_what_moves_from_then_on() {
    let folder = tempdir().unwrap();
    let store = books(&folder.path().join("books.coffer")).await;
    make(&store, "budget_create", add([budget(1, BAHT, months())])).await;
    let mut expected = PeriodFlows::default();
    expected.add(Flow::Income { from: PAY, card: None, units: 1000 });
    expected.add(Flow::Spending { envelope: FOOD, card: Some(CARD), units: -80 });
    expected.add(Flow::Spending { envelope: RENT, card: Some(CARD), units: -20 });
    assert_eq!(flows(&store, 1, "2026-01-01").await, expected);
    assert_eq!(store.check().await.unwrap(), []);
    make(&store, "add", add([spend("2026-01-20", 20, RENT, 7, "more rent")])).await;
    expected.add(Flow::Spending { envelope: RENT, card: None, units: -7 });
    assert_eq!(flows(&store, 1, "2026-01-01").await, expected);
    assert_eq!(store.check().await.unwrap(), []);
    for _ in 0..2 {
        store.write().await.unwrap().undo(&Progress::default()).await.unwrap();
    }
    assert_eq!(flows(&store, 1, "2026-01-01").await, PeriodFlows::default());
    store.write().await.unwrap().redo(&Progress::default()).await.unwrap();
    store.write().await.unwrap().redo(&Progress::default()).await.unwrap();
    assert_eq!(flows(&store, 1, "2026-01-01").await, expected);
    assert_eq!(store.check().await.unwrap(), []);
    store.close().await;
}

#[tokio::test]
async fn sums_follow_rates_accounts_and_the_budget_itself() {
    let folder = tempdir().unwrap();
    let store = books(&folder.path().join("books.coffer")).await;
    let week = Cadence::Week { starts: chrono::Weekday::Mon };
    make(&store, "budget_create", add([budget(1, BAHT, months()), budget(2, ETHER, week)])).await;
    let exchange = async || flows(&store, 1, "2026-02-01").await.exchange;
    assert_eq!(exchange().await, -40, "what has no rate counts for nothing");
    let price =
        |date: &str, rate: i64| Price { commodity: ETHER, quote: BAHT, day: day(date), rate: rate.into() };
    make(&store, "prices_set", add([price("2026-01-01", 4)])).await;
    assert_eq!(exchange().await, 0, "a tenth of a coin at 4 is worth the 40 satang it cost");
    assert_eq!(store.check().await.unwrap(), []);
    make(&store, "prices_set", add([price("2026-02-02", 5)])).await;
    assert_eq!((exchange().await, store.check().await.unwrap()), (10, vec![]));
    let card = account(CARD, "Card", AccountKind::Card);
    let loan = Account { kind: AccountKind::Loan, ..card.clone() };
    make(&store, "account_edit", vec![Delta::replaced(card, loan).into()]).await;
    let paid = flows(&store, 1, "2026-02-01").await;
    assert_eq!((paid.payments.len(), paid.spending[&CARD].cash), (0, -100), "a loan is an envelope");
    assert_eq!(store.check().await.unwrap(), []);
    let (before, after) = (budget(1, BAHT, months()), budget(1, BAHT, Cadence::Year));
    make(&store, "budget_edit", vec![Delta::replaced(before, after.clone()).into()]).await;
    assert_eq!(store.check().await.unwrap(), []);
    make(&store, "budget_remove", vec![Delta::removed(after).into()]).await;
    assert_eq!(store.check().await.unwrap(), []);
    for _ in 0..6 {
        store.write().await.unwrap().undo(&Progress::default()).await.unwrap();
        assert_eq!(store.check().await.unwrap(), []);
    }
    store.close().await;
}

#[tokio::test]
async fn what_purses_got_is_the_sum_of_their_moves() {
    let folder = tempdir().unwrap();
    let store = books(&folder.path().join("books.coffer")).await;
    make(&store, "budget_create", add([budget(1, BAHT, months())])).await;
    let give = |number, from, to, quantity| Move {
        id: MoveId(number),
        budget: BudgetId(1),
        period: 672,
        from,
        to,
        quantity: units(quantity),
        at: 0,
        reason: Some(planning::Reason::Refill { wanted: 1 << 70, carried: -3 }),
    };
    let (food, rent) = (Purse::Envelope(FOOD), Purse::Envelope(RENT));
    let large = 1 << 80;
    let moves = [
        give(1, Purse::ToAssign, food, 500),
        give(2, food, rent, 120),
        give(3, Purse::ToAssign, Purse::Next, large),
    ];
    make(&store, "budget_assign", add(moves.clone())).await;
    let mut reader = store.read().await.unwrap();
    let sums = reader.assigned(BudgetId(1), 672, 672).await.unwrap().remove(&672).unwrap();
    let expected = [(Purse::ToAssign, -500 - large), (Purse::Next, large), (food, 380), (rent, 120)];
    assert_eq!(sums, expected.into());
    assert_eq!(reader.moves(BudgetId(1), 672, 672).await.unwrap(), moves);
    let moves: Vec<Change> = moves.into_iter().map(|gone| Delta::removed(gone).into()).collect();
    drop(reader);
    make(&store, "budget_clear", moves).await;
    store.close().await;
}

#[tokio::test]
async fn check_names_what_raw_sql_did_behind_the_sums_of_a_budget() {
    let folder = tempdir().unwrap();
    let store = books(&folder.path().join("books.coffer")).await;
    make(&store, "budget_create", add([budget(1, BAHT, months())])).await;
    for sql in ["UPDATE budget_flow SET low = low + 1 WHERE kind = 0", "DELETE FROM budget_holding"] {
        let mut connection = store.writer().acquire().await.unwrap();
        sqlx::raw_sql(sql).execute(&mut *connection).await.unwrap();
    }
    let found: Vec<String> = store.check().await.unwrap().iter().map(ToString::to_string).collect();
    let expected = "budget_flow: (1, 672, 0, 5, 0) is stored as 1001 from 1, recomputed as 1000 from 1";
    assert!(found.iter().any(|text| text == expected), "{found:#?}");
    assert!(found.iter().any(|text| text.starts_with("budget_holding")), "{found:#?}");
    store.close().await;
}

#[tokio::test]
async fn a_ledger_of_the_format_before_budgets_is_brought_up_to_date_after_a_backup() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("books.coffer");
    let store = books(&path).await;
    {
        let mut connection = store.writer().acquire().await.unwrap();
        let first = include_str!("../../migrations/0001_books.sql");
        let tables: Vec<String> = sqlx::query_scalar("SELECT name FROM sqlite_master WHERE type = 'table'")
            .fetch_all(&mut *connection)
            .await
            .unwrap();
        let later = |name: &&String| {
            !first.contains(&format!("TABLE {name} "))
                && !name.starts_with("search")
                && !name.starts_with("sqlite")
        };
        sqlx::raw_sql("PRAGMA foreign_keys = OFF").execute(&mut *connection).await.unwrap();
        for table in tables.iter().filter(later) {
            let sql = sqlx::AssertSqlSafe(format!("DROP TABLE {table}"));
            sqlx::raw_sql(sql).execute(&mut *connection).await.unwrap();
        }
        sqlx::raw_sql("PRAGMA user_version = 1").execute(&mut *connection).await.unwrap();
    }
    store.close().await;
    drop(store);
    let store = Store::open(&path, key(7), options()).await.unwrap();
    let reasons: Vec<_> = Store::backups(&path).unwrap().into_iter().map(|backup| backup.reason).collect();
    assert_eq!(reasons, [crate::BackupReason::Migration]);
    make(&store, "budget_create", add([budget(1, BAHT, months())])).await;
    assert_eq!(store.check().await.unwrap(), []);
    store.close().await;
}
