//! What the expressions of recommendations read: answers, their status, and scores that may be shown.

use jiff::Zoned;

use crate::engine::expr::{self, Context};
use crate::engine::id::{AreaIx, QuestionIx};
use crate::engine::interview::Interview;
use crate::engine::score::Scores;
use crate::engine::text::Lang;

pub(super) struct Reading<'a> {
    interview: &'a Interview,
    scores: &'a Scores,
}

impl<'a> Reading<'a> {
    pub(super) const fn new(interview: &'a Interview, scores: &'a Scores) -> Self {
        Self { interview, scores }
    }
}

fn empty() -> expr::Value {
    expr::Value::Text("".into())
}

impl Context for Reading<'_> {
    fn question(&self, question: QuestionIx) -> expr::Value {
        self.interview.value(question).clone()
    }

    fn current(&self) -> expr::Value {
        empty()
    }

    fn attribute(&self, _: &str) -> expr::Value {
        empty()
    }

    fn choice_name(&self, question: QuestionIx, choice: &str) -> String {
        let questionnaire = self.interview.questionnaire();
        let lang = questionnaire.languages.first().copied().unwrap_or(Lang::En);
        let choices = questionnaire.questions[question].kind.choices();
        let found = choices.and_then(|choices| choices.find(&choice.into()));
        found.map(|choice| choice.label.get(lang).to_owned()).unwrap_or_default()
    }

    fn now(&self) -> &Zoned {
        self.interview.now()
    }

    fn score(&self, area: AreaIx) -> Option<f64> {
        self.scores.areas[area].shown()
    }

    fn coverage(&self, area: AreaIx) -> Option<f64> {
        Some(self.scores.areas[area].coverage)
    }

    fn level(&self, area: AreaIx) -> Option<u8> {
        self.scores.areas[area].staged
    }

    fn status(&self, question: QuestionIx) -> &'static str {
        self.interview.status(question).word()
    }
}
