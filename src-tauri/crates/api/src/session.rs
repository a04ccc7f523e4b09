//! What a window works in: at most one ledger, open or locked, and the work that is going on.

use crate::activities::{Activities, ActivityKind};
use crate::books::Start;
use crate::places::Places;
use crate::recovery::Proposed;
use crate::session_view::{CreatedView, LedgerInput, LedgerState, SessionView};
use crate::{
    ActivityView, ApiError, BackupView, Books, EntryView, ErrorCode, Id, KeyPlace, KeySource, Language,
    LedgerSettings,
};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use store::Progress;
use tokio::sync::RwLock;
use zeroize::Zeroizing;

pub(crate) enum State {
    Closed,
    Open(Arc<Books>),
    Locked(PathBuf),
}

/// What a window works in.
pub struct Session {
    pub(crate) state: RwLock<State>,
    /// Held while a ledger is being opened: who asks for the same one meanwhile waits, instead of finding it in use.
    opening: tokio::sync::Mutex<()>,
    pub(crate) proposed: Proposed,
    places: Places,
    pub(crate) activities: Arc<Activities>,
    /// Files and folders that a person chose in a dialog of the system or handed over at the start. The window itself
    /// cannot name any other.
    chosen: Mutex<HashSet<PathBuf>>,
}

impl Session {
    /// A session without a ledger.
    pub fn new(places: Places) -> Self {
        Self {
            state: RwLock::new(State::Closed),
            opening: tokio::sync::Mutex::default(),
            proposed: Proposed::default(),
            places,
            activities: Arc::default(),
            chosen: Mutex::default(),
        }
    }

