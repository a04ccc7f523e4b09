//! Making changes, forwards or backwards, with everything derived from them.

use crate::budget_sums::BudgetSums;
use crate::names::Names;
use crate::rollup::Rollup;
use crate::table::Row;
use crate::{Change, Delta, Progress, StoreError, Writer, search};
use ledger::{Day, Payee, Transaction, TransactionId};

/// Applies changes one stretch after another within one commit, then writes the sums.
pub(crate) struct Application {
    names: Option<Names>,
    rollup: Rollup,
    /// The budgets and what changes of their sums, once something asked for them.
    budgets: Option<BudgetSums>,
    progress: Progress,
    /// The last closed day, once it has been looked up.
    closed: Option<Option<Day>>,
}

impl Application {
    pub fn new(progress: Progress) -> Self {
        Self { names: None, rollup: Rollup::default(), budgets: None, progress, closed: None }
    }

    /// Makes `changes` in order. Each must find the books as its `before` says.
    pub async fn make(&mut self, writer: &mut Writer, changes: &[Change]) -> Result<(), StoreError> {
        let mut rest = changes;
        while let Some(first) = rest.first() {
            let run = rest.iter().take_while(|change| matches!(change, Change::Transaction(_))).count();
            if run == 0 {
                self.make_one(writer, first).await?;
                rest = &rest[1..];
            } else {
                let (transactions, after) = rest.split_at(run.min(STRETCH));
                self.make_transactions(writer, transactions).await?;
                rest = after;
            }
            self.progress.advance(run.clamp(1, STRETCH))?;
        }
        Ok(())
    }

    /// Writes the sums that the changes moved.
    pub async fn finish(self, writer: &mut Writer) -> Result<(), StoreError> {
        self.rollup.write(writer).await?;
        match self.budgets {
            Some(budgets) => budgets.write(writer, self.names.as_ref()).await,
            None => Ok(()),
        }
    }

    async fn make_one(&mut self, writer: &mut Writer, change: &Change) -> Result<(), StoreError> {
        match change {
            Change::Commodity(delta) => self.make_name(writer, delta).await,
            Change::Account(delta) => {
                self.budgets(writer).await?.accounts_changed();
                if let (Some(before), Some(after)) = (&delta.before, &delta.after)
                    && before.kind != after.kind
                {
                    writer.mark_every_payee().await?;
                }
                self.make_name(writer, delta).await
            }
            Change::Payee(delta) => self.make_payee(writer, delta).await,
            Change::Setting(delta) => {
                self.closed = None;
                make_row(writer, delta).await
            }
            Change::Tag(delta) => make_row(writer, delta).await,
            Change::Rule(delta) => make_row(writer, delta).await,
            Change::Profile(delta) => make_row(writer, delta).await,
            Change::Batch(delta) => make_row(writer, delta).await,
            Change::Price(delta) => {
                self.expect_open(writer, sides(delta).map(|price| price.day).min()).await?;
                make_row(writer, delta).await?;
                self.budgets(writer).await?;
                match (&mut self.budgets, sides(delta).next()) {
                    (Some(budgets), Some(price)) => budgets.price_changed(writer, price).await,
                    _ => Ok(()),
                }
            }
            Change::Statement(delta) => {
                self.expect_open(writer, sides(delta).map(|statement| statement.day).min()).await?;
                make_row(writer, delta).await
            }
            Change::Attachment(delta) => {
                for attachment in sides(delta) {
                    self.expect_kept_with_open(writer, attachment.transaction_serial).await?;
                }
                make_row(writer, delta).await
            }
            Change::Budget(delta) => {
                self.budgets(writer).await?.budget_changed(delta.before.as_ref(), delta.after.as_ref());
                make_row(writer, delta).await
            }
            Change::Envelope(delta) => make_row(writer, delta).await,
            Change::Move(delta) => make_row(writer, delta).await,
            Change::Template(delta) => make_row(writer, delta).await,
            Change::Schedule(delta) => make_row(writer, delta).await,
            Change::Exception(delta) => make_row(writer, delta).await,
            Change::BillDecision(delta) => make_row(writer, delta).await,
            Change::OwnHoliday(delta) => make_row(writer, delta).await,
            Change::Goal(delta) => make_row(writer, delta).await,
            Change::Floor(delta) => make_row(writer, delta).await,
            Change::Scenario(delta) => make_row(writer, delta).await,
            Change::Dismissal(delta) => make_row(writer, delta).await,
            Change::Transaction(_) => self.make_transactions(writer, std::slice::from_ref(change)).await,
        }
    }

    /// A closed period keeps its prices and statements; its transactions the database itself keeps.
    async fn expect_open(&mut self, writer: &mut Writer, day: Option<Day>) -> Result<(), StoreError> {
        match self.closed_through(writer).await? {
            Some(through) if day.is_some_and(|day| day <= through) => {
                Err(StoreError::PeriodClosed { through })
            }
            _ => Ok(()),
        }
    }

    /// What the transactions of a closed period are proved by stays with them.
    async fn expect_kept_with_open(&mut self, writer: &mut Writer, serial: u32) -> Result<(), StoreError> {
        match self.closed_through(writer).await? {
            Some(through) if writer.has_serial_through(serial, through).await? => {
                Err(StoreError::PeriodClosed { through })
            }
            _ => Ok(()),
        }
    }

