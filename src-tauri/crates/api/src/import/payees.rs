//! The payees of rows, each kind of text cleaned and looked up once.

use crate::ApiError;
use crate::edit::Edit;
use exchange::{Draft, payee_name, payee_pattern};
use ledger::PayeeId;
use std::collections::HashMap;

/// Patterns remembered at most: those that come again come early.
const MOST_PATTERNS: usize = 10_000;

/// The payees that the texts of one import have led to, by the texts' patterns.
#[derive(Default)]
pub(super) struct Payees {
    known: HashMap<String, Option<PayeeId>>,
}

impl Payees {
    /// The payee of a row: as a rule or a person names it, else what its texts say.
    pub async fn of(
        &mut self,
        edit: &mut Edit,
        draft: &Draft,
        named: Option<&str>,
    ) -> Result<Option<PayeeId>, ApiError> {
        if let Some(named) = named {
            return edit.payee(named).await;
        }
        let stated = draft.payee.as_deref().filter(|payee| !payee.trim().is_empty());
        let text = stated.unwrap_or(&draft.description);
        let Some(pattern) = payee_pattern(text) else { return edit.payee(&payee_name(text)).await };
        if let Some(known) = self.known.get(&pattern) {
            return Ok(*known);
        }
        let payee = edit.payee(&payee_name(text)).await?;
        if self.known.len() < MOST_PATTERNS {
            self.known.insert(pattern, payee);
        }
        Ok(payee)
    }
}
