//! The rows of a spreadsheet: the paper form's entries, laid out in columns.

use crate::engine::id::QuestionIx;
use crate::engine::questionnaire::timing::belongs;
use crate::engine::questionnaire::{Kind, Questionnaire};
use crate::engine::text::steers;
use crate::i18n::Texts;
use crate::report::form::sheet::{Choosable, Entry, Sheet, Space, sheet};

use super::{Stamp, alike};

/// From this number on the choices of a question stand only in the list.
const MANY: usize = 16;

/// What can be chosen at a question.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Option {
    /// The permanent name.
    pub code: String,
    /// The words to choose it by, like no other of the list.
    pub words: String,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    /// The question, or a text to read.
    pub question: QuestionIx,
    /// Its permanent name; a text to read has none here.
    pub id: String,
    /// The section.
    pub section: String,
    /// The question with its hints.
    pub text: String,
    /// What kind of answer fits.
    pub expected: String,
    /// What can be chosen; nothing, where something is typed.
    pub options: Vec<Option>,
}

/// The form and its rows.
pub(super) struct Plan {
    pub form: Sheet,
    pub rows: Vec<Row>,
}

pub(super) fn plan(questionnaire: &Questionnaire, texts: &Texts, stamp: &Stamp) -> Plan {
    let form = sheet(questionnaire, texts);
    let mut rows = Vec::new();
    for part in &form.parts {
        for entry in &part.entries {
            let question = &questionnaire.questions[entry.question];
            if belongs(question, stamp.form) {
                let mut made = row(questionnaire, texts, entry);
                made.section = clean(&part.title);
                if let (Some(condition), true) =
                    (&part.condition, rows.last().is_none_or(|last: &Row| last.section != made.section))
                {
                    made.text = format!("{}\n{}", clean(condition), made.text);
                }
                rows.push(made);
            }
        }
    }
    Plan { form, rows }
}

fn row(questionnaire: &Questionnaire, texts: &Texts, entry: &Entry) -> Row {
    let question = &questionnaire.questions[entry.question];
    let options = options(&entry.answer);
    let label = match &entry.number {
        Some(number) => format!("{number}. {}", entry.label),
        None => entry.label.clone(),
    };
    let lines = std::iter::once(label).chain(entry.routing.iter().cloned()).chain(entry.hints.iter().cloned());
    Row {
        question: entry.question,
        id: if question.kind.is_answerable() { question.id.to_string() } else { String::new() },
        section: String::new(),
        text: lines.map(|line| clean(&line)).collect::<Vec<_>>().join("\n"),
        expected: expected(&question.kind, texts, entry, &options),
        options,
    }
}

fn expected(kind: &Kind, texts: &Texts, entry: &Entry, options: &[Option]) -> String {
    let key = match kind {
        Kind::SelectOne(_) => "spreadsheet-expect-one",
        Kind::SelectMultiple(_) => "spreadsheet-expect-several",
        Kind::Level { .. } => "spreadsheet-expect-level",
        Kind::Integer { .. } => "spreadsheet-expect-integer",
        Kind::Decimal { .. } => "spreadsheet-expect-decimal",
        Kind::Text { .. } => "spreadsheet-expect-text",
        Kind::Date => "spreadsheet-expect-date",
        Kind::Note | Kind::Calculate(_) => return String::new(),
    };
    let mut lines = vec![texts.get(key)];
    if let Space::Field(Some(unit)) = &entry.answer {
        lines.push(clean(&texts.with("spreadsheet-unit", &[("unit", unit.as_str().into())])));
    }
    if options.len() < MANY {
        let notes = match &entry.answer {
            Space::Boxes { options, .. } => options.iter().map(|it| it.note.as_deref()).collect(),
            _ => Vec::new(),
        };
        for (option, note) in options.iter().zip(notes) {
            let named = match kind {
                Kind::SelectMultiple(_) => format!("{} – {}", option.code, option.words),
                _ => option.words.clone(),
            };
            lines.push(match note {
                Some(note) => format!("{named} ({})", clean(note)),
                None => named,
            });
        }
    } else {
        lines.push(texts.get("spreadsheet-see-lists"));
    }
    lines.join("\n")
}

fn options(space: &Space) -> Vec<Option> {
    let Space::Boxes { options, .. } = space else { return Vec::new() };
    let same = |one: &Choosable| options.iter().filter(|other| alike(&other.label) == alike(&one.label)).count() > 1;
    let made = |option: &Choosable| {
        let label = clean(&option.label).replace('\n', " ");
        let words = match &option.number {
            Some(number) => format!("{number} – {label}"),
            None if same(option) => format!("{label} ({})", option.code),
            None => label,
        };
        Option { code: option.code.clone(), words }
    };
    options.iter().map(made).collect()
}

/// A text without signs that a cell cannot show.
pub(super) fn clean(text: &str) -> String {
    text.chars().filter(|c| (!steers(*c) || *c == '\n') && !matches!(*c, '\u{e000}' | '\u{e001}')).collect()
}
