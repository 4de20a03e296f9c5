//! What to do: the first actions in full, the others in short.

use super::{Builder, note};
use crate::engine::advice::Advice;
use crate::engine::id::{QuestionIx, RecommendationIx};
use crate::engine::profile::FIRST_PAGE;
use crate::engine::questionnaire::{Addressee, Horizon, Recommendation};
use crate::engine::score::AreaMove;
use crate::report::model::{Block, Entry, Fact, Section};

/// The most answers that are quoted in words.
const QUOTED: usize = 3;

impl Builder<'_> {
    /// The actions of the first page and, if there are more, the others.
    pub(super) fn actions(&self) -> Vec<Section> {
        let advice = &self.profile.advice;
        if advice.is_empty() {
            let none = Block::Text(self.texts.get("report-no-actions"));
            return vec![self.section("report-actions", vec![none])];
        }
        let entry = |(at, advice): (usize, &Advice)| self.action(at + 1, advice);
        let mut entries: Vec<Entry> = advice.iter().enumerate().map(entry).collect();
        let further = entries.split_off(entries.len().min(FIRST_PAGE));
        let order = Block::Text(self.texts.get("report-actions-note"));
        let mut sections = vec![self.section("report-actions", vec![Block::Entries(entries), order])];
        if !further.is_empty() {
            sections.push(self.section("report-further-actions", vec![Block::Entries(further)]));
        }
        sections
    }

    /// The actions of the first page, each in short; none, if there are none.
    pub(super) fn actions_in_short(&self) -> Option<Section> {
        let first = |(at, advice): (usize, &Advice)| self.first(at + 1, advice);
        let entries: Vec<Entry> = self.profile.advice.iter().take(FIRST_PAGE).enumerate().map(first).collect();
        (!entries.is_empty()).then(|| self.section("report-actions", vec![Block::Entries(entries)]))
    }

    fn action(&self, number: usize, advice: &Advice) -> Entry {
        let recommendation = &self.questionnaire.recommendations[advice.recommendation];
        let mut details = vec![
            self.fact("report-why", self.filled(&recommendation.why)),
            self.fact("report-first-step", self.filled(&recommendation.first_step)),
        ];
        details.extend(recommendation.steps.as_ref().map(|steps| self.fact("report-next-steps", self.filled(steps))));
        details.push(self.fact("report-measure", self.filled(&recommendation.measure)));
        details.push(note(self.terms(recommendation)));
        details.extend(self.help(advice));
        details.extend(self.case(number));
        details.extend(self.grounds(advice));
        if number <= FIRST_PAGE {
            details.push(note(self.texts.get("report-owner")));
        }
        Entry {
            mark: number.to_string(),
            title: self.filled(&recommendation.title),
            figure: advice.gain.map(|gain| self.gain(gain)).unwrap_or_default(),
            details,
        }
    }

    /// Who acts, when and with what effort.
    pub(super) fn terms(&self, recommendation: &Recommendation) -> String {
        let texts = self.texts;
        let effort = match recommendation.effort {
            0 | 1 => texts.get("report-effort-low"),
            2 => texts.get("report-effort-medium"),
            _ => texts.get("report-effort-high"),
        };
        let horizon = match recommendation.horizon {
            Horizon::Now => texts.get("report-horizon-now"),
            Horizon::Year => texts.get("report-horizon-year"),
            Horizon::Later => texts.get("report-horizon-later"),
        };
        let addressee = match recommendation.addressee {
            Addressee::Enterprise => texts.get("report-for-enterprise"),
            Addressee::Cluster => texts.get("report-for-cluster"),
            Addressee::State => texts.get("report-for-state"),
        };
        format!("{addressee} · {horizon} · {effort}")
    }

    /// What the advice rests on: answers, areas that move, what comes before, what it replaces.
    fn grounds(&self, advice: &Advice) -> Vec<Fact> {
        let recommendation = &self.questionnaire.recommendations[advice.recommendation];
        let mut facts = Vec::new();
        if !advice.areas.is_empty() {
            let moved = |area: &AreaMove| {
                format!("{} {} → {}", self.area_title(area.area), self.figure(area.from), self.figure(area.to))
            };
            facts.push(self.fact("report-moves", advice.areas.iter().map(moved).collect::<Vec<_>>().join("; ")));
        }
        if !advice.because.is_empty() {
            facts.push(self.fact("report-because", self.because(&advice.because)));
        }
        if let Some(before) = recommendation.prerequisite {
            facts.push(self.fact("report-prerequisite", self.action_title(before)));
        }
        if !advice.replaces.is_empty() {
            let titles: Vec<String> = advice.replaces.iter().map(|ix| self.action_title(*ix)).collect();
            facts.push(self.fact("report-replaces", titles.join("; ")));
        }
        facts
    }

    /// The answers behind an action: the first ones in words, the others by their questions.
    fn because(&self, questions: &[QuestionIx]) -> String {
        let named = |(at, ix): (usize, &QuestionIx)| {
            if at < QUOTED { format!("{} “{}”", self.id(*ix), self.counted(*ix)) } else { self.id(*ix) }
        };
        questions.iter().enumerate().map(named).collect::<Vec<_>>().join("; ")
    }

    fn action_title(&self, ix: RecommendationIx) -> String {
        self.filled(&self.questionnaire.recommendations[ix].title)
    }
}
