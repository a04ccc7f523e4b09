//! The state of a life while it is told, day by day.

use crate::Books;
use crate::draw::{Draw, Stream};
use crate::entry::{Entry, Leg};
use crate::place::Place;
use crate::schedule::Event;
use crate::unit::{Unit, whole};
use ledger::{
    Amount, Day, Month, Posting, Quantity, Statement, StatementId, Status, Transaction, TransactionId,
};

/// What every account holds.
struct Holdings(Vec<i128>);

impl Holdings {
    fn new() -> Self {
        Self(vec![0; Place::COUNT * Unit::ALL.len()])
    }

    fn at(&mut self, place: Place, unit: Unit) -> &mut i128 {
        &mut self.0[place.index() * Unit::ALL.len() + unit.index()]
    }

    fn of(&self, place: Place, unit: Unit) -> i128 {
        self.0[place.index() * Unit::ALL.len() + unit.index()]
    }
}

/// A life on one of its days: what is held, what is owed, and the draws to come.
pub(crate) struct Life<'a> {
    pub(crate) books: &'a Books,
    pub(crate) draw: Draw,
    pub(crate) day: Day,
    holdings: Holdings,
    serial: u32,
    /// What the last credit card statement asked for.
    pub(crate) card_due: i128,
    /// The studio's profit that has been taxed.
    pub(crate) taxed_profit: i128,
    /// Everyday transactions of this day that belonged to a journey.
    pub(crate) journey_today: u32,
    /// Rows that may have been left to review so far.
    pub(crate) to_review: u32,
    pub(crate) statements: Vec<Statement>,
}

impl<'a> Life<'a> {
    pub(crate) fn new(books: &'a Books, first_serial: u32) -> Self {
        Self {
            books,
            draw: Draw::new(books.plan().seed, Stream::Life),
            day: books.plan().from,
            holdings: Holdings::new(),
            serial: first_serial,
            card_due: 0,
            taxed_profit: 0,
            journey_today: 0,
            to_review: 0,
            statements: Vec::new(),
        }
    }

    /// Satang held by an account.
    pub(crate) fn baht(&self, place: Place) -> i128 {
        self.holdings.of(place, Unit::Thb)
    }

    /// Smallest units of a commodity held by an account.
    pub(crate) fn held(&self, place: Place, unit: Unit) -> i128 {
        self.holdings.of(place, unit)
    }

    /// Satang that leave in an ordinary day.
    pub(crate) fn pace(&self) -> i128 {
        self.books.pace
    }

    /// The first of `ways` that has `satang`; if none has, the credit card.
    pub(crate) fn able(&self, ways: &[Place], satang: i128) -> Place {
        let can = |place: &&Place| **place == Place::Card || self.baht(**place) >= satang;
        ways.iter().find(can).copied().unwrap_or(Place::Card)
    }

    /// Every transaction of an event; an everyday one where the event has nothing to do, so that every event is one.
    pub(crate) fn happen(&mut self, event: Event) -> Transaction {
        let entry = self.event(event).unwrap_or_else(|| self.everyday());
        self.record(entry)
    }

    /// The entry of an event; `None` if it finds nothing to do.
    fn event(&mut self, event: Event) -> Option<Entry> {
        match event {
            Event::Opening(index) => self.opening(index),
            Event::Bill(index, amount) => self.bill(index, amount),
            Event::Salary(gross) => Some(self.salary(gross)),
            Event::Bonus(gross) => Some(self.bonus(gross)),
            Event::CardPayment => self.card_payment(),
            Event::DollarCardPayment => self.dollar_card_payment(),
            Event::LoanPayment { interest, principal } => Some(self.loan_payment(interest, principal)),
            Event::CarPurchase => Some(self.car_purchase()),
            Event::Depreciation => self.depreciation(),
            Event::Sweep => self.sweep(),
            Event::SavingsInterest(place) => self.savings_interest(place),
            Event::IncomeTax => Some(self.income_tax()),
            Event::PloyRepays => self.ploy_repays(),
            Event::Occasion(index) => self.occasion(index),
            Event::BuyDollars => self.buy_dollars(),
            Event::FundBroker => self.fund_broker(),
            Event::BuyShares(unit) => self.buy_shares(unit),
            Event::SellLantern => self.sell_lantern(),
            Event::Dividend(unit) => self.dividend(unit),
            Event::BuyCoin(unit) => self.buy_coin(unit),
            Event::Stake => self.stake(),
            Event::NetworkFee => self.network_fee(),
            Event::FillEuroPot => self.fill_euro_pot(),
            Event::Invoice(index) => self.invoice(index),
            Event::InvoicePaid(index) => self.invoice_paid(index),
            Event::Wages(party, gross) => Some(self.wages(party, gross)),
            Event::PayrollTaxes => self.payroll_taxes(),
            Event::SettleVat => self.settle_vat(),
            Event::CorporateTax => self.corporate_tax(),
            Event::Freelancer(rank, amount) => Some(self.freelancer(rank, amount)),
            Event::SupplierBill(rank, amount) => Some(self.supplier_bill(rank, amount)),
            Event::SupplierPaid(rank, amount) => Some(self.supplier_paid(rank, amount)),
            Event::Payout => self.payout(),
            Event::DollarPayout => self.dollar_payout(),
            Event::OwnerDraw => self.owner_draw(),
            Event::Flight(index) => self.flight(index),
            Event::Hotel(index) => self.hotel(index),
            Event::TravelMoney(index) => self.travel_money(index),
            Event::TravelCover(index) => self.travel_cover(index),
        }
    }

