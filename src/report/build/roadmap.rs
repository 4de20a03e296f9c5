//! The roadmap: what is done by whom until when, where it leads, and what became of the last one.

use super::{Builder, note};
use crate::engine::questionnaire::Horizon;
use crate::engine::roadmap::{ActionStatus, Entry, PHASES, Plan, Verdict, plan};
use crate::report::model::{Block, Entry as Listed, Fact, Section};

/// The key of a phase's heading.
pub(in crate::report) const fn phase_word(phase: Horizon) -> &'static str {
    match phase {
        Horizon::Now => "roadmap-phase-now",
        Horizon::Year => "roadmap-phase-year",
        Horizon::Later => "roadmap-phase-later",
    }
}

/// The key of a status.
pub(in crate::report) const fn status_word(status: ActionStatus) -> &'static str {
    match status {
        ActionStatus::Planned => "roadmap-planned",
        ActionStatus::UnderWay => "roadmap-under-way",
        ActionStatus::Done => "roadmap-done",
        ActionStatus::Dropped => "roadmap-dropped",
    }
}

/// The key of a verdict.
pub(in crate::report) const fn verdict_word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Moved => "roadmap-moved",
        Verdict::DidNotMove => "roadmap-did-not-move",
        Verdict::CannotBeTold => "roadmap-cannot-be-told",
    }
}

impl Builder<'_> {
    /// The plan, if anything is planned, and the last plan, if there was one.
    pub(super) fn roadmap(&self) -> Vec<Section> {
        let mut sections = Vec::new();
        if !self.meta.actions.is_empty() {
            let plan = plan(self.interview, self.profile, &self.meta.actions);
            sections.push(self.section("roadmap-title", self.phases(&plan)));
        }
        sections.extend(self.held());
        sections
    }

    fn phases(&self, plan: &Plan) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut number = 0;
        for phase in PHASES {
            let of_phase = |entry: &&Entry| entry.phase == phase && entry.action.is_some();
            let entries = plan.entries.iter().filter(of_phase).map(|entry| {
                number += 1;
                self.planned(number, entry)
            });
            let entries: Vec<Listed> = entries.collect();
            if !entries.is_empty() {
                blocks.extend([Block::Heading(self.texts.get(phase_word(phase))), Block::Entries(entries)]);
            }
        }
        if !plan.unknown.is_empty() {
            let names: Vec<&str> = plan.unknown.iter().map(|action| action.recommendation.as_str()).collect();
            blocks.push(Block::Text(self.texts.with("roadmap-unknown", &[("names", names.join(", ").into())])));
        }
        if !plan.is_empty() {
            blocks.extend(self.projection(plan));
        }
        blocks
    }

    fn planned(&self, number: usize, entry: &Entry) -> Listed {
        let recommendation = &self.questionnaire.recommendations[entry.recommendation];
        let mut details = Vec::new();
        if let Some(action) = &entry.action {
            let owner = if action.owner.is_empty() { self.texts.get("roadmap-nobody") } else { action.owner.clone() };
            let due = action.due.map_or_else(|| self.texts.get("roadmap-no-day"), |due| self.texts.date(due));
            let late = action.is_late(self.today).then(|| format!("! {}", self.texts.get("roadmap-overdue")));
            details.push(self.fact("roadmap-owner", owner));
            details
                .push(self.fact("roadmap-due", [Some(due), late].into_iter().flatten().collect::<Vec<_>>().join(" ")));
            details.push(self.fact("roadmap-status", self.texts.get(status_word(action.status))));
            let own = || self.filled(&recommendation.measure);
            let measure = if action.measure.is_empty() { own() } else { action.measure.clone() };
            details.push(self.fact("roadmap-measure", measure));
            if !action.note.is_empty() {
                details.push(self.fact("roadmap-note", action.note.clone()));
            }
        }
        if entry.advice.is_none() {
            details.push(note(self.texts.get("roadmap-not-advised")));
        }
        if let Some(lacking) = entry.lacks {
            let title = self.filled(&self.questionnaire.recommendations[lacking].title);
            details.push(note(self.texts.with("roadmap-lacks", &[("title", title.into())])));
        }
        Listed {
            mark: number.to_string(),
            title: self.filled(&recommendation.title),
            figure: entry
                .advice
                .as_ref()
                .and_then(|advice| advice.gain)
                .map(|gain| self.gain(gain))
                .unwrap_or_default(),
            details,
        }
    }

    /// The scores now and after each phase.
    fn projection(&self, plan: &Plan) -> Vec<Block> {
        let row = |name: String, now: Option<f64>, then: [Option<f64>; 3]| {
            let figures: Vec<String> =
                std::iter::once(now).chain(then).map(|score| self.figure_or_dash(score)).collect();
            Fact::new(name, figures.join(" → "))
        };
        let scores = &self.profile.scores;
        let mut facts: Vec<Fact> = scores
            .areas
            .enumerate()
            .map(|(ix, area)| row(self.area_title(ix), area.shown(), plan.planned.each_ref().map(|it| it.areas[ix])))
            .collect();
        let now = scores.index.as_ref().map(|index| index.headline);
        facts.push(row(self.texts.get("roadmap-overall"), now, plan.planned.each_ref().map(|it| it.index)));
        vec![
            Block::Heading(self.texts.get("roadmap-scores")),
            Block::Text(self.texts.get("roadmap-order")),
            Block::Facts(facts),
            Block::Text(self.texts.get("roadmap-scores-note")),
        ]
    }

    /// The plan of the assessment before, held against what changed.
    fn held(&self) -> Option<Section> {
        let (before, actions) = self.meta.last_plan(self.interview)?;
        let mut entries = Vec::new();
        for (at, held) in actions.iter().enumerate() {
            let mut details = vec![self.fact("roadmap-status", self.texts.get(status_word(held.action.status)))];
            if !held.action.owner.is_empty() {
                details.push(self.fact("roadmap-owner", held.action.owner.clone()));
            }
            details.extend(held.items.iter().map(|item| {
                note(format!("{} {} → {}", self.id(item.question), self.figure(item.from), self.figure(item.to)))
            }));
            let title = held.title.as_ref().map_or_else(|| held.action.recommendation.clone(), |it| self.filled(it));
            let figure = self.texts.get(verdict_word(held.verdict));
            entries.push(Listed {
                mark: (at + 1).to_string(),
                title: format!("{title}: {figure}"),
                figure: String::new(),
                details,
            });
        }
        let date = self.texts.day(before.created);
        let said = Block::Text(self.texts.with("roadmap-held-note", &[("date", date.into())]));
        Some(self.section("roadmap-held", vec![said, Block::Entries(entries)]))
    }
}
