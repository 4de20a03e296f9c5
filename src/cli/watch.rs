//! Long work on the command line: a line on standard error tells how far it is, and Ctrl+C stops it so that nothing
//! is left half done.

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use signal_hook::consts::SIGINT;
use signal_hook::flag;

use jiff::tz::TimeZone;

use super::args::Target;
use super::failure::{Failure, STOPPED};
use super::places;
use super::shell::{Shell, readable};
use crate::engine::steps::Steps;
use crate::engine::text::{Lang, Message};
use crate::i18n::Texts;

/// How often it is looked at.
const LOOK: Duration = Duration::from_millis(100);

/// How many looks pass before anything is said: short work needs no words.
const PATIENCE: u32 = 5;

/// Work that is being watched, until this is dropped.
#[derive(Debug)]
pub struct Watch {
    /// Given to the work.
    pub steps: Arc<Steps>,
    over: Arc<AtomicBool>,
    teller: Option<JoinHandle<()>>,
}

impl Shell {
    /// Watches work. `what` is the key of a text with the `percent` that is done.
    ///
    /// # Errors
    /// The system refused to listen to Ctrl+C.
    pub fn watch(&self, what: &'static str) -> Result<Watch, Failure> {
        self.watched(what, io::stderr().is_terminal())
    }

    /// The same while a result is printed: a terminal that shows the result needs no line about it.
    ///
    /// # Errors
    /// As above.
    pub fn watch_printing(&self, what: &'static str, target: &Target) -> Result<Watch, Failure> {
        let mixed = target.file().is_none() && io::stdout().is_terminal();
        self.watched(what, io::stderr().is_terminal() && !mixed)
    }

    fn watched(&self, what: &'static str, tells: bool) -> Result<Watch, Failure> {
        let steps = Arc::new(Steps::default());
        let (asked, over) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
        let listens = flag::register(SIGINT, Arc::clone(&asked))
            // Once the work is over, Ctrl+C ends the program as ever.
            .and_then(|_| flag::register_conditional_shutdown(SIGINT, STOPPED.into(), Arc::clone(&over)));
        listens.map_err(|error| Failure::system(Message::new("work-signals").with("cause", error.to_string())))?;
        let tells = tells && places::variable("TERM").is_none_or(|term| term != "dumb");
        let teller = Teller {
            reader: tells.then(|| self.lang()),
            what,
            steps: Arc::clone(&steps),
            asked,
            over: Arc::clone(&over),
        };
        let teller = thread::Builder::new().name("watch".to_owned()).spawn(move || teller.run()).ok();
        Ok(Watch { steps, over, teller })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        if let Some(teller) = self.teller.take() {
            teller.thread().unpark();
            // It has nothing to give back.
            let _ = teller.join();
        }
    }
}

struct Teller {
    /// The language of who reads it, if anybody does.
    reader: Option<Lang>,
    what: &'static str,
    steps: Arc<Steps>,
    asked: Arc<AtomicBool>,
    over: Arc<AtomicBool>,
}

impl Teller {
    fn run(self) {
        let texts = self.reader.map(|lang| Texts::new(lang, TimeZone::UTC));
        let (mut looks, mut told) = (0, None);
        while !self.over.load(Ordering::Relaxed) {
            if self.asked.load(Ordering::Relaxed) {
                self.steps.stop();
            }
            let percent = self.steps.percent().filter(|_| looks >= PATIENCE);
            if let (Some(texts), Some(percent)) = (&texts, percent.filter(|percent| told != Some(*percent))) {
                self.tell(texts, percent);
                told = Some(percent);
            }
            looks = (looks + 1).min(PATIENCE);
            thread::park_timeout(LOOK);
        }
        if told.is_some() {
            // There is nowhere else to say it.
            let _ = io::stderr().lock().write_all(b"\r\x1b[K");
        }
    }

    fn tell(&self, texts: &Texts, percent: usize) {
        let line = readable(&texts.with(self.what, &[("percent", percent.into())]));
        // There is nowhere else to say it.
        let _ = io::stderr().lock().write_all(format!("\r\x1b[K{line}").as_bytes());
    }
}
