//! Repair of damaged files: what can be read is saved, and nothing is missing without a word.

use std::collections::HashMap;
use std::fs;

use super::*;

/// A database with several long histories, closed, and what its journals hold.
fn grown() -> (Place, HashMap<String, Answer>) {
    let place = Place::new();
    let mut store = place.store();
    lively(&mut store);
    let mut events = HashMap::new();
    for firm in 0..3 {
        let id = begin(&mut store, &format!("Firma {firm}"));
        let mut old = open();
        for n in 0..40 {
            let new = Answer { comment: format!("izoh {firm}-{n} ").repeat(4), ..number(f64::from(n)) };
            store.journal(id).append(&change("F1", old, new.clone())).unwrap();
            old = new;
        }
    }
    store.keep_setting("lang", "ru").unwrap();
    for summary in store.all().unwrap() {
        for event in Library::open(&store, summary.id).unwrap().events {
            events.insert(event.id.to_string(), event.action.change().map(|it| it.new.clone()).unwrap_or_default());
        }
    }
    drop(store);
    (place, events)
}

/// What is said to be missing, by the keys of the messages.
fn missing(repaired: &Repaired) -> Vec<&'static str> {
    repaired.missing.iter().map(|it| it.key).collect()
}

fn shelf() -> Vec<Arc<crate::engine::questionnaire::Questionnaire>> {
    vec![Arc::new(read(SAMPLE).unwrap().0)]
}

/// Repairs a damaged copy of a database; what is saved is sound, and was there before.
fn repaired(place: &Place, content: &[u8], before: &HashMap<String, Answer>) -> (Repaired, usize) {
    let damaged = place.folder.path().join("damaged.db");
    let new = place.folder.path().join("new.db");
    let _ = fs::remove_file(&new);
    fs::write(&damaged, content).unwrap();
    let repaired = Store::repair(&damaged, &new, &shelf(), None).unwrap();
    assert_eq!(fs::read(&damaged).unwrap(), content, "the damaged file is only read");
    for message in repaired.whole.iter().chain(&repaired.missing) {
        for lang in Lang::ALL {
            let text = Texts::new(lang, TimeZone::UTC).say(message);
            assert!(text != message.key && !text.contains("{$"), "{text}");
        }
    }
    if repaired.saved == 0 {
        assert!(!new.exists());
        return (repaired, 0);
    }
    let store = Store::open(&new, identity()).unwrap();
    assert_eq!(store.verify().unwrap(), []);
    let mut saved = 0;
    for summary in store.all().unwrap() {
        for event in Library::open(&store, summary.id).unwrap().events {
            let told = event.action.change().map(|it| it.new.clone()).unwrap_or_default();
            assert_eq!(before.get(&event.id.to_string()), Some(&told), "nothing is made up");
            saved += 1;
        }
    }
    (repaired, saved)
}

#[test]
fn a_sound_database_comes_out_as_it_was() {
    let (place, events) = grown();
    let (repaired, saved) = repaired(&place, &fs::read(place.path()).unwrap(), &events);
    assert_eq!((repaired.missing.as_slice(), repaired.saved, saved), (&[][..], 4, events.len()));
    let new = Store::open(&place.folder.path().join("new.db"), identity()).unwrap();
    assert_eq!(new.export_all().unwrap(), place.store().export_all().unwrap());
    assert_eq!(new.setting("lang").unwrap().as_deref(), Some("ru"));
}

#[test]
fn changes_that_are_only_in_the_log_are_saved() {
    let place = Place::new();
    let mut store = place.store();
    let id = lively(&mut store);
    let damaged = place.folder.path().join("crashed.db");
    fs::copy(place.path(), &damaged).unwrap();
    fs::copy(open::beside(&place.path(), "-wal"), open::beside(&damaged, "-wal")).unwrap();
    let new = place.folder.path().join("new.db");
    let repaired = Store::repair(&damaged, &new, &[], None).unwrap();
    assert_eq!((repaired.saved, repaired.missing), (1, vec![]));
    let events = |store: &Store| Library::open(store, id).unwrap().events;
    assert_eq!(events(&Store::open(&new, identity()).unwrap()), events(&store));
}

#[test]
fn bytes_that_flip_anywhere_cost_what_is_on_their_page_and_never_in_silence() {
    let (place, events) = grown();
    let sound = fs::read(place.path()).unwrap();
    let step = sound.len() / 20;
    let mut whole = 0;
    for at in (0..sound.len() - 64).step_by(step) {
        let mut content = sound.clone();
        content[at..at + 64].iter_mut().for_each(|byte| *byte ^= 0x5a);
        let (repaired, saved) = repaired(&place, &content, &events);
        assert!(
            saved == events.len() || !repaired.missing.is_empty(),
            "at {at}: {saved} of {} in silence",
            events.len()
        );
        assert!(saved + 50 >= events.len() || repaired.saved < 4, "at {at}: only {saved}: {:?}", repaired.missing);
        whole += usize::from(saved == events.len());
    }
    assert!((4..20).contains(&whole), "{whole} of 20 cost nothing");
}

