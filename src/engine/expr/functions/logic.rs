//! Conditions, and the choice between values.

use super::Param::{Any, Area, Question, Text, Truth};
use super::{Args, Function, Needs, Param, Returns};
use crate::engine::expr::Value;

pub(super) const TABLE: &[Function] = &[
    Function::new("if", &[Truth, Any, Any], Returns::Any, |args| args.value(if args.truth(0) { 1 } else { 2 })),
    Function::new("coalesce", &[Any, Any], Returns::Any, coalesce),
    Function::new("not", &[Truth], Returns::Truth, |args| (!args.truth(0)).into()),
    Function::new("boolean", &[Truth], Returns::Truth, |args| args.truth(0).into()),
    Function::new("boolean-from-string", &[Text], Returns::Truth, |args| matches!(&*args.text(0), "true" | "1").into()),
    Function::new("true", &[], Returns::Truth, |_| true.into()),
    Function::new("false", &[], Returns::Truth, |_| false.into()),
    Function::new("checklist", &[Param::Number, Param::Number, Truth], Returns::Truth, checklist).many(2, 1),
    Function::new(
        "weighted-checklist",
        &[Param::Number, Param::Number, Truth, Param::Number],
        Returns::Truth,
        weighted_checklist,
    )
    .many(2, 2),
    Function::new("score", &[Area], Returns::Number, |args| {
        measure(args.area(0).and_then(|area| args.context().score(area)))
    })
    .needs(Needs::Scores),
    Function::new("coverage", &[Area], Returns::Number, |args| {
        measure(args.area(0).and_then(|area| args.context().coverage(area)))
    })
    .needs(Needs::Scores),
    Function::new("level", &[Area], Returns::Number, |args| {
        measure(args.area(0).and_then(|area| args.context().level(area)).map(f64::from))
    })
    .needs(Needs::Scores),
    Function::new("status", &[Question], Returns::Status, |args| {
        args.question(0).map_or_else(Value::missing, |question| args.context().status(question).into())
    })
    .needs(Needs::Scores),
];

fn coalesce(args: &Args<'_>) -> Value {
    let first = args.value(0);
    if first.is_missing() { args.value(1) } else { first }
}

fn measure(number: Option<f64>) -> Value {
    number.map_or_else(Value::missing, Value::Number)
}

fn checklist(args: &Args<'_>) -> Value {
    let count = args.rest(2).filter(|&at| holds(args, at)).count();
    within(args, count as f64)
}

fn weighted_checklist(args: &Args<'_>) -> Value {
    let weight = args.rest(2).step_by(2).filter(|&at| holds(args, at)).map(|at| args.number(at + 1)).sum();
    within(args, weight)
}

/// An item of a checklist holds if it is true or a number above zero; the text `no` is neither.
fn holds(args: &Args<'_>, at: usize) -> bool {
    args.number(at) > 0.0
}

/// Whether a total lies between the first two arguments, where a negative one is no limit.
fn within(args: &Args<'_>, total: f64) -> Value {
    let (least, most) = (args.number(0), args.number(1));
    ((least < 0.0 || total >= least) && (most < 0.0 || total <= most)).into()
}
