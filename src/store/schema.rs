//! The schema and its versions. A migration that has been released is never edited; a new one follows it.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use super::backup;
use super::error::Problem;
use super::key::Key;
use super::open::beside;

/// `tshx`, the mark by which a database of this program is known.
pub(super) const APPLICATION_ID: i32 = 0x7473_6878;

/// Every step from an empty file to the newest schema; `user_version` counts those taken.
const STEPS: &[M] = &[
    // 1: the first schema.
    M::up(include_str!("schema/v1.sql")),
    // 2: the target of an assessment.
    M::up(include_str!("schema/v2.sql")),
    // 3: the roadmap, and which assessment one continues.
    M::up(include_str!("schema/v3.sql")),
    // 4: how visits ended, and how long questions were shown.
    M::up(include_str!("schema/v4.sql")),
];

/// Every migration, in order.
pub(super) const fn migrations() -> Migrations<'static> {
    Migrations::from_slice(STEPS)
}

/// The newest version of the schema.
pub(super) const fn newest() -> usize {
    STEPS.len()
}

/// The version of a database, unless it is newer than this program.
pub(super) fn refuse_newer(connection: &Connection) -> Result<usize, Problem> {
    let found = version(connection)?;
    if found > newest() {
        return Err(Problem::Newer { found, known: newest() });
    }
    Ok(found)
}

fn version(connection: &Connection) -> Result<usize, Problem> {
    let stored: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    // No version of this program wrote a negative number, so a newer one must have.
    Ok(usize::try_from(stored).unwrap_or(usize::MAX))
}

/// Brings a database up to date. One that has content is copied first, to a file beside it.
pub(super) fn migrate(
    connection: &mut Connection,
    path: &Path,
    migrations: &Migrations,
    key: Option<&Key>,
) -> Result<(), Problem> {
    let before = version(connection)?;
    let pending = migrations.pending_migrations(connection).map_err(problem)?;
    if pending > 0 && before > 0 {
        backup::copy(connection, &free_name(path, &format!("v{before}")), key)?;
    }
    if pending > 0 {
        migrations.to_latest(connection).map_err(problem)?;
    }
    Ok(())
}

/// Brings a copy up to date that can be thrown away.
pub(super) fn bring_up_to_date(copy: &mut Connection) -> Result<(), Problem> {
    migrations().to_latest(copy).map_err(problem)
}

/// A name for a copy beside the file that no earlier one has taken.
pub(super) fn free_name(path: &Path, what: &str) -> PathBuf {
    let named = |n: u32| beside(path, &format!(".{what}-{n}.backup"));
    (1..1000).map(named).find(|name| !name.exists()).unwrap_or_else(|| named(1000))
}

fn problem(error: rusqlite_migration::Error) -> Problem {
    match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => Problem::Database(err),
        other => Problem::Unreadable(other.to_string()),
    }
}
