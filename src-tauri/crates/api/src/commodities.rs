//! Commodities and their prices.

use crate::accounts::{parse_day, to_id};
use crate::edit::Edit;
use crate::{ApiError, Books, EntryView, ErrorCode, Id};
use ledger::{Commodity, CommodityId, CommodityKind, Day, Price, Scale, catalogue, composed, find_listing};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::borrow::Cow;
use std::collections::BTreeMap;
use store::Delta;

/// A commodity that the ledger uses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct CommodityView {
    /// Its number.
    pub id: Id,
    /// Its code.
    pub code: String,
    /// Its name in English; screens name currencies in their own language.
    pub name: String,
    /// Where it comes from.
    pub kind: CommodityKind,
    /// Decimals stored.
    pub decimals: u8,
    /// Its sign.
    pub symbol: Option<String>,
}

/// A commodity that the catalogue knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ListingView {
    /// Its code.
    pub code: String,
    /// Its name in English.
    pub name: String,
    /// Currency or coin.
    pub kind: CommodityKind,
    /// Decimals.
    pub decimals: u8,
    /// Its sign.
    pub symbol: Option<String>,
    /// `true` once it is no longer money anywhere.
    pub historic: bool,
}

/// A new commodity that the catalogue does not know, or with other decimals than its listing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CommodityInput {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Where it comes from.
    pub kind: CommodityKind,
    /// Decimals to store, 0 to 18.
    pub decimals: u8,
}

/// A price.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PriceView {
    /// Code of what is priced.
    pub commodity: String,
    /// Code of what the price is in.
    pub quote: String,
    /// The day it held.
    pub date: String,
    /// Whole units of the quote for one whole unit, as decimal text.
    pub rate: String,
}

/// A price as a person enters it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PriceInput {
    /// Code of what is priced.
    pub commodity: String,
    /// Code of what the price is in.
    pub quote: String,
    /// The day it held.
    pub date: String,
    /// Whole units of the quote for one whole unit, as decimal text; `None` removes the price of that day.
    pub rate: Option<String>,
}

impl Books {
    /// The commodities that the ledger uses, in order of code.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn commodities(&self) -> Result<Vec<CommodityView>, ApiError> {
        let mut commodities = self.store.read().await?.commodities().await?;
        commodities.sort_by(|a, b| a.code.cmp(&b.code));
        commodities.into_iter().map(view).collect()
    }

    /// Every commodity that the catalogue knows, for choosing one.
    pub fn catalogue() -> Vec<ListingView> {
        let view = |listing: ledger::Listing| ListingView {
            code: listing.code,
            name: listing.name,
            kind: listing.kind,
            decimals: listing.scale.decimals(),
            symbol: listing.symbol,
            historic: listing.historic,
        };
        catalogue().into_iter().map(view).collect()
    }

    /// Adds a commodity.
    ///
    /// # Errors
    /// [`ErrorCode::Taken`] when the ledger has one of this code, [`ErrorCode::Invalid`] for an unusable code.
    pub async fn commodity_add(&self, input: &CommodityInput) -> Result<CommodityView, ApiError> {
        let code = &*read_code(&input.code)?;
        let mut edit = Edit::begin(&self.store).await?;
        if edit.names.commodities.values().any(|known| known.code.eq_ignore_ascii_case(code)) {
            return Err(code_taken(code));
        }
        let made = Commodity {
            id: CommodityId(edit.writer().next_id("commodity").await?),
            code: code.to_owned(),
            name: composed(&input.name).into_owned(),
            kind: input.kind,
            scale: Scale::new(input.decimals)?,
            symbol: find_listing(code).and_then(|listing| listing.symbol),
        };
        edit.add_commodity(made.clone());
        edit.commit("commodity_add", serde_json::json!({ "commodity": code })).await?;
        view(made)
    }

    /// Changes the code and the name of a commodity of a person's own; what the catalogue names stays.
    ///
    /// # Errors
    /// As [`Books::commodity_add`]; [`ErrorCode::InUse`] for one of the catalogue.
    pub async fn commodity_edit(
        &self,
        id: Id,
        code: &str,
        name: &str,
    ) -> Result<Option<EntryView>, ApiError> {
        let code = &*read_code(code)?;
        let mut edit = Edit::begin(&self.store).await?;
        let known = edit.names.commodities.values();
        let before = known.clone().find(|known| known.id.0 == i64::from(id)).cloned();
        let before = before.ok_or_else(|| ApiError::missing(format!("commodity {id}")))?;
        if find_listing(&before.code).is_some() {
            let message = format!("{} is named as everywhere", before.code);
            return Err(ApiError::new(ErrorCode::InUse, message).with("what", before.code));
        }
        let others = |other: &&Commodity| other.id != before.id && other.code.eq_ignore_ascii_case(code);
        if known.clone().any(|other| others(&other)) || find_listing(code).is_some() {
            return Err(code_taken(code));
        }
        let after = Commodity { code: code.to_owned(), name: composed(name).into_owned(), ..before.clone() };
        let into = if before.code == after.code { &after.name } else { &after.code };
        let detail = serde_json::json!({ "commodity": before.code, "into": into });
        if before != after {
            edit.change(Delta::replaced(before, after));
        }
        EntryView::of(edit.commit("commodity_edit", detail).await?)
    }

    /// The prices of one commodity, or of all, oldest first.
    ///
    /// # Errors
    /// [`ErrorCode::Missing`] for an unknown code.
    pub async fn prices(&self, commodity: Option<&str>) -> Result<Vec<PriceView>, ApiError> {
        let mut reader = self.store.read().await?;
        let names = reader.names().await?;
        let id = match commodity {
            Some(code) => {
                let found = names.commodities.values().find(|known| known.code.eq_ignore_ascii_case(code));
                Some(found.ok_or_else(|| ApiError::missing(format!("commodity “{code}”")))?.id)
            }
            None => None,
        };
        let code = |id| names.commodities.get(&id).map(|found| found.code.clone()).unwrap_or_default();
        let prices = reader.prices(id).await?;
        let view = |price: Price| PriceView {
            commodity: code(price.commodity),
            quote: code(price.quote),
            date: price.day.to_string(),
            rate: price.rate.to_string(),
        };
        Ok(prices.into_iter().map(view).collect())
    }

    /// Sets, replaces or removes prices.
    ///
    /// # Errors
    /// [`ErrorCode::Invalid`] for a rate that is not above zero, or beyond any sense; [`ErrorCode::PeriodClosed`].
    pub async fn prices_set(&self, inputs: &[PriceInput]) -> Result<Option<EntryView>, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        // The last word counts where a list names a day twice.
        let mut wanted: BTreeMap<CommodityId, BTreeMap<(CommodityId, Day), Option<Price>>> = BTreeMap::new();
        for input in inputs {
            let (commodity, quote) =
                (edit.commodity(&input.commodity).await?, edit.commodity(&input.quote).await?);
            if commodity.id == quote.id {
                return Err(ApiError::invalid(format!("{} cannot be priced in itself", commodity.code)));
            }
            let day = parse_day(&input.date)?;
            let rate = input.rate.as_deref().map(read_rate).transpose()?;
            let after = rate.map(|rate| Price { commodity: commodity.id, quote: quote.id, day, rate });
            wanted.entry(commodity.id).or_default().insert((quote.id, day), after);
        }
        for (commodity, mut wanted) in wanted {
            for known in edit.books().prices(Some(commodity)).await? {
                let Some(after) = wanted.remove(&(known.quote, known.day)) else { continue };
                let before = Some(known);
                if before != after {
                    edit.change(Delta { before, after });
                }
            }
            for price in wanted.into_values().flatten() {
                edit.change(Delta::added(price));
            }
        }
        EntryView::of(edit.commit("prices_set", serde_json::json!({ "count": inputs.len() })).await?)
    }
}

