//! The weights on paper against what really moves the scores.

use crate::engine::id::AreaIx;
use crate::engine::pool::Pool;
use crate::engine::reliability::{FEWEST_COMPLETE, Influence, influence};
use crate::engine::score::ItemState;
use crate::engine::text::{Lang, Message};
use crate::report::sheet::{Cell, Table};

/// The areas against the index, then the items of each area against the area.
pub(super) fn tables(pool: &Pool, lang: Lang) -> [Table; 2] {
    [areas(pool, lang), items(pool)]
}

fn areas(pool: &Pool, lang: Lang) -> Table {
    let areas = &pool.questionnaire.areas;
    let weights: Vec<f64> = areas.iter().map(|area| area.weight).collect();
    let rows: Vec<(Vec<Option<f64>>, f64)> = pool
        .members
        .iter()
        .filter_map(|member| {
            let scores = &member.assessed.scores;
            Some((
                scores.areas.iter().map(crate::engine::score::AreaScore::shown).collect(),
                scores.index.as_ref()?.headline,
            ))
        })
        .collect();
    let enough = rows.len() >= FEWEST_COMPLETE;
    let row = |(area, found): (&crate::engine::questionnaire::Area, Influence)| {
        let mut row = vec![Cell::Text(area.id.to_string()), Cell::Text(area.title.get(lang).to_owned())];
        row.extend(figures(&found));
        row
    };
    let found = areas.iter().zip(influence(&weights, &rows)).filter(|_| enough);
    let few = Message::new("stats-influence-few").with("fewest", FEWEST_COMPLETE).with("n", rows.len());
    Table {
        name: "stats-influence",
        columns: &["stats-area", "stats-name", "stats-n", "stats-weight", "stats-influence-share", "stats-r-squared"],
        rows: found.map(row).collect(),
        notes: vec![if enough { Message::new("stats-influence-note") } else { few }],
    }
}

fn items(pool: &Pool) -> Table {
    let questionnaire = &pool.questionnaire;
    let of_area = |area: AreaIx| {
        let weighed = |ix| {
            questionnaire.questions[ix].item.as_ref().filter(|item| item.area == area).map(|item| (ix, item.weight))
        };
        let (items, weights): (Vec<_>, Vec<f64>) = questionnaire.items().filter_map(weighed).unzip();
        let row = |scores: &crate::engine::score::Scores| {
            let parts = items.iter().map(|ix| scores.items[*ix].and_then(ItemState::score)).collect();
            Some((parts, scores.areas[area].shown()?))
        };
        let rows: Vec<_> = pool.members.iter().filter_map(|member| row(&member.assessed.scores)).collect();
        let found = influence(&weights, &rows);
        let known = rows.len() >= FEWEST_COMPLETE;
        let line = move |(ix, found): (_, Influence)| {
            let ids = [questionnaire.questions[ix].id.to_string(), questionnaire.areas[area].id.to_string()];
            let mut row: Vec<Cell> = ids.into_iter().map(Cell::Text).collect();
            row.extend(figures(&found));
            row
        };
        items.into_iter().zip(found).filter(move |_| known).map(line).collect::<Vec<_>>()
    };
    Table {
        name: "stats-item-influence",
        columns: &["stats-item", "stats-area", "stats-n", "stats-weight", "stats-influence-share", "stats-r-squared"],
        rows: questionnaire.areas.indices().flat_map(of_area).collect(),
        notes: Vec::new(),
    }
}

fn figures(found: &Influence) -> [Cell; 4] {
    [Cell::Count(found.n), Cell::Share(Some(found.nominal)), Cell::Share(found.share), Cell::Number(found.squared, 2)]
}
