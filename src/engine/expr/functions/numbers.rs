//! Arithmetic, rounding, logarithms and angles.

use super::Param::{Any, Number, Quantity, Question};
use super::{Args, Function, Needs, Returns};
use crate::engine::expr::Value;

pub(super) const TABLE: &[Function] = &[
    Function::new("number", &[Any], Returns::Number, |args| args.number(0).into()).needs(Needs::CurrentAsDefault),
    Function::new("int", &[Number], Returns::Number, |args| args.number(0).trunc().into()),
    Function::new("round", &[Number, Number], Returns::Number, round).at_least(1),
    Function::new("floor", &[Number], Returns::Number, |args| args.number(0).floor().into()),
    Function::new("ceiling", &[Number], Returns::Number, |args| args.number(0).ceil().into()),
    Function::new("abs", &[Number], Returns::Number, |args| args.number(0).abs().into()),
    Function::new("pow", &[Number, Number], Returns::Number, power),
    Function::new("sqrt", &[Number], Returns::Number, |args| args.number(0).sqrt().into()),
    Function::new("exp", &[Number], Returns::Number, |args| args.number(0).exp().into()),
    Function::new("exp10", &[Number], Returns::Number, |args| 10_f64.powf(args.number(0)).into()),
    Function::new("log", &[Number], Returns::Number, |args| args.number(0).ln().into()),
    Function::new("log10", &[Number], Returns::Number, |args| args.number(0).log10().into()),
    Function::new("sin", &[Number], Returns::Number, |args| args.number(0).sin().into()),
    Function::new("cos", &[Number], Returns::Number, |args| args.number(0).cos().into()),
    Function::new("tan", &[Number], Returns::Number, |args| args.number(0).tan().into()),
    Function::new("asin", &[Number], Returns::Number, |args| args.number(0).asin().into()),
    Function::new("acos", &[Number], Returns::Number, |args| args.number(0).acos().into()),
    Function::new("atan", &[Number], Returns::Number, |args| args.number(0).atan().into()),
    Function::new("atan2", &[Number, Number], Returns::Number, |args| args.number(0).atan2(args.number(1)).into()),
    Function::new("pi", &[], Returns::Number, |_| std::f64::consts::PI.into()),
    Function::new("min", &[Number], Returns::Number, |args| extreme(args, f64::min)).many(1, 1),
    Function::new("max", &[Number], Returns::Number, |args| extreme(args, f64::max)).many(1, 1),
    Function::new("sum", &[Quantity], Returns::Number, |args| {
        args.rest(0).map(|at| args.number(at)).sum::<f64>().into()
    })
    .many(1, 1),
    Function::new("count-non-empty", &[Question], Returns::Number, |args| {
        (args.rest(0).filter(|&at| !args.value(at).is_missing()).count() as f64).into()
    })
    .many(1, 1),
];

/// Rounds half away from zero to a number of decimals, as written: `round(1.005, 2)` is 1.01.
fn round(args: &Args<'_>) -> Value {
    let number = args.number(0);
    let decimals = if args.len() > 1 { args.number(1).trunc() } else { 0.0 };
    if !number.is_finite() || decimals.is_nan() {
        return (if decimals.is_nan() { decimals } else { number }).into();
    }
    // The shortest digits that stand for the number are shifted, not the binary number, whose
    // multiple would be off by a hair. Beyond 330 places nothing of a number is left to round.
    let decimals = decimals.clamp(-330.0, 330.0) as i32;
    let shifted = |number: f64, by: i32| format!("{number}e{by}").parse().unwrap_or(f64::NAN);
    let whole = shifted(number, decimals).round();
    (if whole.is_finite() { shifted(whole, -decimals) } else { number }).into()
}

/// A missing exponent makes the result missing, even of 1.
fn power(args: &Args<'_>) -> Value {
    let (base, exponent) = (args.number(0), args.number(1));
    (if exponent.is_nan() { exponent } else { base.powf(exponent) }).into()
}

/// The least or greatest argument; NaN if one of them is no number.
fn extreme(args: &Args<'_>, better: fn(f64, f64) -> f64) -> Value {
    let numbers = args.rest(0).map(|at| args.number(at));
    let found = numbers.reduce(|one, other| if one.is_nan() || other.is_nan() { f64::NAN } else { better(one, other) });
    found.unwrap_or(f64::NAN).into()
}
