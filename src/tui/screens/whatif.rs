//! Trying answers: one step up or down at any item, and all that would follow, before and after.
//!
//! Works on a sandbox of the engine; nothing is stored but, when asked for, the levels it reaches as a target.

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::{Constraint, Layout, Rect};

use super::trouble::{self, Retry};
use super::{Effect, Hint, Screen, profile, review};
use crate::engine::id::{AreaIx, QuestionIx};
use crate::engine::interview::Refusal;
use crate::engine::lever::{Direction, Moves, Outcome, Sandbox};
use crate::engine::library::Access;
use crate::engine::outlook::ascent;
use crate::engine::target::{ChosenTarget, Levels, Origin, Pattern};
use crate::engine::text::Message;
use crate::session::said;
use crate::tui::actions::{Action, Scope};
use crate::tui::context::Ctx;
use crate::tui::input::Key;
use crate::tui::widgets::frame as surround;

mod effects;
mod list;
#[cfg(test)]
mod tests;

/// From this width on what follows stands beside the items.
const BESIDE: u16 = 100;

/// The lines that a page of what follows moves by.
const PAGE: usize = 5;

/// The sandbox of the open assessment.
#[derive(Debug)]
pub struct WhatIf {
    sandbox: Sandbox,
    moves: Moves,
    /// The area whose items are listed; all without one.
    area: Option<AreaIx>,
    /// The selected item. It stays selected wherever it stands.
    at: Option<QuestionIx>,
    /// The first line of what follows that is seen.
    scroll: usize,
    /// Whether it was said that a target will be replaced.
    warned: bool,
}

/// The effects that open the sandbox of the open assessment, with what was tried before in this sitting.
pub fn open(ctx: &mut Ctx) -> Vec<Effect> {
    let Some(session) = &ctx.session else { return Vec::new() };
    let screen = WhatIf::new(Sandbox::resume(&session.interview, session.tried.clone()));
    if screen.items().is_empty() {
        ctx.warn(Message::new("whatif-no-items"));
        return Vec::new();
    }
    if screen.sandbox.changed().next().is_some() {
        ctx.say(Message::new("whatif-resumed"));
    }
    vec![Effect::Push(Box::new(screen))]
}

impl WhatIf {
    fn new(sandbox: Sandbox) -> Self {
        let moves = sandbox.moves();
        let at = sandbox.items().first().copied();
        Self { sandbox, moves, area: None, at, scroll: 0, warned: false }
    }

    /// The items that are listed.
    fn items(&self) -> Vec<QuestionIx> {
        let questions = &self.sandbox.interview().questionnaire().questions;
        let of_area = |ix: &QuestionIx| {
            let area = questions[*ix].item.as_ref().map(|item| item.area);
            self.area.is_none() || area == self.area
        };
        self.sandbox.items().into_iter().filter(of_area).collect()
    }

    /// Computes what follows, and remembers what is tried for this sitting.
    fn tried(&mut self, ctx: &mut Ctx) {
        self.moves = self.sandbox.moves();
        self.warned = false;
        if let Some(session) = &mut ctx.session {
            session.tried.clone_from(self.sandbox.changes());
        }
        self.stay_on_an_item();
    }

    fn stay_on_an_item(&mut self) {
        let items = self.items();
        if self.at.is_none_or(|at| !items.contains(&at)) {
            self.at = items.first().copied();
        }
    }

    fn step(&mut self, ctx: &mut Ctx, direction: Direction) {
        let Some(at) = self.at else { return };
        match self.sandbox.step(at, direction) {
            Ok(true) => self.tried(ctx),
            Ok(false) => ctx.say(Message::new(match direction {
                Direction::Up => "whatif-top",
                Direction::Down => "whatif-bottom",
            })),
            Err(refusal) => self.refused(ctx, at, refusal),
        }
    }

