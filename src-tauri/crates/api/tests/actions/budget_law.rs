//! Money assigned and available never differs from money that exists, whatever is done and undone.

use crate::desk::Desk;
use api::{
    AccountChange, Books, BudgetCadence, BudgetInput, BudgetLine, BudgetMethod, BudgetSheet, BudgetShowInput,
    EnvelopeChange, ErrorCode, Id, Money, PostingInput, PriceInput, Progress, Status, TargetView,
    TransactionInput,
};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// SplitMix64: small, and the same for a seed for ever.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % sides as u64).unwrap()
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.roll(from.len())].clone()
    }

    fn amount(&mut self) -> String {
        let units = i64::try_from(self.roll(60_000)).unwrap() - 20_000;
        Decimal::new(units, 2).to_string()
    }

    fn positive(&mut self) -> String {
        Decimal::new(i64::try_from(self.roll(40_000)).unwrap() + 1, 2).to_string()
    }

    fn day(&mut self) -> String {
        format!("2025-{:02}-{:02}", self.roll(6) + 1, self.roll(28) + 1)
    }
}

struct Life {
    desk: Desk,
    dice: Dice,
    /// Of the law: by month in dollars, by week in euros.
    budgets: Vec<Id>,
    own: Vec<(Id, &'static str)>,
    card: Id,
    ends: Vec<Id>,
    envelopes: Vec<Id>,
    entered: Vec<String>,
}

impl Life {
    async fn begin(seed: u64) -> Self {
        let desk = Desk::bare("USD").await;
        let bank = desk.account("Assets:Bank", "checking").await;
        let wallet = desk.account_with("Assets:Wallet", "wallet", "0", "EUR").await;
        let card = desk.account("Liabilities:Card", "card").await;
        let loan = desk.account("Liabilities:Loan", "loan").await;
        let mut envelopes = vec![loan];
        for name in ["Food", "Rent", "Fun"] {
            envelopes.push(desk.account(&format!("Expenses:{name}"), "expense").await);
        }
        let pay = desk.account("Income:Pay", "income").await;
        let opening = desk.books.accounts().await.unwrap();
        let opening = opening.iter().find(|account| account.kind == "opening").unwrap().id;
        let ends = [envelopes.clone(), vec![pay, opening]].concat();
        let own = vec![(bank, "USD"), (wallet, "EUR"), (card, "USD")];
        let input = |name: &str, currency: &str, cadence| BudgetInput {
            name: name.into(),
            currency: Some(currency.into()),
            method: BudgetMethod::Envelope,
            cadence,
            since: Some("2025-02-01".into()),
            accounts: None,
        };
        let weeks = Some(BudgetCadence::Week { starts: "mon".into() });
        let mut budgets = Vec::new();
        for input in [input("Months", "USD", None), input("Weeks", "EUR", weeks)] {
            budgets.push(desk.books.budget_create(&input).await.unwrap().id);
        }
        Self { desk, dice: Dice(seed), budgets, own, card, ends, envelopes, entered: Vec::new() }
    }

    fn transaction(&mut self) -> TransactionInput {
        let (from, currency) = self.dice.pick(&self.own);
        let leg = |account, amount: String, commodity: &str| PostingInput {
            account,
            amount: Money { amount, commodity: commodity.into() },
            status: Status::Cleared,
            memo: String::new(),
        };
        let negated = |text: &str| (-text.parse::<Decimal>().unwrap()).to_string();
        let amount = self.dice.amount();
        let postings = match self.dice.roll(5) {
            // From one of one's own to another, in two currencies where they differ.
            0 => {
                let (to, theirs) = self.dice.pick(&self.own);
                let arrived = if theirs == currency { negated(&amount) } else { self.dice.amount() };
                vec![leg(from, amount, currency), leg(to, arrived, theirs)]
            }
            // Paid by two, for two.
            1 => {
                let (other, part) = (self.dice.pick(&self.ends), self.dice.amount());
                let rest = amount.parse::<Decimal>().unwrap() - part.parse::<Decimal>().unwrap();
                let to = self.dice.pick(&self.ends);
                vec![
                    leg(from, amount, currency),
                    leg(other, negated(&part), currency),
                    leg(to, (-rest).to_string(), currency),
                ]
            }
            _ => {
                let to = self.dice.pick(&self.ends);
                vec![leg(from, amount.clone(), currency), leg(to, negated(&amount), currency)]
            }
        };
        let date = self.dice.day();
        TransactionInput { date, payee: "Someone".into(), note: String::new(), tags: Vec::new(), postings }
    }

