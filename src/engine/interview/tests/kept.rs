//! What is kept: the change that is proposed, the journal, and the interview that is read from it again.

use super::*;
use crate::engine::interview::journal::{Event, EventAction};

fn replay(events: &[Event]) -> Result<Interview, ReplayError> {
    Interview::replay(Arc::new(read(SAMPLE).unwrap().0), Form::Full, now(), events)
}

#[test]
fn a_change_that_changes_nothing_says_so() {
    let (mut interview, mut journal) = (begin(Form::Full), MemoryJournal::default());
    let f3 = ix(&interview, "F3");
    let change = interview.propose(f3, Value::Integer(12).into()).unwrap();
    assert!(!change.is_empty());
    assert_eq!(change.question(), f3);
    interview.commit(change, STAY, &mut journal).unwrap();
    assert!(interview.propose(f3, Value::Integer(12).into()).unwrap().is_empty());
    assert!(!interview.propose(f3, Value::Integer(13).into()).unwrap().is_empty());
}

#[test]
fn what_surrounds_an_answer_is_changed_also_where_the_answer_no_longer_fits() {
    let (mut interview, mut journal) = (begin(Form::Full), MemoryJournal::default());
    answer(&mut interview, &mut journal, "F4", "UZ");
    answer(&mut interview, &mut journal, "F5", "UZ-TK");
    answer(&mut interview, &mut journal, "F4", "KZ");
    let f5 = ix(&interview, "F5");
    let commented = Answer { comment: "Moved.".to_owned(), ..interview.answer(f5).clone() };
    assert!(interview.propose(f5, commented).is_ok());
    assert_eq!(interview.propose(f5, Value::Choice("UZ-FA".into()).into()).unwrap_err(), Refusal::NotOffered);
}

#[test]
fn of_several_choices_every_one_must_be_offered() {
    let several = "id = \"F5\"\nkind = \"select_multiple\"";
    let text = SAMPLE.replacen("id = \"F5\"\nkind = \"select_one\"", several, 1);
    let mut interview = Interview::new(Arc::new(read(&text).unwrap().0), Form::Full, now());
    let mut journal = MemoryJournal::default();
    answer(&mut interview, &mut journal, "F4", "UZ");
    assert_eq!(refusal(&interview, "F5", "UZ-FA KZ-ALA"), Refusal::NotOffered);
    answer(&mut interview, &mut journal, "F5", "UZ-FA UZ-TK");
    answer(&mut interview, &mut journal, "F4", "KZ");
    assert!(interview.review().failing.contains(&Failing::NotOffered(ix(&interview, "F5"))));
}

#[test]
fn a_note_takes_a_comment_but_no_answer_and_no_reason_for_none() {
    let interview = begin(Form::Full);
    let n1 = ix(&interview, "N1");
    for response in [Response::DontKnow, Response::Refused] {
        let refused = interview.propose(n1, Answer::default().responding(Some(response))).unwrap_err();
        assert!(matches!(refused, Refusal::Input(InputError(ref message)) if message.key == "input-not-answerable"));
    }
    let value = interview.propose(n1, Value::Text("yes".to_owned()).into());
    assert!(matches!(value, Err(Refusal::Input(_))));
    assert!(interview.propose(n1, Answer { comment: "Read out.".to_owned(), ..Answer::default() }).is_ok());
    let asked = interview.propose(ix(&interview, "F1"), Answer::default().responding(Some(Response::DontKnow)));
    assert!(asked.is_ok());
}

#[test]
fn every_event_is_one_revision_in_memory_and_when_it_is_read_again() {
    let (mut interview, mut journal) = (begin(Form::Full), MemoryJournal::default());
    assert_eq!(interview.revision(), 0);
    answer(&mut interview, &mut journal, "F3", "12");
    answer(&mut interview, &mut journal, "F3", "13");
    let back = interview.undo().unwrap();
    interview.commit(back, STAY, &mut journal).unwrap();
    interview.set_closed(true, Lang::Uz, &mut journal).unwrap();
    assert_eq!(interview.revision(), 4);
    let replayed = replay(&journal.events).unwrap();
    assert_eq!(replayed.revision(), 4);
    assert!(replayed.is_closed());
    interview.set_closed(false, Lang::Uz, &mut journal).unwrap();
    assert!(!interview.is_closed());
    assert!(!replay(&journal.events).unwrap().is_closed());
    let kept: Vec<_> = journal.events.iter().map(|event| (event.sequence, event.action.name())).collect();
    assert_eq!(kept, [(1, "answer"), (2, "answer"), (3, "undo"), (4, "close"), (5, "reopen")]);
}

