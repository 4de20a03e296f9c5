//! A questionnaire as a paper form that can be read, printed and filled in by hand, with its routing in
//! words.
//!
//! One `sheet::Sheet` is built from questionnaire and texts, and each format is a way to write it down.
//! Scores and weights are left out: they are not for the respondent.

use crate::engine::questionnaire::Questionnaire;
use crate::i18n::Texts;

mod html;
mod markdown;
pub mod sheet;
mod words;

#[cfg(test)]
mod tests;

/// How the form is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Markdown (CommonMark).
    Markdown,
    /// One HTML page that needs no other file.
    Html,
}

/// The questionnaire as a form in the language of `texts`.
pub fn form(questionnaire: &Questionnaire, texts: &Texts, format: Format) -> String {
    let sheet = sheet::sheet(questionnaire, texts);
    match format {
        Format::Markdown => markdown::written(&sheet),
        Format::Html => html::written(&sheet),
    }
}
