//! What an account should hold at least.

use crate::accounts::find;
use crate::edit::Edit;
use crate::{ApiError, Books, EntryView, Id, Money};
use ledger::AccountId;
use planning::Floor;
use store::Delta;

impl Books {
    /// Sets what an account should hold of a commodity at least, or (with `None`) lets it not matter again. The commodity is
    /// the account's own when left out.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Missing`] for an unknown account or commodity; [`crate::ErrorCode::Invalid`] for a category.
    pub async fn account_floor_set(
        &self,
        account: Id,
        commodity: Option<String>,
        amount: Option<String>,
    ) -> Result<Option<EntryView>, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let account = find(&edit.names, AccountId(account.into()))?.clone();
        if !account.account_type().is_holding() {
            return Err(ApiError::invalid(format!(
                "“{}” holds nothing; a floor is for an account",
                account.name
            )));
        }
        let code = match (commodity, account.commodity) {
            (Some(code), _) => code,
            (None, Some(own)) => {
                edit.names.commodities.get(&own).map(|own| own.code.clone()).unwrap_or_default()
            }
            (None, None) => {
                return Err(ApiError::invalid(format!(
                    "“{}” holds several currencies; say which",
                    account.name
                )));
            }
        };
        let commodity = edit.commodity(&code).await?;
        let known = edit.books().floors().await?;
        let before =
            known.into_iter().find(|floor| (floor.account, floor.commodity) == (account.id, commodity.id));
        let after = match &amount {
            Some(amount) => {
                let money = Money { amount: amount.clone(), commodity: code };
                let quantity = money.read(&commodity)?.quantity;
                Some(Floor { account: account.id, commodity: commodity.id, quantity })
            }
            None => None,
        };
        if before != after {
            edit.change(Delta { before, after });
        }
        let detail = serde_json::json!({ "account": account.name, "amount": amount.unwrap_or_default() });
        EntryView::of(edit.commit("account_floor_set", detail).await?)
    }
}
