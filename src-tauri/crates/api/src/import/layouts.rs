//! What an import remembers of the layouts of its files.

use super::open::PendingFile;
use crate::ApiError;
use crate::edit::Edit;
use ledger::ProfileId;
use std::collections::HashMap;
use store::{Delta, Profile};

/// How delimited files are read, and for which account, remembered for the next file of their kind.
pub(super) struct Layouts {
    known: Vec<Profile>,
    /// The layouts that this import is the first to see.
    new: HashMap<String, ProfileId>,
}

impl Layouts {
    pub async fn read(edit: &mut Edit) -> Result<Self, ApiError> {
        Ok(Self { known: edit.books().profiles().await?, new: HashMap::new() })
    }

    /// The layout that a file has.
    pub async fn id_of(
        &mut self,
        edit: &mut Edit,
        file: &PendingFile,
    ) -> Result<Option<ProfileId>, ApiError> {
        let Some((signature, _)) = file.layout() else { return Ok(None) };
        let known = self.known.iter().find(|known| known.signature == signature).map(|known| known.id);
        if let Some(id) = known.or_else(|| self.new.get(&signature).copied()) {
            return Ok(Some(id));
        }
        let id = ProfileId(edit.writer().next_id("profile").await?);
        self.new.insert(signature, id);
        Ok(Some(id))
    }

    pub fn remember(&mut self, edit: &mut Edit, file: &PendingFile, id: Option<ProfileId>) {
        let (Some(id), Some((signature, reading))) = (id, file.layout()) else { return };
        let account = match file.statements.as_slice() {
            [only] => only.plan.as_ref().and_then(|plan| plan.account),
            _ => None,
        };
        match self.known.iter_mut().find(|known| known.id == id) {
            Some(before) => {
                let after = Profile { reading, account: account.or(before.account), ..before.clone() };
                if after != *before {
                    edit.change(Delta::replaced(before.clone(), after.clone()));
                    *before = after;
                }
            }
            None => {
                let made = Profile { id, name: file.name.clone(), signature, reading, account };
                self.known.push(made.clone());
                edit.change(Delta::added(made));
            }
        }
    }
}
