//! The bounds that a constraint sets for `.`, so that a message can name them.

use super::Value;
use super::node::Node;
use super::syntax::Operator;

/// The least and the greatest value that `.` may have.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Limits {
    /// The lower bound.
    pub min: Option<Bound>,
    /// The upper bound.
    pub max: Option<Bound>,
}

/// One bound of a range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bound {
    /// The number.
    pub value: f64,
    /// Whether the number itself is allowed.
    pub inclusive: bool,
}

impl Limits {
    /// Whether no number lies within.
    pub fn is_empty(&self) -> bool {
        let (Some(min), Some(max)) = (self.min, self.max) else { return false };
        min.value > max.value || (min.value >= max.value && !(min.inclusive && max.inclusive))
    }

    fn narrow(&mut self, operator: Operator, value: f64) {
        let bound = Bound { value, inclusive: !matches!(operator, Operator::Less | Operator::Greater) };
        if matches!(operator, Operator::Greater | Operator::GreaterEqual | Operator::Equal) {
            let tighter = |old: &Bound| bound.value > old.value || bound.value >= old.value && !bound.inclusive;
            if self.min.as_ref().is_none_or(tighter) {
                self.min = Some(bound);
            }
        }
        if matches!(operator, Operator::Less | Operator::LessEqual | Operator::Equal) {
            let tighter = |old: &Bound| bound.value < old.value || bound.value <= old.value && !bound.inclusive;
            if self.max.as_ref().is_none_or(tighter) {
                self.max = Some(bound);
            }
        }
    }
}

/// The bounds of a constraint that consists of bounds only.
pub(super) fn only_limits(root: &Node) -> Option<Limits> {
    let mut limits = Limits::default();
    let whole = collect(root, &mut limits);
    (whole && limits != Limits::default()).then_some(limits)
}

/// The bounds that a constraint sets among other conditions.
pub(super) fn all_bounds(root: &Node) -> Limits {
    let mut limits = Limits::default();
    collect(root, &mut limits);
    limits
}

/// Narrows the limits by every bound in a conjunction; tells whether there was nothing else.
fn collect(node: &Node, limits: &mut Limits) -> bool {
    let Node::Chain(first, rest) = node else { return false };
    if rest.iter().all(|(operator, _)| *operator == Operator::And) {
        return rest.iter().fold(collect(first, limits), |whole, (_, operand)| collect(operand, limits) && whole);
    }
    match (first.as_ref(), rest.as_ref()) {
        (Node::Current, [(operator, Node::Constant(value))]) => bound(*operator, value, limits),
        (Node::Constant(value), [(operator, Node::Current)]) => bound(operator.mirrored(), value, limits),
        _ => false,
    }
}

fn bound(operator: Operator, value: &Value, limits: &mut Limits) -> bool {
    let number = match value {
        Value::Number(number) => *number,
        _ => return false,
    };
    if number.is_nan() || !(operator.is_ordering() || operator == Operator::Equal) {
        return false;
    }
    limits.narrow(operator, number);
    true
}
