//! What a window asks of its session beyond one call of the books: long pieces of work, each watched, and files.

use crate::activities::ActivityKind;
use crate::commands::{FileContent, FileInput, LARGEST, ReportFormat, files_of};
use crate::*;

/// The long pieces of work of a window, each watched.
impl Session {
    pub(crate) async fn version(&self) -> Result<u32, ApiError> {
        Ok(u32::try_from(self.books().await?.version().await?).unwrap_or(u32::MAX))
    }

    pub(crate) async fn check(&self) -> Result<Vec<DifferenceView>, ApiError> {
        let books = self.books().await?;
        let (id, _) = self.work().start(ActivityKind::Check, "");
        let found = books.check().await;
        self.work().end(id, found.as_ref().map(|_| None));
        Ok(found?.iter().map(DifferenceView::from).collect())
    }

    /// Keeps files that a person dropped on a transaction.
    pub(crate) async fn attach_paths(
        &self,
        transaction: &str,
        paths: Vec<String>,
    ) -> Result<Option<EntryView>, ApiError> {
        self.books().await?.attach(transaction, &self.read_paths(paths)?).await
    }

    pub(crate) async fn attachment(
        &self,
        transaction: &str,
        attachment: Id,
    ) -> Result<FileContent, ApiError> {
        use base64::Engine;
        let (file, bytes) = self.books().await?.attachment(transaction, attachment).await?;
        Ok(FileContent { file, base64: base64::engine::general_purpose::STANDARD.encode(bytes) })
    }

    pub(crate) async fn attachment_save(
        &self,
        transaction: &str,
        attachment: Id,
    ) -> Result<String, ApiError> {
        let (file, bytes) = self.books().await?.attachment(transaction, attachment).await?;
        let (stem, ending) = file.name.rsplit_once('.').unwrap_or((&file.name, "bin"));
        self.save(stem, ending, &bytes)
    }

    pub(crate) async fn import_open(&self, files: Vec<FileInput>) -> Result<Id, ApiError> {
        self.books().await?.import_open(files_of(files)?).await
    }

    pub(crate) async fn import_add(&self, import: Id, files: Vec<FileInput>) -> Result<(), ApiError> {
        self.books().await?.import_add(import, files_of(files)?).await
    }

    /// Reads files that a person dropped on the window or opened with it.
    pub(crate) async fn import_paths(&self, paths: Vec<String>) -> Result<Id, ApiError> {
        self.books().await?.import_open(self.read_paths(paths)?).await
    }

    pub(crate) async fn import_add_paths(&self, import: Id, paths: Vec<String>) -> Result<(), ApiError> {
        self.books().await?.import_add(import, self.read_paths(paths)?).await
    }

    fn read_paths(&self, paths: Vec<String>) -> Result<Vec<NamedFile>, ApiError> {
        let mut files = Vec::with_capacity(paths.len());
        for path in paths {
            let path = self.allowed(&path)?;
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let unreadable = |what: &dyn std::fmt::Display| {
                ApiError::new(ErrorCode::File, format!("“{name}” cannot be read: {what}"))
                    .with("path", &name)
                    .with("what", what)
            };
            let found = std::fs::metadata(&path).map_err(|cause| unreadable(&cause))?;
            // A folder has nothing to read, and a pipe or a device no end.
            if !found.is_file() {
                return Err(unreadable(&"it is not a file; choose the files in it"));
            }
            if found.len() > LARGEST {
                let message =
                    format!("“{name}” is larger than the {} MiB that can be read at once", LARGEST >> 20);
                return Err(ApiError::new(ErrorCode::File, message).with("path", name));
            }
            let bytes = std::fs::read(&path).map_err(|cause| unreadable(&cause))?;
            files.push(NamedFile { name, bytes });
        }
        Ok(files)
    }

    pub(crate) async fn import_commit(&self, import: Id) -> Result<ImportResult, ApiError> {
        let books = self.books().await?;
        let names: Vec<String> =
            books.import_view(import).await?.files.into_iter().map(|file| file.name).collect();
        let (id, progress) = self.work().start(ActivityKind::Import, names.join(", "));
        let result = books.import_commit(import, &progress).await;
        self.work().end(id, result.as_ref().map(|result| result.entries.last().cloned()));
        result
    }

