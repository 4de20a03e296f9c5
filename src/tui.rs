//! The terminal interface: the loop that reads keys, updates the screens and draws on every event.
//!
//! Knows the engine's ports and the interface texts; names no database. Everything but this file
//! and the guard runs without a terminal.

use std::io;
use std::mem::ManuallyDrop;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::event::{self, Event};
use ratatui::crossterm::execute;
use ratatui::crossterm::terminal::{Clear, ClearType};

pub mod actions;
pub mod app;
pub mod context;
pub mod guard;
pub mod hidden;
pub mod input;
pub mod keymap;
pub mod prompt;
pub mod screens;
pub mod theme;
pub mod widgets;

use app::{App, Outcome};
use input::Input;

/// Runs the interface until it is left, the terminal goes away or a signal asks to stop. The
/// terminal is restored on every path.
///
/// # Errors
/// The terminal could not be set up, written or read. Everything acknowledged is on disk, and what was
/// typed is kept.
pub fn run(mut app: App) -> io::Result<Outcome> {
    let outcome = drive(&mut app);
    if outcome.is_err() {
        app.leave_quietly();
    }
    outcome
}

fn drive(app: &mut App) -> io::Result<Outcome> {
    let stop = stop_signals()?;
    let _guard = guard::Guard::enter()?;
    let mut terminal = fresh_terminal()?;
    loop {
        if app.take_redraw() {
            // `Terminal::clear` asks where the cursor is, and some terminals never answer.
            execute!(io::stdout(), Clear(ClearType::All))?;
            terminal = fresh_terminal()?;
        }
        guard::draw_whole(&mut terminal, |frame| app.draw(frame))?;
        if let Some(outcome) = app.outcome() {
            return Ok(outcome);
        }
        match read_inputs(&stop, if app.awaits() { 1 } else { 4 })? {
            Waiting::Stop => {
                app.leave_quietly();
                return Ok(app.outcome().unwrap_or_default());
            }
            Waiting::Idle => app.idle(),
            Waiting::Inputs(inputs) => inputs.into_iter().for_each(|input| app.input(input)),
        }
    }
}

/// A terminal that takes the screen to be empty. It is never dropped: the guard shows the cursor, and on a
/// terminal that is gone ratatui's own attempt ends in a panic.
fn fresh_terminal() -> io::Result<ManuallyDrop<Terminal<CrosstermBackend<io::Stdout>>>> {
    Terminal::new(CrosstermBackend::new(io::stdout())).map(ManuallyDrop::new)
}

enum Waiting {
    Inputs(Vec<Input>),
    Idle,
    Stop,
}

/// How often a signal to stop is looked for while no key comes. A terminal that has gone away makes
/// the wait below busy, so it must be short.
const SLICE: Duration = Duration::from_millis(250);

/// Waits so many slices at most, then takes everything that has arrived.
fn read_inputs(stop: &AtomicBool, slices: u8) -> io::Result<Waiting> {
    let mut slices = 0..slices;
    loop {
        if stop.load(Ordering::Relaxed) {
            return Ok(Waiting::Stop);
        }
        if slices.next().is_none() {
            return Ok(Waiting::Idle);
        }
        if event::poll(SLICE)? {
            break;
        }
    }
    let mut events: Vec<Event> = vec![event::read()?];
    while events.len() < 4096 && event::poll(Duration::ZERO)? {
        events.push(event::read()?);
    }
    Ok(Waiting::Inputs(input::from_events(events)))
}

/// A flag raised by SIGTERM, SIGHUP and SIGINT.
///
/// # Errors
/// The system refused to register the signals.
#[cfg(unix)]
pub fn stop_signals() -> io::Result<Arc<AtomicBool>> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let stop = Arc::new(AtomicBool::new(false));
    for signal in [SIGHUP, SIGINT, SIGTERM] {
        signal_hook::flag::register(signal, Arc::clone(&stop))?;
    }
    Ok(stop)
}

/// A flag that nothing raises: there are no such signals here.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn stop_signals() -> io::Result<Arc<AtomicBool>> {
    Ok(Arc::new(AtomicBool::new(false)))
}
