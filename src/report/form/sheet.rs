//! The form as a document, every text already in its language; formats only write it down.

use super::words::Words;
use crate::engine::answer::shown;
use crate::engine::id::{ArenaIndex, QuestionIx, SectionIx};
use crate::engine::questionnaire::offer::{Offer, offer};
use crate::engine::questionnaire::{Choice, Choices, Kind, Lines, Question, Questionnaire, Required};
use crate::engine::text::{Lang, Localized, sort_key};
use crate::i18n::Texts;
use crate::report::PROGRAM;

/// The lines to write on for a long text.
const LONG_TEXT: usize = 4;

/// A form.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The language.
    pub lang: Lang,
    /// The questionnaire's title.
    pub title: String,
    /// What it is for.
    pub description: Option<String>,
    /// What is filled in first: enterprise, date, interviewer.
    pub head: Vec<String>,
    /// How the form is filled in.
    pub rules: Vec<String>,
    /// The sections.
    pub parts: Vec<Part>,
    /// Which version of what this is.
    pub foot: String,
}

/// A section of the form.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its number and title.
    pub title: String,
    /// When it is filled in.
    pub condition: Option<String>,
    /// Its questions and notes.
    pub entries: Vec<Entry>,
}

/// A question or a note.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Which it is.
    pub question: QuestionIx,
    /// The number of a question; a note has none.
    pub number: Option<String>,
    /// The signs behind the question: required, part of the quick form.
    pub marks: String,
    /// The question or the note.
    pub label: String,
    /// When it is asked, and what holds if it is not.
    pub routing: Vec<String>,
    /// Help for the respondent.
    pub hints: Vec<String>,
    /// Help for the interviewer.
    pub guidance: Option<String>,
    /// The place for the answer.
    pub answer: Space,
}

/// The place for an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Space {
    /// Nothing is answered.
    Nothing,
    /// Boxes to mark.
    Boxes {
        /// The sign of a box.
        sign: &'static str,
        /// What stands behind the boxes.
        options: Vec<Choosable>,
    },
    /// A field with a unit behind it.
    Field(Option<String>),
    /// Fields for day, month and year.
    Date(String),
    /// So many lines to write on.
    Lines(usize),
}

/// What stands behind a box.
#[derive(Clone, Debug, PartialEq)]
pub struct Choosable {
    /// Its permanent name: the id of a choice, the number of a level.
    pub code: String,
    /// The number of a level.
    pub number: Option<String>,
    /// The choice or anchor.
    pub label: String,
    /// When it may be chosen, or that it stands alone.
    pub note: Option<String>,
}

/// The box of a question with one answer.
const ONE: &str = "○";
/// The box of a question with several answers.
const SEVERAL: &str = "☐";
/// The sign of a question that needs an answer.
const REQUIRED: &str = "*";
/// The sign of a question of the quick form.
const QUICK: &str = "●";

/// Builds the form.
pub fn sheet(questionnaire: &Questionnaire, texts: &Texts) -> Sheet {
    let builder = Builder { questionnaire, texts, words: Words { questionnaire, texts } };
    let foot = texts.with(
        "form-foot",
        &[
            ("id", questionnaire.id.as_str().into()),
            ("version", questionnaire.version.as_str().into()),
            ("hash", questionnaire.hash.chars().take(8).collect::<String>().into()),
            ("program", PROGRAM.into()),
        ],
    );
    Sheet {
        lang: texts.lang(),
        title: builder.text(&questionnaire.title),
        description: questionnaire.description.as_ref().map(|text| builder.text(text)),
        head: ["form-enterprise", "form-date", "form-interviewer"].map(|key| texts.get(key)).to_vec(),
        rules: builder.rules(),
        parts: questionnaire.sections.indices().filter_map(|section| builder.part(section)).collect(),
        foot,
    }
}

struct Builder<'a> {
    questionnaire: &'a Questionnaire,
    texts: &'a Texts,
    words: Words<'a>,
}

