//! `tashxis compare` and `tashxis stats agreement`: two assessments against each other.

use super::args;
use super::failure::Failure;
use super::profile::{Opened, open};
use super::shell::Shell;
use super::stats::deliver;
use super::{Verdict, ids};
use crate::engine::change::change;
use crate::engine::text::Message;
use crate::engine::uncertainty::Options;
use crate::report::Meta;
use crate::report::compare::{self, Side};

/// Writes what changed between two assessments; the one begun first is the earlier.
pub fn run(shell: &Shell, args: &args::Compare) -> Result<Verdict, Failure> {
    let (one, other) = both(shell, args)?;
    let (then, now) =
        if one.record.summary.created <= other.record.summary.created { (one, other) } else { (other, one) };
    let found = change(&then.interview, &now.interview, &Options::default().on_every_core());
    let [first, second] = metas(shell, &then, &now);
    let sheet = compare::change(&side(&first, &then), &side(&second, &now), &found, &shell.texts);
    deliver(shell, &args.output, &sheet)
}

/// Writes how far two respondents agree.
pub(super) fn agreement(shell: &Shell, args: &args::Compare) -> Result<Verdict, Failure> {
    let (one, other) = both(shell, args)?;
    if one.interview.questionnaire().hash != other.interview.questionnaire().hash {
        let message = Message::new("agreement-other-version")
            .with("one", one.record.summary.version)
            .with("other", other.record.summary.version);
        return Err(Failure::input(message).hint(Message::new("agreement-other-version-hint")));
    }
    let [first, second] = metas(shell, &one, &other);
    deliver(shell, &args.output, &compare::agreement(&side(&first, &one), &side(&second, &other), &shell.texts))
}

fn metas(shell: &Shell, one: &Opened, other: &Opened) -> [Meta; 2] {
    [one, other].map(|opened| Meta::new(&opened.record, shell.now()))
}

const fn side<'a>(meta: &'a Meta, opened: &'a Opened) -> Side<'a> {
    Side { meta, interview: &opened.interview }
}

/// Two different assessments by the same questionnaire, of whatever version.
fn both(shell: &Shell, args: &args::Compare) -> Result<(Opened, Opened), Failure> {
    let store = shell.existing_store()?;
    let (one, other) = (ids::find(&store, &args.one)?, ids::find(&store, &args.other)?);
    if one.id == other.id {
        let message = Message::new("compare-same").with("enterprise", one.enterprise);
        return Err(Failure::usage(message).hint(Message::new("cli-id-hint")));
    }
    if one.questionnaire != other.questionnaire {
        let message = Message::new("compare-other-questionnaire")
            .with("one", one.questionnaire.as_str())
            .with("other", other.questionnaire.as_str());
        return Err(Failure::input(message).hint(Message::new("compare-other-questionnaire-hint")));
    }
    Ok((open(&store, one.id)?, open(&store, other.id)?))
}
