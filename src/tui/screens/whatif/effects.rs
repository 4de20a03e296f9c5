//! What would follow from the tried answers: index, band, level, areas and recommendations, before and after.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::list::becomes;
use super::{WhatIf, profile};
use crate::engine::id::{ArenaIndex, RecommendationIx};
use crate::engine::profile::{Profile, fill};
use crate::engine::score::Publication;
use crate::tui::context::Ctx;
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::bar::Bar;
use crate::tui::widgets::body::Body;
use crate::tui::widgets::wrap::pad;

/// The width of a score before and after with the difference: ` 100 → 100  +12.3`.
const FIGURES: usize = 19;

/// The narrowest bar worth drawing, and the widest.
const BAR: (usize, usize) = (8, 24);

/// Everything that follows, line by line.
pub(super) fn body(ctx: &Ctx, screen: &WhatIf, width: u16) -> Body {
    let mut body = Body::new();
    headline(ctx, screen, width, &mut body);
    areas(ctx, screen, width, &mut body);
    advice(ctx, screen, width, &mut body);
    let opened = screen.moves.opened.len();
    if opened > 0 {
        let said = ctx.texts.with("whatif-opened", &[("count", opened.into())]);
        body.text(" ", &said, ctx.theme.style(Role::Attention), width);
    }
    body
}

/// Index, band and level, and how many recommendations move.
fn headline(ctx: &Ctx, screen: &WhatIf, width: u16, body: &mut Body) {
    let title = ctx.theme.style(Role::Title);
    let (before, after) = (screen.sandbox.before(), &screen.moves.after);
    let of = |pick: fn(&Ctx, &WhatIf, &Profile) -> String| {
        becomes(ctx, &pick(ctx, screen, before), &pick(ctx, screen, after))
    };
    let untouched = screen.sandbox.changed().next().is_none();
    let change = screen.moves.index.filter(|_| !untouched).map(|change| format!(" ({})", signed(ctx, change)));
    let index = format!("{}{}", of(score), change.unwrap_or_default());
    body.text(" ", &ctx.texts.with("whatif-index", &[("score", index.into())]), title, width);
    let standing = [("band", of(band).into()), ("level", of(level).into())];
    body.text(" ", &ctx.texts.with("whatif-standing", &standing), ctx.theme.style(Role::Text), width);
    if after.scores.index.as_ref().is_some_and(|index| index.publication == Publication::Provisional) {
        body.text(" ", &ctx.texts.get("whatif-provisional"), ctx.theme.style(Role::Attention), width);
    }
    let (key, style) = if untouched {
        ("whatif-begin", ctx.theme.style(Role::Quiet))
    } else {
        ("whatif-advice", ctx.theme.style(Role::Text))
    };
    let counts = [("settled", screen.moves.settled.len().into()), ("raised", screen.moves.raised.len().into())];
    body.text(" ", &ctx.texts.with(key, &counts), style, width);
}

fn score(ctx: &Ctx, _: &WhatIf, profile: &Profile) -> String {
    let headline = profile.scores.index.as_ref().map(|index| index.headline);
    headline.map_or_else(|| ctx.glyph(Glyph::NotAsked).to_owned(), |headline| ctx.texts.fixed(headline, 1))
}

fn band(ctx: &Ctx, screen: &WhatIf, profile: &Profile) -> String {
    let bands = &screen.sandbox.interview().questionnaire().bands;
    let band = profile.scores.index.as_ref().and_then(|index| bands.get(index.band));
    band.map_or_else(|| ctx.glyph(Glyph::NotAsked).to_owned(), |band| band.title.get(ctx.lang()).to_owned())
}

fn level(ctx: &Ctx, _: &WhatIf, profile: &Profile) -> String {
    let staged = profile.scores.index.as_ref().map(|index| index.staged);
    staged.map_or_else(|| ctx.glyph(Glyph::NotAsked).to_owned(), |level| level.to_string())
}

/// Every area: its score before and after, and a bar of the score after with a mark where it stands now.
fn areas(ctx: &Ctx, screen: &WhatIf, width: u16, body: &mut Body) {
    let areas = &screen.sandbox.interview().questionnaire().areas;
    let widest = areas.iter().map(|area| area.title.get(ctx.lang()).width()).max().unwrap_or_default();
    let titles = widest.min(usize::from(width).saturating_sub(FIGURES + 5));
    let bar = usize::from(width).saturating_sub(titles + FIGURES + 7).min(BAR.1);
    let (before, after) = (&screen.sandbox.before().scores.areas, &screen.moves.after.scores.areas);
    for (area, of) in areas.enumerate() {
        let (from, to) = (before[area].shown(), after[area].shown());
        let figures = becomes(ctx, &profile::score(ctx, from), &profile::score(ctx, to));
        let change = from.zip(to).map(|(from, to)| to - from).filter(|change| change.abs() >= profile::NOTABLE);
        let change = change.map(|change| signed(ctx, change)).unwrap_or_default();
        let name = format!(" {:>2} {}", area.to_usize() + 1, pad(of.title.get(ctx.lang()), titles));
        let look = if change.is_empty() { Style::default() } else { ctx.theme.style(Role::Done) };
        let mut line = Line::from(vec![Span::styled(name, look), Span::raw(format!(" {figures:>10} {change:>6} "))]);
        if let (Some(to), true) = (to, bar >= BAR.0) {
            let drawn = from.map_or_else(|| Bar::of(to), |from| Bar::of(to).with_tick(from));
            line.spans.extend(drawn.spans(bar, ctx.charset, ctx.theme));
        }
        body.line(line);
    }
}

/// The recommendations that would no longer be made, and the new ones.
fn advice(ctx: &Ctx, screen: &WhatIf, width: u16, body: &mut Body) {
    let lists = [
        ("whatif-settled", &screen.moves.settled, Glyph::Done),
        ("whatif-raised", &screen.moves.raised, Glyph::Warning),
    ];
    for (key, list, mark) in lists {
        if list.is_empty() {
            continue;
        }
        body.text(" ", &ctx.texts.get(key), ctx.theme.style(Role::Title), width);
        for recommendation in list {
            let mark = format!("   {} ", ctx.glyph(mark));
            body.text(&mark, &title(ctx, screen, *recommendation), ctx.theme.style(Role::Text), width);
        }
    }
}

fn title(ctx: &Ctx, screen: &WhatIf, recommendation: RecommendationIx) -> String {
    let interview = screen.sandbox.interview();
    let title = interview.questionnaire().recommendations[recommendation].title.get(ctx.lang());
    fill(title, interview, ctx.lang(), |number| ctx.texts.exact(number))
}

/// A difference with its sign.
fn signed(ctx: &Ctx, change: f64) -> String {
    let figure = ctx.texts.fixed(change, 1);
    if figure.starts_with('−') { figure } else { format!("+{figure}") }
}
