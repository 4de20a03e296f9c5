//! What the surroundings say: folders, the language, the machine's name. The only reader of the
//! environment.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use jiff::tz::TimeZone;

use super::failure::Failure;
use crate::engine::text::{Lang, Message};
use crate::i18n::Texts;
use crate::store::peek;
use crate::tui::theme::Charset;

/// The folder of the program in the user's data.
const FOLDER: &str = "tashxis";
/// The database in it.
const DATABASE: &str = "tashxis.db";
/// The file in the folder of the configuration that says which database was chosen.
const CHOSEN_DATABASE: &str = "database";
/// The user's own theme in the folder of the configuration.
const THEME: &str = "theme.toml";
/// The user's own catalogue in the folder of the data.
const CATALOGUE: &str = "catalogue.toml";
/// The folder of the user's own tables of quartiles in it, each by the id of its questionnaire.
const REFERENCES: &str = "references";
/// The user's own template for reports in the folder of the configuration.
const TEMPLATE: &str = "template.toml";
/// The folder of the user's own questionnaires in it.
const QUESTIONNAIRES: &str = "questionnaires";

/// A variable of the environment that is set to something.
pub fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

/// The folder in which the program was called.
pub fn here() -> Option<PathBuf> {
    env::current_dir().ok()
}

/// The user's own folder.
pub fn home() -> Option<PathBuf> {
    env::home_dir()
}

fn data_folder() -> Option<PathBuf> {
    etcetera::choose_base_strategy().ok().map(|base| base.data_dir().join(FOLDER))
}

/// The database: the one that was named, or the user's own.
pub fn database(named: Option<&Path>) -> Result<PathBuf, Failure> {
    let own = || data_folder().map(|folder| folder.join(DATABASE));
    named
        .map(Path::to_owned)
        .or_else(remembered_database)
        .or_else(own)
        .ok_or_else(|| Failure::system(Message::new("cli-no-home")).hint(Message::new("cli-no-home-hint")))
}

/// The folder of the program in the user's configuration.
fn config_folder() -> Option<PathBuf> {
    etcetera::choose_base_strategy().ok().map(|base| base.config_dir().join(FOLDER))
}

/// The database that was chosen at the first start: a file of one line.
fn remembered_database() -> Option<PathBuf> {
    let line = fs::read_to_string(config_folder()?.join(CHOSEN_DATABASE)).ok()?;
    Some(line.trim_end_matches(['\r', '\n'])).filter(|line| !line.is_empty()).map(PathBuf::from)
}

/// Remembers which database to open when none is named.
pub fn remember_database(path: &Path) -> std::io::Result<()> {
    let folder = config_folder().ok_or(std::io::ErrorKind::NotFound)?;
    fs::create_dir_all(&folder)?;
    let mut line = path.to_path_buf().into_os_string().into_encoded_bytes();
    line.push(b'\n');
    fs::write(folder.join(CHOSEN_DATABASE), line)
}

/// The user's own theme file, whether it is there or not.
pub fn theme() -> Option<PathBuf> {
    config_folder().map(|folder| folder.join(THEME))
}

/// The user's own catalogue, if there is one.
pub fn catalogue() -> Option<PathBuf> {
    data_folder().map(|folder| folder.join(CATALOGUE)).filter(|path| path.exists())
}

/// The user's own template for reports, if there is one.
pub fn template() -> Option<PathBuf> {
    config_folder().map(|folder| folder.join(TEMPLATE)).filter(|path| path.exists())
}

/// The user's own table of quartiles for a questionnaire, if there is one.
pub fn reference(questionnaire: &str) -> Option<PathBuf> {
    let folder = data_folder()?.join(REFERENCES);
    Some(folder.join(format!("{questionnaire}.csv"))).filter(|path| path.exists())
}

/// The user's own questionnaires, by name. None, if there is no such folder.
pub fn questionnaires() -> Vec<PathBuf> {
    let folder = data_folder().map(|folder| folder.join(QUESTIONNAIRES));
    let entries = folder.and_then(|folder| fs::read_dir(folder).ok()).into_iter().flatten().flatten();
    let is_toml = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "toml");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_toml).collect();
    files.sort();
    files
}

