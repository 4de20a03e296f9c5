//! What a report says of the assessment before it.

use super::*;

/// The report of an enterprise that was assessed a year before, with a target.
pub(super) fn again() -> (Interview, Meta) {
    let before = answered(&[
        ("F3", "45"),
        ("F8", "no"),
        ("INF1", "1"),
        ("INF2", "university"),
        ("INF3", "2"),
        ("INT2", "1"),
        ("CLU1", "talks"),
        ("REG1", "3"),
        ("SKL1", "90"),
        ("SKL2", "1"),
    ]);
    let mut then = meta_of("2025-11-19T09:00:00Z");
    then.target = Some(around::exporter());
    let mut now = zarafshon();
    let level = value(&now, "INF1", "4");
    keep(&mut now, "INF1", level);
    then.closed = then.closed.or(Some(then.changed));
    let earlier = Some(Box::new(Earlier { meta: then, interview: before }));
    (now, Meta { earlier, ..meta() })
}

#[test]
fn the_report_tells_what_changed_since_last_time() {
    let (interview, meta) = again();
    for lang in [Lang::Uz, Lang::UzCyrl, Lang::Ru, Lang::En] {
        let texts = texts(lang);
        let whole = text(&document(&profile(&interview), &interview, &meta, &texts, Length::Full), 80);
        let from = whole.find(&texts.get("compare-since").to_uppercase()).or(whole.find(&texts.get("compare-since")));
        let to = whole.rfind(&texts.get("report-answers").to_uppercase()).or(whole.rfind(&texts.get("report-answers")));
        insta::assert_snapshot!(format!("since_{lang}"), steady(&whole[from.unwrap()..to.unwrap()]));
    }
}

#[test]
fn programs_get_the_change_and_how_much_of_the_way_is_gone() {
    let (interview, meta) = again();
    let file: serde_json::Value = serde_json::from_str(&json(&profile(&interview), &interview, &meta)).unwrap();
    let since = &file["since"];
    assert_eq!((&since["created"], &since["version"]), (&"2025-11-19T09:00:00Z".into(), &"1.2.0".into()));
    assert_eq!((&since["moved"][0]["question"], &since["moved"][0]["from"]), (&"INF1".into(), &25.0.into()));
    assert!(since["left_out"].as_array().unwrap().iter().any(|it| it["question"] == "SKL2"), "{since}");
    let area = &since["areas"][0];
    let (then, now) = (area["difference"]["then"].as_f64().unwrap(), area["difference"]["now"].as_f64().unwrap());
    // The target is level 3, which begins at 60.
    assert!((area["progress"].as_f64().unwrap() - (now - then) / (60.0 - then)).abs() < 1e-9, "{area}");
}

#[test]
fn without_an_earlier_assessment_nothing_is_said_of_a_change() {
    let interview = zarafshon();
    assert!(!report(&interview, Lang::En, 80).to_lowercase().contains("since last time"));
}
