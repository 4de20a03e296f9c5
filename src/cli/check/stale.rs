//! What a catalogue holds that has grown old by a day, for people and for programs.

use jiff::civil::Date;
use serde::Serialize;

use crate::engine::catalogue::{Catalogue, Stale, StaleReason, stale};
use crate::engine::text::Message;
use crate::i18n::Texts;

/// One stale record for programs.
#[derive(Debug, Serialize)]
pub(super) struct StaleOutput {
    record: String,
    reason: &'static str,
    due: Date,
    verified_on: Date,
}

/// The lines that say what is stale on a day.
pub(super) fn lines(catalogue: &Catalogue, day: Date, texts: &Texts) -> String {
    let found = stale(catalogue, day);
    let said = texts.date(day);
    if found.is_empty() {
        return texts.say(&Message::new("catalogue-stale-none").with("day", said)) + "\n";
    }
    let heading = Message::new("catalogue-stale-count").with("day", said).with("count", found.len());
    let line = |stale: &Stale<'_>| {
        let (key, due) = match stale.reason {
            StaleReason::ReviewDue(due) => ("catalogue-stale-review", due),
            StaleReason::Ended(due) => ("catalogue-stale-ended", due),
        };
        let message = Message::new(key).with("record", stale.record).with("due", due.to_string());
        format!("  {}\n", texts.say(&message.with("verified", stale.verified_on.to_string())))
    };
    texts.say(&heading) + "\n" + &found.iter().map(line).collect::<String>()
}

/// The same for programs.
pub(super) fn output(catalogue: &Catalogue, day: Date) -> Vec<StaleOutput> {
    let output = |stale: Stale<'_>| {
        let (reason, due) = match stale.reason {
            StaleReason::ReviewDue(due) => ("review-due", due),
            StaleReason::Ended(due) => ("ended", due),
        };
        StaleOutput { record: stale.record.to_owned(), reason, due, verified_on: stale.verified_on }
    };
    stale(catalogue, day).into_iter().map(output).collect()
}
