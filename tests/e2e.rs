//! The built program in a real terminal: whole interviews by keys, and every way in which they end.
#![cfg(unix)]
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops at what it does not expect")]

#[path = "support/terminal.rs"]
mod terminal;

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::Zoned;
use tashxis::engine::answer::Answer;
use tashxis::engine::interview::{Form, Interview, Position};
use tashxis::engine::library::{Library, Record};
use tashxis::engine::questionnaire::builtin::BUILTIN;
use tashxis::engine::questionnaire::read::read;
use tashxis::engine::questionnaire::sample::SAMPLE;
use tashxis::engine::questionnaire::{Kind, Lines, Questionnaire};
use tashxis::engine::text::Lang;
use tashxis::engine::visit::Outcome;
use tashxis::store::{Identity, Store};
use tempfile::TempDir;
use terminal::{PATIENCE, Terminal, database, eventually};

const PROGRAM: &str = env!("CARGO_BIN_EXE_tashxis");

// What a terminal sends for keys.
const ENTER: &str = "\r";
const ESC: &str = "\u{1b}";
const UP: &str = "\u{1b}[A";
const DOWN: &str = "\u{1b}[B";
const PAGE_UP: &str = "\u{1b}[5~";
const TAB: &str = "\t";
const F2: &str = "\u{1b}OQ";
const F5: &str = "\u{1b}[15~";
const F6: &str = "\u{1b}[17~";
const F9: &str = "\u{1b}[20~";
const CTRL_L: &str = "\u{c}";
const CTRL_Q: &str = "\u{11}";
const CTRL_S: &str = "\u{13}";

/// A home folder with the sample questionnaire in it.
fn home() -> TempDir {
    let home = tempfile::tempdir().expect("a folder");
    std::fs::write(home.path().join("sample.toml"), SAMPLE).expect("a file");
    let mut store = Store::open(&database(home.path()), Identity::default()).expect("a database");
    store.keep_setting("role", "self-assessment").expect("room on the disk");
    drop(store);
    home
}

fn start(home: &TempDir, arguments: &[&str]) -> Terminal {
    let database = database(home.path());
    let mut all = vec!["--db", database.to_str().expect("a path in UTF-8")];
    all.extend(arguments);
    Terminal::start(PROGRAM, home.path(), &all)
}

/// An assessment by the sample questionnaire, at its second question: the first is a text to read.
fn sample(home: &TempDir) -> Terminal {
    let mut terminal = start(home, &["new", "-q", "sample.toml", "--name", "Buxoro Non"]);
    terminal.shows("Buxoro Non › Enterprise").shows("The interview takes 10 minutes.").send(ENTER);
    terminal.shows("1.1 Name of the enterprise");
    terminal
}

/// What the database holds of the only assessment, read while the program runs.
fn record(home: &Path) -> Record {
    let store = Store::open(&database(home), Identity::default()).expect("a database");
    let id = store.all().expect("a list")[0].id;
    Library::open(&store, id).expect("an assessment")
}

