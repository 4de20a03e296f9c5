//! Syntax tree → checked tree: names looked up, arguments counted, constants computed.
//!
//! Every problem is reported, each at its span.

use std::collections::BTreeSet;
use std::ops::Range;

use super::eval::Evaluator;
use super::functions::{self, Function, Needs};
use super::node::Node;
use super::syntax::{Kind, Operator, Syntax};
use super::types::{self, Finding, Known, Operand};
use super::{Context, ExprError, Message, Scope, Value};
use crate::engine::id::QuestionIx;
use crate::engine::text::nearest;

mod arguments;

/// How much is held against an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rigour {
    /// Also what can never match, and what stands where it is never evaluated.
    Author,
    /// What the language forbids and what would be evaluated.
    Language,
}

/// A checked tree.
pub(super) struct Tree {
    /// Its root.
    pub root: Node,
    /// The questions it reads, ascending.
    pub questions: Vec<QuestionIx>,
    /// How many regular expressions are compiled in it.
    pub patterns: usize,
}

/// The most errors that are reported of one expression.
const MOST_ERRORS: usize = 50;
/// The errors after which names are no longer searched for the one that was meant.
const MOST_HINTED: usize = 10;

/// Checks a tree.
pub(super) fn check(
    source: &str,
    tree: &Syntax<'_>,
    scope: &dyn Scope,
    rigour: Rigour,
) -> Result<Tree, Vec<ExprError>> {
    let mut checker = Checker { source, scope, rigour, errors: Vec::new(), questions: BTreeSet::new(), patterns: 0 };
    let checked = checker.node(tree);
    if checker.errors.is_empty() {
        let questions = checker.questions.into_iter().collect();
        Ok(Tree { root: checked.node, questions, patterns: checker.patterns })
    } else {
        Err(checker.errors)
    }
}

struct Checker<'a> {
    source: &'a str,
    scope: &'a dyn Scope,
    rigour: Rigour,
    errors: Vec<ExprError>,
    questions: BTreeSet<QuestionIx>,
    patterns: usize,
}

/// A checked node with what is known of it.
struct Checked {
    node: Node,
    known: Known,
    span: Range<usize>,
}

impl<'a> Checker<'a> {
    fn node(&mut self, syntax: &Syntax<'_>) -> Checked {
        let span = syntax.span.clone();
        let constant = |value: Value| (Node::Constant(value), Known::ANYTHING);
        let (node, known) = match &syntax.kind {
            Kind::Number(number) => constant((*number).into()),
            Kind::Text(text) => constant((*text).into()),
            Kind::Reference(name) => self.reference(name, &span),
            Kind::Current if self.scope.has_current() => (Node::Current, self.scope.current().into()),
            Kind::Current => self.failed(&span, Message::new("expr-no-current"), None),
            Kind::Name(name) => self.name(name, &span),
            Kind::Negate(operand) => self.negation(operand),
            Kind::Chain(first, rest) => self.chain(first, rest),
            Kind::Call(name, args) => self.call(name, args, &span),
        };
        Checked { node, known, span }
    }

    /// Reports a problem; gives a node that stands for what is missing and is never evaluated.
    fn failed(&mut self, span: &Range<usize>, message: Message, hint: Option<Message>) -> (Node, Known) {
        self.report(span, message, hint);
        (Node::Current, Known::ANYTHING)
    }

    /// Reports what can never match, if an author's mistakes are looked for.
    fn suspect(&mut self, span: &Range<usize>, finding: Option<Finding>) {
        if self.rigour == Rigour::Author
            && let Some((message, hint)) = finding
        {
            self.report(span, message, hint);
        }
    }

    fn report(&mut self, span: &Range<usize>, message: Message, hint: Option<Message>) {
        if self.errors.len() < MOST_ERRORS {
            self.errors.push(ExprError { message, span: span.clone(), hint });
        }
    }

