//! Tables over pools that are made up here.

use std::sync::Arc;

use jiff::Timestamp;
use serde_json::Value;

use super::*;
use crate::engine::fixture;
use crate::engine::id::{ArenaIndex, AssessmentId};
use crate::engine::portfolio::placed;
use crate::engine::questionnaire::sample::SAMPLE;
use crate::engine::steps::Steps;
use crate::i18n::Texts;

/// So many enterprises, each with other answers.
fn pool_of(firms: u128) -> Pool {
    let questionnaire = fixture::questionnaire(SAMPLE);
    let member = |at: u128| {
        let level = (at % 5).to_string();
        let wear = (20 + at * 7 % 60).to_string();
        let partners = (at * 11 % 40).to_string();
        let talks = if at.is_multiple_of(3) { "talks" } else { "member" };
        let staged = (at / 3 % 4).to_string();
        let answers = [
            ("F3", "45"),
            ("F8", "yes"),
            ("INF1", level.as_str()),
            ("INT1", partners.as_str()),
            ("INT2", "1"),
            ("CLU1", talks),
            ("REG1", staged.as_str()),
            ("SKL1", wear.as_str()),
            ("SKL2", "1"),
        ];
        let interview = fixture::interview(&questionnaire, &answers);
        Member::of(
            AssessmentId(uuid::Uuid::from_u128(at + 1)),
            format!("Firm {at:02}"),
            Timestamp::UNIX_EPOCH,
            &interview,
        )
    };
    let members = (0..firms).map(member).collect();
    Pool { questionnaire: Arc::clone(&questionnaire), members, repeated: 0, left_out: 0 }
}

fn sheet(pool: &Pool) -> Sheet {
    let options = Options::default();
    let placed = placed(&pool.questionnaire, &pool.contestants(), &options, &Steps::default()).unwrap().unwrap();
    super::pool(pool, &placed, &options, Lang::En)
}

fn json(pool: &Pool) -> Value {
    serde_json::from_str(&sheet(pool).json()).unwrap()
}

/// The squared correlation by its definition.
fn squared(pairs: &[(f64, f64)]) -> f64 {
    let n = pairs.len() as f64;
    let (x, y) = pairs.iter().fold((0.0, 0.0), |(x, y), (a, b)| (x + a / n, y + b / n));
    let of = |f: fn(f64, f64) -> f64| pairs.iter().map(|(a, b)| f(a - x, b - y)).sum::<f64>();
    of(|a, b| a * b).powi(2) / (of(|a, _| a * a) * of(|_, b| b * b))
}

#[test]
fn influence_is_held_against_weight_from_thirty_enterprises_on() {
    let pool = pool_of(30);
    let found = json(&pool);
    let areas = found["influence"].as_array().unwrap();
    let share: f64 = areas.iter().map(|row| row["influence_share"].as_f64().unwrap()).sum();
    assert!((share - 1.0).abs() < 1e-9, "{found}");
    for (row, (area, about)) in areas.iter().zip(pool.questionnaire.areas.enumerate()) {
        let both = |member: &Member| {
            let scores = &member.assessed.scores;
            Some((scores.areas[area].shown()?, scores.index.as_ref()?.headline))
        };
        let pairs: Vec<(f64, f64)> = pool.members.iter().filter_map(both).collect();
        assert_eq!(row["area"], about.id.as_str());
        assert_eq!((row["n"].as_u64(), row["weight"].as_f64()), (Some(30), Some(about.weight)));
        assert!((row["r_squared"].as_f64().unwrap() - squared(&pairs)).abs() < 1e-9, "{row}");
    }
    // The weights of the items of an area sum to 1; an item that never varies moves nothing.
    let items = found["item_influence"].as_array().unwrap();
    let of = |area: &str, key: &str| -> f64 {
        items.iter().filter(|row| row["area"] == area).filter_map(|row| row[key].as_f64()).sum()
    };
    for about in &pool.questionnaire.areas {
        assert!((of(about.id.as_str(), "weight") - 1.0).abs() < 1e-9, "{items:?}");
    }
    let still = items.iter().find(|row| row["item"] == "INT2").unwrap();
    assert_eq!(still["r_squared"], Value::Null);
}

#[test]
fn below_thirty_it_is_said_that_influence_needs_more() {
    let found = sheet(&pool_of(29));
    let text = found.text(&Texts::new(Lang::En, jiff::tz::TimeZone::UTC));
    assert!(text.contains("Said from 30 enterprises with an overall score on; there are 29."), "{text}");
    assert_eq!(json(&pool_of(29))["influence"], Value::Array(Vec::new()));
}

#[test]
fn the_heat_map_goes_from_the_highest_down_and_keeps_those_without_an_index_at_the_end() {
    let mut pool = pool_of(6);
    let nobody = fixture::interview(&pool.questionnaire, &[("F3", "45")]);
    let id = AssessmentId(uuid::Uuid::from_u128(99));
    pool.members.insert(0, Member::of(id, "Nobody".to_owned(), Timestamp::UNIX_EPOCH, &nobody));
    let found = json(&pool);
    let rows = found["heat"].as_array().unwrap();
    let indices: Vec<Option<f64>> = rows.iter().map(|row| row["index"].as_f64()).collect();
    assert!(indices[..6].is_sorted_by(|one, next| one >= next) && indices[6].is_none(), "{indices:?}");
    assert_eq!(
        (&rows[6]["firm"], &rows[6]["rank"], &rows[6]["rank_low"]),
        (&"Nobody".into(), &Value::Null, &Value::Null)
    );
    for row in &rows[..6] {
        let member = pool.members.iter().find(|member| row["firm"] == member.enterprise.as_str()).unwrap();
        for (area, about) in pool.questionnaire.areas.enumerate() {
            let score = member.assessed.scores.areas[area].shown();
            assert_eq!(row["areas"][about.id.as_str()].as_f64(), score, "{}", area.to_usize());
        }
        assert!(row["rank_low"].as_f64() <= row["rank"].as_f64() && row["rank"].as_f64() <= row["rank_high"].as_f64());
    }
}
