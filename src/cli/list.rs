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
/// What a column keeps, however little room there is.
const NARROWEST: usize = 8;
/// What stands between columns.
const GAP: &str = "  ";

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
        shell.print(&table(&std::iter::once(head).chain(rows).collect::<Vec<_>>(), Shell::columns()))?;
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

/// Rows of equal length with columns under each other, two spaces apart; where there is only so much room, the widest
/// columns give way.
pub fn table(rows: &[Vec<String>], room: Option<usize>) -> String {
    let cell = |text: &String, width: usize| fit(&text.replace(['\n', '\t'], " "), width);
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|text| cell(text, WIDEST).width()).max();
    let mut widths: Vec<usize> = (0..columns).map(|at| width(at).unwrap_or_default()).collect();
    let room = room.map(|room| room.saturating_sub(GAP.len() * columns.saturating_sub(1)));
    while room.is_some_and(|room| widths.iter().sum::<usize>() > room) {
        let Some(widest) = widths.iter_mut().max().filter(|widest| **widest > NARROWEST) else { break };
        *widest -= 1;
    }
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).map(|(text, width)| pad(&cell(text, *width), *width)).collect::<Vec<_>>();
        format!("{}\n", cells.join(GAP).trim_end())
    };
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other_whatever_the_script() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let rows = [row(["id", "Korxona", ""]), row(["1a", "Оқтош\nСут", "тайёр"]), row(["2", "東京", ""])];
        assert_eq!(table(&rows, None), "id  Korxona\n1a  Оқтош Сут  тайёр\n2   東京\n");
        let long = "а".repeat(60);
        assert_eq!(table(&[vec![long]], None).trim_end().width(), WIDEST);
    }

    #[test]
    fn where_there_is_little_room_the_widest_columns_give_way() {
        let long =
            ["1a".to_owned(), "Klasterning tayanch korxonasi".to_owned(), "innovation-ecosystem 1.0.0".to_owned()];
        let shown = |room| table(&[long.to_vec()], Some(room)).trim_end().to_owned();
        assert_eq!(shown(61), "1a  Klasterning tayanch korxonasi  innovation-ecosystem 1.0.0");
        assert_eq!(shown(50), "1a  Klasterning tayanch k…  innovation-ecosystem …");
        for room in 22..61 {
            assert_eq!(shown(room).width(), room, "{}", shown(room));
        }
        assert_eq!(shown(0), shown(22), "no column is cut to nothing");
    }
}
