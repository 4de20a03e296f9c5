//! SPSS's system file, uncompressed, UTF-8; as PSPP's developers describe it:
//! <https://www.gnu.org/software/pspp/pspp-dev/html_node/System-File-Format.html>.
//!
//! The codes −9…−5 are user-missing values of every column that belongs to a question. A text longer than 32,767
//! bytes, the most that SPSS has room for, is cut.

use std::io::{self, Write};

use super::{Cell, Dataset, Error, Missing, Values, Variable};
use crate::i18n::Texts;

/// The most bytes of a text.
const LONGEST: usize = 32_767;
/// The most bytes of one piece of a text that is longer than a column of SPSS can be.
const PIECE: usize = 255;
/// The bytes by which SPSS counts the pieces.
const COUNTED: usize = 252;
/// The most bytes of a label of a value.
const VALUE_LABEL: usize = 120;
/// The most bytes of a label of a column.
const LABEL: usize = 250;
/// Seconds from 1582-10-14, where SPSS begins to count, to 1970-01-01.
const EPOCH_SECONDS: f64 = 12_219_379_200.0;

/// How a column is laid out.
struct Column<'a> {
    variable: &'a Variable,
    label: String,
    /// The place of its first piece among all pieces.
    first: usize,
    /// The bytes of a text; 0 for a number.
    width: usize,
}

impl Column<'_> {
    const fn is_text(&self) -> bool {
        self.width > 0
    }

    /// The short name of a piece: they count through all columns, so none is used twice.
    fn short(&self, nth: usize) -> String {
        format!("V{:05}", self.first + nth)
    }

    /// The widths of its pieces.
    fn pieces(&self) -> Vec<usize> {
        if self.width <= PIECE {
            return vec![self.width];
        }
        let count = self.width.div_ceil(COUNTED);
        let mut pieces = vec![PIECE; count - 1];
        pieces.push(self.width - (count - 1) * COUNTED);
        pieces
    }

    /// The numbers of the first piece in cells of eight bytes.
    fn cells(&self) -> usize {
        self.pieces().iter().map(|width| width.div_ceil(8).max(1)).sum()
    }
}

/// Writes the table. Reads the rows twice: for widths, for data.
///
/// # Errors
/// What could not be read or written.
pub fn spss(dataset: &Dataset, texts: &Texts, to: &mut dyn Write) -> Result<(), Error> {
    let (count, columns) = laid_out(dataset, texts)?;
    let count = i32::try_from(count).map_err(|_| Error::Full { what: "rows", most: i32::MAX as usize })?;
    header(dataset, texts, count, &columns, to)?;
    for column in &columns {
        variable(column, to)?;
    }
    let mut first = 1;
    for column in &columns {
        value_labels(column, first, texts, to)?;
        first += column.cells();
    }
    extensions(&columns, to)?;
    dataset.rows(&mut |cells| {
        columns.iter().zip(cells).try_for_each(|(column, cell)| datum(column, cell, to)).map_err(Error::from)
    })?;
    Ok(to.flush()?)
}

fn laid_out<'a>(dataset: &'a Dataset, texts: &Texts) -> Result<(usize, Vec<Column<'a>>), Error> {
    let mut count = 0;
    let mut widths = vec![1; dataset.variables.len()];
    dataset.rows(&mut |cells| {
        count += 1;
        for (width, cell) in widths.iter_mut().zip(cells) {
            if let Cell::Text(text) = cell {
                *width = text.len().min(LONGEST).max(*width);
            }
        }
        Ok(())
    })?;
    let mut at = 0;
    let columns = dataset.variables.iter().zip(widths).map(|(variable, width)| {
        let width = if matches!(variable.values, Values::Text) { width } else { 0 };
        let column = Column { variable, label: variable.label.said(texts), first: at, width };
        at += column.pieces().len();
        column
    });
    Ok((count, columns.collect()))
}

fn int(to: &mut dyn Write, number: i32) -> io::Result<()> {
    to.write_all(&number.to_le_bytes())
}

/// A size in the file: all of them are small.
fn small(size: usize) -> i32 {
    i32::try_from(size).unwrap_or(i32::MAX)
}

fn header(dataset: &Dataset, texts: &Texts, count: i32, columns: &[Column], to: &mut dyn Write) -> Result<(), Error> {
    let cells: usize = columns.iter().map(Column::cells).sum();
    to.write_all(b"$FL2")?;
    to.write_all(&filled("@(#) SPSS DATA FILE tashxis", 60))?;
    for number in [2, small(cells), 0, 0, count] {
        int(to, number)?;
    }
    to.write_all(&100f64.to_le_bytes())?;
    // No time of writing: the same data give the same file.
    to.write_all(b"01 Jan 7000:00:00")?;
    to.write_all(&filled(shortened(dataset.questionnaire.title.get(texts.lang()), 64), 64))?;
    Ok(to.write_all(&[0; 3])?)
}

/// The format of a column for print and write: the number of its kind, its width, its places.
fn format(column: &Column, width: usize) -> i32 {
    let (kind, width, places) = match &column.variable.values {
        Values::Text => (1, small(width), 0),
        Values::Number => (5, 12, 2),
        Values::Coded(_) => (5, 8, 0),
        Values::Day => (20, 11, 0),
        Values::Moment => (22, 20, 0),
    };
    kind << 16 | width << 8 | places
}

