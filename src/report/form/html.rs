//! A form as one HTML page: no script, no other file, everything escaped, made to be printed.

use std::fmt::Write;

use super::sheet::{Choosable, Entry, Part, Sheet, Space};
use crate::report::markup::html as text;

/// From this number on short choices stand in columns.
const MANY: usize = 9;
/// The most characters of a choice that stands in a column.
const NARROW: usize = 40;

const STYLE: &str = include_str!("style.css");

/// The form as a page.
pub(super) fn written(sheet: &Sheet) -> String {
    let title = text(&sheet.title);
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n",
        sheet.lang.tag()
    );
    if let Some(description) = &sheet.description {
        element(&mut page, "p", "", description);
    }
    page.push_str("<div class=\"head\">\n");
    for name in &sheet.head {
        let _ = writeln!(page, "<p><span>{}:</span><span class=\"line\"></span></p>", text(name));
    }
    page.push_str("</div>\n<ul class=\"rules\">\n");
    for rule in &sheet.rules {
        element(&mut page, "li", "", rule);
    }
    page.push_str("</ul>\n");
    for part in &sheet.parts {
        written_part(part, &mut page);
    }
    let _ = write!(page, "<footer>{}</footer>\n</body>\n</html>\n", text(&sheet.foot));
    page
}

fn element(page: &mut String, name: &str, class: &str, inside: &str) {
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    let _ = writeln!(page, "<{name}{class}>{}</{name}>", text(inside));
}

fn written_part(part: &Part, page: &mut String) {
    page.push_str("<section>\n");
    element(page, "h2", "", &part.title);
    if let Some(condition) = &part.condition {
        element(page, "p", "routing", condition);
    }
    part.entries.iter().for_each(|entry| written_entry(entry, page));
    page.push_str("</section>\n");
}

fn written_entry(entry: &Entry, page: &mut String) {
    page.push_str("<article>\n");
    match &entry.number {
        Some(number) => {
            let marks = match entry.marks.as_str() {
                "" => String::new(),
                marks => format!(" <span class=\"marks\">{}</span>", text(marks)),
            };
            let _ = writeln!(page, "<h3><span class=\"number\">{number}</span> {}{marks}</h3>", text(&entry.label));
        }
        None => element(page, "p", "note", &entry.label),
    }
    entry.routing.iter().for_each(|line| element(page, "p", "routing", line));
    entry.hints.iter().for_each(|hint| element(page, "p", "hint", hint));
    if let Some(guidance) = &entry.guidance {
        element(page, "p", "guidance", guidance);
    }
    space(&entry.answer, page);
    page.push_str("</article>\n");
}

fn space(space: &Space, page: &mut String) {
    match space {
        Space::Nothing => {}
        Space::Boxes { sign, options } => {
            let narrow = options.iter().all(|option| option.label.chars().count() <= NARROW);
            let class = if options.len() >= MANY && narrow { "boxes many" } else { "boxes" };
            let _ = writeln!(page, "<ul class=\"{class}\">");
            for option in options {
                boxed(sign, option, page);
            }
            page.push_str("</ul>\n");
        }
        Space::Field(unit) => {
            let unit = unit.as_ref().map(|unit| format!(" {}", text(unit))).unwrap_or_default();
            let _ = writeln!(page, "<p class=\"answer\"><span class=\"field\"></span>{unit}</p>");
        }
        Space::Date(space) => element(page, "p", "answer", space),
        Space::Lines(lines) => (0..*lines).for_each(|_| page.push_str("<p class=\"line\"></p>\n")),
    }
}

fn boxed(sign: &str, option: &Choosable, page: &mut String) {
    let number = option.number.as_ref().map(|number| format!("<b>{number}</b> ")).unwrap_or_default();
    let note = option.note.as_ref().map(|note| format!(" <i>({})</i>", text(note))).unwrap_or_default();
    let _ = writeln!(page, "<li><span class=\"box\">{sign}</span> {number}{}{note}</li>", text(&option.label));
}
