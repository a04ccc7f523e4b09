//! Everything in the books as one table: a row for each posting.

use super::{Cell, SheetWriter};
use crate::journal::{Books, JournalError};
use ledger::{
    AccountId, AccountKind, AccountPath, Commodity, CommodityId, CommodityKind, Day, Origin, PayeeId,
    Quantity, Scale, Sorting, Status, TagId, Transaction,
};
use std::borrow::Cow;
use std::collections::HashMap;
use std::io::Write;

/// The columns. Those up to `sorted_by` repeat on every row of a transaction.
pub(super) const COLUMNS: [&str; 20] = [
    "transaction",
    "date",
    "payee",
    "description",
    "note",
    "tags",
    "sorted_by",
    "account",
    "kind",
    "status",
    "commodity",
    "commodity_name",
    "commodity_kind",
    "decimals",
    "amount",
    "memo",
    "batch",
    "line",
    "fingerprint",
    "bank_id",
];

/// A transaction as the table tells it, without any of the ledger's own numbers but its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetTransaction {
    /// Its serial number, unique in the table.
    pub number: u32,
    /// When it happened.
    pub day: Day,
    /// Who was paid or paid.
    pub payee: Option<String>,
    /// The bank's text.
    pub description: String,
    /// A person's note.
    pub note: String,
    /// Labels.
    pub tags: Vec<String>,
    /// Who chose the category.
    pub sorting: Sorting,
    /// Its legs, in order.
    pub postings: Vec<SheetPosting>,
}

/// A leg of a transaction as the table tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetPosting {
    /// The account's path.
    pub account: AccountPath,
    /// What the account is for.
    pub kind: AccountKind,
    /// How sure the books are of it.
    pub status: Status,
    /// The commodity's code.
    pub commodity: String,
    /// The commodity's name.
    pub commodity_name: String,
    /// Where the commodity comes from.
    pub commodity_kind: CommodityKind,
    /// The decimals that the commodity stores.
    pub scale: Scale,
    /// The amount in the commodity's smallest units.
    pub quantity: Quantity,
    /// What this leg is for.
    pub memo: String,
    /// The statement row it came from. Its batch is a number of the ledger that wrote the table.
    pub origin: Option<Origin>,
}

/// Writes everything, transaction by transaction.
pub struct EverythingWriter<'a, W: Write> {
    sheet: SheetWriter<W>,
    accounts: HashMap<AccountId, (AccountPath, AccountKind)>,
    commodities: HashMap<CommodityId, &'a Commodity>,
    payees: HashMap<PayeeId, &'a str>,
    tags: HashMap<TagId, &'a str>,
}

impl<'a, W: Write> EverythingWriter<'a, W> {
    /// Starts the table.
    ///
    /// # Errors
    /// When writing fails.
    pub fn new(out: W, byte_order_mark: bool, books: &Books<'a>) -> Result<Self, JournalError> {
        let mut sheet = SheetWriter::new(out, byte_order_mark)?;
        sheet.row(COLUMNS.map(Cell::from))?;
        let account = |account: &ledger::Account| {
            let names = books.accounts.names(account.id);
            // A ledger may show its roots in another language.
            let root = account.account_type().root_name();
            let path = [root].into_iter().chain(names.into_iter().skip(1)).collect::<Vec<_>>().join(":");
            Some((account.id, (AccountPath::parse(&path).ok()?, account.kind)))
        };
        Ok(Self {
            sheet,
            accounts: books.accounts.walk().into_iter().filter_map(account).collect(),
            commodities: books.commodities.iter().map(|commodity| (commodity.id, commodity)).collect(),
            payees: books.payees.iter().map(|payee| (payee.id, payee.name.as_str())).collect(),
            tags: books.tags.iter().map(|tag| (tag.id, tag.name.as_str())).collect(),
        })
    }

    /// Writes a transaction of the books.
    ///
    /// # Errors
    /// [`JournalError`] when writing fails, or it is about an account or commodity that the books do not have.
    pub fn transaction(&mut self, transaction: &Transaction) -> Result<(), JournalError> {
        let told = self.told(transaction)?;
        self.row(&told)
    }

