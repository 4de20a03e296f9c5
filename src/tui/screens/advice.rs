//! The recommendations: what to do first, then and later, with the reasons of the selected one.

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::{Constraint, Layout, Rect};

use super::{Effect, Hint, Screen, profile, review};
use crate::engine::advice::Advice;
use crate::engine::id::RecommendationIx;
use crate::engine::profile::{FIRST_PAGE, Profile, fill};
use crate::engine::questionnaire::Recommendation;
use crate::engine::text::{Localized, Message};
use crate::tui::actions::{Action, Scope};
use crate::tui::app::MINIMUM;
use crate::tui::context::{Ctx, Session};
use crate::tui::input::Key;
use crate::tui::theme::Role;
use crate::tui::widgets::body::Body;
use crate::tui::widgets::frame as surround;

mod detail;
mod list;
mod page;

/// From this width on the details stand beside the list.
const BESIDE: u16 = 100;

/// The least height that holds a list and details below it.
const BELOW: u16 = 15;

/// The recommendations of the open assessment.
#[derive(Debug)]
pub struct AdviceScreen {
    plan: Plan,
    focus: usize,
    /// The first line of the details that is seen.
    scroll: usize,
}

/// The recommendations in the order in which they are shown.
#[derive(Clone, Debug)]
struct Plan {
    /// The first page, then the others; each by period, within a period as the profile orders them.
    advice: Vec<Advice>,
    /// The length of the first page.
    first: usize,
    /// Whether there is an overall score that gains count for.
    has_index: bool,
    /// Whether anything has been answered that counts.
    has_answers: bool,
}

impl Plan {
    fn new(session: &Session, profile: &Profile) -> Self {
        let questionnaire = session.interview.questionnaire();
        let mut advice = profile.advice.clone();
        let first = advice.len().min(FIRST_PAGE);
        let (page, rest) = advice.split_at_mut(first);
        for part in [page, rest] {
            part.sort_by_key(|advice| questionnaire.recommendations[advice.recommendation].horizon);
        }
        let has_answers = profile.scores.areas.iter().any(|area| area.answered > 0);
        Self { advice, first, has_index: profile.scores.index.is_some(), has_answers }
    }

    /// The number under which a recommendation is shown, or the programme that took its place.
    fn number(&self, of: RecommendationIx) -> Option<usize> {
        let found = |advice: &Advice| advice.recommendation == of || advice.replaces.contains(&of);
        self.advice.iter().position(found).map(|at| at + 1)
    }
}

/// The effects that show the recommendations of the open assessment.
pub fn open(ctx: &mut Ctx) -> Vec<Effect> {
    let (Some(session), Some(profile)) = (&ctx.session, ctx.profile()) else { return Vec::new() };
    vec![Effect::Push(Box::new(AdviceScreen { plan: Plan::new(session, &profile), focus: 0, scroll: 0 }))]
}

/// The parts of the screen.
struct Panes {
    list: Rect,
    rule: Option<Rect>,
    detail: Option<Rect>,
}

impl Panes {
    fn of(body: Rect) -> Self {
        if body.width >= BESIDE {
            let half = Constraint::Fill(1);
            let [list, _, detail] = body.layout(&Layout::horizontal([half, Constraint::Length(2), half]));
            Self { list, rule: None, detail: Some(detail) }
        } else if body.height >= BELOW {
            let [list, rule, detail] =
                body.layout(&Layout::vertical([Constraint::Fill(1), Constraint::Length(1), Constraint::Fill(1)]));
            Self { list, rule: Some(rule), detail: Some(detail) }
        } else {
            Self { list: body, rule: None, detail: None }
        }
    }
}

impl AdviceScreen {
    fn selected(&self) -> Option<&Advice> {
        self.plan.advice.get(self.focus)
    }

    fn detail(&self, ctx: &Ctx, session: &Session, width: u16) -> Body {
        self.selected().map_or_else(Body::new, |advice| {
            detail::body(ctx, session, &self.plan, advice, width, detail::Items::Named)
        })
    }

