//! The words that the questionnaire explains: those of a question, or those that were asked for.

use super::Plain;
use super::voice::Heard;
use crate::engine::id::QuestionIx;
use crate::engine::text::Message;

impl Plain<'_> {
    /// Explains the words of a question, or whatever is like what was typed behind the command; without
    /// either, says which words there are.
    pub(super) fn terms(&mut self, at: QuestionIx, typed: &str) -> Heard<()> {
        let Some(session) = &self.desk.session else { return Ok(()) };
        let (questionnaire, lang) = (session.interview.questionnaire(), self.desk.lang());
        let found =
            if typed.is_empty() { questionnaire.terms_in(at, lang) } else { questionnaire.terms_like(typed, lang) };
        let told: Vec<Message> = found
            .into_iter()
            .filter_map(|at| questionnaire.terms.get(at))
            .map(|term| Message::new("plain-term").with("name", term.name.get(lang)).with("text", term.text.get(lang)))
            .collect();
        let names: Vec<&str> = questionnaire.terms.iter().map(|term| term.name.get(lang)).collect();
        let otherwise = match names.as_slice() {
            [] => Message::new("glossary-none"),
            names => Message::new("plain-terms").with("names", names.join("; ")),
        };
        if told.is_empty() {
            return self.tell(&otherwise);
        }
        told.iter().try_for_each(|message| self.tell(message))
    }
}
