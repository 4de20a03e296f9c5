//! How far an interview is, what stands between it and its close, and what may stay as it is.

use super::route::Reading;
use super::{Interview, Misfit, Progress, Status};
use crate::engine::expr;
use crate::engine::id::{CheckIx, QuestionIx, SectionIx};

/// The list that is gone through before closing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    /// Required, asked and open: closing waits for these.
    pub required: Vec<QuestionIx>,
    /// What does not fit together.
    pub failing: Vec<Failing>,
    /// Asked and open, but not required.
    pub open: Vec<QuestionIx>,
    /// Marked to be looked at again.
    pub flagged: Vec<QuestionIx>,
    /// With a reason for no answer.
    pub no_answer: Vec<QuestionIx>,
}

impl Review {
    /// Whether nothing stands against closing: soft checks never do.
    pub fn may_close(&self) -> bool {
        self.required.is_empty() && self.failing.iter().all(|failing| matches!(failing, Failing::Check(_)))
    }
}

/// Answers that do not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failing {
    /// The answer no longer satisfies its question's constraint.
    Constraint(QuestionIx),
    /// The choice is no longer offered.
    NotOffered(QuestionIx),
    /// A soft check warns.
    Check(CheckIx),
}

impl Interview {
    /// How far the interview is.
    pub fn progress(&self) -> Progress {
        self.progress_of(self.questionnaire.questions.indices())
    }

    /// How far one section is.
    pub fn section_progress(&self, section: SectionIx) -> Progress {
        self.progress_of(self.questionnaire.section_questions(section))
    }

    fn progress_of(&self, questions: impl Iterator<Item = QuestionIx>) -> Progress {
        let mut progress = Progress::default();
        for ix in questions.filter(|ix| self.is_asked(*ix) && self.question(*ix).kind.is_answerable()) {
            let (answer, status) = (&self.answers[ix], self.status(ix));
            progress.asked += 1;
            progress.done += usize::from(status != Status::Open);
            progress.no_answer += usize::from(!matches!(status, Status::Open | Status::Answered));
            progress.flagged += usize::from(answer.flagged);
            progress.comments += usize::from(!answer.comment.is_empty());
        }
        progress
    }

    /// Gathers everything that should be looked at before closing.
    pub fn review(&self) -> Review {
        let mut review = Review::default();
        for ix in self.asked().filter(|ix| self.question(*ix).kind.is_answerable()) {
            match self.status(ix) {
                Status::Open if self.is_required(ix) => review.required.push(ix),
                Status::Open => review.open.push(ix),
                Status::DontKnow | Status::Refused | Status::NotApplicable => review.no_answer.push(ix),
                Status::Answered | Status::NotAsked => {}
            }
            if self.answer(ix).flagged {
                review.flagged.push(ix);
            }
            review.failing.extend(self.failing(ix));
        }
        review.failing.extend(self.failing_checks().map(Failing::Check));
        review
    }

    fn failing(&self, ix: QuestionIx) -> Option<Failing> {
        match self.misfit(ix, self.answer(ix).value()?)? {
            Misfit::NotOffered => Some(Failing::NotOffered(ix)),
            Misfit::Constraint => Some(Failing::Constraint(ix)),
        }
    }

    /// The soft checks that warn, in the order of the file.
    pub fn failing_checks(&self) -> impl Iterator<Item = CheckIx> {
        self.questionnaire.checks.indices().filter(|check| self.check_warns(*check))
    }

    /// The soft checks that read a question and warn.
    pub fn warnings_at(&self, question: QuestionIx) -> impl Iterator<Item = CheckIx> {
        let reads = move |check: &CheckIx| self.questionnaire.checks[*check].when.questions().contains(&question);
        self.questionnaire.checks.indices().filter(reads).filter(|check| self.check_warns(*check))
    }

    fn check_warns(&self, check: CheckIx) -> bool {
        expr::holds(&self.questionnaire.checks[check].when, &Reading::of(self))
    }
}
