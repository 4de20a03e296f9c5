//! CSV by RFC 4180: wide, long, and the codebook. UTF-8 with a mark at the start, so that spreadsheets read it as such.

use std::io::Write;

use super::{Cell, Dataset, Error, Subject, answers, cells, codebook as book};
use crate::i18n::Texts;

/// The mark that tells Excel that a file is UTF-8.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// How many bytes are put together before they are added to the others.
const AT_ONCE: usize = 1 << 10;

/// One row an assessment.
///
/// # Errors
/// What could not be read or written.
pub fn wide(dataset: &Dataset, to: &mut dyn Write) -> Result<(), Error> {
    let mut file = begun(to)?;
    file.write_record(dataset.variables.iter().map(|variable| variable.name.as_str()))?;
    file.flush()?;
    drop(file);
    let (variables, privacy) = (&dataset.variables, dataset.privacy.as_ref());
    let make = |subject: &Subject, bytes: &mut Vec<u8>| {
        let mut row = row(bytes);
        let mut field = String::new();
        for cell in cells(variables, privacy, subject) {
            field.clear();
            cell.append_to(&mut field);
            row.write_field(&field)?;
        }
        row.write_record(None::<&[u8]>)?;
        Ok(row.flush()?)
    };
    dataset.written(&make, to)
}

/// One row an answer, with everything kept at it.
///
/// # Errors
/// What could not be read or written.
pub fn long(dataset: &Dataset, texts: &Texts, to: &mut dyn Write) -> Result<(), Error> {
    let mut file = begun(to)?;
    file.write_record(answers::COLUMNS)?;
    file.flush()?;
    drop(file);
    let (lang, privacy) = (texts.lang(), dataset.privacy.as_ref());
    let make = |subject: &Subject, bytes: &mut Vec<u8>| {
        let mut rows = row(bytes);
        for cells in answers::rows(subject, lang, privacy) {
            rows.write_record(cells.iter().map(long_plain))?;
        }
        Ok(rows.flush()?)
    };
    dataset.written(&make, to)
}

/// Values of different kinds share a column, so numbers among them are written as they are.
fn long_plain(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) if text.parse::<f64>().is_ok() => text.clone(),
        other => other.plain(),
    }
}

/// What each column holds: a row for a column, and a row for each of its codes.
///
/// # Errors
/// What could not be written.
pub fn codebook(dataset: &Dataset, to: &mut dyn Write) -> Result<(), Error> {
    let mut file = begun(to)?;
    file.write_record(book::columns(dataset))?;
    for row in book::rows(dataset) {
        file.write_record(row.iter().map(Cell::plain))?;
    }
    Ok(file.flush()?)
}

/// Rows without a head.
fn row(bytes: &mut Vec<u8>) -> ::csv::Writer<&mut Vec<u8>> {
    ::csv::WriterBuilder::new().buffer_capacity(AT_ONCE).from_writer(bytes)
}

fn begun(to: &mut dyn Write) -> Result<::csv::Writer<&mut dyn Write>, Error> {
    to.write_all(MARK)?;
    Ok(::csv::Writer::from_writer(to))
}
