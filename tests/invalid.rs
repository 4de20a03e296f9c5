//! Deliberately broken questionnaires and a broken catalogue, each with the exact text that is shown for it.
//!
//! `UPDATE_EXPECT=1 cargo test --test invalid` writes the texts anew; read them by eye before keeping them.
#![allow(clippy::unwrap_used, reason = "a test stops at what it cannot read")]

use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;
use tashxis::engine::catalogue;
use tashxis::engine::questionnaire::problem::{Problem, Severity};
use tashxis::engine::questionnaire::read::read;
use tashxis::engine::text::Lang;
use tashxis::i18n::Texts;
use tashxis::report::diagnostics::{Look, diagnostics, render};

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/invalid");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort();
    files
}

/// The problems of a file, and whether it can be used in spite of them. A file that is named after the
/// catalogue is one.
fn read_file(path: &Path, text: &str) -> (bool, Vec<Problem>) {
    let is_catalogue = path.file_stem().is_some_and(|name| name == "catalogue");
    let read = if is_catalogue {
        catalogue::read(text).map(|(_, warnings)| warnings)
    } else {
        read(text).map(|(_, warnings)| warnings)
    };
    match read {
        Ok(warnings) => (true, warnings),
        Err(problems) => (false, problems),
    }
}

fn problems(path: &Path, text: &str) -> Vec<Problem> {
    read_file(path, text).1
}

fn shown(path: &Path, lang: Lang) -> String {
    let text = std::fs::read_to_string(path).unwrap();
    let texts = Texts::new(lang, TimeZone::UTC);
    let name = path.file_name().unwrap().to_str().unwrap();
    render(&problems(path, &text), name, &text, &|message| texts.say(message), Look::Plain)
}

#[test]
fn every_broken_file_is_answered_with_exactly_this() {
    let mut differing = Vec::new();
    for path in files() {
        for lang in Lang::ALL {
            // Every file has its English answer; some have the others as well.
            let kept = match lang {
                Lang::En => path.with_extension("txt"),
                _ => path.with_extension(format!("{lang}.txt")),
            };
            if lang != Lang::En && !kept.exists() {
                continue;
            }
            let shown = shown(&path, lang);
            if std::env::var_os("UPDATE_EXPECT").is_some() {
                std::fs::write(&kept, &shown).unwrap();
            }
            let expected = std::fs::read_to_string(&kept).unwrap_or_default();
            if expected != shown {
                differing.push(format!("{}\n--- expected\n{expected}\n--- shown\n{shown}", kept.display()));
            }
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn every_broken_file_has_an_error_and_a_file_of_warnings_has_none() {
    let files = files();
    assert!(files.len() >= 16, "{} files", files.len());
    for path in files {
        let text = std::fs::read_to_string(&path).unwrap();
        let (is_good, found) = read_file(&path, &text);
        assert!(!found.is_empty(), "{}", path.display());
        let only_warnings = path.file_stem().is_some_and(|name| name == "warnings");
        let errors = found.iter().filter(|problem| problem.severity == Severity::Error).count();
        assert_eq!(errors == 0, only_warnings, "{}", path.display());
        assert_eq!(is_good, only_warnings, "{}", path.display());
        assert!(found.is_sorted_by_key(|problem| problem.span.start), "{}", path.display());
    }
}

#[test]
fn every_problem_is_said_in_every_language_without_a_gap() {
    let gap = regex::Regex::new(r"\{ ?\$|\b(check|expr|input)-[a-z]+-[a-z]+").unwrap();
    for path in files() {
        for lang in Lang::ALL {
            let shown = shown(&path, lang);
            assert!(!gap.is_match(&shown), "{} {lang}: {shown}", path.display());
        }
    }
}

#[test]
fn programs_read_the_same_problems_as_people() {
    for path in files() {
        let text = std::fs::read_to_string(&path).unwrap();
        let problems = problems(&path, &text);
        let english = Texts::new(Lang::En, TimeZone::UTC);
        let for_programs = diagnostics(&problems, "f.toml", &text, &|message| english.say(message));
        let for_people = shown(&path, Lang::En);
        for one in &for_programs {
            assert!(for_people.contains(&format!(":{}:{}\n", one.place.line, one.place.column)), "{one:?}");
        }
        let json = serde_json::to_value(&for_programs).unwrap();
        assert_eq!(json[0]["code"], for_programs[0].code);
        assert_eq!(json[0]["line"], for_programs[0].place.line);
    }
}
