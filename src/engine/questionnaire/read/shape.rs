//! The shape of the file: every table against the table of keys. Reports unknown, missing and
//! misplaced keys, wrong types, values out of range, and texts that lack a language.

use std::ops::Range;

use toml::de::DeValue;

use super::findings::{Findings, did_you_mean};
use super::node::{self, Node, Tab};
use super::texts;
use crate::engine::questionnaire::keys::{Holds, KINDS, Key, Need, QUESTION, Table};
use crate::engine::questionnaire::problem::Problem;
use crate::engine::text::{Lang, Message};

/// Whether absent keys are reported: not when broken syntax may have swallowed them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Missing {
    /// They are.
    Reported,
    /// They are not.
    Ignored,
}

/// Checks the whole file against the table of its root.
pub(super) fn check(findings: &mut Findings<'_>, table: &'static Table, root: &Tab<'_>, missing: Missing) {
    Shape { findings, missing, kind: None, fills: false }.table(table, root);
}

struct Shape<'f, 'a, 'k> {
    findings: &'f mut Findings<'a>,
    missing: Missing,
    /// The kind of the question being checked, if it is a known one.
    kind: Option<&'k str>,
    /// Whether `{ID}` in texts is filled in: in advice.
    fills: bool,
}

impl<'k> Shape<'_, '_, 'k> {
    fn table(&mut self, table: &'static Table, tab: &Tab<'k>) {
        let outer = self.kind;
        self.fills = matches!(table.name, "recommendation" | "programme");
        if table.name == QUESTION.name {
            self.kind = tab.word("kind").filter(|kind| KINDS.contains(kind));
        }
        for (name, span, value) in tab.entries() {
            match table.key(name) {
                None => self.unknown_key(table, name, span),
                Some(key) if self.kind.is_some_and(|kind| !key.fits(kind)) => self.foreign_key(key, span),
                Some(key) => self.value(key.name, &key.holds, value),
            }
        }
        if self.missing == Missing::Reported {
            self.missing_keys(table, tab);
        }
        self.kind = outer;
    }

    fn unknown_key(&mut self, table: &'static Table, name: &str, span: Range<usize>) {
        let allowed: Vec<&str> = table.keys.iter().map(|key| key.name).collect();
        let hint = did_you_mean(name, allowed.iter().copied())
            .unwrap_or_else(|| Message::new("check-known-keys").with("keys", allowed.join(", ")));
        let message = Message::new("check-unknown-key").with("key", name).with("table", table.name);
        self.findings.add(Problem::error(span, message).hint(hint));
    }

    fn foreign_key(&mut self, key: &Key, span: Range<usize>) {
        let message =
            Message::new("check-key-of-other-kind").with("key", key.name).with("kind", self.kind.unwrap_or_default());
        let hint = Message::new("check-kinds-with-key").with("kinds", key.kinds.join(", "));
        self.findings.add(Problem::error(span, message).hint(hint));
    }

    fn missing_keys(&mut self, table: &'static Table, tab: &Tab<'_>) {
        let is_needed = |key: &&Key| match key.need {
            Need::Optional => false,
            Need::Always => true,
            Need::Kinds(kinds) => self.kind.is_some_and(|kind| kinds.contains(&kind)),
        };
        let absent = table.keys.iter().filter(|key| tab.get(key.name).is_none());
        let missing: Vec<&str> = absent.filter(is_needed).map(|key| key.name).collect();
        if !missing.is_empty() {
            let message = Message::new("check-missing-keys")
                .with("table", table.name)
                .with("keys", missing.join(", "))
                .with("count", missing.len());
            self.findings.error(tab.span.clone(), message);
        }
    }

