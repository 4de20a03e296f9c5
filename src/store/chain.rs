//! The hash chain that ties each event to all before it and to its assessment.
//!
//! An event's hash is the SHA-256, in lower-case hexadecimal, of the hash before it, a line feed and
//! the event without its hash as canonical JSON: keys sorted, no white space, numbers and strings as
//! serde_json writes them. The first event follows the anchor: the hash of what never changes about
//! the assessment. A chain shows a change in the middle; it does not show that the newest events
//! are missing, which is what the derived answers are compared for.

use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::error::Problem;
use crate::engine::id::AssessmentId;
use crate::engine::interview::Form;
use crate::engine::interview::journal::Event;
use crate::engine::text::Lang;

/// What never changes about an assessment.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Anchor {
    pub id: AssessmentId,
    pub enterprise: Uuid,
    pub questionnaire: String,
    pub form: Form,
    pub lang: Lang,
    pub created: Timestamp,
}

impl Anchor {
    /// What the first event follows.
    pub fn hash(&self) -> Result<String, Problem> {
        Ok(hash_of(&canonical(self)?))
    }
}

/// The hash of an event that follows `previous`. The event's own hash plays no part.
pub(super) fn event_hash(previous: &str, event: &Event) -> Result<String, Problem> {
    let mut value = serde_json::to_value(event).map_err(|error| unreadable(&error))?;
    if let Some(fields) = value.as_object_mut() {
        fields.remove("hash");
    }
    Ok(hash_of(&format!("{previous}\n{}", canonical(&value)?)))
}

/// The SHA-256 of a text, in lower-case hexadecimal.
pub(super) fn hash_of(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().flat_map(|byte| hex(*byte)).collect()
}

/// The two hexadecimal digits of a byte.
pub(super) fn hex(byte: u8) -> [char; 2] {
    [byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16).unwrap_or('0'))
}

/// JSON with sorted keys, whatever order the type or the map keeps.
fn canonical(value: &impl Serialize) -> Result<String, Problem> {
    let mut out = String::new();
    write_sorted(&serde_json::to_value(value).map_err(|error| unreadable(&error))?, &mut out);
    Ok(out)
}

fn write_sorted(value: &Value, out: &mut String) {
    match value {
        Value::Object(fields) => {
            let mut sorted: Vec<_> = fields.iter().collect();
            sorted.sort_by_key(|(key, _)| *key);
            write_list(out, ['{', '}'], sorted, |(key, field), out| {
                out.push_str(&Value::from(key.as_str()).to_string());
                out.push(':');
                write_sorted(field, out);
            });
        }
        Value::Array(items) => write_list(out, ['[', ']'], items, write_sorted),
        scalar => out.push_str(&scalar.to_string()),
    }
}

fn write_list<T>(
    out: &mut String,
    [open, close]: [char; 2],
    items: impl IntoIterator<Item = T>,
    write: impl Fn(T, &mut String),
) {
    out.push(open);
    for (n, item) in items.into_iter().enumerate() {
        if n > 0 {
            out.push(',');
        }
        write(item, out);
    }
    out.push(close);
}

fn unreadable(error: &serde_json::Error) -> Problem {
    Problem::Unreadable(error.to_string())
}
