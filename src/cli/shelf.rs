//! The questionnaires and the catalogue at hand: built in, in the user's folder, or named on the command line.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::failure::Failure;
use super::files;
use super::places;
use super::shell::Shell;
use crate::engine::catalogue::{self, BUILTIN as BUILTIN_CATALOGUE, BUILTIN_FILE, Catalogue};
use crate::engine::questionnaire::Questionnaire;
use crate::engine::questionnaire::builtin::BUILTIN;
use crate::engine::questionnaire::read::{self, MOST_BYTES};
use crate::engine::text::{Message, nearest};

/// The text of a file with the name under which it is spoken of.
#[derive(Clone, Debug)]
pub struct Source {
    /// The file, as it was named.
    pub name: String,
    /// What it says.
    pub text: String,
}

/// The built-in questionnaires.
pub fn builtin() -> impl Iterator<Item = Source> {
    BUILTIN.iter().map(|it| Source { name: it.file.to_owned(), text: it.text.to_owned() })
}

/// The catalogue at hand: the user's own, or the built-in one.
pub fn catalogue_source() -> Result<Source, Failure> {
    let builtin = || Source { name: BUILTIN_FILE.to_owned(), text: BUILTIN_CATALOGUE.to_owned() };
    places::catalogue().map_or_else(|| Ok(builtin()), |path| source(&path))
}

/// The catalogue that advice names from. A broken one of the user's is left out with a warning, and then
/// advice names nobody: the built-in one may be of another country.
pub fn catalogue(shell: &Shell) -> Arc<Catalogue> {
    let read = |source: Source| catalogue::read(&source.text).ok();
    match catalogue_source().ok().and_then(read) {
        Some((catalogue, _)) => Arc::new(catalogue),
        None => {
            if let Some(path) = places::catalogue() {
                left_out(shell, &path);
            }
            Arc::default()
        }
    }
}

/// Reads a file as text.
pub fn source(path: &Path) -> Result<Source, Failure> {
    let name = path.display().to_string();
    let bytes = files::read(path, MOST_BYTES)?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(error.as_bytes().get(..at).unwrap_or_default());
        let line = before.matches('\n').count() + 1;
        Failure::input(Message::new("cli-not-utf8").with("path", name.as_str()).with("line", line))
    })?;
    Ok(Source { name, text })
}

/// Everything an assessment can be begun with. A broken file of the user's folder is left out with a
/// warning; the program goes on without it.
pub fn gather(shell: &Shell) -> Vec<Arc<Questionnaire>> {
    let (shelf, broken) = sorted();
    for path in broken {
        left_out(shell, &path);
    }
    shelf
}

/// The same for who must not be disturbed by a warning.
pub fn quietly() -> Vec<Arc<Questionnaire>> {
    sorted().0
}

/// What can be used, and the files that cannot.
fn sorted() -> (Vec<Arc<Questionnaire>>, Vec<PathBuf>) {
    let mut shelf: Vec<Arc<Questionnaire>> = builtin().filter_map(|source| good(&source)).collect();
    let mut broken = Vec::new();
    for path in places::questionnaires() {
        match source(&path).ok().and_then(|source| good(&source)) {
            Some(questionnaire) if shelf.iter().any(|known| known.hash == questionnaire.hash) => {}
            Some(questionnaire) => shelf.push(questionnaire),
            None => broken.push(path),
        }
    }
    (shelf, broken)
}

fn good(source: &Source) -> Option<Arc<Questionnaire>> {
    read::read(&source.text).ok().map(|(questionnaire, _)| Arc::new(questionnaire))
}

fn left_out(shell: &Shell, path: &Path) {
    let path = path.display().to_string();
    shell.warn(
        &Message::new("cli-left-out").with("path", path.as_str()),
        Some(&Message::new("cli-check-shows").with("path", path)),
    );
}

/// The place on the shelf of what was asked for: an id of a questionnaire there, or a file, which is added.
pub fn choose(shelf: &mut Vec<Arc<Questionnaire>>, asked: &str) -> Result<usize, Failure> {
    let by_id = |shelf: &[Arc<Questionnaire>]| shelf.iter().position(|it| it.id.as_str() == asked);
    if let Some(found) = by_id(shelf) {
        return Ok(found);
    }
    let path = Path::new(asked);
    if !path.is_file() && !looks_like_a_file(path) {
        return Err(unknown(shelf, asked));
    }
    let source = source(path)?;
    let Some(questionnaire) = good(&source) else {
        let message = Message::new("cli-questionnaire-broken").with("path", asked);
        return Err(Failure::input(message).hint(Message::new("cli-check-shows").with("path", asked)));
    };
    if let Some(found) = shelf.iter().position(|known| known.hash == questionnaire.hash) {
        return Ok(found);
    }
    shelf.push(questionnaire);
    Ok(shelf.len() - 1)
}

fn looks_like_a_file(path: &Path) -> bool {
    path.extension().is_some() || path.components().count() > 1
}

fn unknown(shelf: &[Arc<Questionnaire>], asked: &str) -> Failure {
    let known: Vec<&str> = shelf.iter().map(|it| it.id.as_str()).collect();
    let hint = match nearest(asked, known.iter().copied()) {
        Some(name) => Message::new("check-did-you-mean").with("name", name),
        None => Message::new("cli-questionnaires-known").with("names", known.join(", ")),
    };
    Failure::usage(Message::new("cli-no-questionnaire").with("id", asked)).hint(hint)
}
