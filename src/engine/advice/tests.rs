//! Advice of a small instrument: two areas of four level items each, of equal weight.

use std::sync::Arc;

use jiff::tz::TimeZone;

use crate::engine::advice::Advice;
use crate::engine::answer::{Answer, Confidence, Response};
use crate::engine::interview::memory::MemoryJournal;
use crate::engine::interview::{Advance, Circumstances, Form, Interview};
use crate::engine::profile::{Profile, profile};
use crate::engine::questionnaire::read::read;
use crate::engine::text::Lang;

/// The instrument with these recommendations.
pub(crate) fn instrument(recommendations: &str) -> String {
    let area = |id: &str| format!("[[area]]\nid = \"{id}\"\nweight = 0.5\ntitle = {{ en = \"Area {id}\" }}\n");
    let band = |from: u8| format!("[[band]]\nfrom = {from}\ntitle = {{ en = \"From {from}\" }}\n");
    let anchors = "{ en = \"none\" }, { en = \"little\" }, { en = \"some\" }, { en = \"much\" }, { en = \"all\" }";
    let item = |area: &str, number: u8| {
        format!(
            "[[section.question]]\nid = \"{area}{number}\"\nkind = \"level\"\narea = \"{area}\"\n\
             label = {{ en = \"Item {area}{number}\" }}\nlevels = [{anchors}]\n"
        )
    };
    let mut text =
        "format = 1\nid = \"small\"\nversion = \"1.0.0\"\nlanguages = [\"en\"]\ntitle = { en = \"Small\" }\n"
            .to_owned();
    text += &["A", "B"].map(area).concat();
    text += &[0, 20, 40, 60, 80].map(band).concat();
    text += "[[section]]\nid = \"all\"\ntitle = { en = \"All\" }\n";
    text += "[[section.question]]\nid = \"F3\"\nkind = \"integer\"\nlabel = { en = \"Staff\" }\n";
    text += &(1..=4).map(|number| item("A", number)).collect::<String>();
    text += &(1..=4).map(|number| item("B", number)).collect::<String>();
    text + recommendations
}

/// A recommendation, or a programme, with everything but what a test is about.
pub(crate) fn action(table: &str, id: &str, keys: &str) -> String {
    format!(
        "[[{table}]]\nid = \"{id}\"\nhorizon = \"0-3\"\naddressee = \"enterprise\"\ntitle = {{ en = \"Do {id}\" }}\n\
         why = {{ en = \"Because.\" }}\nfirst_step = {{ en = \"Begin.\" }}\nmeasure = {{ en = \"See.\" }}\n{keys}\n"
    )
}

fn recommendation(id: &str, keys: &str) -> String {
    action("recommendation", id, keys)
}

pub(crate) fn interview(text: &str, answers: &[(&str, &str)]) -> Interview {
    let (questionnaire, _) = read(text).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let now = jiff::civil::date(2026, 11, 23).to_zoned(TimeZone::UTC).unwrap();
    let mut interview = Interview::new(Arc::new(questionnaire), Form::Full, now);
    for (id, typed) in answers {
        let ix = interview.questionnaire().find(id).unwrap();
        let response = match *typed {
            "dont_know!" => Response::DontKnow,
            "not_applicable!" => Response::NotApplicable { reason: "no such thing here".to_owned() },
            typed => Response::Value(interview.questionnaire().questions[ix].parse(typed).unwrap().unwrap()),
        };
        say(&mut interview, id, Answer { response: Some(response), ..Answer::default() });
    }
    interview
}

pub(crate) fn say(interview: &mut Interview, id: &str, answer: Answer) {
    let ix = interview.questionnaire().find(id).unwrap();
    let change = interview.propose(ix, answer).unwrap_or_else(|refusal| panic!("{id}: {refusal:?}"));
    let circumstances = Circumstances { lang: Lang::En, shown_ms: 0, advance: Advance::Stay };
    interview.commit(change, circumstances, &mut MemoryJournal::default()).unwrap();
}

