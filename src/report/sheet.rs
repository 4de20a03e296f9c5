//! Statistics as tables: aligned text for people, JSON and CSV for programs, all from the same cells.
//!
//! Knows nothing of what is counted. Headings are keys; programs get the part behind the first word of a key.

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Map, Value, json};

use super::PROGRAM;
use super::wrap::{plain, width, wrap};
use crate::engine::portfolio::SHADES;
use crate::engine::text::Message;
use crate::i18n::Texts;

/// Tables with what is said about them.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The name and version of the format for programs.
    pub format: &'static str,
    /// The heading.
    pub title: Message,
    /// Single figures: key and value.
    pub facts: Vec<(&'static str, Cell)>,
    /// The tables.
    pub tables: Vec<Table>,
}

/// One table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The key of its heading.
    pub name: &'static str,
    /// The keys of its columns.
    pub columns: &'static [&'static str],
    /// Its rows, each as long as the columns.
    pub rows: Vec<Vec<Cell>>,
    /// What is said beneath it.
    pub notes: Vec<Message>,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A text as it is.
    Text(String),
    /// One of a few words, by its key.
    Word(&'static str),
    /// A number of things.
    Count(usize),
    /// A day.
    Day(Date),
    /// A figure with so many places; `None` is not known.
    Number(Option<f64>, usize),
    /// A difference with so many places, shown with its sign; `None` is not known.
    Change(Option<f64>, usize),
    /// A share of 1; `None` is not known.
    Share(Option<f64>),
    /// A moment; people read its day.
    Time(Timestamp),
    /// Scores side by side, each with its shade; the same names in every row of a table.
    Shades(Vec<Shaded>),
}

/// A score in a heat map.
#[derive(Clone, Debug, PartialEq)]
pub struct Shaded {
    /// Of what.
    pub name: String,
    /// The score with its shade, 0 for the lowest; `None` is not known.
    pub score: Option<(f64, usize)>,
}

/// The characters of the shades, from lowest to highest: the more of a cell is filled, the higher the score.
const SHADING: [char; SHADES] = ['·', '░', '▒', '▓', '█'];

/// The character of a shade.
pub fn shading(shade: usize) -> char {
    SHADING.get(shade).copied().unwrap_or('█')
}

impl Shaded {
    /// The least cells that a name or a shaded score takes.
    fn width(&self) -> usize {
        width(&self.name).max(4)
    }

    fn text(&self, texts: &Texts) -> String {
        let text = self
            .score
            .map_or_else(|| "—".to_owned(), |(score, shade)| format!("{}{:>3}", shading(shade), texts.fixed(score, 0)));
        right(&text, self.width())
    }
}

/// The prefixes of all keys.
const PREFIXES: [&str; 5] = ["stats-", "compare-", "agreement-", "roadmap-", "heat-"];

/// The widest paragraph.
const COLUMNS: usize = 80;

/// The widest column of texts.
const WIDEST: usize = 32;

impl Cell {
    /// For people.
    pub fn text(&self, texts: &Texts) -> String {
        match self {
            Self::Text(text) => plain(text),
            Self::Word(key) => texts.get(key),
            Self::Count(count) => texts.exact(*count as f64),
            Self::Day(day) => texts.date(*day),
            Self::Number(Some(number), places) => texts.fixed(*number, *places),
            Self::Change(Some(change), places) => texts.signed(*change, *places),
            Self::Share(Some(share)) => texts.percent(share * 100.0, 0),
            Self::Time(time) => texts.day(*time),
            Self::Shades(scores) => side_by_side(scores.iter().map(|it| it.text(texts))),
            Self::Number(None, _) | Self::Change(None, _) | Self::Share(None) => "—".to_owned(),
        }
    }

    /// As it stands in a column.
    fn short(&self, texts: &Texts) -> String {
        let text = self.text(texts);
        if matches!(self, Self::Shades(_)) { text } else { shortened(&text) }
    }

    fn json(&self) -> Value {
        match self {
            Self::Text(text) => json!(text),
            Self::Word(key) => json!(name(key)),
            Self::Count(count) => json!(count),
            Self::Day(day) => json!(day.to_string()),
            Self::Number(number, _) | Self::Change(number, _) | Self::Share(number) => json!(number),
            Self::Time(time) => json!(time.to_string()),
            Self::Shades(scores) => {
                let score = |it: &Shaded| (it.name.clone(), json!(it.score.map(|(score, _)| score)));
                Value::Object(scores.iter().map(score).collect())
            }
        }
    }

