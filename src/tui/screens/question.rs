//! One question: what is picked or typed, kept, and moved on from.
//!
//! What is typed becomes an answer only through the interview; until then it is a draft, kept
//! within two seconds and whenever the question is left.

use jiff::Timestamp;
use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;

use super::trouble::{self, Retry};
use super::{Effect, Hint, Screen, choose, glossary, history, note, profile, review, sections};
use crate::engine::answer::{Answer, Response, Value};
use crate::engine::id::QuestionIx;
use crate::engine::interview::{Advance, Change, Position, Refusal};
use crate::engine::text::{Message, latin};
use crate::session::preferences::Mode;
use crate::session::said;
use crate::tui::actions::{Action, Scope, Typing};
use crate::tui::context::Ctx;
use crate::tui::input::Key;

mod battery;
mod entry;
mod pane;
mod table;
mod view;

use battery::Battery;
use entry::{Asked, Entry};

/// How long a draft may be on screen only.
const DRAFT_SECONDS: f64 = 1.5;

/// The question at the interview's position.
#[derive(Debug)]
pub struct QuestionScreen {
    at: QuestionIx,
    entry: Entry,
    /// Why the entry cannot be kept.
    problem: Option<Problem>,
    draft_kept: Timestamp,
    scroll: usize,
    /// Whether an option was chosen along the row of a table, which counts when the row is left.
    swept: bool,
}

/// Why an entry cannot be kept.
#[derive(Clone, Debug, PartialEq)]
enum Problem {
    Said(Message),
    /// The question's own message for its constraint.
    Constraint,
}

/// The effects that show the interview's position: the question, or the review behind the last.
pub fn open(ctx: &mut Ctx) -> Vec<Effect> {
    let Some(session) = &ctx.session else { return vec![Effect::Home] };
    match session.interview.position() {
        Position::At(ix) => vec![Effect::Show(vec![Box::new(QuestionScreen::new(ctx, ix))])],
        Position::End => {
            let last = session.interview.previous();
            let screens = last.map(|ix| Box::new(QuestionScreen::new(ctx, ix)) as Box<dyn Screen>);
            let mut effects = vec![Effect::Show(screens.into_iter().collect())];
            effects.extend(review::open(ctx));
            effects
        }
    }
}

/// Goes to a question and shows it, or says why it is not asked.
pub fn jump(ctx: &mut Ctx, ix: QuestionIx) -> Vec<Effect> {
    if ctx.go_to(Position::At(ix)) {
        return open(ctx);
    }
    ctx.warn(Message::new("tui-not-asked"));
    Vec::new()
}

impl QuestionScreen {
    fn new(ctx: &Ctx, at: QuestionIx) -> Self {
        Self { at, entry: Entry::load(ctx, at), problem: None, draft_kept: ctx.time(), scroll: 0, swept: false }
    }

    fn load(&mut self, ctx: &Ctx, at: QuestionIx) {
        *self = Self::new(ctx, at);
    }

    /// Keeps what the entry holds. `Ok(false)` if there is nothing to keep.
    fn keep(&mut self, ctx: &mut Ctx, advance: Advance) -> Result<bool, Vec<Effect>> {
        let response = match self.entry.asked(ctx, self.at) {
            Asked::Nothing => return Ok(false),
            Asked::Clear => None,
            Asked::Value(value) => Some(Response::Value(value)),
            Asked::Invalid(error) => {
                self.problem = Some(Problem::Said(error.0));
                return Err(Vec::new());
            }
        };
        let Some(session) = &ctx.session else { return Ok(false) };
        let answer = session.interview.answer(self.at).responding(response);
        self.keep_answer(ctx, answer, advance).map(|()| true)
    }

    fn keep_answer(&mut self, ctx: &mut Ctx, answer: Answer, advance: Advance) -> Result<(), Vec<Effect>> {
        let Some(session) = &ctx.session else { return Ok(()) };
        match session.interview.propose(self.at, answer) {
            Ok(change) if change.is_empty() => {
                drop(change);
                self.forget_draft(ctx)
            }
            Ok(change) => self.commit(ctx, change, advance),
            Err(refusal) => {
                self.problem = Some(problem_of(refusal));
                Err(Vec::new())
            }
        }
    }

    fn commit(&mut self, ctx: &mut Ctx, change: Change, advance: Advance) -> Result<(), Vec<Effect>> {
        ctx.commit(change, advance).map_err(|error| trouble::open(ctx, error, Retry::Yes))?;
        self.problem = None;
        Ok(())
    }

    fn forget_draft(&self, ctx: &mut Ctx) -> Result<(), Vec<Effect>> {
        ctx.keep_draft(self.at, None).map_err(|error| trouble::open(ctx, error, Retry::Yes))
    }

