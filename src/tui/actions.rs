//! Everything a user can do, in one table: keys, labels, where it applies, and its place in footers.
//!
//! Key dispatch, footers, the help list, the Esc menu and the manual are all made from it.

use ratatui::crossterm::event::KeyCode;

use super::input::Key;
use super::keymap;

/// Something a user can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is explained by its label in the table below")]
pub enum Action {
    Next,
    Previous,
    NextScreen,
    PreviousScreen,
    NoAnswer,
    Flag,
    Same,
    Note,
    Terms,
    Undo,
    Redo,
    NextOpen,
    NextFlagged,
    FirstQuestion,
    Sections,
    Find,
    Review,
    Profile,
    WholeProfile,
    Advice,
    Roadmap,
    Portfolio,
    Places,
    Statistics,
    Turn,
    Narrow,
    Status,
    Scores,
    Table,
    Compare,
    History,
    ManyDraws,
    Arithmetic,
    WhatIf,
    TryBack,
    TryReset,
    TryPath,
    TryArea,
    TryKeep,
    Target,
    KeepTarget,
    ClearTarget,
    Finish,
    Reopen,
    Open,
    New,
    Again,
    Archive,
    Restore,
    ShowArchive,
    Practise,
    Settings,
    About,
    Assessments,
    Language,
    Theme,
    Lock,
    Help,
    Menu,
    AlreadySaved,
    Redraw,
    Leave,
}

/// Where a key is pressed. Dialogs use only Enter, Esc and the keys they show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The list of assessments.
    Start,
    /// A question.
    Question,
    /// The sections and their questions.
    Sections,
    /// The review before closing.
    Review,
    /// The profile.
    Profile,
    /// The recommendations.
    Advice,
    /// The history of an assessment.
    History,
    /// A page that is only read.
    Reading,
    /// Trying answers.
    WhatIf,
    /// The target.
    Target,
    /// The roadmap.
    Roadmap,
    /// All enterprises.
    Portfolio,
    /// A dialog over another screen.
    Dialog,
    /// The locked screen.
    Locked,
}

impl Scope {
    /// The scopes that are screens of their own.
    pub const SCREENS: [Self; 12] = [
        Self::Start,
        Self::Question,
        Self::Sections,
        Self::Review,
        Self::Profile,
        Self::Advice,
        Self::History,
        Self::Reading,
        Self::WhatIf,
        Self::Target,
        Self::Roadmap,
        Self::Portfolio,
    ];
}

/// The groups of the help list, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// About the question on screen.
    Question,
    /// About moving.
    Moving,
    /// About the assessment.
    Assessment,
    /// About the program.
    Tool,
}

impl Group {
    /// Every group with the key of its title.
    pub const ALL: [(Self, &str); 4] = [
        (Self::Question, "group-question"),
        (Self::Moving, "group-moving"),
        (Self::Assessment, "group-assessment"),
        (Self::Tool, "group-tool"),
    ];
}

/// One row of the table.
#[derive(Debug)]
pub struct Row {
    /// What is done.
    pub action: Action,
    /// The keys that do it; the first is shown.
    pub keys: &'static [Key],
    /// The key of the sentence shown in help and menus.
    pub label: &'static str,
    /// The key of the word shown in footers.
    pub short: &'static str,
    /// Where it applies.
    pub scopes: &'static [Scope],
    /// Where it stands in help.
    pub group: Group,
    /// Its place in footers, lower first; `None` is not shown there.
    pub footer: Option<u8>,
    /// Whether it stands in help and menus.
    pub listed: bool,
}

use Scope::{
    Advice, Dialog, History, Locked, Portfolio, Profile, Question, Reading, Review, Roadmap, Sections, Start, Target,
    WhatIf,
};

const EVERYWHERE: &[Scope] = &[
    Start, Question, Sections, Review, Profile, Advice, Roadmap, History, Reading, WhatIf, Target, Portfolio, Dialog,
    Locked,
];
const SCREENS: &[Scope] =
    &[Start, Question, Sections, Review, Profile, Advice, Roadmap, History, Reading, WhatIf, Target, Portfolio];
