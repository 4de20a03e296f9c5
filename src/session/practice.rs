//! A practice interview: a library of one assessment in memory. While it is open the real library is set
//! aside, so that nothing of it can reach lists, statistics or exports.

use std::path::Path;
use std::sync::Arc;

use uuid::Uuid;

use super::Desk;
use crate::engine::id::AssessmentId;
use crate::engine::interview::journal::{Journal, JournalError};
use crate::engine::interview::memory::MemoryJournal;
use crate::engine::interview::{Form, Interview, Progress};
use crate::engine::library::{Access, Library, NewAssessment, Record, Summary};
use crate::engine::questionnaire::Questionnaire;
use crate::engine::roadmap::RoadmapAction;
use crate::engine::target::ChosenTarget;
use crate::engine::text::Message;
use crate::engine::visit::{Ending, Stay, Visit};

/// The library of a practice interview. It is gone when the interview is left.
#[derive(Debug)]
struct Practice {
    begun: jiff::Zoned,
    assessment: Option<(Summary, Arc<str>)>,
    journal: MemoryJournal,
    target: Option<ChosenTarget>,
    actions: Vec<RoadmapAction>,
}

/// The practice assessment is the only one there is.
const ID: AssessmentId = AssessmentId(Uuid::nil());

impl Library for Practice {
    fn access(&self) -> Access {
        Access::Write
    }

    fn summaries(&self) -> Result<Vec<Summary>, JournalError> {
        Ok(self.assessment.iter().map(|(summary, _)| summary.clone()).collect())
    }

    fn archived(&self) -> Result<Vec<Summary>, JournalError> {
        Ok(Vec::new())
    }

    fn enterprises(&self) -> Result<Vec<String>, JournalError> {
        Ok(self.assessment.iter().map(|(summary, _)| summary.enterprise.clone()).collect())
    }

    fn create(&mut self, new: &NewAssessment) -> Result<AssessmentId, JournalError> {
        let interview = Interview::new(Arc::clone(&new.questionnaire), new.form, self.begun.clone());
        let begun = self.begun.timestamp();
        let summary = Summary {
            id: ID,
            enterprise: new.enterprise.clone(),
            questionnaire: new.questionnaire.id.clone(),
            version: new.questionnaire.version.clone(),
            form: new.form,
            created: begun,
            changed: begun,
            closed: None,
            archived: false,
            progress: interview.progress(),
            previous: None,
            visit: None,
        };
        self.assessment = Some((summary, Arc::clone(&new.questionnaire.text)));
        Ok(ID)
    }

    fn open(&self, _: AssessmentId) -> Result<Record, JournalError> {
        let gone = || JournalError { message: Message::new("practice-over"), cause: String::new() };
        let (summary, text) = self.assessment.clone().ok_or_else(gone)?;
        Ok(Record {
            summary,
            questionnaire_text: text,
            events: self.journal.events.clone(),
            drafts: self.journal.drafts.clone().into_iter().collect(),
            position: self.journal.position.clone(),
            target: self.target.clone(),
            actions: self.actions.clone(),
        })
    }

    fn journal(&mut self, _: AssessmentId) -> Box<dyn Journal + '_> {
        Box::new(&mut self.journal)
    }

    fn keep_progress(&mut self, _: AssessmentId, progress: Progress) -> Result<(), JournalError> {
        if let Some((summary, _)) = &mut self.assessment {
            summary.progress = progress;
        }
        Ok(())
    }

    fn keep_result(&mut self, _: AssessmentId, _: &str) -> Result<(), JournalError> {
        Ok(())
    }

    fn keep_target(&mut self, _: AssessmentId, target: Option<&ChosenTarget>) -> Result<(), JournalError> {
        self.target = target.cloned();
        Ok(())
    }

    fn keep_action(&mut self, id: AssessmentId, action: &RoadmapAction) -> Result<(), JournalError> {
        self.remove_action(id, &action.recommendation)?;
        self.actions.push(action.clone());
        Ok(())
    }

    fn remove_action(&mut self, _: AssessmentId, recommendation: &str) -> Result<(), JournalError> {
        self.actions.retain(|kept| kept.recommendation != recommendation);
        Ok(())
    }

    fn keep_visit(&mut self, _: AssessmentId, ending: &Ending) -> Result<Visit, JournalError> {
        let (ended, nobody) = (self.begun.timestamp(), String::new());
        Ok(Visit { id: Uuid::nil(), ended, device: nobody.clone(), interviewer: nobody, ending: ending.clone() })
    }

    fn visits(&self, _: AssessmentId) -> Result<Vec<Visit>, JournalError> {
        Ok(Vec::new())
    }

    fn keep_stay(&mut self, _: AssessmentId, _: &Stay) -> Result<(), JournalError> {
        Ok(())
    }

    fn stays(&self, _: AssessmentId) -> Result<Vec<Stay>, JournalError> {
        Ok(Vec::new())
    }

    fn archive(&mut self, _: AssessmentId, _: bool) -> Result<(), JournalError> {
        Ok(())
    }

    fn copy_to(&self, _: &Path) -> Result<(), JournalError> {
        Err(JournalError { message: Message::new("practice-no-copy"), cause: String::new() })
    }

    fn keep_setting(&mut self, _: &str, _: &str) -> Result<(), JournalError> {
        Ok(())
    }

    fn setting(&self, _: &str) -> Result<Option<String>, JournalError> {
        Ok(None)
    }
}

impl Desk {
    /// Whether the open assessment is a practice interview.
    pub const fn practises(&self) -> bool {
        self.set_aside.is_some()
    }

    /// Begins a practice interview, with the quick form where there is one.
    ///
    /// # Errors
    /// What keeps an assessment from being opened; the real library is back in its place then.
    pub fn begin_practice(&mut self, questionnaire: Arc<Questionnaire>) -> Result<(), JournalError> {
        let practice = Practice {
            begun: (self.clock)(),
            assessment: None,
            journal: MemoryJournal::default(),
            target: None,
            actions: Vec::new(),
        };
        let form = if questionnaire.offers(Form::Quick) { Form::Quick } else { Form::Full };
        self.close_session();
        self.set_aside = Some(std::mem::replace(&mut self.library, Box::new(practice)));
        let enterprise = self.texts.get("practice-enterprise");
        let begun = self.begin(&NewAssessment { enterprise, questionnaire, form, lang: self.lang(), previous: None });
        if begun.is_err() {
            self.end_practice();
        }
        begun
    }

    /// Puts the real library back. True if there was a practice interview; nothing of it is left.
    pub(super) fn end_practice(&mut self) -> bool {
        let real = self.set_aside.take();
        let practised = real.is_some();
        if let Some(real) = real {
            self.library = real;
        }
        practised
    }

    /// The library that lasts, also while another one is in its place.
    pub fn real_library(&mut self) -> &mut dyn Library {
        self.set_aside.as_mut().unwrap_or(&mut self.library).as_mut()
    }
}
