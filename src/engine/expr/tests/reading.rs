//! What expressions read, and what can be said of them without reading.

use super::*;

fn value(source: &str, place: Place, values: &[Value]) -> Value {
    let answers = Answers { values: values.to_vec(), current: Some(7.0.into()), ..Answers::default() };
    eval(&compiled(source, place), &answers)
}

#[test]
fn answers_attributes_scores_and_labels_are_read() {
    let answers = [Value::from("yes"), "supplier none".into(), 3.0.into()];
    let cases: [(&str, Place, Value); 15] = [
        ("${F8}", Place::Constraint, "yes".into()),
        ("${INF5} + .", Place::Constraint, 10.0.into()),
        ("${staff}", Place::Constraint, "".into()),
        ("${staff} > 0", Place::Constraint, false.into()),
        ("country", Place::Filter, "UZ".into()),
        ("country = 'UZ' or or = 'x'", Place::Filter, true.into()),
        ("jr:choice-name(${F8}, '${F8}')", Place::Constraint, "label of yes in F8".into()),
        ("jr:choice-name(selected-at(${INF3}, 1), ${ INF3 })", Place::Filter, "label of none in INF3".into()),
        ("jr:choice-name('', '${F8}')", Place::Filter, "".into()),
        ("score('INF')", Place::Recommendation, 41.5.into()),
        ("score('INF') < 50 and level(INF) = 2", Place::Recommendation, true.into()),
        ("coverage('INF')", Place::Recommendation, 0.8.into()),
        ("score('INT')", Place::Recommendation, "".into()),
        ("score('INT') < 50", Place::Recommendation, false.into()),
        ("status(${F8}) = 'answered' and status(${staff}) = 'refused'", Place::Recommendation, true.into()),
    ];
    for (source, place, expected) in cases {
        assert_eq!(value(source, place, &answers), expected, "{source}");
    }
}

#[test]
fn the_questions_read_are_listed_in_order_and_once() {
    let numbers = |source: &str| {
        let expr = compiled(source, Place::Recommendation);
        expr.questions().iter().map(|question| question.to_usize()).collect::<Vec<_>>()
    };
    assert_eq!(numbers("1 + 1"), [0; 0]);
    assert_eq!(numbers("${staff} > ${INF5} and (${staff} = 1 or ${F8} = 'no')"), [0, 2, 3]);
    assert_eq!(numbers("jr:choice-name('yes', '${F8}')"), [0]);
    assert_eq!(numbers("status(${INF3}) = 'open' or true()"), [1]);
}

#[test]
fn conditions_that_are_always_the_same_are_known() {
    let cases = [
        ("true()", Some(true)),
        ("1 = 2", Some(false)),
        ("'false'", Some(true)),
        ("not(concat('a', 'b') = 'ab')", Some(false)),
        ("${F8} = 'no' or 1 = 1", Some(true)),
        ("${F8} = 'no' and (2 > 3 and ${staff})", Some(false)),
        ("regex('abc', '^a')", Some(true)),
        ("date('2026-01-01') < date('2027-01-01')", Some(true)),
        ("${F8} = 'no'", None),
        ("${F8} = 'no' or 1 = 2", None),
        (". > 1", None),
        ("today() > date('2020-01-01')", None),
    ];
    for (source, expected) in cases {
        assert_eq!(constant(&compiled(source, Place::Constraint)), expected, "{source}");
    }
}

#[test]
fn limits_are_read_from_simple_constraints() {
    let limit = |value: f64, inclusive: bool| Some(Bound { value, inclusive });
    let cases = [
        (". >= 0 and . <= 100", limit(0.0, true), limit(100.0, true)),
        (". > 0", limit(0.0, false), None),
        ("100 >= . and 1 < .", limit(1.0, false), limit(100.0, true)),
        (". >= -5 and (. < 2 * 5 and . < 8)", limit(-5.0, true), limit(8.0, false)),
        (". >= 3 and . > 3", limit(3.0, false), None),
        (". = 7", limit(7.0, true), limit(7.0, true)),
        (". >= 0 and . mod 2 = 0", None, None),
        (". >= 0 or . <= -5", None, None),
        (". != 3", None, None),
        (". >= ${staff}", None, None),
        (". <= today()", None, None),
        ("true()", None, None),
    ];
    for (source, min, max) in cases {
        let expected = (min.is_some() || max.is_some()).then_some(Limits { min, max });
        assert_eq!(limits(&compiled(source, Place::Constraint)), expected, "{source}");
    }
}

#[test]
fn constraints_that_no_value_meets_are_found() {
    let cases = [
        (". >= 10 and . <= 5", true),
        (". > 5 and . <= 5", true),
        (". = 1 and . = 2", true),
        (". >= 10 and ${staff} > 3 and 5 >= .", true),
        ("1 = 2", true),
        (". >= 5 and . <= 5", false),
        (". >= 0 and . <= 100", false),
        (". < 0 or . > 100", false),
        ("regex(., '^a')", false),
    ];
    for (source, expected) in cases {
        assert_eq!(never_satisfiable(&compiled(source, Place::Constraint)), expected, "{source}");
    }
}

#[test]
fn an_answer_that_is_zero_or_no_is_an_answer() {
    let expr = compiled("${staff}", Place::Filter);
    let with = |value: Value| Answers {
        values: vec![Value::missing(), Value::missing(), Value::missing(), value],
        ..Answers::default()
    };
    for (value, expected) in
        [(Value::from(0.0), true), ("no".into(), true), ("".into(), false), (f64::NAN.into(), false)]
    {
        assert_eq!(holds(&expr, &with(value.clone())), expected, "{value:?}");
    }
}
