//! Scenarios: kept, changed, taken away.

use super::show::source_view;
use super::view::{AlterationInput, ScenarioInput, ScenarioView, SourceView};
use crate::accounts::{find, parse_day, to_id};
use crate::edit::Edit;
use crate::{ApiError, Books, EntryView, ErrorCode, Id, Money};
use ledger::{AccountId, Amount, Commodity, CommodityId, PayeeId, Quantity, composed};
use planning::{Alteration, Recurrence, Scenario, ScenarioId, Shift, Source};
use rust_decimal::Decimal;
use store::{Delta, Names, Reader};

impl Books {
    /// Every scenario, in order of name.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn forecast_scenarios(&self) -> Result<Vec<ScenarioView>, ApiError> {
        let mut reader = self.store.read().await?;
        let names = reader.names().await?;
        reader.scenarios().await?.iter().map(|scenario| scenario_view(scenario, &names)).collect()
    }

    /// Keeps a scenario, a new one or a changed one.
    ///
    /// # Errors
    /// [`ErrorCode::Taken`] for the name of another; [`ErrorCode::Invalid`] for an alteration that cannot be.
    pub async fn forecast_scenario_save(&self, input: &ScenarioInput) -> Result<ScenarioView, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let name = composed(&input.name).into_owned();
        if name.is_empty() {
            return Err(ApiError::invalid("a scenario needs a name"));
        }
        let known = edit.books().scenarios().await?;
        let before = match input.id {
            Some(id) => Some(found(&known, id)?.clone()),
            None => None,
        };
        let id = before.as_ref().map(|before| before.id);
        if known.iter().any(|other| other.name == name && Some(other.id) != id) {
            let message = format!("there is a scenario “{name}” already");
            return Err(ApiError::new(ErrorCode::Taken, message).with("what", name));
        }
        let alterations = input.alterations.iter().map(|one| read_alteration(one, &edit.names));
        let alterations = alterations.collect::<Result<Vec<_>, _>>()?;
        let id = match id {
            Some(id) => id,
            None => ScenarioId(edit.writer().next_id("scenario").await?),
        };
        let after = Scenario { id, name, alterations };
        let view = scenario_view(&after, &edit.names)?;
        if before.as_ref() != Some(&after) {
            let detail = serde_json::json!({ "name": after.name });
            edit.change(Delta { before, after: Some(after) });
            edit.commit("scenario_save", detail).await?;
        }
        Ok(view)
    }

    /// Takes a scenario away.
    ///
    /// # Errors
    /// [`ErrorCode::Missing`] for an unknown one.
    pub async fn forecast_scenario_remove(&self, id: Id) -> Result<Option<EntryView>, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let gone = found(&edit.books().scenarios().await?, id)?.clone();
        let detail = serde_json::json!({ "name": gone.name });
        edit.change(Delta::removed(gone));
        EntryView::of(edit.commit("scenario_remove", detail).await?)
    }

    pub(super) async fn find_scenario(&self, reader: &mut Reader, id: Id) -> Result<Scenario, ApiError> {
        found(&reader.scenarios().await?, id).cloned()
    }
}

fn found(scenarios: &[Scenario], id: Id) -> Result<&Scenario, ApiError> {
    let found = scenarios.iter().find(|scenario| scenario.id.0 == i64::from(id));
    found.ok_or_else(|| ApiError::missing(format!("scenario {id}")))
}

/// The most that a percentage may be: a hundred times as much.
const MOST_PERCENT: u32 = 10_000;

/// The alteration that an input stands for.
pub(super) fn read_alteration(input: &AlterationInput, names: &Names) -> Result<Alteration, ApiError> {
    Ok(match input {
        AlterationInput::Payment { account, amount, start, rule } => {
            let (account, commodity, units) = payment(*account, amount, names)?;
            let start = parse_day(start)?;
            let when = match rule {
                Some(rule) => Recurrence::by_rule(start, rule, Shift::Stay)
                    .map_err(|error| ApiError::invalid(error.to_string()))?,
                None => Recurrence::once(start, Shift::Stay),
            };
            Alteration::Payment { account, commodity, units, when: Box::new(when) }
        }
        AlterationInput::Loan { account, amount, rate, months, from } => {
            let (account, commodity, units) = payment(*account, amount, names)?;
            let rate = read_rate(rate)?;
            if units <= 0 || !(1..=1200).contains(months) {
                return Err(ApiError::invalid("a loan is above nothing, and paid back in 1 to 1200 months"));
            }
            let from = parse_day(from)?;
            if planning::instalment(units.into(), rate, *months).is_none() {
                return Err(ApiError::invalid(format!("a loan at {rate} % a year cannot be reckoned with")));
            }
            Alteration::Loan { account, commodity, units, rate, months: *months, from }
        }
        AlterationInput::End { source, from } => {
            Alteration::End { source: read_source(*source)?, from: parse_day(from)? }
        }
        AlterationInput::Change { source, from, percent } => {
            let (source, percent) = (read_source(*source)?, read_percent(*percent)?);
            Alteration::Change { source, from: parse_day(from)?, percent }
        }
        AlterationInput::Cost { from, percent } => {
            Alteration::Cost { from: parse_day(from)?, percent: read_percent(*percent)? }
        }
        AlterationInput::Rate { commodity, percent } => {
            let commodity = commodity_of(commodity, names)?.id;
            Alteration::Rate { commodity, percent: read_percent(*percent)? }
        }
    })
}

