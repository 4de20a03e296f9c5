//! `tashxis verify`, `backup`, `restore` and `repair`: whether the database is sound, copies of it, the way back to
//! one, and what can be saved of a damaged one.

use super::Verdict;
use super::failure::{Failure, Kind};
use super::shell::Shell;
use super::{args, places, secret, shelf};
use crate::engine::text::Message;
use crate::store::{Identity, Problem, Repaired, RestoreError, Restored, Store, StoreError, rotation};

/// Checks the database from its pages up to the answers.
pub fn verify(shell: &Shell) -> Result<Verdict, Failure> {
    let store = shell.existing_store()?;
    let findings = store.verify()?;
    let path = store.path().display().to_string();
    if findings.is_empty() {
        let count = store.all()?.len();
        shell.say(&Message::new("cli-verified").with("path", path).with("count", count))?;
        return Ok(Verdict::Done);
    }
    for finding in &findings {
        shell.accuse(finding);
    }
    shell.warn(&Message::new("cli-findings").with("path", path), Some(&Message::new("cli-findings-hint")));
    Ok(Verdict::Problems)
}

/// Copies the database to a new file; without one, lists the copies that were made by themselves, or says how many
/// of them to keep.
pub fn backup(shell: &Shell, args: &args::Backup) -> Result<Verdict, Failure> {
    let mut store = shell.existing_store()?;
    if let Some(kept) = args.keep {
        store.keep_copies(kept.into())?;
    }
    let Some(file) = &args.file else { return list_copies(shell, &store) };
    let watch = shell.watch("work-copying")?;
    let copied = if args.unencrypted { store.backup_plain(file) } else { store.backup_watched(file, &watch.steps) };
    drop(watch);
    copied.map_err(usage_if_taken)?;
    shell.say(&Message::new("cli-backed-up").with("path", file.display().to_string()))?;
    Ok(Verdict::Done)
}

fn usage_if_taken(error: StoreError) -> Failure {
    match error.problem {
        Problem::Exists => Failure::Said { kind: Kind::Usage, message: error.message(), hint: None },
        _ => error.into(),
    }
}

fn list_copies(shell: &Shell, store: &Store) -> Result<Verdict, Failure> {
    let kept = store.copies_kept();
    let key = if kept == 0 { "safety-copies-off" } else { "safety-copies-kept" };
    shell.say(&Message::new(key).with("count", kept))?;
    let copies = rotation::copies(store.path());
    if copies.is_empty() {
        let folder = rotation::folder(store.path()).display().to_string();
        shell.say(&Message::new("safety-no-copies").with("folder", folder))?;
    }
    for copy in copies {
        let made = (shell.texts.short_day(copy.made), shell.texts.clock(copy.made));
        shell.print(&format!("{} {}  {}\n", made.0, made.1, copy.path.display()))?;
    }
    Ok(Verdict::Done)
}

/// Puts a copy in the place of the database, once it has been found sound; what was there is kept.
pub fn restore(shell: &Shell, args: &args::Restore) -> Result<Verdict, Failure> {
    let path = places::database(shell.general.db.as_deref())?;
    let file = args.file.display().to_string();
    let unlocked = secret::unlock(shell, &args.file)?;
    let key = unlocked.as_ref().map(|unlocked| &unlocked.key);
    match Store::restore(&args.file, &path, key, args.unencrypted) {
        Ok(Restored { kept }) => {
            let count = Store::unlock(&path, Identity::default(), key)?.all()?.len();
            shell.say(&Message::new("safety-restored").with("file", file).with("count", count))?;
            if let Some(kept) = kept {
                shell.say(&Message::new("safety-replaced").with("path", kept.display().to_string()))?;
            }
            Ok(Verdict::Done)
        }
        Err(RestoreError::Findings(findings)) => {
            for finding in &findings {
                shell.accuse(finding);
            }
            let message = Message::new("safety-not-restored").with("file", file);
            shell.warn(&message, Some(&Message::new("safety-not-restored-hint")));
            Ok(Verdict::Problems)
        }
        Err(RestoreError::Store(error)) => Err(error.into()),
    }
}

/// Saves what can be read of a damaged database into a new one, and says what cannot.
pub fn repair(shell: &Shell, args: &args::Repair) -> Result<Verdict, Failure> {
    let key = secret::for_repair(shell, &args.damaged)?;
    let Repaired { saved, whole, missing } =
        Store::repair(&args.damaged, &args.output, &shelf::gather(shell), key.as_ref()).map_err(usage_if_taken)?;
    for message in &whole {
        shell.say(message)?;
    }
    for message in &missing {
        shell.accuse(message);
    }
    if saved == 0 {
        let message = Message::new("safety-repair-nothing").with("path", args.damaged.display().to_string());
        return Err(Failure::input(message).hint(Message::new("safety-repair-nothing-hint")));
    }
    let path = args.output.display().to_string();
    shell.say(&Message::new("safety-repaired").with("path", path).with("missing", missing.len()))?;
    Ok(if missing.is_empty() { Verdict::Done } else { Verdict::Problems })
}
