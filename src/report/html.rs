//! A report as one HTML page: no script, no other file, everything escaped; for screens from a telephone
//! up, in light and dark, and for paper.

use std::fmt::Write;

use super::chart::scene::Ink;
use super::chart::{Chart, Data, NARROW, WIDE, svg};
use super::markup::{html as text, html_line as line};
use super::model::{self, Entry, Fact, Report, Section, Side, Table};
use super::walk::{Writer, walk};
use crate::engine::template::{Rgb, lightened};

const STYLE: &str = include_str!("html/style.css");

/// The report as a page.
pub(super) fn written(report: &Report) -> String {
    let title = line(&format!("{} · {}", report.title, report.subject));
    let mut page = Page { out: String::with_capacity(128 * 1024), charts: 0 };
    page.line(&format!("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">", report.lang.tag()));
    page.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    page.line("<meta name=\"color-scheme\" content=\"light dark\">");
    page.line(&format!(
        "<title>{title}</title>\n<style>\n{}{}{STYLE}{}</style>",
        colours(),
        lettered(report),
        margins(report)
    ));
    page.line("</head>\n<body>\n<header>");
    page.letterhead(report);
    page.element("p", "kind", &report.title);
    page.element("h1", "", &report.subject);
    page.element("p", "running", &report.running);
    page.line("</header>");
    page.contents(report);
    page.line("<main>");
    walk(report, &mut page);
    page.line("</main>");
    let foot = report.letterhead.as_ref().filter(|it| !it.foot.is_empty());
    let foot = foot.map(|it| format!("<p>{}</p>", text(&it.foot))).unwrap_or_default();
    page.line(&format!("<footer>{foot}<p>{title}</p><p>{}</p></footer>\n</body>\n</html>", line(&report.running)));
    page.out
}

/// The colours of charts and texts: on paper and in light, and in the dark.
fn colours() -> String {
    let variables = |of: fn(Ink) -> (u8, u8, u8)| -> String {
        let one = |ink: Ink| {
            let (red, green, blue) = of(ink);
            format!("--{}:#{red:02x}{green:02x}{blue:02x};", ink.name())
        };
        Ink::ALL.map(one).concat()
    };
    let classes = Ink::ALL.map(|ink| format!(".f-{0}{{fill:var(--{0})}}.s-{0}{{stroke:var(--{0})}}", ink.name()));
    format!(
        ":root {{ {} }}\n@media screen and (prefers-color-scheme: dark) {{ :root {{ {} }} }}\n{}\n",
        variables(Ink::on_paper),
        variables(Ink::in_the_dark),
        classes.concat()
    )
}

/// The colour of rules and links: the template's, lightened in the dark, or that of the charts.
fn lettered(report: &Report) -> String {
    let own = report.letterhead.as_ref().and_then(|it| it.accent);
    let (paper, dark) = (own.unwrap_or(Ink::Now.on_paper()), own.map(|it| lightened(it, Ink::Paper.in_the_dark())));
    let set = |(red, green, blue): Rgb| format!(":root {{ --accent:#{red:02x}{green:02x}{blue:02x}; }}");
    let dark = set(dark.unwrap_or(Ink::Now.in_the_dark()));
    format!("{}\n@media screen and (prefers-color-scheme: dark) {{ {dark} }}\n", set(paper))
}

/// What stands in the margins of every printed page.
fn margins(report: &Report) -> String {
    let foot = report.letterhead.as_ref().map(|it| quoted(&it.foot)).filter(|foot| foot.len() > 2);
    let foot = foot.map(|foot| format!("  @bottom-left {{ content: {foot}; }}\n")).unwrap_or_default();
    format!(
        "@page {{\n  @top-left {{ content: {}; }}\n  @top-right {{ content: {}; }}\n  \
         @bottom-right {{ content: counter(page) \" / \" counter(pages); }}\n{foot}}}\n",
        quoted(&format!("{} · {}", report.title, report.subject)),
        quoted(&report.running)
    )
}

/// A string of a style sheet: every sign that could end it, or the style sheet, by its number.
fn quoted(text: &str) -> String {
    let sign = |c: char| match c {
        c if c.is_control() => " ".to_owned(),
        '"' | '\\' | '<' | '>' | '&' | '\'' => format!("\\{:x} ", u32::from(c)),
        c => c.to_string(),
    };
    format!("\"{}\"", text.chars().map(sign).collect::<String>())
}

struct Page {
    out: String,
    /// The charts so far, for their ids.
    charts: usize,
}

impl Page {
    fn line(&mut self, markup: &str) {
        self.out.push_str(markup);
        self.out.push('\n');
    }

    /// An element with nothing but a text in it.
    fn element(&mut self, name: &str, class: &str, inside: &str) {
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        let _ = writeln!(self.out, "<{name}{class}>{}</{name}>", text(inside));
    }

    /// Who sends the report. The name stands beside the logo, so that the logo need not be told.
    fn letterhead(&mut self, report: &Report) {
        let Some(by) = &report.letterhead else { return };
        self.line("<div class=\"letterhead\">");
        if let Some(logo) = &by.logo {
            self.line(&format!("<img src=\"{}\" alt=\"\">", logo.address()));
        }
        self.line("<div>");
        self.element("p", "sender", &by.sender);
        if !by.head.is_empty() {
            self.element("p", "", &by.head);
        }
        self.line("</div>\n</div>");
    }

    /// Links to the sections.
    fn contents(&mut self, report: &Report) {
        self.line(&format!("<nav aria-label=\"{}\">\n<ul>", line(&report.contents)));
        for (at, section) in report.sections.iter().enumerate() {
            if let Some(heading) = &section.heading {
                self.line(&format!("<li><a href=\"#s{at}\">{}</a></li>", line(heading)));
            }
        }
        self.line("</ul>\n</nav>");
    }

    fn entry(&mut self, entry: &Entry) {
        self.line("<li>");
        let part = |class: &str, said: &str| {
            if said.is_empty() { String::new() } else { format!("<span class=\"{class}\">{}</span> ", text(said)) }
        };
        let parts = [part("mark", &entry.mark), part("title", &entry.title), part("figure", &entry.figure)].concat();
        self.line(&format!("<p class=\"head\">{}</p>", parts.trim_end()));
        for detail in &entry.details {
            let name = if detail.name.is_empty() {
                String::new()
            } else {
                format!("<span class=\"name\">{}:</span> ", text(&detail.name))
            };
            self.line(&format!("<p class=\"detail\">{name}{}</p>", text(&detail.value)));
        }
        self.line("</li>");
    }
}

impl Writer for Page {
    fn begin(&mut self, at: usize, section: &Section) {
        let class = if section.page == model::Page::New { " class=\"page\"" } else { "" };
        match &section.heading {
            Some(heading) => {
                self.line(&format!("<section{class} aria-labelledby=\"s{at}\">"));
                self.line(&format!("<h2 id=\"s{at}\">{}</h2>", text(heading)));
            }
            None => self.line(&format!("<section{class}>")),
        }
    }

    fn end(&mut self, _: &Section) {
        self.line("</section>");
    }

    fn text(&mut self, said: &str) {
        self.element("p", "", said);
    }

    fn heading(&mut self, heading: &str) {
        self.element("h3", "", heading);
    }

    fn list(&mut self, list: &[String]) {
        self.line("<ul class=\"plain\">");
        for said in list {
            self.element("li", "", said);
        }
        self.line("</ul>");
    }

    fn facts(&mut self, facts: &[Fact]) {
        self.line("<dl>");
        for fact in facts {
            self.line(&format!("<div><dt>{}</dt><dd>{}</dd></div>", text(&fact.name), text(&fact.value)));
        }
        self.line("</dl>");
    }

    /// A table may be wider than a telephone: then it moves within its frame, and the page does not.
    fn table(&mut self, table: &Table) {
        let name = line(&table.caption);
        self.line(&format!("<div class=\"frame\" role=\"region\" tabindex=\"0\" aria-label=\"{name}\">\n<table>"));
        self.element("caption", "", &table.caption);
        let side = |at: usize| match table.columns.get(at).map(|column| column.side) {
            Some(Side::End) => " class=\"number\"",
            _ => "",
        };
        let heads = table.columns.iter().enumerate();
        let heads = heads.map(|(at, column)| format!("<th scope=\"col\"{}>{}</th>", side(at), text(&column.title)));
        let heads: String = heads.collect();
        self.line(&format!("<thead><tr>{heads}</tr></thead>\n<tbody>"));
        for row in &table.rows {
            let cell = |(at, cell): (usize, &String)| match at {
                0 => format!("<th scope=\"row\">{}</th>", text(cell)),
                _ => format!("<td{}>{}</td>", side(at), text(cell)),
            };
            let cells: String = row.iter().enumerate().map(cell).collect();
            self.line(&format!("<tr>{cells}</tr>"));
        }
        self.line("</tbody>\n</table>\n</div>");
    }

    /// The chart twice: for a wide and for a narrow window, of which the style sheet shows one.
    fn chart(&mut self, chart: &Chart) {
        self.charts += 1;
        let id = self.charts;
        let kind = if matches!(chart.data, Data::Radar(_)) { " class=\"radar\"" } else { "" };
        self.line(&format!("<figure{kind}>"));
        self.element("figcaption", "", &chart.title);
        for (class, width) in [("wide", WIDE), ("narrow", NARROW)] {
            let drawn = svg(&chart.scene(width), &format!("c{id}-{class}"), &chart.title, &chart.alt);
            self.line(&format!("<div class=\"{class}\">\n{drawn}</div>"));
        }
        self.line("</figure>");
    }

    fn entries(&mut self, entries: &[Entry]) {
        self.line("<ul class=\"entries\">");
        for entry in entries {
            self.entry(entry);
        }
        self.line("</ul>");
    }
}
