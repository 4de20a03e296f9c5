//! Database → JSON.

use std::collections::BTreeSet;

use rusqlite::{Connection, named_params};

use super::format::{
    ActionRecord, AssessmentRecord, Draft, EnterpriseRecord, FORMAT, File, QuestionnaireRecord, ResultRecord, VERSION,
};
use crate::engine::id::{AssessmentId, QuestionId};
use crate::store::error::Problem;
use crate::store::read;

/// The assessments as JSON, in their order whatever the order of `ids`.
pub(super) fn json(connection: &Connection, ids: &[AssessmentId]) -> Result<String, Problem> {
    let wanted: BTreeSet<_> = ids.iter().copied().collect();
    let assessments = wanted.into_iter().map(|id| assessment(connection, id)).collect::<Result<Vec<_>, Problem>>()?;
    let hashes: BTreeSet<_> = assessments.iter().map(|record| record.anchor.questionnaire.as_str()).collect();
    let enterprises: BTreeSet<_> = assessments.iter().map(|record| record.anchor.enterprise).collect();
    let file = File {
        format: FORMAT,
        version: VERSION,
        questionnaires: hashes.into_iter().map(|hash| questionnaire(connection, hash)).collect::<Result<_, _>>()?,
        enterprises: enterprises.into_iter().map(|id| enterprise(connection, id)).collect::<Result<_, _>>()?,
        assessments,
    };
    let mut text = serde_json::to_string_pretty(&file).map_err(|error| Problem::Unreadable(error.to_string()))?;
    text.push('\n');
    Ok(text)
}

fn questionnaire(connection: &Connection, hash: &str) -> Result<QuestionnaireRecord, Problem> {
    let mut query =
        connection.prepare_cached("SELECT hash, id, version, text FROM questionnaire WHERE hash = :hash")?;
    Ok(query.query_row(named_params! { ":hash": hash }, |row| {
        Ok(QuestionnaireRecord { hash: row.get(0)?, id: row.get(1)?, version: row.get(2)?, text: row.get(3)? })
    })?)
}

fn enterprise(connection: &Connection, id: uuid::Uuid) -> Result<EnterpriseRecord, Problem> {
    let mut query = connection.prepare_cached("SELECT name FROM enterprise WHERE id = :id")?;
    let name = query.query_row(named_params! { ":id": id.to_string() }, |row| row.get(0))?;
    Ok(EnterpriseRecord { id, name })
}

fn assessment(connection: &Connection, id: AssessmentId) -> Result<AssessmentRecord, Problem> {
    let record = read::record(connection, id)?;
    let results = "SELECT engine, json FROM result WHERE assessment = :id ORDER BY engine";
    let actions = "SELECT * FROM action WHERE assessment = :id ORDER BY id";
    Ok(AssessmentRecord {
        anchor: read::anchor(connection, id)?,
        changed: record.summary.changed,
        closed: record.summary.closed,
        archived: record.summary.archived,
        position: record.position,
        progress: record.summary.progress,
        target: record.target,
        previous: record.summary.previous,
        events: record.events,
        drafts: record.drafts.into_iter().map(|(question, text): (QuestionId, _)| Draft { question, text }).collect(),
        results: read::rows(connection, results, id, |row| {
            Ok(ResultRecord { engine: row.get(0)?, json: read::json(&row.get::<_, String>(1)?)? })
        })?,
        actions: read::rows(connection, actions, id, |row| {
            Ok(ActionRecord { id: read::word(&row.get::<_, String>("id")?)?, action: read::roadmap_action(row)? })
        })?,
        visits: read::visits(connection, id)?,
        stays: read::stays(connection, id)?,
    })
}
