//! One question: its kind, routing, constraint and the answer given by rule.

use super::findings::Findings;
use super::node::{self, Tab};
use super::outline::{Outline, Outlines};
use super::scope::{Stand, expression};
use super::scoring;
use crate::engine::id::{Arena, ArenaIndex, QuestionId, QuestionIx, SectionIx};
use crate::engine::questionnaire::problem::Problem;
use crate::engine::questionnaire::{Choices, Kind, Lines, Question, Required, Section, Value};
use crate::engine::text::Message;

/// Reads every section with its condition.
pub(super) fn sections<'a>(findings: &mut Findings<'a>, outlines: &Outlines<'a>) -> Arena<SectionIx, Section> {
    let mut first = vec![None; outlines.sections.len()];
    for (ix, question) in outlines.questions.enumerate() {
        if let Some(slot @ None) = first.get_mut(question.section.to_usize()) {
            *slot = Some(ix);
        }
    }
    let tabs = outlines.sections.iter().zip(first);
    tabs.map(|(tab, first)| Section {
        id: tab.word("id").unwrap_or_default().to_owned(),
        title: tab.text("title"),
        relevant: first.and_then(|ix| expression(findings, outlines, Stand::Section(ix), tab, "relevant")),
    })
    .collect()
}

/// Reads every question.
pub(super) fn questions<'a>(findings: &mut Findings<'a>, outlines: &Outlines<'a>) -> Arena<QuestionIx, Question> {
    outlines.questions.enumerate().map(|(ix, outline)| question(findings, outlines, ix, outline)).collect()
}

fn question<'a>(
    findings: &mut Findings<'a>,
    outlines: &Outlines<'a>,
    ix: QuestionIx,
    outline: &Outline<'a>,
) -> Question {
    let tab = &outline.tab;
    pairs(findings, outlines, outline);
    let label = tab.text_if_any("label").unwrap_or_else(|| super::texts::same_in_all(outline.id));
    let mut question = Question {
        id: QuestionId::new(outline.id),
        section: outline.section,
        kind: kind(findings, outlines, ix, outline),
        label,
        hint: tab.text_if_any("hint"),
        guidance: tab.text_if_any("guidance"),
        relevant: expression(findings, outlines, Stand::Question(ix), tab, "relevant"),
        otherwise: None,
        constraint: expression(findings, outlines, Stand::Constraint(ix), tab, "constraint"),
        constraint_message: tab.text_if_any("constraint_message"),
        required: required(findings, outlines, ix, tab),
        quick: tab.flag("quick"),
        item: scoring::item(findings, outlines, outline),
        source: tab.word("source").map(str::to_owned),
    };
    question.otherwise = otherwise(findings, &question, tab);
    question
}

/// Reports keys that mean nothing without another.
fn pairs(findings: &mut Findings<'_>, outlines: &Outlines<'_>, outline: &Outline<'_>) {
    let tab = &outline.tab;
    for (key, other) in [("constraint", "constraint_message"), ("constraint_message", "constraint")] {
        if tab.get(key).is_some() && tab.get(other).is_none() {
            findings.error(tab.place(key), Message::new("check-key-without").with("key", key).with("other", other));
        }
    }
    let has_condition = tab.get("relevant").is_some() || outlines.sections[outline.section].get("relevant").is_some();
    if tab.get("else").is_some() && !has_condition {
        let message = Message::new("check-key-without").with("key", "else").with("other", "relevant");
        findings.error(tab.place("else"), message);
    }
}

fn kind<'a>(findings: &mut Findings<'a>, outlines: &Outlines<'a>, ix: QuestionIx, outline: &Outline<'a>) -> Kind {
    let tab = &outline.tab;
    match outline.kind {
        "select_one" => Kind::SelectOne(choices(findings, outlines, ix, outline)),
        "select_multiple" => Kind::SelectMultiple(choices(findings, outlines, ix, outline)),
        "level" => Kind::Level { anchors: tab.texts("levels") },
        "integer" => Kind::Integer { unit: tab.text_if_any("unit") },
        "decimal" => Kind::Decimal { unit: tab.text_if_any("unit") },
        "text" => Kind::Text { lines: if tab.flag("multiline") { Lines::Many } else { Lines::One } },
        "date" => Kind::Date,
        "calculate" => {
            expression(findings, outlines, Stand::Question(ix), tab, "calculation").map_or(Kind::Note, Kind::Calculate)
        }
        // A kind that is missing or unknown has been reported.
        _ => Kind::Note,
    }
}

fn choices<'a>(findings: &mut Findings<'a>, outlines: &Outlines<'a>, ix: QuestionIx, outline: &Outline<'a>) -> Choices {
    let filter = expression(findings, outlines, Stand::Filter(ix), &outline.tab, "choice_filter");
    match outlines.list_of(outline) {
        Some(list) => Choices { list: list.choices.clone(), sorted: list.sorted, filter },
        None => Choices { list: std::sync::Arc::default(), sorted: false, filter },
    }
}

fn required<'a>(findings: &mut Findings<'a>, outlines: &Outlines<'a>, ix: QuestionIx, tab: &Tab<'a>) -> Required {
    match expression(findings, outlines, Stand::Question(ix), tab, "required") {
        Some(when) => Required::When(when),
        None if tab.flag("required") => Required::Yes,
        None => Required::No,
    }
}

/// Whether answers to a question can be judged: one without its choices or anchors has been reported.
pub(super) fn can_judge(question: &Question) -> bool {
    match &question.kind {
        Kind::SelectOne(choices) | Kind::SelectMultiple(choices) => !choices.list.is_empty(),
        Kind::Level { anchors } => !anchors.is_empty(),
        kind => kind.is_answerable(),
    }
}

fn otherwise(findings: &mut Findings<'_>, question: &Question, tab: &Tab<'_>) -> Option<Value> {
    let node = tab.get("else")?;
    let typed = node::typed(node)?;
    if !can_judge(question) {
        return None;
    }
    match question.parse(&typed) {
        Ok(value) => value,
        Err(error) => {
            let message = Message::new("check-else-does-not-fit")
                .with("value", typed)
                .with("name", question.id.as_str())
                .with("kind", question.kind.name());
            findings.add(Problem::error(node.span(), message).related(node.span(), error.0));
            None
        }
    }
}
