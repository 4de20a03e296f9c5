//! What a questionnaire means as a whole: which question depends on which, and which conditions can hold.

use super::{Kind, Model, Required};
use crate::engine::expr::Expr;
use crate::engine::id::{Arena, QuestionIx};

mod trial;
pub(in crate::engine::questionnaire) use trial::{Trial, Trials, breaks, no_answer_meets, reading_value};

/// For each question, the later ones whose routing, calculation, constraint or choices read it.
pub(super) fn dependents(model: &Model) -> Arena<QuestionIx, Vec<QuestionIx>> {
    let mut dependents: Arena<QuestionIx, Vec<QuestionIx>> = model.questions.map(|_| Vec::new());
    for (ix, question) in model.questions.enumerate() {
        let calculation = match &question.kind {
            Kind::Calculate(calculation) => Some(calculation),
            _ => None,
        };
        let required = match &question.required {
            Required::When(when) => Some(when),
            _ => None,
        };
        let filter = question.kind.choices().and_then(|choices| choices.filter.as_ref());
        let section = model.sections[question.section].relevant.as_ref();
        let all = [section, question.relevant.as_ref(), question.constraint.as_ref(), calculation, required, filter];
        for read in all.into_iter().flatten().flat_map(Expr::questions) {
            let of_read = &mut dependents[*read];
            if of_read.last() != Some(&ix) {
                of_read.push(ix);
            }
        }
    }
    dependents
}
