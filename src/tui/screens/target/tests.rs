//! The target chosen, edited, kept and followed on a screen in memory.

use jiff::Timestamp;

use crate::engine::answer::Value;
use crate::engine::interview::Advance;
use crate::engine::target::{Origin, Pattern};
use crate::engine::text::Lang;
use crate::tui::app::harness::Harness;
use crate::tui::screens::profile::tests::{mixed, reference, whole};

fn exporter(lang: Lang, width: u16, height: u16) -> Harness {
    let mut app = reference("exporting-member", lang, width, height);
    app.keys("enter f9 m");
    app
}

/// The levels of the stored target, in the order of the areas' ids.
fn stored(app: &Harness) -> Vec<(String, u8)> {
    let target = app.library.only_target().expect("a target");
    target.levels.iter().map(|(area, level)| (area.to_string(), *level)).collect()
}

#[test]
fn m_on_the_profile_offers_one_level_up_and_enter_keeps_it() {
    let mut app = exporter(Lang::En, 80, 24);
    app.shows("Zarafshon Tekstil MChJ › Target").shows("‹ the next step: one level up in every area ›");
    app.shows("Enter keep").shows("F1 help");
    assert_eq!(app.library.only_target(), None);
    app.keys("enter").shows("The target is kept.").shows("target · EN");
    let target = app.library.only_target().unwrap();
    assert_eq!((target.pattern, target.origin), (Pattern::Next, Origin::Enterprise));
    assert_eq!(target.levels.len(), 5);
    assert_eq!(target.chosen, Timestamp::from_second(1_795_000_000).unwrap());
}

#[test]
fn a_profile_of_the_questionnaire_can_be_taken_and_set_by_an_advisor() {
    let mut app = exporter(Lang::En, 80, 24);
    app.keys("right right").shows("‹ Growing exporter ›").keys("down right").shows("‹ an advisor ›").keys("ctrl+s");
    app.shows("Set by an advisor on").shows(": Growing exporter.");
    let expected = [("CLU", 2), ("INF", 3), ("INT", 3), ("REG", 2), ("SKL", 3)];
    assert_eq!(stored(&app), expected.map(|(area, level)| (area.to_owned(), level)));
    let target = app.library.only_target().unwrap();
    assert_eq!((target.pattern, target.origin), (Pattern::Listed("growing-exporter".to_owned()), Origin::Advisor));
}

#[test]
fn levels_are_set_by_digits_and_arrows_and_an_area_can_be_left_out() {
    let mut app = exporter(Lang::En, 80, 24);
    app.keys("7 down down 4").shows("‹ levels of its own ›").shows("▸ 1 Connectedness").shows("‹ 4 ›");
    app.keys("down 1 right left left").shows("‹ – ›");
    app.keys("down 9 0 down - down 2 left enter");
    assert_eq!(stored(&app), [("INF".to_owned(), 4), ("SKL".to_owned(), 1)]);
    assert_eq!(app.library.only_target().unwrap().pattern, Pattern::Own);
}

#[test]
fn no_target_without_a_level_and_none_without_a_score_is_invented() {
    let mut app = whole(|_, _| String::new(), Lang::En, 80, 24);
    app.keys("enter f9 m").shows("‹ Small local producer ›").keys("left").shows("one level up");
    app.keys("enter").shows("✗ No area has a level yet");
    assert_eq!(app.library.only_target(), None);
    app.keys("right enter").shows("target 2; no score yet.");
}

#[test]
fn a_target_is_forgotten_by_delete() {
    let mut app = exporter(Lang::En, 80, 24);
    assert!(!app.screen().contains("Del "), "{}", app.screen());
    app.keys("del").shows("No target has been chosen.").keys("enter m").shows("Del clear");
    app.keys("del").shows("There is no target any more.").shows("Enter chooses one.");
    assert_eq!(app.library.only_target(), None);
}

