//! The answers worth trying at a question that routing reads: one of each sort that its readers can tell
//! apart.

use std::collections::HashSet;

use crate::engine::expr::{self, Claim, Constant, Expr, Order, Phrase, Value};
use crate::engine::questionnaire::check::Trial;
use crate::engine::questionnaire::{Choices, Kind, Question};

/// The most choices of which every combination is tried.
const MOST_MEMBERS: usize = 10;

/// The answers to try at one question.
#[derive(Clone, Debug)]
pub(super) struct Candidates {
    /// The values as expressions read them; the first is the missing answer.
    pub values: Vec<Value>,
    /// Whether no other answer could lead another way.
    pub complete: bool,
}

/// What the expressions that read a question say of it.
struct Sayings<'e> {
    claims: Vec<Claim<'e>>,
    /// Whether something else is said, so that any two answers may differ.
    open: bool,
}

/// The answers to try at a question that these expressions read. The clock is in `trial`.
pub(super) fn candidates(question: &Question, readers: &[&Expr], trial: &Trial<'_>) -> Candidates {
    let mut sayings = sayings(question, readers);
    let filtered = question.kind.choices().is_some_and(|choices| choices.filter.is_some());
    let depends = question.constraint.as_ref().is_some_and(|constraint| !constraint.questions().is_empty());
    sayings.open |= filtered || depends;
    let (mut values, complete) = domain(question, &sayings);
    if let Some(constraint) = question.constraint.as_ref().filter(|_| !depends) {
        values.retain(|value| expr::holds(constraint, &Trial { current: value.clone(), ..trial.clone() }));
    }
    values.insert(0, Value::missing());
    if !sayings.open {
        let mut seen = HashSet::new();
        values.retain(|value| {
            let told: Vec<bool> = sayings.claims.iter().map(|claim| is_true(claim, value)).collect();
            seen.insert(told)
        });
    }
    Candidates { values, complete }
}

fn sayings<'e>(question: &Question, readers: &[&'e Expr]) -> Sayings<'e> {
    let own = question.id.as_str();
    let mut found = Sayings { claims: Vec::new(), open: false };
    for reader in readers {
        for part in Phrase::of(reader, &|_| true).parts() {
            match part {
                Phrase::Says { question, claim, .. } if *question == own => found.claims.push(claim.clone()),
                Phrase::Code(code) => found.open |= code.contains(own),
                _ => {}
            }
        }
    }
    found
}

/// The answers a question may get, as far as its readers can tell them apart, and whether these are all.
fn domain(question: &Question, sayings: &Sayings<'_>) -> (Vec<Value>, bool) {
    match &question.kind {
        Kind::SelectOne(choices) => (choices.list.iter().map(|choice| Value::from(choice.id.as_str())).collect(), true),
        Kind::SelectMultiple(choices) => combinations(choices, sayings),
        Kind::Level { anchors } => ((0..anchors.len()).map(|level| Value::Number(level as f64)).collect(), true),
        Kind::Integer { .. } => (numbers(question, sayings, true), !sayings.open),
        Kind::Decimal { .. } => (numbers(question, sayings, false), !sayings.open),
        Kind::Text { .. } => (texts(sayings), !sayings.open),
        Kind::Date => {
            let only_asked_for = sayings.claims.iter().all(|claim| *claim == Claim::Answered);
            (vec![Value::from("2000-01-01"), Value::from("2100-01-01")], only_asked_for && !sayings.open)
        }
        Kind::Note | Kind::Calculate(_) => (Vec::new(), true),
    }
}

