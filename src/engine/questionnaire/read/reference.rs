//! Target profiles and reference answers.

use std::ops::Range;

use super::findings::Findings;
use super::node::{self, Tab};
use super::outline::Outlines;
use super::question::can_judge;
use crate::engine::id::{AreaIx, Arena, QuestionIx};
use crate::engine::interview::Form;
use crate::engine::questionnaire::problem::Problem;
use crate::engine::questionnaire::{Area, Expectation, Question, Reference, Target, check};
use crate::engine::text::Message;

/// Answers of a reference that are no value.
const NO_ANSWERS: [&str; 2] = ["dont_know!", "refused!"];

/// Reads the targets: a level for every area.
pub(super) fn targets(
    findings: &mut Findings<'_>,
    outlines: &Outlines<'_>,
    areas: &Arena<AreaIx, Area>,
    root: &Tab<'_>,
) -> Vec<Target> {
    let tabs = root.tables("target").into_iter();
    tabs.map(|tab| Target {
        id: tab.word("id").unwrap_or_default().to_owned(),
        title: tab.text("title"),
        levels: target_levels(findings, outlines, areas, &tab),
    })
    .collect()
}

fn target_levels(
    findings: &mut Findings<'_>,
    outlines: &Outlines<'_>,
    areas: &Arena<AreaIx, Area>,
    tab: &Tab<'_>,
) -> Arena<AreaIx, u8> {
    let Some(levels) = tab.table("levels") else { return areas.map(|_| 0) };
    for (name, span, _) in levels.entries() {
        outlines.areas.resolve(findings, name, span);
    }
    let lacking: Vec<&str> =
        areas.iter().map(|area| area.id.as_str()).filter(|id| !id.is_empty() && levels.get(id).is_none()).collect();
    if !lacking.is_empty() {
        let message = Message::new("check-target-lacks-area").with("areas", lacking.join(", "));
        findings.error(levels.span.clone(), message);
    }
    areas.map(|area| levels.whole(area.id.as_str()).and_then(|level| u8::try_from(level).ok()).unwrap_or(0))
}

/// Reads the reference answers.
pub(super) fn references(
    findings: &mut Findings<'_>,
    outlines: &Outlines<'_>,
    questions: &Arena<QuestionIx, Question>,
    root: &Tab<'_>,
) -> Vec<Reference> {
    let tabs = root.tables("reference").into_iter();
    tabs.map(|tab| Reference {
        id: tab.word("id").unwrap_or_default().to_owned(),
        title: tab.text("title"),
        form: if tab.word("form") == Some("quick") { Form::Quick } else { Form::Full },
        answers: answers(findings, outlines, questions, &tab),
        expect: tab.table("expect").map(|expect| expectation(findings, outlines, &expect)).unwrap_or_default(),
    })
    .collect()
}

fn answers(
    findings: &mut Findings<'_>,
    outlines: &Outlines<'_>,
    questions: &Arena<QuestionIx, Question>,
    tab: &Tab<'_>,
) -> Vec<(QuestionIx, String)> {
    let mut answers = Vec::new();
    for (name, span, node) in tab.table("answers").into_iter().flat_map(|answers| answers.entries()) {
        let known = outlines.question_names.resolve(findings, name, span.clone());
        let (Some(ix), Some(typed)) = (known, node::typed(node)) else { continue };
        let outline = &outlines.questions[ix];
        if matches!(outline.kind, "note" | "calculate") {
            findings.error(span, Message::new("check-not-answerable").with("name", name).with("kind", outline.kind));
        } else if !NO_ANSWERS.contains(&typed.as_str()) && can_judge(&questions[ix]) {
            answer(findings, &questions[ix], &typed, node.span());
        }
        answers.push((ix, typed));
    }
    answers
}

/// Reports an answer that does not fit its question or breaks its constraint.
fn answer(findings: &mut Findings<'_>, question: &Question, typed: &str, span: Range<usize>) {
    let said = |key| Message::new(key).with("value", typed).with("name", question.id.as_str());
    match question.parse(typed) {
        Err(error) => {
            let message = said("check-answer-does-not-fit").with("kind", question.kind.name());
            findings.add(Problem::error(span.clone(), message).related(span, error.0));
        }
        Ok(Some(value)) if question.constraint.as_ref().is_some_and(|constraint| check::breaks(constraint, &value)) => {
            findings.error(span, said("check-answer-breaks-constraint"));
        }
        Ok(_) => {}
    }
}

fn expectation(findings: &mut Findings<'_>, outlines: &Outlines<'_>, tab: &Tab<'_>) -> Expectation {
    let areas = tab.table("areas").map(|areas| areas.entries()).unwrap_or_default().into_iter();
    for (name, span) in tab.names("recommendations") {
        outlines.advice_names.resolve(findings, name, span);
    }
    Expectation {
        index: tab.number("index"),
        level: tab.whole("level").and_then(|level| u8::try_from(level).ok()),
        areas: areas
            .filter_map(|(name, span, node)| Some((outlines.areas.resolve(findings, name, span)?, node::number(node)?)))
            .collect(),
        path: tab.whole("path").and_then(|path| usize::try_from(path).ok()),
        recommendations: tab
            .get("recommendations")
            .map(|_| tab.names("recommendations").into_iter().map(|(name, _)| name.to_owned()).collect()),
    }
}
