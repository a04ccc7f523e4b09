//! The person's months: pay, cards, the car, savings, taxes.

use crate::calendar::parts;
use crate::entry::Entry;
use crate::life::{Life, round_up};
use crate::party::Party;
use crate::place::Place;
use crate::schedule::{CAR_DEBT, SECOND_CAR};
use crate::spec::{Nature, SPECS};
use crate::tag::Tag;
use crate::unit::{Unit, cents, whole};
use ledger::Day;

/// Where money for dues comes from, the usual account first.
pub(crate) const FUNDS: &[Place] = &[Place::Checking, Place::Savings, Place::HighSavings, Place::StudioBank];

/// What accounts held when the books began, in smallest units.
pub(crate) const OPENINGS: &[(Place, Unit, i128)] = &[
    (Place::Checking, Unit::Thb, cents(68_412, 55)),
    (Place::Savings, Unit::Thb, cents(124_880, 19)),
    (Place::HighSavings, Unit::Thb, cents(412_306, 74)),
    (Place::Dollars, Unit::Usd, cents(3_240, 18)),
    (Place::EuroPot, Unit::Eur, whole(620)),
    (Place::Cash, Unit::Thb, whole(3_460)),
    (Place::EWallet, Unit::Thb, cents(1_287, 50)),
    (Place::TravelWallet, Unit::Eur, cents(214, 35)),
    (Place::TravelWallet, Unit::Usd, cents(96, 10)),
    (Place::TravelWallet, Unit::Jpy, 18_240),
    (Place::BitcoinWallet, Unit::Btc, 4_183_920),
    (Place::EtherWallet, Unit::Eth, 1_352_907_418_226_031_557),
    (Place::Brokerage, Unit::Orchid, 212_480_366),
    (Place::Brokerage, Unit::Mekong, 82_143_307),
    (Place::Brokerage, Unit::Lantern, 14_250),
    (Place::Brokerage, Unit::Usd, cents(188, 42)),
    (Place::ProvidentFund, Unit::Thb, whole(286_400)),
    (Place::Tuition, Unit::Thb, whole(30_000)),
    (Place::Car, Unit::Thb, whole(540_000)),
    (Place::RentDeposit, Unit::Thb, whole(37_000)),
    (Place::StudioBank, Unit::Thb, cents(318_645, 20)),
    (Place::Processor, Unit::Thb, cents(6_240, 75)),
    (Place::Card, Unit::Thb, -cents(14_870, 25)),
    (Place::CarLoan, Unit::Thb, -CAR_DEBT),
];

/// A month's pay, in satang.
pub(crate) struct PaySlip {
    gross: i128,
    tax: i128,
    social_security: i128,
    /// Into the provident fund, by the employee and once more by the employer.
    fund: i128,
    pub(crate) net: i128,
}

pub(crate) fn pay_slip(gross: i128, day: Day) -> PaySlip {
    let tax = gross * 82 / 1000;
    // The ceiling on which contributions are counted rose with the year 2026.
    let social_security = if parts(day).0 >= 2026 { whole(875) } else { whole(750) };
    let fund = gross * 5 / 100;
    PaySlip { gross, tax, social_security, fund, net: gross - tax - social_security - fund }
}

