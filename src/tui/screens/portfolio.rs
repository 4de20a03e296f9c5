//! All enterprises at one glance: a heat map of their scores, sorted and narrowed, from which each can be opened.
//!
//! An enterprise stands here once, with its latest finished assessment. Places are told with their intervals, which
//! are computed beside the interface.

use std::rc::Rc;
use std::sync::Arc;

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::{Constraint, Layout, Rect};

use super::trouble::{self, Retry};
use super::working::{self, Awaited};
use super::{Effect, Hint, Screen, pages, profile};
use crate::engine::id::{AreaIx, QuestionnaireId};
use crate::engine::interview::journal::JournalError;
use crate::engine::library::{Depth, Library, Summary};
use crate::engine::pool::{Member, Pool};
use crate::engine::portfolio::{Placed, placed};
use crate::engine::questionnaire::Questionnaire;
use crate::engine::steps::Steps;
use crate::engine::text::{Message, Needle, sort_key};
use crate::engine::uncertainty::{DRAWS, MANY_DRAWS, Options};
use crate::i18n::Texts;
use crate::report::stats;
use crate::session::work::{Stand, Task};
use crate::tui::actions::{Action, Scope, Typing};
use crate::tui::context::Ctx;
use crate::tui::input::Key;
use crate::tui::theme::Role;
use crate::tui::widgets::body::Body;
use crate::tui::widgets::frame as surround;

mod aside;
mod narrow;
mod table;
#[cfg(test)]
mod tests;

use narrow::Groups;

/// From this width on what is told of an enterprise stands beside the map instead of below it.
const BESIDE: u16 = 110;

/// The width of what stands beside the map.
const ASIDE: u16 = 44;

/// From this height on the map has a legend.
const ROOMY: u16 = 22;

/// From this height on it may have space around it.
const TALL: u16 = 30;

/// What a column of the map shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Firm,
    Index,
    Area(AreaIx),
}

impl Column {
    /// The score of an enterprise in this column, if it has one that may be shown. Names have the index for it.
    fn score(self, member: &Member) -> Option<f64> {
        let scores = &member.assessed.scores;
        match self {
            Self::Firm | Self::Index => scores.index.as_ref().map(|index| index.headline),
            Self::Area(area) => scores.areas[area].shown(),
        }
    }
}

/// The enterprises and their scores.
#[derive(Debug)]
pub struct Portfolio {
    /// Nothing, if no assessment is finished.
    pool: Option<Arc<Pool>>,
    /// Who stands where, by the overall score, and from how many draws; `None` until it is computed.
    places: Option<(Vec<Placed>, usize)>,
    /// The same while it is computed, from that many draws.
    drawing: Option<(Task<Option<Vec<Placed>>>, usize)>,
    columns: Vec<Column>,
    /// The place of the column that is sorted by.
    column: usize,
    /// Whether the order is turned round: names start at their end, scores at the lowest.
    turned: bool,
    /// The enterprise under the cursor, by its place in the pool.
    firm: Option<usize>,
    /// What enterprises are searched for; `None` while nothing is typed.
    typed: Option<String>,
    /// Which of them are listed.
    groups: Rc<Groups>,
}

/// The effects that show all enterprises by the questionnaire of an assessment, or by the one that was used last.
pub fn open(ctx: &mut Ctx, beside: Option<&Summary>) -> Vec<Effect> {
    let found = ctx.library.summaries().map(|all| {
        let closed = |id: &QuestionnaireId| all.iter().any(|it| it.closed.is_some() && it.questionnaire == *id);
        let own = beside.map(|it| it.questionnaire.clone()).filter(closed);
        let latest = || all.iter().max_by_key(|it| it.closed).filter(|it| it.closed.is_some());
        own.or_else(|| latest().map(|it| it.questionnaire.clone()))
    });
    let found = found.and_then(|of| of.map_or(Ok(Found::None), |questionnaire| read(ctx, &questionnaire)));
    match found {
        Ok(Found::None) => vec![Effect::Push(Box::new(Portfolio::of(ctx, None)))],
        Ok(Found::Some(pool)) => vec![Effect::Push(Box::new(Portfolio::of(ctx, Some(pool))))],
        Ok(Found::Reading(questionnaire)) => {
            working::open(ctx, "work-reading-title", Box::new(Arriving(questionnaire)))
        }
        Err(error) => trouble::open(ctx, error, Retry::No),
    }
}

/// The finished assessments of a questionnaire, which may have to be read first.
enum Found {
    None,
    Reading(Arc<Questionnaire>),
    Some(Arc<Pool>),
}

