//! Catalogues of languages that are derived from another one: every text is spelt anew, while keys,
//! variables and literals stay. Arguments are therefore shown as they are given.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::{parser, serializer};

use crate::engine::text::Lang;

/// The catalogue in a language that is derived from the one it is written in.
pub(super) fn catalogue(lang: Lang, written: &str) -> String {
    let mut resource = parser::parse(written.to_owned()).unwrap_or_else(|(parsed, _)| parsed);
    for entry in &mut resource.body {
        let (value, attributes) = match entry {
            Entry::Message(message) => (message.value.as_mut(), &mut message.attributes),
            Entry::Term(term) => (Some(&mut term.value), &mut term.attributes),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => continue,
        };
        for text in value.into_iter().chain(attributes.iter_mut().map(|attribute| &mut attribute.value)) {
            pattern(lang, text);
        }
    }
    serializer::serialize(&resource)
}

fn pattern(lang: Lang, text: &mut Pattern<String>) {
    for element in &mut text.elements {
        match element {
            PatternElement::TextElement { value } => *value = lang.derived(value),
            PatternElement::Placeable { expression } => placeable(lang, expression),
        }
    }
}

fn placeable(lang: Lang, expression: &mut Expression<String>) {
    match expression {
        Expression::Select { variants, .. } => {
            for variant in variants {
                pattern(lang, &mut variant.value);
            }
        }
        Expression::Inline(InlineExpression::Placeable { expression }) => placeable(lang, expression),
        Expression::Inline(_) => {}
    }
}
