//! `tashxis export` as tables: CSV, XLSX, Stata and SPSS, read from one state of the database.

use std::collections::{HashMap, HashSet};
use std::io;
use std::path::Path;
use std::sync::Arc;

use jiff::Zoned;

use super::args::{self, ExportFormat};
use super::envelope::Envelope;
use super::failure::Failure;
use super::shell::Shell;
use super::stats::wanted;
use super::{Verdict, files};
use crate::dataset::{self, Dataset, Error, Making, Source, Subject, TextPolicy};
use crate::engine::id::AssessmentId;
use crate::engine::interview::Interview;
use crate::engine::interview::journal::JournalError;
use crate::engine::library::{Access, Depth, Library, Standing};
use crate::engine::parallel;
use crate::engine::questionnaire::Questionnaire;
use crate::engine::questionnaire::read::read;
use crate::engine::steps::Steps;
use crate::engine::text::Message;
use crate::store::reading::Reading;
use crate::store::{Store, StoreError};

/// The setting that holds the key of pseudonyms.
const KEY: &str = "pseudonym-key";
/// The bytes of a key that is made here.
const KEY_BYTES: usize = 32;
/// The fewest bytes of a key that is given: fewer can be guessed.
const LEAST_KEY: usize = 16;
/// The most bytes of a key that are read.
const MOST_KEY: usize = 4096;

/// Writes the assessments as a table.
pub fn export(shell: &Shell, store: &mut Store, ids: &[AssessmentId], args: &args::Export) -> Result<Verdict, Failure> {
    let key = args.anonymous.then(|| key(store, args.key.as_deref())).transpose()?;
    let reading = store.reading()?;
    let wished: HashSet<AssessmentId> = ids.iter().copied().collect();
    // In the order in which they were begun: a later export begins with the same rows.
    let mut chosen = reading.instruments()?;
    chosen.retain(|(id, _)| wished.contains(id));
    if chosen.is_empty() {
        return Err(Failure::input(Message::new("dataset-none")));
    }
    let questionnaire = wanted(chosen.iter().map(|(_, id)| id.as_str()), args.questionnaire.as_deref())?;
    let versions = versions(&reading, questionnaire)?;
    let ids: Vec<_> = chosen.iter().filter(|(_, of)| of.as_str() == questionnaire).map(|(id, _)| *id).collect();
    let depth = match args.format {
        ExportFormat::CsvLong | ExportFormat::Xlsx => Depth::Passages,
        _ => Depth::Answers,
    };
    let envelope = Envelope::of(shell, &args.closing, &args.target)?;
    let by_hash = versions.iter().map(|it| (it.hash.clone(), Arc::clone(it))).collect();
    let watch = shell.watch_printing("work-exporting", &args.target)?;
    let steps = Arc::clone(&watch.steps);
    let rows = Rows { reading, plan: Plan { ids, versions: by_hash, depth, now: Zoned::now(), steps } };
    let Some(dataset) = Dataset::new(&versions, &rows) else {
        return Err(Failure::input(Message::new("dataset-none")));
    };
    let dataset = match key {
        Some(key) => dataset.masked(&key, texts(args)).map_err(|error| failed(args, error))?,
        None => dataset,
    };
    write(shell, &dataset, args, &envelope)?;
    drop(watch);
    if let Some(removed) = dataset.removed() {
        let counts = [
            ("enterprises", removed.enterprises),
            ("texts", removed.texts),
            ("cells", removed.cells),
            ("rounded", removed.rounded),
            ("fewest", dataset::FEWEST),
        ];
        let message = Message::new("dataset-masked");
        shell.note(&counts.into_iter().fold(message, |message, (name, count)| message.with(name, count)));
    }
    Ok(Verdict::Done)
}

const fn texts(args: &args::Export) -> TextPolicy {
    if args.keep_texts { TextPolicy::Keep } else { TextPolicy::Drop }
}

/// Every version of a questionnaire in the database, newest first.
fn versions(reading: &Reading, id: &str) -> Result<Vec<Arc<Questionnaire>>, Failure> {
    let damaged = || Failure::system(Message::new("tui-damaged-assessment"));
    let texts = reading.questionnaires(id)?;
    let read = texts.iter().map(|text| Ok(Arc::new(read(text).map_err(|_| damaged())?.0)));
    let mut versions = read.collect::<Result<Vec<_>, Failure>>()?;
    let number = |it: &Questionnaire| -> Vec<u64> {
        it.version.split(['.', '-', '+']).map(|part| part.parse().unwrap_or_default()).collect()
    };
    versions.sort_by_cached_key(|it| std::cmp::Reverse((number(it), it.hash.clone())));
    Ok(versions)
}

/// The key of pseudonyms: the file that was named, or the database's own, made when it is first needed.
fn key(store: &mut Store, file: Option<&Path>) -> Result<Vec<u8>, Failure> {
    if let Some(path) = file {
        let key = files::read(path, MOST_KEY)?;
        if key.len() < LEAST_KEY {
            let message = Message::new("dataset-key-short").with("path", path.display().to_string());
            return Err(Failure::usage(message.with("least", LEAST_KEY)));
        }
        return Ok(key);
    }
    if let Some(key) = store.setting(KEY)? {
        return Ok(key.into_bytes());
    }
    if store.access() != Access::Write {
        return Err(Failure::usage(Message::new("dataset-key-none")).hint(Message::new("dataset-key-none-hint")));
    }
    let mut bytes = [0; KEY_BYTES];
    getrandom::fill(&mut bytes)
        .map_err(|error| Failure::system(Message::new("dataset-no-chance").with("cause", error.to_string())))?;
    let key: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    store.keep_setting(KEY, &key)?;
    Ok(key.into_bytes())
}

