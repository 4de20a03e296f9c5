//! The sample questionnaire, read part by part.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::engine::id::{AreaIx, QuestionIx};
use crate::engine::interview::Form;
use crate::engine::questionnaire::problem::Severity;
use crate::engine::questionnaire::sample::SAMPLE;
use crate::engine::questionnaire::{
    Addressee, Horizon, Item, Kind, Lines, Locus, Question, Required, Scale, Scoring, Strength, StrengthOf, Trigger,
    Value,
};
use crate::engine::text::Lang;

static READ: LazyLock<Questionnaire> = LazyLock::new(|| read(SAMPLE).unwrap().0);

fn question(id: &str) -> &'static Question {
    &READ.questions[READ.find(id).unwrap()]
}

fn item(id: &str) -> &'static Item {
    question(id).item.as_ref().unwrap()
}

fn names(questions: &[QuestionIx]) -> Vec<&'static str> {
    questions.iter().map(|ix| READ.questions[*ix].id.as_str()).collect()
}

/// The keys of the problems of the sample with one part replaced.
fn keys_with(good: &str, bad: &str) -> Vec<&'static str> {
    let text = SAMPLE.replacen(good, bad, 1);
    assert_ne!(text, SAMPLE, "{good}");
    let problems = read(&text).map_or_else(|problems| problems, |(_, warnings)| warnings);
    problems.iter().map(|problem| problem.message.key).collect()
}

#[test]
fn the_head_is_read() {
    assert_eq!(read(SAMPLE).unwrap().1, []);
    assert_eq!((READ.id.as_str(), READ.version.as_str()), ("sample", "1.2.0"));
    assert_eq!(READ.languages, Lang::WRITTEN);
    assert_eq!(READ.title.get(Lang::Uz), "Namuna soʻrovnoma");
    assert_eq!(READ.description.as_ref().unwrap().get(Lang::Ru), "Для проверок.");
    assert_eq!(&*READ.text, SAMPLE);
    assert_eq!(READ.hash.len(), 64);
    assert_ne!(READ.hash, read(&SAMPLE.replace("1.2.0", "1.2.1")).unwrap().0.hash);
}

#[test]
fn areas_bands_and_facets_are_read() {
    let areas: Vec<&str> = READ.areas.iter().map(|area| area.id.as_str()).collect();
    assert_eq!(areas, ["INF", "INT", "CLU", "REG", "SKL"]);
    assert!(READ.areas.iter().all(|area| (area.weight - 0.2).abs() < 1e-12));
    assert_eq!(READ.bands.iter().map(|band| band.from).collect::<Vec<_>>(), [0.0, 20.0, 40.0, 60.0, 80.0]);
    assert_eq!(READ.facets.iter().map(|facet| facet.id.as_str()).collect::<Vec<_>>(), ["KEX", "JRD", "TRU"]);
    assert_eq!(READ.facet_groups.iter().map(|group| group.facets.len()).collect::<Vec<_>>(), [2, 1]);
}

#[test]
fn strengths_vignettes_and_neutral_texts_are_read() {
    let ids: Vec<&str> = READ.strengths.iter().map(|strength| strength.id.as_str()).collect();
    assert_eq!(ids, ["strong-inf", "strong-int", "strong-clu", "strong-reg", "strong-skl", "partners"]);
    let area = |id: &str| READ.areas.position(|area| area.id.as_str() == id).unwrap();
    let strengths: Vec<&Strength> = READ.strengths.iter().collect();
    assert_eq!((&strengths[0].of, strengths[0].from), (&StrengthOf::Area(area("INF")), 60.0));
    assert_eq!((strengths[1].from, strengths[1].when.is_some()), (40.0, true));
    let items = ["INF1", "INF2"].map(|id| READ.find(id).unwrap());
    assert_eq!((&strengths[5].of, strengths[5].from), (&StrengthOf::Items(items.to_vec()), 75.0));
    let [valley, rivals] = &READ.vignettes[..] else { panic!() };
    assert_eq!((valley.areas.as_slice(), valley.facets.len()), ([area("INF"), area("CLU")].as_slice(), 1));
    assert_eq!((rivals.areas.len(), rivals.facets.len(), rivals.source.as_str()), (0, 2, "A paper, 2025"));
    assert_eq!(READ.generic("technopark").unwrap().text.get(Lang::En), "Ask the nearest technopark.");
    assert_eq!(READ.generic("nobody"), None);
}

