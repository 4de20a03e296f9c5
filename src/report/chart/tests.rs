//! Charts: what is drawn, where, that words stay inside and never lie on each other.

use proptest::prelude::*;

use super::scene::{Anchor, HATCH_PEN, Ink, Label, Point, Shape, Weight, hatching};
use super::*;
use crate::report::model::Column;

/// Names as long as they come in Uzbek and Russian, and some that are hard to break.
const NAMES: [&str; 6] = [
    "Innovatsion infratuzilma va tashqi muhit",
    "Взаимодействие и интеграция в глобальные инновационные сети",
    "Кўникмалар",
    "Нормативно-правовое регулирование, государственная поддержка и конкурентоспособность",
    "Davlat-xususiysheriklikmuvofiqlashtirishkonkurentoposobnost",
    "Klaster",
];

fn chart(data: Data, key: &[Sign]) -> Chart {
    let words =
        ["балл", "интервал 90 %", "возможный диапазон", "цель", "прошлая оценка", "медиана похожих предприятий"];
    let key = key.iter().zip(words).map(|(sign, text)| Key { sign: *sign, text: text.to_owned() }).collect();
    let table = Table { caption: "T".to_owned(), columns: vec![Column::text("A")], rows: Vec::new() };
    Chart { title: "T".to_owned(), alt: "A".to_owned(), data, key, table, cells: Vec::new() }
}

const SIGNS: [Sign; 6] = [Sign::Now, Sign::Interval, Sign::Bounds, Sign::Target, Sign::Before, Sign::Peers];

fn spoke(title: &str, score: Option<f64>) -> Spoke {
    let figure = score.map_or("—".to_owned(), |score| format!("{score:.1}"));
    let interval = score.map(|score| (score - 5.0, score + 7.0));
    Spoke { title: title.to_owned(), figure, score, interval, target: Some(60.0), before: score.map(|it| it - 9.0) }
}

fn bar(title: &str, score: Option<f64>) -> Bar {
    let Spoke { title, figure, score, interval, target, .. } = spoke(title, score);
    let (low, high) = (score.unwrap_or(10.0) / 2.0, 90.0);
    Bar {
        title,
        score,
        low,
        high,
        interval,
        target,
        peers: Some(45.0),
        figure,
        bounds: String::new(),
        notes: Vec::new(),
    }
}

fn timeline(names: &[&str]) -> Timeline {
    let step = |(at, name): (usize, &&str)| {
        let from = at as f64 * 3.0;
        Step { title: (*name).to_owned(), from, to: from + 4.0, due: "2027 йил 23 февраль".to_owned() }
    };
    let steps: Vec<Step> = names.iter().enumerate().map(step).collect();
    let phase = |title: &str, from: f64, to: f64| Phase { title: title.to_owned(), from, to, steps: steps.clone() };
    let phases = vec![phase("Первые три месяца", 0.0, 3.0), phase("Через 3–12 месяцев", 3.0, 12.0)];
    let ticks = [0.0, 3.0, 6.0, 12.0, 18.0].map(|at| (at, "ноябрь 2026".to_owned())).to_vec();
    Timeline { phases, ticks, months: 18.0 }
}

fn slope(scores: &[(f64, f64)]) -> Slope {
    let row = |(at, (before, after)): (usize, &(f64, f64))| SlopeRow {
        title: NAMES[at % NAMES.len()].to_owned(),
        before: *before,
        after: *after,
        figures: (format!("{before:.1}"), format!("{after:.1}")),
        is_sure: at % 2 == 0,
    };
    let rows = scores.iter().enumerate().map(row).collect();
    Slope { before: "23 ноября 2025 г.".to_owned(), after: "23 ноября 2026 г.".to_owned(), rows }
}

fn heat(names: &[&str], share: Option<f64>) -> Heat {
    let cell = || HeatCell { share, figure: share.map_or("—".to_owned(), |share| format!("{:.0} %", share * 100.0)) };
    let row = |name: &&str| HeatRow { title: (*name).to_owned(), cells: (0..4).map(|_| cell()).collect() };
    Heat { columns: (1..5).map(|at| format!("Уровень {at}")).collect(), rows: names.iter().map(row).collect() }
}

