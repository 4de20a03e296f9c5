//! Many assessments in one pass, from one state of the database, however often it is read.

use rusqlite::{Connection, Row, Transaction, named_params};

use super::Store;
use super::error::{Problem, StoreError};
use super::read::{self, Which};
use crate::engine::id::{AssessmentId, QuestionId, QuestionnaireId};
use crate::engine::library::{Access, Depth, Passage, Standing, Summary};

/// Reads the same state as the [`Reading`] it comes from, for a thread of its own.
#[derive(Debug)]
pub struct Reader {
    store: Store,
}

/// One state of the database; what others write meanwhile does not appear in it.
#[derive(Debug)]
pub struct Reading<'s> {
    store: &'s Store,
    snapshot: Transaction<'s>,
}

impl Store {
    /// Holds the database as it is now.
    pub fn reading(&self) -> Result<Reading<'_>, StoreError> {
        let begun = || {
            let snapshot = self.connection.unchecked_transaction()?;
            // A transaction sees the state at its first read.
            snapshot.query_row("SELECT count(*) FROM questionnaire", [], |_| Ok(()))?;
            Ok(snapshot)
        };
        let snapshot = begun().map_err(|problem: Problem| problem.at(&self.path))?;
        Ok(Reading { store: self, snapshot })
    }
}

impl Store {
    /// Readers of the state that this store sees, as long as it is borrowed: as the one writer it holds the lock, so
    /// nobody changes anything meanwhile.
    pub(super) fn readers(&self, count: usize) -> Result<Vec<Reader>, StoreError> {
        if self.access != Access::Write {
            return Ok(Vec::new());
        }
        let reader = || {
            let store = self.another()?;
            store.connection.execute_batch("BEGIN")?;
            Ok(Reader { store })
        };
        (0..count).map(|_| reader().map_err(|problem: Problem| problem.at(&self.path))).collect()
    }
}

impl Reading<'_> {
    /// Every assessment, also those taken out of the list, last changed first.
    pub fn summaries(&self) -> Result<Vec<Summary>, StoreError> {
        self.read(|connection| read::summaries(connection, Which::All))
    }

    /// The texts of the questionnaires with that id, each once.
    pub fn questionnaires(&self, id: &str) -> Result<Vec<String>, StoreError> {
        self.read(|connection| {
            let mut query = connection.prepare_cached("SELECT text FROM questionnaire WHERE id = :id ORDER BY hash")?;
            query.query_and_then(named_params! { ":id": id }, |row| Ok(row.get(0)?))?.collect()
        })
    }

    /// One assessment as it stands.
    pub fn standing(&self, id: AssessmentId, depth: Depth) -> Result<Standing, StoreError> {
        self.read(|connection| standing(connection, id, depth))
    }

    /// The questionnaire of every assessment, in the order in which they were begun.
    pub fn instruments(&self) -> Result<Vec<(AssessmentId, QuestionnaireId)>, StoreError> {
        self.read(read::instruments)
    }

    /// So many readers of the same state, for as many threads. None where another process may write meanwhile: each
    /// would see the state at its own beginning.
    pub fn readers(&self, count: usize) -> Result<Vec<Reader>, StoreError> {
        self.store.readers(count)
    }

    fn read<T>(&self, read: impl FnOnce(&Connection) -> Result<T, Problem>) -> Result<T, StoreError> {
        read(&self.snapshot).map_err(|problem| problem.at(&self.store.path))
    }
}

impl Reader {
    /// One assessment as it stands.
    pub fn standing(&self, id: AssessmentId, depth: Depth) -> Result<Standing, StoreError> {
        standing(self.connection(), id, depth).map_err(|problem| problem.at(&self.store.path))
    }

    /// The connection, within its transaction.
    pub(super) const fn connection(&self) -> &Connection {
        &self.store.connection
    }
}

/// One assessment as it stands, from what the store keeps beside its journal.
pub(super) fn standing(connection: &Connection, id: AssessmentId, depth: Depth) -> Result<Standing, Problem> {
    Ok(Standing {
        summary: read::summary_of(connection, id)?,
        questionnaire: read::belongs(connection, id)?.0,
        answers: read::answers(connection, id)?.into_iter().map(|(id, answer, _)| (id, answer)).collect(),
        interviewers: interviewers(connection, id)?,
        passages: if depth == Depth::Passages { passages(connection, id)? } else { Vec::new() },
        effort: read::effort(connection, id)?,
    })
}

/// Everyone who interviewed, in order of appearance. Nearly always that is one person at most, which is asked first:
/// looking at every event is most of the work.
fn interviewers(connection: &Connection, id: AssessmentId) -> Result<Vec<String>, Problem> {
    let sql = "SELECT min(interviewer), max(interviewer) FROM event WHERE assessment = :id AND interviewer <> ''";
    let ends = read::one(connection, sql, id, |row| {
        let name = |column| Ok::<_, Problem>(row.get::<_, Option<String>>(column)?);
        Ok(name(0)?.zip(name(1)?))
    })?;
    match ends.flatten() {
        None => return Ok(Vec::new()),
        Some((first, last)) if first == last => return Ok(vec![first]),
        Some(_) => {}
    }
    let sql = "SELECT interviewer FROM event WHERE assessment = :id AND interviewer <> ''
        GROUP BY interviewer ORDER BY min(sequence)";
    read::rows(connection, sql, id, |row| Ok(row.get(0)?))
}

fn passages(connection: &Connection, id: AssessmentId) -> Result<Vec<Passage>, Problem> {
    // With `max` SQLite takes the other columns from the row that has the highest.
    let sql = "SELECT question, count(*) AS changes, sum(shown_ms) AS shown_ms, max(sequence), time, lang
        FROM event WHERE assessment = :id AND question IS NOT NULL GROUP BY question ORDER BY question";
    read::rows(connection, sql, id, passage)
}

fn passage(row: &Row) -> Result<Passage, Problem> {
    Ok(Passage {
        question: QuestionId::new(row.get::<_, String>("question")?),
        changes: usize::try_from(read::unsigned(row, "changes")?).unwrap_or(usize::MAX),
        shown_ms: read::unsigned(row, "shown_ms")?,
        changed: read::time(row, "time")?,
        lang: read::word(&row.get::<_, String>("lang")?)?,
    })
}
