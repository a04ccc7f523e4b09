//! Bills found and confirmed, as a screen shows them.

use super::find::{Found, Payment, find};
use super::{BillCharge, BillPrice, BillRhythm, BillState, BillView, BillsView, PriceRise, key_of};
use crate::accounts::to_id;
use crate::schedules::{Agenda, ScheduleKind};
use crate::settings::LedgerSettings;
use crate::{ApiError, Books, ErrorCode, Money};
use ledger::{Amount, CommodityId, Day, PayeeId, Quantity, Rates, RoundingRule, convert};
use planning::{BillDecision, Rhythm, Schedule};
use rust_decimal::{Decimal, RoundingStrategy};
use std::collections::HashMap;
use store::Reader;

/// Everything that bills are told from.
pub(crate) struct Billing {
    pub agenda: Agenda,
    found: Vec<Found>,
    pub decisions: Vec<BillDecision>,
    payees: HashMap<PayeeId, String>,
    rates: Rates,
    base: CommodityId,
}

/// Payments that a view lists at most.
const EVIDENCE: usize = 60;
/// What was bought elsewhere of a payee so long ago, in days, is not done any more.
const LONG_AGO: i32 = 90;
/// How often something else must have been paid for that to mean anything.
const USUAL: usize = 3;

impl Books {
    /// Bills and subscriptions, found in what was paid or kept as schedules: those that run by their next day, then those
    /// that have ended.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn bill_list(&self) -> Result<BillsView, ApiError> {
        let mut reader = self.read_recurring().await?;
        let billing = Billing::read(&mut reader, self.today()).await?;
        billing.view()
    }
}

impl Billing {
    pub async fn read(reader: &mut Reader, today: Day) -> Result<Self, ApiError> {
        let agenda = Agenda::read(reader, today).await?;
        let found = find(reader, &agenda.names, today).await?;
        let decisions = reader.bill_decisions().await?;
        let payees = reader.payee_names(found.iter().map(|found| found.payee)).await?;
        let settings = LedgerSettings::read(reader).await?;
        let commodities = agenda.names.commodities.values();
        let base = commodities.into_iter().find(|one| one.code == settings.currency).map(|one| one.id);
        let base = base.ok_or_else(|| ApiError::unknown_commodity(&settings.currency))?;
        let rates = Rates::new(reader.prices_at(&[today]).await?);
        Ok(Self { agenda, found, decisions, payees, rates, base })
    }

    /// What a person said of a bill: by one of its payments, else by payee, purpose and commodity where only one bill has
    /// those.
    fn decision(&self, found: &Found) -> Option<&BillDecision> {
        let like = || self.decisions.iter().filter(|decision| found.is_like(decision));
        like().find(|decision| found.has(decision.anchor)).or_else(|| {
            let mut orphans =
                like().filter(|decision| !self.found.iter().any(|other| other.has(decision.anchor)));
            let mut twins = self.found.iter().filter(|other| {
                (other.payee, other.purpose, other.commodity) == (found.payee, found.purpose, found.commodity)
            });
            let alone = twins.next().is_some() && twins.next().is_none();
            if alone { orphans.next() } else { None }
        })
    }

    /// The schedule of a bill: the one it was confirmed with, else one that a person made for the same.
    fn schedule(&self, found: &Found) -> Option<&Schedule> {
        if let Some(decision) = self.decision(found) {
            return self.agenda.schedules.iter().find(|schedule| decision.schedule == Some(schedule.id));
        }
        let taken = |schedule: &Schedule| self.decisions.iter().any(|one| one.schedule == Some(schedule.id));
        self.agenda.schedules.iter().find(|schedule| {
            schedule.payee == Some(found.payee)
                && schedule.commodity == found.commodity
                && schedule.parts.iter().any(|part| part.account == found.purpose)
                && self.agenda.expected(schedule).is_negative()
                && !taken(schedule)
        })
    }

    /// The bill that a key names, and what was said of it. One of which something was said may not be found any more.
    pub fn by_key(&self, key: &str) -> Result<(Option<&Found>, Option<&BillDecision>), ApiError> {
        let serial = key.rsplit('.').next().and_then(|serial| serial.parse::<u32>().ok());
        let named = |found: &&Found| {
            key.starts_with(&format!("{}.{}.{}.", found.payee, found.purpose, found.commodity))
                && serial.is_some_and(|serial| found.has(serial))
        };
        let said = |found: &&Found| self.decision(found).is_some_and(|decision| key_of(decision) == key);
        if let Some(found) = self.found.iter().find(named).or_else(|| self.found.iter().find(said)) {
            return Ok((Some(found), self.decision(found)));
        }
        match self.decisions.iter().find(|decision| key_of(decision) == key) {
            Some(decision) => Ok((None, Some(decision))),
            None => Err(ApiError::missing(format!("bill “{key}”"))),
        }
    }

