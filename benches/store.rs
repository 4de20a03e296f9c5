//! What a person waits for: one answer made durable, and the list of a thousand assessments.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench that cannot go on has nothing to report")]

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use criterion::Criterion;
use tashxis::engine::answer::{Answer, Value};
use tashxis::engine::id::AssessmentId;
use tashxis::engine::interview::Form;
use tashxis::engine::interview::journal::{AnswerChange, EventAction, NewEvent};
use tashxis::engine::library::{Library, NewAssessment};
use tashxis::engine::questionnaire::read::read;
use tashxis::engine::questionnaire::sample::SAMPLE;
use tashxis::engine::text::Lang;
use tashxis::store::{Identity, Store};

const COMMITS: u32 = 2_000;
const ASSESSMENTS: usize = 1_000;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    commits();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tashxis.db");
    fill(&path);
    criterion.bench_function("open a database of 1,000 assessments and list them", |bencher| {
        bencher.iter(|| open(&path).summaries().unwrap().len());
    });
    let store = open(&path);
    let id = store.summaries().unwrap()[0].id;
    criterion
        .bench_function("read one assessment of it", |bencher| bencher.iter(|| Library::open(&store, id).unwrap()));
    criterion.final_summary();
}

fn open(path: &Path) -> Store {
    Store::open(path, Identity { device: "bench".to_owned(), interviewer: String::new() }).unwrap()
}

fn begin(store: &mut Store, enterprise: String) -> AssessmentId {
    let questionnaire = Arc::new(read(SAMPLE).unwrap().0);
    store
        .create(&NewAssessment { enterprise, questionnaire, form: Form::Full, lang: Lang::Uz, previous: None })
        .unwrap()
}

/// Answers one question with `new`, which was answered with `new - 1` before.
fn answer(store: &mut Store, id: AssessmentId, new: u32) {
    let value = |n: u32| Answer::from(Value::Integer(n.into()));
    let old = if new == 0 { Answer::default() } else { value(new - 1) };
    let change = AnswerChange { question: "F3".into(), old, new: value(new) };
    let action = EventAction::Answer(change);
    let event = NewEvent { action, lang: Lang::Uz, shown_ms: 900, position: Some("F4".into()) };
    store.journal(id).append(&event).unwrap();
}

/// Times every commit by itself, because the slowest are the ones that a person feels.
fn commits() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(&folder.path().join("tashxis.db"));
    let id = begin(&mut store, "Zavod".to_owned());
    let mut times: Vec<Duration> = (0..COMMITS)
        .map(|n| {
            let start = Instant::now();
            answer(&mut store, id, n);
            start.elapsed()
        })
        .collect();
    times.sort();
    let percentile = |p: usize| times[(times.len() - 1) * p / 100];
    println!(
        "durable commit of one answer, {COMMITS} times: p50 {:?}, p95 {:?}, p99 {:?}, slowest {:?}",
        percentile(50),
        percentile(95),
        percentile(99),
        percentile(100)
    );
}

fn fill(path: &Path) {
    let mut store = open(path);
    for n in 0..ASSESSMENTS {
        let id = begin(&mut store, format!("Korxona {n}"));
        for answered in 0..5 {
            answer(&mut store, id, answered);
        }
    }
}
