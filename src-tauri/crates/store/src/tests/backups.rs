use super::books::*;
use crate::connection::{Connections, Role};
use crate::{BackupReason, Store, StoreError};
use std::sync::Arc;
use tempfile::tempdir;

#[tokio::test]
async fn another_key_opens_the_same_books_and_the_old_one_their_backups_alone() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("books.coffer");
    let store = ledger(&path).await;
    make(&store, "add", add([spend("2026-11-01", 1, FOOD, 100, "lunch")])).await;
    store.renew_key(key(9)).await.unwrap();
    drop(store);
    let old = Store::open(&path, key(7), options()).await.err().unwrap();
    assert!(matches!(old, StoreError::WrongKeyOrDamaged { .. }), "{old}");
    let renewed = Store::open(&path, key(9), options()).await.unwrap();
    assert_eq!(renewed.check().await.unwrap(), []);
    assert_eq!(renewed.read().await.unwrap().search("lunch", 9).await.unwrap().total, 1);
    make(&renewed, "add", add([spend("2026-11-02", 2, FOOD, 100, "dinner")])).await;
    renewed.close().await;
    drop(renewed);
    let mut names: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["books.coffer", "books.coffer-backups", "books.coffer-lock"]);
    let before = Store::backups(&path).unwrap().remove(0);
    let wrong = Store::restore(&before.path, &path, key(9)).await.unwrap_err();
    assert!(matches!(wrong, StoreError::WrongKeyOrDamaged { .. }), "{wrong}");
    Store::restore(&before.path, &path, key(7)).await.unwrap();
    let restored = Store::open(&path, key(7), options()).await.unwrap();
    assert_eq!(restored.read().await.unwrap().search("lunch", 9).await.unwrap().total, 1);
    restored.close().await;
}

#[tokio::test]
async fn a_new_key_gets_a_backup_of_its_own_though_nothing_else_has_changed() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("books.coffer");
    let store = ledger(&path).await;
    store.renew_key(key(9)).await.unwrap();
    drop(store);
    let renewed = Store::open(&path, key(9), options()).await.unwrap();
    assert_eq!(renewed.newest_backup().await.unwrap(), None, "the one there is opens with the old key");
    let made = renewed.backup(BackupReason::Daily).await.unwrap().unwrap();
    assert_eq!(renewed.newest_backup().await.unwrap().unwrap().path, made.path);
    assert_eq!(renewed.backup(BackupReason::Daily).await.unwrap(), None, "it holds everything");
    renewed.close().await;
    drop(renewed);
    Store::restore(&made.path, &path, key(9)).await.unwrap();
}

#[tokio::test]
async fn what_was_cut_short_beside_a_ledger_is_gone_once_that_is_opened() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("books.coffer");
    let store = ledger(&path).await;
    store.close().await;
    drop(store);
    for copy in ["-renewing", "-restoring"] {
        for suffix in ["", "-journal", "-wal", "-shm"] {
            std::fs::write(folder.path().join(format!("books.coffer{copy}{suffix}")), "left").unwrap();
        }
    }
    let store = Store::open(&path, key(7), options()).await.unwrap();
    store.close().await;
    drop(store);
    let names = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<_> = names.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["books.coffer", "books.coffer-lock"]);
}

#[tokio::test]
async fn what_a_change_of_the_key_that_was_cut_short_left_is_no_part_of_the_next() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("books.coffer");
    let store = ledger(&path).await;
    for suffix in ["", "-journal", "-wal", "-shm"] {
        std::fs::write(folder.path().join(format!("books.coffer-renewing{suffix}")), "left").unwrap();
    }
    store.renew_key(key(9)).await.unwrap();
    drop(store);
    let names: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains("renewing"))
        .collect();
    assert!(names.is_empty(), "{names:?}");
}

#[tokio::test]
async fn a_ledger_whose_key_could_not_be_changed_opens_with_the_one_it_had() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("books.coffer");
    let store = ledger(&path).await;
    // A folder stands where the copy should go.
    std::fs::create_dir(folder.path().join("books.coffer-renewing")).unwrap();
    store.renew_key(key(9)).await.unwrap_err();
    drop(store);
    let same = Store::open(&path, key(7), options()).await.unwrap();
    assert_eq!(same.check().await.unwrap(), []);
    same.close().await;
}

