//! What bash is told: it knows no descriptions, so they stand behind the values while several fit, and it takes lines
//! apart at `=`.

use std::ffi::OsString;
use std::io::{Error, Write};
use std::path::Path;

use clap::Command;
use clap_complete::engine::{CompletionCandidate, complete};
use clap_complete::env::{Bash, EnvCompleter};

use crate::cli::places;

/// The variable that says which word of the line is completed; other shells set it too.
pub const INDEX: &str = "_CLAP_COMPLETE_INDEX";

/// Bash, with descriptions.
pub struct Described;

/// The kinds of completion (`COMP_TYPE`) that put one candidate after the other into the line.
const INSERTING: [&str; 2] = ["37", "42"];

impl EnvCompleter for Described {
    fn name(&self) -> &'static str {
        Bash.name()
    }

    fn is(&self, name: &str) -> bool {
        Bash.is(name)
    }

    fn write_registration(
        &self,
        var: &str,
        name: &str,
        bin: &str,
        completer: &str,
        buf: &mut dyn Write,
    ) -> Result<(), Error> {
        Bash.write_registration(var, name, bin, completer, buf)
    }

    fn write_complete(
        &self,
        cmd: &mut Command,
        args: Vec<OsString>,
        current_dir: Option<&Path>,
        buf: &mut dyn Write,
    ) -> Result<(), Error> {
        let index = places::variable(INDEX).and_then(|index| index.parse().ok()).unwrap_or_default();
        let separator = places::variable("_CLAP_IFS").unwrap_or_else(|| "\n".to_owned());
        let inserts = places::variable("_CLAP_COMPLETE_COMP_TYPE").is_some_and(|kind| INSERTING.contains(&&*kind));
        let (line, index) = joined(args, index);
        let fitting = complete(cmd, line, index, current_dir)?;
        let shown: Vec<String> = fitting.iter().map(|it| shown(it, fitting.len() > 1 && !inserts)).collect();
        buf.write_all(shown.join(&separator).as_bytes())
    }
}

/// A candidate, with its description where it is only looked at: of several, bash puts in what all begin with.
fn shown(candidate: &CompletionCandidate, described: bool) -> String {
    let value = candidate.get_value().to_string_lossy().into_owned();
    match candidate.get_help().filter(|_| described) {
        // Bash looks for files that fit these signs.
        Some(help) => format!("{value}  ({})", help.to_string().replace(['*', '?', '[', '\n'], " ")),
        None => value,
    }
}

/// The line with `--option = value` as clap reads it, and where in it the word is that is completed.
pub fn joined(line: Vec<OsString>, index: usize) -> (Vec<OsString>, usize) {
    let mut out: Vec<OsString> = Vec::with_capacity(line.len());
    let mut at = index;
    for (place, word) in line.into_iter().enumerate() {
        let is_sign = word == "=" && out.last().is_some_and(|before| before.as_encoded_bytes().starts_with(b"--"));
        if is_sign && place != index {
            at = if place < index { at.saturating_sub(1) } else { at };
        } else {
            out.push(word);
        }
    }
    (out, at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_bash_takes_apart_is_put_together() {
        let line = |text: &str| text.split_whitespace().map(OsString::from).collect::<Vec<_>>();
        let cases = [
            ("tashxis --db = a.db open 1a", 5, "tashxis --db a.db open 1a", 4),
            ("tashxis export --format = c", 4, "tashxis export --format c", 3),
            ("tashxis open =", 2, "tashxis open =", 2),
            ("tashxis open 1a --lang = ru", 2, "tashxis open 1a --lang ru", 2),
        ];
        for (typed, index, read, at) in cases {
            assert_eq!(joined(line(typed), index), (line(read), at), "{typed}");
        }
    }
}
