//! Drives the program by keys on a screen in memory, for tests.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use jiff::{Timestamp, Zoned};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Size;
use ratatui::style::Modifier;

use super::App;
use crate::engine::id::AssessmentId;
use crate::engine::interview::journal::{Event, EventAction, Journal, JournalError, NewEvent};
use crate::engine::interview::memory::MemoryJournal;
use crate::engine::interview::{Interview, Progress};
use crate::engine::library::{Access, Library, NewAssessment, Record, Summary};
use crate::engine::questionnaire::Questionnaire;
use crate::engine::questionnaire::read::read;
use crate::engine::roadmap::{self, RoadmapAction};
use crate::engine::target::ChosenTarget;
use crate::engine::text::{Lang, Message};
use crate::engine::visit::{Ending, Stay, Visit};
use crate::i18n::Texts;
use crate::session::Desk;
use crate::session::others::Pools;
use crate::session::place::Place;
use crate::session::preferences::Preferences;
use crate::session::work::Labour;
use crate::tui::actions::Scope;
use crate::tui::context::Ctx;
use crate::tui::input::{Input, Key};
use crate::tui::screens::Effect;
use crate::tui::theme::{Charset, Depth, Looks, Theme, Wardrobe};

/// A library in memory that can be told to fail.
#[derive(Clone, Default)]
pub(crate) struct MemoryLibrary(Rc<RefCell<Shelf>>);

#[derive(Clone, Default)]
pub(crate) struct Shelf {
    assessments: BTreeMap<AssessmentId, (Summary, Arc<str>, MemoryJournal)>,
    targets: BTreeMap<AssessmentId, ChosenTarget>,
    actions: BTreeMap<AssessmentId, Vec<RoadmapAction>>,
    settings: BTreeMap<String, String>,
    visits: BTreeMap<AssessmentId, Vec<Visit>>,
    stays: BTreeMap<AssessmentId, Vec<Stay>>,
    pub(crate) failing: bool,
    pub(crate) read_only: bool,
    passphrase: Option<String>,
    /// When what is written from now on was begun, if anybody asks for days and names.
    begun: Option<Timestamp>,
}

/// How long an answer takes where time passes.
const PACE: jiff::SignedDuration = jiff::SignedDuration::from_secs(35);

impl MemoryLibrary {
    /// Makes every write fail, or work again.
    pub(crate) fn fail(&self, failing: bool) {
        self.0.borrow_mut().failing = failing;
    }

    /// Makes every write impossible, as beside another writer.
    pub(crate) fn read_only(&self) {
        self.0.borrow_mut().read_only = true;
    }

    /// Lets it have a passphrase, or none.
    pub(crate) fn encrypt(&self, passphrase: Option<&str>) {
        self.0.borrow_mut().passphrase = passphrase.map(str::to_owned);
    }

    /// Another library that holds the same.
    pub(crate) fn copied(&self) -> Self {
        Self(Rc::new(RefCell::new(self.0.borrow().clone())))
    }

    /// Stamps what is written from now on with a day, a device and an interviewer, as the database does.
    pub(crate) fn stamp_from(&self, begun: Timestamp) {
        self.0.borrow_mut().begun = Some(begun);
    }

    fn change_actions(&self, id: AssessmentId, act: impl FnOnce(&mut Vec<RoadmapAction>)) -> Result<(), JournalError> {
        let mut shelf = self.0.borrow_mut();
        if shelf.failing {
            return Err(JournalError { message: Message::new("store-disk-full"), cause: "told to fail".to_owned() });
        }
        act(shelf.actions.entry(id).or_default());
        Ok(())
    }

    /// The target of the only assessment.
    pub(crate) fn only_target(&self) -> Option<ChosenTarget> {
        self.0.borrow().targets.values().next().cloned()
    }

    /// The journal of one assessment.
    pub(crate) fn journal_of(&self, id: AssessmentId) -> MemoryJournal {
        self.0.borrow().assessments.get(&id).expect("a known assessment").2.clone()
    }

    /// The journal of the only assessment.
    pub(crate) fn only_journal(&self) -> MemoryJournal {
        self.0.borrow().assessments.values().next().expect("one assessment").2.clone()
    }
}

