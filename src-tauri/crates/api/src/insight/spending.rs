//! What categories got month by month, in the ledger's currency.

use super::view::{InsightTransaction, UnusualView, UsualView};
use crate::accounts::to_id;
use crate::settings::LedgerSettings;
use crate::starter::Unsorted;
use crate::{ApiError, Books};
use ledger::{
    AccountId, AccountType, CommodityId, Day, Flow, Month, PayeeFlow, PayeeId, Quantity, Rates, RoundingRule,
    TransactionId, convert,
};
use planning::{CategoryMonth, Unusual, Usual, unusual};
use std::collections::{BTreeMap, BTreeSet};
use store::{Names, Reader};

/// Months before that tell what is usual.
pub(super) const USUAL_MONTHS: i32 = 12;
/// Categories that are told of as unusual.
const MOST_UNUSUAL: usize = 3;
/// Postings that explain one of them.
const EXPLAIN: usize = 3;

/// What each category got in a month and in the year before; positive is spent, or for income came in.
pub(super) struct Spending {
    pub names: Names,
    pub base: CommodityId,
    pub month: Month,
    pub expenses: Vec<CategoryMonth>,
    pub incomes: Vec<CategoryMonth>,
    /// How many months before have anything at all.
    pub before: usize,
    pub missing: BTreeSet<CommodityId>,
    unsorted: Unsorted,
    rates: Rates,
}

impl Spending {
    pub async fn read(reader: &mut Reader, month: Month, today: Day) -> Result<Self, ApiError> {
        let names = reader.names().await?;
        let code = LedgerSettings::read(reader).await?.currency;
        let base = names.commodities.values().find(|known| known.code == code);
        let base = base.ok_or_else(|| ApiError::missing(format!("commodity “{code}”")))?.id;
        // What is not whole is not usual: the month in which the books begin does not count.
        let first = reader.extent().await?.map_or(month, |(first, _)| Month::of(first).offset(1));
        let from = month.offset(-USUAL_MONTHS).max(first).min(month);
        let types = [AccountType::Income, AccountType::Expense];
        let flows = reader.flows(&types, from.first(), month.last().min(today.max(month.first()))).await?;
        let days: Vec<Day> = (from.number()..=month.number())
            .filter_map(|number| Month::from_number(number.into()))
            .map(|month| month.last().min(today))
            .collect();
        let foreign = flows.iter().any(|flow| flow.commodity != base);
        let rates = if foreign { Rates::new(reader.prices_at(&days).await?) } else { Rates::default() };
        let before = usize::try_from(month.number() - from.number()).unwrap_or_default();
        let mut spending = Self {
            base,
            month,
            expenses: Vec::new(),
            incomes: Vec::new(),
            before,
            missing: BTreeSet::new(),
            unsorted: Unsorted::read(reader, &names).await?,
            names,
            rates,
        };
        spending.sort(&flows, from, today);
        Ok(spending)
    }

    fn sort(&mut self, flows: &[Flow], from: Month, today: Day) {
        let mut by_category: BTreeMap<AccountId, Vec<i128>> = BTreeMap::new();
        for flow in flows {
            let Some(worth) = self.worth(flow.quantity, flow.commodity, flow.month.last().min(today)) else {
                self.missing.insert(flow.commodity);
                continue;
            };
            let months = by_category.entry(flow.account).or_insert_with(|| vec![0; self.before + 1]);
            let place = usize::try_from(flow.month.number() - from.number()).ok();
            if let Some(sum) = place.and_then(|place| months.get_mut(place)) {
                *sum += worth;
            }
        }
        for (category, mut months) in by_category {
            let income = self.is_income(category);
            if income {
                // What comes from a source is negative in its account.
                months.iter_mut().for_each(|units| *units = -*units);
            }
            let now = months.pop().unwrap_or_default();
            let one = CategoryMonth { category, now, before: months };
            if income { self.incomes.push(one) } else { self.expenses.push(one) }
        }
    }

    pub fn is_income(&self, category: AccountId) -> bool {
        self.names.accounts.get(category).is_some_and(|found| found.account_type() == AccountType::Income)
    }

    fn worth(&self, quantity: Quantity, commodity: CommodityId, day: Day) -> Option<i128> {
        if commodity == self.base {
            return Some(quantity.units());
        }
        let rate = self.rates.at(commodity, self.base, day)?;
        let (from, to) = (self.names.scale(commodity), self.names.scale(self.base));
        Some(convert(quantity, from, rate, to, RoundingRule::HalfEven).ok()?.units())
    }