    pub fn payee(&self, id: PayeeId) -> String {
        self.payees.get(&id).cloned().unwrap_or_default()
    }

    fn view(&self) -> Result<BillsView, ApiError> {
        let bills = self.bills()?;
        let running = || bills.iter().filter(|bill| !bill.ended && bill.state != BillState::Dismissed);
        let mut unvalued: Vec<String> = running()
            .filter(|bill| bill.yearly_base.is_none())
            .map(|bill| bill.yearly.commodity.clone())
            .collect();
        unvalued.sort();
        unvalued.dedup();
        let costs = running().filter_map(|bill| bill.yearly_base.as_deref());
        let yearly: Decimal = costs.filter_map(|cost| cost.parse::<Decimal>().ok()).sum();
        let decimals = u32::from(self.agenda.names.scale(self.base).decimals());
        let text = |sum: Decimal| {
            let mut sum = sum.round_dp_with_strategy(decimals, RoundingStrategy::MidpointNearestEven);
            sum.rescale(decimals);
            sum.to_string()
        };
        Ok(BillsView { yearly: text(yearly), monthly: text(yearly / Decimal::from(12)), unvalued, bills })
    }

    /// Every bill, in the order of the screen.
    pub fn bills(&self) -> Result<Vec<BillView>, ApiError> {
        let mut bills =
            self.found.iter().map(|found| self.bill(found)).collect::<Result<Vec<_>, ApiError>>()?;
        let told: Vec<Option<u32>> = bills.iter().map(|bill| bill.schedule).collect();
        for schedule in &self.agenda.schedules {
            let pays = self.agenda.kind(schedule) == ScheduleKind::Expense;
            if pays && !told.contains(&Some(to_id(schedule.id.0)?)) {
                bills.push(self.scheduled(schedule)?);
            }
        }
        bills.sort_by(|a, b| {
            let order =
                |bill: &BillView| (bill.ended, bill.next.clone().unwrap_or_default(), bill.payee.clone());
            order(a).cmp(&order(b))
        });
        Ok(bills)
    }

    pub fn bill(&self, found: &Found) -> Result<BillView, ApiError> {
        let decision = self.decision(found);
        let schedule = self.schedule(found);
        let money = |units: i128| self.money(found.commodity, units);
        let charge = |payment: Payment| {
            let date = payment.transaction.day().to_string();
            Ok::<_, ApiError>(BillCharge {
                transaction: payment.transaction.to_string(),
                date,
                amount: money(payment.units)?,
            })
        };
        let charges: Vec<Payment> = found.charges().collect();
        let priced = charges.get(usize::from(found.bill.trial)..).unwrap_or_default();
        let newest = charges.last().copied().ok_or_else(|| ApiError::missing("a payment of the bill"))?;
        let last = newest.transaction.day();
        let of_year = priced.iter().filter(|charge| charge.transaction.day() > last.offset(-366));
        let of_year: Vec<i128> = of_year.map(|charge| charge.units).collect();
        let next = match schedule {
            Some(schedule) => self.agenda.next(schedule).map(|next| next.day),
            None => found.bill.next,
        };
        let (expected, yearly) = match schedule {
            Some(schedule) => {
                (self.agenda.expected(schedule).units().abs(), self.agenda.yearly(schedule).units().abs())
            }
            None => (found.bill.expected, found.bill.yearly),
        };
        let dismissed = decision.is_some_and(|decision| decision.dismissed);
        let first = charges.first().map_or(newest, |first| *first).transaction.serial();
        Ok(BillView {
            key: decision.map_or_else(
                || format!("{}.{}.{}.{first}", found.payee, found.purpose, found.commodity),
                key_of,
            ),
            state: match (schedule, dismissed) {
                (Some(_), _) => BillState::Confirmed,
                (None, true) => BillState::Dismissed,
                (None, false) => BillState::Found,
            },
            schedule: schedule.map(|schedule| to_id(schedule.id.0)).transpose()?,
            payee: self.payee(found.payee),
            payee_id: to_id(found.payee.0)?,
            category: to_id(found.purpose.0)?,
            category_path: self.agenda.names.accounts.path(found.purpose),
            account: to_id(newest.account.0)?,
            account_path: self.agenda.names.accounts.path(newest.account),
            rhythm: found.bill.rhythm.into(),
            amount: money(expected)?,
            steady: found.bill.steady,
            least: money(of_year.iter().min().copied().unwrap_or(newest.units))?,
            most: money(of_year.iter().max().copied().unwrap_or(newest.units))?,
            drift_days: drift(&charges, found.bill.rhythm),
            next: next.map(|day| day.to_string()),
            last: last.to_string(),
            ended: next.is_none(),
            yearly: money(yearly)?,
            yearly_base: self.in_base(found.commodity, yearly)?,
            prices: if found.bill.steady { self.prices(found, priced)? } else { Vec::new() },
            rise: self.rise(found)?,
            trial_paid: charges
                .get(1)
                .filter(|_| found.bill.trial)
                .map(|paid| paid.transaction.day().to_string()),
            doubles: found.doubles().map(charge).collect::<Result<_, _>>()?,
            unused_since: self.unused_since(found, next).map(|day| day.to_string()),
            count: u32::try_from(charges.len()).unwrap_or(u32::MAX),
            evidence: charges.iter().rev().take(EVIDENCE).copied().map(charge).collect::<Result<_, _>>()?,
            note: decision.map(|decision| decision.note.clone()).unwrap_or_default(),
        })
    }

