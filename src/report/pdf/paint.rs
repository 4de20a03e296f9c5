//! Pages drawn: what stands on them, what stands in their margins, and what the file says of itself.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use krilla::Document;
use krilla::SerializeSettings;
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::image::Image;
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag};

use super::flow::{QUIET, Running};
use super::fonts::Fonts;
use super::lines::cut;
use super::pages::{Page, Place};
use super::strip::{Item, Shape, Style, Tree};
use super::{HEIGHT, ROOM, SIDE, WIDTH};
use crate::report::PROGRAM;
use crate::report::chart::scene::Rgb;
use crate::report::model::Report;

/// The letters in the margins.
const MARGIN: Style = Style { size: 8.0, ..QUIET };
/// The baseline above the text.
const ABOVE: f32 = 36.0;
/// The baseline below the text.
const BELOW: f32 = HEIGHT - 25.0;
/// The most pixels of a logo at a side: what is larger would fill the memory.
const MOST_PIXELS: u32 = 4000;

/// A colour.
pub fn colour((red, green, blue): Rgb) -> rgb::Color {
    rgb::Color::new(red, green, blue)
}

/// A shape filled with a colour.
pub fn fill(ink: Rgb, opacity: f32) -> Fill {
    let opacity = NormalizedF32::new(opacity).unwrap_or(NormalizedF32::ONE);
    Fill { paint: colour(ink).into(), opacity, rule: FillRule::NonZero }
}

/// Writes a text from a place on.
pub fn write(surface: &mut Surface<'_>, fonts: &Fonts, at: Point, text: &str, style: Style) {
    let glyphs = fonts.glyphs(text, style.bold);
    if glyphs.is_empty() {
        return;
    }
    surface.set_stroke(None);
    surface.set_fill(Some(fill(style.ink, 1.0)));
    surface.draw_glyphs(at, &glyphs, fonts.font(style.bold), text, style.size, false);
}

/// A logo of pixels.
pub struct Picture {
    image: Image,
}

impl Picture {
    /// The picture in the bytes of a PNG; none, if it is broken or too large.
    pub fn new(bytes: &[u8]) -> Option<Self> {
        // The size stands at a fixed place, before anything is unpacked.
        let side = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
        let fits = |side: Option<u32>| side.is_some_and(|side| (1..=MOST_PIXELS).contains(&side));
        if !fits(side(16)) || !fits(side(20)) {
            return None;
        }
        Image::from_png(bytes.to_vec().into(), false).ok().map(|image| Self { image })
    }

    /// Its width for one of height.
    pub fn ratio(&self) -> f32 {
        let (width, height) = self.image.size();
        width as f32 / height as f32
    }
}

/// What is drawn beside the pages themselves.
pub struct Drawing<'a> {
    pub fonts: &'a Fonts,
    pub report: &'a Report,
    pub running: &'a Running,
    pub picture: Option<&'a Picture>,
}

