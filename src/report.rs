//! From a profile to what is handed over: text for a terminal, JSON for programs.
//!
//! One [`model::Report`] is built from profile, interview and texts, and every format for people is a
//! way to write it down. Knows only `engine` and `i18n`; returns strings and does no I/O.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::engine::catalogue::Catalogue;
use crate::engine::id::AssessmentId;
use crate::engine::interview::Interview;
use crate::engine::library::Record;
use crate::engine::profile::Profile;
use crate::engine::target::ChosenTarget;
use crate::i18n::Texts;

pub mod benchmark;
mod build;
pub mod diagnostics;
pub mod form;
mod inventory;
pub mod json;
pub mod model;
pub mod sheet;
pub mod stats;
mod summary;
mod text;
mod wrap;

#[cfg(test)]
mod tests;

pub use inventory::inventory;
pub use json::json;
pub use summary::summary;

/// The name under which reports say who made them.
pub const PROGRAM: &str = concat!("tashxis ", env!("CARGO_PKG_VERSION"));

/// What a report says of its assessment beside the answers.
#[derive(Clone, Debug)]
pub struct Meta {
    /// The assessment.
    pub assessment: AssessmentId,
    /// The enterprise's name, as typed.
    pub enterprise: String,
    /// When it was begun.
    pub created: Timestamp,
    /// When it was last changed.
    pub changed: Timestamp,
    /// When it was closed, if it is.
    pub closed: Option<Timestamp>,
    /// Who interviewed, in order of appearance; nobody in a self-assessment.
    pub interviewers: Vec<String>,
    /// When the report is made.
    pub made: Timestamp,
    /// The target that was chosen, if any.
    pub target: Option<ChosenTarget>,
    /// Whom advice may name; nobody, if empty.
    pub catalogue: Arc<Catalogue>,
}

impl Meta {
    /// Takes what a report needs from a stored assessment. Advice names nobody: see [`Meta::naming`].
    pub fn new(record: &Record, made: Timestamp) -> Self {
        let mut interviewers: Vec<String> = Vec::new();
        for event in &record.events {
            if !event.interviewer.is_empty() && !interviewers.contains(&event.interviewer) {
                interviewers.push(event.interviewer.clone());
            }
        }
        Self {
            assessment: record.summary.id,
            enterprise: record.summary.enterprise.clone(),
            created: record.summary.created,
            changed: record.summary.changed,
            closed: record.summary.closed,
            interviewers,
            made,
            target: record.target.clone(),
            catalogue: Arc::default(),
        }
    }

    /// The same with a catalogue that advice may name from.
    #[must_use]
    pub fn naming(self, catalogue: Arc<Catalogue>) -> Self {
        Self { catalogue, ..self }
    }

    /// The day on which the report is made, where the interview is.
    fn today(&self, interview: &Interview) -> Date {
        self.made.to_zoned(interview.now().time_zone().clone()).date()
    }
}

/// The report as plain text of at most `width` columns, without escapes.
pub fn text(profile: &Profile, interview: &Interview, meta: &Meta, texts: &Texts, width: usize) -> String {
    text::written(&build::report(profile, interview, meta, texts), width)
}
