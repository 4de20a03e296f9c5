//! What is being picked or typed at a question, by its kind.

use ratatui::crossterm::event::KeyCode;

use super::value_at;
use crate::engine::answer::{InputError, Value};
use crate::engine::id::{ChoiceId, QuestionIx};
use crate::engine::questionnaire::{Kind, Lines};
use crate::engine::text::{Needle, latin, steers};
use crate::session;
use crate::session::options::{Choosable, MANY, Picked};
use crate::tui::context::Ctx;
use crate::tui::input::Key;
use crate::tui::screens::Hint;
use crate::tui::widgets::field::{Field, cleaned};

/// What is being picked or typed.
#[derive(Debug)]
pub(super) enum Entry {
    /// Options to pick from.
    Pick(Pick),
    /// A field to type into.
    Field(Box<Field>, Lines),
    /// A text to read.
    Reading,
}

/// What the entry asks to be kept.
pub(super) enum Asked {
    /// Nothing was picked or typed.
    Nothing,
    /// The answer is to be cleared.
    Clear,
    /// A value.
    Value(Value),
    /// Something that is no value.
    Invalid(InputError),
}

/// What a key did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Took {
    /// An option was picked: keep it.
    Picked,
    /// The entry changed, or nothing happened.
    Edited,
}

/// Options to pick from.
#[derive(Debug)]
pub(super) struct Pick {
    pub(super) options: Vec<Choosable>,
    pub(super) cursor: Option<usize>,
    pub(super) ticked: Vec<Picked>,
    pub(super) filter: String,
    pub(super) several: bool,
    digits: String,
}

impl Entry {
    /// The entry of a question, from its draft or its answer.
    pub(super) fn load(ctx: &Ctx, at: QuestionIx) -> Self {
        let Some(session) = &ctx.session else { return Self::Reading };
        let question = &session.interview.questionnaire().questions[at];
        let text = || {
            let kept = value_at(ctx, at).map(ToString::to_string).unwrap_or_default();
            session.drafts.get(&at).cloned().unwrap_or(kept)
        };
        match &question.kind {
            Kind::SelectOne(_) | Kind::SelectMultiple(_) | Kind::Level { .. } => Self::Pick(Pick::load(ctx, at)),
            Kind::Integer { .. } | Kind::Decimal { .. } | Kind::Date => {
                Self::Field(Box::new(Field::new(&text(), Lines::One)), Lines::One)
            }
            Kind::Text { lines } => Self::Field(Box::new(Field::new(&text(), *lines)), *lines),
            Kind::Note | Kind::Calculate(_) => Self::Reading,
        }
    }

    /// Says the options in the language shown now; what is picked, searched or typed stays.
    pub(super) fn retell(&mut self, ctx: &Ctx, at: QuestionIx) {
        if let Self::Pick(pick) = self {
            let under = pick.under_cursor().map(|option| option.value.clone());
            pick.options = options(ctx, at);
            pick.cursor = under.and_then(|value| pick.options.iter().position(|option| option.value == value));
        }
    }

    pub(super) const fn is_reading(&self) -> bool {
        matches!(self, Self::Reading)
    }

    /// Whether one pick is a whole answer.
    pub(super) const fn is_one_of(&self) -> bool {
        matches!(self, Self::Pick(Pick { several: false, .. }))
    }

    pub(super) const fn is_text(&self) -> bool {
        matches!(self, Self::Field(..))
    }

    /// Whether letters are typed: into a field, or to search many options.
    pub(super) const fn takes_letters(&self) -> bool {
        match self {
            Self::Field(..) => true,
            Self::Pick(pick) => pick.options.len() > MANY || !pick.filter.is_empty(),
            Self::Reading => false,
        }
    }

    pub(super) const fn wants_enter(&self) -> bool {
        matches!(self, Self::Field(_, Lines::Many))
    }

