//! What surrounds every screen: the bar on top, the rule, the footer made from the action table.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Paragraph};
use unicode_width::UnicodeWidthStr;

use super::wrap::{fit, wrap};
use crate::engine::text::Message;
use crate::tui::actions::{self, Action};
use crate::tui::app::MINIMUM;
use crate::tui::context::{Ctx, Notice};
use crate::tui::keymap;
use crate::tui::screens::{Hint, Screen};
use crate::tui::theme::{Glyph, Role};

/// Draws the bar and the footer of a screen and returns the space between.
pub fn draw(ctx: &Ctx, screen: &dyn Screen, left: &str, right: &str, frame: &mut Frame, area: Rect) -> Rect {
    let footer = footer_lines(ctx, screen, area);
    let height = u16::try_from(footer.len()).unwrap_or(2);
    let layout = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(height),
    ]);
    let [bar, rule, body, rule_below, notice, keys] = area.layout(&layout);
    frame.render_widget(Clear, area);
    title_bar(ctx, left, right, frame, bar);
    draw_rule(ctx, frame, rule);
    draw_rule(ctx, frame, rule_below);
    draw_notice(ctx, frame, notice);
    frame.render_widget(Paragraph::new(footer), keys);
    body
}

fn title_bar(ctx: &Ctx, left: &str, right: &str, frame: &mut Frame, area: Rect) {
    let width = usize::from(area.width);
    let right = fit(right, width / 2 + 8);
    let mark = if ctx.practises() { ctx.texts.get("practice-mark") + " " } else { String::new() };
    let room = width.saturating_sub(mark.width() + right.width() + 3);
    let left = fit(left, room);
    let gap = width.saturating_sub(mark.width() + left.width() + right.width() + 2);
    let line = Line::from(vec![
        Span::raw(" "),
        Span::styled(mark, ctx.theme.style(Role::Attention).add_modifier(Modifier::REVERSED)),
        Span::styled(left, ctx.theme.style(Role::Title)),
        Span::raw(" ".repeat(gap)),
        Span::styled(right, ctx.theme.style(Role::Quiet)),
    ]);
    frame.render_widget(line, area);
}

/// A rule over the whole width.
pub fn draw_rule(ctx: &Ctx, frame: &mut Frame, area: Rect) {
    let rule = ctx.glyph(Glyph::Rule).repeat(usize::from(area.width));
    frame.render_widget(Span::styled(rule, ctx.theme.style(Role::Grid)), area);
}

fn draw_notice(ctx: &Ctx, frame: &mut Frame, area: Rect) {
    let reading =
        |percent: usize| Notice { message: Message::new("work-reading").with("percent", percent), role: Role::Quiet };
    let Some(notice) = ctx.notice.clone().or_else(|| ctx.pool_percent().map(reading)) else { return };
    let mark = if notice.role == Role::Problem { ctx.glyph(Glyph::Problem) } else { " " };
    let text = fit(&ctx.texts.say(&notice.message), usize::from(area.width).saturating_sub(4));
    frame.render_widget(Span::styled(format!(" {mark} {text}"), ctx.theme.style(notice.role)), area);
}

/// One pair of keys and word.
struct Pair {
    keys: String,
    word: String,
}

impl Pair {
    fn width(&self) -> usize {
        self.keys.width() + 1 + self.word.width()
    }
}

/// The most lines that keys may take.
const fn footer_height(area: Rect) -> u16 {
    if area.height < 22 { 1 } else { 2 }
}

/// The keys that fit into one line (small windows) or two, the most useful first.
fn footer_lines(ctx: &Ctx, screen: &dyn Screen, area: Rect) -> Vec<Line<'static>> {
    let room = usize::from(area.width).saturating_sub(1);
    let most = usize::from(footer_height(area));
    let pairs = pairs(ctx, screen);
    let mut rows: Vec<Vec<Pair>> = vec![Vec::new()];
    for pair in pairs {
        let used: usize = rows.last().map_or(0, |row| row.iter().map(|pair| pair.width() + 3).sum());
        if used + pair.width() > room {
            if rows.len() == most {
                continue;
            }
            rows.push(Vec::new());
        }
        if let Some(row) = rows.last_mut() {
            row.push(pair);
        }
    }
    rows.into_iter().map(|row| footer_line(ctx, row)).collect()
}

