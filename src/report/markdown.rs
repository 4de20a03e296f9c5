//! A report in Markdown (CommonMark with the tables of GitHub). What people wrote is escaped, so that it
//! reads as it was written; charts are told by their figures.

use super::chart::Chart;
use super::markup::{markdown as text, paragraph};
use super::model::{Entry, Fact, Report, Section, Side, Table};
use super::walk::{Writer, walk};

/// The report as Markdown.
pub(super) fn written(report: &Report) -> String {
    let running = format!("*{}*", text(&report.running));
    let mut pieces = Vec::new();
    let around = |said: &str| (!said.is_empty()).then(|| paragraph(said));
    if let Some(by) = &report.letterhead {
        pieces.extend([around(&by.sender), around(&by.head)].into_iter().flatten());
    }
    pieces.extend([format!("# {}", text(&report.subject)), paragraph(&report.title), running.clone()]);
    let mut page = Page { pieces };
    walk(report, &mut page);
    page.pieces.extend(["---".to_owned(), running]);
    page.pieces.extend(report.letterhead.as_ref().and_then(|by| around(&by.foot)));
    page.pieces.join("\n\n") + "\n"
}

/// Pieces with an empty line between two of them.
struct Page {
    pieces: Vec<String>,
}

impl Writer for Page {
    fn begin(&mut self, _: usize, section: &Section) {
        self.pieces.extend(section.heading.as_ref().map(|heading| format!("## {}", text(heading))));
    }

    fn end(&mut self, _: &Section) {}

    fn text(&mut self, said: &str) {
        self.pieces.push(paragraph(said));
    }

    fn heading(&mut self, heading: &str) {
        self.pieces.push(format!("### {}", text(heading)));
    }

    fn list(&mut self, list: &[String]) {
        self.pieces.push(listed(list.iter().map(|said| paragraph(said))));
    }

    fn facts(&mut self, facts: &[Fact]) {
        self.pieces.push(listed(facts.iter().map(fact)));
    }

    fn table(&mut self, written: &Table) {
        self.pieces.push(table(written));
    }

    fn chart(&mut self, chart: &Chart) {
        self.pieces.push(table(&chart.table));
    }

    fn entries(&mut self, entries: &[Entry]) {
        self.pieces.extend(entries.iter().map(entry));
    }
}

fn listed(lines: impl Iterator<Item = String>) -> String {
    lines.map(|line| format!("- {line}")).collect::<Vec<_>>().join("\n")
}

fn fact(fact: &Fact) -> String {
    if fact.name.is_empty() {
        paragraph(&fact.value)
    } else {
        format!("{}: {}", paragraph(&fact.name), text(&fact.value))
    }
}

fn entry(entry: &Entry) -> String {
    let mark = if entry.mark.is_empty() { String::new() } else { format!("{} · ", text(&entry.mark)) };
    let figure = if entry.figure.is_empty() { String::new() } else { format!(" ({})", text(&entry.figure)) };
    let head = format!("**{mark}{}**{figure}", text(entry.title.trim()));
    let details = listed(entry.details.iter().map(fact));
    if details.is_empty() { head } else { format!("{head}\n\n{details}") }
}

fn table(table: &Table) -> String {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let heads = table.columns.iter().map(|column| text(&column.title)).collect();
    let sides = table.columns.iter().map(|column| match column.side {
        Side::Start => ":--".to_owned(),
        Side::End => "--:".to_owned(),
    });
    let rows = table.rows.iter().map(|cells| row(cells.iter().map(|cell| text(cell)).collect()));
    let lines: Vec<String> = [row(heads), row(sides.collect())].into_iter().chain(rows).collect();
    format!("**{}**\n\n{}", text(&table.caption), lines.join("\n"))
}
