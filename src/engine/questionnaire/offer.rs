//! Which choices of a filtered list are offered after which answer, where that hangs on one answer alone.

use super::check::Trial;
use super::{Choices, Kind, Model};
use crate::engine::answer;
use crate::engine::expr::{self, Value};
use crate::engine::id::QuestionIx;

/// What the choices of a filtered list hang on.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// The question whose answer decides.
    pub by: QuestionIx,
    /// For each choice of the list, the answers after which it is offered.
    pub after: Vec<Vec<answer::Value>>,
}

/// The answers after which each choice is offered, if the filter reads one `select_one` or `level` only.
pub fn offer(model: &Model, choices: &Choices) -> Option<Offer> {
    let filter = choices.filter.as_ref()?;
    let [by] = filter.questions() else { return None };
    let answers: Vec<(answer::Value, Value)> = match &model.questions[*by].kind {
        Kind::SelectOne(choices) => {
            let ids = choices.list.iter().map(|choice| &choice.id);
            ids.map(|id| (answer::Value::Choice(id.clone()), id.as_str().into())).collect()
        }
        Kind::Level { anchors } => (0..u8::try_from(anchors.len()).ok()?)
            .map(|level| (answer::Value::Level(level), f64::from(level).into()))
            .collect(),
        _ => return None,
    };
    let after = choices.list.iter().map(|choice| {
        let offered = |value: &Value| {
            let trial = Trial { answers: vec![(*by, value.clone())], choice: Some(choice), ..Trial::default() };
            expr::holds(filter, &trial)
        };
        answers.iter().filter(|(_, value)| offered(value)).map(|(answer, _)| answer.clone()).collect()
    });
    Some(Offer { by: *by, after: after.collect() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::questionnaire::read::read;
    use crate::engine::questionnaire::sample::SAMPLE;

    #[test]
    fn choices_are_told_with_the_answers_that_open_them() {
        let (sample, _) = read(SAMPLE).unwrap();
        let question = &sample.questions[sample.find("F5").unwrap()];
        let found = offer(&sample, question.kind.choices().unwrap()).unwrap();
        assert_eq!(sample.questions[found.by].id.as_str(), "F4");
        let names = |of: &[answer::Value]| of.iter().map(ToString::to_string).collect::<Vec<_>>();
        let after: Vec<Vec<String>> = found.after.iter().map(|of| names(of)).collect();
        assert_eq!(after, [["UZ"], ["UZ"], ["KZ"]]);
    }

    #[test]
    fn a_filter_of_more_than_one_answer_is_not_told() {
        let both = SAMPLE.replace("country = ${F4}", "country = ${F4} and ${F3} > 0");
        let (sample, _) = read(&both).unwrap();
        let question = &sample.questions[sample.find("F5").unwrap()];
        assert_eq!(offer(&sample, question.kind.choices().unwrap()), None);
    }
}
