//! Problems of a questionnaire file, shown with file, line, column and a caret under the text, or as JSON.
//!
//! What a problem is, the engine knows; in which language it is said, the caller.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use serde::Serialize;

use crate::engine::questionnaire::problem::{Problem, Severity};
use crate::engine::text::{Message, steers};

/// How a message is said: in the language of the reader.
pub type Say<'a> = &'a dyn Fn(&Message) -> String;

/// Whether the text carries colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// No escapes: for files, pipes and tests.
    Plain,
    /// Colours, for a terminal.
    Styled,
}

/// A place in the file, counted from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column of the first character.
    pub column: usize,
    /// The line of the end.
    pub end_line: usize,
    /// The column after the last character.
    pub end_column: usize,
}

/// A problem as programs read it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Diagnostic {
    /// The file as it was named.
    pub file: String,
    /// Where.
    #[serde(flatten)]
    pub place: Place,
    /// `error` or `warning`.
    pub severity: &'static str,
    /// The same for the same sort of problem in every language.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// Other places that belong to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Related>,
}

/// Another place that belongs to a problem.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Related {
    /// Where.
    #[serde(flatten)]
    pub place: Place,
    /// Why it belongs.
    pub message: String,
}

/// Shows every problem with its lines of the file, one after another, ending in a new line if there are any.
pub fn render(problems: &[Problem], file: &str, text: &str, say: Say<'_>, look: Look) -> String {
    let lines = Lines::of(text);
    let renderer = match look {
        Look::Plain => Renderer::plain(),
        Look::Styled => Renderer::styled(),
    };
    let shown: Vec<String> =
        problems.iter().map(|problem| format!("{}\n", renderer.render(&[group(problem, file, &lines, say)]))).collect();
    // The renderer shows most of what steers as a picture, but lets the line ends of Unicode through. Its own colours
    // begin with an escape.
    let passes = |c: char| c == '\n' || (c == '\u{1b}' && look == Look::Styled) || !steers(c);
    shown.join("\n").chars().map(|c| if passes(c) { c } else { '\u{fffd}' }).collect()
}

/// Every problem as programs read it.
pub fn diagnostics(problems: &[Problem], file: &str, text: &str, say: Say<'_>) -> Vec<Diagnostic> {
    let lines = Lines::of(text);
    let one = |problem: &Problem| Diagnostic {
        file: file.to_owned(),
        place: lines.place(&problem.span),
        severity: match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        code: problem.message.key,
        message: say(&problem.message),
        hint: problem.hint.as_ref().map(say),
        related: problem
            .related
            .iter()
            .map(|(span, message)| Related { place: lines.place(span), message: say(message) })
            .collect(),
    };
    problems.iter().map(one).collect()
}

fn group<'a>(problem: &Problem, file: &'a str, lines: &Lines<'a>, say: Say<'_>) -> Group<'a> {
    let (level, word) = match problem.severity {
        Severity::Error => (Level::ERROR, Message::new("check-word-error")),
        Severity::Warning => (Level::WARNING, Message::new("check-word-warning")),
    };
    let title = level.with_name(Some(say(&word))).primary_title(said(say, &problem.message));
    let mut group = title.elements(snippets(problem, file, lines, say));
    if let Some(hint) = &problem.hint {
        let word = say(&Message::new("check-word-hint"));
        group = group.element(Level::HELP.with_name(Some(word)).message(said(say, hint)));
    }
    group
}

