//! The dialog for what surrounds an answer: comment, evidence, confidence; and for the reason why a
//! question does not apply.

use jiff::Timestamp;
use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

use super::trouble::{self, Retry};
use super::{Effect, Hint, Screen, choose};
use crate::engine::answer::{Answer, Confidence, Response};
use crate::engine::id::QuestionIx;
use crate::engine::interview::Advance;
use crate::engine::questionnaire::Lines;
use crate::engine::text::Message;
use crate::tui::actions::{Scope, Typing};
use crate::tui::context::Ctx;
use crate::tui::input::Key;
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::field::Field;
use crate::tui::widgets::frame as surround;

/// How long typed text may be on screen only.
const KEEP_SECONDS: f64 = 1.5;

/// Comment, evidence and confidence of one answer.
#[derive(Debug)]
pub struct Note {
    at: QuestionIx,
    comment: Field,
    evidence: Field,
    confidence: Option<Confidence>,
    focus: Part,
    kept: Timestamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Comment,
    Evidence,
    Confidence,
}

impl Part {
    const fn after(self) -> Self {
        match self {
            Self::Comment => Self::Evidence,
            Self::Evidence => Self::Confidence,
            Self::Confidence => Self::Comment,
        }
    }

    const fn before(self) -> Self {
        self.after().after()
    }
}

/// The note of the question at the interview's place.
pub fn open(ctx: &mut Ctx) -> Vec<Effect> {
    let Some((at, session)) = choose::place(ctx).zip(ctx.session.as_ref()) else { return Vec::new() };
    let answer = session.interview.answer(at);
    vec![Effect::Push(Box::new(Note {
        at,
        comment: Field::new(&answer.comment, Lines::Many),
        evidence: Field::new(&answer.evidence, Lines::One),
        confidence: answer.confidence,
        focus: Part::Comment,
        kept: ctx.time(),
    }))]
}

impl Note {
    fn keep(&mut self, ctx: &mut Ctx) -> Result<(), Vec<Effect>> {
        let Some(session) = &ctx.session else { return Ok(()) };
        self.kept = ctx.time();
        let answer = Answer {
            comment: self.comment.text().trim_end().to_owned(),
            evidence: self.evidence.text().trim().to_owned(),
            confidence: self.confidence,
            ..session.interview.answer(self.at).clone()
        };
        if answer == *session.interview.answer(self.at) {
            return Ok(());
        }
        let Ok(change) = session.interview.propose(self.at, answer) else {
            ctx.warn(Message::new("tui-closed"));
            return Ok(());
        };
        ctx.commit(change, Advance::Stay).map_err(|error| trouble::open(ctx, error, Retry::No))
    }

    fn done(&mut self, ctx: &mut Ctx) -> Vec<Effect> {
        match self.keep(ctx) {
            Ok(()) => vec![Effect::Pop],
            Err(effects) => effects,
        }
    }

    fn turn_confidence(&mut self, key: Key) {
        const ORDER: [Option<Confidence>; 4] =
            [None, Some(Confidence::High), Some(Confidence::Medium), Some(Confidence::Low)];
        let here = ORDER.iter().position(|level| *level == self.confidence).unwrap_or(0);
        let next = match key.code {
            KeyCode::Left | KeyCode::Up => here.saturating_sub(1),
            KeyCode::Right | KeyCode::Down | KeyCode::Char(' ') => (here + 1) % ORDER.len(),
            _ => here,
        };
        self.confidence = ORDER.get(next).copied().flatten();
    }
}

impl Screen for Note {
    fn scope(&self) -> Scope {
        Scope::Dialog
    }

    fn typing(&self, _: &Ctx) -> Typing {
        Typing::Text
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        match (key.code, self.focus) {
            (KeyCode::Esc | KeyCode::F(4), _) | (KeyCode::Enter, Part::Confidence) => return self.done(ctx),
            (KeyCode::Tab | KeyCode::PageDown, _) => self.focus = self.focus.after(),
            (KeyCode::BackTab | KeyCode::PageUp, _) => self.focus = self.focus.before(),
            (KeyCode::Enter, Part::Evidence) => self.focus = Part::Confidence,
            (_, Part::Comment) => {
                self.comment.key(key);
            }
            (_, Part::Evidence) => {
                self.evidence.key(key);
            }
            (_, Part::Confidence) => self.turn_confidence(key),
        }
        Vec::new()
    }

    fn paste(&mut self, ctx: &mut Ctx, text: &str) -> Vec<Effect> {
        match self.focus {
            Part::Comment => ctx.paste(&mut self.comment, text),
            Part::Evidence => ctx.paste(&mut self.evidence, text),
            Part::Confidence => {}
        }
        Vec::new()
    }

    fn idle(&mut self, ctx: &mut Ctx) -> Vec<Effect> {
        if ctx.time().duration_since(self.kept).as_secs_f64() < KEEP_SECONDS {
            return Vec::new();
        }
        self.keep(ctx).err().unwrap_or_default()
    }