    /// A bill that only a schedule tells of: made by hand, and not paid often enough to be found.
    fn scheduled(&self, schedule: &Schedule) -> Result<BillView, ApiError> {
        let agenda = &self.agenda;
        let money = |quantity: Quantity| self.money(schedule.commodity, quantity.units().abs());
        let expected = agenda.expected(schedule);
        let in_books = agenda.exceptions(schedule.id).iter().filter_map(|exception| {
            Some((exception.standing.transaction()?, exception.quantity.unwrap_or(expected)))
        });
        let mut paid: Vec<_> = in_books.collect();
        paid.sort_by_key(|(transaction, _)| *transaction);
        let sizes = || paid.iter().map(|(_, quantity)| quantity.magnitude());
        let next = agenda.next(schedule).map(|next| next.day);
        let yearly = agenda.yearly(schedule);
        let part = schedule.parts.iter().find(|part| part.quantity.is_none()).or(schedule.parts.first());
        let purpose =
            part.ok_or_else(|| ApiError::new(ErrorCode::LedgerDamaged, "a schedule has no other side"))?;
        let decision = self.decisions.iter().find(|decision| decision.schedule == Some(schedule.id));
        let last = paid.last().map_or(schedule.recurrence.start(), |(transaction, _)| transaction.day());
        let evidence = paid.iter().rev().take(EVIDENCE).map(|(transaction, quantity)| {
            let date = transaction.day().to_string();
            Ok(BillCharge { transaction: transaction.to_string(), date, amount: money(*quantity)? })
        });
        Ok(BillView {
            key: decision.map_or_else(|| format!("schedule.{}", schedule.id.0), key_of),
            state: BillState::Confirmed,
            schedule: Some(to_id(schedule.id.0)?),
            payee: agenda.name(schedule),
            payee_id: schedule.payee.map_or(Ok(0), |payee| to_id(payee.0))?,
            category: to_id(purpose.account.0)?,
            category_path: agenda.names.accounts.path(purpose.account),
            account: to_id(schedule.account.0)?,
            account_path: agenda.names.accounts.path(schedule.account),
            rhythm: rhythm_of(schedule.recurrence.rule()),
            amount: money(expected)?,
            steady: schedule.planned.is_certain(),
            least: money(sizes().min().unwrap_or(expected))?,
            most: money(sizes().max().unwrap_or(expected))?,
            drift_days: 0,
            next: next.map(|day| day.to_string()),
            last: last.to_string(),
            ended: next.is_none(),
            yearly: money(yearly)?,
            yearly_base: self.in_base(schedule.commodity, yearly.units().abs())?,
            prices: Vec::new(),
            rise: None,
            trial_paid: None,
            doubles: Vec::new(),
            unused_since: None,
            count: u32::try_from(paid.len()).unwrap_or(u32::MAX),
            evidence: evidence.collect::<Result<_, ApiError>>()?,
            note: decision.map(|decision| decision.note.clone()).unwrap_or_default(),
        })
    }

