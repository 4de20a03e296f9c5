//! What stands around the open assessment: what was before, what others reached. The pool of others is read again
//! only when a finished assessment has changed, and beside the interface where they are many.

use std::sync::Arc;

use super::work::{Labour, Stand, Task};
use super::{Desk, Read};
use crate::engine::around::Around;
use crate::engine::benchmark::Others;
use crate::engine::interview::Interview;
use crate::engine::interview::journal::JournalError;
use crate::engine::library::{Depth, Record, Summary, earlier};
use crate::engine::pool::{Pool, Stamp, stamp};
use crate::engine::questionnaire::Questionnaire;
use crate::engine::steps::Steps;

/// The most finished assessments that are read while everything waits: a hundred take less than a key's time.
const AT_ONCE: usize = 100;

/// The finished assessments, as far as they were read.
#[derive(Debug, Default)]
pub struct Pools {
    /// Where many are read.
    pub labour: Labour,
    /// Those that were read last, and what they were read from.
    known: Option<(Stamp, Arc<Pool>)>,
    /// Those that are being read.
    reading: Option<Reading>,
}

#[derive(Debug)]
struct Reading {
    stamp: Stamp,
    questionnaire: Arc<Questionnaire>,
    task: Task<Result<Pool, JournalError>>,
}

impl Pools {
    /// None were read yet; many will be read so.
    pub fn read(labour: Labour) -> Self {
        Self { labour, ..Self::default() }
    }

    fn known(&self, stamp: &Stamp, questionnaire: &Questionnaire) -> Option<Arc<Pool>> {
        let (known, pool) = self.known.as_ref()?;
        (known == stamp && pool.questionnaire.hash == questionnaire.hash).then(|| Arc::clone(pool))
    }

    /// Begins to read them beside the interface, unless that goes on already. False if it cannot be done.
    fn begin(&mut self, desk: &Reader<'_>, stamp: Stamp, questionnaire: &Arc<Questionnaire>) -> bool {
        let same = |it: &Reading| it.stamp == stamp && it.questionnaire.hash == questionnaire.hash;
        if self.reading.as_ref().is_some_and(same) {
            return true;
        }
        let Some(library) = desk.library.beside() else { return false };
        let (summaries, now, of) = (desk.summaries.to_vec(), desk.now.clone(), Arc::clone(questionnaire));
        let work =
            move |steps: &Steps| Some(Pool::read(library.as_ref(), &summaries, &of, Depth::Answers, &now, steps));
        let task = Task::begin(self.labour, work);
        self.reading = Some(Reading { stamp, questionnaire: Arc::clone(questionnaire), task });
        true
    }
}

/// What a pool is read with.
struct Reader<'a> {
    library: &'a dyn crate::engine::library::Library,
    summaries: &'a [Summary],
    now: jiff::Zoned,
}

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
        self.others_by(|desk, questionnaire| desk.pool_of(questionnaire).ok())
    }

    /// The same without waiting for many: their peers are told once they were read, see [`Desk::pool_arrived`].
    pub fn others_soon(&mut self) -> Others {
        self.others_by(|desk, questionnaire| desk.pool_soon(questionnaire).ok().flatten())
    }

    fn others_by(&mut self, pool: impl FnOnce(&mut Self, &Arc<Questionnaire>) -> Option<Arc<Pool>>) -> Others {
        let Some(session) = &self.session else { return Others::default() };
        let questionnaire = Arc::clone(session.interview.questionnaire());
        let reference = self.references.iter().find(|(id, _)| *id == questionnaire.id).map(|(_, table)| table.clone());
        let pool = pool(self, &questionnaire);
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
        self.read_pool(&summaries, questionnaire)
    }

    /// The same, without waiting for many: `None` while they are read beside the interface.
    ///
    /// # Errors
    /// The store's error.
    pub fn pool_soon(&mut self, questionnaire: &Arc<Questionnaire>) -> Result<Option<Arc<Pool>>, JournalError> {
        let summaries = self.library.summaries()?;
        let finished = summaries.iter().filter(|it| it.closed.is_some() && it.questionnaire == questionnaire.id);
        if finished.count() > AT_ONCE {
            let stamp = stamp(&summaries);
            let known = self.pools.known(&stamp, questionnaire);
            if known.is_some() {
                return Ok(known);
            }
            let reader = Reader { library: self.library.as_ref(), summaries: &summaries, now: (self.clock)() };
            if self.pools.begin(&reader, stamp.clone(), questionnaire) {
                self.pool_arrived();
                return Ok(self.pools.known(&stamp, questionnaire));
            }
        }
        self.read_pool(&summaries, questionnaire).map(Some)
    }

    fn read_pool(
        &mut self,
        summaries: &[Summary],
        questionnaire: &Arc<Questionnaire>,
    ) -> Result<Arc<Pool>, JournalError> {
        let stamp = stamp(summaries);
        if let Some(pool) = self.pools.known(&stamp, questionnaire) {
            return Ok(pool);
        }
        let (now, steps) = ((self.clock)(), Steps::default());
        let read = Pool::read(self.library.as_ref(), summaries, questionnaire, Depth::Answers, &now, &steps)?;
        let pool = Arc::new(read);
        self.pools.known = Some((stamp, Arc::clone(&pool)));
        Ok(pool)
    }

    /// Takes the finished assessments that were read beside the interface. True if they have just arrived.
    pub fn pool_arrived(&mut self) -> bool {
        let Some(reading) = &self.pools.reading else { return false };
        let stand = reading.task.take();
        if matches!(stand, Stand::Going) {
            return false;
        }
        let Some(Reading { stamp, .. }) = self.pools.reading.take() else { return false };
        let Stand::Done(Ok(pool)) = stand else { return false };
        self.pools.known = Some((stamp, Arc::new(pool)));
        true
    }

    /// How much of the finished assessments has been read, 0 to 100; `None` when nothing is being read.
    pub fn pool_percent(&self) -> Option<usize> {
        self.pools.reading.as_ref().map(|reading| reading.task.percent())
    }

    /// Reads no more of them.
    pub fn stop_reading(&mut self) {
        self.pools.reading = None;
    }
}
