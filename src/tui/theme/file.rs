//! The user's theme file: looks of one's own, in a few lines of TOML.

use ratatui::style::{Color, Modifier, Style};
use toml::de::DeTable;

use super::colour::{self, DEFAULT, Depth, NAMED};
use super::{Looks, Role, Theme};
use crate::engine::questionnaire::keys::{Holds, Key, Table};
use crate::engine::questionnaire::problem::Problem;
use crate::engine::questionnaire::read::file;
use crate::engine::questionnaire::read::findings::{Findings, did_you_mean};
use crate::engine::questionnaire::read::node::Tab;
use crate::engine::text::Message;

/// The themes that one's own can begin with.
const BASES: &[&str] = &["dark", "light", "high-contrast", "colour-blind", "mono"];

const LOOK: Holds = Holds::Table(&STYLE);

static FILE: Table = Table {
    name: "theme",
    doc: "The looks of the interface.",
    keys: &[
        Key::new("base", Holds::OneOf(BASES), "The theme that gives every look this file does not; dark, if absent."),
        Key::new("text", LOOK, "Ordinary text, and the ground of the whole screen."),
        Key::new("title", LOOK, "Titles and the question itself."),
        Key::new("quiet", LOOK, "Hints and explanations."),
        Key::new("selected", LOOK, "What is under the cursor; always reversed as well."),
        Key::new("done", LOOK, "A picked option, a done question."),
        Key::new("attention", LOOK, "What is open or flagged."),
        Key::new("problem", LOOK, "What is wrong."),
        Key::new("key", LOOK, "Names of keys."),
        Key::new("bar", LOOK, "The filled part of bars and the line of a chart."),
        Key::new("grid", LOOK, "Rules, and the empty part of charts."),
    ],
};

static STYLE: Table = Table {
    name: "look",
    doc: "A look: colours and weight.",
    keys: &[
        Key::new("fg", Holds::Word, "The colour of the letters."),
        Key::new("bg", Holds::Word, "The colour behind them."),
        Key::new("bold", Holds::Flag, "Whether it is bold."),
        Key::new("underline", Holds::Flag, "Whether it is underlined."),
        Key::new("italic", Holds::Flag, "Whether it is slanted."),
        Key::new("reverse", Holds::Flag, "Whether letters and ground change places."),
    ],
};

/// The modifiers with their keys.
const MODIFIERS: [(&str, Modifier); 4] = [
    ("bold", Modifier::BOLD),
    ("underline", Modifier::UNDERLINED),
    ("italic", Modifier::ITALIC),
    ("reverse", Modifier::REVERSED),
];

/// Reads a theme file for a terminal of so many colours.
///
/// # Errors
/// Every problem of the file, with its place.
pub fn read(text: &str, depth: Depth) -> Result<Looks, Vec<Problem>> {
    file::read(text, &FILE, |findings, root| looks(findings, root, depth)).map(|(looks, _)| looks)
}

/// Whether a file is meant as a theme rather than a questionnaire, even if it is broken.
pub fn is_one(text: &str) -> bool {
    let (root, _) = DeTable::parse_recoverable(text);
    let has = |key: &str| root.get_ref().contains_key(key);
    let has_look = FILE.keys.iter().any(|key| has(key.name));
    has_look && !["id", "format", "section", "record"].into_iter().any(has)
}

fn looks(findings: &mut Findings<'_>, root: &Tab<'_>, depth: Depth) -> Looks {
    let base = root.word("base").and_then(Theme::named).unwrap_or_default().looks(depth);
    let roles = Role::ALL.map(|(role, name)| {
        let own = root.table(name).map(|tab| style(findings, &tab)).unwrap_or_default();
        colour::within(base.style(role).patch(own), depth)
    });
    Looks { theme: Theme::Own, roles }
}

fn style(findings: &mut Findings<'_>, tab: &Tab<'_>) -> Style {
    let mut style = Style { fg: colour(findings, tab, "fg"), bg: colour(findings, tab, "bg"), ..Style::new() };
    for (key, modifier) in MODIFIERS {
        if tab.get(key).is_some() {
            style = if tab.flag(key) { style.add_modifier(modifier) } else { style.remove_modifier(modifier) };
        }
    }
    style
}

/// The colour behind a key. One that nobody knows is a problem of the file.
fn colour(findings: &mut Findings<'_>, tab: &Tab<'_>, key: &str) -> Option<Color> {
    let (text, span) = tab.name(key)?;
    let found = colour::parse(text);
    if found.is_none() {
        let names: Vec<&str> = NAMED.into_iter().map(|(name, ..)| name).chain([DEFAULT]).collect();
        let hint = did_you_mean(text, names.iter().copied())
            .unwrap_or_else(|| Message::new("theme-known-colours").with("names", names.join(", ")));
        findings.add(Problem::error(span, Message::new("theme-unknown-colour").with("value", text)).hint(hint));
    }
    found
}
