//! A backup in the place of the database: first judged as a whole, and what was there is kept.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use super::error::{Problem, StoreError};
use super::open::{Content, beside, claim, connect, inspect, resolved};
use super::{Store, backup, schema, verify};
use crate::engine::library::Access;
use crate::engine::steps::Steps;
use crate::engine::text::Message;

/// What a restore did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// Where the database is that was replaced, if there was one.
    pub kept: Option<PathBuf>,
}

/// Why nothing was restored.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// The backup contradicts itself; all findings are listed.
    #[error("{} findings", .0.len())]
    Findings(Vec<Message>),
    /// The files do not allow it.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Store {
    /// Puts a backup in the place of the database at `to`, which no process may have open for writing.
    ///
    /// # Errors
    /// Everything wrong with the backup, or what the files did not allow. Nothing has changed then.
    pub fn restore(from: &Path, to: &Path) -> Result<Restored, RestoreError> {
        let to = resolved(to)?;
        let (access, _lock) = claim(&to)?;
        match access {
            Access::Write => {}
            Access::ReadOnlyInUse => return Err(Problem::InUse.at(&to).into()),
            Access::ReadOnlyFile => return Err(Problem::ReadOnly.at(&to).into()),
        }
        let part = beside(&to, ".part");
        let restored = prepare(from, &part).and_then(|()| Ok(replace(&part, &to).map_err(|problem| problem.at(&to))?));
        if restored.is_err() {
            // The error says what matters; a file that is left behind is overwritten by the next attempt.
            let _ = fs::remove_file(&part);
        }
        restored
    }
}

/// Copies the backup, brings the copy up to date and judges it.
fn prepare(from: &Path, part: &Path) -> Result<(), RestoreError> {
    let copied = || {
        if inspect(from)? == Content::Empty {
            return Err(Problem::NotADatabase);
        }
        let source = connect(from, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        schema::refuse_newer(&source)?;
        backup::fill(&source, part, &Steps::default())?;
        let mut copy = connect(part, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        schema::bring_up_to_date(&mut copy)?;
        verify::findings(&copy)
    };
    let findings = copied().map_err(|problem| problem.at(from))?;
    if findings.is_empty() { Ok(()) } else { Err(RestoreError::Findings(findings)) }
}

fn replace(part: &Path, to: &Path) -> Result<Restored, Problem> {
    let kept = if fs::metadata(to)?.len() == 0 { None } else { Some(keep(to)?) };
    fs::rename(part, to)?;
    backup::sync_folder(to)?;
    Ok(Restored { kept })
}

/// Keeps what is to be replaced: as a checked copy or, if it is too damaged for that, the files themselves.
fn keep(to: &Path) -> Result<PathBuf, Problem> {
    let kept = schema::free_name(to, "replaced");
    let log = beside(to, "-wal");
    let copied = connect(to, OpenFlags::SQLITE_OPEN_READ_WRITE)
        .and_then(|old: Connection| backup::copy(&old, &kept).map(|()| drop(old)));
    if copied.is_err() {
        if log.exists() {
            fs::rename(&log, beside(&kept, "-wal"))?;
        }
        fs::rename(to, &kept)?;
    } else if log.exists() {
        // A reader keeps the log alive, and SQLite would apply it to the file that takes this one's place.
        fs::remove_file(&kept)?;
        return Err(Problem::InUse);
    }
    Ok(kept)
}
