//! Statistics of many assessments, and of the doubts about one, laid out as tables.

use super::sheet::{Cell, Sheet, Table};
use crate::engine::id::AreaIx;
use crate::engine::interview::Form;
use crate::engine::pool::{Member, Pool};
use crate::engine::portfolio::{Distribution, Placed};
use crate::engine::questionnaire::Questionnaire;
use crate::engine::reliability::{Column, FEWEST_COMPLETE, Flag, NoConsistency, Reliability, columns, reliability};
use crate::engine::sensitivity::{Estimate, FactorShare, IndexSensitivity};
use crate::engine::text::{Lang, Message};
use crate::engine::uncertainty::{Factor, Options, SEED};

mod heat;
mod influence;
#[cfg(test)]
mod tests;

/// What was found over the enterprises of a pool, with their places by these draws, in the language of `lang` where
/// titles stand.
pub fn pool(pool: &Pool, placed: &[Placed], options: &Options, lang: Lang) -> Sheet {
    let questionnaire = &pool.questionnaire;
    let quick = pool.members.iter().filter(|member| member.form == Form::Quick).count();
    let title = questionnaire.title.get(lang);
    let mut all = columns_of(pool);
    let areas: Vec<(AreaIx, Reliability)> = questionnaire
        .areas
        .indices()
        .map(|area| (area, reliability(&of_area(questionnaire, &mut all, area))))
        .collect();
    let [influence_of_areas, influence_of_items] = influence::tables(pool, lang);
    Sheet {
        format: "tashxis-stats/2",
        title: Message::new("stats-title").with("questionnaire", title).with("version", questionnaire.version.as_str()),
        facts: vec![
            ("stats-enterprises", Cell::Count(pool.members.len())),
            ("stats-repeated", Cell::Count(pool.repeated)),
            ("stats-quick", Cell::Count(quick)),
            ("stats-left-out", Cell::Count(pool.left_out)),
            ("stats-seed", Cell::Text(SEED.to_string())),
            ("stats-draws", Cell::Count(options.draws)),
        ],
        tables: vec![
            distributions(pool, lang),
            heat::heat(pool, placed, lang),
            ranking(pool, placed),
            influence_of_areas,
            influence_of_items,
            consistency(questionnaire, &areas, lang),
            items(questionnaire, &areas),
        ],
    }
}

fn distributions(pool: &Pool, lang: Lang) -> Table {
    let scores = || pool.members.iter().map(|member| &member.assessed.scores);
    let of_index: Vec<f64> = scores().filter_map(|one| one.index.as_ref().map(|index| index.headline)).collect();
    let mut rows = vec![distribution("index", None, &of_index)];
    for (area, about) in pool.questionnaire.areas.enumerate() {
        let scores: Vec<f64> = scores().filter_map(|one| one.areas[area].shown()).collect();
        rows.push(distribution(about.id.as_str(), Some(about.title.get(lang)), &scores));
    }
    Table {
        name: "stats-distribution",
        columns: &[
            "stats-area",
            "stats-name",
            "stats-n",
            "stats-mean",
            "stats-sd",
            "stats-min",
            "stats-q25",
            "stats-median",
            "stats-q75",
            "stats-max",
        ],
        rows,
        notes: vec![Message::new("stats-distribution-note")],
    }
}

fn distribution(id: &str, title: Option<&str>, scores: &[f64]) -> Vec<Cell> {
    let found = Distribution::of(scores);
    let mut row = vec![
        Cell::Text(id.to_owned()),
        Cell::Text(title.unwrap_or_default().to_owned()),
        Cell::Count(scores.len()),
        Cell::Number(found.map(|it| it.mean), 1),
        Cell::Number(found.and_then(|it| it.deviation), 1),
    ];
    row.extend((0..5).map(|at| Cell::Number(found.and_then(|it| it.quantiles.get(at).copied()), 1)));
    row
}

fn ranking(pool: &Pool, placed: &[Placed]) -> Table {
    let row = |(at, one): (usize, &Placed)| {
        let name = pool.members.get(one.firm).map(|member| member.enterprise.clone()).unwrap_or_default();
        vec![
            Cell::Count(at),
            Cell::Text(name),
            Cell::Number(Some(one.index), 1),
            Cell::Number(Some(one.place.rank.low), 0),
            Cell::Number(Some(one.place.rank.median), 0),
            Cell::Number(Some(one.place.rank.high), 0),
            Cell::Share(one.above_next),
        ]
    };
    Table {
        name: "stats-ranking",
        columns: &[
            "stats-rank",
            "stats-firm",
            "stats-index",
            "stats-rank-low",
            "stats-rank-median",
            "stats-rank-high",
            "stats-above-next",
        ],
        rows: (1..).zip(placed).map(row).collect(),
        notes: vec![Message::new("stats-ranking-note")],
    }
}

/// The items over all enterprises, with the time each took.
fn columns_of(pool: &Pool) -> Vec<Option<Column>> {
    let cells: Vec<_> = pool.members.iter().map(|member| member.cells.as_slice()).collect();
    let timed = |(at, mut column): (usize, Column)| {
        let shown = |member: &Member| member.shown_ms.get(at).copied().flatten();
        column.shown_ms = pool.members.iter().filter_map(shown).collect();
        Some(column)
    };
    columns(&pool.questionnaire, &cells).into_iter().enumerate().map(timed).collect()
}

