//! The arguments of functions: which of them are questions, areas or patterns, and what they may be.

use std::sync::Arc;

use super::{Checked, Checker, Rigour};
use crate::engine::expr::MOST_PATTERNS;
use crate::engine::expr::functions::{self, Function, Param};
use crate::engine::expr::node::Node;
use crate::engine::expr::syntax::{Kind, Syntax};
use crate::engine::expr::types::{self, Known};
use crate::engine::text::Message;

impl Checker<'_> {
    /// One argument, as the function takes it.
    pub(super) fn argument(&mut self, function: &'static Function, at: usize, arg: &Syntax<'_>) -> Checked {
        match function.param(at) {
            Param::Question | Param::Quantity => self.question_argument(function, arg),
            Param::Choices => self.choices_argument(function, arg),
            Param::Area => self.area_argument(function, arg),
            Param::Pattern => self.pattern_argument(arg),
            _ => self.node(arg),
        }
    }

    fn question_argument(&mut self, function: &Function, arg: &Syntax<'_>) -> Checked {
        if matches!(arg.kind, Kind::Reference(_)) {
            return self.node(arg);
        }
        let message = Message::new("expr-needs-question").with("function", function.name);
        let (node, known) = self.failed(&arg.span, message, None);
        Checked { node, known, span: arg.span.clone() }
    }

    /// A question with choices, as `${name}` or, as XLSForm writes it, `'${name}'`.
    fn choices_argument(&mut self, function: &Function, arg: &Syntax<'_>) -> Checked {
        let quoted = match arg.kind {
            Kind::Text(text) => text.trim().strip_prefix("${").and_then(|text| text.strip_suffix('}')),
            _ => None,
        };
        let checked = match quoted {
            Some(name) => {
                let (node, known) = self.reference(name.trim(), &arg.span);
                Checked { node, known, span: arg.span.clone() }
            }
            None => self.question_argument(function, arg),
        };
        let is_question = matches!(checked.node, Node::Question(_));
        if is_question && !checked.known.is_closed() && self.rigour == Rigour::Author {
            let message = Message::new("expr-needs-choices").with("question", self.written(&arg.span));
            self.failed(&arg.span, message, None);
        }
        checked
    }

    fn area_argument(&mut self, function: &Function, arg: &Syntax<'_>) -> Checked {
        let span = arg.span.clone();
        let name = match arg.kind {
            Kind::Text(name) | Kind::Name(name) => Some(name),
            _ => None,
        };
        let (node, known) = match name.map(|name| (name, self.scope.area(name))) {
            Some((_, Some(area))) => (Node::Area(area), Known::ANYTHING),
            Some((name, None)) => self.failed(&span, Message::new("expr-unknown-area").with("name", name), None),
            None => self.failed(&span, Message::new("expr-needs-area").with("function", function.name), None),
        };
        Checked { node, known, span }
    }

    /// A pattern; a literal one is compiled once and for all.
    fn pattern_argument(&mut self, arg: &Syntax<'_>) -> Checked {
        let checked = self.node(arg);
        let Some(value) = checked.node.constant() else { return checked };
        self.patterns += 1;
        if self.patterns > MOST_PATTERNS {
            let message = Message::new("expr-too-many-patterns").with("most", MOST_PATTERNS);
            let (node, known) = self.failed(&arg.span, message, None);
            return Checked { node, known, span: checked.span };
        }
        let (node, known) = match functions::compile_pattern(&value.to_text()) {
            Ok(pattern) => (Node::Pattern(Arc::new(pattern)), Known::ANYTHING),
            Err(regex::Error::CompiledTooBig(_)) => self.failed(&arg.span, Message::new("expr-pattern-too-big"), None),
            Err(_) => {
                let hint = Message::new("expr-hint-pattern");
                self.failed(&arg.span, Message::new("expr-bad-pattern"), Some(hint))
            }
        };
        Checked { node, known, span: checked.span }
    }

    /// Reports arguments that can never be what the function needs.
    pub(super) fn suspect_arguments(&mut self, function: &'static Function, args: &[Checked]) {
        for (at, arg) in args.iter().enumerate() {
            let constant = arg.node.constant();
            let finding = match function.param(at) {
                Param::Number | Param::Quantity => types::number(function.name, self.operand(arg)),
                Param::Date => constant.and_then(types::date),
                Param::Format => constant.and_then(types::format),
                Param::Choice => args
                    .first()
                    .zip(constant)
                    .and_then(|(list, choice)| types::unknown_choice(self.operand(list), choice)),
                _ => None,
            };
            self.suspect(&arg.span, finding);
        }
    }
}
