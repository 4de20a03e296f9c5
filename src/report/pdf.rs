//! A report as PDF: pages of A4 with the program's own fonts, tagged for who cannot see them, and kept by archives.
//!
//! Pieces become strips of lines with places of their own (`flow`), strips become pages (`pages`), and pages are
//! drawn when their number is known (`paint`). The same report is always the same bytes.

use std::collections::BTreeMap;

use super::letterhead::Picture;
use super::model::Report;

mod chart;
mod flow;
mod fonts;
mod lines;
mod pages;
mod paint;
mod strip;
mod table;

/// The width of a page of A4, in points.
const WIDTH: f32 = 595.276;
/// Its height.
const HEIGHT: f32 = 841.89;
/// The margins at the sides.
const SIDE: f32 = 45.35;
/// Where the text begins.
const TOP: f32 = 56.7;
/// Where the text ends.
const BOTTOM: f32 = HEIGHT - 48.2;
/// The width of the text.
const ROOM: f32 = WIDTH - 2.0 * SIDE;

/// A report on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// The number of its pages.
    pub pages: usize,
    /// The characters that the fonts have not, for each of which `[U+1234]` stands, with the part of the report and the
    /// question or entry where it stands first.
    pub missing: BTreeMap<char, String>,
    /// Whether a logo was left out, because this format cannot hold it.
    pub without_logo: bool,
}

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// The fonts in the program cannot be read.
    #[error("the fonts cannot be read")]
    Fonts,
    /// The library refuses what was drawn.
    #[error("{0}")]
    Refused(String),
}

/// The report as PDF.
pub(super) fn written(report: &Report) -> Result<Pdf, PdfError> {
    let logo = report.letterhead.as_ref().and_then(|by| by.logo.as_ref());
    let picture = logo.filter(|logo| logo.kind == Picture::Png).and_then(|logo| paint::Picture::new(&logo.bytes));
    // A picture may turn out to be broken only when it is unpacked.
    let with_picture = picture.and_then(|picture| made(report, Some(&picture)).ok());
    match with_picture {
        Some(pdf) => Ok(pdf),
        None => Ok(Pdf { without_logo: logo.is_some(), ..made(report, None)? }),
    }
}

fn made(report: &Report, picture: Option<&paint::Picture>) -> Result<Pdf, PdfError> {
    let mut fonts = fonts::Fonts::new().ok_or(PdfError::Fonts)?;
    let (flow, running) = flow::laid(report, &mut fonts, picture.map(paint::Picture::ratio));
    let (pages, marks) = pages::filled(flow.strips, &flow.heads);
    let drawing = paint::Drawing { fonts: &fonts, report, running: &running, picture };
    let bytes = drawing.drawn(&pages, &marks, flow.tree).map_err(PdfError::Refused)?;
    Ok(Pdf { bytes, pages: pages.len(), missing: fonts.missing, without_logo: false })
}
