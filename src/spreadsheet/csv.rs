//! The spreadsheet as CSV: the same columns, and the lines about the file itself first.

use super::plan::{clean, plan};
use super::{Column, LINES, Reason, Stamp};
use crate::dataset::harmless;
use crate::engine::questionnaire::Questionnaire;
use crate::i18n::Texts;

/// Writes the questionnaire as CSV, UTF-8 with a mark at the start.
///
/// # Errors
/// What the writer says.
pub fn csv(questionnaire: &Questionnaire, texts: &Texts, stamp: &Stamp) -> Result<Vec<u8>, std::io::Error> {
    let mut file = ::csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    file.write_record(Column::ALL.map(|(_, key, _)| texts.get(key)))?;
    let reasons = Reason::ALL.map(|(_, name, key)| format!("{name} – {}", texts.get(key))).join("\n");
    for (line, name, label) in LINES {
        let answer = clean(&stamp.line(line));
        file.write_record([name, "", &texts.get(label), "", &harmless(&answer), "", ""])?;
    }
    for key in RULES {
        let rule = texts.with(key, &[("reasons", reasons.as_str().into())]);
        file.write_record(["", "", &rule, "", "", "", ""])?;
    }
    for row in plan(questionnaire, texts, stamp).rows {
        let codes: Vec<String> = row.options.iter().map(|it| format!("{} – {}", it.code, it.words)).collect();
        let listed = !row.options.is_empty() && row.options.iter().all(|it| !row.expected.contains(&it.words));
        let expected = if listed { format!("{}\n{}", row.expected, codes.join("\n")) } else { row.expected };
        let cells = [&row.id, &row.section, &row.text, &expected].map(|cell| harmless(cell));
        file.write_record(cells.iter().map(AsRef::as_ref).chain(["", "", ""]))?;
    }
    file.into_inner().map_err(|error| std::io::Error::other(error.to_string()))
}

/// How a CSV file is filled in.
const RULES: [&str; 2] = ["spreadsheet-rule-csv", "spreadsheet-rule-reasons"];
