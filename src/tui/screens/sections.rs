//! The sections and their questions: where what stands, and the way to any of it.

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use super::question::{self, view_marks};
use super::{Effect, Hint, Screen, history, profile, review};
use crate::engine::id::{ArenaIndex, QuestionIx, SectionIx};
use crate::engine::interview::{Position, Route, Status};
use crate::engine::text::Message;
use crate::session::said;
use crate::tui::actions::{Action, Scope};
use crate::tui::context::{Ctx, Session};
use crate::tui::input::Key;
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;
use crate::tui::widgets::frame as surround;
use crate::tui::widgets::wrap::{fit, pad};

/// Sections on the left, the questions of one of them on the right.
#[derive(Debug)]
pub struct Sections {
    section: SectionIx,
    /// The place among the section's questions; `None` while the sections have the focus.
    question: Option<usize>,
}

/// The effects that show the sections, at the interview's place.
pub fn open(ctx: &mut Ctx) -> Vec<Effect> {
    let Some(session) = &ctx.session else { return Vec::new() };
    let at = match session.interview.position() {
        Position::At(ix) => Some(ix),
        Position::End => session.interview.previous(),
    };
    let section = at.map_or(SectionIx::from_usize(0), |ix| session.interview.questionnaire().questions[ix].section);
    vec![Effect::Push(Box::new(Sections { section, question: None }))]
}

impl Sections {
    fn questions(&self, session: &Session) -> Vec<QuestionIx> {
        shown_questions(session, self.section)
    }

    fn move_section(&mut self, session: &Session, down: bool) {
        let last = session.interview.questionnaire().sections.len().saturating_sub(1);
        let here = self.section.to_usize();
        let next = if down { (here + 1).min(last) } else { here.saturating_sub(1) };
        self.section = SectionIx::from_usize(next);
    }

    fn go(&self, ctx: &mut Ctx) -> Vec<Effect> {
        let Some(session) = &ctx.session else { return Vec::new() };
        let questions = self.questions(session);
        let target = match self.question {
            Some(at) => questions.get(at).copied(),
            None => questions.iter().copied().find(|ix| session.interview.is_asked(*ix)),
        };
        match target {
            Some(ix) => question::jump(ctx, ix),
            None => {
                ctx.warn(Message::new("tui-section-not-asked"));
                Vec::new()
            }
        }
    }
}

/// Goes to the next question that is open, or that is flagged, and says if there is none.
pub fn jump_next(ctx: &mut Ctx, action: Action) -> Vec<Effect> {
    let Some(session) = &ctx.session else { return Vec::new() };
    let open = action == Action::NextOpen;
    let found = if open { session.interview.next_open() } else { session.interview.next_flagged() };
    match found {
        Some(ix) => question::jump(ctx, ix),
        None => {
            ctx.say(Message::new(if open { "tui-nothing-open" } else { "tui-nothing-flagged" }));
            Vec::new()
        }
    }
}

impl Screen for Sections {
    fn scope(&self) -> Scope {
        Scope::Sections
    }

    fn act(&mut self, ctx: &mut Ctx, action: Action) -> Vec<Effect> {
        match action {
            Action::NextOpen | Action::NextFlagged => jump_next(ctx, action),
            Action::Review => review::open(ctx),
            Action::Profile => profile::open(ctx),
            Action::History => history::open_session(ctx),
            Action::Assessments => vec![Effect::Home],
            Action::Undo | Action::Redo => question::take_back(ctx, action),
            Action::Reopen => review::reopen(ctx),
            _ => Vec::new(),
        }
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        let Some(session) = &ctx.session else { return vec![Effect::Home] };
        let count = self.questions(session).len();
        let page = usize::from(ctx.size.height / 2);
        match (key.code, self.question) {
            (KeyCode::Esc, _) => return vec![Effect::Pop],
            (KeyCode::Enter | KeyCode::Char(' '), _) => return self.go(ctx),
            (KeyCode::Right | KeyCode::Tab, None) if count > 0 => self.question = Some(0),
            (KeyCode::Left | KeyCode::BackTab | KeyCode::Tab, Some(_)) => self.question = None,
            (KeyCode::Down | KeyCode::Char('j'), None) => self.move_section(session, true),
            (KeyCode::Up | KeyCode::Char('k'), None) => self.move_section(session, false),
            (KeyCode::Down | KeyCode::Char('j'), Some(at)) => {
                self.question = Some((at + 1).min(count.saturating_sub(1)));
            }
            (KeyCode::Up | KeyCode::Char('k'), Some(at)) => self.question = Some(at.saturating_sub(1)),
            (KeyCode::PageDown, Some(at)) => self.question = Some((at + page).min(count.saturating_sub(1))),
            (KeyCode::PageUp, Some(at)) => self.question = Some(at.saturating_sub(page)),
            (KeyCode::Home, Some(_)) => self.question = Some(0),
            (KeyCode::End, Some(_)) => self.question = Some(count.saturating_sub(1)),
            _ => {}
        }
        Vec::new()
    }

