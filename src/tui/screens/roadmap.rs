//! The roadmap: recommendations with owners and days, by phase, and where the scores stand after each.

use jiff::civil::Date;
use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::{Constraint, Layout, Rect};

use super::trouble::{self, Retry};
use super::{Effect, Hint, Screen, profile, review};
use crate::engine::library::Access;
use crate::engine::profile::{Profile, fill};
use crate::engine::roadmap::{ActionStatus, Entry, Plan, RoadmapAction, plan};
use crate::engine::text::{Localized, Message};
use crate::tui::actions::{Action, Scope};
use crate::tui::context::{Ctx, Session};
use crate::tui::input::Key;
use crate::tui::theme::Role;
use crate::tui::widgets::body::Body;
use crate::tui::widgets::frame as surround;

mod form;
mod list;
mod scores;

/// From this width on the scores stand beside the list.
const BESIDE: u16 = 100;

/// The least height that holds a list and the scores below it.
const BELOW: u16 = 17;

/// The roadmap of the open assessment.
#[derive(Debug)]
pub struct Roadmap {
    profile: Profile,
    plan: Plan,
    focus: usize,
    /// Whether the scores have the whole screen.
    scores: bool,
}

/// The effects that show the roadmap of the open assessment.
pub fn open(ctx: &mut Ctx) -> Vec<Effect> {
    let (Some(session), Some(profile)) = (&ctx.session, ctx.profile()) else { return Vec::new() };
    match ctx.library.open(session.summary.id) {
        Ok(record) => {
            let plan = plan(&session.interview, &profile, &record.actions);
            vec![Effect::Push(Box::new(Roadmap { profile, plan, focus: 0, scores: false }))]
        }
        Err(error) => trouble::open(ctx, error, Retry::No),
    }
}

/// Why nothing can be changed, if so.
fn refusal(ctx: &Ctx) -> Option<Message> {
    match ctx.library.access() {
        Access::Write => None,
        Access::ReadOnlyInUse => Some(Message::new("tui-in-use")),
        Access::ReadOnlyFile => Some(Message::new("tui-read-only")),
    }
}

/// The text of a recommendation with the answers filled in.
fn filled(ctx: &Ctx, session: &Session, text: &Localized) -> String {
    fill(text.get(ctx.lang()), &session.interview, ctx.lang(), |number| ctx.texts.exact(number))
}

fn today(ctx: &Ctx) -> Date {
    (ctx.clock)().date()
}

/// The words of a status.
const fn status_word(status: ActionStatus) -> &'static str {
    match status {
        ActionStatus::Planned => "roadmap-planned",
        ActionStatus::UnderWay => "roadmap-under-way",
        ActionStatus::Done => "roadmap-done",
        ActionStatus::Dropped => "roadmap-dropped",
    }
}

/// The parts of the screen.
struct Panes {
    list: Rect,
    rule: Option<Rect>,
    scores: Option<Rect>,
}

impl Panes {
    fn of(body: Rect, below: u16) -> Self {
        if body.width >= BESIDE {
            let half = Constraint::Fill(1);
            let [list, _, scores] = body.layout(&Layout::horizontal([half, Constraint::Length(2), half]));
            Self { list, rule: None, scores: Some(scores) }
        } else if body.height >= BELOW {
            let below = Constraint::Length(below.min(body.height / 2));
            let [list, rule, scores] =
                body.layout(&Layout::vertical([Constraint::Fill(1), Constraint::Length(1), below]));
            Self { list, rule: Some(rule), scores: Some(scores) }
        } else {
            Self { list: body, rule: None, scores: None }
        }
    }
}

impl Roadmap {
    fn selected(&self) -> Option<&Entry> {
        self.plan.entries.get(self.focus)
    }

    /// Reads the plan anew and stays on the same recommendation.
    fn reread(&mut self, ctx: &mut Ctx) {
        let here = self.selected().map(|entry| entry.recommendation);
        let (Some(session), Some(profile)) = (&ctx.session, ctx.profile()) else { return };
        let Ok(record) = ctx.library.open(session.summary.id) else { return };
        self.plan = plan(&session.interview, &profile, &record.actions);
        self.profile = profile;
        let found = self.plan.entries.iter().position(|entry| Some(entry.recommendation) == here);
        self.focus = found.unwrap_or(self.focus).min(self.plan.entries.len().saturating_sub(1));
    }

    /// The action of the selected entry, or a new one for it.
    fn action(&self, ctx: &Ctx) -> Option<RoadmapAction> {
        let (entry, session) = self.selected().zip(ctx.session.as_ref())?;
        let id = &session.interview.questionnaire().recommendations[entry.recommendation].id;
        Some(entry.action.clone().unwrap_or_else(|| RoadmapAction::new(id, ctx.time())))
    }

    /// Takes the selected recommendation in or out.
    fn pick(&mut self, ctx: &mut Ctx) -> Vec<Effect> {
        let Some(action) = self.action(ctx) else { return Vec::new() };
        let is_planned = self.selected().is_some_and(|entry| entry.action.is_some());
        // What somebody has written down is not thrown away by one key; it is given up instead.
        let is_bare = action
            == RoadmapAction { changed: action.changed, ..RoadmapAction::new(&action.recommendation, action.created) };
        if !is_planned {
            self.keep(ctx, &action)
        } else if is_bare {
            self.remove(ctx, &action.recommendation)
        } else if action.status == ActionStatus::Dropped {
            self.keep(ctx, &RoadmapAction { status: ActionStatus::Planned, changed: ctx.time(), ..action })
        } else {
            self.keep(ctx, &RoadmapAction { status: ActionStatus::Dropped, changed: ctx.time(), ..action })
        }
    }

