//! Dates and times of day.

use super::Param::{Any, Date, Format};
use super::{Args, Function, Needs, Returns};
use crate::engine::expr::{Value, date};

pub(super) const TABLE: &[Function] = &[
    Function::new("today", &[], Returns::Date, |args| {
        Value::Date(f64::from(date::day_number(args.context().now().date())))
    })
    .needs(Needs::Context),
    Function::new("now", &[], Returns::Date, |args| Value::Date(date::moment(args.context().now().datetime())))
        .needs(Needs::Context),
    Function::new("date", &[Date], Returns::Date, converted),
    Function::new("date-time", &[Date], Returns::Date, converted),
    Function::new("decimal-date-time", &[Date], Returns::Number, |args| days(&args.value(0)).into()),
    Function::new("decimal-time", &[Any], Returns::Number, |args| {
        date::time_of_day(&args.text(0)).unwrap_or(f64::NAN).into()
    }),
    Function::new("format-date", &[Date, Format], Returns::Text, formatted),
    Function::new("format-date-time", &[Date, Format], Returns::Text, formatted),
];

/// A date of anything; a missing answer stays missing.
fn converted(args: &Args<'_>) -> Value {
    match args.value(0) {
        Value::Text(text) if text.is_empty() => Value::Text(text),
        other => Value::Date(days(&other)),
    }
}

fn days(value: &Value) -> f64 {
    match value {
        Value::Text(text) => date::parse_unpadded(text.trim()).unwrap_or(f64::NAN),
        Value::Number(days) | Value::Date(days) => *days,
        Value::Boolean(_) => f64::NAN,
    }
}

fn formatted(args: &Args<'_>) -> Value {
    date::format(days(&args.value(0)), &args.text(1)).into()
}
