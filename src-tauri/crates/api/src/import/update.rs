//! What an import has built so far, and rows that tell more of a transaction that is there.

use super::plan::Planner;
use crate::ApiError;
use exchange::matching::{Arrival, Existing, Incoming, Source, Twin, TwinReason};
use exchange::{AccountHint, Format};
use ledger::{AccountId, Origin, Posting, Quantity, Status, Transaction, TransactionId};
use std::collections::HashMap;

/// The transactions that an import makes and changes.
#[derive(Default)]
pub(crate) struct Built {
    new: Vec<Transaction>,
    /// Of each new transaction, its place.
    places: HashMap<TransactionId, usize>,
    /// Stored transactions before and after, by the key they had.
    updated: HashMap<TransactionId, (Transaction, Transaction)>,
    /// Of each file, the place of its first new transaction and where its rows come from.
    files: Vec<(usize, Source)>,
    /// Of each statement of the file that is being planned, the place of its first new transaction and the account that
    /// it names.
    statements: Vec<(usize, Option<String>)>,
    /// Postings that rows of the file are, with the account that those rows' statement names.
    taken: HashMap<(TransactionId, u32), Option<String>>,
}

impl Built {
    pub fn push(&mut self, transaction: Transaction) {
        self.places.insert(transaction.id, self.new.len());
        self.new.push(transaction);
    }

    /// A transaction as it will be.
    pub fn get(&self, id: TransactionId) -> Option<&Transaction> {
        let new = self.places.get(&id).and_then(|place| self.new.get(*place));
        new.or_else(|| self.updated.values().map(|(_, after)| after).find(|after| after.id == id))
    }

    /// What comes from now on is another file's.
    pub fn begin_file(&mut self, source: Source) {
        self.files.push((self.new.len(), source));
        self.statements.clear();
        self.taken.clear();
    }

    /// What comes from now on is another statement's, about the account that it tells of.
    pub fn begin_statement(&mut self, account: &AccountHint) {
        let AccountHint { number, bank, name, .. } = account;
        let named = number.as_ref().or(name.as_ref());
        let named = named.map(|named| format!("{} {named}", bank.as_deref().unwrap_or_default()));
        self.statements.push((self.new.len(), named));
    }

    /// A row of the statement that is being planned is this posting.
    pub fn take(&mut self, twin: Twin) {
        let named = self.statements.last().and_then(|(_, named)| named.clone());
        self.taken.insert((twin.transaction, twin.posting), named);
    }

    /// `true` where a posting may still be a row of the statement that is being planned. Two statements of a file that
    /// both name one account may list the same row; those of two cards that share an account never do.
    pub fn is_free(&self, posting: &Existing) -> bool {
        let by = self.taken.get(&(posting.transaction, posting.posting));
        by.is_none_or(|by| by.is_some() && self.statements.last().is_some_and(|(_, named)| named == by))
    }

    /// Where the rows of the file that is being planned come from.
    pub fn source(&self) -> Source {
        self.files.last().map_or(Source { format: Format::Csv, profile: None }, |(_, source)| *source)
    }

    /// The file that brought a new transaction, counted from 0.
    pub fn file_of(&self, id: TransactionId) -> Option<usize> {
        let place = *self.places.get(&id)?;
        self.files.iter().rposition(|(first, _)| *first <= place)
    }

    /// The legs of new transactions in an account, where another account's rows, an earlier file or an earlier statement
    /// that names the same account brought them.
    pub fn existing(&self, account: AccountId) -> impl Iterator<Item = Existing> {
        let mine = self.files.last().map_or(0, |(first, _)| *first);
        let (end, named) =
            self.statements.last().map_or((self.new.len(), &None), |(end, named)| (*end, named));
        let told = move |place: usize| {
            let by = self.statements.iter().rfind(|(first, _)| *first <= place);
            named.is_some() && by.is_some_and(|(_, by)| by == named)
        };
        (0_usize..).zip(&self.new[..end]).flat_map(move |(place, transaction)| {
            let legs = (0_u32..).zip(transaction.postings()).filter(move |(_, leg)| leg.account == account);
            legs.filter_map(move |(posting, leg)| {
                let arrival = match &leg.origin {
                    None => Arrival::Transfer,
                    Some(_) if place >= mine && !told(place) => return None,
                    Some(origin) => Arrival::Imported {
                        fingerprint: origin.fingerprint,
                        external_id: origin.external_id.clone(),
                        source: self.files.iter().rfind(|(first, _)| *first <= place)?.1,
                    },
                };
                Some(Existing {
                    transaction: transaction.id,
                    posting,
                    amount: leg.amount,
                    status: leg.status,
                    text: transaction.description.clone(),
                    payee: String::new(),
                    arrival,
                    touched: false,
                })
            })
        })
    }

