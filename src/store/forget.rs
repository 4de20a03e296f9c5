//! The right to be forgotten: an assessment with its journal erased, and nothing of it left in the file or its log.
//!
//! The only place where events are deleted. The guards of the journal come down and go up again within the same
//! transaction, so that for everything else they always stand. What stays is a tombstone: that there was an
//! assessment of that id, how long its journal was and which hash it ended with, but nothing that anybody said.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, named_params};
use serde::{Deserialize, Serialize};

use super::error::{Problem, StoreError};
use super::{Store, read, rotation};
use crate::engine::id::AssessmentId;

/// What remains of an assessment that was erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tombstone {
    /// When it was erased.
    pub time: Timestamp,
    /// How many events its journal had.
    pub events: u64,
    /// The hash of the last one; none of an assessment without events.
    pub hash: Option<String>,
}

/// The setting under which a tombstone is kept.
fn name(id: AssessmentId) -> String {
    format!("forgotten:{id}")
}

/// The tombstone of an assessment, if it was erased here.
pub(super) fn tombstone(connection: &Connection, id: AssessmentId) -> Result<Option<Tombstone>, Problem> {
    let mut query = connection.prepare_cached("SELECT value FROM setting WHERE name = :name")?;
    let stored: Option<String> = query.query_row(named_params! { ":name": name(id) }, |row| row.get(0)).optional()?;
    stored.as_deref().map(read::json).transpose()
}

impl Store {
    /// Erases assessments with everything that belongs to them, and their enterprises if they have no other. When
    /// this returns, the file and its log hold nothing of them.
    ///
    /// # Errors
    /// What the store could not do. An error after the erasure says that the log is still read by another window.
    pub fn forget(&mut self, ids: &[AssessmentId], now: Timestamp) -> Result<(), StoreError> {
        // Whoever reads an old state keeps it in the log: better to know before anything is erased.
        self.empty_log()?;
        self.connection
            .pragma_update_and_check(None, "secure_delete", true, |_| Ok(()))
            .map_err(|error| Problem::Database(error).at(&self.path))?;
        self.write(|connection| {
            connection.pragma_update(None, "defer_foreign_keys", true)?;
            for id in ids {
                erase(connection, *id, now)?;
            }
            Ok(())
        })?;
        self.connection.execute_batch("VACUUM").map_err(|error| Problem::Database(error).at(&self.path))?;
        self.empty_log()
    }

    /// Moves the log into the file and cuts it to nothing.
    fn empty_log(&self) -> Result<(), StoreError> {
        let emptied = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0));
        match emptied {
            Ok(0) => Ok(()),
            Ok(_) => Err(Problem::InUse.at(&self.path)),
            Err(error) => Err(Problem::Database(error).at(&self.path)),
        }
    }

    /// The files beside the database in which erased assessments may still be.
    pub fn copies_beside(&self) -> Vec<PathBuf> {
        copies_beside(&self.path)
    }
}

/// Copies of the database beside it: those made by themselves, and those that migrations, restoring and repairs left.
pub(super) fn copies_beside(path: &Path) -> Vec<PathBuf> {
    let copies = rotation::copies(path).into_iter().map(|copy| copy.path);
    let name_of = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let name = name_of(path);
    let is_ours = |path: &PathBuf| {
        name_of(path).strip_prefix(&name).is_some_and(|end| !end.is_empty() && end.ends_with(".backup"))
    };
    let folder = path.parent().unwrap_or(Path::new(".")).read_dir();
    let left = folder.into_iter().flatten().flatten().map(|entry| entry.path()).filter(is_ours);
    copies.chain(left).collect()
}

fn erase(connection: &Connection, id: AssessmentId, now: Timestamp) -> Result<(), Problem> {
    let enterprise = read::anchor(connection, id)?.enterprise.to_string();
    let last = connection
        .query_row(
            "SELECT sequence, hash FROM event WHERE assessment = :id ORDER BY sequence DESC LIMIT 1",
            named_params! { ":id": id.to_string() },
            |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)),
        )
        .optional()?;
    let tombstone = Tombstone {
        time: now,
        events: last.as_ref().map_or(0, |(sequence, _)| sequence.unsigned_abs()),
        hash: last.map(|(_, hash)| hash),
    };
    let tables = tables_of_an_assessment(connection)?;
    let guards = guards(connection, &tables)?;
    for (guard, _) in &guards {
        connection.execute(&format!("DROP TRIGGER \"{guard}\""), [])?;
    }
    for (table, column) in &tables {
        let sql = format!("DELETE FROM \"{table}\" WHERE \"{column}\" = :id");
        connection.execute(&sql, named_params! { ":id": id.to_string() })?;
    }
    for (_, sql) in &guards {
        connection.execute(sql, [])?;
    }
    connection.execute(
        "UPDATE assessment SET previous = NULL WHERE previous = :id",
        named_params! { ":id": id.to_string() },
    )?;
    connection.execute("DELETE FROM assessment WHERE id = :id", named_params! { ":id": id.to_string() })?;
    connection.execute(
        "DELETE FROM enterprise WHERE id = :id AND NOT EXISTS (SELECT 1 FROM assessment WHERE enterprise = :id)",
        named_params! { ":id": enterprise },
    )?;
    let json = super::write::json(&tombstone)?;
    connection.execute(
        "INSERT INTO setting (name, value) VALUES (:name, :value) ON CONFLICT DO UPDATE SET value = excluded.value",
        named_params! { ":name": name(id), ":value": json },
    )?;
    Ok(())
}

/// Every table with rows of an assessment, and the column that says of which.
fn tables_of_an_assessment(connection: &Connection) -> Result<Vec<(String, String)>, Problem> {
    let mut query = connection.prepare(
        "SELECT DISTINCT t.name, k.\"from\" FROM sqlite_schema t, pragma_foreign_key_list(t.name) k
         WHERE t.type = 'table' AND k.\"table\" = 'assessment' ORDER BY t.name",
    )?;
    query.query_and_then([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

/// The guards of those tables that refuse deletions, with what makes them anew.
fn guards(connection: &Connection, tables: &[(String, String)]) -> Result<Vec<(String, String)>, Problem> {
    let mut query = connection.prepare(
        "SELECT name, sql, tbl_name FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%BEFORE DELETE%'",
    )?;
    let all = query.query_and_then([], |row| Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?)))?;
    let all = all.collect::<Result<Vec<(String, String, String)>, Problem>>()?;
    let theirs = all.into_iter().filter(|(.., of)| tables.iter().any(|(table, _)| table == of));
    Ok(theirs.map(|(name, sql, _)| (name, sql)).collect())
}
