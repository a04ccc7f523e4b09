//! What books are asked for.

use ledger::Day;

/// The first and the last day that a plan may reach: 1 January 1900 and 31 December 2199.
pub(crate) fn reach() -> (Day, Day) {
    let day = |number| Day::from_number(number).unwrap_or(Day::MIN);
    (day(-25_567), day(84_005))
}

/// The language of accounts, tags and most notes. Payees and bank texts mix both, as they do in Bangkok.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    English,
    /// Thai.
    Thai,
}

impl Language {
    /// The one of two texts that is in this language.
    pub(crate) fn of<'a>(self, english: &'a str, thai: &'a str) -> &'a str {
        match self {
            Self::English => english,
            Self::Thai => thai,
        }
    }
}

/// What books are asked for; the same plan always gives the same books.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Plan {
    /// Which of the many possible lives.
    pub seed: u64,
    /// The first day, on which the accounts open; kept within the years 1900 to 2199.
    pub from: Day,
    /// The last day; not before the first, and within the same years.
    pub to: Day,
    /// Exactly how many transactions; `None` for as many as a life like this one has.
    ///
    /// A number too small for the rhythms of the whole span starts the books later than `from` instead of thinning
    /// out salary and rent.
    pub transactions: Option<u32>,
    /// The language of accounts, tags and most notes.
    pub language: Language,
}

impl Plan {
    /// Two years ending today, as dense as life is.
    pub fn explore(today: Day, language: Language) -> Self {
        Self { seed: 8, from: years_before(today, 2), to: today, transactions: None, language }
    }

    /// `transactions` spread over the ten years ending today.
    pub fn benchmark(today: Day, transactions: u32, seed: u64) -> Self {
        let from = years_before(today, 10);
        Self { seed, from, to: today, transactions: Some(transactions), language: Language::English }
    }
}

/// The day after the one `years` years before `today`, so that the span is whole years.
fn years_before(today: Day, years: u32) -> Day {
    let date = today.date().checked_sub_months(chrono::Months::new(12 * years));
    date.map_or(Day::MIN, |date| Day::from_date(date).offset(1))
}
