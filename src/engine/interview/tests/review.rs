//! What is looked at before closing: statuses, progress, what is required, what does not fit together.

use super::*;
use crate::engine::id::CheckIx;

fn respond(interview: &mut Interview, journal: &mut MemoryJournal, code: &str, response: Response) {
    let change = interview.propose(ix(interview, code), Answer::default().responding(Some(response))).unwrap();
    interview.commit(change, STAY, journal).unwrap();
}

fn not_applicable() -> Response {
    Response::NotApplicable { reason: "Sold.".to_owned() }
}

#[test]
fn every_status_has_its_word_and_its_place_in_the_review() {
    let (mut interview, mut journal) = (begin(Form::Full), MemoryJournal::default());
    respond(&mut interview, &mut journal, "F2", Response::DontKnow);
    respond(&mut interview, &mut journal, "F4", Response::Refused);
    respond(&mut interview, &mut journal, "INF1", not_applicable());
    answer(&mut interview, &mut journal, "INF2", "university");
    let word = |code: &str| interview.status(ix(&interview, code)).word();
    let words = ["F1", "F2", "F4", "INF1", "INF2", "INT1"].map(word);
    assert_eq!(words, ["open", "dont_know", "refused", "not_applicable", "answered", "not_asked"]);
    let review = interview.review();
    let codes =
        |list: &[QuestionIx]| -> Vec<String> { list.iter().map(|ix| interview.question(*ix).id.to_string()).collect() };
    assert_eq!(codes(&review.no_answer), ["F2", "F4", "INF1"]);
    // Items are required without a word; T1 is not, and INT2 waits for employees.
    assert_eq!(codes(&review.required), ["F1", "F3", "F8", "INF3", "CLU1", "REG1", "SKL1", "SKL2"]);
    assert_eq!(codes(&review.open), ["T1"]);
    assert!(review.flagged.is_empty());
}

#[test]
fn what_is_required_may_depend_on_other_answers() {
    let text = SAMPLE.replacen("multiline = true", "multiline = true\nrequired = \"${F8} = 'yes'\"", 1);
    let mut interview = Interview::new(Arc::new(read(&text).unwrap().0), Form::Full, now());
    let mut journal = MemoryJournal::default();
    let required = |interview: &Interview| interview.is_required(ix(interview, "T1"));
    assert!(!required(&interview));
    answer(&mut interview, &mut journal, "F8", "yes");
    assert!(required(&interview));
    answer(&mut interview, &mut journal, "F8", "no");
    assert!(!required(&interview));
    assert!(interview.is_required(ix(&interview, "F1")));
    assert!(!interview.is_required(ix(&interview, "F2")));
    assert!(interview.is_required(ix(&interview, "INF1")), "an item always is");
}

#[test]
fn progress_counts_answers_reasons_flags_and_comments_of_a_section_and_of_all() {
    let (mut interview, mut journal) = (begin(Form::Full), MemoryJournal::default());
    answer(&mut interview, &mut journal, "F1", "Tola");
    respond(&mut interview, &mut journal, "F2", Response::DontKnow);
    for code in ["F3", "INF1"] {
        let noted = Answer { comment: "Ask again.".to_owned(), flagged: true, ..Answer::default() };
        let change = interview.propose(ix(&interview, code), noted).unwrap();
        interview.commit(change, STAY, &mut journal).unwrap();
    }
    let section = |code: &str| interview.section_progress(interview.question(ix(&interview, code)).section);
    let enterprise = Progress { asked: 5, done: 2, no_answer: 1, flagged: 1, comments: 1 };
    assert_eq!(section("F1"), enterprise);
    assert_eq!(section("INF1"), Progress { asked: 2, done: 0, no_answer: 0, flagged: 1, comments: 1 });
    let all = interview.progress();
    assert_eq!((all.done, all.no_answer, all.flagged, all.comments), (2, 1, 2, 2));
    assert_eq!(interview.review().flagged, [ix(&interview, "F3"), ix(&interview, "INF1")]);
    assert_eq!(enterprise.percent(), 40);
    assert_eq!(Progress { asked: 3, done: 2, ..Progress::default() }.percent(), 66);
    assert_eq!(Progress::default().percent(), 0);
}

#[test]
fn a_check_warns_at_the_questions_it_reads_and_closes_nothing() {
    let (mut interview, mut journal) = (begin(Form::Full), MemoryJournal::default());
    answer(&mut interview, &mut journal, "F3", "0");
    answer(&mut interview, &mut journal, "INF2", "university");
    let warnings = |interview: &Interview, code: &str| interview.warnings_at(ix(interview, code)).collect::<Vec<_>>();
    assert_eq!(warnings(&interview, "F3"), []);
    answer(&mut interview, &mut journal, "INF3", "2");
    let check: CheckIx = interview.questionnaire().checks.indices().next().unwrap();
    assert_eq!(interview.failing_checks().collect::<Vec<_>>(), [check]);
    assert_eq!(warnings(&interview, "F3"), [check]);
    assert_eq!(warnings(&interview, "INF3"), [check]);
    assert_eq!(warnings(&interview, "F8"), []);
    let review = interview.review();
    assert_eq!(review.failing, [Failing::Check(check)]);
    assert!(!review.may_close(), "what is required is open");
    assert!(Review { failing: review.failing, ..Review::default() }.may_close());
}

