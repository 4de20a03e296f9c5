//! Reports of an invented enterprise, in every language and at every width.

use std::sync::Arc;

use jiff::tz::TimeZone;
use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

use super::*;
use crate::engine::answer::{Answer, Confidence, Response};
use crate::engine::benchmark::Others;
use crate::engine::interview::memory::MemoryJournal;
use crate::engine::interview::{Advance, Circumstances, Form};
use crate::engine::profile::profile;
use crate::engine::questionnaire::{read, sample};
use crate::engine::text::Lang;

mod around;
mod formats;
mod pdf;
mod schema;
mod since;

fn fresh() -> Interview {
    let (questionnaire, _) = read::read(sample::SAMPLE).unwrap();
    let now = jiff::civil::date(2026, 11, 23).at(14, 2, 0, 0).to_zoned(TimeZone::UTC).unwrap();
    Interview::new(Arc::new(questionnaire), Form::Full, now)
}

fn keep(interview: &mut Interview, id: &str, answer: Answer) {
    let ix = interview.questionnaire().find(id).unwrap();
    let change = interview.propose(ix, answer).unwrap_or_else(|refusal| panic!("{id}: {refusal:?}"));
    let circumstances = Circumstances { lang: Lang::En, shown_ms: 0, advance: Advance::Stay };
    interview.commit(change, circumstances, &mut MemoryJournal::default()).unwrap();
}

fn value(interview: &Interview, id: &str, typed: &str) -> Answer {
    let questionnaire = interview.questionnaire();
    let question = &questionnaire.questions[questionnaire.find(id).unwrap()];
    question.parse(typed).unwrap().unwrap().into()
}

fn answered(answers: &[(&str, &str)]) -> Interview {
    let mut interview = fresh();
    for (id, typed) in answers {
        let answer = value(&interview, id, typed);
        keep(&mut interview, id, answer);
    }
    interview
}

/// An enterprise with a bit of everything: gaps, reasons, comments, answers by rule.
fn zarafshon() -> Interview {
    let mut interview = answered(&[
        ("F1", "Zarafshon Tekstil MChJ"),
        ("F2", "2004-03-15"),
        ("F3", "45"),
        ("F8", "no"),
        ("INF1", "1"),
        ("INF2", "university supplier"),
        ("INF3", "2"),
        ("INT2", "1"),
        ("REG1", "3"),
        ("SKL1", "65"),
    ]);
    let member = Answer {
        confidence: Some(Confidence::Medium),
        evidence: "Letter of 3 March".to_owned(),
        flagged: true,
        ..value(&interview, "CLU1", "talks")
    };
    keep(&mut interview, "CLU1", member);
    let comment = "The head of personnel, who would know, was away on the day of the interview".to_owned();
    keep(&mut interview, "SKL2", Answer { response: Some(Response::DontKnow), comment, ..Answer::default() });
    interview
}

/// Nothing but an answer that does not apply and one that tries to move the cursor.
fn barely() -> Interview {
    let mut interview = answered(&[("F3", "12")]);
    let reason = "we \u{1b}[2Jhave no equipment".to_owned();
    keep(&mut interview, "SKL1", Answer { response: Some(Response::NotApplicable { reason }), ..Answer::default() });
    interview
}

/// One good practice beside missing ones, an area that does not apply, and a wide gap.
fn lopsided() -> Interview {
    let mut interview = answered(&[
        ("F1", "Buxoro Non"),
        ("F3", "8"),
        ("F8", "yes"),
        ("INF1", "4"),
        ("INF2", "none"),
        ("INT1", "60"),
        ("INT2", "1"),
        ("CLU1", "no"),
        ("SKL2", "1"),
    ]);
    for id in ["REG1", "SKL1"] {
        let reason = "rented from the neighbours".to_owned();
        keep(&mut interview, id, Answer { response: Some(Response::NotApplicable { reason }), ..Answer::default() });
    }
    interview
}

fn meta() -> Meta {
    let at = |text: &str| text.parse().unwrap();
    Meta {
        assessment: AssessmentId(uuid::Uuid::nil()),
        enterprise: "Zarafshon Tekstil MChJ".to_owned(),
        created: at("2026-11-19T09:00:00Z"),
        changed: at("2026-11-23T14:02:00Z"),
        closed: Some(at("2026-11-23T14:10:00Z")),
        interviewers: vec!["D. Karimova".to_owned()],
        made: at("2026-11-24T08:00:00Z"),
        actions: Vec::new(),
        target: Some(around::exporter()),
        catalogue: around::small(),
        options: crate::engine::uncertainty::Options::default(),
        earlier: None,
        others: Others::default(),
    }
}

