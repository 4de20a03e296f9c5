//! What the method costs: intervals while a person waits, intervals of a batch run.

use std::hint::black_box;
use std::num::NonZeroUsize;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use tashxis::engine::questionnaire::Questionnaire;
use tashxis::engine::questionnaire::builtin::BUILTIN;
use tashxis::engine::questionnaire::read::read;
use tashxis::engine::ranks::{By, Contestant, ranks};
use tashxis::engine::score;
use tashxis::engine::steps::Steps;
use tashxis::engine::uncertainty::{self, Assessed, Evidence, MANY_DRAWS, Options};

/// The built-in questionnaire: 67 items in five areas.
fn questionnaire() -> Questionnaire {
    let Some(Ok((questionnaire, _))) = BUILTIN.first().map(|file| read(file.text)) else {
        unreachable!("the built-in file is valid")
    };
    questionnaire
}

/// An assessment with answers from everywhere and a gap at every ninth item; firms differ by their number.
fn assessment(questionnaire: &Questionnaire, firm: usize) -> Assessed {
    let evidence = questionnaire.questions.enumerate().zip(0..).map(|((_, question), place): (_, usize)| {
        question.item.as_ref()?;
        let score = 25.0 * ((place * 7 + firm * 3 + place * firm) % 5) as f64;
        let gap = (place + firm).is_multiple_of(9);
        let steps =
            Evidence::Steps { down: (score - 25.0).max(0.0), score, up: (score + 25.0).min(100.0), chance: 0.15 };
        Some(if gap { Evidence::Missing } else { steps })
    });
    Assessed::new(questionnaire, evidence.collect())
}

fn intervals(criterion: &mut Criterion) {
    let questionnaire = questionnaire();
    let assessed = assessment(&questionnaire, 0);
    println!("items: {}", questionnaire.items().count());
    let few = Options::default();
    criterion.bench_function("2,000 draws of one assessment", |bench| {
        bench.iter(|| uncertainty::assessed(&questionnaire, black_box(&assessed), &few));
    });
    let two = NonZeroUsize::new(2).unwrap_or(NonZeroUsize::MIN);
    for (name, threads) in [("one thread", NonZeroUsize::MIN), ("two threads", two)] {
        let many = Options { threads, ..few.drawing(MANY_DRAWS) };
        criterion.bench_function(&format!("20,000 draws, {name}"), |bench| {
            bench.iter(|| uncertainty::assessed(&questionnaire, black_box(&assessed), &many));
        });
    }
    criterion.bench_function("the index without each item", |bench| {
        bench.iter(|| uncertainty::omissions(&questionnaire, black_box(&assessed.scores)));
    });
}

/// A pool as large as a country's programme.
const FIRMS: usize = 1_000;

/// Point scores of as many assessments.
const MANY: usize = 100_000;

fn pools(criterion: &mut Criterion) {
    let questionnaire = questionnaire();
    let firms: Vec<Assessed> = (0..FIRMS).map(|firm| assessment(&questionnaire, firm)).collect();
    let contest: Vec<Contestant> =
        (0..).zip(&firms).map(|(subject, assessed)| Contestant { subject, assessed }).collect();
    let threads = NonZeroUsize::new(2).unwrap_or(NonZeroUsize::MIN);
    let options = Options { threads, ..Options::default() };
    criterion.bench_function("places of 1,000 firms, 2,000 draws, two threads", |bench| {
        bench.iter(|| ranks(&questionnaire, black_box(&contest), &options, By::Headline, &Steps::default()));
    });
    criterion.bench_function("point scores of 100,000 assessments", |bench| {
        bench.iter(|| {
            let scored = firms.iter().cycle().take(MANY);
            scored
                .map(|firm| score::score(&questionnaire, black_box(&firm.scores.items).clone()))
                .fold(0.0, |sum, of| sum + of.index.map_or(0.0, |index| index.headline))
        });
    });
    let scores = &firms.first().map_or_else(|| assessment(&questionnaire, 0), Clone::clone).scores;
    let steps = scores.items.map(|state| Some((state.as_ref()?.score()? + 25.0).min(100.0)));
    criterion.bench_function("gain of every item of one assessment", |bench| {
        bench.iter(|| score::levers(&questionnaire, black_box(scores), &steps));
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20).measurement_time(Duration::from_secs(3));
    targets = intervals, pools
}
criterion_main!(benches);
