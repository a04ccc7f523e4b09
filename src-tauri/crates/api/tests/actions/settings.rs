//! What a person looks after in a ledger: its own commodities, what it remembers of files, months, history.

use crate::desk::Desk;
use api::{CommodityInput, ErrorCode, NamedFile, Progress, Status};
use ledger::CommodityKind;

impl Desk {
    async fn commodity(&self, code: &str) -> u32 {
        self.books.commodities().await.unwrap().into_iter().find(|known| known.code == code).unwrap().id
    }

    async fn add_miles(&self) -> u32 {
        let input = CommodityInput {
            code: "MILES".into(),
            name: "Air miles".into(),
            kind: CommodityKind::Custom,
            decimals: 0,
        };
        self.books.commodity_add(&input).await.unwrap().id
    }

    /// Imports a statement into the account that it suggests.
    async fn import(&self, text: &str) {
        let file = NamedFile { name: "january.csv".into(), bytes: text.as_bytes().to_vec() };
        let import = self.books.import_open(vec![file]).await.unwrap();
        self.books.import_commit(import, &Progress::default()).await.unwrap();
    }

    /// Spends 5.00 from the first current account.
    async fn spend(&self, date: &str, status: Status) {
        let accounts = self.books.accounts().await.unwrap();
        let of = |kind: &str| {
            accounts.iter().find(|account| account.kind == kind && account.parent.is_some()).unwrap().id
        };
        let legs = [(of("checking"), "-5.00", status), (of("expense"), "5.00", Status::Pending)];
        self.enter(date, &legs).await;
    }
}

const JANUARY: &str = "Date,Text,Amount,Balance\n2026-01-05,Blue Door Coffee,-4.50,95.50\n2026-02-07,Market Hall,-20.00,75.50\n";

#[tokio::test]
async fn a_commodity_of_ones_own_takes_another_name_and_back() {
    let desk = Desk::with_categories().await;
    let id = desk.add_miles().await;
    desk.books.commodity_edit(id, "POINTS", "Card points").await.unwrap();
    assert_eq!(desk.commodity("POINTS").await, id);
    desk.books.undo(&Progress::default()).await.unwrap();
    assert_eq!(desk.commodity("MILES").await, id);
}

#[tokio::test]
async fn a_code_that_means_something_else_is_refused() {
    let desk = Desk::with_categories().await;
    let id = desk.add_miles().await;
    let refused = desk.books.commodity_edit(id, "eur", "Air miles").await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::Taken);
    let dollar = desk.commodity("USD").await;
    let refused = desk.books.commodity_edit(dollar, "BUCKS", "Bucks").await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::InUse);
}

#[tokio::test]
async fn a_kind_of_file_is_remembered_until_it_is_forgotten() {
    let desk = Desk::with_categories().await;
    desk.import(JANUARY).await;
    let known = desk.books.layouts().await.unwrap();
    assert_eq!(known.len(), 1);
    assert!(known[0].reading.is_some() && known[0].account.is_some());
    desk.books.layout_forget(known[0].id).await.unwrap();
    assert!(desk.books.layouts().await.unwrap().is_empty());
    desk.books.undo(&Progress::default()).await.unwrap();
    assert_eq!(desk.books.layouts().await.unwrap(), known);
}

#[tokio::test]
async fn months_count_their_transactions_and_those_that_no_statement_has_agreed() {
    let desk = Desk::with_categories().await;
    desk.account("Assets:Everyday", "checking").await;
    desk.spend("2026-01-05", Status::Pending).await;
    desk.spend("2026-02-01", Status::Cleared).await;
    desk.spend("2026-02-28", Status::Reconciled).await;
    let months = desk.books.months().await.unwrap();
    let counts: Vec<(&str, u32, u32)> =
        months.iter().map(|month| (month.to.as_str(), month.transactions, month.unreconciled)).collect();
    assert_eq!(counts, [("2026-01-31", 1, 1), ("2026-02-28", 2, 1)]);
}

#[tokio::test]
async fn the_history_tells_what_is_taken_back_until_it_is_made_again() {
    let desk = Desk::with_categories().await;
    desk.add_miles().await;
    let page = async || desk.books.history(None, 10).await.unwrap();
    let added = page().await.entries[0].clone();
    assert!(!added.backwards && page().await.taken_back.is_empty());
    desk.books.undo(&Progress::default()).await.unwrap();
    let undone = page().await;
    assert!(undone.entries[0].backwards && undone.entries[0].base == added.seq);
    assert_eq!(undone.taken_back, [added.seq]);
    // Taking the undo back is making it again.
    desk.books.revert(undone.entries[0].seq, &Progress::default()).await.unwrap();
    assert!(page().await.taken_back.is_empty());
    // And taking that back is told as being about the action itself.
    desk.books.undo(&Progress::default()).await.unwrap();
    let last = page().await.entries[0].clone();
    assert!(last.backwards && last.of.as_deref() == Some("commodity_add"), "{last:?}");
    assert_eq!(last.params["commodity"], "MILES");
}
