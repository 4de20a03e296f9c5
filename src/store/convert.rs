//! Encrypting a database, decrypting it and giving it another passphrase: each writes a new file, holds it against
//! the old one row by row, and only then puts it in its place.
//!
//! The copies that stand beside the database go first and the database last, so that what was interrupted can be
//! done again. Where a plain file is replaced, its bytes are overwritten before its blocks are given back, which is
//! as much as a program can do: what a disk keeps of its own accord is out of reach.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use rusqlite::{Connection, OpenFlags, named_params};
use zeroize::Zeroizing;

use super::error::{Problem, StoreError};
use super::key::Key;
use super::open::{Content, beside, claim, connect, fresh, inspect, key_of, resolved};
use super::{Store, backup, schema, verify};
use crate::engine::library::Access;

/// What was converted.
#[derive(Debug, Default)]
pub struct Converted {
    /// How many copies beside the database were converted with it.
    pub copies: usize,
    /// Copies that were left as they are, and why.
    pub left: Vec<StoreError>,
}

impl Store {
    /// Writes the database at `path` and the copies beside it anew: encrypted with the key `to`, or plain. The key
    /// `from` opens them as they are now. Nobody else may have the database open.
    ///
    /// # Errors
    /// What stood in the way; the database is as it was, whole and readable with `from`.
    pub fn convert(path: &Path, from: Option<&Key>, to: Option<&Key>) -> Result<Converted, StoreError> {
        let path = resolved(path)?;
        let (access, lock) = claim(&path)?;
        let converted = match access {
            Access::Write => whole(&path, from, to),
            Access::ReadOnlyInUse => Err(Problem::InUse),
            Access::ReadOnlyFile => Err(Problem::ReadOnly),
        };
        drop(lock);
        converted.map_err(|problem| problem.at(&path))
    }
}

fn whole(path: &Path, from: Option<&Key>, to: Option<&Key>) -> Result<Converted, Problem> {
    let encrypted = match inspect(path)? {
        Content::Empty => return Err(Problem::NotReady),
        Content::Plain => false,
        Content::Encrypted(_) => true,
    };
    if !encrypted && to.is_none() {
        return Err(Problem::NothingToConvert);
    }
    // Whoever has the wrong key, or is not alone, is told before any copy is touched.
    let alone = Alone::with(path, key_of(path, from)?)?;
    let mut converted = Converted::default();
    for copy in super::forget::copies_beside(path) {
        match convert_copy(&copy, from, to) {
            Ok(true) => converted.copies += 1,
            Ok(false) => {}
            Err(problem) => converted.left.push(problem.at(&copy)),
        }
    }
    alone.replace(path, to)?;
    // What an interrupted copy left behind is of no use to anybody, and may be plain.
    for end in [".part", ".part-journal", ".new", ".new-journal", ".damaged", ".damaged-wal"] {
        let left = beside(path, end);
        if let Ok(file) = fs::OpenOptions::new().write(true).open(&left) {
            wipe(&file)?;
            fs::remove_file(&left)?;
        }
    }
    Ok(converted)
}

/// Converts a copy. False, if it is what it is to be already.
fn convert_copy(copy: &Path, from: Option<&Key>, to: Option<&Key>) -> Result<bool, Problem> {
    let content = inspect(copy)?;
    let done = match content {
        Content::Empty => true,
        Content::Plain => to.is_none(),
        // Where the database itself is plain, an encrypted copy was converted before by what was interrupted.
        Content::Encrypted(header) => to.is_some_and(|key| from.is_none() || key.fits(header)),
    };
    if done {
        return Ok(false);
    }
    Alone::with(copy, key_of(copy, from)?)?.replace(copy, to)?;
    Ok(true)
}

/// A database that nobody else has open, without a log.
struct Alone {
    connection: Connection,
    /// The file, if what it says can be read without a passphrase.
    plain: Option<File>,
}

