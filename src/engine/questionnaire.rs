//! The instrument: sections, questions, areas, checks and recommendations, valid by construction.
//!
//! A [`Questionnaire`] is a checked [`Model`], to which [`read::read`] is the only way. No instrument is known here.

use std::collections::HashMap;
use std::ops::Deref;
use std::sync::Arc;

use super::catalogue::Generic;
use super::expr::Expr;
use super::id::{
    AreaId, AreaIx, Arena, ArenaIndex, CheckIx, ChoiceId, FacetIx, QuestionId, QuestionIx, QuestionnaireId,
    RecommendationIx, SectionIx, StrengthIx,
};
use super::interview::Form;
use super::text::{Lang, Localized};

pub mod builtin;
pub mod check;
pub mod generate;
mod glossary;
pub mod inventory;
pub mod keys;
mod method;
pub mod offer;
pub mod problem;
pub mod read;
pub mod sample;
pub mod schema;
mod strength;
pub mod timing;

pub use glossary::Term;
pub use method::{Aggregation, Method};
pub use strength::{Strength, StrengthOf, Vignette};

/// A questionnaire that has been checked as a whole.
#[derive(Clone, Debug)]
pub struct Questionnaire(Model);

impl Deref for Questionnaire {
    type Target = Model;

    fn deref(&self) -> &Model {
        &self.0
    }
}

/// What a questionnaire file says, with every reference resolved.
#[derive(Clone, Debug)]
pub struct Model {
    /// The permanent name.
    pub id: QuestionnaireId,
    /// The version, semantic: `1.0.0`.
    pub version: String,
    /// The languages in which every text exists.
    pub languages: Vec<Lang>,
    /// The name shown to people.
    pub title: Localized,
    /// What it is for, shown before the first question.
    pub description: Option<Localized>,
    /// The settings of the method.
    pub method: Method,
    /// The scored dimensions.
    pub areas: Arena<AreaIx, Area>,
    /// The groups of facets, each with its facets.
    pub facet_groups: Vec<FacetGroup>,
    /// The facets of all groups.
    pub facets: Arena<FacetIx, Facet>,
    /// The bands of the score, ascending; the first begins at 0.
    pub bands: Vec<Band>,
    /// The sections, in order.
    pub sections: Arena<SectionIx, Section>,
    /// The questions of all sections, in order. A question refers only to earlier ones.
    pub questions: Arena<QuestionIx, Question>,
    /// The soft checks.
    pub checks: Arena<CheckIx, Check>,
    /// Recommendations and programmes, in the order of the file.
    pub recommendations: Arena<RecommendationIx, Recommendation>,
    /// What high scores allow next, in the order of the file.
    pub strengths: Arena<StrengthIx, Strength>,
    /// Short cases of what a high level looks like elsewhere.
    pub vignettes: Vec<Vignette>,
    /// Whom to turn to where no catalogue names anybody.
    pub generics: Vec<Generic>,
    /// The words that it explains, in the order of the file.
    pub terms: Vec<Term>,
    /// By what enterprises are compared with their like.
    pub peers: PeerQuestions,
    /// Target profiles to choose from.
    pub targets: Vec<Target>,
    /// Reference answer sets: the instrument's own tests.
    pub references: Vec<Reference>,
    /// The question of each name.
    pub names: HashMap<String, QuestionIx>,
    /// For each question, the later ones whose own or section's `relevant`, whose `calculation`, `constraint`,
    /// `required` or `choice_filter` read it; ascending, each once.
    pub dependents: Arena<QuestionIx, Vec<QuestionIx>>,
    /// The file's text, as stored with every assessment.
    pub text: Arc<str>,
    /// SHA-256 of the text, hexadecimal.
    pub hash: String,
}

impl Model {
    /// The question of that name.
    pub fn find(&self, id: &str) -> Option<QuestionIx> {
        self.names.get(id).copied()
    }

    /// The neutral text of that name.
    pub fn generic(&self, id: &str) -> Option<&Generic> {
        self.generics.iter().find(|generic| generic.id == id)
    }

    /// The number a person sees: "2.3", the third question of the second section; texts to read have none.
    pub fn number(&self, question: QuestionIx) -> Option<String> {
        let asked = &self.questions[question];
        let before = |ix: &QuestionIx| *ix <= question && self.questions[*ix].kind.is_answerable();
        let place = self.section_questions(asked.section).filter(before).count();
        asked.kind.is_answerable().then(|| format!("{}.{place}", asked.section.to_usize() + 1))
    }

