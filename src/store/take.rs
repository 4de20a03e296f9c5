//! An assessment that was filled in elsewhere, taken in as one whole: made, and its journal written, or neither.

use jiff::Timestamp;

use super::error::StoreError;
use super::{Store, begin, forget, journal, read, write};
use crate::engine::id::AssessmentId;
use crate::engine::interview::Progress;
use crate::engine::interview::journal::NewEvent;
use crate::engine::library::NewAssessment;
use crate::store::Problem;

/// What taking in came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It is here now.
    New,
    /// It was here before, and was left as it is.
    Here,
    /// It was erased here at that moment, and stays so.
    Erased(Timestamp),
}

impl Store {
    /// Takes in an assessment with its events, under an id of its own that tells it again.
    ///
    /// # Errors
    /// What the store could not do. Nothing has changed then.
    pub fn take_in(
        &mut self,
        id: AssessmentId,
        new: &NewAssessment,
        events: &[NewEvent],
        progress: Progress,
    ) -> Result<Taken, StoreError> {
        let identity = self.identity.clone();
        self.write(|connection| {
            match read::anchor(connection, id) {
                Ok(_) => return Ok(Taken::Here),
                Err(Problem::NoAssessment(_)) => {}
                Err(other) => return Err(other),
            }
            if let Some(tombstone) = forget::tombstone(connection, id)? {
                return Ok(Taken::Erased(tombstone.time));
            }
            begin(connection, id, new)?;
            for event in events {
                journal::append(connection, id, &identity, event)?;
            }
            connection.execute(
                "UPDATE assessment SET progress = :progress WHERE id = :id",
                rusqlite::named_params! { ":id": id.to_string(), ":progress": write::json(&progress)? },
            )?;
            Ok(Taken::New)
        })
    }
}