    /// What is said when Enter is pressed and nothing was picked or typed.
    pub(super) const fn prompt(&self) -> &'static str {
        match self {
            Self::Pick(_) => "tui-pick-first",
            Self::Field(..) | Self::Reading => "tui-type-first",
        }
    }

    pub(super) const fn hints(&self) -> &'static [Hint] {
        const NEXT: Hint = Hint { keys: "Enter", label: "hint-next" };
        match self {
            Self::Pick(Pick { several: true, .. }) => &[Hint { keys: "↑↓ 1-9 Space", label: "hint-tick" }, NEXT],
            Self::Pick(pick) if pick.options.len() > MANY => &[Hint { keys: "↑↓ A-Z", label: "hint-search" }, NEXT],
            Self::Pick(_) => &[Hint { keys: "↑↓ 0-9", label: "hint-pick" }, NEXT],
            Self::Field(_, Lines::One) | Self::Reading => &[NEXT],
            Self::Field(_, Lines::Many) => {
                &[Hint { keys: "Enter", label: "hint-new-line" }, Hint { keys: "Tab", label: "hint-next" }]
            }
        }
    }

    /// What the entry asks to be kept.
    pub(super) fn asked(&self, ctx: &Ctx, at: QuestionIx) -> Asked {
        match self {
            Self::Reading => Asked::Nothing,
            // What says that there is no answer is not cleared by leaving everything unticked.
            Self::Pick(pick) => match pick.asked() {
                Asked::Clear if value_at(ctx, at).is_none() => Asked::Nothing,
                asked => asked,
            },
            Self::Field(field, _) => {
                let Some(session) = &ctx.session else { return Asked::Nothing };
                match session.interview.questionnaire().questions[at].parse(&field.text()) {
                    Ok(Some(value)) => Asked::Value(value),
                    Ok(None) if value_at(ctx, at).is_some() => Asked::Clear,
                    Ok(None) => Asked::Nothing,
                    Err(error) => Asked::Invalid(error),
                }
            }
        }
    }

    /// What is typed and differs from the answer kept.
    pub(super) fn draft(&self, ctx: &Ctx, at: QuestionIx) -> Option<String> {
        let Self::Field(field, _) = self else { return None };
        let typed = field.text();
        let kept = value_at(ctx, at).map(ToString::to_string).unwrap_or_default();
        (typed != kept).then_some(typed)
    }

    /// Whether what is typed differs from what is kept.
    pub(super) fn differs(&self, ctx: &Ctx, at: QuestionIx) -> bool {
        self.draft(ctx, at).is_some()
    }

    /// Ends a number to which a second digit could still be typed.
    pub(super) fn end_number(&mut self) {
        if let Self::Pick(pick) = self {
            pick.end_number();
        }
    }

    /// Chooses along a row of a table; `None` if the key does not.
    pub(super) fn sweep(&mut self, key: KeyCode) -> Option<()> {
        let Self::Pick(pick) = self else { return None };
        match key {
            KeyCode::Left => pick.step(-1),
            KeyCode::Right => pick.step(1),
            KeyCode::Home => pick.edge(true),
            KeyCode::End => pick.edge(false),
            _ => return None,
        }
        pick.digits.clear();
        pick.ticked = pick.under_cursor().map(|option| option.value.clone()).into_iter().collect();
        Some(())
    }

    pub(super) fn key(&mut self, key: Key) -> Took {
        match self {
            Self::Pick(pick) => pick.key(key),
            Self::Field(field, _) => {
                field.key(key);
                Took::Edited
            }
            Self::Reading => Took::Edited,
        }
    }

    pub(super) fn paste(&mut self, text: &str) -> Result<(), usize> {
        match self {
            Self::Pick(pick) if pick.options.len() > MANY => {
                let (text, left_out) = cleaned(text, Lines::One);
                pick.filter.push_str(text.trim());
                left_out
            }
            Self::Field(field, _) => field.paste(text),
            Self::Pick(_) | Self::Reading => Ok(()),
        }
    }

    pub(super) fn undo(&mut self) -> bool {
        match self {
            Self::Field(field, _) => field.undo(),
            Self::Pick(_) | Self::Reading => false,
        }
    }

    pub(super) fn redo(&mut self) -> bool {
        match self {
            Self::Field(field, _) => field.redo(),
            Self::Pick(_) | Self::Reading => false,
        }
    }
}