    fn disabled(&self, ctx: &Ctx, action: Action) -> Option<Message> {
        review::disabled(ctx, action)
    }

    fn hints(&self, _: &Ctx) -> Vec<Hint> {
        vec![
            Hint { keys: "↑↓", label: "hint-move" },
            Hint { keys: "→ ←", label: "hint-panes" },
            Hint { keys: "Enter", label: "hint-go" },
            Hint { keys: "Esc", label: "hint-back" },
        ]
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let Some(session) = &ctx.session else { return };
        let left = format!("{} › {}", session.summary.enterprise, ctx.texts.get("tui-sections-title"));
        let right = question::view_progress(ctx, session, area.width);
        let body = surround::draw(ctx, self, &left, &right, frame, area);
        let wide = area.width >= 76;
        let (list, questions) = if wide {
            let [list, _, questions] =
                body.layout(&Layout::horizontal([Constraint::Length(36), Constraint::Length(1), Constraint::Fill(1)]));
            (Some(list), Some(questions))
        } else if self.question.is_none() {
            (Some(body), None)
        } else {
            (None, Some(body))
        };
        if let Some(list) = list {
            self.draw_sections(ctx, session, frame, list);
        }
        if let Some(questions) = questions {
            self.draw_questions(ctx, session, frame, questions);
        }
    }
}

impl Sections {
    fn draw_sections(&self, ctx: &Ctx, session: &Session, frame: &mut Frame, area: Rect) {
        let mut body = Body::new();
        for (ix, section) in session.interview.questionnaire().sections.enumerate() {
            let line = section_line(ctx, session, ix, section.title.get(ctx.lang()), area.width);
            let here = ix == self.section;
            let cursor = if here { ctx.glyph(Glyph::Cursor) } else { " " };
            let style = ctx.theme.style(if here && self.question.is_none() { Role::Selected } else { Role::Text });
            let line = Line::from(vec![Span::raw(format!(" {cursor} ")), Span::styled(line, style)]);
            if here {
                body.focused(|body| body.line(line));
            } else {
                body.line(line);
            }
        }
        legend(&mut body, ctx, area.width);
        body.draw(ctx, 0, frame, area);
    }

    fn draw_questions(&self, ctx: &Ctx, session: &Session, frame: &mut Frame, area: Rect) {
        let questionnaire = session.interview.questionnaire();
        let mut body = Body::new();
        let title = questionnaire.sections[self.section].title.get(ctx.lang());
        body.line(Line::styled(fit(title, usize::from(area.width)), ctx.theme.style(Role::Title)));
        for (at, ix) in self.questions(session).into_iter().enumerate() {
            let here = self.question == Some(at);
            let mark = view_marks(ctx, session, ix);
            let number = questionnaire.number(ix).map_or_else(String::new, |number| format!("{number} "));
            let label = questionnaire.questions[ix].label.get(ctx.lang());
            let room = usize::from(area.width).saturating_sub(5);
            let text = pad(&format!("{number}{label}"), room);
            let style = ctx.theme.style(if here { Role::Selected } else { Role::Text });
            let cursor = if here { ctx.glyph(Glyph::Cursor) } else { " " };
            let line = Line::from(vec![Span::raw(cursor.to_owned()), mark, Span::raw(" "), Span::styled(text, style)]);
            if here {
                body.focused(|body| {
                    body.line(line);
                    reason(body, ctx, session, ix, area.width);
                });
            } else {
                body.line(line);
            }
        }
        body.draw(ctx, 0, frame, area);
    }
}

/// Why the selected question is not asked, or what was said instead of an answer.
fn reason(body: &mut Body, ctx: &Ctx, session: &Session, ix: QuestionIx, width: u16) {
    let key = match session.interview.route(ix) {
        Route::OutsideForm => "route-outside-form",
        Route::SectionNotRelevant => "route-section",
        Route::NotRelevant => "route-not-relevant",
        Route::Asked | Route::Calculated => {
            let answer = session.interview.answer(ix);
            if let Some(text) = said::no_answer(&ctx.texts, answer.response.as_ref()) {
                body.text("     ", &text, ctx.theme.style(Role::Attention), width);
            } else if let Some(value) = answer.value() {
                body.text("     ", &ctx.shown(ix, value), ctx.theme.style(Role::Quiet), width);
            }
            return;
        }
    };
    let because = because(ctx, session, ix);
    let text = ctx.texts.with(key, &[("because", because.into())]);
    body.text("     ", &text, ctx.theme.style(Role::Quiet), width);
}

