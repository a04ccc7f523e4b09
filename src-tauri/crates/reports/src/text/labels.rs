//! Names of what rows are about.

use super::{Language, Locale, SheetHeadings};
use crate::report::{Row, RowStyle, Subject};
use crate::{Kind, Period, Report};
use ledger::{AccountTree, Commodity, CommodityId, PayeeId, Quantity, Scale};
use std::collections::HashMap;

/// The names that the books give.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    /// Names of accounts.
    pub accounts: &'a AccountTree,
    /// Names of payees; those of a report by payee are enough.
    pub payees: &'a HashMap<PayeeId, String>,
    /// Codes and scales of commodities.
    pub commodities: &'a HashMap<CommodityId, Commodity>,
}

impl Names<'_> {
    /// A quantity as plain decimal text, with all the decimals of its commodity: `-1240.50`.
    pub fn plain(&self, quantity: Quantity, commodity: CommodityId) -> String {
        quantity.to_decimal(self.scale(commodity)).to_string()
    }

    pub(crate) fn code(&self, id: CommodityId) -> &str {
        self.commodities.get(&id).map_or("?", |commodity| commodity.code.as_str())
    }

    /// The scale of a commodity; whole units for one that the books do not have, of which there are no figures.
    pub(crate) fn scale(&self, id: CommodityId) -> Scale {
        let known = self.commodities.get(&id).map(|commodity| commodity.scale);
        known.unwrap_or_else(|| Scale::new(0).unwrap_or_else(|_| unreachable!("0 is a scale")))
    }
}

impl Locale {
    /// The name of a kind of report.
    pub fn kind(&self, kind: Kind) -> &'static str {
        self.words().kind(kind)
    }

    /// The headings of a report as a table.
    pub fn headings(&self) -> &'static SheetHeadings {
        &self.words().headings
    }

    /// The name of a row: its account or payee, or the report's own line.
    pub fn row(&self, row: &Row, names: &Names<'_>) -> String {
        match row.subject {
            Subject::Line(line) => self.words().line(line, row.style == RowStyle::Total).to_owned(),
            subject => self.subject(subject, names),
        }
    }

    /// The name of what a row or a part of a chart is about.
    pub fn subject(&self, subject: Subject, names: &Names<'_>) -> String {
        let words = self.words();
        match subject {
            Subject::Account(id) => {
                names.accounts.get(id).map_or_else(|| format!("#{id}"), |account| account.name.clone())
            }
            Subject::Itself(id) => match names.accounts.get(id) {
                Some(account) if account.parent.is_some() => format!("{} – {}", account.name, words.itself),
                _ => words.other.to_owned(),
            },
            Subject::Payee(None) => words.nobody.to_owned(),
            Subject::Payee(Some(id)) => names.payees.get(&id).cloned().unwrap_or_else(|| format!("#{id}")),
            Subject::Others(count) => self.others(count),
            Subject::Line(line) => words.line(line, false).to_owned(),
        }
    }

    fn others(&self, count: usize) -> String {
        match self.language {
            Language::English => format!("{count} others"),
            Language::Thai => format!("อื่น ๆ อีก {count} รายการ"),
        }
    }
}

impl Report {
    /// The name of a column: when, or the day at whose end.
    pub fn column_name(&self, at: usize, locale: &Locale) -> String {
        self.columns.get(at).map_or_else(String::new, |column| self.name_of(*column, locale))
    }

    /// The name of a column compared with.
    pub fn compared_name(&self, at: usize, locale: &Locale) -> String {
        self.compared.get(at).map_or_else(String::new, |column| self.name_of(*column, locale))
    }

    fn name_of(&self, column: Period, locale: &Locale) -> String {
        if self.kind().is_at_end() {
            locale.day(column.to())
        } else {
            locale.column(column, self.request.interval)
        }
    }
}
