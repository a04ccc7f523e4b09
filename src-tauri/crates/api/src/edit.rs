//! An action in the making: looks things up or makes them, gathers the changes, commits them as one.

use crate::schedules::follow_transactions;
use crate::starter::Unsorted;
use crate::{ApiError, ErrorCode, Money};
use ledger::{
    Account, AccountId, AccountKind, AccountPath, AccountTree, Amount, Commodity, CommodityId, Payee,
    PayeeId, Posting, Refusal, Tag, TagId, Transaction, TransactionId, composed, find_listing,
};
use std::collections::HashMap;
use store::{Action, Change, Delta, Entry, Names, Progress, Reader, Writer};

/// Everything that one action of a person changes, while it is being put together.
pub(crate) struct Edit {
    writer: Writer,
    pub names: Names,
    pub changes: Vec<Change>,
    payees: HashMap<String, PayeeId>,
    all_payees: bool,
    tags: Option<HashMap<String, TagId>>,
}

impl Edit {
    pub async fn begin(store: &store::Store) -> Result<Self, ApiError> {
        let mut writer = store.write().await?;
        let names = writer.names().await?;
        Ok(Self { writer, names, changes: Vec::new(), payees: HashMap::new(), all_payees: false, tags: None })
    }

    /// What the books hold now, without the changes gathered.
    pub fn books(&mut self) -> &mut Reader {
        &mut self.writer
    }

    pub fn writer(&mut self) -> &mut Writer {
        &mut self.writer
    }

    /// Adds a change.
    pub fn change<T>(&mut self, delta: Delta<T>)
    where
        Change: From<Delta<T>>,
    {
        self.changes.push(delta.into());
    }

    /// The commodity with this code, made from the catalogue when the ledger has not used it yet.
    pub async fn commodity(&mut self, code: &str) -> Result<Commodity, ApiError> {
        let code = &*composed(code);
        let known = self.names.commodities.values().find(|known| known.code.eq_ignore_ascii_case(code));
        if let Some(known) = known {
            return Ok(known.clone());
        }
        let listing = find_listing(code).ok_or_else(|| ApiError::unknown_commodity(code))?;
        let made = Commodity {
            id: CommodityId(self.writer.next_id("commodity").await?),
            code: listing.code,
            name: listing.name,
            kind: listing.kind,
            scale: listing.scale,
            symbol: listing.symbol,
        };
        self.add_commodity(made.clone());
        Ok(made)
    }

    pub fn add_commodity(&mut self, commodity: Commodity) {
        self.names.commodities.insert(commodity.id, commodity.clone());
        self.change(Delta::added(commodity));
    }

    /// The amount that money stands for.
    pub async fn amount(&mut self, money: &Money) -> Result<Amount, ApiError> {
        let commodity = self.commodity(&money.commodity).await?;
        money.read(&commodity)
    }

    /// The account at a path, made with every group above it when it is not there.
    pub async fn account_at(
        &mut self,
        path: &AccountPath,
        kind: Option<AccountKind>,
        commodity: Option<CommodityId>,
    ) -> Result<AccountId, ApiError> {
        let (found, missing) = self
            .names
            .accounts
            .descend(path)
            .ok_or_else(|| ApiError::missing(format!("account “{path}”")))?;
        let generic = path.account_type().generic_kind();
        let (mut parent, missing) = (found.id, missing.to_vec());
        for (place, name) in missing.iter().enumerate() {
            let last = place + 1 == missing.len();
            parent = self
                .add_account(Account {
                    id: AccountId(0),
                    parent: Some(parent),
                    name: name.clone(),
                    kind: if last { kind.unwrap_or(generic) } else { generic },
                    commodity: if last { commodity } else { None },
                    number: String::new(),
                    note: String::new(),
                    closed: false,
                })
                .await?;
        }
        Ok(parent)
    }

    /// Adds an account under a new id.
    pub async fn add_account(&mut self, mut account: Account) -> Result<AccountId, ApiError> {
        account.id = AccountId(self.writer.next_id("account").await?);
        let id = account.id;
        self.change(Delta::added(account.clone()));
        let accounts = self.names.accounts.walk().into_iter().cloned().chain([account]);
        self.names.accounts = AccountTree::new(accounts);
        Ok(id)
    }

    /// The accounts that take what nobody has sorted yet.
    pub async fn unsorted(&mut self) -> Result<Unsorted, ApiError> {
        Unsorted::read(&mut self.writer, &self.names).await
    }

