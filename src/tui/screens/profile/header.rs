//! The first lines of the profile: the overall score with its reserves, or what it still needs.

use crate::engine::profile::Profile;
use crate::engine::score::{Index, Publication};
use crate::tui::context::{Ctx, Session};
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;

/// The imbalance from which a sentence says what it costs.
const NOTABLE: f64 = 1.0;

/// The header within a width.
pub(super) fn lines(ctx: &Ctx, session: &Session, profile: &Profile, width: u16) -> Body {
    let mut body = Body::new();
    match &profile.scores.index {
        Some(index) => with_index(ctx, session, profile, index, width, &mut body),
        None => without_index(ctx, profile, width, &mut body),
    }
    body
}

fn with_index(ctx: &Ctx, session: &Session, profile: &Profile, index: &Index, width: u16, body: &mut Body) {
    let questionnaire = session.interview.questionnaire();
    let band = questionnaire.bands.get(index.band).map_or("", |band| band.title.get(ctx.lang()));
    let headline = ctx.texts.with(
        "profile-index",
        &[
            ("score", super::score(ctx, Some(index.headline)).into()),
            ("band", band.into()),
            ("level", index.staged.to_string().into()),
        ],
    );
    body.text(" ", &headline, ctx.theme.style(Role::Title), width);
    body.text(" ", &certainty(ctx, profile, index), ctx.theme.style(Role::Quiet), width);
    if index.publication == Publication::Provisional {
        reserve(ctx, &provisional(ctx, session, profile), width, body);
    }
    body.text(" ", &balance(ctx, session, index), ctx.theme.style(Role::Quiet), width);
}

/// How much is answered, and what the missing answers can still do.
fn certainty(ctx: &Ctx, profile: &Profile, index: &Index) -> String {
    let (answered, applicable) = answers(profile);
    if answered == applicable {
        return ctx.texts.with("profile-all-answered", &[("applicable", applicable.into())]);
    }
    ctx.texts.with(
        "profile-some-answered",
        &[
            ("answered", answered.into()),
            ("applicable", applicable.into()),
            ("low", super::score(ctx, Some(index.low)).into()),
            ("high", super::score(ctx, Some(index.high)).into()),
        ],
    )
}

/// Why the overall score is provisional.
fn provisional(ctx: &Ctx, session: &Session, profile: &Profile) -> String {
    let areas = session.interview.questionnaire().areas.enumerate();
    let left_out = areas.filter(|(ix, _)| profile.scores.areas[*ix].shown().is_none()).map(|(_, area)| area).next();
    match left_out {
        Some(area) => ctx.texts.with("profile-provisional-area", &[("area", area.title.get(ctx.lang()).into())]),
        None => ctx.texts.get("profile-provisional"),
    }
}

/// The weakest area, and what unevenness costs.
fn balance(ctx: &Ctx, session: &Session, index: &Index) -> String {
    let area = session.interview.questionnaire().areas[index.bottleneck].title.get(ctx.lang());
    let key = if index.imbalance >= NOTABLE { "profile-uneven-areas" } else { "profile-even-areas" };
    ctx.texts.with(
        key,
        &[
            ("area", area.into()),
            ("score", super::score(ctx, Some(index.minimum)).into()),
            ("mean", super::score(ctx, Some(index.arithmetic)).into()),
            ("loss", ctx.texts.number(index.imbalance, 0).into()),
        ],
    )
}

fn without_index(ctx: &Ctx, profile: &Profile, width: u16, body: &mut Body) {
    let (answered, applicable) = answers(profile);
    let areas = profile.scores.areas.len();
    let ready = profile.scores.areas.iter().filter(|area| area.shown().is_some()).count();
    let headline = if answered == 0 { "profile-nothing" } else { "profile-no-index" };
    body.text(" ", &ctx.texts.get(headline), ctx.theme.style(Role::Title), width);
    let needs = ctx.texts.with(
        "profile-no-index-why",
        &[
            ("needed", areas.saturating_sub(1).max(1).into()),
            ("areas", areas.into()),
            ("ready", ready.into()),
            ("answered", answered.into()),
            ("applicable", applicable.into()),
        ],
    );
    body.text(" ", &needs, ctx.theme.style(Role::Quiet), width);
}

/// A sentence that qualifies a number.
pub(super) fn reserve(ctx: &Ctx, text: &str, width: u16, body: &mut Body) {
    let prefix = format!(" {} ", ctx.glyph(Glyph::Warning));
    body.text(&prefix, text, ctx.theme.style(Role::Attention), width);
}

/// Scored questions answered, and all that apply.
fn answers(profile: &Profile) -> (usize, usize) {
    let areas = profile.scores.areas.iter();
    areas.fold((0, 0), |(answered, applicable), area| (answered + area.answered, applicable + area.applicable))
}
