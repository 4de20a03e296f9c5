//! Every Uzbek text that is shipped, in the alphabets derived from the one it is written in: built-in
//! questionnaires and the texts of the interface.
#![allow(clippy::unwrap_used, clippy::string_slice, reason = "a test stops at what it cannot read")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use regex::Regex;
use tashxis::engine::text::{cyrillic, reformed};

/// Words that look as if Cyrillic had ц, ь or ъ in them, read by eye: their derived spelling is right.
/// A word that a text newly brings in goes here, or with its spelling among the exceptions.
const REVIEWED: &[&str] = &[
    "aytsin",
    "butstrep",
    "byudjet",
    "dispersiya",
    "dispersiyaning",
    "juftsiz",
    "menyu",
    "muddatsiz",
    "ruxsatsiz",
    "versiya",
    "xarajatsiz",
];

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn files(folder: &str, ending: &str) -> Vec<String> {
    let entries = std::fs::read_dir(root(folder)).unwrap().map(|entry| entry.unwrap().path());
    let fitting = entries.filter(|path| path.extension().is_some_and(|found| found == ending));
    fitting.map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

fn of_questionnaires(value: &toml::Value, found: &mut Vec<String>) {
    match value {
        toml::Value::Table(table) => {
            found.extend(table.get("uz").and_then(|text| text.as_str()).map(str::to_owned));
            table.values().for_each(|value| of_questionnaires(value, found));
        }
        toml::Value::Array(list) => list.iter().for_each(|value| of_questionnaires(value, found)),
        _ => {}
    }
}

fn of_pattern(pattern: &fluent_syntax::ast::Pattern<String>, found: &mut Vec<String>) {
    use fluent_syntax::ast::{Expression, PatternElement};
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => found.push(value.clone()),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                for variant in variants {
                    of_pattern(&variant.value, found);
                }
            }
            PatternElement::Placeable { .. } => {}
        }
    }
}

/// Every Uzbek text that is shipped.
fn shipped() -> Vec<String> {
    let mut found = Vec::new();
    for text in files("questionnaires", "toml") {
        of_questionnaires(&text.parse::<toml::Table>().map(toml::Value::Table).unwrap(), &mut found);
    }
    for text in files("src/i18n/uz", "ftl") {
        for entry in fluent_syntax::parser::parse(text).unwrap().body {
            if let fluent_syntax::ast::Entry::Message(message) = entry {
                of_pattern(&message.value.unwrap(), &mut found);
            }
        }
    }
    assert!(found.len() > 1000, "only {} texts were found", found.len());
    found
}

/// Words of letters, with the marks of oʻ and gʻ and ʼ.
fn words(text: &str) -> BTreeSet<String> {
    static WORD: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"[\p{Alphabetic}_0-9]+").unwrap());
    WORD.find_iter(text).map(|word| word.as_str().to_owned()).collect()
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic()
}

fn is_cyrillic(c: char) -> bool {
    ('\u{400}'..'\u{530}').contains(&c)
}

#[test]
fn no_word_is_half_in_one_alphabet() {
    // Uzbek endings of names that stay in Latin letters.
    let with_ending = Regex::new(r"^[A-Z][A-Za-z]*[A-Z][a-z]*[а-яўқғҳ]+$").unwrap();
    for text in shipped() {
        for word in words(&cyrillic(&text)) {
            let is_mixed = word.contains(is_latin) && word.contains(is_cyrillic);
            assert!(!is_mixed || with_ending.is_match(&word), "{word}: {text}");
            assert!(!word.contains(['ʻ', 'ʼ']) || !word.contains(is_cyrillic), "{word}: {text}");
        }
    }
}

#[test]
fn words_left_in_latin_are_not_uzbek() {
    // An Uzbek word would have one of these; no word of code or acronym that is shipped does.
    let uzbek = Regex::new(r"[ʻʼ]|lar$|ning$|lik$|gan$|lash$|moq$").unwrap();
    for text in shipped() {
        for word in words(&cyrillic(&text)).into_iter().filter(|word| word.contains(is_latin)) {
            assert!(!uzbek.is_match(&word), "{word}: {text}");
        }
    }
}

