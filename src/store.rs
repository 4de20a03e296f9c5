//! SQLite behind the engine's ports: every assessment on this machine, durable when a call returns.
//!
//! Owns the file, its schema, its one writer, copies of it and the exchange of assessments with other
//! machines. Knows nothing of screens, and of questionnaires only what an import must check.
//!
//! What is always true: a change is one transaction at `synchronous=EXTRA`; the journal is only ever
//! appended to; whatever else is known about answers is derived from it in the same transaction; a
//! file that is not ours or is newer than the program is left as it is.

use std::fs::File;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension, Params, TransactionBehavior, named_params};
use uuid::Uuid;

use crate::engine::id::AssessmentId;
use crate::engine::interview::Progress;
use crate::engine::interview::journal::{Journal, JournalError};
use crate::engine::library::{Access, Depth, Library, NewAssessment, Record, Standing, Summary};
use crate::engine::roadmap::{self, RoadmapAction};
use crate::engine::steps::Steps;
use crate::engine::target::ChosenTarget;
use crate::engine::text::{Message, canonical, folded};
use crate::engine::visit::{Ending, Stay, Visit};

mod backup;
mod carve;
mod chain;
mod convert;
mod error;
pub mod exchange;
mod forget;
mod journal;
mod key;
mod open;
pub mod peek;
mod read;
pub mod reading;
mod replay;
mod restore;
pub mod rotation;
mod salvage;
mod schema;
pub mod take;
#[cfg(test)]
mod tests;
mod twins;
mod verify;
mod write;

pub use convert::Converted;
pub use error::{Problem, StoreError};
pub use key::{Costs, Header, Key, Passphrase, SHORTEST, cipher};
pub use restore::{RestoreError, Restored};
pub use salvage::Repaired;
pub use twins::Twin;

use chain::Anchor;
use journal::AssessmentJournal;
use read::Which;

/// Who keeps the events, as written at each of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// The machine.
    pub device: String,
    /// The interviewer; empty in a self-assessment.
    pub interviewer: String,
}

/// All assessments in one database file.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    // Held, never read. Fields are dropped in order, so the lock outlives the connection.
    _lock: Option<File>,
    path: PathBuf,
    file: Option<(u64, u64)>,
    access: Access,
    key: Option<Key>,
    identity: Identity,
}

impl Store {
    /// Opens the database at `path`, or makes it, with its folder. Without the right to write, or beside
    /// another process that writes, it opens read-only: see [`Library::access`].
    pub fn open(path: &Path, identity: Identity) -> Result<Self, StoreError> {
        Self::unlock(path, identity, None)
    }

    /// The same with the key of a database that may be encrypted; a plain one needs none and makes nothing of it.
    pub fn unlock(path: &Path, identity: Identity, key: Option<&Key>) -> Result<Self, StoreError> {
        let open::Opened { path, connection, access, key, lock } = open::open(path, key)?;
        let file = open::file_at(&path);
        Ok(Self { connection, _lock: lock, path, file, access, key, identity })
    }

    /// The file, without links.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether other users of this machine can read the file, where the system tells.
    pub fn is_exposed(&self) -> bool {
        open::is_exposed(&self.path)
    }

    /// Another connection to the same file, to read it.
    fn another(&self) -> Result<Self, Problem> {
        let access = if self.access == Access::Write { Access::ReadOnlyInUse } else { self.access };
        let connection = open::readable(&self.path, access, self.key.as_ref())?;
        let (path, file, key, identity) = (self.path.clone(), self.file, self.key.clone(), Identity::default());
        Ok(Self { connection, _lock: None, path, file, access, key, identity })
    }

    /// The ids of all assessments, also those taken out of the list, in the order in which they were begun.
    pub fn ids(&self) -> Result<Vec<AssessmentId>, StoreError> {
        self.read(read::ids)
    }

    /// Every assessment, also those taken out of the list, last changed first.
    pub fn all(&self) -> Result<Vec<Summary>, StoreError> {
        self.read(|connection| read::summaries(connection, Which::All))
    }

    /// What is wrong inside the file; nothing, if the list is empty.
    pub fn verify(&self) -> Result<Vec<Message>, StoreError> {
        self.read(|connection| verify::findings(connection, self.is_encrypted()))
    }

    /// Makes everything derived from the journal of an assessment anew.
    pub fn rebuild(&mut self, id: AssessmentId) -> Result<(), StoreError> {
        self.write(|connection| {
            let (anchor, events) = (read::anchor(connection, id)?, read::events(connection, id)?);
            write::derived(connection, id, &replay::replay(&anchor, &events)?.0)
        })
    }

