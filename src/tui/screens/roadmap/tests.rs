//! The roadmap on a screen in memory, for an enterprise whose answers are known.

use crate::engine::library::Library;
use crate::engine::roadmap::{ActionStatus, RoadmapAction};
use crate::engine::text::Lang;
use crate::tui::app::harness::Harness;
use crate::tui::screens::profile::tests::mixed;

/// The only assessment's plan.
fn actions(app: &Harness) -> Vec<RoadmapAction> {
    let id = app.library.summaries().unwrap()[0].id;
    app.library.open(id).unwrap().actions
}

fn roadmap(lang: Lang, width: u16, height: u16) -> Harness {
    let mut app = mixed(lang, width, height);
    app.keys("enter f9 p");
    app
}

#[test]
fn space_takes_a_recommendation_in_and_out() {
    let mut app = roadmap(Lang::En, 80, 24);
    app.shows("Scores if the first page were done").shows("planned: 0");
    app.keys("space").shows("planned: 1").shows("no owner yet · no date · planned").shows("Scores after each phase");
    assert_eq!(actions(&app).len(), 1);
    app.keys("space").shows("planned: 0");
    assert_eq!(actions(&app), []);
}

#[test]
fn s_turns_the_status_of_what_is_planned() {
    let mut app = roadmap(Lang::En, 80, 24);
    app.keys("s").shows("Take it into the plan first");
    app.keys("space s").shows("under way");
    app.keys("s s").shows("dropped").shows("planned: 0");
    assert_eq!(actions(&app)[0].status, ActionStatus::Dropped);
}

#[test]
fn the_form_keeps_owner_day_phase_and_status() {
    let mut app = roadmap(Lang::En, 80, 24);
    app.keys("enter").shows("Action of the roadmap");
    app.paste("Dilnoza").keys("tab").paste("1.3.2020").keys("tab right right tab right esc");
    app.shows("Dilnoza · 01.03.2020 · under way").shows("overdue");
    let [action] = &actions(&app)[..] else { panic!() };
    assert_eq!((action.owner.as_str(), action.due), ("Dilnoza", Some(jiff::civil::date(2020, 3, 1))));
    assert!(action.phase.is_some());
    // What somebody wrote down is given up by Space, not thrown away.
    app.keys("space");
    assert_eq!(actions(&app)[0].status, ActionStatus::Dropped);
}

#[test]
fn a_day_that_is_none_is_said_and_not_kept() {
    let mut app = roadmap(Lang::En, 80, 24);
    app.keys("space enter tab").paste("31.02.2027").keys("esc").shows("is not a date");
    assert_eq!(actions(&app)[0].due, None);
    app.keys("esc").shows("no date");
}

#[test]
fn a_database_that_only_reads_says_why() {
    let mut app = roadmap(Lang::En, 80, 24);
    app.library.read_only();
    app.keys("space").shows("planned: 0");
    assert_eq!(actions(&app), []);
    app.shows("✗ ");
}

#[test]
fn what_the_disk_refuses_is_said_and_nothing_has_changed() {
    let mut app = roadmap(Lang::En, 80, 24);
    app.library.fail(true);
    app.keys("space");
    app.library.fail(false);
    app.keys("esc").shows("planned: 0");
    assert_eq!(actions(&app), []);
}

#[test]
fn every_window_shows_list_and_scores() {
    let mut app = roadmap(Lang::En, 60, 18);
    app.keys("t").shows("Overall").keys("esc").shows("Months 0–3");
    app.resize(120, 40).shows("Overall").shows("Months 0–3");
    for (name, lang) in [("uz", Lang::Uz), ("uz-cyrl", Lang::UzCyrl), ("ru", Lang::Ru), ("en", Lang::En)] {
        let mut app = roadmap(lang, 80, 24);
        app.keys("space down enter").paste("Dilnoza Karimova").keys("tab").paste("01.03.2020").keys("esc");
        insta::assert_snapshot!(format!("roadmap_{name}"), app.screen());
        app.keys("enter");
        insta::assert_snapshot!(format!("roadmap_form_{name}"), app.screen());
    }
}