/// The same, begun at another moment.
pub(super) fn meta_of(created: &str) -> Meta {
    Meta { created: created.parse().unwrap(), target: None, ..meta() }
}

fn texts(lang: Lang) -> Texts {
    Texts::new(lang, TimeZone::UTC)
}

fn report(interview: &Interview, lang: Lang, width: usize) -> String {
    written(interview, &meta(), lang, width)
}

fn written(interview: &Interview, meta: &Meta, lang: Lang, width: usize) -> String {
    text(&document(&profile(interview), interview, meta, &texts(lang), Length::Full), width)
}

fn summary_of(interview: &Interview, lang: Lang) -> String {
    summary(&profile(interview), interview, &meta(), &texts(lang))
}

/// Without what may differ: the sample's hash, the program's version, the last digits of a logarithm.
fn steady(text: &str) -> String {
    let hash = &fresh().questionnaire().hash.clone();
    let text = text.replace(&hash[..], "<hash>").replace(&hash[..12], "<12 of hash>");
    let digits = regex::Regex::new(r"(\d\.\d{9})\d+").unwrap();
    digits.replace_all(&text, "$1").replace(PROGRAM, "tashxis <version>")
}

#[test]
fn the_report_reads_well_in_every_language() {
    for lang in Lang::ALL {
        insta::assert_snapshot!(format!("report_{lang}"), steady(&report(&zarafshon(), lang, 80)));
    }
}

#[test]
fn the_report_of_a_few_answers_says_what_is_missing() {
    insta::assert_snapshot!(steady(&report(&barely(), Lang::En, 80)));
}

#[test]
fn an_uneven_report_says_why_and_what_cannot_be_compared() {
    for lang in Lang::ALL {
        let whole = report(&lopsided(), lang, 80);
        let end = whole.find("\nCLU1").unwrap();
        insta::assert_snapshot!(format!("uneven_{lang}"), steady(&whole[..end]));
    }
}

#[test]
fn the_summary_has_a_few_lines() {
    for lang in Lang::ALL {
        for interview in [zarafshon(), barely()] {
            let summary = summary_of(&interview, lang);
            assert!((6..=10).contains(&summary.lines().count()), "{summary}");
            assert!(summary.lines().all(|line| line.width() <= 80), "{summary}");
        }
    }
    insta::assert_snapshot!(summary_of(&zarafshon(), Lang::En));
}

#[test]
fn the_json_holds_every_figure() {
    let interview = zarafshon();
    insta::assert_snapshot!(steady(&json(&profile(&interview), &interview, &meta())));
}

/// Programs need not believe a figure: each follows from what stands beside it.
#[test]
fn every_score_of_the_json_can_be_computed_again_from_it() {
    let interview = zarafshon();
    let json: serde_json::Value = serde_json::from_str(&json(&profile(&interview), &interview, &meta())).unwrap();
    let list = |value: &serde_json::Value| value.as_array().unwrap().clone();
    let near = |one: f64, other: &serde_json::Value| assert!((one - other.as_f64().unwrap()).abs() < 1e-9, "{other}");
    let areas = list(&json["areas"]);
    let logarithms: f64 = areas.iter().filter_map(|area| area["in_index"]["term"].as_f64()).sum();
    near(logarithms.exp(), &json["index"]["headline"]);
    for area in areas.iter().filter(|area| !area["score"].is_null()) {
        near(list(&area["items"]).iter().filter_map(|item| item["points"].as_f64()).sum(), &area["score"]);
    }
    let items: Vec<_> = areas.iter().flat_map(|area| list(&area["items"])).collect();
    let score = |id: &serde_json::Value| items.iter().find(|item| item["question"] == *id).unwrap()["score"].as_f64();
    for facet in list(&json["facets"]).iter().filter(|facet| !facet["score"].is_null()) {
        let scores: Vec<f64> = list(&facet["items"]).iter().filter_map(score).collect();
        near(scores.iter().sum::<f64>() / scores.len() as f64, &facet["score"]);
    }
}

