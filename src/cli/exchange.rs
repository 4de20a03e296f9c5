//! `tashxis export` and `tashxis import`: whole assessments as JSON, out and in; tables out, filled-in templates in.

use std::io::Write;
use std::path::Path;

use super::args::{self, ExportFormat};
use super::failure::Failure;
use super::shell::Shell;
use super::{Verdict, files, ids, tables, template};
use crate::engine::text::Message;
use crate::store::Store;
use crate::store::exchange::{ExportError, ImportError, MOST_BYTES};

/// Exports the assessments that were named, or all.
pub fn export(shell: &Shell, args: &args::Export) -> Result<Verdict, Failure> {
    let mut store = shell.existing_store()?;
    let ids = if args.all {
        store.ids()?
    } else {
        let named = args.ids.iter().map(|id| Ok(ids::find(&store, id)?.id));
        named.collect::<Result<Vec<_>, Failure>>()?
    };
    if args.format != ExportFormat::Json {
        return tables::export(shell, &mut store, &ids, args);
    }
    if args.anonymous {
        let message = Message::new("dataset-anonymous-json");
        return Err(Failure::usage(message).hint(Message::new("dataset-anonymous-json-hint")));
    }
    let watch = shell.watch_printing("work-exporting", &args.target)?;
    let fill = |to: &mut dyn Write| store.export_to(&ids, to, &watch.steps);
    files::stream(shell, &args.target, fill, |error: ExportError| match error {
        ExportError::Store(error) => files::Trouble::Other(error.into()),
        ExportError::Write(error) => files::Trouble::Write(error),
    })?;
    Ok(Verdict::Done)
}

/// Imports files, each whole or not at all.
pub fn import(shell: &Shell, args: &args::Import) -> Result<Verdict, Failure> {
    let mut store = shell.store()?;
    let mut verdict = Verdict::Done;
    for path in &args.files {
        if import_file(shell, &mut store, path)? == Verdict::Problems {
            verdict = Verdict::Problems;
        }
    }
    Ok(verdict)
}

fn import_file(shell: &Shell, store: &mut Store, path: &Path) -> Result<Verdict, Failure> {
    if let Some(kind) = template::kind(path) {
        return template::import(shell, store, path, kind);
    }
    if template::is_of_another_program(path) {
        let message = Message::new("spreadsheet-other-program").with("file", path.display().to_string());
        return Err(Failure::input(message));
    }
    let bytes = files::read(path, MOST_BYTES)?;
    let file = path.display().to_string();
    let watch = shell.watch("work-importing")?;
    let imported = store.import_watched(&bytes, &watch.steps);
    drop(watch);
    match imported {
        Ok(done) => {
            let counts = [("added", done.added), ("extended", done.extended), ("unchanged", done.unchanged)];
            let message = Message::new("cli-imported").with("file", file);
            shell.say(&counts.into_iter().fold(message, |message, (name, count)| message.with(name, count)))?;
            Ok(Verdict::Done)
        }
        Err(ImportError::Findings(findings)) => {
            for finding in &findings {
                let (place, problem) = (shell.texts.say(&finding.place), shell.texts.say(&finding.message));
                let place = place.trim_end_matches([' ', ',']).to_owned();
                let at = Message::new("cli-import-problem").with("file", file.as_str()).with("place", place);
                shell.accuse(&at.with("problem", problem));
            }
            shell.accuse(&Message::new("cli-not-imported").with("file", file).with("count", findings.len()));
            Ok(Verdict::Problems)
        }
        Err(ImportError::Store(error)) => Err(error.into()),
    }
}
