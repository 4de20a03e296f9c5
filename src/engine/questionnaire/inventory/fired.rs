//! Which recommendations no reference set of the questionnaire sets off.

use std::collections::HashSet;
use std::sync::Arc;

use jiff::Zoned;

use crate::engine::answer::{Answer, Response};
use crate::engine::id::{QuestionIx, RecommendationIx};
use crate::engine::interview::memory::MemoryJournal;
use crate::engine::interview::{Advance, Circumstances, Interview};
use crate::engine::profile::profile;
use crate::engine::questionnaire::{Questionnaire, Reference};
use crate::engine::text::Lang;

/// The recommendations and programmes that none of the reference answers sets off. One whose place a
/// programme takes has been set off.
pub(super) fn unfired(questionnaire: &Arc<Questionnaire>, now: &Zoned) -> Vec<RecommendationIx> {
    let fired: HashSet<RecommendationIx> = questionnaire
        .references
        .iter()
        .flat_map(|reference| profile(&answered(questionnaire, reference, now)).advice)
        .flat_map(|advice| std::iter::once(advice.recommendation).chain(advice.replaces))
        .collect();
    questionnaire.recommendations.indices().filter(|ix| !fired.contains(ix)).collect()
}

/// The interview that a reference describes, as far as its answers can be given.
pub(super) fn answered(questionnaire: &Arc<Questionnaire>, reference: &Reference, now: &Zoned) -> Interview {
    let mut interview = Interview::new(Arc::clone(questionnaire), reference.form, now.clone());
    let mut answers: Vec<_> = reference.answers.iter().collect();
    answers.sort_by_key(|(question, _)| *question);
    for (question, typed) in answers {
        give(&mut interview, *question, typed);
    }
    interview
}

fn give(interview: &mut Interview, question: QuestionIx, typed: &str) {
    let response = match typed {
        "dont_know!" => Some(Response::DontKnow),
        "refused!" => Some(Response::Refused),
        typed => interview.questionnaire().questions[question].parse(typed).ok().flatten().map(Response::Value),
    };
    if let Ok(change) = interview.propose(question, Answer { response, ..Answer::default() }) {
        let circumstances = Circumstances { lang: Lang::En, shown_ms: 0, advance: Advance::Stay };
        // A journal in memory that was not told to fail keeps everything.
        let _ = interview.commit(change, circumstances, &mut MemoryJournal::default());
    }
}
