//! How far each area is from the target that was chosen.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::engine::id::ArenaIndex;
use crate::engine::profile::Profile;
use crate::engine::target::{Gap, gaps};
use crate::tui::context::{Ctx, Session};
use crate::tui::screens::target::{gap_text, pattern_name, way_text};
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::bar::Bar;
use crate::tui::widgets::body::Body;

/// The longest bar.
const LONGEST_BAR: usize = 50;

/// The places to stop: the areas of the target, and what is meant by reached; one where there is no target.
pub(super) fn stops(session: &Session) -> usize {
    session
        .target
        .as_ref()
        .map_or(1, |target| target.levels(session.interview.questionnaire()).iter().flatten().count() + 1)
}

/// The target, and its areas with what is missing; `focus` counts through them.
pub(super) fn body(ctx: &Ctx, session: &Session, profile: &Profile, focus: usize, width: u16) -> Body {
    let mut body = Body::new();
    let quiet = ctx.theme.style(Role::Quiet);
    let Some(target) = &session.target else {
        body.text(" ", &ctx.texts.get("target-none"), ctx.theme.style(Role::Title), width);
        body.text(" ", &ctx.texts.get("target-how"), quiet, width);
        return body;
    };
    let questionnaire = session.interview.questionnaire();
    let gaps = gaps(questionnaire, &profile.scores, target);
    let args = [
        ("pattern", pattern_name(ctx, questionnaire, &target.pattern).into()),
        ("date", ctx.texts.day(target.chosen).into()),
        ("origin", target.origin.name().into()),
        ("reached", gaps.iter().filter(|gap| gap.is_closed()).count().into()),
        ("areas", gaps.len().into()),
    ];
    body.text(" ", &ctx.texts.with("target-summary", &args), quiet, width);
    body.blank();
    for (at, gap) in gaps.iter().enumerate() {
        let focused = at == focus;
        let add = |body: &mut Body| {
            body.line(title_line(ctx, session, gap, focused, usize::from(width)));
            body.line(bar_line(ctx, gap, usize::from(width)));
            let told = std::iter::once(gap_text(ctx, gap)).chain(way_text(ctx, gap, target));
            body.text("     ", &told.collect::<Vec<_>>().join(" "), ctx.theme.style(Role::Text), width);
        };
        if focused { body.focused(add) } else { add(&mut body) }
    }
    body.blank();
    let note = |body: &mut Body| body.text(" ", &ctx.texts.get("target-note"), quiet, width);
    if focus == gaps.len() {
        body.focused(note);
    } else {
        note(&mut body);
    }
    body
}

/// `▸ 1 Connectedness        level 2 of 3`, with a mark where the target is reached.
fn title_line(ctx: &Ctx, session: &Session, gap: &Gap, focused: bool, width: usize) -> Line<'static> {
    let cursor = if focused { ctx.glyph(Glyph::Cursor) } else { " " };
    let title = session.interview.questionnaire().areas[gap.area].title.get(ctx.lang());
    let look = ctx.theme.style(if focused { Role::Selected } else { Role::Title });
    let mut line = Line::from(vec![
        Span::raw(format!(" {cursor}")),
        Span::styled(format!("{:>2} {title}", gap.area.to_usize() + 1), look),
    ]);
    let reached = format!(" {} ", ctx.glyph(Glyph::Done));
    if gap.is_closed() && line.width() + reached.width() <= width {
        line.push_span(Span::raw(reached));
    }
    line
}

/// `     45 ██████████░░░│░░░░`: the mark across is the goal.
fn bar_line(ctx: &Ctx, gap: &Gap, width: usize) -> Line<'static> {
    let score = gap.score.unwrap_or_default();
    let bar = Bar { value: gap.score, ..Bar::of(score) }.with_tick(gap.goal);
    let mut line = Line::from(format!("     {:>3} ", super::score(ctx, gap.score)));
    line.extend(bar.spans(width.saturating_sub(12).min(LONGEST_BAR), ctx.charset, ctx.theme));
    line
}