#[test]
fn without_its_first_page_a_database_loses_nothing_of_the_journal() {
    let (place, events) = grown();
    let mut content = fs::read(place.path()).unwrap();
    content[..4_096].fill(0xff);
    let (repaired, saved) = repaired(&place, &content, &events);
    assert_eq!((repaired.saved, saved), (4, events.len()));
    assert_eq!(missing(&repaired), ["safety-repair-beside"]);
}

#[test]
fn a_column_that_others_added_is_left_behind_and_its_name_is_no_command() {
    let (place, events) = grown();
    place.raw().execute_batch("ALTER TABLE setting ADD COLUMN \"value) SELECT 'lang', 'en' --\" TEXT").unwrap();
    let (repaired, saved) = repaired(&place, &fs::read(place.path()).unwrap(), &events);
    assert_eq!((repaired.saved, saved), (4, events.len()));
    assert_eq!(missing(&repaired), ["safety-repair-beside"]);
    let new = Store::open(&place.folder.path().join("new.db"), identity()).unwrap();
    assert_eq!(new.setting("lang").unwrap().as_deref(), Some("ru"), "the rest of the table is there");
}

#[test]
fn a_row_beside_the_journal_that_does_not_fit_is_not_left_out_in_silence() {
    let (place, events) = grown();
    let raw = place.raw();
    raw.execute_batch("PRAGMA foreign_keys = OFF; INSERT INTO draft VALUES ('of nothing', 'F1', 'yarim')").unwrap();
    drop(raw);
    let (repaired, saved) = repaired(&place, &fs::read(place.path()).unwrap(), &events);
    assert_eq!((repaired.saved, saved), (4, events.len()));
    assert_eq!(missing(&repaired), ["safety-repair-beside"]);
}

#[test]
fn a_cut_file_gives_what_is_left_of_it() {
    let (place, events) = grown();
    let sound = fs::read(place.path()).unwrap();
    for eighths in [0, 1, 4, 7] {
        let (repaired, saved) = repaired(&place, &sound[..sound.len() * eighths / 8], &events);
        assert!(saved < events.len() && (eighths < 2 || !repaired.missing.is_empty()), "{eighths}/8: {saved}");
    }
}

#[test]
fn behind_a_gap_the_history_follows_anew_and_says_so() {
    let place = Place::new();
    let mut store = place.store();
    let id = begin(&mut store, "Firma");
    for n in 0..5 {
        let old = if n == 0 { open() } else { number(f64::from(n)) };
        store.journal(id).append(&change("F1", old, number(f64::from(n + 1)))).unwrap();
    }
    drop(store);
    place
        .raw()
        .execute_batch(
            "DROP TRIGGER event_is_not_deleted; PRAGMA foreign_keys = OFF; PRAGMA secure_delete = ON;
        DELETE FROM event WHERE sequence = 2; PRAGMA wal_checkpoint(TRUNCATE)",
        )
        .unwrap();
    let new = place.folder.path().join("new.db");
    let repaired = Store::repair(&place.path(), &new, &shelf(), None).unwrap();
    let text = Texts::new(Lang::En, TimeZone::UTC).say(&repaired.missing[0]);
    assert!(text.contains("cannot be read: 1, the first is no. 2. Saved: 4;"), "{text}");
    let store = Store::open(&new, identity()).unwrap();
    let events = Library::open(&store, id).unwrap().events;
    let told: Vec<_> = events.iter().map(|event| event.action.change().unwrap().new.clone()).collect();
    assert_eq!(told, [1.0, 3.0, 4.0, 5.0].map(number));
    assert_eq!(store.verify().unwrap(), []);
}

#[test]
fn a_questionnaire_that_cannot_be_read_is_taken_from_the_shelf_or_missed() {
    let (place, _) = grown();
    place
        .raw()
        .execute_batch(
            "DROP TRIGGER questionnaire_is_not_changed; UPDATE questionnaire SET text = 'gone';
        PRAGMA wal_checkpoint(TRUNCATE)",
        )
        .unwrap();
    let new = place.folder.path().join("new.db");
    let lost = Store::repair(&place.path(), &new, &[], None).unwrap();
    let missing = missing(&lost);
    // With an assessment goes its draft.
    assert_eq!((lost.saved, &missing[..4]), (0, &["safety-lost-questionnaire"; 4][..]));
    assert_eq!(missing[4..], ["safety-repair-beside"]);
    let saved = Store::repair(&place.path(), &new, &shelf(), None).unwrap();
    assert_eq!((saved.saved, saved.missing.len()), (4, 0));
    let error = Store::repair(&place.path(), &new, &shelf(), None).unwrap_err();
    assert_eq!(key(&error), "store-exists");
}
