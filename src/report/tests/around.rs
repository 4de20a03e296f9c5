//! Who can help, what the target is, what strengths allow, and what it looks like elsewhere.

use super::*;
use crate::engine::catalogue::{self, BUILTIN};
use crate::engine::questionnaire::builtin::BUILTIN as QUESTIONNAIRES;
use crate::engine::score::Scores;
use crate::engine::target::{ChosenTarget, Levels, Origin, Pattern};

/// A catalogue that meets the need of the sample's first recommendation.
const CATALOGUE: &str = r#"
format = 1
id = "small"
version = "1.0.0"
languages = ["uz", "ru", "en"]
title = { uz = "Kichik katalog", ru = "Малый каталог", en = "A small catalogue" }
verified_on = 2026-11-20

[[generic]]
id = "technopark"
text = { uz = "Texnoparkdan soʻrang.", ru = "Спросите в технопарке.", en = "Ask a technopark." }

[[record]]
id = "park"
kind = "body"
names = { uz = "Birinchi park", ru = "Первый парк", en = "The First Park" }
status = "active"
verified_on = 2026-11-20
review_by = 2027-05-20
confidence = "high"
generic = "technopark"
gate = "share"
what = { uz = "laboratoriyasini ijaraga beradi.", ru = "сдаёт лабораторию.", en = "lends its laboratory." }
sources = [{ title = "First page", address = "https://example.org/park", date = "2026-03" },
           { title = "Second page", address = "https://example.org/again", date = "2025-12-31" }]

[[record]]
id = "share"
kind = "law"
names = { uz = "Ulush qoidasi", ru = "Правило доли", en = "The rule on shares" }
status = "active"
verified_on = 2026-11-20
review_by = 2027-05-20
confidence = "medium"
generic = "technopark"
what = { uz = "yordam reytingga bogʻliq.", ru = "помощь зависит от рейтинга.", en = "help depends on the rating." }
sources = [{ title = "Rules", address = "https://example.org/rules", date = "2024" }]
"#;

pub(super) fn small() -> Arc<Catalogue> {
    Arc::new(catalogue::read(CATALOGUE).unwrap_or_else(|problems| panic!("{problems:#?}")).0)
}

/// The sample's target, chosen by an advisor when the first area stood at 20.
pub(super) fn exporter() -> ChosenTarget {
    ChosenTarget {
        pattern: Pattern::Listed("growing-exporter".to_owned()),
        origin: Origin::Advisor,
        levels: [("INF", 3), ("INT", 3), ("CLU", 2), ("REG", 2), ("SKL", 3)]
            .map(|(id, level)| (id.into(), level))
            .into(),
        base: [("INF", 20.0), ("CLU", 10.0)].map(|(id, score)| (id.into(), score)).into(),
        chosen: "2026-09-01T08:00:00Z".parse().unwrap(),
    }
}

fn low() -> Interview {
    answered(&[("F3", "5"), ("INF1", "0"), ("INF2", "university institute supplier"), ("INF3", "20")])
}

fn on(meta: &Meta) -> String {
    let interview = low();
    written(&interview, meta, Lang::En, 200)
}

fn made(day: &str) -> Meta {
    Meta { made: format!("{day}T08:00:00Z").parse().unwrap(), ..meta() }
}

#[test]
fn who_can_help_is_named_with_source_and_day() {
    let report = on(&made("2026-11-24"));
    let line = "Who can help: The First Park: lends its laboratory. Source: First page, 03.2026; Second page, \
                31.12.2025. Verified on 20 November 2026.";
    assert!(report.contains(line), "{report}");
    assert!(report.contains("Who can help: The rule on shares: help depends on the rating."));
    let (named, listed) = report.split_once("Where this is said").expect("the list of sources");
    assert!(!named.contains("https://") && listed.contains("First page, 03.2026: https://example.org/park"));
    assert!(report.contains("A small catalogue, version 1.0.0, gone through on 20 November 2026."));
}

#[test]
fn what_is_past_its_review_is_named_with_a_reserve() {
    let report = on(&made("2027-05-21"));
    assert!(report.contains("Verified on 20 November 2026; may have changed."), "{report}");
    assert!(!on(&made("2027-05-20")).contains("may have changed"));
}

#[test]
fn without_a_catalogue_the_neutral_text_is_said() {
    let report = on(&Meta { catalogue: Arc::default(), ..meta() });
    assert!(report.contains("Who can help: Ask the nearest technopark."), "{report}");
    assert!(!report.contains("First Park") && !report.contains("Where this is said"));
    assert!(report.contains("none: nobody is named"));
}

#[test]
fn a_case_from_elsewhere_stands_beside_areas_and_actions_once() {
    let report = on(&meta());
    assert_eq!(report.matches("Ideas are exchanged fast.").count(), 1);
    assert!(report.matches("They do research together.").count() <= 1);
    assert!(report.contains("They are no yardstick"));
}

