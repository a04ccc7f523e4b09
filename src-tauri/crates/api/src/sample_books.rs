//! Sample books: two years of a made-up person and her small firm to look around in, or any number of transactions to
//! measure with.

use crate::books::Start;
use crate::edit::Edit;
use crate::settings::{LedgerSettings, Purpose};
use crate::{ApiError, Books, ErrorCode, Language};
use ledger::{
    Account, AccountId, AccountPath, Amount, CommodityId, Day, PayeeId, Posting, Price, Sorting, Statement,
    StatementId, TagId, Transaction, TransactionId,
};
use std::collections::HashMap;
use store::{Action, Delta, Progress};

/// Changes written at once: bounds memory whatever the size of the books.
const STRETCH: usize = 20_000;

/// Ids of the sample's nouns as this ledger knows them.
struct Numbers {
    accounts: HashMap<AccountId, AccountId>,
    commodities: HashMap<CommodityId, CommodityId>,
    payees: HashMap<PayeeId, PayeeId>,
    tags: HashMap<TagId, TagId>,
}

impl Numbers {
    fn statement(&self, id: StatementId, told: &Statement) -> Statement {
        let commodity = self.commodities[&told.balance.commodity];
        let balance = Amount { commodity, ..told.balance };
        Statement { id, account: self.accounts[&told.account], balance, ..told.clone() }
    }
}

impl Start {
    /// How a ledger for sample books begins: they bring their own categories.
    pub fn for_sample(language: Language) -> Self {
        Self { currency: "THB".into(), language, categories: false }
    }
}

impl Books {
    /// Founds a new ledger on sample books: two years up to today, or exactly `transactions` over ten years. Undo stops
    /// behind them.
    ///
    /// # Errors
    /// [`ErrorCode::InUse`] when the ledger has transactions already.
    pub async fn fill_with_sample(
        &self,
        transactions: Option<u32>,
        seed: Option<u64>,
        language: Language,
        progress: &Progress,
    ) -> Result<u32, ApiError> {
        let books = self.sample(transactions, seed, language).await?;
        progress.expect(books.len() as usize);
        let mut edit = Edit::begin(&self.store).await?;
        let numbers = add_nouns(&mut edit, &books).await?;
        edit.found("sample").await?;
        self.found_sample(&books, &numbers, progress).await?;
        Ok(books.len())
    }

    /// Adds sample books to a ledger without transactions, as one step that can be undone.
    ///
    /// # Errors
    /// As [`Books::fill_with_sample`].
    pub async fn add_sample(
        &self,
        transactions: Option<u32>,
        seed: Option<u64>,
        language: Language,
        progress: &Progress,
    ) -> Result<u32, ApiError> {
        let books = self.sample(transactions, seed, language).await?;
        let mut edit = Edit::begin(&self.store).await?;
        let numbers = add_nouns(&mut edit, &books).await?;
        let mut life = books.transactions(edit.serials(books.len() as usize).await?);
        for transaction in life.by_ref() {
            edit.change(Delta::added(numbered(&transaction, &numbers)?));
        }
        for statement in life.statements() {
            let id = StatementId(edit.writer().next_id("statement").await?);
            edit.change(Delta::added(numbers.statement(id, statement)));
        }
        let detail = serde_json::json!({ "count": books.len() });
        edit.commit_with("sample", detail, progress).await?;
        Ok(books.len())
    }

    /// The sample books that were asked for, where there is room for them.
    async fn sample(
        &self,
        transactions: Option<u32>,
        seed: Option<u64>,
        language: Language,
    ) -> Result<sample::Books, ApiError> {
        if self.store.read().await?.recent(0, 1).await?.0 > 0 {
            return Err(ApiError::new(
                ErrorCode::InUse,
                "sample books go into a ledger without transactions",
            ));
        }
        let spoken = match language {
            Language::English => sample::Language::English,
            Language::Thai => sample::Language::Thai,
        };
        let explore = sample::Plan::explore(self.today(), spoken);
        let plan = match transactions {
            Some(count) => sample::Plan {
                language: spoken,
                ..sample::Plan::benchmark(self.today(), count, seed.unwrap_or(explore.seed))
            },
            None => sample::Plan { seed: seed.unwrap_or(explore.seed), ..explore },
        };
        Ok(sample::Books::new(plan))
    }

