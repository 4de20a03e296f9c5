//! Where an interview stands, and where it goes from there.

use super::*;

fn at(interview: &Interview, code: &str) -> Position {
    Position::At(ix(interview, code))
}

#[test]
fn it_goes_to_what_is_asked_and_nowhere_else() {
    let mut interview = begin(Form::Full);
    assert_eq!(interview.position(), at(&interview, "N1"));
    assert!(interview.go_to(ix(&interview, "F8")));
    assert_eq!(interview.position(), at(&interview, "F8"));
    assert!(!interview.go_to(ix(&interview, "INT1")), "exports were not said yet");
    assert_eq!(interview.position(), at(&interview, "F8"));
    interview.go_to_end();
    assert_eq!(interview.position(), Position::End);
}

#[test]
fn next_and_previous_pass_over_what_is_not_asked() {
    let mut interview = begin(Form::Full);
    interview.go_to(ix(&interview, "F4"));
    assert_eq!(interview.next(), at(&interview, "F8"), "F5 waits for F4");
    interview.go_to(ix(&interview, "F8"));
    assert_eq!(interview.previous(), Some(ix(&interview, "F4")));
    interview.go_to(ix(&interview, "N1"));
    assert_eq!(interview.previous(), None);
    interview.go_to(ix(&interview, "T1"));
    assert_eq!(interview.next(), Position::End, "what is calculated is never asked");
    interview.go_to_end();
    assert_eq!(interview.next(), Position::End);
    assert_eq!(interview.previous(), Some(ix(&interview, "T1")));
}

#[test]
fn the_next_open_question_is_behind_the_place_or_from_the_start_again() {
    let (mut interview, mut journal) = (begin(Form::Full), MemoryJournal::default());
    assert_eq!(interview.next_open(), Some(ix(&interview, "F1")), "a note is never open");
    interview.go_to(ix(&interview, "F1"));
    assert_eq!(interview.next_open(), Some(ix(&interview, "F2")));
    answer(&mut interview, &mut journal, "F2", "2001-09-01");
    interview.go_to(ix(&interview, "F1"));
    assert_eq!(interview.next_open(), Some(ix(&interview, "F3")));
    interview.go_to(ix(&interview, "T1"));
    assert_eq!(interview.next_open(), Some(ix(&interview, "F1")), "not the place itself");
    interview.go_to_end();
    assert_eq!(interview.next_open(), Some(ix(&interview, "F1")));
}

#[test]
fn the_next_flagged_question_is_found_also_where_it_is_answered() {
    let (mut interview, mut journal) = (begin(Form::Full), MemoryJournal::default());
    assert_eq!(interview.next_flagged(), None);
    for code in ["F1", "SKL2"] {
        let at = ix(&interview, code);
        let change = interview.propose(at, Answer { flagged: true, ..Answer::default() }).unwrap();
        interview.commit(change, STAY, &mut journal).unwrap();
    }
    interview.go_to(ix(&interview, "F1"));
    assert_eq!(interview.next_flagged(), Some(ix(&interview, "SKL2")));
    interview.go_to(ix(&interview, "SKL2"));
    assert_eq!(interview.next_flagged(), Some(ix(&interview, "F1")));
}

#[test]
fn an_answer_leads_on_or_stays_as_it_is_told() {
    let (mut interview, mut journal) = (begin(Form::Full), MemoryJournal::default());
    let mut commit = |interview: &mut Interview, code: &str, value: Value, how| {
        let change = interview.propose(ix(interview, code), value.into()).unwrap();
        interview.commit(change, how, &mut journal).unwrap();
        assert_eq!(journal.position, interview.position_id(interview.position()), "what is kept is where it stands");
        interview.position()
    };
    let f8 = || Value::Choice("yes".into());
    assert_eq!(commit(&mut interview, "F8", f8(), STAY), at(&interview, "F8"));
    assert_eq!(commit(&mut interview, "F8", f8(), NEXT), at(&interview, "INF1"));
    // What the answer opens is where it leads.
    assert_eq!(commit(&mut interview, "F4", Value::Choice("KZ".into()), NEXT), at(&interview, "F5"));
    assert_eq!(commit(&mut interview, "T1", Value::Text("nothing".to_owned()), NEXT), Position::End);
    assert_eq!(interview.position_id(Position::End), None);
    assert_eq!(interview.position_id(at(&interview, "F5")).unwrap().as_str(), "F5");
}

#[test]
fn taking_back_an_answer_leads_to_its_question() {
    let (mut interview, mut journal) = (begin(Form::Full), MemoryJournal::default());
    answer(&mut interview, &mut journal, "F4", "UZ");
    answer(&mut interview, &mut journal, "F5", "UZ-FA");
    answer(&mut interview, &mut journal, "F4", "KZ");
    let change = interview.undo().unwrap();
    assert_eq!(change.question(), ix(&interview, "F4"));
    interview.commit(change, STAY, &mut journal).unwrap();
    assert_eq!(interview.position(), at(&interview, "F4"));
}

#[test]
fn from_a_question_that_was_closed_meanwhile_nothing_is_skipped() {
    let (mut interview, mut journal) = (begin(Form::Full), MemoryJournal::default());
    answer(&mut interview, &mut journal, "F4", "UZ");
    let early = interview.propose(ix(&interview, "F5"), Value::Choice("UZ-FA".into()).into()).unwrap();
    let unknown = Answer::default().responding(Some(Response::DontKnow));
    let other = interview.propose(ix(&interview, "F4"), unknown).unwrap();
    interview.commit(other, STAY, &mut journal).unwrap();
    interview.commit(early, NEXT, &mut journal).unwrap();
    assert_eq!(interview.position(), at(&interview, "F8"));
}
