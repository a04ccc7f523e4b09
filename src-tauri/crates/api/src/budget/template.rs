//! Templates: what envelopes get, kept under a name.

use super::assign::Moving;
use super::behind::BudgetTemplate;
use super::book::amount_text;
use super::view::BudgetLine;
use crate::accounts::to_id;
use crate::edit::Edit;
use crate::{ApiError, Books, EntryView, Id};
use ledger::{Quantity, composed};
use planning::{Purse, Template, TemplateId};
use store::Delta;

impl Books {
    /// The templates of a budget, in order of name.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`].
    pub async fn budget_template_list(&self, budget: Id) -> Result<Vec<BudgetTemplate>, ApiError> {
        let mut reader = self.store.read().await?;
        let budget = Self::find_budget(&mut reader, Some(budget)).await?;
        let names = reader.names().await?;
        let text = |units| amount_text(&names, budget.commodity, units);
        let view = |template: Template| {
            let lines = template.lines.iter().map(|(account, quantity)| {
                Ok(BudgetLine { envelope: to_id(account.0)?, amount: text(quantity.units()) })
            });
            Ok(BudgetTemplate {
                id: to_id(template.id.0)?,
                name: template.name.clone(),
                total: text(template.lines.iter().map(|(_, quantity)| quantity.units()).sum()),
                lines: lines.collect::<Result<_, ApiError>>()?,
            })
        };
        reader.templates(budget.id).await?.into_iter().map(view).collect()
    }

    /// Keeps what envelopes got in a period under a name; a template of that name is replaced.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Invalid`] without a name, or where nothing was assigned.
    pub async fn budget_template_save(
        &self,
        budget: Id,
        period: &str,
        name: &str,
    ) -> Result<Option<EntryView>, ApiError> {
        let name = composed(name).into_owned();
        if name.is_empty() {
            return Err(ApiError::invalid("a template needs a name"));
        }
        let mut moving = Moving::begin(self, budget, period).await?;
        let (budget, period) = (moving.budget.id, moving.period);
        let sums = moving.edit.books().assigned(budget, period, period).await?.remove(&period);
        let mut lines = Vec::new();
        for (purse, units) in sums.unwrap_or_default() {
            if let Purse::Envelope(account) = purse
                && units > 0
            {
                lines.push((account, Quantity::new(units)?));
            }
        }
        if lines.is_empty() {
            return Err(ApiError::invalid("nothing is assigned in this period"));
        }
        let known = moving.edit.books().templates(budget).await?;
        let before = known.into_iter().find(|known| known.name == name);
        let id = match &before {
            Some(before) => before.id,
            None => TemplateId(moving.edit.writer().next_id("budget_template").await?),
        };
        let after = Some(Template { id, budget, name: name.clone(), lines });
        let mut detail = moving.detail(&[]);
        detail["template"] = name.into();
        if before != after {
            moving.edit.change(Delta { before, after });
        }
        EntryView::of(moving.edit.commit("budget_template_save", detail).await?)
    }

    /// Lets envelopes have in a period what a template says.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`].
    pub async fn budget_template_apply(
        &self,
        budget: Id,
        period: &str,
        template: Id,
    ) -> Result<Option<EntryView>, ApiError> {
        let mut moving = Moving::begin(self, budget, period).await?;
        let known = moving.edit.books().templates(moving.budget.id).await?;
        let found = known.into_iter().find(|known| known.id == TemplateId(template.into()));
        let found = found.ok_or_else(|| ApiError::missing(format!("template {template}")))?;
        for (account, quantity) in &found.lines {
            if moving.edit.names.accounts.get(*account).is_some() {
                moving.set(Purse::Envelope(*account), quantity.units()).await?;
            }
        }
        let mut detail = moving.detail(&[]);
        detail["template"] = found.name.into();
        EntryView::of(moving.edit.commit("budget_template_apply", detail).await?)
    }

    /// Forgets a template.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`].
    pub async fn budget_template_remove(
        &self,
        budget: Id,
        template: Id,
    ) -> Result<Option<EntryView>, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let budget = Self::find_budget(edit.books(), Some(budget)).await?;
        let known = edit.books().templates(budget.id).await?;
        let gone = known.into_iter().find(|known| known.id == TemplateId(template.into()));
        let gone = gone.ok_or_else(|| ApiError::missing(format!("template {template}")))?;
        let mut detail = super::detail(&budget, None, None);
        detail["template"] = gone.name.clone().into();
        edit.change(Delta::removed(gone));
        EntryView::of(edit.commit("budget_template_remove", detail).await?)
    }
}
