//! Work split over threads. The result is that of one thread: parts are put together in their order.

use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::thread;

/// As many threads as this machine runs at once.
pub fn threads() -> NonZeroUsize {
    thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

/// Applies `work` to the numbers `0..n`, split over so many threads at most, and returns the results in order.
pub fn map<T: Send>(n: usize, threads: NonZeroUsize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let threads = threads.get().min(n);
    if threads <= 1 {
        return (0..n).map(work).collect();
    }
    let share = n.div_ceil(threads);
    let work = &work;
    thread::scope(|scope| {
        let parts = (0..threads).map(|part| (part * share).min(n)..((part + 1) * share).min(n));
        let running: Vec<_> = parts.map(|part| scope.spawn(move || part.map(work).collect::<Vec<T>>())).collect();
        let finished = running.into_iter().map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
        finished.flatten().collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_kept_for_any_number_of_threads() {
        for n in [0, 1, 2, 7, 100] {
            let alone: Vec<usize> = (0..n).map(|at| at * at).collect();
            for threads in [1, 2, 3, 16] {
                assert_eq!(map(n, NonZeroUsize::new(threads).unwrap(), |at| at * at), alone, "{n} on {threads}");
            }
        }
    }
}
