//! Copies that went apart, as a cloud folder leaves them: found by the chain, both kept, nothing overwritten.

use std::fs;

use super::*;

/// A database and a copy of it with another name, both with the same history so far.
fn with_copy() -> (Place, AssessmentId, PathBuf) {
    let place = Place::new();
    let mut store = place.store();
    let id = begin(&mut store, "Fargʻona Yogʻ-Moy");
    let copy = place.folder.path().join("tashxis (conflicted copy).db");
    store.backup(&copy).unwrap();
    (place, id, copy)
}

fn go_on(path: &Path, id: AssessmentId, said: &str) {
    let mut store = Store::open(path, identity()).unwrap();
    store.journal(id).append(&change("F1", open(), Value::Text(said.to_owned()))).unwrap();
}

fn found(place: &Place) -> Vec<(usize, usize)> {
    place.store().twins().iter().map(|twin| (twin.apart, twin.ahead)).collect()
}

#[test]
fn a_copy_that_knows_no_more_is_nothing_to_speak_of() {
    let (place, id, _copy) = with_copy();
    assert_eq!(found(&place), []);
    go_on(&place.path(), id, "one");
    assert_eq!(found(&place), []);
}

#[test]
fn a_copy_that_is_ahead_is_found() {
    let (place, id, copy) = with_copy();
    go_on(&copy, id, "one");
    assert_eq!(found(&place), [(0, 1)]);
    begin(&mut Store::open(&copy, identity()).unwrap(), "Elsewhere");
    assert_eq!(found(&place), [(0, 2)]);
}

#[test]
fn copies_that_went_apart_are_found_and_neither_is_overwritten() {
    let (place, id, copy) = with_copy();
    go_on(&place.path(), id, "one");
    go_on(&copy, id, "two");
    let before = (fs::read(place.path()).unwrap(), fs::read(&copy).unwrap());
    assert_eq!(found(&place), [(1, 0)]);
    let export = Store::open(&copy, identity()).unwrap().export_all().unwrap();
    let mut store = place.store();
    let exchange::ImportError::Findings(findings) = store.import(export.as_bytes()).unwrap_err() else {
        panic!("a history that went apart is taken in")
    };
    assert_eq!(findings[0].message.key, "import-conflict");
    drop(store);
    assert_eq!((fs::read(place.path()).unwrap(), fs::read(&copy).unwrap()), before);
}

#[test]
fn other_files_are_none_of_our_copies() {
    let (place, ..) = with_copy();
    fs::write(place.folder.path().join("tashxis-notes.db"), "a letter").unwrap();
    fs::write(place.folder.path().join("tashxis-empty.db"), "").unwrap();
    assert_eq!(found(&place), []);
}
