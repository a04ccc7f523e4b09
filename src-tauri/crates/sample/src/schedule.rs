//! What happens on which day, fixed before the first day is told. It does not depend on balances, so that the number
//! of events is known and the rest of the transactions can be spread around them.

use crate::calendar::{banking_day_after, banking_day_before, month_of_year, on, parts};
use crate::draw::{Draw, Stream};
use crate::occasion::OCCASIONS;
use crate::party::Party;
use crate::place::Place;
use crate::recurring::{Period, Planted, Recurring, RecurringKind, Twist};
use crate::spec::{SPECS, Spec};
use crate::trip::{Destination, Trip, trips};
use crate::unit::{Unit, whole};
use crate::{Books, Plan};
use ledger::{Day, Month};

/// Something that happens on a day. One whose turn finds nothing to do (no card debt, say) gives way to an everyday
/// transaction.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Event {
    /// What an account held when the books began, by its index in [`crate::person::OPENINGS`].
    Opening(usize),
    /// A bill by its index in [`SPECS`].
    Bill(usize, i128),
    Salary(i128),
    Bonus(i128),
    CardPayment,
    DollarCardPayment,
    LoanPayment {
        interest: i128,
        principal: i128,
    },
    CarPurchase,
    Depreciation,
    Sweep,
    SavingsInterest(Place),
    IncomeTax,
    PloyRepays,
    /// A feast by its index in [`OCCASIONS`].
    Occasion(usize),
    BuyDollars,
    FundBroker,
    BuyShares(Unit),
    SellLantern,
    Dividend(Unit),
    BuyCoin(Unit),
    Stake,
    NetworkFee,
    FillEuroPot,
    /// An invoice by its index in [`Schedule::invoices`].
    Invoice(usize),
    InvoicePaid(usize),
    Wages(Party, i128),
    PayrollTaxes,
    SettleVat,
    CorporateTax,
    Freelancer(usize, i128),
    SupplierBill(usize, i128),
    SupplierPaid(usize, i128),
    Payout,
    DollarPayout,
    OwnerDraw,
    Flight(usize),
    Hotel(usize),
    TravelMoney(usize),
    TravelCover(usize),
}

/// An invoice of the studio.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Invoice {
    pub(crate) issued: Day,
    /// How many in its year, from 1.
    pub(crate) number: u32,
    pub(crate) client: usize,
    /// Before tax, in satang or cents.
    pub(crate) net: i128,
    pub(crate) overseas: bool,
}

pub(crate) struct Schedule {
    /// In order of day.
    pub(crate) events: Vec<(Day, Event)>,
    pub(crate) invoices: Vec<Invoice>,
    pub(crate) trips: Vec<Trip>,
    planted: Vec<Planted>,
}

/// Satang owed on the car when the books begin, the instalment, and hundred-thousandths of interest a month.
pub(crate) const CAR_DEBT: i128 = whole(412_000);
const INSTALMENT: i128 = whole(9850);
const MONTHLY_INTEREST: i128 = 320;
/// The price of the second car and what is borrowed for it.
pub(crate) const SECOND_CAR: (i128, i128) = (whole(829_000), whole(620_000));

/// A schedule while it is written.
struct Writer {
    from: Day,
    to: Day,
    draw: Draw,
    schedule: Schedule,
}

impl Schedule {
    pub(crate) fn new(plan: &Plan) -> Self {
        let schedule = Self {
            events: Vec::new(),
            invoices: Vec::new(),
            trips: trips(plan.from, plan.to),
            planted: Vec::new(),
        };
        let draw = Draw::new(plan.seed, Stream::Schedule);
        let mut writer = Writer { from: plan.from, to: plan.to, draw, schedule };
        for index in 0..crate::person::OPENINGS.len() {
            writer.schedule.events.push((plan.from, Event::Opening(index)));
        }
        for (index, spec) in SPECS.iter().enumerate() {
            writer.bills(index, spec);
        }
        writer.pay();
        writer.loan();
        writer.journeys();
        let mut month = Month::of(plan.from);
        let mut invoices_this_year = 0;
        while month.first() <= plan.to {
            if month_of_year(month) == 1 {
                invoices_this_year = 0;
            }
            writer.person(month);
            writer.investing(month);
            writer.studio(month, &mut invoices_this_year);
            month = month.offset(1);
        }
        writer.note_wages();
        let mut schedule = writer.schedule;
        schedule.events.sort_by_key(|(day, _)| *day);
        schedule
    }

    pub(crate) fn recurring(&self, books: &Books) -> Vec<Recurring> {
        self.planted.iter().map(|planted| planted.within(books)).collect()
    }

    /// The journey that a day belongs to.
    pub(crate) fn trip_on(&self, day: Day) -> Option<Trip> {
        self.trips.iter().find(|trip| trip.covers(day)).copied()
    }
}