impl Pick {
    fn load(ctx: &Ctx, at: QuestionIx) -> Self {
        let options = options(ctx, at);
        let several = ctx.session.as_ref().is_some_and(|session| {
            matches!(session.interview.questionnaire().questions[at].kind, Kind::SelectMultiple(_))
        });
        let ticked: Vec<Picked> = match value_at(ctx, at) {
            Some(Value::Choice(id)) => vec![Picked::Choice(id.clone())],
            Some(Value::Choices(ids)) => ids.iter().cloned().map(Picked::Choice).collect(),
            Some(Value::Level(level)) => vec![Picked::Level(*level)],
            _ => Vec::new(),
        };
        let cursor = options.iter().position(|option| ticked.contains(&option.value));
        Self { options, cursor, ticked, filter: String::new(), several, digits: String::new() }
    }

    /// The options that the search leaves, with their place in the list.
    pub(super) fn visible(&self) -> Vec<(usize, &Choosable)> {
        Needle::new(&self.filter).choose(self.options.iter().enumerate(), |(_, option)| &option.label)
    }

    fn under_cursor(&self) -> Option<&Choosable> {
        self.cursor.and_then(|at| self.options.get(at))
    }

    pub(super) fn is_ticked(&self, option: &Choosable) -> bool {
        self.ticked.contains(&option.value)
    }

    fn asked(&self) -> Asked {
        if self.several {
            let ids: Vec<ChoiceId> =
                self.options.iter().filter(|option| self.is_ticked(option)).filter_map(Choosable::choice).collect();
            return if ids.is_empty() { Asked::Clear } else { Asked::Value(Value::Choices(ids)) };
        }
        match self.under_cursor().map(|option| &option.value) {
            Some(Picked::Choice(id)) => Asked::Value(Value::Choice(id.clone())),
            Some(Picked::Level(level)) => Asked::Value(Value::Level(*level)),
            None => Asked::Nothing,
        }
    }

    fn key(&mut self, key: Key) -> Took {
        let searching = self.options.len() > MANY;
        if let Some(digit) = key.typed().filter(char::is_ascii_digit) {
            return self.digit(digit);
        }
        self.digits.clear();
        match (key.code, key.typed().map(latin)) {
            (KeyCode::Up, _) => self.step(-1),
            (KeyCode::Down, _) => self.step(1),
            (KeyCode::Home, _) => self.edge(true),
            (KeyCode::End, _) => self.edge(false),
            (KeyCode::Backspace, _) => {
                self.filter.pop();
            }
            (_, Some(' ')) if self.filter.is_empty() => return self.pick_cursor(),
            (KeyCode::Char(typed), _) if searching && !key.ctrl && !key.alt => self.search(typed),
            (_, Some('k')) => self.step(-1),
            (_, Some('j')) => self.step(1),
            _ => {}
        }
        Took::Edited
    }

    fn search(&mut self, typed: char) {
        if !steers(typed) {
            self.filter.push(typed);
        }
        self.cursor = self.visible().first().map(|(at, _)| *at);
    }

    fn step(&mut self, by: isize) {
        let places: Vec<usize> = self.visible().into_iter().map(|(at, _)| at).collect();
        let here = self.cursor.and_then(|cursor| places.iter().position(|at| *at == cursor));
        let next = match here {
            Some(here) => here.saturating_add_signed(by).min(places.len().saturating_sub(1)),
            None if by < 0 => places.len().saturating_sub(1),
            None => 0,
        };
        self.cursor = places.get(next).copied();
    }

    fn edge(&mut self, first: bool) {
        let visible = self.visible();
        let option = if first { visible.first() } else { visible.last() };
        self.cursor = option.map(|(at, _)| *at);
    }

