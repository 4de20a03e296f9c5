//! Every answer with its score, confidence, evidence, comment and reason, section by section.

use super::{Builder, note};
use crate::engine::answer::{Answer, Confidence, Response};
use crate::engine::id::{QuestionIx, SectionIx};
use crate::engine::interview::{Route, Status};
use crate::engine::profile::{Contribution, explain};
use crate::report::model::{Block, Entry, Fact, Section};

impl Builder<'_> {
    pub(super) fn answers(&self) -> Section {
        let explained: Vec<Contribution> = self
            .questionnaire
            .areas
            .indices()
            .flat_map(|area| explain(self.questionnaire, self.profile, area))
            .collect();
        let sections = self.questionnaire.sections.indices();
        self.section("report-answers", sections.flat_map(|section| self.section_answers(section, &explained)).collect())
    }

    fn section_answers(&self, section: SectionIx, explained: &[Contribution]) -> Vec<Block> {
        let (mut entries, mut not_asked) = (Vec::new(), Vec::new());
        let questions = self.questionnaire.section_questions(section);
        for ix in questions.filter(|ix| self.questionnaire.questions[*ix].kind.is_answerable()) {
            let counts = self.interview.effective_value(ix).is_some();
            match self.interview.route(ix) {
                Route::OutsideForm | Route::Calculated => {}
                Route::NotRelevant | Route::SectionNotRelevant if !counts => not_asked.push(self.id(ix)),
                _ => entries.push(self.answer(ix, explained.iter().find(|item| item.question == ix))),
            }
        }
        let mut blocks = vec![Block::Heading(self.text(&self.questionnaire.sections[section].title).to_owned())];
        if !entries.is_empty() {
            blocks.push(Block::Entries(entries));
        }
        if !not_asked.is_empty() {
            let questions = not_asked.join(", ");
            blocks.push(Block::Text(self.texts.with("report-not-asked", &[("questions", questions.into())])));
        }
        if blocks.len() == 1 { Vec::new() } else { blocks }
    }

    fn answer(&self, ix: QuestionIx, item: Option<&Contribution>) -> Entry {
        let question = &self.questionnaire.questions[ix];
        let asked = self.interview.is_asked(ix);
        let mut details = vec![self.said(ix, asked)];
        if asked {
            details.extend(self.surroundings(self.interview.answer(ix)));
        }
        details.extend(item.and_then(|item| self.points(item)));
        let score = item.and_then(|item| item.state.score()).map(|score| self.figure(score)).unwrap_or_default();
        Entry { mark: self.id(ix), title: self.text(&question.label).to_owned(), figure: score, details }
    }

    /// What was said, or why nothing was.
    fn said(&self, ix: QuestionIx, asked: bool) -> Fact {
        let texts = self.texts;
        if !asked {
            return self.fact("report-by-rule", self.counted(ix));
        }
        let answer = match self.interview.status(ix) {
            Status::Answered => self.counted(ix),
            Status::DontKnow => texts.get("report-dont-know"),
            Status::Refused => texts.get("report-refused"),
            Status::NotApplicable => texts.with("report-not-applicable", &[("reason", self.reason(ix).into())]),
            Status::Open | Status::NotAsked => texts.get("report-open"),
        };
        self.fact("report-answer", answer)
    }

    fn reason(&self, ix: QuestionIx) -> &str {
        match &self.interview.answer(ix).response {
            Some(Response::NotApplicable { reason }) => reason,
            _ => "",
        }
    }

    /// How sure, on what evidence, with what comment, whether marked.
    fn surroundings(&self, answer: &Answer) -> Vec<Fact> {
        let texts = self.texts;
        let confidence = answer.confidence.map(|confidence| match confidence {
            Confidence::High => texts.get("report-confidence-high"),
            Confidence::Medium => texts.get("report-confidence-medium"),
            Confidence::Low => texts.get("report-confidence-low"),
        });
        let mut facts: Vec<Fact> = confidence.map(|sure| self.fact("report-confidence", sure)).into_iter().collect();
        if !answer.evidence.is_empty() {
            facts.push(self.fact("report-evidence", &answer.evidence));
        }
        if !answer.comment.is_empty() {
            facts.push(self.fact("report-comment", &answer.comment));
        }
        if answer.flagged {
            facts.push(note(texts.get("report-flagged")));
        }
        facts
    }

    /// What the item brings to the score of its area.
    fn points(&self, item: &Contribution) -> Option<Fact> {
        let area = self.questionnaire.questions[item.question].item.as_ref()?.area;
        let args = [
            ("weight", self.texts.exact(item.weight).into()),
            ("points", self.figure(item.points?).into()),
            ("possible", self.figure(item.possible?).into()),
            ("area", self.area_title(area).into()),
        ];
        Some(self.fact("report-score", self.texts.with("report-points", &args)))
    }
}
