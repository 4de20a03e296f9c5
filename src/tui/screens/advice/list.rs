//! The list of recommendations: by period, with gain, effort and who acts.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{Plan, filled, recommendation};
use crate::engine::advice::Advice;
use crate::engine::questionnaire::{Addressee, Horizon, Recommendation};
use crate::tui::context::{Ctx, Session};
use crate::tui::screens::profile;
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;
use crate::tui::widgets::wrap::{fit, pad};

/// The words of effort, from low to high.
const EFFORTS: [&str; 3] = ["advice-effort-1", "advice-effort-2", "advice-effort-3"];

/// Who acts, in one word.
const ADDRESSEES: [(Addressee, &str); 3] = [
    (Addressee::Enterprise, "advice-for-enterprise"),
    (Addressee::Cluster, "advice-for-cluster"),
    (Addressee::State, "advice-for-state"),
];

/// The headings of the periods.
const PERIODS: [(Horizon, &str); 3] =
    [(Horizon::Now, "advice-now"), (Horizon::Year, "advice-year"), (Horizon::Later, "advice-later")];

/// The space before a title: cursor and number.
const INDENT: usize = 6;

/// The narrowest list with columns.
const COLUMNS: u16 = 74;

/// From this width on a list stands beside its details and is high enough for whole titles.
const BESIDE: u16 = super::BESIDE;

/// The list, with the focus on one recommendation.
pub(super) fn body(ctx: &Ctx, session: &Session, plan: &Plan, focus: usize, area: Rect) -> Body {
    let columns = Columns::of(ctx);
    let in_columns = (COLUMNS..BESIDE).contains(&area.width);
    let mut body = Body::new();
    let mut period = None;
    for (at, advice) in plan.advice.iter().enumerate() {
        if at == plan.first {
            let more = ctx.texts.with("advice-below", &[("count", (plan.advice.len() - at).into())]);
            body.text("  ", &more, ctx.theme.style(Role::Key), area.width);
            period = None;
        }
        let recommendation = recommendation(session, advice);
        if period != Some(recommendation.horizon) {
            if at > 0 {
                body.blank();
            }
            period = Some(recommendation.horizon);
            body.line(heading(ctx, recommendation.horizon, at == 0 && in_columns, &columns, area.width));
        }
        let row = Row { ctx, session, advice, recommendation, number: at + 1, focused: at == focus };
        let add = |body: &mut Body| {
            if in_columns { row.line(&columns, area.width, body) } else { row.block(area.width, body) }
        };
        if row.focused { body.focused(add) } else { add(&mut body) }
    }
    body.blank();
    let note = if plan.has_index { "advice-order" } else { "advice-no-gain" };
    body.text(" ", &ctx.texts.get(note), ctx.theme.style(Role::Quiet), area.width);
    body
}

/// The words of the columns, and how wide the columns are.
struct Columns {
    words: [String; 3],
    widths: [usize; 3],
}

impl Columns {
    fn of(ctx: &Ctx) -> Self {
        let words = ["advice-column-gain", "advice-column-effort", "advice-column-who"].map(|key| ctx.texts.get(key));
        let widest = |keys: &[&'static str], word: &str| {
            let words = keys.iter().map(|key| ctx.texts.get(key).width());
            words.chain([word.width()]).max().unwrap_or_default()
        };
        let [gain, effort, who] = &words;
        let addressees = ADDRESSEES.map(|(_, key)| key);
        let widths = [gain.width().max(5), widest(&EFFORTS, effort), widest(&addressees, who)];
        Self { words, widths }
    }

    fn width(&self) -> usize {
        self.widths.iter().sum::<usize>() + 2 * self.widths.len()
    }

    fn line(&self, cells: &[String; 3]) -> String {
        let [gain, effort, who] = cells;
        let [gain_width, effort_width, who_width] = self.widths;
        let missing = gain_width.saturating_sub(gain.width());
        format!("  {}{gain}  {}  {}", " ".repeat(missing), pad(effort, effort_width), pad(who, who_width))
    }
}

fn heading(ctx: &Ctx, horizon: Horizon, with_columns: bool, columns: &Columns, width: u16) -> Line<'static> {
    let key = PERIODS.into_iter().find(|(period, _)| *period == horizon).map_or("advice-now", |(_, key)| key);
    let title = format!("  {}", ctx.texts.get(key));
    let look = ctx.theme.style(Role::Title);
    if !with_columns {
        return Line::styled(title, look);
    }
    let room = usize::from(width).saturating_sub(columns.width() + 1);
    let words = Span::styled(columns.line(&columns.words), ctx.theme.style(Role::Quiet));
    Line::from(vec![Span::styled(pad(&title, room), look), words])
}

/// The word of an effort.
pub(super) fn effort(ctx: &Ctx, recommendation: &Recommendation) -> String {
    let at = usize::from(recommendation.effort.saturating_sub(1));
    EFFORTS.get(at).map_or_else(|| recommendation.effort.to_string(), |key| ctx.texts.get(key))
}

fn addressee(ctx: &Ctx, recommendation: &Recommendation) -> String {
    let found = ADDRESSEES.into_iter().find(|(addressee, _)| *addressee == recommendation.addressee);
    found.map_or_else(String::new, |(_, key)| ctx.texts.get(key))
}

/// One recommendation of the list.
struct Row<'a> {
    ctx: &'a Ctx,
    session: &'a Session,
    advice: &'a Advice,
    recommendation: &'a Recommendation,
    number: usize,
    focused: bool,
}

impl Row<'_> {
    fn prefix(&self) -> String {
        let cursor = if self.focused { self.ctx.glyph(Glyph::Cursor) } else { " " };
        format!(" {cursor}{:>2}  ", self.number)
    }

    fn look(&self) -> ratatui::style::Style {
        self.ctx.theme.style(if self.focused { Role::Selected } else { Role::Text })
    }

    fn title(&self) -> String {
        filled(self.ctx, self.session, &self.recommendation.title)
    }

    fn cells(&self) -> [String; 3] {
        [
            profile::gain(self.ctx, self.advice.gain),
            effort(self.ctx, self.recommendation),
            addressee(self.ctx, self.recommendation),
        ]
    }

    /// On one line; the title is cut, as the details show it whole.
    fn line(&self, columns: &Columns, width: u16, body: &mut Body) {
        let room = usize::from(width).saturating_sub(INDENT + columns.width() + 1);
        body.line(Line::from(vec![
            Span::raw(self.prefix()),
            Span::styled(pad(&fit(&self.title(), room), room), self.look()),
            Span::raw(columns.line(&self.cells())),
        ]));
    }

    /// The whole title, and the numbers in words below it.
    fn block(&self, width: u16, body: &mut Body) {
        body.text(&self.prefix(), &self.title(), self.look(), width);
        let [gain, effort, who] = self.cells();
        let summary = self
            .ctx
            .texts
            .with("advice-summary", &[("gain", gain.into()), ("effort", effort.into()), ("who", who.into())]);
        body.text(&" ".repeat(INDENT), &summary, self.ctx.theme.style(Role::Quiet), width);
    }
}
