//! A program in a terminal of its own: keys go in, the screen is read as a person sees it.
//!
//! Nothing here sleeps and hopes: whoever waits is woken by output, and gives up after a time.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at what it does not expect"
)]

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// How long anything may take before a test fails.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// What the terminal shows, shared with the thread that reads it.
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    parser: vt100::Parser,
    /// Everything that was written, byte by byte.
    output: Vec<u8>,
    /// Whether the reader should end at the next output.
    stop: bool,
    /// Whether the program has closed its side.
    ended: bool,
}

/// A program in a terminal.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    shared: Arc<Shared>,
    reader: Option<JoinHandle<()>>,
}

const fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a window has a size")
}

impl Terminal {
    /// Starts the program with a home folder of its own, in English, at 80×24.
    pub fn start(program: &str, home: &Path, arguments: &[&str]) -> Self {
        let pair = native_pty_system().openpty(size(80, 24)).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(program);
        command.env_clear();
        for (name, value) in [("TERM", "xterm-256color"), ("LANG", "en_US.UTF-8"), ("TZ", "UTC")] {
            command.env(name, value);
        }
        command.env("HOME", home);
        command.env("XDG_DATA_HOME", home);
        command.cwd(home);
        command.args(arguments);
        let child = pair.slave.spawn_command(command).expect("the program");
        drop(pair.slave);
        let shared = Arc::new(Shared {
            state: Mutex::new(State {
                parser: vt100::Parser::new(cells(24), cells(80), 0),
                output: Vec::new(),
                stop: false,
                ended: false,
            }),
            changed: Condvar::new(),
        });
        let reader = Some(read_on(pair.master.try_clone_reader().expect("a reader"), Arc::clone(&shared)));
        let keys = pair.master.take_writer().expect("a writer");
        Self { child, master: pair.master, keys, shared, reader }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.shared.state.lock().expect("no panic while reading")
    }

    /// What the screen shows.
    pub fn screen(&self) -> String {
        self.state().parser.screen().contents()
    }

    /// The line of the screen that the cursor stands in, and its column there.
    pub fn cursor(&self) -> (String, usize) {
        let state = self.state();
        let screen = state.parser.screen();
        let (row, column) = screen.cursor_position();
        (screen.contents().lines().nth(row.into()).unwrap_or_default().to_owned(), column.into())
    }

    /// Everything that was written to the terminal, as text.
    pub fn output(&self) -> String {
        String::from_utf8_lossy(&self.state().output).into_owned()
    }

    /// Whether anything on the screen has a colour.
    pub fn is_coloured(&self) -> bool {
        let state = self.state();
        let screen = state.parser.screen();
        let (rows, columns) = screen.size();
        let mut cells =
            (0..rows.get()).flat_map(|row| (0..columns.get()).filter_map(move |column| screen.cell(row, column)));
        cells.any(|cell| cell.fgcolor() != vt100::Color::Default || cell.bgcolor() != vt100::Color::Default)
    }

    /// Types: text, or the bytes that a terminal sends for a key.
    pub fn send(&mut self, keys: &str) -> &mut Self {
        self.send_bytes(keys.as_bytes())
    }

