//! Bytes of a file → its cells, within limits that a hostile file cannot pass.
//!
//! Formulas are never computed: a cell says what its program wrote there last.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{DataRef, ExcelDateTime, Reader, Style, Xlsx, XlsxError};
use jiff::civil::Date;

use crate::engine::text::{Message, steers};

/// The most bytes of a file.
pub const MOST_BYTES: usize = 16 << 20;
/// The most bytes of a workbook when it is unpacked.
const MOST_UNPACKED: u64 = 48 << 20;
/// The most bytes of its formats: a short word makes a large one in memory.
const MOST_STYLES: u64 = 1 << 20;
/// The most files inside a workbook.
const MOST_PARTS: usize = 2_000;
/// The most sheets that are read.
const MOST_SHEETS: usize = 32;
/// The most rows that are read of a sheet.
const MOST_ROWS: u32 = 20_000;
/// The columns that are read of a sheet.
const MOST_COLUMNS: u32 = 64;
/// The most cells of a file that hold something.
const MOST_CELLS: usize = 200_000;

/// What kind of file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A workbook.
    Xlsx,
    /// A text with separators.
    Csv,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    Text(String),
    Number(f64),
    /// A number that is shown as per cent, in per cent: what was typed as `12 %` is stored as 0.12.
    Percent(f64),
    Day(Date),
    /// A formula that came to nothing.
    Error(String),
}

impl Cell {
    /// What it shows.
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) => text.trim().to_owned(),
            Self::Number(number) => number.to_string(),
            Self::Percent(number) => format!("{number}%"),
            Self::Day(day) => day.to_string(),
            Self::Error(error) => error.clone(),
        }
    }
}

/// The cells of one sheet, by row and column from 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sheet {
    pub name: String,
    pub cells: BTreeMap<(u32, u32), Cell>,
}

/// The cells of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    pub(super) kind: Kind,
    pub(super) sheets: Vec<Sheet>,
}

impl Grid {
    /// Reads a file.
    ///
    /// # Errors
    /// Says why it cannot be read, and what to do.
    pub fn read(bytes: &[u8], kind: Kind) -> Result<Self, Message> {
        if bytes.len() > MOST_BYTES {
            return Err(Message::new("spreadsheet-too-large").with("most", MOST_BYTES >> 20));
        }
        let sheets = match kind {
            Kind::Xlsx => workbook(bytes)?,
            Kind::Csv => vec![text(bytes)?],
        };
        Ok(Self { kind, sheets })
    }
}

#[expect(clippy::needless_pass_by_value, reason = "made from the error of a `map_err`")]
fn damaged(cause: impl ToString) -> Message {
    // The words of a library may quote the file.
    let cause: String = cause.to_string().chars().filter(|c| !c.is_control()).take(120).collect();
    Message::new("spreadsheet-damaged").with("cause", cause)
}

fn full(what: &'static str, most: usize) -> Message {
    Message::new(what).with("most", most)
}

/// Unpacks everything once without keeping it: what a packed file says of its size need not be true.
fn measure(bytes: &[u8]) -> Result<(), Message> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if zip.len() > MOST_PARTS {
        return Err(full("spreadsheet-too-many-parts", MOST_PARTS));
    }
    let mut left = MOST_UNPACKED;
    for at in 0..zip.len() {
        let part = zip.by_index(at).map_err(damaged)?;
        let is_styles = part.name().is_ok_and(|name| name.to_lowercase().ends_with("styles.xml"));
        let unpacked = std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(damaged)?;
        if is_styles && unpacked > MOST_STYLES {
            return Err(full("spreadsheet-too-many-styles", MOST_STYLES as usize >> 20));
        }
        left = left.checked_sub(unpacked).ok_or_else(|| full("spreadsheet-unpacks", MOST_UNPACKED as usize >> 20))?;
    }
    Ok(())
}