/// The finished assessments by the newest text of a questionnaire.
fn read(ctx: &mut Ctx, questionnaire: &QuestionnaireId) -> Result<Found, JournalError> {
    let all = ctx.library.summaries()?;
    let of_it = all.iter().filter(|it| it.questionnaire == *questionnaire && it.closed.is_some());
    let Some(newest) = of_it.max_by_key(|it| it.closed) else { return Ok(Found::None) };
    let questionnaire = Arc::clone(ctx.read(newest.id)?.interview.questionnaire());
    Ok(ctx.pool_soon(&questionnaire)?.map_or(Found::Reading(questionnaire), Found::Some))
}

/// Waits for the finished assessments, and shows them.
struct Arriving(Arc<Questionnaire>);

impl Awaited for Arriving {
    fn percent(&self, ctx: &Ctx) -> usize {
        ctx.pool_percent().unwrap_or(0)
    }

    fn take(&mut self, ctx: &mut Ctx) -> Stand<Vec<Effect>> {
        if ctx.pool_percent().is_some() {
            return Stand::Going;
        }
        match ctx.pool_soon(&self.0) {
            Ok(Some(pool)) => Stand::Done(vec![Effect::Push(Box::new(Portfolio::of(ctx, Some(pool))))]),
            _ => Stand::Ended,
        }
    }

    fn stop(&mut self, ctx: &mut Ctx) {
        ctx.stop_reading();
    }
}

impl Portfolio {
    fn of(ctx: &Ctx, pool: Option<Arc<Pool>>) -> Self {
        let areas = pool.iter().flat_map(|pool| pool.questionnaire.areas.indices()).map(Column::Area);
        let columns = [Column::Firm, Column::Index].into_iter().chain(areas).collect();
        let groups = Rc::new(Groups::of(pool.as_deref()));
        let mut new = Self {
            pool,
            places: None,
            drawing: None,
            columns,
            column: 1,
            turned: false,
            firm: None,
            typed: None,
            groups,
        };
        new.draw_places(ctx, DRAWS);
        new
    }

    fn members(&self) -> &[Member] {
        self.pool.as_ref().map_or(&[], |pool| pool.members.as_slice())
    }

    fn sorted_by(&self) -> Column {
        self.columns.get(self.column).copied().unwrap_or(Column::Index)
    }

    /// Begins to compute who stands where, with the intervals.
    fn draw_places(&mut self, ctx: &Ctx, draws: usize) {
        let Some(pool) = self.pool.clone() else { return };
        let options = Options::default().drawing(draws).on_every_core();
        let work = move |steps: &Steps| placed(&pool.questionnaire, &pool.contestants(), &options, steps).ok();
        self.drawing = Some((Task::begin(ctx.pools.labour, work), draws));
    }

    /// Takes the places that were computed, if they are there.
    fn take_places(&mut self, ctx: &mut Ctx) {
        let Some((task, draws)) = &self.drawing else { return };
        let (stand, draws) = (task.take(), *draws);
        if matches!(stand, Stand::Going) {
            return;
        }
        self.drawing = None;
        if let Stand::Done(places) = stand {
            self.places = places.map(|places| (places, draws));
            if draws > DRAWS {
                ctx.say(Message::new("portfolio-drawn").with("draws", draws));
            }
        }
    }

    /// Computes the places from ten times as many draws, or stops what is computed.
    fn turn_drawing(&mut self, ctx: &mut Ctx) {
        if self.drawing.take().is_some() {
            return ctx.say(Message::new("work-stopped"));
        }
        self.draw_places(ctx, MANY_DRAWS);
    }

    /// The enterprises that are listed, in their order; those without a score at the end whatever the direction.
    fn visible(&self, ctx: &Ctx) -> Vec<usize> {
        let needle = Needle::new(self.typed.as_deref().unwrap_or_default());
        let fits = |member: &Member| self.groups.holds(member) && needle.find_in(&member.enterprise).is_some();
        let listed = self.members().iter().enumerate().filter(|(_, member)| fits(member));
        let mut listed: Vec<(usize, &Member)> = listed.collect();
        listed.sort_by_cached_key(|(_, member)| sort_key(&member.enterprise, ctx.lang()));
        let column = self.sorted_by();
        if column == Column::Firm {
            if self.turned {
                listed.reverse();
            }
        } else {
            listed.sort_by(|(_, one), (_, other)| match (column.score(one), column.score(other)) {
                (Some(one), Some(other)) if self.turned => one.total_cmp(&other),
                (Some(one), Some(other)) => other.total_cmp(&one),
                (one, other) => other.is_some().cmp(&one.is_some()),
            });
        }
        listed.into_iter().map(|(firm, _)| firm).collect()
    }

    /// The place of the cursor in a list of enterprises.
    fn cursor(&self, listed: &[usize]) -> usize {
        listed.iter().position(|firm| Some(*firm) == self.firm).unwrap_or_default()
    }

