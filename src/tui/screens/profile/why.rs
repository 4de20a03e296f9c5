//! Why an area has its score: every item with its answer, its points, and what is missing.

use std::cmp::Ordering;

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::{Constraint, Layout, Rect};

use super::{Shown, arithmetic, header, standing};
use crate::engine::answer::Response;
use crate::engine::benchmark::Others;
use crate::engine::id::AreaIx;
use crate::engine::interview::{Route, Status};
use crate::engine::profile::{Contribution, Profile, Uneven, explain};
use crate::engine::score::ItemState;
use crate::engine::text::Message;
use crate::engine::uncertainty::DRAWS;
use crate::tui::actions::{Action, Scope};
use crate::tui::context::{Ctx, Session};
use crate::tui::input::Key;
use crate::tui::screens::{Effect, Hint, Screen, question, review};
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;
use crate::tui::widgets::frame as surround;

/// The items of one area.
#[derive(Debug)]
pub(super) struct Why {
    profile: Profile,
    area: AreaIx,
    /// Answered ones first, the most costly at the top; then open ones; then those that do not count.
    items: Vec<Contribution>,
    focus: usize,
}

/// The effects that show the items of an area.
pub(super) fn open(ctx: &Ctx, profile: &Profile, area: AreaIx) -> Vec<Effect> {
    let Some(session) = &ctx.session else { return Vec::new() };
    let items = ordered(explain(session.interview.questionnaire(), profile, area));
    vec![Effect::Push(Box::new(Why { profile: profile.clone(), area, items, focus: 0 }))]
}

fn ordered(mut items: Vec<Contribution>) -> Vec<Contribution> {
    let order = |one: &Contribution, other: &Contribution| -> Ordering {
        group(one.state).cmp(&group(other.state)).then(lost(other).total_cmp(&lost(one)))
    };
    items.sort_by(order);
    items
}

/// The headings, in order.
const GROUPS: [&str; 3] = ["profile-why-answered", "profile-why-missing", "profile-why-excluded"];

const fn group(state: ItemState) -> usize {
    match state {
        ItemState::Scored(_) => 0,
        ItemState::Missing => 1,
        ItemState::Excluded => 2,
    }
}

/// The points that an item could still bring.
fn lost(item: &Contribution) -> f64 {
    item.possible.unwrap_or_default() - item.points.unwrap_or_default()
}

impl Why {
    /// The arithmetic of this area.
    fn arithmetic(&self, ctx: &Ctx) -> Vec<Effect> {
        let Some((session, outlook)) = ctx.session.as_ref().zip(ctx.outlook(&self.profile, DRAWS)) else {
            return Vec::new();
        };
        let shown = Shown { profile: &self.profile, outlook: &outlook, others: &Others::default() };
        arithmetic::open(session, shown, Some(self.area))
    }

    fn body(&self, ctx: &Ctx, session: &Session, width: u16) -> Body {
        let mut body = Body::new();
        for (group_at, key) in GROUPS.into_iter().enumerate() {
            let of_group = self.items.iter().enumerate().filter(|(_, item)| group(item.state) == group_at);
            let count = of_group.clone().count();
            if count == 0 {
                continue;
            }
            if body.height() > 0 {
                body.blank();
            }
            let heading = ctx.texts.with(key, &[("count", count.into())]);
            body.text(" ", &heading, ctx.theme.style(Role::Title), width);
            for (at, item) in of_group {
                let add = |body: &mut Body| item_lines(ctx, session, item, at == self.focus, width, body);
                if at == self.focus { body.focused(add) } else { add(&mut body) }
            }
        }
        body
    }

    /// The score in a sentence, and what qualifies it.
    fn header(&self, ctx: &Ctx, session: &Session, width: u16) -> Body {
        let score = &self.profile.scores.areas[self.area];
        let area = &session.interview.questionnaire().areas[self.area];
        let key = if score.shown().is_some() { "profile-why-score" } else { "profile-why-no-score" };
        let args = [
            ("score", super::score(ctx, score.shown()).into()),
            ("answered", score.answered.into()),
            ("applicable", score.applicable.into()),
            ("weight", ctx.texts.percent(area.weight * 100.0, 0).into()),
        ];
        let mut body = Body::new();
        body.text(" ", &ctx.texts.with(key, &args), ctx.theme.style(Role::Title), width);
        if score.high - score.low >= 0.5 {
            let bound = |value| super::score(ctx, Some(value)).into();
            let range = [("low", bound(score.low)), ("high", bound(score.high))];
            body.text(" ", &ctx.texts.with("profile-why-range", &range), ctx.theme.style(Role::Quiet), width);
        }
        if let Some(problem) = &area.problem {
            let problem = ctx.texts.with("profile-why-problem", &[("problem", problem.get(ctx.lang()).into())]);
            body.text(" ", &problem, ctx.theme.style(Role::Quiet), width);
        }
        if let Some(uneven) = self.profile.uneven.iter().find(|uneven| uneven.area == self.area) {
            header::reserve(ctx, &uneven_text(ctx, session, uneven), width, &mut body);
        }
        if super::is_of_other_scope(score) {
            header::reserve(ctx, &ctx.texts.get("profile-note-scope"), width, &mut body);
        }
        body
    }
}