/// The language: as asked for, as chosen in the interface, as the system speaks.
pub fn language(arguments: &[OsString]) -> Lang {
    let asked = option(arguments, "--lang").and_then(|tag| tag.to_str()?.parse().ok());
    let chosen = || {
        let path = database(option(arguments, "--db").map(Path::new)).ok()?;
        peek::setting(&path, None, "lang")?.parse().ok()
    };
    asked
        .or_else(chosen)
        .or_else(|| variable("TASHXIS_LANG").map(|name| Lang::from_locale(&name)))
        .unwrap_or_else(|| locale("LC_MESSAGES").map_or(Lang::En, |locale| Lang::from_locale(&locale)))
}

/// The value of an option, found before the arguments are understood: help needs the language as well.
pub fn option<'a>(arguments: &'a [OsString], name: &str) -> Option<&'a OsStr> {
    let mut rest = arguments.iter().skip(1).take_while(|argument| *argument != "--");
    let mut found = None;
    while let Some(argument) = rest.next() {
        if argument == name {
            found = rest.next().map(OsString::as_os_str);
        } else if let Some(value) =
            argument.to_str().and_then(|argument| argument.strip_prefix(name)?.strip_prefix('='))
        {
            found = Some(OsStr::new(value));
        }
    }
    found
}

/// The locale of a category, by the system's order.
fn locale(category: &str) -> Option<String> {
    ["LC_ALL", category, "LANG"].into_iter().find_map(variable)
}

/// The texts of a language, with times as the system's clock shows them.
pub fn texts(lang: Lang) -> Texts {
    Texts::new(lang, TimeZone::system())
}

/// The characters that the terminal is likely to show.
pub fn charset() -> Charset {
    charset_of(&variable("TERM").unwrap_or_default(), &locale("LC_CTYPE").unwrap_or_default())
}

fn charset_of(terminal: &str, locale: &str) -> Charset {
    let locale = locale.to_lowercase();
    match terminal {
        // Terminals of Windows show Unicode, and there are no locale variables.
        _ if cfg!(not(windows)) && !locale.contains("utf-8") && !locale.contains("utf8") => Charset::Ascii,
        // The font of the Linux console has blocks and lines, but no Braille.
        "linux" => Charset::Blocks,
        _ => Charset::Braille,
    }
}

/// The name of this machine, as written into the history.
pub fn device() -> String {
    let from_system =
        || fs::read_to_string("/proc/sys/kernel/hostname").or_else(|_| fs::read_to_string("/etc/hostname"));
    let named = from_system().ok().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    named.or_else(|| variable("COMPUTERNAME")).or_else(|| variable("HOSTNAME")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(line: &str) -> Vec<OsString> {
        line.split_whitespace().map(OsString::from).collect()
    }

    #[test]
    fn options_are_found_before_the_arguments_are_understood() {
        let found = |line: &str| option(&arguments(line), "--lang").map(|it| it.to_string_lossy().into_owned());
        assert_eq!(found("tashxis --lang ru list").as_deref(), Some("ru"));
        assert_eq!(found("tashxis list --lang=uz").as_deref(), Some("uz"));
        assert_eq!(found("tashxis list --lang=uz --lang en").as_deref(), Some("en"));
        assert_eq!(found("tashxis list --language=uz"), None);
        assert_eq!(found("tashxis open -- --lang ru"), None);
        assert_eq!(found("tashxis --lang"), None);
    }

    #[test]
    fn the_charset_follows_terminal_and_locale() {
        assert_eq!(charset_of("xterm-256color", "uz_UZ.UTF-8"), Charset::Braille);
        assert_eq!(charset_of("linux", "ru_RU.utf8"), Charset::Blocks);
        if cfg!(not(windows)) {
            assert_eq!(charset_of("xterm", "ru_RU.KOI8-R"), Charset::Ascii);
            assert_eq!(charset_of("linux", ""), Charset::Ascii);
        }
    }
}
