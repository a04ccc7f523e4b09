//! A budget's periods side by side.

use super::book::BudgetBook;
use super::envelope::usual_group;
use super::period::{columns, parse_period};
use super::view::{
    BudgetCard, BudgetCardCell, BudgetCell, BudgetGroup, BudgetPeriod, BudgetRow, BudgetSheet,
    BudgetShowInput, EnvelopeKind, NeedView, ToAssignView,
};
use crate::accounts::to_id;
use crate::{ApiError, Books};
use ledger::{AccountId, AccountType, Day};
use planning::{CardState, EnvelopeState, Method, Need, Past, PeriodNumber, PeriodState, Place, ToAssign};
use std::collections::BTreeSet;

impl Books {
    /// A budget's periods side by side, with every envelope in each.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`] for an unknown budget; [`crate::ErrorCode::Invalid`] for what is no period.
    pub async fn budget_show(&self, input: &BudgetShowInput) -> Result<BudgetSheet, ApiError> {
        let mut reader = self.store.read().await?;
        let budget = Self::find_budget(&mut reader, input.budget).await?;
        let start = match &input.period {
            Some(period) => parse_period(&budget, period)?,
            None => budget.cadence.period_of(self.today()),
        };
        let columns = columns(&budget, start, input.count, input.columns);
        let last = columns.last().and_then(|column| column.last()).copied().unwrap_or(start);
        let names = reader.names().await?;
        let book = BudgetBook::read(&mut reader, budget, names, last).await?;
        book.sheet(&columns, self.today())
    }
}

impl BudgetBook {
    fn sheet(&self, columns: &[Vec<PeriodNumber>], today: Day) -> Result<BudgetSheet, ApiError> {
        let mut groups: Vec<BudgetGroup> = Vec::new();
        let mut sums: Vec<Vec<EnvelopeState>> = Vec::new();
        for (name, account) in self.rows(columns) {
            let states = columns.iter().map(|column| self.envelope_over(account, column));
            let states: Vec<EnvelopeState> = states.collect();
            let row = self.row(account, columns, &states)?;
            let place = groups.iter().position(|group| group.name == name).unwrap_or_else(|| {
                groups.push(BudgetGroup { name, rows: Vec::new(), cells: Vec::new() });
                sums.push(vec![EnvelopeState::default(); columns.len()]);
                groups.len() - 1
            });
            groups[place].rows.push(row);
            sums[place].iter_mut().zip(&states).for_each(|(sum, state)| add(sum, state));
        }
        for (group, sums) in groups.iter_mut().zip(&sums) {
            group.cells = sums.iter().map(|sum| self.cell(sum, None)).collect();
        }
        let code = |id| self.names.commodities.get(id).map(|found| found.code.clone());
        Ok(BudgetSheet {
            budget: super::budget_view(&self.budget, &self.names, today)?,
            periods: columns.iter().map(|column| self.period(column, today)).collect(),
            groups,
            cards: self.cards(columns)?,
            unvalued: self.unvalued.iter().filter_map(code).collect(),
        })
    }

    /// The envelopes to show, each with the name of its group, in their order.
    pub fn rows(&self, columns: &[Vec<PeriodNumber>]) -> Vec<(String, AccountId)> {
        let mut rows: Vec<_> = Vec::new();
        for (walked, account) in self.names.accounts.walk().into_iter().enumerate() {
            let id = account.id;
            let is_income = account.account_type() == AccountType::Income;
            let belongs = match self.places.get(&id) {
                Some(Place::Envelope) => true,
                Some(Place::Income) => self.budget.method == Method::Tracking && is_income,
                _ => false,
            };
            let is_leaf = self.names.accounts.children(Some(id)).next().is_none();
            let is_category = account.account_type().is_category();
            let usual = is_category && is_leaf && !account.closed && account.parent.is_some();
            let settings = self.settings.get(&id);
            let stirs = || columns.iter().any(|column| is_stirred(&self.envelope_over(id, column)));
            let has_target = settings.is_some_and(|settings| settings.target.is_some());
            if belongs && (usual || has_target || stirs()) {
                let group = settings.and_then(|settings| settings.group.clone());
                let group = group.unwrap_or_else(|| usual_group(&self.names, id));
                let position = settings.and_then(|settings| settings.position).unwrap_or(u32::MAX);
                rows.push(((position, kind_order(self.kind(id)), walked), group, id));
            }
        }
        rows.sort_unstable_by_key(|(order, ..)| *order);
        rows.into_iter().map(|(_, group, id)| (group, id)).collect()
    }

    fn kind(&self, account: AccountId) -> EnvelopeKind {
        match self.names.accounts.get(account).map(ledger::Account::account_type) {
            Some(AccountType::Income) => EnvelopeKind::Income,
            Some(AccountType::Expense) => EnvelopeKind::Expense,
            _ => EnvelopeKind::Account,
        }
    }

