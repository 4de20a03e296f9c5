//! The items that can be tried: the points of each answer before and after, and what one step more would gain.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{WhatIf, profile};
use crate::engine::id::QuestionIx;
use crate::engine::interview::Interview;
use crate::engine::score::ItemState;
use crate::tui::context::Ctx;
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;
use crate::tui::widgets::wrap::{COMFORT, fit, pad, wrap};

/// The width of the points before and after, and of the gain.
const POINTS: usize = 11;
const GAIN: usize = 9;

/// What stands before a title: the cursor and the mark of what is tried.
const MARKS: usize = 4;

/// Draws the headings and the items around the selected one.
pub(super) fn draw(ctx: &Ctx, screen: &WhatIf, frame: &mut Frame, area: Rect) {
    let [top, rest] = area.layout(&Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]));
    frame.render_widget(headings(ctx, screen, usize::from(top.width)), top);
    body(ctx, screen, usize::from(rest.width)).draw(ctx, 0, frame, rest);
}

fn headings(ctx: &Ctx, screen: &WhatIf, width: usize) -> Line<'static> {
    let areas = &screen.sandbox.interview().questionnaire().areas;
    let shown = screen
        .area
        .map_or_else(|| ctx.texts.get("whatif-all-areas"), |area| areas[area].title.get(ctx.lang()).to_owned());
    let titles = width.saturating_sub(POINTS + GAIN + 2);
    let cells = [("whatif-column-points", POINTS), ("whatif-column-gain", GAIN)];
    let numbers: String = cells.into_iter().map(|(key, width)| right(&ctx.texts.get(key), width)).collect();
    let title = pad(&format!(" {}", fit(&shown, titles.saturating_sub(1))), titles);
    Line::styled(format!("{title}{numbers}"), ctx.theme.style(Role::Quiet))
}

fn body(ctx: &Ctx, screen: &WhatIf, width: usize) -> Body {
    let mut body = Body::new();
    for question in screen.items() {
        let focused = screen.at == Some(question);
        let add = |body: &mut Body| item(ctx, screen, question, focused, width, body);
        if focused { body.focused(add) } else { add(&mut body) }
    }
    body
}

fn item(ctx: &Ctx, screen: &WhatIf, question: QuestionIx, focused: bool, width: usize, body: &mut Body) {
    let sandbox = &screen.sandbox;
    let label = sandbox.interview().questionnaire().questions[question].label.get(ctx.lang());
    let tried = sandbox.changed().any(|ix| ix == question);
    let marks = format!(
        " {}{} ",
        if focused { ctx.glyph(Glyph::Cursor) } else { " " },
        if tried { ctx.glyph(Glyph::Picked) } else { " " }
    );
    let room = width.saturating_sub(MARKS + POINTS + GAIN + 2);
    let lines = if focused { wrap(label, room) } else { vec![fit(label, room)] };
    let look = ctx.theme.style(match (focused, tried) {
        (true, _) => Role::Selected,
        (false, true) => Role::Done,
        (false, false) => Role::Text,
    });
    for (at, line) in lines.into_iter().enumerate() {
        let (before, after) =
            if at == 0 { (marks.clone(), numbers(ctx, screen, question)) } else { Default::default() };
        let gap = " ".repeat(room.saturating_sub(line.width()));
        body.line(Line::from(vec![
            Span::raw(pad(&before, MARKS)),
            Span::styled(line, look),
            Span::raw(gap),
            Span::styled(after, ctx.theme.style(Role::Text)),
        ]));
    }
    if focused {
        let answers = [("whatif-now", sandbox.original()), ("whatif-then", sandbox.interview())];
        for (key, interview) in answers.into_iter().take(1 + usize::from(tried)) {
            let said = ctx.texts.with(key, &[("answer", answer(ctx, interview, question).into())]);
            let width = u16::try_from(width.min(COMFORT)).unwrap_or(u16::MAX);
            body.text("     ", &said, ctx.theme.style(Role::Quiet), width);
        }
    }
}

fn answer(ctx: &Ctx, interview: &Interview, question: QuestionIx) -> String {
    let value = interview.effective_value(question);
    value.map_or_else(|| ctx.texts.get("profile-answer-open"), |value| ctx.shown(question, value))
}

/// `25 → 50`, and what one step more from there would add to the index.
fn numbers(ctx: &Ctx, screen: &WhatIf, question: QuestionIx) -> String {
    let score = |profile: &crate::engine::profile::Profile| {
        profile::score(ctx, profile.scores.items[question].and_then(ItemState::score))
    };
    let after = &screen.moves.after;
    let points = becomes(ctx, &score(screen.sandbox.before()), &score(after));
    let gain = after.levers.iter().find(|lever| lever.question == question).map(|lever| lever.gain);
    format!("{}{}", right(&points, POINTS), right(&profile::gain(ctx, gain), GAIN))
}

/// `a → b`, or only `a` where they are the same.
pub(super) fn becomes(ctx: &Ctx, before: &str, after: &str) -> String {
    if before == after { before.to_owned() } else { format!("{before} {} {after}", ctx.glyph(Glyph::Becomes)) }
}

/// A text at the right end of `width` cells.
fn right(text: &str, width: usize) -> String {
    let text = fit(text, width.saturating_sub(1));
    " ".repeat(width.saturating_sub(text.width())) + &text
}