    fn value(&mut self, key: &str, holds: &'static Holds, node: Node<'k>) {
        match (holds, node.get_ref()) {
            (Holds::Text, DeValue::Table(_)) => texts::check(self.findings, node, self.fills),
            (Holds::Table(table) | Holds::OneOfOrTable(_, table), DeValue::Table(_)) => {
                if let Some(tab) = Tab::of(node) {
                    self.table(table, &tab);
                }
            }
            (Holds::Map(inner), DeValue::Table(_)) => {
                for (name, _, value) in Tab::of(node).into_iter().flat_map(|tab| tab.entries()) {
                    self.value(name, inner, value);
                }
            }
            (Holds::List(inner, least, most), DeValue::Array(list)) => {
                if !(*least..=*most).contains(&list.len()) {
                    self.length(key, node.span(), list.len(), (*least, *most));
                }
                for value in list {
                    self.value(key, inner, value);
                }
            }
            (Holds::Flag | Holds::FlagOrExpression, DeValue::Boolean(_))
            | (Holds::NumberOrFalse(..), DeValue::Boolean(false)) => {}
            (Holds::Answer, _) if node::typed(node).is_some() => {}
            (Holds::Whole(least, most), DeValue::Integer(_)) => {
                let found = node::whole(node);
                if found.is_none_or(|found| !(*least..=*most).contains(&found)) {
                    self.out_of_range(key, node, least.to_string(), most.to_string());
                }
            }
            (
                Holds::Number(least, most) | Holds::NumberOrFalse(least, most),
                DeValue::Integer(_) | DeValue::Float(_),
            ) => self.number(key, node, *least, *most),
            (Holds::Format, DeValue::Integer(_)) => {
                if node::whole(node) != Some(1) {
                    self.findings.error(node.span(), Message::new("check-format"));
                }
            }
            (Holds::Day | Holds::Dated, DeValue::Datetime(_) | DeValue::String(_)) => self.date(holds, node),
            (_, DeValue::String(text)) => self.string(key, holds, text, node),
            _ => self.wrong_type(key, holds, node),
        }
    }

    fn length(&mut self, key: &str, span: Range<usize>, found: usize, (least, most): (usize, usize)) {
        let message = if found == 0 {
            Message::new("check-empty-list").with("key", key)
        } else {
            Message::new("check-list-length")
                .with("key", key)
                .with("found", found)
                .with("least", least)
                .with("most", most)
        };
        self.findings.error(span, message);
    }

    fn number(&mut self, key: &str, node: Node<'_>, least: f64, most: f64) {
        match node::number(node) {
            Some(found) if !found.is_finite() => {
                self.findings.error(node.span(), Message::new("check-not-finite").with("key", key));
            }
            Some(found) if (least..=most).contains(&found) => {}
            _ => self.out_of_range(key, node, least.to_string(), most.to_string()),
        }
    }

    fn out_of_range(&mut self, key: &str, node: Node<'_>, least: String, most: String) {
        let message = Message::new("check-out-of-range")
            .with("key", key)
            .with("value", node::typed(node).unwrap_or_default())
            .with("least", least)
            .with("most", most);
        self.findings.error(node.span(), message);
    }

    fn string(&mut self, key: &str, holds: &'static Holds, text: &str, node: Node<'_>) {
        let said = |name| Problem::error(node.span(), Message::new(name).with("value", text));
        let problem = match holds {
            Holds::Word | Holds::Expression | Holds::FlagOrExpression | Holds::Answer => text
                .trim()
                .is_empty()
                .then(|| Problem::error(node.span(), Message::new("check-empty-string").with("key", key))),
            Holds::Id => (!is_id(text)).then(|| said("check-bad-id").hint(Message::new("check-bad-id-hint"))),
            Holds::ChoiceId => bad_choice_id(text).map(|(name, hint)| said(name).hint(hint)),
            Holds::Version => (!is_version(text)).then(|| said("check-bad-version")),
            Holds::Language => (!Lang::WRITTEN.map(Lang::tag).contains(&text)).then(|| unknown_language(text, node)),
            Holds::OneOf(known) | Holds::OneOfOrTable(known, _) => {
                (!known.contains(&text)).then(|| not_one_of(key, text, known, node))
            }
            _ => return self.wrong_type(key, holds, node),
        };
        if let Some(problem) = problem {
            self.findings.add(problem);
        }
    }

