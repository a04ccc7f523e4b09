//! Ledgers that beancount (2.3 and later) reads.

use super::names::{beancount_accounts, beancount_commodities};
use super::{Books, Directory, JournalError, mark};
use ledger::{AccountId, AccountTree, Day, Posting, Status, Transaction};
use std::collections::HashSet;
use std::io::Write;

/// Writes a ledger transaction by transaction.
///
/// Beancount adds with 28 digits: sums of amounts with more are rounded there.
pub struct BeancountWriter<'a, W: Write> {
    out: W,
    directory: Directory<'a>,
    accounts: &'a AccountTree,
    first_day: Day,
    open: HashSet<AccountId>,
}

impl<'a, W: Write> BeancountWriter<'a, W> {
    /// Starts a ledger with its commodities, accounts and prices. What had to change its name keeps the original beside
    /// it.
    ///
    /// # Errors
    /// [`JournalError`] when writing fails, a price is of an unknown commodity, or a day is out of the format's range.
    pub fn new(mut out: W, books: &Books<'a>) -> Result<Self, JournalError> {
        let accounts = beancount_accounts(books.accounts);
        let directory = Directory::new(books, accounts, beancount_commodities(books.commodities));
        let first_day = checked(books.first_day)?;
        for commodity in books.commodities {
            let name = directory.commodity(commodity.id)?;
            writeln!(out, "{first_day} commodity {name}")?;
            metadata(&mut out, "  ", "name", &commodity.name)?;
            if *name != commodity.code {
                metadata(&mut out, "  ", "code", &commodity.code)?;
            }
        }
        writeln!(out)?;
        let mut writer = Self { out, directory, accounts: books.accounts, first_day, open: HashSet::new() };
        // A root of the tree is no account of its own, unless something is posted to it.
        for account in books.accounts.walk().into_iter().filter(|account| account.parent.is_some()) {
            writer.open(account.id)?;
        }
        writeln!(writer.out)?;
        for price in books.prices {
            let directory = &writer.directory;
            let (commodity, quote) =
                (directory.commodity(price.commodity)?, directory.commodity(price.quote)?);
            writeln!(writer.out, "{} price {commodity} {} {quote}", checked(price.day)?, price.rate)?;
        }
        Ok(writer)
    }

    fn open(&mut self, account: AccountId) -> Result<(), JournalError> {
        if self.open.insert(account) {
            let name = self.directory.account(account)?;
            let path = self.accounts.path(account);
            writeln!(self.out, "{} open {name}", self.first_day)?;
            if name != path {
                metadata(&mut self.out, "  ", "name", &path)?;
            }
        }
        Ok(())
    }

    /// Writes a transaction.
    ///
    /// # Errors
    /// [`JournalError`] when writing fails, the transaction is about something unknown, or its day is out of the
    /// format's range.
    pub fn transaction(&mut self, transaction: &Transaction) -> Result<(), JournalError> {
        for posting in transaction.postings() {
            self.open(posting.account)?;
        }
        let day = checked(transaction.day())?;
        let status = self.directory.status(transaction);
        let payee = self.directory.payee(transaction);
        let payee = if payee.is_empty() { String::new() } else { format!("{} ", quoted(payee)) };
        write!(
            self.out,
            "\n{day} {} {payee}{}",
            mark(status.unwrap_or(Status::Cleared)),
            quoted(&transaction.description)
        )?;
        let tags: Vec<&str> = self.directory.tags(transaction).collect();
        for tag in &tags {
            write!(self.out, " #{}", tag_name(tag))?;
        }
        writeln!(self.out, "\n  number: {}", transaction.id.serial())?;
        metadata(&mut self.out, "  ", "note", &transaction.note)?;
        if tags.iter().any(|tag| tag_name(tag) != **tag) {
            metadata(&mut self.out, "  ", "tags", &tags.join(", "))?;
        }
        for posting in transaction.postings() {
            self.posting(posting, status.is_some())?;
        }
        Ok(())
    }

    fn posting(&mut self, posting: &Posting, status_is_told: bool) -> Result<(), JournalError> {
        let Posting { account, amount, status, memo, .. } = posting;
        let holding = self.directory.is_holding(*account);
        let flag = if holding && !status_is_told { format!("{} ", mark(*status)) } else { String::new() };
        let (account, amount) = (self.directory.account(*account)?, self.directory.amount(*amount)?);
        writeln!(self.out, "  {flag}{account}  {amount}")?;
        metadata(&mut self.out, "    ", "memo", memo)?;
        let reconciled = if holding && *status == Status::Reconciled { "reconciled" } else { "" };
        metadata(&mut self.out, "    ", "status", reconciled)
    }

    /// Ends the ledger.
    ///
    /// # Errors
    /// [`JournalError::Io`] when writing fails.
    pub fn finish(mut self) -> Result<W, JournalError> {
        self.out.flush()?;
        Ok(self.out)
    }
}

/// The day, if beancount's grammar has it: its years start with 1 or 2.
fn checked(day: Day) -> Result<Day, JournalError> {
    // Days are numbered from 1 January 1970.
    let bound = |number| Day::from_number(number).unwrap_or(Day::MIN);
    let (first, last) = (bound(-354_285), bound(376_199));
    if (first..=last).contains(&day) { Ok(day) } else { Err(JournalError::Day { day, first, last }) }
}

/// `key: "text"` on a line of its own, or nothing for no text.
fn metadata(out: &mut impl Write, indent: &str, key: &str, text: &str) -> Result<(), JournalError> {
    if !text.is_empty() {
        writeln!(out, "{indent}{key}: {}", quoted(text))?;
    }
    Ok(())
}

/// The text in quotes, on one line.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            _ if letter.is_control() => quoted.push(' '),
            _ => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

/// A label as beancount can write it: Latin letters, digits and `-_/.`.
fn tag_name(tag: &str) -> String {
    let fits = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '/' | '.');
    let mut name = String::with_capacity(tag.len());
    for letter in tag.chars() {
        if fits(letter) {
            name.push(letter);
        } else {
            name.push_str(&format!("_{:x}_", u32::from(letter)));
        }
    }
    name
}