#[tokio::test]
async fn a_backup_brings_the_books_back_as_they_were() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("books.coffer");
    let store = ledger(&path).await;
    make(&store, "add", add([spend("2026-11-01", 1, FOOD, 100, "lunch")])).await;
    let backup = store.backup(BackupReason::Bulk).await.unwrap().unwrap();
    assert_eq!(store.backup(BackupReason::Daily).await.unwrap(), None, "nothing has changed since");
    make(&store, "add", add([spend("2026-11-02", 2, FOOD, 100, "dinner")])).await;
    let busy = Store::restore(&backup.path, &path, key(7)).await;
    assert!(matches!(busy, Err(StoreError::Busy { .. })), "{busy:?}");
    store.close().await;
    drop(store);

    Store::restore(&backup.path, &path, key(7)).await.unwrap();
    let store = Store::open(&path, key(7), options()).await.unwrap();
    assert_eq!(store.read().await.unwrap().recent(0, 9).await.unwrap().0, 1);
    assert_eq!(store.check().await.unwrap(), []);
    store.close().await;
    drop(store);

    let replaced =
        Store::backups(&path).unwrap().into_iter().find(|b| b.reason == BackupReason::Replaced).unwrap();
    Store::restore(&replaced.path, &path, key(7)).await.unwrap();
    let store = Store::open(&path, key(7), options()).await.unwrap();
    assert_eq!(store.read().await.unwrap().recent(0, 9).await.unwrap().0, 2);
    store.close().await;
}

#[tokio::test]
async fn the_log_of_a_ledger_that_is_gone_is_not_taken_for_the_backups() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("books.coffer");
    let log = folder.path().join("books.coffer-wal");
    let store = ledger(&path).await;
    make(&store, "add", add([spend("2026-11-01", 1, FOOD, 100, "lunch")])).await;
    let backup = store.backup(BackupReason::Bulk).await.unwrap().unwrap();
    make(&store, "add", add([spend("2026-11-02", 2, FOOD, 100, "dinner")])).await;
    let left_behind = std::fs::read(&log).unwrap();
    store.close().await;
    drop(store);
    std::fs::remove_file(&path).unwrap();
    std::fs::write(&log, left_behind).unwrap();

    Store::restore(&backup.path, &path, key(7)).await.unwrap();
    let store = Store::open(&path, key(7), options()).await.unwrap();
    assert_eq!(store.read().await.unwrap().recent(0, 9).await.unwrap().0, 1);
    assert_eq!(store.check().await.unwrap(), []);
    store.close().await;
}

#[tokio::test]
async fn a_backup_of_a_newer_version_is_not_restored() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("books.coffer");
    let newer = folder.path().join("newer.coffer");
    let store = ledger(&path).await;
    store.close().await;
    drop(store);
    std::fs::copy(&path, &newer).unwrap();
    let writer = Connections::new(&newer, &Arc::new(key(7)), Role::Writer);
    let mut connection = writer.acquire().await.unwrap();
    sqlx::raw_sql("PRAGMA user_version = 99").execute(&mut *connection).await.unwrap();
    drop(connection);
    writer.close().await;
    let answer = Store::restore(&newer, &path, key(7)).await;
    assert!(matches!(answer, Err(StoreError::Newer { found: 99, .. })), "{answer:?}");
    Store::open(&path, key(7), options()).await.unwrap().close().await;
}

#[tokio::test]
async fn a_damaged_backup_is_not_restored() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("books.coffer");
    let store = ledger(&path).await;
    let backup = store.backup(BackupReason::Asked).await.unwrap().unwrap();
    store.close().await;
    drop(store);
    let mut bytes = std::fs::read(&backup.path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&backup.path, bytes).unwrap();
    let before = std::fs::read(&path).unwrap();
    let answer = Store::restore(&backup.path, &path, key(7)).await;
    assert!(matches!(answer, Err(StoreError::Damaged { .. })), "{answer:?}");
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[tokio::test]
async fn damage_anywhere_in_the_file_is_found() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("books.coffer");
    let store = ledger(&path).await;
    make(&store, "add", add((1..=500).map(|serial| spend("2026-11-01", serial, FOOD, 1, "lunch")))).await;
    store.close().await;
    drop(store);
    let sound = std::fs::read(&path).unwrap();
    for place in [20, 5000, sound.len() / 3, sound.len() - 9] {
        let mut bytes = sound.clone();
        bytes[place] ^= 0x10;
        std::fs::write(&path, bytes).unwrap();
        let noticed = match Store::open(&path, key(7), options()).await {
            Err(error) => matches!(error, StoreError::WrongKeyOrDamaged { .. } | StoreError::Damaged { .. }),
            Ok(store) => {
                let noticed = !matches!(store.check().await, Ok(found) if found.is_empty());
                store.close().await;
                noticed
            }
        };
        assert!(noticed, "byte {place} of {}", sound.len());
    }
}

#[tokio::test]
async fn a_copy_that_was_never_finished_is_no_backup_and_goes_away() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("books.coffer");
    let store = ledger(&path).await;
    let unfinished = folder.path().join("books.coffer-backups/2026-11-22T101500.000-bulk-9.coffer.part");
    std::fs::create_dir(unfinished.parent().unwrap()).unwrap();
    std::fs::write(&unfinished, "half of a ledger").unwrap();
    assert_eq!(Store::backups(&path).unwrap(), []);
    let backup = store.backup(BackupReason::Asked).await.unwrap().unwrap();
    let found: Vec<_> = Store::backups(&path).unwrap().into_iter().map(|found| found.path).collect();
    assert_eq!(found, [backup.path]);
    assert!(!unfinished.exists());
    store.close().await;
}
