//! How an organisation prints reports under its own name: its name, logo, colour, and texts of head and foot.
//!
//! The logo is named here and read by whoever can read files.

use std::ops::Range;

use super::questionnaire::keys::{Holds, Key, Table};
use super::questionnaire::problem::Problem;
use super::questionnaire::read::file;
use super::questionnaire::read::findings::Findings;
use super::questionnaire::read::node::Tab;
use super::questionnaire::schema::of_file;
use super::text::{Localized, Message};

/// A colour: red, green, blue.
pub type Rgb = (u8, u8, u8);

/// The least contrast of letters with white paper, by WCAG 2.
const CONTRAST: f64 = 4.5;

/// A template.
#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    /// Who sends the report.
    pub sender: Localized,
    /// The file of the logo, and where it is named.
    pub logo: Option<(String, Range<usize>)>,
    /// The colour of rules and links.
    pub accent: Option<Rgb>,
    /// What stands below the sender.
    pub head: Option<Localized>,
    /// What stands at the end and at the foot of every printed page.
    pub foot: Option<Localized>,
}

static FILE: Table = Table {
    name: "template",
    doc: "A template for reports: who sends them, with which logo, colour and texts.",
    keys: &[
        Key::new("format", Holds::Format, "The version of this format: 1.").needed(),
        Key::new("languages", Holds::List(&Holds::Language, 1, 3), "The languages in which every text exists.")
            .needed(),
        Key::new("sender", Holds::Text, "Who sends the report.").needed(),
        Key::new("logo", Holds::Word, "An SVG or PNG file, from the folder of this file on."),
        Key::new("accent", Holds::Word, "The colour of rules and links: #rrggbb, dark enough for white paper."),
        Key::new("head", Holds::Text, "What stands below the sender."),
        Key::new("foot", Holds::Text, "What stands at the end and at the foot of every printed page."),
    ],
};

/// Reads and checks a template. Warnings stand beside one that can be used.
///
/// # Errors
/// Every problem found, in the order of the file, at least one of them an error.
pub fn read(text: &str) -> Result<(Template, Vec<Problem>), Vec<Problem>> {
    file::read(text, &FILE, template)
}

/// The JSON Schema of a template.
pub fn schema() -> serde_json::Value {
    of_file(&FILE)
}

fn template<'a>(findings: &mut Findings<'a>, root: &Tab<'a>) -> Template {
    Template {
        sender: root.text("sender"),
        logo: root.name("logo").map(|(name, span)| (name.to_owned(), span)),
        accent: root.name("accent").and_then(|(written, span)| accent(findings, written, span)),
        head: root.text_if_any("head"),
        foot: root.text_if_any("foot"),
    }
}

fn accent(findings: &mut Findings<'_>, written: &str, span: Range<usize>) -> Option<Rgb> {
    let Some(colour) = colour(written) else {
        findings.add(
            Problem::error(span, Message::new("template-colour").with("value", written))
                .hint(Message::new("template-colour-hint").with("example", "#7a1f2b")),
        );
        return None;
    };
    if contrast(colour, (255, 255, 255)) < CONTRAST {
        findings.add(
            Problem::error(span, Message::new("template-pale").with("value", written))
                .hint(Message::new("template-pale-hint")),
        );
        return None;
    }
    Some(colour)
}

fn colour(written: &str) -> Option<Rgb> {
    let digits = written.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    if !digits.chars().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let number = u32::from_str_radix(digits, 16).ok()?;
    Some(((number >> 16) as u8, (number >> 8) as u8, number as u8))
}

/// The contrast of two colours, 1 to 21, by WCAG 2.
pub fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance((red, green, blue): Rgb) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// The colour, lightened as far as it must be to be read on another.
pub fn lightened((red, green, blue): Rgb, on: Rgb) -> Rgb {
    let mixed = |by: f64| {
        let part = |part: u8| (f64::from(part) + (255.0 - f64::from(part)) * by).round() as u8;
        (part(red), part(green), part(blue))
    };
    let steps = (0..=20).map(|step| mixed(f64::from(step) / 20.0));
    steps.into_iter().find(|colour| contrast(*colour, on) >= CONTRAST).unwrap_or((255, 255, 255))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::questionnaire::keys::tests::names_every_key;
    use crate::engine::questionnaire::schema::tests::{complaints_of, is_checked_in};
    use crate::engine::text::Lang;

    const PAGE: &str = include_str!("../../docs/report-template.md");

    /// The example of the page.
    fn example() -> &'static str {
        PAGE.split("```toml\n").nth(1).unwrap().split("```").next().unwrap()
    }

    #[test]
    fn the_example_of_the_page_is_read_and_the_page_names_every_key() {
        names_every_key(&FILE, PAGE, 1);
        let (template, problems) = read(example()).unwrap();
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(template.accent, Some((0x7a, 0x1f, 0x2b)));
        assert_eq!(template.logo.as_ref().map(|(name, _)| name.as_str()), Some("logo.svg"));
        assert!(template.sender.get(Lang::UzCyrl).starts_with("Фарғона"), "{}", template.sender.get(Lang::UzCyrl));
        is_checked_in("template.schema.json", &schema());
        assert_eq!(complaints_of(&schema(), example()), Vec::<String>::new());
    }

    #[test]
    fn a_colour_is_one_that_can_be_read_on_paper() {
        for (written, key) in [
            ("red", "template-colour"),
            ("#12345", "template-colour"),
            ("#+12345", "template-colour"),
            ("#ffe08a", "template-pale"),
        ] {
            let broken = example().replace("#7a1f2b", written);
            let problems = read(&broken).unwrap_err();
            assert_eq!(problems.iter().map(|it| it.message.key).collect::<Vec<_>>(), [key], "{written}");
            assert_eq!(&broken[problems[0].span.clone()], format!("\"{written}\""));
        }
        assert!((contrast((0, 0, 0), (255, 255, 255)) - 21.0).abs() < 1e-9);
        let dark = (0x15, 0x18, 0x1c);
        assert!(contrast(lightened((0x7a, 0x1f, 0x2b), dark), dark) >= CONTRAST);
    }
}