/// Levels of the items of both areas, in order.
pub(crate) fn levels<'a>(a: [&'a str; 4], b: [&'a str; 4]) -> Vec<(&'a str, &'a str)> {
    let ids = ["A1", "A2", "A3", "A4", "B1", "B2", "B3", "B4"];
    ids.into_iter().zip(a.into_iter().chain(b)).filter(|(_, level)| !level.is_empty()).collect()
}

struct Advised {
    interview: Interview,
    profile: Profile,
}

impl Advised {
    fn new(recommendations: &[String], answers: &[(&str, &str)]) -> Self {
        let interview = interview(&instrument(&recommendations.concat()), answers);
        Self { profile: profile(&interview), interview }
    }

    /// The ids of the advice, in order.
    fn order(&self) -> Vec<&str> {
        let recommendations = &self.interview.questionnaire().recommendations;
        self.profile.advice.iter().map(|advice| recommendations[advice.recommendation].id.as_str()).collect()
    }

    fn get(&self, id: &str) -> &Advice {
        let at = self.order().iter().position(|found| *found == id).unwrap_or_else(|| panic!("{id} did not fire"));
        &self.profile.advice[at]
    }

    fn because(&self, id: &str) -> Vec<&str> {
        let questions = &self.interview.questionnaire().questions;
        self.get(id).because.iter().map(|ix| questions[*ix].id.as_str()).collect()
    }

    fn replaces(&self, id: &str) -> Vec<&str> {
        let recommendations = &self.interview.questionnaire().recommendations;
        self.get(id).replaces.iter().map(|ix| recommendations[*ix].id.as_str()).collect()
    }
}

#[track_caller]
fn near(computed: f64, by_hand: f64) {
    assert!((computed - by_hand).abs() < 1e-9, "{computed} is not {by_hand}");
}

#[test]
fn a_low_item_fires_at_the_threshold_but_not_above() {
    // Level 1 of 4 scores 25, the default threshold; level 2 scores 50.
    let low = [recommendation("low", "items = [\"A1\", \"A2\"]\neffort = 1")];
    let fired = Advised::new(&low, &levels(["1", "0", "4", "4"], ["2"; 4]));
    assert_eq!(fired.order(), ["low"]);
    assert_eq!(fired.because("low"), ["A2", "A1"], "the lowest stands first");
    let one = Advised::new(&low, &levels(["2", "1", "4", "4"], ["2"; 4]));
    assert_eq!(one.because("low"), ["A2"], "what is not low is no reason");
    assert!(Advised::new(&low, &levels(["2", "2", "4", "4"], ["2"; 4])).order().is_empty());
}

#[test]
fn what_is_not_answered_does_not_fire() {
    let low = [recommendation("low", "items = [\"A1\"]\neffort = 1")];
    assert!(Advised::new(&low, &levels(["", "0", "0", "0"], ["2"; 4])).order().is_empty());
    assert!(Advised::new(&low, &levels(["dont_know!", "0", "0", "0"], ["2"; 4])).order().is_empty());
    assert!(Advised::new(&low, &levels(["not_applicable!", "0", "0", "0"], ["2"; 4])).order().is_empty());
}

#[test]
fn a_variant_needs_its_condition_as_well() {
    let variants = [
        recommendation("small", "items = [\"A1\"]\neffort = 1\nwhen = \"${F3} < 10\""),
        recommendation("large", "items = [\"A1\"]\neffort = 1\nwhen = \"${F3} >= 10\""),
    ];
    let with_staff = |staff| {
        let answers = [vec![("F3", staff)], levels(["0"; 4], ["2"; 4])].concat();
        Advised::new(&variants, &answers)
    };
    assert_eq!(with_staff("9").order(), ["small"]);
    assert_eq!(with_staff("10").order(), ["large"]);
    assert_eq!(with_staff("10").because("large"), ["A1"]);
}

