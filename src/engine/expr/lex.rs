//! Text → tokens with spans, one at a time.
//!
//! Whether `*`, `-`, `or` or `div` is an operator depends on the token before it, as in XPath 1.0:
//! after an operand it is, elsewhere it is not. Names may hold `-` and `.`.

use std::ops::Range;

use super::syntax::{OPERATORS, Operator};
use super::{ExprError, Message};

/// What other languages write, and what is written here instead.
const FOREIGN: [(&str, &str); 27] = [
    ("==", "="),
    ("=>", ">="),
    ("=<", "<="),
    ("<>", "!="),
    ("&&", "and"),
    ("&", "and"),
    ("||", "or"),
    ("|", "or"),
    ("!", "not(…)"),
    ("%", "mod"),
    ("/", "div"),
    ("÷", "div"),
    ("×", "*"),
    ("·", "*"),
    ("≠", "!="),
    ("≤", "<="),
    ("≥", ">="),
    ("−", "-"),
    ("–", "-"),
    (";", ","),
    ("“", "'…'"),
    ("”", "'…'"),
    ("„", "'…'"),
    ("«", "'…'"),
    ("»", "'…'"),
    ("‘", "'…'"),
    ("’", "'…'"),
];

/// A token and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token<'s> {
    /// What it is.
    pub kind: TokenKind<'s>,
    /// Byte range in the expression's text.
    pub span: Range<usize>,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum TokenKind<'s> {
    Number(f64),
    Text(&'s str),
    Reference(&'s str),
    Name(&'s str),
    Dot,
    Open,
    Close,
    Comma,
    Operator(Operator),
    End,
}

/// Reads one token after another.
#[derive(Clone, Debug)]
pub(super) struct Lexer<'s> {
    source: &'s str,
    at: usize,
    after_operand: bool,
}

impl<'s> Lexer<'s> {
    /// Starts at the beginning of a text.
    pub const fn new(source: &'s str) -> Self {
        Self { source, at: 0, after_operand: false }
    }

    /// Reads the next token; [`TokenKind::End`] for ever after the last.
    pub fn next(&mut self) -> Result<Token<'s>, ExprError> {
        let white = self.rest().len() - self.rest().trim_start().len();
        self.at += white;
        let start = self.at;
        let (kind, length) = self.token()?;
        self.at += length;
        self.after_operand = !matches!(kind, TokenKind::Operator(_) | TokenKind::Open | TokenKind::Comma);
        Ok(Token { kind, span: start..self.at })
    }

    fn rest(&self) -> &'s str {
        self.source.get(self.at..).unwrap_or_default()
    }

    /// The next token and its length in bytes.
    fn token(&self) -> Result<(TokenKind<'s>, usize), ExprError> {
        let rest = self.rest();
        let mut characters = rest.chars();
        let Some(first) = characters.next() else { return Ok((TokenKind::End, 0)) };
        let second = characters.next();
        match first {
            '(' => Ok((TokenKind::Open, 1)),
            ')' => Ok((TokenKind::Close, 1)),
            ',' => Ok((TokenKind::Comma, 1)),
            '\'' | '"' => self.text(first),
            '$' if second == Some('{') => self.reference(),
            '.' if second == Some('.') => Err(self.path(2)),
            '.' if !second.is_some_and(|next| next.is_ascii_digit()) => Ok((TokenKind::Dot, 1)),
            '.' | '0'..='9' => Ok(number(rest)),
            '/' if !self.after_operand => Err(self.path(1)),
            _ => self.symbol().or_else(|| self.name(first)).ok_or_else(|| self.unexpected(first)),
        }
    }

    fn text(&self, quote: char) -> Result<(TokenKind<'s>, usize), ExprError> {
        let inside = self.rest().strip_prefix(quote).unwrap_or_default();
        match inside.split_once(quote) {
            Some((text, _)) => Ok((TokenKind::Text(text), text.len() + 2)),
            None => Err(self.error(1, Message::new("expr-unclosed-text"), None)),
        }
    }

    fn reference(&self) -> Result<(TokenKind<'s>, usize), ExprError> {
        let inside = self.rest().strip_prefix("${").unwrap_or_default();
        let closed = inside.split_once('}').filter(|(name, _)| name.trim().chars().all(continues_name));
        match closed {
            Some((name, _)) if !name.trim().is_empty() => Ok((TokenKind::Reference(name.trim()), name.len() + 3)),
            Some((name, _)) => Err(self.error(name.len() + 3, Message::new("expr-empty-reference"), None)),
            None => Err(self.error(2, Message::new("expr-unclosed-reference"), None)),
        }
    }

    /// An operator, unless the place asks for an operand.
    fn symbol(&self) -> Option<(TokenKind<'s>, usize)> {
        let rest = self.rest();
        if FOREIGN.iter().any(|(foreign, _)| foreign.len() > 1 && rest.starts_with(foreign)) {
            return None;
        }
        let (spelling, operator, _) = OPERATORS.iter().find(|(spelling, ..)| rest.starts_with(spelling))?;
        let word = spelling.starts_with(char::is_alphabetic);
        // `1 or1` and `'1'or'1'` hold the operator `or`; `1 order 2` holds a name in a wrong place.
        let next = rest.get(spelling.len()..).and_then(|rest| rest.chars().next());
        let fits = !word || self.after_operand && !next.is_some_and(starts_name);
        fits.then_some((TokenKind::Operator(*operator), spelling.len()))
    }

    fn name(&self, first: char) -> Option<(TokenKind<'s>, usize)> {
        let rest = self.rest();
        let length = rest.find(|c| !continues_name(c)).unwrap_or(rest.len());
        let name = rest.get(..length)?;
        starts_name(first).then_some((TokenKind::Name(name), length))
    }

    fn unexpected(&self, first: char) -> ExprError {
        let foreign = FOREIGN.iter().find(|(foreign, _)| self.rest().starts_with(foreign));
        let written = foreign.map_or_else(|| first.to_string(), |(foreign, _)| (*foreign).to_owned());
        let hint = foreign.map(|(_, instead)| Message::new("expr-hint-write").with("instead", *instead));
        let length = written.len();
        self.error(length, Message::new("expr-unexpected-character").with("text", written), hint)
    }

    fn path(&self, length: usize) -> ExprError {
        let hint = Message::new("expr-hint-write").with("instead", "${…}");
        self.error(length, Message::new("expr-path"), Some(hint))
    }

    fn error(&self, length: usize, message: Message, hint: Option<Message>) -> ExprError {
        ExprError { message, span: self.at..self.at + length, hint }
    }
}

fn number<'s>(rest: &str) -> (TokenKind<'s>, usize) {
    let digits = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let whole = digits(rest);
    let fraction = rest.get(whole..).and_then(|rest| rest.strip_prefix('.')).map(|rest| digits(rest) + 1);
    let length = whole + fraction.unwrap_or(0);
    let number = rest.get(..length).and_then(|text| text.parse().ok()).unwrap_or(f64::NAN);
    (TokenKind::Number(number), length)
}

fn starts_name(character: char) -> bool {
    character.is_alphabetic() || character == '_'
}

fn continues_name(character: char) -> bool {
    starts_name(character) || character.is_numeric() || matches!(character, '-' | '.' | ':')
}
