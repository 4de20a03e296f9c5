//! The roadmap for programs: the actions, the scores after each phase, and the last plan held against what changed.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Writer;
use crate::engine::questionnaire::Horizon;
use crate::engine::roadmap::{ActionStatus, Milestone, RoadmapAction, Verdict, plan};

#[derive(Serialize)]
pub(super) struct RoadmapPart<'a> {
    actions: Vec<ActionPart<'a>>,
    after: Vec<MilestonePart<'a>>,
}

#[derive(Serialize)]
struct ActionPart<'a> {
    /// In which it is done, whoever chose it; `null` if the questionnaire does not have the recommendation.
    in_phase: Option<Horizon>,
    advised: bool,
    late: bool,
    #[serde(flatten)]
    action: &'a RoadmapAction,
}

#[derive(Serialize)]
struct MilestonePart<'a> {
    phase: Horizon,
    actions: usize,
    efforts: [usize; 3],
    areas: BTreeMap<&'a str, Option<f64>>,
    index: Option<f64>,
}

#[derive(Serialize)]
pub(super) struct BeforePart<'a> {
    assessment: String,
    actions: Vec<HeldPart<'a>>,
}

#[derive(Serialize)]
struct HeldPart<'a> {
    recommendation: String,
    status: ActionStatus,
    verdict: Verdict,
    items: Vec<HeldItemPart<'a>>,
}

#[derive(Serialize)]
struct HeldItemPart<'a> {
    question: &'a str,
    from: f64,
    to: f64,
}

impl<'a> Writer<'a> {
    /// The plan; none, if nothing is planned.
    pub(super) fn roadmap(&self) -> Option<RoadmapPart<'a>> {
        let meta = self.meta;
        if meta.actions.is_empty() {
            return None;
        }
        let plan = plan(self.interview, self.profile, &meta.actions);
        let today = meta.today(self.interview);
        let all = &self.questionnaire.recommendations;
        let action = |action: &'a RoadmapAction| {
            let entry = plan.entries.iter().find(|entry| all[entry.recommendation].id == action.recommendation);
            ActionPart {
                in_phase: entry.map(|entry| entry.phase),
                advised: entry.is_some_and(|entry| entry.advice.is_some()),
                late: action.is_late(today),
                action,
            }
        };
        let after = plan.planned.iter().map(|milestone| self.milestone(milestone)).collect();
        Some(RoadmapPart { actions: meta.actions.iter().map(action).collect(), after })
    }

    fn milestone(&self, milestone: &Milestone) -> MilestonePart<'a> {
        let Milestone { phase, actions, efforts, areas, index } = milestone;
        let areas = self.questionnaire.areas.enumerate().map(|(ix, area)| (area.id.as_str(), areas[ix]));
        MilestonePart { phase: *phase, actions: *actions, efforts: *efforts, areas: areas.collect(), index: *index }
    }

    /// The plan of the assessment before.
    pub(super) fn before(&self) -> Option<BeforePart<'a>> {
        let (before, actions) = self.meta.last_plan(self.interview)?;
        let actions = actions.into_iter().map(|held| HeldPart {
            recommendation: held.action.recommendation,
            status: held.action.status,
            verdict: held.verdict,
            items: held
                .items
                .iter()
                .map(|item| HeldItemPart { question: self.id(item.question), from: item.from, to: item.to })
                .collect(),
        });
        Some(BeforePart { assessment: before.assessment.to_string(), actions: actions.collect() })
    }
}
