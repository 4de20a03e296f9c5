//! What the built-in questionnaire on innovation ecosystems promises: how long it takes, what it covers, and
//! that its advice never contradicts itself.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at what it cannot read")]

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use jiff::Zoned;
use tashxis::engine::catalogue;
use tashxis::engine::id::RecommendationIx;
use tashxis::engine::interview::{Form, Interview};
use tashxis::engine::profile::profile;
use tashxis::engine::questionnaire::Questionnaire;
use tashxis::engine::questionnaire::builtin::BUILTIN;
use tashxis::engine::questionnaire::inventory::inventory;
use tashxis::engine::questionnaire::read::read;
use tashxis::engine::reference::play;
use tashxis::engine::rehearsal::{contradictions, rehearsals, search};
use tashxis::engine::text::{Lang, Localized};

fn now() -> Zoned {
    "2026-06-01[UTC]".parse().unwrap()
}

fn shipped(at: usize) -> Arc<Questionnaire> {
    Arc::new(read(BUILTIN[at].text).unwrap().0)
}

/// Made-up interviews in both forms.
fn made_up(questionnaire: &Arc<Questionnaire>, interviews: u32) -> Vec<Interview> {
    let (forms, now) = ([Form::Full, Form::Quick], now());
    forms.into_iter().flat_map(|form| rehearsals(questionnaire, form, &now, interviews)).collect()
}

fn is_member(interview: &Interview) -> bool {
    let place = interview.questionnaire().find("F12").unwrap();
    let answer = interview.effective_value(place).map(ToString::to_string).unwrap_or_default();
    ["member", "several"].contains(&answer.as_str())
}

#[test]
fn the_quick_form_takes_ten_minutes_and_the_full_form_forty() {
    let questionnaire = shipped(0);
    let found = inventory(&questionnaire, &now());
    for paths in &found.forms {
        for lang in Lang::WRITTEN {
            let (scored, longest) = (paths.scored.unwrap().minutes(lang), paths.longest.minutes(lang));
            let (most_scored, most) = if paths.form == Form::Quick { (10.0, 11.0) } else { (36.0, 44.0) };
            assert!(scored <= most_scored && longest <= most, "{lang} {:?}: {scored}, {longest}", paths.form);
        }
    }
    for area in &found.areas {
        assert!(area.quick >= 3, "an area of the quick form needs three items: {area:?}");
    }
}

#[test]
fn no_two_recommendations_for_one_enterprise_contradict_each_other() {
    for at in 0..BUILTIN.len() {
        let questionnaire = shipped(at);
        for reference in &questionnaire.references {
            assert_eq!(contradictions(&play(&questionnaire, reference, now()).interview), [], "{}", reference.id);
        }
        assert_eq!(search(&questionnaire, &now(), 400), []);
    }
}

#[test]
fn the_variants_of_an_item_exclude_each_other() {
    let questionnaire = shipped(0);
    let advice = &questionnaire.recommendations;
    let mut variants: HashMap<_, Vec<RecommendationIx>> = HashMap::new();
    for (ix, one) in advice.enumerate() {
        if let ([item], true) = (&one.items[..], one.trigger.condition().is_some()) {
            variants.entry(*item).or_default().push(ix);
        }
    }
    for group in variants.values() {
        for (at, one) in group.iter().enumerate() {
            for other in &group[at + 1..] {
                let said = advice[*one].excludes.contains(other) || advice[*other].excludes.contains(one);
                assert!(said, "{} and {}", advice[*one].id, advice[*other].id);
            }
        }
    }
}

#[test]
fn members_are_not_told_to_join_nor_others_to_use_their_membership() {
    let questionnaire = shipped(0);
    let outsiders = [
        "cluster-visit",
        "founding-core",
        "benefit-before-fee",
        "enter-as-a-group",
        "distant-cluster",
        "joint-purchase",
    ];
    let members = [
        "cluster-working-group",
        "three-sided-board",
        "trust-steps",
        "shared-coordinator",
        "vision-workshop",
        "common-test",
        "site-visits",
        "season-of-sharing",
        "fair-play-charter",
        "own-income",
        "investor-day",
        "two-shared-courses",
        "working-cluster",
        "trust-ladder",
    ];
    let mut fired: HashSet<String> = HashSet::new();
    let references = questionnaire.references.iter().map(|reference| play(&questionnaire, reference, now()).interview);
    for interview in made_up(&questionnaire, 300).into_iter().chain(references) {
        let wrong: &[&str] = if is_member(&interview) { &outsiders } else { &members };
        for advice in profile(&interview).advice {
            let id = &questionnaire.recommendations[advice.recommendation].id;
            assert!(
                !wrong.contains(&id.as_str()),
                "{id} for a {}",
                if is_member(&interview) { "member" } else { "non-member" }
            );
            fired.insert(id.clone());
        }
    }
    for id in outsiders.iter().chain(&members) {
        assert!(fired.contains(*id), "{id} never fired: the test shows nothing");
    }
}

#[test]
fn a_prerequisite_comes_no_later_than_what_builds_on_it() {
    for at in 0..BUILTIN.len() {
        let questionnaire = shipped(at);
        for advice in &questionnaire.recommendations {
            let Some(before) = advice.prerequisite.map(|ix| &questionnaire.recommendations[ix]) else { continue };
            assert!(before.horizon <= advice.horizon, "{} before {}", before.id, advice.id);
            assert_eq!(
                before.addressee, advice.addressee,
                "{} before {}: whoever needs it must do it",
                before.id, advice.id
            );
        }
    }
}

