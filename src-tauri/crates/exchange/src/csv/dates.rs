//! In which order and calendar a file writes its dates, decided over whole columns.

use super::detection::{About, Confidence, Guess, Why};
use crate::DateOrder;
use crate::date::{Calendar, DateFormat, DateNumber, Scanned};
use crate::date_scan::scan;
use ledger::Day;

/// What is usual where the file comes from.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Customs {
    /// Text in another language than English.
    pub foreign: bool,
    /// Thai words, of whose years Buddhist ones are likely.
    pub thai: bool,
    /// Amounts in US dollars.
    pub dollars: bool,
}

/// What all cells of the date columns say.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tally {
    cells: usize,
    open: usize,
    buddhist: usize,
    short_years: usize,
    late_short_years: usize,
    yearless: usize,
    seconds: usize,
    millis: usize,
    spreadsheet: usize,
    orders: [OrderTally; 3],
    example: String,
}

/// How the cells look in one order.
#[derive(Debug, Clone, Copy, Default)]
struct OrderTally {
    days: usize,
    rises: usize,
    falls: usize,
    last: Option<Day>,
    first: Option<(Day, Day)>,
}

/// No statement reaches beyond the year 2060: a year of two digits that does is a Buddhist one.
const LATE: i32 = 33_000;
const ORDERS: [DateOrder; 3] = DateOrder::ALL;

impl Tally {
    /// Adds a cell; blank ones and those that are no date count for nothing.
    pub fn add(&mut self, cell: &str) {
        let Some(scanned) = scan(cell) else { return };
        self.cells += 1;
        self.yearless += usize::from(scanned.lacks_year());
        self.numbers_of(cell, &scanned);
        if scanned.long_year().is_some_and(|year| (2400..2800).contains(&year)) {
            self.buddhist += 1;
        } else if scanned.long_year().is_none() && !scanned.lacks_year() {
            self.short_years += 1;
            let late = scanned.day(&DateFormat::default()).is_some_and(|day| day.number() > LATE);
            self.late_short_years += usize::from(late);
        }
        let open = scanned.needs_order();
        self.open += usize::from(open);
        let before: Vec<usize> = self.orders.iter().map(|order| order.days).collect();
        for (tally, order) in self.orders.iter_mut().zip(ORDERS) {
            if open && order == DateOrder::YearMonthDay && !scanned.year_is_open() {
                continue;
            }
            let format =
                DateFormat { order, year: Some(2000), calendar: Calendar::Buddhist, ..DateFormat::default() };
            let gregorian = DateFormat { calendar: Calendar::Gregorian, ..format };
            // Buddhist years of two digits would hide bad days, so only long ones are converted here.
            let format = if scanned.long_year().is_some() { format } else { gregorian };
            tally.add(scanned.day_in_order(&format), open);
        }
        let fits = self.orders.iter().zip(&before).filter(|(order, before)| order.days > **before).count();
        if open && fits == 1 && self.example.is_empty() {
            cell.clone_into(&mut self.example);
        }
    }

    fn numbers_of(&mut self, cell: &str, scanned: &Scanned) {
        if !scanned.is_bare() {
            return;
        }
        let stands_for = |number| {
            scanned
                .day(&DateFormat { number, ..DateFormat::default() })
                .is_some_and(|day| day.number() > 3650)
        };
        let digits = cell.bytes().take_while(u8::is_ascii_digit).count();
        self.seconds += usize::from(digits == 10 && stands_for(DateNumber::UnixSeconds));
        self.millis += usize::from(digits == 13 && stands_for(DateNumber::UnixMillis));
        self.spreadsheet += usize::from(digits == 5 && stands_for(DateNumber::SpreadsheetDays));
    }

    /// `true` once further cells cannot change the order.
    pub fn is_decided(&self) -> bool {
        let most = self.most();
        self.open > 0 && self.orders.iter().filter(|order| order.days == most).count() == 1
    }

    /// `true` where no cell leaves its order open.
    pub fn is_plain(&self) -> bool {
        self.open == 0
    }

    fn most(&self) -> usize {
        self.orders.iter().map(|order| order.days).max().unwrap_or(0)
    }

    /// `true` where later rows are older.
    pub fn falls(&self, order: DateOrder) -> bool {
        self.orders.iter().zip(ORDERS).any(|(tally, of)| of == order && tally.falls > tally.rises)
    }

    /// The format, and the guesses it rests on.
    pub fn decide(&self, customs: Customs, year: Option<i32>) -> (DateFormat, Vec<Guess>) {
        let number = match self.cells {
            0 => DateNumber::Digits,
            cells if self.seconds * 2 > cells => DateNumber::UnixSeconds,
            cells if self.millis * 2 > cells => DateNumber::UnixMillis,
            cells if self.spreadsheet * 2 > cells => DateNumber::SpreadsheetDays,
            _ => DateNumber::Digits,
        };
        let (order, confidence, why) = match number {
            DateNumber::Digits => self.order(customs),
            _ => (DateOrder::DayMonthYear, Confidence::Certain, Why::OnlyChoice),
        };
        let mut guesses = vec![Guess::new(About::DateOrder, confidence, why)];
        let by_short_year =
            customs.thai && self.short_years > 0 && self.late_short_years * 2 > self.short_years;
        let calendar =
            if self.buddhist > 0 || by_short_year { Calendar::Buddhist } else { Calendar::Gregorian };
        if calendar == Calendar::Buddhist {
            let sure = if self.buddhist > 0 { Confidence::Certain } else { Confidence::Likely };
            guesses.push(Guess::new(About::Calendar, sure, Why::Custom));
        }
        let year = year.filter(|_| self.yearless > 0);
        (DateFormat { order, calendar, number, year }, guesses)
    }

