//! What each area does in the index, for programs: the index can be computed again from it.

use serde::Serialize;

use super::Writer;
use crate::engine::explain;
use crate::engine::id::AreaIx;

/// The index is the mean's inverse of the sum of the terms; of the minimum it is the least that is counted.
#[derive(Serialize)]
pub(super) struct TermPart {
    share: f64,
    counted: f64,
    utility: f64,
    term: f64,
    slope: f64,
}

impl Writer<'_> {
    pub(super) fn term(&self, area: AreaIx) -> Option<TermPart> {
        let explained = explain::index(self.questionnaire, &self.profile.scores)?;
        let explain::AreaPart { share, counted, utility, term, slope } =
            explained.terms.iter().find(|term| term.area == area)?.part?;
        Some(TermPart { share, counted, utility, term, slope })
    }
}
