//! Uzbek in its two other alphabets, derived from the Latin one of 1995 in which it is written.
//!
//! A text is walked word by word: what no alphabet changes (addresses, placeholders, code, names of
//! keys, acronyms) is copied, every other word is spelt anew. Knows nothing of where texts come from.

mod exceptions;
mod kept;
mod spelling;

use kept::Kept;

/// The alphabet to write in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Alphabet {
    Cyrillic,
    Reformed,
}

/// Writes a text of the 1995 Latin alphabet in Cyrillic.
pub fn cyrillic(text: &str) -> String {
    derived(text, Alphabet::Cyrillic)
}

/// Writes a text of the 1995 Latin alphabet in the reformed one: oʻ → ö, gʻ → ğ, sh → ş, ch → ç.
pub fn reformed(text: &str) -> String {
    derived(text, Alphabet::Reformed)
}

fn derived(text: &str, alphabet: Alphabet) -> String {
    // A Cyrillic letter takes two bytes.
    let mut out = String::with_capacity(text.len() * 2);
    let mut rest = text;
    let mut before = Before::default();
    while let Some(first) = rest.chars().next() {
        let (piece, is_word) = match kept::span(rest, before.last) {
            Some(length) => (length, false),
            None if kept::is_letter_or_digit(first) => (kept::word_length(rest), true),
            None => (first.len_utf8(), false),
        };
        let (piece, after) = rest.split_at_checked(piece).unwrap_or((rest, ""));
        if is_word {
            word(piece, alphabet, &mut out);
        } else if piece == "-" && alphabet == Alphabet::Cyrillic && before.dates(after) {
            // Years and days are followed by a hyphen in Latin only: 2026-yil, 2026 йил.
            out.push(' ');
        } else {
            out.push_str(piece);
        }
        before.step(piece);
        rest = after;
    }
    out
}

fn word(word: &str, alphabet: Alphabet, out: &mut String) {
    let split = match kept::word(word) {
        Kept::Whole => word.len(),
        Kept::Start(length) => length,
        Kept::Nothing => 0,
    };
    let (start, rest) = word.split_at_checked(split).unwrap_or((word, ""));
    out.push_str(start);
    match alphabet {
        Alphabet::Cyrillic => spelling::cyrillic(rest, out),
        Alphabet::Reformed => spelling::reformed(rest, out),
    }
}

/// What stands before the place reached.
#[derive(Default)]
struct Before {
    last: Option<char>,
    /// The digits directly before the last character.
    digits: usize,
}

impl Before {
    fn step(&mut self, piece: &str) {
        let all_digits = piece.bytes().all(|byte| byte.is_ascii_digit());
        self.digits = if all_digits { piece.len() } else { 0 };
        self.last = piece.chars().next_back();
    }

    /// Whether the number before and the word after a hyphen are a year or a day of a month.
    fn dates(&self, after: &str) -> bool {
        match self.digits {
            4 => after.starts_with("yil"),
            1 | 2 => exceptions::MONTHS.iter().any(|month| after.starts_with(month)),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests;
