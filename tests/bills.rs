//! Bills and subscriptions planted in sample books are found again, and little else is taken for one.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]
#![allow(clippy::print_stdout, reason = "the figures are the point of the test")]

use ledger::{AccountId, AccountKind, AccountType, CommodityId, Day, PayeeId, Posting};
use planning::{Bill, Paid, find_bills};
use sample::{Books, Language, Plan, Recurring, RecurringKind};
use std::collections::BTreeMap;

/// What left the accounts for each payee and purpose, by commodity, in order of day. The purpose is where most of it went.
fn paid(books: &Books) -> BTreeMap<(PayeeId, AccountId, CommodityId), Vec<Paid>> {
    let accounts = books.accounts();
    let kinds: BTreeMap<AccountId, AccountKind> =
        accounts.iter().map(|account| (account.id, account.kind)).collect();
    let mut paid: BTreeMap<_, Vec<Paid>> = BTreeMap::new();
    for transaction in books.transactions(1) {
        let legs = || transaction.postings().iter();
        let kind = |leg: &Posting| kinds[&leg.account];
        let Some(payee) = transaction.payee else { continue };
        // Tax that a customer kept back is no bill of the customer's.
        if legs().any(|leg| kind(leg).account_type() == AccountType::Income) {
            continue;
        }
        let bill = |leg: &&Posting| {
            kind(leg).account_type() == AccountType::Expense || kind(leg) == AccountKind::Loan
        };
        let purpose = legs().max_by_key(|leg| leg.amount.quantity).filter(bill);
        let Some(purpose) = purpose else { continue };
        let payer = legs()
            .filter(|leg| kind(leg).account_type() == AccountType::Asset || kind(leg) == AccountKind::Card)
            .min_by_key(|leg| leg.amount.quantity);
        let Some(payer) = payer.filter(|leg| leg.amount.quantity.is_negative()) else { continue };
        let key = (payee, purpose.account, payer.amount.commodity);
        let units = -payer.amount.quantity.units();
        paid.entry(key).or_default().push(Paid { day: transaction.day(), units });
    }
    paid
}

/// Whether a bill is one that was planted: most of its payments are charges of that.
fn is(planted: &Recurring, payee: PayeeId, bill: &Bill, paid: &[Paid]) -> bool {
    let charged = |place: &&usize| planted.charges.iter().any(|charge| charge.day == paid[**place].day);
    planted.payee == payee && bill.charges.iter().filter(charged).count() * 2 > bill.charges.len()
}

/// What was found, and what of it was planted.
#[derive(Default)]
struct Tally {
    right: u32,
    wrong: u32,
    missed: u32,
}

impl Tally {
    #[track_caller]
    fn prove(&self) {
        let Self { right, wrong, missed } = self;
        let hundredths = |part: u32, whole: u32| 100 * part / whole.max(1);
        let (precision, recall) = (hundredths(*right, right + wrong), hundredths(*right, right + missed));
        println!("{right} found, {wrong} wrong, {missed} missed: precision {precision} %, recall {recall} %");
        assert!(precision >= 90 && recall >= 90, "precision {precision} %, recall {recall} %");
    }
}

/// What was planted in books. Pay comes in, and what came once does not come again.
fn planted(books: &Books) -> Vec<Recurring> {
    let mut planted: Vec<Recurring> = books.recurring();
    planted.retain(|planted| planted.kind != RecurringKind::Pay && planted.charges.len() > 1);
    planted
}

#[test]
fn planted_bills_are_found_through_the_ledger_too() {
    let today: Day = "2026-11-22".parse().unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let mut tally = Tally::default();
    for (told, language) in
        [(api::Language::English, Language::English), (api::Language::Thai, Language::Thai)]
    {
        let folder = tempfile::tempdir().unwrap();
        let found = runtime.block_on(async {
            let (path, key) = (folder.path().join("sample.coffer"), folder.path().join("key"));
            let made =
                api::Books::create_with_key_file(&path, &key, &api::Start::for_sample(told)).await.unwrap();
            let books = made.books.on_day(today);
            books.fill_with_sample(None, None, told, &api::Progress::default()).await.unwrap();
            let found = books.bill_list().await.unwrap();
            books.close().await;
            found
        });
        let books = Books::new(Plan::explore(today, language));
        let names: BTreeMap<PayeeId, String> =
            books.payees().into_iter().map(|payee| (payee.id, payee.name)).collect();
        let mut planted = planted(&books);
        for bill in found.bills {
            let charged = |planted: &Recurring| {
                let days: Vec<String> = planted.charges.iter().map(|charge| charge.day.to_string()).collect();
                let charged = bill.evidence.iter().filter(|charge| days.contains(&charge.date)).count();
                names[&planted.payee] == bill.payee && charged * 2 > bill.evidence.len()
            };
            match planted.iter().position(charged) {
                Some(place) => {
                    planted.remove(place);
                    tally.right += 1;
                }
                None => {
                    tally.wrong += 1;
                    println!("no bill: {} {:?}, {} payments", bill.payee, bill.rhythm, bill.count);
                }
            }
        }
        tally.missed += u32::try_from(planted.len()).unwrap();
        for planted in planted {
            println!("missed: {} {:?} {:?}", names[&planted.payee], planted.kind, planted.period);
        }
    }
    tally.prove();
}

#[test]
fn planted_bills_are_found_and_little_else() {
    let today: Day = "2026-11-22".parse().unwrap();
    let mut tally = Tally::default();
    for language in [Language::English, Language::Thai] {
        let books = Books::new(Plan::explore(today, language));
        let names: BTreeMap<PayeeId, String> =
            books.payees().into_iter().map(|payee| (payee.id, payee.name)).collect();
        let mut planted = planted(&books);
        for ((payee, ..), paid) in paid(&books) {
            for bill in find_bills(&paid, today) {
                match planted.iter().position(|planted| is(planted, payee, &bill, &paid)) {
                    Some(place) => {
                        planted.remove(place);
                        tally.right += 1;
                    }
                    None => {
                        tally.wrong += 1;
                        println!(
                            "no bill: {} {:?}, {} payments",
                            names[&payee],
                            bill.rhythm,
                            bill.charges.len()
                        );
                    }
                }
            }
        }
        tally.missed += u32::try_from(planted.len()).unwrap();
        for planted in planted {
            println!("missed: {} {:?} {:?}", names[&planted.payee], planted.kind, planted.period);
        }
    }
    tally.prove();
}
