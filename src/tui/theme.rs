//! Roles and their looks. The only place that names colours; meaning never rests on colour alone.

use ratatui::style::{Color, Modifier, Style};

mod colour;
mod file;
mod glyph;

pub use colour::Depth;
pub use file::{is_one, read};
pub use glyph::{Charset, Glyph};

/// What a piece of text is, as far as its looks go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Ordinary text, and the ground of the whole screen.
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

impl Role {
    /// Every role with the name it has in a theme file.
    pub const ALL: [(Self, &str); 10] = [
        (Self::Text, "text"),
        (Self::Title, "title"),
        (Self::Quiet, "quiet"),
        (Self::Selected, "selected"),
        (Self::Done, "done"),
        (Self::Attention, "attention"),
        (Self::Problem, "problem"),
        (Self::Key, "key"),
        (Self::Bar, "bar"),
        (Self::Grid, "grid"),
    ];
}

/// A set of looks to choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// For dark terminals, in the terminal's own 16 colours.
    #[default]
    Dark,
    /// For light terminals, in the terminal's own 16 colours.
    Light,
    /// Bright on black, every text at least seven times as bright as its ground.
    Contrast,
    /// The colours of Okabe and Ito, which everybody can tell apart.
    Safe,
    /// No colours: weight and reverse only.
    Mono,
    /// Those of the user's file.
    Own,
}

impl Theme {
    /// Every theme with the name it has on the command line and in settings.
    pub const ALL: [(Self, &str); 6] = [
        (Self::Dark, "dark"),
        (Self::Light, "light"),
        (Self::Contrast, "high-contrast"),
        (Self::Safe, "colour-blind"),
        (Self::Mono, "mono"),
        (Self::Own, "own"),
    ];

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
            Self::Contrast => "theme-high-contrast",
            Self::Safe => "theme-colour-blind",
            Self::Mono => "theme-mono",
            Self::Own => "theme-own",
        }
    }

    /// The look of a role, in as many colours as it was thought up in.
    const fn style(self, role: Role) -> Style {
        match (self, role) {
            (Self::Contrast | Self::Safe, Role::Text | Role::Selected) => coloured(0x00FF_FFFF).bg(rgb(0)),
            (Self::Contrast | Self::Safe, Role::Title) => coloured(0x00FF_FFFF).add_modifier(Modifier::BOLD),
            (_, Role::Text | Role::Selected) => Style::new(),
            (_, Role::Title) => Style::new().add_modifier(Modifier::BOLD),
            (Self::Contrast, role) => contrast(role),
            (Self::Safe, role) => safe(role),
            (Self::Light, role) => light(role),
            (Self::Mono, role) => mono(role),
            (Self::Dark | Self::Own, role) => dark(role),
        }
    }

    /// The looks of every role on a terminal of so many colours.
    pub fn looks(self, depth: Depth) -> Looks {
        let style = |role| match (self, depth, role) {
            // The nearest of the sixteen is a red too dark to be read on black.
            (Self::Safe, Depth::Sixteen, Role::Problem) => self.style(role).fg(Color::LightRed),
            _ => colour::within(self.style(role), depth),
        };
        Looks { theme: self, roles: Role::ALL.map(|(role, _)| style(role)) }
    }
}

const fn rgb(value: u32) -> Color {
    Color::from_u32(value)
}

const fn coloured(value: u32) -> Style {
    Style::new().fg(rgb(value))
}

/// Never bright black, which many terminals show as their ground.
const fn dark(role: Role) -> Style {
    let plain = Style::new();
    match role {
        Role::Quiet | Role::Grid => plain.fg(Color::Gray),
        Role::Done => plain.fg(Color::LightGreen),
        Role::Attention => plain.fg(Color::LightYellow),
        Role::Problem => plain.fg(Color::LightRed).add_modifier(Modifier::BOLD),
        Role::Key => plain.fg(Color::LightCyan),
        Role::Bar => plain.fg(Color::LightBlue),
        Role::Text | Role::Title | Role::Selected => plain,
    }
}

const fn light(role: Role) -> Style {
    let plain = Style::new();
    match role {
        Role::Done => plain.fg(Color::Green),
        Role::Attention => plain.fg(Color::Magenta),
        Role::Problem => plain.fg(Color::Red).add_modifier(Modifier::BOLD),
        Role::Key | Role::Bar => plain.fg(Color::Blue),
        Role::Text | Role::Title | Role::Quiet | Role::Grid | Role::Selected => plain,
    }
}

const fn contrast(role: Role) -> Style {
    match role {
        Role::Done => coloured(0x0000_FF00),
        Role::Attention => coloured(0x00FF_FF00).add_modifier(Modifier::BOLD),
        Role::Problem => coloured(0x00FF_8080).add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED)),
        Role::Key => coloured(0x0000_FFFF).add_modifier(Modifier::BOLD),
        _ => coloured(0x00FF_FFFF),
    }
}

const fn safe(role: Role) -> Style {
    match role {
        Role::Done => coloured(0x0000_9E73),
        Role::Attention => coloured(0x00F0_E442),
        Role::Problem => coloured(0x00D5_5E00).add_modifier(Modifier::BOLD),
        Role::Key => coloured(0x0056_B4E9),
        Role::Bar => coloured(0x00E6_9F00),
        _ => coloured(0x00CC_CCCC),
    }
}

const fn mono(role: Role) -> Style {
    match role {
        Role::Problem | Role::Attention | Role::Key | Role::Done => Style::new().add_modifier(Modifier::BOLD),
        _ => Style::new(),
    }
}

/// How every role looks on this terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Looks {
    /// The theme they belong to.
    pub theme: Theme,
    roles: [Style; Role::ALL.len()],
}

impl Default for Looks {
    fn default() -> Self {
        Theme::default().looks(Depth::default())
    }
}

impl Looks {
    /// The look of a role.
    pub fn style(&self, role: Role) -> Style {
        let style = self.roles.get(role as usize).copied().unwrap_or_default();
        // What is under the cursor stands out in every theme, a broken one of the user's included.
        if role == Role::Selected { style.add_modifier(Modifier::REVERSED) } else { style }
    }

    /// The colours of whatever has none of its own.
    pub fn ground(&self) -> (Color, Color) {
        let text = self.style(Role::Text);
        (text.fg.unwrap_or_default(), text.bg.unwrap_or_default())
    }
}

/// The looks that can be chosen on this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wardrobe {
    /// How many colours the terminal shows.
    pub depth: Depth,
    /// The user's own looks.
    pub own: Option<Looks>,
}

impl Wardrobe {
    /// The themes there are.
    pub fn themes(&self) -> Vec<Theme> {
        let is_there = |theme: &Theme| *theme != Theme::Own || self.own.is_some();
        Theme::ALL.into_iter().map(|(theme, _)| theme).filter(is_there).collect()
    }

    /// The looks of a theme; the usual ones, if it is the user's own and there is none.
    pub fn looks(&self, theme: Theme) -> Looks {
        match theme {
            Theme::Own => self.own.unwrap_or_else(|| Theme::default().looks(self.depth)),
            theme => theme.looks(self.depth),
        }
    }
}

#[cfg(test)]
mod tests;
