//! What is behind a number of a budget: the moves and the transactions.

use super::behind::{BudgetTransaction, BudgetWhy, MoveView, RevaluationView};
use super::book::BudgetBook;
use super::envelope::purpose;
use super::is_source;
use super::period::parse_period;
use crate::{ApiError, Books, Id, Money};
use ledger::{
    AccountId, Amount, CommodityId, Day, Quantity, Rates, RoundingRule, Transaction, TransactionId, convert,
};
use planning::{Flow, Leg, Move, PeriodNumber, Place, Purse, flows};
use std::collections::{BTreeSet, HashMap};
use store::{Filter, Reader};

/// How many transactions are shown behind one number.
const SHOWN: usize = 500;

impl Books {
    /// What is behind an envelope or a card in a period, or (without one) the money to be assigned.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`]; [`crate::ErrorCode::Invalid`] for what is no envelope or no period.
    pub async fn budget_why(
        &self,
        budget: Id,
        period: &str,
        envelope: Option<Id>,
    ) -> Result<BudgetWhy, ApiError> {
        let mut reader = self.store.read().await?;
        let budget = Self::find_budget(&mut reader, Some(budget)).await?;
        let period = parse_period(&budget, period)?;
        let names = reader.names().await?;
        let account = envelope.map(|id| purpose(&names, &budget, id)).transpose()?;
        let book = BudgetBook::read(&mut reader, budget, names, period).await?;
        let moves = reader.moves(book.budget.id, Some(period)).await?;
        let (total, transactions) = book.transactions(&mut reader, period, account).await?;
        let cadence = book.budget.cadence;
        let is_card = account.is_some_and(|account| book.places.get(&account) == Some(&Place::Card));
        Ok(BudgetWhy {
            path: account.map(|account| book.names.accounts.path(account)).unwrap_or_default(),
            from: cadence.first(period).to_string(),
            to: cadence.last(period).to_string(),
            cell: account
                .filter(|_| !is_card)
                .map(|account| book.cell(&book.envelope_over(account, &[period]), None)),
            card: account.filter(|_| is_card).map(|card| book.card_cell(card, &[period])),
            to_assign: account.is_none().then(|| book.to_assign_view(&book.to_assign_over(&[period]))),
            moves: moves.iter().filter_map(|found| book.move_view(found, account)).collect(),
            total,
            transactions,
            revaluations: if account.is_none() { book.revaluations(period) } else { Vec::new() },
        })
    }
}

impl BudgetBook {
    /// A move as the purse that is asked about sees it; `None` where it has no part in it.
    fn move_view(&self, found: &Move, account: Option<AccountId>) -> Option<MoveView> {
        let asked = account.map_or(Purse::ToAssign, Purse::Envelope);
        let sign = match asked {
            purse if purse == found.to => 1,
            purse if purse == found.from => -1,
            _ => return None,
        };
        let name = |purse: Purse| match purse {
            Purse::Envelope(account) => self.names.accounts.path(account),
            Purse::ToAssign | Purse::Next => String::new(),
        };
        let at = chrono::DateTime::from_timestamp_millis(found.at).unwrap_or_default();
        Some(MoveView {
            from: name(found.from),
            to: name(found.to),
            held: [found.from, found.to].contains(&Purse::Next),
            amount: self.text(sign * found.quantity.units()),
            at: at.with_timezone(&chrono::Local).to_rfc3339_opts(chrono::SecondsFormat::Secs, false),
            reason: found.reason.as_ref().map(|reason| self.reason_view(reason)),
        })
    }

    fn revaluations(&self, period: PeriodNumber) -> Vec<RevaluationView> {
        let found = self.revaluations.iter().filter(|found| found.period == period);
        found
            .map(|found| RevaluationView {
                path: self.names.accounts.path(found.account),
                held: Money {
                    amount: super::book::amount_text(&self.names, found.commodity, found.held),
                    commodity: self.code(found.commodity),
                },
                worth: self.text(found.worth),
                won: self.text(found.won),
            })
            .collect()
    }

    fn code(&self, commodity: CommodityId) -> String {
        self.names.commodities.get(&commodity).map(|found| found.code.clone()).unwrap_or_default()
    }

