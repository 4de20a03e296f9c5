//! Strips on pages: what belongs together stays together, and a table has its head on every page.

use super::strip::{Head, Item, Mark, Shape, Strip};
use super::{BOTTOM, ROOM, SIDE, TOP};

/// A page that is not filled down to here has hardly begun: what should begin a page goes on there.
const BEGUN: f32 = TOP + 130.0;
/// How far above a heading its line is drawn.
const RULE: f32 = 5.0;

/// What stands on a page, counted from its top.
#[derive(Debug, Default)]
pub struct Page {
    /// What is drawn.
    pub items: Vec<Item>,
}

/// Where a heading stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The heading.
    pub mark: Mark,
    /// The page, counted from 0.
    pub page: usize,
    /// How far from the top.
    pub y: f32,
}

/// Puts the strips on pages.
pub fn filled(strips: Vec<Strip>, heads: &[Head]) -> (Vec<Page>, Vec<Place>) {
    let mut filler = Filler { heads, pages: vec![Page::default()], marks: Vec::new(), y: TOP, at_top: true };
    let mut together = Vec::new();
    for strip in strips {
        let more = strip.keep;
        together.push(strip);
        if !more {
            filler.put(std::mem::take(&mut together));
        }
    }
    filler.put(together);
    (filler.pages, filler.marks)
}

struct Filler<'a> {
    heads: &'a [Head],
    pages: Vec<Page>,
    marks: Vec<Place>,
    y: f32,
    at_top: bool,
}

impl Filler<'_> {
    /// Strips that stay together, if a page is high enough for them.
    fn put(&mut self, strips: Vec<Strip>) {
        let head = strips.first().map_or(0.0, |first| self.head_of(first));
        let whole = height(&strips);
        let fits_a_page = whole + head <= BOTTOM - TOP;
        let begins = self.y > BEGUN && strips.first().is_some_and(|first| first.new_page);
        if !self.at_top && (begins || fits_a_page && self.y + whole > BOTTOM) {
            self.turn(strips.first());
        }
        for strip in strips {
            let gap = if self.at_top { 0.0 } else { strip.gap };
            if !self.at_top && self.y + gap + strip.height > BOTTOM {
                self.turn(Some(&strip));
            }
            self.place(strip);
        }
    }

    fn head_of(&self, strip: &Strip) -> f32 {
        strip.head.and_then(|head| self.heads.get(head)).map_or(0.0, |head| head.height)
    }

    /// A new page, with the head of the table that goes on.
    fn turn(&mut self, next: Option<&Strip>) {
        self.pages.push(Page::default());
        (self.y, self.at_top) = (TOP, true);
        let head = next.and_then(|strip| strip.head).and_then(|head| self.heads.get(head));
        if let (Some(head), Some(page)) = (head, self.pages.last_mut()) {
            page.items.extend(head.shapes.iter().map(|shape| Item { shape: lowered(shape.clone(), TOP), node: None }));
            self.y += head.height;
        }
    }

    fn place(&mut self, strip: Strip) {
        if !self.at_top {
            self.y += strip.gap;
        }
        let at = self.pages.len().saturating_sub(1);
        if let Some(mark) = strip.mark {
            self.marks.push(Place { mark, page: at, y: self.y });
        }
        let Some(page) = self.pages.last_mut() else { return };
        let y = self.y;
        if let Some(ink) = strip.ruled.filter(|_| !self.at_top) {
            let shape = Shape::Rule { x: SIDE, y: y - RULE, width: ROOM, thick: 1.2, ink };
            page.items.push(Item { shape, node: None });
        }
        page.items.extend(strip.items.into_iter().map(|item| Item { shape: lowered(item.shape, y), ..item }));
        self.y += strip.height;
        self.at_top = false;
    }
}

/// The height of strips one beneath the other, or of what the highest of them reserves.
fn height(strips: &[Strip]) -> f32 {
    let (mut y, mut most) = (0.0_f32, 0.0_f32);
    for strip in strips {
        y += strip.gap;
        most = most.max(y + strip.reserve);
        y += strip.height;
    }
    most.max(y)
}

fn lowered(mut shape: Shape, by: f32) -> Shape {
    match &mut shape {
        Shape::Text { y, .. } | Shape::Rule { y, .. } | Shape::Scene { y, .. } | Shape::Logo { y, .. } => *y += by,
    }
    shape
}
