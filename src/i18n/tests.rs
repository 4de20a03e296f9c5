//! The catalogues against each other and against the keys that the code names.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast;
use fluent_syntax::parser;

use super::*;

fn texts(lang: Lang) -> Texts {
    Texts::new(lang, TimeZone::UTC)
}

/// Every message of a catalogue file with the variables it uses.
fn messages(lang: Lang, area: &str) -> BTreeMap<String, BTreeSet<String>> {
    let path = format!("{}/src/i18n/{}/{area}.ftl", env!("CARGO_MANIFEST_DIR"), lang.tag());
    messages_of(lang, area, &std::fs::read_to_string(path).unwrap())
}

fn messages_of(lang: Lang, area: &str, source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource = parser::parse(source).unwrap_or_else(|(_, errors)| panic!("{lang} {area}: {errors:?}"));
    let mut found = BTreeMap::new();
    for entry in resource.body {
        if let ast::Entry::Message(message) = entry {
            let mut variables = BTreeSet::new();
            pattern_variables(message.value.as_ref().unwrap(), &mut variables);
            let twice = found.insert(message.id.name.to_owned(), variables);
            assert!(twice.is_none(), "{lang} {area}: {} stands twice", message.id.name);
        }
    }
    found
}

fn pattern_variables(pattern: &ast::Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            match expression {
                ast::Expression::Inline(inline) => inline_variables(inline, found),
                ast::Expression::Select { selector, variants } => {
                    inline_variables(selector, found);
                    for variant in variants {
                        pattern_variables(&variant.value, found);
                    }
                }
            }
        }
    }
}

fn inline_variables(inline: &ast::InlineExpression<&str>, found: &mut BTreeSet<String>) {
    if let ast::InlineExpression::VariableReference { id } = inline {
        found.insert(id.name.to_owned());
    }
}

#[test]
fn every_language_has_the_same_messages_with_the_same_variables() {
    for area in catalogue::AREAS {
        let english = messages(Lang::En, area);
        for lang in [Lang::Uz, Lang::Ru] {
            assert_eq!(messages(lang, area), english, "{lang} {area}");
        }
    }
}

#[test]
fn derived_catalogues_have_the_messages_of_those_they_are_derived_from() {
    for lang in [Lang::UzCyrl, Lang::UzLatn2026] {
        let mut written = BTreeMap::new();
        for (area, source) in catalogue::AREAS.iter().zip(catalogue::sources(lang)) {
            let expected = messages(Lang::Uz, area);
            assert_eq!(messages_of(lang, area, &derive::catalogue(lang, source)), expected, "{lang} {area}");
            written.extend(expected);
        }
        for source in catalogue::overrides(lang) {
            for (key, variables) in messages_of(lang, "overrides", source) {
                assert_eq!(written.get(&key), Some(&variables), "{lang} {key}");
            }
        }
    }
}

#[test]
fn derived_texts_leave_their_arguments_as_they_are() {
    let said = |lang: Lang, key: &str, args: &[(&'static str, Arg)]| texts(lang).with(key, args);
    let firm = [("firm", "Choyxona MChJ".into())];
    assert_eq!(said(Lang::UzCyrl, "tui-archived", &firm), "“Choyxona MChJ” архивга олинди");
    assert_eq!(said(Lang::UzLatn2026, "tui-archived", &firm), "“Choyxona MChJ” arxivga olindi");
    let name = [("what", "question".into()), ("name", "shahar".into())];
    assert_eq!(said(Lang::UzCyrl, "check-unknown", &name), "бундай савол йўқ: “shahar”");
    assert_eq!(said(Lang::UzCyrl, "tui-more", &[("mark", "↓".into()), ("count", 12345.0.into())]), "↓ яна 12\u{a0}345");
    assert_eq!(texts(Lang::UzCyrl).get("no-such-key"), "no-such-key");
}

#[test]
fn every_key_named_in_the_code_has_a_text() {
    let known: BTreeSet<String> =
        catalogue::AREAS.iter().flat_map(|area| messages(Lang::En, area).into_keys()).collect();
    let named = keys_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let missing: Vec<_> = named.iter().filter(|(key, _)| !known.contains(*key)).collect();
    assert!(missing.is_empty(), "no text for {missing:?}");
}

/// Keys in `Message::new("…")`, `.get("…")` and `.with("…")` of the sources, with their file.
fn keys_in(folder: &Path) -> BTreeMap<String, String> {
    let pattern =
        regex::Regex::new(r#"(?:Message::new|[tT]exts?(?:\(\))?\s*\.(?:get|with))\(\s*"([a-z][a-z0-9-]*)""#).unwrap();
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(keys_in(&path));
        } else if path.extension().is_some_and(|ext| ext == "rs") && !path.ends_with("tests.rs") {
            let source = std::fs::read_to_string(&path).unwrap();
            for key in pattern.captures_iter(&source) {
                found.insert(key[1].to_owned(), path.display().to_string());
            }
        }
    }
    found
}

#[test]
fn uzbek_texts_use_the_right_apostrophes() {
    // What stands between a pair of backticks is code.
    let code = regex::Regex::new("`[^`]*`").unwrap();
    for area in catalogue::AREAS {
        let path = format!("{}/src/i18n/uz/{area}.ftl", env!("CARGO_MANIFEST_DIR"));
        let source = std::fs::read_to_string(path).unwrap();
        for (number, line) in source.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            let line = code.replace_all(line, "");
            assert!(!line.contains(['\'', '‘', '’', '`']), "{area}:{}: {line}", number + 1);
            assert!(!line.chars().any(|c| ('а'..='я').contains(&c)), "{area}:{}: {line}", number + 1);
        }
    }
}

#[test]
fn numbers_and_dates_follow_the_language() {
    let cases =
        [(Lang::Uz, "12\u{a0}345,6", "26%"), (Lang::Ru, "12\u{a0}345,6", "26\u{a0}%"), (Lang::En, "12,345.6", "26%")];
    for lang in [Lang::UzCyrl, Lang::UzLatn2026] {
        assert_eq!(texts(lang).number(12345.60, 2), texts(Lang::Uz).number(12345.60, 2));
        assert_eq!(texts(lang).percent(26.0, 0), "26%");
    }
    for (lang, number, percent) in cases {
        assert_eq!(texts(lang).number(12345.60, 2), number);
        assert_eq!(texts(lang).percent(26.0, 0), percent);
    }
    assert_eq!(texts(Lang::En).number(-0.0001, 1), "0");
    assert_eq!(texts(Lang::En).number(-3.0, 1), "−3");
    assert_eq!(texts(Lang::Ru).fixed(1.0, 1), "1,0");
    assert_eq!(texts(Lang::En).fixed(-0.04, 1), "0.0");
    let day = jiff::civil::date(2026, 11, 23);
    assert_eq!(texts(Lang::Uz).date(day), "2026-yil 23-noyabr");
    assert_eq!(texts(Lang::UzCyrl).date(day), "2026 йил 23 ноябрь");
    assert_eq!(texts(Lang::UzLatn2026).date(day), "2026-yil 23-noyabr");
    assert_eq!(texts(Lang::Ru).date(day), "23 ноября 2026 г.");
    assert_eq!(texts(Lang::En).date(day), "23 November 2026");
}
