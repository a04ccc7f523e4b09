//! Sets, asks for and takes away the app password of a ledger, in a process that has a keychain of the test's own:
//! the api asks the keychain of its own process, and a test may not give itself another.
//!
//! - `password has LEDGER` answers `true` or `false`.
//! - `password open LEDGER [PASSWORD]` opens the ledger, without a password by the keychain alone.
//! - `password set LEDGER CURRENT NEW`, in which an empty one is none.
//! - `password renew LEDGER OPENING GIVEN` opens the ledger as a window does and gives it a new recovery phrase, which is the
//!   answer; an empty password is none.
//! - `password ahead LEDGER` opens the ledger as the start of the app and its window do, at the same time, and again; the
//!   answer is `one` where that made one open ledger.
//!
//! A refusal is answered with the name of its code; otherwise the answer is `done`.
#![allow(clippy::print_stdout, clippy::expect_used, clippy::panic, reason = "stands in for a test")]

use api::{ApiError, Books, KeySource, Places, Session};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use zeroize::Zeroizing;

#[tokio::main]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let answer = match arguments[..] {
        ["has", ledger] => Books::has_password(Path::new(ledger)).await.map(|has| has.to_string()),
        ["open", ledger] => open(ledger, KeySource::Keychain).await,
        ["open", ledger, password] => open(ledger, KeySource::Password(secret(password))).await,
        ["set", ledger, current, new] => {
            let some = |text: &str| (!text.is_empty()).then(|| secret(text));
            Books::set_password(Path::new(ledger), some(current), some(new)).await.map(|()| "done".to_owned())
        }
        ["renew", ledger, opening, given] => renew(ledger, opening, given).await,
        ["ahead", ledger] => ahead(ledger).await,
        _ => panic!("the top of this file says what can be asked"),
    };
    println!("{}", answer.unwrap_or_else(|refused| format!("{:?}", refused.code)));
}

fn secret(text: &str) -> Zeroizing<String> {
    Zeroizing::new(text.to_owned())
}

/// What a window works in, with the ledger chosen.
fn session(home: &Path, ledger: &str) -> Session {
    let folder = |name: &str| home.join(name);
    let session = Session::new(Places {
        config: folder("config"),
        data: folder("data"),
        documents: folder("documents"),
        downloads: folder("downloads"),
    });
    session.allow(Path::new(ledger));
    session
}

async fn ahead(ledger: &str) -> Result<String, ApiError> {
    let home = tempfile::tempdir().expect("a folder for the session");
    let session = session(home.path(), ledger);
    let path = Some(Path::new(ledger));
    let ((), opened) = tokio::join!(session.open_ahead(path), session.ledger_open(ledger, None));
    opened?;
    let books = session.books().await?;
    let ((), again) = tokio::join!(session.open_ahead(path), session.ledger_open(ledger, None));
    again?;
    let same = Arc::ptr_eq(&books, &session.books().await?);
    session.close().await;
    Ok(if same { "one" } else { "several" }.to_owned())
}

async fn renew(ledger: &str, opening: &str, given: &str) -> Result<String, ApiError> {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let home = tempfile::tempdir().expect("a folder for the session");
    let session = session(home.path(), ledger);
    session.ledger_open(ledger, some(opening)).await?;
    let phrase = session.recovery_phrase_propose().await?.phrase;
    let renewed = session.recovery_phrase_renew(some(given)).await;
    session.close().await;
    match renewed?.keychain {
        None => Ok(phrase),
        Some(problem) => Err(problem),
    }
}

async fn open(ledger: &str, key: KeySource) -> Result<String, ApiError> {
    Books::open(Path::new(ledger), key, Duration::ZERO).await?.close().await;
    Ok("done".to_owned())
}