impl Life<'_> {
    pub(crate) fn opening(&mut self, index: usize) -> Option<Entry> {
        let (place, unit, units) = *OPENINGS.get(index)?;
        // A busier life starts with fuller coffers.
        let units = match place {
            Place::Checking | Place::StudioBank => units.max(self.pace() * 12),
            Place::HighSavings => units.max(self.pace() * 15),
            _ => units,
        };
        Some(Entry::new(None).leg(place, unit, units).leg(Place::Opening, unit, -units))
    }

    /// A bill of the table.
    pub(crate) fn bill(&mut self, index: usize, amount: i128) -> Option<Entry> {
        let (books, spec) = (self.books, SPECS.get(index)?);
        let known = books.roster.party(spec.party);
        if spec.unit == Unit::Usd {
            let text = books.phrases.payment(Place::DollarCard, known, &mut self.draw);
            let entry = Entry::with(known).text(text).leg(Place::DollarCard, Unit::Usd, -amount);
            let entry = entry.leg(spec.category, Unit::Usd, amount);
            return Some(if spec.nature == Nature::Studio { entry.tag(Tag::Business) } else { entry });
        }
        let place = self.able(spec.ways, amount);
        let text = match (spec.category, place) {
            (Place::Rent | Place::Parents, _) => books.phrases.transfer(known, false, &mut self.draw),
            (_, Place::Card) => books.phrases.payment(place, known, &mut self.draw),
            _ => books.phrases.bill(known, &mut self.draw),
        };
        let entry = Entry::with(known).text(text).baht(place, -amount);
        Some(match spec.nature {
            Nature::Private => entry.baht(spec.category, amount),
            Nature::Deductible => entry.baht(spec.category, amount).tag(Tag::Deductible),
            Nature::Studio => entry.baht(spec.category, amount).tag(Tag::Business),
            Nature::StudioWithVat => with_vat(entry, spec.category, amount),
        })
    }

    pub(crate) fn salary(&mut self, gross: i128) -> Entry {
        let slip = pay_slip(gross, self.day);
        let (year, month, _) = parts(self.day);
        let known = self.books.roster.party(Party::Employer);
        Entry::with(known)
            .text(format!("SALARY {year}/{month:02} BAAN RIMNAM DIGITAL"))
            .baht(Place::Checking, slip.net)
            .baht(Place::WithheldTax, slip.tax)
            .baht(Place::SocialSecurity, slip.social_security)
            .baht(Place::ProvidentFund, slip.fund * 2)
            .baht(Place::Salary, -slip.gross)
            .baht(Place::EmployerFund, -slip.fund)
    }

    pub(crate) fn bonus(&mut self, gross: i128) -> Entry {
        let tax = gross * 12 / 100;
        Entry::with(self.books.roster.party(Party::Employer))
            .text(format!("BONUS {} BAAN RIMNAM DIGITAL", parts(self.day).0))
            .baht(Place::Checking, gross - tax)
            .baht(Place::WithheldTax, tax)
            .baht(Place::Bonus, -gross)
    }

    /// The card's last bill in full, from whichever account has the money; what there is, if none has.
    pub(crate) fn card_payment(&mut self) -> Option<Entry> {
        let owed = (-self.baht(Place::Card)).min(self.card_due.max(0));
        let from = FUNDS.iter().copied().find(|place| self.baht(*place) >= owed).unwrap_or(Place::Checking);
        let paid = owed.min(self.baht(from));
        self.card_due = 0;
        let known = self.books.roster.party(Party::RatchaphruekBank);
        let text = self.books.phrases.say("CARD PAYMENT XX2719 AUTO DEBIT", "หักบัญชีชำระบัตรเครดิต XX2719");
        (paid > 0).then(|| Entry::with(known).text(text.to_owned()).baht(from, -paid).baht(Place::Card, paid))
    }

    pub(crate) fn dollar_card_payment(&mut self) -> Option<Entry> {
        let owed = -self.held(Place::DollarCard, Unit::Usd);
        let paid = owed.min(self.held(Place::Dollars, Unit::Usd));
        let entry = Entry::with(self.books.roster.party(Party::NorthlightBank));
        (paid > 0).then(|| {
            entry.text("AUTOPAY CARD 6604".to_owned()).leg(Place::Dollars, Unit::Usd, -paid).leg(
                Place::DollarCard,
                Unit::Usd,
                paid,
            )
        })
    }

    pub(crate) fn loan_payment(&mut self, interest: i128, principal: i128) -> Entry {
        let from = self.able(FUNDS, interest + principal);
        let known = self.books.roster.party(Party::CarFinance);
        let text = self.books.phrases.bill(known, &mut self.draw);
        Entry::with(known)
            .text(text)
            .baht(from, -(interest + principal))
            .baht(Place::CarLoan, principal)
            .baht(Place::LoanInterest, interest)
    }

    /// The old car is traded in for the second one.
    pub(crate) fn car_purchase(&mut self) -> Entry {
        let old = self.baht(Place::Car);
        let (price, loan) = SECOND_CAR;
        let down = price - loan - old;
        let from = self.able(&[Place::HighSavings, Place::Savings, Place::StudioBank, Place::Checking], down);
        let say = |english, thai| self.books.phrases.say(english, thai);
        Entry::with(self.books.roster.party(Party::CarDealer))
            .note(say("new car, old one traded in", "ซื้อรถใหม่ เทิร์นคันเก่า"))
            .baht(Place::Car, price - old)
            .baht(Place::CarLoan, -loan)
            .baht(from, -down)
    }

    pub(crate) fn depreciation(&mut self) -> Option<Entry> {
        let loss = self.baht(Place::Car) * 12 / 100 / whole(100) * whole(100);
        let note = self.books.phrases.say("12% a year", "ปีละ 12%");
        (loss > 0)
            .then(|| Entry::new(None).note(note).baht(Place::Car, -loss).baht(Place::Depreciation, loss))
    }

    /// What the checking account does not need goes into savings.
    pub(crate) fn sweep(&mut self) -> Option<Entry> {
        let keep = whole(42_000) + 12 * self.pace() + self.card_due.max(0);
        let spare = (self.baht(Place::Checking) - keep) / whole(1000) * whole(1000);
        let to = if self.baht(Place::Savings) < whole(60_000) { Place::Savings } else { Place::HighSavings };
        if spare < whole(2000) {
            return None;
        }
        let text = self.books.phrases.own_transfer(&mut self.draw);
        Some(Entry::new(None).text(text).baht(Place::Checking, -spare).baht(to, spare))
    }

    /// Half a year's interest, less the tax that the bank withholds.
    pub(crate) fn savings_interest(&mut self, place: Place) -> Option<Entry> {
        let (bank, rate) =
            if place == Place::Savings { (Party::RatchaphruekBank, 15) } else { (Party::AndamanBank, 70) };
        let gross = self.baht(place).max(0) * rate / 10_000;
        let tax = gross * 15 / 100;
        let text = self.books.phrases.say("INTEREST LESS TAX", "ดอกเบี้ยรับหลังหักภาษี").to_owned();
        (gross > 0).then(|| {
            Entry::with(self.books.roster.party(bank))
                .text(text)
                .baht(place, gross - tax)
                .baht(Place::WithheldTax, tax)
                .baht(Place::Interest, -gross)
        })
    }

    pub(crate) fn income_tax(&mut self) -> Entry {
        let due = self.draw.amount(whole(3200), whole(14_800), 25);
        let from = self.able(FUNDS, due);
        let known = self.books.roster.party(Party::RevenueDepartment);
        let text = self.books.phrases.bill(known, &mut self.draw);
        let note = self.books.phrases.say("P.N.D. 90, filed online", "ภ.ง.ด. 90 ยื่นออนไลน์");
        Entry::with(known).text(text).note(note).baht(from, -due).baht(Place::IncomeTax, due)
    }

    /// Ploy pays back a little every month, and borrows for the next term once she is done.
    pub(crate) fn ploy_repays(&mut self) -> Option<Entry> {
        let owed = self.baht(Place::Tuition);
        let known = self.books.roster.party(Party::Ploy);
        let say = |english, thai| self.books.phrases.say(english, thai);
        if owed > 0 {
            let paid = owed.min(whole(2500));
            let text = self.books.phrases.transfer(known, true, &mut self.draw);
            let entry = Entry::with(known).text(text).baht(Place::Checking, paid).baht(Place::Tuition, -paid);
            return Some(entry);
        }
        let lent = whole(30_000);
        let from = FUNDS.iter().copied().find(|place| self.baht(*place) >= lent + whole(20_000))?;
        let text = self.books.phrases.transfer(known, false, &mut self.draw);
        let entry = Entry::with(known).text(text).note(say("next term's tuition", "ค่าเทอมหน้า"));
        Some(entry.baht(from, -lent).baht(Place::Tuition, lent))
    }

    /// Money from the savings or the studio before an account runs dry, if one is about to.
    pub(crate) fn replenish(&mut self) -> Option<Entry> {
        let pace = self.pace();
        let needed = whole(9000) + 3 * pace + self.card_due_soon();
        if self.baht(Place::Checking) < needed
            && let Some(entry) = self.refill_checking(needed)
        {
            return Some(entry);
        }
        if self.baht(Place::EWallet) < whole(250).max(pace / 6) {
            let amount = round_up(pace, 500).max(whole(1500));
            let known = self.books.roster.party(Party::MaliPay);
            if self.baht(Place::Checking) >= amount + pace {
                let text = self.books.phrases.top_up(known, &mut self.draw);
                let entry = Entry::with(known).text(text);
                return Some(entry.baht(Place::Checking, -amount).baht(Place::EWallet, amount));
            }
        }
        if self.baht(Place::Cash) < whole(400).max(pace / 8) {
            let amount = round_up(pace, 1000).max(whole(3000));
            if self.baht(Place::Checking) >= amount + pace {
                let mut text = String::from("ATM ");
                self.draw.digits(&mut text, 6);
                text.push_str(self.books.phrases.say(" CASH WITHDRAWAL", " ถอนเงินสด"));
                let entry = Entry::with(self.books.roster.party(Party::RatchaphruekBank)).text(text);
                // The machine of another bank asks for a fee.
                let fee = if self.draw.chance(250) { whole(10) } else { 0 };
                let entry = entry.baht(Place::Checking, -(amount + fee)).baht(Place::Cash, amount);
                return Some(entry.baht(Place::BankFees, fee));
            }
        }
        self.refill_studio()
    }

    fn refill_checking(&mut self, needed: i128) -> Option<Entry> {
        let amount = round_up(needed - self.baht(Place::Checking) + 8 * self.pace(), 5000);
        let spare = |place| self.baht(place) - amount;
        let from = if spare(Place::StudioBank) > whole(220_000) + 8 * self.pace() {
            Place::StudioBank
        } else {
            *[Place::Savings, Place::HighSavings, Place::StudioBank]
                .iter()
                .find(|place| spare(**place) >= whole(15_000))?
        };
        let text = self.books.phrases.own_transfer(&mut self.draw);
        let entry = Entry::new(None).text(text).baht(from, -amount).baht(Place::Checking, amount);
        Some(if from == Place::StudioBank { entry.tag(Tag::Business) } else { entry })
    }
}

/// Splits a price that includes 7 % VAT into the cost and the tax that the studio may reclaim.
pub(crate) fn with_vat(entry: Entry, category: Place, gross: i128) -> Entry {
    let vat = (gross * 7 + 53) / 107;
    let entry = entry.baht(category, gross - vat).baht(Place::InputVat, vat).memo("VAT 7%");
    entry.tag(Tag::Business).tag(Tag::Vat)
}
