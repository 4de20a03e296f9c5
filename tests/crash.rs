//! The built program, killed in the middle of its work again and again: what the screen showed as saved is there.
//!
//! A round is one sitting in a pseudo-terminal: answers, steps back and undone changes at random, then SIGKILL,
//! SIGTERM, SIGHUP or a closed terminal at a random moment. After it the database is opened as the next sitting
//! would, and held against everything that was seen on the screen. Ten rounds go on with one database.
//!
//! `CRASH_ROUNDS=1000 cargo test --test crash` asks for more rounds, `CRASH_SEED` for those of an earlier run.
#![cfg(unix)]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at what it does not expect"
)]

#[path = "crash/ledger.rs"]
mod ledger;
#[path = "crash/sitting.rs"]
mod sitting;
#[expect(dead_code, reason = "tests/e2e.rs uses the rest")]
#[path = "support/terminal.rs"]
mod terminal;
#[path = "support/writer.rs"]
mod writer;

use std::io::Write;
use std::ops::AddAssign;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant, SystemTime};

use ledger::Ledger;
use sitting::Sitting;
use tempfile::TempDir;

/// How many rounds go on with one database.
const ROUNDS_OF_A_LIFE: u64 = 10;

/// Numbers at random that depend on nothing but the seed (SplitMix64).
pub struct Chance(u64);

impl Chance {
    /// A number below the limit.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (bits ^ (bits >> 31)) % limit
    }

    /// One of the choices.
    pub fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len() as u64) as usize]
    }
}

/// What was done and found, for the line that is printed at the end.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// How many sittings were ended by force.
    pub rounds: u64,
    /// By SIGKILL, SIGTERM, SIGHUP, a closed terminal.
    pub ends: [u64; 4],
    /// Changes that the screen showed as saved.
    pub acknowledged: u64,
    /// Ends between a change and its answer on the screen.
    pub in_flight: u64,
    /// Long texts of which something had to be there.
    pub drafts: u64,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.rounds += other.rounds;
        self.acknowledged += other.acknowledged;
        self.in_flight += other.in_flight;
        self.drafts += other.drafts;
        self.ends.iter_mut().zip(other.ends).for_each(|(sum, more)| *sum += more);
    }
}

fn asked(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|value| value.parse().unwrap_or_else(|_| panic!("{name}={value} is not a number")))
}

/// Past the capture of the test harness: the figures are what the test is run for.
fn tell(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

#[test]
fn no_answer_that_was_shown_as_saved_is_ever_lost() {
    let rounds = asked("CRASH_ROUNDS").unwrap_or(50);
    let clock = || SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |now| now.as_secs());
    let seed = asked("CRASH_SEED").unwrap_or_else(clock);
    tell(&format!("crash: {rounds} rounds, CRASH_SEED={seed}"));
    let (begun, next, sum) = (Instant::now(), AtomicU64::new(0), Mutex::new(Tally::default()));
    let lives = rounds.div_ceil(ROUNDS_OF_A_LIFE);
    let work = || {
        loop {
            let life = next.fetch_add(1, Ordering::Relaxed);
            if life >= lives {
                return;
            }
            let left = (rounds - life * ROUNDS_OF_A_LIFE).min(ROUNDS_OF_A_LIFE);
            let tally = live(seed.wrapping_add(life), left);
            *sum.lock().expect("no panic while counting") += tally;
        }
    };
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..2).map(|_| scope.spawn(work)).collect();
        let failed = workers.into_iter().map(std::thread::ScopedJoinHandle::join).filter(Result::is_err).count();
        assert_eq!(failed, 0, "with CRASH_SEED={seed} CRASH_ROUNDS={rounds}");
    });
    let sum = *sum.lock().expect("no panic while counting");
    let [kill, term, hup, closed] = sum.ends;
    tell(&format!(
        "crash: {} rounds in {} s: {kill} SIGKILL, {term} SIGTERM, {hup} SIGHUP, {closed} closed terminals; \
         {} answers acknowledged, 0 lost; {} ends in the middle of a change; {} drafts of long text held",
        sum.rounds,
        begun.elapsed().as_secs(),
        sum.acknowledged,
        sum.in_flight,
        sum.drafts
    ));
    assert_eq!(sum.rounds, rounds);
    assert!(sum.acknowledged > rounds && sum.in_flight > 0 && sum.drafts > 0, "{sum:?} tries too little");
}

/// A database from its beginning through several rounds.
fn live(seed: u64, rounds: u64) -> Tally {
    let mut chance = Chance(seed.wrapping_mul(0x2545_f491_4f6c_dd1d));
    let home: TempDir = tempfile::tempdir().expect("a folder");
    let mut ledger = Ledger::new(home.path());
    let mut tally = Tally::default();
    for round in 0..rounds {
        let before = Instant::now();
        let told = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let sitting = Sitting::begin(&mut ledger, &mut chance);
            if round == 0 {
                tally.drafts += u64::from(sitting.type_a_long_text());
                tally.ends[0] += 1;
            } else {
                sitting.answer_and_be_killed(&mut tally);
            }
            ledger.audit();
        }));
        if let Err(reason) = told {
            tell(&format!("crash: life {seed}, round {round}, after {:?}", before.elapsed()));
            std::panic::resume_unwind(reason);
        }
        tally.rounds += 1;
    }
    tally
}

/// How long a program that was told to stop may take.
pub const SOON: Duration = Duration::from_secs(5);
