//! What it costs to compute a profile, and what each possible step would gain.
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
use tashxis::engine::questionnaire::generate::generated;
use tashxis::engine::questionnaire::read::read;
use tashxis::engine::questionnaire::{Kind, Question};
use tashxis::engine::score;
use tashxis::engine::text::Lang;

/// As many questions as a long form has.
const QUESTIONS: usize = 120;

/// An answer from the middle of what a question offers.
fn answer(question: &Question) -> Option<Answer> {
    let value = match &question.kind {
        Kind::Level { anchors } => Value::Level((anchors.len() / 2) as u8),
        Kind::SelectOne(choices) => Value::Choice(choices.list.first()?.id.clone()),
        Kind::SelectMultiple(choices) => Value::Choices(vec![choices.list.first()?.id.clone()]),
        Kind::Integer { .. } => Value::Integer(3),
        Kind::Decimal { .. } => Value::Decimal(3.5),
        Kind::Text { .. } | Kind::Date | Kind::Note | Kind::Calculate(_) => return None,
    };
    Some(Answer::from(value))
}

fn interview() -> Interview {
    let Ok((questionnaire, _)) = read(&generated(QUESTIONS)) else { unreachable!("the generated file is valid") };
    let questionnaire = Arc::new(questionnaire);
    let now = jiff::Timestamp::UNIX_EPOCH.to_zoned(TimeZone::UTC);
    let mut interview = Interview::new(questionnaire.clone(), Form::Full, now);
    let circumstances = Circumstances { lang: Lang::En, shown_ms: 0, advance: Advance::Stay };
    let mut journal = MemoryJournal::default();
    for (ix, question) in questionnaire.questions.enumerate() {
        let change = answer(question).and_then(|answer| interview.propose(ix, answer).ok());
        if let Some(change) = change {
            let _ = interview.commit(change, circumstances, &mut journal);
        }
    }
    interview
}

fn scoring(criterion: &mut Criterion) {
    let interview = interview();
    let questionnaire = interview.questionnaire();
    let states = interview.item_states();
    let scores = score::score(questionnaire, states.clone());
    let steps = states.map(|state| Some((state.as_ref()?.score()? + 25.0).min(100.0)));
    println!("levers: {}, advice: {}", profile(&interview).levers.len(), profile(&interview).advice.len());

    criterion.bench_function("scores of one assessment", |bench| {
        bench.iter(|| score::score(questionnaire, black_box(states.clone())));
    });
    criterion.bench_function("gain of every item", |bench| {
        bench.iter(|| score::levers(questionnaire, black_box(&scores), &steps));
    });
    criterion.bench_function("profile of one assessment", |bench| bench.iter(|| profile(black_box(&interview))));
}

criterion_group!(benches, scoring);
criterion_main!(benches);
