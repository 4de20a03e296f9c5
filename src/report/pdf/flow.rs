//! The report as a flow of strips: the way through it, piece by piece.

use std::num::NonZeroU16;

use krilla::tagging::{ListNumbering, Tag};

use super::fonts::Fonts;
use super::lines::{Line, Span, broken};
use super::strip::{Head, Item, Mark, NodeId, Shape, Strip, Style, Tree};
use super::table;
use super::{BOTTOM, ROOM, SIDE, TOP};
use crate::report::chart::scene::{Ink, Rgb};
use crate::report::chart::{Chart, Data, NARROW, WIDE};
use crate::report::letterhead::Letterhead;
use crate::report::model::{Entry, Fact, Page, Report, Section, Side, Table};
use crate::report::walk::{Writer, walk};

/// Texts.
pub const BODY: Style = Style { bold: false, size: 9.1, ink: Ink::Text.on_paper() };
/// What is read beside them.
pub const QUIET: Style = Style { ink: Ink::Quiet.on_paper(), ..BODY };
/// What stands out in them.
pub const STRONG: Style = Style { bold: true, ..BODY };
/// The height of a line, in parts of the size of its letters.
const LEADING: f32 = 1.29;
/// What stays together if it is not higher than this.
pub const TOGETHER: f32 = 190.0;
/// The width of a chart that stands beside the text.
const ASIDE: f32 = 214.0;
/// The gap between such a chart and the text.
const GUTTER: f32 = 16.0;
/// The largest share of its natural size that a chart has across the page.
const SCALE: f32 = 0.8;

/// A report as strips, with what they mean.
pub struct Flow<'a> {
    pub fonts: &'a mut Fonts,
    pub strips: Vec<Strip>,
    pub heads: Vec<Head>,
    pub tree: Tree,
    /// What the pieces belong to.
    pub section: Option<NodeId>,
    accent: Rgb,
    /// How far down a chart beside the text still reaches.
    beside: f32,
}

/// What stands in the margins of every page.
pub struct Running {
    pub title: String,
    pub vouched: String,
    pub foot: String,
}

/// What is left when the flow is made.
pub struct Laid {
    pub strips: Vec<Strip>,
    pub heads: Vec<Head>,
    pub tree: Tree,
}

/// Lays the report out; a logo has so many points of width for one of height.
pub fn laid(report: &Report, fonts: &mut Fonts, logo: Option<f32>) -> (Laid, Running) {
    let accent = report.letterhead.as_ref().and_then(|by| by.accent).unwrap_or(Ink::Now.on_paper());
    let mut flow = Flow {
        fonts,
        strips: Vec::new(),
        heads: Vec::new(),
        tree: Tree::default(),
        section: None,
        accent,
        beside: 0.0,
    };
    flow.fonts.in_part(&report.title);
    if let Some(by) = &report.letterhead {
        flow.letterhead(by, logo);
    }
    flow.title(report);
    walk(report, &mut flow);
    let foot = report.letterhead.as_ref().map(|by| flow.fonts.shown_on_a_line(&by.foot)).unwrap_or_default();
    let running = Running {
        title: flow.fonts.shown_on_a_line(&format!("{} · {}", report.title, report.subject)),
        vouched: flow.fonts.shown_on_a_line(&report.running),
        foot,
    };
    let Flow { strips, heads, tree, .. } = flow;
    (Laid { strips, heads, tree }, running)
}

/// A text in a cell: where it stands and what it belongs to.
pub struct Cell {
    pub x: f32,
    pub room: f32,
    pub side: Side,
    pub lines: Vec<Line>,
    pub node: NodeId,
}

/// The height of a line of a style.
pub const fn leading(style: Style) -> f32 {
    style.size * LEADING
}

