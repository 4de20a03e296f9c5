//! The options of a question as they are shown: numbered, in the order of the language.

use crate::engine::id::{ChoiceId, QuestionIx};
use crate::engine::interview::Interview;
use crate::engine::questionnaire::{Choice, Kind};
use crate::engine::text::{Lang, Localized, sort_key};

/// With more options than this, letters search and digits may have two places.
pub const MANY: usize = 9;

/// One option.
#[derive(Clone, Debug)]
pub struct Choosable {
    /// The digits that pick it.
    pub number: usize,
    /// What it stands for.
    pub value: Picked,
    /// The text shown.
    pub label: String,
    /// Whether it stands alone: "none of these".
    pub exclusive: bool,
}

/// What an option stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// A choice of a list.
    Choice(ChoiceId),
    /// A level.
    Level(u8),
}

impl Choosable {
    /// The choice it stands for, if it is of a list.
    pub fn choice(&self) -> Option<ChoiceId> {
        match &self.value {
            Picked::Choice(id) => Some(id.clone()),
            Picked::Level(_) => None,
        }
    }
}

/// The options of a question: levels from 0, the offered choices of a list from 1; none for other kinds.
pub fn options(interview: &Interview, at: QuestionIx, lang: Lang) -> Vec<Choosable> {
    let question = &interview.questionnaire().questions[at];
    if let Kind::Level { anchors } = &question.kind {
        let level = |(level, anchor): (usize, &Localized)| Choosable {
            number: level,
            value: Picked::Level(level as u8),
            label: anchor.get(lang).to_owned(),
            exclusive: false,
        };
        return anchors.iter().enumerate().map(level).collect();
    }
    let mut offered = interview.offered(at);
    if question.kind.choices().is_some_and(|choices| choices.sorted) {
        offered.sort_by_cached_key(|choice| (choice.last, sort_key(choice.label.get(lang), lang)));
    }
    let choosable = |(at, choice): (usize, &Choice)| Choosable {
        number: at + 1,
        value: Picked::Choice(choice.id.clone()),
        label: choice.label.get(lang).to_owned(),
        exclusive: choice.exclusive,
    };
    offered.into_iter().enumerate().map(choosable).collect()
}