/// Why the band and the level of an area differ.
fn uneven_text(ctx: &Ctx, session: &Session, uneven: &Uneven) -> String {
    let band = session.interview.questionnaire().bands.get(uneven.band).map_or("", |band| band.title.get(ctx.lang()));
    ctx.texts.with(
        "profile-why-uneven",
        &[
            ("band", band.into()),
            ("level", uneven.staged.to_string().into()),
            ("next", uneven.stopped_by.to_string().into()),
            ("reached", ctx.texts.percent(uneven.reached * 100.0, 0).into()),
            ("top", uneven.at_top.into()),
            ("zero", uneven.at_zero.into()),
            ("answered", uneven.answered.into()),
        ],
    )
}

fn item_lines(ctx: &Ctx, session: &Session, item: &Contribution, focused: bool, width: u16, body: &mut Body) {
    let question = &session.interview.questionnaire().questions[item.question];
    let cursor = if focused { ctx.glyph(Glyph::Cursor) } else { " " };
    let look = ctx.theme.style(if focused { Role::Selected } else { Role::Text });
    body.text(&format!(" {cursor} "), question.label.get(ctx.lang()), look, width);
    let quiet = ctx.theme.style(Role::Quiet);
    match item.state {
        ItemState::Scored(score) => {
            body.text("     ", &standing::answered(ctx, session, item.question), quiet, width);
            body.text("     ", &points(ctx, item, score), ctx.theme.style(Role::Text), width);
        }
        ItemState::Missing | ItemState::Excluded => {
            body.text("     ", &no_answer(ctx, session, item), quiet, width);
        }
    }
}

/// `75 of 100, weight 2: 12.5 of 16.7 points`, and what one step more would add.
fn points(ctx: &Ctx, item: &Contribution, score: f64) -> String {
    let number = |value: Option<f64>| ctx.texts.number(value.unwrap_or_default(), 1);
    let points = ctx.texts.with(
        "profile-why-points",
        &[
            ("score", super::score(ctx, Some(score)).into()),
            ("weight", ctx.texts.number(item.weight, 2).into()),
            ("points", number(item.points).into()),
            ("possible", number(item.possible).into()),
        ],
    );
    match item.gain {
        Some(gain) if gain >= super::NOTABLE => {
            let step = ctx.texts.with("profile-step-gain", &[("gain", super::gain(ctx, Some(gain)).into())]);
            format!("{points} · {step}")
        }
        _ => points,
    }
}

/// Why an item has no score, and how much it weighs.
fn no_answer(ctx: &Ctx, session: &Session, item: &Contribution) -> String {
    let interview = &session.interview;
    let weight = ctx.texts.with("profile-why-weight", &[("weight", ctx.texts.number(item.weight, 2).into())]);
    let why = match (interview.status(item.question), interview.route(item.question)) {
        (Status::NotApplicable, _) => {
            let reason = match &interview.answer(item.question).response {
                Some(Response::NotApplicable { reason }) => reason.as_str(),
                _ => "",
            };
            ctx.texts.with("answer-not-applicable", &[("reason", reason.into())])
        }
        (Status::DontKnow, _) => ctx.texts.get("answer-dont-know"),
        (Status::Refused, _) => ctx.texts.get("answer-refused"),
        (Status::NotAsked, Route::OutsideForm) => ctx.texts.get("route-outside-form"),
        (Status::NotAsked, _) => ctx.texts.get("tui-not-asked"),
        (Status::Answered, _) => standing::answered(ctx, session, item.question),
        (Status::Open, _) => ctx.texts.get("profile-answer-open"),
    };
    format!("{why} · {weight}")
}

impl Screen for Why {
    fn scope(&self) -> Scope {
        Scope::Profile
    }

    fn act(&mut self, ctx: &mut Ctx, action: Action) -> Vec<Effect> {
        match action {
            Action::Arithmetic => self.arithmetic(ctx),
            Action::Table => vec![Effect::Pop, Effect::Act(Action::Table)],
            other => super::act(ctx, other),
        }
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        match key.code {
            KeyCode::Esc => return vec![Effect::Pop],
            KeyCode::Enter | KeyCode::Char(' ') => {
                return self.items.get(self.focus).map_or_else(Vec::new, |item| question::jump(ctx, item.question));
            }
            code => self.focus = super::moved(code, self.focus, self.items.len()),
        }
        Vec::new()
    }

    fn disabled(&self, ctx: &Ctx, action: Action) -> Option<Message> {
        review::disabled(ctx, action)
    }

    fn hints(&self, _: &Ctx) -> Vec<Hint> {
        vec![
            Hint { keys: "↑↓", label: "hint-move" },
            Hint { keys: "Enter", label: "hint-go" },
            Hint { keys: "Esc", label: "hint-back" },
        ]
    }

    fn resume(&mut self, ctx: &mut Ctx) {
        let (Some(session), Some(profile)) = (&ctx.session, ctx.profile()) else { return };
        self.items = ordered(explain(session.interview.questionnaire(), &profile, self.area));
        self.profile = profile;
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let Some(session) = &ctx.session else { return };
        let title = session.interview.questionnaire().areas[self.area].title.get(ctx.lang());
        let left = format!("{} › {title}", ctx.texts.get("profile-title"));
        let body = surround::draw(ctx, self, &left, &super::corner(ctx), frame, area);
        let header = self.header(ctx, session, body.width);
        let height = u16::try_from(header.height()).unwrap_or(body.height);
        let [top, _, rest] =
            body.layout(&Layout::vertical([Constraint::Length(height), Constraint::Length(1), Constraint::Fill(1)]));
        header.draw(ctx, 0, frame, top);
        self.body(ctx, session, rest.width).draw(ctx, 0, frame, rest);
    }
}
