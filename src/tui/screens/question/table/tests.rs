//! Questions on one scale in a table, by keys, and how it looks.

use std::fmt::Write;
use std::sync::Arc;

use crate::engine::answer::{Response, Value};
use crate::engine::library::Library;
use crate::engine::questionnaire::builtin::BUILTIN;
use crate::engine::questionnaire::read::read;
use crate::engine::text::Lang;
use crate::tui::app::harness::{Harness, MemoryLibrary};

/// A head that the whole table shows.
const TABLE: &str = "0    1    2    3    4";

/// The built-in questionnaire at the question of that code.
fn at(code: &str, lang: Lang, width: u16, height: u16) -> Harness {
    let mut app = Harness::with(BUILTIN[0].text, lang, width, height);
    app.begin("Zarafshon Tekstil MChJ").keys("f3").paste(code).keys("enter");
    app
}

/// A questionnaire in which one list of obstacles is asked so many times.
fn obstacles(count: usize, more: &str) -> String {
    let mut text = String::from(
        "format = 1\nid = \"obstacles\"\nversion = \"1.0.0\"\nlanguages = [\"en\"]\ntitle.en = \"Obstacles\"\n\
         [[list]]\nid = \"scale\"\nchoices = [{ id = \"no\", label.en = \"No obstacle\" }, \
         { id = \"minor\", label.en = \"Minor obstacle\" }, { id = \"major\", label.en = \"Major obstacle\" }]\n\
         [[section]]\nid = \"S\"\ntitle.en = \"Section\"\n",
    );
    for number in 1..=count {
        let _ = writeln!(
            text,
            "[[section.question]]\nid = \"Q{number}\"\nkind = \"select_one\"\nlist = \"scale\"\n\
             label.en = \"Obstacle {number}?\"\nhint.en = \"Hint {number}.\"\n{}",
            if number == 2 { more } else { "" }
        );
    }
    text
}

fn begun(questionnaire: &str) -> Harness {
    let mut app = Harness::with(questionnaire, Lang::En, 120, 40);
    app.begin("Buxoro Non");
    app
}

/// The questions and answers of the journal, in order.
fn kept(app: &Harness) -> Vec<(String, String)> {
    let events = app.library.only_journal().events;
    let said = |response: &Option<Response>| match response {
        Some(Response::Value(Value::Choice(id))) => id.to_string(),
        Some(Response::Value(Value::Level(level))) => level.to_string(),
        Some(other) => format!("{other:?}"),
        None => String::new(),
    };
    let changes = events.iter().filter_map(|event| event.action.change());
    changes.map(|change| (change.question.to_string(), said(&change.new.response))).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(question, answer)| ((*question).to_owned(), (*answer).to_owned())).collect()
}

#[test]
fn levels_that_follow_each_other_share_a_wide_screen_with_all_anchors_of_the_one_in_hand() {
    let mut app = at("INF5", Lang::En, 120, 40);
    app.shows(TABLE).shows("3.6").shows("3.12").shows("▸ ○ 3.5");
    let questionnaire = read(BUILTIN[0].text).unwrap().0;
    let question = &questionnaire.questions[questionnaire.find("INF5").unwrap()];
    for option in crate::session::options::options(
        &app.ctx().session.as_ref().unwrap().interview,
        questionnaire.find("INF5").unwrap(),
        Lang::En,
    ) {
        app.shows(&option.label);
    }
    app.shows(question.hint.as_ref().unwrap().get(Lang::En).split(". ").next().unwrap());
}

#[test]
fn enter_and_digits_work_as_on_a_screen_of_its_own() {
    let mut app = at("INF5", Lang::En, 120, 40);
    app.keys("enter").shows("Pick an answer");
    app.keys("3").shows("▸ ✓ 3.5").keys("enter").shows("▸ ○ 3.6").keys("1 enter").shows("▸ ○ 3.7");
    assert_eq!(kept(&app), pairs(&[("INF5", "3"), ("INF6", "1")]));
    app.keys("ctrl+z").shows("▸ ○ 3.6").keys("ctrl+y").shows("▸ ✓ 3.6");
}

