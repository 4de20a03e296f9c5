//! The program as a state: a stack of screens, updated by inputs, drawn into a frame.

use jiff::Timestamp;
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::{Rect, Size};
use ratatui::style::Color;

use super::actions::{self, Action, Scope};
use super::context::Ctx;
use super::input::{Input, Key};
use super::screens::{Effect, Screen, about, choose, ending, find, help, lock, settings, start::Start};
use super::widgets;
use crate::engine::id::AssessmentId;
use crate::engine::text::{Message, steers};

/// The smallest window that can be used.
pub const MINIMUM: Size = Size { width: 60, height: 18 };

/// What is left to do when the interface is left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Assessments closed in this sitting, in order.
    pub finished: Vec<AssessmentId>,
}

/// The program.
#[derive(Debug)]
pub struct App {
    ctx: Ctx,
    screens: Vec<Box<dyn Screen>>,
    /// When the last key was pressed.
    touched: Timestamp,
    redraw: bool,
    done: bool,
}

impl App {
    /// Begins with the list of assessments.
    pub fn new(mut ctx: Ctx) -> Self {
        let start = Start::new(&mut ctx);
        let touched = ctx.time();
        Self { ctx, screens: vec![Box::new(start)], touched, redraw: false, done: false }
    }

    /// Lays a screen on top before the first key.
    pub fn push(&mut self, make: impl FnOnce(&mut Ctx) -> Vec<Effect>) {
        let effects = make(&mut self.ctx);
        self.perform(effects);
        self.idle();
    }

    /// What every screen is given.
    pub const fn ctx(&self) -> &Ctx {
        &self.ctx
    }

    /// What is left to do, once the interface has been left.
    pub fn outcome(&self) -> Option<Outcome> {
        self.done.then(|| Outcome { finished: self.ctx.finished.clone() })
    }

    /// Whether everything must be drawn anew; asks once.
    pub const fn take_redraw(&mut self) -> bool {
        std::mem::replace(&mut self.redraw, false)
    }

    /// Takes one input.
    pub fn input(&mut self, input: Input) {
        let locked = self.lock_if_due();
        if input != Input::Resize {
            self.touched = self.ctx.time();
            if locked {
                // A key that wakes the machine answers nothing.
                return;
            }
        }
        self.ctx.notice = match &input {
            Input::Resize => self.ctx.notice.take(),
            _ => None,
        };
        let effects = match input {
            Input::Key(key) => self.key(key),
            Input::Paste(text) => self.with_top(|screen, ctx| screen.paste(ctx, &text)),
            Input::Resize => Vec::new(),
        };
        self.perform(effects);
        self.idle();
    }

    /// A second passed, or an input was taken: drafts are kept.
    pub fn idle(&mut self) {
        self.lock_if_due();
        if self.ctx.pool_arrived() {
            self.screens.iter_mut().for_each(|screen| screen.arrived(&mut self.ctx));
        }
        self.ctx.follow_up();
        let effects = self.with_top(|screen, ctx| screen.idle(ctx));
        self.perform(effects);
    }

    /// Whether long work goes on, so that it is worth looking again soon.
    pub fn awaits(&self) -> bool {
        self.ctx.pool_percent().is_some()
            || self.ctx.is_following()
            || self.screens.last().is_some_and(|screen| screen.awaits())
    }

    /// Locks the screen if no key was pressed for as long as the settings say. True, if it did.
    fn lock_if_due(&mut self) -> bool {
        let due = self
            .ctx
            .preferences
            .lock_after()
            .is_some_and(|after| self.ctx.time().duration_since(self.touched) >= after);
        due && self.lock()
    }

    /// Keeps what is typed and hides everything. False, if it is hidden already.
    fn lock(&mut self) -> bool {
        if self.screens.last().is_some_and(|top| top.scope() == Scope::Locked) {
            return false;
        }
        self.screens.iter_mut().rev().for_each(|screen| screen.settle(&mut self.ctx));
        self.ctx.notice = None;
        let lock = lock::Lock::new(&mut self.ctx);
        self.screens.push(Box::new(lock));
        true
    }

    /// The terminal or the session is going away: keep what is typed and end.
    pub fn leave_quietly(&mut self) {
        self.quit();
    }

    fn quit(&mut self) {
        self.screens.iter_mut().rev().for_each(|screen| screen.settle(&mut self.ctx));
        self.ctx.close_session();
        self.done = true;
    }

    fn key(&mut self, key: Key) -> Vec<Effect> {
        let Some(top) = self.screens.last_mut() else { return vec![Effect::Quit] };
        if key == Key::plain(KeyCode::Esc) && top.closes(&mut self.ctx) {
            return Vec::new();
        }
        match actions::action(top.scope(), key, top.typing(&self.ctx)) {
            Some(action) => vec![Effect::Act(action)],
            None => self.with_top(|screen, ctx| screen.key(ctx, key)),
        }
    }

