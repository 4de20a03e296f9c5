//! The command line's help in the language of the reader: clap's commands with texts of `i18n`.
//!
//! Texts are found by name: `cli-about-COMMAND`, `cli-arg-ARGUMENT` (or `cli-arg-COMMAND-ARGUMENT` where
//! one argument means several things) and `cli-value-VALUE`.

use clap::{Arg, Command, CommandFactory};

use super::args::Cli;
use crate::i18n::Texts;

/// The commands with their help.
pub fn command(texts: &Texts) -> Command {
    with_help(Cli::command(), texts)
}

/// The same with commands that something was done to before: help replaces the names of values, by which they are
/// known.
pub fn with_help(root: Command, texts: &Texts) -> Command {
    let root = root
        .about(texts.get("cli-about"))
        .after_help(texts.get("cli-after-help"))
        .subcommand_value_name(texts.get("cli-value-command"))
        .subcommand_help_heading(texts.get("cli-commands"));
    let root = worded(root, texts, "").mut_subcommands(|command| explained(command, texts, ""));
    root.mut_args(|arg| arg.help_heading(texts.get("cli-general")))
}

/// A command of the root or of another command, with all below it.
fn explained(command: Command, texts: &Texts, parent: &str) -> Command {
    let name = format!("{parent} {}", command.get_name()).trim_start().to_owned();
    let about = texts.get(&format!("cli-about-{}", name.replace(' ', "-")));
    let command = worded(command.about(about), texts, &name)
        .subcommand_value_name(texts.get("cli-value-command"))
        .subcommand_help_heading(texts.get("cli-commands"));
    command.mut_subcommands(|below| explained(below, texts, &name))
}

/// The same command with its arguments explained.
fn worded(command: Command, texts: &Texts, name: &str) -> Command {
    let command = command.mut_args(|arg| argument(arg, texts, name));
    let usage = usage(&command, texts, name);
    let heading = texts.get("cli-usage");
    command
        .override_usage(usage)
        .help_template(format!("{{about-with-newline}}\n{heading} {{usage}}\n\n{{all-args}}{{after-help}}"))
}

fn argument(arg: Arg, texts: &Texts, command: &str) -> Arg {
    let id = arg.get_id().to_string();
    let specific = format!("cli-arg-{}-{id}", command.replace(' ', "-"));
    let said = texts.get(&specific);
    let help = if said == specific { texts.get(&format!("cli-arg-{id}")) } else { said };
    let heading = texts.get(if arg.is_positional() { "cli-arguments" } else { "cli-options" });
    let named = match value_of(&arg) {
        Some(value) => arg.value_name(texts.get(&format!("cli-value-{}", value.to_lowercase()))),
        None => arg,
    };
    named.help(help).help_heading(heading)
}

fn value_of(arg: &Arg) -> Option<String> {
    arg.get_value_names().and_then(|names| names.first()).map(ToString::to_string)
}

/// `tashxis profile <ID> [OPTIONS]`, in the reader's words.
fn usage(command: &Command, texts: &Texts, name: &str) -> String {
    let mut words = vec!["tashxis".to_owned()];
    if name.is_empty() {
        words.push(format!("[{}]", texts.get("cli-value-command")));
    } else {
        words.push(name.to_owned());
    }
    for arg in command.get_positionals() {
        let value = value_of(arg).unwrap_or_default();
        let many = if arg.get_action().takes_values() && matches!(arg.get_action(), clap::ArgAction::Append) {
            "…"
        } else {
            ""
        };
        words.push(if arg.is_required_set() { format!("<{value}>{many}") } else { format!("[{value}{many}]") });
    }
    words.push(format!("[{}]", texts.get("cli-value-options")));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::engine::text::Lang;

    fn pages(lang: Lang) -> Vec<String> {
        let mut root = command(&Texts::new(lang, TimeZone::UTC));
        root.build();
        let names: Vec<String> = root.get_subcommands().map(|command| command.get_name().to_owned()).collect();
        let of = |name: &String| root.find_subcommand(name).map(|it| it.clone().render_help().to_string());
        let mut pages: Vec<String> = names.iter().filter_map(of).collect();
        pages.push(root.render_help().to_string());
        pages
    }

    #[test]
    fn the_definitions_are_consistent() {
        command(&Texts::new(Lang::En, TimeZone::UTC)).debug_assert();
    }

    #[test]
    fn every_page_is_explained_in_every_language() {
        for lang in Lang::ALL {
            for page in pages(lang) {
                assert!(!page.contains("cli-"), "{lang}: a text is missing in:\n{page}");
                if lang != Lang::En {
                    let english = ["Usage", "OPTIONS", "Options", "Commands", "FILE", "Print", "possible"];
                    assert!(!english.iter().any(|word| page.contains(word)), "{lang}:\n{page}");
                }
            }
        }
    }
}
