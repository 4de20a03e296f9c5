//! Interviews and assessments for the engine's own tests.

use std::sync::Arc;

use jiff::tz::TimeZone;

use super::answer::{Answer, Response};
use super::interview::memory::MemoryJournal;
use super::interview::{Advance, Circumstances, Form, Interview};
use super::questionnaire::Questionnaire;
use super::questionnaire::read::read;
use super::text::Lang;

/// The questionnaire of a file that is valid.
pub(crate) fn questionnaire(text: &str) -> Arc<Questionnaire> {
    let (questionnaire, _) = read(text).unwrap_or_else(|problems| panic!("{problems:#?}"));
    Arc::new(questionnaire)
}

/// An interview with answers as typed; `dont_know!` and `not_applicable!` stand for themselves.
pub(crate) fn interview(questionnaire: &Arc<Questionnaire>, answers: &[(&str, &str)]) -> Interview {
    let now = jiff::civil::date(2026, 11, 23).at(14, 2, 0, 0).to_zoned(TimeZone::UTC).unwrap();
    let mut interview = Interview::new(questionnaire.clone(), Form::Full, now);
    for (id, typed) in answers {
        let ix = questionnaire.find(id).unwrap_or_else(|| panic!("no question {id}"));
        let response = match *typed {
            "dont_know!" => Response::DontKnow,
            "not_applicable!" => Response::NotApplicable { reason: "not ours".to_owned() },
            typed => Response::Value(questionnaire.questions[ix].parse(typed).unwrap().unwrap()),
        };
        keep(&mut interview, id, Answer { response: Some(response), ..Answer::default() });
    }
    interview
}

/// Keeps an answer at a question.
pub(crate) fn keep(interview: &mut Interview, id: &str, answer: Answer) {
    let ix = interview.questionnaire().find(id).unwrap_or_else(|| panic!("no question {id}"));
    let change = interview.propose(ix, answer).unwrap_or_else(|refusal| panic!("{id}: {refusal:?}"));
    let circumstances = Circumstances { lang: Lang::En, shown_ms: 0, advance: Advance::Stay };
    interview.commit(change, circumstances, &mut MemoryJournal::default()).unwrap();
}
