//! What transactions move in each budget, kept up to date with them.
//!
//! A commit counts its transactions in and out. Where what they are counted by changes (a budget, its accounts, a rate),
//! whole periods are summed anew from the books instead. A ledger without budgets pays nothing but the question.

use crate::split::split_units;
use crate::{Names, Reader, StoreError, Writer};
use ledger::{AccountId, CommodityId, Day, Price, Quantity, Rates, RoundingRule, Transaction, convert};
use planning::{Budget, Flow, Leg, PeriodNumber, Place, flows};
use sqlx::{QueryBuilder, Sqlite};
use std::collections::{BTreeMap, BTreeSet, HashMap};

const ROWS_A_STATEMENT: usize = 500;

/// A row of `budget_flow`: budget, period, kind, envelope or source of income, card.
pub(crate) type FlowKey = (i64, PeriodNumber, i64, i64, i64);
/// A row of `budget_holding`: budget, period, account, commodity.
pub(crate) type HoldingKey = (i64, PeriodNumber, i64, i64);

/// The derived rows of budgets, as far as they are looked at.
#[derive(Debug, Default)]
pub(crate) struct Sums {
    /// Units, and how many flows they come from.
    pub flows: BTreeMap<FlowKey, (i128, i64)>,
    /// Units, their worth on the day, and how many postings they come from.
    pub holdings: BTreeMap<HoldingKey, (i128, i128, i64)>,
}

/// A budget with what each account is to it.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    pub budget: Budget,
    pub places: HashMap<AccountId, Place>,
}

/// Which periods of a budget are to be summed anew.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Stale {
    All,
    Days(BTreeSet<(Day, Day)>),
}

/// The budgets of a ledger, and what a commit changes of their sums.
#[derive(Debug, Default)]
pub(crate) struct BudgetSums {
    known: Vec<Known>,
    sums: Sums,
    stale: BTreeMap<i64, Stale>,
    /// `true` where accounts have changed since places were told.
    unplaced: bool,
}

/// The row that a flow counts in, its units, and how many flows it is.
pub(crate) fn flow_row(flow: Flow) -> (i64, i64, i64, i128) {
    let card_number = |card: Option<AccountId>| card.map_or(0, |card| card.0);
    match flow {
        Flow::Income { from, card, units } => (0, from.0, card_number(card), units),
        Flow::Spending { envelope, card, units } => (1, envelope.0, card_number(card), units),
        Flow::Payment { card, units } => (2, 0, card.0, units),
        Flow::Exchange { units } => (3, 0, 0, units),
    }
}

/// What values amounts in a budget's commodity.
pub(crate) struct Valuer<'a> {
    pub names: &'a Names,
    pub rates: &'a Rates,
    pub to: CommodityId,
}

impl Valuer<'_> {
    /// The worth of an amount on a day, in smallest units; nothing where there is no rate.
    pub fn worth(&self, units: i128, of: CommodityId, day: Day) -> Result<i128, StoreError> {
        if of == self.to {
            return Ok(units);
        }
        let Some(rate) = self.rates.at(of, self.to, day) else { return Ok(0) };
        let (from, to) = (self.names.scale(of), self.names.scale(self.to));
        Ok(convert(Quantity::new(units)?, from, rate, to, RoundingRule::HalfEven)?.units())
    }
}

impl Known {
    pub fn place(&self, account: AccountId) -> Place {
        self.places.get(&account).copied().unwrap_or(Place::Outside)
    }

    pub fn is_own(&self, account: AccountId) -> bool {
        matches!(self.place(account), Place::Cash | Place::Card)
    }
}

impl Sums {
    /// Counts a transaction in (`sign` 1) or out (−1).
    pub fn count(
        &mut self,
        known: &Known,
        transaction: &Transaction,
        valuer: &Valuer<'_>,
        sign: i64,
    ) -> Result<(), StoreError> {
        let postings = transaction.postings();
        if !postings.iter().any(|posting| known.is_own(posting.account)) {
            return Ok(());
        }
        let (budget, day) = (known.budget.id.0, transaction.day());
        let period = known.budget.period_of(day);
        // What lies before the first day is valued on it, not on its own.
        let is_before = period < known.budget.first();
        let mut legs = Vec::with_capacity(postings.len());
        for posting in postings {
            let (account, commodity) = (posting.account, posting.amount.commodity);
            let units = posting.amount.quantity.units();
            let worth = if is_before { 0 } else { valuer.worth(units, commodity, day)? };
            if known.is_own(account) {
                self.hold((budget, period, account.0, commodity.0), (units, worth, 1), sign);
            }
            legs.push(Leg { account, place: known.place(account), units: worth });
        }
        if !is_before {
            for flow in flows(&legs) {
                self.flow((budget, period), flow, i128::from(sign), sign);
            }
        }
        Ok(())
    }

