//! Small books written as text, read the way the store reads them, and reports written back as text.

use crate::{Books, Holding, Movements, Period, Plan, Report, Request, Row, RowStyle, Subject};
use ledger::{
    Account, AccountId, AccountKind, AccountPath, AccountTree, AccountType, Commodity, CommodityId,
    CommodityKind, Day, Flow, Month, PayeeFlow, PayeeId, Price, Quantity, Rates, Scale,
};
use std::collections::{BTreeMap, HashMap};

/// One leg of a transaction.
#[derive(Debug, Clone)]
pub struct Leg {
    pub day: Day,
    pub payee: Option<PayeeId>,
    pub account: AccountId,
    pub commodity: CommodityId,
    pub quantity: Quantity,
}

/// Books of a few lines.
///
/// ```text
/// account Liabilities:Card card
/// price 2026-01-31 USD 35 THB
/// 2026-01-05 Corner Shop: Expenses:Food 120 THB, Assets:Cash -120 THB
/// ```
#[derive(Default)]
pub struct SmallBooks {
    pub accounts: Vec<Account>,
    pub payees: Vec<String>,
    pub commodities: HashMap<CommodityId, Commodity>,
    pub prices: Vec<Price>,
    pub legs: Vec<Leg>,
}

/// A quarter in baht, dollars and yen: wages, a refund larger than its category, a transfer, a conversion, a card and
/// airline miles that nobody quotes.
pub const BOOKS: &str = "
    account Assets:Bank:Checking checking
    account Assets:Bank:Dollars savings
    account Assets:Broker brokerage
    account Assets:Miles wallet
    account Liabilities:Card card
    account Liabilities:Car loan loan
    account Equity:Opening opening
    account Equity:Conversion conversion
    price 2025-12-31 USD 30 THB
    price 2026-01-31 USD 31 THB
    price 2026-02-28 USD 32.5 THB
    price 2026-03-31 USD 33 THB
    price 2026-01-01 JPY 0.225 THB

    2025-12-31 Assets:Bank:Checking 1000 THB, Equity:Opening -1000 THB
    2025-12-31 Assets:Bank:Dollars 100 USD, Equity:Opening -100 USD
    2025-12-31 Liabilities:Car loan -600 THB, Equity:Opening 600 THB
    2025-12-31 Assets:Miles 5000 MILES, Equity:Opening -5000 MILES
    2026-01-25 Studio: Assets:Bank:Checking 900 THB, Income:Salary -900 THB
    2026-01-10 Rice House: Expenses:Food 45.50 THB, Liabilities:Card -45.50 THB
    2026-01-12 Rice House: Expenses:Food:Groceries 100 THB, Assets:Bank:Checking -100 THB
    2026-01-20 Shop of Shoes: Expenses:Clothes 80 THB, Assets:Bank:Checking -80 THB
    2026-02-02 Shop of Shoes: Expenses:Clothes -120 THB, Assets:Bank:Checking 120 THB
    2026-02-10 Tokyo Diner: Expenses:Food 333 JPY, Liabilities:Card -333 JPY
    2026-02-15 Cloud Host: Expenses:Software 10.01 USD, Assets:Bank:Dollars -10.01 USD
    2026-02-20 Assets:Broker 200 THB, Assets:Bank:Checking -200 THB
    2026-03-05 Assets:Bank:Dollars 10 USD, Equity:Conversion -10 USD, Equity:Conversion 320 THB, Assets:Bank:Checking -320 THB
    2026-03-09 Fly Far: Expenses:Travel 1500 MILES, Assets:Miles -1500 MILES
    2026-03-30 Liabilities:Car loan 50 THB, Expenses:Interest 5 THB, Assets:Bank:Checking -55 THB
";

/// Commodities by id from 1; the first is the base.
pub const COMMODITIES: [(&str, u8); 6] =
    [("THB", 2), ("USD", 2), ("JPY", 0), ("BTC", 8), ("MILES", 0), ("BHD", 3)];

pub fn commodity(code: &str) -> CommodityId {
    let at = COMMODITIES.iter().position(|(known, _)| *known == code).expect(code);
    CommodityId(i64::try_from(at).unwrap() + 1)
}

pub fn code(id: CommodityId) -> &'static str {
    COMMODITIES[usize::try_from(id.0).unwrap() - 1].0
}

pub fn scale(id: CommodityId) -> Scale {
    Scale::new(COMMODITIES[usize::try_from(id.0).unwrap() - 1].1).unwrap()
}