/// What the list shows of an assessment, with when it was closed, if it is.
fn with_closing(summary: &Summary, journal: &MemoryJournal) -> Summary {
    let closing = journal.events.iter().rfind(|event| event.action.change().is_none());
    let closed = closing.filter(|event| event.action == EventAction::Close).map(|event| event.time);
    Summary { closed, ..summary.clone() }
}

struct SharedJournal(MemoryLibrary, AssessmentId);

impl SharedJournal {
    fn with<T>(&self, act: impl FnOnce(&mut MemoryJournal) -> T) -> T {
        let mut shelf = self.0.0.borrow_mut();
        let failing = shelf.failing;
        let journal = &mut shelf.assessments.get_mut(&self.1).expect("a known assessment").2;
        journal.failing = failing;
        act(journal)
    }
}

impl Journal for SharedJournal {
    fn append(&mut self, event: &NewEvent) -> Result<Event, JournalError> {
        let begun = self.0.0.borrow().begun;
        self.with(|journal| {
            let mut kept = journal.append(event)?;
            if let Some(begun) = begun {
                kept.time = begun + PACE * i32::try_from(kept.sequence).unwrap();
                kept.device = "laptop-1".to_owned();
                kept.interviewer = "Dilnoza".to_owned();
                *journal.events.last_mut().expect("the event that was added") = kept.clone();
            }
            Ok(kept)
        })
    }

    fn keep_draft(
        &mut self,
        question: &crate::engine::id::QuestionId,
        draft: Option<&str>,
    ) -> Result<(), JournalError> {
        self.with(|journal| journal.keep_draft(question, draft))
    }

    fn keep_position(&mut self, question: Option<&crate::engine::id::QuestionId>) -> Result<(), JournalError> {
        self.with(|journal| journal.keep_position(question))
    }
}

impl MemoryLibrary {
    fn every(&self) -> Vec<Summary> {
        let shelf = self.0.borrow();
        shelf.assessments.values().map(|(summary, _, journal)| with_closing(summary, journal)).collect()
    }
}

impl Library for MemoryLibrary {
    fn access(&self) -> Access {
        if self.0.borrow().read_only { Access::ReadOnlyInUse } else { Access::Write }
    }

    fn is_encrypted(&self) -> bool {
        self.0.borrow().passphrase.is_some()
    }

    fn opens_with(&self, passphrase: &str) -> bool {
        self.0.borrow().passphrase.as_deref() == Some(passphrase)
    }

    fn summaries(&self) -> Result<Vec<Summary>, JournalError> {
        Ok(self.every().into_iter().filter(|it| !it.archived).collect())
    }

    fn archived(&self) -> Result<Vec<Summary>, JournalError> {
        Ok(self.every().into_iter().filter(|it| it.archived).collect())
    }

    fn enterprises(&self) -> Result<Vec<String>, JournalError> {
        Ok(self.summaries()?.into_iter().map(|summary| summary.enterprise).collect())
    }

    fn create(&mut self, new: &NewAssessment) -> Result<AssessmentId, JournalError> {
        let mut shelf = self.0.borrow_mut();
        if shelf.failing {
            return Err(JournalError { message: Message::new("store-disk-full"), cause: "told to fail".to_owned() });
        }
        let id = AssessmentId(uuid::Uuid::from_u128(shelf.assessments.len() as u128 + 1));
        let interview = Interview::new(Arc::clone(&new.questionnaire), new.form, clock());
        let summary = Summary {
            id,
            enterprise: new.enterprise.clone(),
            questionnaire: new.questionnaire.id.clone(),
            version: new.questionnaire.version.clone(),
            form: new.form,
            created: shelf.begun.unwrap_or_else(|| clock().timestamp())
                + jiff::SignedDuration::from_secs(i64::try_from(shelf.assessments.len()).unwrap()),
            changed: shelf.begun.unwrap_or_else(|| clock().timestamp()),
            closed: None,
            archived: false,
            progress: interview.progress(),
            previous: new.previous,
            visit: None,
        };
        let planned = new.previous.and_then(|previous| shelf.actions.get(&previous)).cloned().unwrap_or_default();
        shelf.actions.insert(id, roadmap::carried(&planned, &new.questionnaire));
        shelf.assessments.insert(id, (summary, Arc::clone(&new.questionnaire.text), MemoryJournal::default()));
        Ok(id)
    }