    /// Sends bytes that need not be text.
    pub fn send_bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.keys.write_all(bytes).and_then(|()| self.keys.flush()).expect("the terminal takes keys");
        self
    }

    /// Waits until the screen passes a test; false, if it does not in time.
    pub fn wait_until(&self, time: Duration, test: impl Fn(&str) -> bool) -> bool {
        let deadline = Instant::now() + time;
        let mut state = self.state();
        loop {
            if test(&state.parser.screen().contents()) {
                return true;
            }
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() || state.ended {
                return false;
            }
            state = self.shared.changed.wait_timeout(state, left).expect("no panic while reading").0;
        }
    }

    /// Waits until the screen shows a text, also one that is broken over lines.
    #[track_caller]
    pub fn shows(&mut self, text: &str) -> &mut Self {
        let wanted = squeezed(text);
        let found = self.wait_until(PATIENCE, |screen| squeezed(screen).contains(&wanted));
        assert!(found, "`{text}` does not appear:\n{}", self.screen());
        self
    }

    /// Waits until the screen does not show a text any more.
    #[track_caller]
    pub fn hides(&mut self, text: &str) -> &mut Self {
        let gone = self.wait_until(PATIENCE, |screen| !squeezed(screen).contains(&squeezed(text)));
        assert!(gone, "`{text}` stays:\n{}", self.screen());
        self
    }

    /// Puts a text over the screen that the program knows nothing of.
    pub fn garble(&mut self, text: &str) -> &mut Self {
        self.state().parser.process(format!("\u{1b}[1;1H\u{1b}[2J{text}").as_bytes());
        self
    }

    /// Gives the window another size.
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.state().parser.screen_mut().set_size(cells(rows), cells(columns));
        self.master.resize(size(columns, rows)).expect("a terminal that can be resized");
        self
    }

    /// The id of the process.
    pub fn process(&self) -> u32 {
        self.child.process_id().expect("a process")
    }

    /// Sends a signal by its name.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").args([&format!("-{name}"), &self.process().to_string()]).status();
        assert!(sent.expect("kill can be run").success());
    }

    /// Waits until the program has ended by itself, and gives all that it has left on the screen.
    #[track_caller]
    pub fn ends(mut self) -> (ExitStatus, String) {
        let status = wait_for_end(self.child.as_mut(), PATIENCE).unwrap_or_else(|| {
            let screen = self.screen();
            let _ = self.child.kill();
            panic!("the program goes on:\n{screen}")
        });
        if let Some(reader) = self.reader.take() {
            reader.join().expect("the reader ends with the program");
        }
        (status, self.screen())
    }

    /// Waits until the program has ended by itself; the terminal must be as it was before.
    #[track_caller]
    pub fn ends_cleanly(self) -> String {
        let shared = Arc::clone(&self.shared);
        let (status, screen) = self.ends();
        let state = shared.state.lock().expect("no panic while reading");
        let terminal = state.parser.screen();
        assert!(status.success(), "{status:?}\n{screen}");
        assert!(!terminal.alternate_screen(), "still on the alternate screen");
        assert!(!terminal.hide_cursor(), "the cursor is still hidden");
        assert!(!terminal.bracketed_paste(), "pastes are still bracketed");
        screen
    }

    /// Takes the terminal away, as when its window is closed. Returns whether the program ended in time.
    pub fn hang_up(mut self, time: Duration) -> bool {
        self.state().stop = true;
        // The reader holds the terminal open until there is something to read.
        self.send("\u{c}");
        if let Some(reader) = self.reader.take() {
            reader.join().expect("the reader ends");
        }
        let Self { mut child, master, keys, .. } = self;
        drop(keys);
        drop(master);
        let ended = wait_for_end(child.as_mut(), time).is_some();
        if !ended {
            let _ = child.kill();
        }
        ended
    }
}

/// Waits for a process by asking: there is no other way with a time limit.
fn wait_for_end(child: &mut (dyn Child + Send + Sync), time: Duration) -> Option<ExitStatus> {
    let deadline = Instant::now() + time;
    loop {
        if let Some(status) = child.try_wait().expect("a process of ours") {
            return Some(status);
        }
        if Instant::now() > deadline {
            return None;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn read_on(mut output: Box<dyn Read + Send>, shared: Arc<Shared>) -> JoinHandle<()> {
    std::thread::spawn(move || {
        let mut bytes = [0; 4096];
        loop {
            // The end of a terminal is an error on Linux.
            let count = output.read(&mut bytes).unwrap_or(0);
            let mut state = shared.state.lock().expect("no panic while waiting");
            state.parser.process(&bytes[..count]);
            state.output.extend_from_slice(&bytes[..count]);
            state.ended |= count == 0;
            let stop = state.ended || state.stop;
            drop(state);
            shared.changed.notify_all();
            if stop {
                return;
            }
        }
    })
}

/// A text without white space, in which line breaks do not matter.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Waits until something is so, asking again and again. False, if it is not in time.
pub fn eventually(time: Duration, mut test: impl FnMut() -> bool) -> bool {
    let deadline = Instant::now() + time;
    while !test() {
        if Instant::now() > deadline {
            return false;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    true
}

/// The folder of a database in a home folder.
pub fn database(home: &Path) -> PathBuf {
    home.join("data.db")
}
