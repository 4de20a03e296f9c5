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
        let questionnaire = session.interview.questionnaire().clone();
        let reference = self.references.iter().find(|(id, _)| *id == questionnaire.id).map(|(_, table)| table.clone());
        let fresh = self.refresh_pool().is_ok();
        let peers = self.session.as_ref().zip(self.pool.as_ref()).filter(|_| fresh);
        let peers = peers.map(|(session, (_, pool))| pool.compare(&session.summary.enterprise, &session.interview));
        Others { peers, reference }
    }

    /// Reads the finished assessments by the questionnaire of the open one, unless they are at hand.
    fn refresh_pool(&mut self) -> Result<(), JournalError> {
        let Some(session) = &self.session else { return Ok(()) };
        let questionnaire = session.interview.questionnaire();
        let summaries = self.library.summaries()?;
        let stamp = stamp(&summaries);
        let same = |(known, pool): &(_, Pool)| *known == stamp && pool.questionnaire.hash == questionnaire.hash;
        if !self.pool.as_ref().is_some_and(same) {
            let pool = Pool::read(self.library.as_ref(), &summaries, questionnaire, Depth::Answers, &(self.clock)())?;
            self.pool = Some((stamp, pool));
        }
        Ok(())
    }
}
