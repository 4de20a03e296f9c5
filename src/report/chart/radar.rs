//! Scores around a middle: the interval as a band, the target and the assessment before as lines.
//!
//! What has no score has no point, and its neighbours are not joined past it.

use std::f64::consts::TAU;

use super::key::{BEFORE, INTERVAL, NOW, TARGET, diamond, square};
use super::measure::{lines, width};
use super::scene::{Anchor, Dash, Fill, Ink, Label, Pen, Point, Scene, Shape, Weight};
use super::{Spoke, bars};
use crate::report::model::Bar;

/// The size of the names.
const SIZE: f64 = 10.5;
/// The height of a line.
const LINE: f64 = 13.0;
/// The fewest scores that make a shape.
const FEWEST: usize = 3;
/// The room between a corner and its name.
const GAP: f64 = 10.0;
/// How far from the middle, in parts of the radius, a name stands beside the web and no longer above or below it.
const BESIDE: f64 = 0.1;
/// The largest radius.
const LARGEST: f64 = 120.0;
/// The part of its largest radius below which a web is hard to read.
const SMALL: f64 = 0.8;
/// The most corners whose names may stand at the edges of the room.
const MOST_AT_EDGES: usize = 6;

/// Lays a radar out.
pub(super) fn scene(spokes: &[Spoke], room: f64) -> Scene {
    if spokes.len() < FEWEST {
        return bars::scene(&spokes.iter().map(bar).collect::<Vec<_>>(), room);
    }
    let web = Web::new(spokes, room);
    let mut scene = Scene::new(room);
    grid(&mut scene, &web);
    band(&mut scene, &web, spokes);
    outline(&mut scene, &web, spokes, |spoke| spoke.before, BEFORE);
    outline(&mut scene, &web, spokes, |spoke| spoke.target, TARGET);
    outline(&mut scene, &web, spokes, |spoke| spoke.score, NOW);
    for (at, spoke) in spokes.iter().enumerate() {
        if let Some(before) = spoke.before {
            square(&mut scene, web.point(at, before));
        }
        if let Some(target) = spoke.target {
            diamond(&mut scene, web.point(at, target), Ink::Target);
        }
        if let Some(score) = spoke.score {
            let rim = Some(Pen::solid(Ink::Paper, 1.0));
            scene.circle(web.point(at, score), 3.6, Fill::solid(Ink::Now), rim);
        }
    }
    for (at, _) in spokes.iter().enumerate().filter(|(_, spoke)| spoke.score.is_none()) {
        scene.line(web.centre, web.point(at, 100.0), Pen::solid(Ink::Quiet, 1.0).dashed(Dash::Dots));
    }
    let (top, bottom) = names(&mut scene, &web, spokes);
    scene.height = bottom;
    scene.lower(-top);
    scene
}

/// The largest radius in a room.
fn largest(room: f64) -> f64 {
    (room * 0.25).min(LARGEST)
}

/// As large as it may be with every word of a name beside it in one piece, but never less than half of that.
fn radius(spokes: &[Spoke], room: f64) -> f64 {
    let largest = largest(room);
    let word = |title: &str| title.split(' ').map(|word| width(word, SIZE, Weight::Regular)).fold(0.0, f64::max);
    let web = Web { count: spokes.len(), radius: 1.0, centre: (0.0, 0.0), names: Names::Beside };
    let fits = |(at, spoke): (usize, &Spoke)| {
        let across = web.direction(at).0.abs();
        if across > BESIDE { (room / 2.0 - GAP - word(&spoke.title)) / across } else { largest }
    };
    spokes.iter().enumerate().map(fits).fold(largest, f64::min).max(largest / 2.0)
}

fn bar(spoke: &Spoke) -> Bar {
    let (low, high) = spoke.interval.unwrap_or((0.0, 0.0));
    let Spoke { title, figure, score, interval, target, .. } = spoke.clone();
    let (bounds, notes) = (String::new(), Vec::new());
    Bar { title, score, low, high, interval, target, peers: None, figure, bounds, notes }
}

/// Where the names of the sides stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    /// Beside their corners.
    Beside,
    /// Above and below their corners, at the edges of the room: where it is narrow, the web keeps its size.
    AtTheEdges,
}

/// Where the axes run.
struct Web {
    count: usize,
    radius: f64,
    centre: Point,
    names: Names,
}

