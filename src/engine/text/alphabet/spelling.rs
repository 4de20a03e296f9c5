//! One Uzbek word of the 1995 Latin alphabet, spelt in another one.
//!
//! The rules are applied in a fixed order, longest letters first; words that no rule gets right
//! stand in [`super::exceptions`].

use super::exceptions;
use super::kept::is_apostrophe;

/// A word by its letters: small ones with one mark for oʻ and gʻ (U+02BB) and one for ʼ (U+02BC),
/// and where it has capitals.
struct Word {
    small: String,
    letters: Vec<Letter>,
}

#[derive(Clone, Copy)]
struct Letter {
    small: char,
    is_capital: bool,
}

impl Word {
    fn new(word: &str) -> Self {
        let mut letters: Vec<Letter> = Vec::with_capacity(word.len());
        let mut chars = word.chars().peekable();
        while let Some(c) = chars.next() {
            let letter = match letters.last() {
                Some(before) if is_apostrophe(c) => Letter {
                    small: if matches!(before.small, 'o' | 'g') { 'ʻ' } else { 'ʼ' },
                    is_capital: before.is_capital && !chars.peek().is_some_and(char::is_ascii_lowercase),
                },
                _ => Letter { small: c.to_ascii_lowercase(), is_capital: c.is_ascii_uppercase() },
            };
            letters.push(letter);
        }
        Self { small: letters.iter().map(|letter| letter.small).collect(), letters }
    }

    /// Whether all of several letters are capitals, so that ʼ and the second half of ц are too.
    fn is_all_capitals(&self) -> bool {
        self.letters.len() > 1 && self.letters.iter().all(|letter| letter.is_capital)
    }
}

/// Adds the word in Cyrillic.
pub(super) fn cyrillic(word: &str, out: &mut String) {
    let word = Word::new(word);
    let all_capitals = word.is_all_capitals();
    let mut rest = word.letters.as_slice();
    let mut before = None;
    if let Some((latin, spelt)) = exceptions::beginning(&word.small) {
        let length = latin.chars().count();
        // A soft sign at the end of the stem stands there only without a suffix: октябрь, октябрда.
        let spelt = if rest.len() > length { spelt.strip_suffix('ь').unwrap_or(spelt) } else { spelt };
        for (at, c) in spelt.chars().enumerate() {
            let is_capital = all_capitals || at == 0 && rest.first().is_some_and(|letter| letter.is_capital);
            push(out, c, is_capital);
        }
        before = spelt.chars().next_back();
        rest = rest.get(length..).unwrap_or_default();
    }
    while let Some(first) = rest.first() {
        let (length, spelt) = syllable(rest, before);
        let mut capitals = rest.iter();
        for c in spelt.chars() {
            // One letter may stand for two: then the first decides.
            let is_capital = capitals.next().map_or(first.is_capital, |letter| letter.is_capital);
            push(out, c, is_capital);
        }
        before = spelt.chars().next_back();
        rest = rest.get(length..).unwrap_or_default();
    }
}

/// The next letters that are spelt together: how many they are, and how they are spelt.
fn syllable(rest: &[Letter], before: Option<char>) -> (usize, &'static str) {
    let at = |index: usize| rest.get(index).map_or(' ', |letter: &Letter| letter.small);
    match (at(0), at(1), at(2)) {
        ('s', 'ʼ', 'h') => (3, "сҳ"),
        ('y', 'o', 'ʻ') => (3, "йў"),
        ('o', 'ʻ', _) => (2, "ў"),
        ('g', 'ʻ', _) => (2, "ғ"),
        ('s', 'h', _) => (2, "ш"),
        ('c', 'h', _) => (2, "ч"),
        ('t', 's', 'i') if matches!((at(3), at(4)), ('y', 'a') | ('o', 'n')) => (2, "ц"),
        ('y', 'e', _) => (2, "е"),
        ('y', 'o', _) => (2, "ё"),
        ('y', 'u', _) => (2, "ю"),
        ('y', 'a', _) => (2, "я"),
        ('e', ..) if before.is_none_or(is_vowel) => (1, "э"),
        (letter, ..) => (1, single(letter)),
    }
}

const fn is_vowel(letter: char) -> bool {
    matches!(letter, 'а' | 'е' | 'ё' | 'и' | 'о' | 'у' | 'ў' | 'э' | 'ю' | 'я')
}

#[rustfmt::skip]
const fn single(letter: char) -> &'static str {
    match letter {
        'a' => "а", 'b' => "б", 'd' => "д", 'e' => "е", 'f' => "ф", 'g' => "г", 'h' => "ҳ", 'i' => "и", 'j' => "ж",
        'k' => "к", 'l' => "л", 'm' => "м", 'n' => "н", 'o' => "о", 'p' => "п", 'q' => "қ", 'r' => "р", 's' => "с",
        't' => "т", 'u' => "у", 'v' => "в", 'x' => "х", 'y' => "й", 'z' => "з", 'ʼ' | 'ʻ' => "ъ",
        '0' => "0", '1' => "1", '2' => "2", '3' => "3", '4' => "4", '5' => "5", '6' => "6", '7' => "7", '8' => "8",
        '9' => "9",
        // No other letter comes here: such words are kept as they are.
        _ => "",
    }
}

/// Adds the word in the reformed Latin alphabet.
pub(super) fn reformed(word: &str, out: &mut String) {
    let word = Word::new(word);
    let mut rest = word.letters.as_slice();
    while let Some(first) = rest.first() {
        let second = rest.get(1).map(|letter| letter.small);
        let (length, letter) = match (first.small, second) {
            ('o', Some('ʻ')) => (2, 'ö'),
            ('g', Some('ʻ')) => (2, 'ğ'),
            ('s', Some('h')) => (2, 'ş'),
            ('c', Some('h')) => (2, 'ç'),
            (letter, _) => (1, letter),
        };
        push(out, letter, first.is_capital);
        rest = rest.get(length..).unwrap_or_default();
    }
}

fn push(out: &mut String, letter: char, is_capital: bool) {
    if is_capital {
        out.extend(letter.to_uppercase());
    } else {
        out.push(letter);
    }
}
