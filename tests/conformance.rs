//! The expression language against tables of cases: the project's own, and any file of cases taken
//! from other implementations that `XPATH_CASES` names.
//!
//! A case of such a file is an object with `id`, `expr`, `kind`, `expected` and optionally `context`
//! (name → text of the answer, null for none), `tol` and `factor`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::float_cmp,
    reason = "a test stops at what it cannot read, and compares what must be the same"
)]

use std::collections::BTreeMap;

use jiff::Zoned;
use serde_json::Value as Json;
use tashxis::engine::expr::{self, Context, Expr, ExprError, Facts, Scope, Value};
use tashxis::engine::id::{AreaIx, ArenaIndex, QuestionIx};

/// The project's own cases: `expression => expected | name = answer, …`.
const OWN: &str = include_str!("data/expressions.txt");

struct Case {
    id: String,
    expr: String,
    answers: BTreeMap<String, Option<String>>,
    kind: String,
    expected: Json,
    tolerance: f64,
    factor: f64,
}

/// The answers of a case, in the order of their names.
struct Answers<'a> {
    answers: &'a BTreeMap<String, Option<String>>,
    now: Zoned,
}

impl Answers<'_> {
    fn answer(&self, question: QuestionIx) -> Option<&str> {
        self.answers.values().nth(question.to_usize())?.as_deref()
    }
}

impl Scope for Answers<'_> {
    fn question(&self, name: &str) -> Option<QuestionIx> {
        self.answers.keys().position(|known| known == name).map(QuestionIx::from_usize)
    }
    fn question_names(&self) -> Vec<String> {
        self.answers.keys().cloned().collect()
    }
    fn facts(&self, _: QuestionIx) -> Facts {
        Facts::default()
    }
    fn area(&self, _: &str) -> Option<AreaIx> {
        None
    }
    fn has_scores(&self) -> bool {
        false
    }
    fn has_current(&self) -> bool {
        true
    }
    fn has_attribute(&self, _: &str) -> bool {
        false
    }
}

impl Context for Answers<'_> {
    fn question(&self, question: QuestionIx) -> Value {
        self.answer(question).unwrap_or_default().into()
    }
    fn current(&self) -> Value {
        self.answers.get(".").and_then(Option::as_deref).unwrap_or_default().into()
    }
    fn attribute(&self, _: &str) -> Value {
        Value::missing()
    }
    fn choice_name(&self, _: QuestionIx, _: &str) -> String {
        String::new()
    }
    fn now(&self) -> &Zoned {
        &self.now
    }
    /// A node that is there is true, even an empty one.
    fn exists(&self, question: QuestionIx) -> bool {
        self.answer(question).is_some()
    }
}

impl Case {
    fn answers(&self) -> Answers<'_> {
        Answers { answers: &self.answers, now: "2026-11-23T09:30:00+00:00[UTC]".parse().unwrap() }
    }

    /// What differs from the expectation, if anything does.
    fn miss(&self) -> Option<String> {
        let answers = self.answers();
        match expr::compile_lenient(&self.expr, &answers) {
            Err(_) if self.kind == "error" => None,
            Err(errors) => Some(format!("errors {}", keys(&errors))),
            Ok(expr) => self.miss_in(&expr, &answers),
        }
    }

    fn miss_in(&self, expr: &Expr, answers: &Answers<'_>) -> Option<String> {
        let value = expr::eval(expr, answers);
        let number = || self.expected.as_f64().or_else(|| self.expected.as_str()?.parse().ok()).unwrap();
        let text = || self.expected.as_str().unwrap();
        let right = match self.kind.as_str() {
            "boolean" => expr::holds(expr, answers) == self.expected.as_bool().unwrap(),
            "number" => same(value.to_number(), number(), self.tolerance),
            "number_rounded" => same((value.to_number() * self.factor).round() / self.factor, number(), self.tolerance),
            "string" => &*value.to_text() == text(),
            "string_matches" => regex::Regex::new(text()).unwrap().is_match(&value.to_text()),
            "date" => same(value.to_number(), Value::from(text()).to_number(), 1e-9),
            "error" => false,
            kind => panic!("{}: unknown kind {kind}", self.id),
        };
        (!right).then(|| format!("{value:?}, condition {}", expr::holds(expr, answers)))
    }
}

