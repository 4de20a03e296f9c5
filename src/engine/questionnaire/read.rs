//! The way from a file's text to a questionnaire, or to every problem it has.
//!
//! First the shape of every table, then all names, then what refers to them, then what the whole
//! means (`check`). A part that is broken is reported once and read as far as it goes, so that the
//! rest can be judged; a model with an error is thrown away.

use std::collections::HashMap;

use sha2::{Digest, Sha256};
use toml::de::DeTable;

use super::problem::Problem;
use super::{Model, Questionnaire, check};
use crate::engine::id::{Arena, QuestionnaireId};
use crate::engine::text::Message;

mod advice;
mod findings;
mod head;
mod node;
mod outline;
mod question;
mod reference;
mod scope;
mod scoring;
mod shape;
mod syntax;
mod texts;
mod whole;

use findings::Findings;
use node::Tab;
use outline::Outlines;

/// The largest file that is read, in bytes.
pub const MOST_BYTES: usize = 4 * 1024 * 1024;

/// Reads and checks a questionnaire file. Warnings stand beside a questionnaire that can be used.
///
/// # Errors
/// Every problem found, in the order of the file, at least one of them an error.
pub fn read(text: &str) -> Result<(Questionnaire, Vec<Problem>), Vec<Problem>> {
    let mut findings = Findings::new(text);
    if text.len() > MOST_BYTES {
        findings.error(0..0, Message::new("check-too-large").with("most", MOST_BYTES / 1024 / 1024));
        return Err(findings.into_sorted());
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    let is_whole = syntax::add(&mut findings, &errors);
    let root = Tab::root(table.get_ref());
    findings.languages = head::languages(&mut findings, &root);
    if !is_whole {
        // What a broken line was meant to say is unknown: only what stands there is judged.
        let mut judged = Findings::new(text);
        judged.languages.clone_from(&findings.languages);
        shape::check(&mut judged, &root, shape::Missing::Ignored);
        syntax::beside(text, &errors, judged.into_sorted()).into_iter().for_each(|problem| findings.add(problem));
        return Err(findings.into_sorted());
    }
    shape::check(&mut findings, &root, shape::Missing::Reported);
    let model = model(&mut findings, text, &root);
    if findings.has_errors() {
        return Err(findings.into_sorted());
    }
    Ok((Questionnaire(model), findings.into_sorted()))
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
        hash: Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect(),
    };
    model.names = model.questions.enumerate().map(|(ix, question)| (question.id.to_string(), ix)).collect();
    model.dependents = check::dependents(&model);
    whole::judge(findings, &outlines, &model, root);
    model
}

#[cfg(test)]
mod tests;
