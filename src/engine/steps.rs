//! How far long work is, and whether it is still wanted: shared by who works and who waits.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::interview::journal::JournalError;
use super::text::Message;

/// How far long work is. The one who works takes steps; the one who waits looks at them, and may stop the work
/// before its next step.
#[derive(Debug, Default)]
pub struct Steps {
    done: AtomicUsize,
    expected: AtomicUsize,
    stopped: AtomicBool,
}

/// The work was stopped before it was done. Nothing of it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

impl Steps {
    /// Says how many more steps there will be.
    pub fn expect(&self, steps: usize) {
        self.expected.fetch_add(steps, Ordering::Relaxed);
    }

    /// A step is done.
    ///
    /// # Errors
    /// The work is no longer wanted.
    pub fn step(&self) -> Result<(), Stopped> {
        self.done.fetch_add(1, Ordering::Relaxed);
        self.wanted()
    }

    /// So many steps are done in all.
    ///
    /// # Errors
    /// The work is no longer wanted.
    pub fn reach(&self, steps: usize) -> Result<(), Stopped> {
        self.done.store(steps, Ordering::Relaxed);
        self.wanted()
    }

    /// Whether the work is still wanted, where no step is done.
    ///
    /// # Errors
    /// It is not.
    pub fn wanted(&self) -> Result<(), Stopped> {
        if self.stopped.load(Ordering::Relaxed) { Err(Stopped) } else { Ok(()) }
    }

    /// Asks for no more steps.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// The share of the expected steps that is done, 0 to 100; `None` while nothing is expected.
    pub fn percent(&self) -> Option<usize> {
        let expected = self.expected.load(Ordering::Relaxed);
        (expected > 0).then(|| self.done.load(Ordering::Relaxed).min(expected).saturating_mul(100) / expected)
    }
}

impl From<Stopped> for JournalError {
    fn from(_: Stopped) -> Self {
        Self { message: Message::new("work-stopped"), cause: String::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_is_told_as_a_share_of_what_is_expected() {
        let steps = Steps::default();
        assert_eq!(steps.percent(), None);
        steps.expect(3);
        assert_eq!((steps.step(), steps.percent()), (Ok(()), Some(33)));
        steps.expect(1);
        assert_eq!((steps.step(), steps.percent()), (Ok(()), Some(50)));
        assert_eq!((steps.reach(9), steps.percent()), (Ok(()), Some(100)));
    }

    #[test]
    fn work_that_is_not_wanted_ends_at_its_next_step() {
        let steps = Steps::default();
        steps.stop();
        assert_eq!((steps.step(), steps.wanted()), (Err(Stopped), Err(Stopped)));
    }
}