    async fn act(&mut self) {
        let period = self.dice.day();
        let (budget, envelope) = (self.dice.pick(&self.budgets), self.dice.pick(&self.envelopes));
        let done = match self.dice.roll(24) {
            0..=6 => {
                let input = self.transaction();
                let made = self.desk.books.transaction_add(&input).await;
                self.entered.extend(made.as_ref().ok().map(|made| made.id.clone()));
                made.map(|_| ())
            }
            7..=8 if !self.entered.is_empty() => {
                let (place, input) = (self.dice.roll(self.entered.len()), self.transaction());
                let id = self.entered[place].clone();
                let made = self.desk.books.transaction_edit(&id, &input).await;
                self.entered.extend(made.as_ref().ok().map(|made| made.id.clone()));
                made.map(|_| ())
            }
            9 if !self.entered.is_empty() => {
                let id = self.dice.pick(&self.entered);
                self.desk.books.transactions_delete(&[id]).await.map(|_| ())
            }
            10..=11 => {
                let envelope = self.dice.pick(&[envelope, self.card]);
                let line = BudgetLine { envelope, amount: self.dice.amount() };
                self.desk.books.budget_assign(budget, &period, &[line]).await.map(|_| ())
            }
            12 => {
                let (to, amount) = (self.dice.pick(&[None, Some(self.card)]), self.dice.positive());
                self.desk.books.budget_move(budget, &period, Some(envelope), to, &amount).await.map(|_| ())
            }
            13 => {
                let amount = self.dice.positive();
                self.desk.books.budget_hold(budget, &period, &amount).await.map(|_| ())
            }
            14 => {
                let target = TargetView::RefillTo { amount: self.dice.positive() };
                self.desk.books.budget_target_set(budget, envelope, &target).await.map(|_| ())
            }
            15 => self.desk.books.budget_fill(budget, &period, None).await.map(|_| ()),
            16 => {
                let rate = Decimal::new(i64::try_from(self.dice.roll(60)).unwrap() + 80, 2);
                let rate = Some(rate.to_string()).filter(|_| self.dice.roll(4) > 0);
                let (commodity, quote, date) = ("EUR".into(), "USD".into(), self.dice.day());
                self.desk.books.prices_set(&[PriceInput { commodity, quote, date, rate }]).await.map(|_| ())
            }
            17 => {
                let keeps = |roll| Some(roll == 0);
                let change = EnvelopeChange {
                    keeps_surplus: keeps(self.dice.roll(2)),
                    keeps_debt: keeps(self.dice.roll(2)),
                    ..EnvelopeChange::default()
                };
                self.desk.books.budget_envelope_set(budget, envelope, &change).await.map(|_| ())
            }
            18 => {
                let kind = Some(self.dice.pick(&["card", "loan"]).into());
                let change = AccountChange { kind, ..AccountChange::default() };
                self.desk.books.account_edit(self.envelopes[0], &change).await.map(|_| ())
            }
            19..=21 if self.can_undo().await => self.desk.books.undo(&Progress::default()).await.map(|_| ()),
            _ => self.desk.books.redo(&Progress::default()).await.map(|_| ()),
        };
        if let Err(error) = done {
            // A transaction that was taken back cannot be edited, a week before the first cannot be planned.
            let expected =
                [ErrorCode::NothingToUndo, ErrorCode::Missing, ErrorCode::Invalid, ErrorCode::Unbalanced];
            assert!(expected.contains(&error.code), "{error:?}");
        }
    }

