//! One recommendation in full: why, what first, what next, how one will know, who acts.

use ratatui::text::{Line, Span};

use super::{Plan, filled, list, recommendation};
use crate::engine::advice::Advice;
use crate::engine::questionnaire::{Addressee, Recommendation};
use crate::engine::score::AreaMove;
use crate::tui::context::{Ctx, Session};
use crate::tui::screens::profile;
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;
use crate::tui::widgets::wrap::{COMFORT, wrap};

/// How the questions behind a recommendation are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Items {
    /// By their names.
    Named,
    /// Elsewhere on the screen.
    Apart,
}

/// Who acts, in full.
const ADDRESSEES: [(Addressee, &str); 3] = [
    (Addressee::Enterprise, "advice-who-enterprise"),
    (Addressee::Cluster, "advice-who-cluster"),
    (Addressee::State, "advice-who-state"),
];

/// The recommendation within a width.
pub(super) fn body(ctx: &Ctx, session: &Session, plan: &Plan, advice: &Advice, width: u16, items: Items) -> Body {
    let recommendation = recommendation(session, advice);
    let mut body = Body::new();
    body.text(" ", &filled(ctx, session, &recommendation.title), ctx.theme.style(Role::Title), width);
    let mut part = |key: &str, text: &str| labelled(ctx, key, text, width, &mut body);
    part("advice-gain", &effect(ctx, session, advice));
    part("advice-why", &filled(ctx, session, &recommendation.why));
    part("advice-first-step", &filled(ctx, session, &recommendation.first_step));
    if let Some(steps) = &recommendation.steps {
        part("advice-steps", &filled(ctx, session, steps));
    }
    part("advice-measure", &filled(ctx, session, &recommendation.measure));
    part("advice-who", &who(ctx, recommendation));
    for (key, text) in surroundings(ctx, session, plan, advice) {
        part(key, &text);
    }
    if items == Items::Named {
        let questionnaire = session.interview.questionnaire();
        let names: Vec<String> = advice.because.iter().filter_map(|ix| questionnaire.number(*ix)).collect();
        part("advice-questions", &names.join(", "));
    }
    body
}

/// What it adds to the overall score, and what it does to the areas: `+2.8 · Cluster life 25 → 38`.
fn effect(ctx: &Ctx, session: &Session, advice: &Advice) -> String {
    let number = |score| ctx.texts.number(score, 0);
    let moved = |area: &AreaMove| {
        let title = session.interview.questionnaire().areas[area.area].title.get(ctx.lang());
        format!("{title} {} {} {}", number(area.from), ctx.glyph(Glyph::Becomes), number(area.to))
    };
    let gain = profile::gain(ctx, advice.gain);
    std::iter::once(gain).chain(advice.areas.iter().map(moved)).collect::<Vec<_>>().join(" · ")
}

/// Who acts, and with what effort.
fn who(ctx: &Ctx, recommendation: &Recommendation) -> String {
    let known = ADDRESSEES.into_iter().find(|(addressee, _)| *addressee == recommendation.addressee);
    let who = known.map_or_else(String::new, |(_, key)| ctx.texts.get(key));
    let effort = ctx.texts.with("advice-effort", &[("effort", list::effort(ctx, recommendation).into())]);
    format!("{who} · {effort}")
}

/// What comes before it, what it takes the place of, and how sure it is; only what there is to say.
fn surroundings(ctx: &Ctx, session: &Session, plan: &Plan, advice: &Advice) -> Vec<(&'static str, String)> {
    let all = &session.interview.questionnaire().recommendations;
    let title = |ix| filled(ctx, session, &all[ix].title);
    let mut said = Vec::new();
    if let Some(before) = all[advice.recommendation].prerequisite {
        let text = match plan.number(before) {
            Some(number) => ctx.texts.with(
                "advice-before-listed",
                &[("number", number.to_string().into()), ("title", title(before).into())],
            ),
            None => ctx.texts.with("advice-before-done", &[("title", title(before).into())]),
        };
        said.push(("advice-before", text));
    }
    said.extend(advice.replaces.iter().map(|replaced| ("advice-instead", title(*replaced))));
    if advice.confidence < 1.0 {
        let factor = ctx.texts.number(advice.confidence, 2);
        said.push(("advice-sure", ctx.texts.with("advice-sure-some", &[("factor", factor.into())])));
    }
    said
}

/// A text behind its label, wrapped as one.
fn labelled(ctx: &Ctx, key: &str, text: &str, width: u16, body: &mut Body) {
    let label = format!("{}:", ctx.texts.get(key));
    let room = usize::from(width).saturating_sub(2).min(COMFORT);
    for (at, line) in wrap(&format!("{label} {text}"), room).into_iter().enumerate() {
        match line.strip_prefix(&label).filter(|_| at == 0) {
            Some(rest) => body.line(Line::from(vec![
                Span::raw(" "),
                Span::styled(label.clone(), ctx.theme.style(Role::Key)),
                Span::raw(rest.to_owned()),
            ])),
            None => body.line(format!(" {line}")),
        }
    }
}
