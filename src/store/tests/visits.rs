//! How visits ended and how long questions were shown is kept beside the journal, and leaves it as it is.

use super::*;
use crate::engine::library::{Depth, Library};
use crate::engine::visit::{Ending, Outcome, Stay, Way};

fn postponed() -> Ending {
    Ending {
        outcome: Outcome::Postponed,
        until: Some(jiff::civil::date(2026, 12, 3)),
        reason: "direktor safarda\nqoʻngʻiroq qiling".to_owned(),
    }
}

#[test]
fn the_last_visit_stands_in_the_list_and_all_of_them_are_kept() {
    let place = Place::new();
    let mut store = place.store();
    let ids = ["A", "B"].map(|name| begin(&mut store, name));
    let first = store.keep_visit(ids[0], &postponed()).unwrap();
    assert_eq!((first.device.as_str(), first.interviewer.as_str()), ("laptop-1", "Dilnoza"));
    let ending = Ending { outcome: Outcome::Refused, until: None, reason: String::new() };
    let last = store.keep_visit(ids[0], &ending).unwrap();
    assert_eq!(store.visits(ids[0]).unwrap(), [first, last.clone()]);
    let listed = |id| store.all().unwrap().into_iter().find(|it| it.id == id).unwrap();
    assert_eq!(listed(ids[0]).visit, Some(last));
    assert_eq!(listed(ids[1]).visit, None);
    assert_eq!(store.verify().unwrap(), []);
    let nobody = AssessmentId(uuid::Uuid::nil());
    assert_eq!(store.keep_visit(nobody, &postponed()).unwrap_err().message.key, "store-no-assessment");
}

#[test]
fn stays_come_back_in_order_and_say_how_long_it_took() {
    let place = Place::new();
    let mut store = place.store();
    let id = begin(&mut store, "A");
    let stay = |since: &str, question: &str, way| Stay {
        since: since.parse().unwrap(),
        question: question.into(),
        ms: 1_500,
        lang: Lang::Ru,
        way,
    };
    let stays = [
        stay("2026-11-24T09:00:00.5Z", "F1", Way::Next),
        stay("2026-11-24T09:01:00Z", "F3", Way::Jump),
        stay("2026-11-24T09:02:00Z", "F1", Way::Back),
    ];
    for stay in stays.iter().rev() {
        store.keep_stay(id, stay).unwrap();
    }
    assert_eq!(store.stays(id).unwrap(), stays);
    let standing = store.reading().unwrap().standing(id, Depth::Answers).unwrap();
    assert_eq!(standing.effort.map(|effort| (effort.ms, effort.back)), Some((4_500, 1)));
}

#[test]
fn interviewers_are_told_in_the_order_in_which_they_appeared() {
    let place = Place::new();
    let id = begin(&mut place.store(), "Zavod");
    let interviewers = || place.store().reading().unwrap().standing(id, Depth::Answers).unwrap().interviewers;
    let says = |name: &str, old, new| {
        let who = Identity { interviewer: name.to_owned(), ..identity() };
        let mut store = Store::open(&place.path(), who).unwrap();
        store.journal(id).append(&change("F3", old, new)).unwrap();
    };
    assert!(interviewers().is_empty());
    says("", open(), number(1.0));
    assert!(interviewers().is_empty());
    says("Sardor", number(1.0), number(2.0));
    says("Sardor", number(2.0), number(3.0));
    assert_eq!(interviewers(), ["Sardor"]);
    says("Anvar", number(3.0), number(4.0));
    says("Sardor", number(4.0), number(5.0));
    assert_eq!(interviewers(), ["Sardor", "Anvar"]);
}

#[test]
fn a_visit_without_answers_comes_in_whichever_journal_is_longer() {
    let (here, there) = (Place::new(), Place::new());
    let (mut here, mut there) = (here.store(), there.store());
    let id = begin(&mut here, "Zavod");
    let counts = |done: exchange::Imported| (done.added, done.extended, done.unchanged);
    there.import(here.export_all().unwrap().as_bytes()).unwrap();
    here.keep_visit(id, &postponed()).unwrap();
    let more = here.export_all().unwrap();
    there.journal(id).append(&change("F3", open(), number(1.0))).unwrap();
    assert_eq!(counts(there.import(more.as_bytes()).unwrap()), (0, 1, 0));
    assert_eq!(counts(there.import(more.as_bytes()).unwrap()), (0, 0, 1));
    assert_eq!(there.visits(id).unwrap(), here.visits(id).unwrap());
}