    fn order(&self, customs: Customs) -> (DateOrder, Confidence, Why) {
        if self.open == 0 {
            return (DateOrder::DayMonthYear, Confidence::Certain, Why::OnlyChoice);
        }
        let most = self.most();
        let mut left: Vec<(DateOrder, &OrderTally)> =
            ORDERS.into_iter().zip(&self.orders).filter(|(_, order)| order.days == most).collect();
        if let [(order, _)] = left[..] {
            let why = Why::Decisive { example: self.example.clone() };
            return (order, if most == self.open { Confidence::Certain } else { Confidence::Likely }, why);
        }
        // Years that run over decades within one file are days of the month.
        let shortest = left.iter().map(|(_, order)| order.span()).min().unwrap_or(0);
        left.retain(|(_, order)| order.span() <= shortest.saturating_mul(10).max(400));
        let calmest = left.iter().map(|(_, order)| order.turns()).min().unwrap_or(0);
        let calm: Vec<(DateOrder, &OrderTally)> =
            left.iter().filter(|(_, order)| order.turns() == calmest).copied().collect();
        if let [(order, _)] = calm[..] {
            return (order, Confidence::Likely, Why::TimeOrder);
        }
        let usual = if customs.dollars && !customs.foreign {
            DateOrder::MonthDayYear
        } else {
            DateOrder::DayMonthYear
        };
        let known = customs.dollars || customs.foreign;
        match calm.iter().find(|(order, _)| *order == usual).or_else(|| calm.first()) {
            Some((order, _)) if known && self.cells > 2 => (*order, Confidence::Likely, Why::Custom),
            Some((order, _)) => {
                (*order, Confidence::Doubtful, if known { Why::Custom } else { Why::Nothing })
            }
            None => (usual, Confidence::Doubtful, Why::Nothing),
        }
    }
}

impl OrderTally {
    fn add(&mut self, day: Option<Day>, open: bool) {
        let Some(day) = day else { return };
        self.days += usize::from(open);
        if let Some(last) = self.last {
            self.rises += usize::from(day > last);
            self.falls += usize::from(day < last);
        }
        self.last = Some(day);
        let (earliest, latest) = self.first.unwrap_or((day, day));
        self.first = Some((earliest.min(day), latest.max(day)));
    }

    /// Days from the first to the last.
    fn span(&self) -> u32 {
        self.first.map_or(0, |(earliest, latest)| latest.number().abs_diff(earliest.number()))
    }

    /// How often the rows go against their own order of time.
    fn turns(&self) -> usize {
        self.rises.min(self.falls)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decide(cells: &[&str], customs: Customs) -> (String, Confidence) {
        let mut tally = Tally::default();
        cells.iter().for_each(|cell| tally.add(cell));
        let (format, guesses) = tally.decide(customs, None);
        (format.pattern(), guesses[0].confidence)
    }

    #[test]
    fn the_order_is_decided_over_the_whole_column() {
        use Confidence::{Certain, Doubtful, Likely};
        let plain = Customs::default();
        let dollars = Customs { dollars: true, ..plain };
        let thai = Customs { thai: true, foreign: true, dollars: false };
        for (cells, customs, pattern, confidence) in [
            (&["01/02/2024", "13/02/2024"][..], plain, "DD/MM/YYYY", Certain),
            (&["01/02/2024", "02/13/2024"], plain, "MM/DD/YYYY", Certain),
            (&["2024-01-02", "2024-03-04"], plain, "DD/MM/YYYY", Certain),
            (&["01/02/2024"], plain, "DD/MM/YYYY", Doubtful),
            (&["01/02/2024"], dollars, "MM/DD/YYYY", Doubtful),
            (&["01/02/2024", "02/02/2024", "01/03/2024", "05/03/2024"], dollars, "DD/MM/YYYY", Likely),
            (&["01/30/24", "31/01/24", "01/29/24"], plain, "MM/DD/YYYY", Likely),
            (&["24/01/15", "24/01/16", "24/02/17"], plain, "YYYY-MM-DD", Likely),
            (&["20240115", "20240216"], plain, "YYYY-MM-DD", Certain),
            (&["01/07/2568", "15/07/2568"], plain, "DD/MM/YYYY (BE)", Certain),
            (&["01/07/68", "15/07/68"], thai, "DD/MM/YYYY (BE)", Certain),
            (&["1 ก.ค. 68", "2 ก.ค. 68"], thai, "DD/MM/YYYY (BE)", Certain),
            (&["1658912400000", "1658998800000"], plain, "milliseconds since 1970", Certain),
        ] {
            assert_eq!(decide(cells, customs), (pattern.to_owned(), confidence), "{cells:?}");
        }
    }
}
