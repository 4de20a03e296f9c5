//! What an organisation's template puts around a report, in the language of the report.

use crate::engine::template::{Rgb, Template};
use crate::engine::text::Lang;

/// The most bytes of a logo.
pub const MOST_OF_A_LOGO: usize = 512 * 1024;

/// Who prints the report, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Letterhead {
    /// Who sends it.
    pub sender: String,
    /// The logo.
    pub logo: Option<Logo>,
    /// The colour of rules and links.
    pub accent: Option<Rgb>,
    /// What stands below the sender; may be empty.
    pub head: String,
    /// What stands at the end and at the foot of every page; may be empty.
    pub foot: String,
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// Its kind.
    pub kind: Picture,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The kinds of picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// Lines and shapes, as text.
    Svg,
    /// Pixels.
    Png,
}

impl Picture {
    /// The name of the kind in files that hold others.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
        }
    }
}

impl Logo {
    /// The picture in a file, whatever its name; none, if it is neither SVG nor PNG.
    pub fn new(bytes: Vec<u8>) -> Option<Self> {
        if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            return Some(Self { kind: Picture::Png, bytes });
        }
        let text = std::str::from_utf8(&bytes).ok()?;
        let is_svg = text.trim_start_matches('\u{feff}').trim_start().starts_with('<') && text.contains("<svg");
        is_svg.then_some(Self { kind: Picture::Svg, bytes })
    }

    /// The picture as an address that holds it whole. In it, an SVG runs no scripts and loads nothing.
    pub fn address(&self) -> String {
        format!("data:{};base64,{}", self.kind.media_type(), base64(&self.bytes))
    }
}

impl Letterhead {
    /// A template in a language.
    pub fn new(template: &Template, logo: Option<Logo>, lang: Lang) -> Self {
        let text = |text: Option<&crate::engine::text::Localized>| text.map_or("", |text| text.get(lang)).to_owned();
        Self {
            sender: template.sender.get(lang).to_owned(),
            logo,
            accent: template.accent,
            head: text(template.head.as_ref()),
            foot: text(template.foot.as_ref()),
        }
    }
}

/// Bytes as letters, by RFC 4648.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let part = |at: usize| u32::from(three.get(at).copied().unwrap_or_default());
        let bits = part(0) << 16 | part(1) << 8 | part(2);
        for at in 0..4 {
            let letter = LETTERS.get((bits >> (18 - 6 * at) & 63) as usize).copied().unwrap_or(b'=');
            out.push(if at <= three.len() { char::from(letter) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_letters() {
        for (bytes, letters) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(bytes.as_bytes()), letters);
        }
        assert_eq!(base64(&[0xff, 0xfe, 0xfd]), "//79");
    }

    #[test]
    fn a_logo_is_known_by_what_is_in_it() {
        assert_eq!(Logo::new(b"\x89PNG\r\n\x1a\n...".to_vec()).map(|logo| logo.kind), Some(Picture::Png));
        let svg = b"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec();
        assert!(Logo::new(svg).is_some_and(|logo| logo.address().starts_with("data:image/svg+xml;base64,PD94")));
        for other in [&b"GIF89a"[..], b"", b"svg", b"\xff<svg"] {
            assert_eq!(Logo::new(other.to_vec()), None);
        }
    }
}
