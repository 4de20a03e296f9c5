//! What every command is given: texts, the database, and the way to print.
//!
//! What a person reads carries no control characters, so that nothing stored or typed can steer a
//! terminal.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use jiff::Timestamp;

use super::args::General;
use super::failure::{Failure, Kind};
use super::secret::{self, Unlocked};
use super::{Verdict, places};
use crate::engine::text::{Lang, Message, steers};
use crate::i18n::Texts;
use crate::report::diagnostics::Look;
use crate::store::{Identity, Store, peek};

/// What every command is given.
#[derive(Debug)]
pub struct Shell {
    pub texts: Texts,
    pub general: General,
    /// What opens the database, if it is encrypted.
    pub unlocked: Option<Unlocked>,
}

impl Shell {
    /// The shell with the general options.
    pub const fn new(texts: Texts, general: General) -> Self {
        Self { texts, general, unlocked: None }
    }

    /// Asks for the passphrase of the database if it is encrypted; from then on the language is the one chosen in it.
    pub fn unlock(&mut self) -> Result<(), Failure> {
        let path = places::database(self.general.db.as_deref())?;
        self.unlocked = secret::unlock(self, &path)?;
        if let (Some(unlocked), None) = (&self.unlocked, self.general.lang) {
            let chosen = peek::setting(&path, Some(&unlocked.key), "lang");
            if let Some(lang) = chosen.and_then(|lang| lang.parse().ok()) {
                self.texts = places::texts(lang);
            }
        }
        Ok(())
    }

    /// The language in which everything is said.
    pub const fn lang(&self) -> Lang {
        self.texts.lang()
    }

    /// The moment.
    #[expect(clippy::unused_self, reason = "commands ask their surroundings for the clock")]
    pub fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    /// Opens the database, or makes it.
    pub fn store(&self) -> Result<Store, Failure> {
        let path = places::database(self.general.db.as_deref())?;
        let interviewer = self.general.interviewer.clone().unwrap_or_default();
        let key = self.unlocked.as_ref().map(|unlocked| &unlocked.key);
        let store = Store::unlock(&path, Identity { device: places::device(), interviewer }, key)?;
        if store.is_exposed() {
            let said = |key| Message::new(key).with("path", store.path().display().to_string());
            self.warn(&said("safety-exposed"), Some(&said("safety-exposed-hint")));
        }
        Ok(store)
    }

    /// Opens the database to read it: one that was named must exist.
    pub fn existing_store(&self) -> Result<Store, Failure> {
        match &self.general.db {
            Some(path) if !path.exists() => {
                let message = Message::new("cli-no-database").with("path", path.display().to_string());
                Err(Failure::usage(message).hint(Message::new("cli-no-database-hint")))
            }
            _ => self.store(),
        }
    }

    /// The width of the terminal; `None` where nobody reads along, or where it does not tell.
    pub fn columns() -> Option<usize> {
        let read_there = io::stdout().is_terminal();
        read_there
            .then(ratatui::crossterm::terminal::size)
            .and_then(Result::ok)
            .map(|(width, _)| usize::from(width))
            .filter(|width| *width > 0)
    }

    /// Prints for people.
    pub fn print(&self, text: &str) -> Result<(), Failure> {
        self.print_exactly(&readable(text))
    }

    /// Prints for programs, or what has been made readable already.
    pub fn print_exactly(&self, text: &str) -> Result<(), Failure> {
        self.print_bytes(text.as_bytes())
    }

    /// Prints a result as it is; on a terminal without what would steer it. JSON says the same then.
    pub fn print_text(&self, text: &str) -> Result<(), Failure> {
        if !io::stdout().is_terminal() {
            return self.print_exactly(text);
        }
        let mut steady = Steady::on(Vec::new());
        // Memory takes everything.
        let _ = steady.write_all(text.as_bytes());
        self.print_bytes(&steady.to)
    }

