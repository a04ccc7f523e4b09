//! What the rows of a view come to.

use crate::register::read_filter;
use crate::{ApiError, Books, FilterInput};
use ledger::{AccountId, Amount};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::{Movement, Names};

/// What came in and went out in one commodity, as decimal text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TotalView {
    /// The code of the commodity.
    pub commodity: String,
    /// What came in, never negative.
    pub incoming: String,
    /// What went out, never positive.
    pub outgoing: String,
    /// What came in less what went out: the sum of the two.
    pub net: String,
}

impl Books {
    /// What the transactions that a filter finds come to, for each commodity. Where the filter names accounts, it is what
    /// moved in them. Otherwise it is what was earned and spent, in the categories that the filter names or in all, so that
    /// money moved between own accounts does not count.
    ///
    /// # Errors
    /// As [`Books::find`].
    pub async fn find_totals(&self, filter: &FilterInput) -> Result<Vec<TotalView>, ApiError> {
        let mut reader = self.store.read().await?;
        let names = reader.names().await?;
        let conditions = read_filter(&mut reader, filter, &names).await?;
        let own = !conditions.accounts.is_empty();
        let accounts: Vec<AccountId> = if own {
            conditions.accounts.clone()
        } else if conditions.categories.is_empty() {
            names
                .accounts
                .walk()
                .into_iter()
                .map(|account| account.id)
                .filter(|id| names.is_category(*id))
                .collect()
        } else {
            conditions.categories.clone()
        };
        let mut totals = reader
            .movements(&conditions, &accounts)
            .await?
            .into_iter()
            .map(|moved| TotalView::of(if own { moved } else { turned(moved) }, &names))
            .collect::<Result<Vec<_>, _>>()?;
        totals.sort_by(|a, b| a.commodity.cmp(&b.commodity));
        Ok(totals)
    }
}

/// What goes into a category goes out of one's pocket.
fn turned(moved: Movement) -> Movement {
    let negated = |amount: Amount| Amount::new(amount.quantity.negated(), amount.commodity);
    Movement { incoming: negated(moved.outgoing), outgoing: negated(moved.incoming) }
}

impl TotalView {
    fn of(moved: Movement, names: &Names) -> Result<Self, ApiError> {
        let commodity = moved.incoming.commodity;
        let scale = names.scale(commodity);
        let net = moved.incoming.quantity.plus(moved.outgoing.quantity)?;
        let text = |quantity: ledger::Quantity| quantity.to_decimal(scale).to_string();
        Ok(Self {
            commodity: names.commodities.get(&commodity).map(|found| found.code.clone()).unwrap_or_default(),
            incoming: text(moved.incoming.quantity),
            outgoing: text(moved.outgoing.quantity),
            net: text(net),
        })
    }
}
