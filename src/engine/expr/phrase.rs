//! What a condition says, in few kinds of statement that can be put into words: answers compared with
//! constants, choices ticked, questions answered, and how these are joined. What is none of these stays
//! as it is written.
//!
//! Knows nothing of languages. Negations are moved inward, and statements about one question are brought
//! together, so that `${q} = 'a' or ${q} = 'b'` is one statement.

use std::cmp::Ordering;

use super::syntax::{Kind, Operator, Syntax};
use super::{Expr, parse};

/// A condition as statements.
#[derive(Clone, Debug, PartialEq)]
pub enum Phrase<'s> {
    /// All of them hold.
    All(Vec<Self>),
    /// At least one of them holds.
    Any(Vec<Self>),
    /// A statement about one question, or that it is not so.
    Says {
        /// The name of the question.
        question: &'s str,
        /// What is said of it.
        claim: Claim<'s>,
        /// Whether that is so.
        holds: bool,
    },
    /// Anything else, as written.
    Code(&'s str),
}

/// What may be said of one question.
#[derive(Clone, Debug, PartialEq)]
pub enum Claim<'s> {
    /// It has an answer.
    Answered,
    /// Its answer is one of these.
    Is(Vec<Constant<'s>>),
    /// Its answer stands so to a number.
    Order(Order, f64),
    /// At least one of these choices is ticked.
    Ticked(Vec<&'s str>),
    /// The number of ticked choices stands so to a number.
    Count(Order, f64),
}

/// A constant that an answer is compared with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Constant<'s> {
    /// A text: the name of a choice, or what was typed.
    Text(&'s str),
    /// A number.
    Number(f64),
}

/// How two numbers stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Equal.
    Equal,
    /// Below.
    Less,
    /// Not above.
    AtMost,
    /// Above.
    More,
    /// Not below.
    AtLeast,
}

impl Order {
    const fn of(operator: Operator) -> Option<Self> {
        match operator {
            Operator::Equal | Operator::NotEqual => Some(Self::Equal),
            Operator::Less => Some(Self::Less),
            Operator::LessEqual => Some(Self::AtMost),
            Operator::Greater => Some(Self::More),
            Operator::GreaterEqual => Some(Self::AtLeast),
            _ => None,
        }
    }

    /// Whether `one` stands so to `other`.
    pub fn holds(self, one: f64, other: f64) -> bool {
        one.partial_cmp(&other).is_some_and(|order| match self {
            Self::Equal => order == Ordering::Equal,
            Self::Less => order == Ordering::Less,
            Self::AtMost => order != Ordering::Greater,
            Self::More => order == Ordering::Greater,
            Self::AtLeast => order != Ordering::Less,
        })
    }
}

impl<'s> Phrase<'s> {
    /// What a condition says. Statements about a question that is not `known` stay as they are written.
    pub fn of(expr: &'s Expr, known: &dyn Fn(&str) -> bool) -> Self {
        let source = expr.source();
        let reader = Reader { source, known };
        parse::parse(source).map_or(Self::Code(source), |tree| reader.phrase(&tree, true))
    }

    /// Every statement in it, and every part that stays as written, in order.
    pub fn parts(&self) -> Vec<&Self> {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::parts).collect(),
            part => vec![part],
        }
    }
}

struct Reader<'s, 'k> {
    source: &'s str,
    known: &'k dyn Fn(&str) -> bool,
}

