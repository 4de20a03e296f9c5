//! Everything that was said in all assessments, to be searched as one types: answers, comments, evidence, reasons.
//!
//! Every text stands here once with the places where it was said: a thousand enterprises share the labels of choices.

use std::collections::HashMap;
use std::sync::Arc;

use crate::engine::answer::{Answer, Response, shown};
use crate::engine::id::QuestionIx;
use crate::engine::interview::journal::JournalError;
use crate::engine::library::{Depth, Library, Summary};
use crate::engine::questionnaire::Questionnaire;
use crate::engine::questionnaire::read as format;
use crate::engine::steps::Steps;
use crate::engine::text::{Found, Hay, Lang, Needle};

/// The fewest characters that are searched for: one stands everywhere.
const FEWEST: usize = 2;

/// What was said in all assessments.
#[derive(Debug, Default)]
pub struct Everything {
    firms: Vec<Summary>,
    texts: Vec<(Hay, Vec<Place>)>,
}

/// Where something was said.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    firm: usize,
    question: QuestionIx,
    number: Arc<str>,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The assessment.
    pub summary: Summary,
    /// The question.
    pub question: QuestionIx,
    /// The question's number, as shown.
    pub number: Arc<str>,
    /// What was said.
    pub text: String,
}

impl Everything {
    /// Reads all assessments, also those taken out of the list; what cannot be understood is left out. An assessment
    /// is a step.
    ///
    /// # Errors
    /// The store's error, or it was stopped.
    pub fn read(
        library: &dyn Library,
        shelf: &[Arc<Questionnaire>],
        lang: Lang,
        steps: &Steps,
    ) -> Result<Self, JournalError> {
        let mut firms = library.summaries()?;
        firms.extend(library.archived()?);
        steps.expect(firms.len());
        let mut known: HashMap<String, Option<Arc<Questionnaire>>> =
            shelf.iter().map(|it| (it.hash.clone(), Some(Arc::clone(it)))).collect();
        let mut texts = Texts { lang, by_text: HashMap::new() };
        for (firm, summary) in firms.iter().enumerate() {
            steps.step()?;
            let standing = library.standing(summary.id, Depth::Answers)?;
            if !known.contains_key(&standing.questionnaire) {
                let text = library.open(summary.id)?.questionnaire_text;
                let questionnaire = format::read(&text).ok().map(|(questionnaire, _)| Arc::new(questionnaire));
                known.insert(standing.questionnaire.clone(), questionnaire);
            }
            let Some(Some(questionnaire)) = known.get(&standing.questionnaire) else { continue };
            for (id, answer) in &standing.answers {
                if let Some(question) = questionnaire.find(id.as_str()) {
                    texts.add(firm, questionnaire, question, answer);
                }
            }
        }
        let mut texts: Vec<_> = texts.by_text.into_iter().map(|(text, places)| (Hay::new(text), places)).collect();
        texts.sort_by(|one, other| one.1.cmp(&other.1));
        Ok(Self { firms, texts })
    }

    /// What fits, the better fit first, then by assessment and question; at most so many, and how many more there are.
    pub fn find(&self, typed: &str, most: usize) -> (Vec<Hit>, usize) {
        if typed.trim().chars().count() < FEWEST {
            return (Vec::new(), 0);
        }
        let needle = Needle::new(typed);
        let mut found: Vec<(Found, &Place, &str)> = Vec::new();
        for (hay, places) in &self.texts {
            if let Some(fit) = needle.find_in_hay(hay) {
                found.extend(places.iter().map(|place| (fit, place, hay.text())));
            }
        }
        found.sort();
        let more = found.len().saturating_sub(most);
        let hit = |(_, place, text): (Found, &Place, &str)| {
            let summary = self.firms.get(place.firm)?.clone();
            Some(Hit { summary, question: place.question, number: Arc::clone(&place.number), text: text.to_owned() })
        };
        (found.into_iter().take(most).filter_map(hit).collect(), more)
    }
}

/// Texts with their places, while they are gathered.
struct Texts {
    lang: Lang,
    by_text: HashMap<String, Vec<Place>>,
}

impl Texts {
    fn add(&mut self, firm: usize, questionnaire: &Questionnaire, question: QuestionIx, answer: &Answer) {
        let about = &questionnaire.questions[question];
        let said = match &answer.response {
            Some(Response::Value(value)) => shown(about, value, self.lang, |number| number.to_string()),
            Some(Response::NotApplicable { reason }) => reason.clone(),
            Some(Response::DontKnow | Response::Refused) | None => String::new(),
        };
        let number: Arc<str> = questionnaire.number(question).unwrap_or_default().into();
        for text in [said, answer.comment.clone(), answer.evidence.clone()] {
            if !text.is_empty() {
                let place = Place { firm, question, number: Arc::clone(&number) };
                self.by_text.entry(text).or_default().push(place);
            }
        }
    }
}