    /// The enterprise under the cursor.
    fn selected(&self, ctx: &Ctx) -> Option<usize> {
        let listed = self.visible(ctx);
        listed.get(self.cursor(&listed)).copied()
    }

    /// Turns to the column beside the one that is sorted by. The cursor goes to the first row: a new order is read
    /// from its beginning.
    fn sort_by(&mut self, column: usize) {
        self.column = column.min(self.columns.len().saturating_sub(1));
        (self.turned, self.firm) = (false, None);
    }

    /// Types into the search. False if the key is none of it.
    fn type_name(&mut self, key: Key) -> bool {
        let Some(typed) = &mut self.typed else { return false };
        match key.code {
            KeyCode::Backspace if typed.is_empty() => self.typed = None,
            KeyCode::Backspace => drop(typed.pop()),
            KeyCode::Char(c) if !key.ctrl && !key.alt => typed.push(c),
            _ => return false,
        }
        self.firm = None;
        true
    }

    /// The statistics of all enterprises, as `tashxis stats` gives them.
    fn statistics(&self, ctx: &mut Ctx) -> Vec<Effect> {
        let Some(pool) = &self.pool else { return Vec::new() };
        let all = match ctx.library.summaries() {
            Ok(all) => all,
            Err(error) => return trouble::open(ctx, error, Retry::No),
        };
        let (of, now) = (Arc::clone(&pool.questionnaire), (ctx.clock)());
        let options = Options::default().on_every_core();
        let compute = move |library: &dyn Library, steps: &Steps| {
            let pool = Pool::read(library, &all, &of, Depth::Passages, &now, steps)?;
            let places = placed(&pool.questionnaire, &pool.contestants(), &options, steps)?;
            Ok((pool, places.unwrap_or_default()))
        };
        let page = move |(pool, places): (Pool, Vec<Placed>)| {
            let page = move |texts: &Texts| stats::pool(&pool, &places, &options, texts.lang());
            pages::open("portfolio-statistics", vec![Box::new(page)], 0)
        };
        let show = move |ctx: &mut Ctx, computed: Result<_, JournalError>| match computed {
            Ok(computed) => page(computed),
            Err(error) => trouble::open(ctx, error, Retry::No),
        };
        let task = ctx.over_all(compute);
        working::open(ctx, "portfolio-statistics", Box::new(working::Shown { task, then: Some(show) }))
    }

    /// Opens the profile of the enterprise under the cursor.
    fn open_profile(&self, ctx: &mut Ctx) -> Vec<Effect> {
        let Some(id) = self.selected(ctx).and_then(|firm| Some(self.members().get(firm)?.id)) else {
            return Vec::new();
        };
        match ctx.open(id) {
            Ok(()) => profile::open(ctx),
            Err(error) => trouble::open(ctx, error, Retry::No),
        }
    }

    /// Shows other finished assessments, if they are others.
    fn renew(&mut self, ctx: &Ctx, pool: Option<Arc<Pool>>) {
        if !same(self.pool.as_ref(), pool.as_ref()) {
            let (column, turned) = (self.column, self.turned);
            *self = Self { column, turned, ..Self::of(ctx, pool) };
        }
    }

    /// What is left to say where no row is.
    fn nothing(&self, ctx: &Ctx, width: u16) -> Body {
        let mut body = Body::new();
        let keys: &[&str] =
            if self.pool.is_none() { &["portfolio-none", "portfolio-none-how"] } else { &["tui-nothing-found"] };
        for key in keys {
            body.text("   ", &ctx.texts.get(key), ctx.theme.style(Role::Text), width);
            body.blank();
        }
        body
    }
}

impl Screen for Portfolio {
    fn scope(&self) -> Scope {
        Scope::Portfolio
    }

    fn typing(&self, _: &Ctx) -> Typing {
        if self.typed.is_some() { Typing::Text } else { Typing::Commands }
    }

    fn act(&mut self, ctx: &mut Ctx, action: Action) -> Vec<Effect> {
        match action {
            Action::Find => (self.typed, self.firm) = (Some(String::new()), None),
            Action::Statistics => return self.statistics(ctx),
            Action::Narrow => return vec![narrow::open(&self.groups)],
            Action::Turn => (self.turned, self.firm) = (!self.turned, None),
            Action::Places => self.turn_drawing(ctx),
            _ => {}
        }
        Vec::new()
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        if self.type_name(key) {
            return Vec::new();
        }
        match key.code {
            KeyCode::Esc if self.typed.is_some() || !self.groups.is_all() => {
                self.firm = self.selected(ctx);
                self.typed = None;
                self.groups.choose(0);
            }
            KeyCode::Esc => return vec![Effect::Pop],
            KeyCode::Enter => return self.open_profile(ctx),
            KeyCode::Left => self.sort_by(self.column.saturating_sub(1)),
            KeyCode::Right => self.sort_by(self.column + 1),
            code => {
                let listed = self.visible(ctx);
                self.firm = listed.get(profile::moved(code, self.cursor(&listed), listed.len())).copied();
            }
        }
        Vec::new()
    }