fn labels(scene: &Scene) -> Vec<&Label> {
    scene.shapes.iter().filter_map(|shape| if let Shape::Text(label) = shape { Some(label) } else { None }).collect()
}

/// Left, top, right, bottom of a text, from its capitals to a little beneath its baseline.
fn place(label: &Label) -> (f64, f64, f64, f64) {
    let wide = measure::width(&label.text, label.size, label.weight);
    let left = match label.anchor {
        Anchor::Start => label.at.0,
        Anchor::Middle => label.at.0 - wide / 2.0,
        Anchor::End => label.at.0 - wide,
    };
    (left, label.at.1 - label.size * 0.75, left + wide, label.at.1 + label.size * 0.15)
}

fn assert_readable(scene: &Scene) {
    let labels = labels(scene);
    for (at, label) in labels.iter().enumerate() {
        let (left, top, right, bottom) = place(label);
        assert!(left >= -0.5 && right <= scene.width + 0.5, "{label:?} leaves {}", scene.width);
        assert!(top >= -0.5 && bottom <= scene.height + 0.5, "{label:?} leaves {}", scene.height);
        for other in &labels[at + 1..] {
            let (l, t, r, b) = place(other);
            let apart = r <= left + 0.01 || right <= l + 0.01 || b <= top + 0.01 || bottom <= t + 0.01;
            assert!(apart, "{label:?} lies on {other:?}");
        }
    }
}

#[test]
fn words_stay_inside_and_never_lie_on_each_other() {
    let scores = [Some(34.5), None, Some(0.0), Some(100.0), Some(71.2), Some(50.0)];
    let spokes: Vec<Spoke> = NAMES.iter().zip(scores).map(|(name, score)| spoke(name, score)).collect();
    let bars: Vec<Bar> = NAMES.iter().zip(scores).map(|(name, score)| bar(name, score)).collect();
    let slope = slope(&[(20.0, 40.0), (21.0, 41.0), (22.0, 39.0), (90.0, 40.5), (0.0, 0.0), (100.0, 100.0)]);
    let all = [
        Data::Radar(spokes[..5].to_vec()),
        Data::Radar(spokes[..2].to_vec()),
        Data::Radar(spokes),
        Data::Bars(bars),
        Data::Bars(Vec::new()),
        Data::Heat(heat(&NAMES, Some(0.4))),
        Data::Heat(heat(&NAMES[..3], None)),
        Data::Timeline(timeline(&NAMES)),
        Data::Slope(slope),
    ];
    for data in all {
        for width in [NARROW, WIDE] {
            assert_readable(&chart(data.clone(), &SIGNS).scene(width));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_change_can_be_read(scores in prop::collection::vec((0.0..100.0, 0.0..100.0), 0..8)) {
        for width in [NARROW, WIDE] {
            assert_readable(&chart(Data::Slope(slope(&scores)), &[]).scene(width));
        }
    }

    #[test]
    fn any_areas_can_be_read(scores in prop::collection::vec(prop::option::of(0.0..100.0), 3..9)) {
        let spokes = scores.iter().enumerate().map(|(at, score)| spoke(NAMES[at % NAMES.len()], *score)).collect();
        assert_readable(&chart(Data::Radar(spokes), &SIGNS[..2]).scene(WIDE));
    }
}

#[test]
fn the_first_area_is_at_the_top_and_the_next_clockwise() {
    let spokes = ["A", "B", "C", "D"].map(|name| spoke(name, Some(100.0))).to_vec();
    let scene = chart(Data::Radar(spokes), &[]).scene(WIDE);
    let marks: Vec<Point> = scene
        .shapes
        .iter()
        .filter_map(|shape| if let Shape::Circle { at, .. } = shape { Some(*at) } else { None })
        .collect();
    let [top, right, bottom, left] = marks[..] else { panic!("{marks:?}") };
    assert!(top.1 < right.1 && right.1 < bottom.1 && left.0 < top.0 && right.0 > top.0, "{marks:?}");
    let radius = bottom.1 - right.1;
    assert!((radius - (right.1 - top.1)).abs() < 1e-9 && (radius - (right.0 - top.0)).abs() < 1e-9);
}

#[test]
fn an_unknown_score_has_no_point_and_is_not_joined_over() {
    let spokes = vec![spoke("A", Some(40.0)), spoke("B", None), spoke("C", Some(40.0)), spoke("D", Some(40.0))];
    let scene = chart(Data::Radar(spokes), &[]).scene(WIDE);
    let circles = scene.shapes.iter().filter(|shape| matches!(shape, Shape::Circle { .. })).count();
    let now = |shape: &&Shape| matches!(shape, Shape::Polyline { pen, .. } if pen.ink == Ink::Now);
    assert_eq!((circles, scene.shapes.iter().filter(now).count()), (3, 2));
}

#[test]
fn a_bar_is_as_long_as_its_score() {
    let scene = chart(Data::Bars(vec![bar("A", Some(25.0))]), &[]).scene(WIDE);
    let widths: Vec<f64> = scene
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Rect { size, fill, .. } if fill.is_none_or(|fill| fill.ink == Ink::Now) => Some(size.0),
            _ => None,
        })
        .collect();
    let [track, filled] = widths[..] else { panic!("{widths:?}") };
    assert!((filled * 4.0 - track).abs() < 1e-9);
}

