//! Where the assessments of this machine are kept, and how to keep them elsewhere.

use std::path::{Path, PathBuf};

use super::Desk;
use crate::engine::interview::journal::JournalError;
use crate::engine::library::Library;

/// Opens the library at a path, or makes it, and remembers the path for the next time.
pub type Move = Box<dyn Fn(&Path) -> Result<Box<dyn Library>, JournalError>>;

/// Where the assessments are kept.
#[derive(Default)]
pub struct Place {
    /// The file.
    pub path: PathBuf,
    /// The way to another file; `None` if this one was named on the command line.
    pub elsewhere: Option<Move>,
}

impl std::fmt::Debug for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Place").field(&self.path).finish()
    }
}

impl Desk {
    /// Keeps assessments in another file from now on. What is in the old one stays there.
    ///
    /// # Errors
    /// The store's error; everything is as it was.
    pub fn keep_elsewhere(&mut self, path: &Path) -> Result<(), JournalError> {
        let Some(elsewhere) = &self.place.elsewhere else { return Ok(()) };
        if path == self.place.path {
            return Ok(());
        }
        let library = elsewhere(path)?;
        self.close_session();
        self.library = library;
        path.clone_into(&mut self.place.path);
        self.keep_preferences();
        Ok(())
    }
}
