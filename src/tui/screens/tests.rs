//! Every screen in every language and in small, usual and large windows: no word is cut without a mark.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

mod anywhere;
mod archive;
mod roles;
mod tour;
mod visits;

use super::profile::tests::reference;
use crate::engine::questionnaire::Questionnaire;
use crate::engine::questionnaire::builtin::BUILTIN;
use crate::engine::questionnaire::read::read;
use crate::engine::text::Lang;
use crate::tui::app::harness::{Harness, MemoryLibrary};

const FIRM: &str = "Zarafshon Tekstil MChJ";
/// More questions than an empty assessment asks.
const WALKED: usize = 100;

/// Names of keys and languages, which no catalogue has.
const KEYS: &str = "PgUp PgDn Home End Enter Esc Tab Ctrl Shift Del Space F1 F2 F3 F4 F5 F6 F7 F8 F9 OʻZ ЎЗ ÖZ RU EN";

/// The words of a text in small letters. Hyphens and apostrophes of any shape divide nothing here
/// that they would not divide on the screen.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// Every word that a screen may show in a language.
fn vocabulary(lang: Lang) -> BTreeSet<String> {
    let folder = |tag: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join("src/i18n").join(tag);
    let catalogues =
        [lang.written().tag(), lang.tag()].into_iter().filter_map(|tag| std::fs::read_dir(folder(tag)).ok());
    let catalogues = catalogues.flatten().map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap());
    let mut known: BTreeSet<String> = words(FIRM).chain(words(KEYS)).collect();
    for source in catalogues.chain([BUILTIN[0].text.to_owned()]) {
        // Whole files are spelt anew, so nothing in them may look like a placeholder.
        let source = source.replace("\\u00A0", " ").replace(['{', '}', '[', ']'], " ");
        known.extend(words(&source).chain(words(&lang.derived(&source))));
    }
    known
}

/// Keys that lead through the screens around an assessment, each shown.
const ROUND: [&str; 30] = [
    "enter", "f1", "esc", "f2", "down", "esc", "f3", "esc", "f4", "esc", "f6", "esc", "esc", "esc", "f8", "down",
    "esc", "f9", "enter", "esc", "t", "t", "esc", "f9", "r", "enter", "pgdn", "pgdn", "down", "end",
];

/// The screens of one language in one window, with the keys that led there.
fn tour(questionnaire: &Arc<Questionnaire>, lang: Lang, width: u16, height: u16) -> Vec<(String, String)> {
    let mut seen = Vec::new();
    let fresh = || Harness::on(MemoryLibrary::default(), Arc::clone(questionnaire), lang, width, height);
    let mut app = fresh();
    for keys in ["esc", "down", "esc", "n"] {
        seen.push((format!("start, {keys}"), app.keys(keys).screen()));
    }
    let mut app = fresh();
    app.begin(FIRM);
    for question in 0..WALKED {
        seen.push((format!("question {question}"), app.screen()));
        app.keys("pgdn");
    }
    for keys in ["f8", "c", "esc", "f9", "t", "t"] {
        seen.push((format!("begun, {keys}"), app.keys(keys).screen()));
    }
    for name in ["exporting-member", "isolated-micro"] {
        let mut app = reference(name, lang, width, height);
        for keys in ROUND {
            seen.push((format!("{name}, … {keys}"), app.keys(keys).screen()));
        }
    }
    seen
}

/// The words of a screen that are not known and not marked as cut.
fn cut_words(screen: &str, known: &BTreeSet<String>) -> Vec<String> {
    let mut cut = Vec::new();
    for line in screen.lines() {
        let marked = line.split('…').count() - 1;
        let before_marks: Vec<String> = line.split('…').take(marked).filter_map(|part| words(part).last()).collect();
        cut.extend(words(line).filter(|word| {
            let is_number = word.chars().all(|c| c.is_ascii_digit());
            !is_number && word.chars().count() > 1 && !known.contains(word) && !before_marks.contains(word)
        }));
    }
    cut
}

#[track_caller]
fn no_word_is_cut(width: u16, height: u16) {
    let questionnaire = Arc::new(read(BUILTIN[0].text).unwrap().0);
    let mut problems = Vec::new();
    for lang in Lang::ALL {
        let known = vocabulary(lang);
        for (keys, screen) in tour(&questionnaire, lang, width, height) {
            let cut = cut_words(&screen, &known);
            if !cut.is_empty() {
                problems.push(format!("{lang} {keys}: {cut:?}\n{screen}\n"));
            }
        }
    }
    assert!(problems.is_empty(), "{} screens cut words:\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn no_word_is_cut_in_the_smallest_window() {
    no_word_is_cut(60, 18);
}

#[test]
fn no_word_is_cut_in_the_usual_window() {
    no_word_is_cut(80, 24);
}

#[test]
fn no_word_is_cut_in_a_large_window() {
    no_word_is_cut(120, 40);
}
