//! One run of the program: begun, used at random, ended by force.

use std::time::{Duration, Instant};

use crate::ledger::{Ledger, Pending, QUESTIONS, Takes, takes};
use crate::terminal::{PATIENCE, Terminal, database};
use crate::{Chance, SOON, Tally};

const PROGRAM: &str = env!("CARGO_BIN_EXE_tashxis");
const ENTER: &str = "\r";
const TAB: &str = "\t";
const PAGE_UP: &str = "\u{1b}[5~";
const CTRL_Z: &str = "\u{1a}";
const HOME: &str = "\u{1b}[1;5H";

/// The most of a long text that may be lost.
const LOSS: Duration = Duration::from_secs(2);

/// One run of the program.
pub struct Sitting<'a> {
    terminal: Terminal,
    ledger: &'a mut Ledger,
    chance: &'a mut Chance,
    /// Whether the screen has been seen, so that the program knows what to do with signals.
    seen: bool,
}

/// The question on the screen.
fn question(screen: &str) -> Option<usize> {
    let (_, after) = screen.split_once("Ask")?;
    after.get(..2)?.parse().ok()
}

impl<'a> Sitting<'a> {
    /// Starts the program at the assessment, which the first sitting begins.
    pub fn begin(ledger: &'a mut Ledger, chance: &'a mut Chance) -> Self {
        let path = database(&ledger.home);
        let mut arguments = vec!["--db", path.to_str().expect("a path in UTF-8")];
        match &ledger.id {
            Some(id) => arguments.extend(["open", id]),
            None => arguments.extend(["new", "-q", "crash.toml", "--name", "Firm"]),
        }
        let terminal = Terminal::start(PROGRAM, &ledger.home, &arguments);
        Self { terminal, ledger, chance, seen: false }
    }

    /// Changes answers at random until the end comes.
    pub fn answer_and_be_killed(mut self, tally: &mut Tally) {
        if self.chance.below(10) == 0 {
            let early = Duration::from_millis(self.chance.below(200));
            self.terminal.wait_until(early, |_| false);
            return self.end(tally);
        }
        for _ in 0..=self.chance.below(8) {
            let at = self.place();
            self.act(at);
            if self.ledger.pending.is_some() && self.chance.below(6) == 0 {
                tally.in_flight += 1;
                break;
            }
            self.see(at);
            tally.acknowledged += u64::from(self.ledger.pending.is_some());
            self.ledger.acknowledge();
        }
        let late = Duration::from_micros(self.chance.below(40_000));
        self.terminal.wait_until(late, |_| false);
        self.end(tally);
    }

    /// The question that the screen shows; from the review behind the last one the way leads back.
    fn place(&mut self) -> usize {
        let shown = self.terminal.wait_until(PATIENCE, |screen| question(screen).is_some() || is_review(screen));
        assert!(shown, "no question:\n{}", self.terminal.screen());
        self.seen = true;
        if let Some(at) = question(&self.terminal.screen()).filter(|_| !is_review(&self.terminal.screen())) {
            return at;
        }
        self.terminal.send("\u{1b}").hides("Review");
        self.terminal.send(HOME).shows("Ask01");
        1
    }

    /// Does something at the question on the screen.
    fn act(&mut self, at: usize) {
        match self.chance.below(10) {
            0 if at > 1 => {
                self.terminal.send(PAGE_UP);
                self.ledger.leave(at);
            }
            1 if !self.ledger.undoable.is_empty() => {
                self.ledger.pending = Some(Pending::Undo);
                self.terminal.send(CTRL_Z);
            }
            _ => self.answer(at),
        }
    }

    fn answer(&mut self, at: usize) {
        let keys = match takes(at) {
            Takes::Choice => self.chance.of(&["1", "2", "3", "4", "5"]).to_owned(),
            Takes::Number => self.chance.of(&["1", "7", "12", "40"]).to_owned(),
            Takes::Text => self.chance.of(&["Buxoro", "Тошкент", "oʻ", "a b c", "naʼmuna"]).to_owned(),
            Takes::Lines => (0..=self.chance.below(12)).map(|n| format!("soʻz{n} ")).collect::<String>() + ".",
        };
        self.ledger.pending = Some(Pending::Typed(at, keys.clone()));
        if self.chance.below(2) == 0 {
            for key in keys.chars() {
                self.terminal.send(&key.to_string());
                std::thread::sleep(Duration::from_micros(self.chance.below(3_000)));
            }
        } else {
            self.terminal.send(&keys);
        }
        self.terminal.send(if takes(at) == Takes::Lines { TAB } else { ENTER });
    }

    /// Waits until the screen shows what followed.
    fn see(&mut self, at: usize) {
        let expected = match (&self.ledger.pending, self.ledger.undoable.last()) {
            (Some(Pending::Undo), Some((number, _))) => format!("Ask{number:02}"),
            (Some(Pending::Typed(..)), _) if at == QUESTIONS => "Review".to_owned(),
            (Some(Pending::Typed(..)), _) => format!("Ask{:02}", at + 1),
            _ => format!("Ask{:02}", at - 1),
        };
        if let Some(Pending::Undo) = self.ledger.pending {
            self.terminal.shows("was undone");
        }
        self.terminal.shows(&expected);
    }

    /// Types a long text without a pause, and is killed in the middle of it.
    pub fn type_a_long_text(mut self) -> bool {
        assert_eq!(self.place(), 1);
        let (begun, mut typed, mut shown) = (Instant::now(), String::new(), Vec::new());
        let length = Duration::from_millis(2_500 + self.chance.below(1_500));
        for word in 0.. {
            let word = format!("w{word:03} ");
            self.terminal.send(&word).shows(word.trim());
            typed.push_str(&word);
            shown.push((Instant::now(), typed.trim_end().to_owned()));
            self.terminal.wait_until(Duration::from_millis(self.chance.below(120)), |_| false);
            if begun.elapsed() > length {
                break;
            }
        }
        let killed = Instant::now();
        self.terminal.signal("KILL");
        self.terminal.ends();
        let old = shown.into_iter().rfind(|(at, _)| killed.duration_since(*at) >= LOSS);
        self.ledger.pending = None;
        self.ledger.draft = old.map(|(_, text)| text);
        self.ledger.draft.is_some()
    }

    fn end(self, tally: &mut Tally) {
        let ways = ["KILL", "KILL", "TERM", "HUP", "closed"];
        let way = self.chance.of(&ways);
        tally.ends[["KILL", "TERM", "HUP", "closed"].iter().position(|name| *name == way).expect("a way")] += 1;
        if way == "closed" {
            assert!(self.terminal.hang_up(SOON), "the program goes on without a terminal");
            return;
        }
        self.terminal.signal(way);
        let (status, screen) = self.terminal.ends();
        assert!(way == "KILL" || status.success() || !self.seen, "{way}: {status:?}\n{screen}");
    }
}

fn is_review(screen: &str) -> bool {
    screen.contains("Review") && question(screen).is_none()
}
