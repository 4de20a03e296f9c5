//! The list of the roadmap: by phase, each with its mark, and under it who, until when and how far.

use ratatui::text::{Line, Span};

use super::{filled, status_word, today};
use crate::engine::questionnaire::Horizon;
use crate::engine::roadmap::{ActionStatus, Entry, Plan, RoadmapAction};
use crate::tui::context::{Ctx, Session};
use crate::tui::screens::profile;
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;
use crate::tui::widgets::wrap::{COMFORT, wrap};

/// The words of effort, from low to high.
const EFFORTS: [&str; 3] = ["advice-effort-1", "advice-effort-2", "advice-effort-3"];

/// The key of a phase's heading.
pub(super) const fn phase_word(phase: Horizon) -> &'static str {
    match phase {
        Horizon::Now => "roadmap-phase-now",
        Horizon::Year => "roadmap-phase-year",
        Horizon::Later => "roadmap-phase-later",
    }
}

/// The list with the focus on one entry.
pub(super) fn body(ctx: &Ctx, session: &Session, plan: &Plan, focus: usize, width: u16) -> Body {
    let mut body = Body::new();
    let mut phase = None;
    for (at, entry) in plan.entries.iter().enumerate() {
        if phase != Some(entry.phase) {
            phase = Some(entry.phase);
            body.text(" ", &ctx.texts.get(phase_word(entry.phase)), ctx.theme.style(Role::Key), width);
        }
        let from = body.height();
        row(ctx, session, entry, at == focus, width, &mut body);
        if at == focus {
            body.focus_from(from);
        }
    }
    if !plan.unknown.is_empty() {
        let names: Vec<&str> = plan.unknown.iter().map(|action| action.recommendation.as_str()).collect();
        let text = ctx.texts.with("roadmap-unknown", &[("names", names.join(", ").into())]);
        body.text(" ", &text, ctx.theme.style(Role::Quiet), width);
    }
    body
}

fn row(ctx: &Ctx, session: &Session, entry: &Entry, here: bool, width: u16, body: &mut Body) {
    let recommendation = &session.interview.questionnaire().recommendations[entry.recommendation];
    let cursor = if here { ctx.glyph(Glyph::Cursor) } else { " " };
    let prefix = format!(" {cursor} {} ", mark(ctx, entry));
    let role = if here { Role::Selected } else { Role::Text };
    body.text(&prefix, &filled(ctx, session, &recommendation.title), ctx.theme.style(role), width);
    let indent = " ".repeat(unicode_width::UnicodeWidthStr::width(prefix.as_str()));
    let room = usize::from(width).saturating_sub(indent.len() + 1).min(COMFORT);
    let mut said = |text: &str, role: Role| {
        for line in wrap(text, room) {
            body.line(Line::from(vec![Span::raw(indent.clone()), Span::styled(line, ctx.theme.style(role))]));
        }
    };
    match &entry.action {
        Some(action) => {
            said(&terms(ctx, action), Role::Quiet);
            if action.is_late(today(ctx)) {
                let text = format!("{} {}", ctx.glyph(Glyph::Problem), ctx.texts.get("roadmap-overdue"));
                said(&text, Role::Problem);
            }
        }
        None => {
            let effort = EFFORTS.get(usize::from(recommendation.effort.clamp(1, 3)) - 1).copied().unwrap_or_default();
            let effort = ctx.texts.with("advice-effort", &[("effort", ctx.texts.get(effort).into())]);
            let gain = entry.advice.as_ref().map(|advice| profile::gain(ctx, advice.gain));
            said(&gain.into_iter().chain([effort]).collect::<Vec<_>>().join(" · "), Role::Quiet);
        }
    }
    if entry.advice.is_none() {
        said(&ctx.texts.get("roadmap-not-advised"), Role::Quiet);
    }
    if let Some(lacking) = entry.lacks {
        let title = filled(ctx, session, &session.interview.questionnaire().recommendations[lacking].title);
        let text = ctx.texts.with("roadmap-lacks", &[("title", title.into())]);
        said(&format!("{} {text}", ctx.glyph(Glyph::Warning)), Role::Problem);
    }
}

/// Whether it is in the plan, finished or given up.
fn mark(ctx: &Ctx, entry: &Entry) -> &'static str {
    ctx.glyph(match entry.action.as_ref().map(|action| action.status) {
        None => Glyph::BoxOff,
        Some(ActionStatus::Planned | ActionStatus::UnderWay) => Glyph::BoxOn,
        Some(ActionStatus::Done) => Glyph::Done,
        Some(ActionStatus::Dropped) => Glyph::NotAsked,
    })
}

/// Who, until when, how far: `D. Karimova · 01.03.2027 · under way`.
fn terms(ctx: &Ctx, action: &RoadmapAction) -> String {
    let owner = if action.owner.is_empty() { ctx.texts.get("roadmap-nobody") } else { action.owner.clone() };
    let due = action.due.map_or_else(|| ctx.texts.get("roadmap-no-day"), |due| ctx.texts.dated(&due.to_string()));
    [owner, due, ctx.texts.get(status_word(action.status))].join(" · ")
}
