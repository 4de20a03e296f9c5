//! Long work that is stopped leaves nothing half done; and a second reader of the same file.

use std::fs;

use super::*;
use crate::engine::library::Depth;
use crate::engine::pool::Pool;
use crate::engine::steps::{Steps, Stopped};
use crate::store::exchange::{ExportError, ImportError};

fn stopped() -> Steps {
    let steps = Steps::default();
    steps.stop();
    steps
}

#[test]
fn a_copy_that_is_stopped_leaves_no_file() {
    let place = Place::new();
    let mut store = place.store();
    lively(&mut store);
    let to = place.folder.path().join("copy.db");
    let before = fs::read_dir(place.folder.path()).unwrap().count();
    let error = store.backup_watched(&to, &stopped()).unwrap_err();
    assert!(matches!(error.problem, Problem::Stopped));
    assert_eq!(fs::read_dir(place.folder.path()).unwrap().count(), before);
    let steps = Steps::default();
    store.backup_watched(&to, &steps).unwrap();
    assert_eq!(steps.percent(), Some(100));
}

#[test]
fn an_import_that_is_stopped_changes_nothing() {
    let (from, to) = (Place::new(), Place::new());
    let mut store = from.store();
    begin(&mut store, "Fargʻona Yogʻ-Moy");
    let json = store.export_all().unwrap();
    let mut other = to.store();
    let error = other.import_watched(json.as_bytes(), &stopped()).unwrap_err();
    assert!(matches!(error, ImportError::Store(StoreError { problem: Problem::Stopped, .. })), "{error}");
    assert_eq!(other.all().unwrap(), []);
    let steps = Steps::default();
    assert_eq!(other.import_watched(json.as_bytes(), &steps).unwrap().added, 1);
    assert_eq!(steps.percent(), Some(100));
}

#[test]
fn a_second_reader_sees_what_is_written_meanwhile_and_writes_nothing() {
    let place = Place::new();
    let mut store = place.store();
    let mut beside = Library::beside(&store).unwrap();
    let id = lively(&mut store);
    assert_eq!(beside.summaries().unwrap(), store.summaries().unwrap());
    assert_eq!(beside.open(id).unwrap().events, Library::open(&store, id).unwrap().events);
    assert!(beside.archive(id, true).is_err());
    assert!(!store.summaries().unwrap().is_empty());
}

#[test]
fn reading_a_pool_is_stopped_between_two_assessments() {
    let place = Place::new();
    let mut store = place.store();
    let id = begin(&mut store, "Fargʻona Yogʻ-Moy");
    store.journal(id).append(&new_event(EventAction::Close)).unwrap();
    let (all, questionnaire) = (store.summaries().unwrap(), Arc::new(read(SAMPLE).unwrap().0));
    let now = jiff::Timestamp::UNIX_EPOCH.to_zoned(TimeZone::UTC);
    let pool = |steps: &Steps| Pool::read(&store, &all, &questionnaire, Depth::Answers, &now, steps);
    assert_eq!(pool(&stopped()).unwrap_err(), Stopped.into());
    let steps = Steps::default();
    assert_eq!((pool(&steps).unwrap().members.len(), steps.percent()), (1, Some(100)));
}

#[test]
fn an_export_is_written_while_it_is_read_and_can_be_stopped() {
    let place = Place::new();
    let mut store = place.store();
    let id = lively(&mut store);
    let (mut written, steps) = (Vec::new(), Steps::default());
    store.export_to(&[id], &mut written, &steps).unwrap();
    assert_eq!((String::from_utf8(written).unwrap(), steps.percent()), (store.export_all().unwrap(), Some(100)));
    let error = store.export_to(&[id], &mut Vec::new(), &stopped()).unwrap_err();
    assert!(matches!(error, ExportError::Store(StoreError { problem: Problem::Stopped, .. })), "{error}");
    let full = &mut [0_u8; 100][..];
    assert!(matches!(store.export_to(&[id], &mut { full }, &Steps::default()).unwrap_err(), ExportError::Write(_)));
}
