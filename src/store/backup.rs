//! Copies of the whole database, by SQLite's online backup: complete even while it is written.

use std::fs;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, backup::Backup};

use super::error::Problem;
use super::open::{beside, connect, private};

/// Copies the database to a new file, which appears only when it is complete and has passed its checks.
pub(super) fn copy(from: &Connection, to: &Path) -> Result<(), Problem> {
    // Making the file first keeps the name, so that nothing is replaced that we did not make.
    private().create_new(true).open(to).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => Problem::Exists,
        _ => Problem::System(error),
    })?;
    let part = beside(to, ".part");
    let copied = fill(from, &part).and_then(|()| Ok(fs::rename(&part, to)?));
    if copied.is_err() {
        // What is left is of no use to anybody, and the error says why; a failure to remove it says nothing more.
        let _ = fs::remove_file(&part);
        let _ = fs::remove_file(to);
    }
    copied.and_then(|()| sync_folder(to))
}

/// Fills a file that nobody knows yet, and checks it.
pub(super) fn fill(from: &Connection, part: &Path) -> Result<(), Problem> {
    private().create(true).truncate(true).open(part)?;
    let mut copy = connect(part, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    Backup::new(from, &mut copy)?.run_to_completion(i32::MAX, Duration::ZERO, None)?;
    // The copy is one file, without a log beside it.
    copy.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
    check(&copy)?;
    copy.close().map_err(|(_, error)| error)?;
    Ok(fs::OpenOptions::new().write(true).open(part)?.sync_all()?)
}

fn check(copy: &Connection) -> Result<(), Problem> {
    let verdict: String = copy.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if verdict == "ok" { Ok(()) } else { Err(Problem::BadCopy(verdict)) }
}

/// Makes the new name durable, where the system can.
pub(super) fn sync_folder(file: &Path) -> Result<(), Problem> {
    if cfg!(unix)
        && let Some(folder) = file.parent()
    {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        fs::File::open(folder)?.sync_all()?;
    }
    Ok(())
}
