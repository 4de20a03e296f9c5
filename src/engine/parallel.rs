//! Work split over threads. The result is that of one thread: parts are put together in their order.

use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::sync::mpsc::sync_channel;
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

/// How many parts of a worker wait to be taken.
const WAITING: usize = 2;

/// Makes the parts `0..parts` at the same time, a worker a thread, and hands them over in their order as soon as they
/// are there. Only a few parts wait, however many there are.
///
/// # Errors
/// The first error in the order of the parts; the parts before it have been taken.
pub fn in_order<W: Send, T: Send, E: Send>(
    workers: Vec<W>,
    parts: usize,
    make: impl Fn(&mut W, usize) -> Result<T, E> + Sync,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let (count, make) = (workers.len(), &make);
    thread::scope(|scope| {
        let (mut made, mut running) = (Vec::new(), Vec::new());
        for (first, mut worker) in workers.into_iter().enumerate() {
            let (to, from) = sync_channel(WAITING);
            made.push(from);
            running.push(scope.spawn(move || {
                for part in (first..parts).step_by(count) {
                    let made = make(&mut worker, part);
                    let over = made.is_err();
                    if to.send(made).is_err() || over {
                        break;
                    }
                }
            }));
        }
        let in_turn = made.iter().cycle().take(parts);
        // A worker that ends early has given its error, or it panicked, which is passed on below.
        let mut turns = in_turn.map_while(|from| from.recv().ok());
        let done = turns.try_for_each(|made| take(made?));
        // Whoever still works learns that nobody takes any more.
        drop(made);
        for thread in running {
            thread.join().unwrap_or_else(|panic| resume_unwind(panic));
        }
        done
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_taken_in_order_whoever_makes_them() {
        for (workers, parts) in [(1, 5), (2, 7), (3, 100), (4, 3), (2, 0)] {
            let mut taken = Vec::new();
            let made = in_order(
                (0..workers).collect(),
                parts,
                |worker: &mut usize, part| {
                    assert_eq!(part % workers, *worker);
                    thread::sleep(std::time::Duration::from_micros(part as u64 % 3 * 50));
                    Ok::<_, ()>(part)
                },
                |part| {
                    taken.push(part);
                    Ok(())
                },
            );
            assert_eq!((made, taken), (Ok(()), (0..parts).collect::<Vec<_>>()));
        }
    }

    #[test]
    fn the_first_error_ends_the_work_and_what_was_before_it_is_taken() {
        let fails_at = |part| if part >= 41 { Err(part) } else { Ok(part) };
        let mut taken = 0;
        let made = in_order(
            vec![(), (), ()],
            1_000,
            |(), part| fails_at(part),
            |_| {
                taken += 1;
                Ok(())
            },
        );
        assert_eq!((made, taken), (Err(41), 41));
        // The one who takes may end it as well.
        let refused =
            in_order(vec![(), ()], 1_000_000, |(), part| Ok(part), |part| if part == 9 { Err("full") } else { Ok(()) });
        assert_eq!(refused, Err("full"));
    }

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
