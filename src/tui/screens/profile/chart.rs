//! The chart: a radar, and beside it the areas with their bars.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span, Text};
use unicode_width::UnicodeWidthStr;

use super::{Shown, standing};
use crate::engine::benchmark::Whose;
use crate::engine::id::{AreaIx, ArenaIndex};
use crate::engine::score::AreaScore;
use crate::tui::context::{Ctx, Session};
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::bar::Bar;
use crate::tui::widgets::body::Body;
use crate::tui::widgets::radar::Radar;
use crate::tui::widgets::wrap::{fit, pad, wrap};

/// The narrowest window that holds a radar beside the bars.
const WITH_RADAR: u16 = 76;

/// The least height that a radar needs.
const RADAR_HEIGHT: u16 = 9;

/// The least space that the bars keep beside a radar.
const BARS: u16 = 48;

/// From this width on what stands out is told below the areas, if it has this height.
const STANDING: (u16, u16) = (96, 11);

/// From this height on the legend may take two lines.
const SPACIOUS: u16 = 12;

/// The longest bar: a cell is more than two points then, which is all that is known.
const LONGEST_BAR: usize = 40;

/// The space before an area's number and bar.
const INDENT: usize = 5;

/// Draws the chart, with the focus on one area.
pub(super) fn draw(ctx: &Ctx, session: &Session, shown: Shown, focus: usize, frame: &mut Frame, area: Rect) {
    let profile = shown.profile;
    let legend = wrap(&legend(ctx, shown, area.width >= WITH_RADAR), usize::from(area.width).saturating_sub(2));
    let legend_height = u16::try_from(legend.len()).unwrap_or(1).clamp(1, if area.height > SPACIOUS { 2 } else { 1 });
    let [main, foot] = area.layout(&Layout::vertical([Constraint::Fill(1), Constraint::Length(legend_height)]));
    let wanted = u16::try_from(profile.scores.areas.len() * 3 + 1).unwrap_or(main.height);
    let below = main.height.saturating_sub(wanted);
    let main = if main.width >= STANDING.0 && below >= STANDING.1 {
        let [main, below] = main.layout(&Layout::vertical([Constraint::Length(wanted), Constraint::Fill(1)]));
        standing::beside(ctx, session, profile, frame, below);
        main
    } else {
        main
    };
    let scores: Vec<Option<f64>> = profile.scores.areas.iter().map(AreaScore::shown).collect();
    let with_radar = area.width >= WITH_RADAR && main.height >= RADAR_HEIGHT && scores.iter().any(Option::is_some);
    let left = if with_radar { radar_width(main) } else { 0 };
    let [left, right] = main.layout(&Layout::horizontal([Constraint::Length(left), Constraint::Fill(1)]));
    let radar = Radar { scores: &scores, focus: Some(focus), charset: ctx.charset, theme: ctx.theme };
    let square = Rect { height: left.height.min(left.width / 2), ..left };
    radar.draw(frame.buffer_mut(), square);
    areas(ctx, session, shown, focus, right).draw(ctx, 0, frame, right);
    let quiet = ctx.theme.style(Role::Quiet);
    let lines = legend.into_iter().map(|line| Line::styled(format!(" {line}"), quiet));
    frame.render_widget(Text::from(lines.collect::<Vec<_>>()), foot);
}

/// As wide as the height needs, if the bars keep their space.
fn radar_width(area: Rect) -> u16 {
    area.height.saturating_mul(2).saturating_add(4).min(area.width.saturating_sub(BARS)).min(60)
}

fn legend(ctx: &Ctx, shown: Shown, with_radar: bool) -> String {
    let profile = shown.profile;
    let open = profile.scores.areas.iter().any(|area| area.high - area.low >= 0.5);
    let [below, above] = Bar::range_marks(ctx.charset);
    let range = open.then(|| ctx.texts.with("profile-legend-range", &[("marks", format!("{below}{above}").into())]));
    let radar = with_radar.then(|| ctx.texts.get("profile-legend-radar"));
    let ends = Bar::interval_marks(ctx.charset).concat();
    let scored = profile.scores.areas.iter().any(|area| area.shown().is_some());
    let interval = scored.then(|| ctx.texts.with("profile-legend-interval", &[("marks", ends.into())]));
    interval.into_iter().chain(others(ctx, shown)).chain(range).chain(radar).collect::<Vec<_>>().join("   ")
}

