//! The target: after which pattern, who set it, and the level aimed at in each area.
//!
//! Nothing is kept until it is told to be; then the profile shows how far each area still is.

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::trouble::{self, Retry};
use super::{Effect, Hint, Screen, profile};
use crate::engine::id::{AreaIx, ArenaIndex};
use crate::engine::questionnaire::Questionnaire;
use crate::engine::score::Scores;
use crate::engine::target::{ChosenTarget, Gap, Levels, Origin, Pattern, TOP, gaps, next_levels};
use crate::engine::text::Message;
use crate::tui::actions::{Action, Scope};
use crate::tui::context::{Ctx, Session};
use crate::tui::input::Key;
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;
use crate::tui::widgets::frame as surround;
use crate::tui::widgets::wrap::{fit, pad};

/// The rows above the areas.
const ABOVE: [Row; 2] = [Row::Pattern, Row::Origin];

/// The columns behind an area's title: the key of the heading and the width.
const COLUMNS: [(&str, usize); 3] =
    [("target-column-now", 9), ("target-column-level", 10), ("target-column-points", 14)];

/// The width of all columns.
const NUMBERS: usize = 33;

/// The choice of a target.
#[derive(Debug)]
pub struct TargetScreen {
    scores: Scores,
    pattern: Pattern,
    origin: Origin,
    levels: Levels,
    row: Row,
    /// Whether it was said that Esc loses what was changed.
    warned: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    Pattern,
    Origin,
    Area(AreaIx),
}

/// The effects that show the target of the open assessment, or the first choice of one.
pub fn open(ctx: &mut Ctx) -> Vec<Effect> {
    let (Some(profile), Some(session)) = (ctx.profile(), &ctx.session) else { return Vec::new() };
    let questionnaire = session.interview.questionnaire();
    let (pattern, origin, levels) = match &session.target {
        Some(target) => (target.pattern.clone(), target.origin, target.levels(questionnaire)),
        None => {
            let pattern = first_pattern(questionnaire, &profile.scores);
            let levels = levels_of(questionnaire, &profile.scores, &pattern);
            (pattern, Origin::default(), levels.unwrap_or_else(|| questionnaire.areas.map(|_| None)))
        }
    };
    let screen = TargetScreen { scores: profile.scores, pattern, origin, levels, row: Row::Pattern, warned: false };
    vec![Effect::Push(Box::new(screen))]
}

/// The next step, if there is a level to step from; else a target of the questionnaire.
fn first_pattern(questionnaire: &Questionnaire, scores: &Scores) -> Pattern {
    let listed = questionnaire.targets.first().map(|target| Pattern::Listed(target.id.clone()));
    let steps = next_levels(scores).iter().any(Option::is_some);
    if steps { Pattern::Next } else { listed.unwrap_or(Pattern::Own) }
}

/// What a target can be made after, in the order in which it is offered.
fn patterns(questionnaire: &Questionnaire) -> Vec<Pattern> {
    let listed = questionnaire.targets.iter().map(|target| Pattern::Listed(target.id.clone()));
    std::iter::once(Pattern::Next).chain(listed).chain([Pattern::Own]).collect()
}

/// The levels of a pattern; none where they are one's own. Level 0 is nothing to aim at.
fn levels_of(questionnaire: &Questionnaire, scores: &Scores, pattern: &Pattern) -> Option<Levels> {
    match pattern {
        Pattern::Next => Some(next_levels(scores)),
        Pattern::Own => None,
        Pattern::Listed(id) => {
            let listed = questionnaire.targets.iter().find(|target| target.id == *id)?;
            Some(listed.levels.map(|level| (*level > 0).then_some(*level)))
        }
    }
}

/// The pattern's name.
pub(super) fn pattern_name(ctx: &Ctx, questionnaire: &Questionnaire, pattern: &Pattern) -> String {
    match pattern {
        Pattern::Next => ctx.texts.get("target-next"),
        Pattern::Own => ctx.texts.get("target-own"),
        Pattern::Listed(id) => {
            let listed = questionnaire.targets.iter().find(|target| target.id == *id);
            listed.map_or_else(|| id.clone(), |target| target.title.get(ctx.lang()).to_owned())
        }
    }
}