    /// The furthest that the details can be scrolled.
    fn last_scroll(&self, ctx: &Ctx) -> usize {
        let (Some(session), Some(pane)) = (&ctx.session, Panes::of(body_area(ctx)).detail) else { return 0 };
        self.detail(ctx, session, pane.width).last_scroll(pane.height)
    }

    /// What is said when there is nothing to recommend.
    fn nothing(&self, ctx: &Ctx, width: u16) -> Body {
        let key = if self.plan.has_answers { "advice-none" } else { "advice-none-yet" };
        let mut body = Body::new();
        body.text(" ", &ctx.texts.get(key), ctx.theme.style(Role::Text), width);
        body
    }
}

/// About the space between bars and footer: the drawn one may be a line higher.
fn body_area(ctx: &Ctx) -> Rect {
    let footer = if ctx.size.height < 22 { 1 } else { 2 };
    Rect::new(0, 0, ctx.size.width, ctx.size.height.max(MINIMUM.height).saturating_sub(4 + footer))
}

/// The text of a recommendation with the answers filled in.
fn filled(ctx: &Ctx, session: &Session, text: &Localized) -> String {
    let number = |number| ctx.texts.exact(number);
    fill(text.get(ctx.lang()), &session.interview, ctx.lang(), number)
}

fn recommendation<'a>(session: &'a Session, advice: &Advice) -> &'a Recommendation {
    &session.interview.questionnaire().recommendations[advice.recommendation]
}

impl Screen for AdviceScreen {
    fn scope(&self) -> Scope {
        Scope::Advice
    }

    fn act(&mut self, ctx: &mut Ctx, action: Action) -> Vec<Effect> {
        match action {
            Action::Profile => vec![Effect::Pop],
            other => profile::act(ctx, other),
        }
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        let last = self.last_scroll(ctx);
        match key.code {
            KeyCode::Esc => return vec![Effect::Pop],
            KeyCode::Enter | KeyCode::Char(' ') => {
                return self.selected().map_or_else(Vec::new, |advice| page::open(&self.plan, advice));
            }
            KeyCode::PageDown => self.scroll = (self.scroll + page::STEP).min(last),
            KeyCode::PageUp => self.scroll = self.scroll.saturating_sub(page::STEP),
            code => {
                let to = profile::moved(code, self.focus, self.plan.advice.len());
                self.scroll = if to == self.focus { self.scroll } else { 0 };
                self.focus = to;
            }
        }
        Vec::new()
    }

    fn disabled(&self, ctx: &Ctx, action: Action) -> Option<Message> {
        review::disabled(ctx, action)
    }

    fn hints(&self, ctx: &Ctx) -> Vec<Hint> {
        if self.plan.advice.is_empty() {
            return vec![Hint { keys: "Esc", label: "hint-back" }];
        }
        let mut hints =
            vec![Hint { keys: "↑↓", label: "hint-choose" }, Hint { keys: "Enter", label: "advice-hint-open" }];
        if self.last_scroll(ctx) > 0 {
            hints.push(Hint { keys: "PgDn", label: "advice-hint-read" });
        }
        hints.push(Hint { keys: "Esc", label: "hint-back" });
        hints
    }

    fn resume(&mut self, ctx: &mut Ctx) {
        let (Some(session), Some(profile)) = (&ctx.session, ctx.profile()) else { return };
        self.plan = Plan::new(session, &profile);
        self.focus = self.focus.min(self.plan.advice.len().saturating_sub(1));
        self.scroll = 0;
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let Some(session) = &ctx.session else { return };
        let left = format!("{} › {}", session.summary.enterprise, ctx.texts.get("advice-title"));
        let body = surround::draw(ctx, self, &left, &profile::corner(ctx), frame, area);
        if self.plan.advice.is_empty() {
            self.nothing(ctx, body.width).draw(ctx, 0, frame, body);
            return;
        }
        let panes = Panes::of(body);
        list::body(ctx, session, &self.plan, self.focus, panes.list).draw(ctx, 0, frame, panes.list);
        if let Some(rule) = panes.rule {
            surround::draw_rule(ctx, frame, rule);
        }
        if let Some(pane) = panes.detail {
            self.detail(ctx, session, pane.width).draw(ctx, self.scroll, frame, pane);
        }
    }
}

#[cfg(test)]
mod tests;
