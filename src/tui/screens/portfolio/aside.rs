//! What is told of the enterprise under the cursor and of the column that is sorted by.

use ratatui::text::{Line, Span};

use super::{Column, Portfolio, TALL, narrow};
use crate::engine::id::ArenaIndex;
use crate::engine::interview::Form;
use crate::engine::pool::{Member, Pool};
use crate::engine::portfolio::{Distribution, shade};
use crate::tui::context::Ctx;
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;
use crate::tui::widgets::wrap::fit;

/// The classes of the histogram: ten points each.
const CLASSES: usize = 10;

/// The longest bar of the histogram.
const LONGEST: usize = 26;

/// What is looked at.
pub(super) struct Shown<'a> {
    pub(super) screen: &'a Portfolio,
    pub(super) pool: &'a Pool,
    pub(super) firm: usize,
    pub(super) listed: &'a [usize],
}

impl Shown<'_> {
    fn member(&self) -> Option<&Member> {
        self.pool.members.get(self.firm)
    }

    /// The scores of the listed enterprises in the column that is sorted by.
    fn scores(&self) -> Vec<f64> {
        let column = self.screen.sorted_by();
        self.listed.iter().filter_map(|firm| column.score(self.pool.members.get(*firm)?)).collect()
    }

    fn column(&self, ctx: &Ctx) -> String {
        match self.screen.sorted_by() {
            Column::Firm | Column::Index => ctx.texts.get("compare-index"),
            Column::Area(area) => {
                let title = self.pool.questionnaire.areas[area].title.get(ctx.lang());
                format!("{} {title}", area.to_usize() + 1)
            }
        }
    }
}

/// Below the map: as few lines as say it.
pub(super) fn below(ctx: &Ctx, shown: &Shown, width: u16) -> Body {
    let mut body = Body::new();
    let rule = ctx.glyph(Glyph::Rule).repeat(usize::from(width));
    body.line(Line::styled(rule, ctx.theme.style(Role::Grid)));
    who(ctx, shown, width, &mut body);
    place(ctx, shown, width, &mut body);
    body.text(" ", &summary(ctx, shown), ctx.theme.style(Role::Quiet), width);
    body
}

/// Beside the map: also how the column is spread, and what the shades stand for.
pub(super) fn beside(ctx: &Ctx, shown: &Shown, width: u16) -> Body {
    let mut body = Body::new();
    who(ctx, shown, width, &mut body);
    body.blank();
    place(ctx, shown, width, &mut body);
    body.blank();
    body.text(" ", &shown.column(ctx), ctx.theme.style(Role::Title), width);
    spread(ctx, shown, &mut body);
    body.text(" ", &figures(ctx, shown), ctx.theme.style(Role::Text), width);
    body.blank();
    for (at, band) in shown.pool.questionnaire.bands.iter().enumerate() {
        let mark = ctx.charset.shade(shade(&shown.pool.questionnaire, at)).repeat(2);
        let args = [("band", band.title.get(ctx.lang()).into()), ("from", ctx.texts.number(band.from, 0).into())];
        body.text(&format!(" {mark} "), &ctx.texts.with("portfolio-band", &args), ctx.theme.style(Role::Quiet), width);
    }
    if shown.pool.repeated > 0 {
        body.blank();
        let text = ctx.texts.with("portfolio-repeated", &[("count", shown.pool.repeated.into())]);
        body.text(" ", &text, ctx.theme.style(Role::Quiet), width);
    }
    if shown.pool.left_out > 0 {
        let text = ctx.texts.with("portfolio-left-out", &[("count", shown.pool.left_out.into())]);
        body.text(" ", &text, ctx.theme.style(Role::Quiet), width);
    }
    body
}

/// The name; when it was assessed, how, and in which sector it works.
fn who(ctx: &Ctx, shown: &Shown, width: u16, body: &mut Body) {
    let Some(member) = shown.member() else { return };
    let room = usize::from(width).saturating_sub(2);
    body.text(" ", &fit(&member.enterprise, room), ctx.theme.style(Role::Title), width);
    let form = ctx.texts.get(if member.form == Form::Full { "form-full" } else { "form-quick" });
    let day = ctx.texts.with("portfolio-finished", &[("date", ctx.texts.short_day(member.closed).into())]);
    let sector = member.traits.sector.as_ref().map(|it| narrow::sector_name(ctx, &shown.pool.questionnaire, it));
    let about = [day, form].into_iter().chain(sector).collect::<Vec<_>>().join(" · ");
    body.text(" ", &about, ctx.theme.style(Role::Quiet), width);
}

