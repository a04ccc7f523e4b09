//! Dollars, funds, shares and coins.

use crate::entry::Entry;
use crate::life::Life;
use crate::party::Party;
use crate::person::FUNDS;
use crate::place::Place;
use crate::tag::Tag;
use crate::unit::{Unit, cents, whole};

impl Life<'_> {
    /// Buys foreign money with baht at the day's rate; the bank keeps `fee` hundredths of a per cent.
    pub(crate) fn exchange(&mut self, to: Place, unit: Unit, units: i128, fee: i128) -> Option<Entry> {
        let cost = self.books.market.worth(units, unit, self.day);
        let fee = (cost * fee / 10_000).max(1);
        let from = FUNDS.iter().copied().find(|place| self.baht(*place) >= cost + fee + whole(5000))?;
        let party = match (to, unit) {
            (Place::TravelWallet, _) => Party::Wanderpurse,
            (_, Unit::Btc | Unit::Eth) => Party::Kaimuk,
            _ => Party::NorthlightBank,
        };
        let known = self.books.roster.party(party);
        let text = self.books.phrases.transfer(known, false, &mut self.draw);
        let rate = self.books.market.rate(unit, self.day);
        let code = unit.code();
        let fee_place = if unit.is_coin() { Place::BrokerFees } else { Place::ExchangeFees };
        Some(
            Entry::with(known)
                .text(text)
                .note(format!("{code} @ {rate} THB"))
                .baht(from, -(cost + fee))
                .baht(fee_place, fee)
                .leg(to, unit, units),
        )
    }

    /// Dollars for the card and the broker.
    pub(crate) fn buy_dollars(&mut self) -> Option<Entry> {
        let owed = -self.held(Place::DollarCard, Unit::Usd);
        let wanted = owed + whole(900) - self.held(Place::Dollars, Unit::Usd);
        let units = (wanted.max(whole(150)) + whole(50) - 1) / whole(50) * whole(50);
        self.exchange(Place::Dollars, Unit::Usd, units, 35)
    }

    pub(crate) fn fill_euro_pot(&mut self) -> Option<Entry> {
        let units = whole(80) + whole(10) * i128::from(self.draw.below(5));
        let full = self.held(Place::EuroPot, Unit::Eur) > whole(3500);
        if full { None } else { self.exchange(Place::EuroPot, Unit::Eur, units, 45) }
    }

    pub(crate) fn fund_broker(&mut self) -> Option<Entry> {
        let units = whole(250);
        let enough = self.held(Place::Dollars, Unit::Usd) >= units + whole(150);
        let known = self.books.roster.party(Party::Sailom);
        let entry = Entry::with(known).text("WIRE OUT SAILOM SECURITIES 88-20417".to_owned());
        enough.then(|| entry.leg(Place::Dollars, Unit::Usd, -units).leg(Place::Brokerage, Unit::Usd, units))
    }

    /// Shares for the cash at the broker, or for baht from the bank, rounded down to what is sold.
    pub(crate) fn buy_shares(&mut self, unit: Unit) -> Option<Entry> {
        let quote = unit.quote();
        let (from, cash) = if quote == Unit::Usd {
            (Place::Brokerage, self.held(Place::Brokerage, quote) * 9 / 10 / 100 * 100)
        } else {
            let satang = whole(8000);
            (*FUNDS.iter().find(|place| self.baht(**place) >= satang + whole(8000))?, satang)
        };
        if cash < whole(60) {
            return None;
        }
        let fee = if quote == Unit::Usd { cents(1, 50) + cash / 1000 } else { 0 };
        let bought = self.books.market.bought(cash - fee, unit, self.day);
        let cost = self.books.market.worth(bought, unit, self.day);
        if bought == 0 || cost == 0 {
            return None;
        }
        let (code, rate) = (unit.code(), self.books.market.rate(unit, self.day));
        let entry = Entry::with(self.books.roster.party(Party::Sailom))
            .text(format!("BUY {code} @ {rate}"))
            .leg(Place::Brokerage, unit, bought)
            .leg(from, quote, -(cost + fee))
            .leg(Place::BrokerFees, quote, fee);
        Some(if unit == Unit::Mekong { entry.tag(Tag::Deductible) } else { entry })
    }

    /// Sells a fifth of the Lantern shares.
    pub(crate) fn sell_lantern(&mut self) -> Option<Entry> {
        let sold = self.held(Place::Brokerage, Unit::Lantern) / 5;
        let proceeds = self.books.market.worth(sold, Unit::Lantern, self.day);
        let fee = cents(1, 50) + proceeds / 1000;
        let rate = self.books.market.rate(Unit::Lantern, self.day);
        let say = |english, thai| self.books.phrases.say(english, thai);
        (proceeds > fee).then(|| {
            Entry::with(self.books.roster.party(Party::Sailom))
                .text(format!("SELL LNTN @ {rate}"))
                .note(say("took some profit", "ขายทำกำไรบางส่วน"))
                .leg(Place::Brokerage, Unit::Lantern, -sold)
                .leg(Place::Brokerage, Unit::Usd, proceeds - fee)
                .leg(Place::BrokerFees, Unit::Usd, fee)
        })
    }

    /// A dividend by what is held, less the tax withheld at its source.
    pub(crate) fn dividend(&mut self, unit: Unit) -> Option<Entry> {
        let value = self.books.market.worth(self.held(Place::Brokerage, unit), unit, self.day);
        // In thousandths of the value, and per cent withheld.
        let (yielded, withheld, to) = match unit {
            Unit::Orchid => (9, 0, Place::Brokerage),
            Unit::Mekong => (38, 10, Place::Checking),
            _ => (2, 15, Place::Brokerage),
        };
        let gross = value * yielded / 1000;
        let tax = gross * withheld / 100;
        let text = format!("DIVIDEND {}", unit.code());
        let known = self.books.roster.party(Party::Sailom);
        (gross > 0).then(|| {
            Entry::with(known)
                .text(text)
                .leg(to, unit.quote(), gross - tax)
                .leg(Place::WithheldTax, unit.quote(), tax)
                .leg(Place::Dividends, unit.quote(), -gross)
        })
    }

    /// A fixed sum of baht in coins, every month.
    pub(crate) fn buy_coin(&mut self, unit: Unit) -> Option<Entry> {
        let (satang, to) = match unit {
            Unit::Btc => (whole(2000), Place::BitcoinWallet),
            _ => (whole(3000), Place::EtherWallet),
        };
        let units = self.books.market.bought(satang, unit, self.day);
        self.exchange(to, unit, units, 25)
    }

    /// A month's reward for staked ether, to the last wei.
    pub(crate) fn stake(&mut self) -> Option<Entry> {
        let held = self.held(Place::EtherWallet, Unit::Eth);
        let units = held / 400 * (90 + i128::from(self.draw.below(20))) / 100;
        let say = |english, thai| self.books.phrases.say(english, thai);
        let note = say("staking reward", "ผลตอบแทนสเตกกิง");
        let entry = Entry::with(self.books.roster.party(Party::Kaimuk)).note(note);
        (units > 0)
            .then(|| entry.leg(Place::EtherWallet, Unit::Eth, units).leg(Place::Staking, Unit::Eth, -units))
    }

    /// The fee for moving ether to a hardware wallet.
    pub(crate) fn network_fee(&mut self) -> Option<Entry> {
        let wei = 420_000_000_000_000 + i128::from(self.draw.below(u32::MAX)) * 217_913;
        let enough = self.held(Place::EtherWallet, Unit::Eth) > wei;
        let note = self.books.phrases.say("moved to the hardware wallet", "ย้ายไปกระเป๋าฮาร์ดแวร์");
        let entry = Entry::new(None).note(note);
        enough.then(|| entry.leg(Place::EtherWallet, Unit::Eth, -wei).leg(Place::NetworkFees, Unit::Eth, wei))
    }
}
