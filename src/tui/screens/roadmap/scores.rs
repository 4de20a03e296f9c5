//! Where the scores stand after each phase, and what each phase takes.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::engine::profile::Profile;
use crate::engine::roadmap::Plan;
use crate::tui::context::{Ctx, Session};
use crate::tui::screens::profile;
use crate::tui::theme::Role;
use crate::tui::widgets::body::Body;
use crate::tui::widgets::wrap::pad;

/// The headings of the columns: now, then each phase.
const COLUMNS: [&str; 4] = ["roadmap-now", "roadmap-short-now", "roadmap-short-year", "roadmap-short-later"];

/// The table within a width.
pub(super) fn body(ctx: &Ctx, session: &Session, profile: &Profile, plan: &Plan, width: u16) -> Body {
    let milestones = plan.milestones(!plan.is_empty());
    let mut body = Body::new();
    let heading = if plan.is_empty() { "roadmap-scores-proposed" } else { "roadmap-scores" };
    body.text(" ", &ctx.texts.get(heading), ctx.theme.style(Role::Title), width);
    let cells = COLUMNS.map(|key| ctx.texts.get(key));
    let room = cells.iter().map(|cell| cell.width()).max().unwrap_or_default().max(5) + 1;
    let name_room = usize::from(width).saturating_sub(4 * room + 3).min(44);
    let line = |name: &str, cells: &[String], role: Role| {
        let figures: String =
            cells.iter().map(|cell| format!("{}{cell}", " ".repeat(room.saturating_sub(cell.width())))).collect();
        Line::from(vec![Span::raw(format!(" {}", pad(name, name_room))), Span::styled(figures, ctx.theme.style(role))])
    };
    body.line(line("", &cells, Role::Key));
    let questionnaire = session.interview.questionnaire();
    for (ix, area) in questionnaire.areas.enumerate() {
        let then = milestones.iter().map(|milestone| milestone.areas[ix]);
        let scores = std::iter::once(profile.scores.areas[ix].shown()).chain(then);
        let cells: Vec<String> = scores.map(|score| profile::score(ctx, score)).collect();
        body.line(line(area.title.get(ctx.lang()), &cells, Role::Text));
    }
    let now = profile.scores.index.as_ref().map(|index| index.headline);
    let index = std::iter::once(now).chain(milestones.iter().map(|milestone| milestone.index));
    let cells: Vec<String> = index.map(|score| profile::score(ctx, score)).collect();
    body.line(line(&ctx.texts.get("roadmap-overall"), &cells, Role::Title));
    let [low, medium, high] =
        [0, 1, 2].map(|at: usize| milestones.iter().filter_map(|milestone| milestone.efforts.get(at)).sum::<usize>());
    let efforts = [("low", low.into()), ("medium", medium.into()), ("high", high.into())];
    let efforts = format!("{}: {}", ctx.texts.get("roadmap-effort"), ctx.texts.with("roadmap-efforts", &efforts));
    body.text(" ", &efforts, ctx.theme.style(Role::Text), width);
    body
}