#[test]
fn what_is_chosen_along_a_row_counts_when_the_row_is_left_in_any_way() {
    for (leave, back) in [
        ("down", "up"),
        ("up", "down"),
        ("enter", "up"),
        ("pgdn", "pgup up up up up up up"),
        ("f2", "esc"),
        ("f4", "esc"),
        ("f9", "esc"),
        ("f3 esc", ""),
        ("f1 esc", ""),
        ("f5 f5 f5 f5", ""),
    ] {
        let mut app = at("INF6", Lang::En, 120, 40);
        app.keys("right right right left").keys(leave).keys(back).shows("▸");
        app.keys("enter");
        assert_eq!(kept(&app), pairs(&[("INF6", "1")]), "{leave}: {}", app.screen());
    }
    let mut app = at("INF6", Lang::En, 120, 40);
    app.keys("end");
    assert!(kept(&app).is_empty(), "nothing before the row is left");
    app.app.leave_quietly();
    assert_eq!(kept(&app), pairs(&[("INF6", "4")]));
}

#[test]
fn undo_takes_back_first_what_was_just_chosen() {
    let mut app = at("INF5", Lang::En, 120, 40);
    app.keys("2 enter right ctrl+z").shows("▸ ○ 3.6");
    assert_eq!(kept(&app), pairs(&[("INF5", "2"), ("INF6", "0"), ("INF6", "")]));
}

#[test]
fn a_digit_goes_to_the_next_row_if_that_is_set() {
    let mut library = MemoryLibrary::default();
    library.keep_setting("digit-goes-on", "on").unwrap();
    let questionnaire = Arc::new(read(&obstacles(5, "")).unwrap().0);
    let mut app = Harness::on(library, questionnaire, Lang::En, 120, 40);
    app.begin("Buxoro Non").keys("1 2 3 1 2").shows("Review").shows("5/5");
    let said = [("Q1", "no"), ("Q2", "minor"), ("Q3", "major"), ("Q4", "no"), ("Q5", "minor")];
    assert_eq!(kept(&app), pairs(&said));
}

#[test]
fn no_answer_flag_and_note_act_on_the_row_in_hand() {
    let mut app = begun(&obstacles(4, ""));
    app.keys("down f7").shows("▸ ⚑ 1.2").shows("flagged").keys("down f6 1").shows("  ? 1.3").shows("▸ ○ 1.4");
    app.keys("f4")
        .paste("seen the papers")
        .keys("ctrl+s esc")
        .keys("up")
        .shows("▸ ? 1.3")
        .keys("down")
        .shows("seen the papers");
    let questions: Vec<String> = kept(&app).into_iter().map(|(question, _)| question).collect();
    assert_eq!(questions, ["Q2", "Q3", "Q4"]);
}

#[test]
fn the_next_screen_begins_behind_the_last_row() {
    let mut app = begun(&obstacles(4, ""));
    app.keys("pgdn").shows("Review").keys("esc").shows("▸ ○ 1.4").keys("pgup").shows("first question");
    let mut app = at("INF5", Lang::En, 120, 40);
    app.keys("pgup").shows("3.4 ").keys("pgdn pgdn").shows("4.1 ");
}

#[test]
fn options_worded_alike_stand_over_their_columns() {
    let mut app = begun(&obstacles(4, ""));
    let screen = app.screen();
    assert_eq!(screen.matches("obstacle").count(), 3, "{screen}");
    app.shows("Hint 1.").keys("down").shows("Hint 2.");
}

#[test]
fn a_long_run_is_shared_out_among_tables_of_about_one_length() {
    let mut app = begun(&obstacles(13, ""));
    app.shows("Obstacle 7?").keys("pgdn").shows("Obstacle 8?").shows("Obstacle 13?");
    assert!(!app.screen().contains("Obstacle 7?"), "{}", app.screen());
    app.keys("up").shows("▸ ○ 1.8");
}

