//! What forecasts are made from: one bounded read of the last years' days, whatever the ledger's size.

use super::scheduled::Scheduled;
use crate::settings::LedgerSettings;
use crate::{ApiError, ErrorCode};
use ledger::{
    AccountId, AccountKind, CommodityId, CommodityKind, Day, PayeeId, Quantity, Rates, RoundingRule,
    Transaction, convert,
};
use planning::{
    Alteration, Dealing, Floor, Known, Line, Movement, Regular, Source, find_regular, is_everyday,
};
use std::collections::{BTreeSet, HashMap, HashSet};
use store::{DailyFlows, Names, Reader};

/// Days of the past that are learned from: three years, so that a season is seen more than once.
const PAST: i32 = 1096;
/// Days below which nothing can be learned of an account.
const LEAST: usize = 14;

/// Everything a forecast is made from.
pub(crate) struct ForecastSource {
    pub today: Day,
    pub names: Names,
    pub base: CommodityId,
    pub lines: Vec<Line>,
    pub floors: Vec<Floor>,
    pub regular: Vec<Regular>,
    pub payees: HashMap<PayeeId, String>,
    pub learned_from: Day,
    /// What schedules are called.
    pub schedules: HashMap<i64, String>,
    /// The schedules that spend, rather than move money between accounts.
    pub spends: HashSet<i64>,
    rates: Rates,
}

type Key = (AccountId, CommodityId);
type Daily = HashMap<Key, Vec<(Day, i128)>>;

/// What accounts hold, and what moved and will move in them day by day.
struct Flows {
    held: HashMap<Key, i128>,
    past: Daily,
    /// What of the past is known to come again.
    regular: Daily,
    /// What of the past was spent besides.
    spent: HashMap<Key, i128>,
    to_come: Daily,
}

fn by_key(flows: Vec<DailyFlows>) -> Daily {
    flows.into_iter().map(|flows| ((flows.account, flows.commodity), flows.days)).collect()
}

impl Flows {
    /// Takes out what came regularly.
    fn take_regular(&mut self, regular: &[Regular], movements: &[Movement], learned_from: Day) {
        let places = regular.iter().flat_map(|regular| &regular.movements);
        let came = places.filter_map(|place| movements.get(*place));
        for one in came.filter(|one| one.day >= learned_from) {
            let key = (one.account, one.commodity);
            self.regular.entry(key).or_default().push((one.day, one.units));
            *self.spent.entry(key).or_default() -= one.spent;
        }
    }

    /// Takes out what schedules brought, as far as it did not come regularly anyway.
    fn take_posted(&mut self, posted: &[Transaction]) {
        let mut known: HashMap<(Key, Day, i128), usize> = HashMap::new();
        for (key, days) in &self.regular {
            days.iter().for_each(|(day, units)| *known.entry((*key, *day, *units)).or_default() += 1);
        }
        for transaction in posted {
            for leg in transaction.postings() {
                let (key, units) = ((leg.account, leg.amount.commodity), leg.amount.quantity.units());
                match known.get_mut(&(key, transaction.day(), units)).filter(|times| **times > 0) {
                    Some(times) => *times -= 1,
                    None => self.regular.entry(key).or_default().push((transaction.day(), units)),
                }
            }
        }
    }
}

impl ForecastSource {
    /// Reads what is needed to forecast `days` after `today`.
    pub async fn read(reader: &mut Reader, today: Day, days: i32) -> Result<Self, ApiError> {
        let names = reader.names().await?;
        let code = LedgerSettings::read(reader).await?.currency;
        let base = names.commodities.values().find(|known| known.code == code);
        let base = base.ok_or_else(|| ApiError::missing(format!("commodity “{code}”")))?.id;
        let kinds: Vec<AccountKind> =
            AccountKind::ALL.iter().copied().filter(|kind| is_everyday(*kind)).collect();
        let first = reader.extent().await?.map_or(today, |(first, _)| first);
        let learned_from = today.offset(1 - PAST).max(first).min(today);
        let dealings = reader.recurring_dealings(&names, today).await?;
        let movement = |one: &Dealing| Movement::of(one.id.day(), one.payee, &one.sides);
        let movements: Vec<Movement> = dealings.iter().filter_map(movement).collect();
        let regular = find_regular(&movements, today);
        let payees = reader.payee_names(regular.iter().map(|regular| regular.payee)).await?;
        let past = reader.daily_flows(&kinds, learned_from, today).await?;
        let to_come = reader.daily_flows(&kinds, today.offset(1), today.offset(days)).await?;
        let balances = reader.balances(Some(today)).await?;
        let scheduled = Scheduled::read(reader, today, today.offset(days), learned_from).await?;
        let floors = reader.floors().await?;
        let rates = Rates::new(reader.prices_at(&[today]).await?);
        let mut source = Self {
            today,
            names,
            base,
            lines: Vec::new(),
            floors,
            regular,
            payees,
            learned_from,
            schedules: scheduled.names.clone(),
            spends: HashSet::new(),
            rates,
        };
        let held = balances.iter().map(|one| ((one.account, one.commodity), one.quantity.units()));
        let mut flows = Flows {
            held: held.collect(),
            spent: past.iter().map(|one| ((one.account, one.commodity), one.spent)).collect(),
            regular: Daily::new(),
            past: by_key(past),
            to_come: by_key(to_come),
        };
        flows.take_regular(&source.regular, &movements, learned_from);
        flows.take_posted(&scheduled.posted);
        source.lines = source.lines_of(&flows, &scheduled, today.offset(days));
        source.spends = scheduled.spends(&source.names);
        source.add_budget(reader, today.offset(days)).await?;
        Ok(source)
    }

