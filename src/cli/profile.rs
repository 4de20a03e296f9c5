//! `tashxis profile`: the diagnostic profile of one assessment, as it stands.

use std::path::Path;
use std::sync::Arc;

use jiff::Zoned;

use super::args::{self, ProfileFormat};
use super::failure::Failure;
use super::shell::Shell;
use super::{Verdict, files, ids, naming, references, shelf, stationery};
use crate::engine::around::Around;
use crate::engine::id::AssessmentId;
use crate::engine::interview::Interview;
use crate::engine::library::{Library, Record, earlier};
use crate::engine::profile::profile;
use crate::engine::questionnaire::read::read;
use crate::engine::text::Message;
use crate::engine::uncertainty::{Options, SEED};
use crate::report::letterhead::Letterhead;
use crate::report::{self, Length, Meta, Report};
use crate::store::Store;

/// The width of a report in a file or a pipe.
const COLUMNS: usize = 80;
/// The widest report: longer lines are hard to read.
const MOST_COLUMNS: usize = 100;

/// The most characters that a warning names.
const MOST_NAMED: usize = 12;

/// An assessment as it was stored, and as an interview.
#[derive(Debug)]
pub struct Opened {
    pub record: Record,
    pub interview: Interview,
}

/// Opens an assessment to read it.
pub fn open(store: &Store, id: AssessmentId) -> Result<Opened, Failure> {
    let record = store.open(id)?;
    let damaged = || Failure::system(Message::new("tui-damaged-assessment"));
    let questionnaire = Arc::new(read(&record.questionnaire_text).map_err(|_| damaged())?.0);
    let interview =
        Interview::replay(questionnaire, record.summary.form, Zoned::now(), &record.events).map_err(|_| damaged())?;
    Ok(Opened { record, interview })
}

/// What a report says of an assessment, with what stands around it; held against a table if one is named.
pub fn meta(shell: &Shell, store: &Store, opened: &Opened, table: Option<&Path>) -> Result<Meta, Failure> {
    let Opened { record, interview } = opened;
    let summary = &record.summary;
    let all = store.all()?;
    // It may be on another machine, and what is damaged there is no reason to keep this one back.
    let earlier = earlier(&all, summary).and_then(|it| open(store, it.id).ok());
    let others = references::others(shell, store, &summary.enterprise, interview, table)?;
    let earlier = earlier.map(|earlier| (earlier.record, earlier.interview));
    Ok(Meta::new(record, shell.now()).within(Around { catalogue: shelf::catalogue(shell), earlier, others }))
}

/// Writes the profile.
pub fn run(shell: &Shell, args: &args::Profile) -> Result<Verdict, Failure> {
    let store = shell.existing_store()?;
    let id = ids::find(&store, &args.id)?.id;
    let opened = open(&store, id)?;
    let meta = meta(shell, &store, &opened, args.reference.as_deref())?.simulating(options(&args.simulation));
    let interview = opened.interview;
    let profile = profile(&interview);
    let length = if args.short { Length::Short } else { Length::Full };
    let format = args.format.or_else(|| ProfileFormat::of_file(args.target.output.as_ref()?));
    let format = format.unwrap_or(ProfileFormat::Text);
    let letterhead = letterhead(shell, args, format)?;
    let document = || {
        let report = report::document(&profile, &interview, &meta, &shell.texts, length);
        Report { letterhead: letterhead.clone(), ..report }
    };
    let named = &naming::in_folder(&args.target, &meta.enterprise, &id.to_string(), format.ending());
    let text = match format {
        ProfileFormat::Text => {
            let to_file = args.target.output.is_some();
            super::shell::readable(&report::text(&document(), columns(to_file)))
        }
        ProfileFormat::Md => report::markdown(&document()),
        ProfileFormat::Html => report::html(&document()),
        ProfileFormat::Json => report::json(&profile, &interview, &meta),
        ProfileFormat::Pdf => {
            let pdf = pdf(shell, &document())?;
            files::stream(shell, named, |to| to.write_all(&pdf), files::Trouble::Write)?;
            return Ok(Verdict::Done);
        }
        ProfileFormat::Xlsx => {
            let book = report::xlsx(&profile, &interview, &meta, &shell.texts).map_err(|error| {
                Failure::system(Message::new("workbook-cannot-make").with("cause", error.to_string()))
            })?;
            files::stream(shell, named, |to| to.write_all(&book), files::Trouble::Write)?;
            return Ok(Verdict::Done);
        }
    };
    files::deliver(shell, named, &text)?;
    Ok(Verdict::Done)
}

/// The report as PDF. What it cannot show is said.
fn pdf(shell: &Shell, report: &Report) -> Result<Vec<u8>, Failure> {
    let pdf = report::pdf(report)
        .map_err(|error| Failure::system(Message::new("pdf-cannot-make").with("cause", error.to_string())))?;
    if !pdf.missing.is_empty() {
        let named = |(c, place): (&char, &String)| format!("\n  {c} (U+{:04X}) — {place}", u32::from(*c));
        let some: Vec<String> = pdf.missing.iter().take(MOST_NAMED).map(named).collect();
        let message = Message::new("pdf-missing-characters")
            .with("count", pdf.missing.len())
            .with("rest", pdf.missing.len() - some.len())
            .with("characters", some.concat());
        shell.warn(&message, Some(&Message::new("pdf-missing-characters-hint")));
    }
    if pdf.without_logo {
        shell.warn(&Message::new("pdf-without-logo"), Some(&Message::new("pdf-without-logo-hint")));
    }
    Ok(pdf.bytes)
}

/// The template around a page. One that was named is refused where it would be left out.
fn letterhead(shell: &Shell, args: &args::Profile, format: ProfileFormat) -> Result<Option<Letterhead>, Failure> {
    match (&args.template, format.has_template()) {
        (Some(_), false) => Err(Failure::usage(Message::new("template-only-pages").with("format", format.ending()))),
        (named, true) => stationery::of(shell, named.as_deref()),
        (None, false) => Ok(None),
    }
}

/// The draws that were asked for, on as many threads as there are.
pub fn options(args: &args::Simulation) -> Options {
    let usual = Options::default();
    let draws = args.draws.map_or(usual.draws, |draws| draws as usize);
    usual.drawing(draws).seeded(args.seed.unwrap_or(SEED)).on_every_core()
}

/// The width of the page, in columns: that of the terminal, if the report is read there.
fn columns(to_file: bool) -> usize {
    Shell::columns().filter(|_| !to_file).map_or(COLUMNS, |width| width.min(MOST_COLUMNS))
}