    fn open(&self, id: AssessmentId) -> Result<Record, JournalError> {
        let shelf = self.0.borrow();
        let (summary, text, journal) = shelf.assessments.get(&id).expect("a known assessment");
        Ok(Record {
            summary: with_closing(summary, journal),
            questionnaire_text: Arc::clone(text),
            events: journal.events.clone(),
            drafts: journal.drafts.clone().into_iter().collect(),
            position: journal.position.clone(),
            target: shelf.targets.get(&id).cloned(),
            actions: shelf.actions.get(&id).cloned().unwrap_or_default(),
        })
    }

    fn journal(&mut self, id: AssessmentId) -> Box<dyn Journal + '_> {
        Box::new(SharedJournal(self.clone(), id))
    }

    fn keep_progress(&mut self, id: AssessmentId, progress: Progress) -> Result<(), JournalError> {
        if let Some((summary, ..)) = self.0.borrow_mut().assessments.get_mut(&id) {
            summary.progress = progress;
        }
        Ok(())
    }

    fn keep_result(&mut self, _: AssessmentId, _: &str) -> Result<(), JournalError> {
        Ok(())
    }

    fn keep_target(&mut self, id: AssessmentId, target: Option<&ChosenTarget>) -> Result<(), JournalError> {
        let mut shelf = self.0.borrow_mut();
        if shelf.read_only {
            let message = Message::new("store-read-only").with("path", "a.db");
            return Err(JournalError { message, cause: "told to be read-only".to_owned() });
        }
        if shelf.failing {
            return Err(JournalError { message: Message::new("store-disk-full"), cause: "told to fail".to_owned() });
        }
        match target {
            Some(target) => shelf.targets.insert(id, target.clone()),
            None => shelf.targets.remove(&id),
        };
        Ok(())
    }

    fn keep_action(&mut self, id: AssessmentId, action: &RoadmapAction) -> Result<(), JournalError> {
        self.change_actions(id, |actions| {
            match actions.iter_mut().find(|kept| kept.recommendation == action.recommendation) {
                Some(kept) => *kept = action.clone(),
                None => actions.push(action.clone()),
            }
        })
    }

    fn remove_action(&mut self, id: AssessmentId, recommendation: &str) -> Result<(), JournalError> {
        self.change_actions(id, |actions| actions.retain(|kept| kept.recommendation != recommendation))
    }

    fn keep_visit(&mut self, id: AssessmentId, ending: &Ending) -> Result<Visit, JournalError> {
        let mut shelf = self.0.borrow_mut();
        if shelf.failing {
            return Err(JournalError { message: Message::new("store-disk-full"), cause: "told to fail".to_owned() });
        }
        let visits = shelf.visits.entry(id).or_default();
        let visit = Visit {
            id: uuid::Uuid::from_u128(visits.len() as u128 + 1),
            ended: clock().timestamp(),
            device: "laptop-1".to_owned(),
            interviewer: "Dilnoza".to_owned(),
            ending: ending.clone(),
        };
        visits.push(visit.clone());
        if let Some((summary, ..)) = shelf.assessments.get_mut(&id) {
            summary.visit = Some(visit.clone());
        }
        Ok(visit)
    }

    fn visits(&self, id: AssessmentId) -> Result<Vec<Visit>, JournalError> {
        Ok(self.0.borrow().visits.get(&id).cloned().unwrap_or_default())
    }

    fn keep_stay(&mut self, id: AssessmentId, stay: &Stay) -> Result<(), JournalError> {
        self.0.borrow_mut().stays.entry(id).or_default().push(stay.clone());
        Ok(())
    }

    fn stays(&self, id: AssessmentId) -> Result<Vec<Stay>, JournalError> {
        Ok(self.0.borrow().stays.get(&id).cloned().unwrap_or_default())
    }

    fn archive(&mut self, id: AssessmentId, archived: bool) -> Result<(), JournalError> {
        if let Some((summary, ..)) = self.0.borrow_mut().assessments.get_mut(&id) {
            summary.archived = archived;
        }
        Ok(())
    }

    fn copy_to(&self, _: &Path) -> Result<(), JournalError> {
        Ok(())
    }

    fn keep_setting(&mut self, name: &str, value: &str) -> Result<(), JournalError> {
        self.0.borrow_mut().settings.insert(name.to_owned(), value.to_owned());
        Ok(())
    }

    fn setting(&self, name: &str) -> Result<Option<String>, JournalError> {
        Ok(self.0.borrow().settings.get(name).cloned())
    }
}

