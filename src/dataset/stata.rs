//! Stata's format 118 (Stata 14 and newer; UTF-8): <https://www.stata.com/help.cgi?dta>.
//!
//! Missing values are Stata's extended ones: `.a` don't know, `.b` refused, `.c` not applicable, `.d` not asked,
//! `.e` suppressed. Texts longer than 2,045 bytes are `strL`.

use std::io::{self, Seek, SeekFrom, Write};

use super::{Cell, Dataset, Error, Missing, Values, Variable};
use crate::i18n::Texts;

/// The most bytes of a `str`.
const LONGEST: usize = 2045;
/// The most variables of a file.
const MOST: usize = 32_767;
/// The most bytes of a label of a value.
const LABEL: usize = 32_000;
/// The first of the extended missing values `.a`…`.z`, as an integer of a value label.
const FIRST_MISSING: i32 = 2_147_483_622;
/// The same as the bits of a double, and the step to the next.
const FIRST_MISSING_BITS: u64 = 0x7fe0_0100_0000_0000;
const NEXT_MISSING_BITS: u64 = 0x0000_0100_0000_0000;
/// `.`, the missing value without a reason.
const NOTHING: u64 = 0x7fe0_0000_0000_0000;

/// Days from Stata's 1960-01-01 to 1970-01-01.
const EPOCH_DAYS: f64 = 3653.0;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Storage {
    Double,
    Str(usize),
    StrL,
}

impl Storage {
    const fn code(self) -> u16 {
        match self {
            Self::Double => 65_526,
            Self::Str(width) => width as u16,
            Self::StrL => 32_768,
        }
    }
}

/// Writes the table. Reads the rows three times: for widths, for data, for long texts.
///
/// # Errors
/// What could not be read or written; more columns than Stata has room for.
pub fn stata<W: Write + Seek + ?Sized>(dataset: &Dataset, texts: &Texts, to: &mut W) -> Result<(), Error> {
    if dataset.variables.len() > MOST {
        return Err(Error::Full { what: "variables", most: MOST });
    }
    let (count, storage) = measured(dataset)?;
    let mut map = vec![0u64];
    header(dataset, count, texts, to)?;
    let mut mark = |to: &mut W| -> io::Result<()> {
        map.push(to.stream_position()?);
        Ok(())
    };
    mark(to)?;
    to.write_all(b"<map>")?;
    to.write_all(&[0; 14 * 8])?;
    to.write_all(b"</map>")?;
    mark(to)?;
    section(to, "variable_types", |to| {
        storage.iter().try_for_each(|storage| to.write_all(&storage.code().to_le_bytes()))
    })?;
    mark(to)?;
    section(to, "varnames", |to| dataset.variables.iter().try_for_each(|it| to.write_all(&padded(&it.name, 129))))?;
    mark(to)?;
    section(to, "sortlist", |to| to.write_all(&vec![0; (dataset.variables.len() + 1) * 2]))?;
    mark(to)?;
    let formats = dataset.variables.iter().zip(&storage);
    section(to, "formats", |to| {
        formats.clone().try_for_each(|(variable, storage)| to.write_all(&padded(&format(variable, *storage), 57)))
    })?;
    mark(to)?;
    section(to, "value_label_names", |to| {
        dataset.variables.iter().try_for_each(|variable| to.write_all(&padded(&label_set(variable), 129)))
    })?;
    mark(to)?;
    let labels = dataset.labels(texts);
    section(to, "variable_labels", |to| {
        labels.iter().try_for_each(|label| to.write_all(&padded(&shortened_letters(label, 80), 321)))
    })?;
    mark(to)?;
    section(to, "characteristics", |_| Ok(()))?;
    mark(to)?;
    to.write_all(b"<data>")?;
    data(dataset, &storage, to)?;
    to.write_all(b"</data>")?;
    mark(to)?;
    to.write_all(b"<strls>")?;
    long_texts(dataset, &storage, to)?;
    to.write_all(b"</strls>")?;
    mark(to)?;
    to.write_all(b"<value_labels>")?;
    for variable in dataset.variables.iter().filter(|variable| !label_set(variable).is_empty()) {
        value_labels(variable, texts, to)?;
    }
    to.write_all(b"</value_labels>")?;
    mark(to)?;
    to.write_all(b"</stata_dta>")?;
    mark(to)?;
    to.seek(SeekFrom::Start(map.get(1).copied().unwrap_or_default() + 5))?;
    for place in map {
        to.write_all(&place.to_le_bytes())?;
    }
    to.seek(SeekFrom::End(0))?;
    Ok(to.flush()?)
}