#[test]
fn an_expression_alone_may_decide() {
    let when = |id: &str, when: &str| {
        recommendation(id, &format!("items = [\"B1\"]\neffort = 1\nthreshold = false\nwhen = \"{when}\""))
    };
    let rules = [
        when("score", "score('A') < 30"),
        when("level", "level('B') >= 2"),
        when("coverage", "coverage('A') < 0.6"),
        when("status", "status(${B2}) = 'dont_know'"),
        when("answers", "${A1} = 1 and ${F3} = ''"),
    ];
    // Area A: (25 + 25)/2 = 25 with half of its items answered; area B: all answered items at 50.
    let advised = Advised::new(&rules, &levels(["1", "1", "", ""], ["2", "dont_know!", "2", "2"]));
    assert_eq!(advised.order(), ["score", "level", "coverage", "status", "answers"]);
    assert_eq!(advised.because("answers"), ["A1"], "the answers that the expression reads");
    assert_eq!(advised.because("score"), ["B1"], "it reads no answer, so the items stand for it");
    // With more known and better, none of them holds.
    let better = [vec![("F3", "5")], levels(["2"; 4], ["1"; 4])].concat();
    assert!(Advised::new(&rules, &better).order().is_empty());
}

#[test]
fn a_suppressed_score_is_not_a_low_score() {
    let rule = [recommendation("score", "items = [\"A1\"]\neffort = 1\nthreshold = false\nwhen = \"score('A') < 30\"")];
    assert!(Advised::new(&rule, &levels(["0", "", "", ""], ["2"; 4])).order().is_empty());
}

#[test]
fn a_programme_takes_the_place_of_what_belongs_to_it() {
    let actions = [
        recommendation("first", "items = [\"A1\"]\neffort = 1"),
        recommendation("second", "items = [\"A1\", \"A2\"]\neffort = 1"),
        recommendation("beyond", "items = [\"A2\", \"B1\"]\neffort = 1"),
        action("programme", "programme", "items = [\"A1\", \"A2\", \"A3\"]\neffort = 2"),
    ];
    // Mean of A1–A3: (0 + 25 + 50)/3 = 25, below the default of 35.
    let fired = Advised::new(&actions, &levels(["0", "1", "2", "4"], ["4"; 4]));
    assert_eq!(fired.replaces("programme"), ["first", "second"]);
    assert_eq!(fired.because("programme"), ["A1", "A2"], "50 is not below 35");
    let mut order = fired.order();
    order.sort_unstable();
    assert_eq!(order, ["beyond", "programme"]);
    // Mean (0 + 25 + 100)/3 = 41.7: no programme, and the recommendations speak for themselves.
    let mut single = Advised::new(&actions, &levels(["0", "1", "4", "4"], ["4"; 4])).order().join(" ");
    single.insert(0, ' ');
    assert!([" first", " second", " beyond"].iter().all(|id| single.contains(id)) && !single.contains("programme"));
}

#[test]
fn a_programme_needs_enough_answers() {
    let actions = [action("programme", "programme", "items = [\"A1\", \"A2\", \"A3\"]\neffort = 2\nmin_answered = 3")];
    let two = levels(["0", "0", "dont_know!", "4"], ["4"; 4]);
    assert!(Advised::new(&actions, &two).order().is_empty());
    assert_eq!(Advised::new(&actions, &levels(["0", "0", "1", "4"], ["4"; 4])).order(), ["programme"]);
}

#[test]
fn a_programme_fires_below_its_threshold_only() {
    // (50 + 0)/2 = 25 is not below 25.
    let actions = [action("programme", "programme", "items = [\"A1\", \"A2\"]\neffort = 2\nthreshold = 25")];
    assert!(Advised::new(&actions, &levels(["2", "0", "4", "4"], ["4"; 4])).order().is_empty());
    assert_eq!(Advised::new(&actions, &levels(["1", "0", "4", "4"], ["4"; 4])).order(), ["programme"]);
}