#[test]
fn what_stands_around_advice_must_rest_on_something() {
    let both = keys_with("id = \"strong-inf\"\n", "id = \"strong-inf\"\nitems = [\"INF1\"]\n");
    assert_eq!(both, ["check-area-without-strength", "check-strength-of-one"]);
    assert_eq!(keys_with("items = [\"INF1\", \"INF2\"]\ntitle", "title"), ["check-strength-of-one"]);
    assert_eq!(keys_with("facets = [\"JRD\", \"TRU\"]\n", ""), ["check-vignette-of-nothing"]);
    assert_eq!(keys_with("areas = [\"INF\", \"CLU\"]", "areas = [\"INX\", \"CLU\"]"), ["check-unknown"]);
    assert_eq!(keys_with("facets = [\"JRD\", \"TRU\"]", "facets = [\"JRD\", \"TRX\"]"), ["check-unknown"]);
    assert_eq!(keys_with("area = \"SKL\"\ntitle", "area = \"INF\"\ntitle"), ["check-area-without-strength"]);
    assert_eq!(keys_with("id = \"strong-skl\"", "id = \"strong-inf\""), ["check-duplicate"]);
}

#[test]
fn every_kind_of_question_is_read() {
    let kinds: Vec<&str> = READ.questions.iter().map(|question| question.kind.name()).collect();
    for kind in super::super::keys::KINDS {
        assert!(kinds.contains(kind), "{kind}");
    }
    assert!(matches!(question("T1").kind, Kind::Text { lines: Lines::Many }));
    assert!(matches!(question("F1").kind, Kind::Text { lines: Lines::One }));
    assert!(matches!(&question("INF1").kind, Kind::Level { anchors } if anchors.len() == 5));
    assert_eq!(question("F3").kind.unit().unwrap().get(Lang::En), "people");
    let regions = question("F5").kind.choices().unwrap();
    assert!(regions.sorted && regions.filter.is_some());
    assert_eq!(regions.list[2].attributes, [("country".to_owned(), "KZ".to_owned())]);
    let partners = question("INF2").kind.choices().unwrap();
    assert!(partners.list[4].exclusive && !partners.list[0].exclusive && !partners.sorted);
}

#[test]
fn routing_constraint_and_requirement_are_read() {
    assert!(matches!(question("F1").required, Required::Yes));
    assert!(matches!(question("F2").required, Required::No));
    assert!(matches!(&question("INT2").required, Required::When(when) if when.source() == "${F8} = 'yes'"));
    assert!(question("F1").quick && !question("F2").quick);
    assert_eq!(question("INF3").otherwise, Some(Value::Integer(0)));
    assert_eq!(question("INT1").otherwise, Some(Value::Decimal(0.0)));
    assert_eq!(question("F3").constraint.as_ref().unwrap().source(), ". >= 0 and . <= 1000000");
    assert_eq!(question("F3").constraint_message.as_ref().unwrap().get(Lang::En), "From 0 to 1,000,000.");
    assert!(READ.sections[question("INT1").section].relevant.is_some());
    assert_eq!(question("INF1").source.as_deref(), Some("CIS 2018 q2.10"));
}

#[test]
fn scoring_is_read_for_every_kind() {
    assert_eq!(item("INF1").scoring, Scoring::Level { top: 4, reverse: false });
    assert_eq!(item("REG1").scoring, Scoring::Level { top: 4, reverse: true });
    assert_eq!(item("INF2").scoring, Scoring::Count { cap: 3 });
    assert_eq!(item("INF3").scoring, Scoring::Goalposts { worst: 0.0, best: 20.0, scale: Scale::Log1p });
    assert_eq!(item("SKL1").scoring, Scoring::Goalposts { worst: 80.0, best: 20.0, scale: Scale::Linear });
    assert_eq!(item("CLU1").scoring, Scoring::Choice);
    assert_eq!((item("INF1").weight, item("INF2").weight), (2.0, 1.0));
    assert_eq!((item("REG1").locus, item("INF1").locus), (Locus::Environment, Locus::Enterprise));
    assert!(item("REG1").formative && !item("INF1").formative);
    assert_eq!(item("INF2").facets.len(), 2);
    assert!(question("F3").item.is_none());
    assert_eq!(READ.items().count(), 9);
}

