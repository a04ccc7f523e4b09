//! What if savings went on otherwise.

use super::list::{Held, code, text};
use super::view::{SavingsPlanInput, SavingsPlanView};
use crate::accounts::parse_day;
use crate::{ApiError, Books};
use ledger::Quantity;
use planning::{Aim, Savings};

impl Books {
    /// When the savings of a goal are there with another amount a month, and what another day takes a month.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`] for an unknown goal; [`crate::ErrorCode::Invalid`] for one of debts, and for what is no
    /// day; [`crate::ErrorCode::Amount`].
    pub async fn goal_savings(&self, input: &SavingsPlanInput) -> Result<SavingsPlanView, ApiError> {
        let mut reader = self.store.read().await?;
        let goal = Self::find_goal(&mut reader, input.goal).await?;
        let names = reader.names().await?;
        let Aim::Savings { target, by, funds } = &goal.aim else {
            let message = format!("the goal “{}” is to pay debts off, not to save", goal.name);
            return Err(ApiError::invalid(message));
        };
        let held = Held::read(&mut reader, self.today()).await?;
        let (saved, _) = self.saved(&mut reader, funds, goal.commodity, &names, &held).await?;
        let by = match &input.by {
            Some(by) => Some(parse_day(by)?),
            None => *by,
        };
        let savings = Savings { target: target.units(), by, saved, added: (0, 1) };
        let needed = savings.progress(self.today()).monthly;
        let monthly = match &input.monthly {
            Some(monthly) => Some(Quantity::parse(monthly, names.scale(goal.commodity))?.units()),
            None => needed,
        };
        let done = monthly.and_then(|monthly| savings.done(monthly, self.today()));
        Ok(SavingsPlanView {
            currency: code(&names, goal.commodity),
            by: by.map(|by| by.to_string()),
            needed: needed.map(|units| text(&names, goal.commodity, units)).transpose()?,
            monthly: monthly.map(|units| text(&names, goal.commodity, units)).transpose()?,
            done: done.map(|month| month.to_string()),
        })
    }
}
