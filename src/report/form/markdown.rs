//! A form in Markdown (CommonMark). What people wrote is escaped, so that it reads as it was written.

use super::sheet::{Choosable, Entry, Part, Sheet, Space};
use crate::report::markup::{markdown as text, paragraph};

/// The line to write on.
const LINE: &str = "………………………………………………………………………………";
/// A short field.
const FIELD: &str = "…………………………";

/// The form as Markdown.
pub(super) fn written(sheet: &Sheet) -> String {
    let mut out = vec![format!("# {}", text(&sheet.title))];
    out.extend(sheet.description.as_deref().map(paragraph));
    out.push(sheet.head.iter().map(|name| format!("{}: {LINE}", text(name))).collect::<Vec<_>>().join("  \n"));
    out.push(sheet.rules.iter().map(|rule| format!("- {}", text(rule))).collect::<Vec<_>>().join("\n"));
    for part in &sheet.parts {
        written_part(part, &mut out);
    }
    out.push("---".to_owned());
    out.push(format!("*{}*", text(&sheet.foot)));
    out.join("\n\n") + "\n"
}

fn written_part(part: &Part, out: &mut Vec<String>) {
    out.push(format!("## {}", text(&part.title)));
    out.extend(part.condition.as_deref().map(routed));
    part.entries.iter().for_each(|entry| written_entry(entry, out));
}

fn written_entry(entry: &Entry, out: &mut Vec<String>) {
    out.push(match &entry.number {
        Some(number) => {
            let marks = if entry.marks.is_empty() { String::new() } else { format!(" {}", text(&entry.marks)) };
            format!("**{number}. {}**{marks}", text(&entry.label))
        }
        None => format!("> {}", text(&entry.label)),
    });
    out.extend(entry.routing.iter().map(|line| routed(line)));
    out.extend(entry.hints.iter().map(|hint| format!("*{}*", text(hint))));
    out.extend(entry.guidance.as_ref().map(|guidance| format!("> {}", text(guidance))));
    out.extend(space(&entry.answer));
}

fn space(space: &Space) -> Option<String> {
    match space {
        Space::Nothing => None,
        Space::Boxes { sign, options } => {
            Some(options.iter().map(|option| boxed(sign, option)).collect::<Vec<_>>().join("\n"))
        }
        Space::Field(None) => Some(FIELD.to_owned()),
        Space::Field(Some(unit)) => Some(format!("{FIELD} {}", text(unit))),
        Space::Date(space) => Some(text(space)),
        Space::Lines(lines) => Some(vec![LINE; *lines].join("  \n")),
    }
}

fn boxed(sign: &str, option: &Choosable) -> String {
    let number = option.number.as_ref().map(|number| format!("{number} – ")).unwrap_or_default();
    let note = option.note.as_ref().map(|note| format!(" *({})*", text(note))).unwrap_or_default();
    format!("- {sign} {number}{}{note}", text(&option.label))
}

fn routed(line: &str) -> String {
    format!("→ {}", text(line))
}
