//! Whole interviews by keys, on a screen in memory.

use std::sync::Arc;

use proptest::prelude::*;

use super::harness::{Harness, MemoryLibrary};
use crate::engine::interview::{Form, Interview, Position};
use crate::engine::questionnaire::read::read;
use crate::engine::questionnaire::sample::SAMPLE;
use crate::engine::text::Lang;

fn english() -> Harness {
    let mut app = Harness::new(Lang::En, 80, 24);
    app.begin("Zarafshon Tekstil");
    app
}

/// At the question of that code, found by F3.
fn at(code: &str) -> Harness {
    let mut app = english();
    app.keys("f3").paste(code).keys("enter");
    app
}

#[test]
fn a_new_assessment_asks_the_first_question() {
    english().shows("Zarafshon Tekstil › Enterprise").shows("The interview takes 10 minutes.");
}

#[test]
fn a_name_is_needed_and_known_names_are_shown() {
    let mut app = Harness::new(Lang::En, 80, 24);
    app.keys("n enter enter enter enter").shows("Type the enterprise’s name");
    app.paste("Buxoro Non").keys("enter enter enter enter esc");
    let mut app = Harness::on(app.library, Arc::new(read(SAMPLE).unwrap().0), Lang::En, 80, 24);
    app.keys("n").paste("buxoro").shows("In the database already: Buxoro Non");
}

#[test]
fn a_digit_picks_and_keeps_and_enter_goes_on() {
    let mut app = at("INF1");
    app.keys("3").shows("3  ●  By a yearly plan").shows("1/12");
    assert_eq!(app.library.only_journal().events.len(), 1);
    app.keys("enter").shows("Whom do you work with?");
}

#[test]
fn enter_on_nothing_asks_for_an_answer_and_stays() {
    let mut app = at("INF1");
    app.keys("enter").shows("Pick an answer").shows("How do you search for new technology?");
    assert!(app.library.only_journal().events.is_empty());
}

#[test]
fn an_unreadable_number_is_kept_as_a_draft_and_going_back_is_allowed() {
    let mut app = at("F3");
    app.paste("many").keys("enter").shows("✗").shows("many");
    app.keys("pgup pgdn").shows("many");
    assert_eq!(app.library.only_journal().drafts.len(), 1);
    app.keys("backspace backspace backspace backspace").paste("1 200").keys("enter").shows("Country");
    assert!(app.library.only_journal().drafts.is_empty());
}

#[test]
fn an_answer_out_of_range_names_the_limits() {
    let mut app = at("F3");
    app.paste("2000000").keys("enter").shows("1,000,000").shows("2000000");
}

#[test]
fn a_branch_closes_and_opens_again_with_its_answer() {
    let mut app = at("F3");
    app.paste("12")
        .keys("enter f3")
        .paste("F8")
        .keys("enter 1 enter f3")
        .paste("INT1")
        .keys("enter")
        .paste("25")
        .keys("enter");
    app.keys("f3").paste("F8").keys("enter 2").shows("no longer asked");
    app.keys("f3").paste("INT1").keys("enter").shows("not asked");
    app.keys("esc f3").paste("F8").keys("enter 1 f3").paste("INT1").keys("enter").shows("25");
}

#[test]
fn reasons_for_no_answer_are_kept_and_move_on() {
    let mut app = at("INF1");
    app.keys("f6 1").shows("Whom do you work with?");
    app.keys("pgup").shows("? Don’t know");
    app.keys("f6 3 enter").shows("Say briefly why");
    app.paste("No technology of our own").keys("enter pgup").shows("Not applicable: No technology of our own");
    app.keys("f6 4").shows("1  ○");
    assert!(!app.screen().contains("Not applicable"));
}

#[test]
fn a_reason_for_no_answer_beats_what_was_typed() {
    let mut app = at("F3");
    app.paste("12").keys("f6 2 pgup").shows("? Prefer not to answer");
    assert!(app.library.only_journal().drafts.is_empty());
}

#[test]
fn undo_and_redo_walk_the_journal_also_after_a_restart() {
    let mut app = at("INF1");
    app.keys("3 1");
    let library = app.library.clone();
    let mut app = Harness::on(library, Arc::new(read(SAMPLE).unwrap().0), Lang::En, 80, 24);
    app.keys("enter ctrl+z").shows("3  ●").shows("The last change was undone");
    app.keys("ctrl+z").shows("1  ○").keys("ctrl+z").shows("There is nothing to undo");
    app.keys("ctrl+y ctrl+y").shows("1  ●");
}

#[test]
fn cyrillic_layout_keys_do_what_their_place_on_the_keyboard_says() {
    let mut app = Harness::new(Lang::Ru, 80, 24);
    app.keys("т").shows("Новая оценка").keys("esc");
    app.begin("Оқтош Сут");
    app.keys("f3").paste("INF1").keys("enter 2 ctrl+я").shows("Последнее изменение отменено");
}

#[test]
fn the_language_changes_without_losing_the_place_or_what_is_typed() {
    let mut app = at("F1");
    app.paste("ЎзМетКомбинат").keys("f5");
    app.shows("ЎзМетКомбинат").shows("saqlandi").keys("f5").shows("ЎзМетКомбинат").shows("сақланди");
    app.keys("f5").shows("ЎзМетКомбинат").shows("körib çiqiş").keys("f5").shows("ЎзМетКомбинат").shows("далее");
}

#[test]
fn a_note_holds_comment_evidence_and_confidence() {
    let mut app = at("INF1");
    app.keys("2 f4").paste("Seen in the plan\nof 2025").keys("tab").paste("plan.pdf").keys("tab right right esc");
    app.shows("Comment: Seen in the plan").shows("Evidence: plan.pdf").shows("good estimate");
    let journal = app.library.only_journal();
    let answer = &journal.events.last().unwrap().action.change().unwrap().new;
    assert_eq!(answer.comment, "Seen in the plan\nof 2025");
}

