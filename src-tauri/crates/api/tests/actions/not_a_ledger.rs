//! A file that only has a ledger's name is told to be none, rather than asking for its key.

use crate::desk::session;
use api::ErrorCode;

#[tokio::test]
async fn a_text_or_an_empty_file_with_a_ledgers_name_is_refused_as_none() {
    let home = tempfile::tempdir().unwrap();
    let session = session(home.path());
    let long = "วันที่,รายการ,จำนวน\n".repeat(100);
    let texts = [
        ("empty.coffer", ""),
        ("short.coffer", "Date,Description,Amount\n2026-05-01,Blue Door Cafe,-4.50\n"),
        ("long.coffer", long.as_str()),
    ];
    for (name, text) in texts {
        let path = home.path().join(name);
        std::fs::write(&path, text).unwrap();
        session.allow(&path);
        let path = path.display().to_string();
        let refused = session.ledger_open(&path, None).await.unwrap_err();
        assert_eq!(refused.code, ErrorCode::File, "{name}: {refused:?}");
        assert_eq!(refused.params.get("path"), Some(&path));
    }
}
