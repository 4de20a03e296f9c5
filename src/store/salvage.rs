//! Repair: every event that can still be read, in a new database, and a word on everything that cannot.
//!
//! The journal is carved from the bytes, so that a broken page costs only what is on it. A history without a gap is
//! kept with its chain. Behind a gap the events that are left follow anew: the same answers by the same people at
//! the same times, under new numbers and hashes, which the report says. The damaged file is never written to.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, named_params, params_from_iter};

use super::carve::Pages;
use super::chain::{Anchor, event_hash, hash_of};
use super::error::{Problem, StoreError};
use super::key::Key;
use super::open::{beside, connect, is_encrypted, make, private};
use super::replay::{Replayed, replay};
use super::{Store, backup, read, schema, verify, write};
use crate::engine::id::AssessmentId;
use crate::engine::interview::journal::{AnswerChange, Event, EventAction};
use crate::engine::questionnaire::Questionnaire;
use crate::engine::text::Message;

/// What a repair found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Repaired {
    /// How many assessments are in the new database. If none is, there is none.
    pub saved: usize,
    /// What is whole in the new database.
    pub whole: Vec<Message>,
    /// What is missing from it, or could not be proved.
    pub missing: Vec<Message>,
}

/// The largest file that is repaired, in bytes: all of it is held in memory.
pub const MOST_BYTES: u64 = 1 << 30;

/// The tables that are carved; answers follow from them.
const JOURNAL: [&str; 5] = ["questionnaire", "enterprise", "assessment", "event", "answer"];

impl Store {
    /// Puts everything that can still be read of a damaged database into a new one at `to`. The shelf stands in for
    /// texts of questionnaires that cannot be read. What was encrypted needs its key, and the new one has the same.
    ///
    /// # Errors
    /// What the files did not allow; then there is no new database.
    pub fn repair(
        damaged: &Path,
        to: &Path,
        shelf: &[Arc<Questionnaire>],
        key: Option<&Key>,
    ) -> Result<Repaired, StoreError> {
        if key.is_none() && is_encrypted(damaged) {
            return Err(Problem::Encrypted.at(damaged));
        }
        let bytes = whole(damaged).map_err(|problem| problem.at(damaged))?;
        let log = match whole(&beside(damaged, "-wal")) {
            Err(problem @ Problem::TooLarge(_)) => return Err(problem.at(&beside(damaged, "-wal"))),
            log => log.unwrap_or_default(),
        };
        let to = std::path::absolute(to).map_err(|error| Problem::System(error).at(to))?;
        let work = || {
            private().create_new(true).open(&to).map_err(|error| match error.kind() {
                std::io::ErrorKind::AlreadyExists => Problem::Exists,
                _ => Problem::System(error),
            })?;
            let part = beside(&to, ".part");
            let copy = beside(&to, ".damaged");
            let repaired = fs::write(&copy, &bytes)
                .and_then(|()| fs::write(beside(&copy, "-wal"), &log))
                .map_err(Problem::System)
                .and_then(|()| fill(&Pages::new(&bytes, &log, key), &copy, &part, shelf, key));
            let placed = repaired.and_then(|repaired| {
                if repaired.saved == 0 {
                    fs::remove_file(&part)?;
                    fs::remove_file(&to)?;
                    return Ok(repaired);
                }
                fs::rename(&part, &to)?;
                backup::sync_folder(&to).map(|()| repaired)
            });
            // What is left of the work is of no use to anybody.
            for end in ["", "-wal", "-shm", "-journal"] {
                let _ = fs::remove_file(beside(&copy, end));
            }
            if placed.is_err() {
                let _ = fs::remove_file(&part);
                let _ = fs::remove_file(&to);
            }
            placed
        };
        work().map_err(|problem| problem.at(&to))
    }
}

/// The bytes of a file that is not too large to be held in memory.
fn whole(path: &Path) -> Result<Vec<u8>, Problem> {
    let file = fs::File::open(path)?;
    let mut bytes = Vec::new();
    // Its length is asked first, so that nothing is read in vain; something else than a file tells none.
    let fits =
        file.metadata()?.len() <= MOST_BYTES && file.take(MOST_BYTES + 1).read_to_end(&mut bytes)? as u64 <= MOST_BYTES;
    if fits { Ok(bytes) } else { Err(Problem::TooLarge(MOST_BYTES)) }
}