    /// The next status of the selected action.
    fn next_status(&mut self, ctx: &mut Ctx) -> Vec<Effect> {
        let planned = self.selected().is_some_and(|entry| entry.action.is_some());
        let Some(action) = self.action(ctx).filter(|_| planned) else {
            ctx.warn(Message::new("roadmap-not-picked"));
            return Vec::new();
        };
        self.keep(ctx, &RoadmapAction { status: turned(action.status, true), changed: ctx.time(), ..action })
    }

    fn keep(&mut self, ctx: &mut Ctx, action: &RoadmapAction) -> Vec<Effect> {
        let effects = keep(ctx, action);
        self.reread(ctx);
        effects
    }

    fn remove(&mut self, ctx: &mut Ctx, recommendation: &str) -> Vec<Effect> {
        let Some(id) = ctx.session.as_ref().map(|session| session.summary.id) else { return Vec::new() };
        let removed = ctx.library.remove_action(id, recommendation);
        self.reread(ctx);
        removed.err().map_or_else(Vec::new, |error| trouble::open(ctx, error, Retry::No))
    }

    fn scores_body(&self, ctx: &Ctx, session: &Session, width: u16) -> Body {
        scores::body(ctx, session, &self.profile, &self.plan, width)
    }
}

/// Keeps an action of the open assessment.
fn keep(ctx: &mut Ctx, action: &RoadmapAction) -> Vec<Effect> {
    let Some(id) = ctx.session.as_ref().map(|session| session.summary.id) else { return Vec::new() };
    let kept = ctx.library.keep_action(id, action);
    kept.err().map_or_else(Vec::new, |error| trouble::open(ctx, error, Retry::No))
}

/// The status after or before one.
fn turned(status: ActionStatus, forward: bool) -> ActionStatus {
    let count = ActionStatus::ALL.len();
    let here = ActionStatus::ALL.iter().position(|(other, _)| *other == status).unwrap_or(0);
    let next = (here + if forward { 1 } else { count - 1 }) % count;
    ActionStatus::ALL.get(next).map_or(status, |(status, _)| *status)
}

impl Screen for Roadmap {
    fn scope(&self) -> Scope {
        Scope::Roadmap
    }

    fn act(&mut self, ctx: &mut Ctx, action: Action) -> Vec<Effect> {
        match action {
            Action::Status => self.next_status(ctx),
            Action::Scores => {
                self.scores = !self.scores;
                Vec::new()
            }
            Action::Advice | Action::Profile => vec![Effect::Pop],
            other => profile::act(ctx, other),
        }
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        match key.code {
            KeyCode::Esc if self.scores => self.scores = false,
            KeyCode::Esc => return vec![Effect::Pop],
            KeyCode::Enter | KeyCode::Char(' ') => {
                if let Some(why) = refusal(ctx) {
                    ctx.warn(why);
                    return Vec::new();
                }
                if key.code == KeyCode::Char(' ') {
                    return self.pick(ctx);
                }
                return self
                    .selected()
                    .zip(self.action(ctx))
                    .map_or_else(Vec::new, |(entry, action)| form::open(entry, action));
            }
            code => self.focus = profile::moved(code, self.focus, self.plan.entries.len()),
        }
        Vec::new()
    }

    fn disabled(&self, ctx: &Ctx, action: Action) -> Option<Message> {
        match action {
            Action::Status => refusal(ctx),
            other => review::disabled(ctx, other),
        }
    }

    fn hints(&self, _: &Ctx) -> Vec<Hint> {
        let back = Hint { keys: "Esc", label: "hint-back" };
        if self.plan.entries.is_empty() || self.scores {
            return vec![back];
        }
        let space = Hint { keys: "Space", label: "roadmap-hint-pick" };
        vec![space, Hint { keys: "Enter", label: "roadmap-hint-edit" }, back]
    }

    fn resume(&mut self, ctx: &mut Ctx) {
        self.reread(ctx);
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let Some(session) = &ctx.session else { return };
        let left = format!("{} › {}", session.summary.enterprise, ctx.texts.get("roadmap-title"));
        let planned = self.plan.entries.iter().filter(|entry| entry.counts()).count();
        let count = ctx.texts.with("roadmap-count", &[("count", planned.into())]);
        let right = format!("{count} · {}", profile::corner(ctx));
        let body = surround::draw(ctx, self, &left, &right, frame, area);
        if self.plan.entries.is_empty() {
            let mut nothing = Body::new();
            nothing.text(" ", &ctx.texts.get("roadmap-nothing"), ctx.theme.style(Role::Text), body.width);
            nothing.draw(ctx, 0, frame, body);
            return;
        }
        if self.scores {
            self.scores_body(ctx, session, body.width).draw(ctx, 0, frame, body);
            return;
        }
        let below = self.scores_body(ctx, session, body.width).height();
        let panes = Panes::of(body, u16::try_from(below).unwrap_or(u16::MAX));
        list::body(ctx, session, &self.plan, self.focus, panes.list.width).draw(ctx, 0, frame, panes.list);
        if let Some(rule) = panes.rule {
            surround::draw_rule(ctx, frame, rule);
        }
        if let Some(pane) = panes.scores {
            self.scores_body(ctx, session, pane.width).draw(ctx, 0, frame, pane);
        }
    }
}

#[cfg(test)]
mod tests;