impl Flow<'_> {
    /// How wide the text may be here.
    pub fn room(&self) -> f32 {
        if self.beside > 0.0 { ROOM - ASIDE - GUTTER } else { ROOM }
    }

    pub fn add(&mut self, strips: impl IntoIterator<Item = Strip>) {
        for strip in strips {
            self.beside -= strip.gap + strip.height;
            self.strips.push(strip);
        }
    }

    /// What follows stands below a chart beside the text.
    fn clear(&mut self) {
        if self.beside > 0.0 {
            let height = self.beside;
            self.add([Strip { height, ..Strip::default() }]);
        }
        self.beside = 0.0;
    }

    /// The items of a line whose upper edge is at `y`.
    pub fn line(line: Line, x: f32, y: f32, height: f32, node: Option<NodeId>) -> Vec<Item> {
        let item = |piece: super::lines::Piece| {
            let baseline = y + height / 2.0 + piece.style.size * 0.33;
            let shape = Shape::Text { x: x + piece.x, y: baseline, text: piece.text, style: piece.style };
            Item { shape, node }
        };
        line.pieces.into_iter().map(item).collect()
    }

    /// A text as a strip for each line; the first two and the last two stay together.
    fn paragraph(&mut self, spans: &[Span], x: f32, room: f32, node: NodeId, gap: f32) -> Vec<Strip> {
        let height = spans.first().map_or(0.0, |span| leading(span.style));
        let lines = broken(self.fonts, spans, room);
        let count = lines.len();
        let strip = |(at, line): (usize, Line)| Strip {
            gap: if at == 0 { gap } else { 0.0 },
            height,
            items: Self::line(line, x, 0.0, height, Some(node)),
            keep: at + 1 < count && (at == 0 || at + 2 == count),
            ..Strip::default()
        };
        lines.into_iter().enumerate().map(strip).collect()
    }

    /// Cells side by side as one strip; as a strip for each line, if they are very high.
    pub fn row(cells: Vec<Cell>, height: f32, pad: f32) -> Vec<Strip> {
        let rows = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or_default();
        let divided = rows as f32 * height > TOGETHER;
        let whole = Strip { height: rows as f32 * height + pad, ..Strip::default() };
        let mut strips = if divided { vec![Strip { height, ..Strip::default() }; rows] } else { vec![whole] };
        if let Some(last) = strips.last_mut().filter(|_| divided) {
            last.height += pad;
        }
        for cell in cells {
            for (at, line) in cell.lines.into_iter().enumerate() {
                let x = if cell.side == Side::End { cell.x + cell.room - line.width } else { cell.x };
                let (strip, y) = if divided { (at, 0.0) } else { (0, at as f32 * height) };
                if let Some(strip) = strips.get_mut(strip) {
                    strip.items.extend(Self::line(line, x, y, height, Some(cell.node)));
                }
            }
        }
        strips
    }

    fn letterhead(&mut self, by: &Letterhead, logo: Option<f32>) {
        const HIGH: f32 = 34.0;
        const WIDE: f32 = 110.0;
        let mut items = Vec::new();
        let (mut x, mut low) = (SIDE, 0.0_f32);
        if let Some(ratio) = logo {
            let width = (HIGH * ratio).min(WIDE);
            let height = width / ratio;
            items.push(Item { shape: Shape::Logo { x, y: (HIGH - height) / 2.0, width, height }, node: None });
            (x, low) = (x + width + 12.0, HIGH);
        }
        let room = SIDE + ROOM - x;
        let sender = Style { size: 10.5, ink: self.accent, ..STRONG };
        let mut y = 0.0;
        for (text, style) in [(&by.sender, sender), (&by.head, QUIET)] {
            if text.is_empty() {
                continue;
            }
            let node = self.tree.add(None, Tag::P);
            let shown = self.fonts.shown(text);
            for line in broken(self.fonts, &[Span::new(shown, style)], room) {
                items.extend(Self::line(line, x, y, leading(style), Some(node)));
                y += leading(style);
            }
        }
        let height = y.max(low) + 8.0;
        let ink = Ink::Grid.on_paper();
        items.push(Item { shape: Shape::Rule { x: SIDE, y: height, width: ROOM, thick: 0.6, ink }, node: None });
        self.add([Strip { height: height + 10.0, items, ..Strip::default() }]);
    }

    fn title(&mut self, report: &Report) {
        let big = Style { size: 19.0, ..STRONG };
        for (text, style, gap) in
            [(&report.title, QUIET, 0.0), (&report.subject, big, 0.0), (&report.running, QUIET, 1.0)]
        {
            let shown = self.fonts.shown(text);
            let node = if style == big { self.heading_node(1, &shown) } else { self.tree.add(None, Tag::P) };
            let mut strips = self.paragraph(&[Span::new(shown, style)], SIDE, ROOM, node, gap);
            for strip in &mut strips {
                strip.keep = true;
            }
            self.add(strips);
        }
    }

    fn heading_node(&mut self, level: u16, text: &str) -> NodeId {
        let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
        self.tree.add(self.section, Tag::Hn(level, Some(text.replace('\n', " "))))
    }

    /// A heading, which stays with what follows.
    fn headed(&mut self, text: &str, level: u16, style: Style, gap: f32) -> Vec<Strip> {
        let shown = self.fonts.shown(text);
        let node = self.heading_node(level, &shown);
        let room = self.room();
        let mut strips = self.paragraph(&[Span::new(shown.as_str(), style)], SIDE, room, node, gap);
        for strip in &mut strips {
            strip.keep = true;
        }
        if let Some(first) = strips.first_mut() {
            first.mark = Some(Mark { level: usize::from(level) - 1, title: shown.replace('\n', " ") });
        }
        strips
    }

    /// The text that a piece of an entry or of a fact begins with.
    fn named(&mut self, fact: &Fact) -> Vec<Span> {
        let value = Span::new(self.fonts.shown(&fact.value), BODY);
        if fact.name.is_empty() {
            return vec![value];
        }
        vec![Span::new(self.fonts.shown(&format!("{}:", fact.name)), QUIET), value]
    }

    fn entry(&mut self, entry: &Entry, list: NodeId, marks: f32, is_first: bool) {
        self.fonts.in_entry(&entry.name());
        let item = self.tree.add(Some(list), Tag::LI);
        let label = self.tree.add(Some(item), Tag::Lbl);
        let body = self.tree.add(Some(item), Tag::LBody);
        let head = self.tree.add(Some(body), Tag::P);
        let room = self.room();
        let (mark, figure) = (self.fonts.shown_on_a_line(&entry.mark), self.fonts.shown_on_a_line(&entry.figure));
        let wide = |text: &str, fonts: &Fonts| fonts.width(text, STRONG);
        let figures = if figure.is_empty() { 0.0 } else { wide(&figure, self.fonts) + 10.0 };
        let title = self.fonts.shown(entry.title.trim());
        let height = leading(BODY);
        let cell = |flow: &Self, x, room, side, text: String, style, node| Cell {
            x,
            room,
            side,
            lines: broken(flow.fonts, &[Span::new(text, style)], room),
            node,
        };
        let mut cells = Vec::new();
        if !mark.is_empty() {
            cells.push(cell(self, SIDE, marks, Side::Start, mark, QUIET, label));
        }
        let rest = (room - marks - figures).max(40.0);
        cells.push(cell(self, SIDE + marks, rest, Side::Start, title, STRONG, head));
        if !figure.is_empty() {
            cells.push(cell(self, SIDE + room - figures, figures, Side::End, figure, STRONG, head));
        }
        let mut strips = Self::row(cells, height, 0.0);
        if let Some(first) = strips.first_mut() {
            first.gap = if is_first { 2.0 } else { 5.0 };
        }
        for strip in &mut strips {
            strip.keep = !entry.details.is_empty();
        }
        for detail in &entry.details {
            let node = self.tree.add(Some(body), Tag::P);
            let spans = self.named(detail);
            strips.extend(self.paragraph(&spans, SIDE + marks, room - marks, node, 0.5));
        }
        let high: f32 = strips.iter().map(|strip| strip.gap + strip.height).sum();
        if high <= TOGETHER {
            let last = strips.len().saturating_sub(1);
            strips.iter_mut().take(last).for_each(|strip| strip.keep = true);
        }
        self.add(strips);
        self.fonts.in_entry("");
    }

    /// A chart beside the text that follows.
    fn aside(&mut self, chart: &Chart) {
        let figure = self.figure(chart, NARROW, ASIDE, SIDE + ROOM - ASIDE);
        let reserve = figure.height;
        self.add([Strip { height: 0.0, gap: 4.0, reserve, keep: true, ..figure }]);
        self.beside = reserve + 4.0;
    }

    /// A chart with its title, in one strip.
    fn figure(&mut self, chart: &Chart, natural: f64, room: f32, x: f32) -> Strip {
        let node = self.tree.add(self.section, Tag::Figure(Some(self.fonts.shown_on_a_line(&chart.alt))));
        let caption = self.tree.add(Some(node), Tag::Caption);
        let title = self.fonts.shown(&chart.title);
        let mut items = Vec::new();
        let mut y = 0.0;
        for line in broken(self.fonts, &[Span::new(title, STRONG)], room) {
            items.extend(Self::line(line, x, y, leading(STRONG), Some(caption)));
            y += leading(STRONG);
        }
        y += 3.0;
        let scene = super::chart::readable(chart.scene(natural), self.fonts);
        let high = BOTTOM - TOP - y - 40.0;
        let scale = (room / scene.width as f32).min(SCALE).min(high / scene.height as f32);
        let height = y + scene.height as f32 * scale + 4.0;
        items.push(Item { shape: Shape::Scene { x, y, scale, scene }, node: Some(node) });
        Strip { gap: 6.0, height, items, ..Strip::default() }
    }
}

