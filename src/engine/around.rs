//! What stands around an assessment where its result is told: whom advice may name, what was before, what others
//! reached.

use std::sync::Arc;

use super::benchmark::Others;
use super::catalogue::Catalogue;
use super::interview::Interview;
use super::library::Record;

/// What stands around an assessment.
#[derive(Clone, Debug, Default)]
pub struct Around {
    /// Whom advice may name; nobody, if empty.
    pub catalogue: Arc<Catalogue>,
    /// The assessment before it, if there is one that can be read: see [`super::library::earlier`].
    pub earlier: Option<(Record, Interview)>,
    /// What others reached.
    pub others: Others,
}