impl Builder<'_> {
    fn text(&self, text: &Localized) -> String {
        super::words::plain(text.get(self.texts.lang()))
    }

    /// How to fill it in: only what occurs in this form.
    fn rules(&self) -> Vec<String> {
        let any = |test: &dyn Fn(&Question) -> bool| self.questionnaire.questions.iter().any(test);
        let sections = self.questionnaire.sections.iter();
        let routed = any(&|question| question.kind.is_shown() && question.relevant.is_some())
            || sections.into_iter().any(|section| section.relevant.is_some());
        let rules = [
            ("form-rule-one", any(&|question| matches!(question.kind, Kind::SelectOne(_)))),
            ("form-rule-several", any(&|question| matches!(question.kind, Kind::SelectMultiple(_)))),
            ("form-rule-level", any(&|question| matches!(question.kind, Kind::Level { .. }))),
            ("form-rule-none", true),
            ("form-rule-required", any(&is_required)),
            ("form-rule-quick", self.has_quick()),
            ("form-rule-routing", routed),
        ];
        rules.into_iter().filter(|(_, occurs)| *occurs).map(|(key, _)| self.texts.get(key)).collect()
    }

    /// Whether the quick form is another than the full one.
    fn has_quick(&self) -> bool {
        let mut asked = self.questionnaire.questions.iter().filter(|question| question.kind.is_answerable());
        let quick = asked.clone().any(|question| question.quick);
        quick && asked.any(|question| !question.quick)
    }

    /// A section, unless nothing in it is shown.
    fn part(&self, section: SectionIx) -> Option<Part> {
        let shown = self.questionnaire.section_questions(section);
        let shown = shown.filter(|ix| self.questionnaire.questions[*ix].kind.is_shown());
        let entries: Vec<Entry> = shown.map(|ix| self.entry(ix)).collect();
        let found = &self.questionnaire.sections[section];
        (!entries.is_empty()).then(|| Part {
            title: format!("{}. {}", section.to_usize() + 1, self.text(&found.title)),
            condition: found.relevant.as_ref().map(|when| self.words.sentence("form-section-only-if", when)),
            entries,
        })
    }

    fn entry(&self, ix: QuestionIx) -> Entry {
        let question = &self.questionnaire.questions[ix];
        let hints = [question.hint.as_ref(), question.constraint_message.as_ref()];
        Entry {
            question: ix,
            number: self.questionnaire.number(ix),
            marks: self.marks(question),
            label: self.text(&question.label),
            routing: self.routing(question),
            hints: hints.into_iter().flatten().map(|text| self.text(text)).collect(),
            guidance: question.guidance.as_ref().map(|text| {
                let args = [("text", self.text(text).into())];
                self.texts.with("form-guidance", &args)
            }),
            answer: self.space(question),
        }
    }

    fn marks(&self, question: &Question) -> String {
        let quick = question.quick && question.kind.is_answerable() && self.has_quick();
        let marks = [(REQUIRED, is_required(question)), (QUICK, quick)];
        marks.into_iter().filter(|(_, has)| *has).map(|(mark, _)| mark).collect::<Vec<_>>().join(" ")
    }

    fn routing(&self, question: &Question) -> Vec<String> {
        let mut routing = Vec::new();
        routing.extend(question.relevant.as_ref().map(|when| self.words.sentence("form-only-if", when)));
        if let Some(value) = &question.otherwise {
            let value = shown(question, value, self.texts.lang(), |number| self.texts.exact(number));
            let args = [("value", super::words::plain(&value).into())];
            routing.push(self.texts.with("form-else", &args));
        }
        if let Required::When(when) = &question.required {
            routing.push(self.words.sentence("form-required-if", when));
        }
        let filter = question.kind.choices().filter(|choices| offer(self.questionnaire, choices).is_none());
        routing.extend(filter.and_then(|choices| choices.filter.as_ref()).map(|filter| self.words.filter(filter)));
        routing
    }

    fn space(&self, question: &Question) -> Space {
        match &question.kind {
            Kind::SelectOne(choices) => Space::Boxes { sign: ONE, options: self.choices(choices) },
            Kind::SelectMultiple(choices) => Space::Boxes { sign: SEVERAL, options: self.choices(choices) },
            Kind::Level { anchors } => Space::Boxes { sign: ONE, options: self.anchors(anchors) },
            Kind::Integer { unit } | Kind::Decimal { unit } => Space::Field(unit.as_ref().map(|unit| self.text(unit))),
            Kind::Date => Space::Date(self.texts.get("form-date-space")),
            Kind::Text { lines: Lines::One } => Space::Lines(1),
            Kind::Text { lines: Lines::Many } => Space::Lines(LONG_TEXT),
            Kind::Note | Kind::Calculate(_) => Space::Nothing,
        }
    }

    fn anchors(&self, anchors: &[Localized]) -> Vec<Choosable> {
        let option = |(level, anchor): (usize, &Localized)| Choosable {
            code: level.to_string(),
            number: Some(level.to_string()),
            label: self.text(anchor),
            note: None,
        };
        anchors.iter().enumerate().map(option).collect()
    }

    fn choices(&self, choices: &Choices) -> Vec<Choosable> {
        let offer = offer(self.questionnaire, choices);
        let mut listed: Vec<(usize, &Choice)> = choices.list.iter().enumerate().collect();
        if choices.sorted {
            let lang = self.texts.lang();
            listed.sort_by_cached_key(|(_, choice)| (choice.last, sort_key(choice.label.get(lang), lang)));
        }
        listed.into_iter().map(|(at, choice)| self.choice(at, choice, offer.as_ref())).collect()
    }

    fn choice(&self, at: usize, choice: &Choice, offer: Option<&Offer>) -> Choosable {
        let offered = offer.and_then(|offer| Some((offer.by, offer.after.get(at)?)));
        let note = match offered {
            Some((by, after)) => Some(self.words.offered_after(by, after)),
            None => choice.exclusive.then(|| self.texts.get("form-alone")),
        };
        Choosable { code: choice.id.to_string(), number: None, label: self.text(&choice.label), note }
    }
}

fn is_required(question: &Question) -> bool {
    question.item.is_some() || matches!(question.required, Required::Yes)
}
