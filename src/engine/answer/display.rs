//! Value → what a person reads.

use super::Value;
use crate::engine::questionnaire::{Kind, Question};
use crate::engine::text::Lang;

/// The value as a person reads it in `lang`: labels of choices, the anchor of a level, a number as
/// `format` writes it, with its unit.
pub fn shown(question: &Question, value: &Value, lang: Lang, format: impl Fn(f64) -> String) -> String {
    let label = |id| {
        question
            .kind
            .choices()
            .and_then(|choices| choices.find(id))
            .map_or(id.as_str(), |choice| choice.label.get(lang))
    };
    let with_unit = |number: f64| match question.kind.unit() {
        Some(unit) if unit.get(lang) == "%" => format!("{} %", format(number)),
        Some(unit) => format!("{} {}", format(number), unit.get(lang)),
        None => format(number),
    };
    match (value, &question.kind) {
        (Value::Choice(id), _) => label(id).to_owned(),
        (Value::Choices(ids), _) => ids.iter().map(label).collect::<Vec<_>>().join("; "),
        (Value::Level(level), Kind::Level { anchors }) => {
            anchors.get(usize::from(*level)).map_or_else(|| level.to_string(), |anchor| anchor.get(lang).to_owned())
        }
        (Value::Integer(number), _) => with_unit(*number as f64),
        (Value::Decimal(number), _) => with_unit(*number),
        (other, _) => other.to_string(),
    }
}
