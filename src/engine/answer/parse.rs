//! Typed text → value, by the kind of the question.

use jiff::civil::Date;

use super::Value;
use crate::engine::id::ChoiceId;
use crate::engine::questionnaire::{Choices, Kind, Lines, Question};
use crate::engine::text::{Message, canonical};

/// The most characters a one-line text may have.
pub const MAX_LINE: usize = 1_000;
/// The most characters a text of many lines may have.
pub const MAX_TEXT: usize = 100_000;

/// Typed text that is no value of its question. The draft is kept by the caller.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{}", .0.key)]
pub struct InputError(pub Message);

impl Question {
    /// Reads what was typed. An empty draft is no value.
    ///
    /// # Errors
    /// Says what does not fit and what would.
    pub fn parse(&self, draft: &str) -> Result<Option<Value>, InputError> {
        let typed = canonical(draft);
        let text = typed.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let value = match &self.kind {
            Kind::SelectOne(choices) => Value::Choice(choice(choices, text)?),
            Kind::SelectMultiple(choices) => several(choices, text)?,
            Kind::Level { anchors } => level(anchors.len(), text)?,
            Kind::Integer { .. } => integer(text)?,
            Kind::Decimal { .. } => decimal(text)?,
            Kind::Text { lines: Lines::One } => limited(text.replace(['\n', '\t'], " "), MAX_LINE)?,
            Kind::Text { lines: Lines::Many } => limited(text.to_owned(), MAX_TEXT)?,
            Kind::Date => Value::Date(date(text)?),
            Kind::Note | Kind::Calculate(_) => {
                return Err(InputError(Message::new("input-not-answerable")));
            }
        };
        Ok(Some(value))
    }

    /// Whether a value read elsewhere (a database, an import) fits the question.
    ///
    /// # Errors
    /// Says what does not fit.
    pub fn accepts(&self, value: &Value) -> Result<(), InputError> {
        match self.parse(&value.to_string())? {
            Some(parsed) if parsed == *value => Ok(()),
            _ => Err(InputError(Message::new("input-wrong-kind").with("value", value.to_string()))),
        }
    }
}

fn choice(choices: &Choices, text: &str) -> Result<ChoiceId, InputError> {
    let id = ChoiceId::new(text);
    if choices.find(&id).is_some() {
        return Ok(id);
    }
    Err(InputError(Message::new("input-no-such-choice").with("value", text)))
}

fn several(choices: &Choices, text: &str) -> Result<Value, InputError> {
    let ticked = text.split_whitespace().map(|name| choice(choices, name)).collect::<Result<Vec<_>, _>>()?;
    let ordered: Vec<&_> = choices.list.iter().filter(|choice| ticked.contains(&choice.id)).collect();
    if ordered.len() > 1 && ordered.iter().any(|choice| choice.exclusive) {
        return Err(InputError(Message::new("input-exclusive-choice")));
    }
    Ok(Value::Choices(ordered.into_iter().map(|choice| choice.id.clone()).collect()))
}

fn level(anchors: usize, text: &str) -> Result<Value, InputError> {
    match text.parse::<u8>() {
        Ok(level) if usize::from(level) < anchors => Ok(Value::Level(level)),
        _ => Err(InputError(
            Message::new("input-no-such-level").with("value", text).with("top", anchors.saturating_sub(1)),
        )),
    }
}

/// Drops the spaces that group digits: `1 234 567`.
fn without_groups(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}')).collect()
}

fn integer(text: &str) -> Result<Value, InputError> {
    let digits = without_groups(text);
    digits.parse().map(Value::Integer).map_err(|_| {
        let too_large = !digits.is_empty() && digits.trim_start_matches(['-', '+']).chars().all(|c| c.is_ascii_digit());
        let key = if too_large { "input-too-large" } else { "input-no-integer" };
        InputError(Message::new(key).with("value", text))
    })
}

fn decimal(text: &str) -> Result<Value, InputError> {
    let digits = without_groups(text).replacen(',', ".", 1);
    let plain = digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '+'));
    match digits.parse::<f64>() {
        Ok(number) if plain && number.is_finite() => Ok(Value::Decimal(if number == 0.0 { 0.0 } else { number })),
        _ => Err(InputError(Message::new("input-no-number").with("value", text))),
    }
}

fn limited(text: String, most: usize) -> Result<Value, InputError> {
    if text.chars().count() > most {
        return Err(InputError(Message::new("input-text-too-long").with("most", most)));
    }
    Ok(Value::Text(text))
}

/// Reads `2026-11-23`, `23.11.2026` or `23/11/2026`.
/// A day as it is typed: `23.11.2026`, `23/11/2026` or `2026-11-23`.
///
/// # Errors
/// Says that it is no day.
pub fn date(text: &str) -> Result<Date, InputError> {
    let error = || InputError(Message::new("input-no-date").with("value", text));
    let parts: Vec<&str> = text.split(['.', '/', '-']).map(str::trim).collect();
    let [first, month, last] = parts.as_slice() else {
        return Err(error());
    };
    let (year, day) = if text.contains('-') { (first, last) } else { (last, first) };
    if year.len() != 4 {
        return Err(error());
    }
    let number = |part: &str| part.parse::<i16>().map_err(|_| error());
    let small = |part: &str| part.parse::<i8>().map_err(|_| error());
    Date::new(number(year)?, small(month)?, small(day)?).map_err(|_| error())
}