/// Equal but for the last few bits, in which the mathematics of platforms differ.
fn same(found: f64, expected: f64, tolerance: f64) -> bool {
    if found.is_nan() || expected.is_nan() {
        return found.is_nan() && expected.is_nan();
    }
    if expected == 0.0 && expected.is_sign_negative() {
        return found == 0.0 && found.is_sign_negative();
    }
    found == expected || (found - expected).abs() <= tolerance.max(4.0 * f64::EPSILON * expected.abs())
}

fn keys(errors: &[ExprError]) -> String {
    errors.iter().map(|error| format!("{}{:?}", error.message.key, error.message.args)).collect::<Vec<_>>().join(" ")
}

/// Runs cases and prints each miss; gives the number of misses.
fn run(cases: &[Case]) -> usize {
    let mut failed = 0;
    for case in cases {
        if let Some(found) = case.miss() {
            failed += 1;
            println!("{}: {} => {} {}, found {found}", case.id, case.expr, case.kind, case.expected);
        }
    }
    failed
}

fn read_json(source: &str) -> Vec<Case> {
    let text = |case: &Json, key: &str| case[key].as_str().unwrap_or_default().to_owned();
    let answer = |(name, value): (&String, &Json)| (name.clone(), value.as_str().map(str::to_owned));
    let cases: Vec<Json> = serde_json::from_str(source).unwrap();
    let cases = cases.iter().map(|case| Case {
        id: text(case, "id"),
        expr: text(case, "expr"),
        answers: case["context"].as_object().map(|answers| answers.iter().map(answer).collect()).unwrap_or_default(),
        kind: text(case, "kind"),
        expected: case["expected"].clone(),
        tolerance: case["tol"].as_f64().unwrap_or_default(),
        factor: case["factor"].as_f64().unwrap_or(1.0),
    });
    cases.collect()
}

/// Reads a line `expression => expected | name = answer, …`; `kind value` or a bare truth is expected.
fn read_line((number, line): (usize, &str)) -> Option<Case> {
    let line = line.trim();
    if line.is_empty() || line.starts_with('#') {
        return None;
    }
    let (expr, rest) = line.split_once(" => ").unwrap_or_else(|| panic!("line {}: {line}", number + 1));
    let (expected, answers) = rest.split_once(" | ").unwrap_or((rest, ""));
    let (kind, value) = expected.trim().split_once(' ').unwrap_or((expected.trim(), ""));
    let value = value.trim();
    let (kind, expected) = match kind {
        "true" | "false" => ("boolean", Json::Bool(kind == "true")),
        "error" => (kind, Json::Null),
        "text" => ("string", unquoted(value).into()),
        _ => (kind, value.into()),
    };
    let answer = |part: &str| {
        let (name, value) = part.split_once('=').unwrap_or((part, "none"));
        let value = value.trim();
        (name.trim().to_owned(), (value != "none").then(|| unquoted(value).to_owned()))
    };
    let answers = answers.split(", ").filter(|part| !part.trim().is_empty()).map(answer).collect();
    Some(Case {
        id: format!("line {}", number + 1),
        expr: expr.trim().to_owned(),
        answers,
        kind: kind.to_owned(),
        expected,
        tolerance: 0.0,
        factor: 1.0,
    })
}

fn unquoted(text: &str) -> &str {
    text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text)
}

#[test]
fn conformance_with_the_own_table() {
    let cases: Vec<_> = OWN.lines().enumerate().filter_map(read_line).collect();
    assert!(cases.len() > 200, "the table is nearly empty: {}", cases.len());
    assert_eq!(run(&cases), 0);
}

#[test]
fn conformance_with_the_cases_of_other_implementations() {
    let Some(path) = std::env::var_os("XPATH_CASES") else {
        eprintln!("skipped: XPATH_CASES names no file of cases");
        return;
    };
    let source = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let cases = read_json(&source);
    assert!(!cases.is_empty(), "{} holds no case", path.display());
    let failed = run(&cases);
    println!("\n{} passed, {failed} failed", cases.len() - failed);
    assert_eq!(failed, 0);
}
