//! The engine's types → rows. Every function works inside the transaction of its caller.

use rusqlite::{Connection, OptionalExtension, named_params};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::chain::Anchor;
use super::error::Problem;
use super::read::{self, moment, worded};
use super::replay::Replayed;
use crate::engine::answer::Answer;
use crate::engine::id::{AssessmentId, QuestionId};
use crate::engine::interview::Progress;
use crate::engine::interview::journal::Event;
use crate::engine::roadmap::RoadmapAction;
use crate::engine::target::ChosenTarget;
use crate::engine::visit::{Stay, Visit};

/// JSON that is known to read back as what it was (a number that is not finite would not).
pub(super) fn json<T: Serialize + DeserializeOwned + PartialEq>(value: &T) -> Result<String, Problem> {
    let text = serde_json::to_string(value).map_err(|error| Problem::Unreadable(error.to_string()))?;
    if read::json::<T>(&text)? == *value { Ok(text) } else { Err(Problem::Unreadable(text)) }
}

/// Keeps a questionnaire, unless it is kept already.
pub(super) fn questionnaire(
    connection: &Connection,
    hash: &str,
    id: &str,
    version: &str,
    text: &str,
) -> Result<(), Problem> {
    connection.execute(
        "INSERT INTO questionnaire (hash, id, version, text) VALUES (:hash, :id, :version, :text)
         ON CONFLICT (hash) DO NOTHING",
        named_params! { ":hash": hash, ":id": id, ":version": version, ":text": text },
    )?;
    Ok(())
}

/// The enterprise of that name, made if there is none.
pub(super) fn enterprise_named(connection: &Connection, name: &str) -> Result<Uuid, Problem> {
    let sql = "SELECT id FROM enterprise WHERE name = :name ORDER BY id LIMIT 1";
    let found: Option<String> =
        connection.query_row(sql, named_params! { ":name": name }, |row| row.get(0)).optional()?;
    if let Some(id) = found {
        return read::word(&id);
    }
    let id = Uuid::now_v7();
    enterprise(connection, id, name)?;
    Ok(id)
}

/// Keeps a new enterprise.
pub(super) fn enterprise(connection: &Connection, id: Uuid, name: &str) -> Result<(), Problem> {
    let sql = "INSERT INTO enterprise (id, name) VALUES (:id, :name)";
    connection.execute(sql, named_params! { ":id": id.to_string(), ":name": name })?;
    Ok(())
}

/// Keeps a new assessment without events.
pub(super) fn assessment(
    connection: &Connection,
    anchor: &Anchor,
    previous: Option<AssessmentId>,
    progress: Progress,
) -> Result<(), Problem> {
    connection.execute(
        "INSERT INTO assessment (id, enterprise, questionnaire, form, lang, created, changed, progress, previous)
         VALUES (:id, :enterprise, :questionnaire, :form, :lang, :created, :created, :progress, :previous)",
        named_params! {
            ":id": anchor.id.to_string(),
            ":enterprise": anchor.enterprise.to_string(),
            ":questionnaire": anchor.questionnaire,
            ":form": worded(&anchor.form)?,
            ":lang": worded(&anchor.lang)?,
            ":created": moment(anchor.created),
            ":progress": json(&progress)?,
            ":previous": previous.map(|id| id.to_string()),
        },
    )?;
    Ok(())
}

