//! The profile so far beside the question, by keys, and how it looks.

use std::sync::Arc;

use crate::engine::library::Library;
use crate::engine::questionnaire::builtin::BUILTIN;
use crate::engine::questionnaire::read::read;
use crate::engine::text::Lang;
use crate::session::others::Pools;
use crate::session::work::Labour;
use crate::tui::app::harness::{Harness, MemoryLibrary};
use crate::tui::screens::profile::tests::reference;

const TITLE: &str = "Profile so far";

/// A new assessment with the built-in questionnaire, at the question of that code.
fn at(library: MemoryLibrary, code: &str, width: u16, height: u16) -> Harness {
    let questionnaire = Arc::new(read(BUILTIN[0].text).unwrap().0);
    let mut app = Harness::on(library, questionnaire, Lang::En, width, height);
    app.begin("Zarafshon Tekstil MChJ").keys("f3").paste(code).keys("enter");
    app
}

/// Somebody in that role.
fn role(name: &str) -> MemoryLibrary {
    let mut library = MemoryLibrary::default();
    library.keep_setting("role", name).unwrap();
    library
}

/// An assessment answered as in a reference, at a question.
fn answered(name: &str, code: &str, lang: Lang, width: u16, height: u16) -> Harness {
    let mut app = reference(name, lang, width, height);
    app.keys("enter f3").paste(code).keys("enter");
    app
}

#[track_caller]
fn hides(app: &Harness, text: &str) {
    assert!(!app.screen().contains(text), "`{text}` is on the screen:\n{}", app.screen());
}

#[test]
fn f9_opens_and_closes_it_and_the_choice_is_remembered() {
    let mut app = at(MemoryLibrary::default(), "INF5", 120, 40);
    hides(&app, TITLE);
    app.keys("f9").shows(TITLE).shows("There is no overall score yet").shows("How do you search for new technology");
    assert_eq!(app.library.setting("profile-beside").unwrap().as_deref(), Some("on"));
    let mut app = Harness::on(app.library, Arc::new(read(BUILTIN[0].text).unwrap().0), Lang::En, 120, 40);
    app.keys("enter").shows(TITLE).keys("f9");
    hides(&app, TITLE);
    assert_eq!(app.library.setting("profile-beside").unwrap().as_deref(), Some("off"));
}

#[test]
fn an_interviewer_must_ask_for_it_and_who_answers_alone_has_it() {
    hides(&at(role("interview"), "INF5", 120, 40), TITLE);
    at(role("self-assessment"), "INF5", 120, 40).shows(TITLE);
}

#[test]
fn a_narrow_or_low_window_has_the_whole_profile_at_f9_and_no_pane() {
    for (width, height) in [(119, 40), (120, 29), (80, 24)] {
        let mut app = at(role("self-assessment"), "INF5", width, height);
        hides(&app, TITLE);
        app.keys("f9").shows("chart · EN").keys("esc").shows("How do you search");
        assert_eq!(app.library.setting("profile-beside").unwrap(), None, "looking is no choice");
    }
}

#[test]
fn the_whole_profile_is_a_key_away_also_where_letters_are_typed() {
    let mut app = at(MemoryLibrary::default(), "INF5", 120, 40);
    app.keys("f9").shows("Ctrl+P: the whole profile").shows("F9: hide this");
    app.keys("p").shows("chart · EN").keys("esc ctrl+p").shows("chart · EN").keys("esc f3").paste("F5a");
    app.keys("esc f3").paste("INT1").keys("enter ctrl+p").shows("chart · EN");
}

#[test]
fn every_answer_is_counted_at_once_and_so_is_taking_it_back() {
    let mut app = at(role("self-assessment"), "INF5", 120, 40);
    app.shows("0/12").keys("3").shows("1/12").shows("Scored questions still open: ");
    app.keys("ctrl+z");
    hides(&app, "1/12");
    app.keys("ctrl+y").shows("1/12").keys("f6 1");
    hides(&app, "1/12");
}

#[test]
fn scores_stand_with_their_interval_band_and_level_as_in_the_profile() {
    let mut app = answered("exporting-member", "INF5", Lang::En, 120, 40);
    app.keys("f9").shows("Overall 64 (60–68) of 100").shows("maturity level").shows("3/3").shows("90% interval");
    let before = app.screen();
    app.keys("0");
    assert!(!app.screen().contains("64 (60–68)"), "an answer changes them: {before}\n{}", app.screen());
    app.keys("ctrl+p").shows("Overall score ");
}

#[test]
fn intervals_that_are_still_computed_are_marked_and_follow() {
    let mut app = answered("exporting-member", "INF5", Lang::En, 120, 40);
    app.ctx().pools = Pools::read(Labour::Beside);
    app.keys("f9");
    // The work is as short as a blink: it may be done before the frame.
    let (waiting, done) = ("Overall 64 (…) of 100", "Overall 64 (60–68) of 100");
    assert!(app.screen().contains(waiting) || app.screen().contains(done), "{}", app.screen());
    let deadline = std::time::Instant::now() + std::time::Duration::from_mins(1);
    while app.app.awaits() && std::time::Instant::now() < deadline {
        std::thread::yield_now();
        app.app.idle();
    }
    app.resize(121, 40).shows(done);
    assert!(!app.app.awaits(), "nothing is waited for any longer");
}

#[test]
fn the_table_and_the_pane_fit_beside_each_other_and_the_sections_give_way() {
    let mut app = at(role("self-assessment"), "INF5", 120, 40);
    app.shows(TITLE).shows("0    1    2    3    4");
    hides(&app, "About the enterprise");
    app.resize(170, 50).shows(TITLE).shows("0    1    2    3    4");
    hides(&app, "About the enterprise");
    app.resize(200, 50).shows(TITLE).shows("0    1    2    3    4").shows("About the enterprise");
}

#[test]
fn it_looks_well() {
    for lang in [Lang::Uz, Lang::Ru, Lang::En] {
        for (width, height) in [(120, 40), (140, 45), (200, 50)] {
            let mut app = answered("trader-with-gaps", "INF5", lang, width, height);
            app.keys("f9");
            insta::assert_snapshot!(format!("pane_{}_{width}", lang.tag()), app.screen());
        }
        let mut app = answered("exporting-member", "INT1", lang, 120, 40);
        app.keys("f9");
        insta::assert_snapshot!(format!("pane_{}_field", lang.tag()), app.screen());
        let mut app = Harness::with(BUILTIN[0].text, lang, 120, 40);
        app.begin("Zarafshon Tekstil MChJ").keys("pgdn f9 f3").paste("INF5").keys("enter 3 enter right");
        insta::assert_snapshot!(format!("pane_{}_table", lang.tag()), app.screen());
    }
}