#[test]
fn a_row_that_is_no_longer_asked_goes() {
    let mut app = begun(&obstacles(4, "relevant = \"${Q1} != 'no'\""));
    app.shows("Obstacle 3?");
    let before = app.keys("2").screen();
    app.keys("1 enter").shows("▸ ○ 1.3");
    assert!(before.contains("Obstacle 2?") && !app.screen().contains("Obstacle 2?"), "{}", app.screen());
}

#[test]
fn what_may_not_be_answered_is_said_at_the_row_before_it_is_left() {
    let mut app =
        begun(&obstacles(3, "constraint = \". != 'major'\"\nconstraint_message.en = \"Not in this branch.\""));
    app.keys("down 3").shows("Not in this branch.").keys("1 end down").shows("Not in this branch.").shows("▸ ✓ 1.2");
    app.keys("down").shows("▸ ○ 1.3").keys("up");
    assert_eq!(kept(&app), pairs(&[("Q2", "no")]));
    app.keys("end").keys("pgdn").shows("Not in this branch.");
}

#[test]
fn a_window_that_grows_narrow_asks_the_same_question_alone_and_loses_nothing() {
    let mut app = at("INF6", Lang::En, 120, 40);
    app.keys("1 right").shows(TABLE).resize(100, 40).shows("▸  2  ●");
    assert!(!app.screen().contains(TABLE), "{}", app.screen());
    app.keys("pgdn").shows("3.7 ");
    assert_eq!(kept(&app), pairs(&[("INF6", "1"), ("INF6", "2")]));
    app.resize(120, 40).shows(TABLE).shows("▸ ○ 3.7").resize(120, 20);
    assert!(!app.screen().contains(TABLE), "too few rows: {}", app.screen());
}

#[test]
fn tables_can_be_switched_off_and_stay_so() {
    let mut app = at("INF6", Lang::En, 120, 40);
    app.keys("f12 down down down down").shows("share a table").keys("right esc");
    assert!(!app.screen().contains(TABLE), "{}", app.screen());
    assert_eq!(app.library.setting("batteries-as-tables").unwrap().as_deref(), Some("off"));
    let questionnaire = Arc::new(read(BUILTIN[0].text).unwrap().0);
    let mut app = Harness::on(app.library, questionnaire, Lang::En, 120, 40);
    app.keys("enter").shows("3.6 ");
    assert!(!app.screen().contains(TABLE), "{}", app.screen());
}

#[test]
fn rows_of_a_closed_assessment_can_be_read_and_not_changed() {
    let mut app = begun(&obstacles(3, ""));
    app.keys("1 enter 2 enter 3 enter c esc up up").shows("▸ ✓ 1.1").keys("right").shows("is finished. To change it");
    assert_eq!(kept(&app).len(), 3);
}

#[test]
fn every_stay_belongs_to_the_row_that_was_in_hand() {
    let mut app = at("INF5", Lang::En, 120, 40);
    app.keys("down down up 2");
    let id = app.library.summaries().unwrap()[0].id;
    let stays = app.library.stays(id).unwrap();
    let questions: Vec<String> = stays.iter().map(|stay| stay.question.to_string()).collect();
    assert!(questions.ends_with(&["INF5".to_owned(), "INF6".to_owned(), "INF7".to_owned()]), "{questions:?}");
}

#[test]
fn tables_look_well() {
    for lang in [Lang::Uz, Lang::Ru, Lang::En] {
        for (width, height) in [(100, 40), (120, 40), (140, 45), (170, 50)] {
            let mut app = at("INF5", lang, width, height);
            app.keys("2 enter right right f7 enter f6 1 down");
            insta::assert_snapshot!(format!("table_{}_{width}", lang.tag()), app.screen());
        }
    }
    let mut app = begun(&obstacles(4, ""));
    app.keys("1 enter right");
    insta::assert_snapshot!("obstacles", app.screen());
}
