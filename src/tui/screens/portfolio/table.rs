//! The map: a row for each enterprise, a shaded cell with its number for each score.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{BESIDE, Column, Portfolio, ROOMY, TALL};
use crate::engine::id::ArenaIndex;
use crate::engine::pool::Member;
use crate::engine::portfolio::shade;
use crate::engine::questionnaire::{Band, Questionnaire};
use crate::engine::score::band;
use crate::tui::context::Ctx;
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;
use crate::tui::widgets::wrap::pad;

/// The width of a score with its shade.
const CELL: usize = 5;

/// The narrowest column of names.
const NAME: usize = 18;

/// The roles of the shades, from lowest to highest. The marks tell them apart, the colours only repeat them.
const ROLES: [Role; 5] = [Role::Attention, Role::Attention, Role::Text, Role::Bar, Role::Done];

/// Which columns of scores fit, and how wide the names are.
struct Fit {
    scores: std::ops::Range<usize>,
    name: usize,
}

impl Fit {
    /// The columns around the one that is sorted by.
    fn of(screen: &Portfolio, width: u16) -> Self {
        let scores = screen.columns.len().saturating_sub(1);
        let room = usize::from(width).saturating_sub(4 + NAME);
        let count = (room / (CELL + 1)).clamp(1, scores.max(1));
        let first = screen.column.saturating_sub(count).min(scores.saturating_sub(count));
        let name = usize::from(width).saturating_sub(4 + count * (CELL + 1));
        Self { scores: first + 1..(first + count + 1).min(screen.columns.len()), name }
    }
}

/// What stands above the rows: what is searched for, the names of the areas where there is space, the headings.
pub(super) fn head(screen: &Portfolio, ctx: &Ctx, width: u16) -> Body {
    let mut body = Body::new();
    if let Some(typed) = &screen.typed {
        let text = ctx.texts.with("tui-searching", &[("text", typed.clone().into())]);
        body.text("   ", &text, ctx.theme.style(Role::Attention), width);
    }
    if !screen.groups.is_all() {
        let text = ctx.texts.with("portfolio-only", &[("group", screen.groups.name(ctx).into())]);
        body.text("   ", &text, ctx.theme.style(Role::Attention), width);
    }
    let Some(pool) = &screen.pool else { return body };
    if ctx.size.height >= ROOMY {
        let areas = pool.questionnaire.areas.enumerate();
        let areas = areas.map(|(ix, area)| format!("{} {}", ix.to_usize() + 1, area.title.get(ctx.lang())));
        let names = areas.map(|name| name.replace(' ', "\u{a0}")).collect::<Vec<_>>().join(" · ");
        body.text("   ", &names, ctx.theme.style(Role::Quiet), width);
        if ctx.size.width < BESIDE {
            body.text("   ", &legend(ctx, &pool.questionnaire), ctx.theme.style(Role::Quiet), width);
        }
        if ctx.size.height >= TALL {
            body.blank();
        }
    }
    let fit = Fit::of(screen, width);
    let hidden = screen.columns.len().saturating_sub(1) - fit.scores.len();
    if hidden > 0 {
        let text = ctx.texts.with("portfolio-hidden", &[("count", hidden.into())]);
        body.text("   ", &text, ctx.theme.style(Role::Key), width);
    }
    body.line(headings(screen, ctx, &fit));
    body
}

/// The shades with the least score of each.
fn legend(ctx: &Ctx, questionnaire: &Questionnaire) -> String {
    let mark = |(at, band): (usize, &Band)| {
        let mark = ctx.charset.shade(shade(questionnaire, at)).repeat(2);
        format!("{mark}\u{a0}{}+", ctx.texts.number(band.from, 0))
    };
    questionnaire.bands.iter().enumerate().map(mark).collect::<Vec<_>>().join("  ")
}

fn headings(screen: &Portfolio, ctx: &Ctx, fit: &Fit) -> Line<'static> {
    let style = |at: usize| ctx.theme.style(if at == screen.column { Role::Title } else { Role::Quiet });
    let mark = |at: usize| {
        // Names run from their beginning, scores from the highest: the mark points to where the list goes.
        let glyph = if screen.turned { Glyph::Less } else { Glyph::More };
        if at == screen.column { ctx.glyph(glyph) } else { "" }
    };
    let firm = format!("{}{}", ctx.texts.get("column-firm"), mark(0));
    let mut line = Line::from(vec![Span::raw("   "), Span::styled(pad(&firm, fit.name), style(0))]);
    for at in fit.scores.clone() {
        let name = match screen.columns.get(at) {
            Some(Column::Area(area)) => (area.to_usize() + 1).to_string(),
            _ => ctx.texts.get("portfolio-index"),
        };
        let name = format!("{name}{}", mark(at));
        let gap = " ".repeat((CELL + 1).saturating_sub(name.width()));
        line.push_span(Span::raw(gap));
        line.push_span(Span::styled(name, style(at)));
    }
    line
}

/// Draws the headings, which stay, and the rows around the cursor.
pub(super) fn draw(screen: &Portfolio, ctx: &Ctx, listed: &[usize], frame: &mut Frame, area: Rect) {
    let head = head(screen, ctx, area.width);
    let height = u16::try_from(head.height()).unwrap_or(0);
    let [top, below] = area.layout(&Layout::vertical([Constraint::Length(height), Constraint::Fill(1)]));
    head.draw(ctx, 0, frame, top);
    let fit = Fit::of(screen, area.width);
    let cursor = screen.cursor(listed);
    let mut rows = Body::new();
    for (at, member) in listed.iter().filter_map(|firm| screen.members().get(*firm)).enumerate() {
        let line = row(screen, ctx, member, at == cursor, &fit);
        if at == cursor { rows.focused(|body| body.line(line)) } else { rows.line(line) }
    }
    rows.draw(ctx, 0, frame, below);
}

fn row(screen: &Portfolio, ctx: &Ctx, member: &Member, here: bool, fit: &Fit) -> Line<'static> {
    let cursor = if here { ctx.glyph(Glyph::Cursor) } else { " " };
    let look = ctx.theme.style(if here { Role::Selected } else { Role::Text });
    let mut line =
        Line::from(vec![Span::raw(format!(" {cursor} ")), Span::styled(pad(&member.enterprise, fit.name), look)]);
    let Some(pool) = &screen.pool else { return line };
    for column in screen.columns.get(fit.scores.clone()).unwrap_or_default() {
        line.push_span(" ");
        line.push_span(cell(ctx, &pool.questionnaire, column.score(member)));
    }
    line
}

/// A score with the shade of its band, or a dash.
fn cell(ctx: &Ctx, questionnaire: &Questionnaire, score: Option<f64>) -> Span<'static> {
    let Some(score) = score else {
        let dash = format!("{:>CELL$}", ctx.glyph(Glyph::NotAsked));
        return Span::styled(dash, ctx.theme.style(Role::Quiet));
    };
    let shade = shade(questionnaire, band(&questionnaire.bands, score));
    let mark = ctx.charset.shade(shade).repeat(2);
    let role = ROLES.get(shade).copied().unwrap_or(Role::Text);
    Span::styled(format!("{mark}{:>3}", ctx.texts.number(score, 0)), ctx.theme.style(role))
}