/// The rank by the overall score among all, not only among those listed, with its interval once it is computed.
fn place(ctx: &Ctx, shown: &Shown, width: u16, body: &mut Body) {
    let style = ctx.theme.style(Role::Text);
    let Some(member) = shown.member() else { return };
    let Some(own) = Column::Index.score(member) else {
        body.text(" ", &ctx.texts.get("portfolio-no-index"), style, width);
        return;
    };
    let indices = || shown.pool.members.iter().filter_map(|other| Column::Index.score(other));
    let rank = indices().filter(|other| *other > own).count() + 1;
    let placed = shown.screen.places.iter().flat_map(|(places, _)| places).find(|placed| placed.firm == shown.firm);
    let mut args = vec![("rank", rank.into()), ("of", indices().count().into())];
    let key = match placed {
        Some(placed) => {
            let within = placed.place.rank;
            args.push(("low", ctx.texts.number(within.low, 0).into()));
            args.push(("high", ctx.texts.number(within.high, 0).into()));
            "portfolio-place"
        }
        None => match &shown.screen.drawing {
            Some((task, _)) => {
                args.push(("percent", task.percent().into()));
                "portfolio-place-drawing"
            }
            None => "portfolio-place-alone",
        },
    };
    body.text(" ", &ctx.texts.with(key, &args), style, width);
    // A low window keeps its lines for the map.
    if let Some(above) = placed.and_then(|placed| placed.above_next).filter(|_| ctx.size.height >= TALL) {
        let share = ctx.texts.percent(above * 100.0, 0);
        body.text(" ", &ctx.texts.with("portfolio-above", &[("share", share.into())]), style, width);
    }
}

/// The column and how its scores are spread, in a line.
fn summary(ctx: &Ctx, shown: &Shown) -> String {
    format!("{}: {}", shown.column(ctx), figures(ctx, shown))
}

fn figures(ctx: &Ctx, shown: &Shown) -> String {
    let Some(found) = Distribution::of(&shown.scores()) else { return ctx.texts.get("portfolio-no-scores") };
    let [low, q25, median, q75, high] = found.quantiles.map(|it| ctx.texts.number(it, 0));
    let args = [
        ("n", found.n.into()),
        ("low", low.into()),
        ("q25", q25.into()),
        ("median", median.into()),
        ("q75", q75.into()),
        ("high", high.into()),
    ];
    ctx.texts.with("portfolio-spread", &args)
}

/// A bar for every ten points, with the number of enterprises; the class of the one under the cursor is marked.
fn spread(ctx: &Ctx, shown: &Shown, body: &mut Body) {
    let scores = shown.scores();
    let class = |score: f64| ((score / 100.0 * CLASSES as f64) as usize).min(CLASSES - 1);
    let counts: Vec<usize> =
        (0..CLASSES).map(|at| scores.iter().filter(|score| class(**score) == at).count()).collect();
    let most = counts.iter().copied().max().unwrap_or_default().max(1);
    let own = shown.member().and_then(|member| shown.screen.sorted_by().score(member)).map(class);
    for (at, count) in counts.into_iter().enumerate() {
        let (from, to) = (at * 100 / CLASSES, (at + 1) * 100 / CLASSES);
        let length = if most <= LONGEST { count } else { (count * LONGEST).div_ceil(most) };
        let mark = if own == Some(at) { ctx.glyph(Glyph::Cursor) } else { " " };
        let number = if count > 0 { count.to_string() } else { String::new() };
        body.line(Line::from(vec![
            Span::raw(format!(" {mark} {from:>3}{}{to:<3} ", ctx.glyph(Glyph::NotAsked))),
            Span::styled(ctx.glyph(Glyph::BarFull).repeat(length), ctx.theme.style(Role::Bar)),
            Span::raw(format!(" {number}")),
        ]));
    }
}