    /// `true` while Undo would not take a budget itself away.
    async fn can_undo(&self) -> bool {
        let next = self.desk.books.undo_state().await.unwrap().undo;
        next.is_some_and(|entry| entry.action != "budget_create")
    }

    /// Fails unless every period of both budgets accounts for the money that exists at its end.
    async fn balance(&self, step: usize) {
        let prices = prices(&self.desk.books).await;
        for (budget, count) in self.budgets.iter().zip([6, 24]) {
            let period = Some("2025-02-03".into());
            let input =
                BudgetShowInput { budget: Some(*budget), period, count, ..BudgetShowInput::default() };
            let sheet = self.desk.books.budget_show(&input).await.unwrap();
            for (place, period) in sheet.periods.iter().enumerate() {
                let exists = self.exists(&sheet.budget.currency, &period.to, &prices).await;
                assert_eq!(told(&sheet, place), exists, "step {step}: {} {}", sheet.budget.name, period.from);
                assert_eq!(
                    number(&period.cash),
                    exists,
                    "step {step}: {} {}",
                    sheet.budget.name,
                    period.from
                );
            }
        }
    }

    /// What the bank account and the wallet hold at the end of a day, valued by the newest price until then.
    async fn exists(&self, currency: &str, day: &str, prices: &BTreeMap<String, Decimal>) -> Decimal {
        let accounts = self.desk.books.accounts_on(day).await.unwrap();
        let rate = prices.range(..=day.to_owned()).next_back().map(|(_, rate)| *rate);
        let mut sum = Decimal::ZERO;
        for (own, _) in &self.own[..2] {
            let account = accounts.iter().find(|account| account.id == *own).unwrap();
            for held in &account.balances {
                let amount = number(&held.amount);
                sum += match (currency, held.commodity.as_str(), rate) {
                    (to, of, _) if to == of => amount,
                    ("USD", _, Some(rate)) => (amount * rate).round_dp(2),
                    (_, _, Some(rate)) => (amount * (Decimal::ONE / rate)).round_dp(2),
                    (_, _, None) => Decimal::ZERO,
                };
            }
        }
        sum
    }
}

async fn prices(books: &Books) -> BTreeMap<String, Decimal> {
    let prices = books.prices(None).await.unwrap().into_iter();
    prices.map(|price| (price.date, number(&price.rate))).collect()
}

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// The money that a budget accounts for at the end of a period.
fn told(sheet: &BudgetSheet, place: usize) -> Decimal {
    let to_assign = &sheet.periods[place].to_assign;
    let mut sum = number(&to_assign.available) - number(&to_assign.held);
    for row in sheet.groups.iter().flat_map(|group| &group.rows) {
        sum += number(&row.cells[place].available) + number(&row.cells[place].uncovered);
    }
    sum + sheet.cards.iter().map(|card| number(&card.cells[place].available)).sum::<Decimal>()
}

#[tokio::test]
async fn in_a_thousand_actions_no_money_comes_or_goes_by_planning() {
    let mut life = Life::begin(2025).await;
    for step in 0..1000 {
        life.act().await;
        if step % 100 == 0 {
            life.balance(step).await;
        }
        if step % 500 == 499 {
            assert_eq!(life.desk.books.check().await.unwrap(), [], "step {step}");
        }
    }
    life.balance(1000).await;
    assert!(life.entered.len() > 200);
    let mut undone = 0;
    while undone < 200 && life.can_undo().await {
        life.desk.books.undo(&Progress::default()).await.unwrap();
        undone += 1;
    }
    life.balance(1001).await;
    for _ in 0..undone {
        life.desk.books.redo(&Progress::default()).await.unwrap();
    }
    life.balance(1002).await;
    assert_eq!(life.desk.books.check().await.unwrap(), []);
}
