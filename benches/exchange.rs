//! How fast the built program exports many finished assessments, and how much memory it holds meanwhile.
//!
//! Not a statistic of functions but of processes, so it measures and prints by itself: `cargo bench --bench exchange`.
//! `TASHXIS_BENCH_ASSESSMENTS` says how many assessments there are, `TASHXIS_BENCH_FORMATS` in which formats.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench that cannot go on has nothing to report")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::{Timestamp, Zoned};
use rusqlite::Connection;
use tashxis::engine::interview::{Advance, Circumstances, Form, Interview};
use tashxis::engine::library::{Library, NewAssessment};
use tashxis::engine::questionnaire::builtin::BUILTIN;
use tashxis::engine::questionnaire::read::read;
use tashxis::engine::reference::play;
use tashxis::engine::text::Lang;
use tashxis::engine::visit::{Ending, Outcome, Stay, Way};
use tashxis::store::{Identity, Store};

/// How many assessments, unless it is said otherwise.
const ASSESSMENTS: usize = 5_000;
/// In which formats, unless it is said otherwise. A sheet has no room for the answers of more than some 10,000.
const FORMATS: &str = "csv csv-long json xlsx dta sav";
/// How often memory is looked at.
const LOOK: Duration = Duration::from_millis(2);

const PROGRAM: &str = env!("CARGO_BIN_EXE_tashxis");

fn main() {
    let wanted = std::env::var("TASHXIS_BENCH_ASSESSMENTS").ok();
    let count = wanted.map_or(ASSESSMENTS, |count| count.parse().unwrap());
    let home = tempfile::tempdir().unwrap();
    let database = home.path().join("tashxis.db");
    let originals = originals(&database);
    copy(&database, originals, count);
    let size = fs::metadata(&database).unwrap().len();
    let per = |column: &str| -> f64 {
        let sql = format!("SELECT count(*) FROM {column}");
        let rows: u32 = Connection::open(&database).unwrap().query_row(&sql, [], |row| row.get(0)).unwrap();
        f64::from(rows) / count as f64
    };
    println!(
        "{count} assessments, each {:.0} answers, {:.0} events, {:.0} stays; {} MB of database",
        per("answer"),
        per("event"),
        per("stay"),
        size >> 20
    );
    let formats = std::env::var("TASHXIS_BENCH_FORMATS").unwrap_or_else(|_| FORMATS.to_owned());
    for format in formats.split_whitespace() {
        measure(&database, count, format, &[]);
    }
    if count == ASSESSMENTS {
        measure(&database, count, "csv", &["--anonymous"]);
    }
}

/// The reference enterprises of the built-in questionnaire, interviewed and closed.
fn originals(database: &Path) -> usize {
    let identity = Identity { device: "laptop".to_owned(), interviewer: "D. Karimova".to_owned() };
    let mut store = Store::open(database, identity).unwrap();
    let questionnaire = Arc::new(read(BUILTIN[0].text).unwrap().0);
    let now = Zoned::now();
    let full = questionnaire.references.iter().filter(|reference| reference.form == Form::Full);
    for (nth, reference) in full.clone().enumerate() {
        let played = play(&questionnaire, reference, now.clone()).interview;
        let (enterprise, questionnaire) = (format!("Korxona {nth}"), Arc::clone(&questionnaire));
        let new = NewAssessment { enterprise, questionnaire, form: Form::Full, lang: Lang::Uz, previous: None };
        let id = store.create(&new).unwrap();
        let mut interview = Interview::new(Arc::clone(&new.questionnaire), Form::Full, now.clone());
        for ix in new.questionnaire.questions.indices() {
            if !interview.is_asked(ix) || played.answer(ix).response.is_none() {
                continue;
            }
            let change = interview.propose(ix, played.answer(ix).clone()).unwrap();
            let circumstances = Circumstances { lang: Lang::Uz, shown_ms: 9_000, advance: Advance::Next };
            interview.commit(change, circumstances, store.journal(id).as_mut()).unwrap();
            let question = new.questionnaire.questions[ix].id.clone();
            let stay = Stay { since: Timestamp::now(), question, ms: 9_000, lang: Lang::Uz, way: Way::Next };
            store.keep_stay(id, &stay).unwrap();
        }
        interview.set_closed(true, Lang::Uz, store.journal(id).as_mut()).unwrap();
        store.keep_progress(id, interview.progress()).unwrap();
        let ending = Ending { outcome: Outcome::Completed, until: None, reason: String::new() };
        store.keep_visit(id, &ending).unwrap();
    }
    full.count()
}