    pub fn into_changes(self) -> (Vec<Transaction>, Vec<(Transaction, Transaction)>) {
        let mut updated: Vec<_> = self.updated.into_values().collect();
        updated.sort_by_key(|(before, _)| before.id);
        (self.new, updated)
    }
}

/// Lets a row tell more of its twin: that the bank has booked it, and by which row. The words and the day follow the row
/// unless a person chose them, or another account's statement did.
pub(super) async fn update(
    planner: &mut Planner<'_>,
    account: AccountId,
    twin: Twin,
    row: &Incoming<'_>,
    origin: Origin,
    keep_words: bool,
) -> Result<Option<TransactionId>, ApiError> {
    let keep_words = keep_words || twin.reason == TwinReason::TransferSide;
    if let Some(place) = planner.built.places.get(&twin.transaction).copied() {
        // The other side of a transfer within the same file.
        if let Some(new) = planner.built.new.get_mut(place) {
            *new = told(new, account, twin, row, origin, true, None)?;
        }
        return Ok(Some(twin.transaction));
    }
    let rest = planner.rest_of(twin.transaction);
    if let Some(awaited) = planner.awaited_transactions.remove(&twin.transaction) {
        // Nobody has posted it yet: the row does.
        let new = told(&awaited, account, twin, row, origin, keep_words, rest)?;
        planner.occurred(twin.transaction, &new, row);
        let id = new.id;
        planner.built.push(new);
        return Ok(Some(id));
    }
    let before = match planner.built.updated.get(&twin.transaction) {
        Some((before, _)) => before.clone(),
        None => planner.edit.stored(twin.transaction).await?,
    };
    let current = planner.built.updated.get(&twin.transaction).map_or(&before, |(_, after)| after);
    let after = told(current, account, twin, row, origin, keep_words, rest)?;
    planner.occurred(twin.transaction, &after, row);
    let id = after.id;
    planner.built.updated.insert(twin.transaction, (before, after));
    Ok(Some(id))
}

fn told(
    transaction: &Transaction,
    account: AccountId,
    twin: Twin,
    row: &Incoming<'_>,
    origin: Origin,
    keep_words: bool,
    rest: Option<AccountId>,
) -> Result<Transaction, ApiError> {
    let mut postings = transaction.postings().to_vec();
    let place = twin.posting as usize;
    let Some(leg) = postings.get_mut(place).filter(|leg| leg.account == account) else {
        return Ok(transaction.clone());
    };
    let locked = leg.status == Status::Reconciled;
    if !row.draft.pending {
        leg.status = leg.status.max(Status::Cleared);
    }
    leg.origin = Some(origin);
    if leg.amount != row.amount && !locked {
        settle(&mut postings, place, row, rest);
    }
    let mut after = transaction.clone().with_postings(postings)?;
    let settled = after.postings().iter().any(|leg| leg.status == Status::Reconciled);
    if !keep_words && !settled {
        after.description.clone_from(&row.draft.description);
        after.id = after.id.moved_to(row.draft.day);
    }
    Ok(after)
}

/// A payment that was pending with one amount is booked with another: tips, fuel, exchange. What has the same amount
/// follows: the one category, or the conversion. Of a scheduled payment with several parts, the one that takes the rest.
fn settle(postings: &mut [Posting], place: usize, row: &Incoming<'_>, rest: Option<AccountId>) {
    let Some(amount) = postings.get(place).map(|leg| leg.amount) else { return };
    let free = |(other, leg): &(usize, &Posting)| {
        *other != place && leg.status != Status::Reconciled && leg.amount.commodity == amount.commodity
    };
    let others = || postings.iter().enumerate().filter(free);
    let same = others().find(|(_, leg)| leg.amount == amount.negated());
    let follows = same.or_else(|| others().find(|(_, leg)| rest == Some(leg.account)));
    let Some((other, _)) = follows else { return };
    let by = row.amount.quantity.units() - amount.quantity.units();
    let Ok(settled) = Quantity::new(postings[other].amount.quantity.units() - by) else { return };
    postings[other].amount.quantity = settled;
    postings[place].amount = row.amount;
}
