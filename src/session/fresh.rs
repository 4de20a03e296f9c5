//! A new assessment: the enterprise's name, and what its forms ask.

use std::sync::Arc;

use super::Desk;
use crate::engine::id::QuestionnaireId;
use crate::engine::interview::Form;
use crate::engine::interview::journal::JournalError;
use crate::engine::library::{NewAssessment, Summary};
use crate::engine::questionnaire::timing::{belongs, most_minutes};
use crate::engine::questionnaire::{Question, Questionnaire};
use crate::engine::text::Message;
use crate::i18n::Texts;

/// The longest name of an enterprise, in characters.
const LONGEST_NAME: usize = 200;

/// Why a name cannot be that of an enterprise.
pub fn unfit(name: &str) -> Option<Message> {
    match name.trim().chars().count() {
        0 => Some(Message::new("new-name-missing")),
        1..=LONGEST_NAME => None,
        _ => Some(Message::new("new-name-too-long")),
    }
}

/// What a form asks at most, and how long that takes.
pub fn form(texts: &Texts, questionnaire: &Questionnaire, form: Form) -> String {
    let asked = |question: &&Question| question.kind.is_answerable() && belongs(question, form);
    let count = questionnaire.questions.iter().filter(asked).count();
    let minutes = rounded(most_minutes(questionnaire, form, texts.lang()));
    let key = if form == Form::Full { "new-form-full" } else { "new-form-quick" };
    texts.with(key, &[("count", count.into()), ("minutes", minutes.into())])
}

/// An estimate does not pretend to know single minutes.
fn rounded(minutes: f64) -> usize {
    let step = if minutes > 10.0 { 5.0 } else { 1.0 };
    ((minutes / step).round() * step).max(1.0) as usize
}

/// The place on the shelf of the newest version of a questionnaire.
pub fn newest(shelf: &[Arc<Questionnaire>], id: &QuestionnaireId) -> Option<usize> {
    let versions = shelf.iter().enumerate().filter(|(_, questionnaire)| questionnaire.id == *id);
    versions.max_by_key(|(_, questionnaire)| numbers(&questionnaire.version)).map(|(at, _)| at)
}

/// A version's numbers, so that 1.10 is newer than 1.9.
fn numbers(version: &str) -> Vec<u64> {
    version.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect()
}

impl Desk {
    /// The place on the shelf of the questionnaire with which an assessment can be made again: the newest version,
    /// or the one it was made with, which is then laid there.
    ///
    /// # Errors
    /// The store's error.
    pub fn shelve_again(&mut self, of: &Summary) -> Result<usize, JournalError> {
        if let Some(at) = newest(&self.shelf, &of.questionnaire) {
            return Ok(at);
        }
        let stored = Arc::clone(self.read(of.id)?.interview.questionnaire());
        self.shelf.push(stored);
        Ok(self.shelf.len() - 1)
    }

    /// Makes a new assessment and opens it.
    ///
    /// # Errors
    /// The store's error; there is no new assessment then.
    pub fn begin(&mut self, new: &NewAssessment) -> Result<(), JournalError> {
        let id = self.library.create(new)?;
        self.open(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::fixture::questionnaire;
    use crate::engine::questionnaire::sample::SAMPLE;

    #[test]
    fn the_newest_version_is_told_by_its_numbers() {
        let of =
            |version: &str| questionnaire(&SAMPLE.replace("version = \"1.2.0\"", &format!("version = \"{version}\"")));
        let shelf = [of("1.9.0"), of("1.10.0"), of("1.2.0")];
        assert_eq!(newest(&shelf, &shelf[0].id), Some(1));
        assert_eq!(newest(&shelf, &QuestionnaireId::new("other".to_owned())), None);
    }
}
