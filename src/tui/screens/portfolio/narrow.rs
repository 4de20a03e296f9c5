//! Which enterprises are listed: all, those of a form, those of a sector; and the dialog that picks one of these.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;

use crate::engine::id::ChoiceId;
use crate::engine::interview::Form;
use crate::engine::pool::{Member, Pool};
use crate::engine::questionnaire::Questionnaire;
use crate::tui::actions::Scope;
use crate::tui::context::Ctx;
use crate::tui::input::Key;
use crate::tui::screens::{Effect, Hint, Screen, profile};
use crate::tui::theme::{Glyph, Role};
use crate::tui::widgets::body::Body;
use crate::tui::widgets::frame as surround;
use crate::tui::widgets::wrap::fit;

/// Some of the enterprises.
#[derive(Clone, Debug, PartialEq)]
enum Group {
    All,
    Form(Form),
    Sector(String),
}

impl Group {
    fn holds(&self, member: &Member) -> bool {
        match self {
            Self::All => true,
            Self::Form(form) => member.form == *form,
            Self::Sector(sector) => member.traits.sector.as_ref() == Some(sector),
        }
    }
}

/// The groups there are, with their sizes, and the one that is listed.
#[derive(Debug)]
pub(super) struct Groups {
    questionnaire: Option<Arc<Questionnaire>>,
    list: Vec<(Group, usize)>,
    chosen: Cell<usize>,
}

impl Groups {
    /// All, and every form and sector that some but not all enterprises have; sectors in the order of the file.
    pub(super) fn of(pool: Option<&Pool>) -> Self {
        let members = pool.map_or(&[][..], |pool| &pool.members);
        let sectors = pool.into_iter().flat_map(|pool| sectors(&pool.questionnaire)).map(Group::Sector);
        let groups = [Group::Form(Form::Full), Group::Form(Form::Quick)].into_iter().chain(sectors);
        let counted = groups.map(|group| {
            let count = members.iter().filter(|member| group.holds(member)).count();
            (group, count)
        });
        let some = counted.filter(|(_, count)| *count > 0 && *count < members.len());
        Self {
            questionnaire: pool.map(|pool| Arc::clone(&pool.questionnaire)),
            list: std::iter::once((Group::All, members.len())).chain(some).collect(),
            chosen: Cell::new(0),
        }
    }

    fn chosen(&self) -> Option<&(Group, usize)> {
        self.list.get(self.chosen.get())
    }

    pub(super) fn holds(&self, member: &Member) -> bool {
        self.chosen().is_none_or(|(group, _)| group.holds(member))
    }

    pub(super) const fn is_all(&self) -> bool {
        self.chosen.get() == 0
    }

    pub(super) fn choose(&self, at: usize) {
        self.chosen.set(at.min(self.list.len().saturating_sub(1)));
    }

    /// The name of the group that is listed.
    pub(super) fn name(&self, ctx: &Ctx) -> String {
        self.chosen().map(|(group, _)| self.name_of(ctx, group)).unwrap_or_default()
    }

    fn name_of(&self, ctx: &Ctx, group: &Group) -> String {
        match group {
            Group::All => ctx.texts.get("portfolio-all"),
            Group::Form(Form::Full) => ctx.texts.get("form-full"),
            Group::Form(Form::Quick) => ctx.texts.get("form-quick"),
            Group::Sector(sector) => self
                .questionnaire
                .as_ref()
                .map_or_else(|| sector.clone(), |questionnaire| sector_name(ctx, questionnaire, sector)),
        }
    }
}

/// The sectors that a questionnaire knows.
fn sectors(questionnaire: &Questionnaire) -> Vec<String> {
    let choices = questionnaire.peers.sector.and_then(|ix| questionnaire.questions[ix].kind.choices());
    choices.map(|choices| choices.list.iter().map(|choice| choice.id.to_string()).collect()).unwrap_or_default()
}

/// A sector as a person reads it.
pub(super) fn sector_name(ctx: &Ctx, questionnaire: &Questionnaire, sector: &str) -> String {
    let choices = questionnaire.peers.sector.and_then(|ix| questionnaire.questions[ix].kind.choices());
    let choice = choices.and_then(|choices| choices.find(&ChoiceId::new(sector)));
    choice.map_or_else(|| sector.to_owned(), |choice| choice.label.get(ctx.lang()).to_owned())
}

/// The dialog.
#[derive(Debug)]
struct Narrow {
    groups: Rc<Groups>,
    cursor: usize,
}

/// Asks which enterprises are listed.
pub(super) fn open(groups: &Rc<Groups>) -> Effect {
    Effect::Push(Box::new(Narrow { groups: Rc::clone(groups), cursor: groups.chosen.get() }))
}

impl Screen for Narrow {
    fn scope(&self) -> Scope {
        Scope::Dialog
    }

    fn key(&mut self, _: &mut Ctx, key: Key) -> Vec<Effect> {
        match key.code {
            KeyCode::Esc => return vec![Effect::Pop],
            KeyCode::Enter => {
                self.groups.choose(self.cursor);
                return vec![Effect::Pop];
            }
            code => self.cursor = profile::moved(code, self.cursor, self.groups.list.len()),
        }
        Vec::new()
    }

    fn draw(&self, ctx: &Ctx, frame: &mut Frame, area: Rect) {
        let hints = [
            Hint { keys: "↑↓", label: "hint-pick" },
            Hint { keys: "Enter", label: "hint-choose" },
            Hint { keys: "Esc", label: "hint-back" },
        ];
        let height = u16::try_from(self.groups.list.len()).unwrap_or(u16::MAX).min(16);
        let inside = surround::dialog(ctx, &ctx.texts.get("portfolio-narrow"), &hints, height, frame, area);
        let mut body = Body::new();
        for (at, (group, count)) in self.groups.list.iter().enumerate() {
            let here = at == self.cursor;
            let cursor = if here { ctx.glyph(Glyph::Cursor) } else { " " };
            let style = ctx.theme.style(if here { Role::Selected } else { Role::Text });
            let name = fit(&self.groups.name_of(ctx, group), usize::from(inside.width).saturating_sub(10));
            let add = |body: &mut Body| body.text(&format!("{cursor} {count:>4}  "), &name, style, inside.width);
            if here { body.focused(add) } else { add(&mut body) }
        }
        body.draw(ctx, 0, frame, inside);
    }
}
