//! The checked-in schema is the one made here, and it refuses what the reader refuses by shape.

use super::*;
use crate::engine::questionnaire::builtin::BUILTIN;
use crate::engine::questionnaire::sample::SAMPLE;

fn as_json(toml: &str) -> Value {
    let table: toml::Table = toml.parse().unwrap();
    from_toml(toml::Value::Table(table))
}

/// TOML as an editor shows it to a JSON Schema: dates are strings.
fn from_toml(value: toml::Value) -> Value {
    match value {
        toml::Value::Datetime(date) => json!(date.to_string()),
        toml::Value::Array(list) => list.into_iter().map(from_toml).collect(),
        toml::Value::Table(table) => {
            Value::Object(table.into_iter().map(|(key, value)| (key, from_toml(value))).collect())
        }
        other => json!(other),
    }
}

fn complaints(toml: &str) -> Vec<String> {
    complaints_of(&schema(), toml)
}

/// What a schema has against a file.
pub(in crate::engine) fn complaints_of(schema: &Value, toml: &str) -> Vec<String> {
    let validator = jsonschema::validator_for(schema).unwrap();
    validator.iter_errors(&as_json(toml)).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// Compares a schema with its file beside the questionnaires.
pub(in crate::engine) fn is_checked_in(name: &str, schema: &Value) {
    let path = format!("{}/questionnaires/{name}", env!("CARGO_MANIFEST_DIR"));
    let made = serde_json::to_string_pretty(schema).unwrap() + "\n";
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == made, "{path} is out of date: run the test with UPDATE_SCHEMA=1");
}

#[test]
fn the_checked_in_schema_is_the_one_made_here() {
    is_checked_in("format.schema.json", &schema());
}

#[test]
fn the_sample_and_the_built_in_questionnaires_fit_the_schema() {
    assert_eq!(complaints(SAMPLE), Vec::<String>::new());
    for builtin in BUILTIN {
        assert_eq!(complaints(builtin.text), Vec::<String>::new(), "{}", builtin.file);
    }
}

#[test]
fn the_schema_refuses_what_the_reader_refuses_by_shape() {
    let cases = [
        ("kind = \"level\"", "kind = \"levels\""),
        ("id = \"none\"", "id = \"no ne\""),
        ("id = \"none\"", "id = \"NaN\""),
        ("score = { cap = 3 }", "score = { worst = 0, best = 3 }"),
        ("score = { cap = 3 }", "score = { cap = 0 }"),
        ("list = \"yes-no\"\n", "\n"),
        ("effort = 1", "effort = 4"),
        ("formative = true", "formativ = true"),
        ("calculation = ", "relevant = "),
        ("multiline = true", "unit = { uz = \"a\", ru = \"b\", en = \"c\" }"),
        ("version = \"1.2.0\"", "version = \"1.2\""),
        ("threshold = false", "threshold = true"),
        ("aggregation = \"geometric\"", "aggregation = { power = 21 }"),
        ("aggregation = \"geometric\"", "aggregation = 'median'"),
        ("ratings = [0.15, 0.5, 0.85]", "ratings = [0.15, 0.5]"),
    ];
    for (good, bad) in cases {
        let broken = SAMPLE.replacen(good, bad, 1);
        assert_ne!(broken, SAMPLE, "{good}");
        assert_ne!(complaints(&broken), Vec::<String>::new(), "{bad}");
        assert!(crate::engine::questionnaire::read::read(&broken).is_err(), "{bad}");
    }
}
