//! The labels of the sample books.

use crate::Language;
use ledger::TagId;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tag {
    Business,
    Vat,
    Deductible,
    JapanTrip,
    EuropeTrip,
    ThailandTrip,
    Songkran,
    NewYear,
    Shared,
}

impl Tag {
    const ALL: [Self; 9] = [
        Self::Business,
        Self::Vat,
        Self::Deductible,
        Self::JapanTrip,
        Self::EuropeTrip,
        Self::ThailandTrip,
        Self::Songkran,
        Self::NewYear,
        Self::Shared,
    ];

    pub(crate) fn id(self) -> TagId {
        TagId(self as i64 + 1)
    }

    fn name(self, language: Language) -> &'static str {
        let (english, thai) = match self {
            Self::Business => ("business", "ธุรกิจ"),
            Self::Vat => ("VAT 7%", "VAT 7%"),
            Self::Deductible => ("tax deductible", "ลดหย่อนภาษี"),
            Self::JapanTrip => ("trip: Japan", "ทริปญี่ปุ่น"),
            Self::EuropeTrip => ("trip: Europe", "ทริปยุโรป"),
            Self::ThailandTrip => ("trip: Thailand", "เที่ยวไทย"),
            Self::Songkran => ("Songkran", "สงกรานต์"),
            Self::NewYear => ("New Year", "ปีใหม่"),
            Self::Shared => ("shared", "หารกัน"),
        };
        language.of(english, thai)
    }
}

/// The rows of every label, ids from 1.
pub(crate) fn tags(language: Language) -> Vec<ledger::Tag> {
    Tag::ALL
        .into_iter()
        .map(|tag| ledger::Tag { id: tag.id(), name: tag.name(language).to_owned() })
        .collect()
}
