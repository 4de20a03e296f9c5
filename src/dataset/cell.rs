//! One cell of a table: a value, or why there is none.

use std::borrow::Cow;
use std::fmt::Write;

use jiff::Timestamp;
use jiff::civil::Date;

/// Why there is no value. The codes are those of official statistics: negative, outside every scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Missing {
    /// "I do not know."
    DontKnow,
    /// "I prefer not to answer."
    Refused,
    /// "This does not apply to us."
    NotApplicable,
    /// Not asked, by routing or by the form.
    NotAsked,
    /// Taken out, because it would tell who the enterprise is.
    Suppressed,
}

impl Missing {
    /// All of them with their codes and the keys of their labels, ascending.
    pub const ALL: [(Self, i32, &'static str); 5] = [
        (Self::DontKnow, -9, "dataset-dont-know"),
        (Self::Refused, -8, "dataset-refused"),
        (Self::NotApplicable, -7, "dataset-not-applicable"),
        (Self::NotAsked, -6, "dataset-not-asked"),
        (Self::Suppressed, -5, "dataset-suppressed"),
    ];

    /// The code that stands for it.
    pub fn code(self) -> i32 {
        Self::ALL.iter().find(|(missing, ..)| *missing == self).map_or(0, |(_, code, _)| *code)
    }

    /// The key of its label.
    pub fn label(self) -> &'static str {
        Self::ALL.iter().find(|(missing, ..)| *missing == self).map_or("", |(.., label)| label)
    }
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing yet: the question is open, or there is no score.
    Empty,
    /// No value, and why.
    Missing(Missing),
    /// The code of a choice or level, or a whole number.
    Code(i32),
    /// A number.
    Number(f64),
    /// A text as typed.
    Text(String),
    /// A day.
    Day(Date),
    /// A moment.
    Moment(Timestamp),
}

impl Cell {
    /// The cell as a plain text, as CSV holds it: numbers with a point, days and moments by ISO 8601.
    pub fn plain(&self) -> String {
        let mut text = String::new();
        self.append_to(&mut text);
        text
    }

    /// Appends the plain text.
    pub fn append_to(&self, to: &mut String) {
        // Writing to a text cannot fail.
        let _ = match self {
            Self::Empty => Ok(()),
            Self::Missing(missing) => write!(to, "{}", missing.code()),
            Self::Code(code) => write!(to, "{code}"),
            Self::Number(number) if looks_missing(*number) => write!(to, "{number:.1}"),
            Self::Number(number) => write!(to, "{number}"),
            Self::Text(text) => to.write_str(&harmless(text)),
            Self::Day(day) => write!(to, "{day}"),
            Self::Moment(time) => write!(to, "{time:.0}"),
        };
    }
}

/// Whether a real value looks like a code for a missing one. It is written with a decimal, so that both can be told
/// apart.
fn looks_missing(number: f64) -> bool {
    number < 0.0 && Missing::ALL.iter().any(|(_, code, _)| (number - f64::from(*code)).abs() < f64::EPSILON)
}

/// A text that a spreadsheet would take for a formula is kept from being one; control characters are dropped.
pub fn harmless(text: &str) -> Cow<'_, str> {
    let goes = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\t');
    let clean = if text.contains(goes) { Cow::Owned(text.replace(goes, "")) } else { Cow::Borrowed(text) };
    let is_formula = clean.trim_start().starts_with(['=', '+', '-', '@']);
    if is_formula { Cow::Owned(format!("'{clean}")) } else { clean }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_written_without_doubt() {
        let cases = [
            (Cell::Empty, ""),
            (Cell::Missing(Missing::DontKnow), "-9"),
            (Cell::Number(-9.0), "-9.0"),
            (Cell::Number(-9.5), "-9.5"),
            (Cell::Number(0.1), "0.1"),
            (Cell::Code(3), "3"),
            (Cell::Text("=HYPERLINK(\"x\")".into()), "'=HYPERLINK(\"x\")"),
            (Cell::Text(" @SUM(A1)".into()), "' @SUM(A1)"),
            (Cell::Text("a\u{1b}[2Jb".into()), "a[2Jb"),
            (Cell::Day(jiff::civil::date(2026, 11, 3)), "2026-11-03"),
        ];
        for (cell, expected) in cases {
            assert_eq!(cell.plain(), expected);
        }
    }

    #[test]
    fn every_missing_code_is_negative_and_its_own() {
        for (missing, code, label) in Missing::ALL {
            assert!(code < 0);
            assert_eq!((missing.code(), missing.label()), (code, label));
            assert_eq!(Missing::ALL.iter().filter(|(_, other, _)| *other == code).count(), 1);
        }
    }
}
