//! Dated records on programmes, bodies, laws and the like that advice may name, and how they age.
//!
//! A catalogue is data of its own: of a country, of a region, or of nobody. Where none is at hand the
//! empty one serves, and advice names nobody. Knows nothing of where a catalogue is kept.

use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use super::expr::Expr;
use super::text::{Lang, Localized};

mod age;
mod condition;
mod keys;
mod mention;
mod read;
mod schema;
#[cfg(test)]
mod tests;

pub use age::{Reason, Stale, StaleReason, State, stale, state};
pub use condition::against;
pub use mention::{Mention, mentions, unmatched};
pub use read::{is_one, read};
pub use schema::schema;

/// The file's name in the project.
pub const BUILTIN_FILE: &str = "questionnaires/catalogue-uz.toml";
/// The catalogue that comes with the program.
pub const BUILTIN: &str = include_str!("../../questionnaires/catalogue-uz.toml");

/// What a catalogue file says.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// The permanent name; empty for no catalogue.
    pub id: String,
    /// The version, semantic.
    pub version: String,
    /// The languages in which every text exists.
    pub languages: Vec<Lang>,
    /// The name shown to people.
    pub title: Localized,
    /// The day on which it was last gone through as a whole.
    pub verified_on: Option<Date>,
    /// When any of its records may be named: the enterprises it is meant for.
    pub applies_when: Option<Condition>,
    /// The records, in the order of the file.
    pub records: Vec<Record>,
    /// Neutral texts, in the words of its country.
    pub generics: Vec<Generic>,
    /// The questions that its conditions read, by the index that stands for them there.
    pub(crate) names: Arc<[String]>,
}

impl Catalogue {
    /// The record of that name.
    pub fn find(&self, id: &str) -> Option<&Record> {
        self.records.iter().find(|record| record.id == id)
    }

    /// The neutral text of that name.
    pub fn generic(&self, id: &str) -> Option<&Generic> {
        self.generics.iter().find(|generic| generic.id == id)
    }

    /// Whether there is none: nobody is named.
    pub const fn is_empty(&self) -> bool {
        self.records.is_empty()
    }
}

/// A condition on the answers of an interview. A question that its questionnaire does not have counts
/// as not answered.
#[derive(Clone, Debug)]
pub struct Condition {
    expr: Expr,
    /// Where it is written.
    place: Range<usize>,
}

/// Words for whom to turn to that name nobody in particular.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generic {
    /// The permanent name.
    pub id: String,
    /// The text.
    pub text: Localized,
}

/// One programme, body, law, incentive, statistic, network or event.
#[derive(Clone, Debug)]
pub struct Record {
    /// The permanent name.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Its present name.
    pub names: Localized,
    /// Names that must not be used for it any more.
    pub former_names: Vec<Localized>,
    /// Whether it exists.
    pub status: Status,
    /// Which enterprises it is for; all, if absent.
    pub applies_when: Option<Condition>,
    /// The first day on which it holds.
    pub valid_from: Option<Date>,
    /// The last day on which it holds.
    pub valid_until: Option<Date>,
    /// The day on which its sources were read.
    pub verified_on: Date,
    /// The last day on which it may be named without a reserve.
    pub review_by: Date,
    /// How sure it is.
    pub confidence: Confidence,
    /// Where it is said; at least one.
    pub sources: Vec<Source>,
    /// The neutral text that stands in for it.
    pub generic: String,
    /// What it offers, in a sentence.
    pub what: Localized,
    /// What it offers to some; the first that holds stands in for `what`.
    pub cases: Vec<Case>,
    /// A record that is said along with it, because what it offers depends on that.
    pub gate: Option<String>,
}

/// What a record offers to the enterprises that a condition holds for.
#[derive(Clone, Debug)]
pub struct Case {
    /// Which.
    pub when: Condition,
    /// The sentence for them.
    pub what: Localized,
}

/// Where a record is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// What is cited.
    pub title: String,
    /// Where it can be read.
    pub address: String,
    /// When it was published, or read if that is not known: a day, a month or a year.
    pub date: String,
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$each])* $variant),+
        }

        impl $name {
            /// Every value with the word that stands for it in a file.
            pub const ALL: &[(Self, &str)] = &[$((Self::$variant, $word)),+];
            /// The words.
            pub(crate) const WORDS: &[&str] = &[$($word),+];

            /// The word in a file.
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }

            /// The value of a word.
            pub fn of(word: &str) -> Option<Self> {
                Self::ALL.iter().find(|(_, known)| *known == word).map(|(value, _)| *value)
            }
        }
    };
}

words! {
    /// What a record is about. Decides how long it may be trusted where the file does not say.
    Kind {
        /// Something with a purpose, money and an end.
        Programme = "programme",
        /// An office, an agency, a university, a zone.
        Body = "body",
        /// An act.
        Law = "law",
        /// A relief of tax or customs, a subsidy.
        Incentive = "incentive",
        /// A number of official statistics.
        Statistic = "statistic",
        /// A circle that one can join.
        Network = "network",
        /// A call with a deadline, a fair with a date.
        Event = "event",
    }
}

words! {
    /// Whether what a record is about exists.
    Status {
        /// It does.
        Active = "active",
        /// It comes back from time to time.
        Recurring = "recurring",
        /// It is over.
        Closed = "closed",
        /// It goes on under another name.
        Renamed = "renamed",
        /// It is a plan.
        Proposed = "proposed",
        /// Nobody has looked, or nobody can tell.
        Unknown = "unknown",
    }
}

words! {
    /// How sure a record is.
    Confidence {
        /// An official page, or two independent sources.
        High = "high",
        /// One secondary source.
        Medium = "medium",
        /// Indirect, old or remembered: never named.
        Low = "low",
    }
}