    /// Adds a flow `times` over; it stands for `count` of the books.
    pub fn flow(&mut self, (budget, period): (i64, PeriodNumber), flow: Flow, times: i128, count: i64) {
        let (kind, end, card, units) = flow_row(flow);
        let sum = self.flows.entry((budget, period, kind, end, card)).or_default();
        *sum = (sum.0 + units * times, sum.1 + count);
    }

    pub fn hold(&mut self, key: HoldingKey, (units, worth, postings): (i128, i128, i64), sign: i64) {
        let sum = self.holdings.entry(key).or_default();
        let wide = i128::from(sign);
        *sum = (sum.0 + units * wide, sum.1 + worth * wide, sum.2 + postings * sign);
    }
}

impl BudgetSums {
    /// The budgets as a commit finds them.
    pub async fn load(reader: &mut Reader, names: Option<&Names>) -> Result<Self, StoreError> {
        let budgets = reader.budgets().await?;
        if budgets.is_empty() {
            return Ok(Self::default());
        }
        let own;
        let accounts = match names {
            Some(names) => &names.accounts,
            None => {
                own = reader.accounts().await?;
                &own
            }
        };
        let known = budgets.into_iter().map(|budget| Known { places: budget.places(accounts), budget });
        Ok(Self { known: known.collect(), ..Self::default() })
    }

    /// `true` where there is a budget to be kept up to date.
    pub fn is_needed(&self) -> bool {
        !self.known.is_empty()
    }

    /// A budget came, went or changed.
    pub fn budget_changed(&mut self, before: Option<&Budget>, after: Option<&Budget>) {
        let counted =
            |budget: &Budget| (budget.commodity, budget.cadence, budget.since, budget.accounts.clone());
        let known = before.and_then(|before| {
            let place = self.known.iter().position(|known| known.budget.id == before.id);
            place.map(|place| self.known.swap_remove(place))
        });
        let same = before.map(counted) == after.map(counted);
        if let Some(after) = after {
            let places = known.map(|known| known.places).unwrap_or_default();
            self.known.push(Known { budget: after.clone(), places });
            self.unplaced = true;
        }
        if let Some(budget) = before.or(after).filter(|_| !same) {
            self.stale.insert(budget.id.0, Stale::All);
        }
    }

    /// Accounts changed: what each is to a budget is told anew when it is next needed.
    pub fn accounts_changed(&mut self) {
        self.unplaced = self.is_needed();
    }

    /// A price changed; it counts until the next one of its pair.
    pub async fn price_changed(&mut self, writer: &mut Writer, price: &Price) -> Result<(), StoreError> {
        if !self.is_needed() {
            return Ok(());
        }
        let next: Option<i64> = sqlx::query_scalar(
            "SELECT min(day) FROM price WHERE commodity_id = ? AND quote_id = ? AND day > ?",
        )
        .bind(price.commodity.0)
        .bind(price.quote.0)
        .bind(price.day.number())
        .fetch_one(writer.connection())
        .await?;
        let last = next.and_then(Day::from_number).map_or(Day::MAX, |next| next.offset(-1));
        for known in &self.known {
            match self.stale.entry(known.budget.id.0).or_insert_with(|| Stale::Days(BTreeSet::new())) {
                Stale::All => {}
                Stale::Days(days) => {
                    days.insert((price.day, last));
                }
            }
        }
        Ok(())
    }

    /// Counts transactions in (`sign` 1) or out (−1).
    pub async fn count(
        &mut self,
        reader: &mut Reader,
        names: &Names,
        transactions: &[&Transaction],
        sign: i64,
    ) -> Result<(), StoreError> {
        if !self.is_needed() {
            return Ok(());
        }
        self.place(names);
        let rates = rates(reader, &self.known, transactions.iter().copied()).await?;
        for known in &self.known {
            if self.stale.get(&known.budget.id.0) == Some(&Stale::All) {
                continue;
            }
            let valuer = Valuer { names, rates: &rates, to: known.budget.commodity };
            for transaction in transactions {
                self.sums.count(known, transaction, &valuer, sign)?;
            }
        }
        Ok(())
    }

    /// Tells anew what each account is to each budget. Where an account that was there before is another thing now, the
    /// budget is summed anew.
    fn place(&mut self, names: &Names) {
        if !std::mem::take(&mut self.unplaced) {
            return;
        }
        for known in &mut self.known {
            let places = known.budget.places(&names.accounts);
            let moved = known
                .places
                .iter()
                .any(|(account, place)| places.get(account).is_some_and(|now| now != place));
            if moved {
                self.stale.insert(known.budget.id.0, Stale::All);
            }
            known.places = places;
        }
    }

