//! How a visit ended, asked by keys, and what is recorded of the time beside it.

use crate::engine::library::Library;
use crate::engine::questionnaire::sample::SAMPLE;
use crate::engine::text::Lang;
use crate::engine::visit::{Outcome, Way};
use crate::tui::app::harness::{Harness, MemoryLibrary};

fn interviewer(lang: Lang, width: u16, height: u16) -> Harness {
    let mut library = MemoryLibrary::default();
    library.keep_setting("role", "interview").unwrap();
    let questionnaire = crate::engine::questionnaire::read::read(SAMPLE).unwrap().0;
    Harness::on(library, std::sync::Arc::new(questionnaire), lang, width, height)
}

/// An interview that is begun, and the question how the visit ended on the screen.
fn leaving() -> Harness {
    let mut app = interviewer(Lang::En, 80, 24);
    app.begin("Buxoro Non").keys("esc").keys("\"list\" enter").shows("How did this visit end?");
    app
}

fn ending(app: &Harness) -> Option<crate::engine::visit::Ending> {
    app.library.summaries().unwrap()[0].visit.clone().map(|visit| visit.ending)
}

#[test]
fn a_postponed_visit_needs_a_day_to_come_and_a_reason() {
    let mut app = leaving();
    app.keys("2").shows("Day of the next visit").keys("enter").shows("Type the day of the next visit");
    app.keys("\"31.02.2027\" enter").shows("How did this visit end?");
    app.keys("backspace backspace backspace backspace backspace backspace backspace backspace backspace backspace");
    app.keys("\"1.1.2020\" enter").shows("This day is over");
    app.keys("backspace backspace backspace backspace backspace backspace backspace backspace");
    app.keys("\"3.12.2026\" enter enter").shows("Type the reason in a few words");
    app.paste("the director travels").keys("enter").shows("on 03.12").shows("reason: the director travels");
    let kept = ending(&app).unwrap();
    assert_eq!(kept.outcome, Outcome::Postponed);
    assert_eq!(kept.until, Some(jiff::civil::date(2026, 12, 3)));
}

#[test]
fn one_key_says_it_and_escape_says_nothing_but_both_leave() {
    let mut app = leaving();
    app.keys("4").shows("Nobody was found there").shows("not found");
    assert_eq!(ending(&app).unwrap().outcome, Outcome::NotFound);
    let mut app = leaving();
    app.keys("esc").shows("Assessments");
    assert_eq!(ending(&app), None);
    let mut app = leaving();
    app.keys("5").shows("Assessments");
    assert_eq!(ending(&app), None);
    let mut app = leaving();
    app.library.fail(true);
    app.keys("1").shows("How did this visit end?").keys("esc").shows("Assessments");
}

#[test]
fn leaving_the_program_asks_once_and_then_leaves() {
    let mut app = interviewer(Lang::En, 80, 24);
    app.begin("Buxoro Non").keys("ctrl+q").shows("How did this visit end?").keys("ctrl+q");
    assert!(app.app.outcome().is_some());
}

#[test]
fn who_answers_alone_is_not_asked() {
    let mut app = Harness::new(Lang::En, 80, 24);
    app.begin("Buxoro Non").keys("esc").keys("\"list\" enter").shows("Assessments");
}

#[test]
fn the_time_at_questions_is_recorded_with_the_way_and_shown_in_the_history() {
    let mut app = Harness::new(Lang::En, 80, 24);
    app.begin("Buxoro Non").keys("f3").paste("INF1").keys("enter 1 f3").paste("F3").keys("enter");
    app.keys("esc").keys("\"list\" enter");
    let id = app.library.summaries().unwrap()[0].id;
    let stays = app.library.stays(id).unwrap();
    let ways: Vec<_> = stays.iter().map(|stay| (stay.question.as_str(), stay.way)).collect();
    assert_eq!(ways, [("N1", Way::Next), ("INF1", Way::Jump), ("F3", Way::Back)]);
    app.keys("h home").shows("On the screen in all:").shows("jumps back: 1");
}

#[test]
fn nothing_of_the_time_is_written_when_it_is_switched_off() {
    let mut app = Harness::new(Lang::En, 80, 24);
    app.keys("f12 down down down down down down").shows("Record quietly").keys("right esc");
    assert_eq!(app.library.setting("records-time").unwrap().as_deref(), Some("off"));
    app.begin("Buxoro Non").keys("f3").paste("INF1").keys("enter 1 f3").paste("F3").keys("enter");
    app.keys("esc").keys("\"list\" enter");
    let id = app.library.summaries().unwrap()[0].id;
    assert_eq!(app.library.stays(id).unwrap(), []);
    assert!(app.library.journal_of(id).events.iter().all(|event| event.shown_ms == 0));
}

#[test]
fn the_question_how_it_ended_reads_well_in_every_language_and_window() {
    for (lang, width, height) in
        [(Lang::Uz, 80, 24), (Lang::UzCyrl, 80, 24), (Lang::Ru, 80, 24), (Lang::En, 60, 18), (Lang::En, 120, 40)]
    {
        let mut app = interviewer(lang, width, height);
        app.begin("Zarafshon Tekstil").keys("ctrl+q");
        insta::assert_snapshot!(format!("ending_{lang}_{width}"), app.screen());
        app.keys("2").paste("3.12.2026").keys("enter");
        insta::assert_snapshot!(format!("ending_details_{lang}_{width}"), app.screen());
    }
}
