//! A new assessment: the enterprise's name, and what its forms ask.

use super::Desk;
use crate::engine::interview::Form;
use crate::engine::interview::journal::JournalError;
use crate::engine::library::NewAssessment;
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

impl Desk {
    /// Makes a new assessment and opens it.
    ///
    /// # Errors
    /// The store's error; there is no new assessment then.
    pub fn begin(&mut self, new: &NewAssessment) -> Result<(), JournalError> {
        let id = self.library.create(new)?;
        self.open(id)
    }
}
