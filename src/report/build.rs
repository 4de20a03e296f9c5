//! From a profile to a report: what is said, in which order, in one language.
//!
//! The order is the one that good reports share: who and when, all in short, the result, the areas,
//! strengths, bottlenecks, actions, facets, the change since last time, answers, method.

use jiff::civil::Date;

use super::model::{Block, Fact, Page, Report, Section};
use super::xlsx::Book;
use super::{Length, Meta};
use crate::engine::answer::{Value, shown};
use crate::engine::id::{AreaIx, QuestionIx};
use crate::engine::interview::Interview;
use crate::engine::outlook::{Outlook, outlook_with};
use crate::engine::profile::{Profile, fill};
use crate::engine::questionnaire::Questionnaire;
use crate::engine::text::{Lang, Localized};
use crate::i18n::Texts;

mod actions;
mod ahead;
mod answers;
mod areas;
mod charts;
mod doubt;
mod elsewhere;
mod glance;
mod head;
mod help;
mod items;
mod method;
mod others;
mod roadmap;
mod since;
mod target;
mod workbook;

pub(super) use roadmap::{phase_word, status_word, verdict_word};

/// What stands for a figure that is not known.
const UNKNOWN: &str = "—";

/// Everything that a part of the report is made of.
struct Builder<'a> {
    profile: &'a Profile,
    interview: &'a Interview,
    questionnaire: &'a Questionnaire,
    meta: &'a Meta,
    texts: &'a Texts,
    lang: Lang,
    today: Date,
    length: Length,
    /// For each piece of advice, the case from elsewhere that is told with it.
    cases: Vec<Option<usize>>,
    /// How sure it is, and the way up.
    outlook: Outlook,
}

/// Builds the report in the language of `texts`.
pub(super) fn report(profile: &Profile, interview: &Interview, meta: &Meta, texts: &Texts, length: Length) -> Report {
    let builder = Builder::new(profile, interview, meta, texts, length);
    let lang = builder.lang;
    Report {
        lang,
        running: builder.running(),
        title: texts.get("report-title"),
        subject: meta.enterprise.clone(),
        made: meta.made,
        contents: texts.get("document-contents"),
        letterhead: None,
        sections: match length {
            Length::Full => builder.full(),
            Length::Short => builder.short(),
        },
    }
}

/// Builds the workbook in the language of `texts`.
pub(super) fn book(profile: &Profile, interview: &Interview, meta: &Meta, texts: &Texts) -> Book {
    Builder::new(profile, interview, meta, texts, Length::Full).book()
}

impl<'a> Builder<'a> {
    fn new(profile: &'a Profile, interview: &'a Interview, meta: &'a Meta, texts: &'a Texts, length: Length) -> Self {
        let questionnaire = interview.questionnaire();
        let (lang, today) = (texts.lang(), meta.today(interview));
        let cases = elsewhere::for_advice(questionnaire, profile);
        let outlook = outlook_with(interview, profile, &meta.options);
        Self { profile, interview, questionnaire, meta, texts, lang, today, length, cases, outlook }
    }
}

impl Builder<'_> {
    fn full(&self) -> Vec<Section> {
        let mut sections = vec![self.head(), self.glance(), on_a_new_page(self.result()), self.areas()];
        sections.extend(self.target());
        sections.extend(self.others());
        sections.extend([self.strengths(), self.bottlenecks(), self.ahead()]);
        sections.extend(self.actions());
        sections.extend(self.roadmap());
        sections.extend(self.facets());
        sections.extend(self.since());
        sections.push(on_a_new_page(self.answers()));
        sections.extend(self.sources());
        sections.push(on_a_new_page(self.method()));
        sections
    }

    /// Two pages: the first one as in the full form, then areas and actions in short.
    fn short(&self) -> Vec<Section> {
        let mut sections = vec![self.head(), self.glance(), on_a_new_page(self.areas())];
        sections.extend(self.actions_in_short());
        sections
    }
}

fn on_a_new_page(section: Section) -> Section {
    Section { page: Page::New, ..section }
}

impl Builder<'_> {
    fn section(&self, heading: &str, blocks: Vec<Block>) -> Section {
        Section { heading: Some(self.texts.get(heading)), blocks, page: Page::Same }
    }

    fn text<'t>(&self, text: &'t Localized) -> &'t str {
        text.get(self.lang)
    }

    /// A score or gain with one place.
    fn figure(&self, number: f64) -> String {
        self.texts.fixed(number, 1)
    }

    fn figure_or_dash(&self, number: Option<f64>) -> String {
        number.map_or_else(|| UNKNOWN.to_owned(), |number| self.figure(number))
    }

    /// What is added, with its sign.
    fn gain(&self, gain: f64) -> String {
        let figure = self.figure(gain);
        if figure.starts_with('−') { figure } else { format!("+{figure}") }
    }

    fn share(&self, share: f64) -> String {
        self.texts.percent(share * 100.0, 0)
    }

    fn band(&self, position: usize) -> String {
        self.questionnaire.bands.get(position).map(|band| self.text(&band.title).to_owned()).unwrap_or_default()
    }

    fn level(&self, level: u8) -> String {
        self.texts.with("report-level-of", &[("level", level.to_string().into())])
    }

    fn range(&self, low: f64, high: f64) -> String {
        format!("{}–{}", self.figure(low), self.figure(high))
    }

    fn area_title(&self, area: AreaIx) -> String {
        self.text(&self.questionnaire.areas[area].title).to_owned()
    }

    fn id(&self, question: QuestionIx) -> String {
        self.questionnaire.questions[question].id.to_string()
    }

    /// An answer as a person reads it.
    fn shown(&self, question: QuestionIx, value: &Value) -> String {
        shown(&self.questionnaire.questions[question], value, self.lang, |number| self.texts.exact(number))
    }

    /// The answer that counts, given or by rule; a dash if there is none.
    fn counted(&self, question: QuestionIx) -> String {
        let value = self.interview.effective_value(question);
        value.map_or_else(|| UNKNOWN.to_owned(), |value| self.shown(question, value))
    }

    fn filled(&self, text: &Localized) -> String {
        fill(self.text(text), self.interview, self.lang, |number| self.texts.exact(number))
    }

    fn fact(&self, name: &str, value: impl Into<String>) -> Fact {
        Fact::new(self.texts.get(name), value)
    }
}

/// A line without a name.
fn note(value: impl Into<String>) -> Fact {
    Fact::new("", value)
}
