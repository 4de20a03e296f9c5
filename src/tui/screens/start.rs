//! The list of assessments on this machine, narrowed and searched as one types.

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

mod inside;
#[cfg(test)]
mod tests;

use inside::Inside;

use super::trouble::{self, Retry};
use super::{Effect, Hint, Screen, compare, first, history, new, portfolio, profile, question};
use crate::engine::interview::Form;
use crate::engine::library::{Access, Summary};
use crate::engine::questionnaire::Lines;
use crate::engine::text::{Message, Needle};
use crate::session::everything::Hit;
use crate::session::fieldwork::{due_first, ended, is_due, state};
use crate::tui::actions::{Action, Scope, Typing};
use crate::tui::context::Ctx;
use crate::tui::input::Key;
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;
use crate::tui::widgets::field::cleaned;
use crate::tui::widgets::frame as surround;
use crate::tui::widgets::wrap::{fit, pad};

/// The list of assessments.
#[derive(Debug, Default)]
pub struct Start {
    summaries: Vec<Summary>,
    /// Those that fit what is typed, by their places, in the order of the rows.
    listed: Vec<usize>,
    cursor: usize,
    /// What is searched for; `None` while nothing is typed.
    filter: Option<String>,
    /// What was found inside the assessments.
    inside: Inside,
    /// Whether what was taken out of the list is shown in its place.
    archive: bool,
}

impl Start {
    /// Reads the list.
    pub fn new(ctx: &mut Ctx) -> Self {
        let mut start = Self::default();
        start.read(ctx);
        match ctx.library.access() {
            Access::Write => {}
            Access::ReadOnlyInUse => ctx.warn(Message::new("tui-in-use")),
            Access::ReadOnlyFile => ctx.warn(Message::new("tui-read-only")),
        }
        start
    }

    fn read(&mut self, ctx: &mut Ctx) {
        let found = if self.archive { ctx.library.archived() } else { ctx.library.summaries() };
        match found {
            Ok(mut summaries) => {
                due_first(&mut summaries, ctx.today());
                self.summaries = summaries;
            }
            Err(error) => ctx.warn(error.message),
        }
        self.narrow();
        self.cursor = self.cursor.min(self.rows().saturating_sub(1));
    }

    /// The number of rows: the firms that are listed, then what was found inside.
    fn rows(&self) -> usize {
        self.listed.len() + self.inside.hits().len()
    }

    /// What was found inside, if the cursor stands there.
    fn hit(&self) -> Option<&Hit> {
        self.inside.hits().get(self.cursor.checked_sub(self.listed.len())?)
    }

    /// Searches for what is typed now; the cursor goes to the best hit.
    fn search(&mut self) {
        self.cursor = 0;
        self.narrow();
        self.inside.search(self.filter.as_deref().unwrap_or_default());
    }

    /// Lists the firms that fit what is typed.
    fn narrow(&mut self) {
        let needle = Needle::new(self.filter.as_deref().unwrap_or_default());
        let firms = self.summaries.iter().enumerate();
        self.listed = needle.choose(firms, |(_, summary)| &summary.enterprise).into_iter().map(|(at, _)| at).collect();
    }

    /// The firms that are listed.
    fn visible(&self) -> impl Iterator<Item = &Summary> {
        self.listed.iter().filter_map(|at| self.summaries.get(*at))
    }

    fn selected(&self) -> Option<Summary> {
        let firm = self.visible().nth(self.cursor).cloned();
        firm.or_else(|| self.hit().map(|hit| hit.summary.clone()))
    }

    fn open(&mut self, ctx: &mut Ctx, then: impl FnOnce(&mut Ctx) -> Vec<Effect>) -> Vec<Effect> {
        let Some(summary) = self.selected() else { return new::open(ctx, 0, Form::Full) };
        match ctx.open(summary.id) {
            Ok(()) => then(ctx),
            Err(error) => trouble::open(ctx, error, Retry::No),
        }
    }

    /// Opens the assessment in hand, at the question where something was found in it.
    fn enter(&mut self, ctx: &mut Ctx) -> Vec<Effect> {
        match self.hit().map(|hit| hit.question) {
            Some(question) => self.open(ctx, |ctx| question::jump(ctx, question)),
            None => self.open(ctx, show),
        }
    }

