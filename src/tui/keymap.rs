//! Letters of other keyboard layouts, folded to the key they stand on, and the names of keys.

use ratatui::crossterm::event::KeyCode;

use super::input::Key;

/// What ЙЦУКЕН and Uzbek Cyrillic put on the keys of QWERTY, upper row to lower.
const LAYOUTS: &[(&str, &str)] = &[
    ("qwertyuiop[]", "йцукенгшщзхъ"),
    ("asdfghjkl;'", "фывапролджэ"),
    ("zxcvbnm,.", "ячсмитьбю"),
    // The Uzbek Cyrillic layouts put their own letters on the keys of щ, ы, ь, ъ or on the digits' row.
    ("zxsq", "ўҳғқ"),
];

/// The Latin letter on the key of `c`, lower case; other characters stay.
pub fn latin(c: char) -> char {
    let lower = c.to_lowercase().next().unwrap_or(c);
    let on =
        |(keys, letters): &(&str, &str)| letters.chars().position(|l| l == lower).and_then(|at| keys.chars().nth(at));
    LAYOUTS.iter().find_map(on).unwrap_or(lower)
}

/// The key as actions are bound to it: letters in Latin and lower case.
pub fn folded(key: Key) -> Key {
    match key.code {
        KeyCode::Char(c) => Key { code: KeyCode::Char(latin(c)), ..key },
        _ => key,
    }
}

/// The name of a key as a person reads it: `Ctrl+Z`, `F2`, `PgDn`, `↑`.
pub fn name(key: Key) -> String {
    let base = match key.code {
        KeyCode::Char(' ') => "Space".to_owned(),
        KeyCode::Char(c) => c.to_uppercase().to_string(),
        KeyCode::F(n) => format!("F{n}"),
        KeyCode::PageDown => "PgDn".to_owned(),
        KeyCode::PageUp => "PgUp".to_owned(),
        KeyCode::BackTab => "Shift+Tab".to_owned(),
        KeyCode::Up => "↑".to_owned(),
        KeyCode::Down => "↓".to_owned(),
        KeyCode::Left => "←".to_owned(),
        KeyCode::Right => "→".to_owned(),
        KeyCode::Delete => "Del".to_owned(),
        KeyCode::Backspace => "Backspace".to_owned(),
        other => format!("{other:?}"),
    };
    match (key.ctrl, key.alt) {
        (true, _) => format!("Ctrl+{base}"),
        (_, true) => format!("Alt+{base}"),
        _ => base,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cyrillic_letters_stand_for_the_key_they_are_on() {
        for (typed, key) in
            [('т', 'n'), ('Т', 'n'), ('щ', 'o'), ('я', 'z'), ('н', 'y'), ('й', 'q'), ('с', 'c'), ('n', 'n'), ('3', '3')]
        {
            assert_eq!(latin(typed), key, "{typed}");
        }
        assert_eq!(folded(Key::ctrl('я')), Key::ctrl('z'));
    }

    #[test]
    fn uzbek_letters_fold_to_some_latin_letter() {
        for c in "ўқғҳЎҚҒҲ".chars() {
            assert!(latin(c).is_ascii_lowercase(), "{c}");
        }
    }
}
