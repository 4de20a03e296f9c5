//! What a screen is, and what it may ask of the program.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::actions::{Action, Scope, Typing};
use super::context::Ctx;
use super::input::Key;
use crate::engine::text::Message;

pub mod about;
pub mod advice;
pub mod choose;
pub mod compare;
pub mod ending;
pub mod find;
pub mod first;
pub mod glossary;
pub mod help;
pub mod history;
pub mod lock;
pub mod new;
pub mod note;
mod pages;
pub mod portfolio;
pub mod profile;
pub mod question;
pub mod review;
pub mod roadmap;
pub mod sections;
pub mod settings;
pub mod start;
pub mod target;
pub mod trouble;
pub mod whatif;
mod working;

/// What a screen asks of the program.
#[derive(Debug)]
pub enum Effect {
    /// Lay another screen on top.
    Push(Box<dyn Screen>),
    /// Take this screen's place.
    Replace(Box<dyn Screen>),
    /// Go back to the screen below.
    Pop,
    /// Go back to the lowest screen.
    Home,
    /// Lay these screens on the lowest one, in place of all others.
    Show(Vec<Box<dyn Screen>>),
    /// Show the stored answer on the screen on top, whatever stood in its entry.
    Reload,
    /// Do something on the screen that is then on top.
    Act(Action),
    /// Draw everything anew.
    Redraw,
    /// End the program.
    Quit,
}

/// What a footer shows besides the actions: keys of the focused control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The keys, as shown.
    pub keys: &'static str,
    /// The key of the word behind them.
    pub label: &'static str,
}

/// One screen. `draw` never changes anything.
pub trait Screen: std::fmt::Debug {
    /// Where keys are pressed.
    fn scope(&self) -> Scope;

    /// Whether letters are typed into a field.
    fn typing(&self, _ctx: &Ctx) -> Typing {
        Typing::Commands
    }

    /// Does an action of this scope that is not the program's own. Dialogs have none.
    fn act(&mut self, _ctx: &mut Ctx, _action: Action) -> Vec<Effect> {
        Vec::new()
    }

    /// Takes a key that is no action.
    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect>;

    /// Takes a paste.
    fn paste(&mut self, _ctx: &mut Ctx, _text: &str) -> Vec<Effect> {
        Vec::new()
    }

    /// Whether there was something of its own to close before Esc does anything else; it is closed then.
    fn closes(&mut self, _ctx: &mut Ctx) -> bool {
        false
    }

    /// Why an action cannot be done now.
    fn disabled(&self, _ctx: &Ctx, _action: Action) -> Option<Message> {
        None
    }

    /// The keys of the focused control.
    fn hints(&self, _ctx: &Ctx) -> Vec<Hint> {
        Vec::new()
    }

    /// Called when the screen comes on top again.
    fn resume(&mut self, _ctx: &mut Ctx) {}

    /// Called after a change of language.
    fn retell(&mut self, _ctx: &mut Ctx) {}

    /// Called when a second passed without a key, and after every input: time to keep drafts.
    fn idle(&mut self, _ctx: &mut Ctx) -> Vec<Effect> {
        Vec::new()
    }

    /// Called when the finished assessments arrive that were read meanwhile.
    fn arrived(&mut self, _ctx: &mut Ctx) {}

    /// Whether it waits for long work.
    fn awaits(&self) -> bool {
        false
    }

    /// Called when the screen is about to vanish with the program: keeps what is typed, now.
    fn settle(&mut self, _ctx: &mut Ctx) {}

    /// Shows the stored answer, whatever stood in the entry.
    fn reload(&mut self, _ctx: &mut Ctx) {}

    /// Draws the screen.
    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect);
}

#[cfg(test)]
mod legibility;
#[cfg(test)]
mod tests;
