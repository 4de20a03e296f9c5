//! `tashxis export` and `tashxis import`: whole assessments as JSON, out and in; tables out, filled-in templates in.

use std::io::Write;
use std::path::Path;

use super::args::{self, ExportFormat};
use super::envelope::{self, Envelope};
use super::failure::Failure;
use super::shell::Shell;
use super::{Verdict, files, ids, tables, template};
use crate::engine::text::{Finding, Message};
use crate::spreadsheet;
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
    let envelope = Envelope::of(shell, &args.closing, &args.target)?;
    let watch = shell.watch_printing("work-exporting", &args.target)?;
    let fill = |to: &mut dyn Write| store.export_to(&ids, to, &watch.steps);
    envelope.stream(shell, &args.target, fill, |error: ExportError| match error {
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
        if import_file(shell, &mut store, path, args.identity.as_deref())? == Verdict::Problems {
            verdict = Verdict::Problems;
        }
    }
    Ok(verdict)
}

fn import_file(shell: &Shell, store: &mut Store, path: &Path, keys: Option<&Path>) -> Result<Verdict, Failure> {
    let named = envelope::unsealed_name(path);
    let kind = template::kind(&named);
    if template::is_of_another_program(&named) {
        let message = Message::new("spreadsheet-other-program").with("file", path.display().to_string());
        return Err(Failure::input(message));
    }
    let most = kind.map_or(MOST_BYTES, |_| spreadsheet::MOST_BYTES);
    let bytes = files::read(path, most)?;
    let bytes = if envelope::is_closed(&bytes) { envelope::opened(shell, path, &bytes, keys, most)? } else { bytes };
    if let Some(kind) = kind {
        return template::import(shell, store, path, &bytes, kind);
    }
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
        Err(ImportError::Findings(findings)) => Ok(refused(shell, &file, &findings)),
        Err(ImportError::Store(error)) => Err(error.into()),
    }
}

/// Lists every problem of a file that is not taken in.
pub fn refused(shell: &Shell, file: &str, findings: &[Finding]) -> Verdict {
    for finding in findings {
        let (place, problem) = (shell.texts.say(&finding.place), shell.texts.say(&finding.message));
        // A problem of a whole record has no field after the comma.
        let place = place.trim_end_matches([' ', ',']).to_owned();
        let at = Message::new("cli-import-problem").with("file", file).with("place", place);
        shell.accuse(&at.with("problem", problem));
    }
    shell.accuse(&Message::new("cli-not-imported").with("file", file).with("count", findings.len()));
    Verdict::Problems
}