impl Alone {
    fn with(path: &Path, key: Option<&Key>) -> Result<Self, Problem> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE;
        let connection = connect(path, flags, key)?;
        schema::refuse_newer(&connection)?;
        let log = fs::OpenOptions::new().write(true).open(beside(path, "-wal")).ok();
        let mode = connection.pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get::<_, String>(0));
        match mode {
            Ok(mode) if mode == "delete" => {}
            Ok(_) => return Err(Problem::InUse),
            Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy) => {
                return Err(Problem::InUse);
            }
            Err(error) => return Err(error.into()),
        }
        let file = || fs::OpenOptions::new().write(true).open(path);
        let plain = if key.is_none() { Some(file()?) } else { None };
        if let Some(log) = log.filter(|_| plain.is_some()) {
            // Everything in it is in the file by now, and it has lost its name.
            wipe(&log)?;
        }
        Ok(Self { connection, plain })
    }

    /// Puts what is in the database into a new file, and that in the place of the old one.
    fn replace(self, path: &Path, key: Option<&Key>) -> Result<(), Problem> {
        let part = beside(path, ".part");
        let written = write(&self.connection, &part, key);
        if written.is_err() {
            // The error says what matters; a file that is left behind is overwritten by the next attempt.
            let _ = fs::remove_file(&part);
        }
        written?;
        self.connection.close().map_err(|(_, error)| error)?;
        fs::rename(&part, path)?;
        backup::sync_folder(path)?;
        self.plain.as_ref().map_or(Ok(()), wipe)
    }
}

/// Writes everything into a file that nobody knows yet, and holds the two against each other.
pub(super) fn write(from: &Connection, part: &Path, key: Option<&Key>) -> Result<(), Problem> {
    fresh(part)?;
    export(from, part, key)?;
    fs::OpenOptions::new().write(true).open(part)?.sync_all()?;
    let new = connect(part, OpenFlags::SQLITE_OPEN_READ_ONLY, key)?;
    same(from, &new)
}

/// Writes everything into an empty file, with SQLCipher's own function for it.
fn export(from: &Connection, to: &Path, key: Option<&Key>) -> Result<(), Problem> {
    let literal = key.map_or_else(|| Zeroizing::new(String::new()), Key::literal);
    let values = named_params! { ":file": to.to_string_lossy(), ":key": literal.as_str() };
    from.execute("ATTACH DATABASE :file AS target KEY :key", values)?;
    let defensive = rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE;
    let exported = || {
        // It writes the new file's table of contents itself.
        from.set_db_config(defensive, false)?;
        from.query_row("SELECT sqlcipher_export('target')", [], |_| Ok(()))?;
        for pragma in ["application_id", "user_version"] {
            let value: i32 = from.pragma_query_value(None, pragma, |row| row.get(0))?;
            from.pragma_update(Some("target"), pragma, value)?;
        }
        Ok(())
    };
    let exported = exported();
    from.set_db_config(defensive, true)?;
    from.execute("DETACH DATABASE target", [])?;
    exported
}

/// Holds the new file against the old one: its pages, its tables of contents, and every row.
fn same(old: &Connection, new: &Connection) -> Result<(), Problem> {
    if let Some(finding) = verify::pages(new)?.into_iter().next() {
        return Err(Problem::BadCopy(finding.key.to_owned()));
    }
    let contents = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2";
    same_rows(old, new, contents, "sqlite_schema")?;
    let mut tables =
        old.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")?;
    let mut tables = tables.query([])?;
    while let Some(table) = tables.next()? {
        let table: String = table.get(0)?;
        same_rows(old, new, &format!("SELECT * FROM \"{table}\""), &table)?;
    }
    Ok(())
}

fn same_rows(old: &Connection, new: &Connection, sql: &str, table: &str) -> Result<(), Problem> {
    let (mut old, mut new) = (old.prepare(sql)?, new.prepare(sql)?);
    let columns = old.column_count();
    let (mut old, mut new) = (old.query([])?, new.query([])?);
    loop {
        match (old.next()?, new.next()?) {
            (None, None) => return Ok(()),
            (Some(one), Some(other)) => {
                for column in 0..columns {
                    if one.get_ref(column)? != other.get_ref(column)? {
                        return Err(Problem::BadCopy(table.to_owned()));
                    }
                }
            }
            _ => return Err(Problem::BadCopy(table.to_owned())),
        }
    }
}

/// Overwrites a file that nobody needs any more.
fn wipe(file: &File) -> Result<(), Problem> {
    let zeros = [0; 1 << 12];
    let mut left = file.metadata()?.len();
    let mut file = file;
    while left > 0 {
        let chunk = zeros.get(..usize::try_from(left).unwrap_or(usize::MAX).min(zeros.len())).unwrap_or(&zeros);
        file.write_all(chunk)?;
        left -= chunk.len() as u64;
    }
    Ok(file.sync_all()?)
}
