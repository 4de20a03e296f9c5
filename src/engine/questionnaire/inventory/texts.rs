//! Every text of a questionnaire, and how far it exists in a language.

use crate::engine::questionnaire::timing::words;
use crate::engine::questionnaire::{Kind, Model, Question, Recommendation};
use crate::engine::text::{Lang, Localized};

/// The letters of a word that is hardly the same in two languages by chance, as names and units are.
const LONG_WORD: usize = 4;

/// How far the texts exist in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    /// The language.
    pub lang: Lang,
    /// The texts there are.
    pub texts: usize,
    /// Those that exist in the language.
    pub translated: usize,
    /// The words of these.
    pub words: usize,
    /// Texts with a long word that read the same in another language: perhaps forgotten. Each once.
    pub same: Vec<String>,
}

/// How far the texts exist in a language.
pub(super) fn translation(model: &Model, lang: Lang) -> Translation {
    let texts = texts(model);
    let own = |text: &&Localized| text.iter().find(|(other, _)| *other == lang).map(|(_, own)| own.to_owned());
    let written: Vec<String> = texts.iter().filter_map(own).collect();
    let mut same: Vec<String> = Vec::new();
    for text in texts.iter().filter(|text| is_repeated(text, lang)) {
        let text = text.get(lang).to_owned();
        if !same.contains(&text) {
            same.push(text);
        }
    }
    Translation {
        lang,
        texts: texts.len(),
        translated: written.len(),
        words: written.iter().map(|text| words(text)).sum(),
        same,
    }
}

fn is_repeated(text: &Localized, lang: Lang) -> bool {
    let Some((_, own)) = text.iter().find(|(other, _)| *other == lang) else { return false };
    let long = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() >= LONG_WORD;
    own.split_whitespace().any(long) && text.iter().any(|(other, same)| other != lang && same == own)
}

/// Every text, in the order of the file.
fn texts(model: &Model) -> Vec<&Localized> {
    let mut texts = vec![&model.title];
    texts.extend(&model.description);
    for area in &model.areas {
        texts.push(&area.title);
        texts.extend(&area.problem);
    }
    texts.extend(model.bands.iter().map(|band| &band.title));
    texts.extend(model.facet_groups.iter().map(|group| &group.title));
    texts.extend(model.facets.iter().map(|facet| &facet.title));
    texts.extend(model.sections.iter().map(|section| &section.title));
    texts.extend(choices(model));
    texts.extend(model.questions.iter().flat_map(of_question));
    texts.extend(model.checks.iter().map(|check| &check.message));
    texts.extend(model.recommendations.iter().flat_map(of_advice));
    texts.extend(model.targets.iter().map(|target| &target.title));
    texts.extend(model.references.iter().map(|reference| &reference.title));
    texts
}

/// The labels of all choices; of a list that questions share once.
fn choices(model: &Model) -> Vec<&Localized> {
    let mut lists: Vec<*const _> = Vec::new();
    let mut labels = Vec::new();
    for choices in model.questions.iter().filter_map(|question| question.kind.choices()) {
        let list = std::sync::Arc::as_ptr(&choices.list);
        if !lists.contains(&list) {
            lists.push(list);
            labels.extend(choices.list.iter().map(|choice| &choice.label));
        }
    }
    labels
}

fn of_question(question: &Question) -> Vec<&Localized> {
    let anchors: &[Localized] = match &question.kind {
        Kind::Level { anchors } => anchors,
        _ => &[],
    };
    // The label of a calculation may be missing.
    let label = Some(&question.label).filter(|label| label.iter().next().is_some());
    let more = [&question.hint, &question.guidance, &question.constraint_message];
    let more = more.into_iter().flatten().chain(question.kind.unit());
    label.into_iter().chain(more).chain(anchors).collect()
}

fn of_advice(advice: &Recommendation) -> Vec<&Localized> {
    let always = [&advice.title, &advice.why, &advice.first_step, &advice.measure];
    always.into_iter().chain(&advice.steps).collect()
}