#[test]
fn a_report_without_a_target_has_no_section_for_it() {
    assert!(on(&meta()).contains("Target\n"));
    assert!(!on(&Meta { target: None, ..meta() }).contains("Target\n"));
}

/// An interview in the built-in questionnaire in which everything is answered as in one of its references.
fn built_in(reference: &str) -> (Interview, Scores) {
    built_in_but(reference, &[])
}

/// The same with some answers of its own.
fn built_in_but(reference: &str, own: &[(&str, &str)]) -> (Interview, Scores) {
    let (questionnaire, _) = read::read(QUESTIONNAIRES[0].text).unwrap();
    let questionnaire = Arc::new(questionnaire);
    let reference = questionnaire.references.iter().find(|it| it.id == reference).unwrap().clone();
    let now = "2026-11-23T14:02:00Z".parse::<jiff::Timestamp>().unwrap().to_zoned(TimeZone::UTC);
    let mut interview = Interview::new(Arc::clone(&questionnaire), reference.form, now);
    let mut answers = reference.answers;
    answers.sort_by_key(|(ix, _)| *ix);
    for (ix, typed) in answers {
        let own = own.iter().find(|(id, _)| questionnaire.questions[ix].id.as_str() == *id);
        let response = match own.map_or(typed.as_str(), |(_, typed)| *typed) {
            "dont_know!" => Response::DontKnow,
            "refused!" => Response::Refused,
            typed => Response::Value(questionnaire.questions[ix].parse(typed).unwrap().unwrap()),
        };
        let id = questionnaire.questions[ix].id.to_string();
        keep(&mut interview, &id, Answer { response: Some(response), ..Answer::default() });
    }
    let scores = profile(&interview).scores;
    (interview, scores)
}

#[test]
fn the_built_in_report_keeps_to_its_width_and_says_every_key_in_every_language() {
    let catalogue = Arc::new(catalogue::read(BUILTIN).unwrap().0);
    for reference in ["isolated-micro", "outsider-in-full", "member-in-full"] {
        let (interview, scores) = built_in(reference);
        let levels: Levels = scores.areas.map(|_| Some(4));
        let target = ChosenTarget::new(
            interview.questionnaire(),
            &scores,
            Pattern::Own,
            Origin::Programme,
            &levels,
            meta().made,
        );
        for lang in Lang::ALL {
            let meta = Meta { catalogue: Arc::clone(&catalogue), target: Some(target.clone()), ..meta() };
            let report = written(&interview, &meta, lang, 72);
            for line in report.lines() {
                assert!(line.width() <= 72, "{line}");
            }
            for key in ["catalogue-", "target-", "report-"] {
                let bare = regex::Regex::new(&format!(r"\b{key}[a-z]+(-[a-z]+)*:")).unwrap();
                assert!(!bare.is_match(&report), "{lang} {reference}: {:?}", bare.find(&report));
            }
        }
    }
}

#[test]
fn the_rating_is_told_where_a_subsidy_is_named() {
    let catalogue = Arc::new(catalogue::read(BUILTIN).unwrap().0);
    let meta = Meta { catalogue, ..meta() };
    let cases: [(&[(&str, &str)], &str); 3] = [
        (&[], "your district is of category 4 or 5"),
        (&[("F19", "cat2"), ("F18", "A")], "your rating is A: 80% of a subsidy or relief."),
        (&[("F19", "cat2")], "follows its rating: AAA 100%, AA 90%"),
    ];
    for (own, expected) in cases {
        let (interview, _) = built_in_but("outsider-in-full", own);
        let report = written(&interview, &meta, Lang::En, 400);
        assert!(report.contains(expected), "{expected}: {report}");
    }
}

#[test]
fn programs_read_target_prospects_and_help() {
    let interview = low();
    let json: serde_json::Value = serde_json::from_str(&json(&profile(&interview), &interview, &meta())).unwrap();
    assert_eq!(json["catalogue"]["verified_on"], "2026-11-20");
    assert_eq!(json["target"]["pattern"]["listed"], "growing-exporter");
    assert_eq!(json["target"]["areas"][0]["goal"], 60.0);
    let help = &json["recommendations"][0]["help"];
    assert_eq!(
        (&help[0]["said"], &help[0]["record"], &help[0]["aged"]),
        (&"named".into(), &"park".into(), &false.into())
    );
    assert_eq!(help[0]["sources"][0]["address"], "https://example.org/park");
    let interview = lopsided();
    let json: serde_json::Value =
        serde_json::from_str(&super::json(&profile(&interview), &interview, &meta())).unwrap();
    assert_eq!(json["prospects"][0]["id"], "strong-int");
}
