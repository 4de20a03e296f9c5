//! The first lines of the profile: the overall score with its reserves, or what it still needs.

use super::Shown;
use crate::engine::interview::Form;
use crate::engine::outlook::bands_in_doubt;
use crate::engine::profile::Profile;
use crate::engine::score::{Index, Publication};
use crate::engine::statistics::Spread;
use crate::engine::text::Message;
use crate::tui::context::{Ctx, Session};
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;

/// The imbalance from which a sentence says what it costs.
const NOTABLE: f64 = 1.0;

/// How much the header says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// The score and its reserve.
    Short,
    /// Also what it rests on, and the weakest area.
    Full,
}

/// The header within a width.
pub(super) fn lines(ctx: &Ctx, session: &Session, shown: Shown, extent: Extent, width: u16) -> Body {
    let profile = shown.profile;
    let mut body = Body::new();
    let Some(index) = &profile.scores.index else {
        without_index(ctx, session, profile, width, &mut body);
        return body;
    };
    body.text(" ", &headline(ctx, session, shown, index), ctx.theme.style(Role::Title), width);
    if extent == Extent::Full {
        body.text(" ", &certainty(ctx, session, profile, index), ctx.theme.style(Role::Quiet), width);
    }
    if index.publication == Publication::Provisional {
        reserve(ctx, &provisional(ctx, session, profile), width, &mut body);
    }
    if extent == Extent::Full {
        body.text(" ", &balance(ctx, session, shown, index), ctx.theme.style(Role::Quiet), width);
        if let Some(bands) = bands(ctx, session, shown) {
            body.text(" ", &bands, ctx.theme.style(Role::Quiet), width);
        }
    }
    body
}

/// What the full header says beyond the short one.
pub(super) fn rest(ctx: &Ctx, session: &Session, shown: Shown, prefix: &str, width: u16, body: &mut Body) {
    if let Some(index) = &shown.profile.scores.index {
        let mut sentences = vec![certainty(ctx, session, shown.profile, index), balance(ctx, session, shown, index)];
        sentences.extend(bands(ctx, session, shown));
        sentences.extend(robustness(ctx, shown));
        sentences.extend(omission(ctx, session, shown));
        body.text(prefix, &sentences.join(" "), ctx.theme.style(Role::Text), width);
    }
}

fn headline(ctx: &Ctx, session: &Session, shown: Shown, index: &Index) -> String {
    let band = session.interview.questionnaire().bands.get(index.band);
    ctx.texts.with(
        "profile-index",
        &[
            ("score", super::score_within(ctx, Some(index.headline), shown.index_interval()).into()),
            ("band", band.map_or("", |band| band.title.get(ctx.lang())).into()),
            ("level", index.staged.to_string().into()),
        ],
    )
}

/// What it rests on: state, form, how much is answered, and what the missing answers can still do.
fn certainty(ctx: &Ctx, session: &Session, profile: &Profile, index: &Index) -> String {
    let (answered, applicable) = answers(profile);
    let answers = ctx.texts.with(
        if answered == applicable { "profile-all-answered" } else { "profile-some-answered" },
        &[
            ("answered", answered.into()),
            ("applicable", applicable.into()),
            ("range", super::range(ctx, index.low, index.high).into()),
        ],
    );
    let mut sentences = state(ctx, session);
    sentences.push(answers);
    sentences.join(" ")
}

/// Whether the assessment is closed, and whether it is the quick form; nothing of what goes without saying.
fn state(ctx: &Ctx, session: &Session) -> Vec<String> {
    let closed = session.summary.closed.filter(|_| session.interview.is_closed());
    let closed = closed.map(|time| ctx.texts.with("profile-closed", &[("day", ctx.texts.short_day(time).into())]));
    let quick = (session.interview.form() == Form::Quick).then(|| ctx.texts.get("profile-quick"));
    closed.into_iter().chain(quick).collect()
}

