//! Comparisons of invented enterprises, in every format.

use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::*;
use crate::engine::change::change as compare;
use crate::engine::fixture;
use crate::engine::questionnaire::sample::SAMPLE;
use crate::engine::target::{Origin, Pattern};
use crate::engine::text::Lang;
use crate::engine::uncertainty::Options;
use crate::report::tests::meta_of;

const THEN: &[(&str, &str)] = &[
    ("F3", "45"),
    ("F8", "yes"),
    ("INF1", "1"),
    ("INF2", "university"),
    ("INF3", "2"),
    ("INT1", "15"),
    ("INT2", "1"),
    ("CLU1", "talks"),
    ("REG1", "3"),
    ("SKL1", "65"),
    ("SKL2", "1"),
];

fn answered(text: &str, more: &[(&str, &str)]) -> Interview {
    fixture::interview(&fixture::questionnaire(text), &[THEN, more].concat())
}

fn texts(lang: Lang) -> Texts {
    Texts::new(lang, TimeZone::UTC)
}

fn compared(then: &Interview, now: &Interview, lang: Lang) -> Sheet {
    let target = ChosenTarget {
        pattern: Pattern::Own,
        origin: Origin::Enterprise,
        levels: [("SKL".into(), 4), ("INT".into(), 4)].into(),
        base: [].into(),
        chosen: "2025-11-24T08:00:00Z".parse().unwrap(),
    };
    let (mut first, second) = (meta_of("2025-11-19T09:00:00Z"), meta_of("2026-11-19T09:00:00Z"));
    first.target = Some(target);
    let found = compare(then, now, &Options::default());
    let (then, now) = (Side { meta: &first, interview: then }, Side { meta: &second, interview: now });
    change(&then, &now, &found, &texts(lang))
}

/// A later version with another item in place of one, and an item scored in another way.
fn revised() -> String {
    SAMPLE.replace("INT1", "INT9").replace("version = \"1.2.0\"", "version = \"2.0.0\"")
}

#[test]
fn what_changed_reads_well_in_every_language() {
    let then = answered(SAMPLE, &[]);
    let now = answered(SAMPLE, &[("SKL1", "20"), ("SKL2", "2"), ("INT2", "2"), ("INF3", "dont_know!")]);
    for lang in [Lang::Uz, Lang::UzCyrl, Lang::Ru, Lang::En] {
        insta::assert_snapshot!(format!("change_{lang}"), compared(&then, &now, lang).text(&texts(lang)));
    }
}

#[test]
fn programs_get_every_figure_that_people_read() {
    let then = answered(SAMPLE, &[]);
    let now = answered(SAMPLE, &[("SKL1", "20"), ("SKL2", "2"), ("INF3", "dont_know!")]);
    let sheet = compared(&then, &now, Lang::En);
    let file: Value = serde_json::from_str(&sheet.json()).unwrap();
    assert_eq!(file["format"], "tashxis-change/1");
    assert_eq!((&file["items"], &file["then_begun"]), (&json!(8), &json!("2025-11-19T09:00:00Z")));
    let row = |id: &str| file["scores"].as_array().unwrap().iter().find(|row| row["area"] == id).unwrap();
    let skills = row("SKL");
    assert_eq!((&skills["then"], &skills["now"], &skills["change"]), (&json!(37.5), &json!(100.0), &json!(62.5)));
    assert_eq!((&skills["verdict"], &skills["compared"]), (&json!("better"), &json!(1.0)));
    // Level 4 begins at 80: more than the whole way has been gone.
    assert!((skills["progress"].as_f64().unwrap() - 62.5 / 42.5).abs() < 1e-9, "{skills}");
    assert_eq!((&row("CLU")["verdict"], &row("CLU")["progress"]), (&json!("noise"), &Value::Null));
    assert_eq!(
        file["left_out"],
        json!([{"item": "INF3", "reason": "unanswered", "question": file["left_out"][0]["question"]}])
    );
    let ids: Vec<&str> = file["moved"].as_array().unwrap().iter().map(|row| row["item"].as_str().unwrap()).collect();
    assert_eq!(ids, ["SKL1", "SKL2"]);
    assert!(sheet.csv().contains("moved,1,points,37.5\n"), "{}", sheet.csv());
}

#[test]
fn versions_are_compared_by_what_they_have_in_common() {
    let now = fixture::interview(
        &fixture::questionnaire(&revised()),
        &[("F3", "45"), ("F8", "yes"), ("INT9", "15"), ("INT2", "1")],
    );
    let sheet = compared(&answered(SAMPLE, &[]), &now, Lang::En);
    let file: Value = serde_json::from_str(&sheet.json()).unwrap();
    assert_eq!((&file["then_version"], &file["now_version"]), (&json!("1.2.0"), &json!("2.0.0")));
    assert_eq!(file["dropped"][0]["item"], "INT1");
    let new = file["left_out"].as_array().unwrap().iter().find(|row| row["item"] == "INT9").unwrap();
    assert_eq!(new["reason"], "new");
}

#[test]
fn the_same_answers_move_nothing_and_say_so() {
    let interview = answered(SAMPLE, &[]);
    let text = compared(&interview, &interview, Lang::En).text(&texts(Lang::En));
    assert!(text.contains("No item was answered otherwise.") && !text.contains("Not compared"), "{text}");
    assert!(!text.contains("real gain") && text.contains("within the noise"), "{text}");
}

fn agreed(one: &Interview, other: &Interview, lang: Lang) -> Sheet {
    let (first, second) = (meta_of("2026-11-19T09:00:00Z"), meta_of("2026-11-20T09:00:00Z"));
    let (one, other) = (Side { meta: &first, interview: one }, Side { meta: &second, interview: other });
    agreement(&one, &other, &texts(lang))
}

#[test]
fn two_respondents_are_held_against_each_other() {
    let one = answered(SAMPLE, &[]);
    let other = answered(SAMPLE, &[("INF1", "4"), ("SKL2", "2"), ("REG1", "dont_know!")]);
    for lang in [Lang::Uz, Lang::UzCyrl, Lang::Ru, Lang::En] {
        insta::assert_snapshot!(format!("agreement_{lang}"), agreed(&one, &other, lang).text(&texts(lang)));
    }
    let file: Value = serde_json::from_str(&agreed(&one, &other, Lang::En).json()).unwrap();
    assert_eq!((&file["format"], &file["items"]), (&json!("tashxis-agreement/1"), &json!(8)));
    // Six of the eight that both answered are the same.
    assert_eq!(file["same"], json!(0.75));
    let far: Vec<(&str, f64)> = file["far_apart"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["item"].as_str().unwrap(), row["levels"].as_f64().unwrap()))
        .collect();
    assert_eq!(far, [("INF1", 3.0), ("SKL2", 2.0)]);
    assert_eq!(file["answers"].as_array().unwrap().len(), 8);
}

#[test]
fn who_agrees_in_everything_has_a_kappa_of_one() {
    let one = answered(SAMPLE, &[]);
    let sheet = agreed(&one, &one, Lang::En);
    let file: Value = serde_json::from_str(&sheet.json()).unwrap();
    assert_eq!((&file["kappa"], &file["same"], &file["lean"]), (&json!(1.0), &json!(1.0), &json!(0.0)));
    assert!(sheet.text(&texts(Lang::En)).contains("None."));
}
