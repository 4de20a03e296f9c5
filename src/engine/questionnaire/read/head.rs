//! The head of the file: languages, settings of the method, areas and bands.

use super::findings::Findings;
use super::node::{self, Tab};
use crate::engine::id::{AreaId, AreaIx, Arena};
use crate::engine::questionnaire::problem::Problem;
use crate::engine::questionnaire::{Aggregation, Area, Band, Method};
use crate::engine::text::{Lang, Message};

/// How far the weights of the areas may miss 1.
const WEIGHT_TOLERANCE: f64 = 1e-9;

/// Reads the languages; unknown ones are reported by the shape.
pub(super) fn languages(findings: &mut Findings<'_>, root: &Tab<'_>) -> Vec<Lang> {
    let mut languages = Vec::new();
    for (tag, span) in root.names("languages") {
        match Lang::WRITTEN.into_iter().find(|lang| lang.tag() == tag) {
            Some(lang) if languages.contains(&lang) => {
                findings.error(span, Message::new("check-language-twice").with("value", tag));
            }
            Some(lang) => languages.push(lang),
            None => {}
        }
    }
    languages
}

/// Reads the settings of the method.
pub(super) fn method(findings: &mut Findings<'_>, root: &Tab<'_>) -> Method {
    let usual = Method::default();
    let Some(tab) = root.table("scoring") else { return usual };
    let number = |key, usual| tab.number(key).unwrap_or(usual);
    let method = Method {
        aggregation: aggregation(&tab).unwrap_or(usual.aggregation),
        floor: number("floor", usual.floor),
        published: number("published", usual.published),
        provisional: number("provisional", usual.provisional),
        missing_areas: tab.whole("missing_areas").and_then(|n| n.try_into().ok()).unwrap_or(usual.missing_areas),
        different_scope: number("different_scope", usual.different_scope),
        ratings: numbers(&tab, "ratings").unwrap_or(usual.ratings),
        levels: numbers(&tab, "levels").unwrap_or(usual.levels),
    };
    if method.provisional > method.published {
        let message = Message::new("check-provisional-above-published");
        let place = if tab.get("provisional").is_some() { "provisional" } else { "published" };
        findings.error(tab.place(place), message);
    }
    for (key, ascends) in [("ratings", ascends(&method.ratings)), ("levels", ascends(&method.levels))] {
        if !ascends {
            findings.error(tab.place(key), Message::new("check-not-ascending").with("key", key));
        }
    }
    method
}

fn aggregation(tab: &Tab<'_>) -> Option<Aggregation> {
    if let Some(power) = tab.table("aggregation") {
        let exponent = power.number("power")?;
        return Some(if exponent == 0.0 { Aggregation::Geometric } else { Aggregation::Power(exponent) });
    }
    let named = [Aggregation::Geometric, Aggregation::Arithmetic, Aggregation::Harmonic, Aggregation::Minimum];
    let word = tab.word("aggregation")?;
    named.into_iter().find(|aggregation| aggregation.name() == word)
}

/// A list of exactly so many numbers.
fn numbers<const N: usize>(tab: &Tab<'_>, key: &str) -> Option<[f64; N]> {
    let numbers: Vec<f64> = tab.nodes(key).filter_map(node::number).collect();
    numbers.try_into().ok()
}

fn ascends(numbers: &[f64]) -> bool {
    numbers.is_sorted_by(|one, next| one < next)
}

/// Reads the areas.
pub(super) fn areas(findings: &mut Findings<'_>, root: &Tab<'_>) -> Arena<AreaIx, Area> {
    let tabs = root.tables("area");
    for tab in tabs.iter().filter(|tab| tab.number("weight") == Some(0.0)) {
        findings.error(tab.place("weight"), Message::new("check-weight-not-positive"));
    }
    let areas: Arena<AreaIx, Area> = tabs
        .iter()
        .map(|tab| Area {
            id: AreaId::new(tab.word("id").unwrap_or_default()),
            weight: tab.number("weight").unwrap_or_default(),
            title: tab.text("title"),
            problem: tab.text_if_any("problem"),
        })
        .collect();
    // A weight out of range has been reported; the sum would only repeat it.
    let in_range = tabs.iter().all(|tab| tab.number("weight").is_some_and(|weight| (0.0..=1.0).contains(&weight)));
    if let (Some(last), true) = (tabs.last(), in_range) {
        let sum: f64 = areas.iter().map(|area| area.weight).sum();
        if (sum - 1.0).abs() > WEIGHT_TOLERANCE {
            let message = Message::new("check-weights-sum").with("sum", shortened(sum));
            findings.add(Problem::error(last.place("weight"), message).hint(Message::new("check-weights-sum-hint")));
        }
    }
    areas
}

/// The number without the noise of binary fractions.
fn shortened(sum: f64) -> String {
    let rounded = format!("{sum:.9}");
    rounded.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Reads the bands.
pub(super) fn bands(findings: &mut Findings<'_>, root: &Tab<'_>) -> Vec<Band> {
    let tabs = root.tables("band");
    if let (None, Some(area)) = (tabs.first(), root.tables("area").first()) {
        let message = Message::new("check-no-bands");
        findings.add(Problem::error(area.span.clone(), message).hint(Message::new("check-no-bands-hint")));
    }
    let mut previous = None;
    let mut bands = Vec::new();
    for tab in tabs {
        let Some(from) = tab.number("from").filter(|from| (0.0..=100.0).contains(from)) else { continue };
        match previous {
            None if from != 0.0 => {
                findings.error(tab.place("from"), Message::new("check-first-band").with("from", from.to_string()));
            }
            Some((before, ref place)) if from <= before => {
                let message = Message::new("check-bands-not-ascending")
                    .with("from", from.to_string())
                    .with("before", f64::to_string(&before));
                findings.add(
                    Problem::error(tab.place("from"), message)
                        .related(Clone::clone(place), Message::new("check-band-before")),
                );
            }
            _ => {}
        }
        previous = Some((from, tab.place("from")));
        bands.push(Band { from, title: tab.text("title") });
    }
    bands
}
