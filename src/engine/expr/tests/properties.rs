//! Properties that hold for any text, any answers and any tree.

use proptest::prelude::*;

use super::*;

/// Text that is more likely to be nearly an expression than any characters are.
fn soup() -> impl Strategy<Value = String> {
    let mut words: Vec<String> = function_names().map(|name| format!("{name}(")).collect();
    let tokens = [
        "(",
        ")",
        ")",
        ",",
        ",",
        "+",
        "-",
        "*",
        " div ",
        " mod ",
        " and ",
        " or ",
        "=",
        "!=",
        "<",
        "<=",
        ">",
        ">=",
        ".",
        "${F8}",
        "${INF3}",
        "${INF5}",
        "${staff}",
        "${founded}",
        "${remark}",
        "${x}",
        "'a'",
        "''",
        "\"no\"",
        "'${F8}'",
        "1",
        "2.5",
        ".5",
        "'2026-01-01'",
        "1000000000000",
        "country",
        "'INF'",
        " ",
        "é",
        "'ʻ'",
        "$",
        "{",
        "}",
        "'",
    ];
    words.extend(tokens.map(str::to_owned));
    prop::collection::vec(prop::sample::select(words), 0..25).prop_map(|words| words.concat())
}

fn any_value() -> impl Strategy<Value = super::Value> {
    prop_oneof![
        ".{0,8}".prop_map(Value::from),
        any::<f64>().prop_map(Value::Number),
        any::<bool>().prop_map(Value::Boolean),
        any::<f64>().prop_map(Value::Date),
        (0..100_i32).prop_map(|number| Value::from(number.to_string())),
        Just(Value::from("2026-02-28")),
    ]
}

/// A tree with the value that a reader would give it.
#[derive(Clone, Debug)]
struct Sum {
    written: String,
    value: f64,
}

/// What the question `staff` is answered with in sums.
const STAFF: f64 = 7.0;

/// Arithmetic and comparisons in full parentheses, with the value computed beside it.
fn sums() -> impl Strategy<Value = Sum> {
    let leaf = prop_oneof![
        (0..50_u8).prop_map(|number| Sum { written: number.to_string(), value: f64::from(number) }),
        Just(Sum { written: "${staff}".to_owned(), value: STAFF }),
    ];
    leaf.prop_recursive(6, 64, 2, |inner| {
        (inner.clone(), 0..9_usize, inner).prop_map(|(left, operator, right)| {
            let (a, b) = (left.value, right.value);
            let truth = |truth: bool| f64::from(u8::from(truth));
            let (spelling, value) = [
                ("+", a + b),
                ("-", a - b),
                ("*", a * b),
                (" div ", a / b),
                (" mod ", a % b),
                ("<", truth(a < b)),
                (">=", truth(a >= b)),
                (" and ", truth(a != 0.0 && !a.is_nan() && b != 0.0 && !b.is_nan())),
                (" or ", truth(a != 0.0 && !a.is_nan() || b != 0.0 && !b.is_nan())),
            ][operator];
            Sum { written: format!("({}{spelling}{})", left.written, right.written), value }
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_text_is_an_expression_or_a_list_of_problems(source in "\\PC{0,60}") {
        for place in [Place::Constraint, Place::Filter, Place::Recommendation] {
            if let Err(errors) = compile(&source, &place) {
                prop_assert!(!errors.is_empty());
                for error in errors {
                    prop_assert!(source.get(error.span.clone()).is_some(), "{error:?} lies outside {source:?}");
                }
            }
        }
    }

    #[test]
    fn evaluation_never_fails(source in soup(), values in prop::collection::vec(any_value(), 6), current in any_value()) {
        let answers = Answers { values, current: Some(current), ..Answers::default() };
        for place in [Place::Constraint, Place::Filter, Place::Recommendation] {
            if let Ok(expr) = compile_lenient(&source, &place) {
                let value = eval(&expr, &answers);
                let (_, _, _) = (value.to_boolean(), value.to_number(), value.to_text());
                let (_, _, _) = (holds(&expr, &answers), limits(&expr), never_satisfiable(&expr));
                if let Some(truth) = constant(&expr) {
                    prop_assert_eq!(truth, value.to_boolean(), "{} is not constant", source);
                }
            }
        }
    }

    #[test]
    fn what_an_author_may_write_the_language_allows(source in soup()) {
        if compile(&source, &Place::Constraint).is_ok() {
            prop_assert!(compile_lenient(&source, &Place::Constraint).is_ok(), "{}", source);
        }
    }

    #[test]
    fn evaluation_agrees_with_a_reader(sum in sums()) {
        let values = [0.0, 0.0, 0.0, STAFF].map(Value::Number).to_vec();
        let expr = compile(&sum.written, &Place::Constraint).unwrap();
        let found = eval(&expr, &Answers { values, ..Answers::default() }).to_number();
        let agrees = Value::from(found) == sum.value.into() || found.is_nan() && sum.value.is_nan();
        prop_assert!(agrees, "{} gave {found}, not {}", sum.written, sum.value);
    }

    #[test]
    fn numbers_survive_being_texts(number in any::<f64>().prop_filter("finite", |number| number.is_finite())) {
        let text = Value::Number(number).to_text();
        prop_assert!(!text.contains(['e', 'E']));
        prop_assert_eq!(Value::from(Value::Text(text).to_number()), Value::from(number));
    }

    #[test]
    fn dates_survive_being_texts(days in -700_000..2_900_000_i32, seconds in 0..86_400_i32) {
        let date = f64::from(days) + f64::from(seconds) / 86_400.0;
        let text = Value::Date(date).to_text();
        prop_assert!((Value::Text(text.clone()).to_number() - date).abs() < 1e-8, "{text}");
    }
}
