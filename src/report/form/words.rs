//! Conditions in words: "only if the answer to question 1.8 is “Yes”".
//!
//! Statements come from the engine; each is one text of the catalogue. What cannot be put into words
//! stands as it is written in the file, between two signs that every format turns into code.

use crate::engine::answer::{Value, shown};
use crate::engine::expr::{Claim, Constant, Expr, Order, Phrase};
use crate::engine::id::QuestionIx;
use crate::engine::questionnaire::{Kind, Question, Questionnaire};
use crate::engine::text::{Message, steers};
use crate::i18n::Texts;
use crate::report::markup::{CODE, END};

/// A text without the signs of code and without control characters but line breaks.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter(|c| !matches!(*c, CODE | END) && (!steers(*c) || *c == '\n')).collect()
}

/// Puts conditions into words.
pub(super) struct Words<'a> {
    pub questionnaire: &'a Questionnaire,
    pub texts: &'a Texts,
}

impl Words<'_> {
    /// A sentence with the condition in it.
    pub fn sentence(&self, key: &'static str, when: &Expr) -> String {
        let phrase = Phrase::of(when, &|name| self.numbered(name).is_some());
        let message = Message::new(key).with("condition", self.condition(&phrase));
        capitalised(&self.texts.say(&message))
    }

    /// That choices hang on other answers.
    pub fn filter(&self, filter: &Expr) -> String {
        let numbers: Vec<String> =
            filter.questions().iter().filter_map(|read| self.questionnaire.number(*read)).collect();
        let message =
            Message::new("form-filter").with("questions", numbers.join(", ")).with("condition", code(filter.source()));
        self.texts.say(&message)
    }

    /// That a choice is offered only after one of these answers.
    pub fn offered_after(&self, question: QuestionIx, values: &[Value]) -> String {
        let asked = &self.questionnaire.questions[question];
        let labels: Vec<String> = values.iter().map(|value| self.quoted(&self.shown(asked, value))).collect();
        let message = Message::new("form-is")
            .with("question", self.questionnaire.number(question).unwrap_or_default())
            .with("values", self.listed(&labels, "form-or"));
        self.texts.say(&Message::new("form-offered").with("condition", self.texts.say(&message)))
    }

    /// A question that has a number on the form; calculations have none.
    fn numbered(&self, name: &str) -> Option<(QuestionIx, String)> {
        let ix = self.questionnaire.find(name)?;
        Some((ix, self.questionnaire.number(ix)?))
    }

    fn condition(&self, phrase: &Phrase<'_>) -> String {
        match phrase {
            Phrase::All(parts) => self.joined(parts, "form-and"),
            Phrase::Any(parts) => self.joined(parts, "form-or"),
            Phrase::Code(source) => self.texts.say(&Message::new("form-code").with("code", code(source))),
            Phrase::Says { question, claim, holds } => match self.numbered(question) {
                Some((ix, number)) => {
                    let message = self.claim(&self.questionnaire.questions[ix], claim, *holds);
                    self.texts.say(&message.with("question", number))
                }
                None => String::new(),
            },
        }
    }

    /// Statements joined; a group within another stands in parentheses.
    fn joined(&self, parts: &[Phrase<'_>], joint: &'static str) -> String {
        let said = |part: &Phrase<'_>| match part {
            Phrase::All(_) | Phrase::Any(_) => format!("({})", self.condition(part)),
            part => self.condition(part),
        };
        self.listed(&parts.iter().map(said).collect::<Vec<_>>(), joint)
    }

    /// `a, b or c`.
    fn listed(&self, parts: &[String], joint: &'static str) -> String {
        let Some((last, before)) = parts.split_last() else { return String::new() };
        if before.is_empty() {
            return last.clone();
        }
        let message = Message::new(joint).with("some", before.join(", ")).with("last", last.as_str());
        self.texts.say(&message)
    }

    /// What is said of a question; its number is still to be filled in.
    fn claim(&self, question: &Question, claim: &Claim<'_>, holds: bool) -> Message {
        let either = |yes, no| Message::new(if holds { yes } else { no });
        match claim {
            Claim::Answered => either("form-answered", "form-not-answered"),
            Claim::Is(values) => self.is(question, values, holds),
            Claim::Ticked(choices) => {
                let labels: Vec<String> = choices.iter().map(|choice| self.choice(question, choice)).collect();
                either("form-ticked", "form-not-ticked").with("values", self.listed(&labels, "form-or"))
            }
            Claim::Count(order, number) if is_any(*order, *number) => either("form-some-ticked", "form-none-ticked"),
            Claim::Count(Order::Equal, 0.0) => either("form-none-ticked", "form-some-ticked"),
            Claim::Count(order, number) => self.order(either("form-count", "form-count-not"), *order, *number),
            Claim::Order(order, number) => {
                let message = match question.kind {
                    Kind::Level { .. } => either("form-level", "form-level-not"),
                    _ => either("form-number", "form-number-not"),
                };
                self.order(message, *order, *number)
            }
        }
    }

    fn is(&self, question: &Question, values: &[Constant<'_>], holds: bool) -> Message {
        let labels = values.iter().map(|value| self.value(question, value));
        if holds {
            return Message::new("form-is").with("values", self.listed(&labels.collect::<Vec<_>>(), "form-or"));
        }
        let negated = |label: String| self.texts.say(&Message::new("form-not-value").with("value", label));
        let labels: Vec<String> = labels.map(negated).collect();
        Message::new("form-is-not").with("values", self.listed(&labels, "form-neither"))
    }

    fn order(&self, message: Message, order: Order, number: f64) -> Message {
        let order = match order {
            Order::Equal => "equal",
            Order::Less => "less",
            Order::AtMost => "at-most",
            Order::More => "more",
            Order::AtLeast => "at-least",
        };
        message.with("order", order).with("number", self.texts.exact(number))
    }

    /// A constant as the form shows it: the label of a choice, the anchor of a level, a number.
    fn value(&self, question: &Question, constant: &Constant<'_>) -> String {
        let typed = match constant {
            Constant::Text(text) => (*text).to_owned(),
            Constant::Number(number) => number.to_string(),
        };
        match question.parse(&typed) {
            Ok(Some(value @ (Value::Integer(_) | Value::Decimal(_)))) => self.shown(question, &value),
            Ok(Some(value)) => self.quoted(&self.shown(question, &value)),
            _ => self.quoted(&typed),
        }
    }

    fn choice(&self, question: &Question, choice: &str) -> String {
        self.value(question, &Constant::Text(choice))
    }

    fn shown(&self, question: &Question, value: &Value) -> String {
        plain(&shown(question, value, self.texts.lang(), |number| self.texts.exact(number)))
    }

    fn quoted(&self, text: &str) -> String {
        self.texts.say(&Message::new("form-quoted").with("text", text))
    }
}

/// Whether a number of ticked choices that stands so is any number but none.
const fn is_any(order: Order, number: f64) -> bool {
    matches!((order, number), (Order::More, 0.0) | (Order::AtLeast, 1.0))
}

fn code(source: &str) -> String {
    format!("{CODE}{}{END}", plain(source).replace('\n', " "))
}

/// The sentence with a capital letter at its beginning, unless that is code.
fn capitalised(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
