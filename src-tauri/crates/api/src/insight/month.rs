//! A month in review.

use super::spending::Spending;
use super::view::{BecauseView, ChangeView, MilestoneMark, MilestoneView, MonthReview};
use crate::accounts::to_id;
use crate::report_source::{ReportSource, labels};
use crate::report_view::report_view;
use crate::{ApiError, Books, LocaleInput};
use ledger::{AccountId, Day, Month, Quantity};
use planning::{Mark, Milestone, Unusual, Usual, changes, milestones};
use reports::{Interval, Kind, Period, Request};
use std::collections::HashMap;
use store::Reader;

/// Changes that are told, and payees that explain one.
const CHANGES: usize = 5;
const BECAUSE: usize = 2;
/// Months before over which a payee's average is taken.
const PAYEE_MONTHS: i32 = 6;
/// Months of net worth that are looked at.
const WORTH_MONTHS: i32 = 180;

impl Books {
    /// A month in review: what came in, went out and was saved, and what was not as usual. This month when left out.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Invalid`] for what is no month.
    pub async fn insight_month(&self, month: Option<&str>) -> Result<MonthReview, ApiError> {
        let month = self.month_of(month)?;
        let today = self.today();
        let mut reader = self.store.read().await?;
        let spending = Spending::read(&mut reader, month, today).await?;
        let complete = month.last() < today;
        let (spent, spent_before) = Spending::totals(&spending.expenses, spending.before);
        let (income, income_before) = Spending::totals(&spending.incomes, spending.before);
        let saved = income - spent;
        let percent = (income > 0).then(|| i32::try_from(saved * 100 / income).unwrap_or_default());
        let usual = |months: &[i128]| Usual::of(months).map(|usual| spending.usual_view(usual)).transpose();
        let mut unusual = Vec::new();
        for one in &spending.unusual() {
            unusual.push(spending.explain(&mut reader, one).await?);
        }
        let passed = passed(&mut reader, today).await?;
        let in_month = passed.iter().filter(|one| Month::of(one.day) == month);
        let milestones = in_month.map(|one| milestone_view(one, &spending)).collect::<Result<_, _>>()?;
        let missing = spending.missing.iter().filter_map(|one| spending.names.commodities.get(one));
        Ok(MonthReview {
            month: month.to_string(),
            complete,
            currency: spending
                .names
                .commodities
                .get(&spending.base)
                .map(|base| base.code.clone())
                .unwrap_or_default(),
            income: spending.text(income)?,
            spent: spending.text(spent)?,
            saved: spending.text(saved)?,
            saved_percent: percent,
            usual_income: usual(&income_before)?,
            usual_spent: usual(&spent_before)?,
            changes: changed(&mut reader, &spending, complete).await?,
            unusual,
            milestones,
            missing: missing.map(|commodity| commodity.code.clone()).collect(),
        })
    }
}

async fn changed(
    reader: &mut Reader,
    spending: &Spending,
    complete: bool,
) -> Result<Vec<ChangeView>, ApiError> {
    let all = [spending.sorted(&spending.expenses), spending.sorted(&spending.incomes)].concat();
    let mut found = changes(&all, spending.least(), all.len());
    // What has not come yet may still come.
    found.retain(|one| complete || one.difference() > 0);
    found.truncate(CHANGES);
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let month = spending.month;
    let categories: Vec<AccountId> = found.iter().map(|one| one.category).collect();
    let now = reader.category_payees(&categories, (month, month)).await?;
    let span = (month.offset(-PAYEE_MONTHS), month.offset(-1));
    let before = reader.category_payees(&categories, span).await?;
    let months = i128::from(PAYEE_MONTHS).min(i128::try_from(spending.before).unwrap_or_default()).max(1);
    let mut views = Vec::with_capacity(found.len());
    for one in &found {
        let day = month.last();
        let now = spending.by_payee(&now, one.category, day);
        let before = spending.by_payee(&before, one.category, day);
        let mut payees: Vec<_> = now.keys().chain(before.keys()).copied().collect();
        payees.sort_unstable();
        payees.dedup();
        let figures = payees.into_iter().map(|payee| {
            let of =
                |sums: &std::collections::BTreeMap<_, i128>| sums.get(&payee).copied().unwrap_or_default();
            (payee, of(&now), of(&before) / months)
        });
        // Who went the same way explains it, if by a fifth or more of it.
        let difference = one.difference();
        let explains =
            |(_, now, usual): &(_, i128, i128)| (now - usual) * difference.signum() * 5 >= difference.abs();
        let mut figures: Vec<_> = figures.filter(explains).collect();
        figures.sort_by_key(|(payee, now, usual)| (-(now - usual).abs(), *payee));
        figures.truncate(BECAUSE);
        let names = reader.payee_names(figures.iter().filter_map(|(payee, _, _)| *payee)).await?;
        let because = figures.into_iter().map(|(payee, now, usual)| {
            let name = payee.and_then(|payee| names.get(&payee).cloned()).unwrap_or_default();
            Ok(BecauseView { name, amount: spending.text(now)?, usual: spending.text(usual)? })
        });
        views.push(change_view(one, spending, because.collect::<Result<_, ApiError>>()?)?);
    }
    Ok(views)
}

fn change_view(
    one: &Unusual,
    spending: &Spending,
    because: Vec<BecauseView>,
) -> Result<ChangeView, ApiError> {
    Ok(ChangeView {
        category: to_id(one.category.0)?,
        path: spending.names.accounts.path(one.category),
        income: spending.is_income(one.category),
        amount: spending.text(one.now)?,
        usual: spending.text(one.usual.middle)?,
        difference: spending.text(one.difference())?,
        because,
    })
}

/// What net worth has passed by the ends of months, and by today.
pub(super) async fn passed(reader: &mut Reader, today: Day) -> Result<Vec<Milestone>, ApiError> {
    let Some((first, _)) = reader.extent().await? else { return Ok(Vec::new()) };
    let from = Month::of(first).offset(1).max(Month::of(today).offset(-WORTH_MONTHS)).first();
    if from >= today {
        return Ok(Vec::new());
    }
    let mut source = ReportSource::open(reader, None).await?;
    let period = Period::new(from, today).map_err(|error| ApiError::invalid(error.to_string()))?;
    let request = Request { interval: Interval::Month, ..Request::new(Kind::NetWorth, period) };
    let report = source.report(&request).await?;
    let scale = source.names.scale(report.base);
    let payees = HashMap::new();
    let view = report_view(&report, &LocaleInput::default().locale(), &labels(&source.names, &payees))?;
    let worths = view.series.worth.iter().filter_map(|point| {
        Some((point.date.parse::<Day>().ok()?, Quantity::parse(&point.worth, scale).ok()?.units()))
    });
    let unit = 10_i128.pow(scale.decimals().into());
    Ok(milestones(&worths.collect::<Vec<_>>(), unit))
}

pub(super) fn milestone_view(one: &Milestone, spending: &Spending) -> Result<MilestoneView, ApiError> {
    Ok(MilestoneView {
        date: one.day.to_string(),
        mark: match one.mark {
            Mark::Positive => MilestoneMark::Positive,
            Mark::Round => MilestoneMark::Round,
        },
        amount: spending.text(one.units)?,
    })
}
