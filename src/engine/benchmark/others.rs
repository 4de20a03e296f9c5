//! What a profile is held against: the peers on this computer, and a published table.

use std::sync::Arc;

use super::{Comparison, FEWEST, INDEX, Reference, ReferenceRow};
use crate::engine::id::AreaIx;
use crate::engine::questionnaire::Questionnaire;

/// What others reached, as far as it is known and may be told.
#[derive(Clone, Debug, Default)]
pub struct Others {
    /// The peers on this computer.
    pub peers: Option<Comparison>,
    /// Quartiles of another pool, as published.
    pub reference: Option<Arc<Reference>>,
}

/// Whose median a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// That of the peers on this computer.
    Peers,
    /// That of the published table.
    Table,
}

impl Others {
    /// Whose medians the marks of a chart are: those of the peers, where any may be told; or else of the table.
    pub fn whose(&self) -> Option<Whose> {
        let told = self.peers.as_ref().is_some_and(Comparison::tells);
        match (told, &self.reference) {
            (true, _) => Some(Whose::Peers),
            (false, Some(_)) => Some(Whose::Table),
            (false, None) => None,
        }
    }

    /// The median at an area's bar; `None` where none may be told.
    pub fn median(&self, questionnaire: &Questionnaire, area: AreaIx) -> Option<f64> {
        match self.whose()? {
            Whose::Peers => self.peers.as_ref()?.median(Some(area)),
            Whose::Table => {
                let row = self.row(questionnaire, Some(area))?;
                (row.n >= FEWEST).then_some(row.quartiles.median)
            }
        }
    }

    /// The table's row of an area; of the index, if `None`.
    pub fn row(&self, questionnaire: &Questionnaire, area: Option<AreaIx>) -> Option<&ReferenceRow> {
        let name = area.map_or(INDEX, |area| questionnaire.areas[area].id.as_str());
        self.reference.as_ref()?.row(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::benchmark::{Traits, compare};
    use crate::engine::fixture;
    use crate::engine::questionnaire::sample::SAMPLE;
    use crate::engine::uncertainty::Assessed;

    #[test]
    fn the_marks_are_those_of_the_peers_and_only_without_them_those_of_the_table() {
        let questionnaire = fixture::questionnaire(SAMPLE);
        let area = questionnaire.areas.indices().next().unwrap();
        let id = questionnaire.areas[area].id.as_str();
        let answers = [("F3", "45"), ("F8", "yes"), ("INF1", "2"), ("INF2", "none")];
        let scores = Assessed::of(&fixture::interview(&questionnaire, &answers)).scores;
        let traits = Traits::default();
        let among = |n| compare(&questionnaire, (&traits, &scores), &vec![(&traits, &scores); n], 1);
        let table = |n| {
            let text = format!("area,n,q25,median,q75\n{id},{n},10,33,60\n");
            Arc::new(Reference::parse(&text, &[id]).unwrap())
        };
        let marks = |peers, n| {
            let others = Others { peers: Some(among(peers)), reference: Some(table(n)) };
            (others.whose(), others.median(&questionnaire, area))
        };
        let own = scores.areas[area].shown();
        assert_eq!(marks(5, 40), (Some(Whose::Peers), own));
        assert_eq!(marks(4, 40), (Some(Whose::Table), Some(33.0)));
        // A table of a handful tells as little as a handful of peers.
        assert_eq!(marks(4, 4), (Some(Whose::Table), None));
        assert_eq!(Others::default().whose(), None);
    }
}