    fn disabled(&self, _: &Ctx, action: Action) -> Option<Message> {
        let needs_some =
            matches!(action, Action::Find | Action::Narrow | Action::Turn | Action::Places | Action::Statistics);
        if needs_some && self.pool.is_none() {
            return Some(Message::new("portfolio-none"));
        }
        let all_drawn = self.places.as_ref().is_some_and(|(_, draws)| *draws >= MANY_DRAWS);
        (action == Action::Places && all_drawn).then(|| Message::new("portfolio-drawn-already"))
    }

    fn hints(&self, _: &Ctx) -> Vec<Hint> {
        let back = Hint { keys: "Esc", label: "hint-back" };
        if self.pool.is_none() {
            return vec![back];
        }
        vec![Hint { keys: "Enter", label: "hint-open" }, Hint { keys: "←→", label: "portfolio-hint-column" }, back]
    }

    fn resume(&mut self, ctx: &mut Ctx) {
        ctx.close_session();
        let Some(id) = self.pool.as_ref().map(|pool| pool.questionnaire.id.clone()) else { return };
        match read(ctx, &id) {
            Ok(Found::Some(pool)) => self.renew(ctx, Some(pool)),
            Ok(Found::None) => self.renew(ctx, None),
            // What is here is shown until the others arrive.
            Ok(Found::Reading(_)) => {}
            Err(error) => ctx.warn(error.message),
        }
        // What was picked in the dialog may hide the enterprise under the cursor.
        self.firm = self.firm.filter(|firm| self.members().get(*firm).is_some_and(|it| self.groups.holds(it)));
    }

    fn arrived(&mut self, ctx: &mut Ctx) {
        let Some(pool) = &self.pool else { return };
        let questionnaire = Arc::clone(&pool.questionnaire);
        if let Ok(Some(pool)) = ctx.pool_soon(&questionnaire) {
            self.renew(ctx, Some(pool));
        }
    }

    fn awaits(&self) -> bool {
        self.drawing.is_some()
    }

    fn idle(&mut self, ctx: &mut Ctx) -> Vec<Effect> {
        self.take_places(ctx);
        Vec::new()
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let title = ctx.texts.get("portfolio-title");
        let left = self
            .pool
            .as_ref()
            .map_or_else(|| title.clone(), |pool| format!("{title} › {}", pool.questionnaire.title.get(ctx.lang())));
        let count = ctx.texts.with("portfolio-count", &[("count", self.members().len().into())]);
        let right = format!("{count} · {}", profile::corner(ctx));
        let space = surround::draw(ctx, self, &left, &right, frame, area);
        let listed = self.visible(ctx);
        let Some((pool, firm)) = self.pool.as_ref().zip(listed.get(self.cursor(&listed))) else {
            let head = table::head(self, ctx, space.width);
            let body = self.nothing(ctx, space.width);
            if self.pool.is_some() {
                let height = u16::try_from(head.height()).unwrap_or(0);
                let [top, rest] = space.layout(&Layout::vertical([Constraint::Length(height), Constraint::Fill(1)]));
                head.draw(ctx, 0, frame, top);
                return body.draw(ctx, 0, frame, rest);
            }
            return body.draw(ctx, 0, frame, space);
        };
        let shown = aside::Shown { screen: self, pool, firm: *firm, listed: &listed };
        if space.width >= BESIDE {
            let [map, _, beside] = space.layout(&Layout::horizontal([
                Constraint::Fill(1),
                Constraint::Length(1),
                Constraint::Length(ASIDE),
            ]));
            table::draw(self, ctx, &listed, frame, map);
            aside::beside(ctx, &shown, ASIDE).draw(ctx, 0, frame, beside);
        } else {
            let told = aside::below(ctx, &shown, space.width);
            let height = u16::try_from(told.height()).unwrap_or(0);
            let [map, below] = space.layout(&Layout::vertical([Constraint::Fill(1), Constraint::Length(height)]));
            table::draw(self, ctx, &listed, frame, map);
            told.draw(ctx, 0, frame, below);
        }
    }
}

fn same(one: Option<&Arc<Pool>>, other: Option<&Arc<Pool>>) -> bool {
    one.zip(other).is_some_and(|(one, other)| Arc::ptr_eq(one, other))
}
