//! Roles and their looks. The only place that names colours; meaning never rests on colour alone.

use ratatui::style::{Color, Modifier, Style};

/// What a piece of text is, as far as its looks go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Ordinary text.
    Text,
    /// Titles and the question itself.
    Title,
    /// Hints, rules, key names' explanations.
    Quiet,
    /// The row or option under the cursor.
    Selected,
    /// A picked option, a done question.
    Done,
    /// What needs attention: open, flagged.
    Attention,
    /// What is wrong.
    Problem,
    /// Names of keys.
    Key,
    /// Filled part of bars and the profile's line in a chart.
    Bar,
    /// Grid and empty part of charts.
    Grid,
}

/// A set of looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// For dark terminals.
    #[default]
    Dark,
    /// For light terminals.
    Light,
    /// No colours: weight and reverse only.
    Mono,
}

impl Theme {
    /// Every theme with the name it has on the command line and in settings.
    pub const ALL: [(Self, &str); 3] = [(Self::Dark, "dark"), (Self::Light, "light"), (Self::Mono, "mono")];

    /// The theme of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known)| *known == name).map(|(theme, _)| theme)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(theme, _)| *theme == self).map_or("dark", |(_, name)| name)
    }

    /// The key of what is said of it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Dark => "theme-dark",
            Self::Light => "theme-light",
            Self::Mono => "theme-mono",
        }
    }

    /// The look of a role: 16 ANSI colours and the terminal's own, never bright black.
    pub const fn style(self, role: Role) -> Style {
        let plain = Style::new();
        match (self, role) {
            (_, Role::Text) => plain,
            (_, Role::Title) => plain.add_modifier(Modifier::BOLD),
            (_, Role::Selected) => plain.add_modifier(Modifier::REVERSED),
            (Self::Mono, Role::Problem | Role::Attention | Role::Key | Role::Done) => {
                plain.add_modifier(Modifier::BOLD)
            }
            (Self::Mono, Role::Quiet | Role::Bar | Role::Grid) => plain,
            (Self::Dark, Role::Quiet | Role::Grid) => plain.fg(Color::Gray),
            (Self::Light, Role::Quiet | Role::Grid) => plain,
            (Self::Dark, Role::Done) => plain.fg(Color::LightGreen),
            (Self::Light, Role::Done) => plain.fg(Color::Green),
            (Self::Dark, Role::Attention) => plain.fg(Color::LightYellow),
            (Self::Light, Role::Attention) => plain.fg(Color::Magenta),
            (Self::Dark, Role::Problem) => plain.fg(Color::LightRed).add_modifier(Modifier::BOLD),
            (Self::Light, Role::Problem) => plain.fg(Color::Red).add_modifier(Modifier::BOLD),
            (Self::Dark, Role::Key) => plain.fg(Color::LightCyan),
            (Self::Light, Role::Key) => plain.fg(Color::Blue),
            (Self::Dark, Role::Bar) => plain.fg(Color::LightBlue),
            (Self::Light, Role::Bar) => plain.fg(Color::Blue),
        }
    }
}

/// The characters a terminal's font can show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Charset {
    /// Braille dots for charts, and everything below.
    #[default]
    Braille,
    /// Block elements, box lines and symbols.
    Blocks,
    /// ASCII only, apart from the texts themselves.
    Ascii,
}

/// The marks of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Glyph {
    /// The row under the cursor.
    Cursor,
    /// Answered, done.
    Done,
    /// Open, not picked.
    Open,
    /// Picked (one of several).
    Picked,
    /// A tick box that is on.
    BoxOn,
    /// A tick box that is off.
    BoxOff,
    /// A reason for no answer.
    NoAnswer,
    /// Flagged.
    Flag,
    /// Not asked.
    NotAsked,
    /// Wrong.
    Problem,
    /// Warning.
    Warning,
    /// A comment.
    Comment,
    /// A horizontal rule.
    Rule,
    /// A filled cell of a bar.
    BarFull,
    /// An empty cell of a bar.
    BarEmpty,
    /// More below.
    More,
    /// More above.
    Less,
    /// A vertical rule.
    Wall,
    /// Between before and after.
    Becomes,
}

impl Charset {
    /// Every charset with its name on the command line.
    pub const ALL: [(Self, &str); 3] = [(Self::Braille, "braille"), (Self::Blocks, "blocks"), (Self::Ascii, "ascii")];

    /// The charset of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known)| *known == name).map(|(charset, _)| charset)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(charset, _)| *charset == self).map_or("braille", |(_, name)| name)
    }

    /// The key of what is said of it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Braille => "charset-braille",
            Self::Blocks => "charset-blocks",
            Self::Ascii => "charset-ascii",
        }
    }

    /// The mark of a shade of a heat map, the lowest 0: the more of it is filled, the higher.
    pub const fn shade(self, shade: usize) -> &'static str {
        let (full, ascii) = match shade {
            0 => ("·", "."),
            1 => ("░", ":"),
            2 => ("▒", "+"),
            3 => ("▓", "%"),
            _ => ("█", "#"),
        };
        match self {
            Self::Ascii => ascii,
            Self::Braille | Self::Blocks => full,
        }
    }

    /// The mark, one cell wide in every terminal.
    pub const fn glyph(self, glyph: Glyph) -> &'static str {
        let (full, ascii) = match glyph {
            Glyph::Cursor => ("▸", ">"),
            Glyph::Done => ("✓", "x"),
            Glyph::Open => ("○", "."),
            Glyph::Picked => ("●", "@"),
            Glyph::BoxOn => ("■", "x"),
            Glyph::BoxOff => ("□", "."),
            Glyph::NoAnswer => ("?", "?"),
            Glyph::Flag => ("⚑", "*"),
            Glyph::NotAsked => ("–", "-"),
            Glyph::Problem => ("✗", "X"),
            Glyph::Warning => ("!", "!"),
            Glyph::Comment => ("✎", "#"),
            Glyph::Rule => ("─", "-"),
            Glyph::BarFull => ("█", "#"),
            Glyph::BarEmpty => ("░", "."),
            Glyph::More => ("↓", "v"),
            Glyph::Less => ("↑", "^"),
            Glyph::Wall => ("│", "|"),
            Glyph::Becomes => ("→", ">"),
        };
        match self {
            Self::Ascii => ascii,
            Self::Braille | Self::Blocks => full,
        }
    }
}
