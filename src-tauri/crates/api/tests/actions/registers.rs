//! What registers show, and what happens to many of their rows at once.

use crate::desk::Desk;
use api::{BulkChange, ErrorCode, FilterInput, Money, Progress, StatementInput, Status};

/// A ledger with a bank account, a debt of sales tax and two categories.
struct Household {
    desk: Desk,
    bank: u32,
    tax: u32,
    food: u32,
    fun: u32,
}

fn baht(amount: &str) -> Money {
    Money { amount: amount.into(), commodity: "THB".into() }
}

impl Household {
    async fn new() -> Self {
        let desk = Desk::bare("THB").await;
        Self {
            bank: desk.account("Assets:Bank", "checking").await,
            tax: desk.account("Liabilities:Sales tax", "payable").await,
            food: desk.account("Expenses:Food", "expense").await,
            fun: desk.account("Expenses:Fun", "expense").await,
            desk,
        }
    }

    async fn spend(&self, date: &str, amount: &str) -> String {
        let out = format!("-{amount}");
        self.desk
            .enter(date, &[(self.bank, &out, Status::Cleared), (self.food, amount, Status::Pending)])
            .await
    }

    async fn reconcile(&self, date: &str, balance: &str) {
        let input = StatementInput {
            account: self.bank,
            date: date.into(),
            balance: baht(balance),
            ticked: Vec::new(),
            unticked: Vec::new(),
        };
        self.desk.books.reconcile(&input).await.unwrap();
    }
}

#[tokio::test]
async fn a_register_of_some_days_keeps_the_running_balance_of_the_whole() {
    let home = Household::new().await;
    for day in ["2026-01-30", "2026-02-01", "2026-02-01", "2026-02-28", "2026-03-01"] {
        home.spend(day, "10.00").await;
    }
    let february = async |skip, count| {
        let page = home
            .desk
            .books
            .register_between(home.bank, Some("2026-02-01"), Some("2026-02-28"), skip, count)
            .await
            .unwrap();
        let balances: Vec<String> =
            page.rows.into_iter().filter_map(|row| row.balance).map(|b| b.amount).collect();
        (page.total, balances)
    };
    let all = ["-40.00", "-30.00", "-20.00"].map(String::from).to_vec();
    assert_eq!(february(0, 10).await, (3, all.clone()));
    assert_eq!(february(1, 1).await, (3, all[1..2].to_vec()));
    assert_eq!(february(3, 5).await, (3, Vec::new()));
    let open = home.desk.books.register_between(home.bank, Some("2026-02-28"), None, 0, 10).await.unwrap();
    assert_eq!((open.total, open.rows.len()), (2, 2));
}

#[tokio::test]
async fn a_sale_is_seen_from_the_account_that_was_paid_and_not_from_the_tax_owed() {
    let home = Household::new().await;
    let legs = [
        (home.tax, "-7.00", Status::Cleared),
        (home.bank, "107.00", Status::Cleared),
        (home.food, "-100.00", Status::Pending),
    ];
    home.desk.enter("2026-02-01", &legs).await;
    let rows = home.desk.books.find(&FilterInput::default(), 0, 1).await.unwrap().rows;
    assert_eq!((rows[0].account, rows[0].amount.amount.as_str()), (home.bank, "107.00"));
}

#[tokio::test]
async fn of_many_rows_the_reconciled_ones_stay_and_are_counted() {
    let home = Household::new().await;
    let locked = home.spend("2026-01-01", "10.00").await;
    home.reconcile("2026-01-31", "-10.00").await;
    let open = home.spend("2026-02-01", "20.00").await;
    let both = [locked.clone(), open.clone()];

    let status = BulkChange { status: Some(Status::Pending), ..BulkChange::default() };
    let result = home.desk.books.transactions_change(&both, &status).await.unwrap();
    assert_eq!((result.changed, result.skipped), (1, 1));
    let category = BulkChange { category: Some(home.fun), ..BulkChange::default() };
    let result = home.desk.books.transactions_change(&both, &category).await.unwrap();
    assert_eq!((result.changed, result.skipped), (2, 0), "a category is nothing that a statement agreed");

    let result = home.desk.books.transactions_delete(&both).await.unwrap();
    assert_eq!((result.changed, result.skipped), (1, 1));
    assert_eq!(home.desk.books.find(&FilterInput::default(), 0, 9).await.unwrap().total, 1);
    let refused = home.desk.books.transactions_delete(std::slice::from_ref(&locked)).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::InUse);
    let refused = home.desk.books.transactions_change(&[locked], &status).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::InUse);
}

