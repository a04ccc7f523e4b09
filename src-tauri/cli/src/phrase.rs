//! The recovery phrase: shown once, when it is made.

use crate::arguments::LedgerArguments;
use crate::failure::Failure;
use crate::output::{json, line};
use api::ApiError;

/// Writes a phrase, six words a line.
pub fn say(phrase: &str) -> Result<(), Failure> {
    let words: Vec<&str> = phrase.split(' ').collect();
    words.chunks(6).try_for_each(|row| line(&format!("  {}", row.join(" "))))
}

/// Gives the ledger a new phrase. It is shown before it counts: nobody is left with a ledger whose phrase was never seen,
/// whatever ends the program between the two.
pub async fn renew(ledger: &LedgerArguments) -> Result<(), Failure> {
    let key = ledger.key()?;
    let books = ledger.open_with(key.clone()).await?;
    let mut shown = false;
    let renewed = books.renew_phrase(key, |phrase| {
        shown = true;
        show(ledger, phrase)
    });
    let renewed = renewed.await;
    books.close().await;
    match renewed {
        Ok(None) if ledger.json => Ok(()),
        Ok(None) => line("It counts from now on. The one before opens only the backups made until now."),
        Ok(Some(problem)) => {
            Err(told("the new recovery phrase counts, but its key could not be kept: ", problem))
        }
        Err(Failure::Api(error)) if shown => {
            Err(told("the ledger keeps its recovery phrase, forget the new one: ", error))
        }
        Err(failure) => Err(failure),
    }
}

fn told(what: &str, error: ApiError) -> Failure {
    Failure::Api(ApiError { message: format!("{what}{error}"), ..error })
}

fn show(ledger: &LedgerArguments, phrase: &str) -> Result<(), Failure> {
    if ledger.json {
        return json(&serde_json::json!({
            "ledger": ledger.path()?.display().to_string(),
            "recovery_passphrase": phrase,
        }));
    }
    line("New recovery phrase: write it down and keep it apart from this computer. It is shown only now.")?;
    line("")?;
    say(phrase)?;
    line("")
}
