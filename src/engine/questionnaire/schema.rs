//! The JSON Schema of a questionnaire file, made from the table of keys, for editors that complete
//! and check while one types. What keys mean together is left to `read`.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::keys::{FILE, Holds, KINDS, Key, Need, QUESTION, Table};
use crate::engine::text::Lang;

const ID: &str = "^[A-Za-z][A-Za-z0-9_.-]*$";
const VERSION: &str = r"^\d+\.\d+\.\d+$";
/// Longer lists than this have no limit worth telling an editor.
const WORTH_TELLING: usize = 10_000;

/// The schema of a questionnaire file.
pub fn schema() -> Value {
    let mut definitions = BTreeMap::from([("text".to_owned(), text())]);
    define(&FILE, &mut definitions);
    let mut schema = definitions.remove(FILE.name).unwrap_or_default();
    if let Some(root) = schema.as_object_mut() {
        root.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
        root.insert("title".to_owned(), json!("tashxis questionnaire"));
        root.insert("$defs".to_owned(), json!(definitions));
    }
    schema
}

fn text() -> Value {
    let languages: Map<String, Value> = Lang::ALL
        .into_iter()
        .map(|lang| (lang.tag().to_owned(), json!({ "type": "string", "pattern": r"\S", "description": lang.name() })))
        .collect();
    json!({
        "description": "A text in every language of the file.",
        "type": "object",
        "properties": languages,
        "additionalProperties": false,
        "minProperties": 1,
    })
}

fn define(table: &'static Table, definitions: &mut BTreeMap<String, Value>) {
    if definitions.contains_key(table.name) {
        return;
    }
    // The place is taken first, so that tables that hold each other end.
    definitions.insert(table.name.to_owned(), Value::Null);
    let mut properties = Map::new();
    for key in table.keys {
        properties.insert(key.name.to_owned(), described(key));
        if let Some(inner) = table_in(&key.holds) {
            define(inner, definitions);
        }
    }
    let required: Vec<&str> =
        table.keys.iter().filter(|key| matches!(key.need, Need::Always)).map(|key| key.name).collect();
    let mut made = json!({
        "description": table.doc,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    });
    if table.name == QUESTION.name {
        made["allOf"] = KINDS.iter().map(|kind| of_kind(table, kind)).collect();
    }
    definitions.insert(table.name.to_owned(), made);
}

fn table_in(holds: &Holds) -> Option<&'static Table> {
    match holds {
        Holds::Table(table) | Holds::OneOfOrTable(_, table) => Some(table),
        Holds::List(inner, ..) | Holds::Map(inner) => table_in(inner),
        _ => None,
    }
}

fn described(key: &Key) -> Value {
    let mut value = value(&key.holds);
    value["description"] = json!(key.doc);
    value
}

/// What is different for questions of one kind: keys they must have, and keys they cannot have.
fn of_kind(table: &Table, kind: &str) -> Value {
    let mut then = differences(table, kind);
    if matches!(kind, "select_one" | "select_multiple") {
        then["oneOf"] = json!([{ "required": ["list"] }, { "required": ["choices"] }]);
    }
    json!({ "if": { "properties": { "kind": { "const": kind } }, "required": ["kind"] }, "then": then })
}

fn differences(table: &Table, kind: &str) -> Value {
    let mut properties = Map::new();
    for key in table.keys {
        if !key.fits(kind) {
            properties.insert(key.name.to_owned(), json!(false));
        } else if let Holds::Table(inner) = key.holds {
            properties.insert(key.name.to_owned(), differences(inner, kind));
        }
    }
    let needed = |key: &&Key| matches!(key.need, Need::Kinds(kinds) if kinds.contains(&kind));
    let required: Vec<&str> = table.keys.iter().filter(needed).map(|key| key.name).collect();
    json!({ "properties": properties, "required": required })
}

fn value(holds: &Holds) -> Value {
    match holds {
        Holds::Text => json!({ "$ref": "#/$defs/text" }),
        Holds::Format => json!({ "const": 1 }),
        Holds::Id => json!({ "type": "string", "pattern": ID }),
        Holds::ChoiceId => json!({ "type": "string", "pattern": r"^\S+$", "not": { "pattern": "^[nN][aA][nN]$" } }),
        Holds::Language => json!({ "enum": Lang::ALL.map(Lang::tag) }),
        Holds::Word | Holds::Expression => json!({ "type": "string", "pattern": r"\S" }),
        Holds::Version => json!({ "type": "string", "pattern": VERSION }),
        Holds::Flag => json!({ "type": "boolean" }),
        Holds::FlagOrExpression => json!({ "type": ["boolean", "string"] }),
        Holds::OneOf(known) => json!({ "enum": known }),
        Holds::OneOfOrTable(known, table) => {
            json!({ "anyOf": [{ "enum": known }, { "$ref": format!("#/$defs/{}", table.name) }] })
        }
        Holds::Whole(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
        Holds::Number(least, most) => number(*least, *most),
        Holds::NumberOrFalse(least, most) => json!({ "anyOf": [number(*least, *most), { "const": false }] }),
        Holds::Answer => json!({ "type": ["string", "number"] }),
        Holds::List(inner, least, most) => {
            let mut list = json!({ "type": "array", "items": value(inner), "minItems": least });
            if *most < WORTH_TELLING {
                list["maxItems"] = json!(most);
            }
            list
        }
        Holds::Map(inner) => json!({ "type": "object", "additionalProperties": value(inner) }),
        Holds::Table(table) => json!({ "$ref": format!("#/$defs/{}", table.name) }),
    }
}

fn number(least: f64, most: f64) -> Value {
    let mut number = json!({ "type": "number" });
    if least > f64::MIN {
        number["minimum"] = json!(least);
    }
    if most < f64::MAX {
        number["maximum"] = json!(most);
    }
    number
}

#[cfg(test)]
mod tests {
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
        let validator = jsonschema::validator_for(&schema()).unwrap();
        validator.iter_errors(&as_json(toml)).map(|error| format!("{}: {error}", error.instance_path())).collect()
    }

    #[test]
    fn the_checked_in_schema_is_the_one_made_here() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/questionnaires/format.schema.json");
        let made = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            std::fs::write(path, &made).unwrap();
        }
        let kept = std::fs::read_to_string(path).unwrap();
        assert!(kept == made, "{path} is out of date: run the test with UPDATE_SCHEMA=1");
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
}
