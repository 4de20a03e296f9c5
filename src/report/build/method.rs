//! How the figures come about: formulas in words, weights, goalposts.

use super::Builder;
use crate::engine::questionnaire::{Method, Question, Scale, Scoring};
use crate::engine::score::floored;
use crate::report::model::{Block, Fact, Section};

impl Builder<'_> {
    pub(super) fn method(&self) -> Section {
        let texts = self.texts;
        let paragraphs = [
            texts.get("report-method-items"),
            self.method_of_gaps(),
            self.method_of_the_index(),
            self.method_of_levels(),
            texts.get("report-method-gain"),
            self.method_of_doubt(),
            texts.get("report-method-ahead"),
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

    /// The texts say the usual settings in words; a questionnaire with its own is told by its numbers.
    fn method_of_gaps(&self) -> String {
        let (own, usual) = (&self.questionnaire.method, Method::default());
        let Method { published, provisional, different_scope, .. } = usual;
        if *own == (Method { published, provisional, different_scope, ..*own }) {
            return self.texts.get("report-method-gaps");
        }
        let args = [
            ("published", self.texts.percent(own.published * 100.0, 1).into()),
            ("provisional", self.texts.percent(own.provisional * 100.0, 1).into()),
            ("scope", self.texts.percent(own.different_scope * 100.0, 1).into()),
        ];
        self.texts.with("report-method-gaps-own", &args)
    }

    fn method_of_the_index(&self) -> String {
        let (own, usual) = (&self.questionnaire.method, Method::default());
        let Method { aggregation, floor, missing_areas, .. } = usual;
        if *own == (Method { aggregation, floor, missing_areas, ..*own }) {
            return self.texts.get("report-method-index");
        }
        let args = [
            ("mean", own.aggregation.name().into()),
            ("power", self.texts.exact(own.aggregation.power()).into()),
            ("floored", if floored(own, 0.0) > 0.0 { "yes" } else { "no" }.into()),
            ("floor", self.texts.exact(own.floor).into()),
            ("missing", own.missing_areas.into()),
        ];
        self.texts.with("report-method-index-own", &args)
    }

    fn method_of_levels(&self) -> String {
        let (own, usual) = (&self.questionnaire.method, Method::default());
        if *own == (Method { ratings: usual.ratings, levels: usual.levels, ..*own }) {
            return self.texts.get("report-method-levels");
        }
        let [_, largely, fully] = own.ratings.map(|share| self.texts.percent(share * 100.0, 1));
        let levels = own.levels.map(|from| self.texts.exact(from)).join(" · ");
        let args = [("largely", largely.into()), ("fully", fully.into()), ("levels", levels.into())];
        self.texts.with("report-method-levels-own", &args)
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
            Scale::Log => self.texts.with("report-goalpost-ln", &args),
        };
        Some(Fact::new(question.id.as_str(), said))
    }
}
