//! Rows → the engine's types.
//!
//! A row that does not read back is an error with its reason, never a default.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, RowIndex, named_params};
use serde::Serialize;
use serde::de::{DeserializeOwned, IntoDeserializer};

use uuid::Uuid;

use super::chain::Anchor;
use super::error::Problem;
use crate::engine::answer::Answer;
use crate::engine::id::{AssessmentId, QuestionId, QuestionnaireId};
use crate::engine::interview::journal::{AnswerChange, Event, EventAction};
use crate::engine::library::{Record, Summary};
use crate::engine::roadmap::RoadmapAction;
use crate::engine::target::ChosenTarget;
use crate::engine::visit::{Effort, Ending, Stay, Visit};

/// Which assessments are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// Those in the list.
    Listed,
    /// Those in the list and those taken out of it.
    All,
}

const SUMMARY: &str = "SELECT a.id, e.name AS enterprise, q.id AS questionnaire, q.version, a.form, a.created,
        a.changed, a.closed, a.archived, a.progress, a.previous, v.id AS visit, v.ended, v.device, v.interviewer,
        v.outcome, v.until, v.reason
    FROM assessment a JOIN enterprise e ON e.id = a.enterprise JOIN questionnaire q ON q.hash = a.questionnaire
    LEFT JOIN visit v ON v.id =
        (SELECT last.id FROM visit last WHERE last.assessment = a.id ORDER BY last.ended DESC, last.id DESC LIMIT 1)";

/// The assessments, last changed first.
pub(super) fn summaries(connection: &Connection, which: Which) -> Result<Vec<Summary>, Problem> {
    let sql = format!("{SUMMARY} WHERE a.archived <= :most ORDER BY a.changed DESC, a.id DESC");
    let mut query = connection.prepare_cached(&sql)?;
    query.query_and_then(named_params! { ":most": which == Which::All }, summary)?.collect()
}

/// A row of [`SUMMARY`].
fn summary(row: &Row) -> Result<Summary, Problem> {
    let visit = match optional_text(row, 11)? {
        Some(id) => Some(visit_of(row, id, 12)?),
        None => None,
    };
    Ok(Summary {
        id: word(text(row, 0)?)?,
        enterprise: row.get(1)?,
        questionnaire: QuestionnaireId::new(text(row, 2)?),
        version: row.get(3)?,
        form: word(text(row, 4)?)?,
        created: parse_time(text(row, 5)?)?,
        changed: parse_time(text(row, 6)?)?,
        closed: optional_text(row, 7)?.map(parse_time).transpose()?,
        archived: row.get(8)?,
        progress: json(text(row, 9)?)?,
        previous: optional_text(row, 10)?.map(word).transpose()?,
        visit,
    })
}

/// The columns of a visit behind its id, in the order in which [`visit_of`] reads them.
const VISIT: &str = "ended, device, interviewer, outcome, until, reason";

/// A visit, from columns as in [`VISIT`], the first of which is given.
fn visit_of(row: &Row, id: &str, first: usize) -> Result<Visit, Problem> {
    Ok(Visit {
        id: word(id)?,
        ended: parse_time(text(row, first)?)?,
        device: row.get(first + 1)?,
        interviewer: row.get(first + 2)?,
        ending: Ending {
            outcome: word(text(row, first + 3)?)?,
            until: optional_text(row, first + 4)?.map(word).transpose()?,
            reason: row.get(first + 5)?,
        },
    })
}

/// Every visit of an assessment, in order.
pub(super) fn visits(connection: &Connection, id: AssessmentId) -> Result<Vec<Visit>, Problem> {
    let sql = format!("SELECT id, {VISIT} FROM visit WHERE assessment = :id ORDER BY ended, id");
    rows(connection, &sql, id, |row| visit_of(row, text(row, 0)?, 1))
}

/// How long which question was on the screen, in order.
pub(super) fn stays(connection: &Connection, id: AssessmentId) -> Result<Vec<Stay>, Problem> {
    let sql = "SELECT since, question, ms, lang, way FROM stay WHERE assessment = :id ORDER BY since, question";
    rows(connection, sql, id, |row| {
        Ok(Stay {
            since: parse_time(text(row, 0)?)?,
            question: QuestionId::new(text(row, 1)?),
            ms: unsigned(row, 2)?,
            lang: word(text(row, 3)?)?,
            way: word(text(row, 4)?)?,
        })
    })
}

