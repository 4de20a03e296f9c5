//! The problems found so far, and the way from a place inside a string to a place in the file.

use std::collections::HashMap;
use std::ops::Range;

use super::node::Node;
use crate::engine::questionnaire::problem::{Problem, Severity};
use crate::engine::text::{Lang, Message, nearest};

/// The most problems kept: a file that is no questionnaire at all should not drown its author.
const MOST_PROBLEMS: usize = 1_000;
/// The problems after which names are no longer searched for the one that was meant.
const MOST_HINTED: usize = 100;

/// What is known while a file is read.
#[derive(Debug)]
pub(crate) struct Findings<'a> {
    /// The text of the file.
    pub source: &'a str,
    /// The languages of the file.
    pub languages: Vec<Lang>,
    problems: Vec<Problem>,
    errors: usize,
    /// How many regular expressions there were so far.
    pub patterns: usize,
}

impl<'a> Findings<'a> {
    /// Begins with none.
    pub const fn new(source: &'a str) -> Self {
        Self { source, languages: Vec::new(), problems: Vec::new(), errors: 0, patterns: 0 }
    }

    /// Adds a problem.
    pub fn add(&mut self, problem: Problem) {
        let is_error = problem.severity == Severity::Error;
        let before = if is_error { self.errors } else { self.problems.len() };
        self.errors += usize::from(is_error);
        if before < MOST_PROBLEMS {
            self.problems.push(problem);
        }
    }

    /// Whether there are so many problems that another hint at what was meant helps nobody.
    pub const fn is_crowded(&self) -> bool {
        self.problems.len() >= MOST_HINTED
    }

    /// Adds an error without more to say.
    pub fn error(&mut self, span: Range<usize>, message: Message) {
        self.add(Problem::error(span, message));
    }

    /// Whether there is an error.
    pub const fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// Every problem, in the order of the file.
    pub fn into_sorted(mut self) -> Vec<Problem> {
        self.problems.sort_by_key(|problem| (problem.span.start, problem.severity));
        self.problems.dedup();
        self.problems.truncate(MOST_PROBLEMS);
        self.problems
    }

    /// The place of a part of a string, or of the whole string if escapes stand between.
    pub fn inside(&self, node: Node<'_>, part: Range<usize>) -> Range<usize> {
        let whole = node.span();
        let Some(text) = node.get_ref().as_str() else { return whole };
        let Some(start) = self.source.get(whole.clone()).and_then(|raw| content_start(raw, text)) else {
            return whole;
        };
        let end = part.end.clamp(part.start, text.len().max(part.start));
        (whole.start + start + part.start)..(whole.start + start + end)
    }
}

/// Where the content of a written string begins, if it stands there exactly as it is read.
fn content_start(raw: &str, text: &str) -> Option<usize> {
    let quotes = if raw.starts_with("\"\"\"") || raw.starts_with("'''") { 3 } else { 1 };
    let content = raw.get(quotes..raw.len().checked_sub(quotes)?)?;
    let skipped = match quotes {
        3 if content.starts_with("\r\n") => 2,
        3 if content.starts_with('\n') => 1,
        _ => 0,
    };
    (content.get(skipped..)? == text).then_some(quotes + skipped)
}

/// The names of one sort of thing (all questions, all areas), each with its index and place.
#[derive(Debug)]
pub(crate) struct Names<'a, I> {
    what: &'static str,
    known: HashMap<&'a str, (I, Range<usize>)>,
}

impl<'a, I: Copy> Names<'a, I> {
    /// Begins with none; `what` chooses the words of the messages.
    pub fn new(what: &'static str) -> Self {
        Self { what, known: HashMap::new() }
    }

    /// Adds a name, or reports both places of one that is taken.
    pub fn declare(&mut self, findings: &mut Findings<'_>, name: Option<(&'a str, Range<usize>)>, index: I) {
        let Some((name, span)) = name else { return };
        match self.known.get(name) {
            None => {
                self.known.insert(name, (index, span));
            }
            Some((_, first)) => findings.add(
                Problem::error(span, Message::new("check-duplicate").with("what", self.what).with("name", name))
                    .related(first.clone(), Message::new("check-first-here"))
                    .hint(Message::new("check-duplicate-hint")),
            ),
        }
    }

    /// The index of a name.
    pub fn find(&self, name: &str) -> Option<I> {
        self.known.get(name).map(|(index, _)| *index)
    }

    /// The place where a name is declared.
    pub fn place(&self, name: &str) -> Option<Range<usize>> {
        self.known.get(name).map(|(_, span)| span.clone())
    }

    /// The index of a name that a file refers to; an unknown one is reported.
    pub fn resolve(&self, findings: &mut Findings<'_>, name: &str, span: Range<usize>) -> Option<I> {
        let found = self.find(name);
        if found.is_none() {
            findings.add(
                Problem::error(span, Message::new("check-unknown").with("what", self.what).with("name", name))
                    .hint(if findings.is_crowded() { None } else { self.did_you_mean(name) }),
            );
        }
        found
    }

    /// The hint for a name that is not known.
    pub fn did_you_mean(&self, name: &str) -> Option<Message> {
        did_you_mean(name, self.known.keys().copied())
    }
}

/// The hint "did you mean …?", if a known name is near.
pub(crate) fn did_you_mean<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<Message> {
    nearest(name, known).map(|near| Message::new("check-did-you-mean").with("name", near))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_of_a_string_is_found_in_every_quotation() {
        assert_eq!(content_start("\"abc\"", "abc"), Some(1));
        assert_eq!(content_start("'a\\b'", "a\\b"), Some(1));
        assert_eq!(content_start("\"\"\"\nabc\"\"\"", "abc"), Some(4));
        assert_eq!(content_start("'''abc'''", "abc"), Some(3));
        assert_eq!(content_start("\"a\\tb\"", "a\tb"), None);
        assert_eq!(content_start("\"", ""), None);
    }
}