    fn settle(&mut self, ctx: &mut Ctx) {
        let _ = self.keep(ctx);
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let hints = [Hint { keys: "Tab", label: "hint-next-field" }, Hint { keys: "Esc", label: "hint-keep-close" }];
        let inside = surround::dialog(ctx, &ctx.texts.get("dialog-note"), &hints, 13, frame, area);
        let layout = Layout::vertical([
            Constraint::Length(1),
            Constraint::Min(2),
            Constraint::Length(1),
            Constraint::Length(1),
            Constraint::Length(2),
        ]);
        let [comment_label, comment, evidence_label, evidence, confidence] = inside.layout(&layout);
        self.label(ctx, Part::Comment, "note-comment", frame, comment_label);
        self.label(ctx, Part::Evidence, "note-evidence", frame, evidence_label);
        self.draw_confidence(ctx, frame, confidence);
        let underlined = ctx.theme.style(Role::Text).add_modifier(Modifier::UNDERLINED);
        // The field drawn last has the terminal's cursor.
        let fields = [(Part::Comment, &self.comment, comment), (Part::Evidence, &self.evidence, evidence)];
        let (focused, others): (Vec<_>, Vec<_>) = fields.into_iter().partition(|(part, ..)| *part == self.focus);
        for (_, field, area) in others.into_iter().chain(focused) {
            field.draw(underlined, frame, area);
        }
    }
}

impl Note {
    fn label(&self, ctx: &Ctx, part: Part, key: &'static str, frame: &mut Frame, area: Rect) {
        let here = part == self.focus;
        let cursor = if here { ctx.glyph(Glyph::Cursor) } else { " " };
        let role = if here { Role::Title } else { Role::Quiet };
        frame.render_widget(Span::styled(format!("{cursor} {}", ctx.texts.get(key)), ctx.theme.style(role)), area);
    }

    fn draw_confidence(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let [label, line] = area.layout(&Layout::vertical([Constraint::Length(1), Constraint::Length(1)]));
        self.label(ctx, Part::Confidence, "note-confidence", frame, label);
        let levels = [
            (None, "confidence-none"),
            (Some(Confidence::High), "confidence-high"),
            (Some(Confidence::Medium), "confidence-medium"),
            (Some(Confidence::Low), "confidence-low"),
        ];
        let mut row = Line::from("  ");
        for (level, key) in levels {
            let on = level == self.confidence;
            let mark = ctx.glyph(if on { Glyph::Picked } else { Glyph::Open });
            let role = if on && self.focus == Part::Confidence { Role::Selected } else { Role::Text };
            row.push_span(Span::styled(format!("{mark} {}", ctx.texts.get(key)), ctx.theme.style(role)));
            row.push_span("  ");
        }
        frame.render_widget(row, line);
    }
}

/// Asks why the question at the interview's place does not apply.
pub fn reason(ctx: &mut Ctx) -> Vec<Effect> {
    let kept = choose::place(ctx).zip(ctx.session.as_ref()).and_then(|(at, session)| {
        match &session.interview.answer(at).response {
            Some(Response::NotApplicable { reason }) => Some(reason.clone()),
            _ => None,
        }
    });
    let field = Field::new(&kept.unwrap_or_default(), Lines::One);
    vec![Effect::Replace(Box::new(Reason { field, missing: false }))]
}

/// The reason why a question does not apply.
#[derive(Debug)]
struct Reason {
    field: Field,
    missing: bool,
}

impl Screen for Reason {
    fn scope(&self) -> Scope {
        Scope::Dialog
    }

    fn typing(&self, _: &Ctx) -> Typing {
        Typing::Text
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        match key.code {
            KeyCode::Esc => vec![Effect::Pop],
            KeyCode::Enter => {
                let reason = self.field.text().trim().to_owned();
                self.missing = reason.is_empty();
                if self.missing {
                    return Vec::new();
                }
                choose::respond(ctx, Some(Response::NotApplicable { reason }))
            }
            _ => {
                self.field.key(key);
                Vec::new()
            }
        }
    }

    fn paste(&mut self, ctx: &mut Ctx, text: &str) -> Vec<Effect> {
        ctx.paste(&mut self.field, text);
        Vec::new()
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let hints = [Hint { keys: "Enter", label: "hint-keep" }, Hint { keys: "Esc", label: "hint-back" }];
        let inside = surround::dialog(ctx, &ctx.texts.get("dialog-reason"), &hints, 3, frame, area);
        let [_, field, message] =
            inside.layout(&Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Length(1)]));
        self.field.draw(ctx.theme.style(Role::Text).add_modifier(Modifier::UNDERLINED), frame, field);
        if self.missing {
            let text = format!("{} {}", ctx.glyph(Glyph::Problem), ctx.texts.get("tui-reason-missing"));
            frame.render_widget(Span::styled(text, ctx.theme.style(Role::Problem)), message);
        }
    }
}
