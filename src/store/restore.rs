//! A backup in the place of the database: first judged as a whole, and what was there is kept.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::OpenFlags;

use super::error::{Problem, StoreError};
use super::key::Key;
use super::open::{Content, beside, claim, connect, inspect, is_encrypted, key_of, resolved};
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
    /// Puts a backup in the place of the database at `to`, which no process may have open for writing. The key is
    /// needed for an encrypted backup; the database is then encrypted with it. A plain backup takes the place of an
    /// encrypted database only if that is `wanted_plain`.
    ///
    /// # Errors
    /// Everything wrong with the backup, or what the files did not allow. Nothing has changed then.
    pub fn restore(from: &Path, to: &Path, key: Option<&Key>, wanted_plain: bool) -> Result<Restored, RestoreError> {
        let to = resolved(to)?;
        let (access, _lock) = claim(&to)?;
        match access {
            Access::Write => {}
            Access::ReadOnlyInUse => return Err(Problem::InUse.at(&to).into()),
            Access::ReadOnlyFile => return Err(Problem::ReadOnly.at(&to).into()),
        }
        if !wanted_plain && is_encrypted(&to) && !is_encrypted(from) {
            return Err(Problem::PlainCopy.at(&to).into());
        }
        let part = beside(&to, ".part");
        let restored =
            prepare(from, &part, key).and_then(|()| Ok(replace(&part, &to, key).map_err(|problem| problem.at(&to))?));
        if restored.is_err() {
            // The error says what matters; a file that is left behind is overwritten by the next attempt.
            let _ = fs::remove_file(&part);
        }
        restored
    }
}

/// Copies the backup, brings the copy up to date and judges it.
fn prepare(from: &Path, part: &Path, key: Option<&Key>) -> Result<(), RestoreError> {
    let copied = || {
        if inspect(from)? == Content::Empty {
            return Err(Problem::NotADatabase);
        }
        let key = key_of(from, key)?;
        let source = connect(from, OpenFlags::SQLITE_OPEN_READ_ONLY, key)?;
        schema::refuse_newer(&source)?;
        backup::fill(&source, part, key, &Steps::default())?;
        let mut copy = connect(part, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
        schema::bring_up_to_date(&mut copy)?;
        verify::findings(&copy, key.is_some())
    };
    let findings = copied().map_err(|problem| problem.at(from))?;
    if findings.is_empty() { Ok(()) } else { Err(RestoreError::Findings(findings)) }
}

fn replace(part: &Path, to: &Path, key: Option<&Key>) -> Result<Restored, Problem> {
    let kept = if fs::metadata(to)?.len() == 0 { None } else { Some(keep(to, key)?) };
    fs::rename(part, to)?;
    backup::sync_folder(to)?;
    Ok(Restored { kept })
}

/// Keeps what is to be replaced: as a checked copy or, if it is too damaged for that or cannot be opened with the key,
/// the files themselves.
fn keep(to: &Path, key: Option<&Key>) -> Result<PathBuf, Problem> {
    let kept = schema::free_name(to, "replaced");
    let log = beside(to, "-wal");
    let copied = key_of(to, key).and_then(|key| {
        let old = connect(to, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
        backup::copy(&old, &kept, key)
    });
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