#[test]
fn advice_is_read_in_the_order_of_the_file() {
    let ids: Vec<&str> = READ.recommendations.iter().map(|advice| advice.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "technology-scout",
            "first-partner",
            "open-innovation",
            "go-abroad",
            "join-cluster",
            "simpler-taxes",
            "train-people"
        ]
    );
    let [scout, partner, programme, abroad, ..] = READ.recommendations.iter().collect::<Vec<_>>()[..] else { panic!() };
    assert!(matches!(scout.trigger, Trigger::LowItem { threshold: 25.0, and: None }));
    assert!(matches!(partner.trigger, Trigger::LowItem { threshold: 34.0, and: Some(_) }));
    assert!(matches!(programme.trigger, Trigger::LowGroup { threshold: 35.0, min_answered: 2, and: None }));
    assert!(matches!(abroad.trigger, Trigger::When(_)));
    assert_eq!(READ.recommendations[partner.prerequisite.unwrap()].id, "technology-scout");
    assert_eq!((abroad.horizon, abroad.effort, abroad.addressee), (Horizon::Later, 3, Addressee::Enterprise));
    assert_eq!(names(&programme.items), ["INF1", "INF2", "INF3"]);
    assert_eq!((scout.catalogue.as_slice(), scout.steps.is_some()), (["technopark".to_owned()].as_slice(), true));
}

#[test]
fn targets_and_references_are_read() {
    let aimed: Vec<(AreaIx, u8)> = READ.targets[0].levels.enumerate().map(|(ix, level)| (ix, *level)).collect();
    assert_eq!(aimed.iter().map(|(_, level)| *level).collect::<Vec<_>>(), [3, 3, 2, 2, 3]);
    let [best, worst] = READ.references.as_slice() else { panic!() };
    assert_eq!((best.form, worst.form), (Form::Full, Form::Quick));
    let answers: Vec<(&str, &str)> =
        best.answers.iter().map(|(ix, typed)| (READ.questions[*ix].id.as_str(), typed.as_str())).collect();
    assert_eq!(answers[..4], [("F1", "Best"), ("F2", "2001-09-01"), ("F3", "120"), ("F4", "UZ")]);
    assert_eq!(best.expect.index, Some(100.0));
    assert_eq!(best.expect.recommendations.as_deref(), Some([].as_slice()));
    assert_eq!(worst.expect.areas.len(), 2);
    assert!(worst.expect.recommendations.is_none());
}

#[test]
fn dependents_are_the_later_questions_that_read_one() {
    let of = |id: &str| names(&READ.dependents[READ.find(id).unwrap()]);
    assert_eq!(of("F3"), ["INT1", "INT2", "C1"], "by the section, and by the calculation");
    assert_eq!(of("F4"), ["F5"], "by relevant and choice_filter, once");
    assert_eq!(of("F8"), ["INT1", "INT2"], "by relevant and by required");
    assert_eq!(of("INF2"), ["INF3"]);
    assert_eq!(of("T1"), Vec::<&str>::new());
}

#[test]
fn every_mistake_in_a_good_file_is_told_apart() {
    // What is written instead of what, and the keys of every problem that follows from it.
    let cases: &[(&str, &str, &[&str])] = &[
        ("weight = 0.2", "weight = 0.1", &["check-weights-sum"]),
        ("\"geometric\"", "{ power = 0.5 }", &[]),
        ("\"geometric\"", "\"geometrical\"", &["check-not-one-of"]),
        ("\"geometric\"", "{ exponent = 2 }", &["check-missing-keys", "check-unknown-key"]),
        ("\"geometric\"", "2", &["check-wrong-type"]),
        ("provisional = 0.5", "provisional = 0.7", &["check-provisional-above-published"]),
        ("[0.15, 0.5, 0.85]", "[0.15, 0.15, 0.85]", &["check-not-ascending"]),
        ("[25, 50, 75, 100]", "[25, 50, 100]", &["check-list-length"]),
        ("scale = \"log1p\"", "scale = \"log\"", &["check-log-not-positive"]),
        ("area = \"CLU\"", "area = \"CLUB\"", &["check-unknown"]),
        ("from = 20", "from = 40", &["check-bands-not-ascending"]),
        ("list = \"yes-no\"", "list = \"yesno\"", &["check-unused-list", "check-unknown"]),
        ("exclusive = true", "exclusive = 1", &["check-wrong-type"]),
        ("score = { cap = 3 }", "score = { cap = 5 }", &["check-cap-too-high"]),
        ("score = 40", "attributes = {}", &["check-choice-without-score"]),
        ("worst = 80, best = 20", "worst = 20, best = 20", &["check-equal-goalposts"]),
        ("worst = 0, best = 20", "worst = -1, best = 20", &["check-log1p-negative"]),
        ("else = 0", "else = 'none'", &["check-else-does-not-fit"]),
        ("else = 0", "else = -5", &["check-else-breaks-constraint"]),
        ("why = { uz = \"Javobingiz: {INF1}.\"", "why = { uz = \"Javobingiz.\"", &["check-placeholder-lacking"]),
        ("threshold = 34", "threshold = false", &[]),
        ("prerequisite = \"technology-scout\"", "prerequisite = \"first-partner\"", &["check-prerequisite-cycle"]),
        ("items = [\"REG1\"]", "items = [\"SKL2\"]", &["check-uncovered-item"]),
        ("country = ${F4}", "country = 'DE'", &["check-filter-leaves-nothing"]),
        ("SKL = 3 }", "SKL = 5 }", &["check-out-of-range"]),
        ("form = \"quick\"", "form = \"quick\"\nexpect.index = 3", &["check-toml-duplicate-key"]),
        ("INT1 = 60", "INT1 = \"sixty\"", &["check-answer-does-not-fit"]),
        ("recommendations = []", "recommendations = [\"x\"]", &["check-unknown"]),
        ("${F8} = 'yes'", "${F8} = 'maybe'", &["expr-unknown-choice"]),
    ];
    for (good, bad, expected) in cases {
        assert_eq!(keys_with(good, bad), *expected, "{bad}");
    }
}

