//! The terminal's state: entered once, restored on every exit path, panics included.

use std::io::{self, Write};
use std::sync::Once;

use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste};
use ratatui::crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use ratatui::crossterm::{cursor, execute};

/// Holds the terminal in raw mode on the alternate screen; dropping it restores everything.
#[derive(Debug)]
pub struct Guard(());

impl Guard {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// The terminal refused; what was changed is restored.
    pub fn enter() -> io::Result<Self> {
        restore_before_panic_messages();
        enable_raw_mode()?;
        let guard = Self(());
        execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
        Ok(guard)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}

/// Gives the terminal back. A failure cannot be helped here: the terminal is gone.
fn restore() {
    let mut out = io::stdout();
    let _ = execute!(out, DisableMouseCapture, DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
    let _ = disable_raw_mode();
    let _ = out.flush();
}

/// A panic's message belongs on the restored screen.
fn restore_before_panic_messages() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            restore();
            before(info);
        }));
    });
}

/// Draws one frame inside a synchronized update, so that slow lines show no halves.
///
/// # Errors
/// The terminal could not be written.
pub fn draw_whole<B: Backend<Error = io::Error>>(
    terminal: &mut Terminal<B>,
    draw: impl FnOnce(&mut ratatui::Frame),
) -> io::Result<()> {
    execute!(io::stdout(), BeginSynchronizedUpdate)?;
    terminal.draw(draw)?;
    execute!(io::stdout(), EndSynchronizedUpdate)
}
