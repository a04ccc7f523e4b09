//! What is behind a number of a budget: the moves and the transactions.

use super::behind::{BudgetTransaction, BudgetWhy, BudgetWhyInput, MoveView, RevaluationView};
use super::book::{BudgetBook, Revaluation, amount_text};
use super::envelope::purpose;
use super::is_source;
use super::period::{columns, parse_period};
use crate::{ApiError, Books, Money};
use ledger::{
    AccountId, Amount, CommodityId, Day, Quantity, Rates, RoundingRule, Transaction, TransactionId, convert,
};
use planning::{Flow, Leg, Move, PeriodNumber, Place, Purse, flows};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::{Filter, Reader};

/// How many transactions are shown behind one number.
const SHOWN: usize = 500;

impl Books {
    /// What is behind an envelope or a card in a column, behind several of them together, or (without any) behind the money
    /// to be assigned.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`]; [`crate::ErrorCode::Invalid`] for what is no envelope or no period, and for envelopes
    /// and cards together.
    pub async fn budget_why(&self, input: &BudgetWhyInput) -> Result<BudgetWhy, ApiError> {
        let mut reader = self.store.read().await?;
        let budget = Self::find_budget(&mut reader, Some(input.budget)).await?;
        let start = parse_period(&budget, &input.period)?;
        let column = columns(&budget, start, 1, input.columns).swap_remove(0);
        let (first, last) = (column[0], column[column.len() - 1]);
        let names = reader.names().await?;
        let asked = input.envelopes.iter().map(|id| purpose(&names, &budget, *id));
        let asked: BTreeSet<AccountId> = asked.collect::<Result<_, ApiError>>()?;
        let book = BudgetBook::read(&mut reader, budget, names, last).await?;
        let cards = asked.iter().filter(|account| book.places.get(account) == Some(&Place::Card)).count();
        if cards > 0 && cards < asked.len() {
            return Err(ApiError::invalid("envelopes and cards are asked about apart"));
        }
        let moves = reader.moves(book.budget.id, first, last).await?;
        let (total, transactions) = book.transactions(&mut reader, &column, &asked).await?;
        let (is_cards, is_free) = (cards > 0, asked.is_empty());
        let mut paths = asked.iter().map(|account| book.names.accounts.path(*account));
        let cell = |asked: &BTreeSet<AccountId>| book.cell(&book.envelopes_over(asked, &column), None);
        Ok(BudgetWhy {
            path: paths.next().filter(|_| asked.len() == 1).unwrap_or_default(),
            from: book.budget.cadence.first(first).to_string(),
            to: book.budget.cadence.last(last).to_string(),
            cell: (!is_cards && !is_free).then(|| cell(&asked)),
            card: is_cards.then(|| book.cards_cell(&asked, &column)),
            to_assign: is_free.then(|| book.to_assign_view(&book.to_assign_over(&column))),
            moves: moves.iter().filter_map(|found| book.move_view(found, &asked, last)).collect(),
            total,
            transactions,
            revaluations: if is_free { book.revaluations(&column) } else { Vec::new() },
        })
    }
}

impl BudgetBook {
    /// A move as the purses that are asked about see it; `None` where it has no part in them, or moves among them. What is
    /// held for a period within the column is back by its end, the period `last`.
    fn move_view(&self, found: &Move, asked: &BTreeSet<AccountId>, last: PeriodNumber) -> Option<MoveView> {
        let is_asked = |purse: Purse| match purse {
            Purse::Envelope(account) => asked.contains(&account),
            Purse::ToAssign => asked.is_empty(),
            Purse::Next => false,
        };
        let sign = i128::from(is_asked(found.to)) - i128::from(is_asked(found.from));
        let held = [found.from, found.to].contains(&Purse::Next);
        if sign == 0 || held && found.period != last {
            return None;
        }
        let name = |purse: Purse| match purse {
            Purse::Envelope(account) => self.names.accounts.path(account),
            Purse::ToAssign | Purse::Next => String::new(),
        };
        let at = chrono::DateTime::from_timestamp_millis(found.at).unwrap_or_default();
        Some(MoveView {
            from: name(found.from),
            to: name(found.to),
            held,
            amount: self.text(sign * found.quantity.units()),
            at: at.with_timezone(&chrono::Local).to_rfc3339_opts(chrono::SecondsFormat::Secs, false),
            reason: found.reason.as_ref().map(|reason| self.reason_view(reason)),
        })
    }

    /// What each account won or lost in the periods of a column, with what it held at the end.
    fn revaluations(&self, column: &[PeriodNumber]) -> Vec<RevaluationView> {
        let mut sums: BTreeMap<(AccountId, CommodityId), Revaluation> = BTreeMap::new();
        for found in self.revaluations.iter().filter(|found| column.contains(&found.period)) {
            let sum =
                sums.entry((found.account, found.commodity)).or_insert(Revaluation { won: 0, ..*found });
            *sum = Revaluation { won: sum.won + found.won, ..*found };
        }
        sums.into_values()
            .map(|found| RevaluationView {
                path: self.names.accounts.path(found.account),
                held: Money {
                    amount: amount_text(&self.names, found.commodity, found.held),
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
        column: &[PeriodNumber],
        asked: &BTreeSet<AccountId>,
    ) -> Result<(u32, Vec<BudgetTransaction>), ApiError> {
        let mut within = column.iter().copied().filter(|period| *period >= self.budget.first());
        let Some(first) = within.next() else { return Ok((0, Vec::new())) };
        let last = within.next_back().unwrap_or(first);
        let sources = || self.places.iter().filter(|(_, place)| is_source(**place));
        let accounts = match asked.is_empty() {
            false => asked.iter().copied().collect(),
            true => sources().map(|(account, _)| *account).collect(),
        };
        let cadence = self.budget.cadence;
        let filter = Filter {
            accounts,
            from: Some(cadence.first(first)),
            to: Some(cadence.last(last)),
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
            rows.extend(self.part(transaction, asked, &rates, &payees)?);
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
        asked: &BTreeSet<AccountId>,
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
            let Some((units, by)) = part_of(flow, asked) else { continue };
            (sum, has_part) = (sum + units, true);
            card = card.or(by.filter(|by| !asked.contains(by)));
        }
        if !has_part {
            return Ok(None);
        }
        let foreign = transaction
            .postings()
            .iter()
            .find(|leg| asked.contains(&leg.account) && leg.amount.commodity != self.budget.commodity);
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
fn part_of(flow: Flow, asked: &BTreeSet<AccountId>) -> Option<(i128, Option<AccountId>)> {
    match flow {
        Flow::Income { card, units, .. } if asked.is_empty() => Some((units, card)),
        Flow::Exchange { units } if asked.is_empty() => Some((units, None)),
        Flow::Income { from, card, units } if asked.contains(&from) => Some((units, card)),
        Flow::Spending { envelope, card, units } if asked.contains(&envelope) => Some((units, card)),
        // What was spent by a card is to be covered; what was paid to it is gone.
        Flow::Spending { card: Some(card), units, .. }
        | Flow::Income { card: Some(card), units, .. }
        | Flow::Payment { card, units }
            if asked.contains(&card) =>
        {
            Some((-units, None))
        }
        _ => None,
    }
}
