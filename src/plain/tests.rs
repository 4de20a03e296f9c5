//! Line by line against the interface by keys, and against a disk that refuses.

use std::sync::Arc;

use super::{First, Leave, Line, Lines, run};
use crate::engine::interview::Form;
use crate::engine::interview::memory::MemoryJournal;
use crate::engine::library::Library;
use crate::engine::questionnaire::read::read;
use crate::engine::questionnaire::sample::SAMPLE;
use crate::engine::text::{Lang, Message};
use crate::engine::visit::Outcome;
use crate::tui::app::harness::{Harness, MemoryLibrary, desk};

/// What is typed; `disk full` and `disk free` happen to the disk before the line behind them.
struct Script<'a> {
    lines: std::slice::Iter<'a, &'a str>,
    library: MemoryLibrary,
}

impl Lines for Script<'_> {
    fn next(&mut self) -> Line {
        loop {
            match self.lines.next().copied() {
                Some("disk full") => self.library.fail(true),
                Some("disk free") => self.library.fail(false),
                Some(line) => return Line::Typed(line.to_owned()),
                None => return Line::End,
            }
        }
    }
}

struct Held {
    printed: String,
    leave: Leave,
    library: MemoryLibrary,
}

fn hold(lines: &[&str]) -> Held {
    hold_on(MemoryLibrary::default(), lines)
}

fn hold_on(library: MemoryLibrary, lines: &[&str]) -> Held {
    let questionnaire = Arc::new(read(SAMPLE).expect("a good questionnaire").0);
    let mut input = Script { lines: lines.iter(), library: library.clone() };
    let mut printed = Vec::new();
    let deliver = Box::new(|_: &std::path::Path, _: &str| Err(Message::new("plain-unchanged")));
    let desk = desk(library.clone(), questionnaire, Lang::En);
    let leave = run(desk, &First::New(0, Form::Full), &mut input, &mut printed, true, deliver);
    Held { printed: String::from_utf8(printed).expect("UTF-8"), leave, library }
}

fn journal(held: &Held) -> MemoryJournal {
    held.library.only_journal()
}

#[test]
fn an_interview_keeps_the_same_events_as_by_keys() {
    let held = hold(&[
        "Buxoro Non",
        "",
        "",
        "",
        "Buxoro Non",
        "23.11.2001",
        "40",
        "1",
        "2",
        "1",
        "f",
        "3",
        "1",
        "5",
        "12,5",
        "x",
        "1",
        "3",
        "1",
        "35",
        "2",
        "one",
        "two",
        ".",
        "c",
    ]);
    let mut app = Harness::new(Lang::En, 80, 24);
    app.begin("Buxoro Non").keys("enter").paste("Buxoro Non").keys("enter");
    app.paste("23.11.2001").keys("enter").paste("40").keys("enter 1 enter 2 enter 1 enter f7 3 enter 1 enter");
    app.paste("5").keys("enter").paste("12,5").keys("enter f6 1 3 enter 1 enter").paste("35").keys("enter 2 enter");
    app.paste("one\ntwo").keys("tab c").shows("The assessment is finished");
    assert_eq!(journal(&held).events, app.library.only_journal().events, "{}", held.printed);
    assert!(journal(&held).drafts.is_empty());
}

#[test]
fn what_the_disk_refuses_is_not_called_saved_and_can_be_tried_again() {
    let held = hold(&["Firm", "", "", "", "disk full", "Firm", "disk free", "1", "/q"]);
    let (before, after) = held.printed.split_once("Try again").expect("the ways out");
    assert!(!before.contains("Saved"), "{before}");
    assert!(before.contains("Nothing was changed, and nothing is lost"), "{before}");
    assert!(after.contains("Saved."), "{after}");
    assert_eq!(journal(&held).events.len(), 1);
    assert!(matches!(held.leave, Leave::Asked));
}

#[test]
fn leaving_while_something_is_not_saved_is_a_failure() {
    for last in [&["4"][..], &[]] {
        let lines = ["Firm", "", "", "", "disk full", "Firm"];
        let held = hold(&[&lines[..], last].concat());
        assert!(matches!(held.leave, Leave::Unsaved(_)), "{:?}", held.leave);
        assert!(!held.printed.contains("Everything is saved"), "{}", held.printed);
        assert!(journal(&held).events.is_empty());
    }
}

#[test]
fn a_copy_is_saved_elsewhere_and_the_ways_out_stay() {
    let held = hold(&["Firm", "", "", "", "disk full", "Firm", "3", "copy.db", "2", "/q"]);
    assert!(held.printed.contains("The copy is saved: copy.db"), "{}", held.printed);
    assert!(matches!(held.leave, Leave::Asked));
}

#[test]
fn an_interviewer_says_how_the_visit_ended_and_can_leave_without() {
    for (lines, kept) in [
        (&["/m", "2", "1.1.2020", "3.12.2026", "", "direktor safarda", "q"][..], Some(Outcome::Postponed)),
        (&["/q", "4"][..], Some(Outcome::NotFound)),
        (&["/m", "", "q"][..], None),
        (&["/q"][..], None),
    ] {
        let mut library = MemoryLibrary::default();
        library.keep_setting("role", "interview").unwrap();
        let held = hold_on(library, &[&["Firm", "", "", ""][..], lines].concat());
        assert!(held.printed.contains("How did this visit end?"), "{}", held.printed);
        let visit = held.library.summaries().unwrap()[0].visit.clone();
        assert_eq!(visit.map(|visit| visit.ending.outcome), kept, "{}", held.printed);
    }
}

#[test]
fn text_that_was_stored_cannot_steer_a_terminal() {
    let held = hold(&["A\u{1b}[2J\u{7}B", "", "", "", "m"]);
    assert!(!held.printed.chars().any(|c| c.is_control() && c != '\n'), "{:?}", held.printed);
}
