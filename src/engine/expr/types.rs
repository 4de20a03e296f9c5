//! What can never match: the mistakes that the language allows and an author cannot mean.
//!
//! `${F8} = 'nope'` where F8 has no such choice, `'abc' + 1`, `today() > 2020`. Pure rules over what
//! is known of two operands; where they stand and how they are reported is the checker's matter.

use super::eval::compare;
use super::functions::{Returns, STATUSES};
use super::syntax::Operator;
use super::value::{WHITE, number_of};
use super::{Facts, Message, Type, Value, date};
use crate::engine::text::nearest;

/// The most values that a hint lists.
const MOST_LISTED: usize = 12;

/// What is known of an operand.
#[derive(Clone, Debug)]
pub(super) struct Known {
    ty: Ty,
    values: Option<Vec<String>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ty {
    Any,
    Number,
    Truth,
    Date,
    Choice,
    Choices,
    Status,
}

impl Known {
    /// Of what nothing is known.
    pub const ANYTHING: Self = Self { ty: Ty::Any, values: None };
    /// Of the result of arithmetic.
    pub const NUMBER: Self = Self { ty: Ty::Number, values: None };
    /// Of the result of a comparison.
    pub const TRUTH: Self = Self { ty: Ty::Truth, values: None };

    /// Whether it is a question with choices or levels.
    pub const fn is_closed(&self) -> bool {
        self.values.is_some()
    }
}

impl From<Facts> for Known {
    fn from(facts: Facts) -> Self {
        let ty = match facts.ty {
            Type::Text => Ty::Any,
            Type::Number => Ty::Number,
            Type::Date => Ty::Date,
            Type::Choice => Ty::Choice,
            Type::Choices => Ty::Choices,
        };
        Self { ty, values: facts.values }
    }
}

impl From<Returns> for Known {
    fn from(returns: Returns) -> Self {
        let ty = match returns {
            Returns::Any | Returns::Text => Ty::Any,
            Returns::Number => Ty::Number,
            Returns::Truth => Ty::Truth,
            Returns::Date => Ty::Date,
            Returns::Status => Ty::Status,
        };
        let values = (returns == Returns::Status).then(|| STATUSES.map(str::to_owned).to_vec());
        Self { ty, values }
    }
}

/// One operand: what is known of it, its value if that is constant, and how it is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Operand<'a> {
    pub known: &'a Known,
    pub constant: Option<&'a Value>,
    pub written: &'a str,
}

/// What is wrong, and how to mend it.
pub(super) type Finding = (Message, Option<Message>);

/// Why a comparison with a constant can never hold.
pub(super) fn comparison(operator: Operator, subject: Operand<'_>, constant: &Value) -> Option<Finding> {
    if constant.is_missing() && operator.is_equality() {
        return None;
    }
    match (subject.known.ty, constant) {
        (Ty::Date, Value::Number(_)) => {
            let message = Message::new("expr-date-with-number").with("number", &*constant.to_text());
            Some((message, Some(Message::new("expr-hint-date"))))
        }
        _ if operator.is_ordering() => out_of_reach(operator, subject, constant),
        _ if subject.known.is_closed() => unknown_value(subject, constant),
        (Ty::Number, Value::Text(text)) if number_of(text).is_nan() => {
            Some((Message::new("expr-number-with-text").with("text", &**text), None))
        }
        (Ty::Date, Value::Text(text)) if date::parse(text.trim_matches(WHITE)).is_none() => {
            let message = Message::new("expr-date-with-text").with("text", &**text);
            Some((message, Some(Message::new("expr-hint-date"))))
        }
        (Ty::Truth, Value::Text(text)) => {
            let message = Message::new("expr-truth-with-text").with("text", &**text);
            Some((message, Some(Message::new("expr-hint-truth"))))
        }
        _ => None,
    }
}

