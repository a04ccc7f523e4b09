//! Reading a table of everything back: accounts, commodities and whole transactions, nothing twice.

use super::result::{FileResult, ImportResult, UnreadableRow};
use crate::edit::Edit;
use crate::{ApiError, Books, EntryView};
use exchange::sheet::{SheetPosting, SheetReading, SheetTransaction};
use ledger::{
    AccountKind, Amount, BatchId, Commodity, CommodityId, Day, Origin, Posting, Sorting, Transaction,
    TransactionId, composed,
};
use std::collections::{BTreeMap, HashMap};
use store::{Batch, Delta, Names, Progress, Reader};

/// What makes two transactions one: the day, the words and the legs, whatever their numbers here and there.
type Likeness = (Day, String, String, String, Vec<(String, String, String)>);

impl Books {
    /// Takes a table of everything into the books; transactions that are there already are left out, as many times as they
    /// are there.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Taken`] when a commodity of the table has other decimals here.
    pub(super) async fn import_everything(
        &self,
        name: &str,
        sha256: &str,
        reading: &SheetReading,
        progress: &Progress,
        result: &mut ImportResult,
    ) -> Result<(), ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        edit.load_payees().await?;
        let mut known = known(&mut edit, reading).await?;
        let mut counted = FileResult { file: name.to_owned(), ..FileResult::default() };
        let mut batches: BTreeMap<i64, BatchId> = BTreeMap::new();
        let rules = crate::rules::names(edit.books()).await?;
        for (_, told) in &reading.transactions {
            let count = known.entry(likeness(told)).or_default();
            if *count > 0 {
                *count -= 1;
                counted.duplicate += 1;
                continue;
            }
            let mut made = made(&mut edit, told, &mut batches).await?;
            if let Sorting::Rule { rule } = &made.sorting
                && !rules.contains_key(rule)
            {
                made.sorting = Sorting::File;
            }
            edit.change(Delta::added(made));
            counted.new += 1;
        }
        counted.unreadable = u32::try_from(reading.unreadable.len()).unwrap_or(u32::MAX);
        result.unreadable.extend(reading.unreadable.iter().map(UnreadableRow::from));
        let (new, duplicate) = (counted.new, counted.duplicate);
        result.add(counted);
        if new == 0 {
            return Ok(());
        }
        for (number, id) in batches {
            let batch = Batch {
                id,
                file_name: format!("{name} ({number})"),
                format: "csv".into(),
                profile: None,
                sha256: sha256.to_owned(),
                imported_at: chrono::Utc::now().timestamp_millis(),
            };
            edit.changes.insert(0, Delta::added(batch).into());
        }
        let detail = serde_json::json!({ "file": name, "new": new, "duplicate": duplicate, "updated": 0 });
        result.entries.extend(EntryView::of(edit.commit_with("import", detail, progress).await?)?);
        Ok(())
    }

    /// How many transactions of a table of everything are new here, and how many are there already.
    pub(super) async fn count_everything(&self, reading: &SheetReading) -> Result<(u32, u32), ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let mut known = known(&mut edit, reading).await?;
        let (mut new, mut duplicate) = (0, 0);
        for (_, told) in &reading.transactions {
            match known.get_mut(&likeness(told)).filter(|count| **count > 0) {
                Some(count) => {
                    *count -= 1;
                    duplicate += 1;
                }
                None => new += 1,
            }
        }
        Ok((new, duplicate))
    }
}

async fn made(
    edit: &mut Edit,
    told: &SheetTransaction,
    batches: &mut BTreeMap<i64, BatchId>,
) -> Result<Transaction, ApiError> {
    let id = TransactionId::new(told.day, edit.serial().await?);
    let mut postings = Vec::with_capacity(told.postings.len());
    for leg in &told.postings {
        let commodity = commodity(edit, leg).await?;
        let account = match edit.names.accounts.find(&leg.account) {
            Some(found) => found.id,
            None if matches!(leg.kind, AccountKind::Opening | AccountKind::Conversion) => {
                edit.special(leg.kind)?
            }
            None => {
                let own = leg.kind.account_type().is_holding().then_some(commodity);
                edit.account_at(&leg.account, Some(leg.kind), own).await?
            }
        };
        let origin = match &leg.origin {
            Some(origin) => {
                let batch = match batches.get(&origin.batch.0) {
                    Some(batch) => *batch,
                    None => {
                        let batch = BatchId(edit.writer().next_id("batch").await?);
                        batches.insert(origin.batch.0, batch);
                        batch
                    }
                };
                Some(Origin { batch, ..origin.clone() })
            }
            None => None,
        };
        let amount = Amount::new(leg.quantity, commodity);
        postings.push(Posting { account, amount, status: leg.status, memo: leg.memo.clone(), origin });
    }
    let mut made = Transaction::new(id, postings)?;
    made.payee = match &told.payee {
        Some(name) => edit.payee(name).await?,
        None => None,
    };
    made.description.clone_from(&told.description);
    made.note.clone_from(&told.note);
    made.tags = edit.tags(&told.tags).await?;
    made.sorting = told.sorting.clone();
    Ok(made)
}

