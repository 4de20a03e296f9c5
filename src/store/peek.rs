//! A look at a setting without opening the database: nothing is made, locked or brought up to date.
//!
//! The command line needs the language before it knows what it is asked to do.

use std::fs;
use std::path::Path;

use rusqlite::{OpenFlags, OptionalExtension, named_params};

use super::error::Problem;
use super::open::{Content, beside, connect, immutable, inspect};

/// A setting of the database at `path`; none, if there is no such setting, database, or way to read it.
pub fn setting(path: &Path, name: &str) -> Option<String> {
    read(path, name).ok().flatten()
}

fn read(path: &Path, name: &str) -> Result<Option<String>, Problem> {
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
    let sql = "SELECT value FROM setting WHERE name = :name";
    Ok(connection.query_row(sql, named_params! { ":name": name }, |row| row.get(0)).optional()?)
}
