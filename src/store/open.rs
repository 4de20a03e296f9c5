//! The way from a path to a connection: folder, lock, a look at the file, and SQLite's settings.
//!
//! A file that is not ours, or newer than this program, is refused before anything in it changes.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use super::chain::hex;
use super::error::{Problem, StoreError};
use super::key::{Header, Key};
use super::{backup, schema};
use crate::engine::library::Access;

/// How long to wait for another program that holds the database for a moment.
const PATIENCE: Duration = Duration::from_secs(3);

/// The longest value and the longest row that are read or written, in bytes: many times the longest event, and the
/// largest questionnaire.
const MOST_OF_A_ROW: i32 = 32 << 20;

/// A database that has been opened, with the right to write it or without.
pub(super) struct Opened {
    pub path: PathBuf,
    pub connection: Connection,
    pub access: Access,
    /// What the file is encrypted with; none of a plain one.
    pub key: Option<Key>,
    /// Held as long as this process is the writer. The system releases it however the process ends.
    pub lock: Option<File>,
}

/// Opens the database, and makes it if it does not exist. The key is needed if it is encrypted.
pub(super) fn open(path: &Path, key: Option<&Key>) -> Result<Opened, StoreError> {
    let path = resolved(path)?;
    let (access, lock) = claim(&path)?;
    let opened = || {
        let key = key_of(&path, key)?;
        let connection = match access {
            Access::Write => writable(&path, key)?,
            Access::ReadOnlyInUse | Access::ReadOnlyFile => readable(&path, access, key)?,
        };
        Ok((connection, key.cloned()))
    };
    let (connection, key) = opened().map_err(|problem: Problem| problem.at(&path))?;
    Ok(Opened { path, connection, access, key, lock })
}

/// Makes the folder and follows a link, so that one file has one lock.
pub(super) fn resolved(path: &Path) -> Result<PathBuf, StoreError> {
    let absolute = std::path::absolute(path).map_err(|error| Problem::System(error).at(path))?;
    if let Some(folder) = absolute.parent().filter(|folder| !folder.exists()) {
        make_folder(folder).map_err(|error| Problem::Folder(error).at(folder))?;
    }
    if absolute.is_symlink() {
        return absolute.canonicalize().map_err(|error| Problem::System(error).at(&absolute));
    }
    Ok(absolute)
}

/// Makes a folder that only its owner can enter.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Options that make a file which only its owner can read.
pub(super) fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Whether others may read a file and enter its folder.
#[cfg(unix)]
pub(super) fn is_exposed(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    let allows = |path: &Path, bits| fs::metadata(path).is_ok_and(|file| file.permissions().mode() & bits != 0);
    allows(path, 0o044) && path.parent().is_some_and(|folder| allows(folder, 0o011))
}

/// Elsewhere a user's folders are closed to others unless the user opens them.
#[cfg(not(unix))]
pub(super) const fn is_exposed(_: &Path) -> bool {
    false
}

/// Which file stands at a path now, where the system tells.
#[cfg(unix)]
pub(super) fn file_at(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).ok().map(|file| (file.dev(), file.ino()))
}

/// Elsewhere SQLite holds the file so that nobody can move it.
#[cfg(not(unix))]
pub(super) const fn file_at(_: &Path) -> Option<(u64, u64)> {
    None
}

/// The path of a file that stands beside the database.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Becomes the one writer, if the file can be written and nobody else is.
pub(super) fn claim(path: &Path) -> Result<(Access, Option<File>), StoreError> {
    let lock_path = beside(path, ".lock");
    let lock = match private().create(true).truncate(false).open(&lock_path) {
        Ok(lock) => lock,
        Err(error) if denies_writing(&error) => return without_writing(path, &lock_path),
        Err(error) => return Err(Problem::System(error).at(&lock_path)),
    };
    match lock.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Ok((Access::ReadOnlyInUse, None)),
        Err(TryLockError::Error(error)) => return Err(Problem::NoLocks(error).at(&lock_path)),
    }
    match private().create(true).truncate(false).open(path) {
        Ok(_) => Ok((Access::Write, Some(lock))),
        Err(error) if denies_writing(&error) => Ok((Access::ReadOnlyFile, None)),
        Err(error) => Err(Problem::System(error).at(path)),
    }
}

/// The folder cannot be written; somebody with more rights may still be writing in it.
fn without_writing(path: &Path, lock_path: &Path) -> Result<(Access, Option<File>), StoreError> {
    if !path.exists() {
        return Err(Problem::ReadOnlyFolder.at(path.parent().unwrap_or(path)));
    }
    let held = |lock: File| matches!(lock.try_lock_shared(), Err(TryLockError::WouldBlock));
    let access = if File::open(lock_path).is_ok_and(held) { Access::ReadOnlyInUse } else { Access::ReadOnlyFile };
    Ok((access, None))
}

fn denies_writing(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}

/// What the first bytes of the file say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// Nothing has been written yet.
    Empty,
    /// A database of this program.
    Plain,
    /// An encrypted one.
    Encrypted(Header),
}

