//! `tashxis completions`, and what the scripts it prints ask for while somebody types.
//!
//! A script calls the program again with the shell's name in the variable `COMPLETE` and the line behind `--`. What is
//! answered is read from the database without opening it; nothing is ever said but what fits.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Command, CommandFactory};
use clap_complete::env::{Elvish, EnvCompleter, Fish, Powershell, Shells, Zsh};

use super::args::{self, Cli};
use super::failure::Failure;
use super::shell::Shell;
use super::{Verdict, help, places};
use crate::engine::text::Message;
use bash::Described;

mod bash;
mod known;

/// The program, as it is typed.
const NAME: &str = "tashxis";
/// The variable that names the shell which asks.
const VARIABLE: &str = "COMPLETE";
/// The shells that can ask.
const SHELLS: Shells<'static> = Shells(&[&Described, &Elvish, &Fish, &Powershell, &Zsh]);

/// Prints the script that makes a shell ask.
pub fn run(shell: &Shell, args: &args::Completions) -> Result<Verdict, Failure> {
    let name = args.shell.to_string();
    let script = SHELLS.completer(&name).and_then(script).ok_or_else(|| {
        // Every shell that can be typed is in the table.
        Failure::system(Message::new("cli-cannot-print").with("cause", name))
    })?;
    shell.print_exactly(&script)?;
    Ok(Verdict::Done)
}

fn script(shell: &dyn EnvCompleter) -> Option<String> {
    let mut script = Vec::new();
    shell.write_registration(VARIABLE, NAME, NAME, NAME, &mut script).ok()?;
    String::from_utf8(script).ok()
}

/// Answers a shell that asks what fits; `None` if none asks.
pub fn answer(arguments: &[OsString]) -> Option<ExitCode> {
    let asking = places::variable(VARIABLE)?;
    // The variable may hold the path of a shell, or stand for something that is none of ours.
    let shell = SHELLS.completer(&Path::new(&asking).file_stem()?.to_string_lossy())?;
    let line: Vec<OsString> = arguments.iter().skip_while(|word| *word != "--").skip(1).cloned().collect();
    let mut fitting = Vec::new();
    if !line.is_empty() {
        // Where nothing fits there is nothing to say.
        let _ = shell.write_complete(&mut command(&line), line, places::here().as_deref(), &mut fitting);
    } else if arguments.len() > 1 {
        return None;
    } else {
        fitting = script(shell)?.into_bytes();
    }
    // A shell that has gone needs no answer.
    let _ = std::io::Write::write_all(&mut std::io::stdout().lock(), &fitting);
    Some(ExitCode::SUCCESS)
}

/// The command line with what the program knows about its values, for the line that is being typed.
fn command(line: &[OsString]) -> Command {
    let at = places::variable(bash::INDEX).and_then(|at| at.parse().ok()).unwrap_or(line.len().saturating_sub(1));
    let nothing_typed = line.get(at).is_none_or(|word: &OsString| word.is_empty());
    let line = bash::joined(line.to_vec(), 0).0;
    let lang = places::language(&line);
    let named = places::option(&line, "--db").map(|typed| meant(&typed.to_string_lossy()));
    let root = known::told(Cli::command(), places::database(named.as_deref()).ok(), lang, nothing_typed);
    help::with_help(root, &places::texts(lang))
}

/// The path that a shell would make of a word which is still as it was typed.
fn meant(typed: &str) -> PathBuf {
    let bare = typed.trim_matches(['"', '\'']).replace("\\ ", " ");
    match bare.strip_prefix("~/").zip(places::home()) {
        Some((below, home)) => home.join(below),
        None => PathBuf::from(bare),
    }
}
