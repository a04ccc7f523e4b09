//! Keeping goals.

use super::view::{AimInput, FundInput, GoalInput, GoalView, PayoffOrderInput, TermsInput};
use crate::accounts::{find, parse_day, to_id};
use crate::edit::Edit;
use crate::forecast::read_rate;
use crate::settings::LedgerSettings;
use crate::{ApiError, Books, EntryView, ErrorCode, Id};
use ledger::{AccountId, Commodity, CommodityId, Quantity, composed};
use planning::{Aim, Budget, Fund, Goal, GoalId, PayoffOrder, Terms};
use store::{Delta, Names, Reader};

impl Books {
    /// Keeps a goal, a new one or a changed one.
    ///
    /// # Errors
    /// [`ErrorCode::Taken`] for the name of another; [`ErrorCode::Missing`] for accounts, categories or budgets that are not
    /// there; [`ErrorCode::Invalid`] for amounts that make no sense.
    pub async fn goal_save(&self, input: &GoalInput) -> Result<GoalView, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let name = composed(&input.name).into_owned();
        if name.is_empty() {
            return Err(ApiError::invalid("a goal needs a name"));
        }
        let known = edit.books().goals().await?;
        let before = match input.id {
            Some(id) => Some(found(&known, id)?.clone()),
            None => None,
        };
        if known
            .iter()
            .any(|other| other.name == name && Some(other.id) != before.as_ref().map(|goal| goal.id))
        {
            let message = format!("there is a goal “{name}” already");
            return Err(ApiError::new(ErrorCode::Taken, message).with("what", name));
        }
        let code = match &input.currency {
            Some(code) => code.clone(),
            None => LedgerSettings::read(edit.books()).await?.currency,
        };
        let commodity = edit.commodity(&code).await?;
        let aim = read_aim(&mut edit, &input.aim, &commodity).await?;
        let (id, position) = match &before {
            Some(before) => (before.id, before.position),
            None => {
                let last = known.iter().map(|goal| goal.position).max().unwrap_or_default();
                (GoalId(edit.writer().next_id("goal").await?), last + 1)
            }
        };
        let after = Goal { id, name, commodity: commodity.id, position, aim };
        let detail = serde_json::json!({ "name": after.name });
        if before.as_ref() != Some(&after) {
            edit.change(Delta { before, after: Some(after) });
        }
        edit.commit("goal_save", detail).await?;
        let wanted = to_id(id.0)?;
        let goal = self.goal_list().await?.into_iter().find(|goal| goal.id == wanted);
        goal.ok_or_else(|| ApiError::missing(format!("goal {wanted}")))
    }

    /// Takes a goal away.
    ///
    /// # Errors
    /// [`ErrorCode::Missing`] for an unknown one.
    pub async fn goal_remove(&self, id: Id) -> Result<Option<EntryView>, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let gone = found(&edit.books().goals().await?, id)?.clone();
        let detail = serde_json::json!({ "name": gone.name });
        edit.change(Delta::removed(gone));
        EntryView::of(edit.commit("goal_remove", detail).await?)
    }

    pub(super) async fn find_goal(reader: &mut Reader, id: Id) -> Result<Goal, ApiError> {
        found(&reader.goals().await?, id).cloned()
    }
}

fn found(goals: &[Goal], id: Id) -> Result<&Goal, ApiError> {
    let found = goals.iter().find(|goal| goal.id.0 == i64::from(id));
    found.ok_or_else(|| ApiError::missing(format!("goal {id}")))
}

