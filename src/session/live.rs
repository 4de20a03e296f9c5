//! The profile as it stands while questions are answered: scores at once, and how sure they are a moment later.

use std::sync::Arc;

use super::Desk;
use super::work::{Labour, Stand, Task};
use crate::engine::id::AreaIx;
use crate::engine::interview::Interview;
use crate::engine::score::{Scores, score};
use crate::engine::uncertainty::{Assessed, Options, Uncertainty, assessed};

/// The profile of the open assessment as it stands.
#[derive(Debug)]
pub struct Live {
    revision: u64,
    /// The scores.
    pub scores: Scores,
    doubt: Doubt,
    /// The draws of an earlier state, which end by themselves: never two at a time.
    outdated: Option<Task<Uncertainty>>,
}

/// How sure the scores are.
#[derive(Debug)]
enum Doubt {
    /// Nobody has begun to draw.
    Unknown,
    Drawing(Task<Uncertainty>),
    Known(Box<Uncertainty>),
    /// The draws ended without a result.
    Failed,
}

impl Live {
    fn of(interview: &Interview, outdated: Option<Task<Uncertainty>>) -> Self {
        let scores = score(interview.questionnaire(), interview.item_states());
        Self { revision: interview.revision(), scores, doubt: Doubt::Unknown, outdated }
    }

    /// Whether it will be known soon how sure the scores are.
    pub const fn is_drawing(&self) -> bool {
        matches!(self.doubt, Doubt::Unknown | Doubt::Drawing(_))
    }

    /// The interval of the index, once it is known.
    pub fn index_interval(&self) -> Option<(f64, f64)> {
        let headline = self.scores.index.as_ref()?.headline;
        Some(self.known()?.index.as_ref()?.headline.around(headline))
    }

    /// The interval of an area whose score is shown, once it is known.
    pub fn interval(&self, area: AreaIx) -> Option<(f64, f64)> {
        let score = self.scores.areas[area].shown()?;
        Some(self.known()?.areas[area].as_ref()?.spread.around(score))
    }

    const fn known(&self) -> Option<&Uncertainty> {
        if let Doubt::Known(uncertainty) = &self.doubt { Some(uncertainty) } else { None }
    }

    /// The draws that still go on.
    fn going(self) -> Option<Task<Uncertainty>> {
        match self.doubt {
            Doubt::Drawing(task) => Some(task),
            Doubt::Unknown | Doubt::Known(_) | Doubt::Failed => self.outdated,
        }
    }

    /// Begins to draw, unless that goes on or was done already.
    fn begin(&mut self, interview: &Interview, labour: Labour) {
        if matches!(self.doubt, Doubt::Unknown) && self.outdated.is_none() {
            let (questionnaire, known) = (Arc::clone(interview.questionnaire()), Assessed::of(interview));
            let work = move |_: &_| Some(assessed(&questionnaire, &known, &Options::default()));
            self.doubt = Doubt::Drawing(Task::begin(labour, work));
        }
    }

    /// Takes what was drawn.
    fn take(&mut self) {
        if let Some(Stand::Done(_) | Stand::Ended) = self.outdated.as_ref().map(Task::take) {
            self.outdated = None;
        }
        if let Doubt::Drawing(task) = &self.doubt {
            match task.take() {
                Stand::Going => {}
                Stand::Done(uncertainty) => self.doubt = Doubt::Known(Box::new(uncertainty)),
                Stand::Ended => self.doubt = Doubt::Failed,
            }
        }
    }
}

impl Desk {
    /// Keeps the profile of the open assessment up to its answers: the scores now, the intervals beside the
    /// interface. Costs nothing when nothing has changed.
    pub fn follow(&mut self) {
        let labour = self.pools.labour;
        let Some(session) = &mut self.session else { return };
        let revision = session.interview.revision();
        let fits = |live: &Live| live.revision == revision;
        let mut live = match session.live.take() {
            Some(live) if fits(&live) => live,
            before => Live::of(&session.interview, before.and_then(Live::going)),
        };
        live.take();
        live.begin(&session.interview, labour);
        live.take();
        session.live = Some(live);
    }

    /// Takes the intervals that were computed, if somebody waits for them still or no longer.
    pub fn follow_up(&mut self) {
        if let Some(live) = self.session.as_mut().and_then(|session| session.live.as_mut()) {
            live.take();
        }
    }

    /// Whether the intervals of that profile are still being computed.
    pub fn is_following(&self) -> bool {
        let live = self.session.as_ref().and_then(|session| session.live.as_ref());
        live.is_some_and(|live| matches!(live.doubt, Doubt::Drawing(_)) || live.outdated.is_some())
    }
}
