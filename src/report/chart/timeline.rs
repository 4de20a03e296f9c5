//! Actions along the months: phase by phase, each action a bar under its name, its due date at the end.

use super::measure::{lines, width};
use super::scene::{Anchor, Dash, Fill, Ink, Label, Pattern, Pen, Scene, Weight};
use super::{Phase, Step, Timeline};

/// The size of the names.
const SIZE: f64 = 10.5;
/// The height of a line.
const LINE: f64 = 13.0;
/// The height of a bar.
const BAR: f64 = 8.0;
/// The room between two actions.
const GAP: f64 = 8.0;
/// The room at both ends of the scale.
const EDGE: f64 = 8.0;

/// Lays a timeline out.
pub(super) fn scene(timeline: &Timeline, room: f64) -> Scene {
    let mut scene = Scene::new(room);
    let scale = Scale { months: timeline.months.max(f64::MIN_POSITIVE), length: room - 2.0 * EDGE };
    let mut y = 0.0;
    for (at, phase) in timeline.phases.iter().enumerate() {
        y = scale.phase(&mut scene, phase, at, y);
    }
    let mut free = f64::NEG_INFINITY;
    for (months, text) in &timeline.ticks {
        let x = scale.at(*months);
        let half = width(text, SIZE - 1.5, Weight::Regular) / 2.0;
        let middle = x.clamp(half, (room - half).max(half));
        scene.line((x, 0.0), (x, y + 3.0), Pen::solid(Ink::Grid, 0.6).dashed(Dash::Dots));
        // A mark whose words would run into the last ones keeps its line only.
        if middle - half >= free {
            let label = Label::new((middle, y + LINE), text.as_str(), SIZE - 1.5);
            scene.text(label.anchored(Anchor::Middle).ink(Ink::Quiet));
            free = middle + half + 6.0;
        }
    }
    scene.height = y + LINE + 4.0;
    scene
}

/// Where the months are.
struct Scale {
    months: f64,
    length: f64,
}

impl Scale {
    fn at(&self, months: f64) -> f64 {
        EDGE + self.length * (months / self.months).clamp(0.0, 1.0)
    }

    fn phase(&self, scene: &mut Scene, phase: &Phase, number: usize, mut y: f64) -> f64 {
        let (from, to) = (self.at(phase.from), self.at(phase.to));
        let above = y;
        let titles = lines(&phase.title, self.length, SIZE, Weight::Bold);
        let behind = scene.shapes.len();
        for title in &titles {
            scene.text(Label::new((EDGE, y + LINE * 0.8), title.as_str(), SIZE).bold());
            y += LINE;
        }
        y += 3.0;
        for step in &phase.steps {
            y = self.step(scene, step, number, y);
        }
        // The months of the phase lie behind its actions.
        let fill = Fill { ink: Ink::Quiet, opacity: 0.09, pattern: Pattern::Plain };
        scene.rect((from, above), (to - from, y - above), Some(fill), None);
        if let Some(patch) = scene.shapes.pop() {
            scene.shapes.insert(behind, patch);
        }
        y + GAP / 2.0
    }

    fn step(&self, scene: &mut Scene, step: &Step, number: usize, mut y: f64) -> f64 {
        let wide = width(&step.due, SIZE - 1.0, Weight::Regular);
        for line in lines(&step.title, self.length, SIZE, Weight::Regular) {
            scene.text(Label::new((EDGE, y + LINE * 0.78), line, SIZE));
            y += LINE;
        }
        let (from, to) = (self.at(step.from), self.at(step.to));
        // Each phase has its own filling, so that bars are told apart without colours.
        let pattern = if number.is_multiple_of(2) { Pattern::Plain } else { Pattern::Hatch };
        let fill = Fill { ink: Ink::Now, opacity: 1.0, pattern };
        scene.rect((from, y + 1.0), ((to - from).max(3.0), BAR), Some(fill), Some(Pen::solid(Ink::Now, 1.0)));
        let baseline = y + BAR + 0.5;
        let label = Label::new((to + 5.0, baseline), step.due.as_str(), SIZE - 1.0).ink(Ink::Quiet);
        if to + 5.0 + wide <= scene.width {
            scene.text(label);
        } else if from - 5.0 - wide >= 0.0 {
            scene.text(Label { at: (from - 5.0, baseline), ..label }.anchored(Anchor::End));
        } else {
            // No room beside the bar: beneath it.
            y += LINE;
            scene.text(Label { at: (scene.width - EDGE, y + BAR), ..label }.anchored(Anchor::End));
        }
        y + BAR + GAP
    }
}
