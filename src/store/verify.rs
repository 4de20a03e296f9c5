//! Looks for anything in the file that contradicts itself: pages, references, hashes, derived answers.

use rusqlite::Connection;

use super::chain::hash_of;
use super::error::Problem;
use super::read;
use super::replay::{FaultKind, Replayed, replay};
use crate::engine::answer::Answer;
use crate::engine::id::{AssessmentId, QuestionId};
use crate::engine::text::Message;

/// Every finding, from the pages of the file up to the answers.
pub(super) fn findings(connection: &Connection, encrypted: bool) -> Result<Vec<Message>, Problem> {
    if encrypted {
        let broken = seals(connection)?;
        if !broken.is_empty() {
            // SQLite reads nothing beyond a page that does not decrypt.
            return Ok(broken);
        }
    }
    let mut findings = pages(connection)?;
    findings.extend(references(connection)?);
    findings.extend(questionnaires(connection)?);
    for id in read::ids(connection)? {
        match assessment(connection, id) {
            Ok(found) => findings.extend(found),
            Err(Problem::Unreadable(detail)) => {
                findings.push(of(id, "store-finding-unreadable").with("detail", detail));
            }
            Err(other) => return Err(other),
        }
    }
    Ok(findings)
}

fn of(id: AssessmentId, key: &'static str) -> Message {
    Message::new(key).with("assessment", id.to_string())
}

/// The pages of an encrypted file that are not what was written.
fn seals(connection: &Connection) -> Result<Vec<Message>, Problem> {
    let mut query = connection.prepare("PRAGMA cipher_integrity_check")?;
    let broken = query.query_and_then([], |row| {
        Ok(Message::new("store-finding-integrity").with("detail", row.get::<_, String>(0)?))
    })?;
    broken.collect()
}

/// What SQLite finds wrong with the pages of the file.
pub(super) fn pages(connection: &Connection) -> Result<Vec<Message>, Problem> {
    let mut query = connection.prepare("PRAGMA integrity_check")?;
    let verdicts = query.query_and_then([], |row| Ok(row.get::<_, String>(0)?))?;
    let mut found = Vec::new();
    for verdict in verdicts.collect::<Result<Vec<_>, Problem>>()? {
        if verdict != "ok" {
            found.push(Message::new("store-finding-integrity").with("detail", verdict));
        }
    }
    Ok(found)
}

fn references(connection: &Connection) -> Result<Vec<Message>, Problem> {
    let mut query = connection.prepare("PRAGMA foreign_key_check")?;
    let broken = query.query_and_then([], |row| {
        let (table, parent): (String, String) = (row.get("table")?, row.get("parent")?);
        Ok(Message::new("store-finding-reference").with("table", table).with("parent", parent))
    })?;
    broken.collect()
}

fn questionnaires(connection: &Connection) -> Result<Vec<Message>, Problem> {
    let mut query = connection.prepare("SELECT hash, id, version, text FROM questionnaire ORDER BY hash")?;
    let mut rows = query.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        if hash_of(&row.get::<_, String>("text")?) != row.get::<_, String>("hash")? {
            let (id, version): (String, String) = (row.get("id")?, row.get("version")?);
            found.push(Message::new("store-finding-questionnaire").with("id", id).with("version", version));
        }
    }
    Ok(found)
}

/// The journal's faults, and where what is derived from it differs from its replay.
fn assessment(connection: &Connection, id: AssessmentId) -> Result<Vec<Message>, Problem> {
    let anchor = read::anchor(connection, id)?;
    let (replayed, faults) = replay(&anchor, &read::events(connection, id)?)?;
    let mut found: Vec<_> = faults
        .into_iter()
        .map(|fault| {
            let key = match fault.kind {
                FaultKind::Sequence => "store-finding-sequence",
                FaultKind::Hash => "store-finding-hash",
                FaultKind::Old => "store-finding-old",
                FaultKind::Of => "store-finding-of",
            };
            of(id, key).with("position", fault.position)
        })
        .collect();
    found.extend(derived_answers(connection, id, &replayed)?);
    let stored = read::summary_of(connection, id)?;
    if (stored.closed, stored.changed) != (replayed.closed, replayed.changed) {
        found.push(of(id, "store-finding-state"));
    }
    Ok(found)
}

fn derived_answers(connection: &Connection, id: AssessmentId, replayed: &Replayed) -> Result<Vec<Message>, Problem> {
    let stored = read::answers(connection, id)?;
    let differs = |question: &QuestionId, kept: Option<&(Answer, u64)>| {
        let stored = stored.iter().find(|(stored, ..)| stored == question);
        stored.map(|(_, answer, sequence)| (answer, sequence)) != kept.map(|(answer, sequence)| (answer, sequence))
    };
    let mut questions: Vec<_> = replayed.answers.keys().chain(stored.iter().map(|(question, ..)| question)).collect();
    questions.sort();
    questions.dedup();
    let wrong = questions.into_iter().filter(|question| differs(question, replayed.answers.get(*question)));
    Ok(wrong.map(|question| of(id, "store-finding-answer").with("question", question.as_str())).collect())
}