    /// The heading of what stands side by side in it.
    fn heading(&self) -> Option<String> {
        let Self::Shades(scores) = self else { return None };
        Some(side_by_side(scores.iter().map(|it| right(&it.name, it.width()))))
    }

    /// The name of a column and its figure; of several side by side, each.
    fn columns(&self, column: &str) -> Vec<(String, String)> {
        let Self::Shades(scores) = self else { return vec![(name(column), self.csv())] };
        let score = |it: &Shaded| {
            let score = Self::Number(it.score.map(|(score, _)| score), 1);
            (quoted(&format!("{}.{}", name(column), it.name)), score.csv())
        };
        scores.iter().map(score).collect()
    }

    /// A text that a spreadsheet would take for a formula is kept from being one.
    fn csv(&self) -> String {
        match self {
            Self::Text(text) if text.starts_with(['=', '+', '-', '@']) => quoted(&format!("'{text}")),
            Self::Text(text) => quoted(text),
            Self::Word(key) => name(key),
            Self::Count(count) => count.to_string(),
            Self::Day(day) => day.to_string(),
            Self::Number(number, _) | Self::Change(number, _) | Self::Share(number) => {
                number.map(|it| it.to_string()).unwrap_or_default()
            }
            Self::Time(time) => time.to_string(),
            Self::Shades(_) => String::new(),
        }
    }
}

fn side_by_side(cells: impl Iterator<Item = String>) -> String {
    cells.collect::<Vec<_>>().join(" ")
}

fn right(text: &str, room: usize) -> String {
    " ".repeat(room.saturating_sub(width(text))) + text
}

fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}

/// The name of a column or table for programs.
fn name(key: &str) -> String {
    PREFIXES.iter().find_map(|prefix| key.strip_prefix(prefix)).unwrap_or(key).replace('-', "_")
}

impl Sheet {
    /// Nothing but a sentence, for people.
    pub const fn saying(title: Message) -> Self {
        Self { format: "", title, facts: Vec::new(), tables: Vec::new() }
    }

    /// For people.
    pub fn text(&self, texts: &Texts) -> String {
        let mut lines = wrap(&texts.say(&self.title), COLUMNS, 0);
        lines.push(String::new());
        for (key, cell) in &self.facts {
            lines.extend(wrap(&format!("{}: {}", texts.get(key), cell.text(texts)), COLUMNS, 0));
        }
        for table in self.tables.iter().filter(|table| !(table.rows.is_empty() && table.notes.is_empty())) {
            lines.push(String::new());
            lines.push(texts.get(table.name));
            if !table.rows.is_empty() {
                lines.extend(table.lines(texts));
            }
            lines.extend(table.notes.iter().flat_map(|note| wrap(&texts.say(note), COLUMNS, 0)));
        }
        lines.join("\n") + "\n"
    }

    /// For programs: facts by name, tables as lists of objects.
    pub fn json(&self) -> String {
        let mut file = Map::new();
        file.insert("format".to_owned(), json!(self.format));
        file.insert("program".to_owned(), json!(PROGRAM));
        file.extend(self.facts.iter().map(|(key, cell)| (name(key), cell.json())));
        file.extend(self.tables.iter().map(|table| (name(table.name), table.json())));
        let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
        text.push('\n');
        text
    }

    /// For spreadsheets: one figure a line, `table,row,column,value`; rows count from 1.
    pub fn csv(&self) -> String {
        let mut lines = vec!["table,row,column,value".to_owned()];
        lines.extend(self.facts.iter().map(|(key, cell)| format!("facts,1,{},{}", name(key), cell.csv())));
        for table in &self.tables {
            for (at, row) in (1..).zip(&table.rows) {
                let cells = table.columns.iter().zip(row);
                let figures = cells.flat_map(|(column, cell)| cell.columns(column));
                let line = |(column, figure)| format!("{},{at},{column},{figure}", name(table.name));
                lines.extend(figures.map(line));
            }
        }
        lines.join("\n") + "\n"
    }
}