impl Writer {
    /// Adds an event; `false` if its day is outside the books.
    fn put(&mut self, day: Day, event: Event) -> bool {
        let within = (self.from..=self.to).contains(&day);
        if within {
            self.schedule.events.push((day, event));
        }
        within
    }

    /// Every charge of one bill.
    fn bills(&mut self, index: usize, spec: &Spec) {
        let mut charges = Vec::new();
        for day in spec.due_days(self.from, self.to) {
            let before_end = self.to.number() - day.number();
            let price = spec.prices.iter().rev().find(|(since, _)| *since >= before_end);
            let Some((_, price)) = price else { continue };
            if spec.until.is_some_and(|until| before_end < until) {
                continue;
            }
            let amount = spec.swayed(*price, day, &mut self.draw);
            let twice = spec.twist == Some(Twist::DoubleCharge) && (95..126).contains(&before_end);
            for _ in 0..if twice { 2 } else { 1 } {
                if self.put(day, Event::Bill(index, amount)) {
                    charges.push((day, amount));
                }
            }
        }
        let Spec { party, category, kind, period, twist, unit, .. } = *spec;
        if !charges.is_empty() {
            self.schedule.planted.push(Planted { party, category, kind, period, twist, unit, charges });
        }
    }

    /// Salary on the 25th, a bonus at the end of the year.
    fn pay(&mut self) {
        let mut charges = Vec::new();
        let mut month = Month::of(self.from);
        while month.first() <= self.to {
            let day = banking_day_before(on(month, 25));
            let gross = gross_pay(self.to, day);
            if self.put(day, Event::Salary(gross)) {
                charges.push((day, crate::person::pay_slip(gross, day).net));
            }
            if month_of_year(month) == 12 {
                let halves = i128::from(self.draw.between(2, 5));
                self.put(day, Event::Bonus(gross * halves / 2));
            }
            month = month.offset(1);
        }
        self.schedule.planted.push(Planted {
            party: Party::Employer,
            category: Place::Salary,
            kind: RecurringKind::Pay,
            period: Period::Monthly,
            twist: None,
            unit: Unit::Thb,
            charges,
        });
    }

    /// Instalments until the car is paid off; then, a season later, a second car.
    fn loan(&mut self) {
        let mut charges = Vec::new();
        let (mut owed, mut rest) = (CAR_DEBT, 0);
        let mut month = Month::of(self.from);
        while month.first() <= self.to {
            let day = banking_day_after(on(month, 5));
            if owed > 0 {
                let interest = (owed * MONTHLY_INTEREST + 50_000) / 100_000;
                let principal = owed.min(INSTALMENT - interest);
                if self.put(day, Event::LoanPayment { interest, principal }) {
                    charges.push((day, interest + principal));
                    owed -= principal;
                }
            } else {
                rest += 1;
                if rest == 4 && self.put(day, Event::CarPurchase) {
                    (owed, rest) = (SECOND_CAR.1, i32::MIN);
                }
            }
            month = month.offset(1);
        }
        self.schedule.planted.push(Planted {
            party: Party::CarFinance,
            category: Place::CarLoan,
            kind: RecurringKind::Instalment,
            period: Period::Monthly,
            twist: None,
            unit: Unit::Thb,
            charges,
        });
    }

    /// What the studio's people get is part of its months; here it is only noted.
    fn note_wages(&mut self) {
        for wanted in [Party::Fern, Party::Boss] {
            let paid = self.schedule.events.iter().filter_map(|(day, event)| match event {
                Event::Wages(party, gross) if *party == wanted => {
                    Some((*day, crate::studio::net_wages(*gross)))
                }
                _ => None,
            });
            let charges = paid.collect();
            self.schedule.planted.push(Planted {
                party: wanted,
                category: Place::Wages,
                kind: RecurringKind::Wages,
                period: Period::Monthly,
                twist: None,
                unit: Unit::Thb,
                charges,
            });
        }
    }

    fn journeys(&mut self) {
        for index in 0..self.schedule.trips.len() {
            let trip = self.schedule.trips[index];
            if trip.destination == Destination::Home {
                continue;
            }
            self.put(trip.from.offset(-48), Event::Flight(index));
            self.put(trip.from.offset(-31), Event::Hotel(index));
            if trip.is_abroad() {
                self.put(trip.from.offset(-9), Event::TravelCover(index));
                self.put(trip.from.offset(-6), Event::TravelMoney(index));
            }
        }
    }

    fn person(&mut self, month: Month) {
        let of_year = month_of_year(month);
        self.put(on(month, 5), Event::CardPayment);
        self.put(on(month, 12), Event::DollarCardPayment);
        self.put(on(month, 28), Event::Sweep);
        self.put(on(month, 3), Event::PloyRepays);
        if matches!(of_year, 6 | 12) {
            self.put(banking_day_before(month.last()), Event::SavingsInterest(Place::Savings));
            self.put(banking_day_before(month.last()), Event::SavingsInterest(Place::HighSavings));
        }
        if of_year == 3 {
            self.put(on(month, 24), Event::IncomeTax);
        }
        if of_year == 12 {
            self.put(on(month, 31), Event::Depreciation);
        }
        for (index, occasion) in OCCASIONS.iter().enumerate() {
            if occasion.on.0 == of_year {
                self.put(on(month, occasion.on.1), Event::Occasion(index));
            }
        }
    }

