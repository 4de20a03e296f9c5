//! Texts: every language, none empty, and the same placeholders in each.

use std::collections::BTreeSet;
use std::ops::Range;

use super::findings::{Findings, did_you_mean};
use super::node::{Node, Tab};
use crate::engine::questionnaire::problem::Problem;
use crate::engine::text::{Lang, Localized, Message};

/// Checks one text; `fills` tells whether its placeholders are filled in.
pub(super) fn check(findings: &mut Findings<'_>, node: Node<'_>, fills: bool) {
    let Some(tab) = Tab::of(node) else { return };
    for (key, span, value) in tab.entries() {
        language(findings, key, span, value);
    }
    let present = |lang: &&Lang| tab.get(lang.tag()).is_some();
    let lacking: Vec<&str> = findings.languages.iter().filter(|lang| !present(lang)).map(|lang| lang.tag()).collect();
    if !lacking.is_empty() {
        let message = Message::new("check-missing-language").with("languages", lacking.join(", "));
        findings.error(node.span(), message);
    }
    if fills {
        same_placeholders(findings, &tab);
    } else {
        idle_placeholders(findings, &tab);
    }
}

fn language(findings: &mut Findings<'_>, key: &str, span: Range<usize>, value: Node<'_>) {
    // A text may say itself what would be derived from a language of the file.
    let may_stand = Lang::ALL.into_iter().filter(|lang| findings.languages.contains(&lang.written())).map(Lang::tag);
    let may_stand: Vec<&str> = may_stand.collect();
    if !findings.languages.is_empty() && !may_stand.contains(&key) {
        let listed: Vec<&str> = findings.languages.iter().map(|lang| lang.tag()).collect();
        let hint = did_you_mean(key, may_stand)
            .unwrap_or_else(|| Message::new("check-known-languages").with("known", listed.join(", ")));
        findings.add(Problem::error(span, Message::new("check-language-not-listed").with("value", key)).hint(hint));
        return;
    }
    match value.get_ref().as_str() {
        None => {
            let message = Message::new("check-wrong-type")
                .with("key", key)
                .with("expected", "string")
                .with("found", value.get_ref().type_str());
            findings.error(value.span(), message);
        }
        Some(text) if text.trim().is_empty() => {
            findings.error(value.span(), Message::new("check-empty-text").with("language", key));
        }
        Some(_) => {}
    }
}

fn same_placeholders(findings: &mut Findings<'_>, tab: &Tab<'_>) {
    let names = |lang: Lang| -> BTreeSet<&str> {
        tab.word(lang.tag()).map(placeholders).unwrap_or_default().into_iter().map(|(name, _)| name).collect()
    };
    let all: BTreeSet<&str> = Lang::ALL.into_iter().flat_map(names).collect();
    if all.is_empty() {
        return;
    }
    for lang in Lang::ALL.into_iter().filter(|lang| tab.word(lang.tag()).is_some()) {
        let lacking: Vec<String> = all.difference(&names(lang)).map(|name| format!("{{{name}}}")).collect();
        if !lacking.is_empty() {
            let message = Message::new("check-placeholder-lacking")
                .with("language", lang.tag())
                .with("placeholders", lacking.join(", "));
            findings.error(tab.place(lang.tag()), message);
        }
    }
}

/// Placeholders where nothing fills them: a person would read the braces.
fn idle_placeholders(findings: &mut Findings<'_>, tab: &Tab<'_>) {
    for (_, _, value) in tab.entries() {
        for (name, part) in value.get_ref().as_str().map(placeholders).unwrap_or_default() {
            let message = Message::new("check-idle-placeholder").with("name", name);
            let hint = Message::new("check-idle-placeholder-hint");
            findings.add(Problem::warning(findings.inside(value, part), message).hint(hint));
        }
    }
}

/// A text that reads the same in every language.
pub(super) fn same_in_all(text: &str) -> Localized {
    Localized::new(Lang::ALL.map(|lang| (lang, text.to_owned())))
}

/// The placeholders `{ID}` of a text with their places in it.
pub(super) fn placeholders(text: &str) -> Vec<(&str, Range<usize>)> {
    let mut found = Vec::new();
    for (start, _) in text.match_indices('{') {
        let rest = text.get(start + 1..).unwrap_or_default();
        let length = rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'-')).count();
        let (name, after) = rest.split_at_checked(length).unwrap_or_default();
        if name.starts_with(|c: char| c.is_ascii_alphabetic()) && after.starts_with('}') {
            found.push((name, start..start + length + 2));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_names_in_braces() {
        assert_eq!(placeholders("a {INF5} b {F-1}"), [("INF5", 2..8), ("F-1", 11..16)]);
        assert_eq!(placeholders("{ no } {} {1} { {X"), []);
    }
}
