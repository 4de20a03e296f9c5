//! What a disk remembers and refuses, apart from SQLite: the recorded operations and the planned failure.

use std::cell::RefCell;

/// Something that reached the disk, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op {
    /// Bytes of a file.
    Write {
        /// The name of the file.
        file: String,
        /// Where they begin.
        at: usize,
        /// What they are.
        bytes: Vec<u8>,
    },
    /// A file cut, or grown, to a length.
    Truncate {
        /// The name of the file.
        file: String,
        /// Its new length.
        size: usize,
    },
    /// Everything written to a file so far is to survive a power cut.
    Sync {
        /// The name of the file.
        file: String,
    },
    /// A file is gone.
    Delete {
        /// The name of the file.
        file: String,
    },
    /// What the test says has been promised by now.
    Mark(usize),
}

/// How an operation fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The disk reports an error; nothing is done.
    Error,
    /// The disk is full; nothing is done.
    Full,
    /// Half of a write is done, then the disk is full. Anything else fails as an error.
    Short,
    /// Half of a write is done, then the disk reports an error.
    Torn,
}

/// A planned failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Which write, truncation, sync or deletion, from 0, of those that this thread asks for.
    pub at: usize,
    /// How it fails.
    pub failure: Failure,
    /// Whether everything after it fails as well, as on a disk that has been pulled out.
    pub lasting: bool,
}

#[derive(Default)]
struct Disk {
    recording: Option<Vec<Op>>,
    plan: Option<Plan>,
    asked: usize,
    failed: usize,
}

thread_local! {
    // SQLite works on the thread that calls it, so tests on several threads have a disk each.
    static DISK: RefCell<Disk> = RefCell::default();
}

/// Begins to write down what reaches the disk.
pub fn record() {
    DISK.with_borrow_mut(|disk| disk.recording = Some(Vec::new()));
}

/// Notes what has been promised by now.
pub fn mark(promise: usize) {
    note(|| Op::Mark(promise));
}

/// Ends the recording.
pub fn recorded() -> Vec<Op> {
    DISK.with_borrow_mut(|disk| disk.recording.take()).unwrap_or_default()
}

/// Plans a failure, and counts operations from here on.
pub fn plan(plan: Option<Plan>) {
    DISK.with_borrow_mut(|disk| *disk = Disk { plan, recording: disk.recording.take(), ..Disk::default() });
}

/// How many operations were asked for, and how many of them failed, since the last plan.
pub fn counted() -> (usize, usize) {
    DISK.with_borrow(|disk| (disk.asked, disk.failed))
}

pub(crate) fn note(op: impl FnOnce() -> Op) {
    DISK.with_borrow_mut(|disk| {
        if let Some(recording) = &mut disk.recording {
            recording.push(op());
        }
    });
}

/// Whether the operation that is asked for now fails.
pub(crate) fn verdict() -> Option<Failure> {
    DISK.with_borrow_mut(|disk| {
        let now = disk.asked;
        disk.asked += 1;
        let failure = disk.plan.filter(|plan| plan.at == now || plan.lasting && plan.at < now)?.failure;
        disk.failed += 1;
        Some(failure)
    })
}
