//! The locked screen: what was on it is hidden until somebody who may see it goes on.
//!
//! Of an encrypted database the passphrase is asked for; otherwise it only hides.

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

use super::{Effect, Hint, Screen};
use crate::tui::actions::{Scope, Typing};
use crate::tui::context::Ctx;
use crate::tui::hidden::Hidden;
use crate::tui::input::Key;
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;
use crate::tui::widgets::frame as surround;

/// The locked screen.
#[derive(Debug)]
pub struct Lock {
    typed: Hidden,
    /// Whether there is a passphrase that opens it.
    asks: bool,
    wrong: bool,
}

impl Lock {
    /// A lock that asks for the passphrase of the database, if it has one.
    pub fn new(ctx: &mut Ctx) -> Self {
        let asks = ctx.real_library().is_encrypted();
        Self { typed: Hidden::default(), asks, wrong: false }
    }

    fn open(&mut self, ctx: &mut Ctx) -> Vec<Effect> {
        if !self.asks || ctx.real_library().opens_with(self.typed.as_str()) {
            return vec![Effect::Pop];
        }
        self.wrong = true;
        self.typed.clear();
        Vec::new()
    }
}

impl Screen for Lock {
    fn scope(&self) -> Scope {
        Scope::Locked
    }

    fn typing(&self, _: &Ctx) -> Typing {
        Typing::Text
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        if key.code == KeyCode::Enter {
            return self.open(ctx);
        }
        if self.asks {
            self.wrong &= key.typed().is_none();
            self.typed.key(key);
        }
        Vec::new()
    }

    fn paste(&mut self, _: &mut Ctx, text: &str) -> Vec<Effect> {
        if self.asks {
            self.wrong = false;
            self.typed.add(text);
        }
        Vec::new()
    }

    fn hints(&self, _: &Ctx) -> Vec<Hint> {
        vec![Hint { keys: "Enter", label: "hint-unlock" }]
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let inside = surround::draw(ctx, self, &ctx.texts.get("lock-title"), "", frame, area);
        let width = inside.width.saturating_sub(4);
        let mut body = Body::new();
        body.blank();
        let what = if self.asks { "lock-passphrase" } else { "lock-key" };
        body.text("  ", &ctx.texts.get("lock-saved"), ctx.theme.style(Role::Done), width);
        body.text("  ", &ctx.texts.get(what), ctx.theme.style(Role::Text), width);
        if self.asks {
            body.blank();
            // So many marks and no more: a long passphrase does not tell how long it is.
            let marks = self.typed.as_str().graphemes(true).count().min(usize::from(width / 2));
            let label = format!("  {}: ", ctx.texts.get("lock-field"));
            let shown = "*".repeat(marks);
            body.line(Line::from(vec![Span::raw(label), Span::styled(shown, ctx.theme.style(Role::Text))]));
        }
        if self.wrong {
            body.blank();
            let mark = format!("  {} ", ctx.glyph(Glyph::Problem));
            body.text(&mark, &ctx.texts.get("lock-wrong"), ctx.theme.style(Role::Problem), width);
        }
        body.draw(ctx, 0, frame, inside);
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::text::Lang;
    use crate::tui::app::harness::Harness;

    fn interview(minutes: u16, passphrase: Option<&str>) -> Harness {
        let mut app = Harness::new(Lang::En, 80, 24);
        app.library.encrypt(passphrase);
        app.begin("Zarafshon Tekstil");
        app.ctx().set_lock(minutes);
        app
    }

    #[test]
    fn after_the_set_time_without_a_key_nothing_of_the_interview_is_in_sight_and_the_draft_is_kept() {
        let mut app = interview(5, Some("toʻrt fasl"));
        app.keys("f3").paste("F3").keys("enter").paste("12 000");
        app.wait_minutes(4).shows("12 000");
        app.wait_minutes(2).shows("The screen is locked").lacks("Zarafshon").lacks("12 000");
        let kept = app.library.only_journal();
        assert_eq!(kept.drafts.len() + kept.events.len(), 1);
        app.paste("besh fasl").lacks("besh").keys("enter").shows("That is not the passphrase").lacks("Zarafshon");
        app.keys("esc f1 f12 pgdn enter").shows("The screen is locked");
        app.paste("toʻrt fasl").keys("enter").shows("12 000").lacks("locked");
    }

    #[test]
    fn a_key_after_the_time_only_locks_even_if_no_second_passed_between() {
        let mut app = interview(5, Some("toʻrt fasl"));
        app.sleep_minutes(60).keys("1").shows("The screen is locked");
        assert!(app.library.only_journal().events.is_empty());
    }

    #[test]
    fn keys_put_the_time_off_and_never_means_never() {
        let mut app = interview(5, None);
        for _ in 0..4 {
            app.wait_minutes(3).keys("pgdn").lacks("locked");
        }
        let mut app = interview(0, None);
        app.wait_minutes(600).lacks("locked");
    }

    #[test]
    fn without_a_passphrase_it_hides_and_says_how_to_have_one() {
        let mut app = interview(5, None);
        app.wait_minutes(5).shows("Press Enter to go on").shows("tashxis encrypt").lacks("Zarafshon");
        app.keys("x").shows("Press Enter to go on").keys("enter").shows("Zarafshon");
    }

    #[test]
    fn it_can_be_locked_at_once_and_is_read_in_every_language() {
        let mut app = interview(0, Some("toʻrt fasl"));
        app.keys("f1 \"Lock\" enter").shows("The screen is locked");
        app.keys("f5").shows("Ekran qulflangan").keys("f5").shows("Экран").lacks("Zarafshon");
    }
}