#[test]
fn the_gain_is_the_joint_step_of_all_answered_items() {
    // A: (0 + 0 + 50 + 50)/4 = 25, B: 100; index sqrt(25·100) = 50. One step on A1 and A2 makes A
    // (25 + 25 + 50 + 50)/4 = 37.5 and the index sqrt(3750) = 61.237…; effort 2 halves the priority.
    let actions = [recommendation("both", "items = [\"A1\", \"A2\"]\neffort = 2")];
    let advised = Advised::new(&actions, &levels(["0", "0", "2", "2"], ["4"; 4]));
    let advice = advised.get("both");
    let gain = 3750_f64.sqrt() - 50.0;
    near(advice.gain.unwrap(), gain);
    near(advice.priority, gain / 2.0);
    assert_eq!((advice.areas[0].from, advice.areas[0].to), (25.0, 37.5));
}

#[test]
fn unsure_answers_weigh_less() {
    let actions = [recommendation("both", "items = [\"A1\", \"A2\"]\neffort = 1")];
    let mut advised = Advised::new(&actions, &levels(["0", "0", "2", "2"], ["4"; 4]));
    near(advised.get("both").confidence, 1.0);
    // One low (0.75), one medium (0.9): mean 0.825.
    for (id, confidence) in [("A1", Confidence::Low), ("A2", Confidence::Medium)] {
        let ix = advised.interview.questionnaire().find(id).unwrap();
        let sure = Answer { confidence: Some(confidence), ..advised.interview.answer(ix).clone() };
        say(&mut advised.interview, id, sure);
    }
    advised.profile = profile(&advised.interview);
    let advice = advised.get("both");
    near(advice.confidence, 0.825);
    near(advice.priority, advice.gain.unwrap() * 0.825);
}

#[test]
fn higher_priority_first_then_the_order_of_the_file() {
    let actions = [
        recommendation("hard", "items = [\"A1\"]\neffort = 3"),
        recommendation("easy", "items = [\"A2\"]\neffort = 1"),
        recommendation("also-easy", "items = [\"A3\"]\neffort = 1"),
    ];
    let advised = Advised::new(&actions, &levels(["0", "0", "0", "2"], ["4"; 4]));
    assert_eq!(advised.order(), ["easy", "also-easy", "hard"]);
}

#[test]
fn a_prerequisite_stands_before_what_needs_it() {
    let actions = [
        recommendation("last", "items = [\"A1\"]\neffort = 1\nprerequisite = \"middle\""),
        recommendation("middle", "items = [\"A2\"]\neffort = 2\nprerequisite = \"root\""),
        recommendation("root", "items = [\"A3\"]\neffort = 3"),
        recommendation("free", "items = [\"A4\"]\neffort = 1"),
    ];
    let advised = Advised::new(&actions, &levels(["0"; 4], ["4"; 4]));
    assert_eq!(advised.order(), ["root", "middle", "last", "free"]);
    // What did not fire holds nothing up, but its own prerequisite is not looked for behind it.
    let without = Advised::new(&actions, &levels(["0", "4", "0", "0"], ["4"; 4]));
    assert_eq!(without.order(), ["last", "free", "root"]);
}

#[test]
fn a_programme_stands_in_for_the_prerequisite_it_replaced() {
    let actions = [
        recommendation("needs", "items = [\"B1\"]\neffort = 1\nprerequisite = \"basics\""),
        recommendation("basics", "items = [\"A1\"]\neffort = 1"),
        action("programme", "programme", "items = [\"A1\", \"A2\"]\neffort = 3"),
    ];
    let advised = Advised::new(&actions, &levels(["0", "0", "4", "4"], ["0", "2", "2", "2"]));
    assert_eq!(advised.order(), ["programme", "needs"]);
    assert_eq!(advised.replaces("programme"), ["basics"]);
}

#[test]
fn without_an_index_there_is_advice_but_no_gain() {
    let actions =
        [recommendation("one", "items = [\"A1\"]\neffort = 3"), recommendation("two", "items = [\"B1\"]\neffort = 1")];
    let advised = Advised::new(&actions, &levels(["0", "", "", ""], ["0", "", "", ""]));
    assert!(advised.profile.scores.index.is_none());
    assert_eq!(advised.order(), ["one", "two"]);
    assert_eq!((advised.get("one").gain, advised.get("one").priority), (None, 0.0));
}
