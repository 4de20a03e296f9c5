//! Tables: columns as wide as what stands in them, cells of several lines, the head on every page.

use krilla::tagging::{TableHeaderScope, Tag};

use super::SIDE;
use super::flow::{BODY, Cell, Flow, QUIET, STRONG, TOGETHER, leading};
use super::lines::{Span, broken};
use super::strip::{Head, Item, NodeId, Shape, Strip, Style};
use crate::report::chart::scene::{Ink, Rgb};
use crate::report::model::{Side, Table};

/// The letters of cells.
const CELL: Style = Style { size: 9.0, ..BODY };
/// The letters of the head.
const HEAD: Style = Style { size: 9.0, ..QUIET };
/// The room between two columns.
const GAP: f32 = 12.0;
/// The room beneath the lines of a row.
const PAD: f32 = 3.0;

/// Lays a table out.
pub fn lay(flow: &mut Flow<'_>, table: &Table) {
    let room = flow.room();
    let columns: Vec<(String, Side)> =
        table.columns.iter().map(|column| (flow.fonts.shown(&column.title), column.side)).collect();
    let rows: Vec<Vec<String>> =
        table.rows.iter().map(|row| row.iter().map(|cell| in_row(flow, row, cell)).collect()).collect();
    flow.fonts.in_entry("");
    let widths = widths(flow, &columns, &rows, room);
    let node = flow.tree.add(flow.section, Tag::Table);
    caption(flow, table, node, room);
    let mut x = SIDE;
    let mut places = Vec::new();
    for (width, (_, side)) in widths.iter().zip(&columns) {
        places.push((x, *width, *side));
        x += width + GAP;
    }
    let titles: Vec<String> = columns.into_iter().map(|(title, _)| title).collect();
    let head = head(flow, node, &titles, &places, room);
    let count = rows.len();
    let mut all = Vec::new();
    for (at, row) in rows.into_iter().enumerate() {
        let tr = flow.tree.add(Some(node), Tag::TR);
        let mut strips = cells(flow, tr, &row, &places, CELL, |column| column == 0);
        underlined(&mut strips, room, 0.4, Ink::Grid.on_paper());
        // The first row stays with the head, and the last one is not left alone.
        let last = strips.len().saturating_sub(1);
        for (line, strip) in strips.iter_mut().enumerate() {
            strip.head = Some(head);
            strip.keep = line == last && count > 2 && at + 2 == count;
        }
        all.extend(strips);
    }
    // A small table is not divided.
    if all.iter().map(|strip| strip.height).sum::<f32>() <= TOGETHER {
        let last = all.len().saturating_sub(1);
        all.iter_mut().take(last).for_each(|strip| strip.keep = true);
    }
    flow.add(all);
}

/// A cell as it can be printed. A row is told by its first cell.
fn in_row(flow: &mut Flow<'_>, row: &[String], cell: &str) -> String {
    flow.fonts.in_entry(row.first().map_or("", String::as_str));
    flow.fonts.shown(cell)
}

fn caption(flow: &mut Flow<'_>, table: &Table, node: NodeId, room: f32) {
    if table.caption.is_empty() {
        return;
    }
    let caption = flow.tree.add(Some(node), Tag::Caption);
    let shown = flow.fonts.shown(&table.caption);
    let lines = broken(flow.fonts, &[Span::new(shown, STRONG)], room);
    let cell = Cell { x: SIDE, room, side: Side::Start, lines, node: caption };
    let mut strips = Flow::row(vec![cell], leading(STRONG), 1.0);
    for strip in &mut strips {
        strip.keep = true;
    }
    if let Some(first) = strips.first_mut() {
        first.gap = 6.0;
    }
    flow.add(strips);
}

