//! Rows out of the bytes of a damaged database, without its tables of contents.
//!
//! Every page that looks like a leaf of a table is read by itself, from the file and from the committed part of its
//! log, so that a broken page costs only the rows on it. Knows SQLite's file format and nothing of what rows mean.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::Value;

/// The smallest page, and what is taken if the header is gone: what this program writes.
const USUAL_PAGE: usize = 4096;
/// The mark of a page that holds rows.
const TABLE_LEAF: u8 = 0x0d;
/// The mark of a page that holds entries of an index.
const INDEX_LEAF: u8 = 0x0a;
/// The most columns that are read: no table here has nearly as many.
const MOST_COLUMNS: usize = 64;

/// The pages of a database, by number from 1.
pub(super) struct Pages {
    size: usize,
    numbered: BTreeMap<u32, Vec<u8>>,
    /// How many bytes may still be read of rows that do not fit on a page.
    overflow: Cell<usize>,
}

impl Pages {
    /// The pages of a file, those in its log in the place of the older ones.
    pub fn new(file: &[u8], log: &[u8]) -> Self {
        let size = page_size(file).or_else(|| page_size_of_log(log)).unwrap_or(USUAL_PAGE);
        let mut pages: BTreeMap<u32, Vec<u8>> = (1..).zip(file.chunks(size).map(<[u8]>::to_vec)).collect();
        pages.extend(committed(log, size));
        let overflow = Cell::new(pages.len().saturating_mul(size).saturating_mul(4));
        Self { size, numbered: pages, overflow }
    }

    /// How many pages there are, and how many the file says there should be.
    pub fn counted(&self) -> (usize, usize) {
        let said = self
            .numbered
            .get(&1)
            .filter(|first| page_size(first).is_some())
            .and_then(|first| word(first, 28))
            .unwrap_or(0);
        (self.numbered.len(), said as usize)
    }

    /// Every row of every leaf, and every entry of an index, in the order of the pages.
    pub fn rows(&self) -> impl Iterator<Item = Vec<Value>> + '_ {
        self.numbered.iter().flat_map(|(number, page)| self.leaf(*number, page))
    }

    fn leaf(&self, number: u32, page: &[u8]) -> Vec<Vec<Value>> {
        let start = if number == 1 { 100 } else { 0 };
        let numbered = match page.get(start) {
            Some(&TABLE_LEAF) => true,
            Some(&INDEX_LEAF) => false,
            _ => return Vec::new(),
        };
        let count = half(page, start + 3).unwrap_or(0).min(self.size / 4);
        let cells = (0..count).filter_map(|n| half(page, start + 8 + 2 * n));
        // The cells of a sound page stand beside each other; a page of cells upon each other would give far more rows
        // than it has bytes.
        let mut left = self.size;
        let mut rows = Vec::new();
        for at in cells {
            let Some((row, used)) = self.row(page, at, numbered) else { continue };
            let Some(rest) = left.checked_sub(used) else { break };
            left = rest;
            rows.push(row);
        }
        rows
    }

    /// The row of a cell: the length of its content, its number in a table, its content. With the bytes that the cell
    /// has on its page.
    fn row(&self, page: &[u8], at: usize, numbered: bool) -> Option<(Vec<Value>, usize)> {
        let (length, at) = varint(page, at)?;
        let at = if numbered { varint(page, at)?.1 } else { at };
        let most = if numbered { self.size - 35 } else { (self.size - 12) * 64 / 255 - 23 };
        let length = usize::try_from(length).ok()?;
        let row = record(&self.content(page, at, length, most)?)?;
        Some((row, if length <= most { length } else { self.fitting(length, most) }))
    }

    /// How much of content that does not fit on a page stands there.
    const fn fitting(&self, length: usize, most: usize) -> usize {
        let least = (self.size - 12) * 32 / 255 - 23;
        let fitting = least + (length - least) % (self.size - 4);
        if fitting <= most { fitting } else { least }
    }

    /// The content of a cell, with what did not fit on the page.
    fn content(&self, page: &[u8], at: usize, length: usize, most: usize) -> Option<Vec<u8>> {
        if length <= most {
            return Some(page.get(at..at + length)?.to_vec());
        }
        if length > self.numbered.len().checked_mul(self.size)? {
            return None;
        }
        let here = self.fitting(length, most);
        let mut content = page.get(at..at + here)?.to_vec();
        let mut next = word(page, at + here)?;
        let mut seen = BTreeSet::new();
        while content.len() < length {
            // Every page of a sound file belongs to one row, so all rows together have no more bytes than the file; of
            // a damaged one some may be read again, but not without an end.
            self.overflow.set(self.overflow.get().checked_sub(self.size).filter(|_| seen.insert(next))?);
            let overflow = self.numbered.get(&next)?;
            let wanted = (length - content.len()).min(self.size - 4);
            content.extend(overflow.get(4..4 + wanted)?);
            next = word(overflow, 0)?;
        }
        Some(content)
    }
}

