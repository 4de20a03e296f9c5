//! Who, when, what, how much was answered; then the index with its parts.

use super::Builder;
use crate::engine::interview::Form;
use crate::engine::questionnaire::Method;
use crate::engine::score::{Index, Publication};
use crate::report::PROGRAM;
use crate::report::model::{Block, Fact, Page, Section};

/// The characters of the questionnaire's hash that tell versions apart.
const HASH: usize = 12;

impl Builder<'_> {
    pub(super) fn head(&self) -> Section {
        Section { heading: None, blocks: vec![Block::Facts(self.circumstances())], page: Page::Same }
    }

    pub(super) fn circumstances(&self) -> Vec<Fact> {
        let (texts, meta) = (self.texts, self.meta);
        let form = match self.interview.form() {
            Form::Full => texts.get("report-form-full"),
            Form::Quick => texts.get("report-form-quick"),
        };
        let title = self.text(&self.questionnaire.title).to_owned();
        let version = self.questionnaire.version.clone();
        let hash: String = self.questionnaire.hash.chars().take(HASH).collect();
        let questionnaire = texts
            .with("report-version-of", &[("title", title.into()), ("version", version.into()), ("hash", hash.into())]);
        let closed = meta.closed.map_or_else(|| texts.get("report-not-closed"), |time| texts.day(time));
        let made = texts.with("report-made-by", &[("date", texts.day(meta.made).into()), ("program", PROGRAM.into())]);
        let mut facts = vec![
            self.fact("report-questionnaire", questionnaire),
            self.fact("report-form", form),
            self.fact("report-begun", texts.day(meta.created)),
            self.fact("report-changed", texts.day(meta.changed)),
            self.fact("report-closed", closed),
            self.fact("report-answered", self.answered()),
            self.fact("report-made", made),
        ];
        if !meta.interviewers.is_empty() {
            facts.push(self.fact("report-interviewers", meta.interviewers.join(", ")));
        }
        facts
    }

    fn answered(&self) -> String {
        let progress = self.profile.progress;
        let answered = progress.done.saturating_sub(progress.no_answer);
        self.texts.with(
            "report-answered-of",
            &[
                ("answered", answered.into()),
                ("asked", progress.asked.into()),
                ("reasons", progress.no_answer.into()),
                ("open", progress.asked.saturating_sub(progress.done).into()),
            ],
        )
    }

    pub(super) fn result(&self) -> Section {
        let blocks = match &self.profile.scores.index {
            Some(index) => self.index(index),
            None => self.no_index(),
        };
        self.section("report-result", blocks)
    }

    fn index(&self, index: &Index) -> Vec<Block> {
        let texts = self.texts;
        let headline = texts.with("report-score-of", &[("score", self.figure(index.headline).into())]);
        let mut facts = vec![self.fact("report-index", headline)];
        facts.extend(self.index_doubt(index));
        facts.extend([
            self.fact("report-bounds", self.range(index.low, index.high)),
            self.fact("report-band", self.band(index.band)),
            self.fact("report-staged", self.level(index.staged)),
            self.fact("report-lowest", self.lowest(index)),
            self.fact("report-arithmetic", self.figure(index.arithmetic)),
            self.fact("report-imbalance", self.figure(index.imbalance)),
        ]);
        let mut blocks = vec![Block::Facts(facts)];
        if index.publication != Publication::Published {
            blocks.push(Block::Text(self.provisional()));
        }
        blocks.push(Block::Text(texts.get("report-result-note")));
        blocks
    }

    /// Says that the index is provisional, and which areas make it so.
    fn provisional(&self) -> String {
        let areas = self.areas_short_of(Publication::Published);
        self.texts.with("report-index-provisional", &[("areas", areas.into())])
    }

    pub(super) fn no_index(&self) -> Vec<Block> {
        let areas = self.areas_short_of(Publication::Provisional);
        let (own, usual) = (&self.questionnaire.method, Method::default());
        if *own == (Method { provisional: usual.provisional, missing_areas: usual.missing_areas, ..*own }) {
            return vec![Block::Text(self.texts.with("report-no-index", &[("areas", areas.into())]))];
        }
        let args = [
            ("areas", areas.into()),
            ("share", self.share(own.provisional).into()),
            ("missing", own.missing_areas.into()),
        ];
        vec![Block::Text(self.texts.with("report-no-index-own", &args))]
    }

    pub(super) fn areas_short_of(&self, wanted: Publication) -> String {
        let scores = self.profile.scores.areas.enumerate();
        let short = scores.filter(|(_, score)| score.publication < wanted).map(|(area, _)| self.area_title(area));
        short.collect::<Vec<_>>().join("; ")
    }
}