fn pairs(ctx: &Ctx, screen: &dyn Screen) -> Vec<Pair> {
    let hint = |hint: &Hint| Pair { keys: hint.keys.to_owned(), word: ctx.texts.get(hint.label) };
    let mut pairs: Vec<Pair> = screen.hints(ctx).iter().map(hint).collect();
    let typing = screen.typing(ctx);
    let mut rows: Vec<_> = actions::rows_in(screen.scope()).filter(|row| row.footer.is_some()).collect();
    // Help and the menu must never be cut: they come right after the control's own keys.
    rows.sort_by_key(|row| (!matches!(row.action, Action::Menu | Action::Help), row.footer));
    for row in rows.into_iter().filter(|row| screen.disabled(ctx, row.action).is_none()) {
        let usable = |key: &&crate::tui::input::Key| typing == actions::Typing::Commands || key.typed().is_none();
        if let Some(key) = row.keys.iter().find(usable) {
            pairs.push(Pair { keys: keymap::name(*key), word: ctx.texts.get(row.short) });
        }
    }
    pairs
}

/// The keys of a dialog that fit into a line. The last one leads out and always stays.
fn fitting(mut pairs: Vec<Pair>, room: usize) -> Vec<Pair> {
    let used = |pairs: &[Pair]| pairs.iter().map(|pair| pair.width() + 3).sum::<usize>().saturating_sub(3);
    while used(&pairs) > room && pairs.len() > 1 {
        pairs.remove(pairs.len() - 2);
    }
    pairs
}

fn footer_line(ctx: &Ctx, pairs: Vec<Pair>) -> Line<'static> {
    let mut line = Line::from(" ");
    for (at, pair) in pairs.into_iter().enumerate() {
        if at > 0 {
            line.push_span("   ");
        }
        line.push_span(Span::styled(pair.keys, ctx.theme.style(Role::Key)));
        line.push_span(format!(" {}", pair.word));
    }
    line
}

/// A gauge of `cells` cells for 0..100: a cell is full only when all of its share is done.
pub fn gauge(ctx: &Ctx, percent: f64, cells: usize) -> String {
    let full = ((percent.clamp(0.0, 100.0) / 100.0) * cells as f64 + 1e-9).floor() as usize;
    ctx.glyph(Glyph::BarFull).repeat(full) + &ctx.glyph(Glyph::BarEmpty).repeat(cells.saturating_sub(full))
}

/// A dialog's frame over the middle of the screen; returns the space inside.
pub fn dialog(ctx: &Ctx, title: &str, hints: &[Hint], wanted_height: u16, frame: &mut Frame, area: Rect) -> Rect {
    let width = area.width.saturating_sub(8).min(84);
    // The bar above and the notice below stay in sight.
    let below = footer_height(area) + 2;
    let [_, space, _] =
        area.layout(&Layout::vertical([Constraint::Length(2), Constraint::Fill(1), Constraint::Length(below)]));
    let height = wanted_height.saturating_add(4).min(space.height);
    let outer = space.centered(Constraint::Length(width), Constraint::Length(height));
    // Whole rows are cleared: words of the screen below, cut by the dialog's edge, would only confuse.
    frame.render_widget(Clear, Rect { x: area.x, width: area.width, ..outer });
    let layout =
        Layout::vertical([Constraint::Length(1), Constraint::Fill(1), Constraint::Length(1), Constraint::Length(1)]);
    let [top, inside, rule, keys] = outer.layout(&layout);
    let title = format!(" {} ", fit(title, usize::from(width).saturating_sub(4)));
    let rest = ctx.glyph(Glyph::Rule).repeat(usize::from(width).saturating_sub(title.width() + 2));
    let grid = ctx.theme.style(Role::Grid);
    let bar = Line::from(vec![
        Span::styled(ctx.glyph(Glyph::Rule).repeat(2), grid),
        Span::styled(title, ctx.theme.style(Role::Title)),
        Span::styled(rest, grid),
    ]);
    frame.render_widget(bar, top);
    draw_rule(ctx, frame, rule);
    let pairs = hints.iter().map(|hint| Pair { keys: hint.keys.to_owned(), word: ctx.texts.get(hint.label) }).collect();
    frame.render_widget(footer_line(ctx, fitting(pairs, usize::from(width).saturating_sub(1))), keys);
    inside.inner(ratatui::layout::Margin { horizontal: 2, vertical: 0 })
}

/// What is shown when the window cannot hold a screen.
pub fn too_small(ctx: &Ctx, frame: &mut Frame, area: Rect) {
    let text = ctx.texts.with(
        "tui-too-small",
        &[
            ("width", MINIMUM.width.to_string().into()),
            ("height", MINIMUM.height.to_string().into()),
            ("now-width", area.width.to_string().into()),
            ("now-height", area.height.to_string().into()),
        ],
    );
    frame.render_widget(Clear, area);
    let lines: Vec<Line> = wrap(&text, usize::from(area.width)).into_iter().map(Line::from).collect();
    frame.render_widget(Paragraph::new(lines), area);
}