#[test]
fn the_lines_of_a_hatching_keep_to_their_rectangle() {
    for (at, size) in [((0.0, 0.0), (40.0, 12.0)), ((13.3, 7.1), (3.0, 50.0)), ((5.0, 5.0), (0.0, 0.0))] {
        for (from, to) in hatching(at, size) {
            for (x, y) in [from, to] {
                let inside = |value: f64, least: f64, room: f64| value >= least - 1e-9 && value <= least + room + 1e-9;
                assert!(inside(x, at.0, size.0) && inside(y, at.1, size.1), "{from:?} {to:?}");
            }
        }
    }
    assert!(hatching((0.0, 0.0), (40.0, 12.0)).len() >= 12 && HATCH_PEN > 0.0);
}

#[test]
fn what_was_typed_is_no_markup_in_a_picture() {
    let spokes = ["<script>", "a&b\u{1b}[2J", "\"c\""].map(|name| spoke(name, Some(1.0))).to_vec();
    let svg = svg(&chart(Data::Radar(spokes), &[]).scene(WIDE), "c1", "<t>", "d\n\"e\"");
    assert!(!svg.contains("<script") && svg.contains("&lt;script&gt;") && svg.contains(">a&amp;b [2J</text>"), "{svg}");
    assert!(svg.contains("<title id=\"c1-t\">&lt;t&gt;</title>") && svg.contains(">d &quot;e&quot;</desc>"), "{svg}");
    assert!(!svg.contains("NaN") && svg.chars().all(|c| c == '\n' || !c.is_control()));
}

/// The contrast of two colours, as WCAG counts it.
fn contrast(one: (u8, u8, u8), other: (u8, u8, u8)) -> f64 {
    let light = |(r, g, b): (u8, u8, u8)| {
        let part = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
    };
    let (one, other) = (light(one), light(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_colour_is_told_from_what_lies_beneath() {
    for ink in Ink::ALL.into_iter().filter(|ink| !matches!(ink, Ink::Paper | Ink::Grid)) {
        let least = if matches!(ink, Ink::Text | Ink::Quiet | Ink::Now) { 4.5 } else { 3.0 };
        assert!(contrast(ink.on_paper(), Ink::Paper.on_paper()) >= least, "{ink:?} on paper");
        assert!(contrast(ink.in_the_dark(), Ink::Paper.in_the_dark()) >= least, "{ink:?} in the dark");
    }
}

#[test]
fn a_text_is_broken_between_words_first() {
    let broken = |text: &str, room: f64| measure::lines(text, room, 10.0, Weight::Regular);
    assert_eq!(broken("one two", 500.0), ["one two"]);
    assert_eq!(broken("one two", 25.0), ["one", "two"]);
    assert_eq!(broken("", 25.0), [""]);
    assert_eq!(broken("абвгдежз", 30.0).concat(), "абвгдежз");
    assert!(broken("абвгдежз", 30.0).len() > 1);
}
