//! The schema and its versions. A migration that has been released is never edited; a new one follows it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use super::backup;
use super::error::Problem;
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

/// The version of a database, unless it is newer than this program, or its tables are not those of its version.
pub(super) fn refuse_newer(connection: &Connection) -> Result<usize, Problem> {
    let found = version(connection)?;
    if found > newest() {
        return Err(Problem::Newer { found, known: newest() });
    }
    match strange(connection, found)? {
        Some(name) => Err(Problem::Altered(name)),
        None => Ok(found),
    }
}

/// What stands in a database under a name: its kind, the table it belongs to, and how it was made.
type Objects = BTreeMap<String, (String, String, String)>;

/// The first table, view, index or trigger that is not as this program made it. A view in the place of a table, or a
/// trigger of somebody else's, could compute without an end or change what is kept. A guard or an index that is gone
/// does neither, and tables of their own are nobody's concern.
fn strange(connection: &Connection, version: usize) -> Result<Option<String>, Problem> {
    let mut made = Connection::open_in_memory()?;
    migrations().to_version(&mut made, version).map_err(problem)?;
    let (ours, theirs) = (objects(&made)?, objects(connection)?);
    let tables: BTreeSet<&String> = ours.values().map(|(_, table, _)| table).collect();
    let concerns = |name: &String, table: &String| ours.contains_key(name) || tables.contains(table);
    let missing = ours.iter().find(|(name, object)| match theirs.get(*name) {
        Some(found) => found != *object,
        None => object.0 == "table",
    });
    let added = theirs.iter().find(|(name, (_, table, _))| concerns(name, table) && !ours.contains_key(*name));
    Ok(missing.map(|(name, _)| name).or(added.map(|(name, _)| name)).cloned())
}

fn objects(connection: &Connection) -> Result<Objects, Problem> {
    // SQLite makes the indexes of keys itself, and keeps no text of how.
    let sql = "SELECT type, lower(name), lower(tbl_name), sql FROM sqlite_schema WHERE sql IS NOT NULL";
    let mut query = connection.prepare(sql)?;
    let rows = query.query_and_then([], |row| {
        let made: String = row.get(3)?;
        let made = made.split_whitespace().collect::<Vec<_>>().join(" ");
        Ok::<_, Problem>((row.get(1)?, (row.get(0)?, row.get(2)?, made)))
    })?;
    rows.collect()
}

fn version(connection: &Connection) -> Result<usize, Problem> {
    let stored: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    // No version of this program wrote a negative number, so a newer one must have.
    Ok(usize::try_from(stored).unwrap_or(usize::MAX))
}

/// Brings a database up to date. One that has content is copied first, to a file beside it.
pub(super) fn migrate(connection: &mut Connection, path: &Path, migrations: &Migrations) -> Result<(), Problem> {
    let before = version(connection)?;
    let pending = migrations.pending_migrations(connection).map_err(problem)?;
    if pending > 0 && before > 0 {
        backup::copy(connection, &free_name(path, &format!("v{before}")))?;
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
