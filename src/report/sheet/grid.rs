//! A table of texts in so many columns of a terminal: nothing is cut, what does not fit goes on below.
//!
//! First headings are broken between words, then long texts; if that is not enough the table is split, and every
//! part repeats the columns that say what a row is about.

use crate::report::wrap::{width, wrap};

/// The space before a table.
const INDENT: usize = 2;

/// The space between columns.
const GAP: usize = 2;

/// The width from which a text is broken in any case.
const WIDEST: usize = 32;

/// The width below which no text is broken.
const NARROWEST: usize = 14;

/// How far what goes on below stands to the right.
const HANGING: usize = 1;

/// A column.
#[derive(Clone, Debug)]
pub(super) struct Column {
    /// Its heading.
    pub(super) heading: String,
    /// Its cells.
    pub(super) cells: Vec<String>,
    /// Whether they are texts, which stand at the left and may be broken.
    pub(super) text: bool,
}

impl Column {
    /// The width with nothing broken but very long texts.
    fn natural(&self) -> usize {
        let heading = width(&self.heading);
        heading.max(self.widest().min(if self.text { WIDEST } else { usize::MAX }))
    }

    /// The least width: that of figures and of the words of the heading.
    fn least(&self) -> usize {
        let word = self.heading.split(' ').map(width).max().unwrap_or_default();
        word.max(self.widest().min(if self.text { NARROWEST } else { usize::MAX }))
    }

    fn widest(&self) -> usize {
        self.cells.iter().map(|cell| width(cell)).max().unwrap_or_default()
    }

    /// The lines of its heading.
    fn head(&self, room: usize) -> Vec<String> {
        // What must not be broken is joined by spaces that are none.
        let line = |line: String| self.aligned(&line.replace('\u{a0}', " "), room);
        wrap(&self.heading, room, 0).into_iter().map(line).collect()
    }

    /// The lines of a cell, those after the first a little to the right.
    fn lines(&self, row: usize, room: usize) -> Vec<String> {
        let Some(cell) = self.cells.get(row) else { return Vec::new() };
        if width(cell) <= room {
            return vec![self.aligned(cell, room)];
        }
        let lines = wrap(cell, room.saturating_sub(HANGING), 0);
        let hung = |(at, line): (usize, String)| if at == 0 { line } else { " ".repeat(HANGING) + &line };
        lines.into_iter().enumerate().map(hung).map(|line| self.aligned(&line, room)).collect()
    }

    fn aligned(&self, text: &str, room: usize) -> String {
        let fill = " ".repeat(room.saturating_sub(width(text)));
        if self.text { format!("{text}{fill}") } else { format!("{fill}{text}") }
    }
}

/// The lines of a table in `room` columns of a terminal.
pub(super) fn lines(columns: &[Column], room: usize) -> Vec<String> {
    let columns: Vec<&Column> = columns.iter().collect();
    let parts = parts(&columns, room);
    let mut lines = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            lines.push(String::new());
        }
        lines.extend(drawn(part, room));
    }
    lines
}

fn taken(widths: &[usize]) -> usize {
    INDENT + widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1)
}

/// The columns in as many parts as are needed. What a row is about stands up to its first text.
fn parts<'a>(columns: &[&'a Column], room: usize) -> Vec<Vec<&'a Column>> {
    let about = columns.iter().position(|column| column.text).map_or(1, |at| at + 1).min(columns.len());
    let (about, rest) = columns.split_at(about);
    let mut parts = vec![about.to_vec()];
    for column in rest {
        let Some(last) = parts.last_mut() else { break };
        let widths: Vec<usize> = last.iter().chain([column]).map(|column| column.least()).collect();
        if taken(&widths) > room && last.len() > about.len() {
            parts.push(about.iter().copied().chain([*column]).collect());
        } else {
            last.push(column);
        }
    }
    level(&mut parts, about.len(), room);
    parts
}

/// Moves columns on to the next part where they stand without anything broken, out of one where something is.
fn level(parts: &mut [Vec<&Column>], about: usize, room: usize) {
    let natural = |part: &[&Column]| taken(&part.iter().map(|column| column.natural()).collect::<Vec<_>>());
    for at in (1..parts.len()).rev() {
        let Ok([before, after]) = parts.get_disjoint_mut([at - 1, at]) else { continue };
        while before.len() > about + 1 && natural(before) > room {
            let Some(last) = before.last().copied() else { break };
            after.insert(about, last);
            if natural(after) > room {
                after.remove(about);
                break;
            }
            before.pop();
        }
    }
}