const IN_ASSESSMENT: &[Scope] = &[Question, Sections, Review, Profile, Advice, Roadmap, WhatIf];
/// Where nothing waits to be kept. A target does, until it is.
const KEPT: &[Scope] =
    &[Start, Question, Sections, Review, Profile, Advice, Roadmap, History, Reading, WhatIf, Portfolio, Dialog];
const ANSWERING: &[Scope] = &[Question, Sections, Review];

const fn f(n: u8) -> Key {
    Key::plain(KeyCode::F(n))
}

const fn letter(c: char) -> Key {
    Key::plain(KeyCode::Char(c))
}

macro_rules! rows {
    ($($action:ident [$($key:expr),*] $label:literal $short:literal $scopes:expr, $group:ident, $footer:expr, $listed:expr;)+) => {
        /// The table.
        pub const TABLE: &[Row] = &[$(Row {
            action: Action::$action,
            keys: &[$($key),*],
            label: $label,
            short: $short,
            scopes: $scopes,
            group: Group::$group,
            footer: $footer,
            listed: $listed,
        }),+];
    };
}

rows! {
    NoAnswer [f(6)] "action-no-answer" "short-no-answer" &[Question], Question, Some(30), true;
    Note [f(4)] "action-note" "short-note" &[Question], Question, Some(25), true;
    Terms [letter('/'), Key::ctrl('t')] "action-terms" "short-terms" &[Question], Question, None, true;
    Flag [f(7)] "action-flag" "short-flag" &[Question], Question, Some(35), true;
    Same [Key::ctrl('r')] "action-same" "short-same" &[Question], Question, Some(15), true;
    Undo [Key::ctrl('z')] "action-undo" "short-undo" ANSWERING, Question, Some(50), true;
    Redo [Key::ctrl('y')] "action-redo" "short-redo" ANSWERING, Question, None, true;
    Next [Key::plain(KeyCode::Tab)] "action-next" "short-next" &[Question], Moving, None, true;
    Previous [Key::plain(KeyCode::BackTab)] "action-previous" "short-previous" &[Question], Moving, None, true;
    NextScreen [Key::plain(KeyCode::PageDown)] "action-next-screen" "short-next" &[Question], Moving, None, true;
    PreviousScreen [Key::plain(KeyCode::PageUp)] "action-previous-screen" "short-previous" &[Question], Moving, Some(20), true;
    NextOpen [letter('o'), Key::ctrl('o')] "action-next-open" "short-next-open" &[Question, Sections], Moving, Some(62), true;
    NextFlagged [letter('f'), Key::ctrl('f')] "action-next-flagged" "short-next-flagged" &[Question, Sections], Moving, Some(64), true;
    FirstQuestion [] "action-first" "short-first" &[Question], Moving, None, true;
    Sections [f(2)] "action-sections" "short-sections" &[Question, Review, Profile, Advice, Roadmap], Moving, Some(40), true;
    Find [f(3)] "action-find" "short-find" &[Start, Question, Sections, Review, History, Portfolio], Moving, Some(60), true;
    Open [] "action-open" "short-open" &[Start], Assessment, None, true;
    New [letter('n')] "action-new" "short-new" &[Start], Assessment, Some(10), true;
    Again [letter('a')] "action-again" "short-again" &[Start], Assessment, Some(20), true;
    Restore [Key::plain(KeyCode::Insert)] "action-restore" "short-restore" &[Start], Assessment, None, true;
    ShowArchive [letter('v')] "action-show-archive" "short-show-archive" &[Start], Assessment, None, true;
    Archive [Key::plain(KeyCode::Delete)] "action-archive" "short-archive" &[Start], Assessment, Some(40), true;
    Review [f(8)] "action-review" "short-review" &[Question, Sections, Profile, Advice, Roadmap], Assessment, Some(45), true;
    Finish [letter('c')] "action-finish" "short-finish" &[Review], Assessment, Some(10), true;
    Reopen [] "action-reopen" "short-reopen" IN_ASSESSMENT, Assessment, None, true;
    Profile [f(9)] "action-profile" "short-profile" &[Start, Question, Sections, Review, Advice, Roadmap], Assessment, Some(48), true;
    WholeProfile [letter('p'), Key::ctrl('p')] "action-whole-profile" "short-whole-profile" &[Question], Assessment, None, true;
    Advice [letter('r')] "action-advice" "short-advice" &[Profile], Assessment, Some(20), true;
    Roadmap [letter('p')] "action-roadmap" "short-roadmap" &[Profile, Advice], Assessment, Some(25), true;
    Status [letter('s')] "action-status" "short-status" &[Roadmap], Assessment, Some(10), true;
    Scores [letter('t')] "action-scores" "short-scores" &[Roadmap], Assessment, Some(20), true;
    Table [letter('t')] "action-table" "short-table" &[Profile], Assessment, Some(30), true;
    Portfolio [letter('m')] "action-portfolio" "short-portfolio" &[Start], Assessment, Some(30), true;
    Turn [letter(' ')] "action-turn" "short-turn" &[Portfolio], Assessment, Some(10), true;
    Narrow [letter('f')] "action-narrow" "short-narrow" &[Portfolio], Assessment, Some(20), true;
    Statistics [letter('s')] "action-statistics" "short-statistics" &[Portfolio], Assessment, Some(25), true;
    Places [letter('d')] "action-places" "short-places" &[Portfolio], Assessment, Some(30), true;
    Compare [letter('c')] "action-compare" "short-compare" &[Start, Profile], Assessment, Some(50), true;
    History [letter('h')] "action-history" "short-history" &[Start, Question, Sections, Review, Profile], Assessment, Some(75), true;
    WhatIf [letter('w')] "action-what-if" "short-what-if" &[Profile, Advice], Assessment, Some(35), true;
    Arithmetic [letter('e')] "action-arithmetic" "short-arithmetic" &[Profile], Assessment, Some(55), true;
    ManyDraws [letter('d')] "action-many-draws" "short-many-draws" &[Profile], Assessment, Some(60), true;
    TryPath [letter('p')] "action-try-path" "short-try-path" &[WhatIf], Assessment, Some(10), true;
    TryArea [letter('a')] "action-try-area" "short-try-area" &[WhatIf], Assessment, Some(15), true;
    TryBack [Key::plain(KeyCode::Delete), Key::plain(KeyCode::Backspace)] "action-try-back" "short-try-back" &[WhatIf], Assessment, Some(20), true;
    TryReset [letter('x')] "action-try-reset" "short-try-reset" &[WhatIf], Assessment, Some(25), true;
    TryKeep [letter('s')] "action-try-keep" "short-try-keep" &[WhatIf], Assessment, Some(30), true;
    Target [letter('m')] "action-target" "short-target" &[Profile], Assessment, Some(25), true;
    KeepTarget [Key::plain(KeyCode::Enter), Key::ctrl('s')] "action-keep-target" "short-keep-target" &[Target], Assessment, Some(10), true;
    ClearTarget [Key::plain(KeyCode::Delete)] "action-clear-target" "short-clear-target" &[Target], Assessment, Some(20), true;
    Assessments [] "action-assessments" "short-assessments" IN_ASSESSMENT, Assessment, None, true;
    Language [f(5)] "action-language" "short-language" EVERYWHERE, Tool, Some(70), true;
    Practise [letter('p')] "action-practise" "short-practise" &[Start], Assessment, None, true;
    Settings [f(12)] "action-settings" "short-settings" SCREENS, Tool, None, true;
    About [] "action-about" "short-about" SCREENS, Tool, None, true;
    Theme [] "action-theme" "short-theme" SCREENS, Tool, None, true;
    Lock [] "action-lock" "short-lock" SCREENS, Tool, None, true;
    Help [f(1), letter('?')] "action-help" "short-help" SCREENS, Tool, Some(90), true;
    Menu [Key::plain(KeyCode::Esc)] "action-menu" "short-menu" &[Start, Question], Tool, Some(80), false;
    Leave [Key::ctrl('q'), Key::ctrl('c')] "action-leave" "short-leave" EVERYWHERE, Tool, None, true;
    AlreadySaved [Key::ctrl('s')] "action-saved" "short-saved" KEPT, Tool, None, false;
    Redraw [Key::ctrl('l')] "action-redraw" "short-redraw" EVERYWHERE, Tool, None, true;
}