#[test]
fn an_interview_that_is_read_again_stands_at_its_beginning() {
    let (mut interview, mut journal) = (begin(Form::Full), MemoryJournal::default());
    answer(&mut interview, &mut journal, "F3", "12");
    answer(&mut interview, &mut journal, "F8", "yes");
    let replayed = replay(&journal.events).unwrap();
    assert_eq!(replayed.position(), Position::At(ix(&replayed, "N1")));
    assert!(replayed.is_asked(ix(&replayed, "INT1")));
    assert_eq!(replayed.form(), Form::Full);
    assert_eq!(replayed.now(), &now());
}

#[test]
fn a_journal_that_does_not_fit_is_refused_at_its_first_wrong_event() {
    let (mut interview, mut journal) = (begin(Form::Full), MemoryJournal::default());
    answer(&mut interview, &mut journal, "F3", "12");
    answer(&mut interview, &mut journal, "F3", "13");
    let without_the_first = replay(&journal.events[1..]).unwrap_err();
    assert_eq!(without_the_first.sequence, 2);
    assert!(without_the_first.reason.contains("old answer"), "{without_the_first}");
    let mut strange = journal.events.clone();
    if let EventAction::Answer(change) = &mut strange[0].action {
        change.question = crate::engine::id::QuestionId::from("F99");
    }
    let unknown = replay(&strange).unwrap_err();
    assert_eq!((unknown.sequence, unknown.reason), (1, "unknown question"));
}

#[test]
fn answers_alone_make_an_interview_to_be_read() {
    let questionnaire = Arc::new(read(SAMPLE).unwrap().0);
    let standing = |answers: Vec<(&str, Value)>| {
        let answers = answers.into_iter().map(|(code, value)| (code.into(), value.into()));
        Interview::standing(questionnaire.clone(), Form::Full, now(), answers)
    };
    let interview = standing(vec![("F8", Value::Choice("yes".into())), ("F3", Value::Integer(7))]).unwrap();
    assert!(interview.is_asked(ix(&interview, "INT1")));
    assert_eq!(interview.answer(ix(&interview, "F3")).value(), Some(&Value::Integer(7)));
    assert!(interview.undo().is_none());
    assert_eq!(standing(vec![("F99", Value::Integer(7))]).unwrap_err().as_str(), "F99");
}

#[test]
fn a_new_answer_ends_what_could_be_made_again() {
    let (mut interview, mut journal) = (begin(Form::Full), MemoryJournal::default());
    answer(&mut interview, &mut journal, "F3", "12");
    let back = interview.undo().unwrap();
    interview.commit(back, STAY, &mut journal).unwrap();
    assert!(matches!(journal.events[1].action, EventAction::Undo { of: 1, .. }));
    let again = interview.redo().unwrap();
    interview.commit(again, STAY, &mut journal).unwrap();
    assert!(matches!(journal.events[2].action, EventAction::Redo { of: 1, .. }));
    let back = interview.undo().unwrap();
    interview.commit(back, STAY, &mut journal).unwrap();
    answer(&mut interview, &mut journal, "F8", "no");
    assert!(interview.redo().is_none());
    assert!(interview.undo().is_some());
}

#[test]
fn a_journal_in_memory_keeps_drafts_and_the_place_until_it_is_told_to_fail() {
    let (mut interview, mut journal) = (begin(Form::Full), MemoryJournal::default());
    let f1 = crate::engine::id::QuestionId::from("F1");
    {
        // Through the port, as the screen does.
        let mut port: &mut dyn Journal = &mut journal;
        Journal::keep_draft(&mut port, &f1, Some("Tola")).unwrap();
        Journal::keep_position(&mut port, Some(&f1)).unwrap();
    }
    assert_eq!(journal.drafts.get(&f1).map(String::as_str), Some("Tola"));
    assert_eq!(journal.position.as_ref(), Some(&f1));
    answer(&mut interview, &mut journal, "F1", "Tola");
    assert!(journal.drafts.is_empty(), "the answer takes the place of its draft");
    journal.keep_draft(&f1, Some("Tolq")).unwrap();
    journal.keep_draft(&f1, None).unwrap();
    assert!(journal.drafts.is_empty());
    journal.keep_position(None).unwrap();
    assert_eq!(journal.position, None);
    journal.failing = true;
    assert!(journal.keep_draft(&f1, Some("Tola")).is_err());
    assert!(journal.keep_position(Some(&f1)).is_err());
    assert!(interview.set_closed(true, Lang::Uz, &mut journal).is_err());
    assert!(!interview.is_closed());
    assert!(journal.drafts.is_empty() && journal.position.is_none());
}
