//! What it costs to open a questionnaire, and to follow one answer through routing, checks and scores.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at what it cannot do"
)]

use std::hint::black_box;
use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use jiff::tz::TimeZone;
use tashxis::engine::answer::{Answer, Value};
use tashxis::engine::interview::memory::MemoryJournal;
use tashxis::engine::interview::{Advance, Circumstances, Form, Interview};
use tashxis::engine::profile::profile;
use tashxis::engine::questionnaire::Kind;
use tashxis::engine::questionnaire::builtin::BUILTIN;
use tashxis::engine::questionnaire::generate::generated;
use tashxis::engine::questionnaire::read::read;
use tashxis::engine::score;
use tashxis::engine::text::Lang;

/// The largest questionnaire that is measured.
const LARGE: usize = 3_000;

fn interview(text: &str) -> Interview {
    let Ok((questionnaire, _)) = read(text) else { unreachable!("the file is valid") };
    Interview::new(Arc::new(questionnaire), Form::Full, jiff::Timestamp::UNIX_EPOCH.to_zoned(TimeZone::UTC))
}

fn opening(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("open a questionnaire");
    group.sample_size(20);
    for builtin in BUILTIN {
        group.bench_function(builtin.file, |bench| bench.iter(|| read(black_box(builtin.text)).is_ok()));
    }
    for questions in [1_000, LARGE] {
        let text = generated(questions);
        group.bench_function(format!("{questions} questions"), |bench| bench.iter(|| read(black_box(&text)).is_ok()));
    }
    group.finish();
}

/// Sets a level to one value and the other by turns, so that every answer changes the routing: the level
/// on which most questions depend.
fn answering(criterion: &mut Criterion) {
    let mut interview = interview(&generated(LARGE));
    let questionnaire = Arc::clone(interview.questionnaire());
    let levels = questionnaire.questions.enumerate().filter(|(_, it)| matches!(it.kind, Kind::Level { .. }));
    let most = levels.max_by_key(|(ix, _)| (interview.is_asked(*ix), questionnaire.dependents[*ix].len()));
    let Some((head, _)) = most else { unreachable!("there are levels") };
    let circumstances = Circumstances { lang: Lang::En, shown_ms: 0, advance: Advance::Next };
    let mut level = 0;
    let mut answer = |interview: &mut Interview| {
        level = 4 - level;
        let mut journal = MemoryJournal::default();
        if let Ok(change) = interview.propose(head, Answer::from(Value::Level(level))) {
            let _ = interview.commit(change, circumstances, &mut journal);
        }
        journal.events.len()
    };
    let mut group = criterion.benchmark_group(format!("{LARGE} questions"));
    group.bench_function("one answer, routing included", |bench| bench.iter(|| answer(&mut interview)));
    group.bench_function("all checks and constraints", |bench| bench.iter(|| interview.review()));
    group.bench_function("all scores", |bench| {
        bench.iter(|| score::score(interview.questionnaire(), interview.item_states()));
    });
    group.bench_function("progress", |bench| bench.iter(|| interview.progress()));
    group.bench_function("the whole profile", |bench| bench.iter(|| profile(black_box(&interview))));
    group.finish();
}

criterion_group!(benches, opening, answering);
criterion_main!(benches);
