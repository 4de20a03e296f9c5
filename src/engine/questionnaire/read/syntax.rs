//! Errors of TOML itself: the parser's English descriptions become messages of ours.

use std::collections::HashSet;

use super::findings::Findings;
use crate::engine::questionnaire::problem::Problem;
use crate::engine::text::Message;

/// How the parser's descriptions begin, and what we say instead with which advice.
const DESCRIPTIONS: [(&str, Message, Option<Message>); 33] = [
    (DUPLICATE_KEY, Message::new("check-toml-duplicate-key"), Some(Message::new("check-toml-duplicate-key-hint"))),
    ("string values must be quoted", NO_QUOTES, Some(Message::new("check-toml-no-quotes-hint"))),
    ("missing opening quote", NO_QUOTES, Some(Message::new("check-toml-no-quotes-hint"))),
    ("invalid basic string", OPEN_STRING, OPEN_STRING_HINT),
    ("invalid multi-line basic string", OPEN_STRING, OPEN_STRING_HINT),
    ("invalid literal string", OPEN_STRING, OPEN_STRING_HINT),
    ("invalid multi-line literal string", OPEN_STRING, OPEN_STRING_HINT),
    ("key with no value", ASSIGNMENT, None),
    ("missing value", NO_VALUE, None),
    ("missing comma", Message::new("check-toml-no-comma"), None),
    ("extra comma", Message::new("check-toml-extra-comma"), None),
    ("unclosed", UNCLOSED, None),
    ("missing array opening", UNOPENED, None),
    ("missing inline table opening", UNOPENED, None),
    ("missing table open", UNOPENED, None),
    ("invalid unquoted key", BAD_KEY, BAD_KEY_HINT),
    ("unquoted keys cannot be empty", BAD_KEY, BAD_KEY_HINT),
    ("missing key", BAD_KEY, BAD_KEY_HINT),
    ("keys cannot be multi-line", BAD_KEY, BAD_KEY_HINT),
    ("missing assignment", ASSIGNMENT, None),
    ("extra `=`", ASSIGNMENT, None),
    ("extra assignment", ASSIGNMENT, None),
    ("unexpected `=`", ASSIGNMENT, None),
    ("invalid key-value pair", ASSIGNMENT, None),
    ("unexpected key or value", ASSIGNMENT, None),
    ("recursion limit", TOO_DEEP, None),
    ("cannot recurse", TOO_DEEP, None),
    ("missing escaped value", ESCAPE, ESCAPE_HINT),
    ("too few unicode", ESCAPE, ESCAPE_HINT),
    ("carriage return", Message::new("check-toml-carriage-return"), None),
    ("unexpected leading zero", Message::new("check-toml-leading-zero"), None),
    ("invalid value", BAD_VALUE, None),
    ("unexpected content", Message::new("check-toml-unexpected"), None),
];

const DUPLICATE_KEY: &str = "duplicate key";
const NO_QUOTES: Message = Message::new("check-toml-no-quotes");
const OPEN_STRING: Message = Message::new("check-toml-open-string");
const OPEN_STRING_HINT: Option<Message> = Some(Message::new("check-toml-open-string-hint"));
const NO_VALUE: Message = Message::new("check-toml-no-value");
const UNCLOSED: Message = Message::new("check-toml-unclosed");
const UNOPENED: Message = Message::new("check-toml-unopened");
const BAD_KEY: Message = Message::new("check-toml-bad-key");
const BAD_KEY_HINT: Option<Message> = Some(Message::new("check-toml-bad-key-hint"));
const ASSIGNMENT: Message = Message::new("check-toml-assignment");
const TOO_DEEP: Message = Message::new("check-toml-too-deep");
const ESCAPE: Message = Message::new("check-toml-escape");
const ESCAPE_HINT: Option<Message> = Some(Message::new("check-toml-escape-hint"));
const BAD_VALUE: Message = Message::new("check-toml-bad-value");

/// Adds every error of the TOML parser; tells whether nothing but doubled keys was lost.
pub(super) fn add(findings: &mut Findings<'_>, errors: &[toml::de::Error]) -> bool {
    for error in errors {
        let end = findings.source.len();
        let span = error.span().unwrap_or(end..end);
        let known = DESCRIPTIONS.into_iter().find(|(description, ..)| error.message().starts_with(description));
        let (message, hint) = match known {
            // The parser misses quotes even where nothing is written.
            Some((_, message, _)) if message == NO_QUOTES && span.is_empty() => (NO_VALUE, None),
            Some((_, message, hint)) => (message, hint),
            None => (Message::new("check-toml").with("detail", error.message()), None),
        };
        findings.add(Problem::error(span, message).hint(hint));
    }
    errors.iter().all(|error| error.message().starts_with(DUPLICATE_KEY))
}

/// The problems that share no line with an error of TOML: what stands there is not what was meant.
pub(super) fn beside(source: &str, errors: &[toml::de::Error], problems: Vec<Problem>) -> Vec<Problem> {
    let starts: Vec<usize> = std::iter::once(0).chain(source.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let line = |at: usize| starts.partition_point(|start| *start <= at);
    let broken: HashSet<usize> = errors.iter().filter_map(|error| Some(line(error.span()?.start))).collect();
    problems.into_iter().filter(|problem| !broken.contains(&line(problem.span.start))).collect()
}
