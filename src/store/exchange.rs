//! Whole assessments as JSON, out and in: every stored field, in one stable order.
//!
//! An export that is imported elsewhere and exported again is the same, byte for byte. An import is
//! all or nothing: every problem is listed first, and what is stored already is never overwritten.
//! Knows nothing of files and of what a report shows.

use std::io::{self, Write};

use crate::engine::id::AssessmentId;
use crate::engine::parallel;
use crate::engine::steps::Steps;
use crate::engine::text::Finding;

use super::Store;
use super::error::{Problem, StoreError};

mod apply;
mod check;
mod export;
mod fields;
mod format;
#[cfg(test)]
mod tests;

/// The most bytes an import may have.
pub const MOST_BYTES: usize = 256 << 20;
/// The most values, names of fields among them: each takes far more memory than the few bytes it may be written in.
pub const MOST_VALUES: usize = 10_000_000;
/// The longest text in bytes: that of the largest questionnaire.
pub const MOST_OF_A_TEXT: usize = 4 << 20;

/// From how many assessments on it is worth while to read on every core.
const MANY: usize = 32;

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Assessments that were not here before.
    pub added: usize,
    /// Assessments that were here with a shorter history.
    pub extended: usize,
    /// Assessments that were here already, with the same or a longer history.
    pub unchanged: usize,
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file has problems; all of them are listed.
    #[error("{} problems", .0.len())]
    Findings(Vec<Finding>),
    /// The store could not do it.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why an export broke off.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The store could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It could not be written where it was to go.
    #[error(transparent)]
    Write(io::Error),
}

impl Store {
    /// The assessments as JSON, with their enterprises and questionnaires.
    pub fn export(&self, ids: &[AssessmentId]) -> Result<String, StoreError> {
        let mut text = Vec::new();
        match self.export_to(ids, &mut text, &Steps::default()) {
            Ok(()) => {}
            Err(ExportError::Store(error)) => return Err(error),
            Err(ExportError::Write(error)) => return Err(Problem::System(error).at(self.path())),
        }
        String::from_utf8(text).map_err(|error| Problem::Unreadable(error.to_string()).at(self.path()))
    }

    /// Every assessment as JSON, also those taken out of the list.
    pub fn export_all(&self) -> Result<String, StoreError> {
        let ids: Vec<_> = self.all()?.into_iter().map(|summary| summary.id).collect();
        self.export(&ids)
    }

    /// Writes the assessments as JSON while they are read, on every core: few are in memory at a time, and each is a
    /// step.
    ///
    /// # Errors
    /// What could not be read or written, or it was stopped. What was written until then is not a whole file.
    pub fn export_to(&self, ids: &[AssessmentId], to: &mut dyn Write, steps: &Steps) -> Result<(), ExportError> {
        let snapshot = self.connection.unchecked_transaction().map_err(|error| Problem::from(error).at(self.path()))?;
        let readers = if ids.len() > MANY { self.readers(parallel::threads().get())? } else { Vec::new() };
        export::json(&snapshot, readers, ids, to, steps).map_err(|broken| match broken {
            export::Broken::Read(problem) => ExportError::Store(problem.at(self.path())),
            export::Broken::Write(error) => ExportError::Write(error),
        })
    }

    /// Takes in assessments from an export. Ids are kept; what is here already is left as it is.
    ///
    /// # Errors
    /// Every problem of the file at once, or what the store could not do. Nothing has changed then.
    pub fn import(&mut self, json: &[u8]) -> Result<Imported, ImportError> {
        self.import_watched(json, &Steps::default())
    }

    /// The same for somebody who waits for it: checking an assessment is a step, and so is taking it in.
    ///
    /// # Errors
    /// As above, or it was stopped.
    pub fn import_watched(&mut self, json: &[u8], steps: &Steps) -> Result<Imported, ImportError> {
        let file = check::file(json, steps).map_err(|stopped| Problem::from(stopped).at(self.path()))?;
        let file = file.map_err(ImportError::Findings)?;
        self.write(|connection| apply::all(connection, &file, steps))?.map_err(ImportError::Findings)
    }
}