    /// The one account of a kind that every ledger has: opening balances, conversions.
    pub fn special(&self, kind: AccountKind) -> Result<AccountId, ApiError> {
        let found = self.names.accounts.walk().into_iter().find(|account| account.kind == kind);
        found
            .map(|account| account.id)
            .ok_or_else(|| ApiError::missing(format!("the account for {}", kind.code())))
    }

    /// The payee with this name, made when there is none; `None` for a blank name.
    pub async fn payee(&mut self, name: &str) -> Result<Option<PayeeId>, ApiError> {
        let name = &*composed(name);
        if name.is_empty() {
            return Ok(None);
        }
        if let Some(id) = self.payees.get(name) {
            return Ok(Some(*id));
        }
        let stored = if self.all_payees { None } else { self.writer.find_payee(name).await? };
        let id = match stored {
            Some(id) => id,
            None => {
                let id = PayeeId(self.writer.next_id("payee").await?);
                self.change(Delta::added(Payee { id, name: name.to_owned() }));
                id
            }
        };
        self.payees.insert(name.to_owned(), id);
        Ok(Some(id))
    }

    /// Reads every payee at once, for an action that names many.
    pub async fn load_payees(&mut self) -> Result<(), ApiError> {
        self.payees = self.writer.payees().await?.into_iter().map(|payee| (payee.name, payee.id)).collect();
        self.all_payees = true;
        Ok(())
    }

    /// The tags with these names, each made when there is none; blank names are left out.
    pub async fn tags(&mut self, names: &[String]) -> Result<Vec<TagId>, ApiError> {
        let mut known = match self.tags.take() {
            Some(known) => known,
            None => self.writer.tags().await?.into_iter().map(|tag| (tag.name, tag.id)).collect(),
        };
        let mut ids = Vec::new();
        for name in names.iter().map(|name| composed(name)).filter(|name| !name.is_empty()) {
            let id = match known.get(&*name) {
                Some(id) => *id,
                None => {
                    let id = TagId(self.writer.next_id("tag").await?);
                    self.change(Delta::added(Tag { id, name: name.clone().into_owned() }));
                    known.insert(name.into_owned(), id);
                    id
                }
            };
            ids.push(id);
        }
        self.tags = Some(known);
        ids.sort_unstable();
        ids.dedup();
        Ok(ids)
    }

    /// The serial number of a new transaction.
    pub async fn serial(&mut self) -> Result<u32, ApiError> {
        self.serials(1).await
    }

    /// The first of `count` consecutive serial numbers.
    pub async fn serials(&mut self, count: usize) -> Result<u32, ApiError> {
        let first = self.writer.next_ids("transaction", count).await?;
        u32::try_from(first).map_err(|_| ApiError::invalid("this ledger has used up its transaction numbers"))
    }

    /// A transaction of these postings, with a conversion where two commodities meet.
    pub fn transaction(&self, id: TransactionId, postings: Vec<Posting>) -> Result<Transaction, ApiError> {
        let made = Transaction::converting(id, postings, self.special(AccountKind::Conversion)?);
        made.map_err(|refusal| match refusal {
            Refusal::Unbalanced { commodity, by } => {
                let Money { amount, commodity } = Money::of(Amount::new(by, commodity), &self.names);
                let message = format!("the amounts must sum to zero, they sum to {amount} {commodity}");
                let error = ApiError::new(ErrorCode::Unbalanced, message);
                error.with("difference", amount).with("commodity", commodity)
            }
            other => other.into(),
        })
    }

    /// The transaction with this id.
    pub async fn stored(&mut self, id: TransactionId) -> Result<Transaction, ApiError> {
        let found = self.writer.transactions(&[id]).await?.pop();
        found.ok_or_else(|| ApiError::missing(format!("the transaction of {}", id.day())))
    }

    /// Commits everything gathered as what the ledger is founded on, before which Undo stops.
    pub async fn found(self, name: &'static str) -> Result<(), ApiError> {
        self.writer.commit(Action::founding(name, self.changes)).await?;
        Ok(())
    }

    /// Commits everything gathered; nothing gathered is nothing done.
    pub async fn commit(
        self,
        name: &'static str,
        detail: serde_json::Value,
    ) -> Result<Option<Entry>, ApiError> {
        self.commit_with(name, detail, &Progress::default()).await
    }

    /// As [`Edit::commit`], reporting progress.
    pub async fn commit_with(
        mut self,
        name: &'static str,
        detail: serde_json::Value,
        progress: &Progress,
    ) -> Result<Option<Entry>, ApiError> {
        if self.changes.is_empty() {
            return Ok(None);
        }
        follow_transactions(&mut self).await?;
        let action = Action::new(name, self.changes).with_detail(detail);
        Ok(Some(self.writer.commit_with(action, progress).await?))
    }
}
