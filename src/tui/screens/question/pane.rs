//! The profile so far beside the question: scores with their intervals, and what has none yet.

use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::engine::id::{AreaIx, ArenaIndex};
use crate::engine::score::{AreaScore, Index, Publication};
use crate::session::live::Live;
use crate::tui::actions::{self, Action};
use crate::tui::context::{Ctx, Session};
use crate::tui::keymap;
use crate::tui::screens::profile::{score, score_within};
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::bar::Bar;
use crate::tui::widgets::body::Body;

/// From this size of a window on there is room for it.
const FITS: (u16, u16) = (120, 30);
/// Its width.
pub(super) const WIDTH: u16 = 37;
/// The width of a score with its interval: `100 (88–100)`.
const FIGURES: usize = 12;

/// Whether a window has room for it.
pub(super) const fn fits(window: Size) -> bool {
    window.width >= FITS.0 && window.height >= FITS.1
}

/// Whether it stands beside the question.
pub(super) fn is_open(ctx: &Ctx) -> bool {
    fits(ctx.size) && ctx.preferences.pane()
}

pub(super) fn draw(ctx: &Ctx, session: &Session, frame: &mut Frame, area: Rect) {
    let mut body = Body::new();
    body.text(" ", &ctx.texts.get("live-title"), ctx.theme.style(Role::Title), area.width);
    body.blank();
    let Some(live) = &session.live else {
        return body.draw(ctx, 0, frame, area);
    };
    match &live.scores.index {
        Some(index) => headline(&mut body, ctx, session, live, index, area.width),
        None => no_index(&mut body, ctx, live, area.width),
    }
    for ix in session.interview.questionnaire().areas.indices() {
        body.blank();
        area_lines(&mut body, ctx, session, live, ix, area.width);
    }
    notes(&mut body, ctx, live, area.width);
    body.draw(ctx, 0, frame, area);
}

fn headline(body: &mut Body, ctx: &Ctx, session: &Session, live: &Live, index: &Index, width: u16) {
    let band = session.interview.questionnaire().bands.get(index.band);
    let figures = within(ctx, live, Some(index.headline), live.index_interval());
    body.text(" ", &ctx.texts.with("live-index", &[("score", figures.into())]), ctx.theme.style(Role::Title), width);
    let args = [
        ("band", band.map_or("", |band| band.title.get(ctx.lang())).into()),
        ("level", index.staged.to_string().into()),
    ];
    body.text(" ", &ctx.texts.with("live-band", &args), ctx.theme.style(Role::Text), width);
    if index.publication == Publication::Provisional {
        let mark = format!(" {} ", ctx.glyph(Glyph::Warning));
        body.text(&mark, &ctx.texts.get("live-provisional"), ctx.theme.style(Role::Attention), width);
    }
}

fn no_index(body: &mut Body, ctx: &Ctx, live: &Live, width: u16) {
    let areas = live.scores.areas.len();
    let ready = live.scores.areas.iter().filter(|area| area.shown().is_some()).count();
    let needed = areas.saturating_sub(1).max(1);
    body.text(" ", &ctx.texts.get("profile-no-index"), ctx.theme.style(Role::Title), width);
    let args = [("needed", needed.into()), ("areas", areas.into()), ("ready", ready.into())];
    body.text(" ", &ctx.texts.with("live-needed", &args), ctx.theme.style(Role::Quiet), width);
}

/// The title of an area, and below it its score, its bar and how much of it is answered.
fn area_lines(body: &mut Body, ctx: &Ctx, session: &Session, live: &Live, ix: AreaIx, width: u16) {
    let area = &live.scores.areas[ix];
    let title = session.interview.questionnaire().areas[ix].title.get(ctx.lang());
    body.text(&format!(" {} ", ix.to_usize() + 1), title, ctx.theme.style(Role::Text), width);
    let figures = within(ctx, live, area.shown(), live.interval(ix));
    let answered = format!("{}/{}", area.answered, area.applicable);
    let room = usize::from(width).saturating_sub(3 + FIGURES + 1 + 1 + answered.width() + 1);
    let interval = live.interval(ix);
    let bar = Bar { value: area.shown(), low: area.low, high: area.high, interval, tick: None };
    let gap = FIGURES.saturating_sub(figures.width());
    let mut line = Line::from(format!("   {figures}{} ", " ".repeat(gap)));
    line.extend(bar.spans(room, ctx.charset, ctx.theme));
    line.push_span(Span::styled(format!(" {answered}"), ctx.theme.style(Role::Quiet)));
    body.line(line);
}

/// A score with its interval, or with a mark in its place while it is computed.
fn within(ctx: &Ctx, live: &Live, value: Option<f64>, interval: Option<(f64, f64)>) -> String {
    if value.is_some() && live.is_drawing() {
        return format!("{} (…)", score(ctx, value));
    }
    score_within(ctx, value, interval)
}

/// What has no score yet, what the marks of the bars are, and which keys lead on.
fn notes(body: &mut Body, ctx: &Ctx, live: &Live, width: u16) {
    let areas = live.scores.areas.iter();
    let unscored = areas.clone().filter(|area| area.shown().is_none()).count();
    let open = areas.map(|area| area.applicable.saturating_sub(area.answered)).sum::<usize>();
    let quiet = ctx.theme.style(Role::Quiet);
    body.blank();
    if unscored > 0 {
        body.text(" ", &ctx.texts.with("live-unscored", &[("count", unscored.into())]), quiet, width);
    }
    if open > 0 {
        body.text(" ", &ctx.texts.with("live-open", &[("count", open.into())]), quiet, width);
    }
    if live.scores.areas.iter().any(|area: &AreaScore| area.shown().is_some()) {
        let ends = Bar::interval_marks(ctx.charset).concat();
        body.text(" ", &ctx.texts.with("profile-legend-interval", &[("marks", ends.into())]), quiet, width);
    }
    if open > 0 {
        let marks = Bar::range_marks(ctx.charset).concat();
        body.text(" ", &ctx.texts.with("profile-legend-range", &[("marks", marks.into())]), quiet, width);
    }
    body.blank();
    for (action, key) in [(Action::WholeProfile, "live-whole"), (Action::Profile, "live-close")] {
        // Letters may be text at the question.
        let keys = actions::row(action).into_iter().flat_map(|row| row.keys);
        let name = keys.filter(|key| key.typed().is_none()).map(|key| keymap::name(*key)).next().unwrap_or_default();
        body.text(" ", &ctx.texts.with(key, &[("key", name.into())]), quiet, width);
    }
}

#[cfg(test)]
mod tests;
