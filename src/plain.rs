//! The whole program line by line: for screen readers, serial lines, dumb terminals and scripts.
//!
//! Everything is printed below what stands there already; nothing moves a cursor or colours a text. Knows
//! no terminal and no database: lines come in, lines go out, and every answer goes the way it goes in the
//! interface, through [`Desk`].

use std::io::Write;
use std::path::Path;

use crate::engine::id::AssessmentId;
use crate::engine::interview::Form;
use crate::engine::interview::journal::JournalError;
use crate::engine::library::Access;
use crate::engine::text::{Lang, Message};
use crate::session::Desk;

mod ask;
mod command;
mod glossary;
mod note;
mod outcome;
mod result;
mod review;
mod start;
mod voice;

use voice::{Heard, Voice};
#[cfg(test)]
mod tests;

pub use voice::{Leave, Line, Lines};

/// Writes a text to a file that did not exist before; says what was done, or why nothing was.
pub type Deliver<'a> = Box<dyn Fn(&Path, &str) -> Result<Message, Message> + 'a>;

/// What a sitting begins with.
#[derive(Clone, Debug)]
pub enum First {
    /// The list of assessments.
    List,
    /// The questions about a new assessment, with a questionnaire and a form chosen beforehand.
    New(usize, Form),
    /// The assessment that is open on the desk.
    Assessment,
}

/// A sitting.
struct Plain<'a> {
    desk: Desk,
    voice: Voice<'a>,
    deliver: Deliver<'a>,
    /// Whether it has been said how to answer.
    explained: bool,
}

/// Where a conversation goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    /// At the interview's place.
    Interview,
    /// At the list of assessments.
    List,
}

/// Holds a sitting until it is left, the lines end or a signal asks to stop, and says how it ended. Lines
/// that nobody sees while they are typed are repeated, so that what is printed can be read by itself.
pub fn run(
    desk: Desk,
    first: &First,
    input: &mut dyn Lines,
    output: &mut dyn Write,
    repeats: bool,
    deliver: Deliver,
) -> Leave {
    let voice = Voice { input, output, repeats };
    let mut plain = Plain { desk, voice, deliver, explained: false };
    let ended = match plain.hold(first) {
        Ok(never) => match never {},
        Err(leave) => leave,
    };
    if matches!(ended, Leave::Asked) {
        // Whoever leaves is asked once; lines that end meanwhile change nothing about it.
        let _ = plain.outcome();
    }
    plain.desk.close_session();
    plain.farewell(ended)
}

/// A conversation that ends only when the program is left.
enum Never {}

