//! The commodities of the sample books.

use ledger::{Commodity, CommodityId, CommodityKind, Scale, find_listing};

/// What the person and the studio count in. The base is baht.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Thb,
    Usd,
    Eur,
    Jpy,
    Btc,
    Eth,
    /// A world share fund, in dollars.
    Orchid,
    /// A Thai infrastructure fund, in baht.
    Mekong,
    /// A share that is bought in fractions, in dollars.
    Lantern,
}

impl Unit {
    pub(crate) const ALL: [Self; 9] = [
        Self::Thb,
        Self::Usd,
        Self::Eur,
        Self::Jpy,
        Self::Btc,
        Self::Eth,
        Self::Orchid,
        Self::Mekong,
        Self::Lantern,
    ];

    pub(crate) fn index(self) -> usize {
        self as usize
    }

    pub(crate) fn id(self) -> CommodityId {
        CommodityId(self as i64 + 1)
    }

    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Thb => "THB",
            Self::Usd => "USD",
            Self::Eur => "EUR",
            Self::Jpy => "JPY",
            Self::Btc => "BTC",
            Self::Eth => "ETH",
            Self::Orchid => "ORCHG",
            Self::Mekong => "MKINF",
            Self::Lantern => "LNTN",
        }
    }

    /// Decimals stored.
    pub(crate) fn decimals(self) -> u8 {
        match self {
            Self::Thb | Self::Usd | Self::Eur => 2,
            Self::Jpy => 0,
            Self::Btc => 8,
            Self::Eth => 18,
            Self::Orchid => 6,
            Self::Mekong => 4,
            Self::Lantern => 3,
        }
    }

    /// Smallest units in a whole one.
    pub(crate) fn whole(self) -> i128 {
        10_i128.pow(self.decimals().into())
    }

    /// What its price is in.
    pub(crate) fn quote(self) -> Self {
        if matches!(self, Self::Orchid | Self::Lantern) { Self::Usd } else { Self::Thb }
    }

    pub(crate) fn is_security(self) -> bool {
        matches!(self, Self::Orchid | Self::Mekong | Self::Lantern)
    }

    pub(crate) fn is_coin(self) -> bool {
        matches!(self, Self::Btc | Self::Eth)
    }

    fn security_name(self) -> &'static str {
        match self {
            Self::Orchid => "Orchid Global Equity Fund",
            Self::Mekong => "Mekong Infrastructure Fund",
            _ => "Lantern Robotics",
        }
    }

    fn commodity(self) -> Commodity {
        let scale = Scale::new(self.decimals()).unwrap_or_else(|_| unreachable!("at most 18 decimals"));
        let (id, code) = (self.id(), self.code().to_owned());
        match find_listing(&code) {
            Some(listing) if !self.is_security() => {
                Commodity { id, code, name: listing.name, kind: listing.kind, scale, symbol: listing.symbol }
            }
            _ => Commodity {
                id,
                code,
                name: self.security_name().to_owned(),
                kind: CommodityKind::Security,
                scale,
                symbol: None,
            },
        }
    }
}

/// The rows of every commodity, ids from 1.
pub(crate) fn commodities() -> Vec<Commodity> {
    Unit::ALL.into_iter().map(Unit::commodity).collect()
}

/// Satang in so many baht, or cents in so many dollars or euros.
pub(crate) const fn whole(amount: i128) -> i128 {
    amount * 100
}

/// Satang in so many baht and satang, or cents in so many dollars or euros and cents.
pub(crate) const fn cents(amount: i128, cents: i128) -> i128 {
    whole(amount) + cents
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_agree_with_the_catalogue() {
        for unit in Unit::ALL.into_iter().filter(|unit| !unit.is_security()) {
            assert_eq!(find_listing(unit.code()).unwrap().scale.decimals(), unit.decimals(), "{unit:?}");
        }
        for (index, commodity) in commodities().iter().enumerate() {
            assert_eq!(commodity.id.0, i64::try_from(index).unwrap() + 1);
        }
    }
}
