//! The history on a screen in memory.

use crate::engine::text::Lang;
use crate::tui::app::harness::Harness;

/// An assessment with two answers, one of them changed, and its profile on the screen.
fn changed(lang: Lang, width: u16, height: u16) -> Harness {
    let mut app = Harness::new(lang, width, height);
    app.begin("Zarafshon Tekstil").keys("f3").paste("F3").keys("enter").paste("45").keys("enter");
    app.keys("f3").paste("INF1").keys("enter 1 3 f9");
    app
}

#[test]
fn every_change_is_listed_with_what_was_before_and_after() {
    let mut app = changed(Lang::En, 80, 24);
    app.keys("h").shows("Zarafshon Tekstil › History").shows("begun: Zarafshon Tekstil").shows("Number of employees");
    app.shows("   2  ").shows("→ Now and then").shows("▸    3  ").shows("Now and then → By a yearly plan");
}

#[test]
fn the_list_is_narrowed_to_one_question_or_to_what_is_typed() {
    let mut app = changed(Lang::En, 80, 24);
    app.keys("h space").shows("→ Now and then").shows("▸    3  ");
    assert!(!app.screen().contains("→ 45") && !app.screen().contains("begun:"), "{}", app.screen());
    app.keys("esc").shows("begun:").keys("f3").keys("\"emplo\"").shows("→ 45").keys("\"zzz\"").shows("Nothing found");
    app.keys("esc").shows("begun:").keys("esc").shows("Profile");
}

#[test]
fn time_travel_shows_how_it_stood_and_changes_nothing() {
    let mut app = changed(Lang::En, 80, 24);
    let before = app.library.only_journal().events.len();
    app.keys("h enter").shows("As it stood").shows("read only").shows("After change 3 of 3").shows("By a yearly plan");
    app.keys("left")
        .shows("After change 2 of 3")
        .shows("Now and then")
        .keys("left left")
        .shows("At the beginning")
        .shows("Answers then: 0 of");
    app.keys("left").shows("This is the beginning");
    app.keys("right").shows("After change 1 of").keys("x 1 enter f7 ctrl+z").shows("After change 1 of");
    assert_eq!(app.library.only_journal().events.len(), before);
    app.keys("esc esc").shows("Profile");
}

#[test]
fn the_list_of_assessments_leads_to_it() {
    let mut app = changed(Lang::En, 80, 24);
    app.keys("esc esc").keys("\"list\" enter").shows("Assessments").keys("h").shows("History");
    app.keys("esc").shows("Assessments");
}

#[test]
fn the_history_reads_well_in_every_language_and_window() {
    for (lang, width, height) in
        [(Lang::Uz, 80, 24), (Lang::UzCyrl, 80, 24), (Lang::Ru, 80, 24), (Lang::En, 60, 18), (Lang::En, 120, 40)]
    {
        let mut app = changed(lang, width, height);
        app.keys("h");
        insta::assert_snapshot!(format!("history_{lang}_{width}"), app.screen());
        app.keys("enter");
        insta::assert_snapshot!(format!("past_{lang}_{width}"), app.screen());
    }
}
