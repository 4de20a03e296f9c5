//! What stands out: the strengths, and the bottlenecks with what one step more would bring.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};

use super::Shown;
use crate::engine::id::QuestionIx;
use crate::engine::lever::{NextQuestion, Outcome, PathStep};
use crate::engine::outlook::Ascent;
use crate::engine::profile::Profile;
use crate::engine::score::Lever;
use crate::tui::context::{Ctx, Session};
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;

/// Strengths, then bottlenecks with the answers, then the way to the next band and the question worth asking;
/// `focus` counts through all.
pub(super) fn body(ctx: &Ctx, session: &Session, shown: Shown, focus: usize, width: u16) -> Body {
    let profile = shown.profile;
    let mut lines = Lines { ctx, session, width, body: Body::new() };
    lines.heading("profile-strengths");
    lines.instead_of(profile.strengths.is_empty(), "profile-no-strengths");
    for (at, ix) in profile.strengths.iter().enumerate() {
        lines.item(*ix, &answered(ctx, session, *ix), focus == at);
    }
    lines.body.blank();
    lines.heading("profile-bottlenecks");
    lines.instead_of(profile.bottlenecks.is_empty(), no_bottlenecks(profile));
    for (at, lever) in profile.bottlenecks.iter().enumerate() {
        let note = format!("{} · {}", answered(ctx, session, lever.question), step(ctx, lever));
        lines.item(lever.question, &note, focus == profile.strengths.len() + at);
    }
    let mut before = profile.strengths.len() + profile.bottlenecks.len();
    if let Some(ascent) = &shown.outlook.ascent {
        before += lines.ascent(ascent, focus.checked_sub(before));
    }
    if let Some(next) = &shown.outlook.next {
        lines.next(next, focus == before);
    }
    lines.body
}

/// Strengths and bottlenecks side by side, without the answers.
pub(super) fn beside(ctx: &Ctx, session: &Session, profile: &Profile, frame: &mut Frame, area: Rect) {
    let half = Constraint::Fill(1);
    let [left, _, right] = area.layout(&Layout::horizontal([half, Constraint::Length(2), half]));
    let mut lines = Lines { ctx, session, width: left.width, body: Body::new() };
    lines.heading("profile-strengths");
    lines.instead_of(profile.strengths.is_empty(), "profile-no-strengths");
    profile.strengths.iter().for_each(|ix| lines.label(*ix, "   ", Role::Text));
    lines.body.draw(ctx, 0, frame, left);

    let mut lines = Lines { ctx, session, width: right.width, body: Body::new() };
    lines.heading("profile-bottlenecks");
    lines.instead_of(profile.bottlenecks.is_empty(), no_bottlenecks(profile));
    for lever in &profile.bottlenecks {
        lines.label(lever.question, &format!(" {:>5} ", super::gain(ctx, Some(lever.gain))), Role::Text);
    }
    lines.body.draw(ctx, 0, frame, right);
}

/// The answer as a person reads it.
pub(in crate::tui::screens) fn answered(ctx: &Ctx, session: &Session, ix: QuestionIx) -> String {
    match session.interview.effective_value(ix) {
        Some(value) => ctx.texts.with("profile-answer", &[("answer", ctx.shown(ix, value).into())]),
        None => ctx.texts.get("profile-answer-open"),
    }
}

/// What a step up brings, in words.
fn step(ctx: &Ctx, lever: &Lever) -> String {
    ctx.texts.with("profile-step-gain", &[("gain", super::gain(ctx, Some(lever.gain)).into())])
}

/// Why no bottleneck is named.
const fn no_bottlenecks(profile: &Profile) -> &'static str {
    if profile.scores.index.is_some() { "profile-no-bottlenecks" } else { "profile-bottlenecks-later" }
}

/// Lines being made.
struct Lines<'a> {
    ctx: &'a Ctx,
    session: &'a Session,
    width: u16,
    body: Body,
}

impl Lines<'_> {
    fn heading(&mut self, key: &str) {
        self.body.text(" ", &self.ctx.texts.get(key), self.ctx.theme.style(Role::Title), self.width);
    }

    /// Says in place of an empty list why it is empty.
    fn instead_of(&mut self, empty: bool, key: &str) {
        if empty {
            self.body.text("   ", &self.ctx.texts.get(key), self.ctx.theme.style(Role::Quiet), self.width);
        }
    }

    /// The way to the next band, or that there is none; returns the number of its steps.
    fn ascent(&mut self, ascent: &Ascent, focus: Option<usize>) -> usize {
        let (steps, score, effort): (&[PathStep], _, _) = match &ascent.outcome {
            Outcome::Path(path) => (&path.steps, path.score, path.effort),
            Outcome::OutOfReach(score) => (&[], *score, 0),
            Outcome::Reached | Outcome::NoScore => return 0,
        };
        let band = self.session.interview.questionnaire().bands.get(ascent.band);
        let args = [
            ("band", band.map_or("", |band| band.title.get(self.ctx.lang())).into()),
            ("from", self.ctx.texts.exact(ascent.from).into()),
            ("score", self.ctx.texts.number(score, 0).into()),
            ("effort", effort.into()),
        ];
        self.body.blank();
        self.heading("profile-ascent");
        let key = if steps.is_empty() { "profile-ascent-none" } else { "profile-ascent-path" };
        self.body.text("   ", &self.ctx.texts.with(key, &args), self.ctx.theme.style(Role::Quiet), self.width);
        for (at, step) in steps.iter().enumerate() {
            let args = [
                ("from", self.ctx.texts.number(step.from, 0).into()),
                ("to", self.ctx.texts.number(step.to, 0).into()),
                ("effort", step.effort.into()),
                ("score", self.ctx.texts.fixed(step.score, 1).into()),
            ];
            self.item(step.question, &self.ctx.texts.with("profile-ascent-step", &args), focus == Some(at));
        }
        steps.len()
    }

    fn next(&mut self, next: &NextQuestion, focused: bool) {
        self.body.blank();
        self.heading("profile-next");
        let points = [("points", self.ctx.texts.fixed(next.narrowing(), 1).into())];
        self.item(next.question, &self.ctx.texts.with("profile-next-points", &points), focused);
    }

    fn label(&mut self, ix: QuestionIx, prefix: &str, role: Role) {
        let label = self.session.interview.questionnaire().questions[ix].label.get(self.ctx.lang());
        self.body.text(prefix, label, self.ctx.theme.style(role), self.width);
    }

    /// A question and what is said about it.
    fn item(&mut self, ix: QuestionIx, note: &str, focused: bool) {
        let from = self.body.height();
        let cursor = if focused { self.ctx.glyph(Glyph::Cursor) } else { " " };
        self.label(ix, &format!(" {cursor} "), if focused { Role::Selected } else { Role::Text });
        self.body.text("     ", note, self.ctx.theme.style(Role::Quiet), self.width);
        if focused {
            self.body.focus_from(from);
        }
    }
}
