//! Reading files, with what is remembered of their kind.

use super::Imports;
use super::plan::StatementPlan;
use super::rows::Choice;
use super::target::{self, Target};
use crate::{ApiError, Books, ErrorCode, Id};
use exchange::matching::Source;
use exchange::sheet::{self, SheetReading};
use exchange::{Document, FileError, Format, StatementDraft, csv, ofx, qif};
use ledger::ProfileId;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use store::{Profile, Reader};

/// A file handed over: a statement, a receipt.
#[derive(Debug, Clone)]
pub struct NamedFile {
    /// Its name, without its folder.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// How a file is read; every part of it can be changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "format")]
#[derive(specta::Type)]
pub enum FileReading {
    /// Delimited text.
    Csv {
        /// How.
        reading: csv::Reading,
    },
    /// A table of everything that Coffer wrote.
    Everything,
    /// OFX or QFX, which says itself how it is read.
    Ofx,
    /// QIF.
    Qif {
        /// How.
        reading: qif::QifReading,
    },
}

/// A file that is being looked at.
pub(crate) struct PendingFile {
    pub name: String,
    pub bytes: Vec<u8>,
    pub sha256: String,
    pub format: Format,
    pub reading: FileReading,
    /// What was guessed of a delimited file, and why.
    pub detection: Option<csv::Detection>,
    /// The remembered layout that was applied.
    pub profile: Option<Profile>,
    /// Why it cannot be read.
    pub failure: Option<FileError>,
    pub statements: Vec<PendingStatement>,
    /// The transactions of a table of everything, with how many of them are new here and how many known.
    pub everything: Option<(SheetReading, (u32, u32))>,
}

/// The rows of one account in a file that is being looked at.
pub(crate) struct PendingStatement {
    pub draft: StatementDraft,
    pub target: Option<Target>,
    /// `true` to start an empty account with the balance that the file states before its first row.
    pub opening: bool,
    /// What a person chose for single rows, by the row's place.
    pub choices: HashMap<u32, Choice>,
    pub plan: Option<StatementPlan>,
}

impl Books {
    /// Reads files for an import that a person will look at; nothing is written.
    ///
    /// # Errors
    /// Those of the store; a file that cannot be read is shown as such.
    pub async fn import_open(&self, files: Vec<NamedFile>) -> Result<Id, ApiError> {
        let mut imports = self.imports.lock().await;
        imports.next += 1;
        let id = imports.next;
        imports.open.insert(id, Vec::new());
        drop(imports);
        self.import_add(id, files).await?;
        Ok(id)
    }

    /// Adds files to an import that a person is looking at.
    ///
    /// # Errors
    /// [`ErrorCode::Missing`].
    pub async fn import_add(&self, import: Id, files: Vec<NamedFile>) -> Result<(), ApiError> {
        for file in files {
            let mut reader = self.store.read().await?;
            let profiles = reader.profiles().await?;
            // Reading a large file takes a moment that the other threads should not wait for.
            let read = tokio::task::spawn_blocking(move || open_file(file, &profiles));
            let mut opened =
                read.await.map_err(|error| ApiError::new(ErrorCode::Internal, error.to_string()))?;
            let mut imports = self.imports.lock().await;
            let others = imports.files(import)?;
            opened.choose_targets(&mut reader, others).await?;
            drop(reader);
            if let Some((reading, counted)) = &mut opened.everything {
                *counted = self.count_everything(reading).await?;
            }
            others.push(opened);
        }
        self.import_plan(import).await
    }

    /// Takes a file out of an import; the files behind it move up.
    ///
    /// # Errors
    /// [`ErrorCode::Missing`].
    pub async fn import_remove(&self, import: Id, file: u32) -> Result<(), ApiError> {
        let mut imports = self.imports.lock().await;
        imports.file(import, file)?;
        imports.files(import)?.remove(file as usize);
        drop(imports);
        self.import_plan(import).await
    }

    /// Reads one file of an import in another way.
    ///
    /// # Errors
    /// [`ErrorCode::Missing`] for an import or file that is not open.
    pub async fn import_read(&self, import: Id, file: u32, reading: &FileReading) -> Result<(), ApiError> {
        let mut imports = self.imports.lock().await;
        let pending = imports.file(import, file)?;
        pending.reading = reading.clone();
        self.read_again(&mut imports, import, file).await?;
        drop(imports);
        self.import_plan(import).await
    }