    fn told(&self, transaction: &Transaction) -> Result<SheetTransaction, JournalError> {
        let Transaction { id, payee, description, note, tags, sorting, .. } = transaction;
        let posting = |posting: &ledger::Posting| {
            let ledger::Posting { account, amount, status, memo, origin } = posting;
            let account = *account;
            let (path, kind) = self.accounts.get(&account).ok_or(JournalError::UnknownAccount { account })?;
            let commodity = self.commodities.get(&amount.commodity);
            let commodity =
                commodity.ok_or(JournalError::UnknownCommodity { commodity: amount.commodity })?;
            Ok(SheetPosting {
                account: path.clone(),
                kind: *kind,
                status: *status,
                commodity: commodity.code.clone(),
                commodity_name: commodity.name.clone(),
                commodity_kind: commodity.kind,
                scale: commodity.scale,
                quantity: amount.quantity,
                memo: memo.clone(),
                origin: origin.clone(),
            })
        };
        Ok(SheetTransaction {
            number: id.serial(),
            day: id.day(),
            payee: payee.and_then(|payee| self.payees.get(&payee)).map(|name| (*name).to_owned()),
            description: description.clone(),
            note: note.clone(),
            tags: tags.iter().filter_map(|tag| self.tags.get(tag)).map(|name| (*name).to_owned()).collect(),
            sorting: sorting.clone(),
            postings: transaction.postings().iter().map(posting).collect::<Result<_, JournalError>>()?,
        })
    }

    /// Writes a transaction that was read from such a table.
    ///
    /// # Errors
    /// [`JournalError::Io`] when writing fails.
    pub fn row(&mut self, transaction: &SheetTransaction) -> Result<(), JournalError> {
        let SheetTransaction { number, day, payee, description, note, tags, sorting, postings } = transaction;
        let (tags, sorting) = (joined(tags), sorting_text(sorting));
        for posting in postings {
            let origin = posting.origin.as_ref();
            let count = |count: Option<i64>| count.map_or(Cell::Empty, Cell::Count);
            let path = posting.account.to_string();
            self.sheet.row([
                Cell::Count(i64::from(*number)),
                Cell::Day(*day),
                Cell::from(payee.as_deref().unwrap_or_default()),
                Cell::from(description.as_str()),
                Cell::from(note.as_str()),
                Cell::from(tags.as_str()),
                Cell::from(sorting.as_ref()),
                Cell::from(path.as_str()),
                Cell::from(posting.kind.code()),
                Cell::from(status_word(posting.status)),
                Cell::from(posting.commodity.as_str()),
                Cell::from(posting.commodity_name.as_str()),
                Cell::from(kind_word(posting.commodity_kind)),
                Cell::Count(i64::from(posting.scale.decimals())),
                Cell::Number(posting.quantity.to_decimal(posting.scale)),
                Cell::from(posting.memo.as_str()),
                count(origin.map(|origin| origin.batch.0)),
                count(origin.map(|origin| i64::from(origin.line))),
                count(origin.map(|origin| origin.fingerprint)),
                Cell::from(origin.and_then(|origin| origin.external_id.as_deref()).unwrap_or_default()),
            ])?;
        }
        Ok(())
    }

    /// Ends the table.
    ///
    /// # Errors
    /// [`JournalError::Io`] when writing fails.
    pub fn finish(self) -> Result<W, JournalError> {
        Ok(self.sheet.finish()?)
    }
}

/// Labels with commas between; a comma or backslash within one has a backslash in front.
fn joined(tags: &[String]) -> String {
    let escaped = |tag: &String| tag.replace('\\', "\\\\").replace(',', "\\,");
    tags.iter().map(escaped).collect::<Vec<_>>().join(", ")
}

fn sorting_text(sorting: &Sorting) -> Cow<'static, str> {
    match sorting {
        Sorting::Nobody => Cow::Borrowed(""),
        Sorting::Person => Cow::Borrowed("person"),
        Sorting::File => Cow::Borrowed("file"),
        Sorting::Rule { rule } => Cow::Owned(format!("rule {rule}")),
        Sorting::Proposal { because, like, of } => Cow::Owned(format!("proposal {like}/{of} {because}")),
    }
}

pub(super) const STATUSES: [Status; 3] = [Status::Pending, Status::Cleared, Status::Reconciled];

pub(super) fn status_word(status: Status) -> &'static str {
    match status {
        Status::Pending => "pending",
        Status::Cleared => "cleared",
        Status::Reconciled => "reconciled",
    }
}

pub(super) const COMMODITY_KINDS: [CommodityKind; 4] =
    [CommodityKind::Currency, CommodityKind::Coin, CommodityKind::Security, CommodityKind::Custom];

pub(super) fn kind_word(kind: CommodityKind) -> &'static str {
    match kind {
        CommodityKind::Currency => "currency",
        CommodityKind::Coin => "coin",
        CommodityKind::Security => "security",
        CommodityKind::Custom => "custom",
    }
}
