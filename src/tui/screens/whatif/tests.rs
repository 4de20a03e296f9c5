//! The sandbox on the screen: what moves, what is kept, what is said.

use crate::engine::id::AssessmentId;
use crate::engine::library::Library;
use crate::engine::target::Pattern;
use crate::engine::text::Lang;
use crate::tui::app::harness::Harness;
use crate::tui::screens::profile::tests::{mixed, reference, whole};

fn at_what_if(lang: Lang, width: u16, height: u16) -> Harness {
    let mut app = mixed(lang, width, height);
    app.keys("enter f9 w");
    app
}

fn target(app: &Harness) -> Option<crate::engine::target::ChosenTarget> {
    app.library.open(AssessmentId(uuid::Uuid::from_u128(1))).unwrap().target
}

/// The figure behind a word on the screen.
fn figure(app: &Harness, before: &str) -> f64 {
    let screen = app.screen();
    let pattern = regex::Regex::new(&format!("{before} ([0-9.]+)")).unwrap();
    let found = pattern.captures(&screen).unwrap_or_else(|| panic!("no `{before}` in:\n{screen}"));
    found[1].parse().unwrap()
}

#[test]
fn a_step_moves_everything_at_once_and_stores_nothing() {
    let mut app = at_what_if(Lang::En, 80, 24);
    let events = app.library.only_journal().events.len();
    app.shows("› What if").shows("try the selected answer one step lower or higher. Nothing is saved.");
    let before = figure(&app, "Overall score");
    app.keys("right").shows(&format!("Overall score {before:.1} → ")).shows("Tried: ").shows("0 → 25");
    app.shows("Recommendations no longer needed: ");
    assert!(figure(&app, "Overall score [0-9.]+ →") > before, "{}", app.screen());
    app.keys("right right right").shows("0 → 100").keys("right").shows("This answer cannot go higher");
    // Back at the answer that stands, nothing is tried any more.
    app.keys("left left left left").shows("Nothing is saved.");
    assert_eq!(app.library.only_journal().events.len(), events);
    assert_eq!(target(&app), None);
}

#[test]
fn the_gain_that_is_promised_is_the_one_that_comes() {
    let mut app = at_what_if(Lang::En, 80, 24);
    let screen = app.screen();
    let promised = regex::Regex::new(r"▸.* \+([0-9.]+)\n").unwrap().captures(&screen).unwrap()[1].to_owned();
    app.keys("right").shows(&format!("(+{promised})"));
}

#[test]
fn one_item_or_all_go_back() {
    let mut app = at_what_if(Lang::En, 80, 24);
    app.keys("del").shows("Nothing is tried at this item").keys("x").shows("Nothing has been tried yet");
    app.keys("right down right").shows("Overall score");
    app.keys("del").shows("Recommendations no longer needed").keys("x").shows("Nothing is saved.");
}

#[test]
fn items_can_be_listed_by_area() {
    let mut app = at_what_if(Lang::En, 80, 24);
    app.shows("All areas, largest gain first").keys("a").shows("Connectedness             ");
    app.keys("a a a a a").shows("All areas, largest gain first");
}

#[test]
fn the_cheapest_way_to_the_next_band_is_tried_until_there_is_none() {
    let mut app = at_what_if(Lang::En, 80, 24);
    app.keys("p").shows("To “").shows("total effort").shows(" → ");
    for _ in 0..5 {
        app.keys("p");
    }
    let screen = app.screen();
    assert!(
        screen.contains("out of the enterprise’s own reach") || screen.contains("This is the highest band"),
        "{screen}"
    );
}

#[test]
fn without_a_score_there_is_no_way_and_without_items_no_sandbox() {
    let mut app = whole(|_, _| String::new(), Lang::En, 80, 24);
    app.keys("enter f9 w").shows("Overall score –").keys("p").shows("There is no way yet");
    app.keys("right").shows("– → 0");
}

#[test]
fn the_levels_reached_become_the_target_only_when_asked_for() {
    let mut app = at_what_if(Lang::En, 80, 24);
    app.keys("s").shows("Nothing has been tried yet");
    app.keys("down right s").shows("No area reaches a higher level");
    // An area is lifted as a whole.
    app.keys("a");
    for _ in 0..20 {
        app.keys("right right right right down");
    }
    app.keys("s").shows("The levels reached are saved as the target");
    let kept = target(&app).unwrap();
    assert_eq!(kept.pattern, Pattern::Own);
    assert!(kept.levels.values().any(|level| *level == 4), "{kept:?}");
    app.keys("s").shows("S once more replaces it").keys("s").shows("are saved as the target");
}

#[test]
fn a_target_that_cannot_be_kept_is_said_and_nothing_is_lost() {
    let mut app = at_what_if(Lang::En, 80, 24);
    app.keys("a");
    for _ in 0..20 {
        app.keys("right right right right down");
    }
    app.library.fail(true);
    app.keys("s").shows("It could not be saved").keys("esc").shows("› What if").shows(" → ");
    app.library.fail(false);
    app.library.read_only();
    app.keys("s").shows("reading only");
    assert_eq!(target(&app), None);
}

#[test]
fn what_was_tried_is_there_when_one_comes_back() {
    let mut app = at_what_if(Lang::En, 80, 24);
    app.keys("right esc").shows("chart · EN").keys("w").shows("What you tried before is still here").shows("0 → 25");
    app.keys("f5").shows("0 → 25");
}

#[test]
fn more_draws_are_told_with_both_intervals() {
    let mut app = reference("exporting-member", Lang::En, 80, 24);
    app.keys("enter f9 d").shows("20,000 draws: 90% interval ").shows("whatever the mean between areas");
    app.keys("t").shows("Without the item that moves it");
}

#[test]
fn what_if_in_the_languages_and_windows() {
    for lang in [Lang::Uz, Lang::UzCyrl, Lang::Ru, Lang::En] {
        for (width, height) in [(60, 18), (80, 24), (120, 40)] {
            let mut app = reference("trader-with-gaps", lang, width, height);
            app.keys("enter f9 w right right down");
            insta::assert_snapshot!(format!("{}-{width}x{height}", lang.tag()), app.screen());
        }
    }
}
