//! `tashxis encrypt`, `decrypt` and `rekey`: the database as a file that only its passphrase opens, the way back, and
//! another passphrase.

use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::shell::Shell;
use super::{Verdict, args, places, secret};
use crate::engine::text::Message;
use crate::store::{Converted, Costs, Header, Key, Store, cipher};

/// Encrypts the database, and the copies beside it. One that does not exist yet is made.
pub fn encrypt(shell: &Shell) -> Result<Verdict, Failure> {
    let path = places::database(shell.general.db.as_deref())?;
    if Header::read(&path)?.is_some() {
        let message = Message::new("encryption-already").with("path", path.display().to_string());
        return Err(Failure::usage(message).hint(Message::new("encryption-already-hint")));
    }
    cipher().map_err(|problem| problem.at(&path))?;
    // What is no database of ours, or open elsewhere, is told before a passphrase is asked for.
    drop(shell.store()?);
    shell.note(&Message::new("encryption-no-way-back"));
    let key = fresh(shell, shell.general.passphrase_file.as_deref(), &path)?;
    let converted = Store::convert(&path, None, Some(&key))?;
    tell(shell, "encryption-encrypted", &path, &converted)?;
    shell.note(&Message::new("encryption-elsewhere"));
    Ok(verdict(&converted))
}

/// Takes the encryption away.
pub fn decrypt(shell: &Shell) -> Result<Verdict, Failure> {
    let (path, now) = encrypted(shell)?;
    let converted = Store::convert(&path, Some(&now.key), None)?;
    tell(shell, "encryption-decrypted", &path, &converted)?;
    Ok(verdict(&converted))
}

/// Gives the database another passphrase.
pub fn rekey(shell: &Shell, args: &args::Rekey) -> Result<Verdict, Failure> {
    let (path, now) = encrypted(shell)?;
    shell.note(&Message::new("encryption-no-way-back"));
    let key = fresh(shell, args.new_passphrase_file.as_deref(), &path)?;
    let converted = Store::convert(&path, Some(&now.key), Some(&key))?;
    tell(shell, "encryption-rekeyed", &path, &converted)?;
    Ok(verdict(&converted))
}

/// The encrypted database, opened by whoever knows its passphrase.
fn encrypted(shell: &Shell) -> Result<(PathBuf, secret::Unlocked), Failure> {
    let path = places::database(shell.general.db.as_deref())?;
    let unlocked = secret::unlock(shell, &path)?;
    let not = || Failure::usage(Message::new("encryption-not").with("path", path.display().to_string()));
    Ok((path.clone(), unlocked.ok_or_else(not)?))
}

/// The key of a passphrase that is chosen now.
fn fresh(shell: &Shell, from: Option<&Path>, path: &Path) -> Result<Key, Failure> {
    let passphrase = secret::chosen(shell, from, path)?;
    Key::fresh(&passphrase, Costs::USUAL).map_err(|problem| problem.at(path).into())
}

fn tell(shell: &Shell, key: &'static str, path: &Path, converted: &Converted) -> Result<(), Failure> {
    shell.say(&Message::new(key).with("path", path.display().to_string()).with("copies", converted.copies))?;
    for left in &converted.left {
        let message = Message::new("encryption-copy-left").with("path", left.path.display().to_string());
        shell.warn(&message.with("cause", shell.texts.say(&left.message())), None);
    }
    Ok(())
}

const fn verdict(converted: &Converted) -> Verdict {
    if converted.left.is_empty() { Verdict::Done } else { Verdict::Problems }
}
