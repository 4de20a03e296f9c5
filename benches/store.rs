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
use tashxis::store::{Costs, Header, Identity, Key, Passphrase, Store};

const COMMITS: u32 = 2_000;
const ASSESSMENTS: usize = 1_000;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let passphrase = Passphrase::new("ikki daryo oraligʻi");
    let folder = tempfile::tempdir().unwrap();
    commits("plain", open(&folder.path().join("plain.db"), None));
    let path = folder.path().join("encrypted.db");
    drop(open(&path, None));
    let key = Key::fresh(&passphrase, Costs::USUAL).unwrap();
    Store::convert(&path, None, Some(&key)).unwrap();
    commits("encrypted", open(&path, Some(&key)));
    let path = folder.path().join("tashxis.db");
    fill(&path);
    criterion.bench_function("open a database of 1,000 assessments and list them", |bencher| {
        bencher.iter(|| open(&path, None).summaries().unwrap().len());
    });
    criterion.bench_function("the key of a passphrase", |bencher| {
        let header = Header::read(&folder.path().join("encrypted.db")).unwrap().unwrap();
        bencher.iter(|| Key::derive(&passphrase, header).unwrap());
    });
    Store::convert(&path, None, Some(&key)).unwrap();
    criterion.bench_function("open it encrypted, with its key, and list them", |bencher| {
        bencher.iter(|| open(&path, Some(&key)).summaries().unwrap().len());
    });
    let store = open(&path, Some(&key));
    let id = store.summaries().unwrap()[0].id;
    criterion.bench_function("read one assessment of it, encrypted", |bencher| {
        bencher.iter(|| Library::open(&store, id).unwrap());
    });
    criterion.final_summary();
}

fn open(path: &Path, key: Option<&Key>) -> Store {
    Store::unlock(path, Identity { device: "bench".to_owned(), interviewer: String::new() }, key).unwrap()
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
fn commits(kind: &str, mut store: Store) {
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
        "durable commit of one answer, {kind}, {COMMITS} times: p50 {:?}, p95 {:?}, p99 {:?}, slowest {:?}",
        percentile(50),
        percentile(95),
        percentile(99),
        percentile(100)
    );
}

fn fill(path: &Path) {
    let mut store = open(path, None);
    for n in 0..ASSESSMENTS {
        let id = begin(&mut store, format!("Korxona {n}"));
        for answered in 0..5 {
            answer(&mut store, id, answered);
        }
    }
}
