//! From a profile to what is handed over: text for a terminal, JSON for programs.
//!
//! One [`model::Report`] is built from profile, interview and texts, and every format for people is a
//! way to write it down. Knows only `engine` and `i18n`; returns strings and bytes and does no I/O.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::engine::around::Around;
use crate::engine::benchmark::Others;
use crate::engine::catalogue::Catalogue;
use crate::engine::id::AssessmentId;
use crate::engine::interview::Interview;
use crate::engine::library::Record;
use crate::engine::profile::Profile;
use crate::engine::roadmap::{Held, RoadmapAction, held};
use crate::engine::target::ChosenTarget;
use crate::engine::uncertainty::Options;
use crate::i18n::Texts;

pub mod about;
pub mod benchmark;
mod build;
pub mod chart;
pub mod compare;
pub mod diagnostics;
pub mod explain;
pub mod form;
mod html;
mod inventory;
pub mod json;
pub mod letterhead;
mod markdown;
mod markup;
pub mod model;
mod pdf;
pub mod roadmap;
pub mod sheet;
pub mod stats;
mod summary;
mod text;
mod walk;
pub mod wrap;
mod xlsx;

#[cfg(test)]
mod tests;

pub use inventory::inventory;
pub use json::json;
pub use model::Report;
pub use pdf::{Pdf, PdfError};
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
    /// The roadmap.
    pub actions: Vec<RoadmapAction>,
    /// Whom advice may name; nobody, if empty.
    pub catalogue: Arc<Catalogue>,
    /// The draws behind the intervals.
    pub options: Options,
    /// The assessment before this one, if there is one.
    pub earlier: Option<Box<Earlier>>,
    /// What others reached.
    pub others: Others,
}

/// The assessment before another of the same enterprise.
#[derive(Clone, Debug)]
pub struct Earlier {
    /// What is known of it beside the answers.
    pub meta: Meta,
    /// The interview.
    pub interview: Interview,
}

impl Meta {
    /// Takes what a report needs from a stored assessment. Advice names nobody: see [`Meta::within`].
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
            actions: record.actions.clone(),
            catalogue: Arc::default(),
            options: Options::default(),
            earlier: None,
            others: Others::default(),
        }
    }

    /// The same with what stands around the assessment.
    #[must_use]
    pub fn within(self, around: Around) -> Self {
        let Around { catalogue, earlier, others } = around;
        let earlier = earlier.map(|(record, interview)| Earlier { meta: Self::new(&record, self.made), interview });
        Self { catalogue, earlier: earlier.map(Box::new), others, ..self }
    }

    /// The earlier assessment, if it was finished: its scores can be held against the ones now.
    fn finished_earlier(&self) -> Option<&Earlier> {
        self.earlier.as_deref().filter(|earlier| earlier.meta.closed.is_some())
    }

    /// The plan of the earlier assessment held against what changed since; nothing, if nothing was planned.
    fn last_plan(&self, interview: &Interview) -> Option<(&Self, Vec<Held>)> {
        let Earlier { meta, interview: before } = self.earlier.as_deref()?;
        let actions = held(before, &meta.actions, interview);
        (!actions.is_empty()).then_some((meta, actions))
    }

    /// The same with draws of one's own.
    #[must_use]
    pub fn simulating(self, options: Options) -> Self {
        Self { options, ..self }
    }

    /// The day on which the report is made, where the interview is.
    fn today(&self, interview: &Interview) -> Date {
        self.made.to_zoned(interview.now().time_zone().clone()).date()
    }
}

/// How much of a report is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Length {
    /// Everything, answers and method included.
    #[default]
    Full,
    /// Two pages.
    Short,
}

/// The report as a document, which every format for people writes down.
pub fn document(profile: &Profile, interview: &Interview, meta: &Meta, texts: &Texts, length: Length) -> Report {
    build::report(profile, interview, meta, texts, length)
}

/// The report as plain text of at most `width` columns, without escapes.
pub fn text(report: &Report, width: usize) -> String {
    text::written(report, width)
}

/// The report as one HTML page that needs no other file.
pub fn html(report: &Report) -> String {
    html::written(report)
}

/// The report as Markdown.
pub fn markdown(report: &Report) -> String {
    markdown::written(report)
}

/// The report as PDF.
///
/// # Errors
/// What the library that writes PDF refuses.
pub fn pdf(report: &Report) -> Result<Pdf, PdfError> {
    pdf::written(report)
}

/// The profile as the bytes of a workbook.
///
/// # Errors
/// What the workbook cannot hold: more than a million rows, say.
pub fn xlsx(
    profile: &Profile,
    interview: &Interview,
    meta: &Meta,
    texts: &Texts,
) -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
    xlsx::written(&build::book(profile, interview, meta, texts))
}