    /// Guesses anew how a delimited file is read, within what a person says of it.
    ///
    /// # Errors
    /// [`ErrorCode::Missing`] for an import or file that is not open; [`ErrorCode::Invalid`] for a file of another format,
    /// an encoding or a delimiter that is none.
    pub async fn import_detect(&self, import: Id, file: u32, frame: &csv::Frame) -> Result<(), ApiError> {
        let mut imports = self.imports.lock().await;
        let pending = imports.file(import, file)?;
        if pending.format != Format::Csv {
            return Err(ApiError::invalid(format!("“{}” is not delimited text", pending.name)));
        }
        let found = csv::detect_within(&pending.bytes, frame);
        let detection = found.map_err(|failure| ApiError::invalid(failure.to_string()))?;
        pending.reading = FileReading::Csv { reading: detection.reading.clone() };
        pending.detection = Some(detection);
        pending.profile = None;
        self.read_again(&mut imports, import, file).await?;
        drop(imports);
        self.import_plan(import).await
    }

    /// Reads a file again and keeps the accounts that a person chose for its statements.
    async fn read_again(&self, imports: &mut Imports, import: Id, file: u32) -> Result<(), ApiError> {
        let files = imports.files(import)?;
        let place = (file as usize).min(files.len());
        let (before, rest) = files.split_at_mut(place);
        let Some(pending) = rest.first_mut() else {
            return Err(ApiError::missing(format!("file {file} of import {import}")));
        };
        let chosen: Vec<(Option<Target>, bool)> =
            pending.statements.iter().map(|known| (known.target.clone(), known.opening)).collect();
        pending.read();
        let mut reader = self.store.read().await?;
        pending.choose_targets(&mut reader, before).await?;
        if chosen.len() == pending.statements.len() {
            for (statement, (target, opening)) in pending.statements.iter_mut().zip(chosen) {
                if target.is_some() {
                    (statement.target, statement.opening) = (target, opening);
                }
            }
        }
        Ok(())
    }

    /// Forgets an import without a trace.
    pub async fn import_discard(&self, import: Id) {
        self.imports.lock().await.open.remove(&import);
    }
}

impl Imports {
    pub(super) fn files(&mut self, import: Id) -> Result<&mut Vec<PendingFile>, ApiError> {
        self.open.get_mut(&import).ok_or_else(|| ApiError::missing(format!("import {import}")))
    }

    pub(super) fn take(&mut self, import: Id) -> Result<Vec<PendingFile>, ApiError> {
        self.open.remove(&import).ok_or_else(|| ApiError::missing(format!("import {import}")))
    }

    pub(super) fn put_back(&mut self, import: Id, files: Vec<PendingFile>) {
        self.open.insert(import, files);
    }

    pub(super) fn file(&mut self, import: Id, file: u32) -> Result<&mut PendingFile, ApiError> {
        let found = self.files(import)?.get_mut(file as usize);
        found.ok_or_else(|| ApiError::missing(format!("file {file} of import {import}")))
    }

    pub(super) fn statement(
        &mut self,
        import: Id,
        file: u32,
        statement: u32,
    ) -> Result<&mut PendingStatement, ApiError> {
        let found = self.file(import, file)?.statements.get_mut(statement as usize);
        found.ok_or_else(|| ApiError::missing(format!("statement {statement} of file {file}")))
    }
}

/// Tells the format, guesses how to read the file, applies what is remembered of its kind, and reads it.
pub(crate) fn open_file(file: NamedFile, profiles: &[Profile]) -> PendingFile {
    let format = Format::sniff(&file.bytes, &file.name);
    let mut opened = PendingFile {
        sha256: hex::encode(Sha256::digest(&file.bytes)),
        name: file.name,
        bytes: file.bytes,
        format,
        reading: FileReading::Ofx,
        detection: None,
        profile: None,
        failure: None,
        statements: Vec::new(),
        everything: None,
    };
    let guessed = match format {
        Format::Csv if sheet::is_everything(&opened.bytes) => Ok(FileReading::Everything),
        Format::Csv => csv::detect(&opened.bytes).map(|detection| {
            let mut reading = detection.reading.clone();
            let signature = reading.signature();
            let known = profiles.iter().find(|profile| profile.signature == signature).cloned();
            if let Some(remembered) =
                known.as_ref().and_then(|known| serde_json::from_str(&known.reading).ok())
            {
                reading = reading.with_choices_of(&remembered);
            }
            opened.profile = known;
            opened.detection = Some(detection);
            FileReading::Csv { reading }
        }),
        Format::Ofx => Ok(FileReading::Ofx),
        Format::Qif => qif::detect(&opened.bytes).map(|found| FileReading::Qif { reading: found.reading }),
    };
    match guessed {
        Ok(reading) => {
            opened.reading = reading;
            opened.read();
            opened.doubt_memory();
        }
        Err(failure) => opened.failure = Some(failure),
    }
    opened
}

impl PendingFile {
    /// Reads the bytes as the reading says.
    fn read(&mut self) {
        let read = match &self.reading {
            FileReading::Everything => {
                match sheet::read_everything(&self.bytes) {
                    Ok(reading) => self.everything = Some((reading, (0, 0))),
                    Err(failure) => self.failure = Some(failure),
                }
                return;
            }
            FileReading::Csv { reading } => csv::read(&self.bytes, reading),
            FileReading::Ofx => ofx::read(&self.bytes),
            FileReading::Qif { reading } => qif::read(&self.bytes, reading),
        };
        (self.statements, self.failure) = match read {
            Ok(Document { statements, .. }) => {
                (statements.into_iter().map(PendingStatement::new).collect(), None)
            }
            Err(failure) => (Vec::new(), Some(failure)),
        };
    }

