//! `tashxis list`: the assessments of the database, last changed first.

use std::collections::HashMap;

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::args;
use super::failure::Failure;
use super::shell::Shell;
use super::{Verdict, ids};
use crate::engine::id::AssessmentId;
use crate::engine::library::Summary;
use crate::engine::text::Message;
use crate::session::fieldwork::state;
use crate::tui::widgets::wrap::{fit, pad};

/// The name and version of the format for programs.
const FORMAT: &str = "tashxis-list/1";
/// The widest column.
const WIDEST: usize = 40;

#[derive(Serialize)]
struct File<'a> {
    format: &'static str,
    assessments: &'a [Summary],
}

/// Lists.
pub fn run(shell: &Shell, args: &args::List) -> Result<Verdict, Failure> {
    let all = shell.existing_store()?.all()?;
    let shorts = ids::shorts(&all.iter().map(|summary| summary.id).collect::<Vec<_>>());
    let listed: Vec<Summary> = all.into_iter().filter(|summary| args.archived || !summary.archived).collect();
    if args.json {
        let mut text = serde_json::to_string_pretty(&File { format: FORMAT, assessments: &listed }).unwrap_or_default();
        text.push('\n');
        shell.print_text(&text)?;
    } else if listed.is_empty() {
        shell.say(&Message::new("cli-list-empty"))?;
    } else {
        let rows = listed.iter().map(|summary| row(shell, summary, &shorts));
        let titles = ["cli-column-id", "column-firm", "column-questionnaire", "column-progress", "column-changed"];
        let head = titles.iter().map(|key| shell.texts.get(key)).chain([String::new()]).collect();
        shell.print(&table(&std::iter::once(head).chain(rows).collect::<Vec<_>>()))?;
    }
    Ok(Verdict::Done)
}

fn row(shell: &Shell, summary: &Summary, shorts: &HashMap<AssessmentId, String>) -> Vec<String> {
    let flag = |is: bool, key| is.then(|| shell.texts.get(key));
    let visit = Some(state(&shell.texts, summary, jiff::Zoned::now().date())).filter(|text| !text.is_empty());
    let states = [flag(summary.closed.is_some(), "column-done"), visit, flag(summary.archived, "cli-archived")];
    vec![
        shorts.get(&summary.id).cloned().unwrap_or_default(),
        summary.enterprise.clone(),
        format!("{} {}", summary.questionnaire, summary.version),
        shell.texts.percent(summary.progress.percent() as f64, 0),
        shell.texts.short_day(summary.changed),
        states.into_iter().flatten().collect::<Vec<_>>().join(", "),
    ]
}

/// Rows of equal length with columns under each other, two spaces apart.
pub fn table(rows: &[Vec<String>]) -> String {
    let cell = |text: &String| fit(&text.replace(['\n', '\t'], " "), WIDEST);
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|text| cell(text).width()).max();
    let widths: Vec<usize> = (0..columns).map(|at| width(at).unwrap_or_default()).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).map(|(text, width)| pad(&cell(text), *width)).collect::<Vec<_>>();
        format!("{}\n", cells.join("  ").trim_end())
    };
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other_whatever_the_script() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let shown = table(&[row(["id", "Korxona", ""]), row(["1a", "Оқтош\nСут", "тайёр"]), row(["2", "東京", ""])]);
        assert_eq!(shown, "id  Korxona\n1a  Оқтош Сут  тайёр\n2   東京\n");
        let long = "а".repeat(60);
        assert_eq!(table(&[vec![long]]).trim_end().width(), WIDEST);
    }
}