    fn row(
        &self,
        account: AccountId,
        columns: &[Vec<PeriodNumber>],
        states: &[EnvelopeState],
    ) -> Result<BudgetRow, ApiError> {
        let cells = columns.iter().zip(states).map(|(column, state)| {
            let need = single(column).and_then(|period| self.need(account, period));
            self.cell(state, need.map(|need| self.need_view(&need, state.assigned)))
        });
        Ok(BudgetRow {
            envelope: to_id(account.0)?,
            path: self.names.accounts.path(account),
            name: self.names.accounts.get(account).map(|found| found.name.clone()).unwrap_or_default(),
            kind: self.kind(account),
            settings: self.envelope_view(account),
            cells: cells.collect(),
        })
    }

    pub fn cell(&self, state: &EnvelopeState, need: Option<NeedView>) -> BudgetCell {
        BudgetCell {
            carried: self.text(state.carried),
            assigned: self.text(state.assigned),
            activity: self.text(state.activity),
            available: self.text(state.available),
            uncovered: self.text(state.overspent_on_cards()),
            need,
        }
    }

    fn need_view(&self, need: &Need, assigned: i128) -> NeedView {
        NeedView {
            amount: self.text(need.units),
            missing: self.text((need.units - assigned).max(0)),
            reason: self.reason_view(&need.reason),
        }
    }

    /// What the target of an envelope or a card asks for in a period.
    pub fn need(&self, account: AccountId, period: PeriodNumber) -> Option<Need> {
        let target = self.settings.get(&account)?.target?;
        let state = self.states.get(&period)?;
        let carried = match self.places.get(&account) {
            Some(Place::Card) => state.cards.get(&account).map_or(0, |card| card.carried),
            _ => state.envelopes.get(&account).map_or(0, |envelope| envelope.carried),
        };
        let spent = self.spent_before(account, period);
        let past = Past {
            cadence: self.budget.cadence,
            period,
            carried,
            income: state.to_assign.income,
            spent: &spent,
            scheduled: self.scheduled.get(&(period, account)).copied().unwrap_or_default(),
        };
        Some(target.need(&past))
    }

    /// What was spent in each period before one, newest first, back to the first with activity.
    fn spent_before(&self, account: AccountId, period: PeriodNumber) -> Vec<i128> {
        let sign = if self.is_income(account) { 1 } else { -1 };
        let activity = |state: &PeriodState| state.envelopes.get(&account).map_or(0, |found| found.activity);
        let before = self.states.range(self.budget.first()..period);
        let spent: Vec<i128> = before.map(|(_, state)| sign * activity(state)).collect();
        let first = spent.iter().position(|units| *units != 0).unwrap_or(spent.len());
        spent.into_iter().skip(first).rev().collect()
    }

    fn cards(&self, columns: &[Vec<PeriodNumber>]) -> Result<Vec<BudgetCard>, ApiError> {
        if self.budget.method == Method::Tracking {
            return Ok(Vec::new());
        }
        let mut cards = Vec::new();
        for account in self.names.accounts.walk() {
            if self.places.get(&account.id) != Some(&Place::Card) {
                continue;
            }
            let cells: Vec<_> = columns.iter().map(|column| self.card_cell(account.id, column)).collect();
            let zero = self.text(0);
            let is_group = self.names.accounts.children(Some(account.id)).next().is_some();
            let is_idle = |cell: &BudgetCardCell| cell.available == zero && cell.owed == zero;
            if (account.closed || is_group) && cells.iter().all(is_idle) {
                continue;
            }
            cards.push(BudgetCard {
                card: to_id(account.id.0)?,
                path: self.names.accounts.path(account.id),
                name: account.name.clone(),
                target: self.target_view(account.id),
                cells,
            });
        }
        Ok(cards)
    }

    fn card_cell(&self, card: AccountId, column: &[PeriodNumber]) -> BudgetCardCell {
        let assigned = self.card_over(card, column).assigned;
        let need = single(column).and_then(|period| self.need(card, period));
        BudgetCardCell {
            need: need.map(|need| self.need_view(&need, assigned)),
            ..self.cards_cell(&BTreeSet::from([card]), column)
        }
    }

    /// Cards together over the periods of a column.
    pub fn cards_cell(&self, cards: &BTreeSet<AccountId>, column: &[PeriodNumber]) -> BudgetCardCell {
        let (mut sum, mut owed) = (CardState::default(), 0);
        for card in cards {
            let state = self.card_over(*card, column);
            sum.carried += state.carried;
            sum.assigned += state.assigned;
            sum.funded += state.funded;
            sum.paid += state.paid;
            sum.available += state.available;
            owed += column.last().and_then(|period| self.owed.get(&(*period, *card))).unwrap_or(&0);
        }
        BudgetCardCell {
            carried: self.text(sum.carried),
            assigned: self.text(sum.assigned),
            funded: self.text(sum.funded),
            paid: self.text(sum.paid),
            available: self.text(sum.available),
            owed: self.text(owed),
            need: None,
        }
    }

