//! `tashxis verify` and `tashxis backup`: whether the database is sound, and a copy of it.

use super::Verdict;
use super::args;
use super::failure::{Failure, Kind};
use super::shell::Shell;
use crate::engine::text::Message;
use crate::store::Problem;

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

/// Copies the database to a new file.
pub fn backup(shell: &Shell, args: &args::Backup) -> Result<Verdict, Failure> {
    let store = shell.existing_store()?;
    store.backup(&args.file).map_err(|error| match error.problem {
        Problem::Exists => Failure::Said { kind: Kind::Usage, message: error.message(), hint: None },
        _ => error.into(),
    })?;
    shell.say(&Message::new("cli-backed-up").with("path", args.file.display().to_string()))?;
    Ok(Verdict::Done)
}