#[test]
fn the_review_lists_what_is_open_and_leads_there() {
    let mut app = english();
    app.keys("f8").shows("Required and open: 9").keys("c").shows("✗").shows("First complete");
    app.keys("down enter").shows("Number of employees");
}

#[test]
fn the_menu_and_help_run_what_they_list() {
    let mut app = at("INF1");
    app.keys("esc").shows("Menu").paste("").keys("s e c t i o n s enter").shows("› Sections");
    app.keys("esc f1").shows("Help").keys("f1").shows("How do you search");
}

#[test]
fn a_full_disk_moves_nothing_and_can_be_tried_again() {
    let mut app = at("INF1");
    app.library.fail(true);
    app.keys("3").shows("It could not be saved").shows("Try again");
    app.library.fail(false);
    app.keys("enter").shows("It is saved now").shows("3  ●");
    assert_eq!(app.library.only_journal().events.len(), 1);
}

#[test]
fn a_window_too_small_keeps_everything() {
    let mut app = at("F1");
    app.paste("Typed text").resize(48, 12).shows("Window too small: 60×18 needed, 48×12 now");
    app.resize(80, 24).shows("Typed text");
}

#[test]
fn more_than_fits_is_announced_and_the_cursor_stays_in_sight() {
    let mut app = Harness::new(Lang::Ru, 60, 18);
    app.begin("Firm").keys("f3").paste("INF1").keys("enter down down down down down");
    assert_eq!(app.reversed().len(), 1, "{}", app.screen());
}

fn any_key() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "0",
        "1",
        "2",
        "3",
        "4",
        "9",
        "a",
        "n",
        "c",
        "r",
        "t",
        "o",
        "т",
        "?",
        "space",
        "enter",
        "enter",
        "esc",
        "up",
        "down",
        "left",
        "right",
        "tab",
        "backtab",
        "pgdn",
        "pgup",
        "home",
        "end",
        "del",
        "backspace",
        "f1",
        "f2",
        "f3",
        "f4",
        "f5",
        "f6",
        "f7",
        "f8",
        "f9",
        "ctrl+z",
        "ctrl+y",
        "ctrl+l",
        "ctrl+s",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever is pressed, in whatever window, with a disk that fails now and then: nothing panics,
    /// the place is an asked question, and replaying the journal gives what is in memory.
    #[test]
    fn random_keys_never_break_the_interview(
        keys in prop::collection::vec(any_key(), 1..80),
        width in 0_u16..140,
        height in 0_u16..50,
        failing in prop::collection::vec(any::<bool>(), 4),
    ) {
        let mut app = Harness::new(Lang::Uz, 80, 24);
        app.begin("Sinov").resize(width, height);
        for (at, key) in keys.iter().enumerate() {
            app.library.fail(at % 13 == 7 && failing[at % failing.len()]);
            app.keys(key);
        }
        app.library.fail(false);
        check_state(&app)?;
    }
}

fn check_state(app: &Harness) -> Result<(), TestCaseError> {
    let Some(session) = &app.app.ctx().session else { return Ok(()) };
    let interview = &session.interview;
    if let Position::At(ix) = interview.position() {
        prop_assert!(interview.is_asked(ix));
    }
    let events = app.library.journal_of(session.summary.id).events;
    let replayed =
        Interview::replay(Arc::clone(interview.questionnaire()), Form::Full, interview.now().clone(), &events).unwrap();
    for ix in interview.questionnaire().questions.indices() {
        prop_assert_eq!(replayed.answer(ix), interview.answer(ix));
        prop_assert_eq!(replayed.route(ix), interview.route(ix));
        prop_assert_eq!(replayed.value(ix), interview.value(ix));
    }
    prop_assert_eq!(replayed.is_closed(), interview.is_closed());
    Ok(())
}

#[test]
fn a_second_window_only_reads() {
    let app = english();
    let library: MemoryLibrary = app.library.clone();
    library.read_only();
    let mut second = Harness::on(library, Arc::new(read(SAMPLE).unwrap().0), Lang::En, 80, 24);
    second.shows("another window").keys("n").shows("reading only");
}

#[test]
fn the_time_a_form_takes_is_that_of_its_questionnaire() {
    use crate::engine::questionnaire::builtin::BUILTIN;
    let mut app = Harness::with(BUILTIN[1].text, Lang::En, 80, 24);
    app.keys("n down down").shows("about 10 min").keys("right").shows("about 5 min");
    let mut app = Harness::with(SAMPLE, Lang::Ru, 80, 24);
    app.keys("n down down").shows("около 3 мин");
}

#[test]
fn without_a_quick_form_only_the_full_one_is_offered() {
    let mut app =
        Harness::with(&SAMPLE.replace("quick = true\n", "").replace("form = \"quick\"", ""), Lang::En, 80, 24);
    app.keys("n down down right").shows("Full: up to 16 questions");
}

#[test]
fn a_questionnaire_of_another_field_is_asked_by_keys() {
    use crate::engine::questionnaire::builtin::BUILTIN;
    let mut app = Harness::with(BUILTIN[1].text, Lang::Uz, 80, 24);
    app.begin("Andijon Yigʻuv").shows("Energiya uchun toʻlov hujjatlari").keys("enter").shows("rozimisiz?").keys("1");
    app.keys("enter").shows("necha kishi ishlaydi?").keys("4 0 enter").shows("Qaysi energiya turlaridan");
}