    fn written(&self, span: &Range<usize>) -> &'a str {
        self.source.get(span.clone()).unwrap_or_default()
    }

    fn operand<'c>(&self, checked: &'c Checked) -> Operand<'c>
    where
        'a: 'c,
    {
        let written = self.written(&checked.span);
        Operand { known: &checked.known, constant: checked.node.constant(), written }
    }

    fn reference(&mut self, name: &str, span: &Range<usize>) -> (Node, Known) {
        let Some(question) = self.scope.question(name) else {
            let names = if self.errors.len() < MOST_HINTED { self.scope.question_names() } else { Vec::new() };
            // A question that exists but may not be read here is no correction of itself.
            let others = names.iter().map(String::as_str).filter(|known| *known != name);
            let hint = did_you_mean(name, others);
            return self.failed(span, Message::new("expr-unknown-question").with("name", name), hint);
        };
        self.questions.insert(question);
        (Node::Question(question), self.scope.facts(question).into())
    }

    fn name(&mut self, name: &str, span: &Range<usize>) -> (Node, Known) {
        if self.scope.has_attribute(name) {
            return (Node::Attribute(name.into()), Known::ANYTHING);
        }
        let instead = if functions::find(name).is_some() {
            format!("{name}()")
        } else if self.scope.question(name).is_some() {
            format!("${{{name}}}")
        } else {
            format!("'{name}'")
        };
        let hint = Message::new("expr-hint-write").with("instead", instead);
        self.failed(span, Message::new("expr-unknown-name").with("name", name), Some(hint))
    }

    fn negation(&mut self, operand: &Syntax<'_>) -> (Node, Known) {
        let operand = self.node(operand);
        self.suspect(&operand.span, types::number("-", self.operand(&operand)));
        let fixed = operand.node.is_fixed();
        (folded(Node::Negate(Box::new(operand.node)), fixed), Known::NUMBER)
    }

    fn chain(&mut self, first: &Syntax<'_>, rest: &[(Operator, Syntax<'_>)]) -> (Node, Known) {
        let logical = rest.iter().any(|(operator, _)| operator.is_logical());
        if logical { self.logical(first, rest) } else { self.computed(first, rest) }
    }

    /// `and` and `or`: a constant operand may decide the whole.
    fn logical(&mut self, first: &Syntax<'_>, rest: &[(Operator, Syntax<'_>)]) -> (Node, Known) {
        let decisive = rest.first().is_some_and(|(operator, _)| *operator == Operator::Or);
        let decides = |node: &Node| node.constant().is_some_and(|value| value.to_boolean() == decisive);
        let first = self.node(first).node;
        let mut decided = decides(&first);
        let mut fixed = first.is_fixed();
        let mut operands = Vec::with_capacity(rest.len());
        for (operator, operand) in rest {
            let errors = self.errors.len();
            let operand = self.node(operand).node;
            if decided && self.rigour == Rigour::Language {
                self.errors.truncate(errors);
            }
            decided |= decides(&operand);
            fixed &= operand.is_fixed();
            operands.push((*operator, operand));
        }
        if decided {
            return (Node::Constant(decisive.into()), Known::TRUTH);
        }
        (folded(Node::Chain(Box::new(first), operands.into()), fixed), Known::TRUTH)
    }

    /// Comparisons and arithmetic.
    fn computed(&mut self, first: &Syntax<'_>, rest: &[(Operator, Syntax<'_>)]) -> (Node, Known) {
        let arithmetic = |operator: Operator| !operator.is_equality() && !operator.is_ordering();
        let known = if rest.iter().any(|(operator, _)| arithmetic(*operator)) { Known::NUMBER } else { Known::TRUTH };
        let mut left = self.node(first);
        let mut fixed = left.node.is_fixed();
        let mut chain: Option<(Node, Vec<(Operator, Node)>)> = None;
        for (operator, right) in rest {
            let right = self.node(right);
            self.suspect_pair(*operator, &left, &right);
            fixed &= right.node.is_fixed();
            let span = left.span.start..right.span.end;
            // What follows is compared with the result so far, not with the operand before.
            let result = Checked { node: Node::Current, known: known.clone(), span };
            let node = std::mem::replace(&mut left, result).node;
            chain.get_or_insert_with(|| (node, Vec::with_capacity(rest.len()))).1.push((*operator, right.node));
        }
        let node = match chain {
            Some((first, rest)) => folded(Node::Chain(Box::new(first), rest.into()), fixed),
            None => left.node,
        };
        (node, known)
    }

    fn suspect_pair(&mut self, operator: Operator, left: &Checked, right: &Checked) {
        if !operator.is_equality() {
            for side in [left, right] {
                self.suspect(&side.span, types::number(operator.spelling(), self.operand(side)));
            }
        }
        if !operator.is_equality() && !operator.is_ordering() {
            return;
        }
        for (subject, other, operator) in [(left, right, operator), (right, left, operator.mirrored())] {
            if let (None, Some(constant)) = (subject.node.constant(), other.node.constant()) {
                self.suspect(&other.span, types::comparison(operator, self.operand(subject), constant));
            }
        }
    }

    fn call(&mut self, name: &str, args: &[Syntax<'_>], span: &Range<usize>) -> (Node, Known) {
        let Some(function) = functions::find(name) else {
            let message = Message::new("expr-unknown-function").with("name", name);
            let hint =
                functions::why_not(name).or_else(|| did_you_mean(name, functions::all().map(|function| function.name)));
            let failed = self.failed(span, message, hint);
            for arg in args {
                self.node(arg);
            }
            return failed;
        };
        if function.needs == Needs::Scores && !self.scope.has_scores() {
            return self.failed(span, Message::new("expr-no-scores").with("function", name), None);
        }
        let defaults = function.needs == Needs::CurrentAsDefault && args.is_empty() && self.scope.has_current();
        if !defaults && let Some(message) = wrong_count(function, args.len()) {
            return self.failed(span, message, None);
        }
        let mut checked: Vec<_> = args.iter().enumerate().map(|(at, arg)| self.argument(function, at, arg)).collect();
        if defaults {
            checked.push(Checked { node: Node::Current, known: Known::ANYTHING, span: span.clone() });
        }
        self.suspect_arguments(function, &checked);
        called(function, checked)
    }
}