#[test]
fn intervals_and_the_way_up_are_those_of_the_engine() {
    use crate::engine::lever::Outcome;
    let interview = zarafshon();
    let profile = profile(&interview);
    let outlook = crate::engine::outlook::outlook(&interview, &profile);
    let doubt = outlook.uncertainty.index.as_ref().unwrap();
    let text = report(&interview, Lang::En, 200);
    let (low, high) = doubt.headline.around(profile.scores.index.as_ref().unwrap().headline);
    assert!(text.contains(&format!("{low:.1}–{high:.1}, median {:.1}", doubt.headline.median)), "{text}");
    assert!(text.contains(&format!("median {:.1}", doubt.robust.median)), "{text}");
    let likeliest = doubt.bands.iter().copied().fold(0.0, f64::max);
    assert!(text.contains(&format!("Emerging {:.0}%", likeliest * 100.0)), "{text}");
    assert!(text.contains("2000 simulations with the seed 2026") && text.contains("(type 7)"), "{text}");
    let Some(Outcome::Path(path)) = outlook.ascent.map(|ascent| ascent.outcome) else { panic!("no path") };
    assert!(text.contains(&format!("total effort {}, overall score then {:.1}", path.effort, path.score)), "{text}");
    let json: serde_json::Value = serde_json::from_str(&json(&profile, &interview, &meta())).unwrap();
    assert_eq!(json["index"]["uncertainty"]["headline"]["median"], doubt.headline.median);
    assert_eq!((&json["path"]["effort"], &json["path"]["score"]), (&path.effort.into(), &path.score.into()));
    assert_eq!(json["next_question"]["narrowing"], outlook.next.unwrap().narrowing());
}

#[test]
fn a_way_that_does_not_exist_is_said_to_be_none() {
    // All that the enterprise does itself is at its best; what surrounds it is at its worst.
    let best = [
        ("F3", "45"),
        ("F8", "yes"),
        ("INF1", "4"),
        ("INF2", "university supplier"),
        ("INF3", "20"),
        ("INT1", "60"),
        ("INT2", "2"),
        ("CLU1", "member"),
        ("REG1", "4"),
        ("SKL1", "20"),
        ("SKL2", "2"),
    ];
    let interview = answered(&best);
    let text = report(&interview, Lang::En, 200);
    assert!(text.contains("There is no way to the band “"), "{text}");
    let parsed: serde_json::Value = serde_json::from_str(&json(&profile(&interview), &interview, &meta())).unwrap();
    assert_eq!((&parsed["path"]["reachable"], &parsed["path"]["effort"]), (&false.into(), &serde_json::Value::Null));
    let parsed: serde_json::Value = serde_json::from_str(&json(&profile(&barely()), &barely(), &meta())).unwrap();
    assert!(parsed["path"].is_null() && parsed["index"].is_null());
    assert!(report(&barely(), Lang::En, 200).contains("It can be shown once there is an overall score."));
}

#[test]
fn the_json_of_an_empty_interview_has_no_index() {
    let interview = fresh();
    let parsed: serde_json::Value = serde_json::from_str(&json(&profile(&interview), &interview, &meta())).unwrap();
    assert_eq!(parsed["format"], "tashxis-profile/1");
    assert!(parsed["index"].is_null());
    assert!(parsed["areas"][0]["score"].is_null());
    assert_eq!(parsed["areas"][3]["high"], 100.0);
}

#[test]
fn no_text_is_missing_and_nothing_steers_the_terminal() {
    for lang in Lang::ALL {
        for interview in [zarafshon(), barely(), lopsided(), fresh()] {
            let whole = report(&interview, lang, 80) + &summary_of(&interview, lang);
            assert!(!whole.contains("report-"), "{whole}");
            assert!(!whole.contains("{$") && !whole.contains("{ $"), "{whole}");
            assert!(whole.chars().all(|c| c == '\n' || !c.is_control()), "{whole:?}");
            assert!(!whole.contains("NaN") && !whole.contains("inf "), "{whole}");
        }
    }
}

