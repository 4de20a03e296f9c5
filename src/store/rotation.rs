//! Copies that are made by themselves: in a folder beside the database, the newest and one a day.
//!
//! A copy is made when the database has changed since the last one. Old ones go: of those beyond the newest, one a
//! day is kept for a week.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::error::{Problem, StoreError};
use super::open::{beside, log_is_empty, make_folder};
use super::{Store, backup};
use crate::engine::library::{Access, Library};

/// How many of the newest copies are kept, unless a setting says otherwise.
pub const USUALLY_KEPT: usize = 10;
/// The most that can be asked for.
pub const MOST_KEPT: usize = 1_000;
/// On how many days with copies one a day is kept beside them.
const DAYS: usize = 7;
/// The setting that says how many are kept; 0 makes none.
const SETTING: &str = "backups";
/// How a copy is named: the moment in UTC, which sorts as text.
const NAME: &str = "%Y-%m-%dT%H-%M-%SZ";
/// The end of its name.
const END: &str = ".db";

/// A copy that was made by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// The file.
    pub path: PathBuf,
    /// When it was made.
    pub made: Timestamp,
}

/// The folder of the copies of a database.
pub fn folder(database: &Path) -> PathBuf {
    beside(database, ".backups")
}

/// The copies of a database, newest first. Other files in the folder are none of ours.
pub fn copies(database: &Path) -> Vec<Copy> {
    let entries = fs::read_dir(folder(database)).into_iter().flatten().flatten();
    let mut found: Vec<Copy> = entries.filter_map(|entry| copy_at(entry.path())).collect();
    found.sort_by_key(|copy| std::cmp::Reverse(copy.made));
    found
}

fn copy_at(path: PathBuf) -> Option<Copy> {
    let name = path.file_name()?.to_str()?.strip_suffix(END)?;
    let made = jiff::fmt::strtime::parse(NAME, name).ok()?.to_datetime().ok()?;
    Some(Copy { made: made.to_zoned(TimeZone::UTC).ok()?.timestamp(), path })
}

/// The copies that are not kept: beyond the newest ones, and not the newest of one of the last days.
fn superfluous(copies: &[Copy], kept: usize) -> Vec<&Copy> {
    let mut days: BTreeSet<Date> = BTreeSet::new();
    let mut goes = Vec::new();
    for (n, copy) in copies.iter().enumerate() {
        let day = copy.made.to_zoned(TimeZone::UTC).date();
        let first_of_day = days.len() < DAYS && days.insert(day);
        if n >= kept && !first_of_day {
            goes.push(copy);
        }
    }
    goes
}

impl Store {
    /// How many of the newest copies are kept.
    pub fn copies_kept(&self) -> usize {
        let set = self.setting(SETTING).ok().flatten();
        set.and_then(|kept| kept.parse().ok()).unwrap_or(USUALLY_KEPT)
    }

    /// Sets how many of the newest copies are kept; with 0 none are made any more, and those there stay.
    ///
    /// # Errors
    /// What the store could not do.
    pub fn keep_copies(&mut self, kept: usize) -> Result<(), crate::engine::interview::journal::JournalError> {
        self.keep_setting(SETTING, &kept.min(MOST_KEPT).to_string())
    }

    /// Makes a copy, if the database holds something and has changed since the last one, and takes away those that
    /// are too many. Returns the new copy.
    ///
    /// # Errors
    /// What stood in the way; the database is as it was, and no copy was taken away.
    pub fn rotate(&self, now: Timestamp) -> Result<Option<PathBuf>, StoreError> {
        let kept = self.copies_kept();
        if self.access != Access::Write || kept == 0 || self.all()?.is_empty() {
            return Ok(None);
        }
        let copies = copies(&self.path);
        if copies.first().is_some_and(|last| !self.changed_since(&last.path)) {
            return Ok(None);
        }
        let folder = folder(&self.path);
        if !folder.exists() {
            make_folder(&folder).map_err(|error| Problem::Folder(error).at(&folder))?;
        }
        let to = folder.join(now.strftime(NAME).to_string() + END);
        if to.exists() {
            // Twice within a second: the other one is as good.
            return Ok(None);
        }
        backup::copy(&self.connection, &to, self.key.as_ref()).map_err(|problem| problem.at(&to))?;
        for copy in superfluous(&self::copies(&self.path), kept) {
            // What cannot be taken away now is taken away next time.
            let _ = fs::remove_file(&copy.path);
        }
        Ok(Some(to))
    }

    /// Whether the file or its log was written after a copy was made. Where the system does not tell, it was.
    fn changed_since(&self, copy: &Path) -> bool {
        let written = |path: &Path| fs::metadata(path).and_then(|file| file.modified()).ok();
        let Some(made): Option<SystemTime> = written(copy) else { return true };
        let log = if log_is_empty(&self.path) { None } else { written(&beside(&self.path, "-wal")) };
        let newest = written(&self.path).max(log);
        newest.is_none_or(|newest| newest > made)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Copies of these moments, newest first.
    fn of(moments: &[&str]) -> Vec<Copy> {
        moments.iter().map(|made| Copy { path: PathBuf::from(*made), made: made.parse().unwrap() }).collect()
    }

    #[test]
    fn the_newest_are_kept_and_one_a_day_for_a_week() {
        let copies = of(&[
            "2026-11-29T12:00:00Z",
            "2026-11-29T11:00:00Z",
            "2026-11-29T10:00:00Z",
            "2026-11-28T12:00:00Z",
            "2026-11-28T09:00:00Z",
            "2026-11-20T12:00:00Z",
            "2026-11-10T12:00:00Z",
            "2026-11-09T12:00:00Z",
            "2026-11-08T12:00:00Z",
            "2026-11-07T12:00:00Z",
            "2026-11-06T12:00:00Z",
        ]);
        let goes: Vec<_> = superfluous(&copies, 2).iter().map(|copy| copy.path.to_str().unwrap()).collect();
        let expected = ["2026-11-29T10:00:00Z", "2026-11-28T09:00:00Z", "2026-11-06T12:00:00Z"];
        assert_eq!(goes, expected);
        assert!(superfluous(&copies, 11).is_empty());
    }

    #[test]
    fn a_name_is_the_moment_and_other_files_are_none_of_ours() {
        let made = copy_at(PathBuf::from("/x/2026-11-29T02-30-05Z.db")).map(|copy| copy.made.to_string());
        assert_eq!(made.as_deref(), Some("2026-11-29T02:30:05Z"));
        for name in ["notes.txt", "2026.db", "2026-11-29T02-30-05Z.db.part", "2026-13-29T02-30-05Z.db"] {
            assert_eq!(copy_at(PathBuf::from(name)), None, "{name}");
        }
    }
}
