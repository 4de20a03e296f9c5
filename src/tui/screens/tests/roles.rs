//! The first start, the two roles, practice and settings, by keys.

use std::fmt::Write;

use crate::engine::library::Library;
use crate::engine::questionnaire::sample::SAMPLE;
use crate::engine::text::Lang;
use crate::tui::app::harness::{Harness, MemoryLibrary};
use crate::tui::screens::first;

const LANGUAGES: [Lang; 4] = [Lang::Uz, Lang::UzCyrl, Lang::Ru, Lang::En];
const SIZES: [(u16, u16); 3] = [(60, 18), (80, 24), (120, 40)];

fn first_start() -> Harness {
    let mut app = Harness::new(Lang::En, 80, 24);
    app.push(first::open_if_fresh);
    app
}

/// The program in the hands of an interviewer.
fn interviewer(questionnaire: &str) -> Harness {
    let mut library = MemoryLibrary::default();
    library.keep_setting("role", "interview").unwrap();
    let questionnaire = crate::engine::questionnaire::read::read(questionnaire).unwrap().0;
    Harness::on(library, std::sync::Arc::new(questionnaire), Lang::En, 80, 24)
}

/// Ten questions in one section, each answered by yes or no, the fifth with guidance.
fn ten_questions() -> String {
    let mut text = String::from(
        "format = 1\nid = \"ten\"\nversion = \"1.0.0\"\nlanguages = [\"en\"]\ntitle.en = \"Ten\"\n\
         [[list]]\nid = \"yes_no\"\nchoices = [{ id = \"yes\", label.en = \"Yes\" }, { id = \"no\", label.en = \"No\" }]\n\
         [[section]]\nid = \"S\"\ntitle.en = \"Section\"\n",
    );
    for number in 1..=10 {
        let _ = writeln!(
            text,
            "[[section.question]]\nid = \"Q{number}\"\nkind = \"select_one\"\nlist = \"yes_no\"\n\
             label.en = \"Question {number}?\"\nguidance.en = \"Ask for papers.\""
        );
    }
    text
}

#[test]
fn the_first_start_asks_for_a_role_and_a_name_once() {
    let mut app = first_start();
    app.shows("Welcome to tashxis").shows("Interview: I ask");
    app.keys("enter enter enter enter").shows("Type your name");
    app.paste("Dilnoza").keys("enter enter").shows("all saved");
    assert_eq!(app.library.setting("role").unwrap().as_deref(), Some("interview"));
    assert_eq!(app.library.setting("interviewer").unwrap().as_deref(), Some("Dilnoza"));
    assert_eq!(app.library.setting("lang").unwrap().as_deref(), Some("en"));
    app.push(first::open_if_fresh);
    assert!(!app.screen().contains("Welcome to tashxis"), "{}", app.screen());
}

#[test]
fn who_answers_alone_is_asked_for_no_name() {
    let mut app = first_start();
    app.keys("down right").shows("Self-assessment: we answer");
    assert!(!app.screen().contains("Your name"), "{}", app.screen());
    app.keys("enter enter");
    assert_eq!(app.library.setting("role").unwrap().as_deref(), Some("self-assessment"));
}

#[test]
fn nothing_of_a_practice_interview_is_kept() {
    let mut app = first_start();
    app.keys("down right enter down enter").shows("PRACTICE").shows("nothing of it is kept");
    for (keys, screen) in
        [("enter", "Name of the enterprise"), ("f2", "Sections"), ("esc f8", "Review"), ("esc f9", "Profile")]
    {
        app.keys(keys).shows("PRACTICE").shows(screen);
    }
    app.keys("esc").paste("Buxoro").keys("enter esc \"list\" enter");
    app.shows("The practice interview is over");
    assert_eq!(app.library.summaries().unwrap(), []);
    assert!(!app.screen().contains("PRACTICE"), "{}", app.screen());
    app.begin("Buxoro Non");
    assert_eq!(app.library.summaries().unwrap().len(), 1, "the real library is back");
}

#[test]
fn ten_questions_take_an_interviewer_ten_keys() {
    let mut app = interviewer(&ten_questions());
    app.begin("Buxoro Non").shows("Question 1?");
    app.keys("1 2 1 2 1 2 1 2 1 1").shows("Review").shows("10/10");
}

#[test]
fn who_answers_alone_stays_at_a_question_until_it_is_left() {
    let mut app = Harness::with(&ten_questions(), Lang::En, 80, 24);
    app.begin("Buxoro Non").keys("1").shows("Question 1?").keys("enter").shows("Question 2?");
}

#[test]
fn guidance_is_on_the_screen_of_an_interviewer_only() {
    let mut app = interviewer(&ten_questions());
    app.begin("Buxoro Non").shows("For the interviewer: Ask for papers.");
    let mut alone = Harness::with(&ten_questions(), Lang::En, 80, 24);
    alone.begin("Buxoro Non");
    assert!(!alone.screen().contains("Ask for papers."), "{}", alone.screen());
}

#[test]
fn settings_count_at_once_and_are_remembered() {
    let mut app = Harness::with(&ten_questions(), Lang::En, 80, 24);
    app.begin("Buxoro Non").keys("f12").shows("A digit picks the answer and goes on");
    app.keys("down down down right esc 1").shows("Question 2?");
    assert_eq!(app.library.setting("digit-goes-on").unwrap().as_deref(), Some("on"));
    app.keys("f12 right").shows("Oʻzbekcha").keys("left esc");
    app.keys("f12 down down").paste("Aziz").keys("esc");
    assert_eq!(app.library.setting("interviewer").unwrap().as_deref(), Some("Aziz"));
}

#[test]
fn the_next_open_question_is_a_key_away_from_any_question() {
    let mut app = Harness::with(&ten_questions(), Lang::En, 80, 24);
    app.begin("Buxoro Non").keys("1 pgdn pgdn 1 pgup pgup ctrl+o").shows("Question 2?");
    app.keys("f7 pgdn pgdn pgdn ctrl+f").shows("Question 2?").keys("pgup f").shows("Question 2?");
}

#[test]
fn the_first_start_and_the_settings_look_well() {
    for lang in LANGUAGES {
        for (width, height) in SIZES {
            let mut app = Harness::with(SAMPLE, lang, width, height);
            app.push(first::open_if_fresh);
            insta::assert_snapshot!(format!("first_{}_{width}", lang.tag()), app.screen());
            let mut app = Harness::with(SAMPLE, lang, width, height);
            app.keys("f12");
            insta::assert_snapshot!(format!("settings_{}_{width}", lang.tag()), app.screen());
        }
    }
}
