//! `tashxis show`: a questionnaire as a paper form, in the language of the reader.

use super::args::{self, ShowFormat};
use super::failure::Failure;
use super::shell::{Shell, readable};
use super::{Verdict, files, places, shelf};
use crate::report::form::{Format, form};

/// Writes the form.
pub fn run(shell: &Shell, args: &args::Show) -> Result<Verdict, Failure> {
    let mut shelf = shelf::gather(shell);
    let chosen = shelf::choose(&mut shelf, &args.questionnaire)?;
    let format = match args.format {
        ShowFormat::Md => Format::Markdown,
        ShowFormat::Html => Format::Html,
    };
    if let Some(questionnaire) = shelf.get(chosen) {
        // A form in a language that the questionnaire does not have would be in two languages.
        let languages = &questionnaire.languages;
        let own =
            if languages.contains(&shell.lang().written()) { Some(shell.lang()) } else { languages.first().copied() };
        let texts = places::texts(own.unwrap_or(shell.lang()));
        files::deliver(shell, &args.target, &readable(&form(questionnaire, &texts, format)))?;
    }
    Ok(Verdict::Done)
}
