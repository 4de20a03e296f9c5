//! The syntax tree: what was written, with a span on every node; names not yet looked up.

use std::ops::Range;

/// One node of the syntax tree.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Syntax<'s> {
    /// Byte range in the expression's text.
    pub span: Range<usize>,
    /// What it is.
    pub kind: Kind<'s>,
}

/// What a node of the syntax tree is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind<'s> {
    /// `1.5`.
    Number(f64),
    /// `'text'`, without its quotes.
    Text(&'s str),
    /// `${name}`.
    Reference(&'s str),
    /// `.`.
    Current,
    /// A bare name.
    Name(&'s str),
    /// `-x`.
    Negate(Box<Syntax<'s>>),
    /// Operands joined by operators of one precedence.
    Chain(Box<Syntax<'s>>, Vec<(Operator, Syntax<'s>)>),
    /// `name(…)`.
    Call(&'s str, Vec<Syntax<'s>>),
}

/// A binary operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
}

/// How each operator is written, longest spelling first, and how tightly it binds.
pub(super) const OPERATORS: [(&str, Operator, u8); 13] = [
    ("and", Operator::And, 2),
    ("div", Operator::Divide, 6),
    ("mod", Operator::Modulo, 6),
    ("or", Operator::Or, 1),
    ("!=", Operator::NotEqual, 3),
    ("<=", Operator::LessEqual, 4),
    (">=", Operator::GreaterEqual, 4),
    ("=", Operator::Equal, 3),
    ("<", Operator::Less, 4),
    (">", Operator::Greater, 4),
    ("+", Operator::Add, 5),
    ("-", Operator::Subtract, 5),
    ("*", Operator::Multiply, 6),
];

impl Operator {
    /// How tightly it binds.
    pub fn precedence(self) -> u8 {
        OPERATORS.iter().find(|(_, operator, _)| *operator == self).map_or(0, |(.., precedence)| *precedence)
    }

    /// How it is written.
    pub fn spelling(self) -> &'static str {
        OPERATORS.iter().find(|(_, operator, _)| *operator == self).map_or("", |(spelling, ..)| *spelling)
    }

    /// The operator that says the same of swapped operands.
    pub const fn mirrored(self) -> Self {
        match self {
            Self::Less => Self::Greater,
            Self::LessEqual => Self::GreaterEqual,
            Self::Greater => Self::Less,
            Self::GreaterEqual => Self::LessEqual,
            other => other,
        }
    }

    /// Whether it is `=` or `!=`.
    pub const fn is_equality(self) -> bool {
        matches!(self, Self::Equal | Self::NotEqual)
    }

    /// Whether it is `<`, `<=`, `>` or `>=`.
    pub const fn is_ordering(self) -> bool {
        matches!(self, Self::Less | Self::LessEqual | Self::Greater | Self::GreaterEqual)
    }

    /// Whether it is `and` or `or`.
    pub const fn is_logical(self) -> bool {
        matches!(self, Self::And | Self::Or)
    }
}
