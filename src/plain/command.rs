//! Commands of one letter, in one table, and how they are told from what is typed as an answer.

use crate::engine::text::latin;

/// Something that can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Command {
    Help,
    Back,
    NextOpen,
    Sections,
    Note,
    Evidence,
    NoAnswer,
    Terms,
    Flag,
    Undo,
    Redo,
    Review,
    Finish,
    Profile,
    New,
    Archive,
    Language,
    List,
    Leave,
}

/// Where it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// At the list of assessments.
    Start,
    /// At a question.
    Question,
    /// At the review.
    Review,
}

/// One command.
pub(super) struct Row {
    pub(super) letter: char,
    pub(super) command: Command,
    /// The key of its explanation.
    pub(super) label: &'static str,
    places: &'static [Place],
}

const fn row(letter: char, command: Command, label: &'static str, places: &'static [Place]) -> Row {
    Row { letter, command, label, places }
}

/// Every command, in the order of the help.
const TABLE: &[Row] = &[
    row('b', Command::Back, "plain-do-back", &[Place::Question]),
    row('o', Command::NextOpen, "plain-do-next-open", &[Place::Question]),
    row('s', Command::Sections, "plain-do-sections", &[Place::Question, Place::Review]),
    row('x', Command::NoAnswer, "plain-do-no-answer", &[Place::Question]),
    row('n', Command::Note, "plain-do-note", &[Place::Question]),
    row('e', Command::Evidence, "plain-do-evidence", &[Place::Question]),
    row('g', Command::Terms, "plain-do-terms", &[Place::Question]),
    row('f', Command::Flag, "plain-do-flag", &[Place::Question]),
    row('u', Command::Undo, "plain-do-undo", &[Place::Question, Place::Review]),
    row('r', Command::Redo, "plain-do-redo", &[Place::Question, Place::Review]),
    row('n', Command::New, "plain-do-new", &[Place::Start]),
    row('a', Command::Archive, "plain-do-archive", &[Place::Start]),
    row('c', Command::Finish, "plain-do-finish", &[Place::Review]),
    row('v', Command::Review, "plain-do-review", &[Place::Question]),
    row('p', Command::Profile, "plain-do-profile", &[Place::Start, Place::Question, Place::Review]),
    row('l', Command::Language, "plain-do-language", &[Place::Start, Place::Question, Place::Review]),
    row('m', Command::List, "plain-do-list", &[Place::Question, Place::Review]),
    row('q', Command::Leave, "plain-do-leave", &[Place::Start, Place::Question, Place::Review]),
    row('?', Command::Help, "plain-do-help", &[Place::Start, Place::Question, Place::Review]),
];

/// The commands of a place.
pub(super) fn rows_in(place: Place) -> impl Iterator<Item = &'static Row> {
    TABLE.iter().filter(move |row| row.places.contains(&place))
}

/// What may be typed besides commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Typing {
    /// Any text: a command begins with `/`.
    Text,
    /// Numbers and words: a letter alone is a command.
    Answers,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Typed<'a> {
    /// A command, with what stands behind it.
    Command(Command, &'a str),
    /// A letter that is no command here.
    Unknown(char),
    /// Something else.
    Text(&'a str),
}

/// Reads a line. Letters of other keyboard layouts stand for the keys they are on: in ЙЦУКЕН, `.и` is
/// typed with the keys of `/b`, and `,` with those of `?`.
pub(super) fn read(place: Place, typing: Typing, line: &str) -> Typed<'_> {
    let text = line.trim();
    let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let mut letters = word.chars();
    let (slash, letter) = match (letters.next(), letters.next()) {
        (Some('/'), Some(letter)) => (true, letter),
        (Some('.'), Some(letter)) if is_cyrillic(letter) => (true, letter),
        (Some(letter), None) => (false, letter),
        _ => return Typed::Text(text),
    };
    let alone = rest.is_empty() || place != Place::Question;
    let is_command = letters.next().is_none() && (slash || typing == Typing::Answers && alone);
    let key = if letter == ',' { '?' } else { latin(letter) };
    if !is_command || !(slash || key.is_alphabetic() || key == '?') {
        return Typed::Text(text);
    }
    match rows_in(place).find(|row| row.letter == key) {
        Some(row) => Typed::Command(row.command, rest.trim()),
        None => Typed::Unknown(letter),
    }
}

fn is_cyrillic(letter: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_alone_is_a_command_but_not_where_text_is_typed() {
        let read = |typing, line| read(Place::Question, typing, line);
        for (line, command) in [
            ("b", Command::Back),
            ("B", Command::Back),
            (" b ", Command::Back),
            ("и", Command::Back),
            ("/b", Command::Back),
            ("/и", Command::Back),
            (".и", Command::Back),
            ("?", Command::Help),
            (",", Command::Help),
            ("/?", Command::Help),
        ] {
            assert_eq!(read(Typing::Answers, line), Typed::Command(command, ""), "{line}");
            let slash = line.contains(['/', '.']);
            let expected = if slash { Typed::Command(command, "") } else { Typed::Text(line.trim()) };
            assert_eq!(read(Typing::Text, line), expected, "{line}");
        }
    }

    #[test]
    fn everything_else_is_an_answer() {
        for line in ["3", "1 3 5", "12,5", ".5", ".b", "23.11.2026", "back", "/etc/passwd", "b 3", "", "1"] {
            assert_eq!(read(Place::Question, Typing::Answers, line), Typed::Text(line), "{line}");
            assert_eq!(read(Place::Question, Typing::Text, line), Typed::Text(line), "{line}");
        }
    }

    #[test]
    fn what_stands_behind_a_command_belongs_to_it() {
        let command = |place, line| read(place, Typing::Answers, line);
        assert_eq!(command(Place::Question, "/l ru"), Typed::Command(Command::Language, "ru"));
        assert_eq!(command(Place::Start, "p 2"), Typed::Command(Command::Profile, "2"));
        assert_eq!(command(Place::Start, "з 2"), Typed::Command(Command::Profile, "2"));
        assert_eq!(command(Place::Start, "z"), Typed::Unknown('z'));
        assert_eq!(command(Place::Question, "/z"), Typed::Unknown('z'));
    }

    #[test]
    fn no_letter_means_two_things_in_one_place() {
        for place in [Place::Start, Place::Question, Place::Review] {
            let mut letters: Vec<char> = rows_in(place).map(|row| row.letter).collect();
            let count = letters.len();
            letters.sort_unstable();
            letters.dedup();
            assert_eq!(letters.len(), count, "{place:?}");
        }
    }
}
