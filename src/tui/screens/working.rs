//! Waiting for long work before there is anything to show: how far it is, and the way out.

use std::fmt;

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;

use super::{Effect, Hint, Screen};
use crate::engine::text::Message;
use crate::session::work::{Stand, Task};
use crate::tui::actions::Scope;
use crate::tui::context::Ctx;
use crate::tui::input::Key;
use crate::tui::theme::Role;
use crate::tui::widgets::body::Body;
use crate::tui::widgets::frame as surround;

/// How many cells the gauge has.
const CELLS: usize = 40;

/// What is waited for.
pub(super) trait Awaited {
    /// The share that is done, 0 to 100.
    fn percent(&self, ctx: &Ctx) -> usize;

    /// What is to be shown in its place, once it is there.
    fn take(&mut self, ctx: &mut Ctx) -> Stand<Vec<Effect>>;

    /// It is not wanted any more.
    fn stop(&mut self, _ctx: &mut Ctx) {}
}

/// The effects that wait, and then show what was waited for. Nothing is drawn of work that is done already.
pub(super) fn open(ctx: &mut Ctx, title: &'static str, mut awaited: Box<dyn Awaited>) -> Vec<Effect> {
    match awaited.take(ctx) {
        Stand::Going => vec![Effect::Push(Box::new(Working { title, awaited }))],
        Stand::Done(effects) => effects,
        Stand::Ended => {
            ctx.warn(Message::new("work-failed"));
            Vec::new()
        }
    }
}

struct Working {
    /// The key of what is being made.
    title: &'static str,
    awaited: Box<dyn Awaited>,
}

impl fmt::Debug for Working {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Working").field("title", &self.title).finish_non_exhaustive()
    }
}

impl Screen for Working {
    fn scope(&self) -> Scope {
        Scope::Dialog
    }

    fn key(&mut self, ctx: &mut Ctx, key: Key) -> Vec<Effect> {
        if key.code == KeyCode::Esc {
            self.awaited.stop(ctx);
            ctx.say(Message::new("work-stopped"));
            return vec![Effect::Pop];
        }
        Vec::new()
    }

    fn idle(&mut self, ctx: &mut Ctx) -> Vec<Effect> {
        match self.awaited.take(ctx) {
            Stand::Going => Vec::new(),
            Stand::Done(effects) => std::iter::once(Effect::Pop).chain(effects).collect(),
            Stand::Ended => {
                ctx.warn(Message::new("work-failed"));
                vec![Effect::Pop]
            }
        }
    }

    fn awaits(&self) -> bool {
        true
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let hints = [Hint { keys: "Esc", label: "work-hint-stop" }];
        let inside = surround::dialog(ctx, &ctx.texts.get(self.title), &hints, 3, frame, area);
        let percent = self.awaited.percent(ctx);
        let gauge = surround::gauge(ctx, percent as f64, CELLS.min(usize::from(inside.width).saturating_sub(8)));
        let mut body = Body::new();
        body.blank();
        let told = ctx.texts.with("work-gauge", &[("gauge", gauge.into()), ("percent", percent.into())]);
        body.text("  ", &told, ctx.theme.style(Role::Text), inside.width);
        body.draw(ctx, 0, frame, inside);
    }
}

/// A task whose result is shown by `then`.
pub(super) struct Shown<T, F> {
    pub(super) task: Task<T>,
    pub(super) then: Option<F>,
}

impl<T: Send + 'static, F: FnOnce(&mut Ctx, T) -> Vec<Effect>> Awaited for Shown<T, F> {
    fn percent(&self, _: &Ctx) -> usize {
        self.task.percent()
    }

    fn take(&mut self, ctx: &mut Ctx) -> Stand<Vec<Effect>> {
        match self.task.take() {
            Stand::Going => Stand::Going,
            Stand::Ended => Stand::Ended,
            Stand::Done(done) => self.then.take().map_or(Stand::Ended, |then| Stand::Done(then(ctx, done))),
        }
    }

    fn stop(&mut self, _: &mut Ctx) {
        self.task.stop();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Sender, channel};

    use super::*;
    use crate::engine::text::Lang;
    use crate::session::work::Labour;
    use crate::tui::app::harness::Harness;
    use crate::tui::screens::about;

    /// Work that waits for a word, and then shows the page about the program.
    fn waiting(app: &mut Harness) -> Sender<()> {
        let (word, heard) = channel();
        app.push(move |ctx| {
            let work = move |steps: &crate::engine::steps::Steps| {
                steps.expect(2);
                steps.step().ok()?;
                heard.recv().ok()
            };
            let then = |ctx: &mut Ctx, ()| about::open(ctx);
            open(
                ctx,
                "portfolio-statistics",
                Box::new(Shown { task: Task::begin(Labour::Beside, work), then: Some(then) }),
            )
        });
        word
    }

    #[test]
    fn it_tells_how_far_the_work_is_and_gives_way_to_its_result() {
        for lang in [Lang::Uz, Lang::Ru, Lang::En] {
            let mut app = Harness::new(lang, 80, 24);
            let word = waiting(&mut app);
            while !app.idle().screen().contains("50") {
                std::thread::yield_now();
            }
            insta::assert_snapshot!(format!("working_{lang}"), app.screen());
            word.send(()).unwrap();
            while !app.idle().screen().contains("MIT OR Apache-2.0") {
                std::thread::yield_now();
            }
        }
    }

    #[test]
    fn esc_stops_it() {
        let mut app = Harness::new(Lang::En, 80, 24);
        let word = waiting(&mut app);
        app.keys("esc").shows("Stopped. Nothing was changed.");
        drop(word);
    }
}
