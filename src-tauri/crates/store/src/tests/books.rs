//! Small books to test with.

use crate::{Action, Change, Delta, Entry, Key, Options, Store};
use ledger::{
    Account, AccountId, AccountKind, Amount, Commodity, CommodityId, CommodityKind, Day, Payee, PayeeId,
    Posting, Quantity, Scale, Sorting, Status, Transaction, TransactionId,
};
use std::path::Path;
use std::time::Duration;
use zeroize::Zeroizing;

pub const BANK: AccountId = AccountId(1);
pub const CASH: AccountId = AccountId(2);
pub const FOOD: AccountId = AccountId(3);
pub const RENT: AccountId = AccountId(4);
pub const PAY: AccountId = AccountId(5);
pub const BAHT: CommodityId = CommodityId(1);
pub const ETHER: CommodityId = CommodityId(2);

pub fn key(byte: u8) -> Key {
    Key::new(Zeroizing::new([byte; 32]))
}

pub fn options() -> Options {
    let words = |payee: &str, text: &str, _, _| {
        payee.split_whitespace().chain(text.split_whitespace()).map(str::to_lowercase).collect()
    };
    Options { patience: Duration::from_millis(50), words }
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn units(units: i128) -> Quantity {
    Quantity::new(units).unwrap()
}

pub fn id(date: &str, serial: u32) -> TransactionId {
    TransactionId::new(day(date), serial)
}

/// `amount` of baht from the bank to `to`.
pub fn spend(date: &str, serial: u32, to: AccountId, amount: i128, text: &str) -> Transaction {
    let legs = vec![
        Posting { status: Status::Cleared, ..Posting::new(BANK, Amount::new(units(-amount), BAHT)) },
        Posting::new(to, Amount::new(units(amount), BAHT)),
    ];
    let mut transaction = Transaction::new(id(date, serial), legs).unwrap();
    transaction.description = text.into();
    transaction.sorting = Sorting::Person;
    transaction
}

pub fn account(id: AccountId, name: &str, kind: AccountKind) -> Account {
    Account {
        id,
        parent: None,
        name: name.into(),
        kind,
        commodity: Some(BAHT),
        number: String::new(),
        note: String::new(),
        closed: false,
    }
}

pub fn payee(id: i64, name: &str) -> Payee {
    Payee { id: PayeeId(id), name: name.into() }
}

pub fn add<T>(things: impl IntoIterator<Item = T>) -> Vec<Change>
where
    Change: From<Delta<T>>,
{
    things.into_iter().map(|thing| Delta::added(thing).into()).collect()
}

/// A ledger with two commodities, five accounts and two payees.
pub async fn ledger(path: &Path) -> Store {
    let store = Store::create(path, key(7), options()).await.unwrap();
    let commodity = |id, code: &str, decimals| Commodity {
        id,
        code: code.into(),
        name: code.into(),
        kind: CommodityKind::Currency,
        scale: Scale::new(decimals).unwrap(),
        symbol: None,
    };
    let changes = [
        add([commodity(BAHT, "THB", 2), commodity(ETHER, "ETH", 18)]),
        add([
            account(BANK, "Bank", AccountKind::Checking),
            account(CASH, "Cash", AccountKind::Cash),
            account(FOOD, "Food", AccountKind::Expense),
            account(RENT, "Rent", AccountKind::Expense),
            account(PAY, "Pay", AccountKind::Income),
        ]),
        add([payee(1, "ร้านข้าวแกงป้าแดง"), payee(2, "Garden Café")]),
    ]
    .concat();
    make(&store, "setup", changes).await;
    store
}

pub async fn make(store: &Store, name: &'static str, changes: Vec<Change>) -> Entry {
    store.write().await.unwrap().commit(Action::new(name, changes)).await.unwrap()
}