    /// How many transactions may have a part, and the newest of those that have.
    async fn transactions(
        &self,
        reader: &mut Reader,
        period: PeriodNumber,
        account: Option<AccountId>,
    ) -> Result<(u32, Vec<BudgetTransaction>), ApiError> {
        if period < self.budget.first() {
            return Ok((0, Vec::new()));
        }
        let sources = || self.places.iter().filter(|(_, place)| is_source(**place));
        let accounts = match account {
            Some(account) => vec![account],
            None => sources().map(|(account, _)| *account).collect(),
        };
        let cadence = self.budget.cadence;
        let filter = Filter {
            accounts,
            from: Some(cadence.first(period)),
            to: Some(cadence.last(period)),
            ..Filter::default()
        };
        let mut ids: Vec<TransactionId> = reader.find(&filter).await?;
        let total = u32::try_from(ids.len()).unwrap_or(u32::MAX);
        ids.sort_unstable_by_key(|id| std::cmp::Reverse(*id));
        ids.truncate(SHOWN);
        let mut found = reader.transactions(&ids).await?;
        found.reverse();
        let days: BTreeSet<Day> =
            found.iter().filter(|one| self.is_foreign(one)).map(Transaction::day).collect();
        let rates = match days.is_empty() {
            true => Rates::default(),
            false => Rates::new(reader.prices_at(&days.into_iter().collect::<Vec<_>>()).await?),
        };
        let payees = reader.payee_names(found.iter().filter_map(|one| one.payee)).await?;
        let mut rows = Vec::new();
        for transaction in &found {
            rows.extend(self.part(transaction, account, &rates, &payees)?);
        }
        Ok((total, rows))
    }

    fn is_foreign(&self, transaction: &Transaction) -> bool {
        transaction.postings().iter().any(|leg| leg.amount.commodity != self.budget.commodity)
    }

    /// The part of a transaction in what is asked about; `None` where it has none.
    fn part(
        &self,
        transaction: &Transaction,
        account: Option<AccountId>,
        rates: &Rates,
        payees: &HashMap<ledger::PayeeId, String>,
    ) -> Result<Option<BudgetTransaction>, ApiError> {
        let mut legs = Vec::new();
        for posting in transaction.postings() {
            let place = self.places.get(&posting.account).copied().unwrap_or(Place::Outside);
            let units = self.worth_on(posting.amount, rates, transaction.day())?;
            legs.push(Leg { account: posting.account, place, units });
        }
        let (mut sum, mut card, mut has_part) = (0, None, false);
        for flow in flows(&legs) {
            let Some((units, by)) = part_of(flow, account) else { continue };
            (sum, has_part) = (sum + units, true);
            card = card.or(by.filter(|by| Some(*by) != account));
        }
        if !has_part {
            return Ok(None);
        }
        let foreign = transaction
            .postings()
            .iter()
            .find(|leg| Some(leg.account) == account && leg.amount.commodity != self.budget.commodity);
        Ok(Some(BudgetTransaction {
            id: transaction.id.to_string(),
            date: transaction.day().to_string(),
            payee: transaction.payee.and_then(|id| payees.get(&id).cloned()).unwrap_or_default(),
            description: transaction.description.clone(),
            amount: self.text(sum),
            card: card.map(|card| self.names.accounts.path(card)),
            own: foreign.map(|leg| Money::of(leg.amount.negated(), &self.names)),
        }))
    }

    fn worth_on(&self, amount: Amount, rates: &Rates, day: Day) -> Result<i128, ApiError> {
        let to = self.budget.commodity;
        if amount.commodity == to {
            return Ok(amount.quantity.units());
        }
        let Some(rate) = rates.at(amount.commodity, to, day) else { return Ok(0) };
        let (from, into) = (self.names.scale(amount.commodity), self.names.scale(to));
        let worth: Quantity = convert(amount.quantity, from, rate, into, RoundingRule::HalfEven)?;
        Ok(worth.units())
    }
}

/// What a flow brings to what is asked about, and the card in it.
fn part_of(flow: Flow, account: Option<AccountId>) -> Option<(i128, Option<AccountId>)> {
    match (flow, account) {
        (Flow::Income { card, units, .. }, None) => Some((units, card)),
        (Flow::Exchange { units }, None) => Some((units, None)),
        (Flow::Income { from, card, units }, Some(account)) if from == account => Some((units, card)),
        (Flow::Spending { envelope, card, units }, Some(account)) if envelope == account => {
            Some((units, card))
        }
        // What was spent by a card is to be covered; what was paid to it is gone.
        (
            Flow::Spending { card: Some(card), units, .. } | Flow::Income { card: Some(card), units, .. },
            Some(account),
        )
        | (Flow::Payment { card, units }, Some(account))
            if card == account =>
        {
            Some((-units, None))
        }
        _ => None,
    }
}
