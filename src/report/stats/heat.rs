//! The heat map of enterprises and areas: who is where, in which area, at one glance.

use crate::engine::interview::Form;
use crate::engine::pool::{Member, Pool};
use crate::engine::portfolio::{Placed, shade};
use crate::engine::questionnaire::Questionnaire;
use crate::engine::score::band;
use crate::engine::text::{Lang, Message};
use crate::report::sheet::{Cell, Shaded, Table, shading};

/// The enterprises from the highest index down, those without an index at the end.
pub(super) fn heat(pool: &Pool, placed: &[Placed], lang: Lang) -> Table {
    let ranked = |firm: usize| placed.iter().any(|one| one.firm == firm);
    let unranked = (0..pool.members.len()).filter(|firm| !ranked(*firm)).map(|firm| (firm, None));
    let order = (1..).zip(placed).map(|(rank, one)| (one.firm, Some((rank, one)))).chain(unranked);
    let row = |(firm, place): (usize, Option<(usize, &Placed)>)| {
        Some(row(&pool.questionnaire, pool.members.get(firm)?, place))
    };
    Table {
        name: "stats-heat",
        columns: &[
            "stats-rank",
            "stats-firm",
            "stats-index",
            "stats-areas",
            "stats-rank-low",
            "stats-rank-high",
            "stats-form",
            "stats-date",
        ],
        rows: order.filter_map(row).collect(),
        notes: vec![legend(&pool.questionnaire, lang), Message::new("stats-heat-note")],
    }
}

fn row(questionnaire: &Questionnaire, member: &Member, place: Option<(usize, &Placed)>) -> Vec<Cell> {
    let rank = place.map(|(_, one)| one.place.rank);
    let form = match member.form {
        Form::Full => "heat-full",
        Form::Quick => "heat-quick",
    };
    vec![
        Cell::Number(place.map(|(rank, _)| rank as f64), 0),
        Cell::Text(member.enterprise.clone()),
        Cell::Number(place.map(|(_, one)| one.index), 1),
        Cell::Shades(areas(questionnaire, member)),
        Cell::Number(rank.map(|it| it.low), 0),
        Cell::Number(rank.map(|it| it.high), 0),
        Cell::Word(form),
        Cell::Time(member.closed),
    ]
}

fn areas(questionnaire: &Questionnaire, member: &Member) -> Vec<Shaded> {
    let cell = |(area, score): (_, Option<f64>)| Shaded {
        name: area,
        score: score.map(|score| (score, shade(questionnaire, band(&questionnaire.bands, score)))),
    };
    let scores = questionnaire
        .areas
        .enumerate()
        .map(|(ix, area)| (area.id.to_string(), member.assessed.scores.areas[ix].shown()));
    scores.map(cell).collect()
}

/// What each shade stands for, with the least score of the band.
fn legend(questionnaire: &Questionnaire, lang: Lang) -> Message {
    let band = |(at, band): (usize, &crate::engine::questionnaire::Band)| {
        format!("{} {} ≥\u{a0}{}", shading(shade(questionnaire, at)), band.title.get(lang), band.from)
    };
    let bands: Vec<String> = questionnaire.bands.iter().enumerate().map(band).collect();
    Message::new("stats-heat-legend").with("bands", bands.join(", "))
}