    fn date(&mut self, holds: &Holds, node: Node<'_>) {
        let text = node::typed(node).unwrap_or_default();
        let (is_good, hint) = match holds {
            Holds::Day => (node::day(node).is_some(), "check-bad-day-hint"),
            _ => (is_dated(&text), "check-bad-date-hint"),
        };
        if !is_good {
            let message = Message::new("check-bad-day").with("value", text);
            self.findings.add(Problem::error(node.span(), message).hint(Message::new(hint)));
        }
    }

    fn wrong_type(&mut self, key: &str, holds: &Holds, node: Node<'_>) {
        let message = Message::new("check-wrong-type")
            .with("key", key)
            .with("expected", expected(holds))
            .with("found", node.get_ref().type_str());
        let hint = matches!(holds, Holds::Text).then(|| {
            let languages = &self.findings.languages;
            let languages = if languages.is_empty() { &Lang::WRITTEN } else { languages.as_slice() };
            let written: Vec<String> = languages.iter().map(|lang| format!("{lang} = \"…\"")).collect();
            Message::new("check-write-text").with("written", format!("{key} = {{ {} }}", written.join(", ")))
        });
        self.findings.add(Problem::error(node.span(), message).hint(hint));
    }
}

/// A language in which no text is written: it is derived from another, or there is none of that tag.
fn unknown_language(tag: &str, node: Node<'_>) -> Problem {
    let derived = Lang::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(tag));
    let message = match derived {
        Some(lang) => Message::new("check-derived-language").with("source", lang.written().tag()),
        None => Message::new("check-unknown-language"),
    };
    let known = Lang::WRITTEN.map(Lang::tag).join(", ");
    Problem::error(node.span(), message.with("value", tag))
        .hint(Message::new("check-known-languages").with("known", known))
}

fn not_one_of(key: &str, text: &str, known: &[&str], node: Node<'_>) -> Problem {
    let hint = did_you_mean(text, known.iter().copied())
        .unwrap_or_else(|| Message::new("check-one-of").with("known", known.join(", ")));
    Problem::error(node.span(), Message::new("check-not-one-of").with("key", key).with("value", text)).hint(hint)
}

/// What is wrong with the id of a choice, and what to do.
fn bad_choice_id(text: &str) -> Option<(&'static str, Message)> {
    if text.eq_ignore_ascii_case("nan") {
        Some(("check-choice-nan", Message::new("check-choice-nan-hint")))
    } else if text.is_empty() || text.contains(char::is_whitespace) {
        Some(("check-choice-space", Message::new("check-choice-space-hint")))
    } else {
        None
    }
}

/// The word by which messages choose how to name what a key holds.
const fn expected(holds: &Holds) -> &'static str {
    match holds {
        Holds::Text => "text",
        Holds::Flag => "flag",
        Holds::FlagOrExpression => "flag-or-expression",
        Holds::Whole(..) | Holds::Format => "whole",
        Holds::Number(..) => "number",
        Holds::NumberOrFalse(..) => "number-or-false",
        Holds::Answer => "answer",
        Holds::Day | Holds::Dated => "date",
        Holds::List(..) => "list",
        Holds::Map(_) | Holds::Table(_) => "table",
        Holds::OneOfOrTable(..) => "string-or-table",
        _ => "string",
    }
}

fn is_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-'))
}

/// Whether the text is a day, or the month or the year of one.
fn is_dated(text: &str) -> bool {
    const REST: &str = "-01-01";
    let missing = "YYYY-MM-DD".len().saturating_sub(text.len());
    let rest = REST.get(REST.len().saturating_sub(missing)..).unwrap_or_default();
    matches!(text.len(), 4 | 7 | 10) && format!("{text}{rest}").parse::<jiff::civil::Date>().is_ok()
}

fn is_version(text: &str) -> bool {
    let parts: Vec<&str> = text.split('.').collect();
    parts.len() == 3 && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}