/// The head, which is drawn again on every page.
fn head(flow: &mut Flow<'_>, node: NodeId, titles: &[String], places: &[(f32, f32, Side)], room: f32) -> usize {
    let tr = flow.tree.add(Some(node), Tag::TR);
    let mut strips = cells(flow, tr, titles, places, HEAD, |_| false);
    underlined(&mut strips, room, 0.8, Ink::Quiet.on_paper());
    for strip in &mut strips {
        strip.keep = true;
    }
    let again = Head {
        height: strips.iter().map(|strip| strip.height).sum(),
        shapes: strips.iter().flat_map(|strip| &strip.items).map(|item| item.shape.clone()).collect(),
    };
    flow.heads.push(again);
    flow.add(strips);
    flow.heads.len() - 1
}

/// A row of cells. The head names columns; in other rows, the first cell names the row.
fn cells(
    flow: &mut Flow<'_>,
    row: NodeId,
    texts: &[String],
    places: &[(f32, f32, Side)],
    style: Style,
    names_row: impl Fn(usize) -> bool,
) -> Vec<Strip> {
    let is_head = style == HEAD;
    let mut cells = Vec::new();
    for (at, (text, (x, width, side))) in texts.iter().zip(places).enumerate() {
        let node = match (is_head, names_row(at)) {
            (true, _) => flow.tree.add(Some(row), Tag::TH(TableHeaderScope::Column)),
            (false, true) => flow.tree.add(Some(row), Tag::TH(TableHeaderScope::Row)),
            (false, false) => flow.tree.add(Some(row), Tag::TD),
        };
        let lines = broken(flow.fonts, &[Span::new(text.as_str(), style)], *width);
        cells.push(Cell { x: *x, room: *width, side: *side, lines, node });
    }
    Flow::row(cells, leading(style), PAD)
}

fn underlined(strips: &mut [Strip], width: f32, thick: f32, ink: Rgb) {
    if let Some(last) = strips.last_mut() {
        let shape = Shape::Rule { x: SIDE, y: last.height - PAD / 2.0, width, thick, ink };
        last.items.push(Item { shape, node: None });
    }
}

/// How wide the columns are: as wide as what stands in them if there is room, else not narrower than their longest
/// word while that is possible.
fn widths(flow: &Flow<'_>, columns: &[(String, Side)], rows: &[Vec<String>], room: f32) -> Vec<f32> {
    let room = room - GAP * columns.len().saturating_sub(1) as f32;
    let measured = |at: usize| {
        let cells = rows.iter().filter_map(|row| row.get(at)).map(|text| (text, CELL));
        let head = columns.get(at).map(|(title, _)| (title, HEAD));
        let (mut least, mut most) = (0.0_f32, 0.0_f32);
        for (text, style) in head.into_iter().chain(cells) {
            for line in text.split('\n') {
                most = most.max(flow.fonts.width(line, style));
                let words = line.split(' ').map(|word| flow.fonts.width(word, style));
                least = words.fold(least, f32::max);
            }
        }
        // What is measured word by word must fit again when it is measured as a whole.
        (least + 0.5, most + 0.5)
    };
    let sizes: Vec<(f32, f32)> = (0..columns.len()).map(measured).collect();
    let least: f32 = sizes.iter().map(|(least, _)| least).sum();
    let most: f32 = sizes.iter().map(|(_, most)| most).sum();
    let width = |(low, high): (f32, f32)| {
        if most <= room {
            high + (room - most) * high / most
        } else if least <= room {
            low + (room - least) * (high - low) / (most - least)
        } else {
            // Even shares set a bound to those that want too much.
            low.min(room / sizes.len() as f32)
        }
    };
    let mut widths: Vec<f32> = sizes.iter().copied().map(width).collect();
    let spare = room - widths.iter().sum::<f32>();
    if least > room && spare > 0.0 {
        let wanting = sizes.iter().zip(&widths).filter(|((low, _), width)| low > width).count() as f32;
        for ((low, _), width) in sizes.iter().zip(&mut widths) {
            if low > width {
                *width += spare / wanting;
            }
        }
    }
    widths
}