/// The row of an action.
pub fn row(action: Action) -> Option<&'static Row> {
    TABLE.iter().find(|row| row.action == action)
}

/// The rows that apply in a scope, in the table's order.
pub fn rows_in(scope: Scope) -> impl Iterator<Item = &'static Row> {
    TABLE.iter().filter(move |row| row.scopes.contains(&scope))
}

/// The action of a key in a scope. `Typing` leaves letters to the text.
pub fn action(scope: Scope, key: Key, typing: Typing) -> Option<Action> {
    if typing == Typing::Text && key.typed().is_some() {
        return None;
    }
    let folded = keymap::folded(key);
    rows_in(scope).find(|row| row.keys.contains(&key) || row.keys.contains(&folded)).map(|row| row.action)
}

/// Whether letters are text or accelerators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    /// Letters are typed into a field.
    Text,
    /// Letters are accelerators.
    Commands,
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::engine::text::Lang;
    use crate::i18n::Texts;

    #[test]
    fn no_key_means_two_things_in_one_place_also_after_folding() {
        for scope in Scope::SCREENS {
            let mut seen: HashMap<Key, Action> = HashMap::new();
            for row in rows_in(scope) {
                for key in row.keys {
                    let before = seen.insert(keymap::folded(*key), row.action);
                    assert_eq!(before, None, "{key:?} in {scope:?}");
                }
            }
        }
    }

    #[test]
    fn every_action_stands_in_the_table_once_and_is_said_in_every_language() {
        for row in TABLE {
            assert_eq!(TABLE.iter().filter(|other| other.action == row.action).count(), 1, "{:?}", row.action);
        }
        for lang in Lang::ALL {
            let texts = Texts::new(lang, jiff::tz::TimeZone::UTC);
            for row in TABLE {
                assert_ne!(texts.get(row.label), row.label, "{lang}");
                assert_ne!(texts.get(row.short), row.short, "{lang}");
            }
        }
    }

    #[test]
    fn everything_can_be_done_without_letters() {
        for row in TABLE {
            let by_letter_only = row.keys.iter().all(|key| key.typed().is_some());
            assert!(!by_letter_only || row.listed, "{:?} can only be done by a letter", row.action);
        }
    }

    #[test]
    fn no_action_needs_a_key_that_terminals_take_or_cannot_tell() {
        for row in TABLE {
            for key in row.keys {
                // Terminals open their own menu and window with these, and h moves left for those used to it.
                let help = matches!(row.action, Action::Help | Action::Menu);
                let taken = matches!(key.code, KeyCode::F(10 | 11)) || help && key.typed() == Some('h');
                // With Ctrl, Enter, Tab and Backspace are the keys themselves in most terminals.
                let same = key.ctrl && matches!(key.code, KeyCode::Enter | KeyCode::Tab | KeyCode::Backspace);
                assert!(!taken && !same && !key.alt, "{:?}: {key:?}", row.action);
            }
        }
    }

    #[test]
    fn letters_are_text_where_text_is_typed() {
        assert_eq!(action(Scope::Start, letter('n'), Typing::Commands), Some(Action::New));
        assert_eq!(action(Scope::Start, letter('т'), Typing::Commands), Some(Action::New));
        assert_eq!(action(Scope::Start, letter('n'), Typing::Text), None);
        assert_eq!(action(Scope::Question, Key::ctrl('я'), Typing::Text), Some(Action::Undo));
    }
}