    fn investing(&mut self, month: Month) {
        let of_year = month_of_year(month);
        let open = |date| banking_day_after(on(month, date));
        self.put(open(8), Event::BuyDollars);
        self.put(open(9), Event::FillEuroPot);
        self.put(open(15), Event::FundBroker);
        let share = if of_year.is_multiple_of(3) { Unit::Lantern } else { Unit::Orchid };
        self.put(open(18), Event::BuyShares(share));
        self.put(open(20), Event::BuyShares(Unit::Mekong));
        self.put(on(month, 10), Event::BuyCoin(Unit::Btc));
        self.put(on(month, 30), Event::Stake);
        match of_year {
            3 | 9 => drop(self.put(open(22), Event::Dividend(Unit::Orchid))),
            12 => drop(self.put(open(16), Event::Dividend(Unit::Mekong))),
            _ => {}
        }
        if of_year % 3 == 2 {
            self.put(open(13), Event::Dividend(Unit::Lantern));
            self.put(on(month, 19), Event::BuyCoin(Unit::Eth));
        }
        if of_year % 6 == 1 {
            self.put(on(month, 21), Event::NetworkFee);
        }
        if of_year == 6 {
            self.put(open(24), Event::SellLantern);
        }
    }

    fn studio(&mut self, month: Month, invoices_this_year: &mut u32) {
        let of_year = month_of_year(month);
        let count = self.draw.between(3, 4);
        for slot in 0..count {
            *invoices_this_year += 1;
            self.invoice(month, slot, *invoices_this_year);
        }
        let payday = banking_day_before(month.last());
        self.put(payday, Event::Wages(Party::Fern, whole(28_000)));
        if self.to.number() - payday.number() < 900 {
            self.put(payday, Event::Wages(Party::Boss, whole(23_500)));
        }
        let due = banking_day_after(on(month, 15));
        self.put(due, Event::PayrollTaxes);
        self.put(due, Event::SettleVat);
        if matches!(of_year, 5 | 8) {
            self.put(on(month, 28), Event::CorporateTax);
        }
        self.put(banking_day_after(on(month, 2)), Event::Payout);
        self.put(banking_day_after(on(month, 17)), Event::Payout);
        self.put(banking_day_after(on(month, 19)), Event::DollarPayout);
        self.put(banking_day_before(on(month, 26)), Event::OwnerDraw);
        if self.draw.chance(700) {
            let (rank, amount) =
                (self.draw.index(5), self.draw.amount(whole(6000), whole(34_000), whole(500)));
            let day = on(month, 6).offset(self.draw.between(0, 20));
            self.put(day, Event::Freelancer(rank, amount));
        }
        if self.draw.chance(550) {
            let (rank, amount) =
                (self.draw.index(8), self.draw.amount(whole(4000), whole(26_000), whole(100)));
            let day = on(month, 4).offset(self.draw.between(0, 18));
            // Paid only if it was received in these books.
            if self.put(day, Event::SupplierBill(rank, amount)) {
                let paid = banking_day_after(day.offset(self.draw.between(14, 32)));
                self.put(paid, Event::SupplierPaid(rank, amount));
            }
        }
    }

    /// An invoice and, usually late, its payment.
    fn invoice(&mut self, month: Month, slot: i32, number: u32) {
        let overseas = slot == 0;
        let date = u32::try_from(4 + 7 * slot + self.draw.between(0, 5)).unwrap_or(4);
        let issued = banking_day_before(on(month, date));
        let client = self.draw.index(12).min(self.draw.index(12));
        let net = if overseas {
            self.draw.amount(whole(700), whole(3900), whole(50))
        } else {
            self.draw.amount(whole(14_000), whole(118_000), whole(500))
        };
        let late = if self.draw.chance(550) { self.draw.between(3, 45) } else { self.draw.between(-12, 0) };
        let paid = banking_day_after(issued.offset(if overseas { 14 } else { 30 } + late));
        let index = self.schedule.invoices.len();
        self.schedule.invoices.push(Invoice { issued, number, client, net, overseas });
        if self.put(issued, Event::Invoice(index)) {
            self.put(paid, Event::InvoicePaid(index));
        }
    }
}

/// Gross pay on a day, raised every January up to 98,000 baht in the last year.
fn gross_pay(to: Day, day: Day) -> i128 {
    let mut gross = whole(98_000);
    for _ in 0..(parts(to).0 - parts(day).0).clamp(0, 40) {
        gross = gross * 96 / 100;
    }
    gross / whole(500) * whole(500)
}