fn section<W: Write + ?Sized>(to: &mut W, name: &str, write: impl FnOnce(&mut W) -> io::Result<()>) -> io::Result<()> {
    write!(to, "<{name}>")?;
    write(to)?;
    write!(to, "</{name}>")
}

fn header<W: Write + ?Sized>(dataset: &Dataset, count: u64, texts: &Texts, to: &mut W) -> Result<(), Error> {
    let variables = u16::try_from(dataset.variables.len()).unwrap_or(u16::MAX);
    let title = shortened_letters(dataset.questionnaire.title.get(texts.lang()), 80);
    to.write_all(b"<stata_dta><header><release>118</release><byteorder>LSF</byteorder><K>")?;
    to.write_all(&variables.to_le_bytes())?;
    to.write_all(b"</K><N>")?;
    to.write_all(&count.to_le_bytes())?;
    to.write_all(b"</N><label>")?;
    to.write_all(&(title.len() as u16).to_le_bytes())?;
    to.write_all(title.as_bytes())?;
    // No time of writing: the same data give the same file.
    to.write_all(b"</label><timestamp>\0</timestamp></header>")?;
    Ok(())
}

/// The number of rows, and how each column is stored.
fn measured(dataset: &Dataset) -> Result<(u64, Vec<Storage>), Error> {
    let mut count = 0;
    let mut widths = vec![0; dataset.variables.len()];
    dataset.rows(&mut |cells| {
        count += 1;
        for (width, cell) in widths.iter_mut().zip(cells) {
            if let Cell::Text(text) = cell {
                *width = text.len().max(*width);
            }
        }
        Ok(())
    })?;
    let storage = dataset.variables.iter().zip(widths).map(|(variable, width)| match variable.values {
        Values::Text if width > LONGEST => Storage::StrL,
        Values::Text => Storage::Str(width.max(1)),
        _ => Storage::Double,
    });
    Ok((count, storage.collect()))
}

fn format(variable: &Variable, storage: Storage) -> String {
    match (storage, &variable.values) {
        (Storage::StrL, _) => "%9s".to_owned(),
        (Storage::Str(width), _) => format!("%-{}s", width.min(80)),
        (_, Values::Day) => "%td".to_owned(),
        (_, Values::Moment) => "%tc".to_owned(),
        (_, Values::Coded(_)) => "%8.0g".to_owned(),
        _ => "%10.0g".to_owned(),
    }
}

/// The name of the labels of a column's values: its own; none for texts and moments.
fn label_set(variable: &Variable) -> String {
    match variable.values {
        Values::Coded(_) => variable.name.clone(),
        Values::Number | Values::Day if variable.question().is_some() => variable.name.clone(),
        _ => String::new(),
    }
}

fn data<W: Write + ?Sized>(dataset: &Dataset, storage: &[Storage], to: &mut W) -> Result<(), Error> {
    let mut row = 0u64;
    dataset.rows(&mut |cells| {
        row += 1;
        for (at, (cell, storage)) in cells.iter().zip(storage).enumerate() {
            match storage {
                Storage::Double => to.write_all(&double(cell).to_le_bytes())?,
                Storage::Str(width) => to.write_all(&padded(text(cell), *width))?,
                Storage::StrL if text(cell).is_empty() => to.write_all(&[0; 8])?,
                Storage::StrL => {
                    to.write_all(&(at as u16 + 1).to_le_bytes())?;
                    to.write_all(row.to_le_bytes().get(..6).unwrap_or_default())?;
                }
            }
        }
        Ok(())
    })
}