impl Plain<'_> {
    fn hold(&mut self, first: &First) -> Heard<Never> {
        match self.desk.library.access() {
            Access::Write => {}
            Access::ReadOnlyInUse => self.tell(&Message::new("tui-in-use"))?,
            Access::ReadOnlyFile => self.tell(&Message::new("tui-read-only"))?,
        }
        match first {
            First::List => {}
            First::New(questionnaire, form) => self.fresh(*questionnaire, *form)?,
            First::Assessment => self.assessment()?,
        }
        loop {
            self.list()?;
        }
    }

    /// The last line, if there is anybody to read it.
    fn farewell(&mut self, ended: Leave) -> Leave {
        let message = match &ended {
            Leave::Asked | Leave::Ended => Message::new("plain-farewell"),
            Leave::Stopped | Leave::Unsaved(_) | Leave::Unheard(_) => return ended,
        };
        match self.tell(&message) {
            Ok(()) => ended,
            Err(leave) => leave,
        }
    }

    fn lang(&self) -> Lang {
        self.desk.lang()
    }

    fn said(&self, message: &Message) -> String {
        self.desk.texts.say(message)
    }

    /// Prints a message as a paragraph.
    fn tell(&mut self, message: &Message) -> Heard<()> {
        let text = self.said(message);
        self.voice.text("", &text)
    }

    /// Prints numbered lines.
    fn number(&mut self, first: usize, lines: &[String]) -> Heard<()> {
        lines.iter().enumerate().try_for_each(|(at, line)| self.option(first + at, line))
    }

    fn option(&mut self, number: usize, line: &str) -> Heard<()> {
        self.voice.text(&format!("{number:>3}. "), line)
    }

    /// Asks for a number from 1 until one of them or nothing is typed. Nothing is `None`.
    fn pick(&mut self, most: usize) -> Heard<Option<usize>> {
        loop {
            let typed = self.voice.ask()?;
            let typed = typed.trim();
            if typed.is_empty() {
                return Ok(None);
            }
            match typed.parse() {
                Ok(number) if (1..=most).contains(&number) => return Ok(Some(number)),
                _ => self.tell(&Message::new("plain-no-such-number").with("value", typed).with("most", most))?,
            }
        }
    }

    /// Says that the disk refused, and offers the ways out. Whether it is to be tried again.
    fn trouble(&mut self, error: &JournalError) -> Heard<bool> {
        self.tell(&error.message)?;
        if self.desk.library.access() != Access::Write {
            return Ok(false);
        }
        self.voice.text("", &error.cause)?;
        self.tell(&Message::new("plain-nothing-changed"))?;
        loop {
            let ways = ["trouble-retry", "trouble-back", "trouble-copy", "trouble-quit"];
            let ways = ways.map(|key| self.desk.texts.get(key));
            self.number(1, &ways)?;
            match self.pick(ways.len()).map_err(|leave| unsaved(leave, error))? {
                Some(1) => return Ok(true),
                Some(2) => return Ok(false),
                Some(3) => self.copy().map_err(|leave| unsaved(leave, error))?,
                Some(_) => return Err(Leave::Unsaved(error.message.clone())),
                None => {}
            }
        }
    }

    fn copy(&mut self) -> Heard<()> {
        self.tell(&Message::new("trouble-copy-to"))?;
        let path = self.voice.ask()?;
        let path = path.trim();
        if path.is_empty() {
            return Ok(());
        }
        let told = match self.desk.library.copy_to(Path::new(path)) {
            Ok(()) => Message::new("trouble-copied").with("file", path),
            Err(error) => error.message,
        };
        self.tell(&told)
    }

    /// Does what the disk may refuse, until it is done or given up. `None` if it was given up.
    fn insist<T>(&mut self, act: impl Fn(&mut Desk) -> Result<T, JournalError>) -> Heard<Option<T>> {
        loop {
            match act(&mut self.desk) {
                Ok(done) => return Ok(Some(done)),
                Err(error) if self.trouble(&error)? => {}
                Err(_) => return Ok(None),
            }
        }
    }

    /// Opens an assessment and goes through it until the list is asked for.
    fn open(&mut self, id: AssessmentId) -> Heard<()> {
        match self.insist(|desk| desk.open(id))? {
            Some(()) => self.assessment(),
            None => Ok(()),
        }
    }

    /// Turns to the language that is named or picked.
    fn language(&mut self, named: &str) -> Heard<()> {
        if let Ok(lang) = named.parse() {
            self.desk.set_lang(lang);
        } else {
            let names = Lang::ALL.map(|lang| lang.name().to_owned());
            self.number(1, &names)?;
            self.tell(&Message::new("plain-pick-or-stay"))?;
            if let Some(lang) = self.pick(names.len())?.and_then(|number| Lang::ALL.get(number - 1)) {
                self.desk.set_lang(*lang);
            }
        }
        self.tell(&Message::new("plain-language").with("language", self.lang().name()))
    }
}

/// Leaving while something could not be saved is a failure, whatever the reason to leave.
fn unsaved(leave: Leave, error: &JournalError) -> Leave {
    match leave {
        Leave::Asked | Leave::Ended | Leave::Stopped => Leave::Unsaved(error.message.clone()),
        Leave::Unsaved(_) | Leave::Unheard(_) => leave,
    }
}
