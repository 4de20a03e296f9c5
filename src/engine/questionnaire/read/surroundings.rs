//! What stands around questions and advice: strengths, vignettes, neutral texts and explained words.

use super::advice::items;
use super::findings::Findings;
use super::node::Tab;
use super::outline::Outlines;
use super::scope::{Stand, expression};
use crate::engine::catalogue::Generic;
use crate::engine::id::{Arena, StrengthIx};
use crate::engine::questionnaire::problem::Problem;
use crate::engine::questionnaire::{Strength, StrengthOf, Term, Vignette};
use crate::engine::text::Message;

/// The score from which an area counts as strong, unless the file says otherwise.
const STRONG_AREA: f64 = 60.0;
/// The score from which an item counts as strong, unless the file says otherwise.
const STRONG_ITEM: f64 = 75.0;

/// Reads what high scores allow. One that rests on nothing is left out: that has been reported.
pub(super) fn strengths<'a>(
    findings: &mut Findings<'a>,
    outlines: &Outlines<'a>,
    root: &Tab<'a>,
) -> Arena<StrengthIx, Strength> {
    let mut strengths = Arena::default();
    for tab in root.tables("strength") {
        let when = expression(findings, outlines, Stand::Advice, &tab, "when");
        let Some(of) = strength_of(findings, outlines, &tab) else { continue };
        let usual = if matches!(of, StrengthOf::Area(_)) { STRONG_AREA } else { STRONG_ITEM };
        strengths.push(Strength {
            id: tab.word("id").unwrap_or_default().to_owned(),
            of,
            from: tab.number("from").unwrap_or(usual),
            when,
            title: tab.text("title"),
            text: tab.text("text"),
        });
    }
    strengths
}

fn strength_of(findings: &mut Findings<'_>, outlines: &Outlines<'_>, tab: &Tab<'_>) -> Option<StrengthOf> {
    match (tab.name("area"), tab.get("items")) {
        (Some((name, span)), None) => outlines.areas.resolve(findings, name, span).map(StrengthOf::Area),
        (None, Some(_)) => Some(StrengthOf::Items(items(findings, outlines, tab))),
        (area, _) => {
            let place = area.map_or_else(|| tab.span.clone(), |(_, span)| span);
            let message = Message::new("check-strength-of-one");
            findings.add(Problem::error(place, message).hint(Message::new("check-strength-of-one-hint")));
            None
        }
    }
}

/// Reads the vignettes.
pub(super) fn vignettes(findings: &mut Findings<'_>, outlines: &Outlines<'_>, root: &Tab<'_>) -> Vec<Vignette> {
    let vignette = |tab: Tab<'_>| {
        if tab.get("areas").is_none() && tab.get("facets").is_none() {
            findings.error(tab.span.clone(), Message::new("check-vignette-of-nothing"));
        }
        let areas = tab.names("areas").into_iter();
        let areas = areas.filter_map(|(name, span)| outlines.areas.resolve(findings, name, span)).collect();
        let facets = tab.names("facets").into_iter();
        let facets = facets.filter_map(|(name, span)| outlines.facets.resolve(findings, name, span)).collect();
        Vignette {
            id: tab.word("id").unwrap_or_default().to_owned(),
            areas,
            facets,
            title: tab.text("title"),
            text: tab.text("text"),
            source: tab.word("source").unwrap_or_default().to_owned(),
        }
    };
    root.tables("vignette").into_iter().map(vignette).collect()
}

/// Reads the neutral texts.
pub(super) fn generics(root: &Tab<'_>) -> Vec<Generic> {
    let generic = |tab: Tab<'_>| Generic { id: tab.word("id").unwrap_or_default().to_owned(), text: tab.text("text") };
    root.tables("generic").into_iter().map(generic).collect()
}

/// Reads the glossary.
pub(super) fn terms(root: &Tab<'_>) -> Vec<Term> {
    let term = |tab: Tab<'_>| Term {
        id: tab.word("id").unwrap_or_default().to_owned(),
        name: tab.text("name"),
        words: tab.text_if_any("words"),
        text: tab.text("text"),
    };
    root.tables("term").into_iter().map(term).collect()
}
