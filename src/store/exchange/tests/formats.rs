//! Every version of the format that was ever written is read, and none has what a later one brought.

use std::path::Path;

use super::*;

fn sample(version: u64) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store/exchange");
    std::fs::read_to_string(folder.join(format!("v{version}-sample.json"))).unwrap()
}

#[test]
fn the_present_export_format_comes_back_as_it_was() {
    let mut here = place();
    assert_eq!(import(&mut here.store, &sample(4)).added, 1);
    assert_eq!(here.store.export_all().unwrap(), sample(4));
    assert_eq!(here.store.verify().unwrap(), []);
}

#[test]
fn earlier_export_formats_are_still_read_without_what_they_did_not_have() {
    for version in [1, 2, 3] {
        let mut here = place();
        assert_eq!(import(&mut here.store, &sample(version)).added, 1);
        let mut then: Json = serde_json::from_str(&sample(version)).unwrap();
        then["version"] = json!(4);
        let assessment = then["assessments"][0].as_object_mut().unwrap();
        assessment.entry("target").or_insert(json!(null));
        assessment.extend(["visits", "stays"].map(|field| (field.to_owned(), json!([]))));
        if version < 3 {
            assessment.insert("previous".to_owned(), json!(null));
            let changed = assessment["changed"].clone();
            let action = assessment["actions"][0].as_object_mut().unwrap();
            action.extend(["created", "changed"].map(|field| (field.to_owned(), changed.clone())));
            action.extend(["measure", "note"].map(|field| (field.to_owned(), json!(""))));
            action.insert("phase".to_owned(), json!(null));
        }
        let now: Json = serde_json::from_str(&here.store.export_all().unwrap()).unwrap();
        assert_eq!(now, then);
        assert_eq!(here.store.verify().unwrap(), []);
    }
}

#[test]
fn a_version_has_no_field_of_a_later_one() {
    let earlier = |of: u64, version: u64| {
        let text = sample(of).replacen(&format!("\"version\": {of},"), &format!("\"version\": {version},"), 1);
        said(&findings(place().store.import(text.as_bytes()).unwrap_err()))
    };
    assert_eq!(earlier(2, 1), ["assessment no. 1, target import-unknown-field"]);
    assert_eq!(
        earlier(3, 2),
        ["assessment no. 1, actions[1] import-bad-field", "assessment no. 1, previous import-unknown-field"]
    );
    assert_eq!(
        earlier(4, 3),
        ["assessment no. 1, stays import-unknown-field", "assessment no. 1, visits import-unknown-field"]
    );
}
