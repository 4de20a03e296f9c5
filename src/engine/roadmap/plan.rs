//! Advice and actions side by side, by phase, and where the scores stand after each of them.

use super::{ActionStatus, RoadmapAction};
use crate::engine::advice::Advice;
use crate::engine::id::{AreaIx, Arena, QuestionIx, RecommendationIx};
use crate::engine::interview::Interview;
use crate::engine::profile::{FIRST_PAGE, Profile, steps};
use crate::engine::questionnaire::{Horizon, Questionnaire, Recommendation};
use crate::engine::score;

/// The phases, in order.
pub const PHASES: [Horizon; 3] = [Horizon::Now, Horizon::Year, Horizon::Later];

/// What is recommended and what is planned, and what it leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// By phase; within a phase in the order of the advice, then what is not recommended any more.
    pub entries: Vec<Entry>,
    /// Where the scores stand after each phase, if everything planned is done.
    pub planned: [Milestone; 3],
    /// The same for the first page of advice, in place of a plan.
    pub proposed: [Milestone; 3],
    /// Actions for recommendations that the questionnaire does not have.
    pub unknown: Vec<RoadmapAction>,
}

/// A recommendation that fired or is planned.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Which.
    pub recommendation: RecommendationIx,
    /// Why it fired; `None` if it did not, or not any more.
    pub advice: Option<Advice>,
    /// The action, if it is planned.
    pub action: Option<RoadmapAction>,
    /// The phase in which it is done.
    pub phase: Horizon,
    /// Whether it is part of the plan that is proposed.
    pub proposed: bool,
    /// A prerequisite that fired and that nobody has planned.
    pub lacks: Option<RecommendationIx>,
}

impl Entry {
    /// Whether it is planned and not given up.
    pub fn counts(&self) -> bool {
        self.action.as_ref().is_some_and(|action| action.status != ActionStatus::Dropped)
    }
}

/// The end of a phase.
#[derive(Clone, Debug, PartialEq)]
pub struct Milestone {
    /// The phase.
    pub phase: Horizon,
    /// What is done in it.
    pub actions: usize,
    /// How much of it is of low, medium and high effort.
    pub efforts: [usize; 3],
    /// The score of each area then; `None` where there is none to show now.
    pub areas: Arena<AreaIx, Option<f64>>,
    /// The index then.
    pub index: Option<f64>,
}

impl Plan {
    /// Whether nothing is planned, so that the proposal stands in.
    pub fn is_empty(&self) -> bool {
        !self.entries.iter().any(Entry::counts)
    }

    /// Where the scores stand after each phase: by the plan, or by the proposal while there is no plan.
    pub const fn milestones(&self, planned: bool) -> &[Milestone; 3] {
        if planned { &self.planned } else { &self.proposed }
    }
}

/// Puts advice and actions together.
///
/// The phase is the one that was chosen, else that of the recommendation. A prerequisite never stands in a
/// later phase than what needs it: one whose phase nobody chose is pulled forward; one whose phase was chosen
/// pushes back what needs it, whoever chose that.
pub fn plan(interview: &Interview, profile: &Profile, actions: &[RoadmapAction]) -> Plan {
    let questionnaire = interview.questionnaire();
    let mut entries: Vec<Entry> = profile
        .advice
        .iter()
        .enumerate()
        .map(|(at, advice)| {
            let recommendation = &questionnaire.recommendations[advice.recommendation];
            let action = actions.iter().find(|action| action.recommendation == recommendation.id);
            entry(questionnaire, advice.recommendation, Some(advice), action, at < FIRST_PAGE)
        })
        .collect();
    let mut unknown = Vec::new();
    for action in actions {
        match questionnaire.recommendations.position(|it| it.id == action.recommendation) {
            None => unknown.push(action.clone()),
            Some(ix) if entries.iter().any(|entry| entry.recommendation == ix) => {}
            Some(ix) => entries.push(entry(questionnaire, ix, None, Some(action), false)),
        }
    }
    arrange(questionnaire, &mut entries);
    let planned = milestones(interview, profile, &entries, Entry::counts);
    let proposed = milestones(interview, profile, &entries, |entry| entry.proposed);
    Plan { entries, planned, proposed, unknown }
}

