//! Receipts and other files kept with transactions, inside the encrypted ledger.

use crate::accounts::to_id;
use crate::edit::Edit;
use crate::transactions::parse_id;
use crate::{ApiError, Books, EntryView, ErrorCode, Id, NamedFile};
use ledger::AttachmentId;
use serde::Serialize;
use specta::Type;
use store::{Attachment, Delta, Reader};

/// A kept file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct AttachmentView {
    /// Its number.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Its media type, told from its bytes.
    pub media_type: String,
    /// Its size in bytes.
    pub size: u32,
}

/// The largest file that is kept, in bytes.
const LIMIT: usize = 25 << 20;

impl AttachmentView {
    pub(crate) async fn all(reader: &mut Reader, serial: u32) -> Result<Vec<Self>, ApiError> {
        reader.attachments(serial).await?.into_iter().map(Self::try_from).collect()
    }
}

impl TryFrom<Attachment> for AttachmentView {
    type Error = ApiError;
    fn try_from(attachment: Attachment) -> Result<Self, ApiError> {
        Ok(Self {
            id: to_id(attachment.id.0)?,
            name: attachment.name,
            media_type: attachment.media_type,
            size: u32::try_from(attachment.size).unwrap_or(u32::MAX),
        })
    }
}

impl Books {
    /// Keeps files with a transaction, all or none of them, as one action.
    ///
    /// # Errors
    /// [`ErrorCode::File`] for an empty file or one of more than 25 MiB; [`ErrorCode::PeriodClosed`] for a transaction of a
    /// closed period.
    pub async fn attach(
        &self,
        transaction: &str,
        files: &[NamedFile],
    ) -> Result<Option<EntryView>, ApiError> {
        let unfit = files.iter().find(|file| file.bytes.is_empty() || file.bytes.len() > LIMIT);
        if let Some(NamedFile { name, .. }) = unfit {
            let message = format!("“{name}” cannot be kept: files of 1 byte to 25 MiB can");
            return Err(ApiError::new(ErrorCode::File, message).with("path", name));
        }
        let mut edit = Edit::begin(&self.store).await?;
        let transaction = edit.stored(parse_id(transaction)?).await?;
        for NamedFile { name, bytes } in files {
            let sha256 = edit.writer().keep_content(bytes).await?;
            let id = AttachmentId(edit.writer().next_id("attachment").await?);
            edit.change(Delta::added(Attachment {
                id,
                transaction_serial: transaction.id.serial(),
                name: plain_name(name),
                media_type: media_type(bytes).to_owned(),
                size: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
                sha256,
            }));
        }
        let names: Vec<String> = files.iter().map(|file| plain_name(&file.name)).collect();
        EntryView::of(edit.commit("attach", serde_json::json!({ "file": names.join(", ") })).await?)
    }

    /// Takes a kept file away.
    ///
    /// # Errors
    /// [`ErrorCode::Missing`]; [`ErrorCode::PeriodClosed`] for what a closed period is proved by.
    pub async fn detach(&self, transaction: &str, attachment: Id) -> Result<Option<EntryView>, ApiError> {
        let mut edit = Edit::begin(&self.store).await?;
        let transaction = edit.stored(parse_id(transaction)?).await?;
        let found = attached(edit.books(), transaction.id.serial(), attachment).await?;
        let name = found.name.clone();
        edit.change(Delta::removed(found));
        EntryView::of(edit.commit("detach", serde_json::json!({ "file": name })).await?)
    }

    /// The name, media type and bytes of a kept file.
    ///
    /// # Errors
    /// [`ErrorCode::Missing`], [`ErrorCode::LedgerDamaged`] when the bytes are not those that were kept.
    pub async fn attachment(
        &self,
        transaction: &str,
        attachment: Id,
    ) -> Result<(AttachmentView, Vec<u8>), ApiError> {
        let mut reader = self.store.read().await?;
        let found = attached(&mut reader, parse_id(transaction)?.serial(), attachment).await?;
        let bytes = reader.content(&found.sha256).await?;
        Ok((found.try_into()?, bytes))
    }
}

async fn attached(reader: &mut Reader, serial: u32, attachment: Id) -> Result<Attachment, ApiError> {
    let found = reader.attachments(serial).await?.into_iter().find(|kept| kept.id.0 == i64::from(attachment));
    found.ok_or_else(|| ApiError::missing(format!("file {attachment}")))
}

/// A file's name without folders and control characters.
fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last.chars().filter(|c| !c.is_control()).take(200).collect();
    if plain.trim().is_empty() { "file".into() } else { plain }
}

/// The media type that a file's first bytes name; what is not known is not guessed.
fn media_type(bytes: &[u8]) -> &'static str {
    match bytes {
        [b'%', b'P', b'D', b'F', ..] => "application/pdf",
        [0x89, b'P', b'N', b'G', ..] => "image/png",
        [0xff, 0xd8, 0xff, ..] => "image/jpeg",
        [b'G', b'I', b'F', b'8', ..] => "image/gif",
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => "image/webp",
        [_, _, _, _, b'f', b't', b'y', b'p', b'h', b'e', b'i', b'c', ..] => "image/heic",
        _ if std::str::from_utf8(bytes).is_ok_and(|text| !text.contains('\0')) => "text/plain",
        _ => "application/octet-stream",
    }
}
