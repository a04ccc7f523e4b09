//! What the lines around a table say of the account.

use super::profile::is_empty;
use super::words::{Phrase, begins_with, is_currency_code, mentions, says};
use crate::number::{NumberFormat, money};
use crate::{AccountHint, StatedBalance};
use ledger::AccountKind;

/// Lines around a table looked at at most.
const MOST_LINES: usize = 400;

/// What was gathered from the lines around a table.
#[derive(Debug, Default)]
pub(crate) struct Hints {
    pub account: AccountHint,
    pub opening: Option<StatedBalance>,
    pub closing: Option<StatedBalance>,
    lines: usize,
}

impl Hints {
    /// Takes in the cells of a line outside the table.
    pub fn add(&mut self, cells: &[&str], numbers: NumberFormat) {
        self.lines += 1;
        if self.lines > MOST_LINES {
            return;
        }
        let cells: Vec<&str> = cells.iter().copied().filter(|cell| !is_empty(cell)).take(24).collect();
        for (at, cell) in cells.iter().enumerate() {
            self.kind(cell);
            let value = cells.get(at + 1).copied();
            match cell.split_once([':', '=']) {
                Some((key, inline)) if !inline.trim().is_empty() => self.pair(key, inline.trim()),
                Some((key, _)) => self.pair(key, value.unwrap_or_default()),
                None => self.pair(cell, value.unwrap_or_default().trim_start_matches([':', ' '])),
            }
            self.stated(cell, &cells[at + 1..], numbers);
        }
    }

    fn pair(&mut self, key: &str, value: &str) {
        let value = value.trim();
        if value.is_empty() || value.chars().count() > 60 {
            return;
        }
        let digits = value.chars().filter(char::is_ascii_digit).count();
        if says(key, Phrase::KeyAccount) && digits >= 3 && self.account.number.is_none() {
            self.account.number = Some(value.to_owned());
        } else if says(key, Phrase::KeyName) && self.account.name.is_none() {
            self.account.name = Some(value.to_owned());
        } else if says(key, Phrase::KeyBank) && self.account.bank.is_none() {
            self.account.bank = Some(value.to_owned());
        } else if says(key, Phrase::KeyCurrency) && self.account.commodity.is_none() {
            self.account.commodity = value.split(' ').find(|word| is_currency_code(word)).map(str::to_owned);
        }
    }

    fn kind(&mut self, cell: &str) {
        const KINDS: [(Phrase, AccountKind); 4] = [
            (Phrase::KindCard, AccountKind::Card),
            (Phrase::KindSavings, AccountKind::Savings),
            (Phrase::KindChecking, AccountKind::Checking),
            (Phrase::KindLoan, AccountKind::Loan),
        ];
        if self.account.kind.is_none() {
            self.account.kind =
                KINDS.into_iter().find(|(phrase, _)| mentions(cell, *phrase)).map(|(_, kind)| kind);
        }
    }

    /// `Opening balance,,,1000.00` and `Closing balance: 1,234.00`.
    fn stated(&mut self, cell: &str, behind: &[&str], numbers: NumberFormat) {
        let opening = begins_with(cell, Phrase::Opening);
        if !opening && !begins_with(cell, Phrase::Closing) {
            return;
        }
        let inline = cell.split_once(':').map(|(_, inline)| inline);
        let read = |text: &str| money(text, numbers).ok().flatten().map(|money| money.signed());
        let Some(amount) = inline.into_iter().chain(behind.iter().copied()).find_map(read) else { return };
        let stated = Some(StatedBalance { day: None, amount });
        if opening {
            self.opening = self.opening.or(stated);
        } else {
            self.closing = self.closing.or(stated);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_above_a_table_tell_the_account() {
        let mut hints = Hints::default();
        for line in [
            &["Savings account statement"][..],
            &["Account Number:", "123-4-56789-0"],
            &["Account name : Somchai J."],
            &["สกุลเงิน", "THB"],
            &["Opening balance", "", "1,000.00"],
            &["Closing balance: 1,250.50"],
        ] {
            hints.add(line, NumberFormat { mixed: false, ..NumberFormat::default() });
        }
        let account = AccountHint {
            number: Some("123-4-56789-0".to_owned()),
            name: Some("Somchai J.".to_owned()),
            kind: Some(AccountKind::Savings),
            commodity: Some("THB".to_owned()),
            bank: None,
        };
        assert_eq!(hints.account, account);
        assert_eq!(hints.opening.map(|stated| stated.amount.to_string()).as_deref(), Some("1000.00"));
        assert_eq!(hints.closing.map(|stated| stated.amount.to_string()).as_deref(), Some("1250.50"));
    }
}
