//! Interviews by the sample: routing, refusals, undo, and the journal that equals memory.

use proptest::prelude::*;

use super::memory::MemoryJournal;
use super::*;
use crate::engine::questionnaire::read::read;
use crate::engine::questionnaire::sample::SAMPLE;

mod kept;
mod movement;
mod review;

fn now() -> Zoned {
    jiff::civil::date(2026, 11, 23).at(12, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).unwrap()
}

fn begin(form: Form) -> Interview {
    Interview::new(Arc::new(read(SAMPLE).unwrap().0), form, now())
}

const STAY: Circumstances = Circumstances { lang: Lang::En, shown_ms: 0, advance: Advance::Stay };
const NEXT: Circumstances = Circumstances { lang: Lang::En, shown_ms: 0, advance: Advance::Next };

fn ix(interview: &Interview, code: &str) -> QuestionIx {
    interview.questionnaire().find(code).unwrap()
}

/// Answers a question as typed. The change is returned as what it opens and closes, by code.
fn answer(
    interview: &mut Interview,
    journal: &mut MemoryJournal,
    code: &str,
    typed: &str,
) -> (Vec<String>, Vec<String>) {
    let at = ix(interview, code);
    let value = interview.questionnaire().questions[at].parse(typed).unwrap().unwrap();
    let change = interview.propose(at, value.into()).unwrap();
    let codes = |list: &[QuestionIx]| {
        list.iter().map(|ix| interview.questionnaire().questions[*ix].id.to_string()).collect::<Vec<_>>()
    };
    let followed = (codes(change.opens()), codes(change.closes()));
    interview.commit(change, STAY, journal).unwrap();
    followed
}

fn refusal(interview: &Interview, code: &str, typed: &str) -> Refusal {
    let at = ix(interview, code);
    let value = interview.questionnaire().questions[at].parse(typed).unwrap().unwrap();
    interview.propose(at, value.into()).unwrap_err()
}

#[test]
fn an_answer_opens_and_closes_what_depends_on_it() {
    let (mut interview, mut journal) = (begin(Form::Full), MemoryJournal::default());
    assert_eq!(answer(&mut interview, &mut journal, "F3", "12").0, ["INT2"]);
    assert_eq!(answer(&mut interview, &mut journal, "F8", "yes").0, ["INT1"]);
    answer(&mut interview, &mut journal, "INT1", "25");
    assert_eq!(answer(&mut interview, &mut journal, "F8", "no").1, ["INT1"]);
    let int1 = ix(&interview, "INT1");
    assert_eq!(interview.status(int1), Status::NotAsked);
    assert_eq!(interview.route(int1), Route::NotRelevant);
    // The answer given by rule counts while the other one is parked.
    assert_eq!(interview.effective_value(int1), Some(&Value::Decimal(0.0)));
    answer(&mut interview, &mut journal, "F8", "yes");
    assert_eq!(interview.effective_value(int1), Some(&Value::Decimal(25.0)));
}

#[test]
fn a_section_that_is_not_relevant_is_skipped_whole() {
    let (mut interview, mut journal) = (begin(Form::Full), MemoryJournal::default());
    answer(&mut interview, &mut journal, "F3", "0");
    assert_eq!(interview.route(ix(&interview, "INT2")), Route::SectionNotRelevant);
}

#[test]
fn the_quick_form_asks_only_its_questions() {
    let interview = begin(Form::Quick);
    assert_eq!(interview.route(ix(&interview, "F2")), Route::OutsideForm);
    assert!(interview.is_asked(ix(&interview, "INF1")));
    assert_eq!(interview.item_states()[ix(&interview, "SKL2")], None);
}

#[test]
fn proposals_that_do_not_fit_are_refused() {
    let (mut interview, mut journal) = (begin(Form::Full), MemoryJournal::default());
    let f3 = ix(&interview, "F3");
    assert_eq!(refusal(&interview, "F3", "-1"), Refusal::Constraint(f3));
    assert_eq!(refusal(&interview, "F2", "2026-11-24"), Refusal::Constraint(ix(&interview, "F2")));
    assert_eq!(refusal(&interview, "INT1", "5"), Refusal::NotAsked);
    let wrong = interview.propose(f3, Value::Text("twelve".to_owned()).into());
    assert!(matches!(wrong, Err(Refusal::Input(_))));
    interview.set_closed(true, Lang::En, &mut journal).unwrap();
    assert_eq!(refusal(&interview, "F3", "12"), Refusal::Closed);
}