    /// Lets the window name a file or folder that a person chose.
    pub fn allow(&self, path: &Path) {
        self.chosen.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_path_buf());
    }

    /// `true` for a file or folder that the window may name.
    pub fn may_name(&self, path: &Path) -> bool {
        self.chosen.lock().unwrap_or_else(PoisonError::into_inner).contains(path)
    }

    /// The open ledger.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`], [`ErrorCode::NoLedger`].
    pub async fn books(&self) -> Result<Arc<Books>, ApiError> {
        match &*self.state.read().await {
            State::Open(books) => Ok(Arc::clone(books)),
            State::Locked(_) => Err(ApiError::new(ErrorCode::Locked, "the ledger is locked")),
            State::Closed => Err(ApiError::new(ErrorCode::NoLedger, "no ledger is open")),
        }
    }

    /// How the session stands.
    ///
    /// # Errors
    /// None but those of the keychain, while a ledger is locked.
    pub async fn session_view(&self) -> Result<SessionView, ApiError> {
        let (state, path) = match &*self.state.read().await {
            State::Closed => (LedgerState::Closed, None),
            State::Open(books) => (LedgerState::Open, Some(books.path().to_path_buf())),
            State::Locked(path) => (LedgerState::Locked, Some(path.clone())),
        };
        let password = match &path {
            Some(path) if state == LedgerState::Locked => Books::has_password(path).await.unwrap_or(false),
            _ => false,
        };
        Ok(SessionView {
            state,
            path: path.map(|path| path.display().to_string()),
            password,
            recent: self.places.recent(),
            folder: self.places.documents.display().to_string(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        })
    }

    /// Creates a ledger and opens it.
    ///
    /// # Errors
    /// [`ErrorCode::LedgerExists`] when there is a file of that name.
    pub async fn ledger_create(&self, input: &LedgerInput) -> Result<CreatedView, ApiError> {
        let folder = match &input.folder {
            Some(folder) => self.allowed(folder)?,
            None => self.places.documents.clone(),
        };
        let path = folder.join(format!("{}.coffer", file_stem(&input.name)?));
        let start = Start { currency: input.currency.clone(), language: input.language, categories: true };
        let made = Books::create(&path, &start).await?;
        let before = made.books.ledger_settings().await?;
        let settings =
            LedgerSettings { name: input.name.trim().to_owned(), purposes: input.purposes.clone(), ..before };
        made.books.set_founding_settings(&settings).await?;
        self.take(made.books, &settings.name).await?;
        Ok(CreatedView {
            path: path.display().to_string(),
            phrase: made.phrase.to_string(),
            keychain: made.keychain,
        })
    }

    /// Opens a ledger with the key in the keychain. Another that is open stays so until this one is.
    ///
    /// # Errors
    /// [`ErrorCode::PasswordNeeded`], [`ErrorCode::KeyMissing`] and those of the file.
    pub async fn ledger_open(&self, path: &str, password: Option<String>) -> Result<(), ApiError> {
        let path = self.allowed(path)?;
        let _turn = self.opening.lock().await;
        if self.has_open(&path).await {
            return Ok(());
        }
        let books = Books::open(&path, keychain(password), PATIENCE).await?;
        self.take_named(books).await
    }

    /// Opens the ledger that a window starts with, `asked` or else the one that was open last, and works out the
    /// figures of its first screen, while the window is still being made. Where that fails, the window finds out and says so when it
    /// asks itself.
    pub async fn open_ahead(&self, asked: Option<&Path>) {
        let last = || self.places.recent().into_iter().find(|ledger| !ledger.gone).map(|ledger| ledger.path);
        let path = asked.map(|path| path.display().to_string()).or_else(last);
        let Some(path) = path else { return };
        if self.ledger_open(&path, None).await.is_err() {
            return;
        }
        if let Ok(books) = self.books().await {
            books.overview_ahead().await.ok();
        }
    }

    /// Opens a ledger with its recovery phrase and puts its key into the keychain again.
    ///
    /// # Errors
    /// [`ErrorCode::Phrase`] and those of the file.
    pub async fn ledger_recover(&self, path: &str, phrase: String) -> Result<(), ApiError> {
        let path = self.allowed(path)?;
        if self.has_open(&path).await {
            return Ok(());
        }
        let books = Books::recover(&path, Zeroizing::new(phrase)).await?;
        self.take_named(books).await
    }

    /// Makes fresh sample books and opens them.
    ///
    /// # Errors
    /// Those of the file.
    pub async fn ledger_sample(&self, language: Language) -> Result<(), ApiError> {
        self.close().await;
        let name = match language {
            Language::English => "Sample books",
            Language::Thai => "สมุดตัวอย่าง",
        };
        let path = self.places.data.join(format!("{name}.coffer"));
        remove_sample(&path).await?;
        let (id, progress) = self.activities.start(ActivityKind::Sample, name);
        let made = sample(&path, language, &progress).await;
        self.activities.end(id, made.as_ref().map(|_| None));
        self.take_named(made?).await
    }

    /// Locks the ledger: its file is closed and its key gone from memory.
    pub async fn ledger_lock(&self) {
        let mut state = self.state.write().await;
        if let State::Open(books) = &*state {
            let path = books.path().to_path_buf();
            books.close().await;
            *state = State::Locked(path);
            *self.proposed.lock().await = None;
        }
    }

    /// Opens the locked ledger again.
    ///
    /// # Errors
    /// [`ErrorCode::PasswordNeeded`], [`ErrorCode::WrongPassword`] and those of the file.
    pub async fn ledger_unlock(&self, password: Option<String>) -> Result<(), ApiError> {
        let path = match &*self.state.read().await {
            State::Locked(path) => path.clone(),
            State::Open(_) => return Ok(()),
            State::Closed => return Err(ApiError::new(ErrorCode::NoLedger, "no ledger is open")),
        };
        let books = Books::open(&path, keychain(password), PATIENCE).await?;
        self.take_named(books).await
    }

    /// Closes the ledger.
    pub async fn close(&self) {
        let mut state = self.state.write().await;
        if let State::Open(books) = &*state {
            books.close().await;
        }
        *state = State::Closed;
    }

    /// Takes a ledger off the list of recent ones; its file stays.
    ///
    /// # Errors
    /// [`ErrorCode::NotWritable`].
    pub async fn ledger_forget(&self, path: &str) -> Result<(), ApiError> {
        self.places.forget(path)
    }

    /// `true` when the open ledger's key is behind an app password.
    ///
    /// # Errors
    /// Those of the keychain.
    pub async fn password_state(&self) -> Result<bool, ApiError> {
        Books::has_password(self.books().await?.path()).await
    }

    /// Sets, changes or takes away the app password of the open ledger.
    ///
    /// # Errors
    /// [`ErrorCode::WrongPassword`], [`ErrorCode::Invalid`] for a password of fewer than four characters.
    pub async fn password_set(&self, current: Option<String>, new: Option<String>) -> Result<(), ApiError> {
        if new.as_ref().is_some_and(|new| new.chars().count() < SHORTEST) {
            return Err(ApiError::invalid(format!("a password needs at least {SHORTEST} characters")));
        }
        let books = self.books().await?;
        let new = new.map(Zeroizing::new);
        if crate::keys::place(books.path()).await? == KeyPlace::Missing {
            return crate::keys::keep(books.path(), books.key.clone(), new).await;
        }
        Books::set_password(books.path(), current.map(Zeroizing::new), new).await
    }

    /// Where the key of the open ledger is.
    ///
    /// # Errors
    /// Those of the file.
    pub async fn key_place(&self) -> Result<KeyPlace, ApiError> {
        crate::keys::place(self.books().await?.path()).await
    }

    /// Changes the settings of the open ledger; the list of recent ones follows its name.
    ///
    /// # Errors
    /// As [`Books::set_ledger_settings`].
    pub async fn ledger_settings_set(
        &self,
        settings: &LedgerSettings,
    ) -> Result<Option<EntryView>, ApiError> {
        let books = self.books().await?;
        let entry = books.set_ledger_settings(settings).await?;
        self.places.remember(books.path(), &settings.name)?;
        Ok(entry)
    }

    /// The backups of a ledger that a person chose, or (when left out) of the one that is open or locked, newest first.
    ///
    /// # Errors
    /// [`ErrorCode::NoLedger`], [`ErrorCode::File`].
    pub async fn backups(&self, ledger: Option<&str>) -> Result<Vec<BackupView>, ApiError> {
        let backups = Books::backups(&self.ledger_path(ledger).await?)?;
        // Each of them can be shown where it is.
        backups.iter().for_each(|backup| self.allow(Path::new(&backup.path)));
        Ok(backups)
    }

    /// Puts a backup in the place of its ledger and opens that. The key is that of the recovery phrase where one is given; a
    /// ledger that is open gives its own; one that is not takes the keychain's, behind the password where there is one.
    ///
    /// # Errors
    /// [`ErrorCode::Missing`] for a file that is none of its backups, [`ErrorCode::LedgerDamaged`], those of the key.
    pub async fn backup_restore(
        &self,
        ledger: Option<&str>,
        path: &str,
        password: Option<String>,
        phrase: Option<String>,
    ) -> Result<(), ApiError> {
        let ledger = self.ledger_path(ledger).await?;
        let known = Books::backups(&ledger)?.into_iter().any(|backup| backup.path == path);
        if !known {
            return Err(ApiError::missing("this backup"));
        }
        let open = self.books().await.ok().filter(|books| books.path() == ledger);
        // A backup from before the phrase was renewed opens with the old one, whatever opens the ledger now.
        let (own, from_phrase) = (open.map(|books| books.key.clone()), phrase.is_some());
        let key = match (&own, phrase) {
            (_, Some(phrase)) => KeySource::Phrase(Zeroizing::new(phrase)).key(Path::new(path)).await?,
            (Some(own), None) => own.clone(),
            (None, None) => keychain(password).key(Path::new(path)).await?,
        };
        let (id, _) = self.activities.start(ActivityKind::Backup, path);
        if self.has_open(&ledger).await {
            self.close().await;
        }
        let restored = Books::restore(Path::new(path), &ledger, KeySource::Known(key.clone())).await;
        self.activities.end(id, restored.as_ref().map(|()| None));
        if let Err(error) = restored {
            // The ledger that was open is in place still.
            if let Some(own) = own {
                self.take_named(Books::open(&ledger, KeySource::Known(own), PATIENCE).await?).await?;
            }
            return Err(error);
        }
        let opened = Books::open(&ledger, KeySource::Known(key.clone()), PATIENCE).await?;
        if from_phrase {
            crate::keys::keep_where_possible(&ledger, key).await?;
        }
        self.take_named(opened).await
    }

    /// The work that is going on and that has ended lately, newest first.
    pub fn activities(&self) -> Vec<ActivityView> {
        self.activities.views()
    }

    /// Asks a piece of work to stop, leaving nothing of it behind.
    pub fn activity_cancel(&self, id: Id) {
        self.activities.cancel(id);
    }

    pub(crate) fn work(&self) -> &Activities {
        &self.activities
    }

    pub(crate) fn places(&self) -> &Places {
        &self.places
    }

    async fn take_named(&self, books: Books) -> Result<(), ApiError> {
        let name = books.ledger_settings().await?.name;
        self.take(books, &name).await
    }

    /// Makes a ledger the open one; the one before is closed.
    async fn take(&self, books: Books, name: &str) -> Result<(), ApiError> {
        self.places.remember(books.path(), name)?;
        self.allow(books.path());
        *self.proposed.lock().await = None;
        let books = Arc::new(books);
        self.back_up_daily(&books);
        self.post_due_daily(&books);
        let before = std::mem::replace(&mut *self.state.write().await, State::Open(books));
        if let State::Open(before) = before {
            before.close().await;
        }
        Ok(())
    }

    /// Makes the backup of each day while the ledger is open: not at once, so that its first screen comes first.
    pub(crate) fn back_up_daily(&self, books: &Arc<Books>) {
        let (books, activities) = (Arc::downgrade(books), Arc::clone(&self.activities));
        tokio::spawn(async move {
            tokio::time::sleep(SETTLED).await;
            while let Some(books) = books.upgrade() {
                let made = books.backup_daily().await;
                drop(books);
                match made {
                    Ok(None) => {}
                    Err(error) if error.code == ErrorCode::NoLedger => return,
                    made => {
                        let (id, _) = activities.start(ActivityKind::Backup, "");
                        activities.end(id, made.as_ref().map(|_| None));
                    }
                }
                tokio::time::sleep(HOUR).await;
            }
        });
    }

    async fn has_open(&self, path: &Path) -> bool {
        matches!(&*self.state.read().await, State::Open(books) if books.path() == path)
    }

    /// The ledger that is meant: one that a person chose, else the one that is open or locked.
    async fn ledger_path(&self, ledger: Option<&str>) -> Result<PathBuf, ApiError> {
        match (ledger, &*self.state.read().await) {
            (Some(ledger), _) => self.allowed(ledger),
            (None, State::Open(books)) => Ok(books.path().to_path_buf()),
            (None, State::Locked(path)) => Ok(path.clone()),
            (None, State::Closed) => Err(ApiError::new(ErrorCode::NoLedger, "no ledger is open")),
        }
    }

    /// A path that the window may name: one that a person chose, or a ledger that was open lately.
    pub(crate) fn allowed(&self, path: &str) -> Result<PathBuf, ApiError> {
        let path = PathBuf::from(path);
        if self.may_name(&path) || self.places.recent().iter().any(|ledger| Path::new(&ledger.path) == path) {
            return Ok(path);
        }
        Err(ApiError::invalid("choose the file in the system's dialog first"))
    }
}

