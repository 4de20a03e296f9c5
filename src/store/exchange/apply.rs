//! A checked file → database, where nothing in the database contradicts it.

use rusqlite::{Connection, OptionalExtension, named_params};

use super::Imported;
use super::fields::{List, Place};
use super::format::{ActionRecord, AssessmentRecord, File};
use crate::engine::id::AssessmentId;
use crate::engine::steps::Steps;
use crate::engine::text::{Finding, Message};
use crate::store::error::Problem;
use crate::store::replay::replay;
use crate::store::{forget, read, write};

/// What to do with one assessment of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Plan {
    /// It is not here.
    Add,
    /// It is here with its first `kept` events.
    Extend { kept: usize },
    /// It is here with all its events, or more.
    Leave,
}

/// Takes the whole file in, or lists every contradiction and takes in nothing.
pub(super) fn all(
    connection: &Connection,
    file: &File,
    steps: &Steps,
) -> Result<Result<Imported, Vec<Finding>>, Problem> {
    let mut findings = Vec::new();
    enterprises(connection, file, &mut findings)?;
    let mut plans = Vec::new();
    for (index, record) in file.assessments.iter().enumerate() {
        plans.push(plan(connection, record, Place::record(List::Assessments, index), &mut findings)?);
    }
    if !findings.is_empty() {
        return Ok(Err(findings));
    }
    for record in &file.questionnaires {
        write::questionnaire(connection, &record.hash, &record.id, &record.version, &record.text)?;
    }
    for record in &file.enterprises {
        if stored_name(connection, record.id)?.is_none() {
            write::enterprise(connection, record.id, &record.name)?;
        }
    }
    let mut imported = Imported::default();
    for (record, plan) in file.assessments.iter().zip(plans) {
        carry_out(connection, record, plan)?;
        let more = work(connection, record)?;
        steps.step()?;
        match plan {
            Plan::Add => imported.added += 1,
            Plan::Leave if !more => imported.unchanged += 1,
            Plan::Extend { .. } | Plan::Leave => imported.extended += 1,
        }
    }
    Ok(Ok(imported))
}

fn stored_name(connection: &Connection, id: uuid::Uuid) -> Result<Option<String>, Problem> {
    let sql = "SELECT name FROM enterprise WHERE id = :id";
    Ok(connection.query_row(sql, named_params! { ":id": id.to_string() }, |row| row.get(0)).optional()?)
}

fn enterprises(connection: &Connection, file: &File, findings: &mut Vec<Finding>) -> Result<(), Problem> {
    for (index, record) in file.enterprises.iter().enumerate() {
        if let Some(stored) = stored_name(connection, record.id)?.filter(|stored| *stored != record.name) {
            let message = Message::new("import-enterprise-differs").with("stored", stored);
            findings.push(Place::record(List::Enterprises, index).finding("name", message));
        }
    }
    Ok(())
}

fn plan(
    connection: &Connection,
    record: &AssessmentRecord,
    place: Place,
    findings: &mut Vec<Finding>,
) -> Result<Plan, Problem> {
    let id = record.anchor.id;
    let plan = match read::anchor(connection, id) {
        Err(Problem::NoAssessment(_)) => match forget::tombstone(connection, id)? {
            Some(tombstone) => {
                let day = tombstone.time.strftime("%Y-%m-%d").to_string();
                findings.push(place.finding("id", Message::new("import-forgotten").with("day", day)));
                Plan::Leave
            }
            None => Plan::Add,
        },
        Err(other) => return Err(other),
        Ok(stored) if stored != record.anchor => {
            findings.push(place.finding("id", Message::new("import-other-assessment")));
            Plan::Leave
        }
        Ok(_) => extension(connection, record, place, findings)?,
    };
    let fresh = match plan {
        Plan::Add => 0,
        Plan::Extend { kept } => kept,
        Plan::Leave => record.events.len(),
    };
    for event in record.events.iter().skip(fresh) {
        if exists(connection, "SELECT 1 FROM event WHERE id = :id", event.id)? {
            let message = Message::new("import-taken").with("value", event.id.to_string());
            findings.push(place.finding(format!("events[{}].id", event.sequence), message));
        }
    }
    if plan != Plan::Leave {
        let ids = record.actions.iter().map(|it| it.id).collect::<Vec<_>>();
        foreign(connection, record, place, ("action", "actions", &ids), findings)?;
    }
    let ids = record.visits.iter().map(|it| it.id).collect::<Vec<_>>();
    foreign(connection, record, place, ("visit", "visits", &ids), findings)?;
    Ok(plan)
}

