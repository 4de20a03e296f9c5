//! The port to all assessments on this machine: what a list, a new interview and the command line need.
//!
//! Knows nothing of how they are kept.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::answer::Answer;
use super::id::{AssessmentId, QuestionId, QuestionnaireId};
use super::interview::journal::{Event, Journal, JournalError};
use super::interview::{Form, Progress};
use super::questionnaire::Questionnaire;
use super::questionnaire::read::hash;
use super::roadmap::RoadmapAction;
use super::target::ChosenTarget;
use super::text::Lang;
use super::visit::{Effort, Ending, Stay, Visit};

/// All assessments on this machine.
pub trait Library {
    /// Whether changes can be kept, and if not, why.
    fn access(&self) -> Access;

    /// Whose name is written with every event from now on; empty in a self-assessment. What writes no
    /// names needs none.
    fn identify(&mut self, _interviewer: &str) {}

    /// Whether nobody can read the assessments without a passphrase.
    fn is_encrypted(&self) -> bool {
        false
    }

    /// Whether this is the passphrase; nothing is where nothing is encrypted.
    fn opens_with(&self, _passphrase: &str) -> bool {
        false
    }

    /// Every assessment that is not archived, last changed first.
    fn summaries(&self) -> Result<Vec<Summary>, JournalError>;

    /// Every assessment that is archived, last changed first.
    fn archived(&self) -> Result<Vec<Summary>, JournalError>;

    /// The names of all enterprises, sorted.
    fn enterprises(&self) -> Result<Vec<String>, JournalError>;

    /// Makes a new assessment and keeps the questionnaire's text with it.
    fn create(&mut self, new: &NewAssessment) -> Result<AssessmentId, JournalError>;

    /// Reads an assessment whole.
    fn open(&self, id: AssessmentId) -> Result<Record, JournalError>;

    /// Reads an assessment as it stands. What keeps nothing beside the journal folds it.
    fn standing(&self, id: AssessmentId, depth: Depth) -> Result<Standing, JournalError> {
        Ok(Standing::of(self.open(id)?, depth))
    }

    /// Another reader of the same assessments, for another thread; `None` where there can be none.
    fn beside(&self) -> Option<Box<dyn Library + Send>> {
        None
    }

    /// The journal of one assessment.
    fn journal(&mut self, id: AssessmentId) -> Box<dyn Journal + '_>;

    /// Keeps the progress shown in the list.
    fn keep_progress(&mut self, id: AssessmentId, progress: Progress) -> Result<(), JournalError>;

    /// Keeps the computed profile of a closed assessment, as JSON.
    fn keep_result(&mut self, id: AssessmentId, result: &str) -> Result<(), JournalError>;

    /// Keeps the target that was chosen for an assessment, or with `None` forgets it.
    fn keep_target(&mut self, id: AssessmentId, target: Option<&ChosenTarget>) -> Result<(), JournalError>;

    /// Keeps an action of an assessment's roadmap, in place of the one for the same recommendation, if any.
    fn keep_action(&mut self, id: AssessmentId, action: &RoadmapAction) -> Result<(), JournalError>;

    /// Takes the action for a recommendation out of an assessment's roadmap. Nothing happens if there is none.
    fn remove_action(&mut self, id: AssessmentId, recommendation: &str) -> Result<(), JournalError>;

    /// Keeps how a visit ended, which was now, and by whom.
    fn keep_visit(&mut self, id: AssessmentId, ending: &Ending) -> Result<Visit, JournalError>;

    /// Every visit of an assessment, in order.
    fn visits(&self, id: AssessmentId) -> Result<Vec<Visit>, JournalError>;

    /// Keeps how long a question was on the screen.
    fn keep_stay(&mut self, id: AssessmentId, stay: &Stay) -> Result<(), JournalError>;

    /// How long which question was on the screen, in order.
    fn stays(&self, id: AssessmentId) -> Result<Vec<Stay>, JournalError>;

    /// Takes an assessment out of the list, or back into it. Nothing is deleted.
    fn archive(&mut self, id: AssessmentId, archived: bool) -> Result<(), JournalError>;

    /// Copies everything into a new file; the copy is verified. Never overwrites.
    fn copy_to(&self, path: &Path) -> Result<(), JournalError>;

    /// Keeps a setting of the interface (language, theme).
    fn keep_setting(&mut self, name: &str, value: &str) -> Result<(), JournalError>;

    /// Reads a setting of the interface.
    fn setting(&self, name: &str) -> Result<Option<String>, JournalError>;
}

/// Whether changes can be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// This process is the one writer.
    Write,
    /// Another process is writing; this one only reads.
    ReadOnlyInUse,
    /// The file or its folder cannot be written.
    ReadOnlyFile,
}

