//! What an author is told, written out as tables, and properties that hold for any text.
//!
//! What expressions give is written out in `tests/data/expressions.txt`.

use super::*;
use crate::engine::id::ArenaIndex;

mod documentation;
mod evaluation;
mod problems;
mod properties;
mod reading;

/// A questionnaire of six questions: name, type, values.
const QUESTIONS: [(&str, Type, Option<&[&str]>); 6] = [
    ("F8", Type::Choice, Some(&["yes", "no", "planned"])),
    ("INF3", Type::Choices, Some(&["university", "supplier", "none"])),
    ("INF5", Type::Number, Some(&["0", "1", "2", "3", "4"])),
    ("staff", Type::Number, None),
    ("founded", Type::Date, None),
    ("remark", Type::Text, None),
];

/// Where an expression stands.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Constraint,
    Filter,
    Recommendation,
}

impl Scope for Place {
    fn question(&self, name: &str) -> Option<QuestionIx> {
        QUESTIONS.iter().position(|(known, ..)| *known == name).map(QuestionIx::from_usize)
    }
    fn question_names(&self) -> Vec<String> {
        QUESTIONS.iter().map(|(name, ..)| (*name).to_owned()).collect()
    }
    fn facts(&self, question: QuestionIx) -> Facts {
        let (_, ty, values) = QUESTIONS[question.to_usize()];
        Facts { ty, values: values.map(|values| values.iter().map(|value| (*value).to_owned()).collect()) }
    }
    fn area(&self, name: &str) -> Option<AreaIx> {
        ["INF", "INT"].iter().position(|area| *area == name).map(AreaIx::from_usize)
    }
    fn has_scores(&self) -> bool {
        *self == Self::Recommendation
    }
    fn has_current(&self) -> bool {
        *self == Self::Constraint
    }
    fn has_attribute(&self, name: &str) -> bool {
        *self == Self::Filter && ["country", "or"].contains(&name)
    }
}

/// Answers by the number of their question.
#[derive(Default)]
struct Answers {
    values: Vec<Value>,
    current: Option<Value>,
    now: jiff::Zoned,
}

impl Context for Answers {
    fn question(&self, question: QuestionIx) -> Value {
        self.values.get(question.to_usize()).cloned().unwrap_or_else(Value::missing)
    }
    fn current(&self) -> Value {
        self.current.clone().unwrap_or_else(Value::missing)
    }
    fn attribute(&self, name: &str) -> Value {
        (if name == "country" { "UZ" } else { "" }).into()
    }
    fn choice_name(&self, question: QuestionIx, choice: &str) -> String {
        format!("label of {choice} in {}", QUESTIONS[question.to_usize()].0)
    }
    fn now(&self) -> &jiff::Zoned {
        &self.now
    }
    fn score(&self, area: AreaIx) -> Option<f64> {
        (area.to_usize() == 0).then_some(41.5)
    }
    fn coverage(&self, area: AreaIx) -> Option<f64> {
        (area.to_usize() == 0).then_some(0.8)
    }
    fn level(&self, area: AreaIx) -> Option<u8> {
        (area.to_usize() == 0).then_some(2)
    }
    fn status(&self, question: QuestionIx) -> &'static str {
        if self.question(question).is_missing() { "refused" } else { "answered" }
    }
}

fn compiled(source: &str, place: Place) -> Expr {
    compile(source, &place).unwrap_or_else(|errors| panic!("{source}: {errors:?}"))
}