    /// Accepts the entry and goes on.
    fn accept(&mut self, ctx: &mut Ctx) -> Vec<Effect> {
        if self.entry.is_reading() {
            return self.step(ctx, Step::Next);
        }
        self.entry.end_number();
        let answered = ctx.session.as_ref().is_some_and(|session| session.interview.answer(self.at).response.is_some());
        match self.keep(ctx, Advance::Stay) {
            Err(effects) => effects,
            Ok(false) if !answered => {
                self.problem = Some(Problem::Said(Message::new(self.entry.prompt())));
                Vec::new()
            }
            Ok(_) => self.step(ctx, Step::Next),
        }
    }

    /// Before the question is left: an answer if it is one, else a draft. Nothing is discarded. Whoever chose what
    /// cannot be kept stays, once, to read why.
    fn settle_entry(&mut self, ctx: &mut Ctx) -> Result<(), Vec<Effect>> {
        let swept = std::mem::take(&mut self.swept);
        if is_locked(ctx) || !(swept || self.entry.is_text()) {
            return Ok(());
        }
        match self.keep(ctx, Advance::Stay) {
            Ok(_) => Ok(()),
            Err(effects) if effects.is_empty() && !swept => {
                self.keep_draft(ctx);
                Ok(())
            }
            Err(effects) => Err(effects),
        }
    }

    fn keep_draft(&mut self, ctx: &mut Ctx) {
        let draft = self.entry.draft(ctx, self.at);
        self.draft_kept = ctx.time();
        if let Err(error) = ctx.keep_draft(self.at, draft.as_deref()) {
            ctx.warn(error.message);
        }
    }

    /// Whether a pick by that key is all that is to be said here.
    fn goes_on_after(&self, ctx: &Ctx, key: Key) -> bool {
        let by_number = key.typed().is_some_and(|typed| typed.is_ascii_digit());
        by_number && self.entry.is_one_of() && ctx.preferences.digit_goes_on()
    }

    fn step(&mut self, ctx: &mut Ctx, step: Step) -> Vec<Effect> {
        let forward = matches!(step, Step::Next | Step::NextScreen);
        let from = match step {
            Step::Next | Step::Previous => self.at,
            Step::NextScreen | Step::PreviousScreen => {
                battery::around(ctx, self.at).and_then(|battery| battery.edge(forward)).unwrap_or(self.at)
            }
        };
        let Some(session) = &ctx.session else { return vec![Effect::Home] };
        let target = if forward {
            session.interview.asked().find(|ix| *ix > from)
        } else {
            session.interview.asked().rfind(|ix| *ix < from)
        };
        if target.is_none() && !forward {
            ctx.say(Message::new("tui-first-question"));
            return Vec::new();
        }
        let target = target.map_or(Position::End, Position::At);
        ctx.go_to(target);
        match target {
            Position::At(ix) => {
                encourage(ctx, self.at, ix);
                self.load(ctx, ix);
                Vec::new()
            }
            Position::End => review::open(ctx),
        }
    }

    /// Goes to another row of the table, if there is one in that direction.
    fn move_row(&mut self, ctx: &mut Ctx, battery: &Battery, by: isize) -> Vec<Effect> {
        let Some(to) = battery.beside(self.at, by) else { return Vec::new() };
        if let Err(effects) = self.settle_entry(ctx) {
            return effects;
        }
        // What was settled may have closed the question there.
        if ctx.go_to(Position::At(to)) {
            self.load(ctx, to);
        }
        Vec::new()
    }

    /// Leaves the question for another screen; stays if the disk refused.
    fn leave_for(&mut self, ctx: &mut Ctx, open: impl FnOnce(&mut Ctx) -> Vec<Effect>) -> Vec<Effect> {
        match self.settle_entry(ctx) {
            Ok(()) => open(ctx),
            Err(effects) => effects,
        }
    }

    fn undo(&mut self, ctx: &mut Ctx, action: Action) -> Vec<Effect> {
        let in_field = match action {
            Action::Undo => self.entry.undo(),
            _ => self.entry.redo(),
        };
        if in_field {
            return Vec::new();
        }
        if self.swept {
            return self.leave_for(ctx, |ctx| take_back(ctx, action));
        }
        take_back(ctx, action)
    }

    /// Says again what was said last time, and goes on.
    fn say_again(&mut self, ctx: &mut Ctx) -> Vec<Effect> {
        let Some(session) = &ctx.session else { return Vec::new() };
        let answer = match session.same_again(self.at) {
            Ok(answer) => answer,
            Err(why) => {
                ctx.warn(why);
                return Vec::new();
            }
        };
        match self.keep_answer(ctx, answer, Advance::Stay) {
            Ok(()) => self.step(ctx, Step::Next),
            Err(effects) => effects,
        }
    }