fn read_code(text: &str) -> Result<Cow<'_, str>, ApiError> {
    let code = composed(text);
    let unfit = |letter: char| letter.is_whitespace() || letter.is_control();
    if code.is_empty() || code.chars().count() > 32 || code.chars().any(unfit) {
        return Err(ApiError::invalid(format!(
            "“{code}” cannot be a code: 1 to 32 characters without blanks"
        )));
    }
    Ok(code)
}

fn code_taken(code: &str) -> ApiError {
    ApiError::new(ErrorCode::Taken, format!("commodity “{code}” exists already")).with("what", code)
}

/// Decimals of the smallest rate, and digits of the largest: a house in a coin, or a coin in gold, has fewer. Beyond them
/// is a slip of the key, which would make every value that it is part of too large.
const RATE_DIGITS: u32 = 15;

/// Digits that a [`Decimal`] surely has room for.
const MOST_DIGITS: usize = 28;

fn read_rate(text: &str) -> Result<Decimal, ApiError> {
    let rate: Option<Decimal> =
        Decimal::from_str_exact(text.trim()).ok().filter(|rate| *rate > Decimal::ZERO);
    let rate = rate.ok_or_else(|| {
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let message = if digits > MOST_DIGITS {
            format!("“{text}” has {digits} digits; a rate can have {MOST_DIGITS}")
        } else {
            format!("“{text}” is not a rate above zero")
        };
        ApiError::invalid(message).with("text", text)
    })?;
    let smallest = Decimal::new(1, RATE_DIGITS);
    let largest = Decimal::ONE.checked_div(smallest).unwrap_or(Decimal::MAX);
    if (smallest..=largest).contains(&rate) {
        Ok(rate)
    } else {
        let message = format!("“{text}” cannot be a rate: from {smallest} to {largest} can");
        Err(ApiError::invalid(message).with("text", text))
    }
}

fn view(commodity: Commodity) -> Result<CommodityView, ApiError> {
    Ok(CommodityView {
        id: to_id(commodity.id.0)?,
        code: commodity.code,
        name: commodity.name,
        kind: commodity.kind,
        decimals: commodity.scale.decimals(),
        symbol: commodity.symbol,
    })
}
