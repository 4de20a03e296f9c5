//! A look without opening the database: nothing is made, locked or brought up to date.
//!
//! The command line needs the language before it knows what it is asked to do, and a shell that completes a line asks
//! for the assessments between two keys.

use std::fs;
use std::path::Path;

use rusqlite::{Connection, OpenFlags, OptionalExtension, named_params};

use super::error::Problem;
use super::open::{Content, beside, connect, immutable, inspect};
use super::read::{Which, summaries};
use super::schema;
use crate::engine::library::Summary;

/// A setting of the database at `path`; none, if there is no such setting, database, or way to read it.
pub fn setting(path: &Path, name: &str) -> Option<String> {
    let sql = "SELECT value FROM setting WHERE name = :name";
    look(path, |connection| {
        Ok(connection.query_row(sql, named_params! { ":name": name }, |row| row.get(0)).optional()?)
    })
    .ok()
    .flatten()
    .flatten()
}

/// Every assessment of the database at `path`, also those taken out of the list, last changed first; none, if there
/// is no such database, or way to read it.
pub fn assessments(path: &Path) -> Vec<Summary> {
    look(path, |connection| summaries(connection, Which::All)).ok().flatten().unwrap_or_default()
}

/// What is read from the database, if anything has been written to it.
fn look<T>(path: &Path, read: impl FnOnce(&Connection) -> Result<T, Problem>) -> Result<Option<T>, Problem> {
    if inspect(path)? == Content::Empty {
        return Ok(None);
    }
    let path = std::path::absolute(path)?;
    let log_is_empty = fs::metadata(beside(&path, "-wal")).map_or(true, |log| log.len() == 0);
    let connection = if log_is_empty {
        // Opened like this, SQLite leaves no side files behind.
        connect(&immutable(&path), OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI)?
    } else {
        connect(&path, OpenFlags::SQLITE_OPEN_READ_ONLY)?
    };
    schema::refuse_newer(&connection)?;
    read(&connection).map(Some)
}