/// The answers that decide whether a question is asked: "1.8 = indirect only".
fn because(ctx: &Ctx, session: &Session, ix: QuestionIx) -> String {
    let questionnaire = session.interview.questionnaire();
    let question = &questionnaire.questions[ix];
    let rule = match session.interview.route(ix) {
        Route::SectionNotRelevant => questionnaire.sections[question.section].relevant.as_ref(),
        _ => question.relevant.as_ref(),
    };
    let deciding = rule.map(crate::engine::expr::Expr::questions).unwrap_or_default();
    let part = |ix: &QuestionIx| {
        let value =
            session.interview.effective_value(*ix).map_or_else(|| "–".to_owned(), |value| ctx.shown(*ix, value));
        let number = questionnaire.number(*ix).unwrap_or_else(|| questionnaire.questions[*ix].id.to_string());
        format!("{number} = {value}")
    };
    deciding.iter().map(part).collect::<Vec<_>>().join("; ")
}

fn section_line(ctx: &Ctx, session: &Session, ix: SectionIx, title: &str, width: u16) -> String {
    let progress = session.interview.section_progress(ix);
    let counts = if progress.asked == 0 {
        ctx.glyph(Glyph::NotAsked).to_owned()
    } else {
        format!("{} {}/{}", surround::gauge(ctx, progress.percent() as f64, 5), progress.done, progress.asked)
    };
    let flag = if progress.flagged > 0 { ctx.glyph(Glyph::Flag) } else { " " };
    let number = ix.to_usize() + 1;
    let room = usize::from(width).saturating_sub(4 + 13);
    format!("{} {}{flag}", pad(&format!("{number} {title}"), room), pad(&counts, 11))
}

/// The narrow list of sections beside a question on wide terminals.
pub fn draw_list(ctx: &Ctx, session: &Session, at: Option<QuestionIx>, frame: &mut Frame, area: Rect) {
    let here = at.map(|ix| session.interview.questionnaire().questions[ix].section);
    let mut body = Body::new();
    body.blank();
    for (ix, section) in session.interview.questionnaire().sections.enumerate() {
        let line = section_line(ctx, session, ix, section.title.get(ctx.lang()), area.width + 3);
        let role = if here == Some(ix) { Role::Title } else { Role::Quiet };
        let cursor = if here == Some(ix) { ctx.glyph(Glyph::Cursor) } else { " " };
        body.line(Line::styled(format!("{cursor}{line}"), ctx.theme.style(role)));
    }
    body.draw(ctx, 0, frame, area);
}

fn legend(body: &mut Body, ctx: &Ctx, width: u16) {
    body.blank();
    let marks = [
        (Glyph::Done, "legend-done"),
        (Glyph::Open, "legend-open"),
        (Glyph::NoAnswer, "legend-no-answer"),
        (Glyph::Flag, "legend-flag"),
        (Glyph::NotAsked, "legend-not-asked"),
    ];
    for (glyph, key) in marks {
        body.text(&format!("   {} ", ctx.glyph(glyph)), &ctx.texts.get(key), ctx.theme.style(Role::Quiet), width);
    }
}

/// The questions of a section that a person is ever shown.
fn shown_questions(session: &Session, section: SectionIx) -> Vec<QuestionIx> {
    let questionnaire = session.interview.questionnaire();
    questionnaire.section_questions(section).filter(|ix| questionnaire.questions[*ix].kind.is_shown()).collect()
}

/// The mark of a question's status.
pub(in crate::tui) fn mark_of(session: &Session, ix: QuestionIx) -> (Glyph, Role) {
    let interview = &session.interview;
    if interview.is_asked(ix) && interview.answer(ix).flagged {
        return (Glyph::Flag, Role::Attention);
    }
    match interview.status(ix) {
        Status::Answered => (Glyph::Done, Role::Done),
        Status::Open if !interview.questionnaire().questions[ix].kind.is_answerable() => (Glyph::Done, Role::Quiet),
        Status::Open => (Glyph::Open, Role::Text),
        Status::DontKnow | Status::Refused | Status::NotApplicable => (Glyph::NoAnswer, Role::Attention),
        Status::NotAsked => (Glyph::NotAsked, Role::Quiet),
    }
}
