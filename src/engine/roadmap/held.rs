//! A plan held against what has changed since.

use serde::Serialize;

use super::RoadmapAction;
use crate::engine::change::scored_alike;
use crate::engine::id::QuestionIx;
use crate::engine::interview::Interview;
use crate::engine::score::{ItemState, TOLERANCE, sum};
use crate::engine::text::Localized;

/// An action of an earlier assessment, and what became of its items.
#[derive(Clone, Debug)]
pub struct Held {
    /// The action as it was left.
    pub action: RoadmapAction,
    /// What it was about; `None` if the earlier questionnaire does not say.
    pub title: Option<Localized>,
    /// The items that were answered both times and scored alike, as the later questionnaire has them.
    pub items: Vec<HeldItem>,
    /// What came of it.
    pub verdict: Verdict,
}

/// An item then and now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HeldItem {
    /// The item in the later questionnaire.
    pub question: QuestionIx,
    /// Its score then, 0..100.
    pub from: f64,
    /// Its score now, 0..100.
    pub to: f64,
}

/// What came of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Taken together, its items stand higher.
    Moved,
    /// They stand where they stood, or lower.
    DidNotMove,
    /// None of them was answered both times.
    CannotBeTold,
}

/// Holds the actions of an earlier interview against a later one.
pub fn held(earlier: &Interview, actions: &[RoadmapAction], later: &Interview) -> Vec<Held> {
    let (then, now) = (earlier.item_states(), later.item_states());
    let (old, new) = (earlier.questionnaire(), later.questionnaire());
    let compared = |item: &QuestionIx| {
        let asked = &old.questions[*item];
        let question = new.find(asked.id.as_str())?;
        let score = |state: Option<ItemState>| state.and_then(ItemState::score);
        let (from, to) = score(then[*item]).zip(score(now[question]))?;
        scored_alike(asked, &new.questions[question]).then_some(HeldItem { question, from, to })
    };
    let one = |action: &RoadmapAction| {
        let recommendation = old.recommendations.iter().find(|it| it.id == action.recommendation);
        let items: Vec<HeldItem> = recommendation.into_iter().flat_map(|it| &it.items).filter_map(compared).collect();
        let verdict = match sum(items.iter().map(|item| item.to - item.from)) {
            _ if items.is_empty() => Verdict::CannotBeTold,
            rise if rise > TOLERANCE => Verdict::Moved,
            _ => Verdict::DidNotMove,
        };
        Held { action: action.clone(), title: recommendation.map(|it| it.title.clone()), items, verdict }
    };
    actions.iter().map(one).collect()
}
