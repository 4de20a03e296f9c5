//! Copies that are made by themselves: when one is due, what is kept, and what goes.

use super::*;
use crate::store::rotation;

fn at(moment: &str) -> Timestamp {
    moment.parse().unwrap()
}

fn names(place: &Place) -> Vec<String> {
    let copies = rotation::copies(&place.path());
    copies.iter().map(|copy| copy.path.file_name().unwrap().to_str().unwrap().to_owned()).collect()
}

#[test]
fn a_copy_is_made_only_after_changes() {
    let place = Place::new();
    let mut store = place.store();
    assert_eq!(store.rotate(at("2026-11-29T10:00:00Z")).unwrap(), None, "there is nothing to lose");
    lively(&mut store);
    let copy = store.rotate(at("2026-11-29T10:01:00Z")).unwrap().unwrap();
    assert_eq!(store.rotate(at("2026-11-29T10:02:00Z")).unwrap(), None, "nothing has changed");
    let sound = Store::open(&copy, identity()).unwrap();
    assert_eq!((sound.verify().unwrap(), sound.all().unwrap().len()), (vec![], 1));
    begin(&mut store, "Later");
    drop(store);
    place.store().rotate(at("2026-11-29T10:03:00Z")).unwrap().unwrap();
    assert_eq!(names(&place), ["2026-11-29T10-03-00Z.db", "2026-11-29T10-01-00Z.db"]);
}

#[test]
#[cfg(unix)]
fn copies_are_as_private_as_the_database() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    let mut store = place.store();
    lively(&mut store);
    let copy = store.rotate(at("2026-11-29T10:00:00Z")).unwrap().unwrap();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&copy), mode(copy.parent().unwrap())), (0o600, 0o700));
}

#[test]
fn the_setting_says_how_many_are_kept_and_nothing_else_is_taken_away() {
    let place = Place::new();
    let mut store = place.store();
    let id = lively(&mut store);
    store.keep_copies(2).unwrap();
    std::fs::create_dir(rotation::folder(&place.path())).unwrap();
    let letter = rotation::folder(&place.path()).join("letter.txt");
    std::fs::write(&letter, "mine").unwrap();
    for minute in 0..5 {
        store.archive(id, minute % 2 == 0).unwrap();
        store.rotate(at(&format!("2026-11-29T10:0{minute}:00Z"))).unwrap().unwrap();
    }
    assert_eq!(names(&place), ["2026-11-29T10-04-00Z.db", "2026-11-29T10-03-00Z.db"]);
    assert!(letter.exists());
    store.keep_copies(0).unwrap();
    assert_eq!(store.rotate(at("2026-11-29T11:00:00Z")).unwrap(), None);
    assert_eq!(names(&place).len(), 2, "what is there stays");
}

#[test]
fn only_the_writer_makes_copies_and_a_failure_takes_nothing_away() {
    let place = Place::new();
    let mut store = place.store();
    lively(&mut store);
    assert_eq!(place.store().rotate(at("2026-11-29T10:00:00Z")).unwrap(), None);
    std::fs::write(rotation::folder(&place.path()), "in the way").unwrap();
    let error = store.rotate(at("2026-11-29T10:00:00Z")).unwrap_err();
    said(&error);
    assert_eq!(store.verify().unwrap(), []);
}
