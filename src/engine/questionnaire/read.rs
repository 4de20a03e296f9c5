//! The way from a file's text to a questionnaire, or to every problem it has.
//!
//! First the shape of every table, then all names, then what refers to them, then what the whole
//! means (`check`). A part that is broken is reported once and read as far as it goes, so that the
//! rest can be judged; a model with an error is thrown away.

use std::collections::HashMap;
use std::fmt::Write;

use super::keys::FILE;
use super::problem::Problem;
use super::{Model, Questionnaire, check};
use crate::engine::id::{Arena, QuestionnaireId};
use sha2::{Digest, Sha256};

mod advice;
pub(crate) mod file;
pub(crate) mod findings;
mod head;
pub(crate) mod node;
mod outline;
mod peers;
mod question;
mod reference;
mod scope;
mod scoring;
mod shape;
mod surroundings;
mod syntax;
mod texts;
mod whole;

use findings::Findings;
use node::Tab;
use outline::Outlines;

pub use file::MOST_BYTES;

/// Reads and checks a questionnaire file. Warnings stand beside a questionnaire that can be used.
///
/// # Errors
/// Every problem found, in the order of the file, at least one of them an error.
pub fn read(text: &str) -> Result<(Questionnaire, Vec<Problem>), Vec<Problem>> {
    let (model, warnings) = file::read(text, &FILE, |findings, root| model(findings, text, root))?;
    Ok((Questionnaire(model), warnings))
}

fn model<'a>(findings: &mut Findings<'a>, text: &str, root: &Tab<'a>) -> Model {
    let outlines = Outlines::gather(findings, root);
    let areas = head::areas(findings, root);
    let questions = question::questions(findings, &outlines);
    let mut model = Model {
        id: QuestionnaireId::new(root.word("id").unwrap_or_default()),
        version: root.word("version").unwrap_or_default().to_owned(),
        languages: findings.languages.clone(),
        title: root.text("title"),
        description: root.text_if_any("description"),
        strengths: surroundings::strengths(findings, &outlines, root),
        vignettes: surroundings::vignettes(findings, &outlines, root),
        generics: surroundings::generics(root),
        peers: peers::peers(findings, &outlines, root),
        targets: reference::targets(findings, &outlines, &areas, root),
        references: reference::references(findings, &outlines, &questions, root),
        method: head::method(findings, root),
        areas,
        facet_groups: outlines.facet_groups.clone(),
        facets: outlines.all_facets.clone(),
        bands: head::bands(findings, root),
        sections: question::sections(findings, &outlines),
        names: HashMap::new(),
        checks: advice::checks(findings, &outlines, &questions, root),
        questions,
        recommendations: advice::advice(findings, &outlines),
        dependents: Arena::default(),
        text: text.into(),
        hash: hash(text),
    };
    model.names = model.questions.enumerate().map(|(ix, question)| (question.id.to_string(), ix)).collect();
    model.dependents = check::dependents(&model);
    whole::judge(findings, &outlines, &model, root);
    model
}

/// SHA-256 of a text, hexadecimal: by it the versions of a questionnaire are told apart.
pub fn hash(text: &str) -> String {
    Sha256::digest(text).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests;
