//! Quartiles of other pools, as published: `area,n,q25,median,q75`, one row per area.
//!
//! Reads the text and refuses what cannot be; knows nothing of files.

use super::{FEWEST, Quartiles};
use crate::engine::score::TOLERANCE;
use crate::engine::text::Message;

/// The columns, in their order.
pub const COLUMNS: [&str; 5] = ["area", "n", "q25", "median", "q75"];

/// The name of the row of the index.
pub const INDEX: &str = "index";

/// A table of quartiles.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// The lines that begin with `#`, without it: where the table is from.
    pub notes: Vec<String>,
    /// The rows, in the order of the text.
    pub rows: Vec<ReferenceRow>,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct ReferenceRow {
    /// The name of the area, or `index`.
    pub area: String,
    /// The number of enterprises behind it.
    pub n: usize,
    /// Its quartiles, 0..100.
    pub quartiles: Quartiles,
}

/// A line that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferenceProblem {
    /// The number of the line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub what: WhatIsWrong,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhatIsWrong {
    /// The first line does not name the five columns in their order.
    Header,
    /// The line has another number of fields.
    Fields(usize),
    /// No area of the questionnaire has this name.
    UnknownArea(String),
    /// The area stands in the table twice.
    Repeated(String),
    /// The field of this column is not a number, or n is not a whole number above 0.
    NotANumber(&'static str, String),
    /// The field of this column is not within 0..100.
    OutOfRange(&'static str, String),
    /// The quartiles do not ascend.
    Order,
    /// The table has no row.
    Empty,
}

impl ReferenceProblem {
    /// What is wrong, with the value and the line.
    pub fn message(&self) -> Message {
        let at = |key| Message::new(key).with("line", self.line);
        match &self.what {
            WhatIsWrong::Header => at("reference-header").with("columns", COLUMNS.join(",")),
            WhatIsWrong::Fields(found) => at("reference-fields").with("found", *found).with("wanted", COLUMNS.len()),
            WhatIsWrong::UnknownArea(area) => at("reference-area").with("area", area.as_str()),
            WhatIsWrong::Repeated(area) => at("reference-repeated").with("area", area.as_str()),
            WhatIsWrong::NotANumber(column, field) => {
                at("reference-number").with("column", *column).with("value", field.as_str())
            }
            WhatIsWrong::OutOfRange(column, field) => {
                at("reference-range").with("column", *column).with("value", field.as_str())
            }
            WhatIsWrong::Order => at("reference-order"),
            WhatIsWrong::Empty => Message::new("reference-empty"),
        }
    }
}

impl Reference {
    /// Reads a table for a questionnaire with these areas. Fields are separated by commas or, as spreadsheets of
    /// some countries write it, by semicolons, and then a number may have a decimal comma.
    pub fn parse(text: &str, areas: &[&str]) -> Result<Self, ReferenceProblem> {
        let mut table = Self { notes: Vec::new(), rows: Vec::new() };
        let mut separator = None;
        let mut last = 1;
        for (line, content) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
            last = line;
            let content = content.trim();
            let fail = |what| ReferenceProblem { line, what };
            if let Some(note) = content.strip_prefix('#') {
                table.notes.push(note.trim().to_owned());
            } else if let (false, Some(separator)) = (content.is_empty(), separator) {
                let row = ReferenceRow::parse(content, separator, areas).map_err(fail)?;
                if table.row(&row.area).is_some() {
                    return Err(fail(WhatIsWrong::Repeated(row.area)));
                }
                table.rows.push(row);
            } else if !content.is_empty() {
                separator = Some(header(content).ok_or_else(|| fail(WhatIsWrong::Header))?);
            }
        }
        let empty = ReferenceProblem { line: last, what: WhatIsWrong::Empty };
        if table.rows.is_empty() { Err(empty) } else { Ok(table) }
    }

    /// The row of an area, or of `index`.
    pub fn row(&self, area: &str) -> Option<&ReferenceRow> {
        self.rows.iter().find(|row| row.area == area)
    }
}

/// The separator under which a line names the columns.
fn header(line: &str) -> Option<char> {
    let named = |separator| fields(line, separator).iter().copied().eq(COLUMNS);
    [',', ';'].into_iter().find(|separator| named(*separator))
}

fn fields(line: &str, separator: char) -> Vec<&str> {
    line.split(separator).map(|field| field.trim().trim_matches('"').trim()).collect()
}

impl ReferenceRow {
    fn parse(line: &str, separator: char, areas: &[&str]) -> Result<Self, WhatIsWrong> {
        let fields = fields(line, separator);
        let [area, n, q25, median, q75] = *fields.as_slice() else { return Err(WhatIsWrong::Fields(fields.len())) };
        if area != INDEX && !areas.contains(&area) {
            return Err(WhatIsWrong::UnknownArea(area.to_owned()));
        }
        let size = n.parse().ok().filter(|n: &usize| *n > 0);
        let size = size.ok_or_else(|| WhatIsWrong::NotANumber("n", n.to_owned()))?;
        let quartiles = Quartiles {
            q25: score("q25", q25, separator)?,
            median: score("median", median, separator)?,
            q75: score("q75", q75, separator)?,
        };
        let ascend = quartiles.q25 <= quartiles.median && quartiles.median <= quartiles.q75;
        let row = Self { area: area.to_owned(), n: size, quartiles };
        if ascend { Ok(row) } else { Err(WhatIsWrong::Order) }
    }

    /// The quarter of the table in which a score lies, 1 to 4; `None` where fewer than 5 enterprises stand
    /// behind it. A score on the border belongs to the quarter above it.
    pub fn quarter(&self, score: f64) -> Option<u8> {
        let Quartiles { q25, median, q75 } = self.quartiles;
        let passed = [q25, median, q75].into_iter().filter(|border| score >= border - TOLERANCE).count();
        (self.n >= FEWEST).then_some(1 + passed as u8)
    }
}

fn score(column: &'static str, field: &str, separator: char) -> Result<f64, WhatIsWrong> {
    let number = if separator == ';' { field.replace(',', ".").parse() } else { field.parse::<f64>() };
    let number = number.ok().filter(|number| number.is_finite());
    let number = number.ok_or_else(|| WhatIsWrong::NotANumber(column, field.to_owned()))?;
    let fits = (0.0..=100.0).contains(&number);
    if fits { Ok(number) } else { Err(WhatIsWrong::OutOfRange(column, field.to_owned())) }
}
