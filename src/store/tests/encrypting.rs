//! Databases that only their passphrase opens.

use std::fs;
use std::path::Path;

use super::*;

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text)
}

fn fresh(text: &str) -> Key {
    Key::fresh(&passphrase(text), Costs::LEAST).unwrap()
}

/// What the files of a folder hold, one after the other.
fn bytes_below(folder: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        if entry.path().is_dir() {
            bytes.extend(bytes_below(&entry.path()));
        } else {
            bytes.extend(fs::read(entry.path()).unwrap());
        }
    }
    bytes
}

/// A database with a lively assessment, a copy made by itself and one that a migration might have left.
fn filled(place: &Place) -> AssessmentId {
    let mut store = place.store();
    let id = lively(&mut store);
    store.rotate("2026-11-29T10:00:00Z".parse().unwrap()).unwrap().unwrap();
    store.backup(&schema::free_name(&place.path(), "v3")).unwrap();
    id
}

fn reopened(place: &Place, key: Option<&Key>) -> Result<Store, StoreError> {
    Store::unlock(&place.path(), identity(), key)
}

#[test]
fn encrypting_keeps_everything_and_leaves_no_word_of_it_readable() {
    let place = Place::new();
    let id = filled(&place);
    let before = place.store().open(id).unwrap().events;
    assert!(holds(&bytes_below(place.folder.path()), "soʻrab bilamiz"));

    let key = fresh("toʻrt fasl");
    let converted = Store::convert(&place.path(), None, Some(&key)).unwrap();
    assert_eq!((converted.copies, converted.left.len()), (2, 0));

    let mut store = reopened(&place, Some(&key)).unwrap();
    assert_eq!(store.open(id).unwrap().events, before);
    assert_eq!(store.verify().unwrap(), []);
    let guarded: String =
        store.connection.pragma_query_value(None, "cipher_memory_security", |row| row.get(0)).unwrap();
    assert_eq!(guarded, "1");
    store.journal(id).append(&change("F3", open(), number(7.25))).unwrap();
    store.journal(id).keep_draft(&"F3".into(), Some("yashirin qoralama")).unwrap();
    store.rotate("2026-11-29T11:00:00Z".parse().unwrap()).unwrap().unwrap();
    // Also while it is open: the log is encrypted too.
    let bytes = bytes_below(place.folder.path());
    for word in
        ["soʻrab bilamiz", "yashirin qoralama", "Yogʻ-Moy", "Dilnoza", "laptop-1", "CREATE TABLE", "SQLite format"]
    {
        assert!(!holds(&bytes, word), "{word}");
    }
    assert!(fs::metadata(place.folder.path().join("tashxis.db-wal")).unwrap().len() > 0);
    let second = store.beside().unwrap();
    assert_eq!(second.open(id).unwrap().events, store.open(id).unwrap().events);
}

#[test]
fn without_the_right_passphrase_nothing_opens_and_nothing_changes() {
    let place = Place::new();
    filled(&place);
    let key = fresh("toʻrt fasl");
    Store::convert(&place.path(), None, Some(&key)).unwrap();
    let before = fs::read(place.path()).unwrap();
    let header = Header::read(&place.path()).unwrap().unwrap();

    assert_eq!(super::key(&reopened(&place, None).unwrap_err()), "store-encrypted");
    assert_eq!(super::key(&reopened(&place, Some(&fresh("toʻrt fasl"))).unwrap_err()), "store-encrypted");
    let wrong = Key::derive(&passphrase("besh fasl"), header).unwrap();
    assert_eq!(super::key(&reopened(&place, Some(&wrong)).unwrap_err()), "store-wrong-passphrase");
    assert_eq!(super::key(&wrong.opens(&place.path()).unwrap_err()), "store-wrong-passphrase");
    let refused = Store::convert(&place.path(), Some(&wrong), None).unwrap_err();
    assert_eq!(super::key(&refused), "store-wrong-passphrase");
    assert_eq!(fs::read(place.path()).unwrap(), before);

    let right = Key::derive(&passphrase("toʻrt fasl"), header).unwrap();
    let store = reopened(&place, Some(&right)).unwrap();
    assert!(store.is_encrypted() && store.opens_with("toʻrt fasl") && !store.opens_with("besh fasl"));
    let other = Place::new().store();
    assert!(!other.is_encrypted() && !other.opens_with("toʻrt fasl") && !other.opens_with(""));
}

