//! Database → JSON, a few assessments at a time on every core: however many there are, few are in memory.

use std::collections::BTreeSet;
use std::io::{self, Write};

use rusqlite::{Connection, named_params};
use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{Formatter, PrettyFormatter};

use super::format::{
    ActionRecord, AssessmentRecord, Draft, EnterpriseRecord, FORMAT, QuestionnaireRecord, ResultRecord, VERSION,
};
use crate::engine::id::AssessmentId;
use crate::engine::parallel;
use crate::engine::steps::Steps;
use crate::store::error::Problem;
use crate::store::read;
use crate::store::reading::Reader;

/// How many assessments a thread makes at once: some hundred kilobytes.
const AT_ONCE: usize = 8;

/// The usual bytes of an assessment.
const USUAL: usize = 80 << 10;

/// How the list of assessments ends, and the file with it.
const END: &[u8] = b"]\n}";

/// Why an export broke off.
pub(super) enum Broken {
    /// It could not be read.
    Read(Problem),
    /// It could not be written.
    Write(io::Error),
}

/// A file before its assessments; `format::File` is the whole as it is read.
#[derive(Serialize)]
struct Head {
    format: &'static str,
    version: u64,
    questionnaires: Vec<QuestionnaireRecord>,
    enterprises: Vec<EnterpriseRecord>,
    /// None yet: they are written one after the other.
    assessments: [AssessmentRecord; 0],
}

/// Writes the assessments as JSON, in their order whatever the order of `ids`. `readers` see the same state as the
/// connection; without any, the connection reads alone.
pub(super) fn json(
    connection: &Connection,
    readers: Vec<Reader>,
    ids: &[AssessmentId],
    to: &mut dyn Write,
    steps: &Steps,
) -> Result<(), Broken> {
    let ids: Vec<_> = ids.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
    steps.expect(ids.len());
    let head = serde_json::to_vec_pretty(&head(connection, &ids)?).map_err(|error| Broken::Write(error.into()))?;
    to.write_all(head.strip_suffix(END).unwrap_or(&head)).map_err(Broken::Write)?;
    let parts: Vec<_> = ids.chunks(AT_ONCE).collect();
    let make = |connection: &Connection, part: usize| {
        let mut bytes = Vec::with_capacity(AT_ONCE * USUAL);
        for (n, id) in (part * AT_ONCE..).zip(parts.get(part).copied().unwrap_or_default()) {
            steps.step().map_err(Problem::from)?;
            bytes.extend_from_slice(if n == 0 { b"\n    " } else { b",\n    " });
            record(connection, *id, &mut bytes)?;
        }
        Ok(bytes)
    };
    let mut take = |bytes: Vec<u8>| to.write_all(&bytes).map_err(Broken::Write);
    if readers.is_empty() {
        (0..parts.len()).map(|part| make(connection, part)).try_for_each(|bytes| take(bytes?))?;
    } else {
        parallel::in_order(readers, parts.len(), |reader, part| make(reader.connection(), part), take)?;
    }
    if !ids.is_empty() {
        to.write_all(b"\n  ").map_err(Broken::Write)?;
    }
    to.write_all(END).and_then(|()| to.write_all(b"\n")).map_err(Broken::Write)
}

/// One assessment as it stands in the list of the file.
fn record(connection: &Connection, id: AssessmentId, bytes: &mut Vec<u8>) -> Result<(), Problem> {
    let record = assessment(connection, id)?;
    let mut formatter = PrettyFormatter::new();
    // It stands in a list in an object, which are begun elsewhere.
    formatter.begin_object(&mut io::sink())?;
    formatter.begin_array(&mut io::sink())?;
    let written = record.serialize(&mut Serializer::with_formatter(bytes, formatter));
    written.map_err(|error| Problem::Unreadable(error.to_string()))
}

/// What the assessments refer to, each once.
fn head(connection: &Connection, ids: &[AssessmentId]) -> Result<Head, Problem> {
    let (mut hashes, mut enterprises) = (BTreeSet::new(), BTreeSet::new());
    for id in ids {
        let (hash, enterprise) = read::belongs(connection, *id)?;
        hashes.insert(hash);
        enterprises.insert(enterprise);
    }
    Ok(Head {
        format: FORMAT,
        version: VERSION,
        questionnaires: hashes.iter().map(|hash| questionnaire(connection, hash)).collect::<Result<_, _>>()?,
        enterprises: enterprises.into_iter().map(|id| enterprise(connection, id)).collect::<Result<_, _>>()?,
        assessments: [],
    })
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
    let summary = read::summary_of(connection, id)?;
    let (position, target) = read::wishes(connection, id)?;
    let drafts = read::drafts(connection, id)?;
    let results = "SELECT engine, json FROM result WHERE assessment = :id ORDER BY engine";
    let actions = "SELECT * FROM action WHERE assessment = :id ORDER BY id";
    Ok(AssessmentRecord {
        anchor: read::anchor(connection, id)?,
        changed: summary.changed,
        closed: summary.closed,
        archived: summary.archived,
        position,
        progress: summary.progress,
        target,
        previous: summary.previous,
        events: read::events(connection, id)?,
        drafts: drafts.into_iter().map(|(question, text)| Draft { question, text }).collect(),
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
