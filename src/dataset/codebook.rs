//! What the columns mean, in every language of the questionnaire: one row a column, one row a code.

use jiff::tz::TimeZone;

use super::{Cell, Dataset, Label, Missing, Values, Variable};
use crate::engine::text::Lang;
use crate::i18n::Texts;

/// The names of the codebook's own columns.
pub(super) fn columns(dataset: &Dataset) -> Vec<String> {
    let labels = dataset.questionnaire.languages.iter().map(|lang| format!("label_{}", lang.tag()));
    let fixed = ["variable", "question", "type", "unit", "code", "choice"].map(str::to_owned);
    fixed.into_iter().chain(labels).collect()
}

/// Its rows.
pub(super) fn rows(dataset: &Dataset) -> Vec<Vec<Cell>> {
    let texts: Vec<Texts> =
        dataset.questionnaire.languages.iter().map(|lang| Texts::new(*lang, TimeZone::UTC)).collect();
    dataset.variables.iter().flat_map(|variable| of_variable(variable, &texts)).collect()
}

fn of_variable(variable: &Variable, texts: &[Texts]) -> Vec<Vec<Cell>> {
    let text = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) };
    let labels = |label: &Label| texts.iter().map(|texts| text(&label.said(texts))).collect::<Vec<_>>();
    let unit = variable.unit.as_ref().map_or("", |unit| unit.get(Lang::En));
    let head = |code: Cell, choice: &str| {
        vec![
            Cell::Text(variable.name.clone()),
            text(variable.question().map_or("", |id| id.as_str())),
            text(kind(&variable.values)),
            text(unit),
            code,
            text(choice),
        ]
    };
    let row = |code, choice: &str, label: &Label| [head(code, choice), labels(label)].concat();
    let mut rows = vec![row(Cell::Empty, "", &variable.label)];
    if let Values::Coded(codes) = &variable.values {
        rows.extend(codes.iter().map(|code| row(Cell::Code(code.code), &code.id, &code.label)));
    }
    if variable.question().is_some() {
        let missing = Missing::ALL.iter().map(|(_, code, key)| row(Cell::Code(*code), "", &Label::Key(key)));
        rows.extend(missing);
    }
    rows
}

const fn kind(values: &Values) -> &'static str {
    match values {
        Values::Text => "text",
        Values::Number => "number",
        Values::Coded(_) => "coded",
        Values::Day => "date",
        Values::Moment => "datetime",
    }
}
