//! The profile: scores as a chart, as numbers, by facet, and what stands out; each with its reasons.
//!
//! Computed once when the screen comes on top; shows what is missing where there is no number.

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::{Constraint, Layout, Rect};

use super::{Effect, Hint, Screen, advice, compare, history, question, review, roadmap, sections, target, whatif};
use crate::engine::benchmark::Others;
use crate::engine::id::{AreaIx, QuestionIx};
use crate::engine::lever::Outcome;
use crate::engine::outlook::Outlook;
use crate::engine::profile::Profile;
use crate::engine::score::AreaScore;
use crate::engine::target::ChosenTarget;
use crate::engine::text::Message;
use crate::engine::uncertainty::{DRAWS, MANY_DRAWS};
use crate::tui::actions::{Action, Scope};
use crate::tui::context::{Ctx, Session};
use crate::tui::input::Key;
use crate::tui::theme::Glyph;
use crate::tui::widgets::body::Body;
use crate::tui::widgets::frame as surround;

mod arithmetic;
mod chart;
mod goal;
mod header;
mod standing;
mod tables;
mod why;

pub(super) use standing::answered;

/// The lines around the body of this screen: bars, rules, footer, and the space below the header.
const SURROUNDINGS: usize = 7;

/// The least height of a window that holds the full header above the chart.
const ROOMY: u16 = 22;

/// The least width of a footer with all hints.
const WIDE: u16 = 76;

/// The profile of the open assessment.
#[derive(Debug)]
pub struct ProfileScreen {
    profile: Profile,
    outlook: Outlook,
    others: Others,
    view: View,
    /// The place among the view's rows.
    focus: usize,
    /// The target when it was last looked at.
    target: Option<ChosenTarget>,
}

/// What the pages show: the figures, and how sure they are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shown<'a> {
    profile: &'a Profile,
    outlook: &'a Outlook,
    others: &'a Others,
}

impl Shown<'_> {
    /// The interval of an area whose score is shown.
    fn interval(self, area: AreaIx) -> Option<(f64, f64)> {
        let score = self.profile.scores.areas[area].shown()?;
        Some(self.outlook.uncertainty.areas[area].as_ref()?.spread.around(score))
    }

    /// The interval of the index.
    fn index_interval(self) -> Option<(f64, f64)> {
        let headline = self.profile.scores.index.as_ref()?.headline;
        Some(self.outlook.uncertainty.index.as_ref()?.headline.around(headline))
    }
}

/// The ways to look at a profile, in the order in which they follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum View {
    Chart,
    Numbers,
    Facets,
    Standing,
    Target,
}

impl View {
    /// Every view with the key of its name.
    const ALL: [(Self, &str); 5] = [
        (Self::Chart, "profile-view-chart"),
        (Self::Numbers, "profile-view-numbers"),
        (Self::Facets, "profile-view-facets"),
        (Self::Standing, "profile-view-standing"),
        (Self::Target, "profile-view-target"),
    ];

    fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(view, _)| *view == self).map_or("profile-view-chart", |(_, name)| name)
    }

    fn next(self) -> Self {
        let after = Self::ALL.into_iter().cycle().skip_while(|(view, _)| *view != self).nth(1);
        after.map_or(self, |(view, _)| view)
    }
}

/// The effects that show the profile of the open assessment.
pub fn open(ctx: &mut Ctx) -> Vec<Effect> {
    let Some(profile) = ctx.profile() else { return Vec::new() };
    let Some(outlook) = ctx.outlook(&profile, DRAWS) else { return Vec::new() };
    let others = ctx.others_soon();
    let target = ctx.session.as_ref().and_then(|session| session.target.clone());
    vec![Effect::Push(Box::new(ProfileScreen { profile, outlook, others, view: View::Chart, focus: 0, target }))]
}

