//! The areas as bars, each with what is to be said of it; and the facets.

use super::{Builder, UNKNOWN};
use crate::engine::id::{AreaIx, FacetIx};
use crate::engine::profile::Uneven;
use crate::engine::questionnaire::Method;
use crate::engine::score::{self, AreaScore, Publication};
use crate::report::Length;
use crate::report::model::{Bar, Block, Fact, Section};

impl Builder<'_> {
    pub(super) fn areas(&self) -> Section {
        let scores = self.profile.scores.areas.enumerate();
        let bars = scores.map(|(area, score)| self.area_bar(area, score)).collect();
        let mut blocks = vec![Block::Chart(self.bars(bars))];
        if self.length == Length::Full {
            blocks.extend(self.levels().map(Block::Chart));
            blocks.extend(self.elsewhere());
        }
        self.section("report-areas", blocks)
    }

    fn area_bar(&self, area: AreaIx, score: &AreaScore) -> Bar {
        Bar {
            title: self.area_title(area),
            score: score.shown(),
            low: score.low,
            high: score.high,
            interval: self.area_interval(area),
            target: self.goal(area),
            peers: self.meta.others.median(self.questionnaire, area),
            figure: self.figure_or_dash(score.shown()),
            bounds: self.range(score.low, score.high),
            notes: match self.length {
                Length::Full => self.area_notes(area, score),
                Length::Short => self.area_provisos(score),
            },
        }
    }

    fn area_notes(&self, area: AreaIx, score: &AreaScore) -> Vec<String> {
        let texts = self.texts;
        let coverage = texts.with("report-coverage", &[("share", self.share(score.coverage).into())]);
        let reading = match (score.band, score.staged) {
            (Some(band), Some(staged)) => format!("{} · {} · {coverage}", self.band(band), self.level(staged)),
            _ => coverage,
        };
        let mut notes = vec![reading];
        notes.extend(self.area_provisos(score));
        notes.extend(self.area_doubt(area));
        notes.extend(self.split(score));
        if score.different_scope && score.applicable > 0 {
            notes.push(texts.get("report-area-scope"));
        }
        notes.extend(self.profile.uneven.iter().filter(|uneven| uneven.area == area).map(|uneven| self.uneven(uneven)));
        notes
    }

    /// What must be said where a score stands on little or is missing.
    fn area_provisos(&self, score: &AreaScore) -> Vec<String> {
        match score.publication {
            Publication::Published => Vec::new(),
            Publication::Provisional => vec![self.area_provisional()],
            Publication::Suppressed if score.applicable == 0 => vec![self.texts.get("report-area-empty")],
            Publication::Suppressed => vec![self.area_suppressed()],
        }
    }

    /// The usual thresholds are said in words; a questionnaire's own are told by their numbers.
    fn area_provisional(&self) -> String {
        let own = &self.questionnaire.method;
        if *own == (Method { published: Method::default().published, ..*own }) {
            return self.texts.get("report-area-provisional");
        }
        self.texts.with("report-area-provisional-own", &[("share", self.share(own.published).into())])
    }

    fn area_suppressed(&self) -> String {
        let own = &self.questionnaire.method;
        if *own == (Method { provisional: Method::default().provisional, ..*own }) {
            return self.texts.get("report-area-suppressed");
        }
        self.texts.with("report-area-suppressed-own", &[("share", self.share(own.provisional).into())])
    }

    /// What the enterprise does, apart from what surrounds it, where an area has both.
    fn split(&self, score: &AreaScore) -> Option<String> {
        score.shown()?;
        let (enterprise, environment) = (self.figure(score.enterprise?), self.figure(score.environment?));
        let args = [("enterprise", enterprise.into()), ("environment", environment.into())];
        Some(self.texts.with("report-split", &args))
    }

    fn uneven(&self, uneven: &Uneven) -> String {
        self.texts.with(
            "report-uneven",
            &[
                ("band", self.band(uneven.band).into()),
                ("staged", uneven.staged.to_string().into()),
                ("top", uneven.at_top.into()),
                ("zero", uneven.at_zero.into()),
                ("answered", uneven.answered.into()),
                ("level", uneven.stopped_by.to_string().into()),
                ("share", self.share(uneven.reached).into()),
            ],
        )
    }

    /// The facets by group; nothing if the instrument has none.
    pub(super) fn facets(&self) -> Option<Section> {
        let mut blocks = Vec::new();
        for group in &self.questionnaire.facet_groups {
            blocks.push(Block::Heading(self.text(&group.title).to_owned()));
            blocks.push(Block::Facts(group.facets.iter().map(|facet| self.facet(*facet)).collect()));
        }
        if blocks.is_empty() {
            return None;
        }
        blocks.push(Block::Text(self.texts.get("report-facets-note")));
        Some(self.section("report-facets", blocks))
    }

    fn facet(&self, facet: FacetIx) -> Fact {
        let scores = &self.profile.scores;
        let tagged =
            score::states(self.questionnaire, &scores.items).filter(|(_, item, _)| item.facets.contains(&facet));
        let answered = tagged.filter(|(.., state)| state.score().is_some()).count();
        let count = self.texts.with("report-facet-answers", &[("count", answered.into())]);
        let figure = scores.facets[facet].map_or_else(|| UNKNOWN.to_owned(), |score| self.figure(score));
        Fact::new(self.text(&self.questionnaire.facets[facet].title), format!("{figure} · {count}"))
    }
}
