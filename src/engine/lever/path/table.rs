//! The two tables of the search: the best score of an area for each effort, and the best sum of all areas.

use super::Goal;
use crate::engine::id::{AreaIx, QuestionIx};
use crate::engine::lever::ladder::Ladder;
use crate::engine::questionnaire::{Aggregation, Method, Questionnaire};
use crate::engine::score::{self, Scores, sum, utility, value};

/// The best score of one area for each effort up to a limit.
pub(super) struct AreaTable<'a> {
    area: AreaIx,
    /// The best score for at most the effort of the position.
    best: Vec<f64>,
    /// For each item the number of rungs taken at each effort.
    taken: Vec<(&'a Ladder, Vec<usize>)>,
    /// The effort of every rung of the area.
    all: usize,
}

impl<'a> AreaTable<'a> {
    /// Fills the table; `None` for an area without answers.
    pub(super) fn of(
        questionnaire: &Questionnaire,
        scores: &Scores,
        area: AreaIx,
        ladders: &'a [Ladder],
        most: usize,
    ) -> Option<Self> {
        let item =
            |question: QuestionIx| questionnaire.questions[question].item.as_ref().filter(|item| item.area == area);
        let members = score::states(questionnaire, &scores.items).filter(|(_, item, _)| item.area == area);
        let answered: Vec<f64> = members.filter_map(|(_, item, state)| state.score().map(|_| item.weight)).collect();
        let weight = sum(answered);
        let own: Vec<(f64, &Ladder)> =
            ladders.iter().filter_map(|ladder| Some((item(ladder.question)?.weight / weight, ladder))).collect();
        let all = own.iter().map(|(_, ladder)| ladder.rungs.len() * ladder.effort).sum();
        let limit = most.min(all);
        let mut best = vec![scores.areas[area].score?; limit + 1];
        let mut taken = Vec::with_capacity(own.len());
        for (share, ladder) in own {
            let (better, rungs) = with_one_more(&best, share, ladder);
            best = better;
            taken.push((ladder, rungs));
        }
        Some(Self { area, best, taken, all })
    }

    /// The rungs taken for an effort, item by item.
    fn choices(&self, effort: usize) -> Vec<(QuestionIx, usize)> {
        let mut left = effort.min(self.best.len().saturating_sub(1));
        let mut chosen = Vec::new();
        for (ladder, rungs) in self.taken.iter().rev() {
            let taken = rungs.get(left).copied().unwrap_or_default();
            if taken > 0 {
                chosen.push((ladder.question, taken));
                left -= taken * ladder.effort;
            }
        }
        chosen
    }
}

/// The table with one more item to choose from: at each effort none of its rungs or the best number of them.
fn with_one_more(best: &[f64], share: f64, ladder: &Ladder) -> (Vec<f64>, Vec<usize>) {
    let mut better = best.to_vec();
    let mut taken = vec![0; best.len()];
    for (rungs, rung) in (1..).zip(&ladder.rungs) {
        let (cost, gain) = (rungs * ladder.effort, share * (rung.score - ladder.from));
        let Some(reachable) = better.get_mut(cost..) else { break };
        let candidates = best.iter().map(|score| score + gain);
        let rows = reachable.iter_mut().zip(taken.iter_mut().skip(cost));
        for ((score, taken), candidate) in rows.zip(candidates) {
            // Not merely by rounding: of equal ways the one with fewer changes stays.
            if candidate > *score + 1e-12 {
                (*score, *taken) = (candidate, rungs);
            }
        }
    }
    (better, taken)
}

/// The best sum of utilities of all areas for each effort; of the minimum the best least score.
pub(super) struct Combined {
    method: Method,
    /// The weights of the areas together.
    total: f64,
    /// The best sum for at most the effort of the position.
    best: Vec<f64>,
    /// For each area the effort spent on it, for each effort in all.
    spent: Vec<Vec<usize>>,
    limit: usize,
    all: usize,
}

impl Combined {
    /// Combines the tables of the areas.
    pub(super) fn of(questionnaire: &Questionnaire, goal: Goal, tables: &[AreaTable], most: usize) -> Self {
        // The score of a single area is its own mean, whatever the mean between areas.
        let method = match goal {
            Goal::Index(_) => questionnaire.method,
            Goal::Area(..) => Method { aggregation: Aggregation::Arithmetic, ..questionnaire.method },
        };
        let weight = |table: &AreaTable| questionnaire.areas[table.area].weight;
        let all = tables.iter().map(|table| table.all).sum();
        let limit = most.min(all);
        let neutral = if method.aggregation == Aggregation::Minimum { f64::INFINITY } else { 0.0 };
        let mut combined = Self {
            method,
            total: sum(tables.iter().map(weight)),
            best: vec![neutral; limit + 1],
            spent: Vec::with_capacity(tables.len()),
            limit,
            all,
        };
        for table in tables {
            combined.add(weight(table), table);
        }
        combined
    }

    /// Adds an area: at each effort the best division between it and the areas before.
    fn add(&mut self, weight: f64, table: &AreaTable) {
        let least = self.method.aggregation == Aggregation::Minimum;
        let parts: Vec<f64> = table
            .best
            .iter()
            .map(|score| if least { *score } else { weight * utility(&self.method, *score) })
            .collect();
        let mut best = vec![f64::NEG_INFINITY; self.best.len()];
        let mut spent = vec![0; self.best.len()];
        for (here, part) in parts.iter().enumerate() {
            let rows = best.iter_mut().zip(&mut spent).skip(here);
            for ((best, spent), before) in rows.zip(&self.best) {
                let together = if least { before.min(*part) } else { before + part };
                if together > *best {
                    (*best, *spent) = (together, here);
                }
            }
        }
        self.best = best;
        self.spent.push(spent);
    }

    /// Whether the table holds every step there is.
    pub(super) const fn is_whole(&self) -> bool {
        self.limit >= self.all
    }

    /// The score for at most an effort.
    fn score(&self, best: f64) -> f64 {
        match self.method.aggregation {
            Aggregation::Minimum => best,
            _ => value(&self.method, best / self.total).clamp(0.0, 100.0),
        }
    }

    /// The smallest effort that reaches a score.
    pub(super) fn cheapest(&self, target: f64) -> Option<usize> {
        self.best.iter().position(|best| self.score(*best) >= target)
    }

    /// The most that can be reached.
    pub(super) fn best(&self) -> f64 {
        self.best.last().map_or(0.0, |best| self.score(*best))
    }

    /// The rungs taken for an effort in all, item by item.
    pub(super) fn choices(&self, tables: &[AreaTable], effort: usize) -> Vec<(QuestionIx, usize)> {
        let mut left = effort;
        let mut chosen = Vec::new();
        for (table, spent) in tables.iter().zip(&self.spent).rev() {
            let here = spent.get(left).copied().unwrap_or_default();
            chosen.extend(table.choices(here));
            left = left.saturating_sub(here);
        }
        chosen
    }
}
