//! The map of all enterprises on a screen in memory.

use std::sync::Arc;

use crate::engine::answer::Answer;
use crate::engine::interview::{Advance, Circumstances, Form, Interview};
use crate::engine::library::{Library, NewAssessment};
use crate::engine::questionnaire::Questionnaire;
use crate::engine::questionnaire::read::read;
use crate::engine::questionnaire::sample::SAMPLE;
use crate::engine::text::Lang;
use crate::tui::app::harness::{Harness, MemoryLibrary};
use crate::tui::theme::Charset;

/// Begins an assessment with answers, and closes it if that is wished.
fn assess(
    library: &mut MemoryLibrary,
    questionnaire: &Arc<Questionnaire>,
    firm: &str,
    answers: &[(&str, &str)],
    closed: bool,
) {
    let (enterprise, lang) = (firm.to_owned(), Lang::En);
    let new =
        NewAssessment { enterprise, questionnaire: Arc::clone(questionnaire), form: Form::Full, lang, previous: None };
    let id = library.create(&new).unwrap();
    let now = jiff::Timestamp::from_second(1_795_000_000).unwrap().to_zoned(jiff::tz::TimeZone::UTC);
    let mut interview = Interview::new(Arc::clone(questionnaire), Form::Full, now);
    for (question, typed) in answers {
        let ix = questionnaire.find(question).unwrap();
        let value = questionnaire.questions[ix].parse(typed).unwrap().unwrap();
        let change = interview.propose(ix, Answer::from(value)).unwrap();
        let circumstances = Circumstances { lang, shown_ms: 0, advance: Advance::Stay };
        interview.commit(change, circumstances, library.journal(id).as_mut()).unwrap();
    }
    if closed {
        interview.set_closed(true, lang, library.journal(id).as_mut()).unwrap();
    }
}

fn answers<'a>(level: &'a str, talks: &'a str, wear: &'a str) -> Vec<(&'a str, &'a str)> {
    let head = [("F3", "45"), ("F8", "yes"), ("INF1", level), ("INT1", "30"), ("INT2", "1")];
    [&head[..], &[("CLU1", talks), ("REG1", "2"), ("SKL1", wear), ("SKL2", "1")]].concat()
}

/// Five enterprises, one of them assessed twice and one without a score, and an assessment that is not finished.
fn several(lang: Lang, width: u16, height: u16) -> Harness {
    several_by(SAMPLE, lang, width, height)
}

fn several_by(questionnaire: &str, lang: Lang, width: u16, height: u16) -> Harness {
    let questionnaire = Arc::new(read(questionnaire).unwrap().0);
    let mut library = MemoryLibrary::default();
    let mut add = |firm: &str, answers: &[(&str, &str)], closed| {
        assess(&mut library, &questionnaire, firm, answers, closed);
    };
    add("Zarafshon Tekstil", &answers("0", "talks", "90"), true);
    add("Oqtosh Sut", &answers("4", "member", "10"), true);
    add("Buxoro Non", &answers("2", "talks", "50"), true);
    add("Zarafshon Tekstil", &answers("3", "member", "30"), true);
    add("Chirchiq Kimyo zavodi mas’uliyati cheklangan jamiyati", &answers("1", "talks", "80"), true);
    add("Nurafshon", &[("F3", "45")], true);
    add("Hali ochiq", &answers("4", "member", "10"), false);
    Harness::on(library, questionnaire, lang, width, height)
}

/// The names in the order of the rows.
fn order(app: &Harness) -> Vec<&'static str> {
    let names = ["Zarafshon", "Oqtosh", "Buxoro", "Chirchiq", "Nurafshon", "Hali"];
    let screen = app.screen();
    // Between the title with its rule and the rule above what is told of one enterprise.
    let rows = screen.lines().skip(2).take_while(|line| !line.starts_with('─'));
    let named = |line: &str| names.into_iter().find(|name| line.trim_start_matches([' ', '▸']).starts_with(name));
    rows.filter_map(named).collect()
}

#[test]
fn all_enterprises_stand_side_by_side_each_once_the_highest_first() {
    let mut app = several(Lang::En, 80, 24);
    app.keys("m").shows("All enterprises").shows("5 enterprises").shows("score↓");
    assert_eq!(order(&app), ["Oqtosh", "Buxoro", "Chirchiq", "Zarafshon", "Nurafshon"]);
    assert!(!app.screen().contains("Hali ochiq"), "{}", app.screen());
    app.shows("Place 1 of 4 by overall score; 90% interval 1–");
    app.keys("end").shows("No overall score: too few answers, so no place");
}

#[test]
fn the_map_is_reached_on_a_cyrillic_layout_and_from_the_menu() {
    several(Lang::Ru, 80, 24).keys("ь").shows("Все предприятия");
    several(Lang::En, 80, 24).keys("f1").shows("All enterprises: scores by area, places");
    // The keys of the map are told in its help.
    several(Lang::En, 80, 24).keys("m f1").shows("List only a sector or a form").shows("Turn the order round");
}

