//! The JSON Schema of a catalogue file, made from its table of keys.

use serde_json::Value;

use super::keys::FILE;
use crate::engine::questionnaire::schema::of_file;

/// The schema of a catalogue file.
pub fn schema() -> Value {
    of_file(&FILE)
}
