//! A scene as SVG that stands inside a page: colours by classes, so that the page's style sheet rules them.

use std::fmt::Write;

use super::scene::{Anchor, Fill, HATCH_PEN, Label, Pattern, Pen, Point, Scene, Shape, Weight, hatching};
use crate::report::markup;

/// The scene as an element with a name and a description for who cannot see it. The id is that of the
/// element and begins those of its parts.
pub fn svg(scene: &Scene, id: &str, title: &str, description: &str) -> String {
    let mut out = String::new();
    let (width, height) = (number(scene.width), number(scene.height.ceil()));
    let _ = writeln!(
        out,
        "<svg id=\"{id}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}\" height=\"{height}\">\n<title id=\"{id}-t\">{}</title>\n<desc id=\"{id}-d\">{}</desc>",
        markup::html_line(title),
        markup::html_line(description)
    );
    for shape in &scene.shapes {
        out.push_str(&drawn(shape));
        out.push('\n');
    }
    out.push_str("</svg>\n");
    out
}

fn drawn(shape: &Shape) -> String {
    match shape {
        Shape::Line { from, to, pen } => line(*from, *to, &looks(None, Some(pen))),
        Shape::Polyline { points, pen } => {
            format!("<polyline points=\"{}\"{}/>", places(points), looks(None, Some(pen)))
        }
        Shape::Polygon { points, fill, pen } => {
            format!("<polygon points=\"{}\"{}/>", places(points), looks(fill.as_ref(), pen.as_ref()))
        }
        Shape::Rect { at, size, fill: Some(fill), pen } if fill.pattern == Pattern::Hatch => {
            hatched(*at, *size, *fill, pen.as_ref())
        }
        Shape::Rect { at, size, fill, pen } => rect(*at, *size, &looks(fill.as_ref(), pen.as_ref())),
        Shape::Circle { at, radius, fill, pen } => format!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>",
            number(at.0),
            number(at.1),
            number(*radius),
            looks(fill.as_ref(), pen.as_ref())
        ),
        Shape::Text(label) => text(label),
    }
}

fn line(from: Point, to: Point, looks: &str) -> String {
    let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(number);
    format!("<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"{looks}/>")
}

fn rect(at: Point, size: Point, looks: &str) -> String {
    let [x, y, width, height] = [at.0, at.1, size.0, size.1].map(number);
    format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{looks}/>")
}

/// A rectangle of lines, all in one path.
fn hatched(at: Point, size: Point, fill: Fill, pen: Option<&Pen>) -> String {
    let segment = |(from, to): (Point, Point)| {
        format!("M{} {}L{} {}", number(from.0), number(from.1), number(to.0), number(to.1))
    };
    let path: String = hatching(at, size).into_iter().map(segment).collect();
    let opacity = opacity("stroke-opacity", fill.opacity);
    let lines = format!(
        "<path d=\"{path}\" class=\"s-{}\" fill=\"none\" stroke-width=\"{}\"{opacity}/>",
        fill.ink.name(),
        number(HATCH_PEN)
    );
    let frame = pen.map(|pen| rect(at, size, &looks(None, Some(pen)))).unwrap_or_default();
    lines + &frame
}

fn looks(fill: Option<&Fill>, pen: Option<&Pen>) -> String {
    let classes = [fill.map(|fill| format!("f-{}", fill.ink.name())), pen.map(|pen| format!("s-{}", pen.ink.name()))];
    let classes = classes.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let mut looks = format!(" class=\"{classes}\"");
    match fill {
        Some(fill) => looks.push_str(&opacity("fill-opacity", fill.opacity)),
        None => looks.push_str(" fill=\"none\""),
    }
    if let Some(pen) = pen {
        let _ = write!(looks, " stroke-width=\"{}\"", number(pen.width));
        if let Some((ink, gap)) = pen.dash.lengths() {
            let _ = write!(looks, " stroke-dasharray=\"{} {}\"", number(ink), number(gap));
        }
    }
    looks
}

fn opacity(name: &str, opacity: f64) -> String {
    if opacity < 1.0 { format!(" {name}=\"{opacity:.2}\"") } else { String::new() }
}

fn text(label: &Label) -> String {
    let anchor = match label.anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    let weight = if label.weight == Weight::Bold { " font-weight=\"600\"" } else { "" };
    format!(
        "<text x=\"{}\" y=\"{}\" class=\"f-{}\" font-size=\"{}\"{anchor}{weight}>{}</text>",
        number(label.at.0),
        number(label.at.1),
        label.ink.name(),
        number(label.size),
        markup::html_line(&label.text)
    )
}

fn places(points: &[Point]) -> String {
    points.iter().map(|(x, y)| format!("{},{}", number(*x), number(*y))).collect::<Vec<_>>().join(" ")
}

/// A number with at most one place, never in another notation.
fn number(number: f64) -> String {
    let text = format!("{:.1}", if number.is_finite() { number } else { 0.0 });
    let short = text.strip_suffix(".0").unwrap_or(&text);
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}
