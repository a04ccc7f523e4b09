//! What schedules expect of an account, beside the rows of its statement.

use super::plan::Planner;
use crate::ApiError;
use crate::schedules::{Agenda, expected_transaction, paid};
use exchange::matching::{Arrival, Existing, Incoming};
use ledger::{AccountId, Day, Status, Transaction, TransactionId};
use planning::{Coming, Exception, Schedule, ScheduleId, Standing};
use std::collections::HashMap;
use store::Delta;

/// What an import knows of everything that comes again.
#[derive(Default)]
pub(super) struct Expectations {
    agenda: Option<Agenda>,
    /// The occurrences that rows may be, by the transaction that they are or would be.
    awaited: HashMap<TransactionId, (ScheduleId, Coming)>,
    /// What was said of occurrences before, and what rows say of them.
    told: Vec<(Option<Exception>, Exception)>,
}

/// How many days early or late a payment may be that comes every month, and the most that others may.
const LATE: u32 = 7;

impl Expectations {
    /// What was said of occurrences by the rows planned so far.
    pub fn into_changes(self) -> impl Iterator<Item = Delta<Exception>> {
        self.told.into_iter().map(|(before, after)| Delta { before, after: Some(after) })
    }
}

impl Planner<'_> {
    /// Lets the postings of an account that schedules made be known as such, and adds what schedules expect of it between
    /// two days and nobody has posted yet.
    pub(super) async fn expect(
        &mut self,
        account: AccountId,
        (first, last): (Day, Day),
        found: &mut Vec<Existing>,
    ) -> Result<(), ApiError> {
        if self.expectations.agenda.is_none() {
            if !self.edit.books().has_schedules().await?.0 {
                return Ok(());
            }
            self.expectations.agenda = Some(Agenda::read(self.edit.books(), self.today).await?);
        }
        let Some(agenda) = &self.expectations.agenda else { return Ok(()) };
        let mut awaited = Vec::new();
        for schedule in agenda.schedules.iter().filter(|schedule| changes(schedule, account)) {
            for coming in agenda.coming(schedule, first, last) {
                awaited.push((schedule.clone(), coming));
            }
        }
        for (schedule, coming) in awaited {
            let told = |(before, _): &(Option<Exception>, Exception)| {
                before
                    .is_some_and(|before| (before.schedule, before.nominal) == (schedule.id, coming.nominal))
            };
            let done = self.expectations.told.iter().any(|(before, after)| {
                told(&(*before, *after)) || (after.schedule, after.nominal) == (schedule.id, coming.nominal)
            });
            if done {
                continue;
            }
            match coming.standing {
                Standing::Posted { transaction } => self.recognise(&schedule, coming, transaction, found),
                Standing::Open if coming.day >= schedule.since.offset(-7) => {
                    self.await_open(account, &schedule, coming, found).await?;
                }
                Standing::Open | Standing::Skipped | Standing::Matched { .. } => {}
            }
        }
        Ok(())
    }

    /// A pending posting that a schedule made.
    fn recognise(
        &mut self,
        schedule: &Schedule,
        coming: Coming,
        transaction: TransactionId,
        found: &mut [Existing],
    ) {
        let waits = |posting: &&mut Existing| {
            posting.transaction == transaction
                && posting.status == Status::Pending
                && !matches!(posting.arrival, Arrival::Imported { .. })
        };
        for posting in found.iter_mut().filter(waits) {
            posting.arrival = self.arrival(schedule, posting.amount.quantity.units().abs());
            self.expectations.awaited.insert(transaction, (schedule.id, coming));
        }
    }

    /// What a schedule expects and nobody has posted.
    async fn await_open(
        &mut self,
        account: AccountId,
        schedule: &Schedule,
        coming: Coming,
        found: &mut Vec<Existing>,
    ) -> Result<(), ApiError> {
        let Some(agenda) = &self.expectations.agenda else { return Ok(()) };
        let (quantity, payee) = (agenda.quantity(schedule, &coming), agenda.payee(schedule));
        // Without a rate nobody knows what to look for.
        let Ok(made) = expected_transaction(self.edit, schedule, quantity, coming.day).await else {
            return Ok(());
        };
        for (posting, leg) in (0_u32..).zip(made.postings()).filter(|(_, leg)| leg.account == account) {
            found.push(Existing {
                transaction: made.id,
                posting,
                amount: leg.amount,
                status: Status::Pending,
                text: schedule.name.clone(),
                payee: payee.clone(),
                arrival: self.arrival(schedule, leg.amount.quantity.units().abs()),
                touched: false,
            });
        }
        self.expectations.awaited.insert(made.id, (schedule.id, coming));
        self.awaited_transactions.insert(made.id, made);
        Ok(())
    }

    /// The sizes and days within which a row is taken for what is expected. What is paid in another currency than it is
    /// planned in may differ by a twentieth: banks have rates of their own.
    fn arrival(&self, schedule: &Schedule, size: i128) -> Arrival {
        let quantity = |units| ledger::Quantity::new(units).unwrap_or_default();
        let own = self.edit.names.accounts.get(schedule.account).and_then(|account| account.commodity);
        let (least, most) = if own.is_some_and(|own| own != schedule.commodity) {
            (quantity(size - size / 20), quantity(size + size / 20))
        } else {
            schedule.planned.band(quantity(size))
        };
        let today = schedule.recurrence.start();
        let near = schedule.recurrence.between(today, today.offset(35), &planning::Workdays::default());
        let gap =
            near.windows(2).map(|pair| pair[0].nominal.number().abs_diff(pair[1].nominal.number())).min();
        let days = gap.map_or(LATE, |gap| (gap.saturating_sub(1) / 2).min(LATE));
        Arrival::Scheduled { least, most, days }
    }

    /// The occurrence that a row turned out to be: which part of its transaction takes what differs.
    pub(super) fn rest_of(&self, twin: TransactionId) -> Option<AccountId> {
        let (schedule, _) = self.expectations.awaited.get(&twin)?;
        let schedule = self.expectations.agenda.as_ref()?.schedules.iter().find(|one| one.id == *schedule)?;
        schedule.parts.iter().find(|part| part.quantity.is_none()).map(|part| part.account)
    }

    /// A row is an occurrence: it is in the books now, and a statement has shown it.
    pub(super) fn occurred(&mut self, twin: TransactionId, made: &Transaction, row: &Incoming<'_>) {
        let Some((id, coming)) = self.expectations.awaited.get(&twin).copied() else { return };
        let Some(agenda) = &self.expectations.agenda else { return };
        let Some(schedule) = agenda.schedules.iter().find(|schedule| schedule.id == id) else { return };
        let before = agenda.exceptions(id).iter().find(|said| said.nominal == coming.nominal).copied();
        let said = before.unwrap_or_else(|| Exception::none(id, coming.nominal));
        let transaction = made.id;
        let standing = if row.draft.pending {
            Standing::Posted { transaction }
        } else {
            Standing::Matched { transaction }
        };
        let quantity = paid(schedule, made).or(said.quantity);
        self.expectations.told.push((before, Exception { standing, quantity, ..said }));
    }
}

/// Whether a schedule changes an account.
fn changes(schedule: &Schedule, account: AccountId) -> bool {
    schedule.account == account || schedule.parts.iter().any(|part| part.account == account)
}
