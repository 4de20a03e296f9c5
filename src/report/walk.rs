//! The way through a report that every format for paper and screens takes: one call for each piece, in order.
//!
//! What formats would otherwise decide twice is decided here: what is said of the bars of a chart becomes a list
//! of entries behind it, and a dot before an entry, which only stands for "one of a list", is left out.

use super::chart::{Chart, Data};
use super::model::{Bar, Block, Entry, Fact, Report, Section, Table};

/// What an entry is marked with that has neither number nor id.
const DOT: &str = "•";

/// A format, which writes down the pieces of a report.
pub(super) trait Writer {
    /// A section begins; `at` counts from 0.
    fn begin(&mut self, at: usize, section: &Section);
    /// The section ends.
    fn end(&mut self, section: &Section);
    /// A paragraph.
    fn text(&mut self, text: &str);
    /// A heading within the section.
    fn heading(&mut self, heading: &str);
    /// Short statements.
    fn list(&mut self, list: &[String]);
    /// Names with values.
    fn facts(&mut self, facts: &[Fact]);
    /// Figures in rows and columns.
    fn table(&mut self, table: &Table);
    /// A chart.
    fn chart(&mut self, chart: &Chart);
    /// A list, each entry with details.
    fn entries(&mut self, entries: &[Entry]);
}

/// Goes through the report.
pub(super) fn walk(report: &Report, writer: &mut impl Writer) {
    for (at, section) in report.sections.iter().enumerate() {
        writer.begin(at, section);
        section.blocks.iter().for_each(|one| block(one, writer));
        writer.end(section);
    }
}

fn block(block: &Block, writer: &mut impl Writer) {
    match block {
        Block::Text(text) => writer.text(text),
        Block::Heading(heading) => writer.heading(heading),
        Block::List(list) => writer.list(list),
        Block::Facts(facts) => writer.facts(facts),
        Block::Table(table) => writer.table(table),
        Block::Chart(chart) => {
            writer.chart(chart);
            let notes = notes(chart);
            if !notes.is_empty() {
                writer.entries(&notes);
            }
        }
        Block::Entries(entries) if entries.iter().any(|entry| entry.mark == DOT) => {
            let plain = |entry: &Entry| Entry {
                mark: if entry.mark == DOT { String::new() } else { entry.mark.clone() },
                ..entry.clone()
            };
            writer.entries(&entries.iter().map(plain).collect::<Vec<_>>());
        }
        Block::Entries(entries) => writer.entries(entries),
    }
}

/// What is said of each bar of a chart.
fn notes(chart: &Chart) -> Vec<Entry> {
    let Data::Bars(bars) = &chart.data else { return Vec::new() };
    let entry = |bar: &Bar| Entry {
        mark: String::new(),
        title: bar.title.clone(),
        figure: bar.figure.clone(),
        details: bar.notes.iter().map(|note| Fact::new("", note)).collect(),
    };
    bars.iter().filter(|bar| !bar.notes.is_empty()).map(entry).collect()
}
