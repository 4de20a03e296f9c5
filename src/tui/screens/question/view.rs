//! How a question looks.

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::{Constraint, Layout, Rect, Size};
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::entry::{Entry, Pick};
use super::{Problem, QuestionScreen, battery, pane, table};
use crate::engine::id::QuestionIx;
use crate::engine::questionnaire::{Kind, Lines, Question};
use crate::session::said::{confidence_key, no_answer};
use crate::tui::actions::{self, Action};
use crate::tui::context::{Ctx, Session};
use crate::tui::input::Key;
use crate::tui::keymap;
use crate::tui::screens::sections;
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;
use crate::tui::widgets::frame as surround;
use crate::tui::widgets::wrap::{COMFORT, fit};

/// From this size on the sections stand beside the question.
const WIDE: (u16, u16) = (100, 30);
/// The line between them.
const WALL: u16 = 2;

pub(super) fn draw(screen: &QuestionScreen, ctx: &Ctx, frame: &mut Frame, area: Rect) {
    let Some(session) = &ctx.session else { return };
    let body =
        surround::draw(ctx, screen, &place(ctx, session, screen), &progress(ctx, session, area.width), frame, area);
    let battery = battery::around(ctx, screen.at);
    let [list, profile] = beside(ctx, battery.is_some());
    let wall = |width: u16| if width > 0 { WALL } else { 0 };
    let [question, list_wall, list, profile_wall, profile] = body.layout(&Layout::horizontal([
        Constraint::Fill(1),
        Constraint::Length(wall(list)),
        Constraint::Length(list),
        Constraint::Length(wall(profile)),
        Constraint::Length(profile),
    ]));
    draw_wall(ctx, frame, list_wall);
    draw_wall(ctx, frame, profile_wall);
    if !list.is_empty() {
        sections::draw_list(ctx, session, Some(screen.at), frame, list);
    }
    if !profile.is_empty() {
        pane::draw(ctx, session, frame, profile);
    }
    match battery {
        Some(battery) => table::draw(screen, &battery, ctx, session, frame, question),
        None => draw_question(screen, ctx, session, frame, question),
    }
}

/// The widths of what stands beside the question: the sections and the profile so far. The sections give way to a
/// table and to the profile, which was asked for, unless those leave room enough.
fn beside(ctx: &Ctx, tabled: bool) -> [u16; 2] {
    let window = ctx.size;
    let profile = if pane::is_open(ctx) { pane::WIDTH } else { 0 };
    let taken = if profile > 0 { profile + WALL } else { 0 };
    let list = (window.width / 3).clamp(32, 48);
    let left = window.width.saturating_sub(taken + list + WALL);
    let wanted = match (tabled, profile) {
        (true, _) => battery::WIDTH,
        (false, 0) => 0,
        (false, _) => COMFORT as u16,
    };
    let fits = window.width >= WIDE.0 && window.height >= WIDE.1 && left >= wanted;
    [if fits { list } else { 0 }, profile]
}

/// The width that is left for the question, or for the table.
pub(super) fn main_width(ctx: &Ctx, tabled: bool) -> u16 {
    let taken = beside(ctx, tabled).into_iter().filter(|width| *width > 0).map(|width| width + WALL);
    ctx.size.width.saturating_sub(taken.sum())
}

/// The height that is left for the question, at the least: the bar, the rules, the notice and two lines of keys
/// take the others.
pub(super) const fn main_height(window: Size) -> u16 {
    window.height.saturating_sub(6)
}

fn draw_wall(ctx: &Ctx, frame: &mut Frame, area: Rect) {
    for row in area.rows() {
        frame.render_widget(Span::styled(ctx.glyph(Glyph::Wall), ctx.theme.style(Role::Grid)), row);
    }
}

/// "Firm › 2. Section".
fn place(ctx: &Ctx, session: &Session, screen: &QuestionScreen) -> String {
    let questionnaire = session.interview.questionnaire();
    let section = &questionnaire.sections[questionnaire.questions[screen.at].section];
    format!("{} › {}", session.summary.enterprise, section.title.get(ctx.lang()))
}

/// "24/54 ████░░ 44% · saved 14:02".
pub(in crate::tui) fn progress(ctx: &Ctx, session: &Session, width: u16) -> String {
    let progress = session.interview.progress();
    let cells = if width >= 100 { 10 } else { 5 };
    let percent = progress.percent();
    let saved = if ctx.practises() {
        ctx.texts.get("practice-not-kept")
    } else if session.interview.is_closed() {
        ctx.texts.get("tui-is-closed")
    } else {
        ctx.texts.with("tui-saved-at", &[("time", ctx.texts.clock(session.saved).into())])
    };
    let gauge = surround::gauge(ctx, percent as f64, cells);
    format!("{}/{} {gauge} {percent}% · {saved} ", progress.done, progress.asked)
}

