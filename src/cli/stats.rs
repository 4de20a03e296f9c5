//! `tashxis stats`: figures over all closed assessments of a questionnaire, and over the doubts about one.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;

use super::args::{self, StatsFormat, StatsOf, StatsOutput};
use super::failure::Failure;
use super::profile::{Opened, open};
use super::shell::{Shell, readable};
use super::{Verdict, compare, files, ids, references};
use crate::engine::library::{Depth, Summary};
use crate::engine::pool::Pool;
use crate::engine::portfolio::placed;
use crate::engine::sensitivity;
use crate::engine::text::Message;
use crate::engine::uncertainty::{Assessed, Options};
use crate::report;
use crate::report::sheet::Sheet;
use crate::report::stats;

/// Writes statistics.
pub fn run(shell: &Shell, args: &args::Stats) -> Result<Verdict, Failure> {
    match &args.of {
        None => pool(shell, args),
        Some(StatsOf::Sensitivity(args)) => one(shell, args),
        Some(StatsOf::Benchmark(args)) => among_peers(shell, args),
        Some(StatsOf::Agreement(args)) => compare::agreement(shell, args),
    }
}

fn pool(shell: &Shell, args: &args::Stats) -> Result<Verdict, Failure> {
    let store = shell.existing_store()?;
    let closed: Vec<Summary> = store.all()?.into_iter().filter(|it| it.closed.is_some() && !it.archived).collect();
    let wanted = wanted(closed.iter().map(|it| it.questionnaire.as_str()), args.questionnaire.as_deref())?;
    let newest = closed.iter().filter(|it| it.questionnaire.as_str() == wanted).max_by_key(|it| it.closed);
    let Some(newest) = newest else { return Err(Failure::input(Message::new("stats-none"))) };
    let Opened { interview, .. } = open(&store, newest.id)?;
    let now = shell.now().to_zoned(TimeZone::system());
    let (options, watch) = (Options::default().on_every_core(), shell.watch("work-statistics")?);
    let pool = Pool::read(&store, &closed, interview.questionnaire(), Depth::Passages, &now, &watch.steps)?;
    let placed = placed(&pool.questionnaire, &pool.contestants(), &options, &watch.steps)?;
    drop(watch);
    deliver(shell, &args.output, &stats::pool(&pool, &placed.unwrap_or_default(), &options, shell.lang()))
}

/// The questionnaire that was asked for, or the only one there is.
pub fn wanted<'a>(known: impl Iterator<Item = &'a str>, asked: Option<&'a str>) -> Result<&'a str, Failure> {
    let known: BTreeSet<&str> = known.collect();
    let list = || known.iter().copied().collect::<Vec<_>>().join(", ");
    match (asked, known.len()) {
        (_, 0) => Err(Failure::input(Message::new("stats-none"))),
        (Some(asked), _) if known.contains(asked) => Ok(asked),
        (Some(asked), _) => {
            Err(Failure::input(Message::new("stats-none-of").with("questionnaire", asked).with("known", list())))
        }
        (None, 1) => Ok(known.first().copied().unwrap_or_default()),
        (None, _) => Err(Failure::usage(Message::new("stats-several").with("known", list()))),
    }
}

fn one(shell: &Shell, args: &args::Sensitivity) -> Result<Verdict, Failure> {
    let store = shell.existing_store()?;
    let Opened { record, interview } = open(&store, ids::find(&store, &args.id)?.id)?;
    let found =
        sensitivity::index(interview.questionnaire(), &Assessed::of(&interview), &Options::default().on_every_core());
    let Some(found) = found else { return Err(Failure::input(Message::new("stats-no-index"))) };
    deliver(shell, &args.output, &stats::sensitivity(&record.summary.enterprise, &found))
}

fn among_peers(shell: &Shell, args: &args::Benchmark) -> Result<Verdict, Failure> {
    let store = shell.existing_store()?;
    let Opened { record, interview } = open(&store, ids::find(&store, &args.id)?.id)?;
    let day = shell.now().to_zoned(TimeZone::system()).date();
    let enterprise = &record.summary.enterprise;
    let others = references::others(shell, &store, enterprise, &interview, args.reference.as_deref())?;
    deliver(shell, &args.output, &report::benchmark::benchmark(enterprise, &interview, &others, day, &shell.texts))
}

/// Writes a sheet in the format that was asked for.
pub(super) fn deliver(shell: &Shell, output: &StatsOutput, sheet: &Sheet) -> Result<Verdict, Failure> {
    let format = if output.json { StatsFormat::Json } else { output.format };
    let text = match format {
        StatsFormat::Text => readable(&sheet.text(&shell.texts)),
        StatsFormat::Json => sheet.json(),
        StatsFormat::Csv => sheet.csv(),
    };
    files::deliver(shell, &output.target, &text)?;
    Ok(Verdict::Done)
}
