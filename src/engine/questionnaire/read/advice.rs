//! Soft checks, recommendations and programmes.

use std::collections::HashSet;
use std::ops::Range;

use super::findings::Findings;
use super::node::Tab;
use super::outline::{AdviceKind, Outlines};
use super::scope::{Stand, expression};
use super::texts::placeholders;
use crate::engine::expr::Expr;
use crate::engine::id::{Arena, CheckIx, QuestionIx, RecommendationIx};
use crate::engine::questionnaire::problem::Problem;
use crate::engine::questionnaire::{Addressee, Check, Horizon, Question, Recommendation, Trigger, check};
use crate::engine::text::{Lang, Message};

/// The score at which an item counts as low, unless the file says otherwise.
const LOW_ITEM: f64 = 25.0;
/// The mean below which a programme fires, unless the file says otherwise.
const LOW_GROUP: f64 = 35.0;
/// The fewest answered items of a programme, unless the file says otherwise.
const MIN_ANSWERED: u8 = 2;
/// The texts in which `{ID}` stands for an answer.
const FILLED_TEXTS: [&str; 5] = ["title", "why", "first_step", "steps", "measure"];

/// Reads the soft checks. One without a condition is left out: that has been reported.
pub(super) fn checks<'a>(
    findings: &mut Findings<'a>,
    outlines: &Outlines<'a>,
    questions: &Arena<QuestionIx, Question>,
    root: &Tab<'a>,
) -> Arena<CheckIx, Check> {
    let mut checks = Arena::default();
    let trials = check::Trials::of(questions);
    for tab in root.tables("check") {
        if let Some(when) = expression(findings, outlines, Stand::Check, &tab, "when") {
            if !trials.can_hold(&[&when]) {
                findings.error(tab.place("when"), Message::new("check-never-warns"));
            }
            let id = tab.word("id").unwrap_or_default().to_owned();
            checks.push(Check { id, when, message: tab.text("message") });
        }
    }
    checks
}

/// Reads recommendations and programmes.
pub(super) fn advice<'a>(
    findings: &mut Findings<'a>,
    outlines: &Outlines<'a>,
) -> Arena<RecommendationIx, Recommendation> {
    let read = outlines.advice.iter().map(|(kind, tab)| one(findings, outlines, *kind, tab)).collect();
    prerequisite_cycles(findings, outlines, &read);
    read
}

fn one<'a>(findings: &mut Findings<'a>, outlines: &Outlines<'a>, kind: AdviceKind, tab: &Tab<'a>) -> Recommendation {
    let items = items(findings, outlines, tab);
    let when = expression(findings, outlines, Stand::Advice, tab, "when");
    let prerequisite =
        tab.name("prerequisite").and_then(|(name, span)| outlines.advice_names.resolve(findings, name, span));
    let excludes = excludes(findings, outlines, tab);
    for key in FILLED_TEXTS {
        filled_text(findings, outlines, tab, key);
    }
    Recommendation {
        id: tab.word("id").unwrap_or_default().to_owned(),
        trigger: trigger(findings, kind, tab, when),
        items,
        effort: tab.whole("effort").and_then(|effort| u8::try_from(effort).ok()).unwrap_or(1),
        horizon: match tab.word("horizon") {
            Some("3-12") => Horizon::Year,
            Some("12+") => Horizon::Later,
            _ => Horizon::Now,
        },
        addressee: match tab.word("addressee") {
            Some("cluster") => Addressee::Cluster,
            Some("state") => Addressee::State,
            _ => Addressee::Enterprise,
        },
        prerequisite,
        excludes,
        title: tab.text("title"),
        why: tab.text("why"),
        first_step: tab.text("first_step"),
        steps: tab.text_if_any("steps"),
        measure: tab.text("measure"),
        catalogue: tab.names("catalogue").into_iter().map(|(name, _)| name.to_owned()).collect(),
    }
}

/// Reads what it excludes: known advice, but neither itself nor what has to be done before it.
fn excludes(findings: &mut Findings<'_>, outlines: &Outlines<'_>, tab: &Tab<'_>) -> Vec<RecommendationIx> {
    let mut found = Vec::new();
    for (name, span) in tab.names("excludes") {
        let Some(ix) = outlines.advice_names.resolve(findings, name, span.clone()) else { continue };
        if tab.word("id") == Some(name) {
            findings.error(span, Message::new("check-excludes-itself").with("name", name));
        } else if tab.word("prerequisite") == Some(name) {
            let message = Message::new("check-excludes-prerequisite").with("name", name);
            findings.add(
                Problem::error(span, message)
                    .related(tab.place("prerequisite"), Message::new("check-prerequisite-here")),
            );
        } else {
            found.push(ix);
        }
    }
    found
}

