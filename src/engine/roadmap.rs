//! From advice to a plan: what is done, by whom, until when, and what came of it.
//!
//! Knows nothing of where a plan is kept and of how it is edited.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::questionnaire::{Horizon, Questionnaire};

mod held;
mod plan;
#[cfg(test)]
mod tests;

pub use held::{Held, HeldItem, Verdict, held};
pub use plan::{Entry, Milestone, PHASES, Plan, plan};

/// A recommendation that the enterprise follows. A plan has each at most once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RoadmapAction {
    /// The permanent name of the recommendation.
    pub recommendation: String,
    /// Who sees to it; may be empty.
    pub owner: String,
    /// The day until which it is to be done.
    pub due: Option<Date>,
    /// How far it is.
    pub status: ActionStatus,
    /// The phase that was chosen for it; `None` follows the recommendation.
    pub phase: Option<Horizon>,
    /// How one will know that it worked; empty is what the recommendation says.
    pub measure: String,
    /// What else there is to say; may be empty.
    pub note: String,
    /// When it was taken into the plan.
    pub created: Timestamp,
    /// When it was last changed.
    pub changed: Timestamp,
}

/// How far an action is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActionStatus {
    /// Not begun.
    #[default]
    Planned,
    /// Begun.
    UnderWay,
    /// Finished.
    Done,
    /// Given up.
    Dropped,
}

impl ActionStatus {
    /// Every status with its name in files, in the order in which they are offered.
    pub const ALL: [(Self, &str); 4] =
        [(Self::Planned, "planned"), (Self::UnderWay, "under_way"), (Self::Done, "done"), (Self::Dropped, "dropped")];

    /// Whether something is still to be done.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Planned | Self::UnderWay)
    }
}

impl RoadmapAction {
    /// A recommendation as it is taken into a plan: nobody's yet, without a day.
    pub fn new(recommendation: &str, now: Timestamp) -> Self {
        Self {
            recommendation: recommendation.to_owned(),
            owner: String::new(),
            due: None,
            status: ActionStatus::Planned,
            phase: None,
            measure: String::new(),
            note: String::new(),
            created: now,
            changed: now,
        }
    }

    /// Whether its day has passed and it is still to be done.
    pub fn is_late(&self, today: Date) -> bool {
        self.status.is_open() && self.due.is_some_and(|due| due < today)
    }
}

/// What goes on in the next assessment: the open actions whose recommendation it still knows.
pub fn carried(actions: &[RoadmapAction], into: &Questionnaire) -> Vec<RoadmapAction> {
    let known = |action: &&RoadmapAction| into.recommendations.iter().any(|it| it.id == action.recommendation);
    actions.iter().filter(|action| action.status.is_open()).filter(known).cloned().collect()
}
