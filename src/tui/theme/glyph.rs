//! The characters that a terminal's font can show, and the marks of the interface in them.

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
