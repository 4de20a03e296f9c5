//! Expressions.

use super::*;
use tashxis::engine::expr::{self, Context, Facts, Scope, Type, Value, compile, compile_lenient};
use tashxis::engine::id::{AreaIx, QuestionIx};

/// The most bytes that a value may have: as in the longest answer, of letters of four bytes.
const MOST: usize = 400_000;

/// An expression: read, checked, evaluated with several answers. The first byte says which.
pub fn expression(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let Ok(source) = std::str::from_utf8(rest) else { return };
    let place = Here { scores: first & 1 != 0, current: first & 2 != 0, attributes: first & 4 != 0 };
    let lenient = compile_lenient(source, &place);
    match compile(source, &place) {
        Ok(expr) => {
            assert!(lenient.is_ok(), "what an author may write, the language allows");
            let _ = (expr::constant(&expr), expr::limits(&expr), expr::never_satisfiable(&expr));
            for answers in 0..4 {
                let said = Said { answers, now: moment() };
                let value = expr::eval(&expr, &said);
                assert!(value.to_text().len() <= MOST, "a value of {} bytes", value.to_text().len());
                assert_eq!(expr::eval(&expr, &said), value, "the same answers give the same value");
                let _ = expr::holds(&expr, &said);
            }
        }
        Err(errors) => {
            assert!(!errors.is_empty(), "refused without a reason");
            for error in errors {
                assert!(source.get(error.span.clone()).is_some(), "{error:?} lies outside the text");
                drop(say(usize::from(*first), &error.message));
            }
        }
    }
}

/// What may be named: a question of every type.
struct Here {
    scores: bool,
    current: bool,
    attributes: bool,
}

const NAMES: [(&str, Type); 5] =
    [("t", Type::Text), ("n", Type::Number), ("d", Type::Date), ("c", Type::Choice), ("m", Type::Choices)];

fn number(ix: QuestionIx) -> usize {
    SAMPLE.questions.enumerate().position(|(at, _)| at == ix).unwrap()
}

impl Scope for Here {
    fn question(&self, name: &str) -> Option<QuestionIx> {
        let at = NAMES.iter().position(|(known, _)| *known == name)?;
        SAMPLE.questions.enumerate().nth(at).map(|(ix, _)| ix)
    }

    fn question_names(&self) -> Vec<String> {
        NAMES.iter().map(|(name, _)| (*name).to_owned()).collect()
    }

    fn facts(&self, question: QuestionIx) -> Facts {
        let ty = NAMES[number(question)].1;
        let closed = matches!(ty, Type::Choice | Type::Choices);
        Facts { ty, values: closed.then(|| vec!["a".to_owned(), "b".to_owned()]) }
    }

    fn area(&self, name: &str) -> Option<AreaIx> {
        SAMPLE.areas.enumerate().find(|(_, area)| area.id.as_str() == name).map(|(ix, _)| ix)
    }

    fn has_scores(&self) -> bool {
        self.scores
    }

    fn has_current(&self) -> bool {
        self.current
    }

    fn has_attribute(&self, name: &str) -> bool {
        self.attributes && name == "k"
    }
}

/// What was answered: nothing, little, much, and what makes no sense.
struct Said {
    answers: usize,
    now: Zoned,
}

impl Context for Said {
    fn question(&self, question: QuestionIx) -> Value {
        match (self.answers, number(question)) {
            (0, _) => Value::missing(),
            (2, _) => Value::Text("oʻ".repeat(30_000).into()),
            (3, _) => Value::Number(f64::NAN),
            (_, 1) => Value::Number(-2.5),
            (_, 2) => Value::Text("2026-02-28".into()),
            (_, 3) => Value::Text("a".into()),
            (_, 4) => Value::Text("a b".into()),
            _ => Value::Text("Оқтош Сут\u{1b}[2J".into()),
        }
    }

    fn current(&self) -> Value {
        match self.answers {
            0 => Value::missing(),
            1 => Value::Number(1e308),
            _ => Value::Text("x ".repeat(50_000).into()),
        }
    }

    fn attribute(&self, _: &str) -> Value {
        Value::Text("k".into())
    }

    fn choice_name(&self, _: QuestionIx, choice: &str) -> String {
        format!("[{choice}]")
    }

    fn now(&self) -> &Zoned {
        &self.now
    }

    fn score(&self, _: AreaIx) -> Option<f64> {
        (self.answers > 0).then_some(62.5)
    }

    fn coverage(&self, _: AreaIx) -> Option<f64> {
        (self.answers > 0).then_some(0.75)
    }

    fn level(&self, _: AreaIx) -> Option<u8> {
        (self.answers > 0).then_some(2)
    }

    fn status(&self, _: QuestionIx) -> &'static str {
        "open"
    }
}