#[test]
fn the_reformed_alphabet_leaves_no_letter_of_the_old_one() {
    for text in shipped() {
        let kept: BTreeSet<String> =
            words(&cyrillic(&text)).into_iter().filter(|word| word.contains(is_latin)).collect();
        for word in words(&reformed(&text)) {
            let lower = word.to_lowercase();
            let old = lower.contains("oʻ") || lower.contains("gʻ") || lower.contains("sh") || lower.contains("ch");
            assert!(!old || kept.contains(&word) || lower.contains("sʼh"), "{word}: {text}");
        }
    }
}

#[test]
fn placeholders_stay_as_they_are() {
    let placeholder = Regex::new(r"\{[^{}]*\}").unwrap();
    for text in shipped() {
        let in_text =
            |text: &str| placeholder.find_iter(text).map(|found| found.as_str().to_owned()).collect::<Vec<_>>();
        assert_eq!(in_text(&cyrillic(&text)), in_text(&text));
        assert_eq!(in_text(&reformed(&text)), in_text(&text));
    }
}

#[test]
fn doubtful_loanwords_have_been_read_by_eye() {
    let doubtful = Regex::new("ts|[bklnpr]si(ya|on)|[bdfgklmnprstvz]y[eu]|^sent|^sik").unwrap();
    let condition = Regex::new("tsa(m|k|lar|ng|ngiz)?$").unwrap();
    let spelt_by_exception = |word: &str| cyrillic(word).contains(['ц', 'ь', 'ъ']);
    let mut unread = BTreeSet::new();
    let placeholder = Regex::new(r"\{[^{}]*\}").unwrap();
    let texts: Vec<String> = shipped().iter().map(|text| placeholder.replace_all(text, " ").into_owned()).collect();
    for word in texts.iter().flat_map(|text| words(text)).map(|word| word.to_lowercase()) {
        // These have a rule of their own, or are the native ending of a condition; and ʼ is written as ъ.
        let rest = condition.replace(&word, "").replace("tsiya", "").replace("tsion", "").replace('ʼ', "");
        let is_read = REVIEWED.iter().any(|read| word.starts_with(read));
        let is_kept = cyrillic(&word) == word;
        if doubtful.is_match(&rest) && !is_read && !is_kept && !spelt_by_exception(&rest) {
            unread.insert(format!("{word} → {}", cyrillic(&word)));
        }
    }
    assert_eq!(unread, BTreeSet::new());
}

/// The dictionary of Debian's package `hunspell-uz`, a plain list of Cyrillic forms; none where it is not installed.
fn dictionary() -> Option<BTreeSet<String>> {
    let text = std::fs::read_to_string("/usr/share/hunspell/uz_UZ.dic").ok()?;
    let forms = text.lines().skip(1).filter_map(|line| line.split('/').next());
    Some(forms.map(|form| form.trim().to_lowercase()).collect())
}

/// Whether a form is listed, or grows from one that is: Uzbek puts its endings behind the stem, and no list has them
/// all. The stem is at least four letters and two fifths of the word.
fn grows_from(word: &str, dictionary: &BTreeSet<String>) -> bool {
    let letters = word.chars().count();
    let ends = word.char_indices().map(|(at, letter)| at + letter.len_utf8());
    let stems = (1..=letters).zip(ends).filter(|(length, _)| *length >= 4 && length * 5 >= letters * 2);
    dictionary.contains(word) || stems.into_iter().any(|(_, end)| dictionary.contains(&word[..end]))
}

#[test]
fn every_cyrillic_word_is_in_the_dictionary_or_has_been_read_by_eye() {
    let Some(dictionary) = dictionary() else {
        println!("left out: the dictionary of hunspell-uz is not installed");
        return;
    };
    assert!(dictionary.len() > 50_000 && dictionary.contains("тадбиркор"), "{} forms", dictionary.len());
    let placeholder = Regex::new(r"\{[^{}]*\}").unwrap();
    let read: BTreeSet<&str> =
        include_str!("data/uz-cyrl-read.txt").lines().filter(|it| !it.starts_with('#')).collect();
    let mut unread = BTreeSet::new();
    for text in shipped() {
        for word in words(&placeholder.replace_all(&cyrillic(&text), " ")) {
            let lower = word.to_lowercase();
            if word.chars().all(is_cyrillic) && !grows_from(&lower, &dictionary) && !read.contains(lower.as_str()) {
                unread.insert(lower);
            }
        }
    }
    assert_eq!(unread, BTreeSet::new());
}