    fn card_over(&self, card: AccountId, column: &[PeriodNumber]) -> CardState {
        let mut sum = CardState::default();
        for (place, period) in column.iter().enumerate() {
            let state = self.states.get(period).and_then(|state| state.cards.get(&card));
            let state = state.copied().unwrap_or_default();
            sum.carried = if place == 0 { state.carried } else { sum.carried };
            sum.assigned += state.assigned;
            sum.funded += state.funded;
            sum.paid += state.paid;
            sum.available = state.available;
        }
        sum
    }

    /// Envelopes together over the periods of a column.
    pub fn envelopes_over(&self, accounts: &BTreeSet<AccountId>, column: &[PeriodNumber]) -> EnvelopeState {
        let mut sum = EnvelopeState::default();
        for account in accounts {
            add(&mut sum, &self.envelope_over(*account, column));
        }
        sum
    }

    /// An envelope over the periods of a column.
    pub fn envelope_over(&self, account: AccountId, column: &[PeriodNumber]) -> EnvelopeState {
        let mut sum = EnvelopeState::default();
        for (place, period) in column.iter().enumerate() {
            let state = self.states.get(period).and_then(|state| state.envelopes.get(&account));
            let state = state.cloned().unwrap_or_default();
            sum.carried = if place == 0 { state.carried } else { sum.carried };
            sum.assigned += state.assigned;
            sum.activity += state.activity;
            (sum.available, sum.uncovered) = (state.available, state.uncovered);
        }
        sum
    }

    fn period(&self, column: &[PeriodNumber], today: Day) -> BudgetPeriod {
        let (first, last) = (column.first().copied(), column.last().copied());
        let (first, last) = (first.unwrap_or_default(), last.unwrap_or_default());
        let (from, to) = (self.budget.cadence.first(first), self.budget.cadence.last(last));
        let mut sum = EnvelopeState::default();
        let (mut overspent, mut income_planned) = (0, 0);
        for account in self.places.keys() {
            let state = self.envelope_over(*account, column);
            if self.is_income(*account) {
                income_planned += state.assigned;
            } else {
                add(&mut sum, &state);
                overspent += state.available.min(0);
            }
        }
        BudgetPeriod {
            from: from.to_string(),
            to: to.to_string(),
            periods: u32::try_from(column.len()).unwrap_or(u32::MAX),
            current: from <= today && today <= to,
            to_assign: self.to_assign_view(&self.to_assign_over(column)),
            assigned: self.text(sum.assigned),
            activity: self.text(sum.activity),
            available: self.text(sum.available),
            overspent: self.text(overspent),
            cash: self.text(self.cash.get(&last).copied().unwrap_or_default()),
            income_planned: self.text(income_planned),
        }
    }

    /// The money to be assigned over the periods of a column: what is held within it shows nowhere.
    pub fn to_assign_over(&self, column: &[PeriodNumber]) -> ToAssign {
        let mut sum = ToAssign::default();
        for (place, period) in column.iter().enumerate() {
            let state = self.state(*period).to_assign;
            if place == 0 {
                (sum.carried, sum.released) = (state.carried, state.released);
            }
            sum.income += state.income;
            sum.exchange += state.exchange;
            sum.returned += state.returned;
            sum.overspent += state.overspent;
            sum.assigned += state.assigned;
            (sum.held, sum.available) = (state.held, state.available);
        }
        sum
    }

    pub fn to_assign_view(&self, money: &ToAssign) -> ToAssignView {
        ToAssignView {
            carried: self.text(money.carried),
            released: self.text(money.released),
            income: self.text(money.income),
            exchange: self.text(money.exchange),
            returned: self.text(money.returned),
            overspent: self.text(money.overspent),
            assigned: self.text(money.assigned),
            held: self.text(money.held),
            available: self.text(money.available),
        }
    }
}

fn add(sum: &mut EnvelopeState, state: &EnvelopeState) {
    sum.carried += state.carried;
    sum.assigned += state.assigned;
    sum.activity += state.activity;
    sum.available += state.available;
    for (card, units) in &state.uncovered {
        *sum.uncovered.entry(*card).or_default() += units;
    }
}

fn is_stirred(state: &EnvelopeState) -> bool {
    [state.carried, state.assigned, state.activity, state.available].iter().any(|units| *units != 0)
}

fn kind_order(kind: EnvelopeKind) -> u8 {
    match kind {
        EnvelopeKind::Income => 0,
        EnvelopeKind::Expense => 1,
        EnvelopeKind::Account => 2,
    }
}

fn single(column: &[PeriodNumber]) -> Option<PeriodNumber> {
    match column {
        [period] => Some(*period),
        _ => None,
    }
}
