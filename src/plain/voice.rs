//! What is heard and said: lines in, wrapped lines out.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use crate::engine::text::{Message, canonical};
use crate::report::wrap::{plain, wrap};

/// The longest line.
pub(super) const COLUMNS: usize = 76;
/// What stands before a line that is to be typed.
const PROMPT: &str = "> ";

/// What came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A line, without its end.
    Typed(String),
    /// There are no more lines.
    End,
    /// A signal asks to stop.
    Stop,
}

/// Where lines come from.
pub trait Lines {
    /// Waits for the next line.
    fn next(&mut self) -> Line;
}

/// Why a sitting ended. Everything that was said to be saved is saved.
#[derive(Debug)]
pub enum Leave {
    /// It was asked for.
    Asked,
    /// There were no more lines.
    Ended,
    /// A signal asked to stop.
    Stopped,
    /// The disk refused, and it was left at that.
    Unsaved(Message),
    /// Nothing could be printed any more.
    Unheard(io::Error),
}

/// What comes of a conversation, unless the program is left in it.
pub(super) type Heard<T> = Result<T, Leave>;

/// Reads and prints.
pub(super) struct Voice<'a> {
    pub(super) input: &'a mut dyn Lines,
    pub(super) output: &'a mut dyn Write,
    /// Whether lines are repeated that come in.
    pub(super) repeats: bool,
}

impl Voice<'_> {
    fn print(&mut self, text: &str) -> Heard<()> {
        self.output.write_all(text.as_bytes()).map_err(Leave::Unheard)
    }

    pub(super) fn blank(&mut self) -> Heard<()> {
        self.print("\n")
    }

    /// Prints a text behind a prefix, under which its further lines are indented.
    pub(super) fn text(&mut self, prefix: &str, text: &str) -> Heard<()> {
        let prefix = plain(prefix);
        let indent = prefix.width();
        for (at, line) in wrap(text, COLUMNS - indent, 0).iter().enumerate() {
            let before = if at == 0 { prefix.clone() } else { " ".repeat(indent) };
            self.print(&format!("{}\n", format!("{before}{line}").trim_end()))?;
        }
        Ok(())
    }

    /// Prints what is laid out already, without rules and bars, which nobody wants to hear.
    pub(super) fn page(&mut self, text: &str) -> Heard<()> {
        text.lines().filter(|line| !is_rule(line)).try_for_each(|line| {
            let line = plain(line).replace(['█', '░'], "");
            self.print(&format!("{}\n", line.trim_end()))
        })
    }

    /// Waits for a line.
    pub(super) fn ask(&mut self) -> Heard<String> {
        self.print(PROMPT)?;
        self.output.flush().map_err(Leave::Unheard)?;
        match self.input.next() {
            Line::Typed(line) => {
                let line = canonical(&line);
                if self.repeats {
                    self.print(&format!("{}\n", plain(&line)))?;
                }
                Ok(line)
            }
            Line::End => {
                self.blank()?;
                Err(Leave::Ended)
            }
            Line::Stop => Err(Leave::Stopped),
        }
    }
}

/// Whether a line only divides what stands above it from what stands below.
fn is_rule(line: &str) -> bool {
    !line.is_empty() && line.chars().all(|c| matches!(c, '═' | '─'))
}