impl Table {
    /// Texts stand at the left of their columns, figures at the right.
    fn lines(&self, texts: &Texts) -> Vec<String> {
        let first = self.rows.first();
        let special = |at: usize| first.and_then(|row| row.get(at)).and_then(Cell::heading);
        let heading = |(at, key): (usize, &&str)| special(at).unwrap_or_else(|| texts.get(key));
        let head: Vec<String> = self.columns.iter().enumerate().map(heading).collect();
        let rows: Vec<Vec<String>> =
            self.rows.iter().map(|row| row.iter().map(|cell| cell.short(texts)).collect()).collect();
        let all = || std::iter::once(&head).chain(&rows);
        let widest = |at: usize| all().filter_map(|row| row.get(at)).map(|text| width(text)).max().unwrap_or_default();
        let is_text: Vec<bool> = (0..head.len()).map(|at| self.rows.iter().any(|row| is_text(row, at))).collect();
        let line = |row: &Vec<String>| {
            let cells = row.iter().enumerate().map(|(at, text)| {
                let fill = " ".repeat(widest(at).saturating_sub(width(text)));
                if is_text.get(at) == Some(&true) { format!("{text}{fill}") } else { format!("{fill}{text}") }
            });
            format!("  {}", cells.collect::<Vec<_>>().join("  ")).trim_end().to_owned()
        };
        all().map(line).collect()
    }

    fn json(&self) -> Value {
        let row = |row: &Vec<Cell>| -> Value {
            let cells = self.columns.iter().zip(row).map(|(key, cell)| (name(key), cell.json()));
            Value::Object(cells.collect())
        };
        Value::Array(self.rows.iter().map(row).collect())
    }
}

fn is_text(row: &[Cell], at: usize) -> bool {
    matches!(row.get(at), Some(Cell::Text(_) | Cell::Word(_)))
}

fn shortened(text: &str) -> String {
    if width(text) <= WIDEST {
        return text.to_owned();
    }
    let mut short = String::new();
    for letter in text.chars() {
        if width(&short) + width(letter.encode_utf8(&mut [0; 4])) >= WIDEST {
            break;
        }
        short.push(letter);
    }
    short + "…"
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::engine::text::Lang;

    fn sheet() -> Sheet {
        Sheet {
            format: "test/1",
            title: Message::new("stats-title"),
            facts: vec![("stats-assessments", Cell::Count(2))],
            tables: vec![Table {
                name: "stats-ranking",
                columns: &["stats-firm", "stats-index", "stats-above-next"],
                rows: vec![
                    vec![
                        Cell::Text("=1+1, \"Oqtosh\"".to_owned()),
                        Cell::Number(Some(31.25), 1),
                        Cell::Share(Some(0.5)),
                    ],
                    vec![Cell::Text("Buxoro".to_owned()), Cell::Number(Some(9.0), 1), Cell::Share(None)],
                ],
                notes: Vec::new(),
            }],
        }
    }

    #[test]
    fn all_formats_hold_the_same_cells() {
        let csv = sheet().csv();
        assert!(csv.starts_with("table,row,column,value\nfacts,1,assessments,2\n"), "{csv}");
        assert!(csv.contains("ranking,1,firm,\"'=1+1, \"\"Oqtosh\"\"\"\n"), "{csv}");
        assert!(csv.contains("ranking,1,index,31.25\n") && csv.contains("ranking,2,above_next,\n"), "{csv}");
        let json: Value = serde_json::from_str(&sheet().json()).unwrap();
        assert_eq!((&json["assessments"], &json["ranking"][0]["index"]), (&json!(2), &json!(31.25)));
        assert_eq!(json["ranking"][1]["above_next"], Value::Null);
        let text = sheet().text(&Texts::new(Lang::En, TimeZone::UTC));
        let row = |firm: &str| text.lines().find(|line| line.contains(firm)).map(plain).unwrap_or_default();
        let ends = |row: &str, figure: &str| row.find(figure).map(|at| width(row.get(..at + figure.len()).unwrap()));
        let (one, other) = (row("Oqtosh"), row("Buxoro"));
        assert!(ends(&other, "9.0").is_some() && ends(&one, "31.2") == ends(&other, "9.0"), "{text}");
    }
}
