//! Two assessments against each other on a screen in memory.

use std::sync::Arc;

use crate::engine::answer::Answer;
use crate::engine::id::AssessmentId;
use crate::engine::interview::{Advance, Circumstances, Form, Interview};
use crate::engine::library::{Library, NewAssessment};
use crate::engine::questionnaire::Questionnaire;
use crate::engine::questionnaire::read::read;
use crate::engine::questionnaire::sample::SAMPLE;
use crate::engine::text::Lang;
use crate::tui::app::harness::{Harness, MemoryLibrary};

const THEN: &[(&str, &str)] = &[
    ("F3", "45"),
    ("F8", "yes"),
    ("INF1", "1"),
    ("INF2", "university"),
    ("INF3", "2"),
    ("INT1", "15"),
    ("INT2", "1"),
    ("CLU1", "talks"),
    ("REG1", "3"),
    ("SKL1", "65"),
    ("SKL2", "1"),
];

/// Closes an assessment with answers.
fn close(library: &mut MemoryLibrary, questionnaire: &Arc<Questionnaire>, firm: &str, more: &[(&str, &str)]) {
    let (enterprise, lang) = (firm.to_owned(), Lang::En);
    let new =
        NewAssessment { enterprise, questionnaire: Arc::clone(questionnaire), form: Form::Full, lang, previous: None };
    let id = library.create(&new).unwrap();
    let now = jiff::Timestamp::from_second(1_795_000_000).unwrap().to_zoned(jiff::tz::TimeZone::UTC);
    let mut interview = Interview::new(Arc::clone(questionnaire), Form::Full, now);
    for (question, typed) in [THEN, more].concat() {
        let ix = questionnaire.find(question).unwrap();
        let value = questionnaire.questions[ix].parse(typed).unwrap().unwrap();
        let change = interview.propose(ix, Answer::from(value)).unwrap();
        let circumstances = Circumstances { lang, shown_ms: 0, advance: Advance::Stay };
        interview.commit(change, circumstances, library.journal(id).as_mut()).unwrap();
    }
    interview.set_closed(true, lang, library.journal(id).as_mut()).unwrap();
}

/// Two assessments of one enterprise, then one of another, in the list.
fn three(lang: Lang, width: u16, height: u16) -> Harness {
    let questionnaire = Arc::new(read(SAMPLE).unwrap().0);
    let mut library = MemoryLibrary::default();
    let better = [("SKL1", "20"), ("SKL2", "2"), ("INT2", "2")];
    close(&mut library, &questionnaire, "Oqtosh Sut", &[]);
    close(&mut library, &questionnaire, "Zarafshon Tekstil", &[]);
    close(&mut library, &questionnaire, "Zarafshon Tekstil", &better);
    Harness::on(library, questionnaire, lang, width, height)
}

#[test]
fn the_profile_leads_to_what_changed_since_last_time() {
    let mut app = three(Lang::En, 80, 24);
    app.keys("down down enter c").shows("Zarafshon Tekstil › What changed").shows("Compared: 9 of 9 items");
    app.shows("5 Skills").shows("+62.5 (").shows("real gain").shows("within the noise");
    app.keys("end").shows("90% interval");
    app.keys("home pgdn pgdn").shows("Items that moved").shows("+37.5 Wear of the equipment").shows("65 % → 20 %");
    app.keys("esc").shows("Profile");
}

#[test]
fn without_an_earlier_one_the_profile_asks_with_which() {
    let mut app = three(Lang::En, 80, 24);
    app.keys("enter c").shows("Compare with which assessment?").shows("Zarafshon Tekstil");
    app.keys("enter").shows("Two enterprises").keys("esc").shows("Oqtosh Sut › Profile");
}

#[test]
fn the_list_offers_the_same_enterprise_first_the_nearest_before_the_furthest() {
    let mut app = three(Lang::En, 80, 24);
    app.keys("down down c");
    assert!(app.reversed().iter().any(|row| row.contains("Zarafshon Tekstil · 1.2.0 · finished")), "{}", app.screen());
    app.keys("down");
    assert!(app.reversed().iter().any(|row| row.contains("Oqtosh Sut")), "{}", app.screen());
    app.keys("up enter").shows("What changed").shows("+62.5");
    app.keys("esc").shows("Assessments");
}

#[test]
fn alone_there_is_nothing_to_compare_with() {
    let mut app = Harness::new(Lang::En, 80, 24);
    app.begin("Oqtosh Sut").keys("esc").keys("\"list\" enter").keys("c");
    app.shows("There is no other assessment by this questionnaire");
}

#[test]
fn the_comparison_reads_well_in_every_language_and_window() {
    for (lang, width, height) in
        [(Lang::Uz, 80, 24), (Lang::UzCyrl, 80, 24), (Lang::Ru, 80, 24), (Lang::En, 60, 18), (Lang::Ru, 120, 40)]
    {
        let mut app = three(lang, width, height);
        app.keys("down down enter c");
        insta::assert_snapshot!(format!("compare_{lang}_{width}"), app.screen());
    }
}

#[test]
fn an_enterprise_is_assessed_again_with_last_times_answers_in_sight() {
    let mut app = three(Lang::En, 80, 24);
    app.keys("down down a").shows("Assess again").shows("Zarafshon Tekstil").keys("enter");
    // A question that is no item: what was said is shown, and kept only when that is asked for.
    app.keys("f3").paste("F3").keys("enter").shows("Last time (18.11.2026): 45").shows("Still so? Ctrl+R");
    let begun = |app: &Harness| app.library.journal_of(AssessmentId(uuid::Uuid::from_u128(4)));
    app.keys("pgdn pgup");
    assert!(begun(&app).events.is_empty() && begun(&app).drafts.is_empty());
    app.keys("ctrl+r");
    assert_eq!(begun(&app).events.len(), 1);
    app.keys("pgup").shows("Last time (18.11.2026): 45");
    assert!(!app.screen().contains("Still so?"), "{}", app.screen());
    // An item: shown, never taken over.
    app.keys("f3").paste("SKL2").keys("enter").shows("Last time (18.11.2026)").keys("ctrl+r").shows("answered anew");
    assert_eq!(begun(&app).events.len(), 1);
    app.keys("f9").shows("There is no overall score yet");
}

#[test]
fn under_another_name_it_continues_nothing() {
    let mut app = three(Lang::En, 80, 24);
    app.keys("a up up up").paste(" 2").keys("enter enter enter enter").keys("f3").paste("F3").keys("enter");
    assert!(!app.screen().contains("Last time"), "{}", app.screen());
}

#[test]
fn last_times_answer_reads_well_in_every_language() {
    for (lang, width, height) in [(Lang::Uz, 80, 24), (Lang::UzCyrl, 80, 24), (Lang::Ru, 60, 18), (Lang::En, 120, 40)] {
        let mut app = three(lang, width, height);
        app.keys("down down a");
        insta::assert_snapshot!(format!("again_{lang}_{width}"), app.screen());
        app.keys("enter f3").paste("F8").keys("enter");
        insta::assert_snapshot!(format!("last_{lang}_{width}"), app.screen());
    }
}

#[test]
fn two_respondents_are_held_against_each_other_on_the_next_page() {
    let mut app = three(Lang::En, 80, 40);
    app.keys("down down enter c").shows("→ agreement").keys("right").shows("Agreement: Zarafshon Tekstil");
    app.shows("Weighted kappa").keys("esc").shows("What changed");
}
