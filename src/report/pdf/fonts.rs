//! The fonts that the program carries, how wide their letters are, and which letters they have.

use std::collections::{BTreeMap, HashMap};

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use unicode_normalization::UnicodeNormalization;

use super::strip::Style;
use crate::engine::text::steers;
use crate::report::markup::{CODE, END};

const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/SourceSans3_400Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../../assets/fonts/SourceSans3_700Bold.ttf");

/// The fonts, and what was asked of them in vain.
pub struct Fonts {
    regular: Face,
    bold: Face,
    /// The characters that stood in a text and are in no font, each with the first place where it did.
    pub missing: BTreeMap<char, String>,
    /// The part of the report, and the entry or row in it, to which texts belong now.
    place: [String; 2],
}

/// One font.
struct Face {
    font: Font,
    /// The glyph of each character with its width, in parts of the size.
    glyphs: HashMap<char, (u32, f32)>,
}

impl Face {
    fn new(data: &'static [u8]) -> Option<Self> {
        let read = FontRef::new(data).ok()?;
        let metrics = read.glyph_metrics(Size::new(1.0), LocationRef::default());
        let glyph = |(code, id): (u32, skrifa::GlyphId)| {
            let c = char::from_u32(code).filter(|c| !is_private(*c))?;
            Some((c, (id.to_u32(), metrics.advance_width(id)?)))
        };
        let glyphs = read.charmap().mappings().filter(|(_, id)| id.to_u32() != 0).filter_map(glyph).collect();
        Some(Self { font: Font::new(data.into(), 0)?, glyphs })
    }
}

/// Whether a character means something only to those who agreed on it: archives refuse it.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// The beginning of a text, to tell a place by.
fn excerpt(text: &str) -> String {
    const MOST: usize = 60;
    let plain: String = text.chars().filter(|c| !steers(*c) && !matches!(*c, CODE | END)).collect();
    if plain.chars().count() <= MOST { plain } else { plain.chars().take(MOST).chain(['…']).collect() }
}

/// Whether a character only changes its neighbours and is not seen itself.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

impl Fonts {
    /// The fonts; none, if they cannot be read.
    pub fn new() -> Option<Self> {
        let (regular, bold) = (Face::new(REGULAR)?, Face::new(BOLD)?);
        Some(Self { regular, bold, missing: BTreeMap::new(), place: Default::default() })
    }

    /// What follows belongs to a part of the report.
    pub fn in_part(&mut self, part: &str) {
        self.place = [excerpt(part), String::new()];
    }

    /// What follows belongs to an entry or a row of that part; to none, if it is empty.
    pub fn in_entry(&mut self, entry: &str) {
        self.place[1] = excerpt(entry);
    }

    fn place(&self) -> String {
        let named = self.place.iter().filter(|name| !name.is_empty());
        named.map(String::as_str).collect::<Vec<_>>().join(" › ")
    }

    fn face(&self, bold: bool) -> &Face {
        if bold { &self.bold } else { &self.regular }
    }

    /// The font of a style.
    pub fn font(&self, bold: bool) -> Font {
        self.face(bold).font.clone()
    }

    /// A text as it can be printed: nothing that steers, and for a character that the fonts have not, its number.
    /// Line ends are kept.
    pub fn shown(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for c in text.nfc() {
            match c {
                '\n' => out.push('\n'),
                '\t' | '\u{2028}' | '\u{2029}' => out.push(' '),
                '\u{202f}' | '\u{2007}' => out.push('\u{a0}'),
                CODE | END => {}
                c if steers(c) || is_invisible(c) => {}
                c if self.has(c) => out.push(c),
                c if c.is_whitespace() => out.push(' '),
                c => {
                    let place = self.place();
                    self.missing.entry(c).or_insert(place);
                    out.push_str(&format!("[U+{:04X}]", u32::from(c)));
                }
            }
        }
        out
    }

    /// The same on one line.
    pub fn shown_on_a_line(&mut self, text: &str) -> String {
        self.shown(text).replace('\n', " ")
    }

    fn has(&self, c: char) -> bool {
        self.regular.glyphs.contains_key(&c) && self.bold.glyphs.contains_key(&c)
    }

    /// The width of a text in points.
    pub fn width(&self, text: &str, style: Style) -> f32 {
        let glyphs = &self.face(style.bold).glyphs;
        text.chars().filter_map(|c| glyphs.get(&c)).map(|(_, width)| width).sum::<f32>() * style.size
    }

    /// The glyphs of a text.
    pub fn glyphs(&self, text: &str, bold: bool) -> Vec<KrillaGlyph> {
        let glyphs = &self.face(bold).glyphs;
        let glyph = |(at, c): (usize, char)| {
            let (id, width) = glyphs.get(&c)?;
            Some(KrillaGlyph::new(GlyphId::new(*id), *width, 0.0, 0.0, 0.0, at..at + c.len_utf8(), None))
        };
        text.char_indices().filter_map(glyph).collect()
    }
}
