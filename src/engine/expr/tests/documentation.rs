//! The documentation and the table of cases say something of every function.

use super::*;

const GUIDE: &str = include_str!("../../../../docs/expressions.md");
const CASES: &str = include_str!("../../../../tests/data/expressions.txt");

#[test]
fn every_function_is_documented_with_its_arguments() {
    let (_, tables) = GUIDE.split_once("\n## Functions\n").unwrap();
    for function in functions::all() {
        let row = tables.lines().find(|line| line.starts_with(&format!("| `{}(", function.name)));
        let row = row.unwrap_or_else(|| panic!("{} is not documented", function.name));
        let written = row.split('`').nth(1).unwrap();
        let inside = &written[function.name.len() + 1..written.len() - 1];
        let (needed, optional) = inside.split_once('[').unwrap_or((inside, ""));
        let count = |part: &str| part.split(',').filter(|name| !name.trim().is_empty() && name.trim() != "…").count();
        let repeats = inside.contains('…');
        assert_eq!(repeats, function.most.is_none(), "{written}");
        if !repeats {
            let optional = optional.trim_end_matches(']');
            assert_eq!(count(needed), function.least, "{written}");
            assert_eq!(Some(count(needed) + count(optional)), function.most, "{written}");
        }
    }
}

#[test]
fn every_documented_function_exists() {
    for line in GUIDE.lines().filter(|line| line.starts_with("| `")) {
        let written = line.split('`').nth(1).unwrap();
        if let Some((name, _)) = written.split_once('(').filter(|(name, _)| !name.is_empty()) {
            assert!(functions::find(name).is_some(), "{name} is documented but does not exist");
        }
    }
}

#[test]
fn every_example_of_the_documentation_compiles() {
    let examples: Vec<_> = GUIDE.split("```xpath\n").skip(1).filter_map(|part| part.split("\n```").next()).collect();
    assert!(!examples.is_empty());
    for example in examples.iter().flat_map(|block| block.lines()).filter(|line| !line.trim().is_empty()) {
        let places = [Place::Constraint, Place::Filter, Place::Recommendation];
        let errors: Vec<_> = places.iter().map(|place| compile(example, place)).collect();
        assert!(errors.iter().any(Result::is_ok), "{example}: {errors:?}");
    }
}

#[test]
fn every_function_has_cases() {
    // What needs a questionnaire is tested in `reading.rs`.
    let elsewhere = |function: &functions::Function| {
        matches!(function.needs, functions::Needs::Scores) || function.name == "jr:choice-name"
    };
    for function in functions::all().filter(|function| !elsewhere(function)) {
        assert!(CASES.contains(&format!("{}(", function.name)), "{} has no case", function.name);
    }
}

#[test]
fn function_names_are_unique_and_none_is_both_offered_and_not() {
    let mut names: Vec<_> = function_names().collect();
    names.sort_unstable();
    for pair in names.windows(2) {
        assert_ne!(pair[0], pair[1]);
    }
    for name in names {
        assert_eq!(functions::why_not(name), None, "{name}");
    }
}