fn long_texts<W: Write + ?Sized>(dataset: &Dataset, storage: &[Storage], to: &mut W) -> Result<(), Error> {
    if !storage.contains(&Storage::StrL) {
        return Ok(());
    }
    let mut row = 0u64;
    dataset.rows(&mut |cells| {
        row += 1;
        for (at, (cell, storage)) in cells.iter().zip(storage).enumerate() {
            let text = text(cell);
            if *storage != Storage::StrL || text.is_empty() {
                continue;
            }
            to.write_all(b"GSO")?;
            to.write_all(&(at as u32 + 1).to_le_bytes())?;
            to.write_all(&row.to_le_bytes())?;
            to.write_all(&[130])?;
            to.write_all(&(text.len() as u32 + 1).to_le_bytes())?;
            to.write_all(text.as_bytes())?;
            to.write_all(&[0])?;
        }
        Ok(())
    })
}

/// A text as it is; other cells cannot stand in a column of texts.
fn text(cell: &Cell) -> &str {
    match cell {
        Cell::Text(text) => text,
        _ => "",
    }
}

/// The bits of a number, a day, a moment or a missing value.
fn double(cell: &Cell) -> u64 {
    let bits = match cell {
        Cell::Empty | Cell::Text(_) => return NOTHING,
        Cell::Missing(missing) => return FIRST_MISSING_BITS + NEXT_MISSING_BITS * u64::from(place(*missing)),
        Cell::Code(code) => f64::from(*code),
        Cell::Number(number) => *number,
        Cell::Day(day) => {
            let days = jiff::civil::date(1970, 1, 1).until(*day).map_or(0, |span| span.get_days());
            f64::from(days) + EPOCH_DAYS
        }
        Cell::Moment(time) => time.as_millisecond() as f64 + EPOCH_DAYS * 86_400_000.0,
    };
    bits.to_bits()
}

/// The letter of a missing value: 0 for `.a`.
fn place(missing: Missing) -> u8 {
    Missing::ALL.iter().position(|(other, ..)| *other == missing).unwrap_or_default() as u8
}

fn value_labels<W: Write + ?Sized>(variable: &Variable, texts: &Texts, to: &mut W) -> io::Result<()> {
    let mut labels: Vec<(i32, String)> = match &variable.values {
        Values::Coded(codes) => codes.iter().map(|code| (code.code, code.label.said(texts))).collect(),
        _ => Vec::new(),
    };
    if variable.question().is_some() {
        let missing =
            Missing::ALL.iter().map(|(missing, _, key)| (FIRST_MISSING + i32::from(place(*missing)), texts.get(key)));
        labels.extend(missing);
    }
    let (mut offsets, mut written) = (Vec::new(), Vec::new());
    for (_, label) in &labels {
        offsets.push(written.len() as u32);
        written.extend_from_slice(super::spss::shortened(label, LABEL).as_bytes());
        written.push(0);
    }
    let length = 8 + labels.len() * 8 + written.len();
    to.write_all(b"<lbl>")?;
    to.write_all(&(length as u32).to_le_bytes())?;
    to.write_all(&padded(&label_set(variable), 129))?;
    to.write_all(&[0; 3])?;
    to.write_all(&(labels.len() as u32).to_le_bytes())?;
    to.write_all(&(written.len() as u32).to_le_bytes())?;
    offsets.iter().try_for_each(|offset| to.write_all(&offset.to_le_bytes()))?;
    labels.iter().try_for_each(|(code, _)| to.write_all(&code.to_le_bytes()))?;
    to.write_all(&written)?;
    to.write_all(b"</lbl>")
}

/// The text in so many bytes, filled up with zeros.
fn padded(text: &str, bytes: usize) -> Vec<u8> {
    let mut padded = super::spss::shortened(text, bytes).as_bytes().to_vec();
    padded.resize(bytes, 0);
    padded
}

fn shortened_letters(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most - 1).chain(['…']).collect()
}
