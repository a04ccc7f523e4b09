//! What sample books promise, over whole books.
#![allow(clippy::unwrap_used, reason = "what tests share may fail like a test")]

use ledger::{AccountId, AccountKind, AccountTree, Amount, CommodityId, Day, Sorting, Status, Transaction};
use proptest::prelude::*;
use sample::{Books, Language, Plan, RecurringKind, Twist};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

fn today() -> Day {
    "2026-11-22".parse().unwrap()
}

fn explore(language: Language) -> Books {
    Books::new(Plan::explore(today(), language))
}

fn benchmark(transactions: u32, seed: u64) -> Books {
    Books::new(Plan::benchmark(today(), transactions, seed))
}

fn has_thai(text: &str) -> bool {
    text.chars().any(|letter| ('\u{e01}'..='\u{e5b}').contains(&letter))
}

/// The 64-bit FNV-1a hash.
fn hash(texts: impl IntoIterator<Item = String>) -> u64 {
    texts.into_iter().flat_map(String::into_bytes).fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[test]
fn a_plan_gives_the_same_books_on_every_machine_for_ever() {
    // If this fails, sample books have changed for everyone: change the figures only when that is meant.
    for (plan, expected) in [
        (Plan { seed: 1, ..Plan::explore(today(), Language::Thai) }, 0x822c_07a7_7b9d_981c),
        (Plan::benchmark(today(), 12_000, 42), 0xb150_e27d_1fab_14d3),
    ] {
        let books = Books::new(plan);
        let mut life = books.transactions(1);
        let mut texts: Vec<String> =
            life.by_ref().map(|transaction| serde_json::to_string(&transaction).unwrap()).collect();
        texts.push(serde_json::to_string(life.statements()).unwrap());
        texts.push(serde_json::to_string(&books.commodities()).unwrap());
        texts.push(serde_json::to_string(&books.accounts()).unwrap());
        texts.push(serde_json::to_string(&books.payees()).unwrap());
        texts.push(serde_json::to_string(&books.tags()).unwrap());
        texts.push(serde_json::to_string(&books.prices()).unwrap());
        let found = hash(texts);
        assert_eq!(found, expected, "{found:#018x} of {plan:?}");
    }
}

#[test]
fn there_are_exactly_as_many_transactions_as_asked_for() {
    for asked in [0, 1, 5, 30, 250, 1000, 4000, 10_000, 40_000] {
        let books = benchmark(asked, 3);
        let life = books.transactions(1);
        assert_eq!((books.len(), life.len()), (asked, usize::try_from(asked).unwrap()));
        assert_eq!(u32::try_from(life.count()).unwrap(), asked);
    }
    let books = explore(Language::English);
    assert_eq!(books.transactions(1).count(), usize::try_from(books.len()).unwrap());
    assert!((4000..8000).contains(&books.len()), "{}", books.len());
}

#[test]
fn books_span_the_plan_and_are_in_order_of_date() {
    for (books, from) in [
        (explore(Language::English), "2024-11-23"),
        (benchmark(10_000, 1), "2016-11-23"),
        (benchmark(60_000, 1), "2016-11-23"),
    ] {
        let days: Vec<Day> = books.transactions(1).map(|transaction| transaction.day()).collect();
        assert_eq!(days.first().unwrap().to_string(), from);
        assert!(days.last().unwrap().offset(2) >= today(), "{:?}", days.last());
        assert!(days.is_sorted());
        let longest = days.windows(2).map(|pair| pair[1].number() - pair[0].number()).max().unwrap();
        assert!(longest <= 6, "{longest} days without a transaction");
    }
}

#[test]
fn too_few_transactions_for_the_span_start_the_books_later() {
    let books = benchmark(1500, 1);
    assert!(books.plan().from > "2023-01-01".parse().unwrap());
    let days: BTreeSet<Day> = books.transactions(1).map(|transaction| transaction.day()).collect();
    assert_eq!(days.first(), Some(&books.plan().from));
}

#[test]
fn ids_count_from_one_and_every_reference_has_its_row() {
    let books = explore(Language::Thai);
    let rows = |count: usize| -> HashSet<i64> { (1..=i64::try_from(count).unwrap()).collect() };
    let commodities: HashSet<i64> = books.commodities().iter().map(|commodity| commodity.id.0).collect();
    let accounts: HashSet<i64> = books.accounts().iter().map(|account| account.id.0).collect();
    let payees: HashSet<i64> = books.payees().iter().map(|payee| payee.id.0).collect();
    let tags: HashSet<i64> = books.tags().iter().map(|tag| tag.id.0).collect();
    for ids in [&commodities, &accounts, &payees, &tags] {
        assert_eq!(*ids, rows(ids.len()));
    }
    for (serial, transaction) in (500_u32..).zip(books.transactions(500)) {
        assert_eq!(transaction.id.serial(), serial);
        assert!(transaction.payee.is_none_or(|payee| payees.contains(&payee.0)));
        assert!(transaction.tags.iter().all(|tag| tags.contains(&tag.0)) && transaction.tags.is_sorted());
        for posting in transaction.postings() {
            assert!(accounts.contains(&posting.account.0));
            assert!(commodities.contains(&posting.amount.commodity.0));
            assert!(!posting.amount.quantity.is_zero(), "{transaction:?}");
        }
    }
    let names: HashSet<String> = books.payees().into_iter().map(|payee| payee.name).collect();
    assert_eq!(names.len(), payees.len());
}

/// Balances of every account and commodity, shown after each day.
fn each_day(books: &Books, mut show: impl FnMut(Day, &BTreeMap<(AccountId, CommodityId), i128>)) {
    let mut balances = BTreeMap::new();
    let mut day = books.plan().from;
    for transaction in books.transactions(1) {
        if transaction.day() != day {
            show(day, &balances);
            day = transaction.day();
        }
        for posting in transaction.postings() {
            let Amount { quantity, commodity } = posting.amount;
            *balances.entry((posting.account, commodity)).or_default() += quantity.units();
        }
    }
    show(day, &balances);
}

#[test]
fn no_account_is_ever_overdrawn_and_no_debt_grows_beyond_reason() {
    for books in [
        explore(Language::English),
        Books::new(Plan { seed: 77, ..Plan::explore(today(), Language::Thai) }),
        benchmark(10_000, 1),
        benchmark(10_000, 2),
        benchmark(90_000, 3),
    ] {
        let tree = AccountTree::new(books.accounts());
        each_day(&books, |day, balances| {
            for ((account, commodity), units) in balances {
                let account = tree.get(*account).unwrap();
                match account.kind {
                    kind if kind.account_type().is_holding()
                        && kind.account_type() == ledger::AccountType::Asset =>
                    {
                        assert!(*units >= 0, "{} holds {units} of {commodity} on {day}", account.name);
                    }
                    AccountKind::Card => {
                        let most = 40_000_000.max(i128::from(books.len()) * 500);
                        assert!((-most..=500_000).contains(units), "{} owes {units} on {day}", account.name);
                    }
                    AccountKind::Payable | AccountKind::Loan => {
                        assert!(*units <= 0, "{} is {units} on {day}", account.name);
                    }
                    _ => {}
                }
            }
        });
    }
}

#[test]
fn every_account_is_used_whatever_the_density() {
    let used = |books: &Books| -> BTreeSet<AccountId> {
        let legs = books.transactions(1).flat_map(|transaction| transaction.postings().to_vec());
        legs.map(|posting| posting.account).collect()
    };
    let leaves: BTreeSet<AccountId> = {
        let accounts = benchmark(1, 1).accounts();
        let parents: HashSet<_> = accounts.iter().filter_map(|account| account.parent).collect();
        accounts.iter().map(|account| account.id).filter(|id| !parents.contains(id)).collect()
    };
    for books in [explore(Language::Thai), benchmark(10_000, 5), benchmark(50_000, 5)] {
        let used = used(&books);
        let unused: Vec<_> = leaves.difference(&used).collect();
        assert_eq!(used, leaves, "{unused:?}");
        assert_eq!(used, leaves, "{} transactions", books.len());
    }
}

#[test]
fn statements_state_what_the_books_hold() {
    let books = explore(Language::English);
    let mut life = books.transactions(1);
    life.by_ref().for_each(drop);
    let statements = life.statements().to_vec();
    assert_eq!(statements.len(), 24 * 7, "seven accounts at the end of each whole month");
    let mut held: BTreeMap<(Day, AccountId), i128> = BTreeMap::new();
    each_day(&books, |day, balances| {
        for ((account, _), units) in balances {
            held.insert((day, *account), *units);
        }
    });
    for statement in &statements {
        let (_, units) = held
            .range((Day::MIN, statement.account)..=(statement.day, statement.account))
            .rfind(|((_, account), _)| *account == statement.account)
            .unwrap();
        assert_eq!(statement.balance.quantity.units(), *units, "{statement:?}");
        assert_eq!(statement.reconciled, statement.day <= "2026-09-30".parse().unwrap());
    }
}

#[test]
fn old_postings_are_reconciled_and_only_the_last_days_are_pending() {
    let books = explore(Language::English);
    let tree = AccountTree::new(books.accounts());
    let mut life = books.transactions(1);
    life.by_ref().for_each(drop);
    let stated: HashSet<AccountId> = life.statements().iter().map(|statement| statement.account).collect();
    let mut pending = 0;
    for transaction in books.transactions(1) {
        for posting in transaction.postings() {
            if !tree.get(posting.account).unwrap().account_type().is_holding() {
                continue;
            }
            let expected = match transaction.day() {
                day if day > "2026-11-19".parse().unwrap() => Status::Pending,
                day if day > "2026-09-30".parse().unwrap() => Status::Cleared,
                _ => Status::Reconciled,
            };
            let expected = if stated.contains(&posting.account) { expected } else { Status::Cleared };
            assert_eq!(posting.status, expected, "{transaction:?}");
            pending += i32::from(expected == Status::Pending);
        }
    }
    assert!(pending > 5, "{pending}");
}

#[test]
fn the_last_two_weeks_leave_something_to_review() {
    for language in [Language::English, Language::Thai] {
        let books = explore(language);
        let to_review: Vec<Transaction> =
            books.transactions(1).filter(|transaction| transaction.sorting != Sorting::Person).collect();
        let (open, proposed): (Vec<_>, Vec<_>) =
            to_review.iter().partition(|transaction| transaction.sorting.is_nobody());
        assert!(open.len() >= 8 && proposed.len() >= 8, "{} {}", open.len(), proposed.len());
        let tree = AccountTree::new(books.accounts());
        for transaction in open {
            assert!(transaction.payee.is_none() && !transaction.description.is_empty());
            let category = tree.get(transaction.postings()[1].account).unwrap();
            assert!(["Uncategorised", "ยังไม่จัดหมวด"].contains(&category.name.as_str()));
        }
        let early = to_review.iter().filter(|transaction| transaction.day() < today().offset(-14)).count();
        assert_eq!(early, 0);
    }
}

#[test]
fn what_comes_back_is_told_exactly() {
    for books in [explore(Language::English), benchmark(20_000, 9)] {
        let recurring = books.recurring();
        // By payee and category: the day and size of what left or reached the paying account.
        let mut told: HashMap<_, Vec<(Day, Amount)>> = HashMap::new();
        let tree = AccountTree::new(books.accounts());
        for transaction in books.transactions(1) {
            let Some(payee) = transaction.payee else { continue };
            let legs = transaction.postings();
            let money =
                |kind| matches!(kind, AccountKind::Checking | AccountKind::Savings | AccountKind::Card);
            let Some(paying) = legs.iter().find(|leg| money(tree.get(leg.account).unwrap().kind)) else {
                continue;
            };
            let Amount { quantity, commodity } = paying.amount;
            let amount = Amount::new(quantity.magnitude(), commodity);
            for leg in legs.iter().filter(|leg| leg.account != paying.account) {
                told.entry((payee, leg.account)).or_default().push((transaction.day(), amount));
            }
        }
        for planted in &recurring {
            let charges: Vec<_> = planted.charges.iter().map(|charge| (charge.day, charge.amount)).collect();
            assert_eq!(told.get(&(planted.payee, planted.category)), Some(&charges), "{planted:?}");
        }
        let twists: HashSet<_> = recurring.iter().filter_map(|planted| planted.twist).collect();
        for twist in
            [Twist::PriceRise, Twist::TrialTurnedPaid, Twist::DoubleCharge, Twist::Unused, Twist::Cancelled]
        {
            assert!(twists.contains(&twist), "{twist:?}");
        }
        let subscriptions =
            recurring.iter().filter(|planted| planted.kind == RecurringKind::Subscription).count();
        assert!(subscriptions >= 14, "{subscriptions}");
    }
}

#[test]
fn planted_twists_are_what_they_are_called() {
    let recurring = explore(Language::English).recurring();
    let charges = |twist| {
        let planted = recurring.iter().find(|planted| planted.twist == Some(twist)).unwrap();
        planted.charges.iter().map(|charge| (charge.day, charge.amount.quantity.units())).collect::<Vec<_>>()
    };
    let rise = charges(Twist::PriceRise);
    assert!(rise.first().unwrap().1 < rise.last().unwrap().1);
    let trial = charges(Twist::TrialTurnedPaid);
    assert!(trial[0].1 * 10 < trial[1].1 && trial.len() > 5, "{trial:?}");
    let doubled = charges(Twist::DoubleCharge);
    assert_eq!(doubled.windows(2).filter(|pair| pair[0] == pair[1]).count(), 1, "{doubled:?}");
    let cancelled = charges(Twist::Cancelled);
    assert!(cancelled.last().unwrap().0 < today().offset(-200), "{cancelled:?}");
}

#[test]
fn texts_are_thai_and_latin_as_in_bangkok() {
    for (books, low, high) in [
        (explore(Language::English), 30, 60),
        (explore(Language::Thai), 75, 97),
        (benchmark(30_000, 1), 30, 60),
    ] {
        let payees: HashMap<_, _> = books.payees().into_iter().map(|payee| (payee.id, payee.name)).collect();
        let thai = books.transactions(1).filter(|transaction| {
            let payee = transaction.payee.and_then(|payee| payees.get(&payee));
            has_thai(&transaction.description)
                || has_thai(&transaction.note)
                || payee.is_some_and(|name| has_thai(name))
        });
        let percent = thai.count() * 100 / usize::try_from(books.len()).unwrap();
        assert!((low..high).contains(&percent), "{percent} % of {:?}", books.plan());
    }
}

#[test]
fn thai_words_are_rare_common_and_frequent() {
    let books = benchmark(100_000, 1);
    let words = [("สแกนจ่าย", 5000, 20_000), ("กาแฟ", 300, 9000), ("ทุเรียนหมอนทอง", 3, 60), ("ฟันคุด", 1, 60)];
    let mut found = [0; 4];
    for transaction in books.transactions(1) {
        for (count, (word, ..)) in found.iter_mut().zip(&words) {
            *count += i32::from(transaction.description.contains(word) || transaction.note.contains(word));
        }
    }
    for (count, (word, low, high)) in found.into_iter().zip(words) {
        assert!((low..high).contains(&count), "{word}: {count}");
    }
}

#[test]
fn descriptions_vary_and_a_few_payees_are_met_most() {
    let books = benchmark(100_000, 4);
    let mut descriptions = HashSet::new();
    let (mut described, mut met) = (0_usize, HashMap::<_, usize>::new());
    for transaction in books.transactions(1) {
        if let Some(payee) = transaction.payee {
            *met.entry(payee).or_default() += 1;
        }
        if !transaction.description.is_empty() {
            described += 1;
            descriptions.insert(transaction.description);
        }
    }
    assert!(descriptions.len() * 100 > described * 97, "{} of {described}", descriptions.len());
    let mut counts: Vec<usize> = met.into_values().collect();
    counts.sort_unstable_by(|a, b| b.cmp(a));
    let all: usize = counts.iter().sum();
    let top: usize = counts.iter().take(counts.len() / 10).sum();
    assert!(counts.len() > 600 && top * 100 > all * 35, "{} payees, {top} of {all}", counts.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn any_plan_is_carried_out(
        seed: u64,
        from in -800_000_i64..3_000_000,
        days in -400_i64..3000,
        transactions in proptest::option::of(0_u32..6000),
        thai: bool,
    ) {
        let day = |number: i64| Day::from_number(number).unwrap_or(Day::MAX);
        let language = if thai { Language::Thai } else { Language::English };
        let plan = Plan { seed, from: day(from), to: day(from + days), transactions, language };
        let books = Books::new(plan);
        prop_assert!(transactions.is_none_or(|asked| asked == books.len()));
        prop_assert_eq!(books.transactions(7).count(), usize::try_from(books.len()).unwrap());
    }
}