impl Writer for Flow<'_> {
    fn begin(&mut self, _: usize, section: &Section) {
        self.clear();
        self.section = Some(self.tree.add(None, Tag::Section));
        let Some(heading) = &section.heading else { return };
        self.fonts.in_part(heading);
        let style = Style { size: 13.5, ..STRONG };
        let mut strips = self.headed(heading, 2, style, 14.0);
        if let Some(first) = strips.first_mut() {
            first.new_page = section.page == Page::New;
            first.ruled = Some(self.accent);
        }
        self.add(strips);
    }

    fn end(&mut self, _: &Section) {}

    fn text(&mut self, said: &str) {
        let node = self.tree.add(self.section, Tag::P);
        let (shown, room) = (self.fonts.shown(said), self.room());
        let strips = self.paragraph(&[Span::new(shown, BODY)], SIDE, room, node, 3.0);
        self.add(strips);
    }

    fn heading(&mut self, heading: &str) {
        let strips = self.headed(heading, 3, Style { size: 10.5, ..STRONG }, 7.0);
        self.add(strips);
    }

    fn list(&mut self, list: &[String]) {
        const INDENT: f32 = 11.0;
        let node = self.tree.add(self.section, Tag::L(ListNumbering::Disc));
        for said in list {
            let item = self.tree.add(Some(node), Tag::LI);
            let (label, body) = (self.tree.add(Some(item), Tag::Lbl), self.tree.add(Some(item), Tag::LBody));
            let (shown, room) = (self.fonts.shown(said), self.room());
            let mut strips = self.paragraph(&[Span::new(shown, BODY)], SIDE + INDENT, room - INDENT, body, 1.0);
            if let Some(first) = strips.first_mut() {
                let bullet = broken(self.fonts, &[Span::new("•", QUIET)], INDENT).into_iter().next();
                let bullet = Self::line(bullet.unwrap_or_default(), SIDE + 2.0, 0.0, leading(BODY), Some(label));
                first.items.splice(0..0, bullet);
            }
            self.add(strips);
        }
    }

    /// Names with values, two beside each other where there is room for it.
    fn facts(&mut self, facts: &[Fact]) {
        let list = self.tree.add(self.section, Tag::L(ListNumbering::None));
        let columns = if self.room() < ROOM || facts.len() < 4 { 1 } else { 2 };
        let gutter = 16.0;
        let room = (self.room() - gutter * (columns as f32 - 1.0)) / columns as f32;
        let names: Vec<String> = facts.iter().map(|fact| self.fonts.shown(&fact.name)).collect();
        let name_room = |column: usize| {
            let widths = names.iter().skip(column).step_by(columns).map(|name| self.fonts.width(name, QUIET));
            (widths.fold(0.0, f32::max) + 1.0).min(room * 0.42)
        };
        let name_rooms: Vec<f32> = (0..columns).map(name_room).collect();
        for (row, pair) in facts.chunks(columns).enumerate() {
            let mut cells = Vec::new();
            for (at, (fact, name_room)) in pair.iter().zip(&name_rooms).enumerate() {
                let item = self.tree.add(Some(list), Tag::LI);
                let x = SIDE + at as f32 * (room + gutter);
                let parts = [
                    (x, *name_room, &fact.name, QUIET, self.tree.add(Some(item), Tag::Lbl)),
                    (
                        x + name_room + 8.0,
                        room - name_room - 8.0,
                        &fact.value,
                        BODY,
                        self.tree.add(Some(item), Tag::LBody),
                    ),
                ];
                for (x, room, text, style, node) in parts {
                    let shown = self.fonts.shown(text);
                    let lines = broken(self.fonts, &[Span::new(shown, style)], room);
                    cells.push(Cell { x, room, side: Side::Start, lines, node });
                }
            }
            let mut strips = Self::row(cells, leading(BODY), 1.0);
            if let Some(first) = strips.first_mut().filter(|_| row == 0) {
                first.gap = 6.0;
            }
            self.add(strips);
        }
    }

    fn table(&mut self, table: &Table) {
        table::lay(self, table);
    }

    fn chart(&mut self, chart: &Chart) {
        if matches!(chart.data, Data::Radar(_)) && self.room() >= ROOM {
            self.aside(chart);
            return;
        }
        self.clear();
        let figure = self.figure(chart, WIDE, ROOM, SIDE);
        self.add([figure]);
    }

    fn entries(&mut self, entries: &[Entry]) {
        let list = self.tree.add(self.section, Tag::L(ListNumbering::None));
        let width = |flow: &mut Self, mark: &str| {
            let shown = flow.fonts.shown_on_a_line(mark);
            flow.fonts.width(&shown, QUIET)
        };
        let widest = entries.iter().map(|entry| width(self, &entry.mark)).fold(0.0, f32::max);
        let marks = if widest > 0.0 { (widest + 8.0).min(90.0) } else { 0.0 };
        for (at, entry) in entries.iter().enumerate() {
            self.entry(entry, list, marks, at == 0);
        }
    }
}