/// Takes the items of an area out of all.
fn of_area(questionnaire: &Questionnaire, all: &mut [Option<Column>], area: AreaIx) -> Vec<Column> {
    let belongs =
        |column: &Column| questionnaire.questions[column.question].item.as_ref().is_some_and(|item| item.area == area);
    all.iter_mut().filter(|column| column.as_ref().is_some_and(belongs)).filter_map(Option::take).collect()
}

fn consistency(questionnaire: &Questionnaire, areas: &[(AreaIx, Reliability)], lang: Lang) -> Table {
    let row = |(area, found): &(AreaIx, Reliability)| {
        let about = &questionnaire.areas[*area];
        let known = found.consistency.as_ref().ok();
        vec![
            Cell::Text(about.id.as_str().to_owned()),
            Cell::Count(found.complete),
            Cell::Count(found.scale),
            Cell::Number(known.map(|it| it.raw.value), 2),
            Cell::Number(known.map(|it| it.raw.low), 2),
            Cell::Number(known.map(|it| it.raw.high), 2),
            Cell::Number(known.and_then(|it| it.standardised), 2),
            Cell::Number(known.and_then(|it| it.omega), 2),
        ]
    };
    let why = |(area, found): &(AreaIx, Reliability)| {
        let title = questionnaire.areas[*area].title.get(lang);
        let missing = FEWEST_COMPLETE.saturating_sub(found.complete);
        match found.consistency.as_ref().err()? {
            NoConsistency::FewItems => Some(Message::new("stats-few-items").with("area", title)),
            NoConsistency::NoVariance => Some(Message::new("stats-no-variance").with("area", title)),
            NoConsistency::FewAssessments => {
                Some(Message::new("stats-few-assessments").with("area", title).with("missing", missing))
            }
        }
    };
    let note = Message::new("stats-consistency-note");
    Table {
        name: "stats-consistency",
        columns: &[
            "stats-area",
            "stats-complete",
            "stats-items-of-scale",
            "stats-alpha",
            "stats-alpha-low",
            "stats-alpha-high",
            "stats-alpha-standardised",
            "stats-omega",
        ],
        rows: areas.iter().map(row).collect(),
        notes: areas.iter().filter_map(why).chain([note]).collect(),
    }
}

fn items(questionnaire: &Questionnaire, areas: &[(AreaIx, Reliability)]) -> Table {
    let reports = areas.iter().flat_map(|(_, found)| &found.items);
    let rows = reports.map(|item| {
        let flag = match item.flag {
            Some(Flag::Weak) => Cell::Word("stats-weak"),
            Some(Flag::Negative) => Cell::Word("stats-negative"),
            None => Cell::Text(String::new()),
        };
        vec![
            Cell::Text(questionnaire.questions[item.question].id.to_string()),
            Cell::Count(item.scored),
            Cell::Share(item.dont_know),
            Cell::Share(item.not_applicable),
            Cell::Share(item.floor),
            Cell::Share(item.ceiling),
            Cell::Number(item.median_ms.map(|ms| ms / 1000.0), 1),
            Cell::Number(item.item_rest, 2),
            Cell::Number(item.alpha_without, 2),
            flag,
        ]
    });
    Table {
        name: "stats-items",
        columns: &[
            "stats-item",
            "stats-n",
            "stats-dont-know",
            "stats-not-applicable",
            "stats-floor",
            "stats-ceiling",
            "stats-seconds",
            "stats-item-rest",
            "stats-alpha-without",
            "stats-flag",
        ],
        rows: rows.collect(),
        notes: vec![Message::new("stats-items-note")],
    }
}

/// The shares of the doubts in the variance of one result.
pub fn sensitivity(enterprise: &str, found: &IndexSensitivity) -> Sheet {
    let row = |share: &FactorShare| {
        let mut row = vec![Cell::Word(factor(share.factor))];
        for Estimate { value, spread } in [share.indices.first, share.indices.total] {
            row.extend([value, spread.low, spread.high].map(|figure| Cell::Number(Some(figure), 3)));
        }
        row
    };
    Sheet {
        format: "tashxis-sensitivity/1",
        title: Message::new("stats-sensitivity-title").with("enterprise", enterprise),
        facts: vec![
            ("stats-seed", Cell::Text(SEED.to_string())),
            ("stats-draws", Cell::Count(found.rows)),
            ("stats-mean", Cell::Number(Some(found.mean), 1)),
            ("stats-variance", Cell::Number(Some(found.variance), 2)),
        ],
        tables: vec![Table {
            name: "stats-factors",
            columns: &[
                "stats-factor",
                "stats-first",
                "stats-first-low",
                "stats-first-high",
                "stats-total",
                "stats-total-low",
                "stats-total-high",
            ],
            rows: found.factors.iter().map(row).collect(),
            notes: vec![Message::new("stats-factors-note")],
        }],
    }
}

/// The key of a doubt's name.
pub(super) const fn factor(factor: Factor) -> &'static str {
    match factor {
        Factor::AreaWeights => "stats-area-weights",
        Factor::ItemWeights => "stats-item-weights",
        Factor::Aggregation => "stats-aggregation",
        Factor::Missing => "stats-missing",
        Factor::Answers => "stats-answers",
        Factor::Exclusion => "stats-exclusion",
    }
}