    /// Accounts that money is spent from, in each currency that they hold or held lately, in the order of the tree.
    fn lines_of(&self, flows: &Flows, scheduled: &Scheduled, to: Day) -> Vec<Line> {
        let keys = || {
            flows
                .held
                .keys()
                .chain(flows.past.keys())
                .chain(flows.to_come.keys())
                .chain(scheduled.known.keys())
        };
        let mut lines = Vec::new();
        for account in self.names.accounts.walk().into_iter().filter(|account| is_everyday(account.kind)) {
            let own: BTreeSet<Key> = keys().filter(|key| key.0 == account.id).copied().collect();
            for key in own.into_iter().filter(|key| self.is_currency(key.1)) {
                let of = |days: &Daily| days.get(&key).cloned().unwrap_or_default();
                let (days, known) = (of(&flows.past), self.known(key, &of(&flows.to_come), scheduled, to));
                let balance = flows.held.get(&key).copied().unwrap_or_default();
                if balance == 0 && days.is_empty() && known.is_empty() {
                    continue;
                }
                lines.push(Line {
                    account: key.0,
                    commodity: key.1,
                    balance,
                    past: self.learned(&days, &of(&flows.regular)),
                    spent: flows.spent.get(&key).copied().unwrap_or_default(),
                    known,
                    spread: Vec::new(),
                });
            }
        }
        lines
    }

    fn is_currency(&self, commodity: CommodityId) -> bool {
        self.names.commodities.get(&commodity).is_some_and(|known| known.kind == CommodityKind::Currency)
    }

    /// What each day brought since the account is in use, without what is known to come again.
    fn learned(&self, days: &[(Day, i128)], taken: &[(Day, i128)]) -> Vec<i128> {
        let Some((first, _)) = days.first() else { return Vec::new() };
        let place = |day: Day| usize::try_from(day.number() - first.number()).ok();
        let mut past = vec![0; place(self.today).map_or(0, |last| last + 1)];
        let mut add = |day: Day, units: i128| {
            if let Some(sum) = place(day).and_then(|place| past.get_mut(place)) {
                *sum += units;
            }
        };
        days.iter().for_each(|(day, units)| add(*day, *units));
        taken.iter().for_each(|(day, units)| add(*day, -*units));
        if past.len() < LEAST { Vec::new() } else { past }
    }

    fn known(&self, key: Key, entered: &[(Day, i128)], scheduled: &Scheduled, to: Day) -> Vec<Known> {
        let entered = entered.iter().map(|(day, units)| Known {
            day: *day,
            source: Source::Entered,
            units: *units,
            low: *units,
            high: *units,
        });
        let own =
            |regular: &&Regular| (regular.account, regular.commodity) == key && !scheduled.covers(regular);
        let regular = self.regular.iter().filter(own);
        let coming = regular.flat_map(|regular| regular.coming(self.today, to));
        let planned = scheduled.known.get(&key).into_iter().flatten().copied();
        entered.chain(coming).chain(planned).collect()
    }

    /// What smallest units of a commodity are worth in the ledger's currency today; `None` without a rate.
    pub fn worth(&self, commodity: CommodityId, units: i128, alterations: &[Alteration]) -> Option<i128> {
        let worth = if commodity == self.base {
            units
        } else {
            let rate = self.rates.at(commodity, self.base, self.today)?;
            let (from, to) = (self.names.scale(commodity), self.names.scale(self.base));
            let quantity = Quantity::new(units).ok()?;
            convert(quantity, from, rate, to, RoundingRule::HalfEven).ok()?.units()
        };
        match Alteration::worth_percent(alterations, commodity) {
            100 => Some(worth),
            percent => Some(worth * i128::from(percent) / 100),
        }
    }

    /// What a line should hold at least, and whether a person set it.
    pub fn floor(&self, line: &Line) -> (Option<i128>, bool) {
        let set = self
            .floors
            .iter()
            .find(|floor| (floor.account, floor.commodity) == (line.account, line.commodity));
        if let Some(set) = set {
            return (Some(set.quantity.units()), true);
        }
        let kind = self.names.accounts.get(line.account).map(|account| account.kind);
        // Purses and wallets are filled when they are empty; a card lends.
        let matters = matches!(kind, Some(AccountKind::Checking | AccountKind::Savings));
        (matters.then_some(0), false)
    }

    /// Smallest units of a commodity as decimal text.
    pub fn text(&self, commodity: CommodityId, units: i128) -> Result<String, ApiError> {
        let quantity =
            Quantity::new(units).map_err(|error| ApiError::new(ErrorCode::Amount, error.to_string()))?;
        Ok(quantity.to_decimal(self.names.scale(commodity)).to_string())
    }

    /// The code of a commodity.
    pub fn code(&self, commodity: CommodityId) -> String {
        self.names.commodities.get(&commodity).map(|known| known.code.clone()).unwrap_or_default()
    }
}