#[test]
fn the_interviewers_are_named_once_each() {
    use crate::engine::interview::Progress;
    use crate::engine::interview::journal::{Event, EventAction};
    use crate::engine::library::Summary;
    let event = |interviewer: &str| Event {
        sequence: 1,
        id: uuid::Uuid::nil(),
        time: Timestamp::UNIX_EPOCH,
        device: String::new(),
        interviewer: interviewer.to_owned(),
        action: EventAction::Close,
        lang: Lang::Uz,
        shown_ms: 0,
        hash: String::new(),
    };
    let summary = Summary {
        id: AssessmentId(uuid::Uuid::nil()),
        enterprise: "Zarafshon".to_owned(),
        questionnaire: "sample".into(),
        version: "1.2.0".to_owned(),
        form: Form::Full,
        created: Timestamp::UNIX_EPOCH,
        changed: Timestamp::UNIX_EPOCH,
        closed: None,
        archived: false,
        progress: Progress::default(),
        previous: None,
        visit: None,
    };
    let events = ["", "Dilnoza", "Aziz", "Dilnoza"].map(event).into();
    let record = Record {
        summary,
        questionnaire_text: "".into(),
        events,
        drafts: Vec::new(),
        position: None,
        target: None,
        actions: Vec::new(),
    };
    assert_eq!(Meta::new(&record, Timestamp::UNIX_EPOCH).interviewers, ["Dilnoza", "Aziz"]);
}

/// What may be said to any question of the sample, fitting or not.
const TYPED: [&str; 14] = [
    "0",
    "1",
    "2",
    "4",
    "20",
    "65",
    "100",
    "yes",
    "no",
    "none",
    "university supplier",
    "talks",
    "member",
    "2004-03-15",
];

/// An interview in which each question got one of these, where it fits, or no answer with a reason.
fn arbitrary() -> impl Strategy<Value = Interview> {
    prop::collection::vec(0..TYPED.len() + 4, 20).prop_map(|picks| {
        let mut interview = fresh();
        let questionnaire = interview.questionnaire().clone();
        for ((ix, question), pick) in questionnaire.questions.enumerate().zip(picks) {
            let response = match TYPED.get(pick) {
                Some(typed) => question.parse(typed).ok().flatten().map(Response::Value),
                None if pick == TYPED.len() => Some(Response::DontKnow),
                None if pick == TYPED.len() + 1 => Some(Response::NotApplicable { reason: "so".to_owned() }),
                None => None,
            };
            if interview.propose(ix, Answer { response: response.clone(), ..Answer::default() }).is_ok() {
                keep(&mut interview, question.id.as_str(), Answer { response, ..Answer::default() });
            }
        }
        interview
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_line_keeps_to_the_width(width in 40_usize..140, lang in prop::sample::select(Lang::ALL.to_vec())) {
        for line in report(&zarafshon(), lang, width).lines() {
            prop_assert!(line.width() <= width, "{} > {width}: {line}", line.width());
        }
    }

    #[test]
    fn whatever_is_answered_every_figure_is_a_number(interview in arbitrary()) {
        let profile = profile(&interview);
        let figures = format!("{profile:?}");
        prop_assert!(!figures.contains("NaN") && !figures.contains("inf"), "{figures}");
        for advice in &profile.advice {
            prop_assert!(advice.gain.is_none_or(|gain| (-1e-9..=100.0).contains(&gain)) && advice.priority >= -1e-9);
        }
        prop_assert!(report(&interview, Lang::Ru, 80).len() > 1000);
        prop_assert!((6..=10).contains(&summary_of(&interview, Lang::Uz).lines().count()));
    }
}

#[test]
fn settings_of_the_questionnaire_are_told_by_their_numbers() {
    let own = sample::SAMPLE
        .replace("aggregation = \"geometric\"", "aggregation = { power = -0.5 }")
        .replace("floor = 1\n", "floor = 2\n")
        .replace("published = 0.6666666666666666", "published = 0.9")
        .replace("provisional = 0.5", "provisional = 0.6")
        .replace("missing_areas = 1", "missing_areas = 2")
        .replace("[25, 50, 75, 100]", "[20, 40, 60, 80]");
    let (questionnaire, _) = read::read(&own).unwrap();
    let now = jiff::civil::date(2026, 11, 23).at(14, 2, 0, 0).to_zoned(TimeZone::UTC).unwrap();
    let mut interview = Interview::new(Arc::new(questionnaire), Form::Full, now);
    let answer = value(&interview, "INF1", "1");
    keep(&mut interview, "INF1", answer);
    for lang in Lang::ALL {
        let text = report(&interview, lang, 400);
        for figure in ["90", "60", "20 · 40 · 60 · 80", if lang == Lang::En { "−0.5" } else { "−0,5" }] {
            assert!(text.contains(figure), "{lang} lacks {figure}: {text}");
        }
    }
}
