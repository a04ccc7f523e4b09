//! Findings as sentences.

use super::Names;
use super::locale::{Language, Locale};
use crate::{Finding, Report};
use ledger::Quantity;

impl Locale {
    /// What was found, as a title: a sentence without a full stop.
    pub fn finding(&self, finding: &Finding, report: &Report, names: &Names<'_>) -> String {
        match self.language {
            Language::English => self.english(finding, report, names),
            Language::Thai => self.thai(finding, report, names),
        }
    }

    /// An amount in the base of a report.
    fn amount(&self, quantity: Quantity, report: &Report, names: &Names<'_>) -> String {
        let text = self.quantity(quantity, names.scale(report.base));
        format!("{text}{}{}", super::locale::NO_BREAK_SPACE, names.code(report.base))
    }

    fn english(&self, finding: &Finding, report: &Report, names: &Names<'_>) -> String {
        let amount = |quantity: &Quantity| self.amount(*quantity, report, names);
        let percent = |percent| self.percent(percent);
        match finding {
            Finding::Nothing => "Nothing to show in this period".to_owned(),
            Finding::NetWorthGrew { percent: by, from, to } => {
                format!("Net worth grew by {} from {} to {}", percent(*by), self.day(*from), self.day(*to))
            }
            Finding::NetWorthFell { percent: by, from, to } => {
                format!("Net worth fell by {} from {} to {}", percent(*by), self.day(*from), self.day(*to))
            }
            Finding::NetWorthRose { quantity, from, to } => {
                format!(
                    "Net worth rose by {} from {} to {}",
                    amount(quantity),
                    self.day(*from),
                    self.day(*to)
                )
            }
            Finding::NetWorthDropped { quantity, from, to } => {
                format!(
                    "Net worth fell by {} from {} to {}",
                    amount(quantity),
                    self.day(*from),
                    self.day(*to)
                )
            }
            Finding::NetWorthIs { quantity, to } => {
                format!("Net worth on {} is {}", self.day(*to), amount(quantity))
            }
            Finding::NetWorthUnchanged { from, to } => {
                format!("Net worth on {} is what it was on {}", self.day(*to), self.day(*from))
            }
            Finding::SavedShare { percent: share, .. } => {
                format!("{} of the money that came in was saved", percent(*share))
            }
            Finding::Overspent { quantity, .. } => format!("{} more went out than came in", amount(quantity)),
            Finding::Profit { quantity, .. } => format!("Income exceeded expenses by {}", amount(quantity)),
            Finding::Loss { quantity, .. } => format!("Expenses exceeded income by {}", amount(quantity)),
            Finding::BrokeEven { .. } => "Income and expenses were equal".to_owned(),
            Finding::OwedShare { percent: share, .. } => {
                format!("Liabilities are {} of assets", percent(*share))
            }
            Finding::DebtFree { .. } => "Nothing is owed".to_owned(),
            Finding::OwedMore { quantity, .. } => format!("{} more is owed than owned", amount(quantity)),
            Finding::Largest { subject, percent: share, .. } => {
                format!("{} of spending went to {}", percent(*share), self.subject(*subject, names))
            }
            Finding::Refunded { quantity, .. } => {
                format!("{} more came back than was spent", amount(quantity))
            }
            Finding::SpendingGrew { percent: by } => format!("Spending grew by {}", percent(*by)),
            Finding::SpendingFell { percent: by } => format!("Spending fell by {}", percent(*by)),
        }
    }

    fn thai(&self, finding: &Finding, report: &Report, names: &Names<'_>) -> String {
        let amount = |quantity: &Quantity| self.amount(*quantity, report, names);
        let percent = |percent| self.percent(percent);
        match finding {
            Finding::Nothing => "ไม่มีข้อมูลในช่วงเวลานี้".to_owned(),
            Finding::NetWorthGrew { percent: by, from, to } => {
                format!("ความมั่งคั่งสุทธิเพิ่มขึ้น {} จาก {} ถึง {}", percent(*by), self.day(*from), self.day(*to))
            }
            Finding::NetWorthFell { percent: by, from, to } => {
                format!("ความมั่งคั่งสุทธิลดลง {} จาก {} ถึง {}", percent(*by), self.day(*from), self.day(*to))
            }
            Finding::NetWorthRose { quantity, from, to } => {
                format!("ความมั่งคั่งสุทธิเพิ่มขึ้น {} จาก {} ถึง {}", amount(quantity), self.day(*from), self.day(*to))
            }
            Finding::NetWorthDropped { quantity, from, to } => {
                format!("ความมั่งคั่งสุทธิลดลง {} จาก {} ถึง {}", amount(quantity), self.day(*from), self.day(*to))
            }
            Finding::NetWorthIs { quantity, to } => {
                format!("ความมั่งคั่งสุทธิ ณ {} คือ {}", self.day(*to), amount(quantity))
            }
            Finding::NetWorthUnchanged { from, to } => {
                format!("ความมั่งคั่งสุทธิ ณ {} เท่ากับ ณ {}", self.day(*to), self.day(*from))
            }
            Finding::SavedShare { percent: share, .. } => format!("เก็บได้ {} ของเงินที่เข้ามา", percent(*share)),
            Finding::Overspent { quantity, .. } => format!("เงินออกมากกว่าเงินเข้า {}", amount(quantity)),
            Finding::Profit { quantity, .. } => format!("รายได้มากกว่าค่าใช้จ่าย {}", amount(quantity)),
            Finding::Loss { quantity, .. } => format!("ค่าใช้จ่ายมากกว่ารายได้ {}", amount(quantity)),
            Finding::BrokeEven { .. } => "รายได้เท่ากับค่าใช้จ่าย".to_owned(),
            Finding::OwedShare { percent: share, .. } => format!("หนี้สินคิดเป็น {} ของสินทรัพย์", percent(*share)),
            Finding::DebtFree { .. } => "ไม่มีหนี้สิน".to_owned(),
            Finding::OwedMore { quantity, .. } => format!("หนี้สินมากกว่าสินทรัพย์ {}", amount(quantity)),
            Finding::Largest { subject, percent: share, .. } => {
                format!("{} ของค่าใช้จ่ายคือ {}", percent(*share), self.subject(*subject, names))
            }
            Finding::Refunded { quantity, .. } => format!("เงินคืนมากกว่าค่าใช้จ่าย {}", amount(quantity)),
            Finding::SpendingGrew { percent: by } => format!("ค่าใช้จ่ายเพิ่มขึ้น {}", percent(*by)),
            Finding::SpendingFell { percent: by } => format!("ค่าใช้จ่ายลดลง {}", percent(*by)),
        }
    }
}