impl SmallBooks {
    pub fn parse(text: &str) -> Self {
        let mut books = Self::default();
        for (code, decimals) in COMMODITIES {
            let id = commodity(code);
            let scale = Scale::new(decimals).unwrap();
            let known = Commodity {
                id,
                code: code.into(),
                name: code.into(),
                kind: CommodityKind::Custom,
                scale,
                symbol: None,
            };
            books.commodities.insert(id, known);
        }
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            books.read(line);
        }
        books
    }

    fn read(&mut self, line: &str) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words[0] {
            "account" => {
                let (path, kind) = line["account ".len()..].rsplit_once(' ').unwrap();
                self.account(path, kind.parse().ok());
            }
            "price" => self.prices.push(Price {
                day: words[1].parse().unwrap(),
                commodity: commodity(words[2]),
                rate: words[3].parse().unwrap(),
                quote: commodity(words[4]),
            }),
            date => {
                let day = date.parse().unwrap();
                let rest = line[date.len()..].trim();
                let (payee, legs) = match rest.split_once(": ") {
                    Some((payee, legs)) => (Some(self.payee(payee)), legs),
                    None => (None, rest),
                };
                for leg in legs.split(", ") {
                    let mut parts = leg.rsplitn(3, ' ');
                    let commodity = commodity(parts.next().unwrap());
                    let quantity = Quantity::parse(parts.next().unwrap(), scale(commodity)).unwrap();
                    let account = self.account(parts.next().unwrap(), None);
                    self.legs.push(Leg { day, payee, account, commodity, quantity });
                }
            }
        }
    }

    pub fn payee(&mut self, name: &str) -> PayeeId {
        let known = self.payees.iter().position(|payee| payee == name);
        let at = known.unwrap_or_else(|| {
            self.payees.push(name.to_owned());
            self.payees.len() - 1
        });
        PayeeId(i64::try_from(at).unwrap() + 1)
    }

    pub fn account(&mut self, path: &str, kind: Option<AccountKind>) -> AccountId {
        let path = AccountPath::parse(path).unwrap();
        let generic = path.account_type().generic_kind();
        let (mut parent, last) = (None, path.names().len() - 1);
        for (depth, name) in path.names().iter().enumerate() {
            let known =
                self.accounts.iter().find(|account| account.parent == parent && account.name == *name);
            let id = known.map_or_else(
                || AccountId(i64::try_from(self.accounts.len()).unwrap() + 1),
                |account| account.id,
            );
            if known.is_none() {
                let kind = kind.filter(|_| depth == last).unwrap_or(generic);
                self.accounts.push(Account {
                    id,
                    parent,
                    name: name.clone(),
                    kind,
                    commodity: None,
                    number: String::new(),
                    note: String::new(),
                    closed: false,
                });
            }
            parent = Some(id);
        }
        parent.unwrap()
    }

    pub fn tree(&self) -> AccountTree {
        AccountTree::new(self.accounts.iter().cloned())
    }

    /// What the store answers: one flow for each account, commodity and month of each period read.
    pub fn movements(&self, plan: &Plan) -> Movements {
        self.movements_of(plan, plan.account_types())
    }

    pub fn movements_of(&self, plan: &Plan, types: &[AccountType]) -> Movements {
        let is_of = |id: AccountId| {
            self.accounts.iter().any(|account| account.id == id && types.contains(&account.account_type()))
        };
        let within = |period: &Period| {
            let period = *period;
            self.legs.iter().filter(move |leg| period.contains(leg.day))
        };
        if plan.is_by_payee() {
            let category = |id: AccountId| {
                self.accounts.iter().any(|account| account.id == id && account.account_type().is_category())
            };
            let lists = plan.reads().iter().map(|read| {
                let mut sums: BTreeMap<_, (i128, i64)> = BTreeMap::new();
                for leg in within(read).filter(|leg| category(leg.account)) {
                    let sum = sums.entry((leg.account, leg.payee, leg.commodity)).or_default();
                    *sum = (sum.0 + leg.quantity.units(), sum.1 + 1);
                }
                let flow = |((account, payee, commodity), (units, postings))| PayeeFlow {
                    account,
                    payee,
                    commodity,
                    quantity: Quantity::new(units).unwrap(),
                    postings,
                };
                sums.into_iter().map(flow).collect()
            });
            return Movements::Payees(lists.collect());
        }
        let lists = plan.reads().iter().map(|read| {
            let mut sums: BTreeMap<_, (i128, i64)> = BTreeMap::new();
            for leg in within(read).filter(|leg| is_of(leg.account)) {
                let sum = sums.entry((Month::of(leg.day), leg.account, leg.commodity)).or_default();
                *sum = (sum.0 + leg.quantity.units(), sum.1 + 1);
            }
            let flow = |((month, account, commodity), (units, postings))| Flow {
                account,
                commodity,
                month,
                quantity: Quantity::new(units).unwrap(),
                postings,
            };
            sums.into_iter().map(flow).collect()
        });
        Movements::Accounts(lists.collect())
    }

    pub fn report(&self, request: &Request) -> Report {
        self.report_in(request, "THB")
    }

    pub fn report_in(&self, request: &Request, base: &str) -> Report {
        self.with_plan(request, base, |plan, books, movements| plan.report(books, movements).unwrap())
    }

    pub fn holdings(&self, request: &Request) -> Vec<Holding> {
        self.with_plan(request, "THB", |plan, books, movements| plan.holdings(books, movements).unwrap())
    }

    fn with_plan<T>(
        &self,
        request: &Request,
        base: &str,
        make: impl FnOnce(&Plan, &Books<'_>, &Movements) -> T,
    ) -> T {
        let plan = request.plan().unwrap();
        self.with_movements(&plan, base, &self.movements(&plan), make)
    }

    pub fn with_movements<T>(
        &self,
        plan: &Plan,
        base: &str,
        movements: &Movements,
        make: impl FnOnce(&Plan, &Books<'_>, &Movements) -> T,
    ) -> T {
        let days = plan.rate_days(movements).unwrap();
        let tree = self.tree();
        let rates = Rates::new(self.prices_at(&days));
        let books =
            Books { accounts: &tree, commodities: &self.commodities, rates: &rates, base: commodity(base) };
        make(plan, &books, movements)
    }

    /// What the store answers: of each pair the latest price on or before each day.
    fn prices_at(&self, days: &[Day]) -> Vec<Price> {
        let mut wanted = Vec::new();
        for day in days {
            let mut latest: BTreeMap<_, &Price> = BTreeMap::new();
            for price in self.prices.iter().filter(|price| price.day <= *day) {
                let known = latest.entry((price.commodity, price.quote)).or_insert(price);
                if price.day >= known.day {
                    *known = price;
                }
            }
            wanted.extend(latest.into_values().cloned());
        }
        wanted
    }

    /// The rows, one a line: indent, name, figures; then `|` and shares, `vs` and what they are compared with.
    pub fn text(&self, report: &Report) -> String {
        let mut text = self.rows(&report.rows, report.base);
        for unvalued in &report.unvalued {
            text.push_str(&format!("-- {} without a rate by {}\n", code(unvalued.commodity), unvalued.day));
            text.push_str(&self.rows(&unvalued.rows, unvalued.commodity));
        }
        text
    }

    pub fn name(&self, subject: Subject) -> String {
        let tree = self.tree();
        match subject {
            Subject::Account(id) => tree.get(id).unwrap().name.clone(),
            Subject::Itself(id) => format!("({} itself)", tree.get(id).unwrap().name),
            Subject::Payee(None) => "(nobody named)".into(),
            Subject::Payee(Some(id)) => self.payees[usize::try_from(id.0).unwrap() - 1].clone(),
            Subject::Others(count) => format!("({count} others)"),
            Subject::Line(line) => format!("{line:?}"),
        }
    }

    fn rows(&self, rows: &[Row], base: CommodityId) -> String {
        let mut text = String::new();
        for row in rows {
            let mut line = "  ".repeat(row.depth.into()) + &self.name(row.subject);
            line.push_str(match row.style {
                RowStyle::Heading => ":",
                RowStyle::Total => " =",
                RowStyle::Result => " ==",
                RowStyle::Line | RowStyle::Subtotal => "",
            });
            let figures = |figures: &[Quantity]| {
                let texts = figures.iter().map(|figure| figure.to_decimal(scale(base)).to_string());
                texts.collect::<Vec<_>>().join(" ")
            };
            line = format!("{line} {}", figures(&row.values));
            if let Some(whole) = row.whole.filter(|_| row.values.len() > 1) {
                line.push_str(&format!(" ({})", whole.to_decimal(scale(base))));
            }
            if !row.shares.is_empty() {
                let shares =
                    row.shares.iter().map(|share| share.map_or("-".into(), |share| share.to_string()));
                line.push_str(&format!(" | {}", shares.collect::<Vec<String>>().join(" ")));
            }
            if !row.compared.is_empty() {
                line.push_str(&format!(" vs {}", figures(&row.compared)));
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }
}

pub fn period(from: &str, to: &str) -> Period {
    Period::new(from.parse().unwrap(), to.parse().unwrap()).unwrap()
}

/// Asserts that texts are the same, whatever their indentation as a whole.
pub fn assert_text(found: &str, expected: &str) {
    let indent = expected
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.len() - line.trim_start().len());
    let indent = indent.min().unwrap_or_default();
    let lines = expected.lines().filter(|line| !line.trim().is_empty());
    let expected: Vec<&str> = lines.map(|line| &line[indent..]).collect();
    assert_eq!(found.lines().collect::<Vec<_>>(), expected, "\nfound:\n{found}");
}
