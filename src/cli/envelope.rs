//! Exports that only their receiver reads, as files of the age format (age-encryption.org/v1), which other programs
//! read as well: for a passphrase, or for the public keys of receivers.
//!
//! What leaves an encrypted database is encrypted with its passphrase unless somebody says otherwise.

use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use age::secrecy::SecretString;
use age::x25519;

use super::args;
use super::failure::Failure;
use super::files::{self, Sink, Trouble};
use super::secret;
use super::shell::Shell;
use crate::engine::text::Message;
use crate::store::Passphrase;

/// How every file of the format begins.
const MARK: &[u8] = b"age-encryption.org/v1\n";
/// The usual ending of their names.
const ENDING: &str = "age";
/// The most bytes of a file of keys that are read.
const MOST_KEYS: usize = 1 << 16;

/// How an export is closed.
#[derive(Debug)]
pub enum Envelope {
    /// Everybody can read it.
    Open,
    /// Whoever knows the passphrase.
    Passphrase(Passphrase),
    /// Whoever has one of the secret keys.
    Recipients(Vec<x25519::Recipient>),
}

impl Envelope {
    /// Whether everybody can read it.
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Open)
    }

    /// What was asked for or, of an encrypted database, its passphrase.
    pub fn of(shell: &Shell, args: &args::Closing, target: &args::Target) -> Result<Self, Failure> {
        let envelope = if !args.recipients.is_empty() {
            Self::Recipients(args.recipients.iter().map(|key| recipient(key)).collect::<Result<_, _>>()?)
        } else if args.unencrypted {
            Self::Open
        } else if let Some(unlocked) = &shell.unlocked {
            Self::Passphrase(unlocked.passphrase.clone())
        } else if args.encrypt {
            let from = shell.general.passphrase_file.as_deref();
            Self::Passphrase(secret::chosen(shell, from, target.file().unwrap_or(Path::new("-")))?)
        } else {
            Self::Open
        };
        if !envelope.is_open() && target.file().is_none() && io::stdout().is_terminal() {
            let message = Message::new("envelope-needs-file");
            return Err(Failure::usage(message).hint(Message::new("envelope-needs-file-hint")));
        }
        Ok(envelope)
    }

    /// Hands over a result that is made while it is written: see [`files::stream`].
    pub fn stream<E>(
        &self,
        shell: &Shell,
        target: &args::Target,
        fill: impl FnOnce(&mut dyn Write) -> Result<(), E>,
        trouble: impl Fn(E) -> Trouble,
    ) -> Result<(), Failure> {
        let fill = |to: &mut dyn Write| self.close(to, |to| fill(to).map_err(trouble));
        files::stream(shell, target, fill, |trouble| trouble)?;
        self.tell(shell);
        Ok(())
    }

    /// The same for what is written out of order: see [`files::stream_jumping`].
    pub fn stream_jumping<E>(
        &self,
        shell: &Shell,
        target: &args::Target,
        fill: impl FnOnce(&mut dyn Sink) -> Result<(), E>,
        trouble: impl Fn(E) -> Trouble,
    ) -> Result<(), Failure> {
        if self.is_open() {
            return files::stream_jumping(shell, target, fill, trouble);
        }
        let whole = |to: &mut dyn Write| {
            let mut bytes = io::Cursor::new(Vec::new());
            fill(&mut bytes).map_err(trouble)?;
            Ok(to.write_all(bytes.get_ref())?)
        };
        self.stream(shell, target, whole, |trouble| trouble)
    }

    fn close(
        &self,
        to: &mut dyn Write,
        fill: impl FnOnce(&mut dyn Write) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        let encryptor = match self {
            Self::Open => return fill(to),
            Self::Passphrase(passphrase) => age::Encryptor::with_user_passphrase(secret_of(passphrase)),
            Self::Recipients(keys) => {
                age::Encryptor::with_recipients(keys.iter().map(|key| key as &dyn age::Recipient))
                    .map_err(|error| Trouble::Write(io::Error::other(error)))?
            }
        };
        let mut closed = encryptor.wrap_output(to)?;
        fill(&mut closed)?;
        closed.finish()?;
        Ok(())
    }

    fn tell(&self, shell: &Shell) {
        match self {
            Self::Open => {}
            Self::Passphrase(_) => shell.note(&Message::new("envelope-passphrase")),
            Self::Recipients(keys) => shell.note(&Message::new("envelope-recipients").with("count", keys.len())),
        }
    }
}

