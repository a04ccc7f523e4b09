//! Every word that reports say of their own.

use crate::{Kind, Line};

/// What stands above the columns of a report that is written as a table, beside the names of its periods.
pub struct SheetHeadings {
    /// What a row lies under.
    pub under: &'static str,
    /// The row's own name.
    pub line: &'static str,
    /// What its figures are in.
    pub commodity: &'static str,
    /// Its figure over all columns.
    pub total: &'static str,
    /// The same of what it is compared with.
    pub compared_total: &'static str,
}

/// What the words of one language are. Lines have a name as a heading and another as a total.
pub(crate) struct Words {
    pub(crate) income: [&'static str; 2],
    pub(crate) expenses: [&'static str; 2],
    pub(crate) assets: [&'static str; 2],
    pub(crate) liabilities: [&'static str; 2],
    pub(crate) equity: [&'static str; 2],
    pub(crate) money_in: [&'static str; 2],
    pub(crate) money_out: [&'static str; 2],
    pub(crate) money: [&'static str; 2],
    pub(crate) net_income: &'static str,
    pub(crate) retained_earnings: &'static str,
    pub(crate) exchange_differences: &'static str,
    pub(crate) liabilities_and_equity: &'static str,
    pub(crate) net_worth: &'static str,
    pub(crate) change: &'static str,
    pub(crate) saved: &'static str,
    pub(crate) from_savings: &'static str,
    pub(crate) opening_money: &'static str,
    pub(crate) other_movements: &'static str,
    pub(crate) closing_money: &'static str,
    pub(crate) spending: &'static str,
    /// After the name of an account, for what is its own and not its children's.
    pub(crate) itself: &'static str,
    pub(crate) other: &'static str,
    pub(crate) nobody: &'static str,
    /// In the order of [`Kind::ALL`].
    pub(crate) kinds: [&'static str; 6],
    pub(crate) headings: SheetHeadings,
    pub(crate) months: [&'static str; 12],
    pub(crate) short_months: [&'static str; 12],
}

pub(crate) const ENGLISH: Words = Words {
    income: ["Income", "Total income"],
    expenses: ["Expenses", "Total expenses"],
    assets: ["Assets", "Total assets"],
    liabilities: ["Liabilities", "Total liabilities"],
    equity: ["Equity", "Total equity"],
    money_in: ["Money in", "Total money in"],
    money_out: ["Money out", "Total money out"],
    money: ["Money at hand", "Money at hand"],
    net_income: "Net income",
    retained_earnings: "Retained earnings",
    exchange_differences: "Exchange differences",
    liabilities_and_equity: "Total liabilities and equity",
    net_worth: "Net worth",
    change: "Change",
    saved: "Saved",
    from_savings: "From savings",
    opening_money: "At the start",
    other_movements: "Transfers and exchange differences",
    closing_money: "At the end",
    spending: "Total spending",
    itself: "other",
    other: "Other",
    nobody: "No payee",
    kinds: [
        "Income statement",
        "Balance sheet",
        "Net worth",
        "Cash flow",
        "Spending by category",
        "Spending by payee",
    ],
    headings: SheetHeadings {
        under: "under",
        line: "line",
        commodity: "commodity",
        total: "total",
        compared_total: "compared total",
    },
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    short_months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
};

pub(crate) const THAI: Words = Words {
    income: ["รายได้", "รวมรายได้"],
    expenses: ["ค่าใช้จ่าย", "รวมค่าใช้จ่าย"],
    assets: ["สินทรัพย์", "รวมสินทรัพย์"],
    liabilities: ["หนี้สิน", "รวมหนี้สิน"],
    equity: ["ส่วนของเจ้าของ", "รวมส่วนของเจ้าของ"],
    money_in: ["เงินเข้า", "รวมเงินเข้า"],
    money_out: ["เงินออก", "รวมเงินออก"],
    money: ["เงินในมือ", "เงินในมือ"],
    net_income: "กำไรสุทธิ",
    retained_earnings: "กำไรสะสม",
    exchange_differences: "ผลต่างจากอัตราแลกเปลี่ยน",
    liabilities_and_equity: "รวมหนี้สินและส่วนของเจ้าของ",
    net_worth: "ความมั่งคั่งสุทธิ",
    change: "เปลี่ยนแปลง",
    saved: "เหลือเก็บ",
    from_savings: "ดึงจากเงินเก็บ",
    opening_money: "ต้นงวด",
    other_movements: "การโอนและผลต่างจากอัตราแลกเปลี่ยน",
    closing_money: "ปลายงวด",
    spending: "รวมค่าใช้จ่าย",
    itself: "อื่น ๆ",
    other: "อื่น ๆ",
    nobody: "ไม่ระบุผู้รับเงิน",
    kinds: [
        "งบกำไรขาดทุน",
        "งบแสดงฐานะการเงิน",
        "ความมั่งคั่งสุทธิ",
        "กระแสเงินสด",
        "ค่าใช้จ่ายตามหมวด",
        "ค่าใช้จ่ายตามผู้รับเงิน",
    ],
    headings: SheetHeadings {
        under: "หัวข้อหลัก",
        line: "รายการ",
        commodity: "สกุลเงิน",
        total: "รวม",
        compared_total: "รวมช่วงที่เทียบ",
    },
    months: [
        "มกราคม",
        "กุมภาพันธ์",
        "มีนาคม",
        "เมษายน",
        "พฤษภาคม",
        "มิถุนายน",
        "กรกฎาคม",
        "สิงหาคม",
        "กันยายน",
        "ตุลาคม",
        "พฤศจิกายน",
        "ธันวาคม",
    ],
    short_months: [
        "ม.ค.",
        "ก.พ.",
        "มี.ค.",
        "เม.ย.",
        "พ.ค.",
        "มิ.ย.",
        "ก.ค.",
        "ส.ค.",
        "ก.ย.",
        "ต.ค.",
        "พ.ย.",
        "ธ.ค.",
    ],
};

impl Words {
    /// The name of a report.
    pub(crate) fn kind(&self, kind: Kind) -> &'static str {
        let [income_statement, balance_sheet, net_worth, cash_flow, by_category, by_payee] = self.kinds;
        match kind {
            Kind::IncomeStatement => income_statement,
            Kind::BalanceSheet => balance_sheet,
            Kind::NetWorth => net_worth,
            Kind::CashFlow => cash_flow,
            Kind::SpendingByCategory => by_category,
            Kind::SpendingByPayee => by_payee,
        }
    }

    /// The name of a line: as a heading or by itself, or as the total of a section.
    pub(crate) fn line(&self, line: Line, total: bool) -> &'static str {
        let [heading, sum] = match line {
            Line::Income => self.income,
            Line::Expenses => self.expenses,
            Line::Assets => self.assets,
            Line::Liabilities => self.liabilities,
            Line::Equity => self.equity,
            Line::MoneyIn => self.money_in,
            Line::MoneyOut => self.money_out,
            Line::Money => self.money,
            Line::NetIncome => [self.net_income; 2],
            Line::RetainedEarnings => [self.retained_earnings; 2],
            Line::ExchangeDifferences => [self.exchange_differences; 2],
            Line::LiabilitiesAndEquity => [self.liabilities_and_equity; 2],
            Line::NetWorth => [self.net_worth; 2],
            Line::Change => [self.change; 2],
            Line::Saved => [self.saved; 2],
            Line::FromSavings => [self.from_savings; 2],
            Line::OpeningMoney => [self.opening_money; 2],
            Line::OtherMovements => [self.other_movements; 2],
            Line::ClosingMoney => [self.closing_money; 2],
            Line::Spending => [self.spending; 2],
        };
        if total { sum } else { heading }
    }
}
