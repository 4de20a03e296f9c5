//! Conditions of a catalogue: read without knowing a questionnaire, judged in any interview, and
//! compared with a questionnaire when an author asks for it.

use std::cell::RefCell;
use std::sync::Arc;

use jiff::Zoned;

use super::{Catalogue, Condition};
use crate::engine::expr::{self, Context, Facts, Scope, Type, Value};
use crate::engine::id::{AreaIx, ArenaIndex, QuestionIx};
use crate::engine::interview::Interview;
use crate::engine::questionnaire::problem::Problem;
use crate::engine::questionnaire::read::findings::Findings;
use crate::engine::questionnaire::read::node::Tab;
use crate::engine::questionnaire::{Kind, Questionnaire};
use crate::engine::text::Lang;

/// The names that conditions read so far. Each stands for a question, whether or not there is one.
#[derive(Debug, Default)]
pub(super) struct Names(RefCell<Vec<String>>);

impl Names {
    /// Reads the condition behind a key; its errors are reported at their places.
    pub fn condition(&self, findings: &mut Findings<'_>, tab: &Tab<'_>, key: &str) -> Option<Condition> {
        let node = tab.get(key)?;
        let source = node.get_ref().as_str().filter(|source| !source.trim().is_empty())?;
        match expr::compile(source, self) {
            Ok(expr) => Some(Condition { expr, place: node.span() }),
            Err(errors) => {
                for error in errors {
                    let span = findings.inside(node, error.span);
                    findings.add(Problem::error(span, error.message).hint(error.hint));
                }
                None
            }
        }
    }

    /// The names, by index.
    pub fn into_shared(self) -> Arc<[String]> {
        self.0.into_inner().into()
    }
}

impl Scope for Names {
    fn question(&self, name: &str) -> Option<QuestionIx> {
        let mut names = self.0.borrow_mut();
        let at = names.iter().position(|known| known == name).unwrap_or_else(|| {
            names.push(name.to_owned());
            names.len() - 1
        });
        Some(QuestionIx::from_usize(at))
    }

    fn question_names(&self) -> Vec<String> {
        Vec::new()
    }

    fn facts(&self, _: QuestionIx) -> Facts {
        Facts::default()
    }

    fn area(&self, _: &str) -> Option<AreaIx> {
        None
    }

    fn has_scores(&self) -> bool {
        false
    }

    fn has_current(&self) -> bool {
        false
    }

    fn has_attribute(&self, _: &str) -> bool {
        false
    }
}

/// Whether a condition of the catalogue holds in an interview; one that is absent does.
pub(super) fn holds(catalogue: &Catalogue, condition: Option<&Condition>, interview: &Interview) -> bool {
    let reading = Reading { names: &catalogue.names, interview };
    condition.is_none_or(|condition| expr::holds(&condition.expr, &reading))
}

/// The answers of an interview under the names that a catalogue gives them.
struct Reading<'a> {
    names: &'a [String],
    interview: &'a Interview,
}

impl Reading<'_> {
    fn find(&self, question: QuestionIx) -> Option<QuestionIx> {
        self.interview.questionnaire().find(self.names.get(question.to_usize())?)
    }
}

fn empty() -> Value {
    Value::Text("".into())
}

impl Context for Reading<'_> {
    fn question(&self, question: QuestionIx) -> Value {
        self.find(question).map_or_else(empty, |ix| self.interview.value(ix).clone())
    }

    fn current(&self) -> Value {
        empty()
    }

    fn attribute(&self, _: &str) -> Value {
        empty()
    }

    fn choice_name(&self, question: QuestionIx, choice: &str) -> String {
        let questionnaire = self.interview.questionnaire();
        let lang = questionnaire.languages.first().copied().unwrap_or(Lang::En);
        let asked = self.find(question).map(|ix| &questionnaire.questions[ix]);
        let found = asked.and_then(|asked| asked.kind.choices()?.find(&choice.into()));
        found.map(|choice| choice.label.get(lang).to_owned()).unwrap_or_default()
    }

    fn now(&self) -> &Zoned {
        self.interview.now()
    }
}

/// What in the conditions of a catalogue a questionnaire cannot answer: unknown questions and choices.
/// Warnings at places of the catalogue file, as it may be meant for other questionnaires as well.
pub fn against(catalogue: &Catalogue, questionnaire: &Questionnaire) -> Vec<Problem> {
    let of_records = catalogue.records.iter().flat_map(|record| {
        let cases = record.cases.iter().map(|case| &case.when);
        record.applies_when.iter().chain(cases)
    });
    let conditions = catalogue.applies_when.iter().chain(of_records);
    let known = Known(questionnaire);
    let problems = |condition: &Condition| -> Vec<Problem> {
        let errors = expr::compile(condition.expr.source(), &known).err().unwrap_or_default();
        let problem =
            |error: expr::ExprError| Problem::warning(condition.place.clone(), error.message).hint(error.hint);
        errors.into_iter().map(problem).collect()
    };
    conditions.flat_map(problems).collect()
}

/// The questions of a questionnaire, as a condition may name them.
struct Known<'a>(&'a Questionnaire);

impl Scope for Known<'_> {
    fn question(&self, name: &str) -> Option<QuestionIx> {
        self.0.find(name)
    }

    fn question_names(&self) -> Vec<String> {
        self.0.questions.iter().map(|question| question.id.to_string()).collect()
    }

    fn facts(&self, question: QuestionIx) -> Facts {
        let kind = &self.0.questions[question].kind;
        let ids = || kind.choices().map(|choices| choices.list.iter().map(|choice| choice.id.to_string()).collect());
        match kind {
            Kind::SelectOne(_) => Facts { ty: Type::Choice, values: ids() },
            Kind::SelectMultiple(_) => Facts { ty: Type::Choices, values: ids() },
            Kind::Level { .. } | Kind::Integer { .. } | Kind::Decimal { .. } => {
                Facts { ty: Type::Number, values: None }
            }
            Kind::Date => Facts { ty: Type::Date, values: None },
            _ => Facts::default(),
        }
    }

    fn area(&self, _: &str) -> Option<AreaIx> {
        None
    }

    fn has_scores(&self) -> bool {
        false
    }

    fn has_current(&self) -> bool {
        false
    }

    fn has_attribute(&self, _: &str) -> bool {
        false
    }
}
