//! Plans to pay debts off.

use super::list::{Held, code, text};
use super::view::{PayoffDebt, PayoffInput, PayoffMonthView, PayoffSummary, PayoffView};
use crate::accounts::to_id;
use crate::{ApiError, Books};
use ledger::{CommodityId, Month, Quantity};
use planning::{Aim, Debt, Payoff, PayoffError, PayoffMonth, PayoffOrder, Terms, payoff};
use store::Names;

impl Books {
    /// A plan to pay the debts of a goal off, beside the goal's own and other orders.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`] for an unknown goal; [`crate::ErrorCode::Invalid`] for one of savings, and where what is
    /// paid does not cover the interest.
    pub async fn goal_payoff(&self, input: &PayoffInput) -> Result<PayoffView, ApiError> {
        let mut reader = self.store.read().await?;
        let goal = Self::find_goal(&mut reader, input.goal).await?;
        let names = reader.names().await?;
        let Aim::Debt { debts: terms, order, extra } = &goal.aim else {
            return Err(ApiError::invalid(format!(
                "the goal “{}” is to save, not to pay debts off",
                goal.name
            )));
        };
        let held = Held::read(&mut reader, self.today()).await?;
        let debts = debts(terms, goal.commodity, &held);
        let minimums = debts.iter().map(|debt| debt.minimum).sum::<i128>();
        let more = match &input.extra {
            Some(extra) => Quantity::parse(extra, names.scale(goal.commodity))?.units().max(0),
            None => extra.units(),
        };
        let first = Month::of(self.today());
        let chosen = input.order.map_or(*order, PayoffOrder::from);
        let plan = |order, extra| payoff(&debts, order, extra, first);
        let told = |plan: &Payoff, extra| summary(plan, minimums + extra, &names, goal.commodity);
        let must =
            |order| told(&plan(order, more).map_err(|error| refused(&error, &names, goal.commodity))?, more);
        let maybe = |order, extra| plan(order, extra).ok().map(|plan| told(&plan, extra)).transpose();
        let made = plan(chosen, more).map_err(|error| refused(&error, &names, goal.commodity))?;
        let months = made.months.iter().map(|month| month_view(month, &names, goal.commodity));
        Ok(PayoffView {
            currency: code(&names, goal.commodity),
            order: chosen.into(),
            plan: told(&made, more)?,
            goal: maybe(*order, extra.units())?,
            minimums: maybe(chosen, 0)?,
            snowball: must(PayoffOrder::Snowball)?,
            avalanche: must(PayoffOrder::Avalanche)?,
            own: must(PayoffOrder::Own)?,
            months: months.collect::<Result<_, _>>()?,
        })
    }
}

/// What is owed today, with what was agreed.
pub(super) fn debts(terms: &[Terms], commodity: CommodityId, held: &Held) -> Vec<Debt> {
    let debt = |terms: &Terms| Debt {
        account: terms.account,
        owed: held.owed(terms.account, commodity),
        rate: terms.rate,
        minimum: terms.minimum.units(),
    };
    terms.iter().map(debt).filter(|debt| debt.owed > 0).collect()
}

pub(super) fn summary(
    plan: &Payoff,
    monthly: i128,
    names: &Names,
    commodity: CommodityId,
) -> Result<PayoffSummary, ApiError> {
    Ok(PayoffSummary {
        monthly: text(names, commodity, monthly)?,
        months: u32::try_from(plan.months.len()).unwrap_or(u32::MAX),
        done: plan.months.last().map(|month| month.month.to_string()),
        interest: text(names, commodity, plan.interest)?,
        paid: text(names, commodity, plan.paid)?,
    })
}

fn month_view(
    month: &PayoffMonth,
    names: &Names,
    commodity: CommodityId,
) -> Result<PayoffMonthView, ApiError> {
    let text = |units| text(names, commodity, units);
    let debts = month.rows.iter().map(|row| {
        Ok::<_, ApiError>(PayoffDebt {
            account: to_id(row.account.0)?,
            interest: text(row.interest)?,
            paid: text(row.paid)?,
            owed: text(row.owed)?,
        })
    });
    Ok(PayoffMonthView {
        month: month.month.to_string(),
        interest: text(month.rows.iter().map(|row| row.interest).sum())?,
        paid: text(month.rows.iter().map(|row| row.paid).sum())?,
        owed: text(month.rows.iter().map(|row| row.owed).sum())?,
        debts: debts.collect::<Result<_, _>>()?,
    })
}

fn refused(error: &PayoffError, names: &Names, commodity: CommodityId) -> ApiError {
    match error {
        PayoffError::Never { monthly, .. } => {
            let monthly = text(names, commodity, *monthly).unwrap_or_default();
            let message = format!("{monthly} {} a month never pays these debts off", code(names, commodity));
            ApiError::invalid(message).with("monthly", monthly)
        }
        PayoffError::Rate { .. } => ApiError::invalid(error.to_string()),
    }
}