/// The same added up; `None` if nothing was recorded.
pub(super) fn effort(connection: &Connection, id: AssessmentId) -> Result<Option<Effort>, Problem> {
    // `total` cannot overflow, and the cast ends at the most that a column holds.
    let sql = "SELECT count(*), CAST(total(ms) AS INTEGER), total(way = 'back') FROM stay WHERE assessment = :id";
    let total = one(connection, sql, id, |row| {
        let back = row.get::<_, f64>(2)? as usize;
        Ok((unsigned(row, 0)? > 0).then_some(Effort { ms: unsigned(row, 1)?, back }))
    })?;
    Ok(total.flatten())
}

/// What the list shows of one assessment.
pub(super) fn summary_of(connection: &Connection, id: AssessmentId) -> Result<Summary, Problem> {
    let sql = format!("{SUMMARY} WHERE a.id = :id");
    one(connection, &sql, id, summary)?.ok_or(Problem::NoAssessment(id))
}

/// One assessment, whole.
pub(super) fn record(connection: &Connection, id: AssessmentId) -> Result<Record, Problem> {
    let summary = summary_of(connection, id)?;
    let sql = "SELECT q.text FROM assessment a JOIN questionnaire q ON q.hash = a.questionnaire WHERE a.id = :id";
    let mut query = connection.prepare_cached(sql)?;
    let text: String = query.query_row(named_params! { ":id": id.to_string() }, |row| row.get(0))?;
    let (position, target) = wishes(connection, id)?;
    Ok(Record {
        summary,
        questionnaire_text: text.into(),
        events: events(connection, id)?,
        drafts: drafts(connection, id)?,
        position,
        target,
        actions: actions(connection, id)?,
    })
}

/// The place to come back to, and the target that was chosen.
pub(super) fn wishes(
    connection: &Connection,
    id: AssessmentId,
) -> Result<(Option<QuestionId>, Option<ChosenTarget>), Problem> {
    let sql = "SELECT position, target FROM assessment WHERE id = :id";
    let found = one(connection, sql, id, |row| {
        let (position, target) = (row.get::<_, Option<String>>(0)?, row.get::<_, Option<String>>(1)?);
        Ok((position.map(QuestionId::new), target.as_deref().map(json).transpose()?))
    })?;
    found.ok_or(Problem::NoAssessment(id))
}

/// The hash of the questionnaire of an assessment, and its enterprise.
pub(super) fn belongs(connection: &Connection, id: AssessmentId) -> Result<(String, Uuid), Problem> {
    let sql = "SELECT questionnaire, enterprise FROM assessment WHERE id = :id";
    one(connection, sql, id, |row| Ok((row.get(0)?, word(text(row, 1)?)?)))?.ok_or(Problem::NoAssessment(id))
}

/// What never changes about an assessment.
pub(super) fn anchor(connection: &Connection, id: AssessmentId) -> Result<Anchor, Problem> {
    let sql = "SELECT id, enterprise, questionnaire, form, lang, created FROM assessment WHERE id = :id";
    let found = one(connection, sql, id, |row| {
        Ok(Anchor {
            id: self::id(row, "id")?,
            enterprise: word(&row.get::<_, String>("enterprise")?)?,
            questionnaire: row.get("questionnaire")?,
            form: word(&row.get::<_, String>("form")?)?,
            lang: word(&row.get::<_, String>("lang")?)?,
            created: time(row, "created")?,
        })
    })?;
    found.ok_or(Problem::NoAssessment(id))
}

/// The journal of an assessment, in order.
pub(super) fn events(connection: &Connection, id: AssessmentId) -> Result<Vec<Event>, Problem> {
    let sql = format!("SELECT {EVENT} FROM event WHERE assessment = :id ORDER BY sequence");
    rows(connection, &sql, id, event)
}