    /// Whether a form asks anything: a questionnaire may have no quick form.
    pub fn offers(&self, form: Form) -> bool {
        self.questions.iter().any(|question| question.kind.is_answerable() && timing::belongs(question, form))
    }

    /// The indices of the scored questions, in order.
    pub fn items(&self) -> impl Iterator<Item = QuestionIx> {
        self.questions.enumerate().filter(|(_, question)| question.item.is_some()).map(|(ix, _)| ix)
    }

    /// The questions of one section, in order.
    pub fn section_questions(&self, section: SectionIx) -> impl DoubleEndedIterator<Item = QuestionIx> {
        self.questions.enumerate().filter(move |(_, question)| question.section == section).map(|(ix, _)| ix)
    }
}

/// The questions by which enterprises are compared with their like; those that are absent compare nothing.
#[derive(Clone, Debug, Default)]
pub struct PeerQuestions {
    /// The branch.
    pub sector: Option<QuestionIx>,
    /// The size.
    pub size: Option<QuestionIx>,
    /// The least number of each class of size but the lowest, ascending; empty where the size is a choice.
    pub size_from: Vec<f64>,
    /// The region.
    pub region: Option<QuestionIx>,
}

/// A scored dimension (OECD/JRC: pillar).
#[derive(Clone, Debug)]
pub struct Area {
    /// The permanent name.
    pub id: AreaId,
    /// Share in the index; the weights of all areas sum to 1.
    pub weight: f64,
    /// The positive side: "Connectedness".
    pub title: Localized,
    /// The problem it measures: "Fragmented innovation infrastructure".
    pub problem: Option<Localized>,
}

/// A group of facets: "Mechanisms".
#[derive(Clone, Debug)]
pub struct FacetGroup {
    /// The permanent name.
    pub id: String,
    /// The name shown.
    pub title: Localized,
    /// Its facets, in order.
    pub facets: Vec<FacetIx>,
}

/// A second grouping of items, by tag.
#[derive(Clone, Debug)]
pub struct Facet {
    /// The tag that items carry.
    pub id: String,
    /// The name shown.
    pub title: Localized,
}

/// A band of the score.
#[derive(Clone, Debug)]
pub struct Band {
    /// The lowest score of the band, 0..100.
    pub from: f64,
    /// The name shown: "Emerging".
    pub title: Localized,
}

/// A section of questions.
#[derive(Clone, Debug)]
pub struct Section {
    /// The permanent name.
    pub id: String,
    /// The name shown.
    pub title: Localized,
    /// When its questions are asked; always, if absent.
    pub relevant: Option<Expr>,
}

/// One question.
#[derive(Clone, Debug)]
pub struct Question {
    /// The permanent name.
    pub id: QuestionId,
    /// The section it stands in.
    pub section: SectionIx,
    /// What may be answered.
    pub kind: Kind,
    /// The question itself.
    pub label: Localized,
    /// Help for the respondent.
    pub hint: Option<Localized>,
    /// Help for the interviewer: what counts, what does not.
    pub guidance: Option<Localized>,
    /// When it is asked; always, if absent.
    pub relevant: Option<Expr>,
    /// The answer given by rule when it is not relevant.
    pub otherwise: Option<Value>,
    /// What an answer must satisfy (`.` is the answer).
    pub constraint: Option<Expr>,
    /// Said when it does not.
    pub constraint_message: Option<Localized>,
    /// Whether closing an assessment demands an answer or a reason for none.
    pub required: Required,
    /// Part of the quick form.
    pub quick: bool,
    /// How it is scored; not at all, if absent.
    pub item: Option<Item>,
    /// Where the question comes from.
    pub source: Option<String>,
}

/// Whether a question demands an answer.
#[derive(Clone, Debug)]
pub enum Required {
    /// It may stay open.
    No,
    /// It may not.
    Yes,
    /// It may not while the expression is true.
    When(Expr),
}