/// Reads the items: known questions that are scored, each once.
pub(super) fn items(findings: &mut Findings<'_>, outlines: &Outlines<'_>, tab: &Tab<'_>) -> Vec<QuestionIx> {
    let mut seen = HashSet::new();
    let mut items = Vec::new();
    for (name, span) in tab.names("items") {
        let Some(ix) = outlines.question_names.resolve(findings, name, span.clone()) else { continue };
        let question = &outlines.questions[ix];
        if question.tab.get("area").is_none() {
            findings.add(
                Problem::error(span, Message::new("check-not-an-item").with("name", name))
                    .related(question.place.clone(), Message::new("check-no-area-here"))
                    .hint(Message::new("check-not-an-item-hint")),
            );
        } else if seen.insert(ix) {
            items.push(ix);
        } else {
            findings.error(span, Message::new("check-item-twice").with("name", name));
        }
    }
    items
}

fn trigger(findings: &mut Findings<'_>, kind: AdviceKind, tab: &Tab<'_>, and: Option<Expr>) -> Trigger {
    let written_items = tab.nodes("items").count();
    if kind == AdviceKind::Programme {
        let written = tab.whole("min_answered").and_then(|least| u8::try_from(least).ok());
        let min_answered = written.unwrap_or(MIN_ANSWERED);
        if written_items < usize::from(min_answered) {
            let message = Message::new("check-programme-too-small")
                .with("items", written_items)
                .with("least", usize::from(min_answered));
            findings.error(tab.place("items"), message);
        }
        let threshold = tab.number("threshold").unwrap_or(LOW_GROUP);
        if threshold <= 0.0 {
            findings.error(tab.place("threshold"), Message::new("check-threshold-never"));
        }
        return Trigger::LowGroup { threshold, min_answered, and };
    }
    let by_condition = tab.get("threshold").is_some_and(|node| node.get_ref().as_bool() == Some(false));
    if by_condition && tab.get("when").is_none() {
        let message = Message::new("check-key-without").with("key", "threshold = false").with("other", "when");
        findings.add(Problem::error(tab.place("threshold"), message).hint(Message::new("check-threshold-false-hint")));
    }
    if !by_condition && written_items == 0 {
        let message = Message::new("check-no-items");
        findings.add(Problem::error(tab.place("items"), message).hint(Message::new("check-no-items-hint")));
    }
    match and {
        Some(when) if by_condition => Trigger::When(when),
        and => Trigger::LowItem { threshold: tab.number("threshold").unwrap_or(LOW_ITEM), and },
    }
}

/// Reports placeholders that name no question.
fn filled_text(findings: &mut Findings<'_>, outlines: &Outlines<'_>, tab: &Tab<'_>, key: &str) {
    let Some(text) = tab.table(key) else { return };
    for lang in Lang::ALL {
        let Some(node) = text.get(lang.tag()) else { continue };
        for (name, part) in node.get_ref().as_str().map(placeholders).unwrap_or_default() {
            if outlines.question_names.find(name).is_none() {
                let message = Message::new("check-unknown-placeholder").with("name", name);
                let span = findings.inside(node, part);
                findings.add(Problem::error(span, message).hint(outlines.question_names.did_you_mean(name)));
            }
        }
    }
}

/// Reports every cycle of prerequisites once, at its first recommendation.
fn prerequisite_cycles(
    findings: &mut Findings<'_>,
    outlines: &Outlines<'_>,
    advice: &Arena<RecommendationIx, Recommendation>,
) {
    let place = |ix: RecommendationIx| -> Range<usize> { outlines.advice[ix].1.place("prerequisite") };
    let mut cleared: HashSet<RecommendationIx> = HashSet::new();
    for start in advice.indices() {
        let mut path = vec![start];
        let mut next = advice[start].prerequisite;
        while let Some(ix) = next.filter(|ix| !cleared.contains(ix) && !path.contains(ix)) {
            path.push(ix);
            next = advice[ix].prerequisite;
        }
        if let Some(entry) = next.and_then(|again| path.iter().position(|ix| *ix == again)) {
            let cycle = path.get(entry..).unwrap_or_default();
            let around = cycle.iter().chain(cycle.first());
            let names: Vec<&str> = around.map(|ix| advice[*ix].id.as_str()).collect();
            let message = Message::new("check-prerequisite-cycle").with("names", names.join(" → "));
            let problem = Problem::error(cycle.first().map_or(0..0, |ix| place(*ix)), message);
            findings.add(
                cycle
                    .iter()
                    .skip(1)
                    .fold(problem, |problem, ix| problem.related(place(*ix), Message::new("check-cycle-goes-on"))),
            );
        }
        cleared.extend(path);
    }
}
