//! What a person chose for this machine is there again at the next start.

use crate::desk::session;
use api::commands::dispatch;
use api::{ErrorCode, Session};
use serde_json::{Value, json};

async fn read(session: &Session) -> Option<Value> {
    serde_json::from_str(&dispatch(session, "preferences", json!({})).await.ok()?).ok()
}

fn chosen(region: &str) -> Value {
    json!({
        "language": "thai", "theme": "dark", "calendar": "buddhist", "region": region, "lock_after": 30, "reminders": false
    })
}

#[tokio::test]
async fn preferences_outlive_the_session_and_need_no_ledger() {
    let home = tempfile::tempdir().unwrap();
    let first = session(home.path());
    assert_eq!(read(&first).await, Some(Value::Null));
    dispatch(&first, "preferences_set", json!({ "preferences": chosen("en-GB") })).await.unwrap();
    assert_eq!(read(&session(home.path())).await, Some(chosen("en-GB")));
}

#[tokio::test]
async fn preferences_that_cannot_be_read_start_afresh() {
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(home.path().join("config")).unwrap();
    std::fs::write(home.path().join("config/preferences.json"), "{\"language\": 7").unwrap();
    assert_eq!(read(&session(home.path())).await, Some(Value::Null));
}

#[tokio::test]
async fn a_region_that_is_no_language_tag_is_refused() {
    let home = tempfile::tempdir().unwrap();
    let session = session(home.path());
    for region in ["../etc", "en GB", &"x".repeat(36)] {
        let refused = dispatch(&session, "preferences_set", json!({ "preferences": chosen(region) })).await;
        assert_eq!(refused.unwrap_err().code, ErrorCode::Invalid, "{region}");
    }
}
