//! The list of assessments, and the questions about a new one.

use std::sync::Arc;

use super::command::{self, Command, Place, Typed, Typing};
use super::voice::{Heard, Leave};
use super::{Plain, Turn};
use crate::engine::interview::Form;
use crate::engine::library::{Access, NewAssessment, Summary};
use crate::engine::questionnaire::Questionnaire;
use crate::engine::text::{Message, Needle};
use crate::session::fieldwork::due_first;
use crate::session::fresh;

/// The most names that are shown as known already.
const SIMILAR: usize = 3;

impl Plain<'_> {
    /// Shows the list and does one thing with it.
    pub(super) fn list(&mut self) -> Heard<()> {
        self.outcome()?;
        self.desk.close_session();
        let summaries = match self.desk.library.summaries() {
            Ok(mut summaries) => {
                due_first(&mut summaries, self.desk.today());
                summaries
            }
            Err(error) => {
                self.tell(&error.message)?;
                Vec::new()
            }
        };
        self.voice.blank()?;
        if summaries.is_empty() {
            for key in ["start-welcome", "start-what", "start-kept"] {
                self.voice.text("", &self.desk.texts.get(key))?;
            }
            self.tell(&Message::new("plain-start-first"))?;
        } else {
            self.tell(&Message::new("plain-start-list"))?;
            let lines: Vec<String> = summaries.iter().map(|summary| self.summary_line(summary)).collect();
            self.number(1, &lines)?;
            self.tell(&Message::new("plain-start-how"))?;
        }
        while !self.chosen(&summaries)? {}
        Ok(())
    }

    fn summary_line(&self, summary: &Summary) -> String {
        let form = self.desk.texts.get(if summary.form == Form::Full { "form-full" } else { "form-quick" });
        let key = if summary.closed.is_some() { "plain-summary-finished" } else { "plain-summary" };
        let args = [
            ("enterprise", summary.enterprise.clone().into()),
            ("questionnaire", format!("{} {}", summary.questionnaire, summary.version).into()),
            ("form", form.into()),
            ("done", summary.progress.done.into()),
            ("asked", summary.progress.asked.into()),
            ("date", self.desk.texts.short_day(summary.changed).into()),
        ];
        let line = self.desk.texts.with(key, &args);
        match summary.visit.as_ref().filter(|_| summary.closed.is_none()) {
            Some(visit) => format!("{line} {}", self.visit_line(visit)),
            None => line,
        }
    }

    /// Does what a line at the list asks for. Whether the list is to be shown anew.
    fn chosen(&mut self, summaries: &[Summary]) -> Heard<bool> {
        let line = self.voice.ask()?;
        match command::read(Place::Start, Typing::Answers, &line) {
            Typed::Command(Command::New, _) if self.may_write()? => self.fresh(0, Form::Full)?,
            Typed::Command(Command::New, _) => return Ok(false),
            Typed::Command(Command::Archive, which) => return self.archive(summaries, which),
            Typed::Command(Command::Profile, which) => {
                let Some(summary) = self.which(summaries, which)? else { return Ok(false) };
                if self.insist(|desk| desk.open(summary.id))?.is_some() && self.results()? == Turn::Interview {
                    self.assessment()?;
                }
            }
            Typed::Command(Command::Language, named) => self.language(named)?,
            Typed::Command(Command::Leave, _) => return Err(Leave::Asked),
            Typed::Command(..) => {
                self.help(Place::Start)?;
                return Ok(false);
            }
            Typed::Unknown(letter) => {
                self.unknown(letter)?;
                return Ok(false);
            }
            Typed::Text("") if summaries.is_empty() && self.may_write()? => self.fresh(0, Form::Full)?,
            Typed::Text("") => {
                self.tell(&Message::new("plain-start-how"))?;
                return Ok(false);
            }
            Typed::Text(number) => {
                let Some(summary) = self.which(summaries, number)? else { return Ok(false) };
                self.open(summary.id)?;
            }
        }
        Ok(true)
    }

    fn may_write(&mut self) -> Heard<bool> {
        let writes = self.desk.library.access() == Access::Write;
        if !writes {
            self.tell(&Message::new("tui-read-only"))?;
        }
        Ok(writes)
    }

    /// The assessment of a number of the list; asks for the number, if there is none.
    fn which(&mut self, summaries: &[Summary], typed: &str) -> Heard<Option<Summary>> {
        if summaries.is_empty() {
            self.tell(&Message::new("tui-no-assessment"))?;
            return Ok(None);
        }
        let number = if typed.is_empty() {
            self.tell(&Message::new("plain-which"))?;
            self.pick(summaries.len())?
        } else {
            typed.parse().ok()
        };
        let found = number.and_then(|number| summaries.get(number.checked_sub(1)?)).cloned();
        if found.is_none() && !typed.is_empty() {
            let message = Message::new("plain-no-such-number").with("value", typed).with("most", summaries.len());
            self.tell(&message)?;
        }
        Ok(found)
    }

    fn archive(&mut self, summaries: &[Summary], which: &str) -> Heard<bool> {
        if !self.may_write()? {
            return Ok(false);
        }
        let Some(summary) = self.which(summaries, which)? else { return Ok(false) };
        if self.insist(|desk| desk.library.archive(summary.id, true))?.is_some() {
            self.tell(&Message::new("tui-archived").with("firm", summary.enterprise))?;
        }
        Ok(true)
    }

    /// Asks what a new assessment begins with, and holds it.
    pub(super) fn fresh(&mut self, questionnaire: usize, form: Form) -> Heard<()> {
        self.voice.blank()?;
        self.tell(&Message::new("dialog-new"))?;
        let Some(enterprise) = self.enterprise()? else {
            return self.tell(&Message::new("plain-nothing-begun"));
        };
        let Some(questionnaire) = self.questionnaire(questionnaire)? else { return Ok(()) };
        let form = self.form(&questionnaire, form)?;
        self.tell(&Message::new("plain-new-language").with("language", self.lang().name()))?;
        self.language("")?;
        let new = NewAssessment { enterprise, questionnaire, form, lang: self.lang(), previous: None };
        match self.insist(|desk| desk.begin(&new))? {
            Some(()) => self.assessment(),
            None => Ok(()),
        }
    }

    fn enterprise(&mut self) -> Heard<Option<String>> {
        self.tell(&Message::new("plain-new-name"))?;
        loop {
            let typed = self.voice.ask()?.trim().to_owned();
            if typed.is_empty() || typed == "/q" {
                return Ok(None);
            }
            match fresh::unfit(&typed) {
                Some(problem) => self.tell(&problem)?,
                None => {
                    self.known(&typed)?;
                    return Ok(Some(typed));
                }
            }
        }
    }

    /// Says which enterprises of that name are there already.
    fn known(&mut self, name: &str) -> Heard<()> {
        let known = self.desk.library.enterprises().unwrap_or_default();
        let found = Needle::new(name).choose(known.iter().map(String::as_str), |name| name);
        if found.is_empty() {
            return Ok(());
        }
        let names: Vec<&str> = found.into_iter().take(SIMILAR).collect();
        self.tell(&Message::new("new-known").with("names", names.join("; ")))
    }

    fn questionnaire(&mut self, chosen: usize) -> Heard<Option<Arc<Questionnaire>>> {
        let shelf = self.desk.shelf.clone();
        if shelf.len() < 2 {
            return Ok(shelf.into_iter().next());
        }
        let lang = self.lang();
        let titles: Vec<String> = shelf.iter().map(|it| format!("{} {}", it.title.get(lang), it.version)).collect();
        let default = titles.get(chosen).cloned().unwrap_or_default();
        self.tell(&Message::new("plain-new-questionnaire").with("default", default))?;
        self.number(1, &titles)?;
        let picked = self.pick(shelf.len())?.map_or(chosen, |number| number - 1);
        Ok(shelf.get(picked).cloned())
    }

    fn form(&mut self, questionnaire: &Questionnaire, chosen: Form) -> Heard<Form> {
        let forms = [Form::Full, Form::Quick];
        if forms.iter().any(|form| !questionnaire.offers(*form)) {
            return Ok(forms.into_iter().find(|form| questionnaire.offers(*form)).unwrap_or(chosen));
        }
        let lines = forms.map(|form| fresh::form(&self.desk.texts, questionnaire, form));
        let default = if chosen == Form::Full { "form-full" } else { "form-quick" };
        let default = self.desk.texts.get(default);
        self.tell(&Message::new("plain-new-form").with("default", default))?;
        self.number(1, &lines)?;
        let picked = self.pick(forms.len())?;
        Ok(picked.and_then(|number| forms.get(number - 1)).copied().unwrap_or(chosen))
    }
}
