//! The transactions of sample books, told as they are asked for.

use crate::Books;
use crate::life::Life;
use ledger::{Statement, Transaction};

/// An iterator over the transactions of [`Books`], in order of date. It holds no more than the state of one day.
pub struct Transactions<'a> {
    life: Life<'a>,
    /// How many are still to come.
    left: u32,
    /// Events of the schedule that have happened.
    events: usize,
    /// Everyday transactions still to come on this day.
    everyday: u32,
}

impl<'a> Transactions<'a> {
    pub(crate) fn new(books: &'a Books, first_serial: u32) -> Self {
        let everyday = books.quotas.first().copied().unwrap_or_default();
        Self { life: Life::new(books, first_serial), left: books.len(), events: 0, everyday }
    }

    /// The month-end balances that banks have stated on the days passed so far, in order of day.
    ///
    /// Once the transactions are exhausted these are all of them.
    pub fn statements(&self) -> &[Statement] {
        &self.life.statements
    }

    fn next_day(&mut self) {
        let books = self.life.books;
        self.life.end_day();
        self.life.day = self.life.day.offset(1);
        let days = self.life.day.number() - books.plan().from.number();
        let quota = usize::try_from(days).ok().and_then(|days| books.quotas.get(days));
        self.everyday = quota.copied().unwrap_or_default();
    }
}

impl Iterator for Transactions<'_> {
    type Item = Transaction;

    fn next(&mut self) -> Option<Transaction> {
        let books = self.life.books;
        while self.left > 0 && self.life.day <= books.plan().to {
            let due = books.schedule.events.get(self.events).filter(|(day, _)| *day <= self.life.day);
            let transaction = if let Some((_, event)) = due {
                self.events += 1;
                self.life.happen(*event)
            } else if self.everyday > 0 {
                self.everyday -= 1;
                self.life.go_on()
            } else {
                self.next_day();
                continue;
            };
            self.left -= 1;
            return Some(transaction);
        }
        // The days after the last transaction close too, so that no statement is missing.
        while self.life.day <= books.plan().to {
            self.next_day();
        }
        None
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = usize::try_from(self.left).unwrap_or(usize::MAX);
        (left, Some(left))
    }
}

impl ExactSizeIterator for Transactions<'_> {}
impl std::iter::FusedIterator for Transactions<'_> {}
