//! The template of an organisation: named on the command line, or the user's own, and its logo.

use std::path::Path;

use super::failure::Failure;
use super::shell::Shell;
use super::{files, places, shelf};
use crate::engine::questionnaire::problem::Problem;
use crate::engine::template::{self, Template};
use crate::engine::text::Message;
use crate::report::diagnostics::{self, Look};
use crate::report::letterhead::{Letterhead, Logo, MOST_OF_A_LOGO};

/// What stands around a report: by the template that was named, or else the user's own. A broken one of the user's
/// is left out with a warning.
///
/// # Errors
/// What is wrong with the one that was named; its problems are shown with their places.
pub fn of(shell: &Shell, named: Option<&Path>) -> Result<Option<Letterhead>, Failure> {
    if let Some(path) = named {
        return read(shell, path).map(Some);
    }
    let Some(path) = places::template() else { return Ok(None) };
    match read(shell, &path) {
        Ok(letterhead) => Ok(Some(letterhead)),
        Err(Failure::Said { message, hint, .. }) => {
            shell.warn(&message, hint.as_ref());
            Ok(None)
        }
        Err(unread @ Failure::Unread) => Err(unread),
    }
}

fn read(shell: &Shell, path: &Path) -> Result<Letterhead, Failure> {
    let source = shelf::source(path)?;
    let found = template::read(&source.text).and_then(|(template, _)| match logo(&template, path) {
        Ok(logo) => Ok((template, logo)),
        Err(problem) => Err(vec![*problem]),
    });
    match found {
        Ok((template, logo)) => Ok(Letterhead::new(&template, logo, shell.texts.lang())),
        Err(problems) => {
            let say = |message: &Message| shell.texts.say(message);
            shell.show(&diagnostics::render(&problems, &source.name, &source.text, &say, Look::Plain));
            Err(Failure::input(Message::new("template-broken").with("path", source.name.as_str()))
                .hint(Message::new("template-hint")))
        }
    }
}

/// The logo, which lies in the folder of the template or below it.
fn logo(template: &Template, path: &Path) -> Result<Option<Logo>, Box<Problem>> {
    let Some((name, span)) = &template.logo else { return Ok(None) };
    let wrong = |key: &'static str, cause: String| {
        let message = Message::new(key).with("file", name.as_str()).with("cause", cause);
        Box::new(Problem::error(span.clone(), message.with("most", MOST_OF_A_LOGO / 1024)))
    };
    let file = path.parent().unwrap_or(Path::new("")).join(name);
    let bytes = files::bytes(&file, MOST_OF_A_LOGO).map_err(|error| wrong("template-no-logo", error.to_string()))?;
    if bytes.len() > MOST_OF_A_LOGO {
        return Err(wrong("template-large-logo", String::new()));
    }
    Logo::new(bytes).map(Some).ok_or_else(|| wrong("template-other-logo", String::new()))
}
