//! The way up: the cheapest path to the next band, and the open question worth asking first.

use super::{Builder, note};
use crate::engine::lever::{NextQuestion, Outcome, Path, PathStep};
use crate::engine::outlook::Ascent;
use crate::report::model::{Block, Entry, Section};

impl Builder<'_> {
    pub(super) fn ahead(&self) -> Section {
        let mut blocks = match (&self.outlook.ascent, &self.profile.scores.index) {
            (Some(ascent), _) => self.ascent(ascent),
            (None, Some(_)) => vec![Block::Text(self.texts.get("report-ahead-top"))],
            (None, None) => vec![Block::Text(self.texts.get("report-ahead-no-score"))],
        };
        blocks.extend(self.outlook.next.as_ref().map(|next| Block::Text(self.next_question(next))));
        self.section("report-ahead", blocks)
    }

    fn ascent(&self, ascent: &Ascent) -> Vec<Block> {
        let (band, from) = (self.band(ascent.band), self.texts.exact(ascent.from));
        let said = |key: &str, score: f64, effort: usize| {
            let score = self.figure(score);
            let args = [
                ("band", band.as_str().into()),
                ("from", from.as_str().into()),
                ("score", score.into()),
                ("effort", effort.into()),
            ];
            Block::Text(self.texts.with(key, &args))
        };
        match &ascent.outcome {
            Outcome::Path(Path { effort, steps, score }) => {
                let steps = steps.iter().map(|step| self.path_step(step)).collect();
                vec![said("report-ahead-path", *score, *effort), Block::Entries(steps)]
            }
            Outcome::OutOfReach(score) => vec![said("report-ahead-none", *score, 0)],
            Outcome::Reached | Outcome::NoScore => Vec::new(),
        }
    }

    fn path_step(&self, step: &PathStep) -> Entry {
        let points = [("from", self.figure(step.from).into()), ("to", self.figure(step.to).into())];
        let after = [("effort", step.effort.into()), ("score", self.figure(step.score).into())];
        let mut details = vec![self.fact("report-answer", self.counted(step.question))];
        if let Some(value) = &step.value {
            details.push(self.fact("report-ahead-answer", self.shown(step.question, value)));
        }
        details.push(note(self.texts.with("report-ahead-points", &points)));
        details.push(note(self.texts.with("report-ahead-after", &after)));
        let title = self.text(&self.questionnaire.questions[step.question].label).to_owned();
        Entry { mark: self.id(step.question), title, figure: String::new(), details }
    }

    pub(super) fn next_question(&self, next: &NextQuestion) -> String {
        let label = self.text(&self.questionnaire.questions[next.question].label);
        let args = [
            ("question", self.id(next.question).into()),
            ("label", label.into()),
            ("points", self.figure(next.narrowing()).into()),
        ];
        self.texts.with("report-ahead-next", &args)
    }
}