    /// Reads a file with its own dates and numbers where those of an earlier file of its kind leave more rows unreadable:
    /// banks share headers.
    fn doubt_memory(&mut self) {
        let (FileReading::Csv { reading }, Some(detection), Some(_)) =
            (&self.reading, &self.detection, &self.profile)
        else {
            return;
        };
        let (dates, numbers) = (detection.reading.dates, detection.reading.numbers);
        let before = self.unreadable();
        if before == 0 || (reading.dates, reading.numbers) == (dates, numbers) {
            return;
        }
        let own = FileReading::Csv { reading: csv::Reading { dates, numbers, ..reading.clone() } };
        let remembered = std::mem::replace(&mut self.reading, own);
        self.read();
        if self.unreadable() >= before {
            self.reading = remembered;
            self.read();
        }
    }

    fn unreadable(&self) -> usize {
        match self.failure {
            Some(_) => usize::MAX,
            None => self.statements.iter().map(|statement| statement.draft.unreadable.len()).sum(),
        }
    }

    /// Finds the account that each statement is about: one that is there, one that another file of the same layout goes
    /// to, or a new one where the file names an account, or there is none yet.
    async fn choose_targets(&mut self, reader: &mut Reader, others: &[Self]) -> Result<(), ApiError> {
        let names = reader.names().await?;
        let used = reader.balances(None).await?;
        let remembered = self.profile.as_ref().and_then(|profile| profile.account);
        let remembered = remembered.filter(|id| names.accounts.get(*id).is_some_and(|found| !found.closed));
        let alone = self.statements.len() == 1;
        let alike = self.layout().and_then(|(signature, _)| {
            let same = |other: &&Self| other.layout().is_some_and(|(known, _)| known == signature);
            others.iter().rfind(same)?.statements.first()?.target.clone()
        });
        let none_yet = !names
            .accounts
            .walk()
            .iter()
            .any(|account| names.is_holding(account.id) && account.parent.is_some());
        for statement in &mut self.statements {
            let hint = &statement.draft.account;
            let known = target::find(hint, &names)
                .or_else(|| remembered.filter(|_| alone).map(Target::Account))
                .or_else(|| alike.clone().filter(|_| alone && hint.number.is_none()));
            statement.target = known.or_else(|| {
                let told = hint.number.is_some() || hint.name.is_some();
                (told || none_yet).then(|| Target::New(target::suggestion(hint, stem(&self.name))))
            });
            if let Some(Target::Account(account)) = &statement.target {
                statement.opening = !used.iter().any(|balance| balance.account == *account);
            }
        }
        Ok(())
    }

    /// The layout to remember for files of this kind, if it is one that needs remembering.
    pub fn layout(&self) -> Option<(String, String)> {
        let FileReading::Csv { reading } = &self.reading else { return None };
        Some((reading.signature(), serde_json::to_string(reading).ok()?))
    }

    /// Notes among what is remembered how this file is read.
    pub fn teach(&self, profiles: &mut Vec<Profile>) {
        let Some((signature, reading)) = self.layout() else { return };
        match profiles.iter_mut().find(|known| known.signature == signature) {
            Some(known) => known.reading = reading,
            None => {
                let (id, name) = (ProfileId(0), self.name.clone());
                profiles.push(Profile { id, name, signature, reading, account: None });
            }
        }
    }

    pub fn source(&self, profile: Option<ProfileId>) -> Source {
        Source { format: self.format, profile }
    }

    /// The source as it will be: files of one layout that nobody has seen before are of one source.
    pub fn previewed_source(&self) -> Source {
        let unseen = || {
            let (signature, _) = self.layout()?;
            let number = u64::from_str_radix(&signature, 16).ok()?;
            Some(ProfileId(-i64::try_from(number >> 1).unwrap_or(i64::MAX)))
        };
        self.source(self.profile.as_ref().map(|profile| profile.id).or_else(unseen))
    }
}

/// A file's name without its ending.
pub(super) fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

impl PendingStatement {
    fn new(draft: StatementDraft) -> Self {
        Self { draft, target: None, opening: true, choices: HashMap::new(), plan: None }
    }
}
