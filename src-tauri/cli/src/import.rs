//! `coffer import`: statements into the books.

use crate::commands::find;
use crate::failure::Failure;
use crate::output::{json, line};
use api::commands::LARGEST;
use api::{Books, ImportFile, ImportResult, Progress};
use std::io::Read;
use std::path::{Path, PathBuf};

/// Imports each file, and says of each what became of its rows.
pub async fn run(
    books: &Books,
    files: &[PathBuf],
    account: Option<&str>,
    opening: bool,
    as_json: bool,
) -> Result<(), Failure> {
    let account = match account {
        Some(account) => Some(find(books, account).await?),
        None => None,
    };
    let mut total = ImportResult::default();
    for path in files {
        let file = ImportFile { name: file_name(path), bytes: read(path)? };
        let result = books.import(file, account, opening, &Progress::default()).await?;
        if !as_json {
            say_import(path, &result)?;
        }
        total.add(result);
    }
    if as_json { json(&total) } else { Ok(()) }
}

fn say_import(path: &Path, result: &ImportResult) -> Result<(), Failure> {
    line(&format!(
        "{}: {} new, {} duplicate, {} updated, {} unreadable",
        path.display(),
        result.new,
        result.duplicate,
        result.updated,
        result.unreadable.len()
    ))?;
    for row in &result.unreadable {
        let column = row.column.as_ref().map(|column| format!(", column {column}")).unwrap_or_default();
        line(&format!("  line {}{column}: {}", row.line, row.reason))?;
    }
    Ok(())
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The bytes of a file; no more than can be taken, whatever the system says of its length.
fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |error| Failure::Usage(format!("{}: {error}", path.display()));
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(failed)?;
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > LARGEST) {
        let most = LARGEST >> 20;
        let text = format!("{} is larger than the {most} MiB that can be read at once", path.display());
        return Err(Failure::Usage(text));
    }
    Ok(bytes)
}