/// Reads the header without SQLite, which would touch a foreign database's side files. The mark at
/// byte 68 is there from the moment the file has its name and never changes, so it is never only in the log.
pub(super) fn inspect(path: &Path) -> Result<Content, Problem> {
    let mut header = Vec::new();
    File::open(path)?.take(100).read_to_end(&mut header)?;
    if header.is_empty() {
        return Ok(Content::Empty);
    }
    if let Some(header) = Header::of(&header) {
        return Ok(Content::Encrypted(header));
    }
    if !header.starts_with(b"SQLite format 3\0") {
        return Err(Problem::NotADatabase);
    }
    if header.get(68..72) != Some(schema::APPLICATION_ID.to_be_bytes().as_slice()) {
        return Err(Problem::Foreign);
    }
    Ok(Content::Plain)
}

/// Whether the file at `path` is an encrypted database of this program.
pub(super) fn is_encrypted(path: &Path) -> bool {
    matches!(inspect(path), Ok(Content::Encrypted(_)))
}

/// The key with which the file at `path` is opened: none, if it is a plain one.
///
/// # Errors
/// It is encrypted, and not with this key.
pub(super) fn key_of<'k>(path: &Path, key: Option<&'k Key>) -> Result<Option<&'k Key>, Problem> {
    match inspect(path)? {
        Content::Encrypted(header) => key.filter(|key| key.fits(header)).map(Some).ok_or(Problem::Encrypted),
        Content::Empty | Content::Plain => Ok(None),
    }
}

fn writable(path: &Path, key: Option<&Key>) -> Result<Connection, Problem> {
    if inspect(path)? == Content::Empty {
        make(path, key)?;
    }
    let mut connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
    // Until the version is known to be ours, closing must not move the log into the file.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    schema::refuse_newer(&connection)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    // On a file system without shared memory SQLite keeps its old journal, which is as durable.
    connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    // As FULL, and with that old journal its deletion too: a power cut must not bring one back to life.
    connection.pragma_update(None, "synchronous", "EXTRA")?;
    // Elsewhere than on macOS these do nothing; there, FULL alone leaves data in the drive's cache.
    connection.pragma_update(None, "fullfsync", true)?;
    connection.pragma_update(None, "checkpoint_fullfsync", true)?;
    schema::migrate(&mut connection, path, &schema::migrations(), key)?;
    Ok(connection)
}

/// Makes a new database beside the empty file and puts it in its place: what a power cut interrupts is no database
/// yet, and never half of one that could be taken for another program's.
pub(super) fn make(path: &Path, key: Option<&Key>) -> Result<(), Problem> {
    let new = beside(path, ".new");
    fresh(&new)?;
    let mut connection = connect(&new, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
    connection.pragma_update(None, "application_id", schema::APPLICATION_ID)?;
    schema::bring_up_to_date(&mut connection)?;
    connection.close().map_err(|(_, error)| error)?;
    OpenOptions::new().write(true).open(&new)?.sync_all()?;
    fs::rename(&new, path)?;
    backup::sync_folder(path)
}

/// Makes an empty file for a database, in the place of what an earlier attempt has left.
pub(super) fn fresh(path: &Path) -> Result<(), Problem> {
    for left in [beside(path, "-journal"), path.to_owned()] {
        match fs::remove_file(left) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    private().create_new(true).open(path)?;
    Ok(())
}

pub(super) fn readable(path: &Path, access: Access, key: Option<&Key>) -> Result<Connection, Problem> {
    let connection = match access {
        Access::ReadOnlyFile => still(path, key)?,
        Access::Write | Access::ReadOnlyInUse => {
            if inspect(path)? == Content::Empty {
                return Err(Problem::NotReady);
            }
            connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY, key)?
        }
    };
    connection.pragma_update(None, "query_only", true)?;
    match schema::refuse_newer(&connection) {
        Ok(version) if version < schema::newest() => Err(Problem::NotReady),
        Err(Problem::Database(error)) if access == Access::ReadOnlyFile && !log_is_empty(path) => {
            Err(Problem::LeftLog(error))
        }
        other => other.map(|_| connection),
    }
}

/// Connects to a file only to look into it, and leaves nothing beside it unless there is a log.
///
/// # Errors
/// Nothing has been written to the file yet, or it cannot be read.
pub(super) fn still(path: &Path, key: Option<&Key>) -> Result<Connection, Problem> {
    if inspect(path)? == Content::Empty {
        return Err(Problem::NotReady);
    }
    if log_is_empty(path) {
        // Without the right to make side files only this way of opening works.
        connect(
            &immutable(&std::path::absolute(path)?),
            OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI,
            key,
        )
    } else {
        connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY, key)
    }
}

/// Whether everything is in the file itself.
pub(super) fn log_is_empty(path: &Path) -> bool {
    fs::metadata(beside(path, "-wal")).map_or(true, |log| log.len() == 0)
}

/// Connects with the settings that hold for every connection.
pub(super) fn connect(path: &Path, flags: OpenFlags, key: Option<&Key>) -> Result<Connection, Problem> {
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(PATIENCE)?;
    if let Some(key) = key {
        key.unlock(&connection)?;
    }
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, MOST_OF_A_ROW)?;
    Ok(connection)
}

/// The file as a URI that promises SQLite that nothing changes it.
fn immutable(path: &Path) -> PathBuf {
    let mut uri = String::from("file:///");
    for byte in path.as_os_str().as_encoded_bytes().iter().skip_while(|byte| **byte == b'/') {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'/' | b':' | b'.' | b'-' | b'_' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => uri.push(char::from(*byte)),
            other => {
                uri.push('%');
                uri.extend(hex(*other));
            }
        }
    }
    uri.push_str("?immutable=1");
    uri.into()
}
