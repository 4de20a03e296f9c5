//! How much text one evaluation handles, and what holds where a truth is asked for.

use super::*;

/// What an expression makes of a remark.
fn of_remark(source: &str, remark: &str) -> Value {
    let values = (0..5).map(|_| Value::missing()).chain([remark.into()]).collect();
    let answers = Answers { values, ..Answers::default() };
    eval(&compiled(source, Place::Recommendation), &answers)
}

fn lengths(times: usize) -> String {
    vec!["string-length(${remark})"; times].join(" + ")
}

#[test]
fn a_value_is_cut_off_at_a_letter_when_it_is_too_long() {
    let length = |remark: &str| of_remark("string-length(${remark})", remark);
    assert_eq!(length(&"a".repeat(MAX_VALUE)), (MAX_VALUE as f64).into());
    assert_eq!(length(&"a".repeat(MAX_VALUE + 1)), (MAX_VALUE as f64).into());
    let odd = format!("a{}", "ʻ".repeat(MAX_VALUE));
    assert_eq!(of_remark("${remark}", &odd).to_text().len(), MAX_VALUE - 1);
}

#[test]
fn text_is_handled_until_the_budget_is_spent_and_then_nothing_is() {
    let quarter = "a".repeat(MAX_VALUE / 4);
    let fit = MOST_HANDLED / quarter.len();
    let sum = |times: usize| of_remark(&lengths(times), &quarter);
    assert_eq!(sum(fit), ((fit * quarter.len()) as f64).into());
    assert_eq!(sum(fit + 1), sum(fit), "what is beyond it is missing");
    let after = of_remark(&format!("{} + 1", lengths(fit + 1)), &quarter);
    assert_eq!(after.to_text(), "NaN".into(), "after that not even a number is read");
}

#[test]
fn a_truth_is_compared_as_a_truth() {
    let cases = [
        ("true() = true()", true),
        ("true() = false()", false),
        ("true() != false()", true),
        ("true() != true()", false),
        // With a truth on either side the other side is one too: an answer that is there, a text that is not empty.
        ("${remark} = true()", true),
        ("false() = ${remark}", false),
        ("'' = false()", true),
        ("'0' = true()", true),
        ("${staff} = false()", true),
        // The order of truths is that of the numbers 0 and 1.
        ("true() > false()", true),
        ("false() >= true()", false),
        ("1 = 1 = 1", true),
        ("2 = 2 = 2", true),
        ("1 = 2 = false()", true),
        ("3 > 2 > 1", false),
        ("3 > 2 >= 1", true),
    ];
    for (source, expected) in cases {
        assert_eq!(of_remark(source, "0"), expected.into(), "{source}");
    }
}

#[test]
fn an_answer_that_is_zero_holds_where_it_is_read_and_a_sum_that_is_zero_does_not() {
    let truth = |source: &str, current: Value| {
        let zeros = vec![0.0.into(); 6];
        let answers = Answers { values: zeros, current: Some(current), ..Answers::default() };
        eval(&compiled(source, Place::Constraint), &answers)
    };
    let cases = [
        (". and true()", 0.0.into(), true),
        (". and true()", Value::missing(), false),
        ("not(.)", 0.0.into(), false),
        ("(. + 0) and true()", 0.0.into(), false),
        ("${staff} = true()", Value::missing(), true),
        ("false() != ${staff}", Value::missing(), true),
        ("${staff} + 0 = true()", Value::missing(), false),
        (". = true()", 0.0.into(), true),
        (". = true()", Value::missing(), false),
    ];
    for (source, current, expected) in cases {
        assert_eq!(truth(source, current.clone()), expected.into(), "{source} of {current:?}");
    }
}
