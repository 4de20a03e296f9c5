//! What is found inside the assessments while one types: the answers and notes of all of them, read beside the list.

use ratatui::text::Line;

use crate::engine::interview::journal::JournalError;
use crate::session::everything::{Everything, Hit};
use crate::session::work::{Stand, Task};
use crate::tui::context::Ctx;
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;
use crate::tui::widgets::wrap::fit;

/// The most hits that are listed.
const MOST: usize = 100;

/// The answers and notes of all assessments, and what was found in them.
#[derive(Debug, Default)]
pub(super) struct Inside {
    everything: Everything,
    reading: Option<Task<Result<Everything, JournalError>>>,
    hits: Vec<Hit>,
    more: usize,
}

impl Inside {
    /// Begins to read them, in the language on the screen.
    pub(super) fn begin(ctx: &mut Ctx) -> Self {
        let (shelf, lang) = (ctx.shelf.clone(), ctx.lang());
        let task = ctx.over_all(move |library, steps| Everything::read(library, &shelf, lang, steps));
        let mut new = Self { reading: Some(task), ..Self::default() };
        new.arrived(ctx);
        new
    }

    /// Takes what was read, if it is there. True if it has just arrived.
    pub(super) fn arrived(&mut self, ctx: &mut Ctx) -> bool {
        let Some(task) = &self.reading else { return false };
        match task.take() {
            Stand::Going => return false,
            Stand::Done(Ok(everything)) => self.everything = everything,
            Stand::Done(Err(error)) => ctx.warn(error.message),
            Stand::Ended => {}
        }
        self.reading = None;
        true
    }

    /// Whether it is still being read.
    pub(super) const fn is_reading(&self) -> bool {
        self.reading.is_some()
    }

    /// Searches for what is typed now.
    pub(super) fn search(&mut self, typed: &str) {
        (self.hits, self.more) = self.everything.find(typed, MOST);
    }

    /// What was found, in the order of the list.
    pub(super) fn hits(&self) -> &[Hit] {
        &self.hits
    }

    /// Adds what was found below the enterprises; `cursor` is the place in it, if it is there.
    pub(super) fn list(&self, body: &mut Body, ctx: &Ctx, cursor: Option<usize>, width: u16) {
        let quiet = ctx.theme.style(Role::Quiet);
        body.blank();
        if let Some(task) = &self.reading {
            body.text("   ", &ctx.texts.with("find-reading", &[("percent", task.percent().into())]), quiet, width);
            return;
        }
        let count = self.hits.len() + self.more;
        body.text(
            "   ",
            &ctx.texts.with("find-inside", &[("count", count.into())]),
            ctx.theme.style(Role::Title),
            width,
        );
        for (at, hit) in self.hits.iter().enumerate() {
            let here = cursor == Some(at);
            let lines = |body: &mut Body| draw(body, ctx, hit, here, width);
            if here { body.focused(lines) } else { lines(body) }
        }
        if self.more > 0 {
            body.text("   ", &ctx.texts.with("find-more", &[("count", self.more.into())]), quiet, width);
        }
    }
}

fn draw(body: &mut Body, ctx: &Ctx, hit: &Hit, here: bool, width: u16) {
    let cursor = if here { ctx.glyph(Glyph::Cursor) } else { " " };
    let style = ctx.theme.style(if here { Role::Selected } else { Role::Text });
    let room = usize::from(width).saturating_sub(6);
    let key = if hit.summary.archived { "find-hit-archived" } else { "find-hit" };
    let args = [("firm", hit.summary.enterprise.clone().into()), ("number", hit.number.to_string().into())];
    body.text(&format!(" {cursor} "), &fit(&ctx.texts.with(key, &args), room), style, width);
    let said = fit(&hit.text.replace('\n', " "), room);
    body.line(Line::styled(format!("     {said}"), ctx.theme.style(Role::Quiet)));
}