    /// Digits pick by number. With more than nine options a digit waits for the second one, unless
    /// no number goes on with it.
    fn digit(&mut self, digit: char) -> Took {
        self.digits.push(digit);
        let found = self.numbered().or_else(|| {
            self.digits = digit.to_string();
            self.numbered()
        });
        let Some(at) = found else {
            self.digits.clear();
            return Took::Edited;
        };
        self.filter.clear();
        self.cursor = Some(at);
        let number: usize = self.digits.parse().unwrap_or(0);
        let goes_on = number > 0 && self.options.iter().any(|option| option.number / 10 == number);
        if goes_on {
            return Took::Edited;
        }
        self.digits.clear();
        self.pick_cursor()
    }

    fn end_number(&mut self) {
        if !std::mem::take(&mut self.digits).is_empty() {
            self.pick_cursor();
        }
    }

    fn numbered(&self) -> Option<usize> {
        let number: usize = self.digits.parse().ok()?;
        self.options.iter().position(|option| option.number == number)
    }

    fn pick_cursor(&mut self) -> Took {
        let Some(option) = self.under_cursor().cloned() else { return Took::Edited };
        if !self.several {
            self.ticked = vec![option.value];
        } else if self.is_ticked(&option) {
            self.ticked.retain(|value| *value != option.value);
        } else {
            let exclusive: Vec<Picked> =
                self.options.iter().filter(|other| other.exclusive).map(|other| other.value.clone()).collect();
            self.ticked.retain(|value| !option.exclusive && !exclusive.contains(value));
            self.ticked.push(option.value);
        }
        Took::Picked
    }
}

fn options(ctx: &Ctx, at: QuestionIx) -> Vec<Choosable> {
    let Some(session) = &ctx.session else { return Vec::new() };
    session::options::options(&session.interview, at, ctx.lang())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pick(count: usize) -> Pick {
        let option = |n| Choosable {
            number: n,
            value: Picked::Choice(ChoiceId::new(format!("c{n}"))),
            label: format!("Option {n}"),
            exclusive: n == count,
        };
        Pick {
            options: (1..=count).map(option).collect(),
            cursor: None,
            ticked: Vec::new(),
            filter: String::new(),
            several: false,
            digits: String::new(),
        }
    }

    fn press(pick: &mut Pick, keys: &str) -> Vec<Took> {
        keys.chars().map(|c| pick.key(Key::plain(KeyCode::Char(c)))).collect()
    }

    #[test]
    fn a_number_may_end_after_one_digit() {
        let mut many = Pick { several: true, ..pick(24) };
        press(&mut many, "1");
        many.end_number();
        assert_eq!(many.ticked, [Picked::Choice("c1".into())]);
        many.end_number();
        assert_eq!(many.ticked.len(), 1, "nothing was typed since");
    }

    #[test]
    fn a_digit_picks_at_once_unless_a_second_may_follow() {
        assert_eq!(press(&mut pick(5), "3"), [Took::Picked]);
        let mut many = pick(24);
        assert_eq!(press(&mut many, "1"), [Took::Edited]);
        assert_eq!(press(&mut many, "2"), [Took::Picked]);
        assert_eq!(many.ticked, [Picked::Choice("c12".into())]);
        assert_eq!(press(&mut many, "3"), [Took::Picked]);
        assert_eq!(press(&mut many, "0"), [Took::Edited]);
    }

    #[test]
    fn none_of_these_stands_alone() {
        let mut several = Pick { several: true, ..pick(4) };
        press(&mut several, "124");
        assert_eq!(several.ticked, [Picked::Choice("c4".into())]);
        press(&mut several, "1");
        assert_eq!(several.ticked, [Picked::Choice("c1".into())]);
        press(&mut several, "1");
        assert!(several.ticked.is_empty());
    }

    #[test]
    fn nothing_is_picked_before_the_cursor_stands_somewhere() {
        let mut fresh = pick(3);
        assert!(matches!(fresh.asked(), Asked::Nothing));
        assert_eq!(press(&mut fresh, " "), [Took::Edited]);
        fresh.key(Key::plain(KeyCode::Down));
        assert_eq!(fresh.cursor, Some(0));
    }
}
