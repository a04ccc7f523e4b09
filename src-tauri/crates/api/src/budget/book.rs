//! A budget read from the ledger and followed from its first period to those that are asked for.

use crate::{ApiError, Books, ErrorCode, Id};
use ledger::{AccountId, AccountType, CommodityId, Day, Quantity, Rates, RoundingRule, convert};
use planning::{
    Budget, BudgetId, EnvelopeRules, EnvelopeSettings, Method, PeriodFlows, PeriodNumber, PeriodPlan,
    PeriodState, Place, Purse, next_period, next_tracking,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::{BudgetHolding, Names, PurseSums, Reader};

/// More periods than anybody plans: each of them is followed.
const MOST_PERIODS: i64 = 20_000;

/// A budget with all that its numbers come from, up to a period.
pub(crate) struct BudgetBook {
    pub budget: Budget,
    pub names: Names,
    pub places: HashMap<AccountId, Place>,
    pub settings: HashMap<AccountId, EnvelopeSettings>,
    pub flows: BTreeMap<PeriodNumber, PeriodFlows>,
    pub plans: BTreeMap<PeriodNumber, PeriodPlan>,
    pub revaluations: Vec<Revaluation>,
    /// The state at the end of each period from the one before the first to the last asked for.
    pub states: BTreeMap<PeriodNumber, PeriodState>,
    /// What is owed on each card at the end of a period, in the budget's commodity.
    pub owed: BTreeMap<(PeriodNumber, AccountId), i128>,
    /// Worth of the money in the budget's accounts at the end of a period.
    pub cash: BTreeMap<PeriodNumber, i128>,
    pub unvalued: BTreeSet<CommodityId>,
    /// What is scheduled to be spent, where a target asks for it.
    pub scheduled: BTreeMap<(PeriodNumber, AccountId), i128>,
}

/// What the money of an account won or lost by the rates of a period.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Revaluation {
    pub period: PeriodNumber,
    pub account: AccountId,
    pub commodity: CommodityId,
    /// What it held at the end, in smallest units of its commodity.
    pub held: i128,
    pub worth: i128,
    pub won: i128,
}

impl Books {
    /// The budget of this number, or the first that is not put away.
    pub(crate) async fn find_budget(reader: &mut Reader, id: Option<Id>) -> Result<Budget, ApiError> {
        let budgets = reader.budgets().await?;
        let wanted = |budget: &&Budget| match id {
            Some(id) => budget.id == BudgetId(id.into()),
            None => !budget.archived,
        };
        let found = budgets.iter().find(wanted).cloned();
        found.ok_or_else(|| match id {
            Some(id) => ApiError::missing(format!("budget {id}")),
            None => {
                let message = "there is no budget yet; create one first";
                ApiError::new(ErrorCode::Missing, message).with("what", "a budget")
            }
        })
    }
}

impl BudgetBook {
    /// Reads a budget and follows it through a period.
    pub async fn read(
        reader: &mut Reader,
        budget: Budget,
        names: Names,
        through: PeriodNumber,
    ) -> Result<Self, ApiError> {
        let first = budget.first();
        if i64::from(through) - i64::from(first) > MOST_PERIODS {
            return Err(ApiError::invalid("this period is too far from the budget's first one"));
        }
        let through = through.max(first - 1);
        let settings = reader.envelopes(Some(budget.id)).await?;
        let found = reader.budget_flows(budget.id, through).await?;
        let plans = reader.assigned(budget.id, first, through).await?;
        let places = budget.places(&names.accounts);
        let method = budget.method;
        let plan = |sums: PurseSums| plan_of(sums, &places, method);
        let mut book = Self {
            plans: plans.into_iter().map(|(period, sums)| (period, plan(sums))).collect(),
            settings: settings.into_iter().map(|envelope| (envelope.account, envelope.settings)).collect(),
            flows: found.periods,
            budget,
            names,
            places,
            revaluations: Vec::new(),
            states: BTreeMap::new(),
            owed: BTreeMap::new(),
            cash: BTreeMap::new(),
            unvalued: BTreeSet::new(),
            scheduled: BTreeMap::new(),
        };
        let rates = book.rates(reader, &found.holdings, through).await?;
        book.hold(found.holdings, &rates, through)?;
        book.follow(through);
        book.read_scheduled(reader, through).await?;
        Ok(book)
    }

    fn last_day(&self, period: PeriodNumber) -> Day {
        self.budget.cadence.last(period)
    }

    /// The rates of the last day of each period, as far as accounts hold other commodities.
    async fn rates(
        &self,
        reader: &mut Reader,
        holdings: &[BudgetHolding],
        through: PeriodNumber,
    ) -> Result<Rates, ApiError> {
        let own = self.budget.commodity;
        let mut since: BTreeMap<CommodityId, PeriodNumber> = BTreeMap::new();
        for holding in holdings.iter().filter(|holding| holding.commodity != own) {
            let first = since.entry(holding.commodity).or_insert(holding.period);
            *first = holding.period.min(*first);
        }
        if since.is_empty() {
            return Ok(Rates::default());
        }
        let days: Vec<Day> =
            (self.budget.first() - 1..=through).map(|period| self.last_day(period)).collect();
        let among: Vec<CommodityId> = since.keys().copied().chain([own]).collect();
        let rates = Rates::new(reader.prices_among(&days, &among).await?);
        let is_direct = |(commodity, period): (&CommodityId, &PeriodNumber)| {
            rates.direct(*commodity, own, self.last_day(*period)).is_some()
        };
        if since.iter().all(is_direct) {
            return Ok(rates);
        }
        // Some are valued through a third one, which may be any.
        Ok(Rates::new(reader.prices_at(&days).await?))
    }