/// How far an area is from its level.
pub(super) fn gap_text(ctx: &Ctx, gap: &Gap) -> String {
    let dash = || ctx.glyph(Glyph::NotAsked).to_owned();
    let args = [
        ("now", gap.staged.map_or_else(dash, |level| level.to_string()).into()),
        ("level", gap.level.to_string().into()),
        ("score", profile::score(ctx, gap.score).into()),
        ("goal", ctx.texts.number(gap.goal, 0).into()),
        ("points", gap.points.map_or_else(dash, |points| short_of(ctx, points)).into()),
    ];
    ctx.texts.with(gap.key(), &args)
}

/// The part of the way that has been gone since the choice, if there is still some to go.
pub(super) fn way_text(ctx: &Ctx, gap: &Gap, target: &ChosenTarget) -> Option<String> {
    let share = ctx.texts.percent(gap.under_way()? * 100.0, 0);
    Some(ctx.texts.with("target-progress", &[("share", share.into()), ("date", ctx.texts.day(target.chosen).into())]))
}

/// Missing points without decimals, but never 0: less than one is told to a tenth.
fn short_of(ctx: &Ctx, points: f64) -> String {
    ctx.texts.number(points, usize::from(points > 0.0 && points < 1.0))
}

impl TargetScreen {
    fn rows(&self) -> Vec<Row> {
        ABOVE.into_iter().chain(self.levels.indices().map(Row::Area)).collect()
    }

    fn step(&mut self, code: KeyCode) {
        let rows = self.rows();
        let here = rows.iter().position(|row| *row == self.row).unwrap_or(0);
        if let Some(row) = rows.get(profile::moved(code, here, rows.len())) {
            self.row = *row;
        }
    }

    /// Turns the value of the row in focus.
    fn turn(&mut self, questionnaire: &Questionnaire, forward: bool) {
        match self.row {
            Row::Pattern => {
                let patterns = patterns(questionnaire);
                if let Some(pattern) = turned(&patterns, &self.pattern, forward) {
                    self.follow(questionnaire, pattern);
                }
            }
            Row::Origin => self.origin = turned(&Origin::ALL, &self.origin, forward).unwrap_or_default(),
            Row::Area(area) => {
                let level = match (self.levels[area], forward) {
                    (None, true) => Some(1),
                    (None, false) => None,
                    (Some(level), true) => Some((level + 1).min(TOP)),
                    (Some(level), false) => level.checked_sub(1).filter(|level| *level > 0),
                };
                self.set(area, level);
            }
        }
    }

    /// Takes the levels of a pattern.
    fn follow(&mut self, questionnaire: &Questionnaire, pattern: Pattern) {
        if let Some(levels) = levels_of(questionnaire, &self.scores, &pattern) {
            self.levels = levels;
        }
        self.pattern = pattern;
    }

    /// Sets one level; the target is one's own from then on.
    fn set(&mut self, area: AreaIx, level: Option<u8>) {
        if self.levels[area] != level {
            self.levels[area] = level;
            self.pattern = Pattern::Own;
        }
    }

    fn typed(&mut self, questionnaire: &Questionnaire, c: char) {
        match (self.row, c.to_digit(10)) {
            (Row::Area(area), None) if c == '-' => self.set(area, None),
            (Row::Area(area), Some(0)) => self.set(area, None),
            (Row::Area(area), Some(level)) if level <= u32::from(TOP) => {
                self.set(area, u8::try_from(level).ok());
            }
            (Row::Pattern, Some(number)) => {
                let at = (number as usize).checked_sub(1);
                if let Some(pattern) = at.and_then(|at| patterns(questionnaire).get(at).cloned()) {
                    self.follow(questionnaire, pattern);
                }
            }
            _ => {}
        }
    }

    /// The target as it stands on the screen. Where the levels are the stored ones, the way is still
    /// measured from where it began.
    fn target(&self, ctx: &Ctx, session: &Session) -> ChosenTarget {
        let questionnaire = session.interview.questionnaire();
        let (pattern, levels) = (self.pattern.clone(), &self.levels);
        let fresh = ChosenTarget::new(questionnaire, &self.scores, pattern, self.origin, levels, ctx.time());
        match &session.target {
            Some(old) if old.levels == fresh.levels => {
                ChosenTarget { base: old.base.clone(), chosen: old.chosen, ..fresh }
            }
            _ => fresh,
        }
    }