/// What may be answered to a question.
#[derive(Clone, Debug)]
pub enum Kind {
    /// One of a list.
    SelectOne(Choices),
    /// Any of a list.
    SelectMultiple(Choices),
    /// Cumulative anchors 0…L; the highest that is fully true.
    Level {
        /// The anchors, from level 0.
        anchors: Vec<Localized>,
    },
    /// A whole number.
    Integer {
        /// The unit shown behind the field.
        unit: Option<Localized>,
    },
    /// A number.
    Decimal {
        /// The unit shown behind the field.
        unit: Option<Localized>,
    },
    /// Free text.
    Text {
        /// Whether it has one line or many.
        lines: Lines,
    },
    /// A day.
    Date,
    /// A text to read; nothing is answered.
    Note,
    /// A value computed from other answers; never shown as a question.
    Calculate(Expr),
}

impl Kind {
    /// XLSForm's name of the kind.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::SelectOne(_) => "select_one",
            Self::SelectMultiple(_) => "select_multiple",
            Self::Level { .. } => "level",
            Self::Integer { .. } => "integer",
            Self::Decimal { .. } => "decimal",
            Self::Text { .. } => "text",
            Self::Date => "date",
            Self::Note => "note",
            Self::Calculate(_) => "calculate",
        }
    }

    /// Whether a person is shown it: everything but `calculate`.
    pub const fn is_shown(&self) -> bool {
        !matches!(self, Self::Calculate(_))
    }

    /// Whether a person answers it: neither `note` nor `calculate`.
    pub const fn is_answerable(&self) -> bool {
        !matches!(self, Self::Note | Self::Calculate(_))
    }

    /// The choices, of a select.
    pub const fn choices(&self) -> Option<&Choices> {
        match self {
            Self::SelectOne(choices) | Self::SelectMultiple(choices) => Some(choices),
            _ => None,
        }
    }

    /// The unit, of a number.
    pub const fn unit(&self) -> Option<&Localized> {
        match self {
            Self::Integer { unit } | Self::Decimal { unit } => unit.as_ref(),
            _ => None,
        }
    }
}

/// Whether a text has one line or many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// Enter accepts.
    One,
    /// Enter begins a new line.
    Many,
}

/// The choices of a select: a list that questions may share, and a filter of the question.
#[derive(Clone, Debug)]
pub struct Choices {
    /// All choices of the list.
    pub list: Arc<Vec<Choice>>,
    /// Whether they are shown in the order of the language instead of the file's.
    pub sorted: bool,
    /// Which are offered: bare names in it are a choice's attributes.
    pub filter: Option<Expr>,
}

impl Choices {
    /// The choice of that name.
    pub fn find(&self, id: &ChoiceId) -> Option<&Choice> {
        self.list.iter().find(|choice| choice.id == *id)
    }
}

/// One choice.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The permanent name.
    pub id: ChoiceId,
    /// The text shown.
    pub label: Localized,
    /// Columns that a `choice_filter` may read, by name.
    pub attributes: Vec<(String, String)>,
    /// Stands alone ("none of these"): ticking it clears the others, and it never counts.
    pub exclusive: bool,
    /// Stands behind the others in a sorted list ("another country").
    pub last: bool,
    /// The score of a scored `select_one`, 0..100.
    pub score: Option<f64>,
}

/// How a question is scored.
#[derive(Clone, Debug)]
pub struct Item {
    /// The area it belongs to.
    pub area: AreaIx,
    /// Its weight within the area, above 0.
    pub weight: f64,
    /// Who can change it.
    pub locus: Locus,
    /// The facets it counts for.
    pub facets: Vec<FacetIx>,
    /// From answer to 0..100.
    pub scoring: Scoring,
    /// Part of a formative list: no verdict of internal consistency.
    pub formative: bool,
}

/// Who can change what an item measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Locus {
    /// The enterprise itself.
    Enterprise,
    /// The environment, as the enterprise perceives it.
    Environment,
}

/// From answer to 0..100 (the method's section on normalisation).
#[derive(Clone, Debug, PartialEq)]
pub enum Scoring {
    /// `100·a/L` for level `a` of `0..=top`; the reverse for obstacles.
    Level {
        /// The highest level, L.
        top: u8,
        /// Whether the highest level is the worst.
        reverse: bool,
    },
    /// `100·clip((g(x)−g(worst))/(g(best)−g(worst)))`.
    Goalposts {
        /// The value that scores 0.
        worst: f64,
        /// The value that scores 100; below `worst` when less is better.
        best: f64,
        /// The transformation g.
        scale: Scale,
    },
    /// `100·min(c, cap)/cap` for c ticked choices that are not exclusive.
    Count {
        /// The number of choices that scores 100.
        cap: u8,
    },
    /// The score written at the choice.
    Choice,
}

