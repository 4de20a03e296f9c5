//! The radar in every charset and size.

use proptest::prelude::*;

use super::*;
use crate::tui::theme::{Depth, Theme};

fn drawn(scores: &[Option<f64>], charset: Charset, width: u16, height: u16) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    Radar { scores, focus: None, charset, theme: Theme::Mono.looks(Depth::default()) }.draw(&mut buffer, area);
    let row = |y| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
    (0..height).map(|y| row(y) + "\n").collect()
}

fn raster(scores: &[Option<f64>], charset: Charset, width: u16, height: u16) -> Raster {
    let mut raster = Raster::new(charset, width, height);
    let web = Web::fitting(scores.len(), raster.extent());
    let radar = Radar { scores, focus: None, charset, theme: Theme::Mono.looks(Depth::default()) };
    radar.grid(&web, &mut raster);
    radar.profile(&web, &mut raster);
    raster
}

#[test]
fn equal_scores_mirror_at_the_vertical_axis() {
    for count in 3..=12 {
        for (charset, _) in Charset::ALL {
            for (width, height) in [(30, 14), (45, 20), (61, 25)] {
                let raster = raster(&vec![Some(62.0); count], charset, width, height);
                assert!(raster.is_symmetric(), "{count} areas, {charset:?}, {width}×{height}");
            }
        }
    }
}

#[test]
fn the_shape_is_as_wide_as_it_is_high() {
    let mut area = Rect::new(0, 0, 60, 22);
    let mut buffer = Buffer::empty(area);
    let scores = [Some(100.0); 4];
    Radar { scores: &scores, focus: None, charset: Charset::Ascii, theme: Theme::Mono.looks(Depth::default()) }
        .draw(&mut buffer, area);
    area = area.inner(LABELS);
    let marked: Vec<_> = area.positions().filter(|at| buffer[*at].symbol() == "@").collect();
    let [top, left, right, bottom] = marked.as_slice() else { panic!("{marked:?}") };
    assert_eq!((right.x - left.x, bottom.y - top.y), (38, 19));
}

#[test]
fn an_area_without_a_score_leaves_a_gap() {
    let whole = [72.0, 55.0, 31.0, 64.0, 46.0].map(Some);
    let mut gap = whole;
    gap[1] = None;
    for (charset, _) in Charset::ALL {
        assert!(raster(&gap, charset, 30, 14).count(Ink::Line) < raster(&whole, charset, 30, 14).count(Ink::Line));
        assert!(drawn(&gap, charset, 30, 14).contains("2?"));
        assert!(!drawn(&whole, charset, 30, 14).contains('?'));
    }
    assert_eq!(raster(&[None; 5], Charset::Braille, 30, 14).count(Ink::Line), 0);
}

#[test]
fn every_charset_shows_the_same_profile() {
    let scores = [Some(80.0), Some(40.0), Some(60.0), Some(20.0)];
    let blocks = "
              1
             ···
           ·· ● ··
         ··  ▄▀█  ··
       ··   ·█· █   ··
     ··    ·▄▀·  █    ··
  4 ··· ····●▄· ·█●·· ··· 2
       ··   ·█·▄▀   ··
         ··   ●▀  ··
           ·· · ··
             ···
              3
";
    let ascii = "
              1
              .
            ..@..
          ..  ## ..
        ..  .#. #  ..
      ..   . #   #   ..
   4 ... ...@#. .#@. ... 2
       ..   .#. #   ..
         ..   @#  ..
           ..   ..
             ...
              3
";
    assert_eq!(drawn(&scores, Charset::Blocks, 29, 12), blocks.trim_start_matches('\n'));
    assert_eq!(drawn(&scores, Charset::Ascii, 29, 12), ascii.trim_start_matches('\n'));
    assert!(drawn(&scores, Charset::Braille, 29, 12).contains('●'));
}

proptest! {
    #[test]
    fn any_scores_fit_any_size(
        scores in prop::collection::vec(prop::option::of(prop::num::f64::ANY), 0..14),
        width in 0_u16..90,
        height in 0_u16..30,
    ) {
        for (charset, _) in Charset::ALL {
            drawn(&scores, charset, width, height);
        }
    }
}

#[test]
fn every_size_is_drawn_within_its_area() {
    let scores = [Some(72.0), None, Some(31.0), Some(100.0), Some(0.0)];
    for width in 0..90 {
        for height in 0..30 {
            let area = Rect::new(3, 2, width, height);
            let mut buffer = Buffer::empty(Rect::new(0, 0, width + 6, height + 4));
            let empty = buffer.clone();
            Radar { scores: &scores, focus: Some(1), charset: Charset::Braille, theme: Looks::default() }
                .draw(&mut buffer, area);
            let outside = buffer.area.positions().filter(|at| !area.contains(*at));
            outside.for_each(|at| assert_eq!(buffer[at], empty[at], "{width}×{height}"));
            // An area partly outside the window must not matter either.
            Radar { scores: &scores, focus: Some(1), charset: Charset::Braille, theme: Looks::default() }
                .draw(&mut buffer, Rect::new(width, height, 90, 30));
        }
    }
}
