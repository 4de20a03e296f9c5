//! Many assessments as one table: an assessment a row, a variable a column; or an answer a row.
//!
//! Written as CSV, XLSX, Stata and SPSS files. Knows questionnaires and interviews; knows nothing of databases and
//! files: rows come from a [`Source`] that can be read more than once, bytes go to a writer. Memory does not grow
//! with the number of assessments.

use std::io::{self, Write};
use std::sync::Arc;

use crate::engine::interview::Interview;
use crate::engine::interview::journal::JournalError;
use crate::engine::library::{Passage, Summary};
use crate::engine::questionnaire::Questionnaire;
use crate::engine::score;
use crate::engine::visit::Effort;
use crate::i18n::Texts;

mod answers;
mod cell;
mod codebook;
mod csv;
mod name;
mod privacy;
mod spss;
mod stata;
mod variable;
mod xlsx;

pub use cell::{Cell, Missing, harmless};
pub use csv::{codebook, long, wide};
pub use privacy::{FEWEST, Masked, Privacy, TextPolicy};
pub use spss::spss;
pub use stata::stata;
pub use variable::{Code, Label, Values, Variable};
pub use xlsx::{Waiting, xlsx};

/// One assessment, ready to become a row.
#[derive(Clone, Debug)]
pub struct Subject {
    /// What the list shows of it.
    pub summary: Summary,
    /// Its answers, routed.
    pub interview: Interview,
    /// Who interviewed, in order of appearance; nobody in a self-assessment.
    pub interviewers: Vec<String>,
    /// How each question was passed, in the order of the questionnaire. Empty unless asked for.
    pub passages: Vec<Passage>,
    /// How long it took in all, if that was recorded.
    pub effort: Option<Effort>,
}

/// Appends what is made of an assessment that may be shown.
type Showing<'s> = dyn Fn(&Subject, &mut Vec<u8>) -> Result<(), Error> + Sync + 's;

/// Takes one row after the other.
type Taker<'t> = dyn FnMut(&[Cell]) -> Result<(), Error> + 't;

/// Where rows come from. It gives the same rows in the same order each time it is read.
pub trait Source {
    /// Hands over every assessment, one after the other.
    ///
    /// # Errors
    /// What the source could not read, or what the taker answered.
    fn each(&self, take: &mut dyn FnMut(Subject) -> Result<(), Error>) -> Result<(), Error>;

    /// Writes what is made of every assessment, in their order. Where assessments can be read at the same time, this
    /// is done on every core.
    ///
    /// # Errors
    /// As above, and what could not be written.
    fn written(&self, make: &Making, to: &mut dyn Write) -> Result<(), Error> {
        let mut bytes = Vec::new();
        self.each(&mut |subject| {
            bytes.clear();
            make(subject, &mut bytes)?;
            Ok(to.write_all(&bytes)?)
        })
    }
}

/// Appends what is made of an assessment.
pub type Making<'m> = dyn Fn(Subject, &mut Vec<u8>) -> Result<(), Error> + Sync + 'm;

/// Why a table could not be written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// An assessment could not be read.
    #[error(transparent)]
    Read(#[from] JournalError),
    /// The bytes could not be written.
    #[error(transparent)]
    Write(#[from] io::Error),
    /// A spreadsheet could not be made.
    #[error(transparent)]
    Sheet(#[from] rust_xlsxwriter::XlsxError),
    /// There is more than the format can hold.
    #[error("the format holds at most {most} {what}")]
    Full {
        /// What there is too much of.
        what: &'static str,
        /// How much would be possible.
        most: usize,
    },
}

impl From<::csv::Error> for Error {
    fn from(error: ::csv::Error) -> Self {
        Self::Write(error.into())
    }
}

/// A table of assessments of one questionnaire, whatever their versions.
pub struct Dataset<'a> {
    /// The columns.
    pub variables: Vec<Variable>,
    /// The newest version of the questionnaire among the rows.
    pub questionnaire: Arc<Questionnaire>,
    source: &'a dyn Source,
    privacy: Option<Privacy>,
}

impl<'a> Dataset<'a> {
    /// Lays the columns out. `versions` are the versions of the questionnaire that the rows follow, newest first;
    /// `None` without any.
    pub fn new(versions: &[Arc<Questionnaire>], source: &'a dyn Source) -> Option<Self> {
        let questionnaire = Arc::clone(versions.first()?);
        Some(Self { variables: variable::all(versions), questionnaire, source, privacy: None })
    }

    /// The same without what tells who a row is. Reads the rows once to find what is rare.
    ///
    /// # Errors
    /// What the source could not read.
    pub fn masked(mut self, key: &[u8], texts: TextPolicy) -> Result<Self, Error> {
        let privacy = Privacy::find(&self, key, texts)?;
        self.variables.retain(|variable| privacy.keeps(variable));
        self.privacy = Some(privacy);
        Ok(self)
    }

    /// What was taken away, where something was.
    pub fn removed(&self) -> Option<Masked> {
        self.privacy.as_ref().map(Privacy::removed)
    }

    /// Every assessment, without what tells who it is where that is to go.
    fn subjects(&self, take: &mut dyn FnMut(&Subject) -> Result<(), Error>) -> Result<(), Error> {
        self.source.each(&mut |subject| match &self.privacy {
            Some(privacy) => take(&privacy.hidden(subject)),
            None => take(&subject),
        })
    }

    /// Writes what is made of every assessment, without what tells who it is where that is to go.
    fn written(&self, make: &Showing, to: &mut dyn Write) -> Result<(), Error> {
        let privacy = self.privacy.as_ref();
        let hiding = |subject, bytes: &mut Vec<u8>| match privacy {
            Some(privacy) => make(&privacy.hidden(subject), bytes),
            None => make(&subject, bytes),
        };
        self.source.written(&hiding, to)
    }

    /// Every row, cell by cell.
    fn rows(&self, take: &mut Taker) -> Result<(), Error> {
        self.subjects(&mut |subject| take(&cells(&self.variables, self.privacy.as_ref(), subject)))
    }

    /// The name of each column with its label in a language.
    fn labels(&self, texts: &Texts) -> Vec<String> {
        self.variables.iter().map(|variable| variable.label.said(texts)).collect()
    }
}

/// The row of an assessment.
fn cells(variables: &[Variable], privacy: Option<&Privacy>, subject: &Subject) -> Vec<Cell> {
    let scores = score::score(subject.interview.questionnaire(), subject.interview.item_states());
    let cell = |variable: &Variable| {
        let cell = variable.cell(subject, &scores);
        match privacy {
            Some(privacy) => privacy.masked(variable, cell),
            None => cell,
        }
    };
    variables.iter().map(cell).collect()
}