/// The columns of an event, in the order in which [`event`] reads them: there are so many events that looking for
/// columns by their names would take longer than reading them.
pub(super) const EVENT: &str =
    "sequence, id, time, device, interviewer, action, question, old, new, of, lang, shown_ms, hash";

/// One event, from a row of [`EVENT`].
pub(super) fn event(row: &Row) -> Result<Event, Problem> {
    Ok(Event {
        sequence: unsigned(row, 0)?,
        id: word(text(row, 1)?)?,
        time: parse_time(text(row, 2)?)?,
        device: row.get(3)?,
        interviewer: row.get(4)?,
        action: action(row)?,
        lang: word(text(row, 10)?)?,
        shown_ms: unsigned(row, 11)?,
        hash: row.get(12)?,
    })
}

fn action(row: &Row) -> Result<EventAction, Problem> {
    let change = || {
        Ok::<_, Problem>(AnswerChange {
            question: QuestionId::new(text(row, 6)?),
            old: json(text(row, 7)?)?,
            new: json(text(row, 8)?)?,
        })
    };
    match text(row, 5)? {
        "answer" => Ok(EventAction::Answer(change()?)),
        "undo" => Ok(EventAction::Undo { of: unsigned(row, 9)?, change: change()? }),
        "redo" => Ok(EventAction::Redo { of: unsigned(row, 9)?, change: change()? }),
        "close" => Ok(EventAction::Close),
        "reopen" => Ok(EventAction::Reopen),
        other => Err(Problem::Unreadable(format!("action `{other}`"))),
    }
}

/// The roadmap of an assessment, in the order in which it was made.
pub(super) fn actions(connection: &Connection, id: AssessmentId) -> Result<Vec<RoadmapAction>, Problem> {
    let sql = "SELECT * FROM action WHERE assessment = :id ORDER BY created, id";
    rows(connection, sql, id, roadmap_action)
}

/// One action of a roadmap.
pub(super) fn roadmap_action(row: &Row) -> Result<RoadmapAction, Problem> {
    Ok(RoadmapAction {
        recommendation: row.get("recommendation")?,
        owner: row.get("owner")?,
        due: row.get::<_, Option<String>>("due")?.as_deref().map(word).transpose()?,
        status: word(&row.get::<_, String>("status")?)?,
        phase: row.get::<_, Option<String>>("phase")?.as_deref().map(word).transpose()?,
        measure: row.get("measure")?,
        note: row.get("note")?,
        created: time(row, "created")?,
        changed: time(row, "changed")?,
    })
}

/// What was typed and is not an answer yet, by question.
pub(super) fn drafts(connection: &Connection, id: AssessmentId) -> Result<Vec<(QuestionId, String)>, Problem> {
    let sql = "SELECT question, text FROM draft WHERE assessment = :id ORDER BY question";
    rows(connection, sql, id, |row| Ok((QuestionId::new(row.get::<_, String>(0)?), row.get(1)?)))
}

/// The derived answers, by question, each with the sequence number of its event.
pub(super) fn answers(connection: &Connection, id: AssessmentId) -> Result<Vec<(QuestionId, Answer, u64)>, Problem> {
    let sql = "SELECT question, answer, sequence FROM answer WHERE assessment = :id ORDER BY question";
    rows(connection, sql, id, |row| Ok((QuestionId::new(text(row, 0)?), json(text(row, 1)?)?, unsigned(row, 2)?)))
}

/// The derived answer of one question.
pub(super) fn answer(connection: &Connection, id: AssessmentId, question: &QuestionId) -> Result<Answer, Problem> {
    let mut query =
        connection.prepare_cached("SELECT answer FROM answer WHERE assessment = :id AND question = :question")?;
    let found: Option<String> = query
        .query_row(named_params! { ":id": id.to_string(), ":question": question.as_str() }, |row| row.get(0))
        .optional()?;
    found.map_or_else(|| Ok(Answer::default()), |answer| json(&answer))
}

/// The questionnaire of every assessment, in the order in which they were made.
pub(super) fn instruments(connection: &Connection) -> Result<Vec<(AssessmentId, QuestionnaireId)>, Problem> {
    let sql = "SELECT a.id, q.id FROM assessment a JOIN questionnaire q ON q.hash = a.questionnaire ORDER BY a.id";
    let mut query = connection.prepare_cached(sql)?;
    let all = query.query_and_then([], |row| Ok((word(text(row, 0)?)?, QuestionnaireId::new(text(row, 1)?))))?;
    all.collect()
}

