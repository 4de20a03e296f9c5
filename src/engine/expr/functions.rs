//! The table of functions: it drives the checks, the evaluation and the test of the documentation.

use std::sync::Arc;

use regex::{Regex, RegexBuilder};

use super::eval::Evaluator;
use super::node::Node;
use super::{Context, Message, Value};
use crate::engine::id::{AreaIx, QuestionIx};

mod dates;
mod logic;
mod numbers;
mod selects;
mod texts;

/// One function of the language.
#[derive(Debug)]
pub(super) struct Function {
    /// The name in an expression.
    pub name: &'static str,
    /// What each argument is; the last `step` of them repeat.
    pub params: &'static [Param],
    /// The least number of arguments.
    pub least: usize,
    /// The greatest number of arguments, if there is one.
    pub most: Option<usize>,
    /// In which steps arguments may be added beyond the least.
    pub step: usize,
    /// What it gives.
    pub returns: Returns,
    /// What it reads beside its arguments.
    pub needs: Needs,
    /// Computes it.
    pub run: fn(&Args<'_>) -> Value,
}

/// What an argument is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Param {
    /// Anything.
    Any,
    /// A condition.
    Truth,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A date or a date with time.
    Date,
    /// A choice of the question that is the first argument.
    Choice,
    /// A question, not its value.
    Question,
    /// A question whose answer is a number.
    Quantity,
    /// A question with choices, also as `'${name}'`.
    Choices,
    /// The name of an area.
    Area,
    /// A regular expression.
    Pattern,
    /// The pattern of a date.
    Format,
}

/// What a function gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Returns {
    /// What its arguments are.
    Any,
    /// A text.
    Text,
    /// A number.
    Number,
    /// True or false.
    Truth,
    /// A date.
    Date,
    /// One of [`STATUSES`].
    Status,
}

/// What a function reads beside its arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Needs {
    /// Nothing: equal arguments give equal values.
    Nothing,
    /// `.` stands for a missing argument; beside that nothing.
    CurrentAsDefault,
    /// The clock or the labels of choices.
    Context,
    /// Scores or statuses.
    Scores,
}

/// What `status` may give.
pub(super) const STATUSES: [&str; 6] = ["open", "answered", "dont_know", "refused", "not_applicable", "not_asked"];

/// The functions of XLSForm that are not offered, and why not.
const NOT_OFFERED: [(&[&str], Message); 3] = [
    (&["random", "randomize", "uuid", "once"], Message::new("expr-not-offered-random")),
    (
        &["count", "position", "current", "instance", "indexed-repeat", "last", "name", "local-name", "id", "lang"],
        Message::new("expr-not-offered-nodes"),
    ),
    (
        &["pulldata", "digest", "base64-decode", "area", "distance", "geofence", "jr:itext", "property", "version"],
        Message::new("expr-not-offered-other"),
    ),
];

/// All functions.
pub(super) fn all() -> impl Iterator<Item = &'static Function> {
    [logic::TABLE, numbers::TABLE, texts::TABLE, selects::TABLE, dates::TABLE].into_iter().flatten()
}

/// The function of a name.
pub(super) fn find(name: &str) -> Option<&'static Function> {
    all().find(|function| function.name == name)
}

/// Why a function that other programs know is not offered.
pub(super) fn why_not(name: &str) -> Option<Message> {
    NOT_OFFERED.iter().find(|(names, _)| names.contains(&name)).map(|(_, why)| why.clone())
}

impl Function {
    const fn new(name: &'static str, params: &'static [Param], returns: Returns, run: fn(&Args<'_>) -> Value) -> Self {
        let count = params.len();
        Self { name, params, least: count, most: Some(count), step: 1, returns, needs: Needs::Nothing, run }
    }

    /// Takes at least `least` arguments, up to one for each parameter.
    const fn at_least(self, least: usize) -> Self {
        Self { least, ..self }
    }

    /// Takes at least `least` arguments, and as many more, `step` at a time, as are written.
    const fn many(self, least: usize, step: usize) -> Self {
        Self { least, most: None, step, ..self }
    }

    const fn needs(self, needs: Needs) -> Self {
        Self { needs, ..self }
    }

    /// What the argument at a position is.
    pub fn param(&self, at: usize) -> Param {
        let repeated = self.params.len().saturating_sub(self.step);
        let at = if at < self.params.len() { at } else { repeated + (at - repeated) % self.step };
        self.params.get(at).copied().unwrap_or(Param::Any)
    }

    /// Whether equal arguments give equal values.
    pub const fn is_pure(&self) -> bool {
        matches!(self.needs, Needs::Nothing | Needs::CurrentAsDefault)
    }
}

/// The arguments of a call, evaluated when they are asked for.
pub(super) struct Args<'a> {
    nodes: &'a [Node],
    evaluator: &'a Evaluator<'a>,
}

impl<'a> Args<'a> {
    pub const fn new(nodes: &'a [Node], evaluator: &'a Evaluator<'a>) -> Self {
        Self { nodes, evaluator }
    }

    pub const fn len(&self) -> usize {
        self.nodes.len()
    }

    pub fn context(&self) -> &dyn Context {
        self.evaluator.context()
    }

    /// The positions of all arguments from `first` on.
    pub const fn rest(&self, first: usize) -> std::ops::Range<usize> {
        first..self.len()
    }

    /// The value at a position; a missing one if nothing is written there.
    pub fn value(&self, at: usize) -> Value {
        self.nodes.get(at).map_or_else(Value::missing, |node| self.evaluator.value(node))
    }

    pub fn text(&self, at: usize) -> Arc<str> {
        self.value(at).to_text()
    }

    pub fn number(&self, at: usize) -> f64 {
        self.value(at).to_number()
    }

    pub fn truth(&self, at: usize) -> bool {
        self.nodes.get(at).is_some_and(|node| self.evaluator.truth(node))
    }

    /// The question at a position, not its value.
    pub fn question(&self, at: usize) -> Option<QuestionIx> {
        match self.nodes.get(at) {
            Some(Node::Question(question)) => Some(*question),
            _ => None,
        }
    }

    pub fn area(&self, at: usize) -> Option<AreaIx> {
        match self.nodes.get(at) {
            Some(Node::Area(area)) => Some(*area),
            _ => None,
        }
    }

    /// The regular expression at a position; none if it is computed and wrong.
    pub fn pattern(&self, at: usize) -> Option<Arc<Regex>> {
        match self.nodes.get(at) {
            Some(Node::Pattern(pattern)) => Some(pattern.clone()),
            _ if self.evaluator.pay(PATTERN_COST) => compile_pattern(&self.text(at)).ok().map(Arc::new),
            _ => None,
        }
    }

    /// Whether a text matches a pattern; not, if that is more work than may still be done.
    pub fn matches(&self, pattern: &Regex, text: &str) -> bool {
        self.evaluator.pay(text.len() * MATCH_COST) && pattern.is_match(text)
    }
}

/// What it costs to compile a pattern that is computed: as much as handling so many bytes.
const PATTERN_COST: usize = 256 << 10;
/// What it costs to hold a byte against the largest pattern: as much as handling so many.
const MATCH_COST: usize = 32;

/// Compiles a regular expression within limits of memory and nesting.
pub(super) fn compile_pattern(pattern: &str) -> Result<Regex, regex::Error> {
    const MEMORY: usize = 1 << 20;
    RegexBuilder::new(pattern).size_limit(MEMORY).dfa_size_limit(MEMORY).nest_limit(50).build()
}
