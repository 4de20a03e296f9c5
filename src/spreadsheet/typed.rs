//! A cell → what would be typed at the question. Whether it fits is the question's own business.

use super::alike;
use super::grid::Cell;
use crate::engine::questionnaire::{Choices, Kind, Question};
use crate::engine::text::Localized;

/// What a person would have typed to give the answer of a cell.
pub(super) fn typed(question: &Question, cell: &Cell) -> String {
    let text = cell.shown();
    match &question.kind {
        Kind::SelectOne(choices) => one(choices, &text).unwrap_or(text),
        Kind::SelectMultiple(choices) => several(choices, &text),
        Kind::Level { anchors } => level(anchors, &text).unwrap_or(text),
        Kind::Integer { .. } | Kind::Decimal { .. } if in_percent(question) => {
            text.strip_suffix('%').map_or_else(|| text.clone(), |number| number.trim_end().to_owned())
        }
        _ => text,
    }
}

/// Whether the answer is counted in per cent, so that `12 %` is 12. Elsewhere a share is no answer and is refused.
fn in_percent(question: &Question) -> bool {
    question.kind.unit().is_some_and(|unit| unit.iter().any(|(_, word)| word.trim() == "%"))
}

/// The code of the choice that is meant by its code, or by its words in any language.
fn one(choices: &Choices, text: &str) -> Option<String> {
    let exact = choices.list.iter().find(|choice| choice.id.as_str() == text);
    if let Some(choice) = exact {
        return Some(choice.id.to_string());
    }
    let wanted = alike(text);
    let words = |label: &Localized, code: &str| {
        label.iter().any(|(_, label)| alike(label) == wanted || alike(&format!("{label} ({code})")) == wanted)
    };
    let meant = |id: &str, label: &Localized| alike(id) == wanted || words(label, id) || coded(text, id);
    let mut fitting = choices.list.iter().filter(|choice| meant(choice.id.as_str(), &choice.label));
    match (fitting.next(), fitting.next()) {
        (Some(choice), None) => Some(choice.id.to_string()),
        _ => None,
    }
}

/// Whether a text is `code – words`, as the columns of the file write it.
fn coded(text: &str, code: &str) -> bool {
    text.split_once('–').is_some_and(|(before, _)| before.trim() == code)
}

/// Codes or words with `;` or a line end between them; codes alone also with spaces or commas.
fn several(choices: &Choices, text: &str) -> String {
    let parts: Vec<&str> = text.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let meant: Vec<Option<String>> = parts.iter().map(|part| one(choices, part)).collect();
    let read = |(part, meant): (&&str, &Option<String>)| match meant {
        Some(code) => code.clone(),
        None => part.replace(',', " "),
    };
    parts.iter().zip(&meant).map(read).collect::<Vec<_>>().join(" ")
}

/// The level that is meant by its number, its number and words, or its words.
fn level(anchors: &[Localized], text: &str) -> Option<String> {
    let number = text.split(['–', '-', '.', ')', ' ']).next().unwrap_or_default().trim();
    let wanted = alike(text);
    let words = |anchor: &Localized| anchor.iter().any(|(_, words)| alike(words) == wanted);
    if text.len() > number.len() && number.parse::<u8>().is_ok() {
        let level: usize = number.parse().ok()?;
        let told = alike(text.get(number.len()..)?.trim_start_matches([' ', '–', '-', '.', ')']));
        let fits = anchors.get(level)?.iter().any(|(_, words)| alike(words) == told);
        return fits.then(|| level.to_string());
    }
    let mut fitting = anchors.iter().enumerate().filter(|(_, anchor)| words(anchor));
    match (fitting.next(), fitting.next()) {
        (Some((level, _)), None) => Some(level.to_string()),
        _ => None,
    }
}
