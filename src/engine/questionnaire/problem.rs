//! A problem of a questionnaire file: what is wrong, where, and how to mend it, sayable in any language.

use std::ops::Range;

use crate::engine::text::Message;

/// One problem, at one place of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Whether the file can be used in spite of it.
    pub severity: Severity,
    /// What is wrong, with the value.
    pub message: Message,
    /// Byte range in the file.
    pub span: Range<usize>,
    /// Other places that belong to it ("first used here").
    pub related: Vec<(Range<usize>, Message)>,
    /// What to do.
    pub hint: Option<Message>,
}

impl Problem {
    /// Makes an error.
    pub const fn error(span: Range<usize>, message: Message) -> Self {
        Self { severity: Severity::Error, message, span, related: Vec::new(), hint: None }
    }

    /// Makes a warning.
    pub const fn warning(span: Range<usize>, message: Message) -> Self {
        Self { severity: Severity::Warning, message, span, related: Vec::new(), hint: None }
    }

    /// The same problem with a hint, if there is one.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Option<Message>>) -> Self {
        self.hint = hint.into();
        self
    }

    /// The same problem with one more place that belongs to it.
    #[must_use]
    pub fn related(mut self, span: Range<usize>, message: Message) -> Self {
        self.related.push((span, message));
        self
    }
}

/// Whether a file with the problem can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The file is rejected.
    Error,
    /// The file works, but its author should look.
    Warning,
}