/// One snippet for each line that belongs to the problem, its own line first.
fn snippets<'a>(problem: &Problem, file: &'a str, lines: &Lines<'a>, say: Say<'_>) -> Vec<Snippet<'a, Annotation<'a>>> {
    let primary = (problem.span.clone(), AnnotationKind::Primary, None);
    let related =
        problem.related.iter().map(|(span, message)| (span.clone(), AnnotationKind::Context, Some(said(say, message))));
    let mut by_line: Vec<(usize, Vec<Annotation<'a>>)> = Vec::new();
    for (span, kind, label) in std::iter::once(primary).chain(related) {
        let (number, within) = lines.first_line(&span);
        let annotation = kind.span(within).label(label);
        match by_line.iter_mut().find(|(line, _)| *line == number) {
            Some((_, annotations)) => annotations.push(annotation),
            None => by_line.push((number, vec![annotation])),
        }
    }
    by_line
        .into_iter()
        .map(|(number, annotations)| {
            Snippet::source(lines.line(number)).line_start(number + 1).path(file).annotations(annotations)
        })
        .collect()
}

/// A message without characters that could steer a terminal: names in it come from the file.
fn said(say: Say<'_>, message: &Message) -> String {
    say(message).chars().map(|c| if steers(c) && c != '\n' { '\u{fffd}' } else { c }).collect()
}

/// The lines of a file.
struct Lines<'a> {
    text: &'a str,
    /// Where each line begins.
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    /// The number, from 0, of the line with that byte.
    fn number(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).saturating_sub(1)
    }

    fn start(&self, number: usize) -> usize {
        self.starts.get(number).copied().unwrap_or(self.text.len())
    }

    /// The text of a line, without its end.
    fn line(&self, number: usize) -> &'a str {
        let line = self.text.get(self.start(number)..self.start(number + 1)).unwrap_or_default();
        line.trim_end_matches(['\n', '\r'])
    }

    /// The line in which a span begins, and the part of the span on it.
    fn first_line(&self, span: &Range<usize>) -> (usize, Range<usize>) {
        let number = self.number(span.start);
        let (start, line) = (self.start(number), self.line(number));
        let from = line.floor_char_boundary((span.start - start).min(line.len()));
        let to = line.ceil_char_boundary(span.end.saturating_sub(start).clamp(from, line.len()));
        (number, from..to)
    }

    fn place(&self, span: &Range<usize>) -> Place {
        let at = |byte: usize| {
            let number = self.number(byte);
            let before = self.text.get(self.start(number)..byte).unwrap_or_default();
            (number + 1, before.chars().count() + 1)
        };
        let ((line, column), (end_line, end_column)) = (at(span.start), at(span.end));
        Place { line, column, end_line, end_column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "first = 1\nсекция = [\n  2,\n]\nfirst = 2\n";

    fn say(message: &Message) -> String {
        message.key.to_owned()
    }

    fn problem() -> Problem {
        let second = TEXT.rfind("first").unwrap();
        Problem::error(second..second + 5, Message::new("check-duplicate"))
            .related(0..5, Message::new("check-first-here"))
            .hint(Message::new("check-duplicate-hint"))
    }

    #[test]
    fn places_count_lines_and_characters_from_one() {
        let list = TEXT.find('[').unwrap();
        let spanned = Problem::warning(list..TEXT.find(']').unwrap() + 1, Message::new("check-empty-list"));
        let shown = diagnostics(&[spanned, problem()], "a.toml", TEXT, &say);
        assert_eq!(shown[0].place, Place { line: 2, column: 10, end_line: 4, end_column: 2 });
        assert_eq!(shown[1].place, Place { line: 5, column: 1, end_line: 5, end_column: 6 });
        assert_eq!(shown[1].related[0].place.line, 1);
        assert_eq!((shown[0].severity, shown[1].severity), ("warning", "error"));
    }

    #[test]
    fn a_problem_is_shown_with_caret_hint_and_related_place() {
        let shown = render(&[problem()], "a.toml", TEXT, &say, Look::Plain);
        assert_eq!(
            shown,
            "check-word-error: check-duplicate\n --> a.toml:5:1\n  |\n5 | first = 2\n  | ^^^^^\n  |\n ::: a.toml:1:1\n  |\n1 | first = 1\n  | ----- check-first-here\n  |\n  = check-word-hint: check-duplicate-hint\n"
        );
        assert!(render(&[problem()], "a.toml", TEXT, &say, Look::Styled).contains('\u{1b}'));
    }

    #[test]
    fn any_span_is_shown_somehow() {
        for start in 0..TEXT.len() + 2 {
            for end in start..TEXT.len() + 2 {
                let odd = Problem::error(start..end, Message::new("odd\u{1b}"));
                let shown = render(std::slice::from_ref(&odd), "a.toml", TEXT, &say, Look::Plain);
                assert!(shown.contains("odd") && !shown.contains('\u{1b}'), "{start}..{end}");
                diagnostics(&[odd], "a.toml", TEXT, &say);
            }
        }
    }
}