/// Whose median the mark across the bars is.
fn others(ctx: &Ctx, shown: Shown) -> Option<String> {
    let mark = ("mark", Bar::tick_mark(ctx.charset).into());
    match shown.others.whose()? {
        Whose::Table => Some(ctx.texts.with("profile-legend-table", &[mark])),
        Whose::Peers => {
            let peers = &shown.others.peers.as_ref()?.peers;
            let class = ctx.texts.get(peers.class.key()).into();
            let day = ctx.texts.short_day(ctx.time()).into();
            let args = [mark, ("n", peers.members.len().into()), ("class", class), ("day", day)];
            Some(ctx.texts.with("profile-legend-peers", &args))
        }
    }
}

/// The areas, each on two lines; with space between where there is some.
fn areas(ctx: &Ctx, session: &Session, shown: Shown, focus: usize, column: Rect) -> Body {
    let questionnaire = session.interview.questionnaire();
    let mut body = Body::new();
    let spaced = usize::from(column.height) > questionnaire.areas.len() * 3;
    for ix in questionnaire.areas.indices() {
        let focused = ix.to_usize() == focus;
        if spaced && ix.to_usize() > 0 {
            body.blank();
        }
        let add = |body: &mut Body| area_lines(ctx, session, shown, ix, focused, column.width, body);
        if focused { body.focused(add) } else { add(&mut body) }
    }
    body
}

fn area_lines(ctx: &Ctx, session: &Session, shown: Shown, ix: AreaIx, focused: bool, width: u16, body: &mut Body) {
    let score = &shown.profile.scores.areas[ix];
    body.line(title_line(ctx, session, score, ix, focused, usize::from(width)));
    body.line(bar_line(ctx, session, shown, ix, usize::from(width)));
    if super::is_of_other_scope(score) {
        let warning = format!("{}{} ", " ".repeat(INDENT), ctx.glyph(Glyph::Warning));
        body.text(&warning, &ctx.texts.get("profile-other-scope"), ctx.theme.style(Role::Attention), width);
    }
}

/// `▸ 1 Connectedness        level 3`
fn title_line(
    ctx: &Ctx,
    session: &Session,
    score: &AreaScore,
    ix: AreaIx,
    focused: bool,
    width: usize,
) -> Line<'static> {
    let level = match score.staged {
        Some(level) => ctx.texts.with("profile-level", &[("level", level.to_string().into())]),
        None => String::new(),
    };
    let title = session.interview.questionnaire().areas[ix].title.get(ctx.lang());
    let room = width.saturating_sub(level.width() + 5);
    let cursor = if focused { ctx.glyph(Glyph::Cursor) } else { " " };
    let number = format!("{:>2} ", ix.to_usize() + 1);
    let look = ctx.theme.style(if focused { Role::Selected } else { Role::Title });
    let title = fit(title, room.saturating_sub(number.width()));
    let gap = room.saturating_sub(number.width() + title.width()) + 1;
    Line::from(vec![
        Span::raw(format!(" {cursor}")),
        Span::styled(format!("{number}{title}"), look),
        Span::raw(" ".repeat(gap)),
        Span::styled(level, ctx.theme.style(Role::Quiet)),
    ])
}

/// `     72 █████├█▓┤▒░░░ Integrated`
fn bar_line(ctx: &Ctx, session: &Session, shown: Shown, ix: AreaIx, width: usize) -> Line<'static> {
    let score = &shown.profile.scores.areas[ix];
    let bands = &session.interview.questionnaire().bands;
    let names = bands.iter().map(|band| band.title.get(ctx.lang()).width());
    let too_few = ctx
        .texts
        .with("profile-too-few", &[("answered", score.answered.into()), ("applicable", score.applicable.into())]);
    let widest = names.chain([too_few.width()]).max().unwrap_or_default();
    let verdict = match score.band.and_then(|band| bands.get(band)) {
        Some(band) => band.title.get(ctx.lang()).to_owned(),
        None => too_few,
    };
    let bar_width = width.saturating_sub(INDENT + 4 + 2 + widest + 1).min(LONGEST_BAR);
    let mut line = Line::from(format!("{}{:>3} ", " ".repeat(INDENT), super::score(ctx, score.shown())));
    let tick = shown.others.median(session.interview.questionnaire(), ix);
    let bar = Bar { value: score.shown(), low: score.low, high: score.high, interval: shown.interval(ix), tick };
    line.extend(bar.spans(bar_width, ctx.charset, ctx.theme));
    line.push_span(format!(" {}", pad(&verdict, widest)));
    line
}