/// Every combination of the choices that the readers name and of others as far as they count them.
fn combinations(choices: &Choices, sayings: &Sayings<'_>) -> (Vec<Value>, bool) {
    let named = |id: &str| {
        sayings.claims.iter().any(|claim| match claim {
            Claim::Ticked(choices) => choices.contains(&id),
            Claim::Is(values) => values.iter().any(|value| matches!(value, Constant::Text(text) if has(text, id))),
            _ => false,
        })
    };
    let counted = sayings.open || sayings.claims.iter().any(|claim| matches!(claim, Claim::Count(..) | Claim::Is(_)));
    let (alone, together): (Vec<_>, Vec<_>) = choices.list.iter().partition(|choice| choice.exclusive);
    let ids = together.iter().map(|choice| choice.id.as_str());
    let (mut members, rest): (Vec<&str>, Vec<&str>) = ids.clone().partition(|id| named(id));
    members.extend(rest.iter().take(if counted { rest.len() } else { 1 }));
    let complete = members.len() <= MOST_MEMBERS;
    members.truncate(MOST_MEMBERS);
    // Answers stand in the order of the list.
    let members: Vec<&str> = ids.filter(|id| members.contains(id)).collect();
    let subset = |bits: usize| -> Value {
        let chosen = members.iter().enumerate().filter(|(at, _)| bits & (1 << at) != 0).map(|(_, id)| *id);
        chosen.collect::<Vec<_>>().join(" ").into()
    };
    let alone = alone.into_iter().map(|choice| Value::from(choice.id.as_str()));
    ((1..1_usize << members.len()).map(subset).chain(alone).collect(), complete)
}

/// The numbers at, below, above and between those that the readers and the constraint name.
fn numbers(question: &Question, sayings: &Sayings<'_>, whole: bool) -> Vec<Value> {
    let mut named: Vec<f64> = sayings.claims.iter().flat_map(numbers_in).collect();
    let limits = question.constraint.as_ref().and_then(expr::limits);
    named.extend(limits.into_iter().flat_map(|limits| [limits.min, limits.max]).flatten().map(|bound| bound.value));
    if named.is_empty() {
        named.push(0.0);
    }
    named.sort_by(f64::total_cmp);
    let between = named.iter().zip(named.iter().skip(1)).map(|(one, next)| f64::midpoint(*one, *next));
    let around = named.iter().flat_map(|number| [number - 1.0, *number, number + 1.0]);
    let mut tried: Vec<f64> = around.chain(between).collect();
    if whole {
        tried = tried.iter().flat_map(|number| [number.floor(), number.ceil()]).collect();
    }
    tried.sort_by(f64::total_cmp);
    tried.dedup_by(|one, other| one.total_cmp(other).is_eq());
    tried.into_iter().map(Value::Number).collect()
}

fn numbers_in(claim: &Claim<'_>) -> Vec<f64> {
    match claim {
        Claim::Order(_, number) => vec![*number],
        Claim::Is(values) => values.iter().map(number_of).filter(|number| !number.is_nan()).collect(),
        Claim::Answered | Claim::Ticked(_) | Claim::Count(..) => Vec::new(),
    }
}

fn number_of(constant: &Constant<'_>) -> f64 {
    match constant {
        Constant::Number(number) => *number,
        Constant::Text(text) => Value::from(*text).to_number(),
    }
}

/// The texts that the readers name, and another one.
fn texts(sayings: &Sayings<'_>) -> Vec<Value> {
    let mut texts = vec![Value::from("…")];
    for claim in &sayings.claims {
        match claim {
            Claim::Is(values) => texts.extend(values.iter().map(|value| match value {
                Constant::Text(text) => Value::from(*text),
                Constant::Number(number) => Value::from(&*Value::Number(*number).to_text()),
            })),
            Claim::Order(_, number) => texts.extend(
                [number - 1.0, *number, number + 1.0].map(|number| Value::from(&*Value::Number(number).to_text())),
            ),
            Claim::Answered | Claim::Ticked(_) | Claim::Count(..) => {}
        }
    }
    texts
}

fn has(ticked: &str, choice: &str) -> bool {
    ticked.split_whitespace().any(|one| one == choice)
}

/// Whether a statement is true of an answer, by the rules of expressions.
fn is_true(claim: &Claim<'_>, value: &Value) -> bool {
    match claim {
        Claim::Answered => !value.is_missing(),
        Claim::Is(values) => values.iter().any(|constant| match (constant, value) {
            (Constant::Text(text), Value::Text(own)) => *text == &**own,
            (constant, value) => Order::Equal.holds(value.to_number(), number_of(constant)),
        }),
        Claim::Order(order, number) => order.holds(value.to_number(), *number),
        Claim::Ticked(choices) => choices.iter().any(|choice| has(&value.to_text(), choice)),
        Claim::Count(order, number) => order.holds(value.to_text().split_whitespace().count() as f64, *number),
    }
}
