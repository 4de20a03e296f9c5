//! What changed between two assessments: scores before and after with the interval of their difference, and the
//! items that moved.

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::pages::{self, Page};
use super::trouble::{self, Retry};
use super::{Effect, Hint, Screen, profile};
use crate::engine::answer::shown;
use crate::engine::change::{Change, Difference, ItemMove, change};
use crate::engine::id::{ArenaIndex, QuestionIx};
use crate::engine::interview::Interview;
use crate::engine::library::{Summary, predecessor};
use crate::engine::uncertainty::Options;
use crate::i18n::Texts;
use crate::report::Meta;
use crate::report::compare as report;
use crate::session::Read;
use crate::tui::actions::Scope;
use crate::tui::context::Ctx;
use crate::tui::input::Key;
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::bar::Bar;
use crate::tui::widgets::body::Body;
use crate::tui::widgets::frame as surround;
use crate::tui::widgets::wrap::fit;

mod pick;

pub use pick::pick;

/// The lines around the body of this screen.
const SURROUNDINGS: u16 = 6;

/// The space before bars and details.
const INDENT: usize = 5;

/// The longest bar.
const LONGEST_BAR: usize = 30;

/// Two assessments and what changed from one to the other.
#[derive(Debug)]
pub struct Compare {
    then: Side,
    now: Side,
    change: Change,
    scroll: usize,
}

#[derive(Clone, Debug)]
struct Side {
    summary: Summary,
    meta: Meta,
    interview: Interview,
}

/// The effects that compare the open assessment with the one before it, or ask with which one.
pub fn since_last(ctx: &mut Ctx) -> Vec<Effect> {
    let Some(of) = ctx.session.as_ref().map(|session| session.summary.clone()) else { return Vec::new() };
    let all = match ctx.library.summaries() {
        Ok(all) => all,
        Err(error) => return trouble::open(ctx, error, Retry::No),
    };
    match predecessor(&all, &of) {
        Some(before) => open(ctx, before, &of),
        None => pick(ctx, &of),
    }
}

/// The effects that show what changed between two assessments; the one begun first is the earlier.
fn open(ctx: &mut Ctx, one: &Summary, other: &Summary) -> Vec<Effect> {
    let (then, now) = if one.created <= other.created { (one, other) } else { (other, one) };
    let read = |ctx: &Ctx, summary: &Summary| {
        let made = ctx.time();
        ctx.read(summary.id).map(|Read { record, interview }| {
            let meta = Meta::new(&record, made);
            Side { summary: record.summary, meta, interview }
        })
    };
    match read(ctx, then).and_then(|then| Ok((then, read(ctx, now)?))) {
        Ok((then, now)) => {
            let change = change(&then.interview, &now.interview, &Options::default());
            vec![Effect::Push(Box::new(Compare { then, now, change, scroll: 0 }))]
        }
        Err(error) => trouble::open(ctx, error, Retry::No),
    }
}

impl Side {
    const fn told(&self) -> report::Side<'_> {
        report::Side { meta: &self.meta, interview: &self.interview }
    }
}

impl Compare {
    /// How far both agree if they were two respondents; none, if they answered different texts.
    fn agreement(&self) -> Option<Page> {
        let hash = |side: &Side| side.interview.questionnaire().hash.clone();
        let (then, now) = (self.then.clone(), self.now.clone());
        let page = move |texts: &Texts| report::agreement(&then.told(), &now.told(), texts);
        (hash(&self.then) == hash(&self.now)).then(|| Box::new(page) as Page)
    }

    fn body(&self, ctx: &Ctx, width: u16) -> Body {
        let mut body = Body::new();
        self.head(ctx, width, &mut body);
        scored(ctx, &ctx.texts.get("compare-index"), self.change.index.as_ref(), None, width, &mut body);
        for (area, about) in self.now.interview.questionnaire().areas.enumerate() {
            let of = &self.change.areas[area];
            let title = format!("{} {}", area.to_usize() + 1, about.title.get(ctx.lang()));
            scored(ctx, &title, of.difference.as_ref(), Some(of.share), width, &mut body);
        }
        self.moved(ctx, width, &mut body);
        self.left_out(ctx, width, &mut body);
        body.blank();
        body.text(" ", &ctx.texts.get("compare-scores-note"), ctx.theme.style(Role::Quiet), width);
        body
    }

