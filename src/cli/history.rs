//! `tashxis history`: every change of an assessment, in order.

use super::failure::Failure;
use super::list::table;
use super::shell::Shell;
use super::{Verdict, ids};
use crate::engine::answer::{Answer, Response};
use crate::engine::interview::journal::{AnswerChange, Event, EventAction};
use crate::engine::library::Library;
use crate::engine::text::Message;
use crate::session::fieldwork::told_visit;

/// Shows the history.
pub fn run(shell: &Shell, id: &str) -> Result<Verdict, Failure> {
    let store = shell.existing_store()?;
    let record = store.open(ids::find(&store, id)?.id)?;
    let begun = vec![
        String::new(),
        moment(shell, record.summary.created),
        String::new(),
        shell.texts.with("cli-event-begun", &[("enterprise", record.summary.enterprise.as_str().into())]),
    ];
    let rows: Vec<_> = std::iter::once(begun).chain(record.events.iter().map(|event| row(shell, event))).collect();
    shell.print(&table(&rows, Shell::columns()))?;
    for visit in store.visits(record.summary.id)? {
        shell.print(&format!("{}\n", told_visit(&shell.texts, &visit)))?;
    }
    Ok(Verdict::Done)
}

fn moment(shell: &Shell, time: jiff::Timestamp) -> String {
    format!("{} {}", shell.texts.short_day(time), shell.texts.clock(time))
}

fn row(shell: &Shell, event: &Event) -> Vec<String> {
    let what = match &event.action {
        EventAction::Answer(change) => changed(shell, change),
        EventAction::Undo { change, .. } => told(shell, "cli-event-undo", &changed(shell, change)),
        EventAction::Redo { change, .. } => told(shell, "cli-event-redo", &changed(shell, change)),
        EventAction::Close => shell.texts.get("cli-event-close"),
        EventAction::Reopen => shell.texts.get("cli-event-reopen"),
    };
    let question = event.action.change().map(|change| change.question.to_string()).unwrap_or_default();
    let who = if event.interviewer.is_empty() { &event.device } else { &event.interviewer };
    vec![event.sequence.to_string(), moment(shell, event.time), question, what, who.clone()]
}

fn told(shell: &Shell, key: &'static str, text: &str) -> String {
    shell.texts.say(&Message::new(key).with("text", text))
}

/// What became of an answer: the response, and whatever else was changed with it.
fn changed(shell: &Shell, change: &AnswerChange) -> String {
    let AnswerChange { old, new, .. } = change;
    let mut parts = Vec::new();
    if old.response != new.response {
        parts.push(format!("{} → {}", response(shell, old), response(shell, new)));
    }
    if old.comment != new.comment {
        parts.push(told(shell, "tui-comment", &new.comment));
    }
    if old.evidence != new.evidence {
        parts.push(told(shell, "tui-evidence", &new.evidence));
    }
    if old.confidence != new.confidence {
        parts.push(shell.texts.get("cli-event-confidence"));
    }
    if old.flagged != new.flagged {
        parts.push(shell.texts.get(if new.flagged { "cli-event-flagged" } else { "cli-event-unflagged" }));
    }
    parts.join("; ")
}

fn response(shell: &Shell, answer: &Answer) -> String {
    match &answer.response {
        None => shell.texts.get("legend-open"),
        Some(Response::Value(value)) => value.to_string(),
        Some(Response::DontKnow) => shell.texts.get("answer-dont-know"),
        Some(Response::Refused) => shell.texts.get("answer-refused"),
        Some(Response::NotApplicable { reason }) => {
            shell.texts.with("answer-not-applicable", &[("reason", reason.as_str().into())])
        }
    }
}
