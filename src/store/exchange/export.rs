//! Database → JSON, one assessment after the other: however many there are, one is in memory.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io::{self, Write};

use rusqlite::{Connection, named_params};
use serde::ser::{Error as _, SerializeSeq};
use serde::{Serialize, Serializer};

use super::format::{
    ActionRecord, AssessmentRecord, Draft, EnterpriseRecord, FORMAT, QuestionnaireRecord, ResultRecord, VERSION,
};
use crate::engine::id::{AssessmentId, QuestionId};
use crate::engine::steps::Steps;
use crate::store::error::Problem;
use crate::store::read;

/// Why an export broke off.
pub(super) enum Broken {
    /// It could not be read.
    Read(Problem),
    /// It could not be written.
    Write(io::Error),
}

/// A whole file, as it is written; `format::File` is the same as it is read.
#[derive(Serialize)]
struct File<'c> {
    format: &'static str,
    version: u64,
    questionnaires: Vec<QuestionnaireRecord>,
    enterprises: Vec<EnterpriseRecord>,
    assessments: Assessments<'c>,
}

/// The assessments, each read when it is written.
struct Assessments<'c> {
    connection: &'c Connection,
    ids: BTreeSet<AssessmentId>,
    steps: &'c Steps,
    /// What went wrong while reading.
    trouble: &'c RefCell<Option<Problem>>,
}

impl Serialize for Assessments<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.ids.len()))?;
        for id in &self.ids {
            let read = self.steps.step().map_err(Problem::from).and_then(|()| assessment(self.connection, *id));
            let record = read.map_err(|problem| {
                self.trouble.replace(Some(problem));
                S::Error::custom("not read")
            })?;
            list.serialize_element(&record)?;
        }
        list.end()
    }
}

/// Writes the assessments as JSON, in their order whatever the order of `ids`.
pub(super) fn json(
    connection: &Connection,
    ids: &[AssessmentId],
    to: &mut dyn Write,
    steps: &Steps,
) -> Result<(), Broken> {
    let ids: BTreeSet<_> = ids.iter().copied().collect();
    steps.expect(ids.len());
    let anchors = ids.iter().map(|id| read::anchor(connection, *id)).collect::<Result<Vec<_>, Problem>>()?;
    let hashes: BTreeSet<_> = anchors.iter().map(|anchor| anchor.questionnaire.as_str()).collect();
    let enterprises: BTreeSet<_> = anchors.iter().map(|anchor| anchor.enterprise).collect();
    let trouble = RefCell::default();
    let file = File {
        format: FORMAT,
        version: VERSION,
        questionnaires: hashes.into_iter().map(|hash| questionnaire(connection, hash)).collect::<Result<_, _>>()?,
        enterprises: enterprises.into_iter().map(|id| enterprise(connection, id)).collect::<Result<_, _>>()?,
        assessments: Assessments { connection, ids, steps, trouble: &trouble },
    };
    let written = serde_json::to_writer_pretty(&mut *to, &file);
    drop(file);
    match (written, trouble.into_inner()) {
        (_, Some(problem)) => Err(Broken::Read(problem)),
        (Err(error), None) => Err(Broken::Write(error.into())),
        (Ok(()), None) => to.write_all(b"\n").map_err(Broken::Write),
    }
}

impl From<Problem> for Broken {
    fn from(problem: Problem) -> Self {
        Self::Read(problem)
    }
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
