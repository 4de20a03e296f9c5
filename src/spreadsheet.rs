//! A questionnaire as a spreadsheet that an enterprise fills in and sends back: written, read, and judged.
//!
//! One question a row. What was filled in is judged as if it had been typed at the question: the same parser, the same
//! conditions, the same routing. Knows nothing of files and databases: bytes go out and come in, and what comes out of
//! a sound file are the events of a new journal.

use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::engine::id::{AssessmentId, QuestionnaireId};
use crate::engine::interview::Form;
use crate::engine::text::{Lang, folded};
use crate::i18n::Texts;

mod csv;
mod filled;
mod grid;
mod judge;
mod plan;
#[cfg(test)]
mod tests;
mod typed;
mod xlsx;

pub use csv::csv;
pub use filled::{Entry, Filled};
pub use grid::{Grid, Kind, MOST_BYTES};
pub use judge::{Sound, judged};
pub use xlsx::xlsx;

/// A column of the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// The permanent name of the question; of what stands about the file itself, a word behind `#`.
    Question,
    /// The section.
    Section,
    /// The question and its hints.
    Text,
    /// What kind of answer fits.
    Expected,
    /// The answer.
    Answer,
    /// Why there is none.
    Reason,
    /// A comment.
    Comment,
}

impl Column {
    /// All columns in their order, with the keys of their headings and their widths.
    pub const ALL: [(Self, &'static str, f64); 7] = [
        (Self::Question, "spreadsheet-column-question", 12.0),
        (Self::Section, "spreadsheet-column-section", 18.0),
        (Self::Text, "spreadsheet-column-text", 52.0),
        (Self::Expected, "spreadsheet-column-expected", 40.0),
        (Self::Answer, "spreadsheet-column-answer", 36.0),
        (Self::Reason, "spreadsheet-column-reason", 22.0),
        (Self::Comment, "spreadsheet-column-comment", 32.0),
    ];

    /// Those that are filled in.
    pub const OPEN: [Self; 3] = [Self::Answer, Self::Reason, Self::Comment];

    /// Its place, from 0.
    pub fn place(self) -> u16 {
        (0..).zip(Self::ALL).find(|(_, (column, ..))| *column == self).map_or(0, |(place, _)| place)
    }
}

/// A reason for no answer, as it is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// "I do not know."
    DontKnow,
    /// "I prefer not to answer."
    Refused,
    /// "This does not apply to us"; why stands in the comment.
    NotApplicable,
}

impl Reason {
    /// All of them with their names and the keys of their words.
    pub const ALL: [(Self, &'static str, &'static str); 3] = [
        (Self::DontKnow, "dont_know", "spreadsheet-dont-know"),
        (Self::Refused, "refused", "spreadsheet-refused"),
        (Self::NotApplicable, "not_applicable", "spreadsheet-not-applicable"),
    ];
}

/// What a file tells about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Which sending-out of the questionnaire this is, so that a file that comes back twice is known.
    pub id: Uuid,
    /// The questionnaire.
    pub questionnaire: QuestionnaireId,
    /// Its version.
    pub version: String,
    /// The hash of its text.
    pub hash: String,
    /// All questions, or the quick form.
    pub form: Form,
    /// The language it is written in.
    pub lang: Lang,
    /// The enterprise's name; empty until somebody fills it in.
    pub firm: String,
}

/// The lines about the file itself, with the keys of their labels.
const LINES: [(Line, &str, &str); 7] = [
    (Line::Firm, "#firm", "spreadsheet-line-firm"),
    (Line::Questionnaire, "#questionnaire", "spreadsheet-line-questionnaire"),
    (Line::Version, "#version", "spreadsheet-line-version"),
    (Line::Hash, "#hash", "spreadsheet-line-hash"),
    (Line::Form, "#form", "spreadsheet-line-form"),
    (Line::Lang, "#language", "spreadsheet-line-language"),
    (Line::Id, "#assessment", "spreadsheet-line-id"),
];

/// A line about the file itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Line {
    Firm,
    Questionnaire,
    Version,
    Hash,
    Form,
    Lang,
    Id,
}

/// The words of the two forms, which every language leaves as they are.
const FORMS: [(Form, &str); 2] = [(Form::Full, "full"), (Form::Quick, "quick")];

impl Stamp {
    /// The assessment that a file with this stamp becomes. It follows from the template and the enterprise, so that one
    /// template can be sent to many enterprises, and what comes back twice is known.
    pub fn assessment(&self) -> AssessmentId {
        let told = Sha256::new().chain_update(self.id.as_bytes()).chain_update(alike(&self.firm)).finalize();
        // The moment at which the template was made stands first, as in every id.
        let mut bytes = *self.id.as_bytes();
        for (byte, told) in bytes.iter_mut().skip(6).zip(told) {
            *byte = told;
        }
        let version = uuid::Version::SortRand;
        AssessmentId(
            uuid::Builder::from_bytes(bytes).with_version(version).with_variant(uuid::Variant::RFC4122).into_uuid(),
        )
    }

    fn line(&self, line: Line) -> String {
        match line {
            Line::Firm => self.firm.clone(),
            Line::Questionnaire => self.questionnaire.to_string(),
            Line::Version => self.version.clone(),
            Line::Hash => self.hash.clone(),
            Line::Form => FORMS.iter().find(|(form, _)| *form == self.form).map_or("", |(_, word)| word).to_owned(),
            Line::Lang => self.lang.tag().to_owned(),
            Line::Id => self.id.to_string(),
        }
    }
}

/// Why a spreadsheet could not be written.
pub type Unwritten = rust_xlsxwriter::XlsxError;

/// The texts of the languages that are written; what is derived from them folds to the same.
fn languages() -> Vec<Texts> {
    [Lang::Uz, Lang::Ru, Lang::En].map(|lang| Texts::new(lang, TimeZone::UTC)).into()
}

/// Texts as they are compared: signs, spaces and capitals do not matter, nor does the alphabet.
fn alike(text: &str) -> String {
    folded(text.trim()).split_whitespace().collect::<Vec<_>>().join(" ")
}