    fn toggle_flag(&mut self, ctx: &mut Ctx) -> Vec<Effect> {
        let Some(session) = &ctx.session else { return Vec::new() };
        let answer = session.interview.answer(self.at).clone();
        let flagged = Answer { flagged: !answer.flagged, ..answer };
        self.keep_answer(ctx, flagged, Advance::Stay).err().unwrap_or_default()
    }
}

/// Which row of a table a key goes to from here.
fn row_step(key: Key) -> Option<isize> {
    match (key.code, key.typed().map(latin)) {
        (KeyCode::Up, _) | (_, Some('k')) => Some(-1),
        (KeyCode::Down, _) | (_, Some('j')) => Some(1),
        _ => None,
    }
}

/// Says how far it is when a section is done by somebody who answers alone.
fn encourage(ctx: &mut Ctx, from: QuestionIx, to: QuestionIx) {
    let Some(session) = &ctx.session else { return };
    let questionnaire = session.interview.questionnaire();
    let (left, entered) = (questionnaire.questions[from].section, questionnaire.questions[to].section);
    if entered > left && ctx.preferences.mode == Some(Mode::SelfAssessment) && ctx.notice.is_none() {
        let progress = session.interview.progress();
        ctx.say(Message::new("tui-so-far").with("done", progress.done).with("asked", progress.asked));
    }
}

/// Whether the assessment is closed, so that nothing can be changed.
fn is_locked(ctx: &Ctx) -> bool {
    ctx.session.as_ref().is_none_or(|session| session.interview.is_closed())
}

/// Takes back the last change of the assessment, or makes it again, and shows its question.
pub fn take_back(ctx: &mut Ctx, action: Action) -> Vec<Effect> {
    let Some(session) = &ctx.session else { return Vec::new() };
    let undo = action == Action::Undo;
    let change = if undo { session.interview.undo() } else { session.interview.redo() };
    let Some(change) = change else {
        ctx.say(Message::new(if undo { "tui-nothing-to-undo" } else { "tui-nothing-to-redo" }));
        return Vec::new();
    };
    let question = change.question();
    if let Err(error) = ctx.commit(change, Advance::Stay) {
        return trouble::open(ctx, error, Retry::No);
    }
    ctx.go_to(Position::At(question));
    ctx.say(Message::new(if undo { "tui-undone" } else { "tui-redone" }));
    open(ctx)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// To the next question, be it the next row.
    Next,
    /// To the question before, be it the row before.
    Previous,
    /// To what is asked after everything on the screen.
    NextScreen,
    /// To what is asked before everything on the screen.
    PreviousScreen,
}

fn problem_of(refusal: Refusal) -> Problem {
    said::refusal(refusal).map_or(Problem::Constraint, Problem::Said)
}

impl Screen for QuestionScreen {
    fn scope(&self) -> Scope {
        Scope::Question
    }

    fn typing(&self, _: &Ctx) -> Typing {
        if self.entry.takes_letters() { Typing::Text } else { Typing::Commands }
    }

    fn act(&mut self, ctx: &mut Ctx, action: Action) -> Vec<Effect> {
        match action {
            Action::Next | Action::Previous | Action::NextScreen | Action::PreviousScreen => {
                let step = match action {
                    Action::Next => Step::Next,
                    Action::Previous => Step::Previous,
                    Action::NextScreen => Step::NextScreen,
                    _ => Step::PreviousScreen,
                };
                self.settle_entry(ctx).map_or_else(|effects| effects, |()| self.step(ctx, step))
            }
            Action::FirstQuestion => self.leave_for(ctx, |ctx| {
                let first = ctx.session.as_ref().map(|session| session.interview.first());
                first.map(|position| ctx.go_to(position));
                open(ctx)
            }),
            Action::Sections => self.leave_for(ctx, sections::open),
            Action::Review => self.leave_for(ctx, review::open),
            Action::Profile if pane::fits(ctx.size) => {
                let open = !ctx.preferences.pane();
                ctx.set_pane(open);
                Vec::new()
            }
            Action::Profile | Action::WholeProfile => self.leave_for(ctx, profile::open),
            Action::History => self.leave_for(ctx, history::open_session),
            Action::Assessments => self.leave_for(ctx, |_| vec![Effect::Home]),
            Action::Note => self.leave_for(ctx, note::open),
            Action::Terms => self.leave_for(ctx, glossary::open),
            Action::NoAnswer => self.leave_for(ctx, choose::no_answer),
            Action::NextOpen | Action::NextFlagged => self.leave_for(ctx, |ctx| sections::jump_next(ctx, action)),
            Action::Flag => self.toggle_flag(ctx),
            Action::Same => self.say_again(ctx),
            Action::Undo | Action::Redo => self.undo(ctx, action),
            Action::Reopen => review::reopen(ctx),
            _ => Vec::new(),
        }
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        if key.code == KeyCode::Enter && !key.alt && !self.entry.wants_enter() {
            return self.accept(ctx);
        }
        let battery = battery::around(ctx, self.at);
        if let Some((battery, by)) = battery.as_ref().zip(row_step(key)) {
            return self.move_row(ctx, battery, by);
        }
        if is_locked(ctx) && !self.entry.is_reading() {
            ctx.warn(Message::new("tui-closed"));
            return Vec::new();
        }
        self.problem = None;
        if battery.is_some() && self.entry.sweep(key.code).is_some() {
            self.swept = true;
            return Vec::new();
        }
        if self.entry.is_reading() {
            self.scroll = view::scrolled(self.scroll, key);
            return Vec::new();
        }
        if self.entry.key(key) != entry::Took::Picked {
            return Vec::new();
        }
        self.swept = false;
        match self.keep(ctx, Advance::Stay) {
            Ok(_) if self.goes_on_after(ctx, key) => self.step(ctx, Step::Next),
            Ok(_) => Vec::new(),
            Err(effects) => effects,
        }
    }

