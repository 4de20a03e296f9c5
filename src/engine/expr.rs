//! The expression language of XLSForm / ODK XForms: text → AST with spans → checked → value.
//!
//! Pure and total: evaluation never panics, never loops, and reads nothing but its [`Context`].
//! Knows nothing of questionnaires: names are resolved through a [`Scope`]. The language is
//! described for its users in `docs/expressions.md`.

use std::ops::Range;
use std::sync::Arc;

use super::id::{AreaIx, QuestionIx};
use super::text::Message;

mod check;
mod date;
mod eval;
mod functions;
mod lex;
mod limits;
mod node;
mod parse;
mod phrase;
mod syntax;
mod types;
mod value;

pub use limits::{Bound, Limits};
pub use phrase::{Claim, Constant, Order, Phrase};

use eval::Evaluator;
use node::Node;

/// The longest expression that is read, in bytes.
pub const MAX_LENGTH: usize = 32_768;

/// The longest text that a value has, in bytes: the longest answer in letters of four bytes. More is cut off.
pub const MAX_VALUE: usize = 400_000;

/// The most regular expressions of one expression.
pub const MOST_PATTERNS: usize = 10;

/// How many bytes of text one evaluation handles, in all values together. What would go beyond is missing.
pub const MOST_HANDLED: usize = 4 << 20;

/// A checked expression: every reference resolved, every function known.
#[derive(Clone, Debug)]
pub struct Expr {
    source: Arc<str>,
    questions: Arc<[QuestionIx]>,
    root: Arc<Node>,
    patterns: usize,
}

impl Expr {
    /// The text it was parsed from.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The questions it reads, ascending, each once.
    pub fn questions(&self) -> &[QuestionIx] {
        &self.questions
    }

    /// How many regular expressions are compiled in it.
    pub const fn patterns(&self) -> usize {
        self.patterns
    }
}

/// The value of an expression: XPath 1.0's types and ODK's date.
#[derive(Clone, Debug)]
pub enum Value {
    /// A string; the empty string also stands for any missing answer.
    Text(Arc<str>),
    /// A number, possibly NaN or infinite.
    Number(f64),
    /// A boolean.
    Boolean(bool),
    /// Days since 1970-01-01 with the time of day as fraction; NaN is an invalid date.
    Date(f64),
}

/// Whether two values are the same. Unlike the language's `=`, NaN is the same as NaN, so that a value
/// that stays unknown is no change.
impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(one), Self::Text(two)) => one == two,
            (Self::Boolean(one), Self::Boolean(two)) => one == two,
            (Self::Number(one), Self::Number(two)) | (Self::Date(one), Self::Date(two)) => {
                one.partial_cmp(two).map_or(one.is_nan() && two.is_nan(), std::cmp::Ordering::is_eq)
            }
            _ => false,
        }
    }
}

/// What an expression may name, known when it is checked.
pub trait Scope {
    /// The question `${name}`, if it may be read here.
    fn question(&self, name: &str) -> Option<QuestionIx>;
    /// The names offered when `${name}` is unknown.
    fn question_names(&self) -> Vec<String>;
    /// What is known of a question, for type checks.
    fn facts(&self, question: QuestionIx) -> Facts;
    /// The area named by `score('INF')`; `None` everywhere but in recommendations.
    fn area(&self, name: &str) -> Option<AreaIx>;
    /// Whether `score`, `coverage`, `level` and `status` may be called.
    fn has_scores(&self) -> bool;
    /// Whether `.` may be read.
    fn has_current(&self) -> bool;
    /// Whether the bare name is an attribute of the choices being filtered.
    fn has_attribute(&self, name: &str) -> bool;
    /// What is known of `.`, for type checks.
    fn current(&self) -> Facts {
        Facts::default()
    }
}

/// What the checker knows of a question.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The type of its value.
    pub ty: Type,
    /// The values it can take, if they are a closed set (choices; levels as digits).
    pub values: Option<Vec<String>>,
}

/// The type of a question's value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Type {
    /// Text, or not known.
    #[default]
    Text,
    /// A number.
    Number,
    /// A date.
    Date,
    /// One choice.
    Choice,
    /// Choices separated by spaces.
    Choices,
}

