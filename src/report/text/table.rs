//! A table in cells of a terminal: columns side by side, or row by row where they have no room.

use crate::report::model::{Side, Table};
use crate::report::wrap::{plain, width, wrap};

/// The room between two columns.
const GAP: usize = 2;
/// The narrowest column of texts that can be read.
const NARROWEST: usize = 14;

/// The lines of a table, without its caption, at most `room` cells wide.
pub(super) fn lines(table: &Table, room: usize) -> Vec<String> {
    let heads: Vec<String> = table.columns.iter().map(|column| plain(&column.title)).collect();
    let rows: Vec<Vec<String>> = table.rows.iter().map(|row| row.iter().map(|cell| plain(cell)).collect()).collect();
    match widths(table, &heads, &rows, room) {
        Some(widths) => {
            let rule = vec!["─".repeat(widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1))];
            let all = rows.iter().flat_map(|row| side_by_side(table, row, &widths));
            side_by_side(table, &heads, &widths).into_iter().chain(rule).chain(all).collect()
        }
        None => rows.iter().flat_map(|row| one_by_one(&heads, row, room)).collect(),
    }
}

/// The widths of the columns: figures as wide as they are, texts by what is left.
fn widths(table: &Table, heads: &[String], rows: &[Vec<String>], room: usize) -> Option<Vec<usize>> {
    let widest_word = |text: &str| text.split(' ').map(width).max().unwrap_or_default();
    let natural = |at: usize| {
        let cells = rows.iter().filter_map(|row| row.get(at)).map(|cell| width(cell)).max().unwrap_or_default();
        // A heading of figures may be broken between its words.
        cells.max(heads.get(at).map(|head| widest_word(head)).unwrap_or_default())
    };
    let mut widths: Vec<usize> = (0..heads.len()).map(natural).collect();
    let whole = |widths: &[usize]| widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1);
    while whole(&widths) > room {
        let texts = table.columns.iter().zip(widths.iter_mut()).filter(|(column, _)| column.side == Side::Start);
        let (_, widest) = texts.max_by_key(|(_, width)| **width).filter(|(_, width)| **width > NARROWEST)?;
        *widest -= 1;
    }
    Some(widths)
}

fn side_by_side(table: &Table, row: &[String], widths: &[usize]) -> Vec<String> {
    let cells: Vec<Vec<String>> = row.iter().zip(widths).map(|(cell, width)| wrap(cell, *width, 0)).collect();
    let tallest = cells.iter().map(Vec::len).max().unwrap_or_default();
    let line = |at: usize| {
        let columns = cells.iter().zip(widths).zip(&table.columns);
        let texts = columns.map(|((cell, room), column)| {
            let text = cell.get(at).map(String::as_str).unwrap_or_default();
            let fill = " ".repeat(room.saturating_sub(width(text)));
            if column.side == Side::Start { format!("{text}{fill}") } else { format!("{fill}{text}") }
        });
        texts.collect::<Vec<_>>().join(&" ".repeat(GAP)).trim_end().to_owned()
    };
    (0..tallest).map(line).collect()
}

/// A row as its name with the other cells beneath, each after the heading of its column.
fn one_by_one(heads: &[String], row: &[String], room: usize) -> Vec<String> {
    let mut cells = heads.iter().zip(row);
    let mut lines = cells.next().map(|(_, name)| wrap(name, room, 0)).unwrap_or_default();
    for (head, cell) in cells {
        let said = wrap(&format!("{head}: {cell}"), room.saturating_sub(GAP), 0);
        lines.extend(said.into_iter().map(|line| format!("{}{line}", " ".repeat(GAP))));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::model::Column;

    fn table() -> Table {
        let columns = vec![Column::text("Area"), Column::figure("Score"), Column::figure("90% interval")];
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let rows = vec![row(["Innovation infrastructure", "34.5", "30.1–39.0"]), row(["Skills", "—", "—"])];
        Table { caption: String::new(), columns, rows }
    }

    #[test]
    fn columns_stand_side_by_side_where_there_is_room() {
        let expected = [
            "                                      90%",
            "Area                       Score   interval",
            "───────────────────────────────────────────",
            "Innovation infrastructure   34.5  30.1–39.0",
            "Skills                         —          —",
        ];
        let lines = lines(&table(), 60);
        assert_eq!(lines.len(), expected.len(), "{lines:#?}");
        assert_eq!(lines[2..], expected[2..]);
        assert!(lines[0].contains("Area") && lines[0].contains("90%") && lines[1].contains("interval"), "{lines:#?}");
    }

    #[test]
    fn a_name_is_broken_before_a_column_is_left_out() {
        let lines = lines(&table(), 36);
        assert_eq!(lines[3..5], ["Innovation           34.5  30.1–39.0", "infrastructure"]);
    }

    #[test]
    fn without_room_each_row_is_told() {
        let lines = lines(&table(), 20);
        assert_eq!(lines[..4], ["Innovation", "infrastructure", "  Score: 34.5", "  90% interval:"]);
    }
}
