//! JSON objects read field by field, so that every problem is found and has its field's name.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::engine::text::{Finding, Message};

/// A list of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    Questionnaires,
    Enterprises,
    Assessments,
}

/// A record of the file, counted from 1; or the file itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    record: Option<(List, usize)>,
}

impl Place {
    /// The file itself.
    pub const FILE: Self = Self { record: None };

    /// The record at `index`, which counts from 0.
    pub const fn record(list: List, index: usize) -> Self {
        Self { record: Some((list, index + 1)) }
    }

    /// A problem with a field of the record.
    pub fn finding(self, field: impl Into<String>, message: Message) -> Finding {
        let place = match self.record {
            None => Message::new("import-at-file"),
            Some((List::Questionnaires, n)) => Message::new("import-at-questionnaire").with("record", n),
            Some((List::Enterprises, n)) => Message::new("import-at-enterprise").with("record", n),
            Some((List::Assessments, n)) => Message::new("import-at-assessment").with("record", n),
        };
        Finding { place: place.with("field", field.into()), message }
    }
}

/// The fields of an object that have not been read yet.
#[derive(Debug)]
pub(super) struct Fields<'a> {
    place: Place,
    left: Map<String, Value>,
    findings: &'a mut Vec<Finding>,
}

impl<'a> Fields<'a> {
    /// Begins to read an object.
    pub fn of(value: Value, place: Place, findings: &'a mut Vec<Finding>) -> Option<Self> {
        if let Value::Object(left) = value {
            return Some(Self { place, left, findings });
        }
        findings.push(place.finding("", Message::new("import-no-object")));
        None
    }

    /// Reads a field that must be there.
    pub fn take<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let Some(value) = self.left.remove(name) else {
            self.findings.push(self.place.finding(name, Message::new("import-missing-field")));
            return None;
        };
        self.sound(serde_json::from_value(value), name)
    }

    /// Reads a field that must read back as it stands.
    pub fn whole<T: DeserializeOwned + Serialize>(&mut self, name: &str) -> Option<T> {
        let value: Value = self.take(name)?;
        self.item(&value, name)
    }

    /// Reads a list whose items must read back as they stand.
    pub fn list<T: DeserializeOwned + Serialize>(&mut self, name: &str) -> Option<Vec<T>> {
        let values: Vec<Value> = self.take(name)?;
        let count = values.len();
        let mut items = Vec::new();
        for (n, value) in (1..).zip(values) {
            items.extend(self.item(&value, &format!("{name}[{n}]")));
        }
        (items.len() == count).then_some(items)
    }

    fn item<T: DeserializeOwned + Serialize>(&mut self, value: &Value, name: &str) -> Option<T> {
        let item = self.sound(T::deserialize(value), name)?;
        let known = serde_json::to_value(&item).unwrap_or_default();
        for unknown in unknown_keys(value, &known, name) {
            self.findings.push(self.place.finding(unknown, Message::new("import-unknown-field")));
        }
        Some(item)
    }

    fn sound<T>(&mut self, read: Result<T, serde_json::Error>, name: &str) -> Option<T> {
        read.map_err(|error| {
            let message = Message::new("import-bad-field").with("detail", error.to_string());
            self.findings.push(self.place.finding(name, message));
        })
        .ok()
    }

    /// Ends reading: a field that nobody asked for would be lost, so it is a problem.
    pub fn finish(self) {
        for name in self.left.keys() {
            self.findings.push(self.place.finding(name.as_str(), Message::new("import-unknown-field")));
        }
    }
}

/// The paths in `value` that the type it was read into does not have. What says nothing (`null`,
/// `false`, an empty text) may be left out when written, so it is not missed.
fn unknown_keys(value: &Value, known: &Value, path: &str) -> Vec<String> {
    let says_nothing = |value: &Value| matches!(value, Value::Null | Value::Bool(false)) || value == "";
    match (value, known) {
        (Value::Object(fields), Value::Object(known)) => fields
            .iter()
            .flat_map(|(key, field)| match known.get(key) {
                Some(known) => unknown_keys(field, known, &format!("{path}.{key}")),
                None if says_nothing(field) => Vec::new(),
                None => vec![format!("{path}.{key}")],
            })
            .collect(),
        (Value::Array(items), Value::Array(known)) => {
            items.iter().zip(known).flat_map(|(item, known)| unknown_keys(item, known, path)).collect()
        }
        _ => Vec::new(),
    }
}
