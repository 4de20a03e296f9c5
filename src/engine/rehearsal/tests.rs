//! Made-up interviews are valid and the same every time; contradictions in them are found.

use std::sync::Arc;

use super::*;
use crate::engine::questionnaire::builtin::BUILTIN;
use crate::engine::questionnaire::read::read;
use crate::engine::questionnaire::sample::SAMPLE;

fn now() -> Zoned {
    "2026-01-01[UTC]".parse().unwrap()
}

fn questionnaire(text: &str) -> Arc<Questionnaire> {
    Arc::new(read(text).unwrap_or_else(|problems| panic!("{problems:#?}")).0)
}

#[test]
fn everything_asked_is_answered_or_unknown_and_nothing_that_fails_a_constraint() {
    for builtin in BUILTIN {
        let questionnaire = questionnaire(builtin.text);
        for form in [Form::Full, Form::Quick] {
            let mut given = 0;
            let mut asked = 0;
            for interview in rehearsals(&questionnaire, form, &now(), 20) {
                let progress = interview.progress();
                asked += progress.asked;
                given += progress.done;
                let failing = interview.review().failing;
                assert!(
                    failing.iter().all(|it| matches!(it, crate::engine::interview::Failing::Check(_))),
                    "{failing:?}"
                );
            }
            assert!(given * 10 > asked * 8, "{given} of {asked}");
        }
    }
}

#[test]
fn made_up_interviews_are_always_the_same_and_differ_from_each_other() {
    let questionnaire = questionnaire(BUILTIN[0].text);
    let given = |interview: Interview| -> Vec<Option<String>> {
        questionnaire.questions.indices().map(|ix| interview.effective_value(ix).map(ToString::to_string)).collect()
    };
    let all = || rehearsals(&questionnaire, Form::Full, &now(), 5).map(given).collect::<Vec<_>>();
    let (first, again) = (all(), all());
    assert_eq!((first.len(), &first), (5, &again));
    assert!(first.iter().enumerate().all(|(at, one)| !first[..at].contains(one)));
}

#[test]
fn what_excludes_each_other_and_fires_together_is_found_with_its_answers() {
    let text = SAMPLE.replace("prerequisite = \"technology-scout\"", "excludes = [\"technology-scout\"]");
    assert_ne!(text, SAMPLE);
    let questionnaire = questionnaire(&text);
    let found = search(&questionnaire, &now(), 60);
    let name = |ix| questionnaire.recommendations[ix].id.as_str();
    let [found] = &found[..] else { panic!("{found:?}") };
    assert_eq!((name(found.one), name(found.other)), ("technology-scout", "first-partner"));
    assert!(!found.answers.is_empty());
}

#[test]
fn where_nothing_is_excluded_nothing_is_searched() {
    assert_eq!(search(&questionnaire(SAMPLE), &now(), 1), []);
}
