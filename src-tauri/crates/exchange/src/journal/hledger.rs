//! Journals that hledger (1.25 and later) and ledger read.

use super::names::{escape, hledger_accounts, hledger_commodities};
use super::{Books, Directory, JournalError, mark};
use ledger::{Commodity, Posting, Status, Transaction};
use std::io::Write;

/// Writes a journal transaction by transaction.
pub struct HledgerWriter<'a, W: Write> {
    out: W,
    directory: Directory<'a>,
}

impl<'a, W: Write> HledgerWriter<'a, W> {
    /// Starts a journal with its commodities, accounts and prices.
    ///
    /// # Errors
    /// [`JournalError`] when writing fails or a price is of an unknown commodity.
    pub fn new(mut out: W, books: &Books<'a>) -> Result<Self, JournalError> {
        let directory =
            Directory::new(books, hledger_accounts(books.accounts), hledger_commodities(books.commodities));
        for commodity in books.commodities {
            let name = directory.commodity(commodity.id)?;
            write!(out, "commodity {name}{}", in_comment("name", &commodity_name(commodity)))?;
            // Without decimals there is no format that both programs accept, and none is needed.
            if commodity.scale.decimals() > 0 {
                let zeros = "0".repeat(commodity.scale.decimals().into());
                write!(out, "\n    format 1000.{zeros} {name}")?;
            }
            writeln!(out)?;
        }
        writeln!(out)?;
        for account in books.accounts.walk() {
            let name = directory.account(account.id)?;
            let path = books.accounts.path(account.id);
            let original = if path == name { String::new() } else { path };
            writeln!(out, "account {name}{}", in_comment("name", &original))?;
        }
        writeln!(out)?;
        for price in books.prices {
            let (commodity, quote) =
                (directory.commodity(price.commodity)?, directory.commodity(price.quote)?);
            writeln!(out, "P {} {commodity} {} {quote}", price.day, price.rate)?;
        }
        Ok(Self { out, directory })
    }

    /// Writes a transaction.
    ///
    /// # Errors
    /// [`JournalError`] when writing fails or the transaction is about something unknown.
    pub fn transaction(&mut self, transaction: &Transaction) -> Result<(), JournalError> {
        let status = self.directory.status(transaction);
        let flag = status.map(|status| format!("{} ", mark(status))).unwrap_or_default();
        // The number in brackets keeps a description that starts with a bracket from being read as one.
        let (day, number) = (transaction.day(), transaction.id.serial());
        writeln!(self.out, "\n{day} {flag}({number}) {}", self.description(transaction))?;
        for line in transaction.note.lines() {
            writeln!(self.out, "    ; {}", comment(line))?;
        }
        for tag in self.directory.tags(transaction) {
            writeln!(self.out, "    ; {}:", tag_name(tag))?;
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
        let account = self.directory.account(*account)?;
        let amount = self.directory.amount(*amount)?;
        let reconciled = if holding && *status == Status::Reconciled { "reconciled:" } else { "" };
        let memo = comment(memo);
        let words: Vec<&str> =
            [memo.as_str(), reconciled].into_iter().filter(|word| !word.is_empty()).collect();
        let words = if words.is_empty() { String::new() } else { format!("  ; {}", words.join(", ")) };
        Ok(writeln!(self.out, "    {flag}{account}  {amount}{words}")?)
    }

    /// `payee | text`, or either alone.
    fn description(&self, transaction: &Transaction) -> String {
        let payee = plain(self.directory.payee(transaction)).replace('|', "¦");
        let text = plain(&transaction.description).replace('|', "¦");
        match (payee.is_empty(), text.is_empty()) {
            (false, false) => format!("{payee} | {text}"),
            (false, true) => payee,
            (true, _) => text,
        }
    }

    /// Ends the journal.
    ///
    /// # Errors
    /// [`JournalError::Io`] when writing fails.
    pub fn finish(mut self) -> Result<W, JournalError> {
        self.out.flush()?;
        Ok(self.out)
    }
}

fn commodity_name(commodity: &Commodity) -> String {
    if commodity.name == commodity.code { String::new() } else { commodity.name.clone() }
}

/// `  ; key: text`, or nothing for no text.
fn in_comment(key: &str, text: &str) -> String {
    let text = comment(text);
    if text.is_empty() { text } else { format!("  ; {key}: {text}") }
}

/// One line without a semicolon, which would start a comment.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split(|letter: char| letter.is_whitespace() || letter.is_control()).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    words.join(" ").replace(';', "；")
}

/// One line in which nothing is a tag or a date to either program.
fn comment(text: &str) -> String {
    plain(text).replace(':', "：").replace('[', "［").replace(']', "］").replace(',', "，")
}

/// A label as the name of a tag: no blanks, colons, commas or brackets.
fn tag_name(tag: &str) -> String {
    let mut name = String::with_capacity(tag.len());
    for letter in tag.chars() {
        let breaks = matches!(letter, ':' | ';' | ',' | '[' | ']' | '%')
            || letter.is_whitespace()
            || letter.is_control();
        if breaks { escape(letter, &mut name) } else { name.push(letter) }
    }
    name
}