/// Appends an event. Its sequence, hash and derived state are the caller's business.
pub(super) fn event(connection: &Connection, id: AssessmentId, event: &Event) -> Result<(), Problem> {
    use crate::engine::interview::journal::EventAction::{Redo, Undo};
    let of = match &event.action {
        Undo { of, .. } | Redo { of, .. } => Some(signed(*of)?),
        _ => None,
    };
    let change = event.action.change();
    let mut insert = connection.prepare_cached(
        "INSERT INTO event (assessment, sequence, id, time, device, interviewer, action, question, old, new, of,
             lang, shown_ms, hash)
         VALUES (:assessment, :sequence, :id, :time, :device, :interviewer, :action, :question, :old, :new, :of,
             :lang, :shown_ms, :hash)",
    )?;
    insert.execute(named_params! {
        ":assessment": id.to_string(),
        ":sequence": signed(event.sequence)?,
        ":id": event.id.to_string(),
        ":time": moment(event.time),
        ":device": event.device,
        ":interviewer": event.interviewer,
        ":action": event.action.name(),
        ":question": change.map(|change| change.question.as_str()),
        ":old": change.map(|change| json(&change.old)).transpose()?,
        ":new": change.map(|change| json(&change.new)).transpose()?,
        ":of": of,
        ":lang": worded(&event.lang)?,
        ":shown_ms": signed(event.shown_ms)?,
        ":hash": event.hash,
    })?;
    Ok(())
}

/// Keeps the answer that stands at a question since the event with that sequence number.
pub(super) fn answer(
    connection: &Connection,
    id: AssessmentId,
    question: &QuestionId,
    answer: &Answer,
    sequence: u64,
) -> Result<(), Problem> {
    let (id, question) = (id.to_string(), question.as_str());
    if *answer == Answer::default() {
        let mut delete =
            connection.prepare_cached("DELETE FROM answer WHERE assessment = :id AND question = :question")?;
        delete.execute(named_params! { ":id": id, ":question": question })?;
        return Ok(());
    }
    let mut upsert = connection.prepare_cached(
        "INSERT INTO answer (assessment, question, answer, sequence) VALUES (:id, :question, :answer, :sequence)
         ON CONFLICT DO UPDATE SET answer = excluded.answer, sequence = excluded.sequence",
    )?;
    let answer = json(answer)?;
    upsert.execute(named_params! {
        ":id": id, ":question": question, ":answer": answer, ":sequence": signed(sequence)?,
    })?;
    Ok(())
}

/// Replaces everything derived from the journal by what its replay gave.
pub(super) fn derived(connection: &Connection, id: AssessmentId, replayed: &Replayed) -> Result<(), Problem> {
    connection.execute("DELETE FROM answer WHERE assessment = :id", named_params! { ":id": id.to_string() })?;
    for (question, (kept, sequence)) in &replayed.answers {
        answer(connection, id, question, kept, *sequence)?;
    }
    connection.execute(
        "UPDATE assessment SET changed = :changed, closed = :closed WHERE id = :id",
        named_params! {
            ":id": id.to_string(), ":changed": moment(replayed.changed), ":closed": replayed.closed.map(moment),
        },
    )?;
    Ok(())
}

/// Keeps, or with `None` forgets, what was typed at a question.
pub(super) fn draft(
    connection: &Connection,
    id: AssessmentId,
    question: &QuestionId,
    text: Option<&str>,
) -> Result<(), Problem> {
    let (id, question) = (id.to_string(), question.as_str());
    if let Some(text) = text {
        let mut upsert = connection.prepare_cached(
            "INSERT INTO draft (assessment, question, text) VALUES (:id, :question, :text)
             ON CONFLICT DO UPDATE SET text = excluded.text",
        )?;
        upsert.execute(named_params! { ":id": id, ":question": question, ":text": text })?;
    } else {
        let mut delete =
            connection.prepare_cached("DELETE FROM draft WHERE assessment = :id AND question = :question")?;
        delete.execute(named_params! { ":id": id, ":question": question })?;
    }
    Ok(())
}

/// Keeps the target of an assessment, which must exist.
pub(super) fn target(connection: &Connection, id: AssessmentId, target: Option<&ChosenTarget>) -> Result<(), Problem> {
    let sql = "UPDATE assessment SET target = :target WHERE id = :id";
    let target = target.map(json).transpose()?;
    match connection.execute(sql, named_params! { ":id": id.to_string(), ":target": target })? {
        0 => Err(Problem::NoAssessment(id)),
        _ => Ok(()),
    }
}