#[test]
fn a_choice_that_the_filter_leaves_out_is_refused_and_reviewed_later() {
    let (mut interview, mut journal) = (begin(Form::Full), MemoryJournal::default());
    let countries: Vec<ChoiceIdText> = choices(&interview, "F4");
    answer(&mut interview, &mut journal, "F4", &countries[0]);
    let here = choices(&interview, "F5");
    answer(&mut interview, &mut journal, "F5", &here[0]);
    answer(&mut interview, &mut journal, "F4", &countries[1]);
    let f5 = ix(&interview, "F5");
    assert_eq!(refusal(&interview, "F5", &here[1]), Refusal::NotOffered, "{here:?}");
    assert!(interview.review().failing.contains(&Failing::NotOffered(f5)));
    assert!(!interview.review().may_close());
}

type ChoiceIdText = String;

fn choices(interview: &Interview, code: &str) -> Vec<ChoiceIdText> {
    interview.offered(ix(interview, code)).into_iter().map(|choice| choice.id.to_string()).collect()
}

#[test]
fn a_journal_that_fails_changes_nothing() {
    let (mut interview, mut journal) = (begin(Form::Full), MemoryJournal::default());
    journal.failing = true;
    let at = ix(&interview, "INF1");
    let before = interview.position();
    let change = interview.propose(at, Value::Level(3).into()).unwrap();
    assert!(interview.commit(change, NEXT, &mut journal).is_err());
    assert_eq!(interview.status(at), Status::Open);
    assert_eq!(interview.position(), before);
    assert!(interview.undo().is_none());
}

#[test]
fn a_change_proposed_before_another_still_leads_to_the_right_routes() {
    let (mut interview, mut journal) = (begin(Form::Full), MemoryJournal::default());
    let (f3, f8) = (ix(&interview, "F3"), ix(&interview, "F8"));
    let early = interview.propose(f8, Value::Choice("yes".into()).into()).unwrap();
    let other = interview.propose(f3, Value::Integer(5).into()).unwrap();
    interview.commit(other, STAY, &mut journal).unwrap();
    interview.commit(early, STAY, &mut journal).unwrap();
    assert!(interview.is_asked(ix(&interview, "INT1")));
}

#[test]
fn closing_waits_for_required_answers_and_soft_checks_never_do() {
    let (mut interview, mut journal) = (begin(Form::Quick), MemoryJournal::default());
    assert!(!interview.review().may_close());
    while let Some(at) = interview.review().required.first().copied() {
        let change = interview.propose(at, Answer::default().responding(Some(Response::DontKnow))).unwrap();
        interview.commit(change, STAY, &mut journal).unwrap();
    }
    assert!(interview.review().may_close());
    interview.set_closed(true, Lang::Uz, &mut journal).unwrap();
    assert!(interview.is_closed());
    assert!(interview.undo().is_none(), "a closed assessment is not changed");
}

#[test]
fn progress_counts_what_a_person_answers() {
    let (mut interview, mut journal) = (begin(Form::Full), MemoryJournal::default());
    let asked = interview.progress().asked;
    answer(&mut interview, &mut journal, "INF1", "2");
    let progress = interview.progress();
    assert_eq!((progress.asked, progress.done, progress.no_answer), (asked, 1, 0));
    assert!(!interview.asked().all(|ix| interview.questionnaire().questions[ix].kind.is_answerable()));
}

/// What a random person does.
#[derive(Clone, Debug)]
enum Deed {
    Answer(usize, String),
    Refuse(usize),
    Comment(usize, String),
    Undo,
    Redo,
    Fail,
}

fn deed() -> impl Strategy<Value = Deed> {
    let typed = prop_oneof!["[0-9]{1,3}", Just("yes".to_owned()), Just("no".to_owned()), "[a-z]{1,6}", "[0-4]"];
    prop_oneof![
        6 => (0_usize..40, typed).prop_map(|(at, typed)| Deed::Answer(at, typed)),
        1 => (0_usize..40).prop_map(Deed::Refuse),
        1 => (0_usize..40, "[a-zʻ ]{0,9}").prop_map(|(at, text)| Deed::Comment(at, text)),
        2 => Just(Deed::Undo),
        1 => Just(Deed::Redo),
        1 => Just(Deed::Fail),
    ]
}