#[test]
fn another_passphrase_shuts_out_the_old_one_and_decrypting_leads_back() {
    let place = Place::new();
    let id = filled(&place);
    let before = place.store().open(id).unwrap().events;
    let (first, second) = (fresh("toʻrt fasl"), fresh("besh barmoq"));
    Store::convert(&place.path(), None, Some(&first)).unwrap();
    let converted = Store::convert(&place.path(), Some(&first), Some(&second)).unwrap();
    assert_eq!((converted.copies, converted.left.len()), (2, 0));
    assert_eq!(super::key(&reopened(&place, Some(&first)).unwrap_err()), "store-encrypted");
    for copy in reopened(&place, Some(&second)).unwrap().copies_beside() {
        assert!(second.opens(&copy).is_ok() && first.opens(&copy).is_err(), "{}", copy.display());
    }
    let converted = Store::convert(&place.path(), Some(&second), None).unwrap();
    assert_eq!((converted.copies, converted.left.len()), (2, 0));
    assert_eq!(place.store().open(id).unwrap().events, before);
    assert_eq!(place.store().verify().unwrap(), []);
    assert_eq!(super::key(&Store::convert(&place.path(), None, None).unwrap_err()), "store-nothing-to-convert");
}

#[test]
fn whoever_else_has_the_database_open_keeps_it_as_it_is() {
    let place = Place::new();
    filled(&place);
    let key = fresh("toʻrt fasl");
    let writer = place.store();
    assert_eq!(super::key(&Store::convert(&place.path(), None, Some(&key)).unwrap_err()), "store-in-use");
    let reader = place.store();
    assert_eq!(reader.access(), Access::ReadOnlyInUse);
    drop(writer);
    assert_eq!(super::key(&Store::convert(&place.path(), None, Some(&key)).unwrap_err()), "store-in-use");
    drop(reader);
    assert!(Header::read(&place.path()).unwrap().is_none());
    Store::convert(&place.path(), None, Some(&key)).unwrap();
}

#[test]
fn what_was_interrupted_is_done_again() {
    let place = Place::new();
    let id = filled(&place);
    // The copies were converted, the database was not, and half a file was left.
    let first = fresh("toʻrt fasl");
    let copies = place.store().copies_beside();
    for copy in &copies {
        Store::convert(copy, None, Some(&first)).unwrap();
    }
    fs::write(place.folder.path().join("tashxis.db.part"), "soʻrab bilamiz").unwrap();
    let second = fresh("toʻrt fasl");
    let converted = Store::convert(&place.path(), None, Some(&second)).unwrap();
    assert_eq!((converted.copies, converted.left.len()), (0, 0));
    assert!(copies.iter().all(|copy| first.opens(copy).is_ok()));
    assert!(reopened(&place, Some(&second)).unwrap().open(id).is_ok());
    assert!(!holds(&bytes_below(place.folder.path()), "soʻrab bilamiz"));
}

#[test]
fn a_backup_of_an_encrypted_database_is_encrypted_and_can_be_restored() {
    let place = Place::new();
    let id = filled(&place);
    let plain = place.folder.path().join("plain-copy");
    place.store().backup(&plain).unwrap();
    let key = fresh("toʻrt fasl");
    Store::convert(&place.path(), None, Some(&key)).unwrap();
    let store = reopened(&place, Some(&key)).unwrap();
    let copy = place.folder.path().join("copy");
    store.backup(&copy).unwrap();
    let before = store.open(id).unwrap().events;
    drop(store);
    assert!(key.opens(&copy).is_ok());

    let unlocked = Store::restore(&copy, &place.path(), None, false);
    assert!(matches!(unlocked, Err(RestoreError::Store(error)) if super::key(&error) == "store-encrypted"));
    let refused = Store::restore(&plain, &place.path(), None, false);
    assert!(matches!(refused, Err(RestoreError::Store(error)) if super::key(&error) == "store-plain-copy"));

    let restored = Store::restore(&copy, &place.path(), Some(&key), false).unwrap();
    assert!(key.opens(&restored.kept.unwrap()).is_ok());
    assert_eq!(reopened(&place, Some(&key)).unwrap().open(id).unwrap().events, before);
    Store::restore(&plain, &place.path(), None, true).unwrap();
    assert_eq!(place.store().open(id).unwrap().events, before);
}

