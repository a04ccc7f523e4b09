//! Goals and how far they are.

use super::payoff::{debts, summary};
use super::view::{AimInput, DebtProgress, FundInput, GoalProgress, GoalView, SavingsView, TermsInput};
use crate::accounts::to_id;
use crate::budget::BudgetBook;
use crate::{ApiError, Books, Id};
use ledger::{AccountId, CommodityId, Day, Month, Quantity};
use planning::{Aim, Fund, Goal, Savings, payoff};
use std::collections::HashMap;
use store::{Names, Reader};

/// Days over which the pace of savings is told.
const PACE: i32 = 91;

/// What accounts hold, today and when the pace began.
pub(super) struct Held {
    now: HashMap<(AccountId, CommodityId), i128>,
    before: HashMap<(AccountId, CommodityId), i128>,
}

impl Books {
    /// Every goal and how far it is, in the order that a person gave them.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn goal_list(&self) -> Result<Vec<GoalView>, ApiError> {
        let mut reader = self.store.read().await?;
        let goals = reader.goals().await?;
        if goals.is_empty() {
            return Ok(Vec::new());
        }
        let names = reader.names().await?;
        let held = Held::read(&mut reader, self.today()).await?;
        let mut views = Vec::with_capacity(goals.len());
        for goal in &goals {
            let progress = self.progress(&mut reader, goal, &names, &held).await?;
            views.push(GoalView {
                id: to_id(goal.id.0)?,
                name: goal.name.clone(),
                currency: code(&names, goal.commodity),
                aim: aim_view(goal, &names)?,
                progress,
            });
        }
        Ok(views)
    }

    async fn progress(
        &self,
        reader: &mut Reader,
        goal: &Goal,
        names: &Names,
        held: &Held,
    ) -> Result<GoalProgress, ApiError> {
        let text = |units| text(names, goal.commodity, units);
        match &goal.aim {
            Aim::Savings { target, by, funds } => {
                let (saved, before) = self.saved(reader, funds, goal.commodity, names, held).await?;
                let target = target.units();
                let savings =
                    Savings { target, by: *by, saved, added: (saved - before, PACE.unsigned_abs()) };
                let progress = savings.progress(self.today());
                let percent = (saved.max(0) * 100 / target.max(1)).min(100);
                Ok(GoalProgress::Savings(SavingsView {
                    saved: text(saved)?,
                    missing: text(progress.missing)?,
                    percent: u32::try_from(percent).unwrap_or(100),
                    monthly: progress.monthly.map(text).transpose()?,
                    pace: text((saved - before) / 3)?,
                    projected: progress.projected.map(|day| day.to_string()),
                    on_track: progress.on_track,
                }))
            }
            Aim::Debt { debts: terms, order, extra } => {
                let debts = debts(terms, goal.commodity, held);
                let plan = payoff(&debts, *order, extra.units(), Month::of(self.today()));
                let monthly = debts.iter().map(|debt| debt.minimum).sum::<i128>() + extra.units();
                Ok(GoalProgress::Debt(DebtProgress {
                    owed: text(debts.iter().map(|debt| debt.owed).sum())?,
                    plan: plan.ok().map(|plan| summary(&plan, monthly, names, goal.commodity)).transpose()?,
                }))
            }
        }
    }

    /// What funds hold together now, and held when the pace began.
    pub(super) async fn saved(
        &self,
        reader: &mut Reader,
        funds: &[Fund],
        commodity: CommodityId,
        names: &Names,
        held: &Held,
    ) -> Result<(i128, i128), ApiError> {
        let (mut saved, mut before) = (0, 0);
        for fund in funds {
            let (now, then) = self.funded(reader, fund, commodity, names, held).await?;
            saved += now;
            before += then;
        }
        Ok((saved, before))
    }

    /// What a fund holds now, and held when the pace began.
    async fn funded(
        &self,
        reader: &mut Reader,
        fund: &Fund,
        commodity: CommodityId,
        names: &Names,
        held: &Held,
    ) -> Result<(i128, i128), ApiError> {
        match fund {
            Fund::Account { account, most } => {
                let most = most.map_or(i128::MAX, Quantity::units);
                let of =
                    |held: &HashMap<_, i128>| held.get(&(*account, commodity)).copied().unwrap_or_default();
                Ok((of(&held.now).min(most), of(&held.before).min(most)))
            }
            Fund::Envelope { budget, category } => {
                // A budget that is gone holds nothing any more.
                let budgets = reader.budgets().await?;
                let Some(budget) = budgets.into_iter().find(|known| known.id.0 == *budget) else {
                    return Ok((0, 0));
                };
                if budget.commodity != commodity {
                    return Ok((0, 0));
                }
                let period = |day: Day| budget.cadence.period_of(day);
                let (now, then) = (period(self.today()), period(self.today().offset(-PACE)));
                let book = BudgetBook::read(reader, budget, names.clone(), now).await?;
                let held = |period| {
                    let state = book.state(period);
                    state.envelopes.get(category).map_or(0, |state| state.available)
                };
                Ok((held(now), held(then)))
            }
        }
    }
}

impl Held {
    pub(super) async fn read(reader: &mut Reader, today: Day) -> Result<Self, ApiError> {
        let mut on = async |day: Day| -> Result<HashMap<_, i128>, ApiError> {
            let balances = reader.balances(Some(day)).await?;
            Ok(balances.iter().map(|one| ((one.account, one.commodity), one.quantity.units())).collect())
        };
        Ok(Self { now: on(today).await?, before: on(today.offset(-PACE)).await? })
    }

    /// What is owed on an account today, above zero.
    pub(super) fn owed(&self, account: AccountId, commodity: CommodityId) -> i128 {
        (-self.now.get(&(account, commodity)).copied().unwrap_or_default()).max(0)
    }
}

pub(super) fn text(names: &Names, commodity: CommodityId, units: i128) -> Result<String, ApiError> {
    Ok(Quantity::new(units)?.to_decimal(names.scale(commodity)).to_string())
}

pub(super) fn code(names: &Names, commodity: CommodityId) -> String {
    names.commodities.get(&commodity).map(|known| known.code.clone()).unwrap_or_default()
}

fn aim_view(goal: &Goal, names: &Names) -> Result<AimInput, ApiError> {
    let text = |quantity: Quantity| text(names, goal.commodity, quantity.units());
    let id = |account: AccountId| to_id(account.0);
    Ok(match &goal.aim {
        Aim::Savings { target, by, funds } => {
            let fund = |fund: &Fund| -> Result<FundInput, ApiError> {
                Ok(match fund {
                    Fund::Account { account, most } => {
                        FundInput::Account { account: id(*account)?, most: most.map(text).transpose()? }
                    }
                    Fund::Envelope { budget, category } => {
                        let budget: Id = to_id(*budget)?;
                        FundInput::Envelope { budget, category: id(*category)? }
                    }
                })
            };
            AimInput::Savings {
                target: text(*target)?,
                by: by.map(|by| by.to_string()),
                funds: funds.iter().map(fund).collect::<Result<_, _>>()?,
            }
        }
        Aim::Debt { debts, order, extra } => {
            let terms = debts.iter().map(|terms| {
                Ok::<_, ApiError>(TermsInput {
                    account: id(terms.account)?,
                    rate: terms.rate.to_string(),
                    minimum: text(terms.minimum)?,
                })
            });
            let debts = terms.collect::<Result<_, _>>()?;
            AimInput::Debt { debts, order: (*order).into(), extra: text(*extra)? }
        }
    })
}
