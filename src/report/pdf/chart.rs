//! A chart's scene drawn on a page: the same lines, shapes and texts as in SVG.

use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::num::NormalizedF32;
use krilla::paint::{LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;

use super::fonts::Fonts;
use super::paint::{colour, fill, write};
use super::strip::Style;
use crate::report::chart::Scene;
use crate::report::chart::scene::{
    Anchor, Fill, HATCH_PEN, Ink, Label, Pattern, Pen, Point as Place, Shape, Weight, hatching,
};

/// A quarter of a circle as a curve: how far its handles are, in parts of the radius.
const KAPPA: f32 = 0.552_284_8;

/// The scene with texts that the fonts can print.
pub fn readable(mut scene: Scene, fonts: &mut Fonts) -> Scene {
    for shape in &mut scene.shapes {
        if let Shape::Text(label) = shape {
            label.text = fonts.shown_on_a_line(&label.text);
        }
    }
    scene
}

/// Draws the scene with its upper left corner at a place.
pub fn draw(surface: &mut Surface<'_>, fonts: &Fonts, scene: &Scene, (x, y): (f32, f32), scale: f32) {
    surface.push_transform(&Transform::from_row(scale, 0.0, 0.0, scale, x, y));
    scene.shapes.iter().for_each(|shape| one(surface, fonts, shape));
    surface.pop();
}

fn one(surface: &mut Surface<'_>, fonts: &Fonts, shape: &Shape) {
    match shape {
        Shape::Line { from, to, pen } => drawn(surface, along(&[*from, *to], false), None, Some(pen)),
        Shape::Polyline { points, pen } => drawn(surface, along(points, false), None, Some(pen)),
        Shape::Polygon { points, fill, pen } => drawn(surface, along(points, true), fill.as_ref(), pen.as_ref()),
        Shape::Rect { at, size, fill: Some(fill), pen } if fill.pattern == Pattern::Hatch => {
            hatched(surface, *at, *size, *fill);
            drawn(surface, boxed(*at, *size), None, pen.as_ref());
        }
        Shape::Rect { at, size, fill, pen } => drawn(surface, boxed(*at, *size), fill.as_ref(), pen.as_ref()),
        Shape::Circle { at, radius, fill, pen } => drawn(surface, round(*at, *radius), fill.as_ref(), pen.as_ref()),
        Shape::Text(label) => text(surface, fonts, label),
    }
}

fn drawn(surface: &mut Surface<'_>, path: Option<Path>, with: Option<&Fill>, pen: Option<&Pen>) {
    let Some(path) = path.filter(|_| with.is_some() || pen.is_some()) else { return };
    surface.set_fill(with.map(|with| fill(with.ink.on_paper(), with.opacity as f32)));
    surface.set_stroke(pen.map(|pen| stroke(*pen, 1.0)));
    surface.draw_path(&path);
    surface.set_stroke(None);
}

fn hatched(surface: &mut Surface<'_>, at: Place, size: Place, with: Fill) {
    let mut builder = PathBuilder::new();
    for (from, to) in hatching(at, size) {
        builder.move_to(from.0 as f32, from.1 as f32);
        builder.line_to(to.0 as f32, to.1 as f32);
    }
    let Some(path) = builder.finish() else { return };
    surface.set_fill(None);
    surface.set_stroke(Some(stroke(Pen::solid(with.ink, HATCH_PEN), with.opacity as f32)));
    surface.draw_path(&path);
    surface.set_stroke(None);
}

fn stroke(pen: Pen, opacity: f32) -> Stroke {
    Stroke {
        paint: colour(pen.ink.on_paper()).into(),
        width: pen.width as f32,
        miter_limit: 4.0,
        line_cap: LineCap::Butt,
        line_join: LineJoin::Miter,
        opacity: NormalizedF32::new(opacity).unwrap_or(NormalizedF32::ONE),
        dash: pen.dash.lengths().map(|(ink, gap)| StrokeDash { array: vec![ink as f32, gap as f32], offset: 0.0 }),
    }
}

fn along(points: &[Place], closed: bool) -> Option<Path> {
    let mut builder = PathBuilder::new();
    for (at, (x, y)) in points.iter().enumerate() {
        if at == 0 { builder.move_to(*x as f32, *y as f32) } else { builder.line_to(*x as f32, *y as f32) }
    }
    if closed {
        builder.close();
    }
    builder.finish()
}

fn boxed((x, y): Place, (width, height): Place) -> Option<Path> {
    let mut builder = PathBuilder::new();
    builder.push_rect(Rect::from_xywh(x as f32, y as f32, width as f32, height as f32)?);
    builder.finish()
}

fn round((x, y): Place, radius: f64) -> Option<Path> {
    let (x, y, r) = (x as f32, y as f32, radius as f32);
    let k = r * KAPPA;
    let mut builder = PathBuilder::new();
    builder.move_to(x + r, y);
    builder.cubic_to(x + r, y + k, x + k, y + r, x, y + r);
    builder.cubic_to(x - k, y + r, x - r, y + k, x - r, y);
    builder.cubic_to(x - r, y - k, x - k, y - r, x, y - r);
    builder.cubic_to(x + k, y - r, x + r, y - k, x + r, y);
    builder.close();
    builder.finish()
}

fn text(surface: &mut Surface<'_>, fonts: &Fonts, label: &Label) {
    let style = Style { bold: label.weight == Weight::Bold, size: label.size as f32, ink: Ink::on_paper(label.ink) };
    let width = fonts.width(&label.text, style);
    let x = label.at.0 as f32
        - match label.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => width / 2.0,
            Anchor::End => width,
        };
    write(surface, fonts, Point::from_xy(x, label.at.1 as f32), &label.text, style);
}
