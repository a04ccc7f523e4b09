//! The commodities that Coffer knows by itself: every ISO 4217 currency, current and historic, and common coins.

use crate::{CommodityKind, Scale};
use iso_currency::{Currency, IntoEnumIterator};

/// A commodity as the catalogue describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// Its code: three letters for a currency.
    pub code: String,
    /// Its name in English.
    pub name: String,
    /// Currency or coin.
    pub kind: CommodityKind,
    /// Decimals: ISO 4217's exponent; for historic currencies, of which ISO keeps none, the Unicode CLDR digits.
    pub scale: Scale,
    /// Its sign, if it has one of its own.
    pub symbol: Option<String>,
    /// `true` once it is no longer money anywhere.
    pub historic: bool,
}

/// Code, decimals, symbol and name of currencies withdrawn before the maintained list begins (ISO 4217 list three).
const HISTORIC: &str = include_str!("historic.tsv");
/// Code, decimals, symbol and name of coins; decimals are those of the chain, at most 18.
const COINS: &str = include_str!("coins.tsv");

/// Every listing: current currencies, historic ones, coins.
pub fn catalogue() -> Vec<Listing> {
    let mut listings: Vec<Listing> = Currency::iter().map(current).collect();
    for listing in table(HISTORIC, CommodityKind::Currency).chain(table(COINS, CommodityKind::Coin)) {
        if !listings.iter().any(|known| known.code == listing.code) {
            listings.push(listing);
        }
    }
    listings
}

/// The listing with this code, in any case.
pub fn find_listing(code: &str) -> Option<Listing> {
    let code = code.trim().to_ascii_uppercase();
    Currency::from_code(&code)
        .map(current)
        .or_else(|| table(HISTORIC, CommodityKind::Currency).find(|listing| listing.code == code))
        .or_else(|| table(COINS, CommodityKind::Coin).find(|listing| listing.code == code))
}

fn current(currency: Currency) -> Listing {
    // ISO gives precious metals no exponent; a millionth of a troy ounce is finer than any scale weighs.
    let metal = matches!(currency, Currency::XAU | Currency::XAG | Currency::XPT | Currency::XPD);
    let decimals = currency.exponent().and_then(|exponent| u8::try_from(exponent).ok());
    Listing {
        code: currency.code().to_owned(),
        name: currency.name().to_owned(),
        kind: CommodityKind::Currency,
        scale: scale(decimals.unwrap_or(if metal { 6 } else { 2 })),
        symbol: Some(currency.symbol().symbol).filter(|symbol| !symbol.is_empty() && symbol != "¤"),
        historic: currency.is_superseded().is_some_and(|_| currency != Currency::VES),
    }
}

fn table(text: &'static str, kind: CommodityKind) -> impl Iterator<Item = Listing> {
    text.lines().skip(1).filter_map(move |line| {
        let mut fields = line.split('\t');
        let (code, decimals, symbol, name) = (fields.next()?, fields.next()?, fields.next()?, fields.next()?);
        Some(Listing {
            code: code.to_owned(),
            name: name.to_owned(),
            kind,
            scale: scale(decimals.parse().ok()?),
            symbol: Some(symbol.to_owned()).filter(|symbol| !symbol.is_empty()),
            historic: kind == CommodityKind::Currency,
        })
    })
}

fn scale(decimals: u8) -> Scale {
    Scale::new(decimals.min(Scale::MAX)).unwrap_or_else(|_| unreachable!("capped at the finest scale"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_knows_current_and_historic_currencies_and_coins() {
        for (code, decimals, historic) in [
            ("USD", 2, false),
            ("thb", 2, false),
            ("JPY", 0, false),
            ("BHD", 3, false),
            ("CLF", 4, false),
            ("VES", 2, false),
            ("DEM", 2, true),
            ("ITL", 0, true),
            ("HRK", 2, true),
            ("BTC", 8, false),
            ("ETH", 18, false),
        ] {
            let listing = find_listing(code).unwrap();
            assert_eq!((listing.scale.decimals(), listing.historic), (decimals, historic), "{code}");
        }
        assert_eq!(find_listing("QQQ"), None);
    }

    #[test]
    fn every_line_of_the_tables_is_a_listing_and_every_code_stands_once() {
        let listings = catalogue();
        let lines = HISTORIC.lines().count() + COINS.lines().count() - 2;
        let parsed =
            table(HISTORIC, CommodityKind::Currency).count() + table(COINS, CommodityKind::Coin).count();
        assert_eq!(parsed, lines);
        let mut codes: Vec<_> = listings.iter().map(|listing| listing.code.clone()).collect();
        codes.sort();
        codes.dedup();
        assert_eq!(codes.len(), listings.len());
        assert!(listings.len() > 320, "{}", listings.len());
    }
}