fn page_size(file: &[u8]) -> Option<usize> {
    let size = match half(file, 16)? {
        1 => 65_536,
        size => size,
    };
    (file.starts_with(b"SQLite format 3\0") && size.is_power_of_two() && size >= 512).then_some(size)
}

fn page_size_of_log(log: &[u8]) -> Option<usize> {
    let size = word(log, 8)? as usize;
    (size.is_power_of_two() && (512..=65_536).contains(&size)).then_some(size)
}

/// The pages of a log up to its last commit. Frames of an earlier use of the log carry another salt.
fn committed(log: &[u8], size: usize) -> BTreeMap<u32, Vec<u8>> {
    let (mut safe, mut waiting) = (BTreeMap::new(), BTreeMap::new());
    let salt = log.get(16..24);
    for frame in log.get(32..).unwrap_or_default().chunks_exact(24 + size) {
        let (Some(number), Some(commit)) = (word(frame, 0), word(frame, 4)) else { break };
        if frame.get(8..16) != salt {
            break;
        }
        waiting.insert(number, frame.get(24..).unwrap_or_default().to_vec());
        if commit > 0 {
            safe.append(&mut waiting);
        }
    }
    safe
}

/// The values of a record; none, if it is none.
fn record(content: &[u8]) -> Option<Vec<Value>> {
    let (header, mut at) = varint(content, 0)?;
    let header = usize::try_from(header).ok()?;
    let mut body = header;
    let mut values = Vec::new();
    while at < header {
        let (kind, next) = varint(content, at)?;
        at = next;
        let length = usize::try_from(length_of(kind)?).ok()?;
        let bytes = content.get(body..body.checked_add(length)?)?;
        values.push(value(kind, bytes)?);
        body += length;
        if values.len() > MOST_COLUMNS {
            return None;
        }
    }
    (at == header && body == content.len()).then_some(values)
}

/// How many bytes a value of a kind takes.
const fn length_of(kind: u64) -> Option<u64> {
    match kind {
        0 | 8 | 9 => Some(0),
        1..=4 => Some(kind),
        5 => Some(6),
        6 | 7 => Some(8),
        10 | 11 => None,
        _ => Some((kind - 12) / 2),
    }
}

fn value(kind: u64, bytes: &[u8]) -> Option<Value> {
    Some(match kind {
        0 => Value::Null,
        7 => Value::Real(f64::from_bits(bytes.iter().fold(0, |bits, byte| bits << 8 | u64::from(*byte)))),
        8 => Value::Integer(0),
        9 => Value::Integer(1),
        1..=6 => {
            let first = if bytes.first()? & 0x80 == 0 { 0 } else { -1 };
            Value::Integer(bytes.iter().fold(first, |number, byte| number << 8 | i64::from(*byte)))
        }
        _ if kind.is_multiple_of(2) => Value::Blob(bytes.to_vec()),
        _ => Value::Text(String::from_utf8(bytes.to_vec()).ok()?),
    })
}

/// A number of SQLite's variable length, and where it ends.
fn varint(bytes: &[u8], at: usize) -> Option<(u64, usize)> {
    let mut number = 0_u64;
    for n in 0..9 {
        let byte = *bytes.get(at.checked_add(n)?)?;
        if n == 8 {
            return Some((number << 8 | u64::from(byte), at + 9));
        }
        number = number << 7 | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some((number, at + n + 1));
        }
    }
    None
}