fn called(function: &'static Function, args: Vec<Checked>) -> (Node, Known) {
    let fixed = function.is_pure() && args.iter().all(|arg| arg.node.is_fixed());
    let nodes: Box<[_]> = args.into_iter().map(|arg| arg.node).collect();
    (folded(Node::Call(function, nodes), fixed), Known::from(function.returns))
}

/// The hint "did you mean …?", if a known name is near.
fn did_you_mean<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<Message> {
    nearest(name, known).map(|near| Message::new("expr-hint-nearest").with("name", near))
}

/// What is wrong with the number of arguments.
fn wrong_count(function: &Function, given: usize) -> Option<Message> {
    let with = |message: Message| message.with("function", function.name).with("given", given);
    if given < function.least {
        return Some(with(Message::new("expr-too-few-arguments")).with("least", function.least));
    }
    if let Some(most) = function.most.filter(|most| given > *most) {
        return Some(with(Message::new("expr-too-many-arguments")).with("most", most));
    }
    let uneven = function.most.is_none() && !(given - function.least).is_multiple_of(function.step);
    uneven.then(|| with(Message::new("expr-unpaired-arguments")))
}

/// Computes a node at once if nothing it reads can change.
fn folded(node: Node, fixed: bool) -> Node {
    if !fixed {
        return node;
    }
    Node::Constant(Evaluator::new(&Nothing::default()).value(&node))
}

/// What constants read.
#[derive(Default)]
struct Nothing {
    now: jiff::Zoned,
}

impl Context for Nothing {
    fn question(&self, _: QuestionIx) -> Value {
        Value::missing()
    }
    fn current(&self) -> Value {
        Value::missing()
    }
    fn attribute(&self, _: &str) -> Value {
        Value::missing()
    }
    fn choice_name(&self, _: QuestionIx, _: &str) -> String {
        String::new()
    }
    fn now(&self) -> &jiff::Zoned {
        &self.now
    }
}