/// What a new assessment begins with.
#[derive(Clone, Debug)]
pub struct NewAssessment {
    /// The enterprise's name, as typed.
    pub enterprise: String,
    /// The instrument.
    pub questionnaire: Arc<Questionnaire>,
    /// All questions, or the quick form.
    pub form: Form,
    /// The language of the interview at its start.
    pub lang: Lang,
    /// The assessment that it continues, if any. The open actions of that one's roadmap go on in the new one.
    pub previous: Option<AssessmentId>,
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// The assessment.
    pub id: AssessmentId,
    /// The enterprise's name.
    pub enterprise: String,
    /// The instrument.
    pub questionnaire: QuestionnaireId,
    /// Its version.
    pub version: String,
    /// All questions, or the quick form.
    pub form: Form,
    /// When it was begun.
    pub created: Timestamp,
    /// When it was last changed.
    pub changed: Timestamp,
    /// When it was closed, if it is.
    pub closed: Option<Timestamp>,
    /// Whether it was taken out of the list.
    pub archived: bool,
    /// How far it is.
    pub progress: Progress,
    /// The assessment that it continues, if any. It need not be on this machine.
    pub previous: Option<AssessmentId>,
    /// How the last visit ended, if anybody said.
    pub visit: Option<Visit>,
}

/// The closed assessment before another: the one it continues, else the last one of the same enterprise by the same
/// questionnaire, if there is one.
pub fn predecessor<'a>(all: &'a [Summary], of: &Summary) -> Option<&'a Summary> {
    let continued = |it: &&Summary| of.previous == Some(it.id) && it.closed.is_some();
    if let Some(continued) = all.iter().find(continued) {
        return Some(continued);
    }
    let same = |it: &&Summary| it.enterprise == of.enterprise && it.questionnaire == of.questionnaire;
    let earlier = all.iter().filter(same).filter(|it| it.closed.is_some() && it.created < of.created && it.id != of.id);
    earlier.max_by_key(|it| it.created)
}

/// The assessment before another: the one it continues, finished or not, so that its plan is not lost; else the last
/// finished one of the same enterprise.
pub fn earlier<'a>(all: &'a [Summary], of: &Summary) -> Option<&'a Summary> {
    all.iter().find(|it| of.previous == Some(it.id)).or_else(|| predecessor(all, of))
}

/// One assessment, whole.
#[derive(Clone, Debug)]
pub struct Record {
    /// What the list shows of it.
    pub summary: Summary,
    /// The questionnaire's text as it was when the assessment began.
    pub questionnaire_text: Arc<str>,
    /// Every change, in order.
    pub events: Vec<Event>,
    /// What was typed but never became an answer.
    pub drafts: Vec<(QuestionId, String)>,
    /// The place to come back to; `None` is the end, or the start of a new one.
    pub position: Option<QuestionId>,
    /// The target that was chosen, if any.
    pub target: Option<ChosenTarget>,
    /// The roadmap, in the order in which it was made.
    pub actions: Vec<RoadmapAction>,
}

/// How a question was passed: what the journal knows of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// The question.
    pub question: QuestionId,
    /// How often its answer was changed, taking back included.
    pub changes: usize,
    /// Milliseconds it was on the screen in all.
    pub shown_ms: u64,
    /// When it was last changed.
    pub changed: Timestamp,
    /// The language that was shown then.
    pub lang: Lang,
}

/// Whether the journal is asked how each question was passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// Only answers.
    Answers,
    /// Also how each question was passed.
    Passages,
}

/// An assessment as it stands, without its journal.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// What the list shows of it.
    pub summary: Summary,
    /// The hash of its questionnaire.
    pub questionnaire: String,
    /// What is kept at each question, by question.
    pub answers: Vec<(QuestionId, Answer)>,
    /// Who interviewed, in order of appearance; nobody in a self-assessment.
    pub interviewers: Vec<String>,
    /// How each question was passed, by question. Empty unless asked for.
    pub passages: Vec<Passage>,
    /// How long it took in all, if that was recorded.
    pub effort: Option<Effort>,
}

impl Standing {
    /// What is left of an assessment when its journal is folded.
    pub fn of(record: Record, depth: Depth) -> Self {
        let mut answers = BTreeMap::new();
        let mut interviewers: Vec<String> = Vec::new();
        let mut passages: BTreeMap<QuestionId, Passage> = BTreeMap::new();
        for event in &record.events {
            if !event.interviewer.is_empty() && !interviewers.contains(&event.interviewer) {
                interviewers.push(event.interviewer.clone());
            }
            let Some(change) = event.action.change() else { continue };
            answers.insert(change.question.clone(), change.new.clone());
            let before = passages.get(&change.question).map_or((0, 0), |it| (it.changes, it.shown_ms));
            let question = change.question.clone();
            let (changes, shown_ms) = (before.0 + 1, before.1.saturating_add(event.shown_ms));
            let passage =
                Passage { question: question.clone(), changes, shown_ms, changed: event.time, lang: event.lang };
            passages.insert(question, passage);
        }
        Self {
            questionnaire: hash(&record.questionnaire_text),
            summary: record.summary,
            answers: answers.into_iter().collect(),
            interviewers,
            passages: if depth == Depth::Passages { passages.into_values().collect() } else { Vec::new() },
            // It is not in the journal.
            effort: None,
        }
    }
}
