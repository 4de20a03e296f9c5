//! How the figures come about: formulas in words, weights, goalposts.

use super::Builder;
use crate::engine::questionnaire::{Question, Scale, Scoring};
use crate::report::model::{Block, Fact, Section};

impl Builder<'_> {
    pub(super) fn method(&self) -> Section {
        let texts = self.texts;
        let paragraphs = [
            texts.get("report-method-items"),
            texts.get("report-method-gaps"),
            texts.get("report-method-index"),
            texts.get("report-method-levels"),
            texts.get("report-method-gain"),
        ];
        let mut blocks: Vec<Block> = paragraphs.into_iter().map(Block::Text).collect();
        blocks.push(Block::Heading(texts.get("report-weights")));
        blocks.push(Block::Facts(self.weights()));
        let goalposts = self.goalposts();
        if !goalposts.is_empty() {
            blocks.push(Block::Heading(texts.get("report-goalposts")));
            blocks.push(Block::Facts(goalposts));
        }
        blocks.push(Block::Facts(vec![self.catalogue()]));
        self.section("report-method", blocks)
    }

    fn weights(&self) -> Vec<Fact> {
        let areas = self.questionnaire.areas.iter();
        areas.map(|area| Fact::new(self.text(&area.title), self.texts.percent(area.weight * 100.0, 1))).collect()
    }

    /// The numbers that score 0 and 100, of every item that is a number.
    fn goalposts(&self) -> Vec<Fact> {
        self.questionnaire.questions.iter().filter_map(|question| self.goalpost(question)).collect()
    }

    fn goalpost(&self, question: &Question) -> Option<Fact> {
        let Scoring::Goalposts { worst, best, scale } = question.item.as_ref()?.scoring else { return None };
        let args = [("worst", self.texts.exact(worst).into()), ("best", self.texts.exact(best).into())];
        let said = match scale {
            Scale::Linear => self.texts.with("report-goalpost", &args),
            Scale::Log1p => self.texts.with("report-goalpost-log", &args),
        };
        Some(Fact::new(question.id.as_str(), said))
    }
}