    /// Prints what is no text.
    #[expect(clippy::unused_self, reason = "everything that is printed goes through here")]
    pub fn print_bytes(&self, bytes: &[u8]) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        match out.write_all(bytes).and_then(|()| out.flush()) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Err(Failure::Unread),
            Err(error) => Err(Failure::system(Message::new("cli-cannot-print").with("cause", error.to_string()))),
        }
    }

    /// Prints one line for people.
    pub fn say(&self, message: &Message) -> Result<(), Failure> {
        self.print(&format!("{}\n", self.texts.say(message)))
    }

    /// Says on standard error what does not stop the command.
    pub fn warn(&self, message: &Message, hint: Option<&Message>) {
        self.complain("check-word-warning", message, hint);
    }

    /// Says on standard error what was done, where standard output holds the result.
    pub fn note(&self, message: &Message) {
        // There is nowhere else to say it.
        let _ = io::stderr().lock().write_all((readable(&self.texts.say(message)) + "\n").as_bytes());
    }

    /// Says on standard error what is wrong with the input.
    pub fn accuse(&self, message: &Message) {
        self.complain("check-word-error", message, None);
    }

    /// Shows on standard error where the input is wrong.
    #[expect(clippy::unused_self, reason = "as the others that speak to the user")]
    pub fn show(&self, text: &str) {
        // There is nowhere else to say it.
        let _ = io::stderr().lock().write_all(readable(text).as_bytes());
    }

    fn complain(&self, word: &'static str, message: &Message, hint: Option<&Message>) {
        let mut lines = format!("{}: {}\n", self.texts.get(word), readable(&self.texts.say(message)));
        if let Some(hint) = hint {
            lines.push_str(&(self.texts.get("check-word-hint") + ": " + &readable(&self.texts.say(hint)) + "\n"));
        }
        // There is nowhere else to say it.
        let _ = io::stderr().lock().write_all(lines.as_bytes());
    }

    /// Whether what is printed may carry colours.
    #[expect(clippy::unused_self, reason = "a question about the surroundings")]
    pub fn look(&self) -> Look {
        let plain = places::variable("NO_COLOR").is_some() || places::variable("TERM").is_some_and(|it| it == "dumb");
        if io::stdout().is_terminal() && !plain { Look::Styled } else { Look::Plain }
    }

    /// Says why a command failed, if it did, and gives its exit code.
    pub fn conclude(&self, verdict: Result<Verdict, Failure>) -> ExitCode {
        match verdict {
            Ok(Verdict::Done) | Err(Failure::Unread) => ExitCode::SUCCESS,
            Ok(Verdict::Problems) => Kind::Input.exit_code(),
            Err(Failure::Said { kind, message, hint }) => {
                self.complain("check-word-error", &message, hint.as_ref());
                kind.exit_code()
            }
        }
    }
}

/// The text without characters that steer a terminal.
pub fn readable(text: &str) -> String {
    text.chars().map(|c| if steers(c) && c != '\n' { '\u{fffd}' } else { c }).collect()
}

/// Lets texts for programs through to a terminal. What would steer it is written as JSON writes it, but for line ends
/// and tabs; what is no text, as the sign for that.
pub struct Steady<W> {
    to: W,
    /// The beginning of a character whose end has not come yet.
    begun: Vec<u8>,
}

impl<W: Write> Steady<W> {
    pub const fn on(to: W) -> Self {
        Self { to, begun: Vec::new() }
    }
}

impl<W: Write> Write for Steady<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut all = std::mem::take(&mut self.begun);
        all.extend_from_slice(bytes);
        let mut shown = String::with_capacity(all.len());
        for chunk in all.utf8_chunks() {
            for c in chunk.valid().chars() {
                if steers(c) && !matches!(c, '\n' | '\t') {
                    shown += &format!("\\u{:04x}", u32::from(c));
                } else {
                    shown.push(c);
                }
            }
            let is_begun = std::str::from_utf8(chunk.invalid()).is_err_and(|error| error.error_len().is_none());
            if is_begun && all.ends_with(chunk.invalid()) {
                self.begun = chunk.invalid().to_vec();
            } else if !chunk.invalid().is_empty() {
                shown.push('\u{fffd}');
            }
        }
        self.to.write_all(shown.as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_control_character_reaches_the_terminal() {
        assert_eq!(readable("\u{202e}gnp"), "\u{fffd}gnp");
        assert_eq!(readable("a\u{1b}[2J\u{7}b\nc\u{9b}"), "a\u{fffd}[2J\u{fffd}b\nc\u{fffd}");
    }

    #[test]
    fn a_result_on_a_terminal_says_the_same_without_steering_it() {
        let text = "{\"name\": \"\u{9b}2J\u{202e}Oʻtkir\"}\n";
        let mut steady = Steady::on(Vec::new());
        for byte in text.bytes() {
            steady.write_all(&[byte]).unwrap();
        }
        let shown = String::from_utf8(steady.to).unwrap();
        assert_eq!(shown, "{\"name\": \"\\u009b2J\\u202eOʻtkir\"}\n");
        let same = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
        assert_eq!(same(&shown), same(text));
        let mut steady = Steady::on(Vec::new());
        steady.write_all(b"%PDF\xff\x1b[2J").unwrap();
        assert_eq!(steady.to, "%PDF\u{fffd}\\u001b[2J".as_bytes());
    }
}
