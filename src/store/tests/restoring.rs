//! Restoring: only a sound backup replaces anything, and what it replaces is kept.

use std::fs;

use super::*;

/// A database with a later assessment than its backup has.
fn with_backup() -> (Place, PathBuf) {
    let place = Place::new();
    let mut store = place.store();
    lively(&mut store);
    let backup = place.folder.path().join("monday.db");
    store.backup(&backup).unwrap();
    begin(&mut store, "Later");
    (place, backup)
}

fn refusal(error: RestoreError) -> &'static str {
    match error {
        RestoreError::Store(error) => key(&error),
        RestoreError::Findings(findings) => findings[0].key,
    }
}

#[test]
fn a_backup_takes_the_place_and_what_was_there_is_kept() {
    let (place, backup) = with_backup();
    let kept = Store::restore(&backup, &place.path(), None, false).unwrap().kept.unwrap();
    assert_eq!(place.store().all().unwrap().len(), 1);
    assert_eq!(Store::open(&kept, identity()).unwrap().all().unwrap().len(), 2);
    assert_eq!(place.store().verify().unwrap(), []);
    assert!(backup.exists());
}

#[test]
fn a_backup_is_restored_where_nothing_was() {
    let (_place, backup) = with_backup();
    let other = Place::new();
    assert_eq!(Store::restore(&backup, &other.path(), None, false).unwrap().kept, None);
    assert_eq!(other.store().all().unwrap().len(), 1);
}

#[test]
fn a_damaged_database_is_replaced_and_kept_as_it_is() {
    let (place, backup) = with_backup();
    fs::write(place.path(), "rubbish").unwrap();
    let kept = Store::restore(&backup, &place.path(), None, false).unwrap().kept.unwrap();
    assert_eq!(fs::read(kept).unwrap(), b"rubbish");
    assert_eq!(place.store().all().unwrap().len(), 1);
}

#[test]
fn an_unsound_backup_replaces_nothing() {
    let (place, backup) = with_backup();
    let raw = Connection::open(&backup).unwrap();
    raw.execute("DELETE FROM answer", []).unwrap();
    drop(raw);
    let letter = place.folder.path().join("letter");
    fs::write(&letter, "mine").unwrap();
    let missing = place.folder.path().join("missing.db");
    for (from, expected) in
        [(&backup, "store-finding-answer"), (&letter, "store-not-a-database"), (&missing, "store-not-found")]
    {
        assert_eq!(refusal(Store::restore(from, &place.path(), None, false).unwrap_err()), expected);
        assert_eq!(place.store().all().unwrap().len(), 2);
    }
    assert!(!open::beside(&place.path(), ".part").exists());
}

#[test]
fn a_database_in_use_is_not_replaced() {
    let (place, backup) = with_backup();
    let writer = place.store();
    assert_eq!(refusal(Store::restore(&backup, &place.path(), None, false).unwrap_err()), "store-in-use");
    let reader = place.store();
    reader.all().unwrap();
    drop(writer);
    assert_eq!(refusal(Store::restore(&backup, &place.path(), None, false).unwrap_err()), "store-in-use");
    drop(reader);
    assert_eq!(place.store().all().unwrap().len(), 2);
    assert!(!open::beside(&place.path(), ".replaced-1.backup").exists());
}