impl<'s> Reader<'s, '_> {
    /// What a condition says, or its contrary unless it `holds`.
    fn phrase(&self, tree: &Syntax<'s>, holds: bool) -> Phrase<'s> {
        if let (Kind::Call("not", arguments), true) = (&tree.kind, holds)
            && let [inside] = arguments.as_slice()
        {
            let phrase = self.phrase(inside, false);
            // Of what cannot be put into words the negation stays with it.
            return if matches!(phrase, Phrase::Code(_)) { self.code(tree) } else { phrase };
        }
        match &tree.kind {
            Kind::Call("not", arguments) if arguments.len() == 1 => {
                arguments.first().map_or_else(|| self.code(tree), |inside| self.phrase(inside, true))
            }
            Kind::Chain(first, rest) if rest.iter().all(|(operator, _)| operator.is_logical()) => {
                self.joined(tree, first, rest, holds)
            }
            _ => self.claim(tree).map_or_else(
                || self.code(tree),
                |(question, claim, so)| Phrase::Says { question, claim, holds: so == holds },
            ),
        }
    }

    fn joined(
        &self,
        tree: &Syntax<'s>,
        first: &Syntax<'s>,
        rest: &[(Operator, Syntax<'s>)],
        holds: bool,
    ) -> Phrase<'s> {
        let operands = std::iter::once(first).chain(rest.iter().map(|(_, operand)| operand));
        let parts: Vec<Phrase<'s>> = operands.map(|operand| self.phrase(operand, holds)).collect();
        if !holds && parts.iter().any(|part| matches!(part, Phrase::Code(_))) {
            return self.code(tree);
        }
        let is_and = rest.iter().all(|(operator, _)| *operator == Operator::And);
        if is_and == holds { all(parts) } else { any(parts) }
    }

    fn code(&self, tree: &Syntax<'s>) -> Phrase<'s> {
        Phrase::Code(self.source.get(tree.span.clone()).unwrap_or(self.source))
    }

    /// A statement about one question, and whether it is affirmed.
    fn claim(&self, tree: &Syntax<'s>) -> Option<(&'s str, Claim<'s>, bool)> {
        let (question, claim, so) = match &tree.kind {
            Kind::Reference(question) => (*question, Claim::Answered, true),
            Kind::Call("selected", arguments) => match arguments.as_slice() {
                [Syntax { kind: Kind::Reference(question), .. }, Syntax { kind: Kind::Text(choice), .. }] => {
                    (*question, Claim::Ticked(vec![choice.trim()]), true)
                }
                _ => return None,
            },
            Kind::Chain(left, rest) => match rest.as_slice() {
                [(operator, right)] => {
                    comparison(left, *operator, right).or_else(|| comparison(right, operator.mirrored(), left))?
                }
                _ => return None,
            },
            _ => return None,
        };
        (self.known)(question).then_some((question, claim, so))
    }
}

/// An answer, or the number of ticked choices, compared with a constant.
fn comparison<'s>(subject: &Syntax<'s>, operator: Operator, with: &Syntax<'s>) -> Option<(&'s str, Claim<'s>, bool)> {
    let (order, constant) = (Order::of(operator)?, constant(with)?);
    let so = operator != Operator::NotEqual;
    match (&subject.kind, constant) {
        (Kind::Reference(question), Constant::Text("")) if order == Order::Equal => {
            Some((question, Claim::Answered, !so))
        }
        (Kind::Reference(question), constant) if order == Order::Equal => {
            Some((question, Claim::Is(vec![constant]), so))
        }
        (Kind::Reference(question), Constant::Number(number)) => Some((question, Claim::Order(order, number), so)),
        (Kind::Call("count-selected", arguments), Constant::Number(number)) => match arguments.as_slice() {
            [Syntax { kind: Kind::Reference(question), .. }] => Some((question, Claim::Count(order, number), so)),
            _ => None,
        },
        _ => None,
    }
}

fn constant<'s>(tree: &Syntax<'s>) -> Option<Constant<'s>> {
    match &tree.kind {
        Kind::Number(number) => Some(Constant::Number(*number)),
        Kind::Text(text) => Some(Constant::Text(text)),
        Kind::Negate(inner) => match constant(inner)? {
            Constant::Number(number) => Some(Constant::Number(-number)),
            Constant::Text(_) => None,
        },
        _ => None,
    }
}

/// All of the parts; statements that an answer is none of several values become one.
fn all(parts: Vec<Phrase<'_>>) -> Phrase<'_> {
    let flat = parts.into_iter().flat_map(|part| match part {
        Phrase::All(parts) => parts,
        part => vec![part],
    });
    one_or(merged(flat, false), Phrase::All)
}

/// Any of the parts; statements that an answer is one of several values become one.
fn any(parts: Vec<Phrase<'_>>) -> Phrase<'_> {
    let flat = parts.into_iter().flat_map(|part| match part {
        Phrase::Any(parts) => parts,
        part => vec![part],
    });
    one_or(merged(flat, true), Phrase::Any)
}

fn one_or<'s>(mut parts: Vec<Phrase<'s>>, many: fn(Vec<Phrase<'s>>) -> Phrase<'s>) -> Phrase<'s> {
    match parts.pop() {
        Some(only) if parts.is_empty() => only,
        last => {
            parts.extend(last);
            many(parts)
        }
    }
}

/// Brings together statements of the same kind about one question that are all `affirmed`, or all not.
fn merged<'s>(parts: impl Iterator<Item = Phrase<'s>>, affirmed: bool) -> Vec<Phrase<'s>> {
    let mut kept: Vec<Phrase<'s>> = Vec::new();
    for part in parts {
        if !kept.iter_mut().any(|earlier| absorbs(earlier, &part, affirmed)) {
            kept.push(part);
        }
    }
    kept
}

/// Takes `part` into an earlier statement, if they can be said as one.
fn absorbs<'s>(earlier: &mut Phrase<'s>, part: &Phrase<'s>, affirmed: bool) -> bool {
    let Phrase::Says { question, claim, holds } = earlier else { return false };
    let Phrase::Says { question: other, claim: more, holds: also } = part else { return false };
    if question != other || holds != also || *holds != affirmed {
        return false;
    }
    match (claim, more) {
        (Claim::Is(values), Claim::Is(more)) => values.extend(more),
        // "Neither is ticked" reads better as two statements.
        (Claim::Ticked(choices), Claim::Ticked(more)) if affirmed => choices.extend(more),
        _ => return false,
    }
    true
}

