//! Why a command could not do what it was asked: what failed, what to do, and the exit code.

use std::process::ExitCode;

use crate::engine::interview::journal::JournalError;
use crate::engine::steps::Stopped;
use crate::engine::text::Message;
use crate::store::{Problem, StoreError};

/// Why a command could not do what it was asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// Something to say on standard error.
    Said {
        /// Whose fault it is.
        kind: Kind,
        /// What failed, with which value, where.
        message: Message,
        /// What to do.
        hint: Option<Message>,
    },
    /// Nobody reads the output any more.
    Unread,
}

/// Whose fault a failure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The input has problems.
    Input,
    /// The command was used wrongly.
    Usage,
    /// The system failed: disk, permission, terminal.
    System,
    /// The user stopped it.
    Stopped,
}

/// The exit code of what was stopped by Ctrl+C, as shells know it.
pub const STOPPED: u8 = 130;

impl Kind {
    /// The exit code that scripts see.
    pub fn exit_code(self) -> ExitCode {
        ExitCode::from(match self {
            Self::Input => 1,
            Self::Usage => 2,
            Self::System => 3,
            Self::Stopped => STOPPED,
        })
    }
}

impl Failure {
    /// The command was used wrongly.
    pub const fn usage(message: Message) -> Self {
        Self::Said { kind: Kind::Usage, message, hint: None }
    }

    /// The system failed.
    pub const fn system(message: Message) -> Self {
        Self::Said { kind: Kind::System, message, hint: None }
    }

    /// The input has problems.
    pub const fn input(message: Message) -> Self {
        Self::Said { kind: Kind::Input, message, hint: None }
    }

    /// The same failure with advice.
    #[must_use]
    pub fn hint(self, advice: Message) -> Self {
        match self {
            Self::Said { kind, message, .. } => Self::Said { kind, message, hint: Some(advice) },
            Self::Unread => Self::Unread,
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        if matches!(error.problem, Problem::Stopped) {
            return Stopped.into();
        }
        match error.problem {
            Problem::Encrypted | Problem::WrongPassphrase | Problem::UnknownEncryption => Self::input(error.message()),
            Problem::NoCipher => Self::usage(error.message()).hint(Message::new("store-no-cipher-hint")),
            Problem::PlainCopy => Self::input(error.message()).hint(Message::new("encryption-plain-copy-hint")),
            _ => Self::system(error.message()),
        }
    }
}

impl From<Stopped> for Failure {
    fn from(stopped: Stopped) -> Self {
        Self::Said { kind: Kind::Stopped, message: JournalError::from(stopped).message, hint: None }
    }
}

impl From<JournalError> for Failure {
    fn from(error: JournalError) -> Self {
        if error == JournalError::from(Stopped) {
            return Stopped.into();
        }
        Self::system(error.message)
    }
}
