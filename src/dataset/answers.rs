//! One row an answer: everything that is kept at a question, and how it was passed.

use super::variable::said;
use super::{Cell, Privacy, Subject};
use crate::engine::answer::{Answer, Confidence, Response};
use crate::engine::id::QuestionIx;
use crate::engine::interview::Interview;
use crate::engine::text::Lang;

/// The columns, in order.
pub(super) const COLUMNS: [&str; 21] = [
    "assessment",
    "enterprise",
    "questionnaire",
    "version",
    "question",
    "number",
    "section",
    "area",
    "status",
    "code",
    "value",
    "label",
    "reason",
    "confidence",
    "comment",
    "evidence",
    "flagged",
    "changes",
    "seconds_shown",
    "changed",
    "language",
];

/// The rows of one assessment: its questions in order, whether answered or not. Texts are in `lang`.
pub(super) fn rows(subject: &Subject, lang: Lang, privacy: Option<&Privacy>) -> Vec<Vec<Cell>> {
    let questions = subject.interview.questionnaire().questions.enumerate();
    let answerable = questions.filter(|(_, question)| question.kind.is_answerable());
    answerable.map(|(ix, _)| row(subject, ix, lang, privacy)).collect()
}

fn row(subject: &Subject, ix: QuestionIx, lang: Lang, privacy: Option<&Privacy>) -> Vec<Cell> {
    let (interview, summary) = (&subject.interview, &subject.summary);
    let questionnaire = interview.questionnaire();
    let question = &questionnaire.questions[ix];
    let answer = interview.answer(ix);
    let passage = subject.passages.iter().find(|passage| passage.question == question.id);
    let text = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) };
    let free = |written: &str| if privacy.is_some_and(Privacy::drops_texts) { Cell::Empty } else { text(written) };
    let (code, value, label) = valued(interview, ix, lang, privacy);
    let area = question.item.as_ref().map_or("", |item| questionnaire.areas[item.area].id.as_str());
    vec![
        Cell::Text(summary.id.to_string()),
        Cell::Text(summary.enterprise.clone()),
        Cell::Text(summary.questionnaire.to_string()),
        Cell::Text(summary.version.clone()),
        Cell::Text(question.id.to_string()),
        text(&questionnaire.number(ix).unwrap_or_default()),
        Cell::Text(questionnaire.sections[question.section].id.clone()),
        text(area),
        Cell::Text(interview.status(ix).word().to_owned()),
        code,
        value,
        label,
        free(reason(answer)),
        text(answer.confidence.map_or("", confidence)),
        free(&answer.comment),
        free(&answer.evidence),
        Cell::Code(i32::from(answer.flagged)),
        passage.map_or(Cell::Code(0), |passage| Cell::Number(passage.changes as f64)),
        passage.map_or(Cell::Empty, |passage| Cell::Number(passage.shown_ms as f64 / 1000.0)),
        passage.map_or(Cell::Empty, |passage| Cell::Moment(passage.changed)),
        passage.map_or(Cell::Empty, |passage| Cell::Text(passage.lang.tag().to_owned())),
    ]
}

/// The code of a missing value, the value as stored, and the value as a person reads it.
fn valued(interview: &Interview, ix: QuestionIx, lang: Lang, privacy: Option<&Privacy>) -> (Cell, Cell, Cell) {
    let question = &interview.questionnaire().questions[ix];
    match said(interview, ix) {
        Err(missing) => (Cell::Missing(missing), Cell::Empty, Cell::Empty),
        Ok(None) => (Cell::Empty, Cell::Empty, Cell::Empty),
        Ok(Some(value)) => {
            if let Some(missing) = privacy.and_then(|privacy| privacy.hides(&question.id, value)) {
                return (Cell::Missing(missing), Cell::Empty, Cell::Empty);
            }
            let shown = crate::engine::answer::shown(question, value, lang, |number| number.to_string());
            (Cell::Empty, Cell::Text(value.to_string()), Cell::Text(shown))
        }
    }
}

fn reason(answer: &Answer) -> &str {
    match &answer.response {
        Some(Response::NotApplicable { reason }) => reason,
        _ => "",
    }
}

const fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "high",
        Confidence::Medium => "medium",
        Confidence::Low => "low",
    }
}