#[test]
fn the_place_of_an_error_in_an_expression_is_exact() {
    for (quoted, inside) in
        [("\"", "cuont(1)"), ("'", "cuont(1)"), ("'''", "\n  1 + cuont(1)"), ("\"\"\"", "\r\ncuont(1)")]
    {
        let text = SAMPLE.replacen("\"${F4} != ''\"", &format!("{quoted}{inside}{quoted}"), 1);
        let problems = read(&text).unwrap_err();
        let span =
            problems.iter().map(|problem| problem.span.clone()).find(|span| text[span.clone()].contains("cuont"));
        assert_eq!(span.map(|span| text[span].starts_with("cuont")), Some(true), "{inside}");
    }
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_change_nothing() {
    let windows = format!("\u{feff}{}", SAMPLE.replace('\n', "\r\n"));
    let (questionnaire, warnings) = read(&windows).unwrap();
    assert_eq!((questionnaire.questions.len(), warnings.len()), (READ.questions.len(), 0));
    let broken = windows.replacen("weight = 2", "wight = 2", 1);
    let problems = read(&broken).unwrap_err();
    assert_eq!(&broken[problems[0].span.clone()], "wight");
}

#[test]
fn a_file_that_is_too_large_is_refused_unread() {
    let problems = read(&" ".repeat(MOST_BYTES + 1)).unwrap_err();
    assert_eq!(problems.iter().map(|problem| problem.message.key).collect::<Vec<_>>(), ["check-too-large"]);
}

#[test]
fn too_many_questions_are_refused() {
    let label = "{ uz = \"a\", ru = \"b\", en = \"c\" }";
    let one = |n| format!("\n[[section.question]]\nid = \"N-{n}\"\nkind = \"note\"\nlabel = {label}\n");
    let many: String = (0..10_001).map(one).collect();
    let text = SAMPLE.replacen("\n[[check]]", &format!("{many}\n[[check]]"), 1);
    assert!(text.len() < MOST_BYTES);
    let keys: Vec<&str> = read(&text).unwrap_err().iter().map(|problem| problem.message.key).collect();
    assert_eq!(keys, ["check-list-length", "check-too-many-questions"]);
}

#[test]
fn deep_nesting_and_endless_brackets_are_only_errors() {
    for text in ["[".repeat(200_000), format!("a = {}", "[".repeat(200_000)), format!("a{} = 1", ".a".repeat(100_000))]
    {
        assert!(read(&text).is_err());
    }
    let braces = SAMPLE.replacen("Javobingiz: {INF1}.", &"{a".repeat(100_000), 1);
    assert!(read(&braces).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_is_done_to_a_good_file_it_is_read_or_refused(
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0..200_usize, 0..4_u8, any::<u8>()), 1..6)
    ) {
        let mut bytes = SAMPLE.as_bytes().to_vec();
        for (at, length, how, byte) in changes {
            let start = at.index(bytes.len());
            let end = (start + length).min(bytes.len());
            match how {
                0 => drop(bytes.drain(start..end)),
                1 => {
                    let doubled = bytes[start..end].to_vec();
                    bytes.splice(start..start, doubled);
                }
                2 => bytes[start] = byte,
                _ => bytes.insert(start, b"\"'{}[]=.,\n"[usize::from(byte) % 10]),
            }
            if bytes.is_empty() {
                bytes.push(b'\n');
            }
        }
        let text = String::from_utf8_lossy(&bytes);
        match read(&text) {
            Ok((questionnaire, warnings)) => {
                prop_assert!(!questionnaire.questions.is_empty());
                prop_assert!(warnings.iter().all(|problem| problem.severity == Severity::Warning));
            }
            Err(problems) => {
                prop_assert!(problems.iter().any(|problem| problem.severity == Severity::Error));
                prop_assert!(problems.iter().all(|problem| problem.span.end <= text.len()));
            }
        }
    }
}