    /// Copies the whole database to a new file and checks the copy. Refuses to replace a file.
    pub fn backup(&self, to: &Path) -> Result<(), StoreError> {
        self.backup_watched(to, &Steps::default())
    }

    /// The same for somebody who waits for it.
    pub fn backup_watched(&self, to: &Path, steps: &Steps) -> Result<(), StoreError> {
        let to = std::path::absolute(to).map_err(|error| Problem::System(error).at(to))?;
        backup::copy_watched(&self.connection, &to, self.key.as_ref(), steps).map_err(|problem| problem.at(&to))
    }

    /// Copies the whole database to a new file that anybody can read, and checks the copy. Refuses to replace a file.
    pub fn backup_plain(&self, to: &Path) -> Result<(), StoreError> {
        if self.key.is_none() {
            return self.backup(to);
        }
        let to = std::path::absolute(to).map_err(|error| Problem::System(error).at(to))?;
        backup::copy_plain(&self.connection, &to).map_err(|problem| problem.at(&to))
    }

    /// Reads from one state of the database, whatever another process writes meanwhile.
    fn read<T>(&self, read: impl FnOnce(&Connection) -> Result<T, Problem>) -> Result<T, StoreError> {
        let whole = || {
            let snapshot = self.connection.unchecked_transaction()?;
            read(&snapshot)
        };
        whole().map_err(|problem| problem.at(&self.path))
    }

    /// Writes as one whole. When this returns, it is on the disk, or nothing has changed.
    fn write<T>(&mut self, write: impl FnOnce(&Connection) -> Result<T, Problem>) -> Result<T, StoreError> {
        match self.access {
            Access::Write => {}
            Access::ReadOnlyInUse => return Err(Problem::InUse.at(&self.path)),
            Access::ReadOnlyFile => return Err(Problem::ReadOnly.at(&self.path)),
        }
        // With a write-ahead log SQLite would go on writing beside the name that the file had.
        if open::file_at(&self.path) != self.file {
            return Err(Problem::Moved.at(&self.path));
        }
        let connection = &mut self.connection;
        let whole = move || {
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let written = write(&transaction)?;
            transaction.commit()?;
            Ok(written)
        };
        whole().map_err(|problem: Problem| problem.at(&self.path))
    }

    /// Changes the row of an assessment, which must exist.
    fn update(&mut self, id: AssessmentId, sql: &str, values: impl Params) -> Result<(), StoreError> {
        self.write(|connection| match connection.execute(sql, values)? {
            0 => Err(Problem::NoAssessment(id)),
            _ => Ok(()),
        })
    }
}

impl Library for Store {
    fn access(&self) -> Access {
        self.access
    }

    fn identify(&mut self, interviewer: &str) {
        canonical(interviewer).trim().clone_into(&mut self.identity.interviewer);
    }

    fn summaries(&self) -> Result<Vec<Summary>, JournalError> {
        Ok(self.read(|connection| read::summaries(connection, Which::Listed))?)
    }

    fn is_encrypted(&self) -> bool {
        self.key.is_some()
    }

    fn opens_with(&self, passphrase: &str) -> bool {
        self.key.as_ref().is_some_and(|key| key.is_of(&Passphrase::new(passphrase)))
    }

    fn archived(&self) -> Result<Vec<Summary>, JournalError> {
        let mut all = self.all()?;
        all.retain(|it| it.archived);
        Ok(all)
    }

    fn copy_to(&self, path: &Path) -> Result<(), JournalError> {
        Ok(self.backup(path)?)
    }

    fn enterprises(&self) -> Result<Vec<String>, JournalError> {
        let mut names = self.read(|connection| {
            let mut query = connection.prepare_cached("SELECT DISTINCT name FROM enterprise")?;
            query.query_and_then([], |row| Ok(row.get::<_, String>(0)?))?.collect::<Result<Vec<_>, Problem>>()
        })?;
        names.sort_by_cached_key(|name| (folded(name), name.clone()));
        Ok(names)
    }

    fn create(&mut self, new: &NewAssessment) -> Result<AssessmentId, JournalError> {
        let id = AssessmentId(Uuid::now_v7());
        self.write(|connection| begin(connection, id, new))?;
        Ok(id)
    }

    fn open(&self, id: AssessmentId) -> Result<Record, JournalError> {
        Ok(self.read(|connection| read::record(connection, id))?)
    }

    fn standing(&self, id: AssessmentId, depth: Depth) -> Result<Standing, JournalError> {
        Ok(self.read(|connection| reading::standing(connection, id, depth))?)
    }

    fn beside(&self) -> Option<Box<dyn Library + Send>> {
        Some(Box::new(self.another().ok()?))
    }