#[test]
fn esc_warns_once_that_changes_are_not_kept() {
    let mut app = exporter(Lang::En, 80, 24);
    app.keys("enter enter down right").shows("‹ an advisor ›").keys("esc").shows("✗ The changes are not kept yet");
    app.keys("up esc").shows("not kept yet").keys("esc").shows("target · EN");
    assert_eq!(app.library.only_target().unwrap().origin, Origin::Enterprise);
    // Nothing was changed: nothing to warn of.
    app.keys("m esc").shows("target · EN");
}

#[test]
fn where_nothing_can_be_written_it_says_why() {
    let mut app = exporter(Lang::En, 80, 24);
    app.library.read_only();
    app.keys("enter").shows("✗ Not saved: a.db is read-only.").shows("› Target");
    assert_eq!(app.library.only_target(), None);
}

#[test]
fn a_disk_that_refuses_keeps_what_was_chosen_on_the_screen() {
    let mut app = exporter(Lang::En, 80, 24);
    app.keys("right right");
    app.library.fail(true);
    app.keys("enter").shows("Not saved: the disk is full").keys("esc").shows("‹ Growing exporter ›");
    app.library.fail(false);
    app.keys("enter").shows("The target is kept.");
}

#[test]
fn progress_is_measured_from_the_choice_and_only_new_levels_begin_anew() {
    let mut app = mixed(Lang::En, 80, 24);
    app.keys("enter f9 m 6 down down 3 enter")
        .shows("level 0, target 3; score 31, 29 short of 60. 0% of the way since");
    let base = app.library.only_target().unwrap().base;
    raise_first_items(&mut app);
    app.keys("esc f9 t t t t").shows("22 short of 60. 26% of the way since");
    app.keys("m down right enter").shows("Set by an advisor");
    assert_eq!(app.library.only_target().unwrap().base, base, "the levels are the same: so is the beginning");
    app.keys("m down down 4 enter").shows("short of 80. 0% of the way since");
    assert_ne!(app.library.only_target().unwrap().base, base);
}

/// Answers two items of the first area at the top.
fn raise_first_items(app: &mut Harness) {
    let ctx = app.ctx();
    let session = ctx.session.as_ref().unwrap();
    let first = session.interview.questionnaire().areas.indices().next();
    let questions = session.interview.questionnaire().questions.enumerate();
    let of_first = |question: &crate::engine::questionnaire::Question| {
        question.kind.name() == "level" && question.item.as_ref().map(|item| item.area) == first
    };
    let items: Vec<_> = questions.filter(|(_, question)| of_first(question)).map(|(ix, _)| ix).take(2).collect();
    for ix in items {
        let interview = &ctx.session.as_ref().unwrap().interview;
        let answer = interview.answer(ix).responding(Some(crate::engine::answer::Response::Value(Value::Level(4))));
        let change = interview.propose(ix, answer).unwrap();
        ctx.commit(change, Advance::Stay).unwrap();
    }
}

#[test]
fn choosing_and_following_a_target_fit_every_window_in_every_language() {
    let raw = regex::Regex::new("(profile|target|short|hint|action)-[a-z]+|[{}]").unwrap();
    for lang in Lang::ALL {
        let mut app = mixed(lang, 80, 24);
        app.keys("enter f9");
        for keys in ["t t t t", "m", "right", "down", "down", "end", "enter", "end", "enter f1"] {
            app.keys(keys);
            for (width, height) in [(60, 18), (80, 24), (120, 40)] {
                app.resize(width, height);
                let screen = app.screen();
                assert!(!raw.is_match(&screen), "a text is missing:\n{screen}");
            }
        }
    }
}

#[test]
fn the_screens_as_they_look() {
    for (lang, width, height) in [(Lang::Uz, 80, 24), (Lang::UzCyrl, 80, 24), (Lang::Ru, 80, 24), (Lang::En, 60, 18)] {
        let mut app = exporter(lang, width, height);
        app.keys("right right right down down");
        insta::assert_snapshot!(format!("target_{lang}"), app.screen());
        app.keys("enter down");
        insta::assert_snapshot!(format!("followed_{lang}"), app.screen());
    }
}