fn fill(
    pages: &Pages,
    copy: &Path,
    part: &Path,
    shelf: &[Arc<Questionnaire>],
    key: Option<&Key>,
) -> Result<Repaired, Problem> {
    let scratch = gathered(pages)?;
    make(part, key)?;
    let mut new = connect(part, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
    let mut repaired = Repaired::default();
    let transaction = new.transaction()?;
    for id in named(&scratch)? {
        let saved = assessment(&scratch, &transaction, id, shelf)?;
        repaired.saved += saved.saved;
        repaired.whole.extend(saved.whole);
        repaired.missing.extend(saved.missing);
    }
    transaction.commit()?;
    let (there, said) = pages.counted();
    if there < said {
        let message = Message::new("safety-repair-cut").with("there", there.to_string());
        repaired.missing.push(message.with("said", said.to_string()));
    }
    if !beside_the_journal(copy, &new, key) {
        repaired.missing.push(Message::new("safety-repair-beside"));
    }
    let findings = verify::findings(&new, key.is_some())?;
    new.close().map_err(|(_, error)| error)?;
    match findings.into_iter().next() {
        None => Ok(repaired),
        Some(finding) => Err(Problem::BadCopy(finding.key.to_owned())),
    }
}

/// A database in memory, without its guards, with every row that looks like one of the journal.
fn gathered(pages: &Pages) -> Result<Connection, Problem> {
    let mut scratch = Connection::open_in_memory()?;
    scratch.pragma_update(None, "foreign_keys", false)?;
    schema::bring_up_to_date(&mut scratch)?;
    scratch.pragma_update(None, "ignore_check_constraints", true)?;
    let triggers: Vec<String> = {
        let mut query = scratch.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")?;
        query.query_and_then([], |row| Ok(row.get(0)?))?.collect::<Result<_, Problem>>()?
    };
    for trigger in triggers {
        scratch.execute(&format!("DROP TRIGGER \"{trigger}\""), [])?;
    }
    // The index of the journal knows the numbers of events that cannot be read themselves.
    scratch.execute("CREATE TABLE known (assessment TEXT, sequence INTEGER, number INTEGER)", [])?;
    let mut rows: Vec<(&str, Vec<Value>)> =
        pages.rows().filter_map(|row| table_of(&row).map(|table| (table, row))).collect();
    // Of a row that was changed and stands on two pages, the later is the one that counts.
    rows.sort_by_cached_key(|(_, row)| std::cmp::Reverse(text(row, 6).map(str::to_owned)));
    for (table, row) in rows {
        insert(&scratch, table, &columns(&scratch, table)?, row)?;
    }
    Ok(scratch)
}

/// The table that a row must be of, by what stands in it.
fn table_of(row: &[Value]) -> Option<&'static str> {
    let is_id = |n| text(row, n).is_some_and(|id| id.len() == 36 && uuid::Uuid::parse_str(id).is_ok());
    let is_hash = |n| text(row, n).is_some_and(|hash| hash.len() == 64);
    match row.len() {
        2 if is_id(0) => Some("enterprise"),
        3 if is_id(0) && matches!(row, [_, Value::Integer(1..), Value::Integer(_)]) => Some("known"),
        4 if is_hash(0) => Some("questionnaire"),
        14 if is_id(0) && is_id(2) && is_hash(13) => Some("event"),
        11.. if is_id(0) && is_id(1) && is_hash(2) => Some("assessment"),
        _ => None,
    }
}

fn text(row: &[Value], n: usize) -> Option<&str> {
    match row.get(n) {
        Some(Value::Text(text)) => Some(text),
        _ => None,
    }
}

fn columns(connection: &Connection, table: &str) -> Result<Vec<String>, Problem> {
    let mut query = connection.prepare_cached("SELECT name FROM pragma_table_info(:table) ORDER BY cid")?;
    query.query_and_then(named_params! { ":table": table }, |row| Ok(row.get(0)?))?.collect()
}

/// Puts a row into a table unless it is there, or has more than the table. True, if the table took it.
fn insert(connection: &Connection, table: &str, columns: &[String], row: Vec<Value>) -> Result<bool, Problem> {
    let Some(columns) = columns.get(..row.len()) else { return Ok(false) };
    let marks = vec!["?"; row.len()].join(", ");
    let sql = format!("INSERT OR IGNORE INTO \"{table}\" ({}) VALUES ({marks})", columns.join(", "));
    Ok(connection.prepare_cached(&sql)?.execute(params_from_iter(row)).is_ok_and(|count| count > 0))
}

/// Every assessment that a row speaks of.
fn named(scratch: &Connection) -> Result<Vec<AssessmentId>, Problem> {
    let mut query = scratch.prepare(
        "SELECT id FROM assessment UNION SELECT assessment FROM event
        UNION SELECT assessment FROM known ORDER BY 1",
    )?;
    let ids = query.query_and_then([], |row| Ok(row.get::<_, String>(0)?))?;
    Ok(ids.collect::<Result<Vec<_>, Problem>>()?.iter().filter_map(|id| read::word(id).ok()).collect())
}