    /// Writes the sums, or sums anew from the books what is stale.
    pub async fn write(mut self, writer: &mut Writer, names: Option<&Names>) -> Result<(), StoreError> {
        if self.known.is_empty() && self.stale.is_empty() && self.sums.holdings.is_empty() {
            return Ok(());
        }
        let own;
        let names = match names {
            Some(names) => names,
            None => {
                own = writer.names().await?;
                &own
            }
        };
        self.place(names);
        for (budget, stale) in std::mem::take(&mut self.stale) {
            let known = self.known.iter().find(|known| known.budget.id.0 == budget);
            let gone = match (known, &stale) {
                (None, _) | (Some(_), Stale::All) => None,
                (Some(known), Stale::Days(days)) => Some(writer.foreign_periods(&known.budget, days).await?),
            };
            writer.forget_budget(budget, gone.as_ref()).await?;
            let is_stale = |period: PeriodNumber| gone.as_ref().is_none_or(|gone| gone.contains(&period));
            self.sums.flows.retain(|key, _| key.0 != budget || !is_stale(key.1));
            self.sums.holdings.retain(|key, _| key.0 != budget || !is_stale(key.1));
            if let Some(known) = known {
                let periods = match gone {
                    Some(periods) => periods,
                    None => writer.all_periods(&known.budget).await?,
                };
                for period in periods {
                    crate::budget_recount::recount(writer, known, names, period, &mut self.sums).await?;
                }
            }
        }
        self.sums.write(writer).await
    }
}

/// The rates that these transactions are counted by; none are read where none is needed.
pub(crate) async fn rates<'a>(
    reader: &mut Reader,
    known: &[Known],
    transactions: impl Iterator<Item = &'a Transaction>,
) -> Result<Rates, StoreError> {
    let foreign = |transaction: &&Transaction| {
        let mut postings = transaction.postings().iter();
        postings.any(|posting| known.iter().any(|known| known.budget.commodity != posting.amount.commodity))
    };
    let days: BTreeSet<Day> = transactions.filter(foreign).map(Transaction::day).collect();
    if days.is_empty() {
        return Ok(Rates::default());
    }
    Ok(Rates::new(reader.prices_at(&days.into_iter().collect::<Vec<_>>()).await?))
}

impl Sums {
    async fn write(self, writer: &mut Writer) -> Result<(), StoreError> {
        let flows: Vec<_> = self.flows.into_iter().filter(|(_, sum)| *sum != (0, 0)).collect();
        for chunk in flows.chunks(ROWS_A_STATEMENT) {
            let mut sql = QueryBuilder::<Sqlite>::new(
                "INSERT INTO budget_flow (budget_id, period, kind, end_id, card_id, high, low, flows) ",
            );
            sql.push_values(chunk, |mut row, ((budget, period, kind, end, card), (units, flows))| {
                let (high, low) = split_units(*units);
                row.push_bind(budget).push_bind(period).push_bind(kind).push_bind(end).push_bind(card);
                row.push_bind(high).push_bind(low).push_bind(flows);
            });
            sql.push(
                " ON CONFLICT DO UPDATE SET high = high + excluded.high, low = low + excluded.low,
                  flows = flows + excluded.flows",
            );
            sql.build().execute(writer.connection()).await?;
        }
        let holdings: Vec<_> = self.holdings.into_iter().filter(|(_, sum)| *sum != (0, 0, 0)).collect();
        for chunk in holdings.chunks(ROWS_A_STATEMENT) {
            let mut sql = QueryBuilder::<Sqlite>::new(
                "INSERT INTO budget_holding (budget_id, period, account_id, commodity_id, high, low, worth_high,
                    worth_low, postings) ",
            );
            sql.push_values(chunk, |mut row, ((budget, period, account, commodity), sum)| {
                let ((high, low), (worth_high, worth_low)) = (split_units(sum.0), split_units(sum.1));
                row.push_bind(budget).push_bind(period).push_bind(account).push_bind(commodity);
                row.push_bind(high)
                    .push_bind(low)
                    .push_bind(worth_high)
                    .push_bind(worth_low)
                    .push_bind(sum.2);
            });
            sql.push(
                " ON CONFLICT DO UPDATE SET high = high + excluded.high, low = low + excluded.low,
                  worth_high = worth_high + excluded.worth_high, worth_low = worth_low + excluded.worth_low,
                  postings = postings + excluded.postings",
            );
            sql.build().execute(writer.connection()).await?;
        }
        Ok(())
    }
}