#[tokio::test]
async fn a_tag_renamed_to_another_becomes_one_with_it_and_a_removed_one_comes_back_with_undo() {
    let home = Household::new().await;
    let (first, second) = (home.spend("2026-02-01", "10.00").await, home.spend("2026-02-03", "20.00").await);
    let add = async |id: &String, tag: &str| {
        let change = BulkChange { add_tags: vec![tag.into()], ..BulkChange::default() };
        home.desk.books.transactions_change(std::slice::from_ref(id), &change).await.unwrap();
    };
    add(&first, "trip").await;
    add(&first, "travel").await;
    add(&second, "trip").await;
    let id_of =
        async |name: &str| home.desk.books.tags().await.unwrap().into_iter().find(|tag| tag.name == name);
    let trip = id_of("trip").await.unwrap();

    home.desk.books.tag_rename(trip.id, "travel").await.unwrap();
    assert_eq!(home.desk.books.tags().await.unwrap().len(), 1);
    assert_eq!(home.desk.books.transaction(&first).await.unwrap().tags, ["travel"]);
    assert_eq!(home.desk.books.transaction(&second).await.unwrap().tags, ["travel"]);
    let uses = home.desk.books.tag_uses().await.unwrap();
    assert_eq!(
        uses.iter().map(|used| (used.transactions, used.last.as_str())).collect::<Vec<_>>(),
        [(2, "2026-02-03")]
    );

    let travel = id_of("travel").await.unwrap();
    home.desk.books.tag_remove(travel.id).await.unwrap();
    assert!(home.desk.books.tags().await.unwrap().is_empty());
    assert!(home.desk.books.transaction(&first).await.unwrap().tags.is_empty());
    home.desk.books.undo(&Progress::default()).await.unwrap();
    assert_eq!(home.desk.books.transaction(&second).await.unwrap().tags, ["travel"]);
}

#[tokio::test]
async fn a_view_is_summed_by_what_was_earned_and_spent_or_by_what_moved_in_its_accounts() {
    let home = Household::new().await;
    let cleared = Status::Cleared;
    home.desk
        .enter(
            "2026-01-05",
            &[(home.bank, "-100.00", cleared), (home.food, "70.00", cleared), (home.fun, "30.00", cleared)],
        )
        .await;
    home.desk.enter("2026-01-06", &[(home.bank, "20.00", cleared), (home.food, "-20.00", cleared)]).await;
    home.desk.enter("2026-01-07", &[(home.bank, "-40.00", cleared), (home.tax, "40.00", cleared)]).await;
    let filter = FilterInput::default;
    for (case, asked, expected) in [
        ("everything", filter(), ("20.00", "-100.00", "-80.00")),
        (
            "a category",
            FilterInput { categories: vec![home.food], ..filter() },
            ("20.00", "-70.00", "-50.00"),
        ),
        (
            "an account",
            FilterInput { accounts: vec![home.bank], ..filter() },
            ("20.00", "-140.00", "-120.00"),
        ),
        ("a day", FilterInput { from: Some("2026-01-06".into()), ..filter() }, ("20.00", "0.00", "20.00")),
    ] {
        let totals = home.desk.books.find_totals(&asked).await.unwrap();
        let found: Vec<_> = totals
            .iter()
            .map(|sum| (sum.incoming.as_str(), sum.outgoing.as_str(), sum.net.as_str()))
            .collect();
        assert_eq!(found, [expected], "{case}");
    }
}

#[tokio::test]
async fn a_balance_noted_for_the_day_goes_when_the_statement_is_agreed_and_one_undo_brings_it_back() {
    let home = Household::new().await;
    home.spend("2026-02-01", "10.00").await;
    let note = StatementInput {
        account: home.bank,
        date: "2026-02-28".into(),
        balance: baht("-12.00"),
        ticked: Vec::new(),
        unticked: Vec::new(),
    };
    home.desk.books.statement_add(&note).await.unwrap();
    home.reconcile("2026-02-28", "-10.00").await;
    let states = async || -> Vec<(String, bool)> {
        let statements = home.desk.books.statements(Some(home.bank)).await.unwrap();
        statements.into_iter().map(|statement| (statement.stated.amount, statement.reconciled)).collect()
    };
    assert_eq!(states().await, [("-10.00".to_owned(), true)]);
    home.desk.books.undo(&Progress::default()).await.unwrap();
    assert_eq!(states().await, [("-12.00".to_owned(), false)]);
}
