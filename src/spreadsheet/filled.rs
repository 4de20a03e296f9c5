//! The cells of a file → what it tells about itself, and what was filled in at which question.

use std::collections::{BTreeMap, HashMap};

use super::grid::{Cell, Grid, Kind, Sheet, named};
use super::{Column, FORMS, LINES, Line, Stamp, alike, languages};
use crate::engine::id::QuestionnaireId;
use crate::engine::text::{Finding, Lang, Message};

/// The rows among which the headings are looked for.
const HEAD_ROWS: u32 = 20;

/// What was filled in at one question.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The name of the question, as it stands in the file.
    pub(super) question: String,
    /// Which sheet it stands on.
    pub(super) sheet: usize,
    /// The row.
    pub(super) row: u32,
    /// What stands in the columns.
    pub(super) cells: BTreeMap<Column, Cell>,
}

/// A file that came back.
#[derive(Clone, Debug, PartialEq)]
pub struct Filled {
    /// What it tells about itself.
    pub stamp: Stamp,
    pub(super) firm: (usize, u32, u32),
    pub(super) entries: Vec<Entry>,
    pub(super) places: Places,
}

/// Where cells are, as it is told.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Places {
    kind: Kind,
    sheets: Vec<String>,
    columns: Vec<BTreeMap<Column, u32>>,
}

impl Places {
    /// The place of a cell.
    pub fn cell(&self, sheet: usize, at: (u32, u32)) -> Message {
        let cell = named(at);
        match (self.kind, self.sheets.get(sheet)) {
            (Kind::Xlsx, Some(name)) => Message::new("spreadsheet-at").with("sheet", name.as_str()).with("cell", cell),
            _ => Message::new("spreadsheet-at-csv").with("cell", cell),
        }
    }

    /// The place of a column at a question.
    pub fn at(&self, entry: &Entry, column: Column) -> Message {
        let column = self.columns.get(entry.sheet).and_then(|columns| columns.get(&column)).copied().unwrap_or(0);
        self.cell(entry.sheet, (entry.row, column))
    }
}

impl Filled {
    /// Finds out what the cells are.
    ///
    /// # Errors
    /// Every reason why it is no questionnaire that was filled in.
    pub fn read(grid: &Grid) -> Result<Self, Vec<Finding>> {
        let headings = headings();
        let columns: Vec<_> = grid.sheets.iter().map(|sheet| head(sheet, &headings)).collect();
        let places = Places {
            kind: grid.kind,
            sheets: grid.sheets.iter().map(|sheet| sheet.name.clone()).collect(),
            columns: columns.iter().map(|(_, columns)| columns.clone()).collect(),
        };
        let mut findings = Vec::new();
        let mut lines: BTreeMap<Line, ((usize, u32, u32), String)> = BTreeMap::new();
        let mut entries = Vec::new();
        for (at, (sheet, (first, columns))) in grid.sheets.iter().zip(&columns).enumerate() {
            gather_lines(at, sheet, columns, &mut lines);
            if !columns.is_empty() {
                gather(at, sheet, *first, columns, &mut entries);
            }
        }
        let nowhere = || Message::new("spreadsheet-at-file");
        if lines.is_empty() || columns.iter().all(|(_, columns)| columns.is_empty()) {
            let key = if lines.is_empty() { "spreadsheet-no-template" } else { "spreadsheet-no-columns" };
            return Err(vec![Finding { place: nowhere(), message: Message::new(key) }]);
        }
        let missing = LINES.iter().filter(|(line, ..)| !lines.contains_key(line));
        findings.extend(missing.map(|(_, name, _)| Finding {
            place: nowhere(),
            message: Message::new("spreadsheet-no-line").with("name", *name),
        }));
        if !findings.is_empty() {
            return Err(findings);
        }
        let stamp = stamp(&lines, &places)?;
        let firm = lines.get(&Line::Firm).map_or((0, 0, 0), |(at, _)| *at);
        Ok(Self { stamp, firm, entries, places })
    }

    /// The problem that the enterprise's name has.
    pub fn at_firm(&self, message: Message) -> Finding {
        let (sheet, row, column) = self.firm;
        Finding { place: self.places.cell(sheet, (row, column)), message }
    }
}