fn clock() -> Zoned {
    Timestamp::from_second(1_795_000_000).expect("a moment").to_zoned(jiff::tz::TimeZone::UTC)
}

/// What an interview is held with, on a library in memory.
pub(crate) fn desk(library: MemoryLibrary, questionnaire: Arc<Questionnaire>, lang: Lang) -> Desk {
    Desk {
        texts: Texts::new(lang, jiff::tz::TimeZone::UTC),
        preferences: Preferences::read(&library),
        library: Box::new(library),
        set_aside: None,
        references: Vec::new(),
        pools: Pools::read(Labour::AtOnce),
        place: Place::default(),
        shelf: vec![questionnaire],
        catalogue: Arc::default(),
        session: None,
        clock: Box::new(clock),
        finished: Vec::new(),
        result: |_, _, _, _| String::new(),
    }
}

/// The program on a screen in memory.
pub(crate) struct Harness {
    pub(crate) app: App,
    pub(crate) library: MemoryLibrary,
    terminal: Terminal<TestBackend>,
    /// How many minutes have passed since it was begun.
    passed: Rc<Cell<i64>>,
}

impl Harness {
    /// The program with the sample questionnaire and an empty library.
    pub(crate) fn new(lang: Lang, width: u16, height: u16) -> Self {
        Self::with(crate::engine::questionnaire::sample::SAMPLE, lang, width, height)
    }

    /// The program with a questionnaire and an empty library.
    pub(crate) fn with(questionnaire: &str, lang: Lang, width: u16, height: u16) -> Self {
        let (questionnaire, _) = read(questionnaire).expect("a good questionnaire");
        Self::on(MemoryLibrary::default(), Arc::new(questionnaire), lang, width, height)
    }

    /// The program on a library that other programs may have used before.
    pub(crate) fn on(
        library: MemoryLibrary,
        questionnaire: Arc<Questionnaire>,
        lang: Lang,
        width: u16,
        height: u16,
    ) -> Self {
        let passed = Rc::new(Cell::new(0));
        let mut desk = desk(library.clone(), questionnaire, lang);
        let now = Rc::clone(&passed);
        desk.clock = Box::new(move || &clock() + jiff::SignedDuration::from_mins(now.get()));
        let ctx = Ctx {
            desk,
            theme: Looks::default(),
            wardrobe: Wardrobe { depth: Depth::True, own: None },
            charset: Charset::Braille,
            size: Size::new(width, height),
            notice: None,
            retry: false,
        };
        let terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal in memory");
        let mut harness = Self { app: App::new(ctx), library, terminal, passed };
        harness.draw();
        harness
    }

    /// Lets minutes pass in which nobody, and not even the program, does anything.
    pub(crate) fn sleep_minutes(&mut self, minutes: i64) -> &mut Self {
        self.passed.set(self.passed.get() + minutes);
        self
    }

    /// Lets minutes pass without a key.
    pub(crate) fn wait_minutes(&mut self, minutes: i64) -> &mut Self {
        self.sleep_minutes(minutes);
        self.app.idle();
        self.draw();
        self
    }

    /// What every screen is given.
    pub(crate) const fn ctx(&mut self) -> &mut Ctx {
        &mut self.app.ctx
    }

    /// Lays a screen on top.
    pub(crate) fn push(&mut self, make: impl FnOnce(&mut Ctx) -> Vec<Effect>) {
        self.app.push(make);
        self.draw();
    }

    /// Starts an assessment of an enterprise.
    pub(crate) fn begin(&mut self, enterprise: &str) -> &mut Self {
        self.keys("n").paste(enterprise).keys("enter enter enter enter")
    }

