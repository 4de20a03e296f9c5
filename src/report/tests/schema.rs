//! The JSON profile against its schema, which is in `docs/`.

use serde_json::{Value, json as value_of};

use super::*;
use crate::engine::questionnaire::builtin::BUILTIN;
use crate::engine::reference::play;

fn schema() -> Value {
    serde_json::from_str(include_str!("../../../docs/profile.schema.json")).unwrap()
}

/// The same schema, which also refuses keys that it does not name: what is written is written down.
fn strict(mut schema: Value) -> Value {
    fn close(at: &mut Value) {
        match at {
            Value::Object(map) => {
                map.values_mut().for_each(close);
                if map.get("properties").is_some_and(Value::is_object) && map.contains_key("required") {
                    map.insert("additionalProperties".to_owned(), Value::Bool(false));
                }
            }
            Value::Array(list) => list.iter_mut().for_each(close),
            _ => {}
        }
    }
    close(&mut schema);
    schema
}

fn complaints(validator: &jsonschema::Validator, interview: &Interview, meta: &Meta) -> Vec<String> {
    let file: Value = serde_json::from_str(&json(&profile(interview), interview, meta)).unwrap();
    validator.iter_errors(&file).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn the_profiles_of_all_reference_enterprises_fit_the_schema() {
    let validator = jsonschema::validator_for(&strict(schema())).unwrap();
    let options = crate::engine::uncertainty::Options::default().drawing(100);
    for builtin in BUILTIN {
        let questionnaire = Arc::new(read::read(builtin.text).unwrap().0);
        for reference in &questionnaire.references {
            let interview = play(&questionnaire, reference, fresh().now().clone()).interview;
            let meta = Meta { target: None, ..meta() }.simulating(options);
            assert_eq!(complaints(&validator, &interview, &meta), Vec::<String>::new(), "{}", reference.id);
        }
    }
}

#[test]
fn gaps_reasons_targets_and_an_earlier_assessment_fit_the_schema() {
    let validator = jsonschema::validator_for(&strict(schema())).unwrap();
    for interview in [zarafshon(), barely(), lopsided(), fresh()] {
        assert_eq!(complaints(&validator, &interview, &meta()), Vec::<String>::new());
    }
    let (interview, meta) = since::again();
    assert_eq!(complaints(&validator, &interview, &meta), Vec::<String>::new());
}

#[test]
fn the_schema_refuses_what_is_no_profile() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    let interview = zarafshon();
    let whole: Value = serde_json::from_str(&json(&profile(&interview), &interview, &meta())).unwrap();
    assert!(validator.is_valid(&whole));
    for (pointer, bad) in [
        ("/format", value_of!("tashxis-profile/2")),
        ("/index/headline", value_of!(101)),
        ("/areas/0/score", value_of!("38.2")),
        ("/areas/0/publication", value_of!("secret")),
        ("/answers/0/status", value_of!("perhaps")),
        ("/assessment/id", Value::Null),
    ] {
        let mut changed = whole.clone();
        *changed.pointer_mut(pointer).unwrap() = bad;
        assert!(!validator.is_valid(&changed), "{pointer}");
    }
    let mut short = whole;
    short.as_object_mut().unwrap().remove("answers");
    assert!(!validator.is_valid(&short));
}
