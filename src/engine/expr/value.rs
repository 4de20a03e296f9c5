//! Conversions between the types of values: XPath 1.0's `boolean()`, `number()` and `string()`,
//! with ODK's dates as days.

use std::sync::Arc;

use super::{Value, date};

/// White space as XML and XPath define it.
pub(super) const WHITE: [char; 4] = [' ', '\t', '\r', '\n'];

impl Value {
    /// A missing value: the empty string.
    pub fn missing() -> Self {
        Self::Text(Arc::default())
    }

    /// Whether there is nothing in it: the empty string, NaN or an invalid date.
    pub fn is_missing(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::Number(number) | Self::Date(number) => number.is_nan(),
            Self::Boolean(_) => false,
        }
    }

    /// XPath's `boolean()`: a text is true unless it is empty, a number unless it is 0 or NaN.
    pub fn to_boolean(&self) -> bool {
        match self {
            Self::Text(text) => !text.is_empty(),
            Self::Number(number) | Self::Date(number) => *number != 0.0 && !number.is_nan(),
            Self::Boolean(truth) => *truth,
        }
    }

    /// XPath's `number()`, with dates as days.
    pub fn to_number(&self) -> f64 {
        match self {
            Self::Text(text) => number_of(text),
            Self::Number(number) | Self::Date(number) => *number,
            Self::Boolean(truth) => f64::from(u8::from(*truth)),
        }
    }

    /// XPath's `string()`.
    pub fn to_text(&self) -> Arc<str> {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => text_of(*number).into(),
            Self::Boolean(truth) => (if *truth { "true" } else { "false" }).into(),
            Self::Date(days) => date::text(*days).into(),
        }
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Self::Boolean(truth)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

/// The number that a text stands for: decimal digits with an optional minus, or the days of an ISO
/// date; else NaN. An exponent is read too, as the implementations of ODK do.
pub(super) fn number_of(text: &str) -> f64 {
    let trimmed = text.trim_matches(WHITE);
    if is_decimal(trimmed) {
        return trimmed.parse().unwrap_or(f64::NAN);
    }
    date::parse(trimmed).unwrap_or(f64::NAN)
}

/// Whether Rust's parser, which also takes `inf`, `nan` and `+1`, may be asked.
fn is_decimal(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).map_or((unsigned, None), |(m, e)| (m, Some(e)));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let exponent_fits = exponent.is_none_or(|exponent| {
        let unsigned = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
        !unsigned.is_empty() && digits(unsigned)
    });
    (!whole.is_empty() || !fraction.is_empty()) && digits(whole) && digits(fraction) && exponent_fits
}

/// A number as XPath writes it: all its digits, never an exponent, no sign on zero.
pub(super) fn text_of(number: f64) -> String {
    if number.is_nan() {
        "NaN".to_owned()
    } else if number.is_infinite() {
        (if number > 0.0 { "Infinity" } else { "-Infinity" }).to_owned()
    } else if number == 0.0 {
        "0".to_owned()
    } else {
        number.to_string()
    }
}