    fn is_changed(&self, ctx: &Ctx, session: &Session) -> bool {
        session.target.as_ref().is_some_and(|old| *old != self.target(ctx, session))
    }

    fn keep(&self, ctx: &mut Ctx) -> Vec<Effect> {
        let Some(session) = &ctx.session else { return vec![Effect::Home] };
        if self.levels.iter().all(Option::is_none) {
            ctx.warn(Message::new("target-empty"));
            return Vec::new();
        }
        let target = self.target(ctx, session);
        store(ctx, Some(target), "target-kept")
    }
}

/// Keeps a target or forgets it, and goes back to the profile.
fn store(ctx: &mut Ctx, target: Option<ChosenTarget>, said: &'static str) -> Vec<Effect> {
    match ctx.set_target(target) {
        Ok(()) => {
            ctx.say(Message::new(said));
            vec![Effect::Pop]
        }
        Err(error) => trouble::open(ctx, error, Retry::No),
    }
}

/// The neighbour of a value, round in a ring.
fn turned<T: Clone + PartialEq>(all: &[T], here: &T, forward: bool) -> Option<T> {
    let at = all.iter().position(|one| one == here).unwrap_or(0);
    let step = if forward { 1 } else { all.len().checked_sub(1)? };
    all.get((at + step) % all.len()).cloned()
}

impl Screen for TargetScreen {
    fn scope(&self) -> Scope {
        Scope::Target
    }

    fn act(&mut self, ctx: &mut Ctx, action: Action) -> Vec<Effect> {
        match action {
            Action::KeepTarget => self.keep(ctx),
            Action::ClearTarget => store(ctx, None, "target-cleared"),
            _ => Vec::new(),
        }
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        let Some(session) = &ctx.session else { return vec![Effect::Home] };
        if key.code == KeyCode::Esc {
            if self.is_changed(ctx, session) && !self.warned {
                self.warned = true;
                ctx.warn(Message::new("target-not-kept"));
                return Vec::new();
            }
            return vec![Effect::Pop];
        }
        self.warned = false;
        let questionnaire = session.interview.questionnaire();
        match key.code {
            KeyCode::Left | KeyCode::Char('h') => self.turn(questionnaire, false),
            KeyCode::Right | KeyCode::Char('l' | ' ') => self.turn(questionnaire, true),
            KeyCode::Char(c) if c.is_ascii_digit() || c == '-' => self.typed(questionnaire, c),
            KeyCode::Backspace => self.typed(questionnaire, '-'),
            KeyCode::Tab => self.step(KeyCode::Down),
            KeyCode::BackTab => self.step(KeyCode::Up),
            code => self.step(code),
        }
        Vec::new()
    }

    fn disabled(&self, ctx: &Ctx, action: Action) -> Option<Message> {
        let none = ctx.session.as_ref().is_none_or(|session| session.target.is_none());
        (action == Action::ClearTarget && none).then(|| Message::new("target-none"))
    }

    fn hints(&self, _: &Ctx) -> Vec<Hint> {
        let turn = match self.row {
            Row::Pattern => Hint { keys: "← → 1-9", label: "hint-change" },
            Row::Origin => Hint { keys: "← →", label: "hint-change" },
            Row::Area(_) => Hint { keys: "← → 0-4", label: "hint-change" },
        };
        vec![Hint { keys: "↑↓", label: "hint-move" }, turn, Hint { keys: "Esc", label: "hint-back" }]
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let Some(session) = &ctx.session else { return };
        let left = format!("{} › {}", session.summary.enterprise, ctx.texts.get("target-title"));
        let space = surround::draw(ctx, self, &left, &profile::corner(ctx), frame, area);
        self.body(ctx, session, space.width).draw(ctx, 0, frame, space);
    }
}

