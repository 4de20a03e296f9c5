//! Reports of an invented enterprise, in every language.

use std::sync::Arc;

use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::*;
use crate::engine::answer::{Answer, Confidence, Response};
use crate::engine::interview::journal::AnswerChange;
use crate::engine::interview::memory::MemoryJournal;
use crate::engine::interview::{Advance, Circumstances, Form};
use crate::engine::profile::profile;
use crate::engine::questionnaire::{read, sample};
use crate::engine::text::Lang;

fn sample_interview(answers: &[(&str, &str)]) -> Interview {
    let (questionnaire, _) = read::read(
        &sample::SAMPLE
            .lines()
            .filter(|l| {
                !["relevant", "constraint", "choice_filter", "else", "required", "[[reference", "expect", "answers"]
                    .iter()
                    .any(|k| l.starts_with(k))
            })
            .take_while(|l| !l.starts_with("[[target"))
            .collect::<Vec<_>>()
            .join("\n"),
    )
    .unwrap();
    let now = jiff::civil::date(2026, 11, 23).at(14, 2, 0, 0).to_zoned(TimeZone::UTC).unwrap();
    let mut interview = Interview::new(Arc::new(questionnaire), Form::Full, now);
    for (id, typed) in answers {
        keep(&mut interview, id, |interview, ix| {
            let value = interview.questionnaire().questions[ix].parse(typed).unwrap();
            Answer { response: value.map(Response::Value), ..Answer::default() }
        });
    }
    interview
}

fn keep(interview: &mut Interview, id: &str, make: impl FnOnce(&Interview, crate::engine::id::QuestionIx) -> Answer) {
    let ix = interview.questionnaire().find(id).unwrap();
    let answer = make(interview, ix);
    let change = interview.propose(ix, answer).unwrap_or_else(|refusal| panic!("{id}: {refusal:?}"));
    let circumstances = Circumstances { lang: Lang::En, shown_ms: 0, advance: Advance::Stay };
    interview.commit(change, circumstances, &mut MemoryJournal::default()).unwrap();
}

fn meta(closed: bool) -> Meta {
    let at = |text: &str| text.parse().unwrap();
    Meta {
        assessment: AssessmentId(uuid::Uuid::nil()),
        enterprise: "Zarafshon Tekstil MChJ".to_owned(),
        created: at("2026-11-19T09:00:00Z"),
        changed: at("2026-11-23T14:02:00Z"),
        closed: closed.then(|| at("2026-11-23T14:10:00Z")),
        interviewers: vec!["D. Karimova".to_owned()],
        made: at("2026-11-24T08:00:00Z"),
    }
}

fn texts(lang: Lang) -> Texts {
    Texts::new(lang, TimeZone::UTC)
}
#[test]
fn show() {
    let mut interview = sample_interview(&[
        ("F1", "Z"),
        ("F3", "45"),
        ("F8", "no"),
        ("INF1", "1"),
        ("INF2", "supplier university"),
        ("CLU1", "talks"),
        ("REG1", "3"),
        ("SKL1", "65"),
    ]);
    keep(&mut interview, "SKL2", |_, _| Answer {
        response: Some(Response::DontKnow),
        comment: "Ask the head of personnel, who was away on the day of the interview".to_owned(),
        confidence: Some(Confidence::Low),
        flagged: true,
        ..Answer::default()
    });
    let profile = profile(&interview);
    for lang in Lang::ALL {
        println!("{}", text(&profile, &interview, &meta(true), &texts(lang), 80));
        println!("{}", summary(&profile, &interview, &meta(true), &texts(lang)));
    }
    println!("{}", json(&profile, &interview, &meta(true)));
    let _: Option<AnswerChange> = None;
}