    /// When, and how much of it is compared.
    fn head(&self, ctx: &Ctx, width: u16, body: &mut Body) {
        let (then, now) = (&self.then.summary, &self.now.summary);
        let args = [
            ("then", ctx.texts.short_day(then.created).into()),
            ("now", ctx.texts.short_day(now.created).into()),
            ("compared", self.change.compared.into()),
            ("all", (self.change.compared + self.change.left_out.len()).into()),
        ];
        body.text(" ", &ctx.texts.with("compare-span", &args), ctx.theme.style(Role::Title), width);
        let mut warn = |key: &str, one: &str, other: &str| {
            let mark = format!(" {} ", ctx.glyph(Glyph::Warning));
            let text = ctx.texts.with(key, &[("then", one.into()), ("now", other.into())]);
            body.text(&mark, &text, ctx.theme.style(Role::Attention), width);
        };
        if then.enterprise != now.enterprise {
            warn("compare-other-firm", &then.enterprise, &now.enterprise);
        }
        if then.version != now.version {
            warn("compare-other-version", &then.version, &now.version);
        }
        body.blank();
    }

    fn moved(&self, ctx: &Ctx, width: u16, body: &mut Body) {
        body.blank();
        body.text(" ", &ctx.texts.get("compare-moved"), ctx.theme.style(Role::Title), width);
        if self.change.moved.is_empty() {
            body.text("   ", &ctx.texts.get("compare-none-moved"), ctx.theme.style(Role::Quiet), width);
        }
        for moved in &self.change.moved {
            self.item(ctx, moved, width, body);
        }
    }

    fn item(&self, ctx: &Ctx, moved: &ItemMove, width: u16, body: &mut Body) {
        let points = format!(" {:>6} ", signed(ctx, moved.points));
        body.text(&points, self.now.label(ctx, moved.question), ctx.theme.style(Role::Text), width);
        let id = self.now.interview.questionnaire().questions[moved.question].id.as_str();
        let before = self.then.interview.questionnaire().find(id);
        let before = before.map(|ix| self.then.said(ctx, ix)).unwrap_or_default();
        let answers = format!("{before} {} {}", ctx.glyph(Glyph::Becomes), self.now.said(ctx, moved.question));
        body.text("        ", &answers, ctx.theme.style(Role::Quiet), width);
    }

    fn left_out(&self, ctx: &Ctx, width: u16, body: &mut Body) {
        let (text, title) = (ctx.theme.style(Role::Text), ctx.theme.style(Role::Title));
        if !self.change.left_out.is_empty() {
            body.blank();
            body.text(" ", &ctx.texts.get("compare-left-out"), title, width);
        }
        for (ix, why) in &self.change.left_out {
            let line = format!("{} – {}", self.now.label(ctx, *ix), ctx.texts.get(why.key()));
            body.text("   ", &line, text, width);
        }
        if !self.change.dropped.is_empty() {
            body.blank();
            body.text(" ", &ctx.texts.get("compare-dropped"), title, width);
        }
        for id in &self.change.dropped {
            let label = self.then.interview.questionnaire().find(id.as_str()).map(|ix| self.then.label(ctx, ix));
            body.text("   ", label.unwrap_or(id.as_str()), text, width);
        }
    }
}

impl Side {
    fn label(&self, ctx: &Ctx, ix: QuestionIx) -> &str {
        self.interview.questionnaire().questions[ix].label.get(ctx.lang())
    }

    /// The answer that counts, as a person reads it.
    fn said(&self, ctx: &Ctx, ix: QuestionIx) -> String {
        let question = &self.interview.questionnaire().questions[ix];
        let value = self.interview.effective_value(ix);
        value.map(|value| shown(question, value, ctx.lang(), |number| ctx.texts.exact(number))).unwrap_or_default()
    }
}

