//! Which looks the interface wears: as asked for, as the surroundings want it, as chosen last; and the
//! user's own theme file.

use std::path::Path;

use ratatui::crossterm::style::force_color_output;

use super::failure::Failure;
use super::places;
use super::shelf;
use super::shell::Shell;
use crate::engine::library::Library;
use crate::engine::text::Message;
use crate::store::Store;
use crate::tui::theme::{Depth, Looks, Theme, Wardrobe, read};

/// What the interface wears, and what else there is to choose. A broken theme file is left out with a warning,
/// unless it was asked for by name.
pub fn worn(shell: &Shell, store: &Store) -> Result<(Looks, Wardrobe), Failure> {
    let variable = |name| places::variable(name).unwrap_or_default();
    let depth = Depth::of(&variable("COLORTERM"), &variable("TERM"));
    let asked = shell.general.theme;
    let theme = asked.unwrap_or_else(|| surrounding(store));
    let own = match own(depth) {
        Ok(own) => own,
        Err(Failure::Said { message, hint, .. }) if asked != Some(Theme::Own) => {
            shell.warn(&message, hint.as_ref());
            None
        }
        Err(failure) => return Err(failure),
    };
    if own.is_none() && asked == Some(Theme::Own) {
        let path = places::theme().map(|path| path.display().to_string()).unwrap_or_default();
        let message = Message::new("theme-no-file").with("path", path);
        return Err(Failure::usage(message).hint(Message::new("theme-no-file-hint")));
    }
    if asked.is_some() {
        force_color_output(theme != Theme::Mono);
    }
    let wardrobe = Wardrobe { depth, own };
    Ok((wardrobe.looks(theme), wardrobe))
}

/// Without colours, if the user wants none anywhere; otherwise the theme chosen last.
fn surrounding(store: &Store) -> Theme {
    if places::variable("NO_COLOR").is_some() {
        return Theme::Mono;
    }
    let chosen = store.setting("theme").ok().flatten();
    chosen.and_then(|name| Theme::named(&name)).unwrap_or_default()
}

/// The looks of the user's theme file, if there is one.
fn own(depth: Depth) -> Result<Option<Looks>, Failure> {
    match places::theme().filter(|path| path.exists()) {
        Some(path) => of_file(&path, depth).map(Some),
        None => Ok(None),
    }
}

fn of_file(path: &Path, depth: Depth) -> Result<Looks, Failure> {
    let source = shelf::source(path)?;
    read(&source.text, depth).map_err(|_| {
        let message = Message::new("theme-broken").with("path", source.name.as_str());
        Failure::input(message).hint(Message::new("cli-check-shows").with("path", source.name))
    })
}
