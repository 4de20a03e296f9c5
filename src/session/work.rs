//! Long work beside the interface, which goes on meanwhile: it is looked at, and taken when it is done.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

use super::Desk;
use crate::engine::library::Library;
use crate::engine::steps::Steps;

/// Where long work is done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Labour {
    /// On a thread of its own.
    #[default]
    Beside,
    /// At once, while everything waits.
    AtOnce,
}

/// Work that has been begun. Dropping it stops it.
#[derive(Debug)]
pub struct Task<T> {
    steps: Arc<Steps>,
    result: Receiver<Option<T>>,
}

/// How far a task is.
#[derive(Debug, PartialEq, Eq)]
pub enum Stand<T> {
    /// It goes on.
    Going,
    /// It is done.
    Done(T),
    /// It ended without a result: it was stopped, or it failed.
    Ended,
}

impl<T: Send + 'static> Task<T> {
    /// Begins. The work gives nothing back when it was stopped.
    pub fn begin(labour: Labour, work: impl FnOnce(&Steps) -> Option<T> + Send + 'static) -> Self {
        let steps = Arc::new(Steps::default());
        let (sender, result) = channel();
        let shared = Arc::clone(&steps);
        let run = move || {
            // Work that fails ends without a result; who waits is told so.
            let done = catch_unwind(AssertUnwindSafe(|| work(&shared))).unwrap_or(None);
            // Nobody listens when the task was dropped.
            let _ = sender.send(done);
        };
        match labour {
            Labour::AtOnce => run(),
            // A machine that has no thread left drops the sender with the work: the task has ended.
            Labour::Beside => drop(thread::Builder::new().name("work".to_owned()).spawn(run)),
        }
        Self { steps, result }
    }

    /// Work that is done already.
    fn done(result: T) -> Self {
        let (sender, taken) = channel();
        // It is kept by the channel until it is taken.
        let _ = sender.send(Some(result));
        Self { steps: Arc::default(), result: taken }
    }

    /// Takes the result, if it is there.
    pub fn take(&self) -> Stand<T> {
        match self.result.try_recv() {
            Ok(Some(done)) => Stand::Done(done),
            Ok(None) | Err(TryRecvError::Disconnected) => Stand::Ended,
            Err(TryRecvError::Empty) => Stand::Going,
        }
    }

    /// Stops the work at its next step.
    pub fn stop(&self) {
        self.steps.stop();
    }

    /// The share that is done, 0 to 100.
    pub fn percent(&self) -> usize {
        self.steps.percent().unwrap_or(0)
    }
}

impl Desk {
    /// Begins long work over all assessments: with a reader of its own where there can be one, else at once, for what
    /// nobody else can read is small.
    pub fn over_all<T: Send + 'static>(
        &self,
        work: impl FnOnce(&dyn Library, &Steps) -> T + Send + 'static,
    ) -> Task<T> {
        match self.library.beside() {
            Some(library) => Task::begin(self.pools.labour, move |steps| Some(work(library.as_ref(), steps))),
            None => Task::done(work(self.library.as_ref(), &Steps::default())),
        }
    }
}

impl<T> Drop for Task<T> {
    fn drop(&mut self) {
        self.steps.stop();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::sync_channel;

    use super::*;

    fn wait<T: Send + 'static>(task: &Task<T>) -> Stand<T> {
        loop {
            match task.take() {
                Stand::Going => thread::yield_now(),
                stand => return stand,
            }
        }
    }

    #[test]
    fn a_result_is_taken_once_wherever_it_was_made() {
        for labour in [Labour::AtOnce, Labour::Beside] {
            let task = Task::begin(labour, |steps| {
                steps.expect(2);
                steps.step().ok()?;
                Some(7)
            });
            assert_eq!(wait(&task), Stand::Done(7));
            assert_eq!((task.percent(), task.take()), (50, Stand::Ended));
        }
    }

    #[test]
    fn a_task_that_is_dropped_stops_its_work() {
        let (told, stopped) = sync_channel(1);
        let task = Task::begin(Labour::Beside, move |steps| {
            while steps.wanted().is_ok() {
                thread::yield_now();
            }
            told.send(()).ok()
        });
        assert_eq!(task.take(), Stand::Going);
        drop(task);
        stopped.recv().unwrap();
    }

    #[test]
    fn work_that_fails_ends_and_takes_nothing_with_it() {
        let task = Task::begin(Labour::Beside, |_| -> Option<()> { std::panic::resume_unwind(Box::new("a fault")) });
        assert_eq!(wait(&task), Stand::Ended);
    }
}