    async fn closed_through(&mut self, writer: &mut Writer) -> Result<Option<Day>, StoreError> {
        if let Some(known) = self.closed {
            return Ok(known);
        }
        let found = writer.closed_through().await?;
        self.closed = Some(found);
        Ok(found)
    }

    /// A change of what [`Names`] holds.
    async fn make_name<T: Row>(&mut self, writer: &mut Writer, delta: &Delta<T>) -> Result<(), StoreError> {
        self.names = None;
        make_row(writer, delta).await
    }

    /// A renamed payee carries the search text and the learned words of its transactions along.
    async fn make_payee(&mut self, writer: &mut Writer, delta: &Delta<Payee>) -> Result<(), StoreError> {
        let (Some(before), Some(after)) = (&delta.before, &delta.after) else {
            return make_row(writer, delta).await;
        };
        let names = self.names(writer).await?;
        let ids: Vec<i64> = sqlx::query_scalar("SELECT id FROM txn WHERE payee_id = ?")
            .bind(before.id.0)
            .fetch_all(writer.connection())
            .await?;
        let ids = ids.into_iter().map(crate::transactions::transaction_id).collect::<Result<Vec<_>, _>>()?;
        make_row(writer, delta).await?;
        for chunk in ids.chunks(STRETCH) {
            let transactions = writer.transactions(chunk).await?;
            let transactions: Vec<&Transaction> = transactions.iter().collect();
            let payees = [(after.id, after.name.clone())].into();
            search::forget(writer, chunk).await?;
            search::index(writer, &transactions, &names, &payees).await?;
            for transaction in transactions {
                self.rollup.count(transaction, &names, &before.name, writer.words, -1);
                self.rollup.count(transaction, &names, &after.name, writer.words, 1);
            }
        }
        self.names = Some(names);
        Ok(())
    }

    async fn make_transactions(&mut self, writer: &mut Writer, changes: &[Change]) -> Result<(), StoreError> {
        let deltas = || {
            changes.iter().filter_map(|change| match change {
                Change::Transaction(delta) => Some(delta),
                _ => None,
            })
        };
        let gone: Vec<&Transaction> = deltas().filter_map(|delta| delta.before.as_ref()).collect();
        let new: Vec<&Transaction> = deltas().filter_map(|delta| delta.after.as_ref()).collect();
        let names = self.names(writer).await?;
        self.budgets(writer).await?;
        if !gone.is_empty() {
            expect_stored(writer, &gone).await?;
            writer.delete_transactions(&gone, &names, &mut self.rollup).await?;
        }
        writer.insert_transactions(&new, &names, &mut self.rollup).await?;
        if let Some(budgets) = &mut self.budgets {
            budgets.count(writer, &names, &gone, -1).await?;
            budgets.count(writer, &names, &new, 1).await?;
        }
        self.names = Some(names);
        Ok(())
    }

    /// The budgets as they were before this commit changed what they are counted by.
    async fn budgets(&mut self, writer: &mut Writer) -> Result<&mut BudgetSums, StoreError> {
        let known = match self.budgets.take() {
            Some(known) => known,
            None => BudgetSums::load(writer, self.names.as_ref()).await?,
        };
        Ok(self.budgets.insert(known))
    }

    async fn names(&mut self, writer: &mut Writer) -> Result<Names, StoreError> {
        match self.names.take() {
            Some(names) => Ok(names),
            None => writer.names().await,
        }
    }
}

/// What a change begins with and what it ends with.
fn sides<T>(delta: &Delta<T>) -> impl Iterator<Item = &T> {
    delta.before.iter().chain(&delta.after)
}

/// Transactions handled at once: bounds memory, and how long a wish to stop goes unheard.
const STRETCH: usize = 16_000;

async fn expect_stored(writer: &mut Writer, expected: &[&Transaction]) -> Result<(), StoreError> {
    let mut ids: Vec<TransactionId> = expected.iter().map(|transaction| transaction.id).collect();
    ids.sort_unstable();
    let stored = writer.transactions(&ids).await?;
    let mut expected: Vec<&Transaction> = expected.to_vec();
    expected.sort_unstable_by_key(|transaction| transaction.id);
    let differs = stored.len() != expected.len() || stored.iter().zip(&expected).any(|(a, b)| a != *b);
    if differs {
        let stale = expected.iter().find(|wanted| !stored.iter().any(|found| found == **wanted));
        let day = stale.map(|transaction| transaction.day().to_string()).unwrap_or_default();
        return Err(StoreError::Stale { what: format!("a transaction of {day}") });
    }
    Ok(())
}

async fn make_row<T: Row>(writer: &mut Writer, delta: &Delta<T>) -> Result<(), StoreError> {
    let connection = writer.connection();
    if let Some(noun) = delta.before.as_ref().or(delta.after.as_ref())
        && noun.stored(connection).await? != delta.before
    {
        return Err(StoreError::Stale { what: noun.noun() });
    }
    match (&delta.before, &delta.after) {
        (_, Some(after)) => after.put(connection).await,
        (Some(before), None) => before.remove(connection).await,
        (None, None) => Ok(()),
    }
}