/// The elements of the paper that the instrument is made after, with the items that measure them.
const ELEMENTS: [(&str, &str); 16] = [
    ("knowledge exchange", "INF1 INF5 INF8 INT4 INT6 CLU6"),
    ("joint research", "INF1 INF4 INT3 CLU5 SKL10"),
    ("networking", "INF2 INF3 INF12 INT1 INT2 INT9 CLU1 CLU15"),
    ("scale and synergy", "INF6 INF7 CLU7 CLU14 SKL6 SKL11"),
    ("skills and talent", "INT11 CLU12 REG12 SKL1 SKL2 SKL3 SKL4 SKL12 SKL13 SKL14"),
    ("outside finance", "INT8 INT12 CLU11 REG1 REG2 REG3 REG4 REG5 REG6 REG7"),
    ("foreign science and education", "INT4 INT9 INT11 SKL13"),
    ("transnational companies", "INT5 INT6 INT10"),
    ("exhibitions and forums", "INT7 INT8 INT14"),
    ("co-ordination", "INF9 INF10 CLU2 CLU3 CLU4 CLU9 REG10 SKL8 SKL9"),
    ("trust among competitors", "INF11 CLU8 CLU9 CLU14"),
    ("dependence on the state", "CLU10 REG8 REG9 REG11 INT13"),
    ("digital platforms", "INF10 INT14 SKL3 SKL5 SKL7 SKL8"),
    ("digital infrastructure, proposed", "INF10 SKL8"),
    ("transfer of knowledge, proposed", "INF8 INT6"),
    ("transnational clusters, proposed", "INT9 INT12"),
];

#[test]
fn every_element_of_the_paper_is_asked_of_members_and_of_others() {
    let questionnaire = shipped(0);
    let mut asked: HashMap<bool, HashSet<&str>> = HashMap::new();
    let interviews: Vec<Interview> = rehearsals(&questionnaire, Form::Full, &now(), 60).collect();
    for interview in &interviews {
        let here = questionnaire.questions.enumerate().filter(|(ix, _)| interview.is_asked(*ix));
        asked.entry(is_member(interview)).or_default().extend(here.map(|(_, question)| question.id.as_str()));
    }
    for (element, items) in ELEMENTS {
        for item in items.split(' ') {
            let question = &questionnaire.questions[questionnaire.find(item).unwrap()];
            assert!(question.item.is_some(), "{item} is not scored");
            assert!(asked.values().any(|asked| asked.contains(item)), "{item} is never asked");
        }
        for (member, asked) in &asked {
            let reached = items.split(' ').filter(|item| asked.contains(item)).count();
            assert!(reached >= 2, "{element}: {reached} items for {}", if *member { "members" } else { "others" });
        }
    }
    assert_eq!(asked.len(), 2);
}

#[test]
fn every_item_has_a_hint_for_the_respondent_and_guidance_for_the_interviewer() {
    let questionnaire = shipped(0);
    for question in questionnaire.questions.iter().filter(|question| question.item.is_some()) {
        for lang in Lang::WRITTEN {
            let text =
                |text: &Option<Localized>| text.as_ref().map(|text| text.get(lang).to_owned()).unwrap_or_default();
            let (hint, guidance) = (text(&question.hint), text(&question.guidance));
            assert!(!hint.is_empty() && !guidance.is_empty() && hint != guidance, "{lang} {}", question.id);
        }
    }
}

#[test]
fn it_opens_with_purpose_and_consent_and_ends_with_who_answered() {
    let questionnaire = shipped(0);
    let ids: Vec<&str> = questionnaire.questions.iter().map(|question| question.id.as_str()).collect();
    assert_eq!(ids[..2], ["purpose", "consent"]);
    let last: Vec<&str> = ids.iter().rev().take(6).copied().collect();
    for id in ["role", "duration"] {
        assert!(last.contains(&id), "{id} is not among {last:?}");
    }
}

#[test]
fn whoever_is_named_is_named_by_the_catalogue_with_source_and_dates() {
    let catalogue = catalogue::read(catalogue::BUILTIN).unwrap().0;
    assert!(!catalogue.records.is_empty());
    for record in &catalogue.records {
        assert!(
            !record.sources.is_empty()
                && record
                    .sources
                    .iter()
                    .all(|it| !it.title.is_empty() && !it.address.is_empty() && !it.date.is_empty()),
            "{}",
            record.id
        );
        assert!(record.verified_on < record.review_by, "{}", record.id);
    }
    for at in 0..BUILTIN.len() {
        let questionnaire = shipped(at);
        let advice = questionnaire.recommendations.iter().flat_map(|it| {
            [Some(&it.title), Some(&it.why), Some(&it.first_step), it.steps.as_ref(), Some(&it.measure)]
                .into_iter()
                .flatten()
        });
        for text in advice {
            for lang in Lang::WRITTEN {
                let text = text.get(lang);
                assert!(!text.contains(".uz"), "{lang}: an address in `{text}`");
                for record in &catalogue.records {
                    let name = record.names.get(lang);
                    assert!(!text.contains(name), "{lang}: `{text}` names {name}");
                }
            }
        }
    }
}