fn draw_question(screen: &QuestionScreen, ctx: &Ctx, session: &Session, frame: &mut Frame, area: Rect) {
    let question = &session.interview.questionnaire().questions[screen.at];
    let mut body = Body::new();
    body.blank();
    ask(&mut body, ctx, session, screen.at, area.width);
    match &screen.entry {
        Entry::Pick(pick) => {
            options(&mut body, ctx, pick, area.width);
            surroundings(&mut body, ctx, session, screen, area.width);
            body.draw(ctx, screen.scroll, frame, area);
        }
        Entry::Reading => body.draw(ctx, screen.scroll, frame, area),
        Entry::Field(field, lines) => {
            let mut after = Body::new();
            surroundings(&mut after, ctx, session, screen, area.width);
            let wanted = if *lines == Lines::Many { 5.max(area.height / 3) } else { 1 };
            let below = u16::try_from(after.height()).unwrap_or(0).min(area.height / 3);
            let above =
                u16::try_from(body.height()).unwrap_or(u16::MAX).min(area.height.saturating_sub(wanted + below));
            let layout = Layout::vertical([Constraint::Length(above), Constraint::Length(wanted), Constraint::Fill(1)]);
            let [top, middle, bottom] = area.layout(&layout);
            body.draw(ctx, 0, frame, top);
            draw_field(ctx, question, field, *lines, frame, middle);
            after.draw(ctx, 0, frame, bottom);
        }
    }
}

/// What stands below a table: the question in hand with its hint, and with its options unless the columns say them.
pub(super) fn below(
    ctx: &Ctx,
    session: &Session,
    at: QuestionIx,
    entry: &Entry,
    columns: &table::Columns,
    width: u16,
) -> Body {
    let mut body = Body::new();
    ask(&mut body, ctx, session, at, width);
    if let (Entry::Pick(pick), false) = (entry, columns.said) {
        options(&mut body, ctx, pick, width);
    }
    body
}

/// The question and its hint.
fn ask(body: &mut Body, ctx: &Ctx, session: &Session, at: QuestionIx, width: u16) {
    let questionnaire = session.interview.questionnaire();
    let question = &questionnaire.questions[at];
    let number = questionnaire.number(at).map_or_else(String::new, |number| format!("{number}  "));
    body.text(&format!("  {number}"), question.label.get(ctx.lang()), ctx.theme.style(Role::Title), width);
    let indent = " ".repeat(2 + number.width());
    if let Some(hint) = &question.hint {
        body.blank();
        body.text(&indent, hint.get(ctx.lang()), ctx.theme.style(Role::Quiet), width);
    }
    if let Some(guidance) = question.guidance.as_ref().filter(|_| ctx.preferences.interviews()) {
        let text = ctx.texts.with("form-guidance", &[("text", guidance.get(ctx.lang()).to_owned().into())]);
        body.blank();
        body.text(&indent, &text, ctx.theme.style(Role::Quiet), width);
    }
    body.blank();
}

fn options(body: &mut Body, ctx: &Ctx, pick: &Pick, width: u16) {
    if !pick.filter.is_empty() {
        let text = ctx.texts.with("tui-searching", &[("text", pick.filter.clone().into())]);
        body.text("   ", &text, ctx.theme.style(Role::Attention), width);
    }
    let visible = pick.visible();
    if visible.is_empty() {
        body.text("   ", &ctx.texts.get("tui-nothing-found"), ctx.theme.style(Role::Quiet), width);
    }
    for (at, option) in visible {
        let ticked = pick.is_ticked(option);
        let mark = match (pick.several, ticked) {
            (true, true) => Glyph::BoxOn,
            (true, false) => Glyph::BoxOff,
            (false, true) => Glyph::Picked,
            (false, false) => Glyph::Open,
        };
        let here = pick.cursor == Some(at);
        let cursor = if here { ctx.glyph(Glyph::Cursor) } else { " " };
        let prefix = format!(" {cursor} {:>2}  {}  ", option.number, ctx.glyph(mark));
        let mut style = ctx.theme.style(if here { Role::Selected } else { Role::Text });
        if ticked {
            style = style.add_modifier(Modifier::BOLD);
        }
        if here {
            body.focused(|body| body.text(&prefix, &option.label, style, width));
        } else {
            body.text(&prefix, &option.label, style, width);
        }
    }
}