/// The ids of all assessments, in the order they were made.
pub(super) fn ids(connection: &Connection) -> Result<Vec<AssessmentId>, Problem> {
    let mut query = connection.prepare_cached("SELECT id FROM assessment ORDER BY id")?;
    query.query_and_then([], |row| id(row, "id"))?.collect()
}

/// The rows that belong to an assessment; the query names it `:id`.
pub(super) fn rows<T>(
    connection: &Connection,
    sql: &str,
    id: AssessmentId,
    mut read: impl FnMut(&Row) -> Result<T, Problem>,
) -> Result<Vec<T>, Problem> {
    let mut all = Vec::new();
    each(connection, sql, id, |row| {
        all.push(read(row)?);
        Ok(())
    })?;
    Ok(all)
}

/// The row that belongs to an assessment, if there is one.
pub(super) fn one<T>(
    connection: &Connection,
    sql: &str,
    id: AssessmentId,
    read: impl FnMut(&Row) -> Result<T, Problem>,
) -> Result<Option<T>, Problem> {
    Ok(rows(connection, sql, id, read)?.pop())
}

/// Hands over the rows that belong to an assessment, one after the other.
pub(super) fn each(
    connection: &Connection,
    sql: &str,
    id: AssessmentId,
    mut take: impl FnMut(&Row) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let mut query = connection.prepare_cached(sql)?;
    let mut rows = query.query(named_params! { ":id": id.to_string() })?;
    while let Some(row) = rows.next()? {
        take(row)?;
    }
    Ok(())
}

/// A text of a row, where it stands.
pub(super) fn text<'r>(row: &'r Row, column: usize) -> Result<&'r str, Problem> {
    let found = row.get_ref(column)?;
    found.as_str().map_err(|error| Problem::Unreadable(format!("column {column}: {error}")))
}

/// The same, or none.
fn optional_text<'r>(row: &'r Row, column: usize) -> Result<Option<&'r str>, Problem> {
    let found = row.get_ref(column)?;
    found.as_str_or_null().map_err(|error| Problem::Unreadable(format!("column {column}: {error}")))
}

/// The id of an assessment.
fn id(row: &Row, column: &str) -> Result<AssessmentId, Problem> {
    word(&row.get::<_, String>(column)?)
}

/// A moment as it is stored: six decimals, so that it sorts as text.
pub(super) fn moment(time: Timestamp) -> String {
    format!("{time:.6}")
}

/// A stored moment.
pub(super) fn time(row: &Row, column: &str) -> Result<Timestamp, Problem> {
    parse_time(&row.get::<_, String>(column)?)
}

fn parse_time(text: &str) -> Result<Timestamp, Problem> {
    text.parse().map_err(|error: jiff::Error| Problem::Unreadable(error.to_string()))
}

/// A stored count.
pub(super) fn unsigned(row: &Row, column: impl RowIndex) -> Result<u64, Problem> {
    let stored: i64 = row.get(column)?;
    u64::try_from(stored).map_err(|_| Problem::Unreadable(format!("a count of {stored}")))
}

/// A value from its JSON.
pub(super) fn json<T: DeserializeOwned>(text: &str) -> Result<T, Problem> {
    serde_json::from_str(text).map_err(|error| Problem::Unreadable(format!("{error}: {text}")))
}

/// A value from the one word that serde writes for it.
pub(super) fn word<T: DeserializeOwned>(text: &str) -> Result<T, Problem> {
    let read = T::deserialize(text.into_deserializer());
    read.map_err(|error: serde::de::value::Error| Problem::Unreadable(format!("{error}: {text}")))
}

/// The one word that serde writes for a value.
pub(super) fn worded(value: &impl Serialize) -> Result<String, Problem> {
    let value = serde_json::to_value(value).map_err(|error| Problem::Unreadable(error.to_string()))?;
    value.as_str().map(str::to_owned).ok_or_else(|| Problem::Unreadable(value.to_string()))
}
