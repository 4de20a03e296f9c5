//! The result of the open assessment: the profile in short, the whole report, a file of it.

use std::path::Path;

use super::voice::{COLUMNS, Heard};
use super::{Plain, Turn};
use crate::engine::text::Message;
use crate::report::{self, Length, Meta};

impl Plain<'_> {
    /// Shows the profile in short and offers the rest.
    pub(super) fn results(&mut self) -> Heard<Turn> {
        self.voice.blank()?;
        if let Some(text) = self.written(true)? {
            self.voice.page(&text)?;
        }
        loop {
            let closed = self.desk.session.as_ref().is_some_and(|session| session.interview.is_closed());
            let last = if closed { "plain-result-reopen" } else { "plain-result-go-on" };
            let ways = ["plain-result-report", "plain-result-file", "plain-result-short", last];
            let ways = ways.map(|key| self.desk.texts.get(key));
            self.number(1, &ways)?;
            self.tell(&Message::new(if closed { "plain-result-to-list" } else { "plain-result-to-interview" }))?;
            match self.pick(ways.len())? {
                Some(1) => self.report(false)?,
                Some(2) => self.write_file()?,
                Some(3) => self.report(true)?,
                Some(_) if closed => {
                    if self.insist(|desk| desk.set_closed(false))?.is_some() {
                        self.tell(&Message::new("tui-reopened"))?;
                        return Ok(Turn::Interview);
                    }
                }
                None if closed => return Ok(Turn::List),
                Some(_) | None => return Ok(Turn::Interview),
            }
        }
    }

    fn report(&mut self, short: bool) -> Heard<()> {
        self.voice.blank()?;
        match self.written(short)? {
            Some(text) => self.voice.page(&text),
            None => Ok(()),
        }
    }

    /// The report, in short or whole; `None` if what is stored could not be read.
    fn written(&mut self, short: bool) -> Heard<Option<String>> {
        let around = self.desk.around();
        let Some(session) = &self.desk.session else { return Ok(None) };
        let record = match self.desk.library.open(session.summary.id) {
            Ok(record) => record,
            Err(error) => {
                self.tell(&error.message)?;
                return Ok(None);
            }
        };
        let meta = Meta::new(&record, self.desk.time()).within(around);
        let profile = crate::engine::profile::profile(&session.interview);
        let (interview, texts) = (&session.interview, &self.desk.texts);
        Ok(Some(if short {
            report::summary(&profile, interview, &meta, texts)
        } else {
            report::text(&report::document(&profile, interview, &meta, texts, Length::Full), COLUMNS)
        }))
    }

    fn write_file(&mut self) -> Heard<()> {
        self.tell(&Message::new("plain-ask-file"))?;
        let path = self.voice.ask()?;
        let path = path.trim();
        if path.is_empty() {
            return Ok(());
        }
        let Some(text) = self.written(false)? else { return Ok(()) };
        let told = (self.deliver)(Path::new(path), &text).unwrap_or_else(|problem| problem);
        self.tell(&told)
    }
}