    fn journal(&mut self, id: AssessmentId) -> Box<dyn Journal + '_> {
        Box::new(AssessmentJournal { store: self, id })
    }

    fn keep_progress(&mut self, id: AssessmentId, progress: Progress) -> Result<(), JournalError> {
        let sql = "UPDATE assessment SET progress = :progress WHERE id = :id";
        let progress = write::json(&progress).map_err(|problem| problem.at(&self.path))?;
        Ok(self.update(id, sql, named_params! { ":id": id.to_string(), ":progress": progress })?)
    }

    fn keep_result(&mut self, id: AssessmentId, result: &str) -> Result<(), JournalError> {
        Ok(self.write(|connection| write::result(connection, id, env!("CARGO_PKG_VERSION"), result))?)
    }

    fn keep_target(&mut self, id: AssessmentId, target: Option<&ChosenTarget>) -> Result<(), JournalError> {
        Ok(self.write(|connection| write::target(connection, id, target))?)
    }

    fn keep_action(&mut self, id: AssessmentId, action: &RoadmapAction) -> Result<(), JournalError> {
        Ok(self.write(|connection| {
            read::anchor(connection, id)?;
            write::action(connection, id, (Uuid::now_v7(), action), true)
        })?)
    }

    fn remove_action(&mut self, id: AssessmentId, recommendation: &str) -> Result<(), JournalError> {
        let sql = "DELETE FROM action WHERE assessment = :id AND recommendation = :recommendation";
        Ok(self.write(|connection| {
            read::anchor(connection, id)?;
            let values = named_params! { ":id": id.to_string(), ":recommendation": recommendation };
            connection.execute(sql, values)?;
            Ok(())
        })?)
    }

    fn keep_visit(&mut self, id: AssessmentId, ending: &Ending) -> Result<Visit, JournalError> {
        let Identity { device, interviewer } = self.identity.clone();
        let visit = Visit { id: Uuid::now_v7(), ended: journal::now(), device, interviewer, ending: ending.clone() };
        self.write(|connection| {
            read::anchor(connection, id)?;
            write::visit(connection, id, &visit).map(|_| ())
        })?;
        Ok(visit)
    }

    fn visits(&self, id: AssessmentId) -> Result<Vec<Visit>, JournalError> {
        Ok(self.read(|connection| read::visits(connection, id))?)
    }

    fn keep_stay(&mut self, id: AssessmentId, stay: &Stay) -> Result<(), JournalError> {
        Ok(self.write(|connection| {
            read::anchor(connection, id)?;
            write::stay(connection, id, stay).map(|_| ())
        })?)
    }

    fn stays(&self, id: AssessmentId) -> Result<Vec<Stay>, JournalError> {
        Ok(self.read(|connection| read::stays(connection, id))?)
    }

    fn archive(&mut self, id: AssessmentId, archived: bool) -> Result<(), JournalError> {
        let sql = "UPDATE assessment SET archived = :archived WHERE id = :id";
        Ok(self.update(id, sql, named_params! { ":id": id.to_string(), ":archived": archived })?)
    }

    fn keep_setting(&mut self, name: &str, value: &str) -> Result<(), JournalError> {
        Ok(self.write(|connection| {
            connection.execute(
                "INSERT INTO setting (name, value) VALUES (:name, :value)
                 ON CONFLICT DO UPDATE SET value = excluded.value",
                named_params! { ":name": name, ":value": value },
            )?;
            Ok(())
        })?)
    }

    fn setting(&self, name: &str) -> Result<Option<String>, JournalError> {
        Ok(self.read(|connection| {
            let mut query = connection.prepare_cached("SELECT value FROM setting WHERE name = :name")?;
            Ok(query.query_row(named_params! { ":name": name }, |row| row.get(0)).optional()?)
        })?)
    }
}

/// Makes an assessment without answers; the open actions of the one that it continues go on in it.
fn begin(connection: &Connection, id: AssessmentId, new: &NewAssessment) -> Result<(), Problem> {
    let questionnaire = &new.questionnaire;
    write::questionnaire(
        connection,
        &questionnaire.hash,
        questionnaire.id.as_str(),
        &questionnaire.version,
        &questionnaire.text,
    )?;
    let anchor = Anchor {
        id,
        enterprise: write::enterprise_named(connection, canonical(&new.enterprise).trim())?,
        questionnaire: questionnaire.hash.clone(),
        form: new.form,
        lang: new.lang,
        created: journal::now(),
    };
    write::assessment(connection, &anchor, new.previous, Progress::default())?;
    let planned = new.previous.map_or_else(|| Ok(Vec::new()), |previous| read::actions(connection, previous))?;
    for action in roadmap::carried(&planned, questionnaire) {
        write::action(connection, id, (Uuid::now_v7(), &action), false)?;
    }
    Ok(())
}
