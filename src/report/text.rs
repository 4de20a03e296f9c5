//! A report as plain text for a terminal or a printer.

use super::chart::{Chart, Data};
use super::model::{Bar, Block, Entry, Fact, Report, Section, Table};
use super::wrap::{plain, width, wrap};

mod table;

/// The narrowest text that is written.
const NARROWEST: usize = 40;

/// The cells of a bar: two points of the score each.
const BAR: usize = 50;

/// What marks a heading within a section.
const HEADING: &str = "■";

/// The widest column of names beside values.
const NAMES: usize = 30;

/// The report as text of at most `columns` cells a line.
pub(super) fn written(report: &Report, columns: usize) -> String {
    let mut page = Page { columns: columns.max(NARROWEST), lines: Vec::new() };
    page.rule('═');
    page.paragraph(&report.title, 0);
    page.paragraph(&report.subject, 0);
    page.paragraph(&report.running, 0);
    page.rule('═');
    for section in &report.sections {
        page.section(section);
    }
    page.lines.join("\n") + "\n"
}

/// Sections alone as text of at most `columns` cells a line.
pub(super) fn sections(sections: &[Section], columns: usize) -> String {
    let mut page = Page { columns: columns.max(NARROWEST), lines: Vec::new() };
    for section in sections {
        page.section(section);
    }
    page.lines.join("\n") + "\n"
}

struct Page {
    columns: usize,
    lines: Vec<String>,
}

impl Page {
    fn line(&mut self, line: &str) {
        self.lines.push(line.trim_end().to_owned());
    }

    /// An empty line, unless there is one already.
    fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.line("");
        }
    }

    fn rule(&mut self, sign: char) {
        self.line(&sign.to_string().repeat(self.columns));
    }

    fn section(&mut self, section: &Section) {
        self.gap();
        if let Some(heading) = &section.heading {
            self.paragraph(heading, 0);
            self.rule('─');
        }
        for block in &section.blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Text(text) => self.paragraph(text, 0),
            Block::List(list) => list.iter().for_each(|text| self.hanging("•  ", text, 3)),
            Block::Heading(heading) => self.paragraph(&format!("{HEADING} {heading}"), 0),
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => self.chart(chart),
            Block::Entries(entries) => entries.iter().for_each(|entry| self.entry(entry)),
        }
        if !matches!(block, Block::Heading(_)) {
            self.gap();
        }
    }

    fn paragraph(&mut self, text: &str, indent: usize) {
        self.hanging(&" ".repeat(indent), text, indent);
    }

    /// A text after a lead, its further lines beginning at `indent`.
    fn hanging(&mut self, lead: &str, text: &str, indent: usize) {
        let used = width(lead).saturating_sub(indent);
        let mut lines = wrap(text, self.columns.saturating_sub(indent), used).into_iter();
        let first = lines.next().unwrap_or_default();
        self.line(&format!("{lead}{first}"));
        for line in lines {
            self.line(&format!("{}{line}", " ".repeat(indent)));
        }
    }

    fn facts(&mut self, facts: &[Fact]) {
        let names = facts.iter().map(|fact| width(&fact.name)).max().unwrap_or_default().min(NAMES);
        for fact in facts {
            let name = plain(&fact.name);
            let fill = " ".repeat(names.saturating_sub(width(&name)) + 2);
            self.hanging(&format!("{name}{fill}"), &fact.value, names + 2);
        }
    }

    /// Bars are drawn in cells; of the other charts a terminal shows the figures.
    fn chart(&mut self, chart: &Chart) {
        match &chart.data {
            Data::Bars(bars) => {
                for bar in bars {
                    self.bar(bar);
                }
                chart.cells.iter().for_each(|line| self.paragraph(line, 0));
            }
            _ => self.table(&chart.table),
        }
    }

    fn table(&mut self, table: &Table) {
        self.paragraph(&table.caption, 0);
        for line in table::lines(table, self.columns) {
            self.line(&line);
        }
    }

    fn bar(&mut self, bar: &Bar) {
        self.paragraph(&bar.title, 0);
        let cells = BAR.min(self.columns.saturating_sub(22));
        self.line(&format!("  {:>6}  {}  {}", bar.figure, drawn(bar, cells), bar.bounds));
        for note in &bar.notes {
            self.paragraph(note, 10);
        }
        self.gap();
    }

    fn entry(&mut self, entry: &Entry) {
        let mark = plain(&entry.mark);
        let indent = width(&mark).max(2) + 2;
        let fill = " ".repeat(indent.saturating_sub(width(&mark)));
        let room = width(&entry.figure) + usize::from(!entry.figure.is_empty()) * 2;
        let lines = wrap(&entry.title, self.columns.saturating_sub(indent + room), 0);
        for (at, line) in lines.iter().enumerate() {
            if at == 0 {
                let reach = self.columns.saturating_sub(indent + width(line) + width(&entry.figure));
                self.line(&format!("{mark}{fill}{line}{}{}", " ".repeat(reach), entry.figure));
            } else {
                self.line(&format!("{}{line}", " ".repeat(indent)));
            }
        }
        for detail in &entry.details {
            self.detail(detail, indent);
        }
        if !entry.details.is_empty() {
            self.gap();
        }
    }

    fn detail(&mut self, detail: &Fact, indent: usize) {
        let lead = " ".repeat(indent);
        if detail.name.is_empty() {
            self.paragraph(&detail.value, indent);
        } else {
            self.hanging(&lead, &format!("{}: {}", detail.name, detail.value), indent + 2);
        }
    }
}

/// The bar in cells: sure, up to the score, possible, out of reach; across it the ends of the interval.
fn drawn(bar: &Bar, cells: usize) -> String {
    let at = |score: f64| (score / 100.0 * cells as f64).round() as usize;
    let (low, high) = (at(bar.low), at(bar.high));
    let score = bar.score.map_or(low, at);
    // The ends are the cells in which they lie; one after the last is drawn in the last.
    let end = |score: f64| ((score / 100.0 * cells as f64) as usize).min(cells.saturating_sub(1));
    let ends = bar.interval.map(|(from, to)| (end(from), end(to)));
    let (target, peers) = (bar.target.map(end), bar.peers.map(end));
    let sign = |cell: usize| match cell {
        cell if target == Some(cell) => '◇',
        cell if peers == Some(cell) => '▼',
        cell if ends.is_some_and(|(from, to)| from == cell && to == cell) => '│',
        cell if ends.is_some_and(|(from, _)| from == cell) => '├',
        cell if ends.is_some_and(|(_, to)| to == cell) => '┤',
        cell if cell < low => '█',
        cell if cell < score => '▓',
        cell if cell < high => '▒',
        _ => '░',
    };
    (0..cells).map(sign).collect()
}
