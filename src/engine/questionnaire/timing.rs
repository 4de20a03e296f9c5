//! How long a questionnaire takes: the words a respondent reads or hears, and the time to answer.

use super::{Choice, Kind, Model, Question};
use crate::engine::interview::Form;
use crate::engine::text::Lang;

/// The words read in a minute.
pub const WORDS_A_MINUTE: f64 = 150.0;
/// The seconds that an answer takes beside reading.
pub const SECONDS_AN_ANSWER: f64 = 10.0;

/// The seconds that a question takes in a language.
pub fn seconds(question: &Question, lang: Lang) -> f64 {
    let answer = if question.kind.is_answerable() { SECONDS_AN_ANSWER } else { 0.0 };
    words_read(question, lang) as f64 * 60.0 / WORDS_A_MINUTE + answer
}

/// The minutes that a form takes at most in a language: all its questions, whatever is answered.
pub fn most_minutes(model: &Model, form: Form, lang: Lang) -> f64 {
    let asked = model.questions.iter().filter(|question| belongs(question, form));
    asked.map(|question| seconds(question, lang)).sum::<f64>() / 60.0
}

/// Whether a form shows a question, as far as it is relevant.
pub const fn belongs(question: &Question, form: Form) -> bool {
    question.kind.is_shown() && (matches!(form, Form::Full) || question.quick)
}

/// The words that a respondent reads or hears: question, hint, anchors or choices. The guidance is for
/// the interviewer, who knows it.
fn words_read(question: &Question, lang: Lang) -> usize {
    let said = words(question.label.get(lang)) + question.hint.as_ref().map_or(0, |hint| words(hint.get(lang)));
    let choice = |choice: &Choice| words(choice.label.get(lang));
    said + match &question.kind {
        Kind::Level { anchors } => anchors.iter().map(|anchor| words(anchor.get(lang))).sum(),
        kind => kind.choices().map_or(0, |choices| choices.list.iter().map(choice).sum()),
    }
}

/// The words of a text; signs that stand alone are none.
pub fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::questionnaire::read::read;
    use crate::engine::questionnaire::sample::SAMPLE;

    #[test]
    fn words_are_what_is_read() {
        assert_eq!(words("Sizning javobingiz — «{x}», oʻzi."), 4);
        assert_eq!(words("  "), 0);
    }

    #[test]
    fn a_question_takes_its_words_and_an_answer() {
        let (sample, _) = read(SAMPLE).unwrap();
        let seconds = |id: &str| seconds(&sample.questions[sample.find(id).unwrap()], Lang::En);
        // Five words and no answer.
        assert!((seconds("N1") - 2.0).abs() < 1e-9);
        // "Number of employees", "In full-time equivalents": six words and an answer.
        assert!((seconds("F3") - 12.4).abs() < 1e-9);
        // "Work with partners abroad", "None", "Talks", "A contract": eight words and an answer.
        assert!((seconds("INT2") - 13.2).abs() < 1e-9);
    }

    #[test]
    fn the_quick_form_is_shorter() {
        let (sample, _) = read(SAMPLE).unwrap();
        let minutes = |form| most_minutes(&sample, form, Lang::Ru);
        assert!(minutes(Form::Quick) > 1.0 && minutes(Form::Quick) < minutes(Form::Full));
    }
}