/// A row of a table under the same id that belongs to another assessment.
fn foreign(
    connection: &Connection,
    record: &AssessmentRecord,
    place: Place,
    (table, list, ids): (&str, &str, &[uuid::Uuid]),
    findings: &mut Vec<Finding>,
) -> Result<(), Problem> {
    let sql = format!("SELECT assessment FROM {table} WHERE id = :id");
    for (n, id) in (1..).zip(ids) {
        let owner: Option<String> =
            connection.query_row(&sql, named_params! { ":id": id.to_string() }, |row| row.get(0)).optional()?;
        if owner.is_some_and(|owner| owner != record.anchor.id.to_string()) {
            let message = Message::new("import-taken").with("value", id.to_string());
            findings.push(place.finding(format!("{list}[{n}].id"), message));
        }
    }
    Ok(())
}

fn exists(connection: &Connection, sql: &str, id: uuid::Uuid) -> Result<bool, Problem> {
    Ok(connection.prepare_cached(sql)?.exists(named_params! { ":id": id.to_string() })?)
}

/// Compares the two journals as far as both go. The chain makes equal hashes equal histories.
fn extension(
    connection: &Connection,
    record: &AssessmentRecord,
    place: Place,
    findings: &mut Vec<Finding>,
) -> Result<Plan, Problem> {
    let sql = "SELECT hash FROM event WHERE assessment = :id ORDER BY sequence";
    let stored: Vec<String> = read::rows(connection, sql, record.anchor.id, |row| Ok(row.get(0)?))?;
    let differing = stored.iter().zip(&record.events).find(|(stored, event)| **stored != event.hash);
    if let Some((_, event)) = differing {
        findings.push(place.finding(format!("events[{}]", event.sequence), Message::new("import-conflict")));
        return Ok(Plan::Leave);
    }
    Ok(if stored.len() < record.events.len() { Plan::Extend { kept: stored.len() } } else { Plan::Leave })
}

fn carry_out(connection: &Connection, record: &AssessmentRecord, plan: Plan) -> Result<(), Problem> {
    let kept = match plan {
        Plan::Leave => return Ok(()),
        Plan::Extend { kept } => kept,
        Plan::Add => {
            write::assessment(connection, &record.anchor, record.previous, record.progress)?;
            0
        }
    };
    let id = record.anchor.id;
    for event in record.events.iter().skip(kept) {
        write::event(connection, id, event)?;
    }
    write::derived(connection, id, &replay(&record.anchor, &record.events)?.0)?;
    state(connection, record, plan)?;
    belongings(connection, id, record)
}

/// The place to come back to and the progress follow the longer history; whether an assessment is in
/// the list is this machine's own business once it is here.
fn state(connection: &Connection, record: &AssessmentRecord, plan: Plan) -> Result<(), Problem> {
    connection.execute(
        "UPDATE assessment SET position = :position, progress = :progress,
             archived = CASE WHEN :new THEN :archived ELSE archived END
         WHERE id = :id",
        named_params! {
            ":id": record.anchor.id.to_string(),
            ":position": record.position.as_ref().map(crate::engine::id::QuestionId::as_str),
            ":progress": write::json(&record.progress)?,
            ":new": plan == Plan::Add,
            ":archived": record.archived,
        },
    )?;
    Ok(())
}

/// Visits and the time at questions are told apart by themselves, whichever journal is longer: a visit at which nobody
/// was found leaves no answer. Whether any of them was not here yet.
fn work(connection: &Connection, record: &AssessmentRecord) -> Result<bool, Problem> {
    let id = record.anchor.id;
    let mut more = false;
    for visit in &record.visits {
        more |= write::visit(connection, id, visit)?;
    }
    for stay in &record.stays {
        more |= write::stay(connection, id, stay)?;
    }
    Ok(more)
}

/// Target, drafts, results and actions that are not here yet. Those that are here are kept.
fn belongings(connection: &Connection, id: AssessmentId, record: &AssessmentRecord) -> Result<(), Problem> {
    if let (Some(target), None) = (&record.target, read::record(connection, id)?.target) {
        write::target(connection, id, Some(target))?;
    }
    let (assessment, id) = (id, id.to_string());
    for draft in &record.drafts {
        connection.execute(
            "INSERT INTO draft (assessment, question, text) VALUES (:id, :question, :text) ON CONFLICT DO NOTHING",
            named_params! { ":id": id, ":question": draft.question.as_str(), ":text": draft.text },
        )?;
    }
    for result in &record.results {
        connection.execute(
            "INSERT INTO result (assessment, engine, json) VALUES (:id, :engine, :json) ON CONFLICT DO NOTHING",
            named_params! { ":id": id, ":engine": result.engine, ":json": result.json.to_string() },
        )?;
    }
    for ActionRecord { id: action_id, action } in &record.actions {
        write::action(connection, assessment, (*action_id, action), false)?;
    }
    Ok(())
}
