//! The tables and keys of a catalogue file: behind the check of its shape, hints and the JSON Schema.

use super::{Confidence, Kind, Status};
use crate::engine::questionnaire::keys::{Holds, Key, Table};

const MANY: usize = 10_000;

/// The file as a whole.
pub(super) static FILE: Table = Table {
    name: "catalogue",
    doc: "Dated records on programmes, bodies, laws and the like that advice may name.",
    keys: &[
        Key::new("format", Holds::Format, "The version of this format: 1.").needed(),
        Key::new("id", Holds::Id, "The permanent name of the catalogue.").needed(),
        Key::new("version", Holds::Version, "The version of the catalogue, semantic: 1.0.0.").needed(),
        Key::new("languages", Holds::List(&Holds::Language, 1, 3), "The languages in which every text exists.")
            .needed(),
        Key::new("title", Holds::Text, "The name shown to people.").needed(),
        Key::new("verified_on", Holds::Day, "The day on which it was last gone through as a whole.").needed(),
        Key::new("applies_when", Holds::Expression, "The enterprises it is meant for; all, if absent."),
        Key::new("generic", Holds::List(&Holds::Table(&GENERIC), 1, MANY), "Neutral texts that name nobody."),
        Key::new("record", Holds::List(&Holds::Table(&RECORD), 0, MANY), "What may be named."),
    ],
};

static GENERIC: Table = Table {
    name: "generic",
    doc: "Words for whom to turn to that name nobody in particular.",
    keys: &[
        Key::new("id", Holds::Id, "The permanent name.").needed(),
        Key::new("text", Holds::Text, "The text.").needed(),
    ],
};

static RECORD: Table = Table {
    name: "record",
    doc: "A programme, body, law, incentive, statistic, network or event.",
    keys: &[
        Key::new("id", Holds::Id, "The permanent name.").needed(),
        Key::new("kind", Holds::OneOf(Kind::WORDS), "What it is.").needed(),
        Key::new("names", Holds::Text, "Its present name.").needed(),
        Key::new("former_names", Holds::List(&Holds::Text, 0, 100), "Names that must not be used any more."),
        Key::new("status", Holds::OneOf(Status::WORDS), "Only active and recurring ones are named.").needed(),
        Key::new("applies_when", Holds::Expression, "Which enterprises it is for; all, if absent."),
        Key::new("valid_from", Holds::Day, "The first day on which it holds."),
        Key::new("valid_until", Holds::Day, "The last day on which it holds; after it the neutral text is said."),
        Key::new("verified_on", Holds::Day, "The day on which its sources were read.").needed(),
        Key::new("review_by", Holds::Day, "The last day on which it is named without a reserve; by kind, if absent."),
        Key::new("confidence", Holds::OneOf(Confidence::WORDS), "Records of low confidence are not named.").needed(),
        Key::new("sources", Holds::List(&Holds::Table(&SOURCE), 1, 20), "Where it is said.").needed(),
        Key::new("generic", Holds::Id, "The neutral text that stands in for it.").needed(),
        Key::new("what", Holds::Text, "What it offers, in a sentence.").needed(),
        Key::new("cases", Holds::List(&Holds::Table(&CASE), 1, 100), "Other sentences for some; the first that holds."),
        Key::new("gate", Holds::Id, "A record that is said along with it."),
    ],
};

static SOURCE: Table = Table {
    name: "source",
    doc: "Where a record is said.",
    keys: &[
        Key::new("title", Holds::Word, "What is cited.").needed(),
        Key::new("address", Holds::Word, "Where it can be read.").needed(),
        Key::new("date", Holds::Dated, "When it was published, or read: a day, a month or a year.").needed(),
    ],
};

static CASE: Table = Table {
    name: "case",
    doc: "What a record offers to some.",
    keys: &[
        Key::new("when", Holds::Expression, "Whom it is for.").needed(),
        Key::new("what", Holds::Text, "The sentence for them.").needed(),
    ],
};
