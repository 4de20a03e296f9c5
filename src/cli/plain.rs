//! The program line by line: where its lines come from, and what an ending means to scripts.

use std::io::{self, BufRead, IsTerminal, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

use super::failure::Failure;
use super::shell::Shell;
use super::{Verdict, files, places};
use crate::engine::text::Message;
use crate::plain;
pub use crate::plain::First;
use crate::plain::{Leave, Line, Lines};
use crate::session::Desk;
use crate::tui;

/// The longest line that is read as one, in bytes.
const LONGEST: u64 = 1 << 20;
/// How often a signal to stop is looked for.
const SLICE: Duration = Duration::from_millis(200);

/// Whether the program is to run line by line, and if so, what is to be said about it.
#[derive(Debug)]
pub enum Chosen {
    /// It is not.
    No,
    /// It was asked for.
    Asked,
    /// The interface cannot be shown, for this reason.
    Because(Message),
}

/// How the program is to run: as asked, or as the surroundings allow.
pub fn chosen(shell: &Shell) -> Chosen {
    let terminal = places::variable("TERM").unwrap_or_default();
    if shell.general.plain {
        Chosen::Asked
    } else if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        Chosen::Because(Message::new("plain-because-pipe"))
    } else if terminal == "dumb" {
        Chosen::Because(Message::new("plain-because-terminal").with("terminal", terminal))
    } else {
        Chosen::No
    }
}

/// Holds a sitting line by line.
pub fn run(shell: &Shell, desk: Desk, first: &First) -> Result<Verdict, Failure> {
    let mut input = Typed::listen().map_err(|error| {
        let message = Message::new("cli-terminal-failed").with("cause", error.to_string());
        Failure::system(message).hint(Message::new("cli-terminal-failed-hint"))
    })?;
    // What is typed into a pipe is seen nowhere.
    let repeats = !io::stdin().is_terminal();
    let deliver = |path: &Path, text: &str| match files::write(path, text.as_bytes(), false) {
        Ok(()) => Ok(Message::new("cli-written").with("path", path.display().to_string())),
        Err(Failure::Said { message, .. }) => Err(message),
        Err(Failure::Unread) => Err(Message::new("cli-cannot-print").with("cause", "")),
    };
    let leave = plain::run(desk, first, &mut input, &mut io::stdout().lock(), repeats, Box::new(deliver));
    match leave {
        Leave::Asked | Leave::Ended | Leave::Stopped => Ok(Verdict::Done),
        Leave::Unsaved(message) => {
            Err(Failure::system(Message::new("plain-not-saved").with("cause", shell.texts.say(&message))))
        }
        Leave::Unheard(error) if error.kind() == io::ErrorKind::BrokenPipe => Err(Failure::Unread),
        Leave::Unheard(error) => {
            Err(Failure::system(Message::new("cli-cannot-print").with("cause", error.to_string())))
        }
    }
}

/// Lines of standard input. They are read by a thread of their own, so that a signal is noticed while one
/// is awaited.
struct Typed {
    lines: Receiver<String>,
    stop: Arc<AtomicBool>,
}

impl Typed {
    fn listen() -> io::Result<Self> {
        let stop = tui::stop_signals()?;
        let (send, lines) = sync_channel(1);
        thread::Builder::new().spawn(move || {
            while let Some(line) = read_line() {
                if send.send(line).is_err() {
                    return;
                }
            }
        })?;
        Ok(Self { lines, stop })
    }
}

/// The next line; none at the end, or when the terminal is gone.
pub fn read_line() -> Option<String> {
    let mut input = io::stdin().lock();
    let mut bytes = Vec::new();
    input.by_ref().take(LONGEST).read_until(b'\n', &mut bytes).ok().filter(|read| *read > 0)?;
    if bytes.len() as u64 == LONGEST && !bytes.ends_with(b"\n") {
        // The rest of a line that is too long for any answer is not the next answer.
        drop_line(&mut input);
    }
    let text = String::from_utf8_lossy(&bytes);
    Some(text.trim_end_matches(['\n', '\r']).trim_start_matches('\u{feff}').to_owned())
}

/// Reads to the end of the line, and keeps nothing of it.
fn drop_line(input: &mut impl BufRead) {
    let mut rest = Vec::new();
    while input.by_ref().take(LONGEST).read_until(b'\n', &mut rest).is_ok_and(|read| read > 0) && !rest.ends_with(b"\n")
    {
        rest.clear();
    }
}

impl Lines for Typed {
    fn next(&mut self) -> Line {
        while !self.stop.load(Ordering::Relaxed) {
            match self.lines.recv_timeout(SLICE) {
                Ok(line) => return Line::Typed(line),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Line::End,
            }
        }
        Line::Stop
    }
}
