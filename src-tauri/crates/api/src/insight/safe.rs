//! What may be spent today.

use super::view::{SafeReasonView, SafeView, SafeWhy};
use crate::budget::BudgetBook;
use crate::forecast::ForecastSource;
use crate::{ApiError, Books};
use ledger::AccountKind;
use planning::{Known, Line, Means, Place, SafeReason};
use store::Reader;

/// Days looked ahead where no income is known.
const MONTH: i32 = 30;

impl Books {
    pub(super) async fn safe_to_spend(
        &self,
        reader: &mut Reader,
        source: &ForecastSource,
    ) -> Result<Option<SafeView>, ApiError> {
        let kind = |line: &Line| source.names.accounts.get(line.account).map(|account| account.kind);
        let is_purse = |line: &&Line| {
            matches!(kind(line), Some(AccountKind::Checking | AccountKind::Cash | AccountKind::Wallet))
        };
        let is_card = |line: &&Line| kind(line) == Some(AccountKind::Card);
        let worth = |line: &Line, units| source.worth(line.commodity, units, &[]).unwrap_or_default();
        let purses: Vec<&Line> = source.lines.iter().filter(is_purse).collect();
        if purses.is_empty() {
            return Ok(None);
        }
        let own: Vec<&Line> = source.lines.iter().filter(|line| is_purse(line) || is_card(line)).collect();
        let today = source.today;
        let income = next_income(&own, &worth);
        let until = income.map_or(today.offset(MONTH), |(_, known)| known.day.offset(-1)).max(today);
        let known = own.iter().flat_map(|line| line.known.iter().map(move |known| (*line, *known)));
        let mut bills: Vec<(&Line, Known)> =
            known.filter(|(_, known)| known.units < 0 && known.day <= until).collect();
        bills.sort_by_key(|(line, known)| (known.day, line.account));
        let days = i128::from(until.number() - today.number());
        let usual = |line: &&Line| {
            let past = i128::try_from(line.past.len()).unwrap_or(i128::MAX).max(1);
            -worth(line, line.spent) * days / past
        };
        let floors = purses.iter().filter_map(|line| Some(worth(line, source.floor(line).0?).max(0)));
        let (reserved, need) = self.goals_claim(reader, source, &purses).await?;
        let means = Means {
            held: purses.iter().map(|line| worth(line, line.balance)).sum(),
            floors: floors.sum::<i128>() + reserved,
            cards: own
                .iter()
                .filter(|line| is_card(line))
                .map(|line| -worth(line, line.balance).min(0))
                .sum(),
            bills: bills.iter().map(|(line, known)| -worth(line, known.units)).sum(),
            usual: own.iter().map(usual).sum(),
            goals: need,
            budget: self.budget_left(reader, source).await?,
        };
        let safe = means.safe(today, until);
        let text = |units| source.text(source.base, units);
        let reason = |(why, units): &(SafeReason, i128)| {
            Ok(SafeReasonView { why: (*why).into(), amount: text(*units)? })
        };
        let view = |(line, known): &(&Line, Known)| source.known_view(line, known);
        Ok(Some(SafeView {
            amount: text(safe.units)?,
            missing: text(safe.missing)?,
            daily: text(safe.daily)?,
            until: until.to_string(),
            income: income.as_ref().map(view).transpose()?,
            reasons: safe.reasons.iter().map(reason).collect::<Result<_, ApiError>>()?,
            bills: bills.iter().map(view).collect::<Result<_, _>>()?,
        }))
    }

    /// What a budget in the ledger's currency still has for spending; `None` without one.
    async fn budget_left(
        &self,
        reader: &mut Reader,
        source: &ForecastSource,
    ) -> Result<Option<i128>, ApiError> {
        let budgets = reader.budgets().await?;
        let budget = budgets.into_iter().find(|budget| !budget.archived && budget.commodity == source.base);
        let Some(budget) = budget else { return Ok(None) };
        let period = budget.period_of(source.today);
        let book = BudgetBook::read(reader, budget, source.names.clone(), period).await?;
        let state = book.state(period);
        // A plan in which nothing was assigned yet limits nothing.
        if state.envelopes.values().all(|envelope| envelope.assigned == 0 && envelope.carried == 0) {
            return Ok(None);
        }
        let places = book.budget.places(&source.names.accounts);
        let spendable =
            state.envelopes.iter().filter(|(account, _)| places.get(account) == Some(&Place::Envelope));
        Ok(Some(spendable.map(|(_, envelope)| envelope.available.max(0)).sum()))
    }
}

/// The next money that comes regularly or as scheduled, small sums aside.
fn next_income<'a>(lines: &[&'a Line], worth: &impl Fn(&Line, i128) -> i128) -> Option<(&'a Line, Known)> {
    let known = lines.iter().flat_map(|line| line.known.iter().map(move |known| (*line, *known)));
    let incomes: Vec<(&Line, Known)> = known.filter(|(_, known)| known.units > 0).collect();
    let largest = incomes.iter().map(|(line, known)| worth(line, known.units)).max()?;
    let counts = |(line, known): &(&Line, Known)| worth(line, known.units) * 2 >= largest;
    incomes.into_iter().filter(counts).min_by_key(|(_, known)| known.day)
}

impl From<SafeReason> for SafeWhy {
    fn from(reason: SafeReason) -> Self {
        match reason {
            SafeReason::Held => Self::Held,
            SafeReason::Floors => Self::Floors,
            SafeReason::Cards => Self::Cards,
            SafeReason::Bills => Self::Bills,
            SafeReason::Usual => Self::Usual,
            SafeReason::Goals => Self::Goals,
            SafeReason::Budget => Self::Budget,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledger::{AccountId, CommodityId, Day};
    use planning::Source;

    #[test]
    fn small_sums_are_no_income_to_wait_for() {
        let known = |day: &str, units| Known {
            day: day.parse::<Day>().unwrap(),
            source: Source::Entered,
            units,
            low: units,
            high: units,
        };
        let line = Line {
            account: AccountId(1),
            commodity: CommodityId(1),
            balance: 0,
            past: Vec::new(),
            spent: 0,
            known: vec![
                known("2026-12-01", 20),
                known("2026-12-05", -900),
                known("2026-12-25", 800),
                known("2027-01-25", 900),
            ],
            spread: Vec::new(),
        };
        let found = next_income(&[&line], &|_, units| units).map(|(_, known)| known.day.to_string());
        assert_eq!(found.as_deref(), Some("2026-12-25"));
    }
}
