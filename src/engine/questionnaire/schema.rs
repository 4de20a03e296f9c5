//! The JSON Schema of a questionnaire file, made from the table of keys, for editors that complete
//! and check while one types. What keys mean together is left to `read`.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::keys::{FILE, Holds, KINDS, Key, Need, QUESTION, Table};
use crate::engine::text::Lang;

const ID: &str = "^[A-Za-z][A-Za-z0-9_.-]*$";
const VERSION: &str = r"^\d+\.\d+\.\d+$";
const DAY: &str = r"^\d{4}-\d{2}-\d{2}$";
const DATED: &str = r"^\d{4}(-\d{2}(-\d{2})?)?$";
/// Longer lists than this have no limit worth telling an editor.
const WORTH_TELLING: usize = 10_000;

/// The schema of a questionnaire file.
pub fn schema() -> Value {
    of_file(&FILE)
}

/// The schema of a file with that root table.
pub(in crate::engine) fn of_file(file: &'static Table) -> Value {
    let mut definitions = BTreeMap::from([("text".to_owned(), text())]);
    define(file, &mut definitions);
    let root = definitions.remove(file.name).unwrap_or_default();
    let root = with(root, "$schema", Some(json!("https://json-schema.org/draft/2020-12/schema")));
    let root = with(root, "title", Some(json!(format!("tashxis {}", file.name))));
    with(root, "$defs", Some(json!(definitions)))
}

fn text() -> Value {
    let languages: Map<String, Value> = Lang::ALL
        .into_iter()
        .map(|lang| (lang.tag().to_owned(), json!({ "type": "string", "pattern": r"\S", "description": lang.name() })))
        .collect();
    json!({
        "description": "A text in every language of the file. Uzbek in other alphabets is derived where it is not written.",
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
    let made = json!({
        "description": table.doc,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    });
    let by_kind = (table.name == QUESTION.name).then(|| KINDS.iter().map(|kind| of_kind(table, kind)).collect());
    definitions.insert(table.name.to_owned(), with(made, "allOf", by_kind));
}

fn table_in(holds: &Holds) -> Option<&'static Table> {
    match holds {
        Holds::Table(table) | Holds::OneOfOrTable(_, table) => Some(table),
        Holds::List(inner, ..) | Holds::Map(inner) => table_in(inner),
        _ => None,
    }
}

fn described(key: &Key) -> Value {
    with(value(&key.holds), "description", Some(json!(key.doc)))
}

/// What is different for questions of one kind: keys they must have, and keys they cannot have.
fn of_kind(table: &Table, kind: &str) -> Value {
    let is_select = matches!(kind, "select_one" | "select_multiple");
    let either = is_select.then(|| json!([{ "required": ["list"] }, { "required": ["choices"] }]));
    let then = with(differences(table, kind), "oneOf", either);
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
        Holds::Language => json!({ "enum": Lang::WRITTEN.map(Lang::tag) }),
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
        Holds::Day => json!({ "type": "string", "pattern": DAY }),
        Holds::Dated => json!({ "type": "string", "pattern": DATED }),
        Holds::List(inner, least, most) => {
            let list = json!({ "type": "array", "items": value(inner), "minItems": least });
            with(list, "maxItems", (*most < WORTH_TELLING).then(|| json!(most)))
        }
        Holds::Map(inner) => json!({ "type": "object", "additionalProperties": value(inner) }),
        Holds::Table(table) => json!({ "$ref": format!("#/$defs/{}", table.name) }),
    }
}

fn number(least: f64, most: f64) -> Value {
    let number = with(json!({ "type": "number" }), "minimum", (least > f64::MIN).then(|| json!(least)));
    with(number, "maximum", (most < f64::MAX).then(|| json!(most)))
}

/// An object with one more entry, if there is something to enter.
fn with(mut object: Value, key: &str, entry: Option<Value>) -> Value {
    if let (Some(entries), Some(entry)) = (object.as_object_mut(), entry) {
        entries.insert(key.to_owned(), entry);
    }
    object
}

#[cfg(test)]
pub(in crate::engine) mod tests;