/// The transformation applied before scaling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// `g(x) = x`.
    Linear,
    /// `g(x) = ln(1 + x)`, for skewed amounts.
    Log1p,
    /// `g(x) = ln x`, for skewed amounts that are never 0.
    Log,
}

/// A soft check: it warns and keeps both answers.
#[derive(Clone, Debug)]
pub struct Check {
    /// The permanent name.
    pub id: String,
    /// True when the answers do not fit together.
    pub when: Expr,
    /// Said then.
    pub message: Localized,
}

/// An action that the answers call for.
#[derive(Clone, Debug)]
pub struct Recommendation {
    /// The permanent name.
    pub id: String,
    /// What makes it fire.
    pub trigger: Trigger,
    /// The items it lifts: its gain is what one step more on these adds to the index.
    pub items: Vec<QuestionIx>,
    /// 1 low, 2 medium, 3 high.
    pub effort: u8,
    /// When it belongs to be done.
    pub horizon: Horizon,
    /// Who acts.
    pub addressee: Addressee,
    /// A recommendation to be done before.
    pub prerequisite: Option<RecommendationIx>,
    /// Advice that contradicts it: never given to the same enterprise. Said once for each pair.
    pub excludes: Vec<RecommendationIx>,
    /// What to do. `{INF5}` in any of the texts stands for the answer.
    pub title: Localized,
    /// Why, quoting the answer that fired it.
    pub why: Localized,
    /// The first step, within 30 days.
    pub first_step: Localized,
    /// Steps to 90 days.
    pub steps: Option<Localized>,
    /// How one will know that it worked.
    pub measure: Localized,
    /// Ids of catalogue records it may name.
    pub catalogue: Vec<String>,
}

/// What makes a recommendation fire.
#[derive(Clone, Debug)]
pub enum Trigger {
    /// The expression is true.
    When(Expr),
    /// One of its items is answered and scores at most `threshold`, and, if written, the expression
    /// is true as well.
    LowItem {
        /// The highest score that counts as low, 0..100.
        threshold: f64,
        /// A further condition (variants by size, export, ownership).
        and: Option<Expr>,
    },
    /// A programme: the mean of its answered items is below `threshold`. It takes the place of the
    /// recommendations whose items all belong to it.
    LowGroup {
        /// The mean below which it fires, 0..100.
        threshold: f64,
        /// The fewest answered items that allow a verdict.
        min_answered: u8,
        /// A further condition.
        and: Option<Expr>,
    },
}

/// When an action belongs to be done, in months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Horizon {
    /// Months 0–3.
    Now,
    /// Months 3–12.
    Year,
    /// After month 12.
    Later,
}

/// Who acts on a recommendation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Addressee {
    /// The enterprise.
    Enterprise,
    /// The body that runs the cluster.
    Cluster,
    /// The state.
    State,
}

/// A target profile to choose from.
#[derive(Clone, Debug)]
pub struct Target {
    /// The permanent name.
    pub id: String,
    /// The name shown.
    pub title: Localized,
    /// The level aimed at in each area.
    pub levels: Arena<AreaIx, u8>,
}

/// A reference answer set with its expected results.
#[derive(Clone, Debug)]
pub struct Reference {
    /// The permanent name.
    pub id: String,
    /// The name shown.
    pub title: Localized,
    /// Which questions are asked.
    pub form: Form,
    /// The answers, as typed, by question.
    pub answers: Vec<(QuestionIx, String)>,
    /// What must come out.
    pub expect: Expectation,
}

/// What a reference answer set must give. Absent parts are not compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Expectation {
    /// The headline index.
    pub index: Option<f64>,
    /// The staged level of the enterprise.
    pub level: Option<u8>,
    /// The score of areas.
    pub areas: Vec<(AreaIx, f64)>,
    /// The number of questions asked of a person.
    pub path: Option<usize>,
    /// The ids of all recommendations that fire.
    pub recommendations: Option<Vec<String>>,
}

pub use super::answer::Value;

#[cfg(test)]
impl Questionnaire {
    /// Takes a model on trust, for tests of what comes after checking.
    pub fn unchecked(model: Model) -> Self {
        Self(model)
    }
}
