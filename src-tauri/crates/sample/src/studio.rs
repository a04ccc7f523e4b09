//! The studio's months: invoices, wages, taxes, payouts.

use crate::calendar::parts;
use crate::entry::Entry;
use crate::life::{Life, round_up};
use crate::party::Party;
use crate::person::with_vat;
use crate::place::Place;
use crate::roster::{Known, Pool};
use crate::schedule::Invoice;
use crate::tag::Tag;
use crate::unit::{Unit, whole};

/// Where the studio's dues are paid from, its own account first.
const FUNDS: &[Place] = &[Place::StudioBank, Place::HighSavings, Place::Savings, Place::Checking];

/// What is kept back of wages for the social security and the tax office.
fn withheld(gross: i128) -> (i128, i128) {
    (whole(750), (gross - whole(25_000)).max(0) * 5 / 100)
}

/// What is paid out of wages.
pub(crate) fn net_wages(gross: i128) -> i128 {
    let (social_security, tax) = withheld(gross);
    gross - social_security - tax
}

impl<'a> Life<'a> {
    fn client(&self, invoice: &Invoice) -> &'a Known {
        let pool = if invoice.overseas { Pool::Overseas } else { Pool::Client };
        self.books.roster.nth(pool, invoice.client)
    }

    /// An invoice: the fee is earned and, at home, VAT is owed on it; the client owes both.
    pub(crate) fn invoice(&mut self, index: usize) -> Option<Entry> {
        let invoice = self.books.schedule.invoices.get(index)?;
        let number = invoice_number(invoice);
        let entry = Entry::with(self.client(invoice)).note(number).tag(Tag::Business);
        let net = invoice.net;
        if invoice.overseas {
            let entry = entry.leg(Place::Receivables, Unit::Usd, net);
            return Some(entry.leg(Place::OverseasFees, Unit::Usd, -net));
        }
        let vat = (net * 7 + 50) / 100;
        let entry = entry.baht(Place::Receivables, net + vat).baht(Place::DesignFees, -net);
        Some(entry.baht(Place::OutputVat, -vat).memo("VAT 7%").tag(Tag::Vat))
    }

    /// A client pays: at home less 3 % withheld for the tax office, from abroad through the processor.
    pub(crate) fn invoice_paid(&mut self, index: usize) -> Option<Entry> {
        let invoice = self.books.schedule.invoices.get(index)?;
        let (client, net) = (self.client(invoice), invoice.net);
        let entry = Entry::with(client).tag(Tag::Business);
        let number = invoice_number(invoice);
        if invoice.overseas {
            let fee = net * 39 / 1000 + 30;
            return Some(
                entry
                    .text(format!("TILLBRIDGE {number}"))
                    .leg(Place::Processor, Unit::Usd, net - fee)
                    .leg(Place::PaymentFees, Unit::Usd, fee)
                    .leg(Place::Receivables, Unit::Usd, -net),
            );
        }
        let vat = (net * 7 + 50) / 100;
        let withheld = net * 3 / 100;
        let text = self.books.phrases.transfer(client, true, &mut self.draw);
        Some(
            entry
                .text(format!("{text} {number}"))
                .baht(Place::StudioBank, net + vat - withheld)
                .baht(Place::WithheldByClients, withheld)
                .memo("3%")
                .baht(Place::Receivables, -(net + vat)),
        )
    }

    /// Wages less what goes to the tax and social security offices next month, with the employer's share.
    pub(crate) fn wages(&mut self, party: Party, gross: i128) -> Entry {
        let (social_security, tax) = withheld(gross);
        let net = net_wages(gross);
        let known = self.books.roster.party(party);
        let from = self.able(FUNDS, net);
        Entry::with(known)
            .text(self.books.phrases.transfer(known, false, &mut self.draw))
            .tag(Tag::Business)
            .baht(Place::Wages, gross + social_security)
            .baht(Place::PayrollDebts, -(2 * social_security + tax))
            .baht(from, -net)
    }

    pub(crate) fn payroll_taxes(&mut self) -> Option<Entry> {
        let due = -self.baht(Place::PayrollDebts);
        let from = self.able(FUNDS, due);
        let known = self.books.roster.party(Party::SocialSecurityOffice);
        let text = self.books.phrases.bill(known, &mut self.draw);
        let entry = Entry::with(known).text(text).tag(Tag::Business);
        (due > 0).then(|| entry.baht(from, -due).baht(Place::PayrollDebts, due))
    }

    /// The month's VAT: what was charged, less what was paid; or as much as there is money for.
    pub(crate) fn settle_vat(&mut self) -> Option<Entry> {
        let (charged, paid) = (-self.baht(Place::OutputVat), self.baht(Place::InputVat));
        let offset = paid.min(charged).max(0);
        let due = charged - offset;
        let from = self.able(FUNDS, due);
        let from = if from == Place::Card { Place::StudioBank } else { from };
        let due = due.min(self.baht(from)).max(0);
        let known = self.books.roster.party(Party::RevenueDepartment);
        let text = self.books.phrases.bill(known, &mut self.draw);
        let entry = Entry::with(known).text(text).note(self.books.phrases.say("P.P. 30", "ภ.พ. 30"));
        let entry = entry.tag(Tag::Business).tag(Tag::Vat);
        (offset + due > 0).then(|| {
            entry.baht(Place::OutputVat, offset + due).baht(Place::InputVat, -offset).baht(from, -due)
        })
    }

    /// The studio's profit tax, less what clients have withheld already.
    pub(crate) fn corporate_tax(&mut self) -> Option<Entry> {
        let sides = [Place::DesignFees, Place::ShopSales, Place::Wages, Place::Freelancers, Place::Office]
            .into_iter()
            .chain([Place::Printing, Place::Materials, Place::Shipping, Place::Advertising])
            .chain([Place::PaymentFees, Place::Accounting, Place::TeamMeals]);
        let profit = -sides.map(|place| self.baht(place)).sum::<i128>();
        let tax = (profit - self.taxed_profit).max(0) * 15 / 100 / 100 * 100;
        let offset = self.baht(Place::WithheldByClients).min(tax).max(0);
        let from = self.able(FUNDS, tax - offset);
        let from = if from == Place::Card { Place::StudioBank } else { from };
        let due = (tax - offset).min(self.baht(from) / 2).max(0);
        self.taxed_profit = profit;
        let known = self.books.roster.party(Party::RevenueDepartment);
        let text = self.books.phrases.bill(known, &mut self.draw);
        let form = if parts(self.day).1 == 5 {
            ("P.N.D. 50", "ภ.ง.ด. 50")
        } else {
            ("P.N.D. 51", "ภ.ง.ด. 51")
        };
        let entry = Entry::with(known).text(text).note(self.books.phrases.say(form.0, form.1));
        (offset + due > 0).then(|| {
            entry
                .tag(Tag::Business)
                .baht(Place::CorporateTax, offset + due)
                .baht(Place::WithheldByClients, -offset)
                .baht(from, -due)
        })
    }

    /// A freelancer, less 3 % that the studio hands to the tax office.
    pub(crate) fn freelancer(&mut self, rank: usize, amount: i128) -> Entry {
        let withheld = amount * 3 / 100;
        let known = self.books.roster.nth(Pool::Freelancer, rank);
        let from = self.able(FUNDS, amount);
        Entry::with(known)
            .text(self.books.phrases.transfer(known, false, &mut self.draw))
            .note(self.books.phrases.note(crate::phrases::Topic::Studio, &mut self.draw))
            .tag(Tag::Business)
            .baht(Place::Freelancers, amount)
            .baht(Place::PayrollDebts, -withheld)
            .baht(from, withheld - amount)
    }

    /// A printer's bill on credit.
    pub(crate) fn supplier_bill(&mut self, rank: usize, amount: i128) -> Entry {
        let known = self.books.roster.nth(Pool::Printer, rank);
        let note = self.books.phrases.note(crate::phrases::Topic::Studio, &mut self.draw);
        let entry = Entry::with(known).note(note).baht(Place::Payables, -amount);
        with_vat(entry, Place::Printing, amount)
    }

    pub(crate) fn supplier_paid(&mut self, rank: usize, amount: i128) -> Entry {
        let known = self.books.roster.nth(Pool::Printer, rank);
        let from = self.able(FUNDS, amount);
        let text = self.books.phrases.transfer(known, false, &mut self.draw);
        let entry = Entry::with(known).text(text).tag(Tag::Business);
        entry.baht(from, -amount).baht(Place::Payables, amount)
    }

    /// The processor's balance comes to the bank.
    pub(crate) fn payout(&mut self) -> Option<Entry> {
        let amount = self.baht(Place::Processor);
        if amount < whole(500) {
            return None;
        }
        let mut text = String::from("TILLBRIDGE PAYOUT PO-");
        self.draw.digits(&mut text, 9);
        let entry = Entry::with(self.books.roster.party(Party::Tillbridge)).text(text).tag(Tag::Business);
        Some(entry.baht(Place::Processor, -amount).baht(Place::StudioBank, amount))
    }

    /// The processor's dollars come to the bank as baht, at the day's rate less one per cent.
    pub(crate) fn dollar_payout(&mut self) -> Option<Entry> {
        let cents = self.held(Place::Processor, Unit::Usd);
        let worth = self.books.market.worth(cents, Unit::Usd, self.day);
        let fee = worth / 100;
        let rate = self.books.market.rate(Unit::Usd, self.day);
        let mut text = String::from("TILLBRIDGE USD PAYOUT PO-");
        self.draw.digits(&mut text, 9);
        (worth > fee).then(|| {
            Entry::with(self.books.roster.party(Party::Tillbridge))
                .text(text)
                .note(format!("USD @ {rate} THB"))
                .tag(Tag::Business)
                .leg(Place::Processor, Unit::Usd, -cents)
                .baht(Place::StudioBank, worth - fee)
                .baht(Place::PaymentFees, fee)
        })
    }

    /// The owner takes out what the studio can spare.
    pub(crate) fn owner_draw(&mut self) -> Option<Entry> {
        let spare = self.baht(Place::StudioBank) - whole(160_000) - 8 * self.pace();
        let amount = round_up(spare / 3, 5000);
        let text = self.books.phrases.say("TRF TO 204-1-88213-7 OWNER", "โอนให้เจ้าของ 204-1-88213-7");
        let note = self.books.phrases.say("owner's draw", "เจ้าของเบิกใช้ส่วนตัว");
        (spare > whole(20_000)).then(|| {
            Entry::new(None)
                .text(text.to_owned())
                .note(note)
                .tag(Tag::Business)
                .baht(Place::StudioBank, -amount)
                .baht(Place::Checking, amount)
        })
    }

    /// An early payout, if the studio's account is about to run dry.
    pub(crate) fn refill_studio(&mut self) -> Option<Entry> {
        let low = self.baht(Place::StudioBank) < whole(60_000) + 4 * self.pace();
        let waiting = self.baht(Place::Processor) > whole(6000) + 2 * self.pace();
        if low && waiting { self.payout() } else { None }
    }

    /// `true` while the coffers are too low for comfort, which makes the shop work harder.
    pub(crate) fn needs_sales(&self) -> bool {
        let coffers =
            [Place::Checking, Place::Savings, Place::HighSavings, Place::StudioBank, Place::Processor];
        let held: i128 = coffers.into_iter().map(|place| self.baht(place)).sum();
        let owed = [Place::Card, Place::OutputVat, Place::InputVat].into_iter();
        held + owed.map(|place| self.baht(place)).sum::<i128>() < whole(300_000) + 45 * self.pace()
    }
}

/// As `INV-2026-014`.
fn invoice_number(invoice: &Invoice) -> String {
    format!("INV-{}-{:03}", parts(invoice.issued).0, invoice.number)
}
