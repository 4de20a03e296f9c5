//! `tashxis completions`: the command line as shells complete it.

use super::args;
use super::failure::Failure;
use super::shell::Shell;
use super::{Verdict, help};

/// Prints the completions for a shell.
pub fn run(shell: &Shell, args: &args::Completions) -> Result<Verdict, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut help::command(&shell.texts), "tashxis", &mut script);
    shell.print_exactly(&String::from_utf8_lossy(&script))?;
    Ok(Verdict::Done)
}