impl ProfileScreen {
    const fn shown(&self) -> Shown<'_> {
        Shown { profile: &self.profile, outlook: &self.outlook, others: &self.others }
    }

    /// The number of rows that the focus walks over, or of lines to scroll.
    fn rows(&self, ctx: &Ctx, session: &Session) -> usize {
        match self.view {
            View::Chart => session.interview.questionnaire().areas.len(),
            // Below the areas stand the notes, each a place to stop.
            View::Numbers => session.interview.questionnaire().areas.len() + tables::stops(&self.profile),
            View::Facets => {
                let width = ctx.size.width;
                let header = self.header(ctx, session, width).height();
                let seen = usize::from(ctx.size.height).saturating_sub(header + SURROUNDINGS);
                tables::facets(ctx, session, &self.profile, width).last_scroll(u16::try_from(seen).unwrap_or(0)) + 1
            }
            View::Standing => self.standing().len(),
            View::Target => goal::stops(session),
        }
    }

    /// The questions of the last view, in its order.
    fn standing(&self) -> Vec<QuestionIx> {
        let weak = self.profile.bottlenecks.iter().map(|lever| lever.question);
        let ascent = self.outlook.ascent.as_ref().map(|ascent| &ascent.outcome);
        let path = if let Some(Outcome::Path(path)) = ascent { path.steps.as_slice() } else { &[] };
        let path = path.iter().map(|step| step.question);
        let next = self.outlook.next.iter().map(|next| next.question);
        self.profile.strengths.iter().copied().chain(weak).chain(path).chain(next).collect()
    }

    /// Computes the intervals anew from ten times as many draws, and says what they are now.
    fn draw_many(&mut self, ctx: &mut Ctx) {
        let Some(outlook) = ctx.outlook(&self.profile, MANY_DRAWS) else { return };
        self.outlook = outlook;
        let message = header::drawn(ctx, self.shown());
        ctx.say(message);
    }

    fn open_row(&self, ctx: &mut Ctx) -> Vec<Effect> {
        match self.view {
            View::Chart | View::Numbers => match self.profile.scores.areas.indices().nth(self.focus) {
                Some(area) => why::open(ctx, &self.profile, area),
                None => Vec::new(),
            },
            View::Facets => Vec::new(),
            View::Standing => match self.standing().get(self.focus) {
                Some(ix) => question::jump(ctx, *ix),
                None => Vec::new(),
            },
            View::Target => target::open(ctx),
        }
    }

    /// The full header stands above the chart, if there is space; the table repeats what it leaves out.
    fn header(&self, ctx: &Ctx, session: &Session, width: u16) -> Body {
        let full = self.view == View::Chart && ctx.size.height >= ROOMY;
        let extent = if full { header::Extent::Full } else { header::Extent::Short };
        header::lines(ctx, session, self.shown(), extent, width)
    }

    fn draw_view(&self, ctx: &Ctx, session: &Session, frame: &mut Frame, area: Rect) {
        let (shown, focus, width) = (self.shown(), self.focus, area.width);
        let (body, scroll) = match self.view {
            View::Chart => return chart::draw(ctx, session, shown, focus, frame, area),
            View::Numbers => (tables::numbers(ctx, session, shown, focus, width), 0),
            View::Facets => (tables::facets(ctx, session, shown.profile, width), focus),
            View::Standing => (standing::body(ctx, session, shown, focus, width), 0),
            View::Target => (goal::body(ctx, session, shown.profile, focus, width), 0),
        };
        body.draw(ctx, scroll, frame, area);
    }
}

impl Screen for ProfileScreen {
    fn scope(&self) -> Scope {
        Scope::Profile
    }

    fn act(&mut self, ctx: &mut Ctx, action: Action) -> Vec<Effect> {
        match action {
            Action::Table => {
                self.view = self.view.next();
                self.focus = 0;
                Vec::new()
            }
            Action::Arithmetic => {
                ctx.session.as_ref().map_or_else(Vec::new, |session| arithmetic::open(session, self.shown(), None))
            }
            Action::ManyDraws => {
                self.draw_many(ctx);
                Vec::new()
            }
            other => act(ctx, other),
        }
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        let Some(session) = &ctx.session else { return vec![Effect::Home] };
        match key.code {
            KeyCode::Esc => return vec![Effect::Pop],
            KeyCode::Enter | KeyCode::Char(' ') => return self.open_row(ctx),
            code => self.focus = moved(code, self.focus, self.rows(ctx, session)),
        }
        Vec::new()
    }

    fn disabled(&self, ctx: &Ctx, action: Action) -> Option<Message> {
        review::disabled(ctx, action)
    }

    fn hints(&self, ctx: &Ctx) -> Vec<Hint> {
        let enter = match self.view {
            View::Chart | View::Numbers => Some("profile-hint-why"),
            View::Standing => Some("hint-go"),
            View::Facets | View::Target => None,
        };
        let enter = enter.map(|label| Hint { keys: "Enter", label });
        if ctx.size.width < WIDE {
            // A narrow footer keeps its space for what cannot be guessed: the other views.
            return enter.into_iter().collect();
        }
        let (arrows, back) = (Hint { keys: "↑↓", label: "hint-move" }, Hint { keys: "Esc", label: "hint-back" });
        std::iter::once(arrows).chain(enter).chain([back]).collect()
    }

