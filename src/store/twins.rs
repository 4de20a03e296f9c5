//! Other copies of the database in its folder, as cloud folders and people leave them, held against it by the chain.
//!
//! Where two copies were changed apart, neither is touched: it is said, and both are kept.

use std::fs;
use std::path::PathBuf;

use rusqlite::{Connection, OptionalExtension, named_params};

use super::error::Problem;
use super::key::Key;
use super::open::{key_of, still};
use super::{Store, forget, read, schema};

/// Another copy of the database that knows what this one does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twin {
    /// The file.
    pub path: PathBuf,
    /// Assessments whose histories went on differently in both.
    pub apart: usize,
    /// Assessments that are only there, or have a longer history there.
    pub ahead: usize,
}

impl Store {
    /// The copies in the same folder, named after this file, in which there is something that is not here. A file that
    /// cannot be read is none.
    pub fn twins(&self) -> Vec<Twin> {
        let (Some(folder), Some(stem)) = (self.path.parent(), self.path.file_stem().and_then(|stem| stem.to_str()))
        else {
            return Vec::new();
        };
        let is_named_alike = |path: &PathBuf| {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            *path != self.path && name.starts_with(stem) && path.extension() == self.path.extension()
        };
        let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let mut paths: Vec<PathBuf> = entries.filter(is_named_alike).collect();
        paths.sort();
        let compared = paths.into_iter().filter_map(|path| compare(&self.connection, path, self.key.as_ref()).ok());
        compared.filter(|twin| twin.apart + twin.ahead > 0).collect()
    }
}

fn compare(here: &Connection, path: PathBuf, key: Option<&Key>) -> Result<Twin, Problem> {
    let there = still(&path, key_of(&path, key)?)?;
    schema::refuse_newer(&there)?;
    let mut query = there.prepare(
        "SELECT a.id, coalesce(max(e.sequence), 0) AS last FROM assessment a LEFT JOIN event e ON e.assessment = a.id
         GROUP BY a.id",
    )?;
    let all = query.query_and_then([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))?;
    let mut twin = Twin { path, apart: 0, ahead: 0 };
    for (id, last) in all.collect::<Result<Vec<_>, Problem>>()? {
        match last_here(here, &id)? {
            None => twin.ahead += usize::from(!is_forgotten(here, &id)?),
            Some(own) => {
                // The chain makes equal hashes equal histories.
                let common = own.min(last);
                let same = common == 0 || hash(here, &id, common)? == hash(&there, &id, common)?;
                twin.apart += usize::from(!same);
                twin.ahead += usize::from(same && last > own);
            }
        }
    }
    Ok(twin)
}

/// Whether an assessment was erased here on purpose.
fn is_forgotten(here: &Connection, id: &str) -> Result<bool, Problem> {
    Ok(forget::tombstone(here, read::word(id)?)?.is_some())
}

/// The number of the last event of an assessment here; none, if it is not here.
fn last_here(here: &Connection, id: &str) -> Result<Option<i64>, Problem> {
    let sql = "SELECT coalesce((SELECT max(sequence) FROM event WHERE assessment = :id), 0)
        FROM assessment WHERE id = :id";
    Ok(here.prepare_cached(sql)?.query_row(named_params! { ":id": id }, |row| row.get(0)).optional()?)
}

fn hash(connection: &Connection, id: &str, sequence: i64) -> Result<String, Problem> {
    let sql = "SELECT hash FROM event WHERE assessment = :id AND sequence = :sequence";
    let values = named_params! { ":id": id, ":sequence": sequence };
    Ok(connection.prepare_cached(sql)?.query_row(values, |row| row.get(0))?)
}
