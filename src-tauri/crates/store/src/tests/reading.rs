use super::books::*;
use crate::{Delta, Filter, Store};
use ledger::{AccountType, Amount, CommodityId, Day, Flow, PayeeId, Posting, Price, Status, Transaction};
use std::collections::BTreeMap;
use tempfile::tempdir;

/// Sixty transactions over six months, two of them in another commodity.
async fn filled(path: &std::path::Path) -> (Store, Vec<Transaction>) {
    let store = ledger(path).await;
    let mut all = Vec::new();
    for serial in 1..=60_u32 {
        let date = day("2026-01-05").offset(i32::try_from(serial).unwrap() * 3);
        let commodity = if serial % 30 == 0 { ETHER } else { BAHT };
        let amount = units(i128::from(serial) * 100 + 7);
        let to = if serial % 2 == 0 { FOOD } else { RENT };
        let legs = vec![
            Posting {
                status: Status::Cleared,
                ..Posting::new(BANK, Amount::new(amount.negated(), commodity))
            },
            Posting::new(to, Amount::new(amount, commodity)),
        ];
        let mut transaction = Transaction::new(ledger::TransactionId::new(date, serial), legs).unwrap();
        transaction.payee = Some(PayeeId(i64::from(serial % 2) + 1));
        transaction.description = format!("POS {serial:04} ตลาดสด");
        all.push(transaction);
    }
    make(&store, "add", add(all.clone())).await;
    (store, all)
}

#[tokio::test]
async fn a_page_of_the_register_is_the_same_wherever_it_starts() {
    let folder = tempdir().unwrap();
    let (store, all) = filled(&folder.path().join("books.coffer")).await;
    let mut running = std::collections::HashMap::new();
    let mut expected: Vec<_> = all
        .iter()
        .map(|transaction| {
            let amount = transaction.postings()[0].amount;
            let sum: &mut i128 = running.entry(amount.commodity).or_default();
            *sum += amount.quantity.units();
            (transaction.id, amount.quantity.units(), *sum)
        })
        .collect();
    expected.reverse();
    let mut reader = store.read().await.unwrap();
    for (skip, count) in [(0, 10), (7, 3), (25, 20), (55, 50), (59, 1), (60, 5), (1000, 5), (0, 100)] {
        let page = reader.register(BANK, skip, count).await.unwrap();
        let found: Vec<_> = page
            .rows
            .iter()
            .map(|row| (row.transaction, row.amount.quantity.units(), row.balance.quantity.units()))
            .collect();
        let from = usize::try_from(skip).unwrap().min(expected.len());
        let to = (from + usize::try_from(count).unwrap()).min(expected.len());
        assert_eq!((page.total, found), (60, expected[from..to].to_vec()), "skip {skip}");
        let ids: Vec<_> = expected[from..to].iter().map(|(id, ..)| *id).collect();
        assert_eq!(reader.recent(skip, count).await.unwrap(), (60, ids), "skip {skip}");
    }
    drop(reader);
    store.close().await;
}

#[tokio::test]
async fn a_day_begins_in_the_register_after_every_later_posting() {
    let folder = tempdir().unwrap();
    let (store, all) = filled(&folder.path().join("books.coffer")).await;
    let mut reader = store.read().await.unwrap();
    for date in
        ["2025-01-01", "2026-01-08", "2026-01-31", "2026-02-01", "2026-03-18", "2026-07-04", "2030-01-01"]
    {
        let later = all.iter().filter(|transaction| transaction.day() > day(date)).count();
        let found = reader.postings_after(BANK, day(date)).await.unwrap();
        assert_eq!(found, u64::try_from(later).unwrap(), "{date}");
    }
    drop(reader);
    store.close().await;
}

