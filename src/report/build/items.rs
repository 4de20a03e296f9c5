//! Strengths and bottlenecks: single items that stand out.

use super::{Builder, note};
use crate::engine::id::{QuestionIx, StrengthIx};
use crate::engine::profile::Lever;
use crate::engine::questionnaire::{Locus, StrengthOf};
use crate::engine::score::ItemState;
use crate::report::model::{Block, Entry, Fact, Section};

impl Builder<'_> {
    pub(super) fn strengths(&self) -> Section {
        let entries: Vec<Entry> = self.profile.strengths.iter().map(|item| self.strength(*item)).collect();
        let mut blocks = self.or_none(entries, "report-no-strengths");
        let prospects: Vec<Entry> = self.profile.prospects.iter().map(|ix| self.prospect(*ix)).collect();
        if !prospects.is_empty() {
            blocks.push(Block::Heading(self.texts.get("report-prospects")));
            blocks.push(Block::Entries(prospects));
        }
        self.section("report-strengths", blocks)
    }

    /// What a strong area or item allows next.
    fn prospect(&self, ix: StrengthIx) -> Entry {
        let strength = &self.questionnaire.strengths[ix];
        let on = match &strength.of {
            StrengthOf::Area(area) => self.area_title(*area),
            StrengthOf::Items(items) => items.iter().map(|item| self.id(*item)).collect::<Vec<_>>().join(", "),
        };
        let details = vec![note(self.text(&strength.text)), self.fact("report-rests-on", on)];
        Entry { mark: "•".to_owned(), title: self.text(&strength.title).to_owned(), figure: String::new(), details }
    }

    fn strength(&self, item: QuestionIx) -> Entry {
        let score = self.profile.scores.items[item].and_then(ItemState::score);
        self.item(item, self.figure_or_dash(score), Vec::new())
    }

    pub(super) fn bottlenecks(&self) -> Section {
        let entries: Vec<Entry> = self.profile.bottlenecks.iter().map(|lever| self.bottleneck(lever)).collect();
        let mut blocks = self.or_none(entries, "report-no-bottlenecks");
        if !self.profile.bottlenecks.is_empty() {
            blocks.push(Block::Text(self.texts.get("report-bottlenecks-note")));
        }
        self.section("report-bottlenecks", blocks)
    }

    fn bottleneck(&self, lever: &Lever) -> Entry {
        let step = [("from", self.figure(lever.from).into()), ("to", self.figure(lever.to).into())];
        let step = note(self.texts.with("report-step", &step));
        self.item(lever.question, self.gain(lever.gain), vec![step])
    }

    /// An item with its area, its answer and a figure.
    fn item(&self, ix: QuestionIx, figure: String, more: Vec<Fact>) -> Entry {
        let question = &self.questionnaire.questions[ix];
        let mut details = vec![self.fact("report-answer", self.counted(ix))];
        if let Some(item) = &question.item {
            details.push(self.fact("report-area", self.area_title(item.area)));
            if item.locus == Locus::Environment {
                details.push(note(self.texts.get("report-environment")));
            }
        }
        details.extend(more);
        Entry { mark: self.id(ix), title: self.text(&question.label).to_owned(), figure, details }
    }

    fn or_none(&self, entries: Vec<Entry>, none: &str) -> Vec<Block> {
        if entries.is_empty() { vec![Block::Text(self.texts.get(none))] } else { vec![Block::Entries(entries)] }
    }
}
