//! A workbook: the table, the answers one a row, and the codebook. Real numbers and dates; texts are never formulas.

use std::io::Write;

use jiff::Timestamp;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet};

use super::{Cell, Dataset, Error, answers, codebook};
use crate::i18n::Texts;

/// The most rows of a sheet.
const MOST_ROWS: usize = 1_048_576;
/// The most columns of a sheet.
const MOST_COLUMNS: usize = 16_384;
/// The most letters of a cell.
const MOST_LETTERS: usize = 32_767;

/// Formats that cells share.
struct Looks {
    head: Format,
    day: Format,
    moment: Format,
}

/// Where the sheets of a workbook wait until it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// In nameless temporary files: memory does not grow with the rows.
    OnDisk,
    /// In memory: nothing of it reaches a disk.
    InMemory,
}

impl Waiting {
    fn sheet(self, book: &mut Workbook) -> Result<&mut Worksheet, Error> {
        Ok(match self {
            Self::OnDisk => book.add_worksheet_with_constant_memory()?,
            Self::InMemory => book.add_worksheet(),
        })
    }
}

/// Writes the table as a workbook.
///
/// # Errors
/// What could not be read or written; more rows or columns than a sheet has room for.
pub fn xlsx(dataset: &Dataset, texts: &Texts, waiting: Waiting, to: &mut (dyn Write + Send)) -> Result<(), Error> {
    if dataset.variables.len() > MOST_COLUMNS {
        return Err(Error::Full { what: "columns", most: MOST_COLUMNS });
    }
    let looks = Looks {
        head: Format::new().set_bold(),
        day: Format::new().set_num_format("yyyy-mm-dd"),
        moment: Format::new().set_num_format("yyyy-mm-dd hh:mm"),
    };
    let mut book = Workbook::new();
    let sheet = waiting.sheet(&mut book)?;
    named(sheet, &texts.get("dataset-sheet-table"))?;
    head(sheet, dataset.variables.iter().map(|variable| variable.name.clone()), &looks)?;
    let mut row = 0;
    dataset.rows(&mut |cells| {
        row += 1;
        line(sheet, row, cells, &looks)
    })?;
    let sheet = waiting.sheet(&mut book)?;
    named(sheet, &texts.get("dataset-sheet-answers"))?;
    head(sheet, answers::COLUMNS.map(str::to_owned).into_iter(), &looks)?;
    let (mut row, mut changed) = (0, Timestamp::UNIX_EPOCH);
    dataset.subjects(&mut |subject| {
        changed = changed.max(subject.summary.changed);
        answers::rows(subject, texts.lang(), dataset.privacy.as_ref()).iter().try_for_each(|cells| {
            row += 1;
            line(sheet, row, cells, &looks)
        })
    })?;
    let sheet = waiting.sheet(&mut book)?;
    named(sheet, &texts.get("dataset-sheet-codebook"))?;
    head(sheet, codebook::columns(dataset).into_iter(), &looks)?;
    for (row, cells) in (1..).zip(codebook::rows(dataset)) {
        line(sheet, row, &cells, &looks)?;
    }
    // Not the clock: the same data give the same file.
    let made = ExcelDateTime::from_timestamp(changed.as_second())?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    Ok(book.save_to_writer(to)?)
}

fn named(sheet: &mut Worksheet, name: &str) -> Result<(), Error> {
    sheet.set_name(name)?;
    sheet.set_freeze_panes(1, 1)?;
    Ok(())
}

fn head(sheet: &mut Worksheet, names: impl Iterator<Item = String>, looks: &Looks) -> Result<(), Error> {
    for (at, name) in (0u16..).zip(names) {
        sheet.set_column_width(at, 14)?;
        sheet.write_string_with_format(0, at, name, &looks.head)?;
    }
    Ok(())
}

fn line(sheet: &mut Worksheet, row: usize, cells: &[Cell], looks: &Looks) -> Result<(), Error> {
    let row = u32::try_from(row).ok().filter(|row| (*row as usize) < MOST_ROWS);
    let Some(row) = row else { return Err(Error::Full { what: "rows", most: MOST_ROWS }) };
    for (at, cell) in (0u16..).zip(cells) {
        match cell {
            Cell::Empty => {}
            Cell::Missing(missing) => {
                sheet.write_number(row, at, f64::from(missing.code()))?;
            }
            Cell::Code(code) => {
                sheet.write_number(row, at, f64::from(*code))?;
            }
            Cell::Number(number) => {
                sheet.write_number(row, at, *number)?;
            }
            // A string of a workbook is never a formula, so it needs no mark before it.
            Cell::Text(text) => {
                let clean: String =
                    text.chars().filter(|it| !it.is_control() || *it == '\n').take(MOST_LETTERS).collect();
                sheet.write_string(row, at, clean)?;
            }
            Cell::Day(day) => {
                let date = ExcelDateTime::parse_from_str(&day.to_string())?;
                sheet.write_datetime_with_format(row, at, &date, &looks.day)?;
            }
            Cell::Moment(time) => {
                let seconds = time.as_second();
                let date = ExcelDateTime::from_timestamp(seconds)?;
                sheet.write_datetime_with_format(row, at, &date, &looks.moment)?;
            }
        }
    }
    Ok(())
}
