//! Filling envelopes with what their targets ask for.

use super::assign::Moving;
use super::behind::{FillLine, FillView};
use super::book::BudgetBook;
use super::period::parse_period;
use super::view::BudgetLine;
use crate::accounts::to_id;
use crate::{ApiError, Books, EntryView, Id};
use ledger::AccountId;
use planning::{Filling, Method, PeriodNumber, Place, Purse, fill};

impl Books {
    /// What filling would put into the envelopes of a period, and why each amount.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`]; [`crate::ErrorCode::Invalid`] for what is no period.
    pub async fn budget_fill_propose(&self, budget: Id, period: &str) -> Result<FillView, ApiError> {
        let mut reader = self.store.read().await?;
        let budget = Self::find_budget(&mut reader, Some(budget)).await?;
        let period = parse_period(&budget, period)?;
        let names = reader.names().await?;
        let book = BudgetBook::read(&mut reader, budget, names, period).await?;
        let fillings = book.fillings(period);
        let line = |filling: &Filling| {
            Ok(FillLine {
                envelope: to_id(filling.envelope.0)?,
                path: book.names.accounts.path(filling.envelope),
                amount: book.text(filling.units),
                short: book.text(filling.short),
                reason: book.reason_view(&filling.reason),
            })
        };
        Ok(FillView {
            to_assign: book.text(book.state(period).to_assign.available),
            total: book.text(fillings.iter().map(|filling| filling.units).sum()),
            short: book.text(fillings.iter().map(|filling| filling.short).sum()),
            lines: fillings.iter().map(line).collect::<Result<_, ApiError>>()?,
        })
    }

    /// Fills envelopes: all that filling proposes, or these amounts on top of what envelopes have.
    ///
    /// # Errors
    /// As [`Books::budget_fill_propose`]; [`crate::ErrorCode::Amount`].
    pub async fn budget_fill(
        &self,
        budget: Id,
        period: &str,
        lines: Option<&[BudgetLine]>,
    ) -> Result<Option<EntryView>, ApiError> {
        let mut moving = Moving::begin(self, budget, period).await?;
        let (budget, names) = (moving.budget.clone(), moving.edit.names.clone());
        let number = moving.period;
        let book = BudgetBook::read(moving.edit.books(), budget, names, number).await?;
        let fillings = book.fillings(number);
        let reason = |account: AccountId| {
            fillings.iter().find(|filling| filling.envelope == account).map(|filling| filling.reason)
        };
        let mut wanted: Vec<(AccountId, i128)> = Vec::new();
        match lines {
            None => wanted.extend(fillings.iter().map(|filling| (filling.envelope, filling.units))),
            Some(lines) => {
                for line in lines {
                    moving.purse(line.envelope)?;
                    wanted.push((AccountId(line.envelope.into()), moving.amount(&line.amount)?.units()));
                }
            }
        }
        wanted.retain(|(_, units)| *units != 0);
        for (account, units) in &wanted {
            let purse = Purse::Envelope(*account);
            moving.give(Purse::ToAssign, purse, *units, reason(*account)).await?;
        }
        let mut detail = moving.detail(&[]);
        detail["count"] = wanted.len().into();
        detail["amount"] = book.text(wanted.iter().map(|(_, units)| units).sum()).into();
        EntryView::of(moving.edit.commit("budget_fill", detail).await?)
    }
}

impl BudgetBook {
    /// What filling puts into the envelopes of a period, the most urgent first.
    fn fillings(&self, period: PeriodNumber) -> Vec<Filling> {
        let state = self.state(period);
        let assigned = |account: &AccountId| match self.places.get(account) {
            Some(Place::Card) => state.cards.get(account).map_or(0, |card| card.assigned),
            _ => state.envelopes.get(account).map_or(0, |envelope| envelope.assigned),
        };
        let cards = self.names.accounts.walk().into_iter().map(|account| account.id);
        let cards = cards.filter(|account| self.places.get(account) == Some(&Place::Card));
        let ordered = self.rows(&[vec![period]]).into_iter().map(|(_, account)| account).chain(cards);
        let needs: Vec<_> = ordered
            .filter_map(|account| Some((account, assigned(&account), self.need(account, period)?)))
            .collect();
        // A plan beside which actual figures stand is not bound by the money there is.
        let available = match self.budget.method {
            Method::Envelope => state.to_assign.available,
            Method::Tracking => i128::MAX,
        };
        fill(&needs, available)
    }
}