#[test]
fn rows_are_sorted_by_any_column_in_either_direction() {
    let mut app = several(Lang::En, 80, 24);
    app.keys("m space").shows("score↑");
    // Whatever the direction, an enterprise without a score stands at the end.
    assert_eq!(order(&app), ["Zarafshon", "Chirchiq", "Buxoro", "Oqtosh", "Nurafshon"]);
    app.keys("left").shows("Enterprise↓");
    assert_eq!(order(&app), ["Buxoro", "Chirchiq", "Nurafshon", "Oqtosh", "Zarafshon"]);
    app.keys("space").shows("Enterprise↑");
    assert_eq!(order(&app), ["Zarafshon", "Oqtosh", "Nurafshon", "Chirchiq", "Buxoro"]);
    // The first area by its scores, and what is told below is of that area.
    app.keys("right right").shows("1↓");
    assert_eq!(order(&app).first(), Some(&"Oqtosh"));
    app.keys("right right right right right right right right right").shows("↓");
}

#[test]
fn enterprises_are_found_by_typing_in_any_alphabet() {
    let mut app = several(Lang::En, 80, 24);
    app.keys("m f3 \"зараф\"").shows("Search: зараф");
    assert_eq!(order(&app), ["Zarafshon"]);
    app.keys("esc").shows("Oqtosh");
    app.keys("f3 \"nobody\"").shows("Nothing found").keys("esc esc").shows("Assessments");
}

#[test]
fn enter_opens_the_profile_and_the_way_back_leads_to_the_same_row() {
    let mut app = several(Lang::En, 80, 24);
    app.keys("m down enter").shows("Buxoro Non › Profile");
    app.keys("esc").shows("All enterprises");
    assert!(app.reversed().iter().any(|row| row.contains("Buxoro Non")), "{}", app.screen());
    assert!(app.ctx().session.is_none());
    app.keys("esc").shows("Assessments");
}

#[test]
fn without_a_finished_assessment_it_is_said_what_to_do() {
    for lang in [Lang::Uz, Lang::Ru, Lang::En] {
        let mut app = Harness::new(lang, 60, 18);
        app.keys("m").shows("F8");
        app.keys("f3 f d space left enter down").shows("F8").keys("esc");
    }
}

#[test]
fn a_sector_is_listed_alone_and_places_stay_those_among_all() {
    // What F8 asks stands for the sector here; Nurafshon has not said it.
    let text = format!("{SAMPLE}\n[peers]\nsector = \"F8\"\n");
    let mut app = several_by(&text, Lang::En, 80, 24);
    app.keys("m f").shows("List only").shows("5  all enterprises").shows("4  Yes");
    app.keys("down enter").shows("Only: Yes. Esc lists all.").shows("Place 1 of 4");
    assert_eq!(order(&app), ["Oqtosh", "Buxoro", "Chirchiq", "Zarafshon"]);
    app.keys("f esc").shows("Only: Yes").keys("esc");
    assert_eq!(order(&app).len(), 5);
    // A group that all belong to is not offered.
    assert!(!app.keys("f").screen().contains("full form  "), "{}", app.screen());
}

#[test]
fn many_enterprises_are_scrolled_and_their_places_computed_from_more_draws_on_demand() {
    let questionnaire = Arc::new(read(SAMPLE).unwrap().0);
    let mut library = MemoryLibrary::default();
    for at in 0..=30 {
        let level = (at % 5).to_string();
        assess(&mut library, &questionnaire, &format!("Firm {at:02}"), &answers(&level, "talks", "50"), true);
    }
    let mut app = Harness::on(library, questionnaire, Lang::En, 80, 24);
    app.keys("m").shows("of 31 by overall score; 90% interval").shows("more");
    app.keys("d").shows("computed from 20,000 simulations").shows("90% interval");
    app.keys("d").shows("computed already").keys("end").shows("score↓").shows("more");
}

#[test]
fn the_map_needs_neither_colours_nor_symbols() {
    let mut app = several(Lang::En, 80, 24);
    app.keys("m").charset(Charset::Ascii);
    let screen = app.screen();
    assert!(!screen.contains(['█', '▓', '▒', '░', '▸', '↓', '─']), "{screen}");
    insta::assert_snapshot!("map_ascii", screen);
}

#[test]
fn the_map_reads_well_in_every_language_and_window() {
    for lang in [Lang::Uz, Lang::UzCyrl, Lang::Ru, Lang::En] {
        for (width, height) in [(60, 18), (80, 24), (120, 40)] {
            let mut app = several(lang, width, height);
            app.keys("m down");
            insta::assert_snapshot!(format!("map_{lang}_{width}"), app.screen());
        }
    }
}

#[test]
fn the_statistics_of_the_command_line_are_one_key_away() {
    let mut app = several(Lang::En, 80, 40);
    app.keys("m s").shows("Statistics: ").shows("Enterprises, each counted once: 5").shows("Scores").shows("median:");
    app.keys("f5").shows("Statistika").keys("esc").shows("Zarafshon Tekstil");
}