fn write(shell: &Shell, dataset: &Dataset, args: &args::Export, envelope: &Envelope) -> Result<(), Failure> {
    let texts = &shell.texts;
    // What is to be encrypted leaves no trace beside it.
    let waiting = if envelope.is_open() { dataset::Waiting::OnDisk } else { dataset::Waiting::InMemory };
    match args.format {
        ExportFormat::Csv => envelope.stream(shell, &args.target, |to| dataset::wide(dataset, to), failure(args)),
        ExportFormat::CsvLong => {
            envelope.stream(shell, &args.target, |to| dataset::long(dataset, texts, to), failure(args))
        }
        ExportFormat::Codebook => {
            envelope.stream(shell, &args.target, |to| dataset::codebook(dataset, to), failure(args))
        }
        ExportFormat::Sav => binary(shell, args, envelope, |to| dataset::spss(dataset, texts, to)),
        ExportFormat::Dta => binary(shell, args, envelope, |to| dataset::stata(dataset, texts, to)),
        ExportFormat::Xlsx => binary(shell, args, envelope, |mut to| dataset::xlsx(dataset, texts, waiting, &mut to)),
        // Whole assessments are no table.
        ExportFormat::Json => Ok(()),
    }
}

/// Writes what is no text: to a file or a pipe, never to a terminal.
fn binary(
    shell: &Shell,
    args: &args::Export,
    envelope: &Envelope,
    fill: impl FnOnce(&mut dyn files::Sink) -> Result<(), Error>,
) -> Result<(), Failure> {
    if args.target.output.is_none() && io::IsTerminal::is_terminal(&io::stdout()) {
        let message = Message::new("dataset-needs-file").with("format", args.format.name());
        return Err(Failure::usage(message).hint(Message::new("dataset-needs-file-hint")));
    }
    envelope.stream_jumping(shell, &args.target, fill, failure(args))
}

fn failure(args: &args::Export) -> impl Fn(Error) -> files::Trouble + '_ {
    |error| match error {
        Error::Write(error) => files::Trouble::Write(error),
        other => files::Trouble::Other(failed(args, other)),
    }
}

fn failed(args: &args::Export, error: Error) -> Failure {
    match error {
        Error::Read(error) => error.into(),
        Error::Full { what, most } => {
            let message = Message::new("dataset-full").with("format", args.format.name());
            Failure::input(message.with("most", most).with("what", what)).hint(Message::new("dataset-full-hint"))
        }
        Error::Write(error) => Failure::system(Message::new("cli-cannot-print").with("cause", error.to_string())),
        Error::Sheet(error) => Failure::system(Message::new("cli-cannot-print").with("cause", error.to_string())),
    }
}

/// The rows of an export, from one state of the database.
struct Rows<'s> {
    reading: Reading<'s>,
    plan: Plan,
}

/// What is read.
struct Plan {
    ids: Vec<AssessmentId>,
    versions: HashMap<String, Arc<Questionnaire>>,
    depth: Depth,
    now: Zoned,
    steps: Arc<Steps>,
}

impl Plan {
    /// An assessment as it becomes rows.
    fn subject(&self, standing: Standing) -> Result<Subject, Error> {
        self.steps.step().map_err(JournalError::from)?;
        let id = standing.summary.id;
        let damaged = || JournalError { message: Message::new("tui-damaged-assessment"), cause: id.to_string() };
        let questionnaire = self.versions.get(&standing.questionnaire).map(Arc::clone).ok_or_else(damaged)?;
        let form = standing.summary.form;
        let interview = Interview::standing(questionnaire, form, self.now.clone(), standing.answers);
        Ok(Subject {
            summary: standing.summary,
            interview: interview.map_err(|_| damaged())?,
            interviewers: standing.interviewers,
            passages: standing.passages,
            effort: standing.effort,
        })
    }
}

/// How many assessments a thread reads at once.
const AT_ONCE: usize = 64;

impl Source for Rows<'_> {
    fn each(&self, take: &mut dyn FnMut(Subject) -> Result<(), Error>) -> Result<(), Error> {
        // Formats that need to know the whole first go through the rows more than once.
        self.plan.steps.expect(self.plan.ids.len());
        for id in &self.plan.ids {
            let standing = self.reading.standing(*id, self.plan.depth).map_err(JournalError::from)?;
            take(self.plan.subject(standing)?)?;
        }
        Ok(())
    }

    fn written(&self, make: &Making, to: &mut dyn io::Write) -> Result<(), Error> {
        let plan = &self.plan;
        let parts: Vec<&[AssessmentId]> = plan.ids.chunks(AT_ONCE).collect();
        let threads = parallel::threads().get().min(parts.len());
        let readers = self.reading.readers(if threads > 1 { threads } else { 0 }).map_err(JournalError::from)?;
        let part = |read: &dyn Fn(AssessmentId) -> Result<Standing, StoreError>, part: usize| {
            let mut bytes = Vec::new();
            for id in parts.get(part).copied().unwrap_or_default() {
                make(plan.subject(read(*id).map_err(JournalError::from)?)?, &mut bytes)?;
            }
            Ok::<_, Error>(bytes)
        };
        let mut take = |bytes: Vec<u8>| Ok(to.write_all(&bytes)?);
        plan.steps.expect(plan.ids.len());
        if readers.is_empty() {
            let read = |id| self.reading.standing(id, plan.depth);
            return (0..parts.len()).map(|n| part(&read, n)).try_for_each(|bytes| take(bytes?));
        }
        parallel::in_order(readers, parts.len(), |reader, n| part(&|id| reader.standing(id, plan.depth), n), take)
    }
}
