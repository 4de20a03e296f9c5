//! How a question is scored: its area, weight, facets, and settings that fit its kind.

use super::findings::Findings;
use super::node::Tab;
use super::outline::{List, Outline, Outlines};
use crate::engine::questionnaire::problem::Problem;
use crate::engine::questionnaire::{Item, Locus, Scale, Scoring};
use crate::engine::text::Message;

/// Keys that mean nothing without an area.
const ONLY_WITH_AREA: [&str; 5] = ["weight", "locus", "facets", "formative", "score"];

/// Reads how a question is scored; `None` if it is not.
pub(super) fn item<'a>(findings: &mut Findings<'a>, outlines: &Outlines<'a>, outline: &Outline<'a>) -> Option<Item> {
    let tab = &outline.tab;
    let Some((area, place)) = tab.name("area") else {
        without_area(findings, outlines, outline);
        return None;
    };
    if tab.number("weight") == Some(0.0) {
        findings.error(tab.place("weight"), Message::new("check-weight-not-positive"));
    }
    let facets = tab.names("facets").into_iter();
    let facets = facets.filter_map(|(name, span)| outlines.facets.resolve(findings, name, span)).collect();
    let scoring = scoring(findings, outlines, outline);
    let area = outlines.areas.resolve(findings, area, place);
    Some(Item {
        area: area?,
        weight: tab.number("weight").unwrap_or(1.0),
        locus: if tab.word("locus") == Some("environment") { Locus::Environment } else { Locus::Enterprise },
        facets,
        scoring: scoring?,
        formative: tab.flag("formative"),
    })
}

fn without_area(findings: &mut Findings<'_>, outlines: &Outlines<'_>, outline: &Outline<'_>) {
    for key in ONLY_WITH_AREA.into_iter().filter(|key| outline.tab.get(key).is_some()) {
        let message = Message::new("check-key-without").with("key", key).with("other", "area");
        findings.error(outline.tab.place(key), message);
    }
    let own_scores = outlines.list_of(outline).filter(|_| outline.tab.get("choices").is_some());
    if let Some(choice) = own_scores.and_then(|list| scored_choice(list)) {
        let message = Message::new("check-key-without").with("key", "score").with("other", "area");
        findings.error(choice.place("score"), message);
    }
}

fn scored_choice<'a>(list: &List<'a>) -> Option<Tab<'a>> {
    list.tab.tables("choices").into_iter().find(|choice| choice.get("score").is_some())
}

fn scoring(findings: &mut Findings<'_>, outlines: &Outlines<'_>, outline: &Outline<'_>) -> Option<Scoring> {
    let score = outline.tab.table("score");
    let needs_score = matches!(outline.kind, "integer" | "decimal" | "select_multiple");
    if needs_score && outline.tab.get("score").is_none() {
        let message = Message::new("check-missing-score").with("kind", outline.kind);
        let hint = match outline.kind {
            "select_multiple" => Message::new("check-missing-cap-hint"),
            _ => Message::new("check-missing-goalposts-hint"),
        };
        findings.add(Problem::error(outline.tab.place("area"), message).hint(hint));
    }
    match outline.kind {
        "level" => {
            let top = outline.tab.nodes("levels").count().saturating_sub(1);
            let reverse = score.is_some_and(|score| score.flag("reverse"));
            Some(Scoring::Level { top: u8::try_from(top).ok()?, reverse })
        }
        "integer" | "decimal" => goalposts(findings, &score?),
        "select_multiple" => cap(findings, outlines.list_of(outline)?, &score?),
        "select_one" => Some(choice_scores(findings, outlines.list_of(outline)?, outline)),
        _ => None,
    }
}

fn goalposts(findings: &mut Findings<'_>, score: &Tab<'_>) -> Option<Scoring> {
    let (worst, best) = (score.number("worst")?, score.number("best")?);
    let scale = match score.word("scale") {
        Some("log1p") => Scale::Log1p,
        Some("log") => Scale::Log,
        _ => Scale::Linear,
    };
    if (best - worst).abs() < f64::EPSILON {
        let message = Message::new("check-equal-goalposts").with("value", worst.to_string());
        findings.error(score.span.clone(), message);
    }
    for (key, value) in [("worst", worst), ("best", best)] {
        let message = match scale {
            Scale::Log1p if value < 0.0 => Message::new("check-log1p-negative"),
            Scale::Log if value <= 0.0 => Message::new("check-log-not-positive"),
            _ => continue,
        };
        findings.error(score.place(key), message.with("key", key).with("value", value.to_string()));
    }
    Some(Scoring::Goalposts { worst, best, scale })
}

fn cap(findings: &mut Findings<'_>, list: &List<'_>, score: &Tab<'_>) -> Option<Scoring> {
    let cap = u8::try_from(score.whole("cap")?).ok()?;
    let countable = list.choices.iter().filter(|choice| !choice.exclusive).count();
    if usize::from(cap) > countable {
        let message = Message::new("check-cap-too-high").with("cap", usize::from(cap)).with("countable", countable);
        findings.error(score.place("cap"), message);
    }
    Some(Scoring::Count { cap })
}

fn choice_scores(findings: &mut Findings<'_>, list: &List<'_>, outline: &Outline<'_>) -> Scoring {
    let unscored = list.choices.iter().zip(&list.places).filter(|(choice, _)| choice.score.is_none());
    let missing: Vec<_> = unscored.collect();
    if let Some((_, first)) = missing.first() {
        let names: Vec<&str> = missing.iter().map(|(choice, _)| choice.id.as_str()).collect();
        let message = Message::new("check-choice-without-score")
            .with("choices", names.join(", "))
            .with("count", names.len())
            .with("name", outline.id);
        findings.add(
            Problem::error(outline.tab.place("area"), message)
                .related((*first).clone(), Message::new("check-no-score-here")),
        );
    }
    Scoring::Choice
}