/// Puts one assessment into the new database, as far as it can be read.
fn assessment(
    scratch: &Connection,
    new: &Connection,
    id: AssessmentId,
    shelf: &[Arc<Questionnaire>],
) -> Result<Repaired, Problem> {
    let said = |key| Message::new(key).with("assessment", id.to_string());
    let events = readable_events(scratch, id)?;
    let known = events.last().map_or(0, |event| event.sequence).max(last_known(scratch, id)?);
    let lost = |key| Repaired { missing: vec![said(key).with("count", known.to_string())], ..Repaired::default() };
    let Ok(anchor) = read::anchor(scratch, id) else { return Ok(lost("safety-lost-head")) };
    if !questionnaire(scratch, new, &anchor.questionnaire, shelf)? {
        return Ok(lost("safety-lost-questionnaire"));
    }
    let name = enterprise(scratch, new, &anchor)?;
    if !head(scratch, new, id)? {
        return Ok(lost("safety-lost-head"));
    }
    let journal = mended(&anchor, events)?;
    for event in &journal.events {
        write::event(new, id, event)?;
    }
    let (replayed, _) = replay(&anchor, &journal.events)?;
    let last_change = changed(scratch, id)?;
    write::derived(new, id, &replayed)?;
    let counted = |key| {
        let message = said(key).with("enterprise", name.as_str()).with("events", journal.events.len().to_string());
        message
            .with("missing", known.saturating_sub(journal.read).to_string())
            .with("position", journal.gap.to_string())
    };
    let mut repaired = Repaired { saved: 1, ..Repaired::default() };
    if journal.gap > 0 {
        repaired.missing.push(counted("safety-salvaged-part"));
    } else if journal.read < known || last_change.is_some_and(|changed| changed > read::moment(replayed.changed)) {
        repaired.missing.push(counted("safety-salvaged-beginning"));
    } else {
        repaired.whole.push(counted("safety-salvaged-whole"));
    }
    if name.starts_with('?') {
        repaired.missing.push(said("safety-salvaged-nameless").with("enterprise", name));
    }
    Ok(repaired)
}

fn readable_events(scratch: &Connection, id: AssessmentId) -> Result<Vec<Event>, Problem> {
    let sql = format!("SELECT {} FROM event WHERE assessment = :id ORDER BY sequence", read::EVENT);
    let mut query = scratch.prepare_cached(&sql)?;
    let mut rows = query.query(named_params! { ":id": id.to_string() })?;
    let mut events = Vec::new();
    while let Some(row) = rows.next()? {
        // What does not read back is missing, and is counted by its number.
        events.extend(read::event(row));
    }
    Ok(events)
}

/// The highest number that the index of the journal knows of an assessment.
fn last_known(scratch: &Connection, id: AssessmentId) -> Result<u64, Problem> {
    let sql = "SELECT coalesce(max(sequence), 0) AS last FROM known WHERE assessment = :id";
    scratch
        .query_row(sql, named_params! { ":id": id.to_string() }, |row| row.get::<_, i64>(0))
        .map(i64::unsigned_abs)
        .map_err(Problem::from)
}

fn changed(scratch: &Connection, id: AssessmentId) -> Result<Option<String>, Problem> {
    let sql = "SELECT changed FROM assessment WHERE id = :id";
    Ok(scratch.query_row(sql, named_params! { ":id": id.to_string() }, |row| row.get(0))?)
}

/// The row of an assessment, as it is. False, if it cannot stand.
fn head(scratch: &Connection, new: &Connection, id: AssessmentId) -> Result<bool, Problem> {
    let columns = columns(scratch, "assessment")?;
    let row = scratch.query_row("SELECT * FROM assessment WHERE id = ?", [id.to_string()], |row| {
        (0..columns.len()).map(|n| row.get(n)).collect::<Result<Vec<Value>, _>>()
    })?;
    insert(new, "assessment", &columns, row)
}

