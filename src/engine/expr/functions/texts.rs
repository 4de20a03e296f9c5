//! Texts, counted in characters, never in bytes.

use std::collections::HashMap;

use super::Param::{Any, Number, Pattern, Text};
use super::{Args, Function, Needs, Returns};
use crate::engine::expr::value::WHITE;
use crate::engine::expr::{MAX_VALUE, Value};

pub(super) const TABLE: &[Function] = &[
    Function::new("string", &[Any], Returns::Text, |args| Value::Text(args.text(0))).needs(Needs::CurrentAsDefault),
    Function::new("concat", &[Any], Returns::Text, |args| joined(args, 0, "")).many(1, 1),
    Function::new("join", &[Text, Any], Returns::Text, |args| joined(args, 1, &args.text(0))).many(1, 1),
    Function::new("string-length", &[Text], Returns::Number, |args| (args.text(0).chars().count() as f64).into())
        .needs(Needs::CurrentAsDefault),
    Function::new("normalize-space", &[Text], Returns::Text, normalize_space).needs(Needs::CurrentAsDefault),
    Function::new("contains", &[Text, Text], Returns::Truth, |args| args.text(0).contains(&*args.text(1)).into()),
    Function::new("starts-with", &[Text, Text], Returns::Truth, |args| args.text(0).starts_with(&*args.text(1)).into()),
    Function::new("ends-with", &[Text, Text], Returns::Truth, |args| args.text(0).ends_with(&*args.text(1)).into()),
    Function::new("regex", &[Text, Pattern], Returns::Truth, |args| {
        args.pattern(1).is_some_and(|pattern| args.matches(&pattern, &args.text(0))).into()
    }),
    Function::new("substr", &[Text, Number, Number], Returns::Text, substr).at_least(2),
    Function::new("substring", &[Text, Number, Number], Returns::Text, substring).at_least(2),
    Function::new("substring-before", &[Text, Text], Returns::Text, |args| {
        args.text(0).split_once(&*args.text(1)).map_or("", |(before, _)| before).into()
    }),
    Function::new("substring-after", &[Text, Text], Returns::Text, |args| {
        args.text(0).split_once(&*args.text(1)).map_or("", |(_, after)| after).into()
    }),
    Function::new("translate", &[Text, Text, Text], Returns::Text, translate),
];

fn joined(args: &Args<'_>, first: usize, separator: &str) -> Value {
    let mut joined = String::new();
    for at in args.rest(first) {
        joined += if at == first { "" } else { separator };
        joined += &args.text(at);
        if joined.len() > MAX_VALUE {
            // What is beyond will be cut off.
            break;
        }
    }
    joined.into()
}

fn normalize_space(args: &Args<'_>) -> Value {
    let text = args.text(0);
    let words: Vec<_> = text.split(WHITE).filter(|word| !word.is_empty()).collect();
    words.join(" ").into()
}

/// From a 0-based start to before an end; negative positions count from the end of the text.
fn substr(args: &Args<'_>) -> Value {
    let text = args.text(0);
    let length = text.chars().count() as f64;
    let place = |at: f64| (if at < 0.0 { at.trunc() + length } else { at.trunc() }).clamp(0.0, length);
    let start = place(args.number(1));
    let end = if args.len() > 2 { place(args.number(2)) } else { length };
    between(&text, start, end)
}

/// XPath's own: positions from 1, rounded, and a length.
fn substring(args: &Args<'_>) -> Value {
    let rounded = |number: f64| (number + 0.5).floor();
    let text = args.text(0);
    let start = rounded(args.number(1));
    let end = if args.len() > 2 { start + rounded(args.number(2)) } else { f64::INFINITY };
    between(&text, start - 1.0, end - 1.0)
}

/// The characters from `start` to before `end`; none if either is no number.
fn between(text: &str, start: f64, end: f64) -> Value {
    if start.is_nan() || end.is_nan() || end <= start {
        return Value::missing();
    }
    let (start, end) = (start.max(0.0) as usize, end.max(0.0) as usize);
    text.chars().take(end).skip(start).collect::<String>().into()
}

/// Each character of the second text becomes the one at its place in the third, or nothing.
fn translate(args: &Args<'_>) -> Value {
    let (from, to) = (args.text(1), args.text(2));
    let mut target = HashMap::new();
    let mut to = to.chars();
    for character in from.chars() {
        let becomes = to.next();
        target.entry(character).or_insert(becomes);
    }
    let text = args.text(0);
    text.chars().filter_map(|c| target.get(&c).copied().unwrap_or(Some(c))).collect::<String>().into()
}