fn entry(
    questionnaire: &Questionnaire,
    recommendation: RecommendationIx,
    advice: Option<&Advice>,
    action: Option<&RoadmapAction>,
    proposed: bool,
) -> Entry {
    let own = questionnaire.recommendations[recommendation].horizon;
    Entry {
        recommendation,
        advice: advice.cloned(),
        action: action.cloned(),
        phase: action.and_then(|action| action.phase).unwrap_or(own),
        proposed,
        lacks: None,
    }
}

/// Settles the phases by what needs what, then sorts by them.
fn arrange(questionnaire: &Questionnaire, entries: &mut [Entry]) {
    let pairs: Vec<(usize, usize)> =
        (0..entries.len()).filter_map(|after| Some((before(questionnaire, entries, after)?, after))).collect();
    let phase = |entries: &[Entry], at: usize| entries.get(at).map_or(Horizon::Later, |entry| entry.phase);
    let chosen = |entries: &[Entry], at: usize| {
        entries.get(at).and_then(|entry| entry.action.as_ref()).is_some_and(|action| action.phase.is_some())
    };
    // Pulling only makes phases earlier and pushing only later, so each comes to an end.
    for pull in [true, false] {
        let mut settled = false;
        while !settled {
            settled = true;
            for (before, after) in &pairs {
                let (first, then) = (phase(entries, *before), phase(entries, *after));
                if first <= then || (pull && chosen(entries, *before)) {
                    continue;
                }
                let (at, to) = if pull { (*before, then) } else { (*after, first) };
                if let Some(entry) = entries.get_mut(at) {
                    entry.phase = to;
                    settled = false;
                }
            }
        }
    }
    for (before, after) in pairs {
        let missing = entries.get(before).filter(|entry| entry.action.is_none()).map(|entry| entry.recommendation);
        if let Some(entry) = entries.get_mut(after) {
            entry.lacks = missing.filter(|_| entry.counts());
        }
    }
    entries.sort_by_key(|entry| entry.phase);
}

/// Where the prerequisite of an entry stands, or the programme that took its place.
fn before(questionnaire: &Questionnaire, entries: &[Entry], at: usize) -> Option<usize> {
    let wanted = questionnaire.recommendations[entries.get(at)?.recommendation].prerequisite?;
    let replaces = |entry: &Entry| entry.advice.as_ref().is_some_and(|advice| advice.replaces.contains(&wanted));
    entries.iter().position(|other| other.recommendation == wanted || replaces(other)).filter(|found| *found != at)
}

/// The scores after each phase: the items of what has been done so far one step up, recomputed exactly. An
/// item that several recommendations lift goes up one step: doing all of them is no promise of more.
fn milestones(
    interview: &Interview,
    profile: &Profile,
    entries: &[Entry],
    counts: impl Fn(&Entry) -> bool,
) -> [Milestone; 3] {
    let questionnaire = interview.questionnaire();
    let steps = steps(interview);
    PHASES.map(|phase| {
        let of = |entry: &&Entry| -> bool { counts(entry) };
        let recommendation =
            |entry: &Entry| -> &Recommendation { &questionnaire.recommendations[entry.recommendation] };
        let so_far = entries.iter().filter(of).filter(|entry| entry.phase <= phase);
        let mut changes: Vec<(QuestionIx, f64)> = so_far
            .flat_map(|entry| &recommendation(entry).items)
            .filter_map(|item| Some((*item, steps[*item]?)))
            .collect();
        changes.sort_by_key(|(item, _)| *item);
        changes.dedup_by_key(|(item, _)| *item);
        let effect = score::effect(questionnaire, &profile.scores, &changes);
        let mut areas = profile.scores.areas.map(score::AreaScore::shown);
        for moved in &effect.areas {
            areas[moved.area] = Some(moved.to);
        }
        let index = profile.scores.index.as_ref().map(|index| index.headline + effect.gain.unwrap_or_default());
        let now: Vec<usize> = entries
            .iter()
            .filter(of)
            .filter(|entry| entry.phase == phase)
            .map(|entry| recommendation(entry).effort.clamp(1, 3).into())
            .collect();
        let efforts = [1, 2, 3].map(|effort| now.iter().filter(|own| **own == effort).count());
        Milestone { phase, actions: now.len(), efforts, areas, index }
    })
}