    /// Says why an answer cannot be tried.
    fn refused(&self, ctx: &mut Ctx, at: QuestionIx, refusal: Refusal) {
        let question = &self.sandbox.interview().questionnaire().questions[at];
        let constraint = || {
            let own = question.constraint_message.as_ref();
            own.map_or_else(|| ctx.texts.get("tui-constraint"), |text| text.get(ctx.lang()).to_owned())
        };
        let why = said::refusal(refusal).map_or_else(constraint, |message| ctx.texts.say(&message));
        ctx.warn(Message::new("whatif-refused").with("question", question.id.as_str()).with("why", why));
    }

    /// Tries the cheapest way from here to the next band, or says that there is none.
    fn propose(&mut self, ctx: &mut Ctx) {
        let Some(ascent) = ascent(self.sandbox.interview(), &self.moves.after) else {
            let key = if self.moves.after.scores.index.is_some() { "whatif-path-top" } else { "whatif-path-no-score" };
            return ctx.warn(Message::new(key));
        };
        let bands = &self.sandbox.interview().questionnaire().bands;
        let band = bands.get(ascent.band).map_or("", |band| band.title.get(ctx.lang())).to_owned();
        match ascent.outcome {
            Outcome::Path(path) => match self.sandbox.follow(&path) {
                Ok(()) => {
                    self.tried(ctx);
                    let message = Message::new("whatif-path").with("band", band).with("count", path.steps.len());
                    ctx.say(message.with("effort", path.effort));
                }
                Err((at, refusal)) => self.refused(ctx, at, refusal),
            },
            Outcome::OutOfReach(score) => {
                let score = ctx.texts.fixed(score, 1);
                ctx.warn(Message::new("whatif-path-none").with("band", band).with("score", score));
            }
            Outcome::Reached | Outcome::NoScore => {}
        }
    }

    fn next_area(&mut self) {
        let mut areas = self.moves.after.scores.areas.indices();
        self.area = match self.area {
            None => areas.next(),
            Some(now) => areas.find(|area| *area > now),
        };
        self.stay_on_an_item();
        self.scroll = 0;
    }

    fn take_back(&mut self, ctx: &mut Ctx) {
        if let Some(at) = self.at {
            self.sandbox.take_back(at);
            self.tried(ctx);
        }
    }

    /// The levels that the areas reach in the sandbox.
    fn levels(&self) -> Levels {
        self.moves.after.scores.areas.map(|area| area.staged)
    }

    /// Whether some area reaches a level above the one it has.
    fn aims_higher(&self) -> bool {
        let before = self.sandbox.before().scores.areas.iter();
        before.zip(self.moves.after.scores.areas.iter()).any(|(before, after)| after.staged > before.staged)
    }

    /// Keeps the levels reached as the enterprise's own target; one that is there already is replaced only when
    /// asked twice.
    fn keep(&mut self, ctx: &mut Ctx) -> Vec<Effect> {
        let Some(id) = ctx.session.as_ref().map(|session| session.summary.id) else { return Vec::new() };
        let old = match ctx.library.open(id) {
            Ok(record) => record.target,
            Err(error) => return trouble::open(ctx, error, Retry::No),
        };
        if let (Some(old), false) = (&old, self.warned) {
            ctx.warn(Message::new("whatif-keep-again").with("day", ctx.texts.short_day(old.chosen)));
            self.warned = true;
            return Vec::new();
        }
        let model = self.sandbox.interview().questionnaire();
        let scores = &self.sandbox.before().scores;
        let target = ChosenTarget::new(model, scores, Pattern::Own, Origin::Enterprise, &self.levels(), ctx.time());
        self.warned = false;
        match ctx.library.keep_target(id, Some(&target)) {
            Ok(()) => ctx.say(Message::new("whatif-kept")),
            Err(error) => return trouble::open(ctx, error, Retry::No),
        }
        Vec::new()
    }

    /// The space for the items, for a rule, and for what follows.
    fn panes(&self, ctx: &Ctx, body: Rect) -> (Rect, Option<Rect>, Rect) {
        if body.width >= BESIDE {
            let half = Constraint::Fill(1);
            let [list, _, effects] = body.layout(&Layout::horizontal([half, Constraint::Length(2), half]));
            return (list, None, effects);
        }
        let wanted = u16::try_from(effects::body(ctx, self, body.width).height()).unwrap_or(body.height);
        let layout = Layout::vertical([
            Constraint::Fill(1),
            Constraint::Length(1),
            Constraint::Length(wanted.min(body.height.saturating_sub(1) * 11 / 20)),
        ]);
        let [list, rule, effects] = body.layout(&layout);
        (list, Some(rule), effects)
    }

