//! Terminal events → inputs: keys in one spelling, pastes as one piece, nothing else.

use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// Something the user did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The window changed its size.
    Resize,
}

/// A key with its modifiers; Shift is part of the character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// The key.
    pub code: KeyCode,
    /// Whether Ctrl was held.
    pub ctrl: bool,
    /// Whether Alt was held.
    pub alt: bool,
}

impl Key {
    /// A key without modifiers.
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    /// A letter with Ctrl.
    pub const fn ctrl(letter: char) -> Self {
        Self { code: KeyCode::Char(letter), ctrl: true, alt: false }
    }

    /// The character typed, if the key is text.
    pub const fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

impl From<KeyEvent> for Key {
    fn from(event: KeyEvent) -> Self {
        let code = match event.code {
            KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
            code => code,
        };
        let held = |modifier| event.modifiers.contains(modifier);
        Self { code, ctrl: held(KeyModifiers::CONTROL), alt: held(KeyModifiers::ALT) }
    }
}

/// Terminals without bracketed paste deliver a paste as a burst of keys. This many at once, with a
/// line end inside, were not typed by hand.
const BURST: usize = 12;

/// Turns a batch of events that arrived together into inputs.
pub fn from_events(events: Vec<Event>) -> Vec<Input> {
    let inputs: Vec<Input> = events.into_iter().filter_map(from_event).collect();
    burst(&inputs).map_or(inputs, |text| vec![Input::Paste(text)])
}

fn from_event(event: Event) -> Option<Input> {
    match event {
        // Windows also reports releases; only presses and repeats are input.
        Event::Key(key) if key.kind != KeyEventKind::Release => Some(Input::Key(key.into())),
        Event::Paste(text) => Some(Input::Paste(text)),
        Event::Resize(..) => Some(Input::Resize),
        _ => None,
    }
}

/// The text of a batch that is a paste in disguise.
fn burst(inputs: &[Input]) -> Option<String> {
    let mut text = String::new();
    for input in inputs {
        match input {
            Input::Key(Key { code: KeyCode::Enter, ctrl: false, alt: false }) => text.push('\n'),
            Input::Key(key) => text.push(key.typed()?),
            Input::Paste(_) | Input::Resize => return None,
        }
    }
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    (letters >= BURST && text.contains('\n')).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Vec<Event> {
        let code = |c| if c == '\n' { KeyCode::Enter } else { KeyCode::Char(c) };
        text.chars().map(|c| Event::Key(KeyEvent::new(code(c), KeyModifiers::NONE))).collect()
    }

    #[test]
    fn a_burst_of_letters_with_line_ends_is_a_paste() {
        let text = "Buxoro Non MChJ\nToshkent\n";
        assert_eq!(from_events(typed(text)), [Input::Paste(text.to_owned())]);
    }

    #[test]
    fn fast_answers_by_digit_and_enter_stay_keys() {
        assert_eq!(from_events(typed("3\n2\n1\n4\n2\n")).len(), 10);
    }

    #[test]
    fn releases_are_ignored() {
        let mut key = KeyEvent::new(KeyCode::Char('a'), KeyModifiers::NONE);
        key.kind = KeyEventKind::Release;
        assert!(from_events(vec![Event::Key(key)]).is_empty());
    }
}
