//! The journal of one assessment: one event, one durable transaction.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, named_params};
use uuid::Uuid;

use super::chain::event_hash;
use super::error::Problem;
use super::read::{self, moment};
use super::{Identity, Store, write};
use crate::engine::id::{AssessmentId, QuestionId};
use crate::engine::interview::journal::{Event, EventAction, Journal, JournalError, NewEvent};

/// Appends to the journal of one assessment in the store.
pub(super) struct AssessmentJournal<'a> {
    pub store: &'a mut Store,
    pub id: AssessmentId,
}

impl Journal for AssessmentJournal<'_> {
    fn append(&mut self, event: &NewEvent) -> Result<Event, JournalError> {
        let identity = self.store.identity.clone();
        Ok(self.store.write(|connection| append(connection, self.id, &identity, event))?)
    }

    fn keep_draft(&mut self, question: &QuestionId, draft: Option<&str>) -> Result<(), JournalError> {
        Ok(self.store.write(|connection| write::draft(connection, self.id, question, draft))?)
    }

    fn keep_position(&mut self, question: Option<&QuestionId>) -> Result<(), JournalError> {
        let sql = "UPDATE assessment SET position = :position WHERE id = :id";
        let values = named_params! { ":id": self.id.to_string(), ":position": question.map(QuestionId::as_str) };
        Ok(self.store.update(self.id, sql, values)?)
    }
}

/// Appends an event with all that follows from it, inside the transaction of the caller.
pub(super) fn append(
    connection: &Connection,
    id: AssessmentId,
    identity: &Identity,
    new: &NewEvent,
) -> Result<Event, Problem> {
    refuse_stale(connection, id, &new.action)?;
    let (last, previous) = tail(connection, id)?;
    let mut event = Event {
        sequence: last + 1,
        id: Uuid::now_v7(),
        time: now(),
        device: identity.device.clone(),
        interviewer: identity.interviewer.clone(),
        action: new.action.clone(),
        lang: new.lang,
        shown_ms: new.shown_ms.min(i64::MAX as u64),
        hash: String::new(),
    };
    event.hash = event_hash(&previous, &event)?;
    write::event(connection, id, &event)?;
    derive(connection, id, &event)?;
    stamp(connection, id, &event, new.position.as_ref())?;
    Ok(event)
}

/// A change made from another answer than the one kept would make the journal contradict itself.
fn refuse_stale(connection: &Connection, id: AssessmentId, action: &EventAction) -> Result<(), Problem> {
    match action.change() {
        Some(change) if read::answer(connection, id, &change.question)? != change.old => {
            Err(Problem::Stale(change.question.clone()))
        }
        _ => Ok(()),
    }
}

/// The last sequence number and the hash that the next event follows.
fn tail(connection: &Connection, id: AssessmentId) -> Result<(u64, String), Problem> {
    let mut query = connection
        .prepare_cached("SELECT sequence, hash FROM event WHERE assessment = :id ORDER BY sequence DESC LIMIT 1")?;
    let last = query
        .query_row(named_params! { ":id": id.to_string() }, |row| Ok((row.get::<_, i64>(0)?, row.get(1)?)))
        .optional()?;
    match last {
        Some((sequence, hash)) => Ok((sequence.unsigned_abs(), hash)),
        None => Ok((0, read::anchor(connection, id)?.hash()?)),
    }
}

fn derive(connection: &Connection, id: AssessmentId, event: &Event) -> Result<(), Problem> {
    let Some(change) = event.action.change() else { return Ok(()) };
    write::answer(connection, id, &change.question, &change.new, event.sequence)?;
    write::draft(connection, id, &change.question, None)
}

/// Writes at the assessment what the event changed there.
fn stamp(
    connection: &Connection,
    id: AssessmentId,
    event: &Event,
    position: Option<&QuestionId>,
) -> Result<(), Problem> {
    let closed = match event.action {
        EventAction::Close => ":changed",
        EventAction::Reopen => "NULL",
        EventAction::Answer(_) | EventAction::Undo { .. } | EventAction::Redo { .. } => "closed",
    };
    let mut update = connection.prepare_cached(&format!(
        "UPDATE assessment SET changed = :changed, closed = {closed}, position = :position WHERE id = :id"
    ))?;
    update.execute(named_params! {
        ":id": id.to_string(), ":changed": moment(event.time), ":position": position.map(QuestionId::as_str),
    })?;
    Ok(())
}

/// The time, in the microseconds that are stored.
pub(super) fn now() -> Timestamp {
    let now = Timestamp::now();
    Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now)
}
