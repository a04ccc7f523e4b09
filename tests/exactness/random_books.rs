//! Books by chance: every kind of commodity, names in several scripts, amounts from one smallest unit to far more than there is.

use acceptance::{Desk, KEY_FILE, LEDGER};
use api::{
    AccountInput, Books, CommodityInput, Id, KeySource, Money, PostingInput, Status, TransactionInput,
};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::time::Duration;

/// Codes, and how many decimals each has.
const COMMODITIES: [(&str, usize); 6] =
    [("JPY", 0), ("USD", 2), ("KWD", 3), ("BTC", 8), ("wei", 18), ("ตั๋ว&more", 2)];

const ACCOUNTS: [&str; 9] = [
    "Assets:Bank:Checking",
    "Assets:ธนาคาร:ออมทรัพย์",
    "Assets:ธนาคาร:ออมทรัพย์:พิเศษ",
    "Assets:Wallet; 100% mine",
    "Liabilities:Card",
    "Income:Work & Co",
    "Expenses:Food (out)",
    "Expenses:Food-out",
    "Expenses:อาหาร",
];

/// A leg: an account, and a whole number of the smallest units.
pub type Leg = (usize, i128);

/// Legs that balance, of one commodity.
#[derive(Debug, Clone)]
pub struct Group {
    commodity: usize,
    legs: Vec<Leg>,
}

impl Group {
    fn sum(&self) -> i128 {
        self.legs.iter().map(|(_, units)| units).sum()
    }
}

#[derive(Debug, Clone)]
pub struct Entry {
    day: u16,
    words: String,
    note: String,
    status: u8,
    groups: Vec<Group>,
}

/// An amount other than nothing, of any size that sums of many leave exact in the 28 digits that other programs compute with.
fn units() -> impl Strategy<Value = i128> {
    (0_u32..24, 1_i128..10, any::<u64>(), any::<bool>()).prop_map(|(digits, first, rest, negative)| {
        let size = 10_i128.pow(digits);
        let amount = first * size + i128::from(rest) % size;
        if negative { -amount } else { amount }
    })
}

fn group() -> impl Strategy<Value = Group> {
    let legs = prop::collection::vec((0..ACCOUNTS.len(), units()), 1..4);
    (0..COMMODITIES.len(), legs, 0..ACCOUNTS.len(), any::<bool>()).prop_map(
        |(commodity, legs, last, balanced)| {
            let mut group = Group { commodity, legs };
            let sum = group.sum();
            // Where it does not balance, another commodity pays, and a conversion is booked between them.
            if balanced && sum != 0 {
                group.legs.push((last, -sum));
            }
            group
        },
    )
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z]{1,12}( [A-Za-z]{1,8})?",
        "[ก-ฮ]{1,12}",
        "[=+@\\-|;\"'\\\\*!(){}#:, a-zé€]{1,16}",
        Just(String::new()),
    ]
}

fn entry() -> impl Strategy<Value = Entry> {
    (0_u16..2_000, words(), words(), 0_u8..3, prop::collection::vec(group(), 1..4)).prop_map(
        |(day, words, note, status, mut groups)| {
            groups.sort_by_key(|group| group.commodity);
            groups.dedup_by_key(|group| group.commodity);
            // What is left of one commodity alone would be an amount out of nothing.
            let mut open = groups.iter_mut().filter(|group| group.sum() != 0);
            if let (Some(group), None) = (open.next(), open.next()) {
                group.legs.push((0, -group.sum()));
            }
            Entry { day, words, note, status, groups }
        },
    )
}

/// Books as they are entered, in no order.
pub fn entries() -> impl Strategy<Value = Vec<Entry>> {
    prop::collection::vec(entry(), 1..30)
}

/// A whole number of smallest units as decimal text.
fn decimal(units: i128, decimals: usize) -> String {
    let digits = format!("{:0>width$}", units.unsigned_abs(), width = decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    let sign = if units < 0 { "-" } else { "" };
    if decimals == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

/// A ledger with these entries.
pub fn write(entries: &[Entry]) -> Desk {
    let desk = Desk::with_ledger();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let key = KeySource::File(desk.path(KEY_FILE));
        let books = Books::open(&desk.path(LEDGER), key, Duration::ZERO).await.unwrap();
        found(&books).await;
        let ids: BTreeMap<String, Id> =
            books.accounts().await.unwrap().into_iter().map(|account| (account.path, account.id)).collect();
        for entry in entries {
            books.transaction_add(&input(entry, &ids)).await.unwrap();
        }
        books.close().await;
    });
    desk
}

async fn found(books: &Books) {
    for (code, decimals) in COMMODITIES {
        let input =
            serde_json::json!({ "code": code, "name": "counted", "kind": "custom", "decimals": decimals });
        let input: CommodityInput = serde_json::from_value(input).unwrap();
        // The ledger's own currency is there already.
        if code != "USD" {
            books.commodity_add(&input).await.unwrap();
        }
    }
    for path in ACCOUNTS {
        let input = AccountInput {
            path: path.to_owned(),
            kind: None,
            currency: Some("USD".to_owned())
                .filter(|_| path.starts_with("Assets") || path.starts_with("Lia")),
            opening: None,
            number: String::new(),
        };
        books.account_add(&input).await.unwrap();
    }
}

fn input(entry: &Entry, ids: &BTreeMap<String, Id>) -> TransactionInput {
    let (year, day) = (2020 + entry.day / 336, entry.day % 336);
    let status = [Status::Pending, Status::Cleared, Status::Reconciled][usize::from(entry.status)];
    let legs = entry.groups.iter().flat_map(|group| group.legs.iter().map(move |leg| (group.commodity, leg)));
    TransactionInput {
        date: format!("{year}-{:02}-{:02}", 1 + day / 28, 1 + day % 28),
        payee: entry.words.clone(),
        note: entry.note.clone(),
        tags: if entry.words.is_empty() {
            vec!["อาหาร".to_owned(), "a b".to_owned()]
        } else {
            Vec::new()
        },
        postings: legs
            .map(|(commodity, (account, units))| PostingInput {
                account: ids[ACCOUNTS[*account]],
                amount: Money {
                    amount: decimal(*units, COMMODITIES[commodity].1),
                    commodity: COMMODITIES[commodity].0.to_owned(),
                },
                status,
                memo: String::new(),
            })
            .collect(),
    }
}
