//! Tells books and says how fast, and the lowest and the last balance of what is held:
//! `measure [transactions] [seed]`.

use ledger::{AccountTree, Quantity, Scale};
use sample::{Books, Language, Plan};
use std::collections::BTreeMap;
use std::error::Error;
use std::io::{Write, stdout};
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let today = "2026-11-22".parse()?;
    let seed = |text: Option<String>| text.map_or(Ok(1), |text| text.parse());
    let plan = match arguments.next() {
        Some(transactions) => Plan::benchmark(today, transactions.parse()?, seed(arguments.next())?),
        None => Plan::explore(today, Language::English),
    };
    let start = Instant::now();
    let books = Books::new(plan);
    let made = start.elapsed();
    let start = Instant::now();
    let count = books.transactions(1).map(|transaction| transaction.postings().len()).sum::<usize>();
    let told = start.elapsed();
    let mut out = stdout().lock();
    writeln!(out, "{} {:?}..{:?}", books.len(), books.plan().from.to_string(), books.plan().to.to_string())?;
    writeln!(
        out,
        "books in {made:?}, {count} postings in {told:?}, {} a second",
        u128::from(books.len()) * 1000 / told.as_millis().max(1)
    )?;

    let tree = AccountTree::new(books.accounts());
    let units: BTreeMap<_, (String, Scale)> = (books.commodities().into_iter())
        .map(|commodity| (commodity.id, (commodity.code, commodity.scale)))
        .collect();
    let mut balances: BTreeMap<_, (i128, i128, u32)> = BTreeMap::new();
    for transaction in books.transactions(1) {
        for posting in transaction.postings() {
            let balance = balances.entry((posting.account, posting.amount.commodity)).or_default();
            balance.0 += posting.amount.quantity.units();
            balance.1 = balance.1.min(balance.0);
            balance.2 += 1;
        }
    }
    for ((account, commodity), (last, lowest, postings)) in balances {
        let Some((code, scale)) = units.get(&commodity) else { continue };
        let shown = |units| Quantity::new(units).map(|quantity| quantity.to_decimal(*scale));
        let path = tree.path(account);
        writeln!(
            out,
            "{path:<48} {:>20} {code:<5} lowest {:>20} {postings:>8}",
            shown(last)?,
            shown(lowest)?
        )?;
    }
    Ok(())
}