/// What an expression reads, given when it is evaluated.
pub trait Context {
    /// The value of a question: the empty string unless it is asked and answered, or answered by rule.
    fn question(&self, question: QuestionIx) -> Value;
    /// The value of `.`.
    fn current(&self) -> Value;
    /// An attribute of the choice being filtered.
    fn attribute(&self, name: &str) -> Value;
    /// The label of a choice of a question, for `jr:choice-name`.
    fn choice_name(&self, question: QuestionIx, choice: &str) -> String;
    /// The clock.
    fn now(&self) -> &jiff::Zoned;
    /// The score of an area, 0..100; none where an expression may not read scores.
    fn score(&self, _area: AreaIx) -> Option<f64> {
        None
    }
    /// The coverage of an area, 0..1; none where an expression may not read scores.
    fn coverage(&self, _area: AreaIx) -> Option<f64> {
        None
    }
    /// The staged level of an area; none where an expression may not read scores.
    fn level(&self, _area: AreaIx) -> Option<u8> {
        None
    }
    /// The status of a question: `open`, `answered`, `dont_know`, `refused`, `not_applicable`, `not_asked`, the last where
    /// an expression may not read statuses.
    fn status(&self, _question: QuestionIx) -> &'static str {
        "not_asked"
    }
    /// Whether a question has a value at all: what `${name}` says where a condition is expected.
    fn exists(&self, question: QuestionIx) -> bool {
        !self.question(question).is_missing()
    }
}

/// A problem in an expression: a message, where, and how to mend it.
#[derive(Clone, Debug, PartialEq)]
pub struct ExprError {
    /// What is wrong.
    pub message: Message,
    /// Byte range within the expression's text.
    pub span: Range<usize>,
    /// What to do.
    pub hint: Option<Message>,
}

/// Parses and checks an expression.
///
/// # Errors
/// Every problem found, never an empty list.
pub fn compile(source: &str, scope: &dyn Scope) -> Result<Expr, Vec<ExprError>> {
    build(source, scope, check::Rigour::Author)
}

/// Parses an expression as the language alone demands: what can never match is let through, and an
/// operand of `and` or `or` that is never evaluated may name anything.
///
/// # Errors
/// Every problem found, never an empty list.
pub fn compile_lenient(source: &str, scope: &dyn Scope) -> Result<Expr, Vec<ExprError>> {
    build(source, scope, check::Rigour::Language)
}

fn build(source: &str, scope: &dyn Scope, rigour: check::Rigour) -> Result<Expr, Vec<ExprError>> {
    let tree = parse::parse(source).map_err(|error| vec![error])?;
    let check::Tree { root, questions, patterns } = check::check(source, &tree, scope, rigour)?;
    Ok(Expr { source: source.into(), questions: questions.into(), root: Arc::new(root), patterns })
}

/// Evaluates a checked expression.
pub fn eval(expr: &Expr, context: &dyn Context) -> Value {
    Evaluator::new(context).value(&expr.root)
}

/// Evaluates a checked expression as a condition; `${name}` alone holds if the question has a value.
pub fn holds(expr: &Expr, context: &dyn Context) -> bool {
    Evaluator::new(context).truth(&expr.root)
}

/// The truth of an expression that is the same whatever is answered.
pub fn constant(expr: &Expr) -> Option<bool> {
    expr.root.constant().map(Value::to_boolean)
}

/// The bounds of `.` in a constraint that consists of nothing else (`. >= 0 and . <= 100`).
pub fn limits(expr: &Expr) -> Option<Limits> {
    limits::only_limits(&expr.root)
}

/// Whether no value of `.` can meet a constraint, because it is false or its bounds exclude each other.
pub fn never_satisfiable(expr: &Expr) -> bool {
    constant(expr) == Some(false) || limits::all_bounds(&expr.root).is_empty()
}

/// The names of all functions, for completion and documentation.
pub fn function_names() -> impl Iterator<Item = &'static str> {
    functions::all().map(|function| function.name)
}

#[cfg(test)]
mod tests;
