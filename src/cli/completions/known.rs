//! What the program knows about values that are typed: assessments, questionnaires, its own commands.

use std::ffi::OsStr;
use std::path::PathBuf;

use clap::{Arg, Command};
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate, PathCompleter, ValueCompleter};
use jiff::tz::TimeZone;

use crate::cli::ids::{plain, shorts, simple};
use crate::cli::shell::readable;
use crate::cli::{places, shelf};
use crate::engine::library::Summary;
use crate::engine::text::{Lang, Needle};
use crate::store::peek;

/// The commands with what is known about the values of their arguments. As long as nothing is typed, options stand
/// back where there is something else.
pub fn told(root: Command, database: Option<PathBuf>, lang: Lang, nothing_typed: bool) -> Command {
    let commands: Vec<String> = root.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    below(root, &Known { database, lang, commands, nothing_typed })
}

struct Known {
    database: Option<PathBuf>,
    lang: Lang,
    commands: Vec<String>,
    nothing_typed: bool,
}

fn below(command: Command, known: &Known) -> Command {
    command.mut_args(|arg| argument(arg, known)).mut_subcommands(|command| below(command, known))
}

/// An argument is known by the name of its value.
fn argument(arg: Arg, known: &Known) -> Arg {
    let value = arg.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
    let stands_back = known.nothing_typed && !arg.is_positional();
    let arg = if stands_back { arg.hide(true) } else { arg };
    let lang = known.lang;
    let completer = match value.as_deref() {
        Some("ID" | "WHOM") => {
            let database = known.database.clone();
            ArgValueCompleter::new(move |typed: &OsStr| assessments(database.as_ref(), lang, typed))
        }
        Some("QUESTIONNAIRE") => ArgValueCompleter::new(move |typed: &OsStr| questionnaires(lang, typed)),
        Some("COMMAND") => {
            let commands = known.commands.clone();
            ArgValueCompleter::new(move |typed: &OsStr| beginning(&commands, typed))
        }
        _ => return arg,
    };
    arg.add(completer)
}

/// The assessments whose id begins with what was typed, or whose enterprise's name holds it.
fn assessments(database: Option<&PathBuf>, lang: Lang, typed: &OsStr) -> Vec<CompletionCandidate> {
    let all = database.map(|path| peek::assessments(path)).unwrap_or_default();
    let shorts = shorts(&all.iter().map(|summary| summary.id).collect::<Vec<_>>());
    let typed = typed.to_string_lossy();
    let typed = typed.trim_matches(['"', '\'']);
    let (part, needle) = (plain(typed), Needle::new(typed));
    let archived = places::texts(lang).get("cli-archived");
    let about = |summary: &Summary| {
        let day = summary.changed.to_zoned(TimeZone::system()).date();
        let state = if summary.archived { format!(", {archived}") } else { String::new() };
        readable(&format!("{}, {} {}, {day}{state}", summary.enterprise, summary.questionnaire, summary.version))
            .replace('\n', " ")
    };
    let offered = all.iter().filter_map(|summary| {
        let short = shorts.get(&summary.id)?;
        let value = if short.starts_with(&part) || needle.find_in(&summary.enterprise).is_some() {
            short.clone()
        } else if simple(summary.id).starts_with(&part) {
            summary.id.to_string()
        } else {
            return None;
        };
        Some((summary, CompletionCandidate::new(value).help(Some(about(summary).into()))))
    });
    let (kept, listed): (Vec<_>, Vec<_>) = offered.partition(|(summary, _)| summary.archived);
    listed.into_iter().chain(kept).map(|(_, candidate)| candidate).collect()
}

/// The questionnaires at hand by their ids, with their titles; files where no id begins so.
fn questionnaires(lang: Lang, typed: &OsStr) -> Vec<CompletionCandidate> {
    let begun = typed.to_string_lossy();
    let mut fitting: Vec<(String, String)> = shelf::quietly()
        .iter()
        .filter(|it| it.id.as_str().starts_with(&*begun))
        .map(|it| (it.id.as_str().to_owned(), readable(it.title.get(lang)).replace('\n', " ")))
        .collect();
    fitting.dedup_by(|one, other| one.0 == other.0);
    if fitting.is_empty() {
        return PathCompleter::file().complete(typed);
    }
    fitting.into_iter().map(|(id, title)| CompletionCandidate::new(id).help(Some(title.into()))).collect()
}

/// The words that begin with what was typed.
fn beginning(words: &[String], typed: &OsStr) -> Vec<CompletionCandidate> {
    let begun = typed.to_string_lossy();
    words.iter().filter(|word| word.starts_with(&*begun)).map(CompletionCandidate::new).collect()
}
