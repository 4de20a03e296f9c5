//! What stands out: the strengths, and the bottlenecks with what one step more would bring.

use crate::engine::id::QuestionIx;
use crate::engine::profile::Profile;
use crate::tui::context::{Ctx, Session};
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;

/// Adds strengths and bottlenecks; `focus` counts through both.
pub(super) fn lines(
    ctx: &Ctx,
    session: &Session,
    profile: &Profile,
    focus: Option<usize>,
    width: u16,
    body: &mut Body,
) {
    let heading = |key: &str, body: &mut Body| body.text(" ", &ctx.texts.get(key), ctx.theme.style(Role::Title), width);
    heading("profile-strengths", body);
    if profile.strengths.is_empty() {
        body.text("   ", &ctx.texts.get("profile-no-strengths"), ctx.theme.style(Role::Quiet), width);
    }
    for (at, ix) in profile.strengths.iter().enumerate() {
        let note = answered(ctx, session, *ix);
        item(ctx, session, *ix, &note, focus == Some(at), width, body);
    }
    body.blank();
    heading("profile-bottlenecks", body);
    if profile.bottlenecks.is_empty() {
        let key = if profile.scores.index.is_some() { "profile-no-bottlenecks" } else { "profile-bottlenecks-later" };
        body.text("   ", &ctx.texts.get(key), ctx.theme.style(Role::Quiet), width);
    }
    for (at, lever) in profile.bottlenecks.iter().enumerate() {
        let focused = focus == Some(profile.strengths.len() + at);
        let gain = super::gain(ctx, Some(lever.gain));
        let note = ctx.texts.with("profile-step-gain", &[("gain", gain.into())]);
        let note = format!("{} · {note}", answered(ctx, session, lever.question));
        item(ctx, session, lever.question, &note, focused, width, body);
    }
}

/// The answer as a person reads it.
pub(in crate::tui::screens) fn answered(ctx: &Ctx, session: &Session, ix: QuestionIx) -> String {
    match session.interview.effective_value(ix) {
        Some(value) => ctx.texts.with("profile-answer", &[("answer", ctx.shown(ix, value).into())]),
        None => ctx.texts.get("profile-answer-open"),
    }
}

fn item(ctx: &Ctx, session: &Session, ix: QuestionIx, note: &str, focused: bool, width: u16, body: &mut Body) {
    let label = session.interview.questionnaire().questions[ix].label.get(ctx.lang());
    let cursor = if focused { ctx.glyph(Glyph::Cursor) } else { " " };
    let look = ctx.theme.style(if focused { Role::Selected } else { Role::Text });
    let add = |body: &mut Body| {
        body.text(&format!(" {cursor} "), label, look, width);
        body.text("   ", note, ctx.theme.style(Role::Quiet), width);
    };
    if focused { body.focused(add) } else { add(body) }
}
