//! Values of checked trees. Visits each node at most once, handles no more text than it may, never fails.

use std::cell::Cell;
use std::cmp::Ordering;

use super::functions::Args;
use super::node::Node;
use super::syntax::Operator;
use super::{Context, MAX_VALUE, MOST_HANDLED, Value};

/// Evaluates nodes against what they read.
pub(super) struct Evaluator<'c> {
    context: &'c dyn Context,
    /// How many bytes of text may still be handled. A questionnaire can read long answers often, and make longer texts
    /// of them again and again; nobody should wait for one that does so on purpose.
    left: Cell<usize>,
}

impl<'c> Evaluator<'c> {
    pub const fn new(context: &'c dyn Context) -> Self {
        Self { context, left: Cell::new(MOST_HANDLED) }
    }

    /// Pays for work on so many bytes. False, if that is more than may still be done; then nothing more is.
    pub fn pay(&self, bytes: usize) -> bool {
        let left = self.left.get().checked_sub(bytes);
        self.left.set(left.unwrap_or(0));
        left.is_some()
    }

    pub const fn context(&self) -> &dyn Context {
        self.context
    }

    /// The value of a node; a missing one, if that is more work than may still be done.
    pub fn value(&self, node: &Node) -> Value {
        if self.left.get() == 0 {
            return Value::missing();
        }
        let value = self.computed(node);
        match &value {
            Value::Text(text) if !self.pay(text.len()) => Value::missing(),
            Value::Text(text) if text.len() > MAX_VALUE => beginning(text).into(),
            _ => value,
        }
    }

    fn computed(&self, node: &Node) -> Value {
        match node {
            Node::Constant(value) => value.clone(),
            Node::Question(question) => self.context.question(*question),
            Node::Current => self.context.current(),
            Node::Attribute(name) => self.context.attribute(name),
            Node::Negate(operand) => Value::Number(-self.value(operand).to_number()),
            Node::Chain(first, rest) => self.chain(first, rest),
            Node::Call(function, args) => (function.run)(&Args::new(args, self)),
            // Only `score` and `regex` hold these, and they take them as they are.
            Node::Area(_) | Node::Pattern(_) => Value::missing(),
        }
    }

    /// The truth of a node where a condition is expected. As in XPath, an answer that is read holds
    /// if there is one, even if it is the number 0.
    pub fn truth(&self, node: &Node) -> bool {
        match node {
            Node::Question(question) => self.context.exists(*question),
            Node::Current | Node::Attribute(_) => !self.value(node).is_missing(),
            _ => self.value(node).to_boolean(),
        }
    }

    fn chain(&self, first: &Node, rest: &[(Operator, Node)]) -> Value {
        match rest.first() {
            Some((Operator::Or, _)) => {
                (self.truth(first) || rest.iter().any(|(_, operand)| self.truth(operand))).into()
            }
            Some((Operator::And, _)) => {
                (self.truth(first) && rest.iter().all(|(_, operand)| self.truth(operand))).into()
            }
            Some((operator, _)) if operator.is_equality() || operator.is_ordering() => self.comparisons(first, rest),
            _ => {
                let start = self.value(first).to_number();
                let apply = |left, (operator, right): &(Operator, Node)| {
                    arithmetic(*operator, left, self.value(right).to_number())
                };
                rest.iter().fold(start, apply).into()
            }
        }
    }

    /// `a = b`; of `a = b = c` the truth of `a = b` is compared with `c`.
    fn comparisons(&self, first: &Node, rest: &[(Operator, Node)]) -> Value {
        let mut left = (self.value(first), Some(first));
        for (operator, right) in rest {
            let value = self.value(right);
            let holds = if matches!((&left.0, &value), (Value::Boolean(_), _) | (_, Value::Boolean(_)))
                && operator.is_equality()
            {
                let truth = |value: &Value, node: Option<&Node>| match node {
                    Some(node) if node.is_read() => self.truth(node),
                    _ => value.to_boolean(),
                };
                (truth(&left.0, left.1) == truth(&value, Some(right))) == (*operator == Operator::Equal)
            } else {
                compare(*operator, &left.0, &value)
            };
            left = (holds.into(), None);
        }
        left.0
    }
}

/// As much of a text as a value may have.
pub(super) fn beginning(text: &str) -> &str {
    text.get(..text.floor_char_boundary(MAX_VALUE)).unwrap_or_default()
}

/// Compares as XPath does: texts only if both sides are texts and the operator is `=` or `!=`,
/// numbers else. Every comparison with NaN is false but `!=`.
pub(super) fn compare(operator: Operator, left: &Value, right: &Value) -> bool {
    let order = match (left, right) {
        (Value::Text(left), Value::Text(right)) if operator.is_equality() => Some(left.cmp(right)),
        _ => left.to_number().partial_cmp(&right.to_number()),
    };
    match operator {
        Operator::Equal => order == Some(Ordering::Equal),
        Operator::NotEqual => order != Some(Ordering::Equal),
        Operator::Less => order == Some(Ordering::Less),
        Operator::LessEqual => matches!(order, Some(Ordering::Less | Ordering::Equal)),
        Operator::Greater => order == Some(Ordering::Greater),
        Operator::GreaterEqual => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
        _ => false,
    }
}

fn arithmetic(operator: Operator, left: f64, right: f64) -> f64 {
    match operator {
        Operator::Add => left + right,
        Operator::Subtract => left - right,
        Operator::Multiply => left * right,
        Operator::Divide => left / right,
        Operator::Modulo => left % right,
        _ => f64::NAN,
    }
}