/// The commodity of a leg, with the decimals that the table says.
async fn commodity(edit: &mut Edit, leg: &SheetPosting) -> Result<CommodityId, ApiError> {
    let known = edit.names.commodities.values().find(|known| known.code == leg.commodity);
    if let Some(known) = known {
        if known.scale != leg.scale {
            let (here, there) = (known.scale.decimals(), leg.scale.decimals());
            let message = format!("{} has {here} decimals here and {there} in the table", leg.commodity);
            return Err(ApiError::new(crate::ErrorCode::Taken, message).with("what", &leg.commodity));
        }
        return Ok(known.id);
    }
    let id = CommodityId(edit.writer().next_id("commodity").await?);
    edit.add_commodity(Commodity {
        id,
        code: leg.commodity.clone(),
        name: leg.commodity_name.clone(),
        kind: leg.commodity_kind,
        scale: leg.scale,
        symbol: ledger::find_listing(&leg.commodity).and_then(|listing| listing.symbol),
    });
    Ok(id)
}

/// The transactions of the table's days that the books hold, and how often.
async fn known(edit: &mut Edit, reading: &SheetReading) -> Result<HashMap<Likeness, u32>, ApiError> {
    let days = || reading.transactions.iter().map(|(_, told)| told.day);
    let (Some(first), Some(last)) = (days().min(), days().max()) else { return Ok(HashMap::new()) };
    let names = edit.names.clone();
    let mut known: HashMap<Likeness, u32> = HashMap::new();
    let mut after = None;
    loop {
        let ids = edit.books().transaction_ids(after, first, last, 10_000).await?;
        let Some(last) = ids.last() else { return Ok(known) };
        after = Some(*last);
        for likeness in stored(edit.books(), &ids, &names).await? {
            *known.entry(likeness).or_default() += 1;
        }
    }
}

async fn stored(
    reader: &mut Reader,
    ids: &[TransactionId],
    names: &Names,
) -> Result<Vec<Likeness>, ApiError> {
    let transactions = reader.transactions(ids).await?;
    let payees = reader.payee_names(transactions.iter().filter_map(|transaction| transaction.payee)).await?;
    let legs = |transaction: &Transaction| {
        let leg = |leg: &Posting| {
            let code = names.commodities.get(&leg.amount.commodity).map(|found| found.code.clone());
            let quantity = leg.amount.quantity.units().to_string();
            (names.accounts.path(leg.account), code.unwrap_or_default(), quantity)
        };
        sorted(transaction.postings().iter().map(leg).collect())
    };
    let likeness = |transaction: &Transaction| {
        let payee = transaction.payee.and_then(|id| payees.get(&id).cloned()).unwrap_or_default();
        (
            transaction.day(),
            payee,
            transaction.description.clone(),
            transaction.note.clone(),
            legs(transaction),
        )
    };
    Ok(transactions.iter().map(likeness).collect())
}

fn likeness(told: &SheetTransaction) -> Likeness {
    let leg = |leg: &SheetPosting| {
        (leg.account.to_string(), leg.commodity.clone(), leg.quantity.units().to_string())
    };
    let legs = sorted(told.postings.iter().map(leg).collect());
    (
        told.day,
        composed(told.payee.as_deref().unwrap_or_default()).into_owned(),
        told.description.clone(),
        told.note.clone(),
        legs,
    )
}

fn sorted(mut legs: Vec<(String, String, String)>) -> Vec<(String, String, String)> {
    legs.sort_unstable();
    legs
}
