//! `tashxis roadmap`: the plan of an assessment, shown and changed.

use super::args;
use super::failure::Failure;
use super::profile::{Opened, meta, open};
use super::shell::Shell;
use super::stats::deliver;
use super::{Verdict, ids};
use crate::engine::interview::Interview;
use crate::engine::library::Library;
use crate::engine::profile::profile;
use crate::engine::roadmap::RoadmapAction;
use crate::engine::text::Message;
use crate::report::roadmap;
use crate::store::Store;

/// Changes the plan if that is asked for, then writes it.
pub fn run(shell: &Shell, args: &args::Roadmap) -> Result<Verdict, Failure> {
    let mut store = shell.existing_store()?;
    let id = ids::find(&store, &args.id)?.id;
    let opened = open(&store, id)?;
    if let Some(recommendation) = &args.remove {
        if !opened.record.actions.iter().any(|action| action.recommendation == *recommendation) {
            return Err(Failure::usage(Message::new("roadmap-not-in-plan").with("id", recommendation.as_str())));
        }
        store.remove_action(id, recommendation)?;
    }
    if let Some(recommendation) = &args.pick {
        pick(shell, &mut store, &opened, recommendation, &args.change)?;
    }
    let opened = open(&store, id)?;
    let meta = meta(shell, &store, &opened, None)?;
    let profile = profile(&opened.interview);
    deliver(shell, &args.output, &roadmap::sheet(&profile, &opened.interview, &meta, &shell.texts))
}

fn pick(
    shell: &Shell,
    store: &mut Store,
    opened: &Opened,
    recommendation: &str,
    change: &args::ActionChange,
) -> Result<(), Failure> {
    let kept = opened.record.actions.iter().find(|action| action.recommendation == recommendation);
    let known = opened.interview.questionnaire().recommendations.iter().any(|it| it.id == recommendation);
    if kept.is_none() && !known {
        let message = Message::new("roadmap-no-recommendation").with("id", recommendation);
        return Err(Failure::usage(message).hint(Message::new("roadmap-known").with("ids", fitting(&opened.interview))));
    }
    let mut action = kept.cloned().unwrap_or_else(|| RoadmapAction::new(recommendation, shell.now()));
    action.changed = shell.now();
    if let Some(owner) = &change.owner {
        owner.trim().clone_into(&mut action.owner);
    }
    if let Some(due) = &change.due {
        action.due = due.0;
    }
    if let Some(status) = change.status {
        action.status = status;
    }
    if let Some(phase) = change.phase {
        action.phase = phase.0;
    }
    if let Some(measure) = &change.measure {
        measure.trim().clone_into(&mut action.measure);
    }
    if let Some(note) = &change.note {
        note.trim().clone_into(&mut action.note);
    }
    Ok(store.keep_action(opened.record.summary.id, &action)?)
}

/// The recommendations that fired.
fn fitting(interview: &Interview) -> String {
    let all = &interview.questionnaire().recommendations;
    let ids: Vec<&str> = profile(interview).advice.iter().map(|it| all[it.recommendation].id.as_str()).collect();
    ids.join(", ")
}
