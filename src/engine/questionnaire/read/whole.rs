//! What only the whole file can show: questions that are never asked, constraints that nothing meets,
//! advice that never fires, things that nothing uses.

use std::collections::{HashMap, HashSet};

use super::findings::Findings;
use super::node::Tab;
use super::outline::{List, Outlines};
use crate::engine::expr::{self, Expr};
use crate::engine::id::QuestionIx;
use crate::engine::interview::Form;
use crate::engine::questionnaire::check::Trials;
use crate::engine::questionnaire::problem::Problem;
use crate::engine::questionnaire::{Item, Kind, Model, Question, Recommendation, Scoring, StrengthOf, Trigger, check};
use crate::engine::text::Message;

/// Judges a model that has been read to its end.
pub(super) fn judge(findings: &mut Findings<'_>, outlines: &Outlines<'_>, model: &Model, root: &Tab<'_>) {
    let trials = check::Trials::of(&model.questions);
    sections(findings, outlines, model, &trials);
    for (ix, question) in model.questions.enumerate() {
        reachable(findings, outlines, (model, &trials), ix, question);
        values(findings, outlines, (model, &trials), ix, question);
        quick_form(findings, outlines, model, ix, question);
    }
    areas(findings, outlines, model);
    lists(findings, outlines);
    advice(findings, outlines, model, &trials);
    uncovered_items(findings, outlines, model);
    strengths(findings, outlines, model);
    references(findings, model, root);
}

fn sections(findings: &mut Findings<'_>, outlines: &Outlines<'_>, model: &Model, trials: &Trials<'_>) {
    for (ix, section) in model.sections.enumerate() {
        let never = section.relevant.as_ref().is_some_and(|when| !trials.can_hold(&[when]));
        if never {
            let message = Message::new("check-section-unreachable").with("name", section.id.as_str());
            findings.error(outlines.sections[ix].place("relevant"), message);
        }
    }
}

