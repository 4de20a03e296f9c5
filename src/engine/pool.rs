//! The finished assessments of one questionnaire, one per enterprise, scored: what peers, rankings and heat maps
//! are made of.

use std::collections::HashSet;
use std::sync::Arc;

use jiff::{Timestamp, Zoned};

use super::benchmark::{Comparison, Traits, compare};
use super::id::AssessmentId;
use super::interview::Interview;
use super::interview::journal::JournalError;
use super::library::{Library, Summary};
use super::questionnaire::Questionnaire;
use super::uncertainty::{Assessed, SEED};

/// The finished assessments of one questionnaire.
#[derive(Clone, Debug)]
pub struct Pool {
    /// The questionnaire, in one version to the letter.
    pub questionnaire: Arc<Questionnaire>,
    /// The newest assessment of each enterprise, the last finished first.
    pub members: Vec<Member>,
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
    /// When it was finished.
    pub closed: Timestamp,
    /// The number of its own doubts; the same whenever it is computed.
    pub subject: u32,
    /// By what it is compared.
    pub traits: Traits,
    /// What is known of it.
    pub assessed: Assessed,
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
    /// The store's error. An assessment that cannot be understood is left out.
    pub fn read(
        library: &dyn Library,
        summaries: &[Summary],
        questionnaire: &Arc<Questionnaire>,
        now: &Zoned,
    ) -> Result<Self, JournalError> {
        let of_it = |it: &&Summary| it.questionnaire == questionnaire.id && !it.archived;
        let mut closed: Vec<(Timestamp, &Summary)> =
            summaries.iter().filter(of_it).filter_map(|it| Some((it.closed?, it))).collect();
        closed.sort_by_key(|(time, summary)| (std::cmp::Reverse(*time), summary.id.0));
        let mut seen = HashSet::new();
        let mut pool = Self { questionnaire: Arc::clone(questionnaire), members: Vec::new(), left_out: 0 };
        for (closed, summary) in closed {
            if seen.contains(&known_as(&summary.enterprise)) {
                continue;
            }
            match member(library, questionnaire, summary, closed, now)? {
                Some(member) => {
                    seen.insert(known_as(&summary.enterprise));
                    pool.members.push(member);
                }
                None => pool.left_out += 1,
            }
        }
        Ok(pool)
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

fn member(
    library: &dyn Library,
    questionnaire: &Arc<Questionnaire>,
    summary: &Summary,
    closed: Timestamp,
    now: &Zoned,
) -> Result<Option<Member>, JournalError> {
    let record = library.open(summary.id)?;
    if record.questionnaire_text != questionnaire.text {
        return Ok(None);
    }
    let replayed = Interview::replay(Arc::clone(questionnaire), summary.form, now.clone(), &record.events);
    Ok(replayed.ok().map(|interview| Member {
        id: summary.id,
        enterprise: summary.enterprise.clone(),
        closed,
        subject: subject(summary.id),
        traits: Traits::of(&interview),
        assessed: Assessed::of(&interview),
    }))
}
