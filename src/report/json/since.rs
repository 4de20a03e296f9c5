//! What changed since the assessment before this one, for programs.

use serde::Serialize;

use super::Writer;
use crate::engine::change::{Difference, change};
use crate::engine::id::AreaIx;
use crate::engine::questionnaire::Area;
use crate::engine::uncertainty::Options;
use crate::report::compare::gone;

#[derive(Serialize)]
pub(super) struct SincePart<'a> {
    assessment: String,
    created: String,
    version: String,
    compared: usize,
    index: Option<DifferencePart>,
    areas: Vec<AreaPart<'a>>,
    moved: Vec<MovedPart<'a>>,
    left_out: Vec<LeftOutPart<'a>>,
    dropped: Vec<String>,
}

#[derive(Serialize)]
struct DifferencePart {
    then: f64,
    now: f64,
    change: f64,
    low: f64,
    high: f64,
    real: bool,
}

#[derive(Serialize)]
struct AreaPart<'a> {
    area: &'a str,
    share: f64,
    difference: Option<DifferencePart>,
    progress: Option<f64>,
}

#[derive(Serialize)]
struct MovedPart<'a> {
    question: &'a str,
    from: f64,
    to: f64,
    points: f64,
}

#[derive(Serialize)]
struct LeftOutPart<'a> {
    question: &'a str,
    reason: &'a str,
}

impl<'a> Writer<'a> {
    pub(super) fn since(&self) -> Option<SincePart<'a>> {
        let earlier = self.meta.finished_earlier()?;
        let change = change(&earlier.interview, self.interview, &Options::default());
        let (then, now) = (earlier.meta.target.as_ref(), self.meta.target.as_ref());
        let area = |(ix, area): (AreaIx, &'a Area)| {
            let of = &change.areas[ix];
            AreaPart {
                area: area.id.as_str(),
                share: of.share,
                difference: of.difference.as_ref().map(difference),
                progress: gone(then, now, ix, self.interview, of),
            }
        };
        let id = |ix| self.questionnaire.questions[ix].id.as_str();
        let moved = change.moved.iter();
        let left_out = change.left_out.iter();
        Some(SincePart {
            assessment: earlier.meta.assessment.to_string(),
            created: earlier.meta.created.to_string(),
            version: earlier.interview.questionnaire().version.clone(),
            compared: change.compared,
            index: change.index.as_ref().map(difference),
            areas: self.questionnaire.areas.enumerate().map(area).collect(),
            moved: moved
                .map(|it| MovedPart { question: id(it.question), from: it.from, to: it.to, points: it.points })
                .collect(),
            left_out: left_out
                .map(|(ix, why)| LeftOutPart {
                    question: id(*ix),
                    reason: why.key().strip_prefix("compare-").unwrap_or_default(),
                })
                .collect(),
            dropped: change.dropped.iter().map(ToString::to_string).collect(),
        })
    }
}

fn difference(of: &Difference) -> DifferencePart {
    let (low, high) = of.spread.around(of.change());
    DifferencePart { then: of.base, now: of.now, change: of.change(), low, high, real: of.is_real() }
}