#[cfg(test)]
mod tests {
    use super::super::{Facts, Scope};
    use super::*;
    use crate::engine::expr::compile;
    use crate::engine::id::{AreaIx, ArenaIndex, QuestionIx};

    struct Anything;

    impl Scope for Anything {
        fn question(&self, name: &str) -> Option<QuestionIx> {
            Some(QuestionIx::from_usize(name.len()))
        }
        fn question_names(&self) -> Vec<String> {
            Vec::new()
        }
        fn facts(&self, _: QuestionIx) -> Facts {
            Facts::default()
        }
        fn area(&self, _: &str) -> Option<AreaIx> {
            None
        }
        fn has_scores(&self) -> bool {
            false
        }
        fn has_current(&self) -> bool {
            false
        }
        fn has_attribute(&self, _: &str) -> bool {
            false
        }
    }

    /// The phrase in a short notation: `a is [..]`, `!` for not so, `&` and `|` between.
    fn told(source: &str) -> String {
        fn short(phrase: &Phrase<'_>) -> String {
            let list = |parts: &[Phrase<'_>], sign: &str| {
                format!("({})", parts.iter().map(short).collect::<Vec<_>>().join(sign))
            };
            match phrase {
                Phrase::All(parts) => list(parts, " & "),
                Phrase::Any(parts) => list(parts, " | "),
                Phrase::Code(code) => format!("`{code}`"),
                Phrase::Says { question, claim, holds } => {
                    let mark = if *holds { "" } else { "!" };
                    match claim {
                        Claim::Answered => format!("{mark}{question}?"),
                        Claim::Is(values) => format!("{mark}{question} is {values:?}"),
                        Claim::Order(order, number) => format!("{mark}{question} {order:?} {number}"),
                        Claim::Ticked(choices) => format!("{mark}{question} has {choices:?}"),
                        Claim::Count(order, number) => format!("{mark}{question} counts {order:?} {number}"),
                    }
                }
            }
        }
        let expr = compile(source, &Anything).unwrap_or_else(|errors| panic!("{source}: {errors:?}"));
        short(&Phrase::of(&expr, &|name| name != "unknown"))
    }

    #[test]
    fn conditions_are_told_as_statements() {
        for (source, expected) in [
            ("${a} = 'x'", r#"a is [Text("x")]"#),
            ("'x' != ${a}", r#"!a is [Text("x")]"#),
            ("${a} != ''", "a?"),
            ("${a} = ''", "!a?"),
            ("${a}", "a?"),
            ("${a} >= -2", "a AtLeast -2"),
            ("3 > ${a}", "a Less 3"),
            ("selected(${a}, 'x')", r#"a has ["x"]"#),
            ("count-selected(${a}) > 0", "a counts More 0"),
            ("not(${a} > 5)", "!a More 5"),
            ("not(not(selected(${a}, 'x')))", r#"a has ["x"]"#),
            ("${a} = 'x' or ${a} = 'y'", r#"a is [Text("x"), Text("y")]"#),
            ("${a} = 'x' and ${b} > 1", r#"(a is [Text("x")] & b More 1)"#),
            ("${a} != 'x' and ${a} != 'y'", r#"!a is [Text("x"), Text("y")]"#),
            ("${a} != 'x' or ${a} != 'y'", r#"(!a is [Text("x")] | !a is [Text("y")])"#),
            ("selected(${a}, 'x') or selected(${a}, 'y')", r#"a has ["x", "y"]"#),
            ("not(selected(${a}, 'x') or selected(${a}, 'y'))", r#"(!a has ["x"] & !a has ["y"])"#),
            ("not(${a} = 'x' or ${b} = 1)", r#"(!a is [Text("x")] & !b is [Number(1.0)])"#),
            ("not(${a} = 'x' and ${b})", r#"(!a is [Text("x")] | !b?)"#),
            ("(${a} > 1 and ${b}) or ${c}", "((a More 1 & b?) | c?)"),
            ("${a} > 1 and (${b} and ${c} < 2)", "(a More 1 & b? & c Less 2)"),
        ] {
            assert_eq!(told(source), expected, "{source}");
        }
    }

    #[test]
    fn what_has_no_words_stays_as_written() {
        for (source, expected) in [
            ("${a} + ${b} > 10", "`${a} + ${b} > 10`"),
            ("not(${a} + 1 > 2)", "`not(${a} + 1 > 2)`"),
            ("not(${a} + 1 > 2 or ${b})", "`not(${a} + 1 > 2 or ${b})`"),
            ("${a} and contains(${b}, 'x')", "(a? & `contains(${b}, 'x')`)"),
            ("${a} = 1 = true()", "`${a} = 1 = true()`"),
            ("${unknown} = 1 and ${a}", "(`${unknown} = 1` & a?)"),
            ("${a} = ${b}", "`${a} = ${b}`"),
            ("${a} > '5'", "`${a} > '5'`"),
        ] {
            assert_eq!(told(source), expected, "{source}");
        }
    }
}
