//! Cases from elsewhere: what a high level looks like, beside areas and actions. Each is told once.

use super::{Builder, note};
use crate::engine::id::{AreaIx, FacetIx};
use crate::engine::profile::{FIRST_PAGE, Profile};
use crate::engine::questionnaire::{Item, Questionnaire};
use crate::report::model::{Block, Entry, Fact};

/// The case that is told beside each area: the first of its own that no area before it has taken.
fn for_areas(questionnaire: &Questionnaire) -> Vec<(AreaIx, usize)> {
    let mut taken: Vec<(AreaIx, usize)> = Vec::new();
    for area in questionnaire.areas.indices() {
        let fits =
            |(at, areas): &(usize, &Vec<AreaIx>)| areas.contains(&area) && taken.iter().all(|(_, other)| other != at);
        let all = questionnaire.vignettes.iter().map(|vignette| &vignette.areas).enumerate();
        let found = all.into_iter().find(fits).map(|(at, _)| (area, at));
        taken.extend(found);
    }
    taken
}

/// For each piece of advice of the first page, a case that shares a facet with its items, if one is left.
pub(super) fn for_advice(questionnaire: &Questionnaire, profile: &Profile) -> Vec<Option<usize>> {
    let mut taken: Vec<usize> = for_areas(questionnaire).into_iter().map(|(_, at)| at).collect();
    let mut cases = Vec::new();
    for advice in profile.advice.iter().take(FIRST_PAGE) {
        let items = questionnaire.recommendations[advice.recommendation].items.iter();
        let items: Vec<&Item> = items.filter_map(|ix| questionnaire.questions[*ix].item.as_ref()).collect();
        let shares = |facet: &FacetIx| items.iter().any(|item| item.facets.contains(facet));
        let mut left = questionnaire.vignettes.iter().enumerate().filter(|(at, _)| !taken.contains(at));
        let found = left.find(|(_, vignette)| vignette.facets.iter().any(shares)).map(|(at, _)| at);
        taken.extend(found);
        cases.push(found);
    }
    cases
}

impl Builder<'_> {
    /// The cases beside the areas, under a heading of their own.
    pub(super) fn elsewhere(&self) -> Vec<Block> {
        let entry = |(area, at): (AreaIx, usize)| {
            let vignette = self.questionnaire.vignettes.get(at)?;
            let details = vec![
                note(self.text(&vignette.text)),
                self.fact("report-area", self.area_title(area)),
                self.fact("report-source", vignette.source.as_str()),
            ];
            let title = self.text(&vignette.title).to_owned();
            Some(Entry { mark: "•".to_owned(), title, figure: String::new(), details })
        };
        let entries: Vec<Entry> = for_areas(self.questionnaire).into_iter().filter_map(entry).collect();
        if entries.is_empty() {
            return Vec::new();
        }
        let heading = Block::Heading(self.texts.get("report-elsewhere"));
        vec![heading, Block::Entries(entries), Block::Text(self.texts.get("report-elsewhere-note"))]
    }

    /// The case that is told with an action, if there is one.
    pub(super) fn case(&self, number: usize) -> Option<Fact> {
        let at = self.cases.get(number.checked_sub(1)?).copied().flatten()?;
        let vignette = self.questionnaire.vignettes.get(at)?;
        let text = format!("{}. {} ({})", self.text(&vignette.title), self.text(&vignette.text), vignette.source);
        Some(self.fact("report-elsewhere", text))
    }
}
