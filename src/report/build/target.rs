//! The target that was chosen, and how far each area is from it.

use super::Builder;
use crate::engine::target::{ChosenTarget, Gap, Pattern, gaps};
use crate::report::model::{Block, Fact, Section};

impl Builder<'_> {
    /// The target with its gaps; none, if none was chosen.
    pub(super) fn target(&self) -> Option<Section> {
        let target = self.meta.target.as_ref()?;
        let facts = vec![
            self.fact("target-pattern", self.pattern(&target.pattern)),
            self.fact("target-origin", self.texts.get(target.origin.key())),
            self.fact("target-chosen", self.texts.day(target.chosen)),
        ];
        let gaps = gaps(self.questionnaire, &self.profile.scores, target);
        let areas = gaps.iter().map(|gap| Fact::new(self.area_title(gap.area), self.gap(gap, target)));
        let reading = Block::Text(self.texts.get("target-note"));
        Some(self.section("target-title", vec![Block::Facts(facts), Block::Facts(areas.collect()), reading]))
    }

    fn pattern(&self, pattern: &Pattern) -> String {
        match pattern {
            Pattern::Next => self.texts.get("target-next"),
            Pattern::Own => self.texts.get("target-own"),
            Pattern::Listed(id) => {
                let listed = self.questionnaire.targets.iter().find(|target| target.id == *id);
                listed.map_or_else(|| id.clone(), |target| self.text(&target.title).to_owned())
            }
        }
    }

    /// How far one area is: levels, points, and the part of the way since the choice.
    fn gap(&self, gap: &Gap, target: &ChosenTarget) -> String {
        let now = gap.staged.map_or_else(|| super::UNKNOWN.to_owned(), |level| level.to_string());
        let args = [
            ("now", now.into()),
            ("level", gap.level.to_string().into()),
            ("score", self.figure_or_dash(gap.score).into()),
            ("goal", self.figure(gap.goal).into()),
            ("points", self.figure_or_dash(gap.points).into()),
        ];
        let line = self.texts.with(gap.key(), &args);
        let way = gap.under_way().map(|part| {
            let args = [("share", self.share(part).into()), ("date", self.texts.day(target.chosen).into())];
            self.texts.with("target-progress", &args)
        });
        std::iter::once(line).chain(way).collect::<Vec<_>>().join(" ")
    }
}