    /// One everyday transaction.
    pub(crate) fn go_on(&mut self) -> Transaction {
        let entry = self.everyday();
        self.record(entry)
    }

    /// Writes an entry into the books.
    fn record(&mut self, entry: Entry) -> Transaction {
        let mut postings = Vec::with_capacity(entry.legs.len());
        for Leg { place, unit, units, memo } in entry.legs {
            *self.holdings.at(place, unit) += units;
            let amount = Amount::new(quantity(units), unit.id());
            let mut posting = Posting::new(place.id(), amount);
            posting.status = self.status(place);
            if !memo.is_empty() {
                memo.clone_into(&mut posting.memo);
            }
            postings.push(posting);
        }
        let id = TransactionId::new(self.day, self.serial);
        self.serial = self.serial.wrapping_add(1);
        let transaction = Transaction::converting(id, postings, Place::Conversion.id());
        let mut transaction =
            transaction.unwrap_or_else(|refusal| unreachable!("entries are written to balance: {refusal}"));
        transaction.payee = entry.payee;
        transaction.description = entry.description;
        transaction.note = entry.note;
        transaction.sorting = entry.sorting;
        if !entry.tags.is_empty() {
            let mut tags = entry.tags;
            tags.sort_unstable();
            tags.dedup();
            transaction.tags = tags.into_iter().map(crate::tag::Tag::id).collect();
        }
        transaction
    }

    /// Older months are reconciled, the last days not yet on a statement; a category has no status of its own.
    fn status(&self, place: Place) -> Status {
        let closing = &self.books.closing;
        if !place.is_holding() {
            Status::Pending
        } else if place.has_statement() && self.day <= closing.reconciled_to {
            Status::Reconciled
        } else if self.day <= closing.cleared_to || self.day <= closing.stated_to || !place.has_statement() {
            Status::Cleared
        } else {
            Status::Pending
        }
    }

    /// Closes a day: on the last of a month banks send their statements, on the 20th the card its bill.
    pub(crate) fn end_day(&mut self) {
        self.journey_today = 0;
        if crate::calendar::parts(self.day).2 == 20 {
            self.card_due = -self.baht(Place::Card);
        }
        if self.day != Month::of(self.day).last() || self.day > self.books.closing.stated_to {
            return;
        }
        for place in Place::WITH_STATEMENT {
            let unit =
                if matches!(place, Place::Dollars | Place::DollarCard) { Unit::Usd } else { Unit::Thb };
            let next = i64::try_from(self.statements.len()).unwrap_or(i64::MAX - 1);
            self.statements.push(Statement {
                id: StatementId(next + 1),
                account: place.id(),
                day: self.day,
                balance: Amount::new(quantity(self.held(place, unit)), unit.id()),
                reconciled: self.day <= self.books.closing.reconciled_to,
            });
        }
    }

    /// What the card bill asks of the checking account, once it is near.
    pub(crate) fn card_due_soon(&self) -> i128 {
        let date = crate::calendar::parts(self.day).2;
        if date >= 27 || date <= 6 { self.card_due.max(0) } else { 0 }
    }
}

fn quantity(units: i128) -> Quantity {
    Quantity::new(units).unwrap_or_else(|error| unreachable!("a lifetime's money fits: {error}"))
}

/// Rounds `amount` up to a multiple of so many whole baht.
pub(crate) fn round_up(amount: i128, baht: i128) -> i128 {
    let step = whole(baht);
    (amount + step - 1).div_euclid(step) * step
}
