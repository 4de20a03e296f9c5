//! How sure the figures are and what would change them, for programs.

use serde::Serialize;

use super::{BandPart, Writer};
use crate::engine::id::AreaIx;
use crate::engine::lever::{Outcome, PathStep};
use crate::engine::outlook::Ascent;
use crate::engine::statistics::Spread;
use crate::engine::uncertainty::AreaUncertainty;

/// What was simulated, and with what.
#[derive(Serialize)]
pub(super) struct SimulationPart {
    draws: usize,
    seed: Option<u64>,
    generator: &'static str,
    quantiles: &'static str,
    level: f64,
}

/// A 90 % interval with its median.
#[derive(Serialize)]
struct SpreadPart {
    low: f64,
    median: f64,
    high: f64,
}

impl From<Spread> for SpreadPart {
    fn from(spread: Spread) -> Self {
        let Spread { low, median, high } = spread;
        Self { low, median, high }
    }
}

#[derive(Serialize)]
pub(super) struct IndexDoubt {
    headline: SpreadPart,
    robust: SpreadPart,
    bands: Vec<f64>,
}

#[derive(Serialize)]
pub(super) struct AreaDoubt {
    #[serde(flatten)]
    spread: SpreadPart,
    bands: Vec<f64>,
    bottleneck: Option<f64>,
}

#[derive(Serialize)]
pub(super) struct PathPart<'a> {
    band: BandPart<'a>,
    from: f64,
    reachable: bool,
    effort: Option<usize>,
    score: Option<f64>,
    steps: Vec<PathStepPart<'a>>,
}

#[derive(Serialize)]
struct PathStepPart<'a> {
    question: &'a str,
    from: f64,
    to: f64,
    value: Option<String>,
    effort: usize,
    score: f64,
}

#[derive(Serialize)]
pub(super) struct NextPart<'a> {
    question: &'a str,
    narrowing: f64,
}

/// The answered item whose absence would change the index most.
#[derive(Serialize)]
pub(super) struct OmissionPart<'a> {
    question: &'a str,
    index: Option<f64>,
    change: Option<f64>,
}

impl<'a> Writer<'a> {
    pub(super) fn simulation(&self) -> SimulationPart {
        let uncertainty = &self.outlook.uncertainty;
        SimulationPart {
            draws: uncertainty.options.draws,
            seed: uncertainty.options.seed(),
            generator: uncertainty.generator,
            quantiles: "type 7",
            level: 0.9,
        }
    }

    pub(super) fn index_doubt(&self) -> Option<IndexDoubt> {
        let doubt = self.outlook.uncertainty.index.as_ref()?;
        let (headline, robust) = (doubt.headline.into(), doubt.robust.into());
        Some(IndexDoubt { headline, robust, bands: doubt.bands.clone() })
    }

    /// The doubt about an area whose score may be shown.
    pub(super) fn area_doubt(&self, area: AreaIx) -> Option<AreaDoubt> {
        self.profile.scores.areas[area].shown()?;
        let AreaUncertainty { spread, bands, bottleneck } = self.outlook.uncertainty.areas[area].as_ref()?;
        Some(AreaDoubt { spread: (*spread).into(), bands: bands.clone(), bottleneck: *bottleneck })
    }

    pub(super) fn path(&self) -> Option<PathPart<'a>> {
        let Ascent { band, from, outcome } = self.outlook.ascent.as_ref()?;
        let (effort, score, steps) = match outcome {
            Outcome::Path(path) => (Some(path.effort), Some(path.score), path.steps.as_slice()),
            Outcome::OutOfReach(score) => (None, Some(*score), [].as_slice()),
            Outcome::Reached | Outcome::NoScore => (None, None, [].as_slice()),
        };
        let steps = steps.iter().map(|step| self.path_step(step)).collect();
        Some(PathPart { band: self.band(*band), from: *from, reachable: effort.is_some(), effort, score, steps })
    }

    fn path_step(&self, step: &PathStep) -> PathStepPart<'a> {
        PathStepPart {
            question: self.id(step.question),
            from: step.from,
            to: step.to,
            value: step.value.as_ref().map(ToString::to_string),
            effort: step.effort,
            score: step.score,
        }
    }

    pub(super) fn omission(&self) -> Option<OmissionPart<'a>> {
        let left_out = self.outlook.omission?;
        Some(OmissionPart { question: self.id(left_out.question), index: left_out.index, change: left_out.change })
    }

    pub(super) fn next(&self) -> Option<NextPart<'a>> {
        let next = self.outlook.next.as_ref()?;
        Some(NextPart { question: self.id(next.question), narrowing: next.narrowing() })
    }
}
