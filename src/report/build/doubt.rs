//! How sure the figures are: intervals, and the probabilities of bands and of the weakest area.

use super::Builder;
use crate::engine::id::AreaIx;
use crate::engine::outlook::bands_in_doubt;
use crate::engine::score::Index;
use crate::engine::statistics::Spread;
use crate::report::model::Fact;

impl Builder<'_> {
    /// Both intervals of the index, and its bands where more than one is likely.
    pub(super) fn index_doubt(&self, index: &Index) -> Vec<Fact> {
        let Some(doubt) = &self.outlook.uncertainty.index else { return Vec::new() };
        let mut facts = vec![
            self.fact("report-interval", self.interval(doubt.headline, index.headline)),
            self.fact("report-robust", self.interval(doubt.robust, index.headline)),
        ];
        let bands = bands_in_doubt(&doubt.bands).into_iter();
        let bands: Vec<String> =
            bands.map(|(band, share)| format!("{} {}", self.band(band), self.share(share))).collect();
        if !bands.is_empty() {
            facts.push(self.fact("report-bands", bands.join("; ")));
        }
        facts.extend(self.omission());
        facts
    }

    /// What the index would be without the item that moves it most by being there.
    fn omission(&self) -> Option<Fact> {
        let left_out = self.outlook.omission?;
        let args = [
            ("question", self.id(left_out.question).into()),
            ("score", self.figure(left_out.index?).into()),
            ("change", self.gain(left_out.change?).into()),
        ];
        Some(self.fact("whatif-omission", self.texts.with("whatif-omission-of", &args)))
    }

    /// The weakest area, and how surely it is the weakest.
    pub(super) fn lowest(&self, index: &Index) -> String {
        let (area, score) = (self.area_title(index.bottleneck), self.figure(index.minimum));
        let doubt = self.outlook.uncertainty.areas[index.bottleneck].as_ref();
        match doubt.and_then(|doubt| doubt.bottleneck) {
            Some(share) => {
                let args = [("area", area.into()), ("score", score.into()), ("share", self.share(share).into())];
                self.texts.with("report-lowest-of", &args)
            }
            None => format!("{area}, {score}"),
        }
    }

    /// The interval of an area whose score is shown.
    pub(super) fn area_interval(&self, area: AreaIx) -> Option<(f64, f64)> {
        let score = self.profile.scores.areas[area].shown()?;
        Some(self.outlook.uncertainty.areas[area].as_ref()?.spread.around(score))
    }

    /// The same in words.
    pub(super) fn area_doubt(&self, area: AreaIx) -> Option<String> {
        let score = self.profile.scores.areas[area].shown()?;
        let doubt = self.outlook.uncertainty.areas[area].as_ref()?;
        Some(format!("{}: {}", self.texts.get("report-interval"), self.interval(doubt.spread, score)))
    }

    fn interval(&self, spread: Spread, score: f64) -> String {
        let (low, high) = spread.around(score);
        let args = [("range", self.range(low, high).into()), ("median", self.figure(spread.median).into())];
        self.texts.with("report-interval-of", &args)
    }

    /// What was drawn, how often and by what.
    pub(super) fn method_of_doubt(&self) -> String {
        let uncertainty = &self.outlook.uncertainty;
        let args = [
            ("draws", self.texts.exact(uncertainty.options.draws as f64).into()),
            ("seed", uncertainty.options.seed().map(|seed| seed.to_string()).unwrap_or_default().into()),
            ("generator", uncertainty.generator.into()),
        ];
        self.texts.with("report-method-doubt", &args)
    }
}