    /// Takes an assessment out of the list, or puts it back.
    fn archive(&mut self, ctx: &mut Ctx, archived: bool) -> Vec<Effect> {
        let Some(summary) = self.selected() else { return Vec::new() };
        if let Err(error) = ctx.library.archive(summary.id, archived) {
            return trouble::open(ctx, error, Retry::No);
        }
        let said = if archived { "tui-archived" } else { "tui-restored" };
        ctx.say(Message::new(said).with("firm", summary.enterprise));
        self.read(ctx);
        if self.archive && self.summaries.is_empty() {
            self.turn(ctx, false);
        }
        Vec::new()
    }

    /// Shows the archive, or the list.
    fn turn(&mut self, ctx: &mut Ctx, archive: bool) {
        *self = Self { archive, ..Self::default() };
        self.read(ctx);
    }
}

impl Screen for Start {
    fn scope(&self) -> Scope {
        Scope::Start
    }

    fn typing(&self, _: &Ctx) -> Typing {
        if self.filter.is_some() { Typing::Text } else { Typing::Commands }
    }

    fn act(&mut self, ctx: &mut Ctx, action: Action) -> Vec<Effect> {
        match action {
            Action::Open => self.enter(ctx),
            Action::New => new::open(ctx, 0, Form::Full),
            Action::Again => self.selected().map(|of| new::again(ctx, &of)).unwrap_or_default(),
            Action::Archive => self.archive(ctx, true),
            Action::Restore => self.archive(ctx, false),
            Action::ShowArchive => {
                self.turn(ctx, !self.archive);
                Vec::new()
            }
            Action::Practise => first::practise(ctx),
            Action::Profile => self.open(ctx, profile::open),
            Action::Compare => self.selected().map(|of| compare::pick(ctx, &of)).unwrap_or_default(),
            Action::Portfolio => portfolio::open(ctx, self.selected().as_ref()),
            Action::History => self.selected().map(|of| history::open(ctx, of.id)).unwrap_or_default(),
            Action::Find => {
                self.filter.get_or_insert_default();
                self.inside = Inside::begin(ctx);
                self.search();
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        let last = self.rows().saturating_sub(1);
        match (key.code, &mut self.filter) {
            (KeyCode::Enter, _) => return self.enter(ctx),
            (KeyCode::Up, _) => self.cursor = self.cursor.saturating_sub(1),
            (KeyCode::Down, _) => self.cursor = (self.cursor + 1).min(last),
            (KeyCode::PageUp | KeyCode::Home, _) => self.cursor = 0,
            (KeyCode::PageDown | KeyCode::End, _) => self.cursor = last,
            (KeyCode::Backspace, Some(filter)) if filter.is_empty() => drop(self.closes(ctx)),
            (KeyCode::Backspace, Some(filter)) => {
                filter.pop();
                self.search();
            }
            (KeyCode::Char(c), Some(filter)) if !key.ctrl && !key.alt => {
                filter.push(c);
                self.search();
            }
            (KeyCode::Char('k'), None) => self.cursor = self.cursor.saturating_sub(1),
            (KeyCode::Char('j'), None) => self.cursor = (self.cursor + 1).min(last),
            _ => {}
        }
        Vec::new()
    }

    fn paste(&mut self, _: &mut Ctx, text: &str) -> Vec<Effect> {
        if let Some(filter) = &mut self.filter {
            filter.push_str(&cleaned(text, Lines::One).0);
            self.search();
        }
        Vec::new()
    }

    fn closes(&mut self, _: &mut Ctx) -> bool {
        let open = self.filter.take().is_some();
        if open {
            (self.inside, self.cursor) = (Inside::default(), 0);
            self.narrow();
        }
        open
    }

    fn idle(&mut self, ctx: &mut Ctx) -> Vec<Effect> {
        if self.inside.arrived(ctx) {
            self.inside.search(self.filter.as_deref().unwrap_or_default());
        }
        Vec::new()
    }

    fn awaits(&self) -> bool {
        self.inside.is_reading()
    }

    fn retell(&mut self, ctx: &mut Ctx) {
        if self.filter.is_some() {
            // Labels of choices are searched in the language on the screen.
            self.inside = Inside::begin(ctx);
            self.search();
        }
    }

    fn disabled(&self, ctx: &Ctx, action: Action) -> Option<Message> {
        let writes = matches!(action, Action::New | Action::Again | Action::Archive | Action::Restore);
        let needs_one = matches!(
            action,
            Action::Archive
                | Action::Restore
                | Action::Again
                | Action::Profile
                | Action::Open
                | Action::Find
                | Action::Compare
                | Action::History
        );
        if writes && ctx.library.access() != Access::Write {
            return Some(Message::new("tui-read-only"));
        }
        match action {
            Action::Archive if self.archive => return Some(Message::new("tui-is-archived")),
            // Esc ends the search.
            Action::Menu if self.filter.is_some() => return Some(Message::new("find-help")),
            Action::Restore if !self.archive => return Some(Message::new("tui-not-archived")),
            _ => {}
        }
        (needs_one && self.summaries.is_empty()).then(|| Message::new("tui-no-assessment"))
    }

    fn hints(&self, _: &Ctx) -> Vec<Hint> {
        let enter = if self.summaries.is_empty() { "hint-begin" } else { "hint-open" };
        let back = self.filter.is_some().then_some(Hint { keys: "Esc", label: "hint-back" });
        let first = [Hint { keys: "↑↓", label: "hint-move" }, Hint { keys: "Enter", label: enter }];
        first.into_iter().chain(back).collect()
    }

    fn resume(&mut self, ctx: &mut Ctx) {
        if ctx.close_session() {
            ctx.say(Message::new("practice-over"));
        }
        self.read(ctx);
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let left = ctx.texts.get(if self.archive { "tui-archive-title" } else { "tui-start-title" });
        let saved = if ctx.library.access() == Access::Write { "tui-all-saved" } else { "tui-read-only-short" };
        let right = format!("{} · {} ", ctx.texts.get(saved), ctx.lang().short());
        let space = surround::draw(ctx, self, &left, &right, frame, area);
        if self.summaries.is_empty() && !self.archive {
            welcome(ctx, area.width).draw(ctx, 0, frame, space);
            return;
        }
        let detail = if area.height >= 22 { 7 } else { 0 };
        let [list, below] = space.layout(&Layout::vertical([Constraint::Fill(1), Constraint::Length(detail)]));
        self.list(ctx, area.width).draw(ctx, 0, frame, list);
        if let Some(summary) = self.selected() {
            detail_of(ctx, &summary, area.width).draw(ctx, 0, frame, below);
        }
    }
}

/// Shows an opened assessment: where it was left, or its profile if it is closed.
pub fn show(ctx: &mut Ctx) -> Vec<Effect> {
    let closed = ctx.session.as_ref().is_some_and(|session| session.interview.is_closed());
    if closed { profile::open(ctx) } else { question::open(ctx) }
}

fn welcome(ctx: &Ctx, width: u16) -> Body {
    let mut body = Body::new();
    body.blank();
    body.text("  ", &ctx.texts.get("start-welcome"), ctx.theme.style(Role::Title), width);
    body.blank();
    for key in ["start-what", "start-kept", "start-how"] {
        body.text("  ", &ctx.texts.get(key), ctx.theme.style(Role::Text), width);
        body.blank();
    }
    body
}

impl Start {
    fn list(&self, ctx: &Ctx, width: u16) -> Body {
        let mut body = Body::new();
        if let Some(filter) = &self.filter {
            let text = ctx.texts.with("find-everywhere", &[("text", filter.clone().into())]);
            body.text("   ", &text, ctx.theme.style(Role::Attention), width);
        }
        let columns = Columns::of(width);
        let titles = [
            pad(&ctx.texts.get("column-firm"), columns.firm),
            pad(&ctx.texts.get("column-questionnaire"), columns.questionnaire),
            pad(&ctx.texts.get("column-progress"), 16),
            ctx.texts.get("column-changed"),
        ];
        let titles = titles.into_iter().filter(|title| !title.is_empty()).collect::<Vec<_>>();
        body.line(Line::styled(format!("   {}", titles.join(" ")), ctx.theme.style(Role::Quiet)));
        for (at, summary) in self.visible().enumerate() {
            let here = at == self.cursor;
            let cursor = if here { ctx.glyph(Glyph::Cursor) } else { " " };
            let other = if is_due(summary, ctx.today()) { Role::Attention } else { Role::Text };
            let style = ctx.theme.style(if here { Role::Selected } else { other });
            let line =
                Line::from(vec![Span::raw(format!(" {cursor} ")), Span::styled(row(ctx, summary, &columns), style)]);
            if here {
                body.focused(|body| body.line(line));
            } else {
                body.line(line);
            }
        }
        if self.filter.as_ref().is_some_and(|filter| !filter.is_empty()) {
            let cursor = self.cursor.checked_sub(self.listed.len());
            self.inside.list(&mut body, ctx, cursor, width);
        } else if self.listed.is_empty() {
            let key = if self.summaries.is_empty() { "tui-archive-empty" } else { "tui-nothing-found" };
            body.text("   ", &ctx.texts.get(key), ctx.theme.style(Role::Quiet), width);
        }
        body
    }
}

/// Below this width the state stands in place of the day.
const NARROW: u16 = 72;
/// The cells of a day.
const DAY: usize = 10;
/// The cells of the longest state.
const STATE: usize = 14;

/// The widths of the list's columns.
struct Columns {
    firm: usize,
    questionnaire: usize,
    /// Whether both day and state have room.
    wide: bool,
}

impl Columns {
    fn of(width: u16) -> Self {
        let rest = usize::from(width).saturating_sub(3 + 17 + if width < NARROW { DAY + 4 } else { DAY + 1 + STATE });
        let questionnaire = if width >= 100 { 28 } else { 0 };
        Self { firm: rest.saturating_sub(questionnaire + 1), questionnaire, wide: width >= NARROW }
    }
}

fn row(ctx: &Ctx, summary: &Summary, columns: &Columns) -> String {
    let percent = summary.progress.percent();
    let gauge = surround::gauge(ctx, percent as f64, 10);
    let questionnaire = format!("{} {}", summary.questionnaire, summary.version);
    let done = summary.closed.is_some().then(|| ctx.texts.get("column-done"));
    let state = done.unwrap_or_else(|| state(&ctx.texts, summary, ctx.today()));
    let shows_day = columns.wide || state.is_empty();
    let cells = [
        pad(&summary.enterprise, columns.firm),
        pad(&questionnaire, columns.questionnaire),
        format!("{gauge} {percent:>3}% "),
        if shows_day { ctx.texts.short_day(summary.changed) } else { String::new() },
        state,
    ];
    cells.into_iter().filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" ")
}

fn detail_of(ctx: &Ctx, summary: &Summary, width: u16) -> Body {
    let mut body = Body::new();
    let rule = ctx.glyph(Glyph::Rule).repeat(usize::from(width));
    body.line(Line::styled(rule, ctx.theme.style(Role::Grid)));
    let form = ctx.texts.get(if summary.form == Form::Full { "form-full" } else { "form-quick" });
    let about = format!("{} {} · {form}", summary.questionnaire, summary.version);
    body.text("   ", &fit(&summary.enterprise, 74), ctx.theme.style(Role::Title), width);
    body.text("   ", &fit(&about, 74), ctx.theme.style(Role::Quiet), width);
    let progress = summary.progress;
    let begun = ctx.texts.with(
        "start-begun",
        &[
            ("date", ctx.texts.day(summary.created).into()),
            ("done", progress.done.into()),
            ("asked", progress.asked.into()),
        ],
    );
    body.text("   ", &begun, ctx.theme.style(Role::Text), width);
    let marks = ctx.texts.with(
        "start-marks",
        &[
            ("flagged", progress.flagged.into()),
            ("comments", progress.comments.into()),
            ("no-answer", progress.no_answer.into()),
        ],
    );
    body.text("   ", &marks, ctx.theme.style(Role::Quiet), width);
    if let Some(visit) = summary.visit.as_ref().filter(|_| summary.closed.is_none()) {
        let last =
            [("date", ctx.texts.short_day(visit.ended).into()), ("result", ended(&ctx.texts, &visit.ending).into())];
        let role = if is_due(summary, ctx.today()) { Role::Attention } else { Role::Quiet };
        body.text("   ", &ctx.texts.with("visit-last", &last), ctx.theme.style(role), width);
    }
    body
}