    fn resume(&mut self, ctx: &mut Ctx) {
        let Some(profile) = ctx.profile() else { return };
        if let Some(outlook) = ctx.outlook(&profile, self.outlook.uncertainty.options.draws) {
            (self.profile, self.outlook) = (profile, outlook);
        }
        self.others = ctx.others_soon();
        // A target that was just chosen is what one wants to see.
        let target = ctx.session.as_ref().and_then(|session| session.target.clone());
        if target != self.target {
            (self.view, self.focus, self.target) = (View::Target, 0, target);
        }
    }

    fn arrived(&mut self, ctx: &mut Ctx) {
        self.others = ctx.others_soon();
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let Some(session) = &ctx.session else { return };
        let title = ctx.texts.get("profile-title");
        let left = format!("{} › {title}", session.summary.enterprise);
        let right = format!("{} · {}", ctx.texts.get(self.view.name()), corner(ctx));
        let body = surround::draw(ctx, self, &left, &right, frame, area);
        let header = self.header(ctx, session, body.width);
        let height = u16::try_from(header.height()).unwrap_or(body.height);
        let [top, _, rest] =
            body.layout(&Layout::vertical([Constraint::Length(height), Constraint::Length(1), Constraint::Fill(1)]));
        header.draw(ctx, 0, frame, top);
        self.draw_view(ctx, session, frame, rest);
    }
}

/// Does what can be done from every page of the profile and the recommendations.
pub(super) fn act(ctx: &mut Ctx, action: Action) -> Vec<Effect> {
    match action {
        Action::Advice => advice::open(ctx),
        Action::Roadmap => roadmap::open(ctx),
        Action::WhatIf => whatif::open(ctx),
        Action::Target => target::open(ctx),
        Action::Sections => sections::open(ctx),
        Action::Review => review::open(ctx),
        Action::Compare => compare::since_last(ctx),
        Action::History => history::open_session(ctx),
        Action::Reopen => review::reopen(ctx),
        Action::Assessments => vec![Effect::Home],
        _ => Vec::new(),
    }
}

/// The place that a key moves to among `count` rows.
pub(super) fn moved(code: KeyCode, from: usize, count: usize) -> usize {
    const PAGE: usize = 5;
    let last = count.saturating_sub(1);
    let to = match code {
        KeyCode::Down | KeyCode::Char('j') => from + 1,
        KeyCode::Up | KeyCode::Char('k') => from.saturating_sub(1),
        KeyCode::PageDown => from + PAGE,
        KeyCode::PageUp => from.saturating_sub(PAGE),
        KeyCode::Home | KeyCode::Char('g') => 0,
        KeyCode::End | KeyCode::Char('G') => last,
        _ => from,
    };
    to.min(last)
}

/// What stands in the right corner: the language.
pub(super) fn corner(ctx: &Ctx) -> String {
    format!("{} ", ctx.lang().short())
}

/// Whether an area's score must not be compared with others; of an area without answers there is none.
pub(super) fn is_of_other_scope(area: &AreaScore) -> bool {
    area.different_scope && area.answered > 0
}

/// A score without decimals, or a dash.
pub(super) fn score(ctx: &Ctx, score: Option<f64>) -> String {
    score.map_or_else(|| ctx.glyph(Glyph::NotAsked).to_owned(), |score| ctx.texts.number(score, 0))
}

/// A score with its interval: `52 (45–58)`.
pub(super) fn score_within(ctx: &Ctx, value: Option<f64>, interval: Option<(f64, f64)>) -> String {
    let score = score(ctx, value);
    match interval {
        Some((low, high)) => {
            let (low, high) = (ctx.texts.number(low, 0), ctx.texts.number(high, 0));
            format!("{score} ({low}{}{high})", ctx.glyph(Glyph::NotAsked))
        }
        None => score,
    }
}

/// A range of scores: `45–58`; a dash if it is none.
pub(super) fn range(ctx: &Ctx, low: f64, high: f64) -> String {
    if high - low < 0.5 {
        return ctx.glyph(Glyph::NotAsked).to_owned();
    }
    format!("{}{}{}", ctx.texts.number(low, 0), ctx.glyph(Glyph::NotAsked), ctx.texts.number(high, 0))
}

/// The least gain that is told: less rounds to nothing.
pub(super) const NOTABLE: f64 = 0.05;

/// What is added to the overall score: `+1.3`.
pub(super) fn gain(ctx: &Ctx, gain: Option<f64>) -> String {
    match gain {
        Some(gain) if gain >= NOTABLE => format!("+{}", ctx.texts.fixed(gain, 1)),
        Some(_) => "0".to_owned(),
        None => ctx.glyph(Glyph::NotAsked).to_owned(),
    }
}

#[cfg(test)]
pub(super) mod tests;