/// Whether a file is one of this format.
pub fn is_closed(bytes: &[u8]) -> bool {
    bytes.starts_with(MARK)
}

/// The name of what is in a closed file: its own without the ending of the format.
pub fn unsealed_name(path: &Path) -> PathBuf {
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING)) {
        path.with_extension("")
    } else {
        path.to_owned()
    }
}

/// What is in a closed file: opened with the secret keys of a file, the passphrase of the database, or one that is
/// asked for. No more than a byte above `most`.
pub fn opened(shell: &Shell, path: &Path, bytes: &[u8], keys: Option<&Path>, most: usize) -> Result<Vec<u8>, Failure> {
    let damaged = |error: &dyn std::fmt::Display| {
        let message = Message::new("envelope-damaged").with("path", path.display().to_string());
        Failure::input(message.with("cause", error.to_string()))
    };
    let decrypt = |identities: &[Box<dyn age::Identity>]| {
        let decryptor = age::Decryptor::new(bytes).map_err(Err)?;
        let mut reader = decryptor.decrypt(identities.iter().map(|identity| &**identity)).map_err(Ok)?;
        let mut text = Vec::new();
        reader.by_ref().take(most as u64 + 1).read_to_end(&mut text).map_err(|error| Err(error.into()))?;
        Ok::<_, Result<age::DecryptError, age::DecryptError>>(text)
    };
    let by_passphrase = age::Decryptor::new(bytes).map_err(|error| damaged(&error))?.is_scrypt();
    if !by_passphrase {
        let Some(keys) = keys else {
            let message = Message::new("envelope-for-keys").with("path", path.display().to_string());
            return Err(Failure::usage(message).hint(Message::new("envelope-for-keys-hint")));
        };
        return decrypt(&identities(keys)?).map_err(|error| damaged(&error.unwrap_or_else(|error| error)));
    }
    let own = shell.unlocked.as_ref().map(|unlocked| unlocked.passphrase.clone());
    let asked = || secret::known(shell, path);
    for passphrase in own.into_iter().map(Ok).chain(std::iter::once_with(asked)) {
        let identity = age::scrypt::Identity::new(secret_of(&passphrase?));
        match decrypt(&[Box::new(identity)]) {
            Ok(text) => return Ok(text),
            // Another passphrase may be right.
            Err(Ok(age::DecryptError::NoMatchingKeys | age::DecryptError::DecryptionFailed)) => {}
            Err(Ok(error) | Err(error)) => return Err(damaged(&error)),
        }
    }
    Err(Failure::input(Message::new("envelope-wrong").with("path", path.display().to_string())))
}

fn secret_of(passphrase: &Passphrase) -> SecretString {
    SecretString::from(passphrase.as_str().to_owned())
}

fn recipient(key: &str) -> Result<x25519::Recipient, Failure> {
    key.parse().map_err(|_| {
        Failure::usage(Message::new("envelope-no-key").with("key", key)).hint(Message::new("envelope-no-key-hint"))
    })
}

/// The secret keys of a file, one a line; `#` begins a remark.
fn identities(path: &Path) -> Result<Vec<Box<dyn age::Identity>>, Failure> {
    let bytes = zeroize::Zeroizing::new(files::read(path, MOST_KEYS)?);
    let unfit = |line: usize| {
        let message = Message::new("envelope-no-secret-key").with("path", path.display().to_string());
        Failure::usage(message.with("line", line))
    };
    let text = std::str::from_utf8(&bytes).map_err(|_| unfit(1))?;
    let lines = (1..).zip(text.lines().map(str::trim)).filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    let identity = |(number, line): (usize, &str)| {
        let identity: x25519::Identity = line.parse().map_err(|_| unfit(number))?;
        Ok(Box::new(identity) as Box<dyn age::Identity>)
    };
    lines.map(identity).collect()
}