    /// Values what accounts hold at the end of each period.
    fn hold(
        &mut self,
        holdings: Vec<BudgetHolding>,
        rates: &Rates,
        through: PeriodNumber,
    ) -> Result<(), ApiError> {
        let first = self.budget.first();
        let mut by_account: BTreeMap<(AccountId, CommodityId), BTreeMap<PeriodNumber, (i128, i128)>> =
            BTreeMap::new();
        for holding in holdings {
            let periods = by_account.entry((holding.account, holding.commodity)).or_default();
            periods.insert(holding.period, (holding.units, holding.worth));
        }
        for ((account, commodity), periods) in by_account {
            let is_cash = self.places.get(&account) == Some(&Place::Cash);
            let (mut held, mut worth) = (0, 0);
            for period in first - 1..=through {
                let (units, moved) = periods.get(&period).copied().unwrap_or_default();
                held += units;
                let before = worth;
                worth = self.worth(held, commodity, rates, self.last_day(period))?;
                if !is_cash {
                    *self.owed.entry((period, account)).or_default() -= worth;
                    continue;
                }
                *self.cash.entry(period).or_default() += worth;
                let won = worth - before - moved;
                if period >= first && commodity != self.budget.commodity && (held != 0 || won != 0) {
                    let revaluation = Revaluation { period, account, commodity, held, worth, won };
                    self.revaluations.push(revaluation);
                }
            }
        }
        Ok(())
    }

    /// The worth of an amount at the end of a day, in smallest units of the budget's commodity; nothing without a rate.
    fn worth(
        &mut self,
        units: i128,
        commodity: CommodityId,
        rates: &Rates,
        day: Day,
    ) -> Result<i128, ApiError> {
        let to = self.budget.commodity;
        if commodity == to || units == 0 {
            return Ok(units);
        }
        let Some(rate) = rates.at(commodity, to, day) else {
            self.unvalued.insert(commodity);
            return Ok(0);
        };
        let (from, into) = (self.names.scale(commodity), self.names.scale(to));
        Ok(convert(Quantity::new(units)?, from, rate, into, RoundingRule::HalfEven)?.units())
    }

    /// Follows the budget from its first period.
    fn follow(&mut self, through: PeriodNumber) {
        let first = self.budget.first();
        let mut state = PeriodState::default();
        state.to_assign.available = self.cash.get(&(first - 1)).copied().unwrap_or_default();
        self.states.insert(first - 1, state.clone());
        let mut won: BTreeMap<PeriodNumber, i128> = BTreeMap::new();
        for revaluation in &self.revaluations {
            *won.entry(revaluation.period).or_default() += revaluation.won;
        }
        for period in first..=through {
            let mut flows = self.flows.get(&period).cloned().unwrap_or_default();
            flows.exchange += won.get(&period).copied().unwrap_or_default();
            let plan = self.plans.get(&period).cloned().unwrap_or_default();
            let rules = |account| self.rules(account);
            state = match self.budget.method {
                Method::Envelope => next_period(&state, &flows, &plan, rules),
                Method::Tracking => {
                    next_tracking(&state, &flows, &plan, rules, |account| self.is_income(account))
                }
            };
            self.states.insert(period, state.clone());
        }
    }

    pub fn is_income(&self, account: AccountId) -> bool {
        self.names.accounts.get(account).is_some_and(|found| found.account_type() == AccountType::Income)
    }

    pub fn rules(&self, account: AccountId) -> EnvelopeRules {
        let unset = EnvelopeSettings::default();
        self.settings.get(&account).unwrap_or(&unset).rules(self.budget.method)
    }

    /// The state at the end of a period; nothing before the first.
    pub fn state(&self, period: PeriodNumber) -> PeriodState {
        self.states.get(&period).cloned().unwrap_or_default()
    }

    /// An amount in the budget's commodity as decimal text.
    pub fn text(&self, units: i128) -> String {
        amount_text(&self.names, self.budget.commodity, units)
    }
}

/// Smallest units of a commodity as decimal text.
pub(crate) fn amount_text(names: &Names, commodity: CommodityId, units: i128) -> String {
    // Sums of what fits are within a decimal's reach in any books that people keep; beyond it the plain number shows.
    Quantity::new(units).map_or_else(
        |_| units.to_string(),
        |quantity| quantity.to_decimal(names.scale(commodity)).to_string(),
    )
}

/// What purses got. What has become the budget's own money since, or is gone, is no purpose any more: its money is to be
/// assigned again.
fn plan_of(sums: PurseSums, places: &HashMap<AccountId, Place>, method: Method) -> PeriodPlan {
    let mut plan = PeriodPlan::default();
    for (purse, units) in sums {
        match purse {
            Purse::ToAssign => {}
            Purse::Next => plan.held = units,
            Purse::Envelope(account) => match (places.get(&account), method) {
                (Some(Place::Card), Method::Envelope) => {
                    plan.set_aside.insert(account, units);
                }
                (Some(Place::Envelope), _) | (Some(Place::Income), Method::Tracking) => {
                    plan.assigned.insert(account, units);
                }
                _ => {}
            },
        }
    }
    plan
}