    /// Makes the transactions, a stretch at a time.
    async fn found_sample(
        &self,
        books: &sample::Books,
        numbers: &Numbers,
        progress: &Progress,
    ) -> Result<(), ApiError> {
        let mut writer = self.store.write().await?;
        let first = writer.next_ids("transaction", books.len() as usize).await?;
        let first = u32::try_from(first).map_err(|_| ApiError::invalid("too many transactions"))?;
        let mut life = books.transactions(first);
        loop {
            let mut changes = Vec::with_capacity(STRETCH);
            for transaction in life.by_ref().take(STRETCH) {
                changes.push(Delta::added(numbered(&transaction, numbers)?).into());
            }
            let done = changes.len() < STRETCH;
            let count = changes.len();
            if done {
                for statement in life.statements() {
                    let id = StatementId(writer.next_id("statement").await?);
                    changes.push(Delta::added(numbers.statement(id, statement)).into());
                }
            }
            writer.commit(Action::founding("sample", changes)).await?;
            progress.advance(count)?;
            if done {
                return Ok(());
            }
            writer = self.store.write().await?;
        }
    }

    /// Puts the clock of this ledger to a day: sample books and tests live on it.
    #[must_use]
    pub fn on_day(mut self, day: Day) -> Self {
        self.today = Some(day);
        self
    }
}

/// Makes everything but the transactions.
async fn add_nouns(edit: &mut Edit, books: &sample::Books) -> Result<Numbers, ApiError> {
    let mut numbers = Numbers {
        accounts: HashMap::new(),
        commodities: HashMap::new(),
        payees: HashMap::new(),
        tags: HashMap::new(),
    };
    for made in books.commodities() {
        let known =
            edit.names.commodities.values().find(|known| known.code == made.code).map(|known| known.id);
        let id = match known {
            Some(id) => id,
            None => {
                let id = CommodityId(edit.writer().next_id("commodity").await?);
                edit.add_commodity(ledger::Commodity { id, ..made.clone() });
                id
            }
        };
        numbers.commodities.insert(made.id, id);
    }
    add_accounts(edit, books.accounts(), &mut numbers).await?;
    for payee in books.payees() {
        if let Some(id) = edit.payee(&payee.name).await? {
            numbers.payees.insert(payee.id, id);
        }
    }
    for tag in books.tags() {
        let ids = edit.tags(std::slice::from_ref(&tag.name)).await?;
        numbers.tags.extend(ids.first().map(|id| (tag.id, *id)));
    }
    for price in books.prices() {
        let (commodity, quote) = (numbers.commodities[&price.commodity], numbers.commodities[&price.quote]);
        edit.change(Delta::added(Price { commodity, quote, ..price }));
    }
    let before = LedgerSettings::read(edit.books()).await?;
    // They are a person's and a small firm's, in several currencies, with investments: every section has something to show.
    let purposes = vec![Purpose::Track, Purpose::Currencies, Purpose::Invest, Purpose::Business];
    let after = LedgerSettings { sample: true, purposes, ..before.clone() };
    if before != after {
        edit.change(Delta::replaced(before.setting()?, after.setting()?));
    }
    Ok(numbers)
}

async fn add_accounts(
    edit: &mut Edit,
    accounts: Vec<Account>,
    numbers: &mut Numbers,
) -> Result<(), ApiError> {
    let tree = ledger::AccountTree::new(accounts.iter().cloned());
    for made in accounts {
        let path = AccountPath::parse(&tree.path(made.id))?;
        let special = matches!(made.kind, ledger::AccountKind::Opening | ledger::AccountKind::Conversion);
        let known = edit.names.accounts.find(&path).map(|known| known.id);
        let id = match known {
            Some(known) => known,
            None if special => edit.special(made.kind)?,
            None => {
                let parent = made.parent.and_then(|parent| numbers.accounts.get(&parent).copied());
                let commodity = made.commodity.and_then(|id| numbers.commodities.get(&id).copied());
                edit.add_account(Account { parent, commodity, ..made.clone() }).await?
            }
        };
        numbers.accounts.insert(made.id, id);
    }
    Ok(())
}

fn numbered(transaction: &Transaction, numbers: &Numbers) -> Result<Transaction, ApiError> {
    let leg = |leg: &Posting| Posting {
        account: numbers.accounts[&leg.account],
        amount: Amount { commodity: numbers.commodities[&leg.amount.commodity], ..leg.amount },
        ..leg.clone()
    };
    let id: TransactionId = transaction.id;
    let mut made = Transaction::new(id, transaction.postings().iter().map(leg).collect())?;
    made.payee = transaction.payee.and_then(|payee| numbers.payees.get(&payee).copied());
    made.description.clone_from(&transaction.description);
    made.note.clone_from(&transaction.note);
    made.tags = transaction.tags.iter().filter_map(|tag| numbers.tags.get(tag).copied()).collect();
    made.tags.sort_unstable();
    made.sorting = transaction.sorting.clone();
    if let Sorting::Rule { .. } = made.sorting {
        made.sorting = Sorting::Person;
    }
    Ok(made)
}
