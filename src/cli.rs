//! The command line: what is asked for, in which language, and what is printed.
//!
//! Puts the store, the reports and the terminal interface together; everything that reads the
//! environment, the arguments or a file stands here. One file a command.

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::FromArgMatches;
use clap::error::ErrorKind;

mod args;
mod check;
mod compare;
mod completions;
mod encryption;
mod envelope;
mod exchange;
mod explain;
mod failure;
mod files;
mod forget;
mod help;
mod history;
mod ids;
mod interface;
mod keep;
mod list;
mod looks;
mod man;
mod naming;
mod places;
mod plain;
mod profile;
mod references;
mod roadmap;
mod secret;
mod shelf;
mod shell;
mod show;
mod stationery;
mod stats;
mod tables;
mod template;
mod watch;

use args::{Cli, Command};
use failure::Failure;
use interface::Begin;
use shell::Shell;

use crate::i18n::Texts;

/// How a command ended that did what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// Nothing is wrong.
    Done,
    /// The input has problems; they have been listed.
    Problems,
}

/// Does what the arguments say. Everything a person should know has been printed when it returns.
pub fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    if let Some(code) = completions::answer(&arguments) {
        return code;
    }
    let lang = places::language(&arguments);
    let texts = places::texts(lang);
    let mut command = help::command(&texts);
    let matches = command.try_get_matches_from_mut(arguments);
    match matches.and_then(|matches| Cli::from_arg_matches(&matches).map_err(|error| error.format(&mut command))) {
        Ok(cli) => {
            let mut shell = Shell::new(texts, cli.general);
            let reads = cli.command.as_ref().is_none_or(Command::reads_the_database);
            let unlocked = if reads { shell.unlock() } else { Ok(()) };
            let verdict = unlocked.and_then(|()| run(&shell, cli.command));
            shell.conclude(verdict)
        }
        Err(error) => usage(&error, &texts),
    }
}

/// Shows help and version on standard output, errors of usage on standard error.
fn usage(error: &clap::Error, texts: &Texts) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        // Whoever reads the message may have gone already.
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    let styled = error.render();
    let shown = if io::stderr().is_terminal() { styled.ansi().to_string() } else { styled.to_string() };
    // The advice behind clap's message is given in the reader's language instead.
    let message = shown.split("\n\nFor more information").next().unwrap_or(&shown).trim_end();
    let advice = format!("{}: {}", texts.get("check-word-hint"), texts.get("cli-usage-hint"));
    let _ = writeln!(io::stderr().lock(), "{message}\n\n{advice}");
    failure::Kind::Usage.exit_code()
}

fn run(shell: &Shell, command: Option<Command>) -> Result<Verdict, Failure> {
    match command {
        None => interface::run(shell, Begin::List),
        Some(Command::New(args)) => interface::run(shell, Begin::New(args)),
        Some(Command::Open(args)) => interface::run(shell, Begin::Open(args.id)),
        Some(Command::List(args)) => list::run(shell, &args),
        Some(Command::Check(args)) => check::run(shell, &args),
        Some(Command::Show(args)) => show::run(shell, &args),
        Some(Command::Template(args)) => template::run(shell, &args),
        Some(Command::Profile(args)) => profile::run(shell, &args),
        Some(Command::Explain(args)) => explain::run(shell, &args),
        Some(Command::Roadmap(args)) => roadmap::run(shell, &args),
        Some(Command::Stats(args)) => stats::run(shell, &args),
        Some(Command::Compare(args)) => compare::run(shell, &args),
        Some(Command::Import(args)) => exchange::import(shell, &args),
        Some(Command::Export(args)) => exchange::export(shell, &args),
        Some(Command::History(args)) => history::run(shell, &args.id),
        Some(Command::Verify) => keep::verify(shell),
        Some(Command::Backup(args)) => keep::backup(shell, &args),
        Some(Command::Restore(args)) => keep::restore(shell, &args),
        Some(Command::Repair(args)) => keep::repair(shell, &args),
        Some(Command::Encrypt) => encryption::encrypt(shell),
        Some(Command::Decrypt) => encryption::decrypt(shell),
        Some(Command::Rekey(args)) => encryption::rekey(shell, &args),
        Some(Command::Forget(args)) => forget::run(shell, &args),
        Some(Command::Completions(args)) => completions::run(shell, &args),
        Some(Command::Man(args)) => man::run(shell, &args),
    }
}