/// Copies rows until there are so many assessments, each with ids and an enterprise of its own.
fn copy(database: &Path, originals: usize, count: usize) {
    let connection = Connection::open(database).unwrap();
    // The journal is only appended to, one event after the other: here its rows come by the thousand.
    connection.execute_batch("PRAGMA synchronous = OFF; DROP TRIGGER event_follows_the_last;").unwrap();
    let ids: Vec<(String, String)> = {
        let mut query = connection.prepare("SELECT id, enterprise FROM assessment ORDER BY id").unwrap();
        query.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
    };
    connection.execute_batch("BEGIN").unwrap();
    let id = |kind: u64, n: usize| format!("01a20000-0000-7{kind:03x}-8000-{n:012x}");
    for n in originals..count {
        let (of, of_firm) = &ids[n % originals];
        let (new, firm, number) = (id(0, n), id(1, n), n.to_string());
        let run = |sql: &str, parameters: &[&dyn rusqlite::ToSql]| {
            connection.prepare_cached(sql).unwrap().execute(parameters).unwrap();
        };
        run(
            "INSERT INTO enterprise SELECT ?1, name || ' ' || ?2 FROM enterprise WHERE id = ?3",
            &[&firm, &number, of_firm],
        );
        run(
            "INSERT INTO assessment (id, enterprise, questionnaire, form, lang, created, changed, closed, archived,
                 position, progress, target, previous)
             SELECT ?1, ?2, questionnaire, form, lang, created, changed, closed, archived, position, progress, target,
                 previous FROM assessment WHERE id = ?3",
            &[&new, &firm, of],
        );
        run(
            "INSERT INTO event (assessment, sequence, id, time, device, interviewer, action, question, old, new, of,
                 lang, shown_ms, hash)
             SELECT ?1, sequence, printf('01a20000-0000-7%03x-8001-%012x', sequence, CAST(?2 AS INTEGER)), time, device, interviewer,
                 action, question, old, new, of, lang, shown_ms, hash FROM event WHERE assessment = ?3",
            &[&new, &number, of],
        );
        run("INSERT INTO answer SELECT ?1, question, answer, sequence FROM answer WHERE assessment = ?2", &[&new, of]);
        run("INSERT INTO stay SELECT ?1, since, question, ms, lang, way FROM stay WHERE assessment = ?2", &[&new, of]);
        run(
            "INSERT INTO visit SELECT ?1, ?2, ended, device, interviewer, outcome, until, reason FROM visit
             WHERE assessment = ?3",
            &[&id(2, n), &new, of],
        );
    }
    connection.execute_batch("COMMIT; PRAGMA wal_checkpoint(TRUNCATE);").unwrap();
}

/// Exports everything to where it costs nothing to write, and prints what it cost to make.
fn measure(database: &Path, count: usize, format: &str, more: &[&str]) {
    let start = Instant::now();
    let mut command = Command::new(PROGRAM);
    command.args(["--db", database.to_str().unwrap(), "export", "--all", "--format", format]).args(more);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut out = child.stdout.take().unwrap();
    let reader = std::thread::spawn(move || std::io::copy(&mut out, &mut std::io::sink()).unwrap());
    let (mut most, mut worked) = (0, 0.0);
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        most = memory(child.id()).max(most);
        worked = processor(child.id()).max(worked);
        std::thread::sleep(LOOK);
    };
    let (bytes, took) = (reader.join().unwrap(), start.elapsed().as_secs_f64());
    assert!(status.success(), "{format}: {status}");
    println!(
        "{:15} {took:7.2} s, {:5.0} assessments/s; {:5.0} µs of a processor each; {:6.1} MB; most memory {:.1} MB",
        [&[format], more].concat().join(" "),
        count as f64 / took,
        worked * 1e6 / count as f64,
        bytes as f64 / 1e6,
        most as f64 / 1_024.0
    );
}

/// Seconds that all threads of a process have been on a processor, in hundredths; 0 where the system does not tell.
fn processor(process: u32) -> f64 {
    let told = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    // The name before the bracket may hold anything.
    let fields = told.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// The most resident memory of a process so far, in kilobytes; 0 where the system does not tell.
fn memory(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}
