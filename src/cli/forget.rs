//! `tashxis forget`: an enterprise or an assessment erased, once its name has been typed.

use std::path::PathBuf;

use super::args;
use super::failure::Failure;
use super::shell::Shell;
use super::{Verdict, ids, plain};
use crate::engine::library::Summary;
use crate::engine::text::{Message, canonical, folded};
use crate::store::Store;

/// Says what would be erased and what would not, asks for the name, and erases.
pub fn run(shell: &Shell, args: &args::Forget) -> Result<Verdict, Failure> {
    let mut store = shell.existing_store()?;
    let (name, meant) = meant(&store, &args.whom)?;
    for summary in &meant {
        let message = Message::new("safety-forget-one").with("enterprise", summary.enterprise.as_str());
        let message = message.with("assessment", summary.id.to_string());
        shell.say(&message.with("day", shell.texts.short_day(summary.created)))?;
    }
    shell.say(&Message::new("safety-forget-for-ever").with("count", meant.len()))?;
    let copies = store.copies_beside();
    if args.copies && !copies.is_empty() {
        shell.say(&Message::new("safety-forget-copies-too").with("count", copies.len()))?;
    } else {
        shell.say(&Message::new("safety-forget-elsewhere"))?;
        for copy in &copies {
            shell.print(&format!("  {}\n", copy.display()))?;
        }
    }
    shell.say(&Message::new("safety-forget-confirm").with("name", name.as_str()))?;
    let typed = plain::read_line().unwrap_or_default();
    if canonical(typed.trim()) != canonical(name.trim()) {
        return Err(Failure::input(Message::new("safety-not-forgotten")));
    }
    let ids: Vec<_> = meant.iter().map(|summary| summary.id).collect();
    store.forget(&ids, shell.now())?;
    if args.copies {
        take_away(&copies)?;
    }
    shell.say(&Message::new("safety-forgotten").with("count", ids.len()).with("name", name))?;
    Ok(Verdict::Done)
}

/// The assessments that are meant, and the name that has to be typed.
fn meant(store: &Store, whom: &str) -> Result<(String, Vec<Summary>), Failure> {
    let wanted = folded(canonical(whom).trim());
    let of_firm: Vec<_> = store.all()?.into_iter().filter(|summary| folded(&summary.enterprise) == wanted).collect();
    match of_firm.first() {
        Some(first) => Ok((first.enterprise.clone(), of_firm)),
        None => {
            let one = ids::find(store, whom)?;
            Ok((one.enterprise.clone(), vec![one]))
        }
    }
}

/// Deletes the copies in which the erased are still to be found.
fn take_away(copies: &[PathBuf]) -> Result<(), Failure> {
    for copy in copies {
        std::fs::remove_file(copy).map_err(|error| {
            let message = Message::new("safety-copy-stays").with("path", copy.display().to_string());
            Failure::system(message.with("cause", error.to_string()))
        })?;
    }
    Ok(())
}