/// Keeps a new action under an id; one for the same recommendation stays, and keeps its id, but is replaced
/// if `change` says so.
pub(super) fn action(
    connection: &Connection,
    assessment: AssessmentId,
    (id, action): (Uuid, &RoadmapAction),
    change: bool,
) -> Result<(), Problem> {
    let mut upsert = connection.prepare_cached(
        "INSERT INTO action (id, assessment, recommendation, owner, due, status, phase, measure, note, created, changed)
         VALUES (:id, :assessment, :recommendation, :owner, :due, :status, :phase, :measure, :note, :created, :changed)
         ON CONFLICT (assessment, recommendation) DO UPDATE SET owner = excluded.owner, due = excluded.due,
             status = excluded.status, phase = excluded.phase, measure = excluded.measure, note = excluded.note,
             created = excluded.created, changed = excluded.changed
         WHERE :change
         ON CONFLICT DO NOTHING",
    )?;
    upsert.execute(named_params! {
        ":id": id.to_string(),
        ":assessment": assessment.to_string(),
        ":recommendation": action.recommendation,
        ":owner": action.owner,
        ":due": action.due.map(|due| due.to_string()),
        ":status": worded(&action.status)?,
        ":phase": action.phase.map(|phase| worded(&phase)).transpose()?,
        ":measure": action.measure,
        ":note": action.note,
        ":created": moment(action.created),
        ":changed": moment(action.changed),
        ":change": change,
    })?;
    Ok(())
}

/// Keeps how a visit ended. False if it is kept already.
pub(super) fn visit(connection: &Connection, assessment: AssessmentId, visit: &Visit) -> Result<bool, Problem> {
    let mut insert = connection.prepare_cached(
        "INSERT INTO visit (id, assessment, ended, device, interviewer, outcome, until, reason)
         VALUES (:id, :assessment, :ended, :device, :interviewer, :outcome, :until, :reason) ON CONFLICT DO NOTHING",
    )?;
    let kept = insert.execute(named_params! {
        ":id": visit.id.to_string(),
        ":assessment": assessment.to_string(),
        ":ended": moment(visit.ended),
        ":device": visit.device,
        ":interviewer": visit.interviewer,
        ":outcome": worded(&visit.ending.outcome)?,
        ":until": visit.ending.until.map(|day| day.to_string()),
        ":reason": visit.ending.reason,
    })?;
    Ok(kept > 0)
}

/// Keeps how long a question was on the screen. False if it is kept already.
pub(super) fn stay(connection: &Connection, assessment: AssessmentId, stay: &Stay) -> Result<bool, Problem> {
    let mut insert = connection.prepare_cached(
        "INSERT INTO stay (assessment, since, question, ms, lang, way)
         VALUES (:assessment, :since, :question, :ms, :lang, :way) ON CONFLICT DO NOTHING",
    )?;
    let kept = insert.execute(named_params! {
        ":assessment": assessment.to_string(),
        ":since": moment(stay.since),
        ":question": stay.question.as_str(),
        ":ms": signed(stay.ms)?,
        ":lang": worded(&stay.lang)?,
        ":way": worded(&stay.way)?,
    })?;
    Ok(kept > 0)
}

/// Keeps a computed profile, in the one spelling that serde_json has for it.
pub(super) fn result(connection: &Connection, id: AssessmentId, engine: &str, json: &str) -> Result<(), Problem> {
    let profile: serde_json::Value = read::json(json)?;
    connection.execute(
        "INSERT INTO result (assessment, engine, json) VALUES (:id, :engine, :json)
         ON CONFLICT DO UPDATE SET json = excluded.json",
        named_params! { ":id": id.to_string(), ":engine": engine, ":json": profile.to_string() },
    )?;
    Ok(())
}

/// A count in SQLite's integers.
pub(super) fn signed(count: u64) -> Result<i64, Problem> {
    i64::try_from(count).map_err(|_| Problem::Unreadable(count.to_string()))
}