    fn money(&self, commodity: CommodityId, units: i128) -> Result<Money, ApiError> {
        Ok(Money::of(Amount::new(Quantity::new(units)?, commodity), &self.agenda.names))
    }

    /// An amount in the ledger's currency at today's rate.
    fn in_base(&self, commodity: CommodityId, units: i128) -> Result<Option<String>, ApiError> {
        let Some(rate) = self.rates.at(commodity, self.base, self.agenda.today) else { return Ok(None) };
        let (from, to) = (self.agenda.names.scale(commodity), self.agenda.names.scale(self.base));
        let worth = convert(Quantity::new(units)?, from, rate, to, RoundingRule::HalfEven)?;
        Ok(Some(worth.to_decimal(to).to_string()))
    }

    fn prices(&self, found: &Found, charges: &[Payment]) -> Result<Vec<BillPrice>, ApiError> {
        let mut prices: Vec<BillPrice> = Vec::new();
        for charges in charges.chunk_by(|one, next| one.units == next.units) {
            let Some(first) = charges.first() else { continue };
            let date = first.transaction.day().to_string();
            prices.push(BillPrice { date, amount: self.money(found.commodity, first.units)? });
        }
        Ok(prices)
    }

    fn rise(&self, found: &Found) -> Result<Option<PriceRise>, ApiError> {
        let rise = found.bill.price_changes.iter().rev().find(|change| change.to > change.from);
        let Some(rise) = rise else { return Ok(None) };
        let decimal = |units: i128| Decimal::try_from_i128_with_scale(units, 0).unwrap_or_default();
        let by = decimal(rise.to - rise.from) * Decimal::ONE_HUNDRED / decimal(rise.from.max(1));
        let mut percent = by.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero);
        percent.rescale(1);
        Ok(Some(PriceRise {
            date: rise.day.to_string(),
            from: self.money(found.commodity, rise.from)?,
            to: self.money(found.commodity, rise.to)?,
            percent: percent.to_string(),
        }))
    }

    /// The day since which nothing else was paid to the payee of a bill that goes on, where that was usual.
    fn unused_since(&self, found: &Found, next: Option<Day>) -> Option<Day> {
        let (last, times) = found.other?;
        (next.is_some() && times >= USUAL && last < self.agenda.today.offset(-LONG_AGO)).then_some(last)
    }

    pub fn found(&self) -> &[Found] {
        &self.found
    }
}

/// By how many days payments miss their rhythm at most.
fn drift(charges: &[Payment], rhythm: Rhythm) -> u32 {
    let pairs = charges.windows(2).map(|pair| {
        let due = rhythm.after(pair[0].transaction.day(), 1);
        pair[1].transaction.day().number().abs_diff(due.number())
    });
    pairs.max().unwrap_or(0)
}

impl From<Rhythm> for BillRhythm {
    fn from(rhythm: Rhythm) -> Self {
        match rhythm {
            Rhythm::Weekly => Self::Weekly,
            Rhythm::Fortnightly => Self::Fortnightly,
            Rhythm::FourWeekly => Self::FourWeekly,
            Rhythm::Monthly => Self::Monthly,
            Rhythm::TwoMonthly => Self::TwoMonthly,
            Rhythm::Quarterly => Self::Quarterly,
            Rhythm::HalfYearly => Self::HalfYearly,
            Rhythm::Yearly => Self::Yearly,
        }
    }
}

/// The rhythm of a rule, where it is one of those that bills have.
fn rhythm_of(rule: Option<&str>) -> BillRhythm {
    let part = |name: &str| {
        let parts = rule.into_iter().flat_map(|rule| rule.split(';'));
        parts
            .filter_map(|part| part.split_once('='))
            .find(|(known, _)| *known == name)
            .map(|(_, value)| value)
    };
    match (part("FREQ"), part("INTERVAL").unwrap_or("1")) {
        (Some("WEEKLY"), "1") => BillRhythm::Weekly,
        (Some("WEEKLY"), "2") => BillRhythm::Fortnightly,
        (Some("WEEKLY"), "4") => BillRhythm::FourWeekly,
        (Some("MONTHLY"), "1") => BillRhythm::Monthly,
        (Some("MONTHLY"), "2") => BillRhythm::TwoMonthly,
        (Some("MONTHLY"), "3") => BillRhythm::Quarterly,
        (Some("MONTHLY"), "6") => BillRhythm::HalfYearly,
        (Some("YEARLY"), "1") | (Some("MONTHLY"), "12") => BillRhythm::Yearly,
        _ => BillRhythm::Other,
    }
}
