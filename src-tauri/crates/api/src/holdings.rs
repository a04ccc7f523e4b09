//! What is held of each commodity, and what that is worth.

use crate::accounts::to_id;
use crate::report::unvalued;
use crate::settings::LedgerSettings;
use crate::{ApiError, Books, Id};
use ledger::{Balance, CommodityId, CommodityKind, Day, Quantity, Rates, RoundingRule, convert};
use serde::Serialize;
use specta::Type;
use std::collections::HashMap;
use store::Names;

/// What is held, by commodity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct HoldingsView {
    /// Code of the currency of what it is worth: the ledger's own.
    pub currency: String,
    /// The day that it is told for: today.
    pub date: String,
    /// Every commodity that the ledger knows, in order of code.
    pub commodities: Vec<CommodityWorth>,
}

/// What is held of a commodity. What is owed is negative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct CommodityWorth {
    /// Its code.
    pub code: String,
    /// Its name in English; screens name currencies in their own language.
    pub name: String,
    /// Where it comes from.
    pub kind: CommodityKind,
    /// Decimals stored.
    pub decimals: u8,
    /// How much is held in all accounts, less what is owed, as decimal text.
    pub held: String,
    /// What one whole unit is worth in the view's currency; `None` where there is no rate.
    pub rate: Option<String>,
    /// The day of the newest price that it has a part in.
    pub rate_date: Option<String>,
    /// What is held is worth in the view's currency, rounded as reports do.
    pub worth: Option<String>,
    /// Where it is held, the largest first.
    pub accounts: Vec<AccountHolding>,
}

/// What an account holds of a commodity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct AccountHolding {
    /// The account.
    pub account: Id,
    /// Its full name.
    pub path: String,
    /// How much of the commodity; negative where it is owed.
    pub held: String,
    /// What that is worth in the view's currency; `None` where there is no rate.
    pub worth: Option<String>,
}

/// What values need.
struct Valuer<'a> {
    names: &'a Names,
    rates: Rates,
    base: CommodityId,
    day: Day,
}

impl Valuer<'_> {
    fn text(&self, quantity: Quantity, commodity: CommodityId) -> String {
        quantity.to_decimal(self.names.scale(commodity)).to_string()
    }

    fn worth(&self, quantity: Quantity, of: CommodityId) -> Result<Option<Quantity>, ApiError> {
        let Some(rate) = self.rates.at(of, self.base, self.day) else { return Ok(None) };
        let (from, to) = (self.names.scale(of), self.names.scale(self.base));
        let value = convert(quantity, from, rate, to, RoundingRule::HalfEven);
        let code = || self.names.commodities.get(&of).map(|known| known.code.as_str()).unwrap_or_default();
        value.map(Some).map_err(|error| unvalued(code(), self.day, &error))
    }

    fn account(&self, balance: &Balance) -> Result<(AccountHolding, Option<Quantity>), ApiError> {
        let (quantity, commodity) = (balance.quantity, balance.commodity);
        let worth = self.worth(quantity, commodity)?;
        let view = AccountHolding {
            account: to_id(balance.account.0)?,
            path: self.names.accounts.path(balance.account),
            held: self.text(quantity, commodity),
            worth: worth.map(|worth| self.text(worth, self.base)),
        };
        Ok((view, worth))
    }
}

impl Books {
    /// What is held of each commodity today, and what that is worth.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn holdings(&self) -> Result<HoldingsView, ApiError> {
        let day = self.today();
        let mut reader = self.store.read().await?;
        let currency = LedgerSettings::read(&mut reader).await?.currency;
        let names = reader.names().await?;
        let base = names.commodities.values().find(|known| known.code == currency);
        let base = base.ok_or_else(|| ApiError::missing(format!("commodity “{currency}”")))?.id;
        let prices = reader.prices_at(&[day]).await?;
        let mut newest: HashMap<CommodityId, Day> = HashMap::new();
        for price in &prices {
            for id in [price.commodity, price.quote] {
                let known = newest.entry(id).or_insert(price.day);
                *known = price.day.max(*known);
            }
        }
        let mut held: HashMap<CommodityId, Vec<Balance>> = HashMap::new();
        for balance in reader.balances(Some(day)).await? {
            let account = names.accounts.get(balance.account);
            let is_holding = account.is_some_and(|account| account.account_type().is_holding());
            if is_holding && !balance.quantity.is_zero() {
                held.entry(balance.commodity).or_default().push(balance);
            }
        }
        let valuer = Valuer { names: &names, rates: Rates::new(prices), base, day };
        let mut commodities = Vec::new();
        for commodity in names.commodities.values() {
            let balances = held.remove(&commodity.id).unwrap_or_default();
            let mut accounts = Vec::with_capacity(balances.len());
            for balance in &balances {
                accounts.push(valuer.account(balance)?);
            }
            accounts.sort_by_key(|(_, worth)| std::cmp::Reverse(*worth));
            // The sum of what its accounts are worth, so that what is shown adds up.
            let worth: Option<Vec<Quantity>> = accounts.iter().map(|(_, worth)| *worth).collect();
            let worth = worth.map(Quantity::sum).transpose()?;
            let quantity = Quantity::sum(balances.iter().map(|balance| balance.quantity))?;
            let rate = valuer.rates.at(commodity.id, base, day).filter(|_| commodity.id != base);
            commodities.push(CommodityWorth {
                code: commodity.code.clone(),
                name: commodity.name.clone(),
                kind: commodity.kind,
                decimals: commodity.scale.decimals(),
                held: valuer.text(quantity, commodity.id),
                rate: rate.map(|rate| rate.normalize().to_string()),
                rate_date: newest.get(&commodity.id).filter(|_| commodity.id != base).map(Day::to_string),
                worth: worth.map(|worth| valuer.text(worth, base)),
                accounts: accounts.into_iter().map(|(account, _)| account).collect(),
            });
        }
        commodities.sort_by(|a, b| a.code.cmp(&b.code));
        Ok(HoldingsView { currency, date: day.to_string(), commodities })
    }
}
