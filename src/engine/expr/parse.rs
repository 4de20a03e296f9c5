//! Tokens → syntax tree, by precedence climbing.
//!
//! Operators of one precedence make one node however many they are, and nesting is limited, so a
//! tree is never deep enough to exhaust the stack of whoever walks or drops it.

use super::lex::{Lexer, Token, TokenKind};
use super::syntax::{Kind, OPERATORS, Operator, Syntax};
use super::{ExprError, MAX_LENGTH, Message};

/// How deep parentheses, calls and operands may nest.
const MAX_DEPTH: usize = 250;

/// How tightly the loosest operator binds.
const LOOSEST: u8 = 1;

type Parsed<T> = Result<T, ExprError>;

/// Parses a whole expression.
pub(super) fn parse(source: &str) -> Parsed<Syntax<'_>> {
    if source.len() > MAX_LENGTH {
        let message = Message::new("expr-too-long").with("max", MAX_LENGTH).with("length", source.len());
        return Err(error(0..source.len(), message, None));
    }
    if source.trim().is_empty() {
        return Err(error(0..source.len(), Message::new("expr-empty"), None));
    }
    let mut lexer = Lexer::new(source);
    let token = lexer.next()?;
    let mut parser = Parser { source, lexer, token, depth: 0 };
    let tree = parser.expression(LOOSEST)?;
    match parser.token.kind {
        TokenKind::End => Ok(tree),
        TokenKind::Close => Err(parser.error_here(Message::new("expr-unopened-parenthesis"))),
        _ => Err(parser.operator_expected()),
    }
}

struct Parser<'s> {
    source: &'s str,
    lexer: Lexer<'s>,
    token: Token<'s>,
    depth: usize,
}

impl<'s> Parser<'s> {
    /// Takes the present token and reads the next.
    fn advance(&mut self) -> Parsed<Token<'s>> {
        let next = self.lexer.next()?;
        Ok(std::mem::replace(&mut self.token, next))
    }

    /// An expression whose operators all bind at least as tightly as `loosest`.
    fn expression(&mut self, loosest: u8) -> Parsed<Syntax<'s>> {
        if self.depth == MAX_DEPTH {
            return Err(self.error_here(Message::new("expr-too-deep").with("max", MAX_DEPTH)));
        }
        self.depth += 1;
        let mut left = self.operand()?;
        while let Some(operator) = self.operator().filter(|operator| operator.precedence() >= loosest) {
            left = self.chain(left, operator.precedence())?;
        }
        self.depth -= 1;
        Ok(left)
    }

    fn operator(&self) -> Option<Operator> {
        match self.token.kind {
            TokenKind::Operator(operator) => Some(operator),
            _ => None,
        }
    }

    /// The operands that follow with operators of one precedence.
    fn chain(&mut self, first: Syntax<'s>, precedence: u8) -> Parsed<Syntax<'s>> {
        let mut rest = Vec::new();
        while let Some(operator) = self.operator().filter(|operator| operator.precedence() == precedence) {
            self.advance()?;
            rest.push((operator, self.expression(precedence + 1)?));
        }
        let end = rest.last().map_or(first.span.end, |(_, last)| last.span.end);
        Ok(Syntax { span: first.span.start..end, kind: Kind::Chain(Box::new(first), rest) })
    }

    fn operand(&mut self) -> Parsed<Syntax<'s>> {
        if self.operator() == Some(Operator::Subtract) {
            return self.negation();
        }
        if matches!(self.token.kind, TokenKind::Operator(_) | TokenKind::Close | TokenKind::Comma | TokenKind::End) {
            return Err(self.operand_expected());
        }
        let token = self.advance()?;
        let kind = match token.kind {
            TokenKind::Open => return self.parenthesis(&token),
            TokenKind::Name(name) if self.token.kind == TokenKind::Open => return self.call(name, &token),
            TokenKind::Number(number) => Kind::Number(number),
            TokenKind::Text(text) => Kind::Text(text),
            TokenKind::Reference(name) => Kind::Reference(name),
            TokenKind::Name(name) => Kind::Name(name),
            _ => Kind::Current,
        };
        Ok(Syntax { span: token.span, kind })
    }

    /// `-x`; of many signs only one or two matter, since the second makes a number of the first.
    fn negation(&mut self) -> Parsed<Syntax<'s>> {
        let start = self.token.span.start;
        let mut signs = 0_usize;
        while self.operator() == Some(Operator::Subtract) {
            self.advance()?;
            signs += 1;
        }
        let mut operand = self.operand()?;
        for _ in 0..2 - signs % 2 {
            operand = Syntax { span: start..operand.span.end, kind: Kind::Negate(Box::new(operand)) };
        }
        Ok(operand)
    }

    fn parenthesis(&mut self, open: &Token<'s>) -> Parsed<Syntax<'s>> {
        let inside = self.expression(LOOSEST)?;
        let close = self.close(open)?;
        Ok(Syntax { span: open.span.start..close.span.end, ..inside })
    }

    fn call(&mut self, name: &'s str, at: &Token<'s>) -> Parsed<Syntax<'s>> {
        let open = self.advance()?;
        let mut arguments = Vec::new();
        if self.token.kind != TokenKind::Close {
            arguments.push(self.expression(LOOSEST)?);
            while self.token.kind == TokenKind::Comma {
                self.advance()?;
                arguments.push(self.expression(LOOSEST)?);
            }
        }
        let close = self.close(&open)?;
        Ok(Syntax { span: at.span.start..close.span.end, kind: Kind::Call(name, arguments) })
    }

    /// The parenthesis that closes `open`.
    fn close(&mut self, open: &Token<'s>) -> Parsed<Token<'s>> {
        match self.token.kind {
            TokenKind::Close => self.advance(),
            TokenKind::End => Err(error(open.span.clone(), Message::new("expr-unclosed-parenthesis"), None)),
            _ => Err(self.operator_expected()),
        }
    }

    fn operand_expected(&self) -> ExprError {
        if self.token.kind == TokenKind::End {
            return self.error_here(Message::new("expr-unexpected-end"));
        }
        self.error_here(Message::new("expr-expected-value").with("found", self.found()))
    }

    fn operator_expected(&self) -> ExprError {
        let mut error = self.error_here(Message::new("expr-expected-operator").with("found", self.found()));
        // `1 AND 2`: operators are written in small letters.
        let small = self.found().to_lowercase();
        let spelling = OPERATORS.iter().map(|(spelling, ..)| *spelling).find(|spelling| *spelling == small);
        error.hint = spelling.map(|spelling| Message::new("expr-hint-write").with("instead", spelling));
        error
    }

    fn found(&self) -> &'s str {
        self.source.get(self.token.span.clone()).unwrap_or_default()
    }

    fn error_here(&self, message: Message) -> ExprError {
        error(self.token.span.clone(), message, None)
    }
}

fn error(span: std::ops::Range<usize>, message: Message, hint: Option<Message>) -> ExprError {
    ExprError { message, span, hint }
}
