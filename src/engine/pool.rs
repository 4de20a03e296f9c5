//! The finished assessments of one questionnaire, one per enterprise, scored: what peers, rankings and heat maps
//! are made of.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use jiff::{Timestamp, Zoned};

use super::benchmark::{Comparison, Traits, compare};
use super::id::AssessmentId;
use super::interview::journal::JournalError;
use super::interview::{Form, Interview};
use super::library::{Depth, Library, Standing, Summary};
use super::questionnaire::Questionnaire;
use super::ranks::Contestant;
use super::reliability::{Cell, cells};
use super::steps::Steps;
use super::uncertainty::{Assessed, SEED};

/// The finished assessments of one questionnaire.
#[derive(Clone, Debug)]
pub struct Pool {
    /// The questionnaire, in one version to the letter.
    pub questionnaire: Arc<Questionnaire>,
    /// The newest assessment of each enterprise, the last finished first.
    pub members: Vec<Member>,
    /// How many of the enterprises have earlier finished assessments as well.
    pub repeated: usize,
    /// How many were left out: of another text of the questionnaire, or damaged.
    pub left_out: usize,
}

/// One of them.
#[derive(Clone, Debug)]
pub struct Member {
    /// The assessment.
    pub id: AssessmentId,
    /// The enterprise's name.
    pub enterprise: String,
    /// All questions, or the quick form.
    pub form: Form,
    /// When it was finished.
    pub closed: Timestamp,
    /// The number of its own doubts; the same whenever it is computed.
    pub subject: u32,
    /// By what it is compared.
    pub traits: Traits,
    /// What is known of it.
    pub assessed: Assessed,
    /// What it says of each item, in file order.
    pub cells: Vec<Cell>,
    /// How long each item was on the screen, in milliseconds, in file order; nothing unless the passages were read.
    pub shown_ms: Vec<Option<f64>>,
}

/// What a pool was read from: as long as it stays the same, so does the pool.
pub type Stamp = Vec<(AssessmentId, Timestamp)>;

/// The stamp of the finished assessments among all.
pub fn stamp(summaries: &[Summary]) -> Stamp {
    summaries.iter().filter(|it| it.closed.is_some()).map(|it| (it.id, it.changed)).collect()
}

/// The number of an assessment's own doubts.
pub const fn subject(id: AssessmentId) -> u32 {
    // The low bits of an id are random in every version of UUIDs in use.
    (id.0.as_u128() & u32::MAX as u128) as u32
}

/// The name under which assessments count as those of one enterprise.
fn known_as(enterprise: &str) -> String {
    enterprise.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

impl Pool {
    /// Reads and scores all that are finished and not archived.
    ///
    /// # Errors
    /// The store's error, or it was stopped. An assessment that cannot be understood is left out.
    pub fn read(
        library: &dyn Library,
        summaries: &[Summary],
        questionnaire: &Arc<Questionnaire>,
        depth: Depth,
        now: &Zoned,
        steps: &Steps,
    ) -> Result<Self, JournalError> {
        let of_it = |it: &&Summary| it.questionnaire == questionnaire.id && !it.archived;
        let mut closed: Vec<(Timestamp, &Summary)> =
            summaries.iter().filter(of_it).filter_map(|it| Some((it.closed?, it))).collect();
        closed.sort_by_key(|(time, summary)| (std::cmp::Reverse(*time), summary.id.0));
        let (mut seen, mut again) = (HashSet::new(), HashSet::new());
        let mut pool = Self { questionnaire: Arc::clone(questionnaire), members: Vec::new(), repeated: 0, left_out: 0 };
        steps.expect(closed.len());
        for (closed, summary) in closed {
            steps.step()?;
            let name = known_as(&summary.enterprise);
            if seen.contains(&name) {
                again.insert(name);
                continue;
            }
            match member(questionnaire, library.standing(summary.id, depth)?, closed, now) {
                Some(member) => {
                    seen.insert(name);
                    pool.members.push(member);
                }
                None => pool.left_out += 1,
            }
        }
        pool.repeated = again.len();
        Ok(pool)
    }

    /// The enterprises as they are ranked, in the order of the members.
    pub fn contestants(&self) -> Vec<Contestant<'_>> {
        self.members.iter().map(|it| Contestant { subject: it.subject, assessed: &it.assessed }).collect()
    }

    /// An interview among all enterprises of the pool but its own.
    pub fn compare(&self, enterprise: &str, interview: &Interview) -> Comparison {
        let own = known_as(enterprise);
        let others = self.members.iter().filter(|member| known_as(&member.enterprise) != own);
        let others: Vec<_> = others.map(|member| (&member.traits, &member.assessed.scores)).collect();
        let assessed = Assessed::of(interview);
        compare(&self.questionnaire, (&Traits::of(interview), &assessed.scores), &others, SEED)
    }
}

/// An assessment as a member; `None` if it is of another text of the questionnaire, or damaged.
fn member(questionnaire: &Arc<Questionnaire>, it: Standing, closed: Timestamp, now: &Zoned) -> Option<Member> {
    if it.questionnaire != questionnaire.hash {
        return None;
    }
    let Summary { id, enterprise, form, .. } = it.summary;
    let interview = Interview::standing(Arc::clone(questionnaire), form, now.clone(), it.answers).ok()?;
    let shown: HashMap<&str, f64> =
        it.passages.iter().filter(|it| it.shown_ms > 0).map(|it| (it.question.as_str(), it.shown_ms as f64)).collect();
    let shown_ms = questionnaire.items().map(|ix| shown.get(questionnaire.questions[ix].id.as_str()).copied());
    Some(Member { shown_ms: shown_ms.collect(), ..Member::of(id, enterprise, closed, &interview) })
}

impl Member {
    /// A finished interview as a member; times are left for the caller to add.
    pub fn of(id: AssessmentId, enterprise: String, closed: Timestamp, interview: &Interview) -> Self {
        Self {
            id,
            enterprise,
            form: interview.form(),
            closed,
            subject: subject(id),
            traits: Traits::of(interview),
            assessed: Assessed::of(interview),
            cells: cells(interview),
            shown_ms: Vec::new(),
        }
    }
}
