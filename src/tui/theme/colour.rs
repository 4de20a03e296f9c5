//! Colours by name and by number, and the nearest one that a terminal can show.

use ratatui::style::{Color, Style};

/// How many colours a terminal shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Depth {
    /// The sixteen that the user of the terminal has chosen.
    #[default]
    Sixteen,
    /// Those and a cube of 216 with 24 shades of grey.
    Indexed,
    /// Every mixture of red, green and blue.
    True,
}

impl Depth {
    /// What the variables `COLORTERM` and `TERM` say.
    pub fn of(colorterm: &str, term: &str) -> Self {
        if matches!(colorterm, "truecolor" | "24bit") || term.ends_with("-direct") {
            Self::True
        } else if term.contains("256color") {
            Self::Indexed
        } else {
            Self::Sixteen
        }
    }
}

/// The names of colours in a theme file, with what terminals usually show for them.
pub(super) const NAMED: [(&str, Color, u32); 16] = [
    ("black", Color::Black, 0x0000_0000),
    ("red", Color::Red, 0x00CD_0000),
    ("green", Color::Green, 0x0000_CD00),
    ("yellow", Color::Yellow, 0x00CD_CD00),
    ("blue", Color::Blue, 0x0000_00EE),
    ("magenta", Color::Magenta, 0x00CD_00CD),
    ("cyan", Color::Cyan, 0x0000_CDCD),
    ("white", Color::Gray, 0x00E5_E5E5),
    ("bright-black", Color::DarkGray, 0x007F_7F7F),
    ("bright-red", Color::LightRed, 0x00FF_0000),
    ("bright-green", Color::LightGreen, 0x0000_FF00),
    ("bright-yellow", Color::LightYellow, 0x00FF_FF00),
    ("bright-blue", Color::LightBlue, 0x005C_5CFF),
    ("bright-magenta", Color::LightMagenta, 0x00FF_00FF),
    ("bright-cyan", Color::LightCyan, 0x0000_FFFF),
    ("bright-white", Color::White, 0x00FF_FFFF),
];

/// The name of the terminal's own colour.
pub(super) const DEFAULT: &str = "default";

/// The colour of a name or of `#rrggbb`.
pub(super) fn parse(text: &str) -> Option<Color> {
    if let Some(digits) = text.strip_prefix('#') {
        let is_hex = digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        return u32::from_str_radix(digits, 16).ok().filter(|_| is_hex).map(Color::from_u32);
    }
    if text == DEFAULT {
        return Some(Color::Reset);
    }
    NAMED.into_iter().find(|(name, ..)| *name == text).map(|(_, colour, _)| colour)
}

/// The style in colours that the terminal can show.
pub(super) fn within(style: Style, depth: Depth) -> Style {
    let nearest = |colour: Option<Color>| colour.map(|colour| nearest(colour, depth));
    Style { fg: nearest(style.fg), bg: nearest(style.bg), ..style }
}

fn nearest(colour: Color, depth: Depth) -> Color {
    let Color::Rgb(red, green, blue) = colour else { return colour };
    let wanted = [red, green, blue];
    match depth {
        Depth::True => colour,
        Depth::Indexed => {
            let all = (16..=255).map(|index| (Color::Indexed(index), indexed(index)));
            closest(all, wanted).unwrap_or(colour)
        }
        Depth::Sixteen => {
            // Bright black is the ground itself in many terminals.
            let all = NAMED.into_iter().filter(|(_, colour, _)| *colour != Color::DarkGray);
            closest(all.map(|(_, colour, value)| (colour, parts(value))), wanted).unwrap_or(colour)
        }
    }
}

fn closest(all: impl Iterator<Item = (Color, [u8; 3])>, wanted: [u8; 3]) -> Option<Color> {
    all.min_by_key(|(_, parts)| distance(*parts, wanted)).map(|(colour, _)| colour)
}

/// How different two colours look: red and blue count for less in the dark and in the bright, as the eye has it.
fn distance(one: [u8; 3], other: [u8; 3]) -> i64 {
    let [[red, green, blue], [other_red, other_green, other_blue]] = [one, other].map(|it| it.map(i64::from));
    let mean = i64::midpoint(red, other_red);
    let square = |a: i64, b: i64| (a - b) * (a - b);
    (512 + mean) * square(red, other_red) + 1024 * square(green, other_green) + (767 - mean) * square(blue, other_blue)
}

/// The parts of a colour of the cube or of the greys.
fn indexed(index: u8) -> [u8; 3] {
    if index >= 232 {
        return [8 + (index - 232) * 10; 3];
    }
    let at = index.saturating_sub(16);
    [at / 36, at / 6 % 6, at % 6].map(|step| if step == 0 { 0 } else { 55 + step * 40 })
}

const fn parts(value: u32) -> [u8; 3] {
    let [_, red, green, blue] = value.to_be_bytes();
    [red, green, blue]
}

/// What is usually shown for a colour; nothing for the terminal's own.
#[cfg(test)]
pub(super) fn shown(colour: Color) -> Option<[u8; 3]> {
    match colour {
        Color::Rgb(red, green, blue) => Some([red, green, blue]),
        Color::Indexed(index) => Some(indexed(index)),
        named => NAMED.into_iter().find(|(_, known, _)| *known == named).map(|(.., value)| parts(value)),
    }
}