    /// Presses keys, written with spaces between: `3 enter f2 down ctrl+z "typed"`. Draws after each.
    pub(crate) fn keys(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            match key.strip_prefix('"').and_then(|key| key.strip_suffix('"')) {
                Some(text) => text.chars().for_each(|c| self.press(Key::plain(KeyCode::Char(c)))),
                None => self.press(named(key)),
            }
        }
        self
    }

    /// Pastes text.
    pub(crate) fn paste(&mut self, text: &str) -> &mut Self {
        self.app.input(Input::Paste(text.to_owned()));
        self.draw();
        self
    }

    fn press(&mut self, key: Key) {
        self.app.input(Input::Key(key));
        self.draw();
    }

    /// Lets a moment pass without a key.
    pub(crate) fn idle(&mut self) -> &mut Self {
        self.app.idle();
        self.draw();
        self
    }

    /// Gives the window another size.
    pub(crate) fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.terminal.backend_mut().resize(width, height);
        self.app.input(Input::Resize);
        self.draw();
        self
    }

    /// Draws in another theme and with other characters from now on.
    pub(crate) fn looks(&mut self, theme: Theme, charset: Charset) -> &mut Self {
        self.app.ctx.theme = self.app.ctx.wardrobe.looks(theme);
        self.charset(charset)
    }

    /// Types one character, whatever it is.
    pub(crate) fn typed(&mut self, c: char) -> &mut Self {
        self.press(Key::plain(KeyCode::Char(c)));
        self
    }

    /// Where keys are pressed now.
    pub(crate) fn scope(&self) -> Scope {
        self.app.screens.last().map_or(Scope::Start, |screen| screen.scope())
    }

    /// Draws with other characters from now on.
    pub(crate) fn charset(&mut self, charset: Charset) -> &mut Self {
        self.app.ctx.charset = charset;
        self.draw();
        self
    }

    fn draw(&mut self) {
        self.terminal.draw(|frame| self.app.draw(frame)).expect("drawing in memory");
    }

    /// The cells of the screen.
    pub(crate) fn buffer(&self) -> &Buffer {
        self.terminal.backend().buffer()
    }

    /// The screen as text, lines trimmed at their ends.
    pub(crate) fn screen(&self) -> String {
        let buffer = self.terminal.backend().buffer();
        let line =
            |y| (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
        (0..buffer.area.height).map(line).collect::<Vec<_>>().join("\n")
    }

    /// The screen with the runs of text that are reversed, one a line.
    pub(crate) fn reversed(&self) -> Vec<String> {
        let buffer = self.terminal.backend().buffer();
        let mut runs = Vec::new();
        for y in 0..buffer.area.height {
            let row: String = (0..buffer.area.width)
                .filter(|x| buffer[(*x, y)].modifier.contains(Modifier::REVERSED))
                .map(|x| buffer[(x, y)].symbol())
                .collect();
            if !row.trim().is_empty() {
                runs.push(row.trim().to_owned());
            }
        }
        runs
    }

    /// Fails with the screen if it does not show a text.
    #[track_caller]
    pub(crate) fn shows(&mut self, text: &str) -> &mut Self {
        assert!(self.screen().contains(text), "`{text}` is not on the screen:\n{}", self.screen());
        self
    }

    /// Asserts that a text is nowhere on the screen.
    pub(crate) fn lacks(&mut self, text: &str) -> &mut Self {
        assert!(!self.screen().contains(text), "`{text}` is on the screen:\n{}", self.screen());
        self
    }
}

/// The key of that name.
fn named(name: &str) -> Key {
    if let Some(letter) = name.strip_prefix("ctrl+") {
        return Key::ctrl(letter.chars().next().expect("a letter"));
    }
    let code = match name {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "tab" => KeyCode::Tab,
        "backtab" => KeyCode::BackTab,
        "pgdn" => KeyCode::PageDown,
        "pgup" => KeyCode::PageUp,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "del" => KeyCode::Delete,
        "ins" => KeyCode::Insert,
        "backspace" => KeyCode::Backspace,
        "space" => KeyCode::Char(' '),
        name if name.starts_with('f') && name.len() > 1 => {
            KeyCode::F(name.get(1..).expect("ASCII").parse().expect("a number"))
        }
        name => KeyCode::Char(name.chars().next().expect("a key")),
    };
    Key::plain(code)
}