fn reachable(
    findings: &mut Findings<'_>,
    outlines: &Outlines<'_>,
    (model, trials): (&Model, &Trials<'_>),
    ix: QuestionIx,
    question: &Question,
) {
    let Some(own) = &question.relevant else { return };
    let place = outlines.questions[ix].tab.place("relevant");
    let said = Message::new("check-unreachable").with("name", question.id.as_str());
    if !trials.can_hold(&[own]) {
        findings.error(place, said);
        return;
    }
    let Some(section) = &model.sections[question.section].relevant else { return };
    if trials.can_hold(&[section]) && !trials.can_hold(&[own, section]) {
        let section_place = outlines.sections[question.section].place("relevant");
        findings.add(Problem::error(place, said).related(section_place, Message::new("check-excludes-each-other")));
    }
}

/// Constraints that nothing meets, answers by rule that break them, filters that leave nothing.
fn values(
    findings: &mut Findings<'_>,
    outlines: &Outlines<'_>,
    (model, trials): (&Model, &Trials<'_>),
    ix: QuestionIx,
    question: &Question,
) {
    let tab = &outlines.questions[ix].tab;
    if let Some(constraint) = &question.constraint {
        if expr::never_satisfiable(constraint) || check::no_answer_meets(question, constraint) {
            findings.error(tab.place("constraint"), Message::new("check-nothing-meets"));
        } else if let Some(value) = question.otherwise.as_ref().filter(|value| check::breaks(constraint, value)) {
            let message = Message::new("check-else-breaks-constraint").with("value", value.to_string());
            findings.add(
                Problem::error(tab.place("else"), message)
                    .related(tab.place("constraint"), Message::new("check-constraint-here")),
            );
        }
    }
    let filter = question.kind.choices().and_then(|choices| Some((choices, choices.filter.as_ref()?)));
    let Some((choices, filter)) = filter else { return };
    if !trials.some_choice_passes(filter, &choices.list) {
        findings.error(tab.place("choice_filter"), Message::new("check-filter-leaves-nothing"));
        return;
    }
    let section = model.sections[question.section].relevant.as_ref();
    let conditions: Vec<&Expr> = section.into_iter().chain(&question.relevant).collect();
    if let Some(stuck) = trials.dead_end(&conditions, filter, &choices.list) {
        let answers: Vec<String> =
            stuck.into_iter().map(|(ix, value)| format!("{} = {value}", model.questions[ix].id)).collect();
        let message = Message::new("check-filter-dead-end").with("answers", answers.join(", "));
        findings.add(Problem::warning(tab.place("choice_filter"), message));
    }
}

/// A question of the quick form that hangs on one outside it is never asked there as meant.
fn quick_form(
    findings: &mut Findings<'_>,
    outlines: &Outlines<'_>,
    model: &Model,
    ix: QuestionIx,
    question: &Question,
) {
    let outside = |read: &&QuestionIx| !model.questions[**read].quick && model.questions[**read].kind.is_answerable();
    let reads = question.relevant.as_ref().map(Expr::questions).unwrap_or_default();
    if let Some(read) = reads.iter().find(outside).filter(|_| question.quick) {
        let other = model.questions[*read].id.as_str();
        let message = Message::new("check-quick-hangs-on-full").with("name", question.id.as_str()).with("other", other);
        findings.add(
            Problem::warning(outlines.questions[ix].tab.place("relevant"), message)
                .related(outlines.questions[*read].place.clone(), Message::new("check-declared-here"))
                .hint(Message::new("check-quick-hangs-on-full-hint").with("other", other)),
        );
    }
}

fn areas(findings: &mut Findings<'_>, outlines: &Outlines<'_>, model: &Model) {
    let named: HashSet<&str> = outlines.questions.iter().filter_map(|question| question.tab.word("area")).collect();
    // A question with a misspelt area, which has been reported, may be the one that is missed here.
    if named.iter().any(|name| outlines.areas.find(name).is_none()) {
        return;
    }
    for id in model.areas.iter().map(|area| area.id.as_str()).filter(|id| !named.contains(id)) {
        if let Some(place) = outlines.areas.place(id) {
            findings.error(place, Message::new("check-area-without-item").with("name", id));
        }
    }
}

fn lists(findings: &mut Findings<'_>, outlines: &Outlines<'_>) {
    let mut kinds: HashMap<usize, HashSet<&str>> = HashMap::new();
    for question in &outlines.questions {
        if let Some(list) = question.list {
            kinds.entry(list).or_default().insert(question.kind);
        }
    }
    for (position, list) in outlines.lists.iter().enumerate() {
        match kinds.get(&position) {
            None => {
                let message = Message::new("check-unused-list").with("name", list.tab.word("id").unwrap_or_default());
                findings.add(Problem::warning(list.tab.place("id"), message));
            }
            Some(kinds) if !kinds.contains("select_multiple") => exclusive_choices(findings, list),
            Some(_) => {}
        }
    }
}

fn exclusive_choices(findings: &mut Findings<'_>, list: &List<'_>) {
    for choice in list.tab.tables("choices").iter().filter(|choice| choice.flag("exclusive")) {
        let message = Message::new("check-exclusive-in-select-one").with("name", choice.word("id").unwrap_or_default());
        findings.add(
            Problem::error(choice.place("exclusive"), message).hint(Message::new("check-exclusive-in-select-one-hint")),
        );
    }
}

fn advice(findings: &mut Findings<'_>, outlines: &Outlines<'_>, model: &Model, trials: &Trials<'_>) {
    for (ix, advice) in model.recommendations.enumerate() {
        let tab = &outlines.advice[ix].1;
        let said = |key| Message::new(key).with("name", advice.id.as_str());
        if condition(advice).is_some_and(|when| !trials.can_hold(&[when])) {
            findings.error(tab.place("when"), said("check-never-fires"));
        }
        let by_score = tab.get("threshold").is_none_or(|written| !written.get_ref().is_bool());
        if let (Trigger::LowItem { threshold, .. }, true) = (&advice.trigger, by_score) {
            let lowest = advice.items.iter().filter_map(|item| lowest_score(&model.questions[*item]));
            let lowest = lowest.fold(f64::INFINITY, f64::min);
            if lowest.is_finite() && lowest > *threshold {
                let message = said("check-threshold-below-scores")
                    .with("threshold", threshold.to_string())
                    .with("lowest", lowest.to_string());
                findings.error(tab.place("threshold"), message);
            }
        }
    }
}

const fn condition(advice: &Recommendation) -> Option<&Expr> {
    match &advice.trigger {
        Trigger::When(when) => Some(when),
        Trigger::LowItem { and, .. } | Trigger::LowGroup { and, .. } => and.as_ref(),
    }
}

fn lowest_score(question: &Question) -> Option<f64> {
    match (&question.item, &question.kind) {
        (Some(Item { scoring: Scoring::Choice, .. }), Kind::SelectOne(choices)) => {
            choices.list.iter().filter_map(|choice| choice.score).min_by(f64::total_cmp)
        }
        (Some(_), _) => Some(0.0),
        (None, _) => None,
    }
}

/// Items that no advice covers; a file without any advice means to have none.
fn uncovered_items(findings: &mut Findings<'_>, outlines: &Outlines<'_>, model: &Model) {
    if model.recommendations.is_empty() {
        return;
    }
    let covered: HashSet<QuestionIx> = model.recommendations.iter().flat_map(|advice| advice.items.clone()).collect();
    for ix in model.items().filter(|ix| !covered.contains(ix)) {
        let question = &outlines.questions[ix];
        let message = Message::new("check-uncovered-item").with("name", question.id);
        findings.add(Problem::warning(question.place.clone(), message));
    }
}

/// Areas that no strength rests on; a file without any strength means to have none.
fn strengths(findings: &mut Findings<'_>, outlines: &Outlines<'_>, model: &Model) {
    if model.strengths.is_empty() {
        return;
    }
    for (ix, area) in model.areas.enumerate() {
        let rests = model.strengths.iter().any(|strength| strength.of == StrengthOf::Area(ix));
        if let (false, Some(place)) = (rests, outlines.areas.place(area.id.as_str())) {
            let message = Message::new("check-area-without-strength").with("name", area.id.as_str());
            findings.add(Problem::warning(place, message));
        }
    }
}

/// Answers of a reference in the quick form to questions outside it.
fn references(findings: &mut Findings<'_>, model: &Model, root: &Tab<'_>) {
    for (reference, tab) in model.references.iter().zip(root.tables("reference")) {
        let answers = tab.table("answers").filter(|_| reference.form == Form::Quick);
        for (name, span, _) in answers.into_iter().flat_map(|answers| answers.entries()) {
            if model.find(name).is_some_and(|ix| !model.questions[ix].quick) {
                findings.error(span, Message::new("check-answer-outside-form").with("name", name));
            }
        }
    }
}