    /// The furthest that what follows can be scrolled.
    fn last_scroll(&self, ctx: &Ctx) -> usize {
        let footer = if ctx.size.height < 22 { 1 } else { 2 };
        let body = Rect::new(0, 0, ctx.size.width, ctx.size.height.saturating_sub(4 + footer));
        let pane = self.panes(ctx, body).2;
        effects::body(ctx, self, pane.width).last_scroll(pane.height)
    }
}

impl Screen for WhatIf {
    fn scope(&self) -> Scope {
        Scope::WhatIf
    }

    fn act(&mut self, ctx: &mut Ctx, action: Action) -> Vec<Effect> {
        match action {
            Action::TryPath => self.propose(ctx),
            Action::TryArea => self.next_area(),
            Action::TryBack => self.take_back(ctx),
            Action::TryReset => {
                self.sandbox.reset();
                self.tried(ctx);
            }
            Action::TryKeep => return self.keep(ctx),
            other => return profile::act(ctx, other),
        }
        Vec::new()
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        match key.code {
            KeyCode::Esc => return vec![Effect::Pop],
            KeyCode::Right | KeyCode::Char('+') => self.step(ctx, Direction::Up),
            KeyCode::Left | KeyCode::Char('-') => self.step(ctx, Direction::Down),
            KeyCode::PageDown => self.scroll = (self.scroll + PAGE).min(self.last_scroll(ctx)),
            KeyCode::PageUp => self.scroll = self.scroll.min(self.last_scroll(ctx)).saturating_sub(PAGE),
            code => {
                let items = self.items();
                let from = items.iter().position(|ix| Some(*ix) == self.at).unwrap_or_default();
                self.at = items.get(profile::moved(code, from, items.len())).copied();
            }
        }
        Vec::new()
    }

    fn disabled(&self, ctx: &Ctx, action: Action) -> Option<Message> {
        let untouched = self.sandbox.changed().next().is_none();
        match action {
            Action::TryReset | Action::TryKeep if untouched => Some(Message::new("whatif-nothing-tried")),
            Action::TryBack if !self.sandbox.changed().any(|ix| Some(ix) == self.at) => {
                Some(Message::new("whatif-not-tried-here"))
            }
            Action::TryKeep if ctx.library.access() != Access::Write => Some(Message::new("tui-read-only")),
            Action::TryKeep if !self.aims_higher() => Some(Message::new("whatif-no-higher-level")),
            other => review::disabled(ctx, other),
        }
    }

    fn hints(&self, ctx: &Ctx) -> Vec<Hint> {
        let mut hints = vec![Hint { keys: "←→", label: "whatif-hint-step" }];
        if self.last_scroll(ctx) > 0 {
            hints.push(Hint { keys: "PgDn", label: "advice-hint-read" });
        }
        hints.push(Hint { keys: "Esc", label: "hint-back" });
        hints
    }

    fn resume(&mut self, ctx: &mut Ctx) {
        let Some(session) = &ctx.session else { return };
        self.sandbox = Sandbox::resume(&session.interview, session.tried.clone());
        self.moves = self.sandbox.moves();
        self.stay_on_an_item();
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let Some(session) = &ctx.session else { return };
        let left = format!("{} › {}", session.summary.enterprise, ctx.texts.get("whatif-title"));
        let body = surround::draw(ctx, self, &left, &profile::corner(ctx), frame, area);
        let (list, rule, pane) = self.panes(ctx, body);
        list::draw(ctx, self, frame, list);
        if let Some(rule) = rule {
            surround::draw_rule(ctx, frame, rule);
        }
        let effects = effects::body(ctx, self, pane.width);
        effects.draw(ctx, self.scroll.min(effects.last_scroll(pane.height)), frame, pane);
    }
}