    fn with_top(&mut self, act: impl FnOnce(&mut dyn Screen, &mut Ctx) -> Vec<Effect>) -> Vec<Effect> {
        match self.screens.last_mut() {
            Some(top) => act(top.as_mut(), &mut self.ctx),
            None => vec![Effect::Quit],
        }
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Push(screen) => self.screens.push(screen),
                Effect::Replace(screen) => {
                    self.screens.pop();
                    self.screens.push(screen);
                }
                Effect::Pop => self.pop_to(self.screens.len().saturating_sub(1)),
                Effect::Home if self.ctx.outcome_wanted() => self.ask_outcome(ending::Then::Home),
                Effect::Home => self.pop_to(1),
                Effect::Act(action) => self.act(action),
                Effect::Show(screens) => {
                    self.screens.truncate(1);
                    self.screens.extend(screens);
                }
                Effect::Reload => {
                    self.with_top(|screen, ctx| {
                        screen.reload(ctx);
                        Vec::new()
                    });
                }
                Effect::Redraw => self.redraw = true,
                Effect::Quit if self.ctx.outcome_wanted() => self.ask_outcome(ending::Then::Quit),
                Effect::Quit => self.quit(),
            }
        }
    }

    /// An interviewer says how the visit ended before an unfinished assessment is left.
    fn ask_outcome(&mut self, then: ending::Then) {
        self.screens.iter_mut().rev().for_each(|screen| screen.settle(&mut self.ctx));
        let effects = ending::open(&mut self.ctx, then);
        self.perform(effects);
    }

    fn pop_to(&mut self, depth: usize) {
        self.screens.truncate(depth);
        match self.screens.last_mut() {
            Some(top) => top.resume(&mut self.ctx),
            None => self.quit(),
        }
    }

    /// Does the program's own actions; leaves the others to the screen.
    fn act(&mut self, action: Action) {
        let Some(top) = self.screens.last() else { return };
        if let Some(reason) = top.disabled(&self.ctx, action) {
            self.ctx.warn(reason);
            return;
        }
        let scope = top.scope();
        let effects = match action {
            Action::Leave => vec![Effect::Quit],
            Action::Redraw => vec![Effect::Redraw],
            Action::Language => self.turn_language(),
            Action::Theme => vec![Effect::Push(Box::new(choose::themes(&self.ctx)))],
            Action::Lock => {
                self.lock();
                return;
            }
            Action::Settings => settings::open(&self.ctx),
            Action::About => about::open(&self.ctx),
            Action::AlreadySaved => self.say("tui-already-saved"),
            Action::Help | Action::Menu => self.help(scope, action),
            Action::Find if !matches!(scope, Scope::Start | Scope::History | Scope::Portfolio) => {
                vec![Effect::Push(Box::new(find::Find::new()))]
            }
            other => self.with_top(|screen, ctx| screen.act(ctx, other)),
        };
        self.perform(effects);
    }

    fn turn_language(&mut self) -> Vec<Effect> {
        let lang = self.ctx.lang().next();
        self.ctx.set_lang(lang);
        self.screens.iter_mut().for_each(|screen| screen.retell(&mut self.ctx));
        Vec::new()
    }

    fn say(&mut self, key: &'static str) -> Vec<Effect> {
        self.ctx.say(Message { key, args: Vec::new() });
        Vec::new()
    }

    fn help(&self, scope: Scope, action: Action) -> Vec<Effect> {
        let Some(top) = self.screens.last() else { return Vec::new() };
        let disabled = |action| top.disabled(&self.ctx, action);
        vec![Effect::Push(Box::new(help::Help::new(&self.ctx, scope, action, &disabled)))]
    }

    /// Draws the screen on top, and what it lies on if it is a dialog.
    pub fn draw(&mut self, frame: &mut Frame) {
        let area = frame.area();
        self.ctx.size = area.as_size();
        if area.width < MINIMUM.width || area.height < MINIMUM.height {
            widgets::frame::too_small(&self.ctx, frame, area);
            finish(frame.buffer_mut(), self.ctx.theme.ground());
            return;
        }
        self.draw_from(self.screens.len(), frame, area);
        finish(frame.buffer_mut(), self.ctx.theme.ground());
    }

    fn draw_from(&self, depth: usize, frame: &mut Frame, area: Rect) {
        let Some(top) = depth.checked_sub(1).and_then(|at| self.screens.get(at)) else { return };
        if top.scope() == Scope::Dialog {
            self.draw_from(depth - 1, frame, area);
        }
        top.draw(&self.ctx, frame, area);
    }
}

/// Lays the theme's ground under every cell, and takes out of it what would steer the terminal: answers from
/// other machines were never typed here, so nothing has cleaned them before.
fn finish(buffer: &mut Buffer, (letters, ground): (Color, Color)) {
    for cell in &mut buffer.content {
        cell.fg = if cell.fg == Color::Reset { letters } else { cell.fg };
        cell.bg = if cell.bg == Color::Reset { ground } else { cell.bg };
        if cell.symbol().chars().any(steers) {
            let clean: String = cell.symbol().chars().filter(|c| !steers(*c)).collect();
            cell.set_symbol(if clean.is_empty() { " " } else { &clean });
        }
    }
}

#[cfg(test)]
pub(crate) mod harness;
#[cfg(test)]
mod tests;
