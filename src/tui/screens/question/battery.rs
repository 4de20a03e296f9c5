//! Which questions share a screen as a table: neighbours answered on the same scale, where there is room.

use super::entry::Entry;
use super::{table, view};
use crate::engine::id::QuestionIx;
use crate::engine::questionnaire::Kind;
use crate::session::options::{Choosable, MANY, options};
use crate::tui::context::{Ctx, Session};

/// From this width of a window on questions share a screen.
pub(super) const WIDTH: u16 = 110;
/// The most rows of a table; more are shared out among several.
const MOST: usize = 12;
/// As many lines of rows must be seen at once, unless the table has fewer.
const SEEN: usize = 6;

/// Questions that share a screen.
#[derive(Debug)]
pub(super) struct Battery {
    /// The questions, in order; at least two.
    pub(super) rows: Vec<QuestionIx>,
    /// The options of the first.
    pub(super) scale: Vec<Choosable>,
    /// Whether the options are worded alike in every row.
    pub(super) shared: bool,
    /// The most lines that one of the questions takes below the table, before anything is said of its answer.
    pub(super) deepest: usize,
}

/// The questions that share a screen with this one, if any do.
pub(super) fn around(ctx: &Ctx, at: QuestionIx) -> Option<Battery> {
    if !ctx.preferences.tables() || ctx.size.width < WIDTH {
        return None;
    }
    let session = ctx.session.as_ref()?;
    let rows = neighbours(session, at)?;
    let scales: Vec<_> = rows.iter().map(|ix| options(&session.interview, *ix, ctx.lang())).collect();
    let shared = scales.windows(2).all(|pair| matches!(pair, [a, b] if labels(a).eq(labels(b))));
    let scale = scales.into_iter().next().unwrap_or_default();
    let battery = Battery { rows, scale, shared, deepest: 0 };
    let width = view::main_width(ctx, true);
    let columns = table::Columns::of(session, &battery, ctx.lang(), width);
    let depth = |ix: &QuestionIx| view::below(ctx, session, *ix, &Entry::load(ctx, *ix), &columns, width).height();
    let deepest = battery.rows.iter().map(depth).max().unwrap_or(0);
    let seen = columns.lines(ctx, session, &battery).min(SEEN);
    let room = usize::from(view::main_height(ctx.size));
    (columns.header_height() + seen + 1 + deepest <= room).then_some(Battery { deepest, ..battery })
}

impl Battery {
    /// The question so many rows further down.
    pub(super) fn beside(&self, at: QuestionIx, by: isize) -> Option<QuestionIx> {
        let here = self.rows.iter().position(|ix| *ix == at)?;
        here.checked_add_signed(by).and_then(|there| self.rows.get(there)).copied()
    }

    /// The last question, or the first.
    pub(super) fn edge(&self, last: bool) -> Option<QuestionIx> {
        if last { self.rows.last() } else { self.rows.first() }.copied()
    }
}

fn labels(options: &[Choosable]) -> impl Iterator<Item = &str> {
    options.iter().map(|option| option.label.as_str())
}

/// The run of questions around one that are asked one after the other in a section on one scale; of a long run a
/// part, all parts being about as long.
fn neighbours(session: &Session, at: QuestionIx) -> Option<Vec<QuestionIx>> {
    let interview = &session.interview;
    let alike = |ix: &QuestionIx| is_alike(session, at, *ix);
    if !interview.is_asked(at) || !alike(&at) {
        return None;
    }
    let mut run: Vec<QuestionIx> = interview.asked().rev().filter(|ix| *ix < at).take_while(alike).collect();
    run.reverse();
    let here = run.len();
    run.push(at);
    run.extend(interview.asked().filter(|ix| *ix > at).take_while(alike));
    let length = run.len().div_ceil(run.len().div_ceil(MOST));
    let part = run.chunks(length).nth(here / length)?;
    (part.len() > 1).then(|| part.to_vec())
}

/// Whether two questions of a section can stand below each other: levels as many as these, or the same choices.
fn is_alike(session: &Session, one: QuestionIx, other: QuestionIx) -> bool {
    let questions = &session.interview.questionnaire().questions;
    if questions[one].section != questions[other].section {
        return false;
    }
    match (&questions[one].kind, &questions[other].kind) {
        (Kind::Level { anchors: one }, Kind::Level { anchors: other }) => {
            one.len() == other.len() && one.len() <= MANY + 1
        }
        (Kind::SelectOne(_), Kind::SelectOne(_)) => {
            let offered = |ix| session.interview.offered(ix);
            let (one, other) = (offered(one), offered(other));
            let alike = one.iter().zip(&other).all(|(one, other)| one.id == other.id && one.label == other.label);
            alike && one.len() == other.len() && (2..=MANY).contains(&one.len())
        }
        _ => false,
    }
}
