//! The first page, for who reads no further: where it stands, what holds it back, what to do first, what
//! is not sure.

use super::{Builder, note};
use crate::engine::advice::Advice;
use crate::engine::answer::Confidence;
use crate::engine::id::AreaIx;
use crate::engine::interview::Route;
use crate::engine::outlook::bands_in_doubt;
use crate::engine::profile::Lever;
use crate::engine::score::{Index, Publication};
use crate::report::model::{Block, Entry, Section};

/// The most things that are named of a kind.
const FEW: usize = 3;

/// From this share of the simulations on the weakest area is not in doubt.
const SURE: f64 = 0.95;

impl Builder<'_> {
    /// What stands on every page: who vouches for the answers.
    pub(super) fn running(&self) -> String {
        if self.meta.interviewers.is_empty() {
            return self.texts.get("document-running-self");
        }
        self.texts.with("document-running-interview", &[("names", self.meta.interviewers.join(", ").into())])
    }

    pub(super) fn glance(&self) -> Section {
        let heading = |key: &str| Block::Heading(self.texts.get(key));
        let mut blocks = vec![heading("document-stand")];
        match &self.profile.scores.index {
            Some(index) => blocks.extend(self.stand(index).into_iter().map(Block::Text)),
            None => blocks.extend(self.no_index()),
        }
        blocks.push(Block::Chart(self.radar()));
        blocks.push(heading("document-back"));
        blocks.extend(self.back());
        let advice = &self.profile.advice;
        if !advice.is_empty() {
            let few = advice.len() < FEW;
            blocks.push(heading(if few { "report-actions" } else { "document-first" }));
            let first = |(at, advice): (usize, &Advice)| self.first(at + 1, advice);
            blocks.push(Block::Entries(advice.iter().take(FEW).enumerate().map(first).collect()));
        }
        blocks.push(heading("document-unsure"));
        blocks.push(Block::List(self.unsure()));
        self.section("document-glance", blocks)
    }

    fn stand(&self, index: &Index) -> Vec<String> {
        let args = [
            ("score", self.figure(index.headline).into()),
            ("band", self.band(index.band).into()),
            ("level", index.staged.to_string().into()),
        ];
        let mut said = vec![self.texts.with("document-stand-said", &args)];
        if let Some(doubt) = &self.outlook.uncertainty.index {
            let (low, high) = doubt.headline.around(index.headline);
            let args = [("low", self.figure(low).into()), ("high", self.figure(high).into())];
            said.push(self.texts.with("document-stand-interval", &args));
        }
        said.extend(self.ends(index));
        said
    }

    /// The strongest and the weakest area.
    fn ends(&self, index: &Index) -> Option<String> {
        let shown = self.profile.scores.areas.enumerate().filter_map(|(area, score)| Some((area, score.shown()?)));
        let (best, high) = shown.max_by(|(_, one), (_, other)| one.total_cmp(other))?;
        if best == index.bottleneck {
            return None;
        }
        let args = [
            ("best", self.area_title(best).into()),
            ("high", self.figure(high).into()),
            ("worst", self.area_title(index.bottleneck).into()),
            ("low", self.figure(index.minimum).into()),
        ];
        Some(self.texts.with("document-stand-areas", &args))
    }

    fn back(&self) -> Vec<Block> {
        let levers = &self.profile.bottlenecks;
        if levers.is_empty() {
            return vec![Block::Text(self.texts.get("report-no-bottlenecks"))];
        }
        let entry = |lever: &Lever| {
            let title = self.text(&self.questionnaire.questions[lever.question].label).to_owned();
            let details = vec![self.fact("report-answer", self.counted(lever.question))];
            Entry { mark: self.id(lever.question), title, figure: self.gain(lever.gain), details }
        };
        let entries = levers.iter().take(FEW).map(entry).collect();
        vec![Block::Entries(entries), Block::Text(self.texts.get("report-bottlenecks-note"))]
    }

    /// An action in short: what, the first step, who.
    pub(super) fn first(&self, number: usize, advice: &Advice) -> Entry {
        let recommendation = &self.questionnaire.recommendations[advice.recommendation];
        let step = self.fact("report-first-step", self.filled(&recommendation.first_step));
        Entry {
            mark: number.to_string(),
            title: self.filled(&recommendation.title),
            figure: advice.gain.map(|gain| self.gain(gain)).unwrap_or_default(),
            details: vec![step, note(self.terms(recommendation))],
        }
    }

    fn unsure(&self) -> Vec<String> {
        let texts = self.texts;
        let mut said: Vec<String> = Vec::new();
        if let Some(index) = &self.profile.scores.index {
            said.extend(self.other_bands());
            said.extend(self.weakest_in_doubt(index.bottleneck));
        }
        let short = self.areas_short_of(Publication::Published);
        if !short.is_empty() {
            said.push(texts.with("document-unsure-areas", &[("areas", short.into())]));
        }
        let progress = self.profile.progress;
        let open = progress.asked.saturating_sub(progress.done);
        let counts = [
            ("document-unsure-open", open),
            ("document-unsure-none", progress.no_answer),
            ("document-unsure-guesses", self.guesses()),
            ("document-unsure-flagged", self.flagged()),
        ];
        said.extend(
            counts
                .iter()
                .filter(|(_, count)| *count > 0)
                .map(|(key, count)| texts.with(key, &[("count", (*count).into())])),
        );
        said.extend(self.outlook.next.as_ref().map(|next| self.next_question(next)));
        said.push(texts.get("document-unsure-unverified"));
        said
    }

    /// The bands that are likely enough to be named, where there is more than one.
    fn other_bands(&self) -> Option<String> {
        let doubt = self.outlook.uncertainty.index.as_ref()?;
        let bands = bands_in_doubt(&doubt.bands).into_iter();
        let bands: Vec<String> =
            bands.map(|(band, share)| format!("{} {}", self.band(band), self.share(share))).collect();
        (!bands.is_empty()).then(|| self.texts.with("document-unsure-bands", &[("bands", bands.join("; ").into())]))
    }

    fn weakest_in_doubt(&self, area: AreaIx) -> Option<String> {
        let share = self.outlook.uncertainty.areas[area].as_ref()?.bottleneck?;
        let args = [("area", self.area_title(area).into()), ("share", self.share(share).into())];
        (share < SURE).then(|| self.texts.with("document-unsure-weakest", &args))
    }

    /// The answers that are guesses.
    fn guesses(&self) -> usize {
        self.counted_where(|confidence, _| confidence == Some(Confidence::Low))
    }

    fn flagged(&self) -> usize {
        self.counted_where(|_, flagged| flagged)
    }

    fn counted_where(&self, is_one: impl Fn(Option<Confidence>, bool) -> bool) -> usize {
        let asked = self.questionnaire.questions.indices().filter(|ix| self.interview.route(*ix) == Route::Asked);
        let answers = asked.map(|ix| self.interview.answer(ix));
        answers.filter(|answer| is_one(answer.confidence, answer.flagged)).count()
    }
}
