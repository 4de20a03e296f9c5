//! Keys of other keyboard layouts, folded to those that actions are bound to, and the names of keys.

use ratatui::crossterm::event::KeyCode;

use super::input::Key;
use crate::engine::text::latin;

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
    fn keys_with_ctrl_are_folded_as_well() {
        assert_eq!(folded(Key::ctrl('я')), Key::ctrl('z'));
    }
}
