//! Questions on one scale as a table: a row a question, a column an option, and below the question in hand as it
//! stands alone, with all of its options.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use unicode_width::UnicodeWidthStr;

use super::battery::Battery;
use super::entry::{Entry, Pick};
use super::{QuestionScreen, view, view_marks};
use crate::engine::id::QuestionIx;
use crate::engine::text::Lang;
use crate::session::options::Choosable;
use crate::tui::context::{Ctx, Session};
use crate::tui::screens::Hint;
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;
use crate::tui::widgets::frame as surround;
use crate::tui::widgets::wrap::{COMFORT, pad, wrap};

/// The cells of a column that is headed by a number alone.
const NUMBERED: usize = 5;
/// The widest column that is headed by words.
const WORDED: usize = 18;
/// The most lines of words over a column, and of a question in its row.
const HEADING: usize = 3;
const LINES: usize = 2;
/// The cursor, the state of the answer and the gaps of a row, the last before the options.
const MARGIN: usize = 8;
const GAP: usize = 2;

/// The keys of a table.
pub(super) const HINTS: [Hint; 3] = [
    Hint { keys: "↑↓", label: "hint-row" },
    Hint { keys: "←→ 0-9", label: "hint-pick" },
    Hint { keys: "Enter", label: "hint-next" },
];

/// How the width is shared out.
#[derive(Debug)]
pub(super) struct Columns {
    number: usize,
    text: usize,
    option: usize,
    /// The lines over each column: its number, and its words if they find room there.
    headings: Vec<Vec<String>>,
    /// Whether the options are said over the columns in full.
    pub(super) said: bool,
}

impl Columns {
    /// The columns of a table in that width.
    pub(super) fn of(session: &Session, battery: &Battery, lang: Lang, width: u16) -> Self {
        let questionnaire = session.interview.questionnaire();
        let numbers = battery.rows.iter().filter_map(|ix| questionnaire.number(*ix));
        let number = numbers.map(|number| number.width()).max().unwrap_or(0);
        let words = if battery.shared { worded(&battery.scale, usize::from(width)) } else { None };
        let option = words.unwrap_or(NUMBERED);
        let heading = |choice: &Choosable| {
            let mut lines = vec![choice.number.to_string()];
            if words.is_some() {
                lines.extend(wrap(&choice.label, option.saturating_sub(2)));
            }
            lines
        };
        let used = MARGIN + number + battery.scale.len() * option;
        let labels = battery.rows.iter().map(|ix| questionnaire.questions[*ix].label.get(lang).width());
        let longest = labels.max().unwrap_or(0).min(COMFORT);
        Self {
            number,
            option,
            text: usize::from(width).saturating_sub(used).min(longest),
            headings: battery.scale.iter().map(heading).collect(),
            said: words.is_some(),
        }
    }

    /// The lines over the rows.
    pub(super) fn header_height(&self) -> usize {
        self.headings.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// The lines of all rows.
    pub(super) fn lines(&self, ctx: &Ctx, session: &Session, battery: &Battery) -> usize {
        battery.rows.iter().map(|ix| self.told(ctx, session, *ix).0.len()).sum()
    }

    /// A question in the lines of its row, and whether that is all of it.
    fn told(&self, ctx: &Ctx, session: &Session, ix: QuestionIx) -> (Vec<String>, bool) {
        let label = session.interview.questionnaire().questions[ix].label.get(ctx.lang());
        let mut lines = wrap(label, self.text);
        let whole = lines.len() <= LINES;
        lines.truncate(LINES);
        if let Some(last) = lines.last_mut().filter(|_| !whole) {
            while last.width() + 2 > self.text && last.contains(' ') {
                last.truncate(last.rfind(' ').unwrap_or(0));
            }
            last.push_str(" …");
        }
        (lines, whole)
    }

    /// The words over the columns.
    fn header(&self, ctx: &Ctx) -> Vec<Line<'static>> {
        let height = self.header_height();
        let before = " ".repeat(MARGIN + self.number + self.text);
        let line = |at: usize| {
            let cells = self.headings.iter().map(|lines| {
                // Words stand on the rows, the number above them.
                let text = match at {
                    0 => lines.first(),
                    at => (at + lines.len()).checked_sub(height).filter(|at| *at > 0).and_then(|at| lines.get(at)),
                };
                centred(text.map_or("", String::as_str), self.option)
            });
            let style = ctx.theme.style(if at == 0 { Role::Key } else { Role::Quiet });
            Line::from(vec![Span::raw(before.clone()), Span::styled(cells.collect::<String>(), style)])
        };
        (0..height).map(line).collect()
    }
}