fn responses(record: &Record) -> Vec<(String, String)> {
    let answers = record.events.iter().filter_map(|event| event.action.change());
    answers.filter_map(|it| Some((it.question.to_string(), it.new.value()?.to_string()))).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(question, value)| ((*question).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn an_assessment_is_begun_and_left_by_keys() {
    let home = home();
    let mut terminal = start(&home, &[]);
    terminal.shows("Welcome!").send(ENTER).shows("New assessment");
    terminal.send(ENTER).send(ENTER).send(ENTER).send(ENTER).shows("Type the enterprise’s name");
    terminal.send("Зарафшон Текстиль").send(ENTER).send(ENTER).send(ENTER).send(ENTER);
    terminal.shows("Зарафшон Текстиль ›").shows("Esc menu").send(CTRL_S).shows("there is nothing to save");
    terminal.send(CTRL_Q);
    assert_eq!(terminal.ends_cleanly().trim(), "");
    let mut again = start(&home, &[]);
    again.shows("Зарафшон Текстиль").send(CTRL_Q);
    again.ends_cleanly();
}

#[test]
fn answers_of_every_kind_are_kept_as_they_are_given() {
    let home = home();
    let mut terminal = sample(&home);
    terminal.send("Бухоро Нон").send(ENTER).shows("1.2 Date of foundation");
    terminal.send("2001-09-01").send(ENTER).shows("1.3 Number of employees");
    terminal.send("1 200").send(ENTER).shows("1.4 Country");
    terminal.send("1").send(ENTER).shows("1.5 Region").shows("Fergana");
    terminal.send(DOWN).send(DOWN).send(UP).send(ENTER).shows("1.6 Do you export?");
    terminal.send("2").send(ENTER).shows("2.1 How do you search").send("3").send(ENTER);
    terminal.shows("2.2 Whom do you work with?").send("1").send("3").send(ENTER).shows("2.3 Number of joint");
    // Ctrl and the key of Z on a Cyrillic layout, as terminals send it that tell letters from control codes.
    terminal.send("\u{1b}[1103;5u").shows("The last change was undone").shows("2.2 Whom do you work with?");
    terminal.send(CTRL_Q);
    terminal.ends_cleanly();
    let kept = responses(&record(home.path()));
    let region = kept.iter().find(|(question, _)| question == "F5").expect("a region").1.clone();
    let mut expected = pairs(&[("F1", "Бухоро Нон"), ("F2", "2001-09-01"), ("F3", "1200"), ("F4", "UZ")]);
    expected.push(("F5".to_owned(), region));
    expected.extend(pairs(&[("F8", "no"), ("INF1", "3"), ("INF2", "university"), ("INF2", "university supplier")]));
    expected.extend(pairs(&[("INF2", "university")]));
    assert_eq!(kept, expected);
}

#[test]
fn letters_of_cyrillic_layouts_are_commands_where_nothing_is_typed() {
    let home = home();
    let mut terminal = sample(&home);
    terminal.send(F2).shows("› Sections").send(ESC).hides("› Sections").shows("1.1 Name of the enterprise");
    terminal.send("т").shows("т").send(F2).shows("Sections");
    // The key of O, to the next open question.
    terminal.send("щ").shows("1.2 Date of foundation").send(CTRL_Q);
    terminal.ends_cleanly();
    assert_eq!(responses(&record(home.path())), pairs(&[("F1", "т")]));
}

#[test]
fn a_killed_interview_goes_on_where_it_was_with_what_was_typed() {
    let home = home();
    let mut terminal = sample(&home);
    terminal.send("Firm").send(ENTER).shows("1.2 Date").send("2001-09-01").send(ENTER).shows("1.3 Number");
    terminal.send("about forty");
    terminal.shows("about forty");
    let typed = Instant::now();
    let kept = eventually(PATIENCE, || record(home.path()).drafts.iter().any(|(_, text)| text == "about forty"));
    assert!(kept && typed.elapsed() <= Duration::from_millis(2_500), "{:?}", typed.elapsed());
    terminal.signal("KILL");
    assert!(!terminal.ends().0.success());
    let answers = responses(&record(home.path()));
    assert_eq!(answers, pairs(&[("F1", "Firm"), ("F2", "2001-09-01")]));
    let mut again = start(&home, &["open", &id(&home)]);
    again.shows("1.3 Number of employees").shows("about forty").send(PAGE_UP).shows("2001-09-01").send(CTRL_Q);
    again.ends_cleanly();
}

/// The end of the only assessment's id.
fn id(home: &TempDir) -> String {
    let id = record(home.path()).summary.id.to_string();
    id[id.len() - 6..].to_owned()
}

#[test]
fn windows_change_their_size_in_the_middle_of_an_answer() {
    let home = home();
    let mut terminal = sample(&home);
    terminal.send("Ташкент").shows("Ташкент");
    terminal.resize(130, 40).shows("Profile so far").shows("Ташкент").send(" Нон").shows("Ташкент Нон");
    terminal.resize(48, 12).shows("Window too small: 60×18 needed, 48×12 now. Everything is saved.");
    terminal.resize(60, 18).shows("Ташкент Нон").send(ENTER).shows("1.2 Date of foundation").send(CTRL_Q);
    terminal.ends_cleanly();
    assert_eq!(responses(&record(home.path())), pairs(&[("F1", "Ташкент Нон")]));
}

#[test]
fn a_paste_is_text_and_never_keys() {
    let home = home();
    let mut terminal = sample(&home);
    terminal.send("\u{1b}[200~Buxoro\r\nNon \u{11} MChJ\u{1b}[201~").shows("Buxoro Non").send(ENTER);
    terminal.shows("1.2 Date of foundation").send(CTRL_Q);
    terminal.ends_cleanly();
    let kept = responses(&record(home.path()));
    assert!(kept[0].1.starts_with("Buxoro") && kept[0].1.ends_with("MChJ"), "{kept:?}");
    assert!(!kept[0].1.chars().any(char::is_control), "{kept:?}");
}

#[test]
fn bytes_that_are_no_text_are_no_answer() {
    let home = home();
    let mut terminal = sample(&home);
    terminal.send_bytes(b"Buxoro \xff\xfe\xc3(\x80\xed\xa0\x80 Non").shows("Non").send("!").shows("Non!").send(ENTER);
    terminal.shows("1.2 Date of foundation").send(CTRL_Q);
    terminal.ends_cleanly();
    let kept = responses(&record(home.path()));
    assert!(kept[0].1.starts_with("Buxoro") && kept[0].1.ends_with("Non!"), "{kept:?}");
    assert!(!kept[0].1.chars().any(char::is_control), "{kept:?}");
}

#[test]
fn the_cursor_stands_where_text_goes_in_and_at_what_is_chosen() {
    let home = home();
    let mut terminal = sample(&home);
    terminal.send("Ташкент").shows("Ташкент");
    let (line, column) = terminal.cursor();
    assert_eq!(line.chars().take(column).collect::<String>(), "   ▸ Ташкент".to_owned());
    terminal.send(ENTER).shows("1.2 Date").send(TAB).shows("1.3 Number").send(TAB).shows("1.4 Country");
    terminal.send(DOWN).shows("▸");
    assert!(eventually(PATIENCE, || terminal.cursor().0.contains('▸')), "{:?}", terminal.cursor());
    terminal.send(CTRL_Q);
    terminal.ends_cleanly();
}

#[test]
fn the_mouse_is_left_to_the_terminal_and_frames_are_drawn_whole() {
    let home = home();
    let mut terminal = sample(&home);
    terminal.send("Typed").shows("Typed");
    let (before, written) = (terminal.output().len(), terminal.output());
    for mouse in ["\u{1b}[?1000h", "\u{1b}[?1002h", "\u{1b}[?1003h", "\u{1b}[?1006h"] {
        assert!(!written.contains(mouse), "{mouse:?}");
    }
    let (begun, ended) = (written.matches("\u{1b}[?2026h").count(), written.matches("\u{1b}[?2026l").count());
    assert!(begun > 0 && begun.abs_diff(ended) <= 1, "{begun} frames begun, {ended} ended");
    // A key costs a slow line a few bytes, not a screen.
    terminal.send("!").shows("Typed!");
    let cost = terminal.output().len() - before;
    assert!(cost < 400, "{cost} bytes for a letter");
    terminal.send(CTRL_Q);
    terminal.ends_cleanly();
}

#[test]
fn the_language_changes_in_place_and_is_remembered() {
    let home = home();
    let mut terminal = sample(&home);
    terminal.send("Firm").shows("Firm").send(F5).shows("Korxona nomi").shows("Firm").send(CTRL_Q);
    terminal.ends_cleanly();
    let mut again = start(&home, &[]);
    again.shows("Korxona").shows("OʻZ").send(CTRL_Q);
    again.ends_cleanly();
}

#[test]
fn signals_end_the_program_cleanly_and_keep_what_is_typed() {
    for signal in ["TERM", "HUP", "INT"] {
        let home = home();
        let mut terminal = sample(&home);
        terminal.send("Typed").shows("Typed").signal(signal);
        terminal.ends_cleanly();
        let record = record(home.path());
        assert!(responses(&record) == pairs(&[("F1", "Typed")]), "{signal}: {record:?}");
    }
}

#[test]
fn a_terminal_that_goes_away_ends_the_program() {
    let home = home();
    let mut terminal = sample(&home);
    terminal.send("Typed").shows("Typed");
    assert!(terminal.hang_up(Duration::from_secs(2)), "the program goes on without a terminal");
    assert_eq!(responses(&record(home.path())), pairs(&[("F1", "Typed")]));
}

#[test]
fn the_screen_is_drawn_anew_in_a_terminal_that_answers_no_questions() {
    let home = home();
    let mut terminal = sample(&home);
    terminal.send("Typed").shows("Typed");
    terminal.garble("garbled by another program").shows("garbled by another program").send(CTRL_L);
    terminal.hides("garbled").shows("1.1 Name of the enterprise").shows("Typed").shows("Esc menu").send(CTRL_Q);
    terminal.ends_cleanly();
}

#[test]
fn a_second_program_reads_only_and_says_so() {
    let home = home();
    let mut first = sample(&home);
    let mut second = start(&home, &[]);
    second.shows("The database is open in another window; here you can only read").shows("Buxoro Non");
    second.send("n").shows("The database is open for reading only").send(CTRL_Q);
    second.ends_cleanly();
    let mut third = start(&home, &["new", "--name", "Other"]);
    third.shows("here you can only read");
    assert_eq!(third.ends().0.exit_code(), 3);
    first.send("Goes on").send(ENTER).shows("1.2 Date of foundation").send(CTRL_Q);
    first.ends_cleanly();
}

#[test]
fn a_stick_that_is_pulled_out_costs_nothing_that_is_typed() {
    let home = home();
    let mut terminal = sample(&home);
    terminal.send("Firm").send(ENTER).shows("1.2 Date of foundation").send("2001-09-01").shows("2001-09-01");
    let (file, away) = (database(home.path()), home.path().join("away.db"));
    std::fs::rename(&file, &away).expect("a file that is there");
    terminal.send(ENTER).shows("is not there any more").shows("What you typed is not lost");
    // Another file in its place, as a cloud folder leaves it, is not written to.
    std::fs::copy(&away, &file).expect("a copy");
    terminal.send(ENTER).shows("Still not saved").shows("2001-09-01");
    std::fs::rename(&away, &file).expect("the file is put back");
    terminal.send(ENTER).shows("1.3 Number of employees").send(CTRL_Q);
    terminal.ends_cleanly();
    assert_eq!(responses(&record(home.path())), pairs(&[("F1", "Firm"), ("F2", "2001-09-01")]));
}

#[test]
fn a_copy_with_changes_of_its_own_is_said_on_the_screen_and_again_when_it_is_left() {
    let home = home();
    let mut terminal = sample(&home);
    terminal.send("Firm").send(ENTER).shows("1.2 Date of foundation").send(CTRL_Q);
    terminal.ends_cleanly();
    std::fs::rename(database(home.path()), home.path().join("data (conflicted copy).db")).expect("a file");
    let mut terminal = start(&home, &[]);
    terminal.shows("A copy beside the database has changes of its own: data (conflicted copy).db").send(CTRL_Q);
    let left = terminal.ends_cleanly();
    assert!(left.contains("that are newer there: 1"), "{left}");
}

#[test]
fn what_cannot_be_begun_is_said_before_the_screen_is_taken() {
    let home = home();
    std::fs::write(home.path().join("broken.toml"), "format = 1\n").expect("a file");
    let cases: [(&[&str], &str, u32); 6] = [
        (&["new", "-q", "broken.toml"], "hint: tashxis check broken.toml shows them", 1),
        (&["new", "-q", "nowhere.toml"], "nowhere.toml cannot be read", 2),
        (&["new", "-q", "innovation-ecosysten"], "hint: did you mean “innovation-ecosystem”?", 2),
        (&["new", "-q", "other"], "there are innovation-ecosystem", 2),
        (&["new", "--name", "  "], "Type the enterprise’s name", 2),
        (&["open", "zzzz"], "begins or ends with “zzzz”", 2),
    ];
    for (arguments, said, code) in cases {
        let mut terminal = start(&home, arguments);
        terminal.shows(said);
        assert_eq!(terminal.ends().0.exit_code(), code, "{arguments:?}");
    }
}

#[test]
fn a_broken_questionnaire_of_the_users_folder_stops_nothing() {
    let home = home();
    let folder = home.path().join("tashxis/questionnaires");
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("broken.toml"), "format = 1\n").expect("a file");
    std::fs::write(folder.join("own.toml"), SAMPLE).expect("a file");
    let mut terminal = start(&home, &["new", "-q", "sample", "--name", "Buxoro Non"]);
    terminal.shows("The interview takes 10 minutes.").send(CTRL_Q);
    let left = terminal.ends_cleanly();
    assert!(left.contains("broken.toml has errors and was left out."), "{left}");
}

#[test]
fn looks_follow_the_options_then_the_surroundings() {
    let home = home();
    let cases: [(&[&str], bool, bool); 5] = [
        (&[PROGRAM], true, true),
        (&["NO_COLOR=1", PROGRAM], false, true),
        (&["NO_COLOR=1", PROGRAM, "--theme", "dark"], true, true),
        (&[PROGRAM, "--theme", "mono", "--charset", "ascii"], false, false),
        (&["LC_ALL=C", PROGRAM], true, false),
    ];
    for (arguments, coloured, lines) in cases {
        let mut terminal = Terminal::start("/usr/bin/env", home.path(), arguments);
        terminal.shows("Welcome to tashxis");
        assert_eq!(terminal.is_coloured(), coloured, "{arguments:?}");
        assert_eq!(terminal.screen().contains('─'), lines, "{arguments:?}");
        terminal.send(CTRL_Q);
        terminal.ends_cleanly();
    }
}

#[test]
fn a_theme_file_is_worn_and_a_broken_one_is_named() {
    let home = home();
    let folder = home.path().join(".config/tashxis");
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("theme.toml");
    let mut terminal = start(&home, &["--theme", "own"]);
    terminal.shows("There is no theme file").shows("docs/themes.md");
    std::fs::write(&file, "text = { fg = \"bright-white\", bg = \"blue\" }\n").expect("a file");
    let mut terminal = start(&home, &["--theme", "own"]);
    terminal.shows("Welcome!");
    assert!(terminal.is_coloured());
    terminal.send(CTRL_Q);
    terminal.ends_cleanly();
    std::fs::write(&file, "key = { fg = \"bleu\" }\n").expect("a file");
    let mut terminal = start(&home, &["check", file.to_str().expect("a path")]);
    terminal.shows("is no colour").shows("theme.toml:1:14").shows("blue");
    let mut terminal = start(&home, &[]);
    terminal.shows("Welcome!").send(CTRL_Q);
    assert!(terminal.ends_cleanly().contains("has errors and was left out"));
}

#[test]
fn a_new_assessment_can_be_prepared_on_the_command_line() {
    let home = home();
    let mut terminal = start(&home, &["new", "-q", "sample.toml", "--quick", "--interviewer", "D. Karimova"]);
    terminal.shows("New assessment").shows("Sample questionnaire 1.2.0").shows("Quick: up to");
    terminal.send("Buxoro Non").send(ENTER).send(ENTER).send(ENTER).send(ENTER).shows("Buxoro Non › Enterprise");
    terminal.send(ENTER).shows("1.1 Name").send("Firm").send(ENTER).shows("1.3 Number of employees").send(CTRL_Q);
    terminal.shows("How did this visit end?").send("1");
    terminal.ends_cleanly();
    let record = record(home.path());
    assert_eq!(record.events[0].interviewer, "D. Karimova");
    let visit = record.summary.visit.as_ref().unwrap();
    assert_eq!((visit.ending.outcome, visit.interviewer.as_str()), (Outcome::Partly, "D. Karimova"));
    assert_eq!((record.summary.form, record.summary.questionnaire.as_str()), (Form::Quick, "sample"));
}

#[test]
fn a_dumb_terminal_is_served_line_by_line() {
    let home = home();
    let mut terminal = Terminal::start("/usr/bin/env", home.path(), &["TERM=dumb", PROGRAM]);
    terminal.shows("Plain mode").shows("TERM=dumb").shows("Press Enter to begin").send("q").send(ENTER);
    assert_eq!(terminal.ends().0.exit_code(), 0);
}

#[test]
fn a_whole_interview_ends_with_profile_advice_and_summary() {
    let home = home();
    let questionnaire = Arc::new(read(BUILTIN[0].text).expect("a good questionnaire").0);
    let mut terminal = start(&home, &["new", "--quick", "--name", "Buxoro Non MChJ"]);
    terminal.shows("Buxoro Non MChJ ›");
    let mut asked = 0;
    while let Some(question) = answer_next(&mut terminal, home.path(), &questionnaire) {
        asked += 1;
        assert!(asked <= questionnaire.questions.len(), "{question} is asked again");
    }
    assert!(asked > 15, "{asked} questions");
    terminal.shows("Review").send("c").shows("The assessment is finished").shows("Profile");
    terminal.send("t").shows("Score").send("r").shows("Recommendations").shows("First (0–3 months)");
    terminal.send(F9).shows("Profile").send(CTRL_Q);
    let left = terminal.ends_cleanly();
    assert!(left.contains("Buxoro Non MChJ · ") && left.contains("questions done"), "{left}");
    let record = record(home.path());
    assert!(record.summary.closed.is_some() && record.summary.progress.percent() == 100, "{:?}", record.summary);
    let store = Store::open(&database(home.path()), Identity::default()).expect("a database");
    assert!(store.export_all().expect("an export").contains("tashxis-profile/1"), "the result is not kept");
    assert_eq!(store.verify().expect("a check"), []);
}

/// Answers the question on screen, as the database knows it. None at the end.
fn answer_next(terminal: &mut Terminal, home: &Path, questionnaire: &Arc<Questionnaire>) -> Option<String> {
    let interview = interview(home, questionnaire);
    let Position::At(ix) = interview.position() else { return None };
    let question = &questionnaire.questions[ix];
    if let Some(number) = questionnaire.number(ix) {
        let label: String = question.label.get(Lang::En).split_whitespace().take(3).collect();
        terminal.shows(&format!("{number}{label}"));
    }
    let fits = |typed: &&str| match question.parse(typed) {
        Ok(Some(value)) => interview.propose(ix, Answer::from(value)).is_ok(),
        _ => false,
    };
    match &question.kind {
        Kind::Note => terminal.send(ENTER),
        Kind::SelectOne(_) | Kind::SelectMultiple(_) | Kind::Level { .. } => terminal.send("1").send(ENTER),
        kind => match ["Answer", "10", "100", "2015-03-01"].into_iter().find(fits) {
            Some(typed) if matches!(kind, Kind::Text { lines: Lines::Many }) => terminal.send(typed).send(TAB),
            Some(typed) => terminal.send(typed).send(ENTER),
            None => terminal.send(F6).shows("Why is there no answer?").send("1").send(ENTER),
        },
    };
    let moved = eventually(PATIENCE, || self::interview(home, questionnaire).position() != Position::At(ix));
    assert!(moved, "{} stays:\n{}", question.id, terminal.screen());
    Some(question.id.to_string())
}

fn interview(home: &Path, questionnaire: &Arc<Questionnaire>) -> Interview {
    let record = record(home);
    let questionnaire = Arc::clone(questionnaire);
    let mut interview =
        Interview::replay(questionnaire, Form::Quick, Zoned::now(), &record.events).expect("a sound history");
    match record.position.as_ref().and_then(|id| interview.questionnaire().find(id.as_str())) {
        Some(ix) => assert!(interview.go_to(ix)),
        None if record.events.is_empty() => {}
        None => interview.go_to_end(),
    }
    interview
}
