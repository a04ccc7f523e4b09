//! What goals claim of the money that could be spent.

use crate::forecast::ForecastSource;
use crate::{ApiError, Books};
use ledger::{AccountId, CommodityId, Month, Quantity};
use planning::{Aim, Fund, Line, Savings};
use std::collections::HashMap;
use store::Reader;

impl Books {
    /// What goals have saved in `purses`, and what they still need this month from elsewhere; in smallest units of the
    /// ledger's currency.
    pub(crate) async fn goals_claim(
        &self,
        reader: &mut Reader,
        source: &ForecastSource,
        purses: &[&Line],
    ) -> Result<(i128, i128), ApiError> {
        let goals = reader.goals().await?;
        if goals.is_empty() {
            return Ok((0, 0));
        }
        let start = Month::of(source.today).first();
        let mut on = async |day| -> Result<HashMap<(AccountId, CommodityId), i128>, ApiError> {
            let balances = reader.balances(Some(day)).await?;
            Ok(balances.iter().map(|one| ((one.account, one.commodity), one.quantity.units())).collect())
        };
        let (now, before) = (on(source.today).await?, on(start.offset(-1)).await?);
        let (mut reserved, mut need) = (0, 0);
        for goal in &goals {
            let Aim::Savings { target, by, funds } = &goal.aim else { continue };
            let accounts = funds.iter().filter_map(|fund| match fund {
                Fund::Account { account, most } => Some((*account, most.map_or(i128::MAX, Quantity::units))),
                Fund::Envelope { .. } => None,
            });
            let accounts: Vec<(AccountId, i128)> = accounts.collect();
            if accounts.is_empty() {
                continue;
            }
            let held = |on: &HashMap<_, i128>, account, most: i128| -> i128 {
                on.get(&(account, goal.commodity)).copied().unwrap_or_default().clamp(0, most)
            };
            let saved = |on| accounts.iter().map(|(account, most)| held(on, *account, *most)).sum::<i128>();
            let in_purses =
                accounts.iter().filter(|(account, _)| purses.iter().any(|line| line.account == *account));
            let in_purses: i128 = in_purses.map(|(account, most)| held(&now, *account, *most)).sum();
            let (saved_now, saved_before) = (saved(&now), saved(&before));
            let savings = Savings { target: target.units(), by: *by, saved: saved_before, added: (0, 1) };
            let monthly = savings.progress(start).monthly.unwrap_or_default();
            let left = (monthly - (saved_now - saved_before)).max(0);
            let worth = |units| source.worth(goal.commodity, units, &[]).unwrap_or_default();
            reserved += worth(in_purses.min(target.units()));
            need += worth(left);
        }
        Ok((reserved, need))
    }
}