fn workbook(bytes: &[u8]) -> Result<Vec<Sheet>, Message> {
    measure(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut sheets = Vec::new();
    let mut count = 0;
    for name in book.sheet_names().into_iter().take(MOST_SHEETS) {
        let mut sheet = Sheet { name: name.clone(), cells: BTreeMap::new() };
        match book.worksheet_cells_reader(&name) {
            Ok(mut reader) => {
                let as_percent: Vec<bool> = reader.styles().iter().map(shows_percent).collect();
                while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(damaged)? {
                    let (row, column) = cell.get_position();
                    let found = match value(cell.get_value()) {
                        Some(Cell::Number(number)) if as_percent.get(style) == Some(&true) => percent(number),
                        Some(found) => found,
                        None => continue,
                    };
                    keep(&mut sheet, (row, column), found, &mut count)?;
                }
            }
            // A chart may be a sheet of its own.
            Err(XlsxError::NotAWorksheet(_)) => {}
            Err(error) => return Err(damaged(error)),
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn keep(sheet: &mut Sheet, at: (u32, u32), cell: Cell, count: &mut usize) -> Result<(), Message> {
    if at.0 >= MOST_ROWS {
        return Err(full("spreadsheet-too-many-rows", MOST_ROWS as usize));
    }
    if at.1 >= MOST_COLUMNS {
        return Ok(());
    }
    *count += 1;
    if *count > MOST_CELLS {
        return Err(full("spreadsheet-too-many-cells", MOST_CELLS));
    }
    sheet.cells.insert(at, cell);
    Ok(())
}

/// Whether cells of a style show a hundred times their number with a sign of per cent.
fn shows_percent(style: &Style) -> bool {
    let Some(format) = &style.number_format else { return false };
    let (mut quoted, mut escaped) = (false, false);
    format.format_code.chars().any(|sign| {
        let plain = !quoted && !std::mem::take(&mut escaped);
        match sign {
            '"' if plain || quoted => quoted = !quoted,
            // What follows stands for itself.
            '\\' | '_' | '*' if plain => escaped = true,
            _ => {}
        }
        plain && sign == '%'
    })
}

/// 0.07 times 100 is 7, not 7.000000000000001.
fn percent(number: f64) -> Cell {
    const PLACES: f64 = 1e10;
    let exact = number * 100.0;
    let rounded = (exact * PLACES).round() / PLACES;
    Cell::Percent(if rounded.is_finite() { rounded } else { exact })
}

/// Whether a text shows anything: spaces and signs that only steer are no more than an empty cell.
fn shows(text: &str) -> bool {
    text.chars().any(|c| !c.is_whitespace() && !steers(c))
}

fn value(value: &DataRef<'_>) -> Option<Cell> {
    let text = |text: &str| shows(text).then(|| Cell::Text(text.to_owned()));
    match value {
        DataRef::Empty => None,
        DataRef::Int(number) => Some(Cell::Number(*number as f64)),
        DataRef::Float(number) => Some(Cell::Number(*number)),
        DataRef::String(string) => text(string),
        DataRef::SharedString(string) => text(string),
        DataRef::Bool(truth) => Some(Cell::Text(if *truth { "TRUE" } else { "FALSE" }.to_owned())),
        DataRef::DateTime(moment) => Some(day(moment)),
        DataRef::DateTimeIso(moment) => match moment.split('T').next().unwrap_or_default().parse() {
            Ok(day) => Some(Cell::Day(day)),
            Err(_) => text(moment),
        },
        DataRef::DurationIso(duration) => text(duration),
        DataRef::Error(error) => Some(Cell::Error(error.to_string())),
    }
}

/// A number that is shown as a day. What is shown as a time of day only, or lies outside the calendar, stays a number.
fn day(moment: &ExcelDateTime) -> Cell {
    // Spreadsheets count the days from 1900; the last one they know is 31 December 9999.
    if !moment.is_datetime() || !(1.0..2_958_466.0).contains(&moment.as_f64()) {
        return Cell::Number(moment.as_f64());
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    let date =
        i16::try_from(year).ok().and_then(|year| Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok());
    date.map_or(Cell::Number(moment.as_f64()), Cell::Day)
}

fn text(bytes: &[u8]) -> Result<Sheet, Message> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = before.split(|byte| *byte == b'\n').count();
        Message::new("spreadsheet-not-utf8").with("line", line)
    })?;
    let text = text.trim_start_matches('\u{feff}');
    // Spreadsheets write the separator of their country.
    let head = text.lines().next().unwrap_or_default();
    let most = [b',', b';', b'\t'].into_iter().max_by_key(|sign| head.bytes().filter(|byte| byte == sign).count());
    let mut reader = ::csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(most.unwrap_or(b','));
    let mut sheet = Sheet::default();
    let mut count = 0;
    for (row, record) in (0..).zip(reader.from_reader(text.as_bytes()).records()) {
        let record = record.map_err(damaged)?;
        for (column, cell) in (0..).zip(&record) {
            if shows(cell) {
                keep(&mut sheet, (row, column), Cell::Text(unmarked(cell)), &mut count)?;
            }
        }
    }
    Ok(sheet)
}

/// Without the sign that keeps a text from being taken for a formula.
fn unmarked(cell: &str) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start().starts_with(['=', '+', '-', '@']) => rest.to_owned(),
        _ => cell.to_owned(),
    }
}

/// The name of a cell as spreadsheets write it: row 13, column 4 → `E14`.
pub(super) fn named((row, column): (u32, u32)) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        letters.push(char::from(b'A' + ((left - 1) % 26) as u8));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect::<String>() + &(row + 1).to_string()
}
