//! Copies of the whole database, by SQLite's online backup: complete even while it is written.

use std::fs;
use std::path::Path;
use std::time::Duration;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use super::convert;
use super::error::Problem;
use super::key::Key;
use super::open::{beside, connect, private};
use crate::engine::steps::Steps;

/// How many pages are copied between two looks at whether the copy is still wanted.
const PAGES: i32 = 256;

/// How long another program is given that holds the database.
const PAUSE: Duration = Duration::from_millis(20);

/// Copies the database to a new file, which appears only when it is complete and has passed its checks, and which is
/// encrypted with the same key.
pub(super) fn copy(from: &Connection, to: &Path, key: Option<&Key>) -> Result<(), Problem> {
    copy_watched(from, to, key, &Steps::default())
}

/// The same; every page is a step.
pub(super) fn copy_watched(from: &Connection, to: &Path, key: Option<&Key>, steps: &Steps) -> Result<(), Problem> {
    copy_with(to, |part| fill(from, part, key, steps))
}

/// The same without encryption.
pub(super) fn copy_plain(from: &Connection, to: &Path) -> Result<(), Problem> {
    copy_with(to, |part| convert::write(from, part, None))
}

fn copy_with(to: &Path, fill: impl FnOnce(&Path) -> Result<(), Problem>) -> Result<(), Problem> {
    // Making the file first keeps the name, so that nothing is replaced that we did not make.
    private().create_new(true).open(to).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => Problem::Exists,
        _ => Problem::System(error),
    })?;
    let part = beside(to, ".part");
    let copied = fill(&part).and_then(|()| Ok(fs::rename(&part, to)?));
    if copied.is_err() {
        // What is left is of no use to anybody, and the error says why; a failure to remove it says nothing more.
        let _ = fs::remove_file(&part);
        let _ = fs::remove_file(to);
    }
    copied.and_then(|()| sync_folder(to))
}

/// Fills a file that nobody knows yet, and checks it.
pub(super) fn fill(from: &Connection, part: &Path, key: Option<&Key>, steps: &Steps) -> Result<(), Problem> {
    private().create(true).truncate(true).open(part)?;
    let mut copy = connect(part, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
    all_pages(&Backup::new(from, &mut copy)?, steps)?;
    // The copy is one file, without a log beside it.
    copy.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
    check(&copy)?;
    copy.close().map_err(|(_, error)| error)?;
    Ok(fs::OpenOptions::new().write(true).open(part)?.sync_all()?)
}

/// Copies every page. The database is held while the first are copied, so that it stays what it is until the last.
fn all_pages(backup: &Backup<'_, '_>, steps: &Steps) -> Result<(), Problem> {
    let mut expected = 0;
    loop {
        let result = backup.step(PAGES)?;
        let stand = backup.progress();
        let count = |pages: i32| usize::try_from(pages).unwrap_or(0);
        let (all, done) = (count(stand.pagecount), count(stand.pagecount - stand.remaining));
        steps.expect(all.saturating_sub(expected));
        expected = expected.max(all);
        steps.reach(done)?;
        match result {
            StepResult::Done => return Ok(()),
            StepResult::More => {}
            // Another program holds the database for a moment.
            _ => std::thread::sleep(PAUSE),
        }
    }
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