impl TargetScreen {
    fn body(&self, ctx: &Ctx, session: &Session, width: u16) -> Body {
        let questionnaire = session.interview.questionnaire();
        let mut body = Body::new();
        body.text(" ", &ctx.texts.get("target-intro"), ctx.theme.style(Role::Quiet), width);
        body.blank();
        let pattern = pattern_name(ctx, questionnaire, &self.pattern);
        self.choice(ctx, Row::Pattern, "target-pattern", &pattern, width, &mut body);
        self.choice(ctx, Row::Origin, "target-origin", &ctx.texts.get(self.origin.key()), width, &mut body);
        body.blank();
        body.line(cells(ctx, "", &COLUMNS.map(|(key, _)| ctx.texts.get(key)), width, Role::Quiet));
        let target = self.target(ctx, session);
        let gaps = gaps(questionnaire, &self.scores, &target);
        for area in questionnaire.areas.indices() {
            let gap = gaps.iter().find(|gap| gap.area == area);
            let add = |body: &mut Body| self.area(ctx, session, area, gap, width, body);
            if self.row == Row::Area(area) { body.focused(add) } else { add(&mut body) }
        }
        body.blank();
        let told = match self.row {
            Row::Area(area) => gaps.iter().find(|gap| gap.area == area).map(|gap| gap_text(ctx, gap)),
            Row::Pattern | Row::Origin => None,
        };
        let told = told.unwrap_or_else(|| ctx.texts.get("target-note"));
        body.text(" ", &told, ctx.theme.style(Role::Quiet), width);
        body
    }

    /// `▸ After    ‹ the next step ›`
    fn choice(&self, ctx: &Ctx, row: Row, label: &str, value: &str, width: u16, body: &mut Body) {
        let here = row == self.row;
        let cursor = if here { ctx.glyph(Glyph::Cursor) } else { " " };
        let labels = ["target-pattern", "target-origin"].map(|key| ctx.texts.get(key).width());
        let widest = labels.into_iter().max().unwrap_or_default();
        let prefix = format!(" {cursor} {}  ", pad(&ctx.texts.get(label), widest));
        let look = ctx.theme.style(if here { Role::Selected } else { Role::Text });
        let add = |body: &mut Body| body.text(&prefix, &format!("‹ {value} ›"), look, width);
        if here { body.focused(add) } else { add(body) }
    }

    fn area(&self, ctx: &Ctx, session: &Session, area: AreaIx, gap: Option<&Gap>, width: u16, body: &mut Body) {
        let here = self.row == Row::Area(area);
        let cursor = if here { ctx.glyph(Glyph::Cursor) } else { " " };
        let title = session.interview.questionnaire().areas[area].title.get(ctx.lang());
        let title = format!(" {cursor} {} {title}", area.to_usize() + 1);
        let dash = || ctx.glyph(Glyph::NotAsked).to_owned();
        let level = |level: Option<u8>| level.map_or_else(dash, |level| level.to_string());
        let points = gap.and_then(|gap| gap.points).map_or_else(dash, |points| short_of(ctx, points));
        let values = [level(self.scores.areas[area].staged), format!("‹ {} ›", level(self.levels[area])), points];
        let look = if here { Role::Selected } else { Role::Text };
        if title.width() <= titles(width) {
            body.line(cells(ctx, &title, &values, width, look));
        } else {
            body.line(Line::styled(title, ctx.theme.style(look)));
            body.line(cells(ctx, "", &values, width, look));
        }
    }
}

/// The space for titles on the line of their numbers.
fn titles(width: u16) -> usize {
    usize::from(width).saturating_sub(NUMBERS + 1).min(48)
}

fn cells(ctx: &Ctx, title: &str, values: &[String; 3], width: u16, look: Role) -> Line<'static> {
    let cell = |(value, (_, width)): (&String, (&str, usize))| {
        let value = fit(value, width - 1);
        " ".repeat(width.saturating_sub(value.width())) + &value
    };
    let values: String = values.iter().zip(COLUMNS).map(cell).collect();
    let quiet = if look == Role::Quiet { Role::Quiet } else { Role::Text };
    Line::from(vec![
        Span::styled(pad(title, titles(width)), ctx.theme.style(look)),
        Span::styled(values, ctx.theme.style(quiet)),
    ])
}

#[cfg(test)]
mod tests;
