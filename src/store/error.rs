//! What can go wrong in the store, and what a person is told about it.
//!
//! Knows SQLite's codes and the system's; nothing above the store does.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use crate::engine::id::{AssessmentId, QuestionId};
use crate::engine::interview::journal::JournalError;
use crate::engine::steps::Stopped;
use crate::engine::text::Message;

/// Something the store could not do. Nothing has changed.
#[derive(Debug, thiserror::Error)]
#[error("{}: {problem}", .path.display())]
pub struct StoreError {
    /// The file or folder concerned.
    pub path: PathBuf,
    /// What is wrong with it.
    #[source]
    pub problem: Problem,
}

/// What is wrong with a file, a folder or a request.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// The folder for the database cannot be made.
    #[error("the folder cannot be made: {0}")]
    Folder(io::Error),
    /// The folder cannot be written and has no database yet.
    #[error("the folder cannot be written and has no database")]
    ReadOnlyFolder,
    /// The file is no SQLite database.
    #[error("not a database")]
    NotADatabase,
    /// The file is the database of another program.
    #[error("a database of another program")]
    Foreign,
    /// The file is encrypted, and there is no key, or that of another one.
    #[error("encrypted")]
    Encrypted,
    /// The passphrase is another, or the beginning of the file is damaged.
    #[error("the passphrase does not open it")]
    WrongPassphrase,
    /// The file says that its key costs more than this program has ever asked for.
    #[error("encrypted in an unknown way")]
    UnknownEncryption,
    /// The program was built without a cipher.
    #[error("this program was built without encryption")]
    NoCipher,
    /// A plain copy would take the place of an encrypted database.
    #[error("a plain copy in the place of an encrypted database")]
    PlainCopy,
    /// The file is encrypted already, or is not.
    #[error("encrypted already, or not at all")]
    NothingToConvert,
    /// A newer program wrote the file.
    #[error("schema version {found}, this program knows {known}")]
    Newer {
        /// The version of the file.
        found: usize,
        /// The newest version this program knows.
        known: usize,
    },
    /// A table, view, index or trigger of the file is not as this program made it.
    #[error("`{0}` is not as this program made it")]
    Altered(String),
    /// The file has more bytes than are read.
    #[error("more than {0} bytes")]
    TooLarge(u64),
    /// The file is empty or old, and cannot be brought up to date because it cannot be written.
    #[error("empty or of an older version, and not writable")]
    NotReady,
    /// The last changes lie in the write-ahead file, which cannot be read from where it is.
    #[error("the write-ahead log cannot be read: {0}")]
    LeftLog(rusqlite::Error),
    /// The file system has no locks.
    #[error("the lock file cannot be locked: {0}")]
    NoLocks(io::Error),
    /// Another process is the writer.
    #[error("another process is writing")]
    InUse,
    /// The file is not where it was opened any more.
    #[error("moved or deleted")]
    Moved,
    /// The file cannot be written.
    #[error("read-only")]
    ReadOnly,
    /// There is no such assessment.
    #[error("no assessment {0}")]
    NoAssessment(AssessmentId),
    /// The answer is not what the change was made from.
    #[error("the answer to {0} is not what the change was made from")]
    Stale(QuestionId),
    /// Something stored, or about to be, does not read back as what it was.
    #[error("does not read back: {0}")]
    Unreadable(String),
    /// The target of a copy exists already.
    #[error("exists already")]
    Exists,
    /// A copy was made, but did not pass its checks.
    #[error("the copy is damaged: {0}")]
    BadCopy(String),
    /// It was stopped before it was done.
    #[error("stopped")]
    Stopped,
    /// The database said no.
    #[error(transparent)]
    Database(#[from] rusqlite::Error),
    /// The system said no.
    #[error(transparent)]
    System(#[from] io::Error),
}

impl From<Stopped> for Problem {
    fn from(_: Stopped) -> Self {
        Self::Stopped
    }
}

impl Problem {
    /// The same problem with its place.
    pub fn at(self, path: &Path) -> StoreError {
        StoreError { path: path.to_owned(), problem: self }
    }

    const fn key(&self) -> &'static str {
        match self {
            Self::Folder(_) => "store-folder",
            Self::ReadOnlyFolder => "store-read-only-folder",
            Self::NotADatabase => "store-not-a-database",
            Self::Foreign => "store-foreign",
            Self::Encrypted => "store-encrypted",
            Self::WrongPassphrase => "store-wrong-passphrase",
            Self::UnknownEncryption => "store-unknown-encryption",
            Self::NoCipher => "store-no-cipher",
            Self::PlainCopy => "store-plain-copy",
            Self::NothingToConvert => "store-nothing-to-convert",
            Self::Newer { .. } => "store-newer",
            Self::Altered(_) => "store-altered",
            Self::TooLarge(_) => "store-too-large",
            Self::NotReady => "store-not-ready",
            Self::LeftLog(_) => "store-left-log",
            Self::NoLocks(_) => "store-no-locks",
            Self::InUse => "store-in-use",
            Self::Moved => "store-moved",
            Self::ReadOnly => "store-read-only",
            Self::NoAssessment(_) => "store-no-assessment",
            Self::Stale(_) => "store-stale",
            Self::Unreadable(_) => "store-unreadable",
            Self::Exists => "store-exists",
            Self::BadCopy(_) => "store-bad-copy",
            Self::Stopped => "work-stopped",
            Self::Database(_) | Self::System(_) => "store-unexpected",
        }
    }
}

impl StoreError {
    /// What failed, with which file, and what to do.
    pub fn message(&self) -> Message {
        let key = match &self.problem {
            Problem::Database(error) => database_key(error),
            Problem::System(error) => system_key(error),
            other => other.key(),
        };
        let message = Message::new(key).with("path", self.path.display().to_string());
        match &self.problem {
            Problem::Newer { found, known } => {
                message.with("found", found.to_string()).with("known", known.to_string())
            }
            Problem::Altered(name) => message.with("name", name.as_str()),
            Problem::TooLarge(most) => message.with("most", (most >> 20) as f64),
            Problem::NoAssessment(id) => message.with("id", id.to_string()),
            Problem::Stale(question) => message.with("question", question.as_str()),
            Problem::Unreadable(detail) | Problem::BadCopy(detail) => message.with("detail", detail.as_str()),
            Problem::Database(error) => message.with("detail", error.to_string()),
            Problem::System(error) => message.with("detail", error.to_string()),
            _ => message,
        }
    }
}

impl From<StoreError> for JournalError {
    fn from(error: StoreError) -> Self {
        Self { message: error.message(), cause: error.to_string() }
    }
}

fn database_key(error: &rusqlite::Error) -> &'static str {
    let Some(code) = error.sqlite_error() else { return "store-unexpected" };
    match code.code {
        ErrorCode::DiskFull => "store-disk-full",
        ErrorCode::SystemIoFailure => "store-io",
        ErrorCode::ReadOnly => "store-read-only",
        ErrorCode::PermissionDenied | ErrorCode::CannotOpen => "store-no-permission",
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed => "store-locked",
        // What is no database at all has been refused before SQLite saw it.
        ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => "store-corrupt",
        _ => "store-unexpected",
    }
}

fn system_key(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => "store-disk-full",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "store-no-permission",
        io::ErrorKind::NotFound => "store-not-found",
        _ => "store-io",
    }
}