/// The headings in all languages and the names of the columns, as they are compared.
fn headings() -> HashMap<String, Column> {
    let texts = languages();
    let all = Column::ALL.into_iter();
    all.flat_map(|(column, key, _)| texts.iter().map(move |texts| (alike(&texts.get(key)), column))).collect()
}

/// The row of the headings and the place of each column; nothing if there are no answers on the sheet.
fn head(sheet: &Sheet, headings: &HashMap<String, Column>) -> (u32, BTreeMap<Column, u32>) {
    for row in 0..HEAD_ROWS {
        let mut columns = BTreeMap::new();
        for ((_, column), cell) in sheet.cells.range((row, 0)..(row + 1, 0)) {
            let Cell::Text(text) = cell else { continue };
            if let Some(found) = headings.get(&alike(text)) {
                columns.entry(*found).or_insert(*column);
            }
        }
        if columns.contains_key(&Column::Question) && columns.contains_key(&Column::Answer) {
            return (row, columns);
        }
    }
    (0, BTreeMap::new())
}

/// Lines about the file: their name stands in the first column, what they tell among the answers or, on a page without
/// answers, in the third column.
fn gather_lines(
    at: usize,
    sheet: &Sheet,
    columns: &BTreeMap<Column, u32>,
    lines: &mut BTreeMap<Line, ((usize, u32, u32), String)>,
) {
    let first = columns.get(&Column::Question).copied().unwrap_or(0);
    let value = columns.get(&Column::Answer).copied().unwrap_or(2);
    for ((row, column), cell) in &sheet.cells {
        let Cell::Text(text) = cell else { continue };
        if *column != first {
            continue;
        }
        if let Some((line, ..)) = LINES.iter().find(|(_, name, _)| text.trim() == *name) {
            let told = sheet.cells.get(&(*row, value)).map(Cell::shown).unwrap_or_default();
            lines.entry(*line).or_insert(((at, *row, value), told));
        }
    }
}

fn gather(at: usize, sheet: &Sheet, head: u32, columns: &BTreeMap<Column, u32>, entries: &mut Vec<Entry>) {
    let mut rows: BTreeMap<u32, BTreeMap<Column, Cell>> = BTreeMap::new();
    for ((row, column), cell) in sheet.cells.range((head + 1, 0)..) {
        if let Some((name, _)) = columns.iter().find(|(_, place)| *place == column) {
            rows.entry(*row).or_default().insert(*name, cell.clone());
        }
    }
    for (row, cells) in rows {
        let question = cells.get(&Column::Question).map(Cell::shown).unwrap_or_default();
        let filled = Column::OPEN.iter().any(|column| cells.contains_key(column));
        if !question.starts_with('#') && (filled || !question.is_empty()) {
            entries.push(Entry { question, sheet: at, row, cells });
        }
    }
}

fn stamp(lines: &BTreeMap<Line, ((usize, u32, u32), String)>, places: &Places) -> Result<Stamp, Vec<Finding>> {
    let mut findings = Vec::new();
    let line = |line: Line| lines.get(&line).map_or("", |(_, text)| text.as_str());
    let mut wrong = |line: Line| {
        let Some(((sheet, row, column), text)) = lines.get(&line) else { return };
        let message = Message::new("spreadsheet-bad-line").with("value", text.chars().take(60).collect::<String>());
        findings.push(Finding { place: places.cell(*sheet, (*row, *column)), message });
    };
    let id = line(Line::Id).parse();
    let form = FORMS.iter().find(|(_, word)| *word == line(Line::Form)).map(|(form, _)| *form);
    let lang = line(Line::Lang).parse::<Lang>();
    match (id, form, lang) {
        (Ok(id), Some(form), Ok(lang)) => Ok(Stamp {
            id,
            questionnaire: QuestionnaireId::new(line(Line::Questionnaire)),
            version: line(Line::Version).to_owned(),
            hash: line(Line::Hash).to_owned(),
            form,
            lang,
            firm: line(Line::Firm).to_owned(),
        }),
        (id, form, lang) => {
            if id.is_err() {
                wrong(Line::Id);
            }
            if form.is_none() {
                wrong(Line::Form);
            }
            if lang.is_err() {
                wrong(Line::Lang);
            }
            Err(findings)
        }
    }
}