/// The width of columns over which every option is said in whole words, if that leaves half for the questions.
fn worded(scale: &[Choosable], width: usize) -> Option<usize> {
    let words = scale.iter().flat_map(|option| option.label.split(' '));
    let column = words.map(|word| word.width() + 2).max()?.max(NUMBERED + 2);
    let short = scale.iter().all(|option| wrap(&option.label, column.saturating_sub(2)).len() <= HEADING);
    (short && column <= WORDED && column * scale.len() <= width / 2).then_some(column)
}

fn centred(text: &str, width: usize) -> String {
    let before = width.saturating_sub(text.width()) / 2;
    pad(&format!("{}{text}", " ".repeat(before)), width)
}

/// Draws the table and the question in hand.
pub(super) fn draw(
    screen: &QuestionScreen,
    battery: &Battery,
    ctx: &Ctx,
    session: &Session,
    frame: &mut Frame,
    area: Rect,
) {
    let columns = Columns::of(session, battery, ctx.lang(), area.width);
    let mut rows = Body::new();
    for ix in &battery.rows {
        if *ix == screen.at {
            rows.focused(|rows| row(rows, ctx, session, *ix, &screen.entry, &columns, true));
        } else {
            row(&mut rows, ctx, session, *ix, &Entry::load(ctx, *ix), &columns, false);
        }
    }
    let mut below = view::below(ctx, session, screen.at, &screen.entry, &columns, area.width);
    view::surroundings(&mut below, ctx, session, screen, area.width);
    let header = u16::try_from(columns.header_height()).unwrap_or(1);
    let wanted = u16::try_from(rows.height()).unwrap_or(u16::MAX);
    let under = u16::try_from(battery.deepest.max(below.height())).unwrap_or(u16::MAX);
    let least = wanted.min(LINES as u16 + 2);
    let room = area.height.saturating_sub(header + 1);
    let layout = Layout::vertical([
        Constraint::Length(header),
        Constraint::Length(wanted.min(room.saturating_sub(under).max(least))),
        Constraint::Length(1),
        Constraint::Fill(1),
    ]);
    let [head, table, rule, question] = area.layout(&layout);
    frame.render_widget(Paragraph::new(columns.header(ctx)), head);
    surround::draw_rule(ctx, frame, rule);
    below.draw(ctx, screen.scroll, frame, question);
    // Last, so that the terminal's cursor stands in the table.
    rows.draw(ctx, 0, frame, table);
}

/// One question with its options.
fn row(body: &mut Body, ctx: &Ctx, session: &Session, ix: QuestionIx, entry: &Entry, columns: &Columns, here: bool) {
    let number = session.interview.questionnaire().number(ix).unwrap_or_default();
    let style = ctx.theme.style(if here { Role::Selected } else { Role::Text });
    for (at, text) in columns.told(ctx, session, ix).0.into_iter().enumerate() {
        let text = Span::styled(pad(&text, columns.text), style);
        if at > 0 {
            body.line(Line::from(vec![Span::raw(" ".repeat(MARGIN - GAP + columns.number)), text]));
            continue;
        }
        let cursor = if here { ctx.glyph(Glyph::Cursor) } else { " " };
        let mut spans = vec![
            Span::raw(format!(" {cursor} ")),
            view_marks(ctx, session, ix),
            Span::raw(format!(" {} ", pad(&number, columns.number))),
            text,
            Span::raw(" ".repeat(GAP)),
        ];
        if let Entry::Pick(pick) = entry {
            spans.extend(cells(ctx, pick, columns.option, here));
        }
        body.line(Line::from(spans));
    }
}

/// The options of a row: which is picked, and which is under the cursor.
fn cells(ctx: &Ctx, pick: &Pick, width: usize, here: bool) -> Vec<Span<'static>> {
    let cell = |(at, option): (usize, &Choosable)| {
        let ticked = pick.is_ticked(option);
        let mark = ctx.glyph(if ticked { Glyph::Picked } else { Glyph::Open });
        let under = here && pick.cursor == Some(at);
        let before = (width.saturating_sub(1) / 2).saturating_sub(1);
        let cursor = if under { ctx.glyph(Glyph::Cursor) } else { " " };
        let text = pad(&format!("{}{cursor}{mark}", " ".repeat(before)), width);
        let style = ctx.theme.style(if under { Role::Selected } else { Role::Text });
        Span::styled(text, if ticked { style.add_modifier(Modifier::BOLD) } else { style })
    };
    pick.options.iter().enumerate().map(cell).collect()
}

#[cfg(test)]
mod tests;