/// The widths of columns: narrowed where they do not fit, figures before texts, the widest first.
fn widths(columns: &[&Column], room: usize) -> Vec<usize> {
    let mut widths: Vec<usize> = columns.iter().map(|column| column.natural()).collect();
    for text in [false, true] {
        while taken(&widths) > room {
            let spare = |(at, width): (usize, &usize)| {
                let column = columns.get(at).filter(|column| column.text == text)?;
                let spare = width.saturating_sub(column.least());
                (spare > 0).then_some((*width, at))
            };
            let Some((_, at)) = widths.iter().enumerate().filter_map(spare).max() else { break };
            if let Some(width) = widths.get_mut(at) {
                *width -= 1;
            }
        }
    }
    widths
}

fn drawn(columns: &[&Column], room: usize) -> Vec<String> {
    let widths = widths(columns, room);
    let rows = columns.iter().map(|column| column.cells.len()).max().unwrap_or_default();
    let sized = || columns.iter().zip(&widths);
    let heads: Vec<Vec<String>> = sized().map(|(column, room)| column.head(*room)).collect();
    let tallest = heads.iter().map(Vec::len).max().unwrap_or_default();
    // Headings stand on their last line.
    let heads = heads.into_iter().map(|head| [vec![String::new(); tallest - head.len()], head].concat()).collect();
    let cells = (0..rows).map(|row| sized().map(|(column, room)| column.lines(row, *room)).collect());
    std::iter::once(heads).chain(cells).flat_map(|cells: Vec<Vec<String>>| beside(&cells, &widths)).collect()
}

/// Blocks of lines side by side.
fn beside(blocks: &[Vec<String>], widths: &[usize]) -> Vec<String> {
    let height = blocks.iter().map(Vec::len).max().unwrap_or_default();
    let line = |at: usize| {
        let pieces = blocks.iter().zip(widths).map(|(block, room)| {
            let text = block.get(at).map_or("", String::as_str);
            format!("{text}{}", " ".repeat(room.saturating_sub(width(text))))
        });
        let line = pieces.collect::<Vec<_>>().join(&" ".repeat(GAP));
        format!("{}{line}", " ".repeat(INDENT)).trim_end().to_owned()
    };
    (0..height).map(line).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn column(heading: &str, cells: &[&str], text: bool) -> Column {
        Column { heading: heading.to_owned(), cells: cells.iter().map(|it| (*it).to_owned()).collect(), text }
    }

    #[test]
    fn a_table_that_fits_stays_on_its_lines() {
        let table = [column("firm", &["Oqtosh", "Buxoro Non"], true), column("score", &["31.2", "9.0"], false)];
        assert_eq!(lines(&table, 80), ["  firm        score", "  Oqtosh       31.2", "  Buxoro Non    9.0"]);
    }

    #[test]
    fn headings_are_broken_before_texts_and_texts_before_the_table_is_split() {
        let figures = column("above the next", &["50%"], false);
        let table = [column("firm", &["Zarafshon Tekstil MChJ"], true), figures.clone()];
        let row = |name: &str, figure: &str| format!("  {name:<22}{figure:>8}");
        let headed = [format!("{:>32}", "above"), format!("{:>32}", "the"), row("firm", "next")];
        assert_eq!(lines(&table, 32), [&headed[..], &[row("Zarafshon Tekstil MChJ", "50%")]].concat());
        let narrow = lines(&table, 24);
        let row = |name: &str, figure: &str| format!("  {name:<15}{figure:>7}");
        assert_eq!(narrow[2..], [row("firm", "next"), row("Zarafshon", "50%"), "   Tekstil MChJ".to_owned()]);
        let split = lines(&[table[0].clone(), figures.clone(), figures], 24);
        assert_eq!(split.iter().filter(|line| line.contains("Zarafshon")).count(), 2, "{split:?}");
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_every_line_fits(
            names in prop::collection::vec("[a-zʻё]{1,9}( [a-z]{1,9}){0,6}", 1..5),
            figures in prop::collection::vec(0..1_000_000_u32, 0..14), room in 40_usize..100,
        ) {
            let texts: Vec<&str> = names.iter().map(String::as_str).collect();
            let mut table = vec![column("name", &texts, true)];
            for figure in &figures {
                let cells: Vec<String> = names.iter().map(|_| figure.to_string()).collect();
                table.push(column("of all", &cells.iter().map(String::as_str).collect::<Vec<_>>(), false));
            }
            let lines = lines(&table, room);
            prop_assert!(lines.iter().all(|line| width(line) <= room), "{lines:#?}");
            let words: Vec<&str> = lines.iter().flat_map(|line| line.split_whitespace()).collect();
            for word in names.iter().flat_map(|name| name.split(' ')) {
                prop_assert!(words.contains(&word), "{word} in {lines:#?}");
            }
            for figure in &figures {
                prop_assert!(words.contains(&figure.to_string().as_str()), "{figure} in {lines:#?}");
            }
        }
    }
}