fn draw_field(
    ctx: &Ctx,
    question: &Question,
    field: &crate::tui::widgets::field::Field,
    lines: Lines,
    frame: &mut Frame,
    area: Rect,
) {
    let unit = match (&question.kind, question.kind.unit()) {
        (Kind::Date, _) => ctx.texts.get("tui-date-format"),
        (_, Some(unit)) => unit.get(ctx.lang()).to_owned(),
        (_, None) => String::new(),
    };
    let width = match (lines, question.kind.name()) {
        (_, "integer" | "decimal") => 22,
        (_, "date") => 14,
        _ => COMFORT as u16,
    };
    let layout = Layout::horizontal([
        Constraint::Length(5),
        Constraint::Max(width),
        Constraint::Length(2),
        Constraint::Fill(u16::from(!unit.is_empty())),
    ]);
    let [mark, input, _, after] = area.layout(&layout);
    let cursor = format!("   {} ", ctx.glyph(Glyph::Cursor));
    frame.render_widget(Span::styled(cursor, ctx.theme.style(Role::Key)), mark);
    field.draw(ctx.theme.style(Role::Text).add_modifier(Modifier::UNDERLINED), frame, input);
    frame.render_widget(Span::raw(fit(&unit, usize::from(after.width))), after);
}

/// What stands below the entry: the problem, a reason for no answer, flag, comment, warnings.
pub(super) fn surroundings(body: &mut Body, ctx: &Ctx, session: &Session, screen: &QuestionScreen, width: u16) {
    let answer = session.interview.answer(screen.at);
    body.blank();
    if let Some(problem) = &screen.problem {
        let question = &session.interview.questionnaire().questions[screen.at];
        let text = match (problem, &question.constraint_message) {
            (Problem::Constraint, Some(message)) => message.get(ctx.lang()).to_owned(),
            (Problem::Constraint, None) => ctx.texts.get("tui-constraint"),
            (Problem::Said(message), _) => ctx.texts.say(message),
        };
        body.text(&format!("   {} ", ctx.glyph(Glyph::Problem)), &text, ctx.theme.style(Role::Problem), width);
    }
    if let Some(text) = no_answer(&ctx.texts, answer.response.as_ref()) {
        body.text(&format!("   {} ", ctx.glyph(Glyph::NoAnswer)), &text, ctx.theme.style(Role::Attention), width);
    }
    if let Some(last) = ctx.last_said(screen.at) {
        let confirm = session.same_again(screen.at).is_ok_and(|again| again.response != answer.response);
        let role = if confirm { Role::Attention } else { Role::Quiet };
        body.text("   ", &ctx.texts.say(&last), ctx.theme.style(role), width);
        if confirm {
            let key = actions::row(Action::Same).and_then(|row| row.keys.first()).map(|key| keymap::name(*key));
            let text = ctx.texts.with("last-confirm", &[("key", key.unwrap_or_default().into())]);
            body.text("   ", &text, ctx.theme.style(Role::Quiet), width);
        }
    }
    let mut marks: Vec<String> = Vec::new();
    if answer.flagged {
        marks.push(format!("{} {}", ctx.glyph(Glyph::Flag), ctx.texts.get("tui-flagged")));
    }
    if let Some(confidence) = answer.confidence {
        marks.push(ctx.texts.get(confidence_key(confidence)));
    }
    if !marks.is_empty() {
        body.line(Line::styled(format!("   {}", marks.join("   ")), ctx.theme.style(Role::Attention)));
    }
    for (key, text) in [("tui-comment", &answer.comment), ("tui-evidence", &answer.evidence)] {
        if !text.is_empty() {
            let first = text.lines().next().unwrap_or_default();
            let said = ctx.texts.with(key, &[("text", first.to_owned().into())]);
            body.text(&format!("   {} ", ctx.glyph(Glyph::Comment)), &said, ctx.theme.style(Role::Text), width);
        }
    }
    for check in session.interview.warnings_at(screen.at) {
        let message = &session.interview.questionnaire().checks[check].message;
        let mark = format!("   {} ", ctx.glyph(Glyph::Warning));
        body.text(&mark, message.get(ctx.lang()), ctx.theme.style(Role::Attention), width);
    }
}

/// Moves the view of a text to read.
pub(super) const fn scrolled(scroll: usize, key: Key) -> usize {
    match key.code {
        KeyCode::Down => scroll + 1,
        KeyCode::Up => scroll.saturating_sub(1),
        _ => scroll,
    }
}
