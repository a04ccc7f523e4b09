//! What a document says around its report.

use crate::Kind;
use crate::text::Language;

pub(super) struct Phrases {
    pub(super) at_end_of: &'static str,
    pub(super) made: &'static str,
    /// With `{page}` and `{pages}`.
    pub(super) page: &'static str,
    pub(super) total: &'static str,
    pub(super) share: &'static str,
    pub(super) change: &'static str,
    pub(super) compared: &'static str,
    /// With the commodity for `{}`.
    unvalued: &'static str,
    flows: &'static str,
    balances: &'static str,
    both: &'static str,
}

impl Phrases {
    pub(super) fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &ENGLISH,
            Language::Thai => &THAI,
        }
    }

    /// The caption of what has no rate.
    pub(super) fn unvalued(&self, code: &str) -> String {
        self.unvalued.replace("{}", code)
    }

    /// How the figures of a report were valued.
    pub(super) fn note(&self, kind: Kind, base: &str) -> String {
        let note = match kind {
            Kind::IncomeStatement | Kind::SpendingByCategory | Kind::SpendingByPayee => self.flows,
            Kind::NetWorth => self.balances,
            Kind::BalanceSheet | Kind::CashFlow => self.both,
        };
        note.replace("{}", base)
    }
}

const ENGLISH: Phrases = Phrases {
    at_end_of: "At the end of",
    made: "Made on",
    page: "Page {page} of {pages}",
    total: "Total",
    share: "Share",
    change: "Change",
    compared: "Compared with",
    unvalued: "Not in the figures above: {}, for which no rate is known",
    flows: "Amounts in {}. What is in another currency is valued at the rate of the last day of its month.",
    balances: "Amounts in {}. What is held in another currency is valued at the rate of the day shown.",
    both: "Amounts in {}. What is held in another currency is valued at the rate of the last day shown, and \
           what came in or went out at the rate of the last day of its month.",
};

const THAI: Phrases = Phrases {
    at_end_of: "ณ สิ้นวันที่",
    made: "จัดทำเมื่อ",
    page: "หน้า {page} จาก {pages}",
    total: "รวม",
    share: "สัดส่วน",
    change: "เปลี่ยนแปลง",
    compared: "เทียบกับ",
    unvalued: "ไม่รวมในตัวเลขข้างต้น: {} เพราะไม่มีอัตราแลกเปลี่ยน",
    flows: "จำนวนเงินเป็น {} รายการในสกุลเงินอื่นแปลงด้วยอัตราของวันสุดท้ายในเดือนนั้น",
    balances: "จำนวนเงินเป็น {} ยอดคงเหลือในสกุลเงินอื่นแปลงด้วยอัตราของวันที่แสดง",
    both: "จำนวนเงินเป็น {} ยอดคงเหลือในสกุลเงินอื่นแปลงด้วยอัตราของวันสุดท้ายที่แสดง \
           ส่วนเงินเข้าและเงินออกแปลงด้วยอัตราของวันสุดท้ายในเดือนนั้น",
};
