//! A look without opening the database: nothing is made, locked or brought up to date.
//!
//! The command line needs the language before it knows what it is asked to do, and a shell that completes a line asks
//! for the assessments between two keys.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension, named_params};

use super::error::Problem;
use super::key::Key;
use super::open::{key_of, still};
use super::read::{Which, summaries};
use super::schema;
use crate::engine::library::Summary;

/// A setting of the database at `path`; none, if there is no such setting, database, or way to read it.
pub fn setting(path: &Path, key: Option<&Key>, name: &str) -> Option<String> {
    let sql = "SELECT value FROM setting WHERE name = :name";
    look(path, key, |connection| {
        Ok(connection.query_row(sql, named_params! { ":name": name }, |row| row.get(0)).optional()?)
    })
    .ok()
    .flatten()
}

/// Every assessment of the database at `path`, also those taken out of the list, last changed first; none, if there
/// is no such database, or way to read it. An encrypted one is not read: there is nobody to ask for the passphrase.
pub fn assessments(path: &Path) -> Vec<Summary> {
    look(path, None, |connection| summaries(connection, Which::All)).unwrap_or_default()
}

/// What is read from the database, if anything has been written to it.
fn look<T>(path: &Path, key: Option<&Key>, read: impl FnOnce(&Connection) -> Result<T, Problem>) -> Result<T, Problem> {
    let connection = still(path, key_of(path, key)?)?;
    schema::refuse_newer(&connection)?;
    read(&connection)
}
