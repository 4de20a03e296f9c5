//! PDF: always the same file, accepted by the validator of PDF/A and PDF/UA whatever was typed, with a number for what
//! the fonts cannot show.

use super::*;
use crate::report::letterhead::{Letterhead, Logo};

fn paper(interview: &Interview, meta: &Meta, lang: Lang, length: Length) -> Report {
    document(&profile(interview), interview, meta, &texts(lang), length)
}

/// The smallest PNG there is: one grey pixel.
const PIXEL: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\
    \0\0\0\x0aIDATx\xdach\0\0\0\x82\0\x81\xda\x45\x08\x3b\0\0\0\0IEND\xae\x42\x60\x82";

fn lettered(report: Report, logo: &[u8]) -> Report {
    let letterhead = Letterhead {
        sender: "Chamber of Fergana".to_owned(),
        logo: Logo::new(logo.to_vec()),
        accent: Some((0x7a, 0x1f, 0x2b)),
        head: "Industry & trade".to_owned(),
        foot: "Advice is free".to_owned(),
    };
    Report { letterhead: Some(letterhead), ..report }
}

#[test]
fn the_same_report_is_the_same_file_in_every_language() {
    for lang in Lang::ALL {
        for (interview, length) in [(zarafshon(), Length::Full), (barely(), Length::Short), (fresh(), Length::Full)] {
            let report = paper(&interview, &meta(), lang, length);
            let made = pdf(&report).unwrap();
            assert!(made.bytes.starts_with(b"%PDF-1.7") && made.pages > 0, "{lang}");
            assert!(made.missing.is_empty(), "{lang}: {:?}", made.missing);
            assert_eq!(made, pdf(&report).unwrap(), "{lang}");
        }
    }
}

#[test]
fn what_was_typed_never_breaks_the_file() {
    let sly = [
        "\u{1b}[31m\u{9b}2J\u{7}\0\u{202e}txt\u{2066}",
        "كيمياء ltd. 漢字 😀\u{fe0f}\u{200d}",
        "\u{e000}\u{e001}\u{f8ff}\u{fffd}\u{ffff}\u{feff}\u{ad}",
        "e\u{301}\u{301}\u{301} \u{300}",
        "\n\n\n  \t ",
        "",
    ];
    let long = "Kompensatsiyalashtirilmaganliklaridanmikansizlarmikan".repeat(200);
    for text in sly.into_iter().chain([long.as_str()]) {
        let mut interview = zarafshon();
        let answer = Answer { evidence: text.to_owned(), comment: text.to_owned(), ..value(&interview, "INF1", "1") };
        keep(&mut interview, "INF1", answer);
        let meta = Meta { enterprise: text.to_owned(), interviewers: vec![text.to_owned()], ..meta() };
        for length in [Length::Full, Length::Short] {
            let made = pdf(&paper(&interview, &meta, Lang::Ru, length));
            assert!(made.is_ok(), "{text:?}: {made:?}");
        }
    }
}

#[test]
fn a_character_without_a_glyph_is_told() {
    let meta = Meta { enterprise: "漢 ʻқ\u{300}".to_owned(), ..meta() };
    let made = pdf(&paper(&zarafshon(), &meta, Lang::Uz, Length::Short)).unwrap();
    assert_eq!(made.missing.keys().copied().collect::<Vec<_>>(), ['漢']);
}

#[test]
fn a_logo_of_pixels_is_drawn_and_another_one_is_told() {
    let report = || paper(&zarafshon(), &meta(), Lang::En, Length::Short);
    let bare = pdf(&report()).unwrap();
    let image = |made: &Pdf| made.bytes.windows(14).any(|bytes| bytes == b"/Subtype/Image");
    assert!(!bare.without_logo && !image(&bare));
    let pixel = pdf(&lettered(report(), PIXEL)).unwrap();
    assert!(!pixel.without_logo && image(&pixel));
    let mut huge = PIXEL.to_vec();
    huge[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
    let mut broken = PIXEL.to_vec();
    broken.truncate(40);
    for logo in [&b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"[..], &huge, &broken] {
        let made = pdf(&lettered(report(), logo)).unwrap();
        assert!(made.without_logo && !image(&made), "{logo:?}");
    }
}

#[test]
fn a_page_is_never_too_narrow_for_a_table() {
    let mut report = paper(&fresh(), &meta(), Lang::En, Length::Short);
    let columns = (0..14).map(|at| model::Column::text(format!("Column{at}WithALongHeading"))).collect();
    let rows = vec![vec!["word ".repeat(300); 14]; 3];
    let table = model::Table { caption: "wide".to_owned(), columns, rows };
    let section = model::Section { heading: None, blocks: vec![model::Block::Table(table)], page: model::Page::Same };
    report.sections = vec![section];
    assert!(pdf(&report).unwrap().pages > 1);
}
