//! What comes on which day.

use super::agenda::Agenda;
use super::post::span;
use super::{OccurrenceState, OccurrenceView, ScheduleKind};
use crate::bills::{BillState, Billing};
use crate::settings::LedgerSettings;
use crate::{ApiError, Books, HolidayView, Money};
use ledger::{CommodityId, Day, Quantity, Rates, RoundingRule, convert};
use planning::Rhythm;
use serde::Serialize;
use specta::Type;
use std::collections::BTreeMap;

/// A day on which something is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct CalendarDay {
    /// The day.
    pub date: String,
    /// Its holidays in the countries that schedules name, else in that of the ledger's currency.
    pub holidays: Vec<HolidayView>,
    /// What schedules bring.
    pub occurrences: Vec<OccurrenceView>,
    /// What bills bring that were found and not yet confirmed.
    pub bills: Vec<ExpectedBill>,
    /// What goes out that day by all of these, above zero, in the ledger's currency; none where a rate is missing.
    pub out: Option<String>,
    /// What comes in that day.
    pub incoming: Option<String>,
}

/// A payment that a found bill will bring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ExpectedBill {
    /// The bill.
    pub bill: String,
    /// Who is paid.
    pub payee: String,
    /// How much, above zero.
    pub amount: Money,
}

/// The longest calendar, in days.
const LONGEST: i32 = 800;

impl Books {
    /// The days `from` to `to`, both included, on which something comes, in order.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Invalid`] for days that are none, or more than 800 of them.
    pub async fn calendar(&self, from: &str, to: &str) -> Result<Vec<CalendarDay>, ApiError> {
        let (from, to) = span(from, to, LONGEST)?;
        let mut reader = self.read_recurring().await?;
        let billing = Billing::read(&mut reader, self.today()).await?;
        let settings = LedgerSettings::read(&mut reader).await?;
        let rates = Rates::new(reader.prices_at(&[self.today()]).await?);
        drop(reader);
        let agenda = &billing.agenda;
        let mut days: BTreeMap<String, CalendarDay> = BTreeMap::new();
        for holiday in holidays(agenda, &settings.currency, from, to) {
            at(&mut days, &holiday.date.clone()).holidays.push(holiday);
        }
        for occurrence in agenda.occurrences(from, to)? {
            at(&mut days, &occurrence.date.clone()).occurrences.push(occurrence);
        }
        for found in billing.found() {
            let bill = billing.bill(found)?;
            let Some(next) = found.bill.next.filter(|_| bill.state == BillState::Found) else { continue };
            for day in steps(found.bill.rhythm, next, from, to) {
                let (bill, payee, amount) = (bill.key.clone(), bill.payee.clone(), bill.amount.clone());
                at(&mut days, &day.to_string()).bills.push(ExpectedBill { bill, payee, amount });
            }
        }
        let base = agenda.names.commodities.values().find(|one| one.code == settings.currency);
        let base = base.ok_or_else(|| ApiError::unknown_commodity(&settings.currency))?.id;
        let valuer = Valuer { agenda, rates, base };
        let mut days: Vec<CalendarDay> = days.into_values().collect();
        for day in &mut days {
            (day.out, day.incoming) = valuer.sums(day)?;
        }
        Ok(days)
    }
}

fn at<'a>(days: &'a mut BTreeMap<String, CalendarDay>, date: &str) -> &'a mut CalendarDay {
    days.entry(date.to_owned()).or_insert_with(|| CalendarDay {
        date: date.to_owned(),
        holidays: Vec::new(),
        occurrences: Vec::new(),
        bills: Vec::new(),
        out: None,
        incoming: None,
    })
}

/// The days of a rhythm from `next` on that lie between two days.
fn steps(rhythm: Rhythm, next: Day, from: Day, to: Day) -> Vec<Day> {
    let days = (0..).map(|times| rhythm.after(next, times)).take_while(|day| *day <= to);
    days.filter(|day| *day >= from).collect()
}

fn holidays(agenda: &Agenda, currency: &str, from: Day, to: Day) -> Vec<HolidayView> {
    let mut countries: Vec<&str> =
        agenda.schedules.iter().filter_map(|schedule| schedule.country.as_deref()).collect();
    countries.sort_unstable();
    countries.dedup();
    if countries.is_empty() {
        // The codes of currencies begin with that of their country (ISO 4217).
        countries.extend(currency.get(..2));
    }
    let all = countries
        .into_iter()
        .flat_map(|country| crate::holidays::between(country, &agenda.own_holidays, from, to));
    all.filter(|holiday| !holiday.struck).collect()
}

/// Values what comes on a day in the ledger's currency.
struct Valuer<'a> {
    agenda: &'a Agenda,
    rates: Rates,
    base: CommodityId,
}

impl Valuer<'_> {
    /// What goes out and what comes in; what was skipped and what moves between own accounts does neither.
    fn sums(&self, day: &CalendarDay) -> Result<(Option<String>, Option<String>), ApiError> {
        let counts = |one: &&OccurrenceView| {
            one.state != OccurrenceState::Skipped && one.kind != ScheduleKind::Transfer
        };
        let amounts = day.occurrences.iter().filter(counts).map(|one| (&one.amount, false));
        let bills = day.bills.iter().map(|bill| (&bill.amount, true));
        let (mut out, mut incoming) = (Vec::new(), Vec::new());
        for (money, paid) in amounts.chain(bills) {
            let Some(worth) = self.worth(money)? else { return Ok((None, None)) };
            if paid || worth.is_negative() {
                out.push(worth.magnitude());
            } else {
                incoming.push(worth);
            }
        }
        let scale = self.agenda.names.scale(self.base);
        let text =
            |sum: Vec<Quantity>| Ok::<_, ApiError>(Some(Quantity::sum(sum)?.to_decimal(scale).to_string()));
        Ok((text(out)?, text(incoming)?))
    }

    fn worth(&self, money: &Money) -> Result<Option<Quantity>, ApiError> {
        let known = self.agenda.names.commodities.values().find(|one| one.code == money.commodity);
        let Some(commodity) = known else { return Ok(None) };
        let quantity = money.read(commodity)?.quantity;
        let Some(rate) = self.rates.at(commodity.id, self.base, self.agenda.today) else { return Ok(None) };
        let to = self.agenda.names.scale(self.base);
        Ok(Some(convert(quantity, commodity.scale, rate, to, RoundingRule::HalfEven)?))
    }
}