/// How long to wait for another process to let go of a ledger.
pub(crate) const PATIENCE: Duration = Duration::from_secs(2);
/// Characters of the shortest app password.
const SHORTEST: usize = 4;
/// When a ledger that was opened has shown its first screens.
const SETTLED: Duration = Duration::from_secs(30);
const HOUR: Duration = Duration::from_secs(3600);

/// The key in the keychain, behind a password where one is given.
fn keychain(password: Option<String>) -> KeySource {
    password.map_or(KeySource::Keychain, |password| KeySource::Password(Zeroizing::new(password)))
}

async fn sample(path: &Path, language: Language, progress: &Progress) -> Result<Books, ApiError> {
    let made = Books::create(path, &Start::for_sample(language)).await?;
    if let Err(error) = made.books.fill_with_sample(None, None, language, progress).await {
        // Half of a sample is none.
        made.books.close().await;
        remove_sample(path).await?;
        return Err(error);
    }
    Ok(made.books)
}

/// Sample books are made anew each time; their backups and side files go with them.
async fn remove_sample(path: &Path) -> Result<(), ApiError> {
    if path.is_file() {
        crate::keys::forget(path).await?;
    }
    let side = |suffix: &str| {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(suffix);
        path.with_file_name(name)
    };
    let gone = |answer: std::io::Result<()>, path: &Path| match answer {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(crate::books::file_error(path, &error))
        }
        _ => Ok(()),
    };
    for file in [path.to_path_buf(), side("-wal"), side("-shm"), side("-lock")] {
        gone(std::fs::remove_file(&file), &file)?;
    }
    let backups = side("-backups");
    gone(std::fs::remove_dir_all(&backups), &backups)
}

/// The file name of a ledger called `name`.
fn file_stem(name: &str) -> Result<String, ApiError> {
    let plain: String =
        name.chars().filter(|letter| !letter.is_control() && !r#"/\:*?"<>|"#.contains(*letter)).collect();
    let plain = plain.trim().trim_start_matches('.').trim();
    if plain.is_empty() || plain.len() > 120 {
        return Err(ApiError::invalid("give the ledger a name that can be a file's name"));
    }
    Ok(plain.to_owned())
}
