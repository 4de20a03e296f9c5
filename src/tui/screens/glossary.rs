//! The words that the questionnaire explains: those of this question first, then all; searched as one types.

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Modifier;
use ratatui::text::Line;

use super::{Effect, Hint, Screen, choose};
use crate::engine::questionnaire::Lines;
use crate::tui::actions::{Scope, Typing};
use crate::tui::context::Ctx;
use crate::tui::input::Key;
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::frame as surround;

/// The glossary over a question.
#[derive(Debug)]
pub struct Glossary {
    needle: Field,
    /// The terms of the question.
    here: Vec<usize>,
    /// What is listed, in order.
    listed: Vec<usize>,
    cursor: usize,
}

/// The effects that show the glossary.
pub fn open(ctx: &mut Ctx) -> Vec<Effect> {
    let mut screen = Glossary { needle: Field::new("", Lines::One), here: Vec::new(), listed: Vec::new(), cursor: 0 };
    screen.search(ctx);
    vec![Effect::Push(Box::new(screen))]
}

/// Whether there is nothing to explain.
pub fn is_empty(ctx: &Ctx) -> bool {
    ctx.session.as_ref().is_none_or(|session| session.interview.questionnaire().terms.is_empty())
}

impl Glossary {
    fn search(&mut self, ctx: &Ctx) {
        let Some(session) = &ctx.session else { return };
        let questionnaire = session.interview.questionnaire();
        self.here = choose::place(ctx).map(|at| questionnaire.terms_in(at, ctx.lang())).unwrap_or_default();
        let found = questionnaire.terms_like(&self.needle.text(), ctx.lang());
        let is_here = |at: &usize| self.here.contains(at);
        let (here, elsewhere): (Vec<usize>, Vec<usize>) = found.into_iter().partition(is_here);
        self.here = here;
        self.listed = self.here.iter().copied().chain(elsewhere).collect();
        self.cursor = self.cursor.min(self.listed.len().saturating_sub(1));
    }

    fn list(&self, ctx: &Ctx, width: u16) -> Body {
        let mut body = Body::new();
        let Some(session) = &ctx.session else { return body };
        let terms = &session.interview.questionnaire().terms;
        if self.listed.is_empty() {
            body.text("  ", &ctx.texts.get("tui-nothing-found"), ctx.theme.style(Role::Quiet), width);
        }
        let heading = |body: &mut Body, key| body.line(Line::styled(ctx.texts.get(key), ctx.theme.style(Role::Title)));
        for (at, term) in self.listed.iter().enumerate().filter_map(|(at, ix)| Some((at, terms.get(*ix)?))) {
            if at == 0 && !self.here.is_empty() {
                heading(&mut body, "glossary-here");
            }
            if at == self.here.len() {
                if at > 0 {
                    body.blank();
                }
                heading(&mut body, "glossary-all");
            }
            let selected = at == self.cursor;
            let cursor = if selected { ctx.glyph(Glyph::Cursor) } else { " " };
            let style = ctx.theme.style(if selected { Role::Selected } else { Role::Text });
            let name = term.name.get(ctx.lang());
            if selected {
                body.focused(|body| {
                    body.text(&format!("{cursor} "), name, style, width);
                    body.text("    ", term.text.get(ctx.lang()), ctx.theme.style(Role::Text), width);
                });
            } else {
                body.text(&format!("{cursor} "), name, style, width);
            }
        }
        body
    }
}

impl Screen for Glossary {
    fn scope(&self) -> Scope {
        Scope::Dialog
    }

    fn typing(&self, _: &Ctx) -> Typing {
        Typing::Text
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        const PAGE: usize = 8;
        let last = self.listed.len().saturating_sub(1);
        match key.code {
            KeyCode::Esc | KeyCode::Enter => return vec![Effect::Pop],
            KeyCode::Char('/') if self.needle.is_empty() => return vec![Effect::Pop],
            KeyCode::Up => self.cursor = self.cursor.saturating_sub(1),
            KeyCode::Down => self.cursor = (self.cursor + 1).min(last),
            KeyCode::PageUp => self.cursor = self.cursor.saturating_sub(PAGE),
            KeyCode::PageDown => self.cursor = (self.cursor + PAGE).min(last),
            _ => {
                if self.needle.key(key) {
                    self.cursor = 0;
                    self.search(ctx);
                }
            }
        }
        Vec::new()
    }

    fn paste(&mut self, ctx: &mut Ctx, text: &str) -> Vec<Effect> {
        ctx.paste(&mut self.needle, text);
        self.search(ctx);
        Vec::new()
    }

    fn retell(&mut self, ctx: &mut Ctx) {
        self.search(ctx);
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let hints = [
            Hint { keys: "↑↓", label: "hint-move" },
            Hint { keys: "F5", label: "short-language" },
            Hint { keys: "Esc", label: "hint-back" },
        ];
        let inside = surround::dialog(ctx, &ctx.texts.get("dialog-glossary"), &hints, 20, frame, area);
        let [field, _, list] =
            inside.layout(&Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Fill(1)]));
        self.list(ctx, list.width).draw(ctx, 0, frame, list);
        self.needle.draw(ctx.theme.style(Role::Text).add_modifier(Modifier::UNDERLINED), frame, field);
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::text::Lang;
    use crate::tui::app::harness::Harness;

    fn at(code: &str, lang: Lang) -> Harness {
        let mut app = Harness::new(lang, 80, 24);
        app.begin("Zarafshon Tekstil").keys("f3").paste(code).keys("enter");
        app
    }

    #[test]
    fn a_slash_explains_the_words_of_the_question_first() {
        let mut app = at("CLU1", Lang::En);
        app.keys("/").shows("In this question").shows("▸ Cluster").shows("Enterprises that work together.");
        app.shows("All words").keys("down").shows("A site that may hold a cluster.").keys("enter");
        assert!(!app.screen().contains("All words"), "{}", app.screen());
    }

    #[test]
    fn typing_finds_a_word_in_any_alphabet() {
        let mut app = at("CLU1", Lang::Uz);
        app.keys("/").paste("ТЕХНО").shows("▸ Texnopark").keys("f5").shows("Технопарк");
        app.paste("zzz").shows("Ҳеч нарса топилмади");
    }

    #[test]
    fn where_text_is_typed_the_menu_leads_there() {
        let mut app = at("F1", Lang::En);
        app.keys("/").shows("/").keys("ctrl+t").shows("All words");
    }
}