    pub(crate) async fn undo(&self) -> Result<EntryView, ApiError> {
        let books = self.books().await?;
        let (id, progress) = self.work().start(ActivityKind::Undo, "");
        let done = books.undo(&progress).await;
        self.work().end(id, done.as_ref().map(|_| None));
        done
    }

    pub(crate) async fn redo(&self) -> Result<EntryView, ApiError> {
        let books = self.books().await?;
        let (id, progress) = self.work().start(ActivityKind::Undo, "");
        let done = books.redo(&progress).await;
        self.work().end(id, done.as_ref().map(|_| None));
        done
    }

    pub(crate) async fn revert(&self, seq: u32) -> Result<EntryView, ApiError> {
        let books = self.books().await?;
        let (id, progress) = self.work().start(ActivityKind::Undo, "");
        let done = books.revert(seq, &progress).await;
        self.work().end(id, done.as_ref().map(|_| None));
        done
    }

    pub(crate) async fn backup(&self) -> Result<BackupView, ApiError> {
        let books = self.books().await?;
        let (id, _) = self.work().start(ActivityKind::Backup, "");
        let made = books.backup().await;
        self.work().end(id, made.as_ref().map(|_| None));
        made
    }

    pub(crate) async fn export_books(&self, format: ExportFormat) -> Result<String, ApiError> {
        let books = self.books().await?;
        let name = books.ledger_settings().await?.name;
        let ending = match format {
            ExportFormat::Csv => "csv",
            ExportFormat::Hledger => "journal",
            ExportFormat::Beancount => "beancount",
        };
        let (path, file) = self.places().download(&name, ending)?;
        let (id, _) = self.work().start(ActivityKind::Export, path.display().to_string());
        let written = books.export(format, std::io::BufWriter::new(file)).await;
        self.work().end(id, written.as_ref().map(|_| None));
        self.saved(&path, written.map(|_| ()))
    }

    pub(crate) async fn export_rows(
        &self,
        account: Option<Id>,
        filter: &FilterInput,
        name: &str,
    ) -> Result<String, ApiError> {
        let books = self.books().await?;
        let (path, file) = self.places().download(name, "csv")?;
        let written = books.export_rows(account, filter, std::io::BufWriter::new(file)).await;
        self.saved(&path, written.map(|_| ()))
    }

    pub(crate) async fn export_report(
        &self,
        input: &ReportInput,
        format: ReportFormat,
    ) -> Result<String, ApiError> {
        let books = self.books().await?;
        let title = books.report(input).await?.title;
        match format {
            ReportFormat::Csv => {
                let (path, file) = self.places().download(&title, "csv")?;
                let written = books.report_sheet(input, std::io::BufWriter::new(file)).await;
                self.saved(&path, written)
            }
            #[cfg(feature = "documents")]
            ReportFormat::Pdf => self.save(&title, "pdf", &books.report_pdf(input).await?),
            #[cfg(feature = "documents")]
            ReportFormat::Png => self.save(&title, "png", &books.report_png(input).await?),
            #[cfg(not(feature = "documents"))]
            ReportFormat::Pdf | ReportFormat::Png => {
                Err(ApiError::invalid("documents are made in the window"))
            }
        }
    }

    /// Writes a file into the downloads folder and answers where.
    fn save(&self, name: &str, ending: &str, bytes: &[u8]) -> Result<String, ApiError> {
        use std::io::Write;
        let (path, mut file) = self.places().download(name, ending)?;
        let written = file.write_all(bytes).map_err(|cause| crate::books::file_error(&path, &cause));
        self.saved(&path, written)
    }

    /// A file that could not be written whole does not stay.
    fn saved(&self, path: &std::path::Path, written: Result<(), ApiError>) -> Result<String, ApiError> {
        if let Err(error) = written {
            std::fs::remove_file(path).map_err(|cause| crate::books::file_error(path, &cause))?;
            return Err(error);
        }
        self.allow(path);
        Ok(path.display().to_string())
    }
}