#[test]
fn a_damaged_page_is_found_and_costs_only_what_is_on_it() {
    let place = Place::new();
    let id = filled(&place);
    let mut store = place.store();
    for n in 0..300 {
        let (old, new) = (if n == 0 { open() } else { number(f64::from(n)) }, number(f64::from(n + 1)));
        store.journal(id).append(&change("F4", old, new)).unwrap();
    }
    drop(store);
    let key = fresh("toʻrt fasl");
    Store::convert(&place.path(), None, Some(&key)).unwrap();
    let mut bytes = fs::read(place.path()).unwrap();
    let middle = bytes.len() / 4096 / 2 * 4096;
    bytes[middle + 100..middle + 164].iter_mut().for_each(|byte| *byte ^= 0x5a);
    fs::write(place.path(), &bytes).unwrap();
    let store = reopened(&place, Some(&key)).unwrap();
    let findings = store.verify().unwrap();
    assert!(!findings.is_empty() && findings.iter().all(|finding| finding.key == "store-finding-integrity"));
    drop(store);

    let saved = place.folder.path().join("saved.db");
    assert_eq!(super::key(&Store::repair(&place.path(), &saved, &[], None).unwrap_err()), "store-encrypted");
    let repaired = Store::repair(&place.path(), &saved, &[], Some(&key)).unwrap();
    assert_eq!(repaired.saved, 1);
    assert!(key.opens(&saved).is_ok());
    let events = Store::unlock(&saved, identity(), Some(&key)).unwrap().open(id).unwrap().events.len();
    assert!(events > 200, "{events}");

    // The salt is gone, and a copy beside the database still knows it.
    bytes[..16].fill(0);
    fs::write(place.path(), &bytes).unwrap();
    let header = Header::read(&rotation::copies(&place.path())[0].path).unwrap().unwrap();
    let again = Key::derive(&passphrase("toʻrt fasl"), header).unwrap();
    fs::remove_file(&saved).unwrap();
    let repaired = Store::repair(&place.path(), &saved, &[], Some(&again)).unwrap();
    assert_eq!(repaired.saved, 1);
}

#[test]
fn an_encrypted_file_of_another_program_or_a_stranger_is_left_alone() {
    let place = Place::new();
    fs::write(place.path(), [0x9e; 8192]).unwrap();
    assert_eq!(super::key(&reopened(&place, None).unwrap_err()), "store-not-a-database");
    let mut costly = b"TXE1\x1f\xff\xff".to_vec();
    costly.resize(8192, 7);
    fs::write(place.path(), &costly).unwrap();
    let header = Header::read(&place.path()).unwrap().unwrap();
    let refused = Key::derive(&passphrase("toʻrt fasl"), header).unwrap_err();
    assert!(matches!(refused, Problem::UnknownEncryption));
    assert_eq!(fs::read(place.path()).unwrap(), costly);
}

#[test]
fn an_old_encrypted_database_is_brought_up_to_date_and_its_copy_is_encrypted() {
    let place = Place::new();
    place.raw().execute_batch(include_str!("../schema/v1-sample.sql")).unwrap();
    let key = fresh("toʻrt fasl");
    Store::convert(&place.path(), None, Some(&key)).unwrap();
    let store = reopened(&place, Some(&key)).unwrap();
    assert_eq!(store.verify().unwrap(), []);
    let copies = store.copies_beside();
    assert!(copies.iter().any(|copy| copy.to_string_lossy().contains(".v1-")), "{copies:?}");
    assert!(copies.iter().all(|copy| key.opens(copy).is_ok()));
}
