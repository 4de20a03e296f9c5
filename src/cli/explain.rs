//! `tashxis explain`: the arithmetic behind one number of an assessment.

use super::args;
use super::failure::Failure;
use super::profile::{Opened, open, options};
use super::shell::Shell;
use super::{Verdict, ids, stats};
use crate::engine::outlook::outlook_with;
use crate::engine::profile::profile;
use crate::engine::questionnaire::Questionnaire;
use crate::engine::text::Message;
use crate::report::explain::{Subject, explain};

/// Writes the explanation.
pub fn run(shell: &Shell, args: &args::Explain) -> Result<Verdict, Failure> {
    let store = shell.existing_store()?;
    let Opened { interview, .. } = open(&store, ids::find(&store, &args.id)?.id)?;
    let questionnaire = interview.questionnaire();
    let subject = match &args.what {
        None => Subject::Index,
        Some(name) => Subject::named(questionnaire, name).ok_or_else(|| unknown(questionnaire, name))?,
    };
    let profile = profile(&interview);
    let outlook = outlook_with(&interview, &profile, &options(&args.simulation));
    stats::deliver(shell, &args.output, &explain(&profile, &interview, &outlook, &shell.texts, subject))
}

fn unknown(questionnaire: &Questionnaire, name: &str) -> Failure {
    let areas: Vec<&str> = questionnaire.areas.iter().map(|area| area.id.as_str()).collect();
    let message = Message::new("stats-explain-unknown").with("name", name);
    Failure::input(message).hint(Message::new("stats-explain-known").with("areas", areas.join(", ")))
}