#[tokio::test]
async fn balances_and_flows_of_any_period_are_the_sums_of_its_postings() {
    let folder = tempdir().unwrap();
    let (store, all) = filled(&folder.path().join("books.coffer")).await;
    let sum = |from: Day, to: Day| -> i128 {
        all.iter()
            .filter(|transaction| (from..=to).contains(&transaction.day()))
            .flat_map(Transaction::postings)
            .filter(|posting| posting.account == FOOD && posting.amount.commodity == BAHT)
            .map(|posting| posting.amount.quantity.units())
            .sum()
    };
    let mut reader = store.read().await.unwrap();
    for (from, to) in [
        ("2026-01-01", "2026-12-31"),
        ("2026-02-01", "2026-03-31"),
        ("2026-02-11", "2026-02-20"),
        ("2026-01-20", "2026-05-03"),
        ("2027-01-01", "2027-12-31"),
    ] {
        let (from, to) = (day(from), day(to));
        let flows = reader.flows(&AccountType::ALL, from, to).await.unwrap();
        for types in [&[AccountType::Asset, AccountType::Liability][..], &[AccountType::Expense], &[]] {
            let of_types = |flow: &&Flow| match flow.account {
                BANK => types.contains(&AccountType::Asset),
                _ => types.contains(&AccountType::Expense),
            };
            let expected: Vec<Flow> = flows.iter().filter(of_types).copied().collect();
            assert_eq!(reader.flows(types, from, to).await.unwrap(), expected, "{types:?} {from} {to}");
        }
        let of_food = flows.iter().filter(|flow| flow.account == FOOD && flow.commodity == BAHT);
        assert_eq!(of_food.map(|flow| flow.quantity.units()).sum::<i128>(), sum(from, to), "{from} {to}");
        let payees = reader.payee_flows(from, to).await.unwrap();
        let of_food = payees.iter().filter(|flow| flow.account == FOOD && flow.commodity == BAHT);
        assert_eq!(of_food.map(|flow| flow.quantity.units()).sum::<i128>(), sum(from, to), "{from} {to}");
        let balances = reader.balances(Some(to)).await.unwrap();
        let food =
            balances.iter().find(|balance| balance.account == FOOD && balance.commodity == BAHT).unwrap();
        assert_eq!(food.quantity.units(), sum(Day::MIN, to), "{to}");
    }
    assert_eq!(reader.extent().await.unwrap(), Some((day("2026-01-08"), day("2026-07-04"))));
    drop(reader);
    store.close().await;
}

#[tokio::test]
async fn search_finds_substrings_of_any_length_in_any_script() {
    let folder = tempdir().unwrap();
    let (store, all) = filled(&folder.path().join("books.coffer")).await;
    let with = |serials: &dyn Fn(u32) -> bool| all.iter().filter(|t| serials(t.id.serial())).count() as u64;
    let mut reader = store.read().await.unwrap();
    for (text, expected) in [
        ("garden", with(&|serial| serial % 2 == 1)),
        ("GARDEN cafe", with(&|serial| serial % 2 == 1)),
        ("ป้าแดง", with(&|serial| serial % 2 == 0)),
        ("ตลาด", 60),
        ("สด", 60),
        ("ด", 60),
        ("0042", 1),
        ("42.07", 1),
        ("nothing", 0),
        ("\"", 0),
        ("", 0),
        ("É", with(&|serial| serial % 2 == 1)),
        ("fé", with(&|serial| serial % 2 == 1)),
        ("fe\u{301}", with(&|serial| serial % 2 == 1)),
        ("é!", 0),
    ] {
        let found = reader.search(text, 5).await.unwrap();
        assert_eq!(found.total, expected, "{text}");
        assert_eq!(found.newest.len() as u64, expected.min(5), "{text}");
        assert!(found.newest.is_sorted_by(|a, b| a > b), "{text}");
    }
    drop(reader);
    store.close().await;
}