    /// The sums of the month and of each month before.
    pub fn totals(categories: &[CategoryMonth], before: usize) -> (i128, Vec<i128>) {
        let now = categories.iter().map(|one| one.now).sum();
        let of = |place| categories.iter().filter_map(|one| one.before.get(place)).sum();
        (now, (0..before).map(of).collect())
    }

    /// A fiftieth of what is usually spent in a month: less is not worth a word.
    pub fn least(&self) -> i128 {
        let (now, before) = Self::totals(&self.expenses, self.before);
        Usual::of(&before).map_or(now, |usual| usual.middle) / 50
    }

    pub fn unusual(&self) -> Vec<Unusual> {
        unusual(&self.sorted(&self.expenses), self.least(), MOST_UNUSUAL)
    }

    /// The categories that somebody has chosen: what waits to be sorted is neither usual nor unusual.
    pub fn sorted(&self, categories: &[CategoryMonth]) -> Vec<CategoryMonth> {
        categories.iter().filter(|one| !self.unsorted.holds(one.category)).cloned().collect()
    }

    pub fn text(&self, units: i128) -> Result<String, ApiError> {
        Ok(Quantity::new(units)?.to_decimal(self.names.scale(self.base)).to_string())
    }

    pub fn usual_view(&self, usual: Usual) -> Result<UsualView, ApiError> {
        let Usual { low, middle, high } = usual;
        Ok(UsualView { low: self.text(low)?, middle: self.text(middle)?, high: self.text(high)? })
    }

    /// A category with the transactions that explain it.
    pub async fn explain(&self, reader: &mut Reader, one: &Unusual) -> Result<UnusualView, ApiError> {
        let most = u32::try_from(EXPLAIN).unwrap_or_default();
        let mut largest = Vec::new();
        for (id, amount) in reader.largest_postings(one.category, self.month, most).await? {
            let worth = self.worth(amount.quantity, amount.commodity, id.day()).unwrap_or_default();
            largest.push((worth, amount, id));
        }
        largest.sort_by_key(|(worth, _, id)| (-worth, *id));
        let mut told = BTreeSet::new();
        largest.retain(|(_, _, id)| told.insert(*id));
        largest.truncate(EXPLAIN);
        let ids: Vec<TransactionId> = largest.iter().map(|(_, _, id)| *id).collect();
        let transactions = reader.transactions(&ids).await?;
        let found = largest.into_iter().filter_map(|(_, amount, id)| {
            Some((amount, transactions.iter().find(|transaction| transaction.id == id)?))
        });
        let found: Vec<_> = found.collect();
        let payees = reader.payee_names(found.iter().filter_map(|(_, one)| one.payee)).await?;
        let transactions = found.into_iter().map(|(amount, transaction)| {
            let payee = transaction.payee.and_then(|payee| payees.get(&payee).cloned());
            let money = crate::Money::of(amount, &self.names);
            InsightTransaction {
                id: transaction.id.to_string(),
                date: transaction.day().to_string(),
                name: payee.unwrap_or_else(|| transaction.description.clone()),
                amount: money.amount,
                commodity: money.commodity,
            }
        });
        Ok(UnusualView {
            category: to_id(one.category.0)?,
            path: self.names.accounts.path(one.category),
            amount: self.text(one.now)?,
            usual: self.usual_view(one.usual)?,
            transactions: transactions.collect(),
        })
    }

    /// What each payee brought to a category, positive as in its months.
    pub fn by_payee(
        &self,
        flows: &[PayeeFlow],
        category: AccountId,
        day: Day,
    ) -> BTreeMap<Option<PayeeId>, i128> {
        let sign = if self.is_income(category) { -1 } else { 1 };
        let mut sums = BTreeMap::new();
        for flow in flows.iter().filter(|flow| flow.account == category) {
            let worth = self.worth(flow.quantity, flow.commodity, day).unwrap_or_default();
            *sums.entry(flow.payee).or_default() += sign * worth;
        }
        sums
    }
}

impl Books {
    /// A month as `2026-11`.
    pub(super) fn month_of(&self, text: Option<&str>) -> Result<Month, ApiError> {
        let Some(text) = text else { return Ok(Month::of(self.today())) };
        let day = format!("{text}-01").parse::<Day>().ok().filter(|_| text.len() == 7);
        let refused =
            || ApiError::invalid(format!("“{text}” is not a month; write 2026-11")).with("text", text);
        day.map(Month::of).ok_or_else(refused)
    }
}
