//! The tutorial, followed word for word: every step is accepted, every mistake gives the message shown.
//!
//! `UPDATE_EXPECT=1 cargo test --test tutorial` writes the messages anew; read them by eye before keeping
//! them.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at what it cannot do")]

use std::path::PathBuf;
use std::sync::Arc;

use jiff::tz::TimeZone;
use tashxis::engine::questionnaire::Questionnaire;
use tashxis::engine::questionnaire::inventory::inventory;
use tashxis::engine::questionnaire::problem::Problem;
use tashxis::engine::questionnaire::read::read;
use tashxis::engine::reference::differences;
use tashxis::engine::text::Lang;
use tashxis::i18n::Texts;
use tashxis::report;
use tashxis::report::diagnostics::{Look, render};

/// The file that the tutorial builds.
const FILE: &str = "workshop.toml";

fn page() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/writing-a-questionnaire.md"))
}

/// What stands for a heading: the step before it ends.
const STEP: &str = "step";

/// A block of code of the page.
#[derive(Debug)]
struct Block {
    /// What stands behind the opening fence.
    info: String,
    code: String,
}

/// The page as it is, and its blocks.
fn blocks(page: &str) -> Vec<Block> {
    let mut found = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if line.starts_with("## ") {
            found.push(Block { info: STEP.to_owned(), code: String::new() });
        } else if let Some(info) = line.strip_prefix("```") {
            let code: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            let code = code.iter().map(|line| format!("{line}\n")).collect();
            found.push(Block { info: info.to_owned(), code });
        }
    }
    found
}

fn english() -> Texts {
    Texts::new(Lang::En, TimeZone::UTC)
}

fn shown(text: &str, problems: &[Problem]) -> String {
    let texts = english();
    render(problems, FILE, text, &|message| texts.say(message), Look::Plain)
}

/// Reads a file that has no problem at all.
fn good(text: &str) -> Arc<Questionnaire> {
    match read(text) {
        Ok((questionnaire, warnings)) if warnings.is_empty() => Arc::new(questionnaire),
        Ok((_, problems)) | Err(problems) => panic!("{}", shown(text, &problems)),
    }
}

fn mistake(text: &str) -> String {
    let problems = read(text).expect_err("the page calls it wrong");
    shown(text, &problems)
}

/// What the page must show: each block of code, and for a `text` block what is printed at that point.
struct Followed {
    /// The file as it stands at the end.
    file: String,
    /// The printed texts, in the order of their blocks.
    printed: Vec<String>,
}

fn follow(blocks: &[Block]) -> Followed {
    let mut file = String::new();
    let mut printed = Vec::new();
    for block in blocks {
        match block.info.as_str() {
            "toml" => {
                file += &block.code;
                file.push('\n');
            }
            STEP if !file.is_empty() => drop(good(&file)),
            "toml wrong" => printed.push(mistake(&format!("{file}{}", block.code))),
            "toml wrong file" => printed.push(mistake(&block.code)),
            "text inventory" => {
                let questionnaire = good(&file);
                let now = "2026-11-23[UTC]".parse().expect("a moment");
                printed.push(report::inventory(&questionnaire, &inventory(&questionnaire, &now), &english(), 80));
            }
            STEP | "text" | "sh" => {}
            other => panic!("a block of an unknown sort: {other}"),
        }
    }
    Followed { file, printed }
}

#[test]
fn every_step_is_accepted_and_every_mistake_gives_the_message_shown() {
    let text = std::fs::read_to_string(page()).expect("the page");
    let blocks = blocks(&text);
    let followed = follow(&blocks);
    let kept: Vec<&Block> = blocks.iter().filter(|block| block.info.starts_with("text")).collect();
    assert_eq!(kept.len(), followed.printed.len(), "every mistake is followed by its message");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(page(), updated(&text, &followed.printed)).expect("the page is written");
        return;
    }
    for (block, printed) in kept.iter().zip(&followed.printed) {
        assert_eq!(block.code.trim_end(), printed.trim_end(), "{}", block.info);
    }
}

/// The page with what is printed in place of what it shows.
fn updated(text: &str, printed: &[String]) -> String {
    let mut out = String::new();
    let (mut printed, mut lines) = (printed.iter(), text.lines());
    while let Some(line) = lines.next() {
        out += &format!("{line}\n");
        if line.starts_with("```text") {
            let now = printed.next().map(|text| text.trim_end()).unwrap_or_default();
            out += &format!("{now}\n```\n");
            lines.by_ref().find(|line| *line == "```");
        } else if line.starts_with("```") {
            let code: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            out += &format!("{}\n```\n", code.join("\n"));
        }
    }
    out
}

#[test]
fn the_instrument_has_ten_questions_in_eight_steps() {
    let text = std::fs::read_to_string(page()).expect("the page");
    let steps = text.lines().filter(|line| line.starts_with("## ") && line.contains(". ")).count();
    assert_eq!(steps, 8);
    let questionnaire = good(&follow(&blocks(&text)).file);
    let answered = questionnaire.questions.iter().filter(|question| question.kind.is_answerable()).count();
    assert_eq!(answered, 10);
}

#[test]
fn its_reference_answers_give_what_the_page_expects() {
    let text = std::fs::read_to_string(page()).expect("the page");
    let questionnaire = good(&follow(&blocks(&text)).file);
    assert!(questionnaire.references.len() >= 2);
    for reference in &questionnaire.references {
        let found = differences(&questionnaire, reference, "2026-11-23[UTC]".parse().expect("a moment"));
        assert_eq!(found, [], "{}", reference.id);
    }
}
