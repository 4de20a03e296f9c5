//! One line typed without being shown, before the interface takes over the screen or where it never does.

use std::fs::OpenOptions;
use std::io::{self, Write};

use ratatui::crossterm::event::{self, Event, KeyCode};
use ratatui::crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use zeroize::Zeroizing;

use super::hidden::Hidden;
use super::input::{Input, Key, from_events};

/// A terminal that shows nothing of what is typed, as long as this lives: also of what is typed before anybody asks.
#[derive(Debug)]
pub struct Quiet(());

impl Quiet {
    /// Takes the terminal, even where standard input and output are something else.
    ///
    /// # Errors
    /// There is no terminal.
    pub fn enter() -> io::Result<Self> {
        enable_raw_mode()?;
        Ok(Self(()))
    }

    /// Asks. `None`, if it was left with Ctrl+C or Ctrl+D.
    ///
    /// # Errors
    /// The terminal went away.
    pub fn ask(&self, question: &str) -> io::Result<Option<Zeroizing<String>>> {
        let mut terminal = terminal();
        terminal.write_all(question.as_bytes())?;
        terminal.flush()?;
        let mut typed = Hidden::default();
        let done = loop {
            let events = vec![event::read()?];
            if let Some(done) = taken(&mut typed, events) {
                break done;
            }
        };
        terminal.write_all(b"\r\n")?;
        Ok(done.then(|| typed.into_text()))
    }
}

impl Drop for Quiet {
    fn drop(&mut self) {
        // There is nobody left to tell.
        let _ = disable_raw_mode();
    }
}

/// Takes what arrived. True at the end of the line, false if it was left.
fn taken(typed: &mut Hidden, events: Vec<Event>) -> Option<bool> {
    for input in from_events(events) {
        match input {
            Input::Key(Key { code: KeyCode::Enter, .. }) => return Some(true),
            Input::Key(key) if key == Key::ctrl('c') || key == Key::ctrl('d') => return Some(false),
            Input::Key(key) => typed.key(key),
            Input::Paste(text) => typed.add(&text),
            Input::Resize => {}
        }
    }
    None
}

/// Where questions are asked.
fn terminal() -> Box<dyn Write> {
    match OpenOptions::new().write(true).open("/dev/tty") {
        Ok(terminal) if cfg!(unix) => Box::new(terminal),
        _ => Box::new(io::stderr()),
    }
}

#[cfg(test)]
mod tests {
    use ratatui::crossterm::event::{KeyEvent, KeyModifiers};

    use super::*;

    /// What comes of keys: the line, or nothing where it was left or not ended.
    fn line(keys: &[(KeyCode, KeyModifiers)]) -> Option<String> {
        let mut typed = Hidden::default();
        let done =
            keys.iter().find_map(|(code, held)| taken(&mut typed, vec![Event::Key(KeyEvent::new(*code, *held))]));
        done?.then(|| typed.as_str().to_owned())
    }

    fn text(text: &str) -> Vec<(KeyCode, KeyModifiers)> {
        text.chars().map(|c| (KeyCode::Char(c), KeyModifiers::NONE)).collect()
    }

    #[test]
    fn a_line_ends_with_enter_and_is_mended_on_the_way() {
        let (back, enter) = ((KeyCode::Backspace, KeyModifiers::NONE), (KeyCode::Enter, KeyModifiers::NONE));
        let ctrl = |c| (KeyCode::Char(c), KeyModifiers::CONTROL);
        assert_eq!(line(&[text("ғоя!"), vec![back, enter]].concat()).as_deref(), Some("ғоя"));
        assert_eq!(
            line(&[text("wrong"), vec![ctrl('u')], text("right"), vec![enter]].concat()).as_deref(),
            Some("right")
        );
        assert_eq!(line(&[text("left"), vec![ctrl('c'), enter]].concat()), None);
        assert_eq!(line(&[vec![ctrl('d')], text("x"), vec![enter]].concat()), None);
        assert_eq!(line(&[back, enter]).as_deref(), Some(""));
        assert_eq!(line(&text("endless")), None);
    }
}
