//! How a visit ended, asked of an interviewer who leaves an unfinished assessment.

use jiff::civil::Date;

use super::Plain;
use super::voice::Heard;
use crate::engine::answer::date;
use crate::engine::text::Message;
use crate::engine::visit::{Ending, Outcome, Visit};
use crate::session::fieldwork::{ENDINGS, ended, unfit};

impl Plain<'_> {
    /// Asks how the visit ended, if that is not known. Enter alone leaves without an answer.
    pub(super) fn outcome(&mut self) -> Heard<()> {
        if !self.desk.outcome_wanted() {
            return Ok(());
        }
        self.desk.outcome_asked();
        self.voice.blank()?;
        self.tell(&Message::new("plain-outcome"))?;
        let lines = ENDINGS.map(|(_, key)| self.desk.texts.get(key));
        self.number(1, &lines)?;
        let picked = self.pick(ENDINGS.len())?.and_then(|number| ENDINGS.get(number - 1));
        let Some((outcome, _)) = picked else { return Ok(()) };
        let Some(ending) = self.ending(*outcome)? else { return Ok(()) };
        self.insist(|desk| desk.end_visit(&ending))?;
        Ok(())
    }

    /// What belongs to the result. `None` if it was given up.
    fn ending(&mut self, outcome: Outcome) -> Heard<Option<Ending>> {
        let mut ending = Ending { outcome, until: None, reason: String::new() };
        if outcome == Outcome::Postponed {
            let Some(day) = self.appointment()? else { return Ok(None) };
            ending.until = Some(day);
        }
        if matches!(outcome, Outcome::Postponed | Outcome::Refused) {
            let key = if outcome == Outcome::Postponed { "plain-outcome-why" } else { "plain-outcome-why-if-known" };
            loop {
                self.tell(&Message::new(key))?;
                self.voice.ask()?.trim().clone_into(&mut ending.reason);
                match unfit(&ending, self.desk.today()) {
                    Some(problem) => self.tell(&problem)?,
                    None => break,
                }
            }
        }
        Ok(Some(ending))
    }

    /// The day of the next visit; `None` if nothing was typed.
    fn appointment(&mut self) -> Heard<Option<Date>> {
        loop {
            let format = self.desk.texts.get("tui-date-format");
            self.tell(&Message::new("plain-outcome-day").with("format", format))?;
            let typed = self.voice.ask()?;
            match date(typed.trim()) {
                _ if typed.trim().is_empty() => return Ok(None),
                Ok(day) if day < self.desk.today() => self.tell(&Message::new("outcome-day-past"))?,
                Ok(day) => return Ok(Some(day)),
                Err(error) => self.tell(&error.0)?,
            }
        }
    }

    /// How the last visit ended, as a sentence of the list.
    pub(super) fn visit_line(&self, visit: &Visit) -> String {
        let texts = &self.desk.texts;
        let last = [("date", texts.short_day(visit.ended).into()), ("result", ended(texts, &visit.ending).into())];
        texts.with("visit-last", &last)
    }
}
