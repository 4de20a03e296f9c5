//! Expressions of the file: what each may read, and the places of its errors.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

use super::findings::Findings;
use super::node::{Node, Tab};
use super::outline::Outlines;
use crate::engine::expr::{self, Expr, Facts};
use crate::engine::id::{AreaIx, QuestionIx};
use crate::engine::questionnaire::keys::MOST_PATTERNS;
use crate::engine::questionnaire::problem::Problem;
use crate::engine::text::{Arg, Message};

/// Where an expression stands: that decides what it may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    /// In the section that begins with the question: earlier questions.
    Section(QuestionIx),
    /// In a question: earlier questions.
    Question(QuestionIx),
    /// In the constraint of a question: earlier questions and `.`.
    Constraint(QuestionIx),
    /// In the filter of a question's choices: earlier questions and the choices' attributes.
    Filter(QuestionIx),
    /// In a soft check: all questions.
    Check,
    /// In a recommendation: all questions and the scores.
    Advice,
}

impl Stand {
    const fn question(self) -> Option<QuestionIx> {
        match self {
            Self::Section(ix) | Self::Question(ix) | Self::Constraint(ix) | Self::Filter(ix) => Some(ix),
            Self::Check | Self::Advice => None,
        }
    }
}

/// Reads the expression behind a key; its errors are reported at their places.
pub(super) fn expression<'a>(
    findings: &mut Findings<'a>,
    outlines: &Outlines<'a>,
    stand: Stand,
    tab: &Tab<'a>,
    key: &str,
) -> Option<Expr> {
    let node = tab.get(key)?;
    let source = node.get_ref().as_str().filter(|source| !source.trim().is_empty())?;
    let scope = Scope { outlines, stand, read: RefCell::default(), guesses: !findings.is_crowded() };
    if findings.patterns > MOST_PATTERNS {
        // They are large when they are compiled, and the file is refused already.
        return None;
    }
    let compiled = expr::compile(source, &scope);
    for ix in scope.read.take() {
        reference(findings, outlines, stand, node, ix);
    }
    match compiled {
        Ok(expr) => {
            let before = findings.patterns;
            findings.patterns += expr.patterns();
            if before <= MOST_PATTERNS && findings.patterns > MOST_PATTERNS {
                let message = Message::new("check-too-many-patterns").with("most", MOST_PATTERNS);
                findings.error(node.span(), message);
            }
            Some(expr)
        }
        Err(errors) => {
            for error in errors {
                let hint = error.hint.clone().or_else(|| area_hint(outlines, &error.message));
                let span = findings.inside(node, error.span);
                findings.add(Problem::error(span, error.message).hint(hint));
            }
            None
        }
    }
}

/// The nearest area to one that is not known: expressions know no names of areas to offer.
fn area_hint(outlines: &Outlines<'_>, message: &Message) -> Option<Message> {
    let (_, name) = message.args.iter().find(|(arg, _)| message.key == "expr-unknown-area" && *arg == "name")?;
    match name {
        Arg::Text(name) => outlines.areas.did_you_mean(name),
        Arg::Number(_) => None,
    }
}

/// Reports a reference to the question itself, to a later one, or to one that has no answer.
fn reference(findings: &mut Findings<'_>, outlines: &Outlines<'_>, stand: Stand, node: Node<'_>, ix: QuestionIx) {
    let target = &outlines.questions[ix];
    let said = |key| Message::new(key).with("name", target.id);
    let problem = match stand.question() {
        Some(own) if own == ix && !matches!(stand, Stand::Section(_)) => {
            let in_constraint = matches!(stand, Stand::Constraint(_));
            Problem::error(0..0, said("check-self-reference"))
                .hint(in_constraint.then(|| Message::new("check-self-reference-hint")))
        }
        Some(own) if own <= ix => Problem::error(0..0, said("check-forward-reference"))
            .related(target.place.clone(), Message::new("check-declared-here"))
            .hint(Message::new("check-forward-reference-hint")),
        _ if target.kind == "note" => Problem::error(0..0, said("check-reads-note")),
        _ => return,
    };
    let span = reference_place(node, target.id).map_or_else(|| node.span(), |part| findings.inside(node, part));
    findings.add(Problem { span, ..problem });
}

/// The place of the first `${name}` in an expression.
fn reference_place(node: Node<'_>, name: &str) -> Option<Range<usize>> {
    let source = node.get_ref().as_str()?;
    source.match_indices("${").find_map(|(start, _)| {
        let (inner, _) = source.get(start + 2..)?.split_once('}')?;
        (inner.trim() == name).then(|| start..start + inner.len() + 3)
    })
}

struct Scope<'o, 'a> {
    outlines: &'o Outlines<'a>,
    stand: Stand,
    /// Every question that was looked up, so that references are judged even in a broken expression.
    read: RefCell<BTreeSet<QuestionIx>>,
    /// Whether names are offered for those that are unknown.
    guesses: bool,
}

impl expr::Scope for Scope<'_, '_> {
    fn question(&self, name: &str) -> Option<QuestionIx> {
        let found = self.outlines.question_names.find(name);
        self.read.borrow_mut().extend(found);
        found
    }

    fn question_names(&self) -> Vec<String> {
        let readable = |ix: QuestionIx| self.guesses && self.stand.question().is_none_or(|own| ix < own);
        let named = self.outlines.questions.enumerate().filter(|(ix, _)| readable(*ix));
        named.map(|(_, question)| question.id.to_owned()).collect()
    }

    fn facts(&self, question: QuestionIx) -> Facts {
        self.outlines.questions[question].facts.clone()
    }

    fn area(&self, name: &str) -> Option<AreaIx> {
        self.outlines.areas.find(name)
    }

    fn has_scores(&self) -> bool {
        self.stand == Stand::Advice
    }

    fn has_current(&self) -> bool {
        matches!(self.stand, Stand::Constraint(_))
    }

    fn has_attribute(&self, name: &str) -> bool {
        let Stand::Filter(ix) = self.stand else { return false };
        let list = self.outlines.list_of(&self.outlines.questions[ix]);
        list.is_some_and(|list| list.attributes.contains(name))
    }
}
