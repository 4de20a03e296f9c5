//! Answers that are choices: names separated by spaces.

use super::Param::{Any, Choice, Choices, Number, Text};
use super::{Args, Function, Needs, Returns};
use crate::engine::expr::Value;
use crate::engine::expr::value::WHITE;

pub(super) const TABLE: &[Function] = &[
    Function::new("selected", &[Text, Choice], Returns::Truth, |args| {
        let wanted = args.text(1);
        chosen(&args.text(0)).any(|name| name == wanted.trim_matches(WHITE)).into()
    }),
    Function::new("selected-at", &[Text, Number], Returns::Text, selected_at),
    Function::new("count-selected", &[Text], Returns::Number, |args| (chosen(&args.text(0)).count() as f64).into()),
    Function::new("jr:choice-name", &[Any, Choices], Returns::Text, choice_name).needs(Needs::Context),
];

fn chosen(list: &str) -> impl Iterator<Item = &str> {
    list.split(WHITE).filter(|name| !name.is_empty())
}

/// The choice at a 0-based position, or the empty string.
fn selected_at(args: &Args<'_>) -> Value {
    let position = args.number(1).trunc();
    if position.is_nan() || position < 0.0 {
        return Value::missing();
    }
    chosen(&args.text(0)).nth(position as usize).unwrap_or_default().into()
}

fn choice_name(args: &Args<'_>) -> Value {
    let choice = args.text(0);
    match args.question(1) {
        Some(question) if !choice.is_empty() => args.context().choice_name(question, &choice).into(),
        _ => Value::missing(),
    }
}