#[tokio::test]
async fn a_filter_is_met_by_exactly_the_transactions_that_meet_it() {
    let folder = tempdir().unwrap();
    let (store, all) = filled(&folder.path().join("books.coffer")).await;
    let any = Filter::default;
    let mut reader = store.read().await.unwrap();
    type Meets = Box<dyn Fn(&Transaction) -> bool>;
    let amount = |t: &Transaction| t.postings()[1].amount;
    let cases: Vec<(&str, Filter, Meets)> = vec![
        ("anything", any(), Box::new(|_| true)),
        (
            "an account",
            Filter { accounts: vec![FOOD], ..any() },
            Box::new(|t| t.postings()[1].account == FOOD),
        ),
        (
            "two sides",
            Filter { accounts: vec![BANK], categories: vec![RENT], ..any() },
            Box::new(|t| t.postings()[1].account == RENT),
        ),
        (
            "a period",
            Filter { from: Some(day("2026-03-01")), to: Some(day("2026-03-31")), ..any() },
            Box::new(|t| t.day().to_string().starts_with("2026-03")),
        ),
        (
            "an amount",
            Filter { least: Some("20".parse().unwrap()), most: Some("30.07".parse().unwrap()), ..any() },
            Box::new(move |t| {
                amount(t).commodity == BAHT && (2000..=3007).contains(&amount(t).quantity.units())
            }),
        ),
        (
            "a payee",
            Filter { payee: Some(Some(PayeeId(2))), ..any() },
            Box::new(|t| t.payee == Some(PayeeId(2))),
        ),
        ("no payee", Filter { payee: Some(None), ..any() }, Box::new(|_| false)),
        ("a status", Filter { status: Some(Status::Cleared), ..any() }, Box::new(|_| true)),
        ("no such status", Filter { status: Some(Status::Pending), ..any() }, Box::new(|_| false)),
        (
            "a text and an account",
            Filter { text: Some("POS 001".into()), accounts: vec![FOOD], ..any() },
            Box::new(|t| (10..20).contains(&t.id.serial()) && t.postings()[1].account == FOOD),
        ),
    ];
    for (case, filter, meets) in cases {
        let mut expected: Vec<_> = all.iter().filter(|t| meets(t)).map(|t| t.id).collect();
        expected.reverse();
        assert_eq!(reader.find(&filter).await.unwrap(), expected, "{case}");
        let mut sums: BTreeMap<CommodityId, i128> = BTreeMap::new();
        for leg in
            all.iter().filter(|t| meets(t)).flat_map(Transaction::postings).filter(|leg| leg.account == FOOD)
        {
            *sums.entry(leg.amount.commodity).or_default() += leg.amount.quantity.units();
        }
        let moved = reader.movements(&filter, &[FOOD]).await.unwrap();
        let found: BTreeMap<CommodityId, i128> = moved
            .iter()
            .map(|flow| {
                (flow.incoming.commodity, flow.incoming.quantity.units() + flow.outgoing.quantity.units())
            })
            .collect();
        assert_eq!(found, sums, "{case}");
        assert!(moved.iter().all(|flow| !flow.incoming.quantity.is_negative()), "{case}");
    }
    drop(reader);
    store.close().await;
}

#[tokio::test]
async fn prices_for_some_days_are_the_latest_of_each_pair() {
    let folder = tempdir().unwrap();
    let store = ledger(&folder.path().join("books.coffer")).await;
    let price = |date: &str, rate: &str| Price {
        commodity: ETHER,
        quote: BAHT,
        day: day(date),
        rate: rate.parse().unwrap(),
    };
    let prices = [price("2026-01-01", "100"), price("2026-02-01", "110"), price("2026-03-01", "120")];
    make(&store, "prices", add(prices.clone())).await;
    make(&store, "price", vec![Delta::replaced(prices[2].clone(), price("2026-03-01", "121.5")).into()])
        .await;
    let mut reader = store.read().await.unwrap();
    let mut found =
        reader.prices_at(&[day("2026-01-31"), day("2026-12-31"), day("2025-01-01")]).await.unwrap();
    found.sort_by_key(|price| price.day);
    assert_eq!(found, [price("2026-01-01", "100"), price("2026-03-01", "121.5")]);
    drop(reader);
    store.close().await;
}

#[tokio::test]
async fn kept_files_come_back_byte_for_byte() {
    let folder = tempdir().unwrap();
    let store = ledger(&folder.path().join("books.coffer")).await;
    let bytes: Vec<u8> = (0..200_000_u32).map(|i| u8::try_from(i % 251).unwrap()).collect();
    let mut writer = store.write().await.unwrap();
    let sha256 = writer.keep_content(&bytes).await.unwrap();
    let attachment = crate::Attachment {
        id: ledger::AttachmentId(1),
        transaction_serial: 5,
        name: "ใบเสร็จ.pdf".into(),
        media_type: "application/pdf".into(),
        size: 200_000,
        sha256: sha256.clone(),
    };
    writer.commit(crate::Action::new("attach", add([attachment.clone()]))).await.unwrap();
    let mut reader = store.read().await.unwrap();
    assert_eq!(reader.attachments(5).await.unwrap(), [attachment]);
    assert_eq!(reader.content(&sha256).await.unwrap(), bytes);
    drop(reader);
    assert_eq!(store.check().await.unwrap(), []);
    store.close().await;
}
