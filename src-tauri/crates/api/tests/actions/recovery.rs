//! Another recovery phrase for a ledger.

use crate::desk::session;
use api::{ActivityState, ErrorCode, Language, LedgerInput, LedgerState, Purpose, Session};

fn mine() -> LedgerInput {
    LedgerInput {
        name: "Mine".into(),
        folder: None,
        currency: "THB".into(),
        language: Language::English,
        purposes: vec![Purpose::Track],
    }
}

async fn refusal(session: &Session, path: &str, phrase: &str) -> Option<ErrorCode> {
    session.close().await;
    session.ledger_recover(path, phrase.to_owned()).await.err().map(|error| error.code)
}

#[tokio::test]
async fn a_phrase_is_replaced_once_the_new_one_is_written_down_and_opens_backups_no_more() {
    let home = tempfile::tempdir().unwrap();
    let session = session(home.path());
    assert_eq!(session.recovery_phrase_propose().await.err().unwrap().code, ErrorCode::NoLedger);
    let made = session.ledger_create(&mine()).await.unwrap();
    let unasked = session.recovery_phrase_renew(None).await.unwrap_err();
    assert_eq!(unasked.code, ErrorCode::Invalid);
    let forgotten = session.recovery_phrase_propose().await.unwrap().phrase;
    let new = session.recovery_phrase_propose().await.unwrap().phrase;
    assert_eq!(
        refusal(&session, &made.path, &new).await,
        Some(ErrorCode::LedgerKey),
        "nothing has changed yet"
    );
    assert_eq!(refusal(&session, &made.path, &made.phrase).await, None);

    assert_eq!(session.recovery_phrase_renew(None).await.unwrap_err().code, ErrorCode::Invalid);
    let new = session.recovery_phrase_propose().await.unwrap().phrase;
    session.recovery_phrase_renew(None).await.unwrap();
    assert_eq!(session.session_view().await.unwrap().state, LedgerState::Open);
    let books = session.books().await.unwrap();
    assert_eq!(books.check().await.unwrap(), []);
    drop(books);
    for old in [&made.phrase, &forgotten] {
        assert_eq!(refusal(&session, &made.path, old).await, Some(ErrorCode::LedgerKey));
    }
    assert_eq!(refusal(&session, &made.path, &new).await, None);

    let backup = session.backups(None).await.unwrap().remove(0).path;
    let restore = async |phrase: Option<&str>| {
        session
            .backup_restore(None, &backup, None, phrase.map(Into::into))
            .await
            .err()
            .map(|error| error.code)
    };
    assert_eq!(restore(None).await, Some(ErrorCode::LedgerKey), "it was made before");
    assert_eq!(session.session_view().await.unwrap().state, LedgerState::Open, "it stays as it was");
    assert_eq!(restore(Some(&made.phrase)).await, None);
    assert_eq!(refusal(&session, &made.path, &made.phrase).await, None);

    // The way back is to the books that have the new phrase.
    let replaced =
        session.backups(None).await.unwrap().into_iter().find(|one| one.reason == "replaced").unwrap();
    let back = async |phrase: Option<&str>| {
        let phrase = phrase.map(Into::into);
        session.backup_restore(None, &replaced.path, None, phrase).await.err().map(|error| error.code)
    };
    assert_eq!(back(None).await, Some(ErrorCode::LedgerKey));
    assert_eq!(
        session.activities()[0].state,
        ActivityState::Cancelled,
        "its phrase is asked for, nothing has failed"
    );
    assert_eq!(back(Some(&made.phrase)).await, Some(ErrorCode::LedgerKey));
    assert_eq!(back(Some(&new)).await, None);
    assert_eq!(refusal(&session, &made.path, &new).await, None);
}

#[tokio::test]
async fn a_phrase_that_counts_is_not_refused_because_something_still_reads_in_the_ledger() {
    let home = tempfile::tempdir().unwrap();
    let session = session(home.path());
    let made = session.ledger_create(&mine()).await.unwrap();
    let reading = session.books().await.unwrap();
    let new = session.recovery_phrase_propose().await.unwrap().phrase;
    session.recovery_phrase_renew(None).await.unwrap();
    assert_eq!(session.session_view().await.unwrap().state, LedgerState::Locked);
    drop(reading);
    assert_eq!(refusal(&session, &made.path, &made.phrase).await, Some(ErrorCode::LedgerKey));
    assert_eq!(refusal(&session, &made.path, &new).await, None);
}
