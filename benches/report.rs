//! What the formats of a profile cost: an advisor waits for each of them at the table.

#[path = "../tests/support/bare.rs"]
mod bare;

use std::hint::black_box;
use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use tashxis::engine::interview::Interview;
use tashxis::engine::profile::profile;
use tashxis::engine::questionnaire::builtin::BUILTIN;
use tashxis::engine::questionnaire::read::read;
use tashxis::engine::reference::play;
use tashxis::engine::text::Lang;
use tashxis::i18n::Texts;
use tashxis::report::{self, Length};

/// A reference enterprise of the built-in questionnaire.
fn interview() -> Interview {
    let Some(Ok((questionnaire, _))) = BUILTIN.first().map(|file| read(file.text)) else {
        unreachable!("the built-in file is valid")
    };
    let questionnaire = Arc::new(questionnaire);
    let Some(reference) = questionnaire.references.first() else { unreachable!("it has references") };
    play(&questionnaire, reference, Timestamp::UNIX_EPOCH.to_zoned(TimeZone::UTC)).interview
}

fn formats(criterion: &mut Criterion) {
    let (interview, meta) = (interview(), bare::meta("Zarafshon Tekstil MChJ"));
    let (profile, texts) = (profile(&interview), Texts::new(Lang::UzCyrl, TimeZone::UTC));
    let full = report::document(&profile, &interview, &meta, &texts, Length::Full);
    // The simulations behind the intervals are measured in `method`; here they are part of document and workbook.
    criterion.bench_function("the document, simulations included", |bench| {
        bench.iter(|| report::document(black_box(&profile), &interview, &meta, &texts, Length::Full));
    });
    criterion.bench_function("HTML of a document", |bench| bench.iter(|| report::html(black_box(&full))));
    criterion.bench_function("Markdown of a document", |bench| bench.iter(|| report::markdown(black_box(&full))));
    criterion.bench_function("PDF of a document", |bench| {
        bench.iter(|| report::pdf(black_box(&full)).map(|pdf| pdf.bytes.len()));
    });
    criterion.bench_function("XLSX, simulations included", |bench| {
        bench.iter(|| report::xlsx(black_box(&profile), &interview, &meta, &texts).map(|book| book.len()));
    });
}

criterion_group!(benches, formats);
criterion_main!(benches);
