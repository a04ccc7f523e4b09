//! Says how long each report takes on ten years of books: 80 accounts, 10 commodities, 120 columns.

use ledger::{
    Account, AccountId, AccountKind, AccountTree, Commodity, CommodityId, CommodityKind, Day, Flow, Month,
    PayeeFlow, PayeeId, Price, Quantity, Rates, Scale,
};
use reports::{Books, Interval, Kind, Movements, Period, Plan, Request};
use std::collections::HashMap;
use std::error::Error;
use std::io::{Write, stdout};
use std::time::Instant;

const COMMODITIES: i64 = 10;
const MONTHS: i32 = 120;

fn main() -> Result<(), Box<dyn Error>> {
    let accounts = AccountTree::new(accounts());
    let commodities: HashMap<CommodityId, Commodity> = commodities()?;
    let first = Month::of("2016-12-01".parse()?);
    let rates = Rates::new(prices(first)?);
    let books = Books { accounts: &accounts, commodities: &commodities, rates: &rates, base: CommodityId(1) };
    let period = Period::new(first.first(), first.offset(MONTHS - 1).last())?;
    let mut out = stdout().lock();
    for kind in Kind::ALL {
        let request = Request { interval: Interval::Month, ..Request::new(kind, period) };
        let plan = request.plan()?;
        let movements = movements(&plan, first)?;
        let mut times = Vec::new();
        for _ in 0..49 {
            let start = Instant::now();
            let report = plan.report(&books, &movements)?;
            times.push(start.elapsed());
            assert!(report.rows.len() > 2);
        }
        times.sort();
        let count = match &movements {
            Movements::Accounts(lists) => lists.iter().map(Vec::len).sum::<usize>(),
            Movements::Payees(lists) => lists.iter().map(Vec::len).sum(),
        };
        let (best, median, reads) = (times[0], times[24], plan.reads().len());
        writeln!(out, "{kind:?}: best {best:?}, median {median:?}, from {count} flows in {reads} reads")?;
    }
    Ok(())
}

fn accounts() -> Vec<Account> {
    let account = |id: i64, parent: Option<i64>, kind| Account {
        id: AccountId(id),
        parent: parent.map(AccountId),
        name: format!("Account {id:02}"),
        kind,
        commodity: None,
        number: String::new(),
        note: String::new(),
        closed: false,
    };
    use AccountKind::{Asset, Card, Checking, Equity, Expense, Income, Liability};
    let roots = [Asset, Liability, Equity, Income, Expense];
    let roots = roots.into_iter().zip(1..).map(|(kind, id)| account(id, None, kind));
    let others = (6..=80).map(|id| match id % 10 {
        0 | 1 => account(id, Some(1), Checking),
        2 => account(id, Some(2), Card),
        3 => account(id, Some(4), Income),
        _ if id > 40 && id % 2 == 0 => account(id, Some(id / 20 * 10 + 5), Expense),
        _ => account(id, Some(5), Expense),
    });
    roots.chain(others).collect()
}

fn commodities() -> Result<HashMap<CommodityId, Commodity>, Box<dyn Error>> {
    let commodity = |id: i64| {
        let id = CommodityId(id);
        let scale = Scale::new(if id.0 == 10 { 8 } else { 2 })?;
        let (code, name) = (format!("C{id}"), format!("Commodity {id}"));
        Ok((id, Commodity { id, code, name, kind: CommodityKind::Currency, scale, symbol: None }))
    };
    (1..=COMMODITIES).map(commodity).collect()
}

/// A rate at every month's end; half of them the other way round, and two through a third.
fn prices(first: Month) -> Result<Vec<Price>, Box<dyn Error>> {
    let mut prices = Vec::new();
    for month in 0..MONTHS {
        for id in 2..=COMMODITIES {
            let day = first.offset(month).last();
            let rate = format!("{}.{:04}", 20 + id, 1000 + month * 7).parse()?;
            let (of, other) = (CommodityId(id), CommodityId(if id > 8 { 2 } else { 1 }));
            let (commodity, quote) = if id % 2 == 0 { (of, other) } else { (other, of) };
            prices.push(Price { commodity, quote, day, rate });
        }
    }
    Ok(prices)
}

/// Every second account moves a few commodities each month.
fn movements(plan: &Plan, first: Month) -> Result<Movements, Box<dyn Error>> {
    let quantity = |month: i32, account: i64, commodity: i64| {
        let units =
            (i64::from(month) * 7919 + account * 104_729 + commodity * 1_299_709) % 1_000_000 - 400_000;
        Quantity::new(units.into())
    };
    let active =
        |month: i32, account: i64, commodity: i64| (i64::from(month) + account * 3 + commodity) % 9 < 4;
    let mut accounts = Vec::new();
    let mut payees = Vec::new();
    for month in 0..MONTHS {
        for account in 6..=80 {
            for commodity in (1..=COMMODITIES).filter(|commodity| active(month, account, *commodity)) {
                let quantity = quantity(month, account, commodity)?;
                let (month, account, commodity) =
                    (first.offset(month), AccountId(account), CommodityId(commodity));
                accounts.push(Flow { account, commodity, month, quantity, postings: 3 });
                let payee = Some(PayeeId(account.0 * 13 % 40 + 1));
                let flow = PayeeFlow { account, payee, commodity, quantity, postings: 3 };
                payees.push((month.last(), flow));
            }
        }
    }
    if !plan.is_by_payee() {
        return Ok(Movements::Accounts(vec![accounts]));
    }
    let of = |to: Day| payees.iter().filter(move |(day, _)| *day == to).map(|(_, flow)| *flow).collect();
    Ok(Movements::Payees(plan.reads().iter().map(|read| of(read.to())).collect()))
}