fn read_percent(percent: u32) -> Result<u32, ApiError> {
    if percent > MOST_PERCENT {
        return Err(ApiError::invalid(format!("{percent} % is more than {MOST_PERCENT} %")));
    }
    Ok(percent)
}

/// A yearly rate of interest in percent.
pub(crate) fn read_rate(text: &str) -> Result<Decimal, ApiError> {
    let rate = Decimal::from_str_exact(text.trim()).ok();
    let sensible = rate.filter(|rate| (Decimal::ZERO..=Decimal::from(1000)).contains(rate));
    sensible.ok_or_else(|| {
        ApiError::invalid(format!("“{text}” is not a rate of interest between 0 and 1000 percent"))
            .with("text", text)
    })
}

fn commodity_of<'a>(code: &str, names: &'a Names) -> Result<&'a Commodity, ApiError> {
    let found = names.commodities.values().find(|known| known.code.eq_ignore_ascii_case(code));
    found.ok_or_else(|| ApiError::unknown_commodity(code))
}

fn payment(account: Id, amount: &Money, names: &Names) -> Result<(AccountId, CommodityId, i64), ApiError> {
    let account = find(names, AccountId(account.into()))?;
    let amount = amount.read(commodity_of(&amount.commodity, names)?)?;
    let units = i64::try_from(amount.quantity.units());
    let units = units.map_err(|_| ApiError::from(ledger::QuantityError::TooLarge))?;
    Ok((account.id, amount.commodity, units))
}

fn read_source(source: SourceView) -> Result<Source, ApiError> {
    Ok(match source {
        SourceView::Regular { payee, purpose } => {
            Source::Regular { payee: PayeeId(payee.into()), purpose: AccountId(purpose.into()) }
        }
        SourceView::Schedule { id } => Source::Schedule { id: id.into() },
        SourceView::Entered => {
            return Err(ApiError::invalid("what is entered already is changed where it is entered"));
        }
    })
}

fn scenario_view(scenario: &Scenario, names: &Names) -> Result<ScenarioView, ApiError> {
    let alterations = scenario.alterations.iter().map(|one| alteration_view(one, names));
    Ok(ScenarioView {
        id: to_id(scenario.id.0)?,
        name: scenario.name.clone(),
        alterations: alterations.collect::<Result<_, _>>()?,
    })
}

fn alteration_view(alteration: &Alteration, names: &Names) -> Result<AlterationInput, ApiError> {
    let money = |units: i64, commodity| {
        Ok::<_, ApiError>(Money::of(Amount::new(Quantity::new(units.into())?, commodity), names))
    };
    Ok(match alteration {
        Alteration::Payment { account, commodity, units, when } => AlterationInput::Payment {
            account: to_id(account.0)?,
            amount: money(*units, *commodity)?,
            start: when.start().to_string(),
            rule: when.rule().map(str::to_owned),
        },
        Alteration::Loan { account, commodity, units, rate, months, from } => AlterationInput::Loan {
            account: to_id(account.0)?,
            amount: money(*units, *commodity)?,
            rate: rate.to_string(),
            months: *months,
            from: from.to_string(),
        },
        Alteration::End { source, from } => {
            AlterationInput::End { source: source_view(*source)?, from: from.to_string() }
        }
        Alteration::Change { source, from, percent } => AlterationInput::Change {
            source: source_view(*source)?,
            from: from.to_string(),
            percent: *percent,
        },
        Alteration::Cost { from, percent } => {
            AlterationInput::Cost { from: from.to_string(), percent: *percent }
        }
        Alteration::Rate { commodity, percent } => {
            let code = names.commodities.get(commodity).map(|known| known.code.clone());
            AlterationInput::Rate { commodity: code.unwrap_or_default(), percent: *percent }
        }
    })
}