impl Web {
    /// The web of a room: names beside it, unless that would make it much smaller than it may be.
    fn new(spokes: &[Spoke], room: f64) -> Self {
        let (count, centre) = (spokes.len(), (room / 2.0, 0.0));
        let beside = Self { count, radius: radius(spokes, room), centre, names: Names::Beside };
        let largest = largest(room);
        // More corners, or some at half the height, have no edge of the room of their own.
        let has_edge = |at| {
            let (across, down) = beside.direction(at);
            across.abs() <= BESIDE || down.abs() > 2.0 * BESIDE
        };
        if beside.radius < largest * SMALL && count <= MOST_AT_EDGES && (0..count).all(has_edge) {
            return Self { radius: largest, names: Names::AtTheEdges, ..beside };
        }
        beside
    }

    /// How far below the middle the rim is, on the side of a corner, at a distance from the axis between top and bottom.
    fn rim(&self, at: usize, aside: f64) -> f64 {
        let (across, down) = self.direction(at);
        let (x, y) = (across.abs() * self.radius, down * self.radius);
        let is_flat = down > 0.0 && self.count % 2 == 1;
        if aside >= x || is_flat {
            return y;
        }
        let end = self.radius * down.signum();
        end + (y - end) * aside.max(0.0) / x
    }

    /// The direction of an axis, clockwise from the top.
    fn direction(&self, at: usize) -> Point {
        let angle = TAU * at as f64 / self.count as f64;
        (angle.sin(), -angle.cos())
    }

    fn point(&self, at: usize, score: f64) -> Point {
        let (x, y) = self.direction(at);
        let length = self.radius * score.clamp(0.0, 100.0) / 100.0;
        (self.centre.0 + x * length, self.centre.1 + y * length)
    }

    fn ring(&self, score: f64) -> Vec<Point> {
        (0..self.count).map(|at| self.point(at, score)).collect()
    }
}

fn grid(scene: &mut Scene, web: &Web) {
    for score in [25.0, 50.0, 75.0, 100.0] {
        let pen = Pen::solid(Ink::Grid, if score < 100.0 { 0.6 } else { 1.0 });
        scene.polygon(web.ring(score), None, Some(pen));
    }
    for at in 0..web.count {
        scene.line(web.centre, web.point(at, 100.0), Pen::solid(Ink::Grid, 0.6));
    }
    for score in [50.0, 100.0] {
        let (x, y) = web.point(0, score);
        scene.text(Label::new((x + 3.0, y + 8.0), format!("{score:.0}"), 7.5).ink(Ink::Quiet));
    }
}

/// The interval: from axis to axis where both have one; where a neighbour has none, a bar on the axis alone.
fn band(scene: &mut Scene, web: &Web, spokes: &[Spoke]) {
    let next = spokes.iter().cycle().skip(1);
    for (at, pair) in spokes.iter().zip(next).enumerate() {
        let (one, other) = (pair.0.interval, pair.1.interval);
        if let (Some((low, high)), Some((next_low, next_high))) = (one, other) {
            let points = vec![
                web.point(at, low),
                web.point(at, high),
                web.point(at + 1, next_high),
                web.point(at + 1, next_low),
            ];
            scene.polygon(points, Some(INTERVAL), None);
        }
    }
    for (at, spoke) in spokes.iter().enumerate() {
        if let Some((low, high)) = spoke.interval {
            scene.line(web.point(at, low), web.point(at, high), Pen::solid(Ink::Now, 1.0));
        }
    }
}

fn outline(scene: &mut Scene, web: &Web, spokes: &[Spoke], of: fn(&Spoke) -> Option<f64>, pen: Pen) {
    let known: Option<Vec<f64>> = spokes.iter().map(of).collect();
    if let Some(scores) = known {
        let points = scores.iter().enumerate().map(|(at, score)| web.point(at, *score)).collect();
        scene.polygon(points, None, Some(pen));
        return;
    }
    let next = spokes.iter().cycle().skip(1);
    for (at, (one, other)) in spokes.iter().zip(next).enumerate() {
        if let (Some(from), Some(to)) = (of(one), of(other)) {
            scene.shapes.push(Shape::Polyline { points: vec![web.point(at, from), web.point(at + 1, to)], pen });
        }
    }
}

/// The name and the score of an area, beside its corner.
struct Name<'a> {
    spoke: &'a Spoke,
    lines: Vec<String>,
    anchor: Anchor,
    /// Where its first line begins.
    top: f64,
    x: f64,
}

