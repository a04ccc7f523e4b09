//! What reports are made from. However many reports one screen shows, the ledger is read once.

use crate::ApiError;
use crate::report::report_error;
use crate::settings::LedgerSettings;
use ledger::{AccountType, CommodityId, Day, Flow, Month, PayeeId, Rates};
use reports::{Holding, Movements, Names as Labels, Period, Plan, Report, Request, Subject};
use std::collections::HashMap;
use store::{Names, Reader};

/// A report with what its words need.
pub(crate) struct Made {
    pub report: Report,
    pub names: Names,
    pub payees: HashMap<PayeeId, String>,
}

impl Made {
    pub fn labels(&self) -> Labels<'_> {
        labels(&self.names, &self.payees)
    }
}

pub(crate) fn labels<'a>(names: &'a Names, payees: &'a HashMap<PayeeId, String>) -> Labels<'a> {
    Labels { accounts: &names.accounts, payees, commodities: &names.commodities }
}

/// Flows that were read, and of what.
struct Read {
    types: &'static [AccountType],
    period: Period,
    flows: Vec<Flow>,
}

impl Read {
    /// `true` where the flows of these types in `wanted` are among its own.
    fn covers(&self, types: &[AccountType], wanted: Period) -> bool {
        ends_with(self.period, wanted) && types.iter().all(|wanted| self.types.contains(wanted))
    }
}

/// Reads what reports are made from, and keeps it for the next one.
pub(crate) struct ReportSource<'a> {
    reader: &'a mut Reader,
    pub names: Names,
    base: CommodityId,
    flows: Vec<Read>,
}

impl<'a> ReportSource<'a> {
    /// Reports will be in the currency of that code, or in the ledger's own.
    pub async fn open(reader: &'a mut Reader, currency: Option<&str>) -> Result<Self, ApiError> {
        let code = match currency {
            Some(code) => code.to_owned(),
            None => LedgerSettings::read(reader).await?.currency,
        };
        let names = reader.names().await?;
        let base = names.commodities.values().find(|known| known.code == code);
        let base = base.ok_or_else(|| ApiError::missing(format!("commodity “{code}”")))?.id;
        Ok(Self { reader, names, base, flows: Vec::new() })
    }

    pub async fn report(&mut self, request: &Request) -> Result<Report, ApiError> {
        let plan = request.plan().map_err(|error| report_error(&error, &self.names))?;
        let movements = self.movements(&plan).await?;
        let rates = self.rates(&plan, &movements).await?;
        plan.report(&self.books(&rates), &movements).map_err(|error| report_error(&error, &self.names))
    }

    /// A report of what is there, with what each account holds.
    pub async fn report_and_holdings(
        &mut self,
        request: &Request,
    ) -> Result<(Report, Vec<Holding>), ApiError> {
        let plan = request.plan().map_err(|error| report_error(&error, &self.names))?;
        let movements = self.movements(&plan).await?;
        let rates = self.rates(&plan, &movements).await?;
        let books = self.books(&rates);
        let report = plan.report(&books, &movements).map_err(|error| report_error(&error, &self.names))?;
        let holdings =
            plan.holdings(&books, &movements).map_err(|error| report_error(&error, &self.names))?;
        Ok((report, holdings))
    }

    /// The report with the names of those who are in it.
    pub async fn into_made(self, report: Report) -> Result<Made, ApiError> {
        let rows = report.rows.iter().chain(report.unvalued.iter().flat_map(|one| &one.rows));
        let named: Vec<PayeeId> = rows
            .filter_map(|row| match row.subject {
                Subject::Payee(payee) => payee,
                _ => None,
            })
            .collect();
        let payees = if named.is_empty() { HashMap::new() } else { self.reader.payee_names(named).await? };
        Ok(Made { report, names: self.names, payees })
    }

    fn books<'b>(&'b self, rates: &'b Rates) -> reports::Books<'b> {
        let Names { accounts, commodities } = &self.names;
        reports::Books { accounts, commodities, rates, base: self.base }
    }

    async fn movements(&mut self, plan: &Plan) -> Result<Movements, ApiError> {
        if plan.is_by_payee() {
            let mut lists = Vec::new();
            for read in plan.reads() {
                lists.push(self.reader.payee_flows(read.from(), read.to()).await?);
            }
            return Ok(Movements::Payees(lists));
        }
        let mut lists = Vec::new();
        for read in plan.reads() {
            lists.push(self.flows(plan.account_types(), *read).await?);
        }
        Ok(Movements::Accounts(lists))
    }

    async fn flows(&mut self, types: &'static [AccountType], wanted: Period) -> Result<Vec<Flow>, ApiError> {
        if let Some(known) = self.flows.iter().find(|known| known.covers(types, wanted)) {
            let first = Month::of(wanted.from());
            return Ok(known.flows.iter().filter(|flow| flow.month >= first).copied().collect());
        }
        let flows = self.reader.flows(types, wanted.from(), wanted.to()).await?;
        self.flows.push(Read { types, period: wanted, flows: flows.clone() });
        Ok(flows)
    }

    async fn rates(&mut self, plan: &Plan, movements: &Movements) -> Result<Rates, ApiError> {
        let days: Vec<Day> = plan.rate_days(movements).map_err(|error| report_error(&error, &self.names))?;
        // Where everything is in one currency, no rate is ever asked for.
        if !is_foreign(movements, self.base) {
            return Ok(Rates::default());
        }
        Ok(Rates::new(self.reader.prices_at(&days).await?))
    }
}

/// `true` where the flows of `wanted` are the last months of those of `known`.
fn ends_with(known: Period, wanted: Period) -> bool {
    let cuts_no_month = wanted.from() == Month::of(wanted.from()).first();
    known.to() == wanted.to()
        && (known.from() == wanted.from() || (known.from() < wanted.from() && cuts_no_month))
}

fn is_foreign(movements: &Movements, base: CommodityId) -> bool {
    match movements {
        Movements::Accounts(lists) => lists.iter().flatten().any(|flow| flow.commodity != base),
        Movements::Payees(lists) => lists.iter().flatten().any(|flow| flow.commodity != base),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flows_are_read_again_only_where_a_month_would_be_cut() {
        let period = |from: &str, to: &str| Period::new(from.parse().unwrap(), to.parse().unwrap()).unwrap();
        let known = period("2020-01-01", "2026-11-22");
        for (from, to, expected) in [
            ("2020-01-01", "2026-11-22", true),
            ("2026-11-01", "2026-11-22", true),
            ("2026-11-02", "2026-11-22", false),
            ("2019-12-01", "2026-11-22", false),
            ("2026-11-01", "2026-11-30", false),
        ] {
            assert_eq!(ends_with(known, period(from, to)), expected, "{from} to {to}");
        }
    }
}