fn half(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(2)?)?;
    Some(bytes.iter().fold(0, |number, byte| number << 8 | usize::from(*byte)))
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(4)?)?;
    Some(bytes.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_a_sound_file_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.db");
        let connection = rusqlite::Connection::open(&path).unwrap();
        connection.execute_batch("CREATE TABLE t (a, b, c, d)").unwrap();
        let rows: Vec<Vec<Value>> = (0..300_i64)
            .map(|n| {
                let long = "oʻ".repeat(usize::try_from(n * 40 % 9_000).unwrap());
                let number = if n % 2 == 0 { -(n << (n % 40)) } else { n };
                vec![Value::Integer(number), Value::Text(long), Value::Real(n as f64 / 7.0), Value::Null]
            })
            .collect();
        for row in &rows {
            connection.execute("INSERT INTO t VALUES (?, ?, ?, ?)", rusqlite::params_from_iter(row)).unwrap();
        }
        drop(connection);
        let file = std::fs::read(&path).unwrap();
        let pages = Pages::new(&file, &[]);
        let found: Vec<_> = pages.rows().filter(|row| row.len() == 4).collect();
        assert_eq!(found.len(), 300);
        assert!(rows.iter().all(|row| found.contains(row)));
    }

    #[test]
    fn rubbish_is_no_row_and_no_trouble() {
        let mut bytes: Vec<u8> = (0..40_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        for at in (0..bytes.len()).step_by(USUAL_PAGE) {
            bytes[at] = TABLE_LEAF;
        }
        assert!(Pages::new(&bytes, &bytes).rows().count() < 200);
        for kept in [0, 1, 5, 99, 4_097] {
            Pages::new(&bytes[..kept], &bytes[..kept]).rows().for_each(drop);
        }
    }

    #[test]
    fn cells_upon_each_other_and_chains_in_circles_give_no_more_than_the_file_has() {
        let size = 65_536;
        let mut page = vec![0; size];
        page[0] = TABLE_LEAF;
        let count = 16_000_u16;
        page[3..5].copy_from_slice(&count.to_be_bytes());
        // Every cell is the same: a row of one text of 20,000 bytes, at the end of the page.
        let text = 20_000_u64;
        let kind = 13 + 2 * text;
        let mut cell = vec![];
        let varint =
            |number: u64| vec![0x80 | (number >> 14) as u8, 0x80 | (number >> 7 & 0x7f) as u8, (number & 0x7f) as u8];
        cell.extend(varint(text + 4));
        cell.push(1);
        cell.push(4);
        cell.extend(varint(kind));
        let at = size - cell.len() - text as usize;
        page[at..at + cell.len()].copy_from_slice(&cell);
        page[at + cell.len()..].fill(b'a');
        for n in 0..usize::from(count) {
            page[8 + 2 * n..10 + 2 * n].copy_from_slice(&(at as u16).to_be_bytes());
        }
        let mut head = vec![0; size];
        head[..16].copy_from_slice(b"SQLite format 3\0");
        head[16..18].copy_from_slice(&1_u16.to_be_bytes());
        let file = [head.clone(), page.clone()].concat();
        assert_eq!(Pages::new(&file, &[]).rows().count(), 3, "as many as fit on a page");

        // The row says that it goes on, on a page that goes on at itself.
        let long = 60_000_000_u64;
        let wide = |number: u64| {
            let mut bytes: Vec<u8> = (1..4).rev().map(|n| 0x80 | (number >> (7 * n) & 0x7f) as u8).collect();
            bytes.push((number & 0x7f) as u8);
            bytes
        };
        page[at..at + 4].copy_from_slice(&wide(long));
        let mut circle = vec![0; size];
        circle[..4].copy_from_slice(&3_u32.to_be_bytes());
        let file = [head, page, circle].concat();
        assert_eq!(Pages::new(&file, &[]).rows().count(), 0);
    }
}
