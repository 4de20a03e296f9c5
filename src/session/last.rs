//! What was said last time, in the assessment that this one continues: shown beside a question, counted only when
//! it is said again.

use super::{Desk, Session};
use crate::engine::answer::{Answer, Response, shown};
use crate::engine::id::QuestionIx;
use crate::engine::text::Message;
use crate::session::said::no_answer;

impl Session {
    /// The question of last time and what was said to it, if it was asked and answered.
    fn last(&self, at: QuestionIx) -> Option<(QuestionIx, &Answer)> {
        let before = &self.before.as_ref()?.interview;
        let ix = before.questionnaire().find(self.interview.questionnaire().questions[at].id.as_str())?;
        let answer = before.answer(ix);
        (before.is_asked(ix) && answer.response.is_some()).then_some((ix, answer))
    }

    /// The answer that says again what was said last time.
    ///
    /// # Errors
    /// Says why there is none. What is scored is asked anew: last year's level is not this year's.
    pub fn same_again(&self, at: QuestionIx) -> Result<Answer, Message> {
        if self.interview.is_closed() {
            return Err(Message::new("tui-closed"));
        }
        let Some((_, last)) = self.last(at) else { return Err(Message::new("last-nothing")) };
        if self.interview.questionnaire().questions[at].item.is_some() {
            return Err(Message::new("last-scored"));
        }
        match &last.response {
            Some(Response::Value(value)) => {
                Ok(self.interview.answer(at).responding(Some(Response::Value(value.clone()))))
            }
            _ => Err(Message::new("last-nothing")),
        }
    }
}

impl Desk {
    /// What was said to a question last time, and when.
    pub fn last_said(&self, at: QuestionIx) -> Option<Message> {
        let session = self.session.as_ref()?;
        let (ix, answer) = session.last(at)?;
        let before = session.before.as_ref()?;
        let question = &before.interview.questionnaire().questions[ix];
        let text = match answer.value() {
            Some(value) => shown(question, value, self.lang(), |number| self.texts.exact(number)),
            None => no_answer(&self.texts, answer.response.as_ref())?,
        };
        let date = self.texts.short_day(before.record.summary.created);
        Some(Message::new("last-said").with("date", date).with("answer", text))
    }
}