#[test]
fn an_answer_that_no_longer_satisfies_its_constraint_stands_against_closing() {
    let text = SAMPLE.replacen("constraint = \". >= 0\"", "constraint = \". >= 0 and . <= ${F3}\"", 1);
    let mut interview = Interview::new(Arc::new(read(&text).unwrap().0), Form::Full, now());
    let mut journal = MemoryJournal::default();
    answer(&mut interview, &mut journal, "F3", "10");
    answer(&mut interview, &mut journal, "INF2", "university");
    answer(&mut interview, &mut journal, "INF3", "10");
    assert_eq!(interview.review().failing, []);
    answer(&mut interview, &mut journal, "F3", "9");
    let failing = interview.review().failing;
    assert_eq!(failing, [Failing::Constraint(ix(&interview, "INF3"))]);
    assert!(!Review { failing, ..Review::default() }.may_close());
}

#[test]
fn an_item_is_scored_missing_or_left_out() {
    let (mut interview, mut journal) = (begin(Form::Full), MemoryJournal::default());
    let state = |interview: &Interview, code: &str| interview.item_states()[ix(interview, code)];
    assert_eq!(state(&interview, "F1"), None, "no item");
    assert_eq!(state(&interview, "INF1"), Some(ItemState::Missing));
    answer(&mut interview, &mut journal, "INF1", "2");
    assert_eq!(state(&interview, "INF1"), Some(ItemState::Scored(50.0)));
    respond(&mut interview, &mut journal, "INF1", Response::Refused);
    assert_eq!(state(&interview, "INF1"), Some(ItemState::Missing));
    respond(&mut interview, &mut journal, "INF1", not_applicable());
    assert_eq!(state(&interview, "INF1"), Some(ItemState::Excluded));
    // Its section is not relevant and no rule gives it a value; INF3 has one.
    assert_eq!(state(&interview, "INT2"), Some(ItemState::Excluded));
    assert_eq!(state(&interview, "INF3"), Some(ItemState::Scored(0.0)));
}

#[test]
fn a_calculation_follows_what_it_reads_through_undo() {
    let (mut interview, mut journal) = (begin(Form::Full), MemoryJournal::default());
    let c1 = ix(&interview, "C1");
    assert_eq!(interview.route(c1), Route::Calculated);
    answer(&mut interview, &mut journal, "F3", "120");
    answer(&mut interview, &mut journal, "INF2", "university");
    assert_eq!(interview.value(c1), &expr::Value::missing());
    answer(&mut interview, &mut journal, "INF3", "20");
    assert_eq!(interview.value(c1), &expr::Value::Number(6.0));
    assert_eq!(interview.effective_value(c1), None);
    let back = interview.undo().unwrap();
    interview.commit(back, STAY, &mut journal).unwrap();
    assert_eq!(interview.value(c1), &expr::Value::missing());
}

#[test]
fn choices_are_offered_by_their_filter() {
    let (mut interview, mut journal) = (begin(Form::Full), MemoryJournal::default());
    assert_eq!(choices(&interview, "F8"), ["yes", "no"]);
    assert_eq!(choices(&interview, "F3"), Vec::<String>::new());
    answer(&mut interview, &mut journal, "F4", "UZ");
    assert_eq!(choices(&interview, "F5"), ["UZ-FA", "UZ-TK"]);
    answer(&mut interview, &mut journal, "F4", "KZ");
    assert_eq!(choices(&interview, "F5"), ["KZ-ALA"]);
}

#[test]
fn the_label_of_a_choice_is_read_in_the_first_language() {
    let calculation = "calculation = \"if(${INF3} > 0, round(${F3} div ${INF3}, 1), '')\"";
    let text = SAMPLE.replacen(calculation, "calculation = \"jr:choice-name(${F4}, '${F4}')\"", 1);
    let mut interview = Interview::new(Arc::new(read(&text).unwrap().0), Form::Full, now());
    let mut journal = MemoryJournal::default();
    let c1 = ix(&interview, "C1");
    assert_eq!(interview.value(c1), &expr::Value::missing());
    answer(&mut interview, &mut journal, "F4", "UZ");
    assert_eq!(interview.value(c1), &expr::Value::from("Oʻzbekiston"));
}