impl<'a> Name<'a> {
    /// The name where it stands best, were it alone.
    fn new(web: &Web, room: f64, at: usize, spoke: &'a Spoke) -> Self {
        let (across, down) = web.direction(at);
        if web.names == Names::AtTheEdges && across.abs() > BESIDE {
            return Self::at_the_edge(web, room, at, spoke);
        }
        let corner = web.point(at, 100.0);
        let (x, anchor) = match across {
            across if across > BESIDE => (corner.0 + GAP, Anchor::Start),
            across if across < -BESIDE => (corner.0 - GAP, Anchor::End),
            _ => (corner.0, Anchor::Middle),
        };
        let room = match anchor {
            Anchor::Start => room - x,
            Anchor::End => x,
            Anchor::Middle => room * 0.7,
        };
        let lines = lines(&spoke.title, room, SIZE, Weight::Regular);
        let height = LINE * (lines.len() + 1) as f64;
        let top = match anchor {
            Anchor::Middle if down < 0.0 => corner.1 - GAP / 2.0 - height,
            Anchor::Middle => corner.1 + GAP / 2.0,
            // Beside the web the name stands on the height of its corner, a little outwards.
            Anchor::Start | Anchor::End => corner.1 - height / 2.0 + down * height / 3.0,
        };
        Self { spoke, lines, anchor, top, x }
    }

    /// The name at the edge of the room, above its corner in the upper half and below it in the lower one.
    fn at_the_edge(web: &Web, room: f64, at: usize, spoke: &'a Spoke) -> Self {
        let (across, down) = web.direction(at);
        let (x, anchor) = if across > 0.0 { (room, Anchor::End) } else { (0.0, Anchor::Start) };
        let share = if down < 0.0 { across.abs() * web.radius / 2.0 } else { GAP / 2.0 };
        let lines = lines(&spoke.title, room / 2.0 - share, SIZE, Weight::Regular);
        let wide = lines.iter().map(|line| width(line, SIZE, Weight::Regular)).fold(0.0, f64::max);
        let rim = web.rim(at, room / 2.0 - wide - GAP / 2.0);
        let height = LINE * (lines.len() + 1) as f64;
        let top = if down < 0.0 { rim - GAP / 2.0 - height } else { rim + GAP / 2.0 };
        Self { spoke, lines, anchor, top, x }
    }

    fn height(&self) -> f64 {
        LINE * (self.lines.len() + 1) as f64
    }

    fn write(&self, scene: &mut Scene) {
        let baseline = |line: usize| self.top + LINE * (line as f64 + 0.78);
        for (line, name) in self.lines.iter().enumerate() {
            scene.text(Label::new((self.x, baseline(line)), name.as_str(), SIZE).anchored(self.anchor));
        }
        let figure = Label::new((self.x, baseline(self.lines.len())), self.spoke.figure.as_str(), SIZE + 1.0);
        let ink = if self.spoke.score.is_none() { Ink::Quiet } else { Ink::Now };
        scene.text(figure.anchored(self.anchor).bold().ink(ink));
    }
}

/// Writes the names: those of a side one beneath the other, the upper and the lower one clear of them all.
/// The result is how far up and down they reach.
fn names(scene: &mut Scene, web: &Web, spokes: &[Spoke]) -> (f64, f64) {
    let mut all: Vec<Name> =
        spokes.iter().enumerate().map(|(at, spoke)| Name::new(web, scene.width, at, spoke)).collect();
    let (mut top, mut bottom) = (-web.radius - GAP / 2.0, web.radius + GAP / 2.0);
    all.sort_by(|one, other| one.top.total_cmp(&other.top));
    for side in [Anchor::Start, Anchor::End] {
        let mut free = f64::NEG_INFINITY;
        for name in all.iter_mut().filter(|name| name.anchor == side) {
            name.top = name.top.max(free);
            free = name.top + name.height() + 2.0;
            (top, bottom) = (top.min(name.top), bottom.max(free));
        }
    }
    let (mut up, mut down) = (top, bottom);
    for name in all.iter_mut().filter(|name| name.anchor == Anchor::Middle) {
        if name.top < 0.0 {
            name.top = name.top.min(top - name.height());
            up = name.top;
        } else {
            name.top = name.top.max(bottom);
            down = name.top + name.height();
        }
    }
    for name in &all {
        name.write(scene);
    }
    (up, down)
}