fn variable(column: &Column, to: &mut dyn Write) -> Result<(), Error> {
    for (nth, width) in column.pieces().into_iter().enumerate() {
        let is_first = nth == 0;
        let has_missing = is_first && !column.is_text() && column.variable.question().is_some();
        int(to, 2)?;
        int(to, small(width))?;
        int(to, i32::from(is_first))?;
        int(to, if has_missing { -2 } else { 0 })?;
        int(to, format(column, width))?;
        int(to, format(column, width))?;
        to.write_all(&filled(&column.short(nth), 8))?;
        if is_first {
            let label = shortened(&column.label, LABEL);
            int(to, small(label.len()))?;
            to.write_all(&filled(label, label.len().div_ceil(4) * 4))?;
        }
        if has_missing {
            let codes = Missing::ALL.map(|(_, code, _)| f64::from(code));
            to.write_all(&codes.iter().copied().fold(f64::INFINITY, f64::min).to_le_bytes())?;
            to.write_all(&codes.iter().copied().fold(f64::NEG_INFINITY, f64::max).to_le_bytes())?;
        }
        for _ in 1..width.div_ceil(8) {
            for number in [2, -1, 0, 0, 1 << 16 | 8 << 8, 1 << 16 | 8 << 8] {
                int(to, number)?;
            }
            to.write_all(&[b' '; 8])?;
        }
    }
    Ok(())
}

fn value_labels(column: &Column, first: usize, texts: &Texts, to: &mut dyn Write) -> Result<(), Error> {
    let mut labels: Vec<(i32, String)> = match &column.variable.values {
        Values::Coded(codes) => codes.iter().map(|code| (code.code, code.label.said(texts))).collect(),
        _ => Vec::new(),
    };
    if !column.is_text() && column.variable.question().is_some() {
        labels.extend(Missing::ALL.iter().map(|(_, code, key)| (*code, texts.get(key))));
    }
    if labels.is_empty() {
        return Ok(());
    }
    int(to, 3)?;
    int(to, small(labels.len()))?;
    for (code, label) in &labels {
        let label = shortened(label, VALUE_LABEL);
        to.write_all(&f64::from(*code).to_le_bytes())?;
        to.write_all(&[label.len() as u8])?;
        to.write_all(&filled(label, (label.len() + 1).div_ceil(8) * 8 - 1))?;
    }
    for number in [4, 1, small(first)] {
        int(to, number)?;
    }
    Ok(())
}

/// A record of a kind that was added to the format later.
fn extension(to: &mut dyn Write, subtype: i32, size: i32, bytes: &[u8]) -> io::Result<()> {
    for number in [7, subtype, size, small(bytes.len()) / size.max(1)] {
        int(to, number)?;
    }
    to.write_all(bytes)
}

fn extensions(columns: &[Column], to: &mut dyn Write) -> Result<(), Error> {
    // Version 27.0.0 of SPSS on a machine with IEEE numbers, little-endian; UTF-8 is code page 65001.
    let machine: Vec<u8> = [27, 0, 0, -1, 1, 1, 2, 65_001].into_iter().flat_map(i32::to_le_bytes).collect();
    extension(to, 3, 4, &machine)?;
    let lowest = f64::from_bits(0xffef_ffff_ffff_fffe);
    let floats: Vec<u8> = [f64::MIN, f64::MAX, lowest].into_iter().flat_map(f64::to_le_bytes).collect();
    extension(to, 4, 8, &floats)?;
    let display = columns.iter().flat_map(|column| {
        let measure = match column.variable.values {
            Values::Text | Values::Coded(_) => 1,
            _ => 3,
        };
        column.pieces().into_iter().flat_map(move |_| [measure, 8, i32::from(measure == 3)])
    });
    extension(to, 11, 4, &display.flat_map(i32::to_le_bytes).collect::<Vec<u8>>())?;
    let names: Vec<String> =
        columns.iter().map(|column| format!("{}={}", column.short(0), column.variable.name)).collect();
    extension(to, 13, 1, names.join("\t").as_bytes())?;
    let long = columns.iter().filter(|column| column.width > PIECE);
    let long: String = long.map(|column| format!("{}={:05}\0\t", column.short(0), column.width)).collect();
    if !long.is_empty() {
        extension(to, 14, 1, long.as_bytes())?;
    }
    extension(to, 20, 1, b"UTF-8")?;
    int(to, 999)?;
    Ok(int(to, 0)?)
}

fn datum(column: &Column, cell: &Cell, to: &mut dyn Write) -> io::Result<()> {
    if !column.is_text() {
        return to.write_all(&double(cell).to_le_bytes());
    }
    let text = match cell {
        Cell::Text(text) => shortened(text, column.width),
        _ => "",
    };
    let mut rest = text.as_bytes();
    for width in column.pieces() {
        let (piece, behind) = rest.split_at(rest.len().min(PIECE));
        rest = behind;
        let mut bytes = piece.to_vec();
        bytes.resize(width.div_ceil(8) * 8, b' ');
        to.write_all(&bytes)?;
    }
    Ok(())
}

/// A number, a day or a moment; the lowest number there is stands for nothing.
fn double(cell: &Cell) -> f64 {
    match cell {
        Cell::Empty | Cell::Text(_) => f64::MIN,
        Cell::Missing(missing) => f64::from(missing.code()),
        Cell::Code(code) => f64::from(*code),
        Cell::Number(number) => *number,
        Cell::Day(day) => {
            let days = jiff::civil::date(1970, 1, 1).until(*day).map_or(0, |span| span.get_days());
            f64::from(days) * 86_400.0 + EPOCH_SECONDS
        }
        Cell::Moment(time) => time.as_second() as f64 + EPOCH_SECONDS,
    }
}

/// As much of a text as fits into so many bytes, cut between letters.
pub(super) fn shortened(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let end = (0..=most).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    text.get(..end).unwrap_or_default()
}

/// The text in so many bytes, filled up with spaces.
fn filled(text: &str, bytes: usize) -> Vec<u8> {
    let mut filled = shortened(text, bytes).as_bytes().to_vec();
    filled.resize(bytes, b' ');
    filled
}