/// Why an ordering holds for none of the values a question can take.
fn out_of_reach(operator: Operator, subject: Operand<'_>, constant: &Value) -> Option<Finding> {
    let values = subject.known.values.as_ref()?;
    let holds = |value: &String| compare(operator, &Value::from(value.as_str()), constant);
    if constant.to_number().is_nan() || values.iter().all(|value| number_of(value).is_nan()) {
        return None;
    }
    let message = Message::new("expr-out-of-reach").with("question", subject.written);
    (!values.iter().any(holds)).then(|| (message, listed(values)))
}

/// Why a constant that is compared with a question or a status is none of its values.
fn unknown_value(subject: Operand<'_>, constant: &Value) -> Option<Finding> {
    let values = subject.known.values.as_ref()?;
    let text = constant.to_text();
    let is_known = |name: &str| values.iter().any(|value| value == name);
    let fits = match (subject.known.ty, constant) {
        (_, Value::Boolean(_)) => true,
        (_, Value::Number(_)) => values.iter().any(|value| compare(Operator::Equal, &value.as_str().into(), constant)),
        (Ty::Choices, _) => text.split(WHITE).filter(|name| !name.is_empty()).all(is_known),
        _ => is_known(&text),
    };
    (!fits).then(|| not_among(subject, values, &text))
}

/// Why a constant is no choice of a question.
pub(super) fn unknown_choice(subject: Operand<'_>, constant: &Value) -> Option<Finding> {
    let values = subject.known.values.as_ref()?;
    let text = constant.to_text();
    let name = text.trim_matches(WHITE);
    let fits = name.is_empty() || values.iter().any(|value| value == name);
    (!fits).then(|| not_among(subject, values, name))
}

fn not_among(subject: Operand<'_>, values: &[String], text: &str) -> Finding {
    let hint = nearest(text, values.iter().map(String::as_str))
        .map(|name| Message::new("expr-hint-nearest").with("name", name))
        .or_else(|| listed(values));
    if subject.known.ty == Ty::Status {
        return (Message::new("expr-unknown-status").with("status", text), hint);
    }
    (Message::new("expr-unknown-choice").with("question", subject.written).with("choice", text), hint)
}

fn listed(values: &[String]) -> Option<Message> {
    let all = || Message::new("expr-hint-values").with("values", values.join(", "));
    (!values.is_empty() && values.len() <= MOST_LISTED).then(all)
}

/// Why an operand is never a number where `user`, an operator or a function, needs one.
pub(super) fn number(user: &str, operand: Operand<'_>) -> Option<Finding> {
    if let Some(Value::Text(text)) = operand.constant {
        let message = Message::new("expr-text-not-number").with("user", user).with("text", &**text);
        let hint = text.is_empty().then(|| Message::new("expr-hint-missing"));
        return number_of(text).is_nan().then_some((message, hint));
    }
    let values = operand.known.values.as_ref()?;
    if operand.known.ty == Ty::Choices {
        let message = Message::new("expr-choices-not-number").with("user", user).with("question", operand.written);
        return Some((message, Some(Message::new("expr-hint-count-selected"))));
    }
    let message = Message::new("expr-choice-not-number").with("user", user).with("question", operand.written);
    values.iter().all(|value| number_of(value).is_nan()).then_some((message, None))
}

/// Why a constant is not a date.
pub(super) fn date(constant: &Value) -> Option<Finding> {
    let Value::Text(text) = constant else { return None };
    let wrong = !text.is_empty() && date::parse_unpadded(text.trim_matches(WHITE)).is_none();
    let message = Message::new("expr-bad-date").with("text", &**text);
    wrong.then(|| (message, Some(Message::new("expr-hint-date"))))
}

/// Why a constant is not a pattern of dates.
pub(super) fn format(constant: &Value) -> Option<Finding> {
    let code = date::unknown_code(&constant.to_text())?;
    Some((Message::new("expr-bad-date-code").with("code", code), Some(Message::new("expr-hint-date-codes"))))
}
