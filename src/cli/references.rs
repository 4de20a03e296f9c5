//! Tables of quartiles of other pools: named on the command line, or in the user's folder by questionnaire.

use std::path::Path;
use std::sync::Arc;

use super::failure::Failure;
use super::shell::Shell;
use super::{places, shelf};
use crate::engine::benchmark::{Others, Reference};
use crate::engine::id::QuestionnaireId;
use crate::engine::interview::Interview;
use crate::engine::library::Depth;
use crate::engine::pool::Pool;
use crate::engine::questionnaire::Questionnaire;
use crate::engine::text::Message;
use crate::store::Store;

/// Reads a table for a questionnaire.
///
/// # Errors
/// What cannot be read, with file, line and value.
pub fn read(path: &Path, questionnaire: &Questionnaire) -> Result<Arc<Reference>, Failure> {
    let source = shelf::source(path)?;
    let areas: Vec<&str> = questionnaire.areas.iter().map(|area| area.id.as_str()).collect();
    Reference::parse(&source.text, &areas).map(Arc::new).map_err(|problem| {
        let hint = Message::new("reference-hint").with("areas", areas.join(", "));
        let message = problem.message().with("path", source.name.as_str());
        Failure::input(message).hint(hint)
    })
}

/// The table to hold an assessment against: the one that was named, or else the user's own. A broken one of the
/// user's is left out with a warning.
///
/// # Errors
/// What is wrong with the one that was named.
pub fn of(
    shell: &Shell,
    questionnaire: &Questionnaire,
    named: Option<&Path>,
) -> Result<Option<Arc<Reference>>, Failure> {
    if let Some(path) = named {
        return read(path, questionnaire).map(Some);
    }
    let Some(path) = places::reference(questionnaire.id.as_str()) else { return Ok(None) };
    match read(&path, questionnaire) {
        Ok(table) => Ok(Some(table)),
        Err(Failure::Said { message, hint, .. }) => {
            shell.warn(&message, hint.as_ref());
            Ok(None)
        }
        Err(unread @ Failure::Unread) => Err(unread),
    }
}

/// The user's own tables for the questionnaires at hand.
pub fn gather(shell: &Shell, shelf: &[Arc<Questionnaire>]) -> Vec<(QuestionnaireId, Arc<Reference>)> {
    let of = |it: &Arc<Questionnaire>| Some((it.id.clone(), of(shell, it, None).ok()??));
    shelf.iter().filter_map(of).collect()
}

/// What others reached: the peers in the database, and the table at hand.
///
/// # Errors
/// The store's, or what is wrong with the table that was named.
pub fn others(
    shell: &Shell,
    store: &Store,
    enterprise: &str,
    interview: &Interview,
    named: Option<&Path>,
) -> Result<Others, Failure> {
    let reference = of(shell, interview.questionnaire(), named)?;
    let watch = shell.watch("work-reading")?;
    let (all, now) = (store.all()?, interview.now());
    let pool = Pool::read(store, &all, interview.questionnaire(), Depth::Answers, now, &watch.steps)?;
    Ok(Others { peers: Some(pool.compare(enterprise, interview)), reference })
}
