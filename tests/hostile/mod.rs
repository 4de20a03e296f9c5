//! What is done with bytes that somebody else wrote, one function for each way they come in. Fuzzers and the test
//! `hostile` call the same functions: whatever the bytes are, they return. A panic, a run without an end or a broken
//! promise is a finding.

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use tashxis::engine::answer::{Answer, Response};
use tashxis::engine::interview::memory::MemoryJournal;
use tashxis::engine::interview::{Advance, Circumstances, Form, Interview};
use tashxis::engine::questionnaire::Questionnaire;
use tashxis::engine::questionnaire::problem::Problem;
use tashxis::engine::questionnaire::read::read;
use tashxis::engine::text::{Lang, Message, steers};
use tashxis::i18n::Texts;
use tashxis::report::diagnostics::{Look, diagnostics, render};

#[path = "../support/bare.rs"]
mod bare;
mod database;
mod exchange;
mod expression;
mod keys;
mod spreadsheet;
mod texts;

pub use database::database;
pub use exchange::exchange;
pub use expression::expression;
pub use keys::keys;
pub use spreadsheet::spreadsheet;
pub use texts::texts;

/// A questionnaire: read, checked, and if it is one, begun and answered at random.
pub fn questionnaire(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let mut dice = Dice::of(bytes);
    match read(text) {
        Err(problems) => {
            assert!(!problems.is_empty(), "a file is refused without a reason");
            told(&problems, text, &mut dice);
        }
        Ok((questionnaire, warnings)) => {
            told(&warnings, text, &mut dice);
            answered(&Arc::new(questionnaire), &mut dice);
        }
    }
}

/// The most answers that are tried in an interview.
const TRIED: usize = 60;

/// What is typed at questions of every kind.
const TYPED: [&str; 14] = [
    "",
    "0",
    "1",
    "2",
    "-1",
    "3.5",
    "1e300",
    "a",
    "yes",
    "b c",
    "2026-02-29",
    "2026-11-29",
    "99999999999999999999",
    "\u{1b}[2J\u{202e}",
];

/// Answers a questionnaire at random; whatever follows from the answers is computed now and then.
fn answered(questionnaire: &Arc<Questionnaire>, dice: &mut Dice) {
    let form = if questionnaire.offers(Form::Quick) && dice.roll(2) == 0 { Form::Quick } else { Form::Full };
    let mut interview = Interview::new(Arc::clone(questionnaire), form, moment());
    let mut journal = MemoryJournal::default();
    for _ in 0..TRIED {
        let asked: Vec<_> = interview.asked().collect();
        if asked.is_empty() {
            break;
        }
        let at = asked[dice.roll(asked.len())];
        let offered: Vec<String> = interview.offered(at).iter().map(|choice| choice.id.to_string()).collect();
        let typed = match dice.roll(offered.len() + TYPED.len()) {
            choice if choice < offered.len() => offered[choice].clone(),
            typed => TYPED[typed - offered.len()].to_owned(),
        };
        let response = match dice.roll(8) {
            0 => Some(Response::DontKnow),
            1 => Some(Response::NotApplicable { reason: typed }),
            2 => None,
            _ => questionnaire.questions[at].parse(&typed).ok().flatten().map(Response::Value),
        };
        let change = match dice.roll(10) {
            0 => interview.undo(),
            1 => interview.redo(),
            _ => interview.propose(at, Answer { response, ..Answer::default() }).ok(),
        };
        if let Some(change) = change {
            let circumstances = Circumstances { lang: dice.lang(), shown_ms: 0, advance: Advance::Next };
            interview.commit(change, circumstances, &mut journal).unwrap();
        }
    }
    drop(interview.review());
    drop(tashxis::engine::profile::profile(&interview));
    let again = Interview::replay(Arc::clone(questionnaire), form, moment(), &journal.events).unwrap();
    for (ix, _) in questionnaire.questions.enumerate() {
        assert_eq!(again.answer(ix), interview.answer(ix), "an interview equals its replayed journal");
        assert_eq!(again.route(ix), interview.route(ix), "an interview equals its replayed journal");
    }
}

/// Says every problem as people and programs read it: nothing that is said steers a terminal.
fn told(problems: &[Problem], text: &str, dice: &mut Dice) {
    let lang = dice.roll(3);
    let say = |message: &Message| say(lang, message);
    let shown = render(problems, "a.toml", text, &say, Look::Plain);
    still(&shown);
    assert_eq!(diagnostics(problems, "a.toml", text, &say).len(), problems.len());
    for problem in problems {
        assert!(problem.span.start <= problem.span.end && problem.span.end <= text.len(), "{problem:?}");
    }
}

/// Fails if a text holds a character that steers a terminal.
#[track_caller]
fn still(text: &str) {
    let found = text.char_indices().find(|(_, c)| steers(*c) && *c != '\n');
    assert!(found.is_none(), "{found:?} would reach the terminal: {text:?}");
}

thread_local! {
    /// The texts of the interface in the languages that are written.
    static SAID: Vec<Texts> = [Lang::Uz, Lang::Ru, Lang::En].map(|lang| Texts::new(lang, TimeZone::UTC)).into();
}

/// Gives the texts of one of the languages, by any number.
fn with_texts<T>(number: usize, act: impl FnOnce(&Texts) -> T) -> T {
    SAID.with(|texts| act(&texts[number % texts.len()]))
}

/// Says a message in one of the languages, by any number.
fn say(number: usize, message: &Message) -> String {
    with_texts(number, |texts| texts.say(message))
}

/// The clock.
fn moment() -> Zoned {
    Timestamp::from_second(1_795_000_000).unwrap().to_zoned(TimeZone::UTC)
}

/// The small questionnaire that uses every feature.
static SAMPLE: LazyLock<Arc<Questionnaire>> =
    LazyLock::new(|| Arc::new(read(tashxis::engine::questionnaire::sample::SAMPLE).unwrap().0));

/// Chance that follows from the bytes, so that a finding is found again.
struct Dice(u64);

impl Dice {
    fn of(bytes: &[u8]) -> Self {
        Self(
            bytes
                .iter()
                .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)),
        )
    }

    /// A number below `sides`.
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) % (sides.max(1) as u64)) as usize
    }

    fn lang(&mut self) -> Lang {
        Lang::ALL[self.roll(Lang::ALL.len())]
    }
}

/// A folder in memory where there is one: what is tried a million times need not wear out a disk.
fn folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap()
}
