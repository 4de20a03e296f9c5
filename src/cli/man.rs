//! `tashxis man`: the manual page of the program or of a command, made from the same help.

use super::args;
use super::failure::Failure;
use super::shell::Shell;
use super::{Verdict, help};
use crate::engine::text::{Message, nearest};
use crate::report::PROGRAM;

/// Prints a page in the format of `man`.
pub fn run(shell: &Shell, args: &args::Man) -> Result<Verdict, Failure> {
    let mut command = help::command(&shell.texts);
    let mut name = command.get_name().to_owned();
    for word in &args.of {
        let Some(below) = command.find_subcommand(word) else {
            let known: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
            let hint = match nearest(word, known.iter().copied()) {
                Some(name) => Message::new("check-did-you-mean").with("name", name),
                None => Message::new("man-known").with("names", known.join(", ")),
            };
            return Err(Failure::usage(Message::new("man-unknown").with("name", word.as_str())).hint(hint));
        };
        name = format!("{name}-{word}");
        // Those of the program are said on its own page.
        command = below.clone().disable_help_flag(true).disable_version_flag(true);
    }
    let mut page = Vec::new();
    let rendered = clap_mangen::Man::new(command.name(name)).source(PROGRAM).render(&mut page);
    rendered.map_err(|error| Failure::system(Message::new("man-cannot-make").with("cause", error.to_string())))?;
    shell.print_exactly(&String::from_utf8_lossy(&page))?;
    Ok(Verdict::Done)
}