fn propose(interview: &Interview, deed: &Deed) -> Option<Change> {
    let count = interview.questionnaire().questions.len();
    let at = |n: usize| interview.questionnaire().questions.indices().nth(n % count).unwrap();
    match deed {
        Deed::Answer(n, typed) => {
            let question = &interview.questionnaire().questions[at(*n)];
            // A select takes whichever of its choices the digits point at.
            let typed = match (&question.kind.choices(), typed.parse::<usize>()) {
                (Some(choices), Ok(n)) => choices.list[n % choices.list.len()].id.to_string(),
                _ => typed.clone(),
            };
            let value = question.parse(&typed).ok()??;
            interview.propose(at(*n), value.into()).ok()
        }
        Deed::Refuse(n) => interview.propose(at(*n), interview.answer(at(*n)).responding(Some(Response::Refused))).ok(),
        Deed::Comment(n, text) => {
            let answer = Answer { comment: text.clone(), ..interview.answer(at(*n)).clone() };
            interview.propose(at(*n), answer).ok()
        }
        Deed::Undo => interview.undo(),
        Deed::Redo => interview.redo(),
        Deed::Fail => None,
    }
}

proptest! {
    /// Whatever is answered: nothing panics, the place is an asked question, each question stands in
    /// the path at most once, and the replayed journal equals memory.
    #[test]
    fn the_journal_is_the_interview(deeds in prop::collection::vec(deed(), 0..60), quick in any::<bool>()) {
        let form = if quick { Form::Quick } else { Form::Full };
        let (mut interview, mut journal) = (begin(form), MemoryJournal::default());
        for deed in &deeds {
            journal.failing = matches!(deed, Deed::Fail);
            if let Some(change) = propose(&interview, deed) {
                let kept = interview.commit(change, NEXT, &mut journal);
                prop_assert!(kept.is_ok());
            }
            match interview.position() {
                Position::At(ix) => prop_assert!(interview.is_asked(ix)),
                Position::End => {}
            }
        }
        let path: Vec<_> = interview.asked().collect();
        prop_assert!(path.windows(2).all(|pair| pair[0] < pair[1]));
        let replayed = Interview::replay(interview.questionnaire.clone(), form, now(), &journal.events).unwrap();
        for ix in interview.questionnaire.questions.indices() {
            prop_assert_eq!(replayed.answer(ix), interview.answer(ix));
            prop_assert_eq!(replayed.route(ix), interview.route(ix));
            prop_assert_eq!(replayed.value(ix), interview.value(ix));
        }
        prop_assert_eq!(replayed.undo().is_some(), interview.undo().is_some());
        prop_assert_eq!(replayed.redo().is_some(), interview.redo().is_some());
    }

    /// Taking every change back leads to the beginning; making them again leads back.
    #[test]
    fn undo_takes_back_and_redo_restores(deeds in prop::collection::vec(deed(), 0..40)) {
        let (mut interview, mut journal) = (begin(Form::Full), MemoryJournal::default());
        for deed in deeds.iter().filter(|deed| matches!(deed, Deed::Answer(..) | Deed::Refuse(_))) {
            if let Some(change) = propose(&interview, deed) {
                interview.commit(change, STAY, &mut journal).unwrap();
            }
        }
        let answers = |interview: &Interview| interview.answers.clone();
        let routes = |interview: &Interview| interview.routes.clone();
        let end = (answers(&interview), routes(&interview));
        while let Some(change) = interview.undo() {
            interview.commit(change, STAY, &mut journal).unwrap();
        }
        let fresh = begin(Form::Full);
        prop_assert_eq!(answers(&interview), answers(&fresh));
        prop_assert_eq!(routes(&interview), routes(&fresh));
        while let Some(change) = interview.redo() {
            interview.commit(change, STAY, &mut journal).unwrap();
        }
        prop_assert_eq!((answers(&interview), routes(&interview)), end);
    }
}
