//! What stands around the open assessment: what was before, what others reached. The pool of others is read again
//! only when a finished assessment has changed.

use std::sync::Arc;

use super::{Desk, Read};
use crate::engine::around::Around;
use crate::engine::benchmark::Others;
use crate::engine::interview::Interview;
use crate::engine::interview::journal::JournalError;
use crate::engine::library::{Depth, Record, earlier};
use crate::engine::pool::{Pool, stamp};
use crate::engine::questionnaire::Questionnaire;

impl Desk {
    /// What stands around the open assessment. What cannot be read is not told.
    pub fn around(&mut self) -> Around {
        let others = self.others();
        Around { catalogue: Arc::clone(&self.catalogue), earlier: self.earlier(), others }
    }

    fn earlier(&self) -> Option<(Record, Interview)> {
        let summary = &self.session.as_ref()?.summary;
        let all = self.library.summaries().ok()?;
        let Read { record, interview } = self.read(earlier(&all, summary)?.id).ok()?;
        Some((record, interview))
    }

    /// The peers of the open assessment and the table at hand. What cannot be read is not told: a profile does not
    /// fail because of others.
    pub fn others(&mut self) -> Others {
        let Some(session) = &self.session else { return Others::default() };
        let questionnaire = Arc::clone(session.interview.questionnaire());
        let reference = self.references.iter().find(|(id, _)| *id == questionnaire.id).map(|(_, table)| table.clone());
        let pool = self.pool_of(&questionnaire).ok();
        let peers = self.session.as_ref().zip(pool);
        let peers = peers.map(|(session, pool)| pool.compare(&session.summary.enterprise, &session.interview));
        Others { peers, reference }
    }

    /// The finished assessments by a questionnaire: those at hand, or read if one of them has changed.
    ///
    /// # Errors
    /// The store's error.
    pub fn pool_of(&mut self, questionnaire: &Arc<Questionnaire>) -> Result<Arc<Pool>, JournalError> {
        let summaries = self.library.summaries()?;
        let stamp = stamp(&summaries);
        let same = |(known, pool): &&(_, Arc<Pool>)| *known == stamp && pool.questionnaire.hash == questionnaire.hash;
        if let Some((_, pool)) = self.pool.as_ref().filter(same) {
            return Ok(Arc::clone(pool));
        }
        let read = Pool::read(self.library.as_ref(), &summaries, questionnaire, Depth::Answers, &(self.clock)())?;
        let pool = Arc::new(read);
        self.pool = Some((stamp, Arc::clone(&pool)));
        Ok(pool)
    }
}