/// Why the overall score is provisional.
fn provisional(ctx: &Ctx, session: &Session, profile: &Profile) -> String {
    let mut areas = session.interview.questionnaire().areas.enumerate();
    match areas.find(|(ix, _)| profile.scores.areas[*ix].shown().is_none()) {
        Some((_, area)) => ctx.texts.with("profile-provisional-area", &[("area", area.title.get(ctx.lang()).into())]),
        None => ctx.texts.get("profile-provisional"),
    }
}

/// The weakest area, and what unevenness costs.
fn balance(ctx: &Ctx, session: &Session, shown: Shown, index: &Index) -> String {
    let doubt = shown.outlook.uncertainty.areas[index.bottleneck].as_ref();
    let chance = doubt.and_then(|doubt| doubt.bottleneck).unwrap_or(1.0);
    let area = session.interview.questionnaire().areas[index.bottleneck].title.get(ctx.lang());
    let key = if index.imbalance >= NOTABLE { "profile-uneven-areas" } else { "profile-even-areas" };
    ctx.texts.with(
        key,
        &[
            ("area", area.into()),
            ("score", super::score(ctx, Some(index.minimum)).into()),
            ("chance", ctx.texts.percent(chance * 100.0, 0).into()),
            ("loss", ctx.texts.number(index.imbalance, 0).into()),
        ],
    )
}

/// The bands that the draws fall into, if more than one is likely.
fn bands(ctx: &Ctx, session: &Session, shown: Shown) -> Option<String> {
    let bands = &session.interview.questionnaire().bands;
    let doubt = bands_in_doubt(&shown.outlook.uncertainty.index.as_ref()?.bands);
    let named = doubt.iter().filter_map(|(band, share)| {
        let title = bands.get(*band)?.title.get(ctx.lang());
        Some(format!("{} {title}", ctx.texts.percent(share * 100.0, 0)))
    });
    let named: Vec<String> = named.collect();
    (!named.is_empty()).then(|| ctx.texts.with("profile-bands", &[("bands", named.join(", ").into())]))
}

/// The median and the interval with the kind of mean in doubt as well.
fn robustness(ctx: &Ctx, shown: Shown) -> Option<String> {
    let (doubt, index) = (shown.outlook.uncertainty.index.as_ref()?, shown.profile.scores.index.as_ref()?);
    let (low, high) = doubt.robust.around(index.headline);
    let figure = |number: f64| ctx.texts.number(number, 0);
    let args =
        [("median", figure(doubt.headline.median).into()), ("low", figure(low).into()), ("high", figure(high).into())];
    Some(ctx.texts.with("profile-robust", &args))
}

/// Both intervals of the overall score, and from how many draws they come.
pub(super) fn drawn(ctx: &Ctx, shown: Shown) -> Message {
    let index = shown.profile.scores.index.as_ref().zip(shown.outlook.uncertainty.index.as_ref());
    let Some((index, doubt)) = index else { return Message::new("whatif-path-no-score") };
    let within = |spread: Spread| {
        let (low, high) = spread.around(index.headline);
        format!("{}–{}", ctx.texts.fixed(low, 1), ctx.texts.fixed(high, 1))
    };
    let message = Message::new("whatif-draws").with("draws", shown.outlook.uncertainty.options.draws);
    message.with("interval", within(doubt.headline)).with("robust", within(doubt.robust))
}

/// The index without the item that moves it most by being there.
fn omission(ctx: &Ctx, session: &Session, shown: Shown) -> Option<String> {
    let left_out = shown.outlook.omission?;
    let question = &session.interview.questionnaire().questions[left_out.question];
    let (score, change) = (ctx.texts.fixed(left_out.index?, 1), ctx.texts.fixed(left_out.change?, 1));
    let change = if change.starts_with('−') { change } else { format!("+{change}") };
    let args = [("question", question.id.as_str().into()), ("score", score.into()), ("change", change.into())];
    Some(ctx.texts.with("whatif-omission-note", &args))
}

fn without_index(ctx: &Ctx, session: &Session, profile: &Profile, width: u16, body: &mut Body) {
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
    let mut sentences = state(ctx, session);
    sentences.push(needs);
    body.text(" ", &sentences.join(" "), ctx.theme.style(Role::Quiet), width);
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