impl Drawing<'_> {
    /// The file.
    pub fn drawn(&self, pages: &[Page], marks: &[Place], mut tree: Tree) -> Result<Vec<u8>, String> {
        let configuration = ConfigurationBuilder::new()
            .with_archival_validator(Archival::A2_A)
            .with_accessibility_validator(Accessibility::UA1)
            .finish()
            .map_err(|error| format!("{error:?}"))?;
        let settings = SerializeSettings { configuration, enable_tagging: true, ..SerializeSettings::default() };
        let mut document = Document::new_with(settings);
        for (at, page) in pages.iter().enumerate() {
            let size = PageSettings::from_wh(WIDTH, HEIGHT).ok_or("A4")?;
            let mut sheet = document.start_page_with(size);
            let mut surface = sheet.surface();
            self.margins(&mut surface, at + 1, pages.len());
            self.contents(&mut surface, &page.items, &mut tree);
            surface.finish();
            sheet.finish();
        }
        document.set_outline(outline(marks));
        document.set_metadata(self.metadata());
        document.set_tag_tree(tree.grown(self.report.lang.tag()));
        document.finish().map_err(|error| refused(&error))
    }

    fn metadata(&self) -> Metadata {
        Metadata::new()
            .title(self.running.title.clone())
            .description(self.running.vouched.clone())
            .language(self.report.lang.tag().to_owned())
            .creator(PROGRAM.to_owned())
            .creation_date(moment(self.report.made))
    }

    /// What stands above and below the text of every page.
    fn margins(&self, surface: &mut Surface<'_>, page: usize, pages: usize) {
        let right = SIDE + ROOM;
        let artifact = |kind| ContentTag::Artifact(Artifact::with_kind(kind));
        surface.start_tagged(artifact(ArtifactType::Header));
        let vouched = cut(self.fonts, &self.running.vouched, MARGIN, ROOM * 0.6);
        let width = self.fonts.width(&vouched, MARGIN);
        let title = cut(self.fonts, &self.running.title, MARGIN, ROOM - width - 20.0);
        write(surface, self.fonts, Point::from_xy(SIDE, ABOVE), &title, MARGIN);
        write(surface, self.fonts, Point::from_xy(right - width, ABOVE), &vouched, MARGIN);
        surface.end_tagged();
        surface.start_tagged(artifact(ArtifactType::Footer));
        let number = format!("{page} / {pages}");
        let width = self.fonts.width(&number, MARGIN);
        let foot = cut(self.fonts, &self.running.foot, MARGIN, ROOM - width - 20.0);
        write(surface, self.fonts, Point::from_xy(SIDE, BELOW), &foot, MARGIN);
        write(surface, self.fonts, Point::from_xy(right - width, BELOW), &number, MARGIN);
        surface.end_tagged();
    }

    /// Draws the things of a page; those of one meaning that follow one another are one piece.
    fn contents(&self, surface: &mut Surface<'_>, items: &[Item], tree: &mut Tree) {
        for same in items.chunk_by(|one, next| one.node == next.node) {
            let node = same.first().and_then(|item| item.node);
            let tag = if node.is_some() {
                ContentTag::Other
            } else {
                ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout))
            };
            let leaf = surface.start_tagged(tag);
            for item in same {
                self.one(surface, &item.shape);
            }
            surface.end_tagged();
            if let Some(node) = node {
                tree.leaf(node, leaf);
            }
        }
    }

    fn one(&self, surface: &mut Surface<'_>, shape: &Shape) {
        match shape {
            Shape::Text { x, y, text, style } => write(surface, self.fonts, Point::from_xy(*x, *y), text, *style),
            Shape::Rule { x, y, width, thick, ink } => {
                let mut builder = PathBuilder::new();
                if let Some(rect) = Rect::from_xywh(*x, *y, *width, *thick) {
                    builder.push_rect(rect);
                }
                let Some(path) = builder.finish() else { return };
                surface.set_fill(Some(fill(*ink, 1.0)));
                surface.set_stroke(None);
                surface.draw_path(&path);
            }
            Shape::Scene { x, y, scale, scene } => super::chart::draw(surface, self.fonts, scene, (*x, *y), *scale),
            Shape::Logo { x, y, width, height } => {
                let (Some(picture), Some(size)) = (self.picture, Size::from_wh(*width, *height)) else { return };
                surface.push_transform(&Transform::from_translate(*x, *y));
                surface.draw_image(picture.image.clone(), size);
                surface.pop();
            }
        }
    }
}

/// A moment as PDF writes it.
fn moment(at: Timestamp) -> DateTime {
    let at = at.to_zoned(TimeZone::UTC);
    let small = |part: i8| u8::try_from(part).unwrap_or_default();
    DateTime::new(u16::try_from(at.year()).unwrap_or_default())
        .month(small(at.month()))
        .day(small(at.day()))
        .hour(small(at.hour()))
        .minute(small(at.minute()))
        .second(small(at.second()))
        .utc_offset_hour(0)
        .utc_offset_minute(0)
}

/// What the library says of a document that it refuses.
fn refused(error: &KrillaError) -> String {
    match error {
        KrillaError::Validation(errors) => format!("{error}: {errors:?}"),
        _ => error.to_string(),
    }
}

/// The bookmarks: sections, and the headings within them.
fn outline(marks: &[Place]) -> Outline {
    let node = |place: &Place| {
        let at = XyzDestination::new(place.page, Point::from_xy(0.0, (place.y - 8.0).max(0.0)));
        OutlineNode::new(place.mark.title.clone(), at)
    };
    let mut outline = Outline::new();
    let mut section: Option<OutlineNode> = None;
    for place in marks {
        match &mut section {
            Some(section) if place.mark.level > 1 => section.push_child(node(place)),
            _ => {
                if let Some(done) = section.replace(node(place)) {
                    outline.push_child(done);
                }
            }
        }
    }
    if let Some(last) = section {
        outline.push_child(last);
    }
    outline
}
