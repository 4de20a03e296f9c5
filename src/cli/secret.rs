//! The passphrase of an encrypted database: asked for without echo, or read from a file that was named. Never from
//! the arguments or the environment, which other programs can read.

use std::io;
use std::path::Path;

use zeroize::Zeroizing;

use super::failure::Failure;
use super::files;
use super::shell::{Shell, readable};
use crate::engine::steps::Stopped;
use crate::engine::text::Message;
use crate::store::{Header, Key, Passphrase, Problem, SHORTEST, cipher, rotation};
use crate::tui::prompt::Quiet;

/// How often somebody may mistype a passphrase before the program gives up.
const ATTEMPTS: usize = 3;
/// The longest passphrase that is read from a file, in bytes.
const LONGEST: usize = 4096;

/// A key with the passphrase it was made of.
#[derive(Clone, Debug)]
pub struct Unlocked {
    /// What opens the file.
    pub key: Key,
    /// What was typed.
    pub passphrase: Passphrase,
}

/// What opens the file at `path`; none, if there is no encrypted database.
pub fn unlock(shell: &Shell, path: &Path) -> Result<Option<Unlocked>, Failure> {
    let Some(header) = Header::read(path)? else { return Ok(None) };
    cipher().map_err(|problem| problem.at(path))?;
    let tries = if shell.general.passphrase_file.is_some() { 1 } else { ATTEMPTS };
    for rest in (0..tries).rev() {
        let (passphrase, quiet) = known_quietly(shell, path)?;
        let key = derived(&passphrase, header, path)?;
        let opens = key.opens(path);
        // Whoever types on meanwhile is not shown either.
        drop(quiet);
        match opens {
            Ok(()) => return Ok(Some(Unlocked { key, passphrase })),
            Err(error) if rest > 0 && matches!(error.problem, Problem::WrongPassphrase) => {
                shell.accuse(&error.message());
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(None)
}

/// The key for the repair of a file that may have lost its beginning: then a copy beside it tells how to make it.
/// Whether the passphrase is right shows in what is found.
pub fn for_repair(shell: &Shell, damaged: &Path) -> Result<Option<Key>, Failure> {
    let near = || rotation::copies(damaged).iter().find_map(|copy| Header::read(&copy.path).ok().flatten());
    let is_plain = || files::bytes(damaged, 16).is_ok_and(|bytes| bytes.starts_with(b"SQLite format 3\0"));
    let Some(header) = Header::read(damaged)?.or_else(|| if is_plain() { None } else { near() }) else {
        return Ok(None);
    };
    cipher().map_err(|problem| problem.at(damaged))?;
    derived(&known(shell, damaged)?, header, damaged).map(Some)
}

/// The passphrase of a file, as it is: from the file that was named for it, or asked for.
pub fn known(shell: &Shell, path: &Path) -> Result<Passphrase, Failure> {
    known_quietly(shell, path).map(|(passphrase, _)| passphrase)
}

/// The same, with the terminal that stays quiet if it was asked for there.
fn known_quietly(shell: &Shell, path: &Path) -> Result<(Passphrase, Option<Quiet>), Failure> {
    match shell.general.passphrase_file.as_deref() {
        Some(file) => Ok((from_file(file)?, None)),
        None => asked(shell, &of(path, "encryption-ask")).map(|(passphrase, quiet)| (passphrase, Some(quiet))),
    }
}

/// A passphrase that somebody chooses now for a file: from the file that was named for it, or typed twice.
pub fn chosen(shell: &Shell, from: Option<&Path>, path: &Path) -> Result<Passphrase, Failure> {
    let passphrase = match from {
        Some(file) => from_file(file)?,
        None => {
            let (passphrase, quiet) = asked(shell, &of(path, "encryption-ask-new"))?;
            let again = heard(shell, &quiet, &Message::new("encryption-ask-again"))?;
            if passphrase != again {
                return Err(Failure::input(Message::new("encryption-differ")));
            }
            passphrase
        }
    };
    if passphrase.is_short() {
        return Err(Failure::input(Message::new("encryption-short").with("shortest", SHORTEST)));
    }
    Ok(passphrase)
}

fn of(path: &Path, key: &'static str) -> Message {
    Message::new(key).with("path", path.display().to_string())
}

fn derived(passphrase: &Passphrase, header: Header, path: &Path) -> Result<Key, Failure> {
    Key::derive(passphrase, header).map_err(|problem| problem.at(path).into())
}

/// Asks at the terminal, even where standard input is something else; it stays quiet until that is let go.
fn asked(shell: &Shell, question: &Message) -> Result<(Passphrase, Quiet), Failure> {
    let quiet = Quiet::enter().map_err(|error| nobody(&error))?;
    let passphrase = heard(shell, &quiet, question)?;
    Ok((passphrase, quiet))
}

fn heard(shell: &Shell, quiet: &Quiet, question: &Message) -> Result<Passphrase, Failure> {
    let question = readable(&shell.texts.say(question)) + " ";
    let typed = quiet.ask(&question).map_err(|error| nobody(&error))?.ok_or(Stopped)?;
    if typed.is_empty() {
        return Err(Failure::input(Message::new("encryption-empty")));
    }
    Ok(Passphrase::new(&typed))
}

fn nobody(error: &io::Error) -> Failure {
    let message = Message::new("encryption-nobody").with("cause", error.to_string());
    Failure::usage(message).hint(Message::new("encryption-nobody-hint"))
}

/// The first line of a file.
fn from_file(path: &Path) -> Result<Passphrase, Failure> {
    let bytes = Zeroizing::new(files::read(path, LONGEST)?);
    let text = std::str::from_utf8(&bytes).map_err(|error| unfit(path, &io::Error::other(error)))?;
    let line = text.lines().next().unwrap_or_default();
    if line.is_empty() {
        return Err(Failure::input(Message::new("encryption-empty")));
    }
    Ok(Passphrase::new(line))
}

fn unfit(path: &Path, error: &io::Error) -> Failure {
    Failure::input(of(path, "cli-cannot-read").with("cause", error.to_string()))
}
