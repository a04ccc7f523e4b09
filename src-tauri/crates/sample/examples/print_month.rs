//! Prints one month of the sample books as a journal: `print_month [YYYY-MM] [english|thai] [transactions]`.

use ledger::{AccountTree, Month, Scale};
use sample::{Books, Language, Plan};
use std::collections::HashMap;
use std::error::Error;
use std::io::{Write, stdout};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let today = "2026-11-22".parse()?;
    let month = Month::of(format!("{}-01", arguments.next().as_deref().unwrap_or("2026-11")).parse()?);
    let thai = arguments.next().as_deref() == Some("thai");
    let mut plan = Plan::explore(today, if thai { Language::Thai } else { Language::English });
    if let Some(transactions) = arguments.next() {
        plan = Plan { language: plan.language, ..Plan::benchmark(today, transactions.parse()?, plan.seed) };
    }
    let books = Books::new(plan);
    let tree = AccountTree::new(books.accounts());
    let payees: HashMap<_, _> = books.payees().into_iter().map(|payee| (payee.id, payee.name)).collect();
    let tags: HashMap<_, _> = books.tags().into_iter().map(|tag| (tag.id, tag.name)).collect();
    let commodities: HashMap<_, (String, Scale)> = (books.commodities().into_iter())
        .map(|commodity| (commodity.id, (commodity.code, commodity.scale)))
        .collect();
    let mut out = stdout().lock();
    for transaction in books.transactions(1).filter(|transaction| Month::of(transaction.day()) == month) {
        let payee = transaction.payee.and_then(|id| payees.get(&id)).map_or("", String::as_str);
        let tags: Vec<_> = transaction.tags.iter().filter_map(|id| tags.get(id)).collect();
        writeln!(
            out,
            "{} {payee} | {} | {} {tags:?}",
            transaction.day(),
            transaction.description,
            transaction.note
        )?;
        for posting in transaction.postings() {
            let Some((code, scale)) = commodities.get(&posting.amount.commodity) else { continue };
            let amount = posting.amount.quantity.to_decimal(*scale);
            writeln!(out, "    {:<48} {amount:>14} {code} {}", tree.path(posting.account), posting.memo)?;
        }
    }
    Ok(())
}
