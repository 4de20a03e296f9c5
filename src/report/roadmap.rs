//! The roadmap as tables: what is planned, and the scores after each phase; for people, programs and spreadsheets.

use super::Meta;
use super::build::{phase_word, status_word, verdict_word};
use super::sheet::{Cell, Sheet, Table};
use crate::engine::interview::Interview;
use crate::engine::profile::{Profile, fill};
use crate::engine::roadmap::{Entry, plan};
use crate::engine::text::{Localized, Message};
use crate::i18n::Texts;

/// The tables of the plan; while there is none, the scores are those of the first page of advice.
pub fn sheet(profile: &Profile, interview: &Interview, meta: &Meta, texts: &Texts) -> Sheet {
    let questionnaire = interview.questionnaire();
    let plan = plan(interview, profile, &meta.actions);
    let today = meta.today(interview);
    let filled = |text: &Localized| fill(text.get(texts.lang()), interview, texts.lang(), |number| texts.exact(number));
    let row = |entry: &Entry| -> Option<Vec<Cell>> {
        let action = entry.action.as_ref()?;
        let recommendation = &questionnaire.recommendations[entry.recommendation];
        let own = || filled(&recommendation.measure);
        Some(vec![
            Cell::Text(recommendation.id.clone()),
            Cell::Word(phase_word(entry.phase)),
            Cell::Text(action.owner.clone()),
            Cell::Text(action.due.map(|due| due.to_string()).unwrap_or_default()),
            Cell::Word(status_word(action.status)),
            if action.is_late(today) { Cell::Word("roadmap-overdue") } else { Cell::Text(String::new()) },
            Cell::Text(filled(&recommendation.title)),
            Cell::Text(if action.measure.is_empty() { own() } else { action.measure.clone() }),
            Cell::Text(action.note.clone()),
        ])
    };
    let actions = Table {
        name: "roadmap-actions",
        columns: &[
            "roadmap-recommendation",
            "roadmap-phase",
            "roadmap-owner",
            "roadmap-due",
            "roadmap-status",
            "roadmap-late",
            "roadmap-action",
            "roadmap-measure",
            "roadmap-note",
        ],
        rows: plan.entries.iter().filter_map(row).collect(),
        notes: if plan.is_empty() { vec![Message::new("roadmap-empty")] } else { Vec::new() },
    };
    let milestones = plan.milestones(!plan.is_empty());
    let scores = &profile.scores;
    let mut rows: Vec<Vec<Cell>> = questionnaire
        .areas
        .enumerate()
        .map(|(ix, area)| {
            let then = milestones.iter().map(|milestone| milestone.areas[ix]);
            let figures = std::iter::once(scores.areas[ix].shown()).chain(then).map(|score| Cell::Number(score, 1));
            std::iter::once(Cell::Text(area.title.get(texts.lang()).to_owned())).chain(figures).collect()
        })
        .collect();
    let now = scores.index.as_ref().map(|index| index.headline);
    let index = std::iter::once(now).chain(milestones.iter().map(|milestone| milestone.index));
    let overall = Cell::Word("roadmap-overall");
    rows.push(std::iter::once(overall).chain(index.map(|score| Cell::Number(score, 1))).collect());
    let projection = Table {
        name: "roadmap-projection",
        columns: &["roadmap-area", "roadmap-now", "roadmap-short-now", "roadmap-short-year", "roadmap-short-later"],
        rows,
        notes: vec![Message::new("roadmap-scores-note")],
    };
    let mut tables = vec![actions, projection];
    tables.extend(held(meta, interview, &filled));
    Sheet {
        format: "tashxis-roadmap/1",
        title: Message::new("roadmap-of").with("enterprise", meta.enterprise.as_str()),
        facts: Vec::new(),
        tables,
    }
}

/// The plan of the assessment before, held against what changed.
fn held(meta: &Meta, interview: &Interview, filled: &dyn Fn(&Localized) -> String) -> Option<Table> {
    let (_, actions) = meta.last_plan(interview)?;
    let rows = actions.iter().map(|held| {
        let points: f64 = held.items.iter().map(|item| item.to - item.from).sum();
        let mean = (!held.items.is_empty()).then(|| points / held.items.len() as f64);
        vec![
            Cell::Text(held.action.recommendation.clone()),
            Cell::Word(status_word(held.action.status)),
            Cell::Word(verdict_word(held.verdict)),
            Cell::Count(held.items.len()),
            Cell::Change(mean, 1),
            Cell::Text(held.title.as_ref().map(filled).unwrap_or_default()),
        ]
    });
    Some(Table {
        name: "roadmap-held",
        columns: &[
            "roadmap-recommendation",
            "roadmap-status",
            "roadmap-verdict",
            "roadmap-items",
            "roadmap-change",
            "roadmap-action",
        ],
        rows: rows.collect(),
        notes: Vec::new(),
    })
}
