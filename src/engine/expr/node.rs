//! The checked tree: names resolved, functions found, constants folded.
//!
//! Nodes carry no spans; errors were reported while they were made.

use std::sync::Arc;

use regex::Regex;

use super::Value;
use super::functions::Function;
use super::syntax::Operator;
use crate::engine::id::{AreaIx, QuestionIx};

/// One checked node.
#[derive(Debug)]
pub(super) enum Node {
    /// A literal, or what was computed from literals.
    Constant(Value),
    /// `${name}`.
    Question(QuestionIx),
    /// `.`.
    Current,
    /// A bare name: an attribute of the choice being filtered.
    Attribute(Arc<str>),
    /// The area that `score`, `coverage` or `level` is asked for.
    Area(AreaIx),
    /// The literal pattern of `regex`.
    Pattern(Arc<Regex>),
    /// `-x`.
    Negate(Box<Node>),
    /// Operands joined by operators of one precedence, from left to right.
    Chain(Box<Node>, Box<[(Operator, Node)]>),
    /// A function and its arguments.
    Call(&'static Function, Box<[Node]>),
}

impl Node {
    /// The value, if it is known already.
    pub fn constant(&self) -> Option<&Value> {
        match self {
            Self::Constant(value) => Some(value),
            _ => None,
        }
    }

    /// Whether it reads nothing.
    pub const fn is_fixed(&self) -> bool {
        matches!(self, Self::Constant(_) | Self::Pattern(_))
    }

    /// Whether it reads an answer or an attribute as it stands.
    pub const fn is_read(&self) -> bool {
        matches!(self, Self::Question(_) | Self::Current | Self::Attribute(_))
    }
}
