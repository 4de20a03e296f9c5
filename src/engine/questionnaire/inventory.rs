//! The methodologist's view of a questionnaire: how many questions of which kind, how long the ways
//! through it are, how areas and facets are covered, what is not translated and which advice is untried.
//!
//! Counts and names only; how they are said is not known here.

use std::collections::HashSet;
use std::sync::Arc;

use jiff::Zoned;

use super::keys::KINDS;
use super::{Locus, Model, Questionnaire, Trigger};
use crate::engine::id::{AreaIx, Arena, FacetIx, QuestionIx, RecommendationIx};
use crate::engine::interview::Form;
use crate::engine::profile::profile;
use crate::engine::reference::play;
use crate::engine::text::Lang;

mod candidates;
mod paths;
mod texts;

pub use paths::{Extent, Paths, Search};
pub use texts::Translation;

/// What a questionnaire holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Inventory {
    /// The number of questions of each kind that occurs, in the order of the format's kinds.
    pub kinds: Vec<(&'static str, usize)>,
    /// The questions that a person answers.
    pub answerable: usize,
    /// The scored questions.
    pub items: usize,
    /// The ways through the full form, and through the quick form if there is one.
    pub forms: Vec<Paths>,
    /// The items of each area.
    pub areas: Arena<AreaIx, Items>,
    /// The items of each facet.
    pub facets: Arena<FacetIx, Items>,
    /// How far the texts exist in each language of the program.
    pub translations: Vec<Translation>,
    /// The recommendations that are no programmes.
    pub recommendations: usize,
    /// The programmes.
    pub programmes: usize,
    /// The items that no recommendation or programme lifts.
    pub uncovered: Vec<QuestionIx>,
    /// The recommendations and programmes that none of the reference answers sets off.
    pub unfired: Vec<RecommendationIx>,
}

/// The items of an area or a facet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Items {
    /// All of them.
    pub all: usize,
    /// Those of the quick form.
    pub quick: usize,
    /// Those that describe the environment.
    pub environment: usize,
}

/// Takes stock of a questionnaire. Conditions that read the clock are judged at `now`.
pub fn inventory(questionnaire: &Arc<Questionnaire>, now: &Zoned) -> Inventory {
    let model: &Model = questionnaire;
    let has_quick = model.questions.iter().any(|question| question.quick);
    let forms = [Form::Full, Form::Quick].into_iter().filter(|form| *form == Form::Full || has_quick);
    let programmes = model.recommendations.iter().filter(|it| matches!(it.trigger, Trigger::LowGroup { .. })).count();
    Inventory {
        kinds: kinds(model),
        answerable: model.questions.iter().filter(|question| question.kind.is_answerable()).count(),
        items: model.items().count(),
        forms: forms.map(|form| paths::paths(model, form, now)).collect(),
        areas: model.areas.indices().map(|area| items(model, |item| item.area == area)).collect(),
        facets: model.facets.indices().map(|facet| items(model, |item| item.facets.contains(&facet))).collect(),
        translations: Lang::WRITTEN.into_iter().map(|lang| texts::translation(model, lang)).collect(),
        recommendations: model.recommendations.len() - programmes,
        programmes,
        uncovered: uncovered(model),
        unfired: unfired(questionnaire, now),
    }
}

fn kinds(model: &Model) -> Vec<(&'static str, usize)> {
    let count = |kind: &str| model.questions.iter().filter(|question| question.kind.name() == kind).count();
    KINDS.iter().map(|kind| (*kind, count(kind))).filter(|(_, count)| *count > 0).collect()
}

fn items(model: &Model, belongs: impl Fn(&super::Item) -> bool) -> Items {
    let mut counted = Items::default();
    for question in &model.questions {
        if let Some(item) = question.item.as_ref().filter(|item| belongs(item)) {
            counted.all += 1;
            counted.quick += usize::from(question.quick);
            counted.environment += usize::from(item.locus == Locus::Environment);
        }
    }
    counted
}

fn uncovered(model: &Model) -> Vec<QuestionIx> {
    model.items().filter(|item| !model.recommendations.iter().any(|advice| advice.items.contains(item))).collect()
}

/// The recommendations and programmes that none of the reference answers sets off. One whose place a
/// programme takes has been set off.
fn unfired(questionnaire: &Arc<Questionnaire>, now: &Zoned) -> Vec<RecommendationIx> {
    let fired: HashSet<RecommendationIx> = questionnaire
        .references
        .iter()
        .flat_map(|reference| profile(&play(questionnaire, reference, now.clone()).interview).advice)
        .flat_map(|advice| std::iter::once(advice.recommendation).chain(advice.replaces))
        .collect();
    questionnaire.recommendations.indices().filter(|ix| !fired.contains(ix)).collect()
}

#[cfg(test)]
mod tests;