async fn read_aim(edit: &mut Edit, input: &AimInput, commodity: &Commodity) -> Result<Aim, ApiError> {
    match input {
        AimInput::Savings { target, by, funds } => {
            let target = positive(target, commodity)?;
            let by = by.as_deref().map(parse_day).transpose()?;
            if funds.is_empty() {
                return Err(ApiError::invalid("say which account or envelope the savings are in"));
            }
            let budgets = edit.books().budgets().await?;
            let funds = funds.iter().map(|fund| read_fund(fund, &edit.names, &budgets, commodity));
            Ok(Aim::Savings { target, by, funds: funds.collect::<Result<_, _>>()? })
        }
        AimInput::Debt { debts, order, extra } => {
            if debts.is_empty() {
                return Err(ApiError::invalid("say which debts are to be paid off"));
            }
            let debts = debts.iter().map(|terms| read_terms(terms, &edit.names, commodity));
            let debts: Vec<Terms> = debts.collect::<Result<_, ApiError>>()?;
            let twice =
                |place: usize| debts[..place].iter().any(|other| other.account == debts[place].account);
            if (0..debts.len()).any(twice) {
                return Err(ApiError::invalid("an account stands twice among the debts"));
            }
            Ok(Aim::Debt { debts, order: (*order).into(), extra: not_negative(extra, commodity)? })
        }
    }
}

fn read_fund(
    fund: &FundInput,
    names: &Names,
    budgets: &[Budget],
    commodity: &Commodity,
) -> Result<Fund, ApiError> {
    match fund {
        FundInput::Account { account, most } => {
            let account = find(names, AccountId((*account).into()))?;
            if !account.account_type().is_holding() {
                return Err(ApiError::invalid(format!("“{}” holds no money", account.name)));
            }
            fits(account.commodity, commodity, &account.name)?;
            let most = most.as_deref().map(|most| positive(most, commodity)).transpose()?;
            Ok(Fund::Account { account: account.id, most })
        }
        FundInput::Envelope { budget, category } => {
            let known = budgets.iter().find(|known| known.id.0 == i64::from(*budget));
            let known = known.ok_or_else(|| ApiError::missing(format!("budget {budget}")))?;
            fits(Some(known.commodity), commodity, &known.name)?;
            let category = crate::budget::purpose(names, known, *category)?;
            Ok(Fund::Envelope { budget: known.id.0, category })
        }
    }
}

fn read_terms(terms: &TermsInput, names: &Names, commodity: &Commodity) -> Result<Terms, ApiError> {
    let account = find(names, AccountId(terms.account.into()))?;
    if account.account_type() != ledger::AccountType::Liability {
        return Err(ApiError::invalid(format!("“{}” is no debt", account.name)));
    }
    fits(account.commodity, commodity, &account.name)?;
    let minimum = not_negative(&terms.minimum, commodity)?;
    Ok(Terms { account: account.id, rate: read_rate(&terms.rate)?, minimum })
}

/// A goal is in one currency: money at a rate that changes reaches nothing.
fn fits(own: Option<CommodityId>, commodity: &Commodity, name: &str) -> Result<(), ApiError> {
    if own.is_some_and(|own| own != commodity.id) {
        return Err(ApiError::invalid(format!("“{name}” is not kept in {}, as the goal is", commodity.code)));
    }
    Ok(())
}

fn not_negative(text: &str, commodity: &Commodity) -> Result<Quantity, ApiError> {
    let quantity = Quantity::parse(text, commodity.scale)?;
    if quantity.is_negative() {
        return Err(ApiError::invalid(format!("{text} is below nothing")).with("text", text));
    }
    Ok(quantity)
}

fn positive(text: &str, commodity: &Commodity) -> Result<Quantity, ApiError> {
    let quantity = not_negative(text, commodity)?;
    if quantity.is_zero() {
        return Err(ApiError::invalid("the amount must be above nothing").with("text", text));
    }
    Ok(quantity)
}

impl From<PayoffOrderInput> for PayoffOrder {
    fn from(order: PayoffOrderInput) -> Self {
        match order {
            PayoffOrderInput::Snowball => Self::Snowball,
            PayoffOrderInput::Avalanche => Self::Avalanche,
            PayoffOrderInput::Own => Self::Own,
        }
    }
}

impl From<PayoffOrder> for PayoffOrderInput {
    fn from(order: PayoffOrder) -> Self {
        match order {
            PayoffOrder::Snowball => Self::Snowball,
            PayoffOrder::Avalanche => Self::Avalanche,
            PayoffOrder::Own => Self::Own,
        }
    }
}
