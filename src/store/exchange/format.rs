//! What the file says, record by record. The order of fields here is their order in the file.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::engine::id::{AssessmentId, QuestionId};
use crate::engine::interview::Progress;
use crate::engine::interview::journal::Event;
use crate::engine::roadmap::{ActionStatus, RoadmapAction};
use crate::engine::target::ChosenTarget;
use crate::engine::visit::{Stay, Visit};
use crate::store::chain::Anchor;

/// The mark of the format.
pub(super) const FORMAT: &str = "tashxis-assessments";
/// The version of the format. A field that is added, removed or changed makes a new one.
pub(super) const VERSION: u64 = 4;
/// The version before assessments had a target; it is still read.
pub(super) const WITHOUT_TARGET: u64 = 1;
/// The last version before assessments had a roadmap and could continue one another; it is still read.
pub(super) const WITHOUT_ROADMAP: u64 = 2;
/// The last version before visits and the time at questions were kept; it is still read.
pub(super) const WITHOUT_VISITS: u64 = 3;

/// A whole file.
#[derive(Debug, Serialize)]
pub(super) struct File {
    pub format: &'static str,
    pub version: u64,
    /// By hash.
    pub questionnaires: Vec<QuestionnaireRecord>,
    /// By id.
    pub enterprises: Vec<EnterpriseRecord>,
    /// By id, which is the order in which they were begun.
    pub assessments: Vec<AssessmentRecord>,
}

/// A questionnaire, whole.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct QuestionnaireRecord {
    pub hash: String,
    pub id: String,
    pub version: String,
    pub text: String,
}

/// An enterprise.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct EnterpriseRecord {
    pub id: Uuid,
    pub name: String,
}

/// An assessment with all that belongs to it. Answers are not in it: they follow from the events.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct AssessmentRecord {
    #[serde(flatten)]
    pub anchor: Anchor,
    pub changed: Timestamp,
    pub closed: Option<Timestamp>,
    pub archived: bool,
    pub position: Option<QuestionId>,
    pub progress: Progress,
    pub target: Option<ChosenTarget>,
    pub previous: Option<AssessmentId>,
    /// By sequence number.
    pub events: Vec<Event>,
    /// By question.
    pub drafts: Vec<Draft>,
    /// By engine.
    pub results: Vec<ResultRecord>,
    /// By id.
    pub actions: Vec<ActionRecord>,
    /// By the time they ended.
    pub visits: Vec<Visit>,
    /// By the time they began.
    pub stays: Vec<Stay>,
}

/// What was typed and is not an answer yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Draft {
    pub question: QuestionId,
    pub text: String,
}

/// A computed profile.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ResultRecord {
    pub engine: String,
    pub json: Value,
}

/// A recommendation that the enterprise follows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct ActionRecord {
    pub id: Uuid,
    #[serde(flatten)]
    pub action: RoadmapAction,
}

/// The same as it was before there was a roadmap.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ActionBefore {
    pub id: Uuid,
    pub recommendation: String,
    pub owner: String,
    pub due: Option<Date>,
    pub status: ActionStatus,
}

impl ActionBefore {
    /// The action as it is kept now. Nothing was known of when it was made.
    pub fn now(self, made: Timestamp) -> ActionRecord {
        let Self { id, recommendation, owner, due, status } = self;
        let action = RoadmapAction { owner, due, status, ..RoadmapAction::new(&recommendation, made) };
        ActionRecord { id, action }
    }
}