/// The name with the difference; beneath it the bars before and after with the verdict.
fn scored(ctx: &Ctx, title: &str, of: Option<&Difference>, share: Option<f64>, width: u16, body: &mut Body) {
    let room = usize::from(width);
    let Some(of) = of else {
        body.line(Line::styled(format!(" {}", fit(title, room.saturating_sub(2))), ctx.theme.style(Role::Title)));
        let percent = share.map(|share| ctx.texts.percent(share * 100.0, 0)).unwrap_or_default();
        let text = match share {
            Some(_) => ctx.texts.with("compare-too-little", &[("share", percent.into())]),
            None => ctx.texts.get("compare-unknown"),
        };
        body.text(&" ".repeat(INDENT), &text, ctx.theme.style(Role::Quiet), width);
        return;
    };
    let (low, high) = of.spread.around(of.change());
    let args = [
        ("change", signed(ctx, of.change()).into()),
        ("low", signed(ctx, low).into()),
        ("high", signed(ctx, high).into()),
    ];
    let figures = ctx.texts.with("compare-figures", &args);
    let title = fit(title, room.saturating_sub(figures.width() + 4));
    let gap = " ".repeat(room.saturating_sub(title.width() + figures.width() + 2));
    body.line(Line::from(vec![
        Span::styled(format!(" {title}"), ctx.theme.style(Role::Title)),
        Span::raw(gap),
        Span::raw(figures),
    ]));
    body.line(bars(ctx, of, room));
}

/// `     38 ████░░░ → 62 ██████░░░  real gain`
fn bars(ctx: &Ctx, of: &Difference, width: usize) -> Line<'static> {
    let verdict = ctx.texts.get(of.verdict());
    let widest = ["compare-better", "compare-worse", "compare-noise"].map(|key| ctx.texts.get(key).width());
    let widest = widest.into_iter().max().unwrap_or_default();
    let cells = (width.saturating_sub(INDENT + 4 + 3 + 4 + 2 + widest + 1) / 2).min(LONGEST_BAR);
    let mut line = Line::from(" ".repeat(INDENT));
    for (score, after) in [(of.base, false), (of.now, true)] {
        if after {
            line.push_span(format!(" {} ", ctx.glyph(Glyph::Becomes)));
        }
        line.push_span(format!("{:>3} ", ctx.texts.number(score, 0)));
        line.extend(Bar::of(score).spans(cells, ctx.charset, ctx.theme));
    }
    let role = if of.is_real() { Role::Title } else { Role::Quiet };
    line.push_span(Span::styled(format!("  {verdict}"), ctx.theme.style(role)));
    line
}

/// A difference with its sign and one place.
fn signed(ctx: &Ctx, change: f64) -> String {
    ctx.texts.signed(change, 1)
}

impl Screen for Compare {
    fn scope(&self) -> Scope {
        Scope::Reading
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        match (key.code, self.agreement()) {
            (KeyCode::Esc, _) => return vec![Effect::Pop],
            (KeyCode::Right, Some(page)) => return pages::open("compare-agreement", vec![page], 0),
            _ => {}
        }
        let seen = ctx.size.height.saturating_sub(SURROUNDINGS);
        let most = self.body(ctx, ctx.size.width).last_scroll(seen) + 1;
        self.scroll = profile::moved(key.code, self.scroll, most);
        Vec::new()
    }

    fn hints(&self, _: &Ctx) -> Vec<Hint> {
        let (up, back) = (Hint { keys: "↑↓", label: "hint-move" }, Hint { keys: "Esc", label: "hint-back" });
        let agreement = self.agreement().map(|_| Hint { keys: "→", label: "compare-hint-agreement" });
        std::iter::once(up).chain(agreement).chain([back]).collect()
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let left = format!("{} › {}", self.now.summary.enterprise, ctx.texts.get("compare-screen-title"));
        let space = surround::draw(ctx, self, &left, &profile::corner(ctx), frame, area);
        self.body(ctx, space.width).draw(ctx, self.scroll, frame, space);
    }
}

#[cfg(test)]
mod tests;