/// Keeps the questionnaire of that hash. False, if nobody has its text.
fn questionnaire(
    scratch: &Connection,
    new: &Connection,
    hash: &str,
    shelf: &[Arc<Questionnaire>],
) -> Result<bool, Problem> {
    let mut query = scratch.prepare_cached("SELECT id, version, text FROM questionnaire WHERE hash = :hash")?;
    let carved = query.query_row(named_params! { ":hash": hash }, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
    let sound = carved.ok().filter(|(_, _, text): &(String, String, String)| hash_of(text) == hash);
    let from_shelf = || {
        let same = shelf.iter().find(|questionnaire| questionnaire.hash == hash)?;
        Some((same.id.to_string(), same.version.clone(), same.text.to_string()))
    };
    let Some((id, version, text)) = sound.or_else(from_shelf) else { return Ok(false) };
    write::questionnaire(new, hash, &id, &version, &text)?;
    Ok(true)
}

/// Keeps the enterprise, under a name that begins with `?` if its own cannot be read.
fn enterprise(scratch: &Connection, new: &Connection, anchor: &Anchor) -> Result<String, Problem> {
    let id = anchor.enterprise.to_string();
    let mut query = scratch.prepare_cached("SELECT name FROM enterprise WHERE id = :id")?;
    let name = query.query_row(named_params! { ":id": id }, |row| row.get::<_, String>(0));
    let name = name.unwrap_or_else(|_| format!("? {}", id.get(28..).unwrap_or_default()));
    let row = vec![Value::Text(id), Value::Text(name.clone())];
    insert(new, "enterprise", &columns(new, "enterprise")?, row)?;
    Ok(name)
}

/// A history that can be kept.
struct Mended {
    events: Vec<Event>,
    /// How many events of the old history are in it.
    read: u64,
    /// The number of the first one that is missing; 0, if none is known to be.
    gap: u64,
}

/// What is left of a history: with its chain as far as nothing is missing, then following anew.
fn mended(anchor: &Anchor, events: Vec<Event>) -> Result<Mended, Problem> {
    let mut mended = Mended { events: Vec::new(), read: 0, gap: 0 };
    let mut state = replay(anchor, &[])?.0;
    let mut proved = Some((0, anchor.hash()?));
    let mut last = anchor.hash()?;
    for event in events {
        let follows = proved.take().filter(|(sequence, _)| sequence + 1 == event.sequence);
        let sound = match &follows {
            Some((_, hash)) => event_hash(hash, &event)? == event.hash,
            // Behind a gap nothing tells; from the next one on the chain does again.
            None => true,
        };
        if mended.gap == 0 && (follows.is_none() || !sound) {
            mended.gap = mended.events.len() as u64 + 1;
        }
        if !sound {
            continue;
        }
        proved = Some((event.sequence, event.hash.clone()));
        mended.read += 1;
        let Some(mut event) = (if mended.gap == 0 { Some(event) } else { following(&state, event) }) else { continue };
        if mended.gap > 0 {
            event.sequence = mended.events.len() as u64 + 1;
            event.hash = event_hash(&last, &event)?;
        }
        state.apply(&event);
        last.clone_from(&event.hash);
        mended.events.push(event);
    }
    Ok(mended)
}

/// An event behind a gap as a change of what stands there now; none, if it changes nothing.
fn following(state: &Replayed, event: Event) -> Option<Event> {
    let action = match event.action {
        EventAction::Close | EventAction::Reopen => {
            let closes = event.action == EventAction::Close;
            (closes != state.closed.is_some()).then_some(event.action)?
        }
        EventAction::Answer(change) | EventAction::Undo { change, .. } | EventAction::Redo { change, .. } => {
            let old = state.answers.get(&change.question).map(|(answer, _)| answer.clone()).unwrap_or_default();
            EventAction::Answer((old != change.new).then_some(AnswerChange { old, ..change })?)
        }
    };
    Some(Event { action, ..event })
}

/// Drafts, plans, results and settings, as far as SQLite can read them. False, if it could not read everything.
fn beside_the_journal(copy: &Path, new: &Connection, key: Option<&Key>) -> bool {
    let copied = || -> Result<bool, Problem> {
        let old = connect(copy, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
        let mut query =
            new.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")?;
        let tables: Vec<String> = query.query_and_then([], |row| Ok(row.get(0)?))?.collect::<Result<_, Problem>>()?;
        let mut whole = true;
        for table in tables.iter().filter(|table| !JOURNAL.contains(&table.as_str())) {
            whole &= copy_table(&old, new, table).unwrap_or(false);
        }
        Ok(whole)
    };
    copied().unwrap_or(false)
}

/// Copies the columns that both know under the same name. False, if the old table has others, or rows that the new one
/// does not take.
fn copy_table(old: &Connection, new: &Connection, table: &str) -> Result<bool, Problem> {
    // A view of that name could compute without an end.
    let is_table = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name = ?";
    if !old.prepare(is_table)?.exists([table])? {
        return Err(Problem::Altered(table.to_owned()));
    }
    // What others have called a column comes into no statement, and need not be a text.
    let mut known = old.prepare("SELECT 1 FROM pragma_table_info(?) WHERE name = ?")?;
    let mut both = Vec::new();
    for column in columns(new, table)? {
        if known.exists([table, &column])? {
            both.push(column);
        }
    }
    let theirs: u32 = old.query_row("SELECT count(*) FROM pragma_table_info(?)", [table], |row| row.get(0))?;
    let mut query = old.prepare(&format!("SELECT {} FROM \"{table}\"", both.join(", ")))?;
    let mut rows = query.query([])?;
    let mut whole = u32::try_from(both.len()) == Ok(theirs);
    while let Some(row) = rows.next()? {
        let values = (0..both.len()).map(|n| row.get(n)).collect::<Result<Vec<Value>, _>>()?;
        whole &= insert(new, table, &both, values)?;
    }
    Ok(whole)
}
