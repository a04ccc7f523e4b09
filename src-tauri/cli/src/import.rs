//! `coffer import`: statements into the books.

use crate::accounts::find;
use crate::failure::Failure;
use crate::output::{json, line};
use api::commands::LARGEST;
use api::{Books, ImportResult, NamedFile, Progress};
use std::io::Read;
use std::path::{Path, PathBuf};

/// Imports the files, all or none, and says of each what became of its rows.
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
    let given = files.iter().map(|path| Ok(NamedFile { name: file_name(path), bytes: read(path)? }));
    let given = given.collect::<Result<Vec<_>, Failure>>();
    let imported = match given {
        Ok(given) => books.import(given, account, opening, &Progress::default()).await.map_err(Failure::from),
        Err(failure) => Err(failure),
    };
    let result = imported.map_err(|failure| failure.with_nothing_imported(files.len()))?;
    if as_json { json(&result) } else { say_import(files, &result) }
}

fn say_import(paths: &[PathBuf], result: &ImportResult) -> Result<(), Failure> {
    let (mut unreadable, mut left_out) = (result.unreadable.iter(), result.left_out.iter());
    for (path, file) in paths.iter().zip(&result.files) {
        line(&format!(
            "{}: {} new, {} duplicate, {} updated, {} unreadable",
            path.display(),
            file.new,
            file.duplicate,
            file.updated,
            file.unreadable
        ))?;
        for row in unreadable.by_ref().take(file.unreadable as usize) {
            let column = row.column.as_ref().map(|column| format!(", column {column}")).unwrap_or_default();
            line(&format!("  line {}{column}: {}", row.line, row.reason))?;
        }
        for row in left_out.by_ref().take(file.left_out as usize) {
            line(&format!("  line {} made no transaction: {}", row.line, row.reason))?;
        }
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