    fn paste(&mut self, ctx: &mut Ctx, text: &str) -> Vec<Effect> {
        if is_locked(ctx) {
            ctx.warn(Message::new("tui-closed"));
        } else {
            let pasted = self.entry.paste(text);
            ctx.tell_paste(pasted);
        }
        Vec::new()
    }

    fn disabled(&self, ctx: &Ctx, action: Action) -> Option<Message> {
        let reading = matches!(action, Action::NoAnswer | Action::Note | Action::Flag) && self.entry.is_reading();
        let locked = matches!(action, Action::NoAnswer | Action::Undo | Action::Redo | Action::Flag) && is_locked(ctx);
        match action {
            _ if reading => Some(Message::new("tui-nothing-to-answer")),
            _ if locked => Some(Message::new("tui-closed")),
            Action::Same => ctx.session.as_ref().and_then(|session| session.same_again(self.at).err()),
            Action::Terms if glossary::is_empty(ctx) => Some(Message::new("glossary-none")),
            Action::Reopen if !is_locked(ctx) => Some(Message::new("tui-not-closed")),
            _ => None,
        }
    }

    fn hints(&self, ctx: &Ctx) -> Vec<Hint> {
        if battery::around(ctx, self.at).is_some() { table::HINTS.to_vec() } else { self.entry.hints().to_vec() }
    }

    fn retell(&mut self, ctx: &mut Ctx) {
        self.entry.retell(ctx, self.at);
    }

    fn resume(&mut self, ctx: &mut Ctx) {
        if std::mem::take(&mut ctx.retry) {
            return self.retry(ctx);
        }
        let at = ctx.session.as_ref().and_then(|session| match session.interview.position() {
            Position::At(ix) => Some(ix),
            Position::End => session.interview.previous(),
        });
        match at {
            Some(at) if at == self.at && (self.swept || self.entry.differs(ctx, self.at)) => {}
            Some(at) => self.load(ctx, at),
            None => {}
        }
    }

    fn idle(&mut self, ctx: &mut Ctx) -> Vec<Effect> {
        if pane::is_open(ctx) {
            ctx.follow();
        }
        let waited = ctx.time().duration_since(self.draft_kept).as_secs_f64();
        if waited >= DRAFT_SECONDS && self.entry.is_text() && !is_locked(ctx) {
            self.keep_draft(ctx);
        }
        Vec::new()
    }

    fn settle(&mut self, ctx: &mut Ctx) {
        let _ = self.settle_entry(ctx);
    }

    fn reload(&mut self, ctx: &mut Ctx) {
        let at = self.at;
        self.load(ctx, at);
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        view::draw(self, ctx, frame, area);
    }
}

impl QuestionScreen {
    /// Tries once more what the disk refused.
    fn retry(&mut self, ctx: &mut Ctx) {
        if self.keep(ctx, Advance::Stay).is_ok() {
            ctx.say(Message::new("tui-saved-now"));
        } else {
            ctx.warn(Message::new("tui-still-not-saved"));
        }
    }
}

/// The value of an answer, if the interview has one.
fn value_at(ctx: &Ctx, at: QuestionIx) -> Option<&Value> {
    ctx.session.as_ref().and_then(|session| session.interview.answer(at).value())
}

/// The mark of a question's status, styled.
pub(in crate::tui) fn view_marks(
    ctx: &Ctx,
    session: &crate::tui::context::Session,
    ix: QuestionIx,
) -> ratatui::text::Span<'static> {
    let (glyph, role) = sections::mark_of(session, ix);
    ratatui::text::Span::styled(ctx.glyph(glyph).to_owned(), ctx.theme.style(role))
}

pub(in crate::tui) use view::progress as view_progress;

#[cfg(test)]
mod tests;
