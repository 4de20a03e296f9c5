//! Every screen in any window, with any looks and in any language, whatever stands in an answer: nothing
//! panics, and nothing of an answer steers the terminal.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::Arc;

use jiff::tz::TimeZone;
use proptest::prelude::*;

use crate::engine::answer::{Answer, Response, Value};
use crate::engine::interview::{Advance, Circumstances, Form, Interview};
use crate::engine::library::{Library, NewAssessment};
use crate::engine::profile::profile;
use crate::engine::questionnaire::read::read;
use crate::engine::questionnaire::sample::SAMPLE;
use crate::engine::questionnaire::{Kind, Questionnaire};
use crate::engine::text::Lang;
use crate::i18n::Texts;
use crate::report::{self, Length, Meta};
use crate::tui::actions::Scope;
use crate::tui::app::harness::{Harness, MemoryLibrary};
use crate::tui::theme::{Charset, Theme};

/// Letters of every kind beside escapes, other control characters, and signs that turn the direction of text.
const SMUGGLED: &str = "\u{1b}[2J\u{1b}]0;title\u{7}A\u{202e}gnp\u{2066}\u{85}\u{9b}31m\u{0}\u{8}\u{7f}\r\n\
                        漢字 e\u{301}\u{301}\u{301} مرحبا שלום 👨‍👩‍👧 \u{200b}\u{feff}\u{2028}{ $x }ｗｉｄｅ";

/// The screens and the keys that lead to them from the list.
const ROUTES: &[(&str, &str)] = &[
    ("list", ""),
    ("menu", "esc"),
    ("help", "f1"),
    ("help, searched", "f1 l a"),
    ("new assessment", "n"),
    ("another assessment", "a"),
    ("settings", "f12"),
    ("comparison", "c enter"),
    ("map", "m right"),
    ("map, searched", "m f3 a"),
    ("map, narrowed", "m f down"),
    ("history of an assessment", "h"),
    ("history, an event", "h enter"),
    ("question", "enter"),
    ("text", "enter f3 F 1 enter"),
    ("options", "enter f3 I N F 1 enter"),
    ("many options", "enter f3 I N F 2 enter"),
    ("table", "enter f3 B A T 2 enter"),
    ("table, chosen along a row", "enter f3 B A T 3 enter right right f7"),
    ("note", "enter f4"),
    ("no answer", "enter f6"),
    ("reason", "enter f3 I N F 1 enter f6 3"),
    ("find", "enter f3"),
    ("find, searched", "enter f3 a"),
    ("glossary", "enter f3 I N F 1 enter /"),
    ("sections", "enter f2"),
    ("sections, questions", "enter f2 right down"),
    ("review", "enter f8"),
    ("profile", "enter f9"),
    ("profile, numbers", "enter f9 t"),
    ("profile, facets", "enter f9 t t"),
    ("profile, points", "enter f9 t t t"),
    ("profile, target", "enter f9 t t t t"),
    ("why", "enter f9 enter"),
    ("advice", "enter f9 r"),
    ("recommendation", "enter f9 r enter"),
    ("roadmap", "enter f9 p"),
    ("roadmap, an action", "enter f9 p enter"),
    ("roadmap, scores", "enter f9 p t"),
    ("what if", "enter f9 w"),
    ("what if, an area", "enter f9 w a"),
    ("target", "enter f9 m"),
];

/// The sample with questions that share a screen where there is room.
fn questionnaire() -> Arc<Questionnaire> {
    let mut text = format!("{SAMPLE}\n[[section]]\nid = \"battery\"\ntitle = {}\n", alike("Battery"));
    for number in 1..=4 {
        let (label, word) = (alike(&format!("{} {number}?", "Long question ".repeat(9 * number))), alike("option"));
        let _ = write!(
            text,
            "[[section.question]]\nid = \"BAT{number}\"\nkind = \"select_one\"\nlabel = {label}\n\
             choices = [{{ id = \"a\", label = {word} }}, {{ id = \"b\", label = {word} }}]\n"
        );
    }
    Arc::new(read(&text).unwrap().0)
}

/// One text in every language.
fn alike(text: &str) -> String {
    format!("{{ uz = \"{text}\", ru = \"{text}\", en = \"{text}\" }}")
}

/// The answer at a question with everything a person can type put in.
fn poisoned(kind: &Kind, typed: Option<Value>) -> Answer {
    let text = SMUGGLED.to_owned();
    let response = match kind {
        Kind::Text { .. } => Response::Value(Value::Text(text.clone())),
        _ => typed.map_or(Response::NotApplicable { reason: text.clone() }, Response::Value),
    };
    Answer { response: Some(response), comment: text.clone(), evidence: text, flagged: true, ..Answer::default() }
}

/// Assessments as a foreign program might have left them, the last one closed: no text in them was cleaned.
fn poisoned_library(questionnaire: &Arc<Questionnaire>) -> (MemoryLibrary, Interview) {
    let mut library = MemoryLibrary::default();
    let now = jiff::Timestamp::from_second(1_795_000_000).unwrap().to_zoned(TimeZone::UTC);
    let mut interview = Interview::new(Arc::clone(questionnaire), Form::Full, now.clone());
    for level in ["1", "2"] {
        let (enterprise, lang) = (SMUGGLED.to_owned(), Lang::En);
        let form = Form::Full;
        let new = NewAssessment { enterprise, questionnaire: Arc::clone(questionnaire), form, lang, previous: None };
        let id = library.create(&new).unwrap();
        interview = Interview::new(Arc::clone(questionnaire), form, now.clone());
        for (ix, question) in questionnaire.questions.enumerate() {
            let typed = if matches!(question.kind, Kind::Level { .. }) { level } else { "12" };
            let answer = poisoned(&question.kind, question.parse(typed).ok().flatten());
            let Ok(change) = interview.propose(ix, answer) else { continue };
            let circumstances = Circumstances { lang, shown_ms: 0, advance: Advance::Stay };
            interview.commit(change, circumstances, library.journal(id).as_mut()).unwrap();
        }
        let first = questionnaire.questions.enumerate().find(|(_, it)| matches!(it.kind, Kind::Integer { .. }));
        library.journal(id).keep_draft(&first.unwrap().1.id, Some(SMUGGLED)).unwrap();
        let second = questionnaire.questions.enumerate().nth(1).unwrap().1;
        library.journal(id).keep_position(Some(&second.id)).unwrap();
        if level == "2" {
            interview.set_closed(true, lang, library.journal(id).as_mut()).unwrap();
        }
    }
    (library, interview)
}

/// Windows at the edges of what can be.
const ODD: [(u16, u16); 10] =
    [(0, 0), (1, 1), (0, 200), (200, 0), (60, 18), (61, 200), (200, 18), (200, 200), (110, 22), (120, 40)];

/// Fails if a cell of the screen holds anything but signs that stand still.
#[track_caller]
fn is_clean(app: &Harness, what: &str) {
    let smuggled = app.screen().chars().find(|c| steers(*c));
    assert!(smuggled.is_none(), "{what}: {smuggled:?} on the screen\n{:?}", app.screen());
}

/// Whether a character moves the cursor, starts an escape sequence or turns the direction of what follows.
fn steers(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}

#[test]
fn the_routes_lead_to_every_kind_of_screen_which_draws_in_the_oddest_windows() {
    let questionnaire = questionnaire();
    let (library, _) = poisoned_library(&questionnaire);
    let mut reached = BTreeSet::new();
    for (at, (what, keys)) in ROUTES.iter().enumerate() {
        let lang = Lang::ALL[at % Lang::ALL.len()];
        let mut app = Harness::on(library.clone(), Arc::clone(&questionnaire), lang, 80, 24);
        app.ctx().preferences.pane = Some(at.is_multiple_of(2));
        app.looks(Theme::ALL[at % Theme::ALL.len()].0, Charset::ALL[at % Charset::ALL.len()].0).keys(keys);
        reached.insert(format!("{:?}", app.scope()));
        for (width, height) in ODD {
            app.resize(width, height);
            is_clean(&app, what);
        }
        // The last of these windows is wide enough for a table, which has this key in its footer.
        let row = format!("↑↓ {} ", app.ctx().texts.get("hint-row"));
        assert!(!what.starts_with("table") || app.screen().contains(&row), "{what}: {}", app.screen());
    }
    let missing: Vec<_> = Scope::SCREENS.iter().filter(|scope| !reached.contains(&format!("{scope:?}"))).collect();
    assert!(missing.is_empty(), "no route leads to {missing:?}");
}

fn any_looks() -> impl Strategy<Value = (Lang, Theme, Charset)> {
    let langs = prop::sample::select(Lang::ALL.to_vec());
    let themes = prop::sample::select(Theme::ALL.map(|(theme, _)| theme).to_vec());
    let charsets = prop::sample::select(Charset::ALL.map(|(charset, _)| charset).to_vec());
    (langs, themes, charsets)
}

/// A length between nothing and 200 cells; windows that people have come up more often.
fn cells() -> impl Strategy<Value = u16> {
    prop_oneof![1 => 0_u16..=200, 1 => 50_u16..=130, 1 => 15_u16..=45]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn any_screen_draws_in_any_window_with_any_looks(
        (lang, theme, charset) in any_looks(),
        (what, keys) in prop::sample::select(ROUTES),
        sizes in prop::collection::vec((cells(), cells()), 8),
        pane in any::<bool>(),
    ) {
        let questionnaire = questionnaire();
        let (library, _) = poisoned_library(&questionnaire);
        let mut app = Harness::on(library, questionnaire, lang, 80, 24);
        app.ctx().preferences.pane = Some(pane);
        app.looks(theme, charset).keys(keys);
        is_clean(&app, what);
        for (width, height) in sizes {
            app.resize(width, height);
            is_clean(&app, what);
        }
    }
}

#[derive(Clone, Debug)]
enum Step {
    Key(&'static str),
    Typed(char),
    Paste(String),
    Window(u16, u16),
    Looks(Theme, Charset),
}

/// Keys that do something somewhere.
const KEYS: &str = "0 1 2 3 4 9 a c d f h m n o p r s t w x т ? / space enter enter enter esc up down left right \
                    tab backtab pgdn pgup home end del backspace f1 f2 f3 f4 f5 f6 f7 f8 f9 f12 ctrl+z ctrl+y \
                    ctrl+l ctrl+s ctrl+o ctrl+f ctrl+r ctrl+p";

fn any_step() -> impl Strategy<Value = Step> {
    let keys: Vec<&'static str> = KEYS.split_whitespace().collect();
    prop_oneof![
        12 => prop::sample::select(keys).prop_map(Step::Key),
        2 => any::<char>().prop_map(Step::Typed),
        1 => prop::sample::select(SMUGGLED.chars().collect::<Vec<_>>()).prop_map(Step::Typed),
        1 => any::<String>().prop_map(Step::Paste),
        1 => Just(Step::Paste(SMUGGLED.to_owned())),
        1 => (cells(), cells()).prop_map(|(width, height)| Step::Window(width, height)),
        1 => (60_u16..=140, 18_u16..=50).prop_map(|(width, height)| Step::Window(width, height)),
        1 => any_looks().prop_map(|(_, theme, charset)| Step::Looks(theme, charset)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn nothing_typed_or_pasted_steers_the_terminal(
        (lang, theme, charset) in any_looks(),
        route in prop::sample::select(ROUTES),
        steps in prop::collection::vec(any_step(), 1..40),
    ) {
        let questionnaire = questionnaire();
        let (library, _) = poisoned_library(&questionnaire);
        let mut app = Harness::on(library, questionnaire, lang, 80, 24);
        app.looks(theme, charset).keys(route.1);
        for step in &steps {
            match step {
                Step::Key(key) => app.keys(key),
                Step::Typed(c) => app.typed(*c),
                Step::Paste(text) => app.paste(text),
                Step::Window(width, height) => app.resize(*width, *height),
                Step::Looks(theme, charset) => app.looks(*theme, *charset),
            };
            is_clean(&app, route.0);
        }
    }
}

#[test]
fn a_megabyte_can_be_pasted_into_every_field() {
    let text = format!("{}\u{1b}[31m {SMUGGLED}", "ўзбек matni 漢字\r\n".repeat(50_000));
    assert!(text.len() > 1_000_000);
    for keys in ["n", "enter f3 F 1 enter", "enter f3", "enter f4", "enter f3 I N F 1 enter f6 3", "f12 down down"] {
        let (library, _) = poisoned_library(&questionnaire());
        let mut app = Harness::on(library, questionnaire(), Lang::En, 80, 24);
        app.keys(keys).paste(&text).shows("The text was too long");
        is_clean(&app, keys);
    }
}

#[test]
fn nothing_of_an_answer_steers_a_report() {
    let questionnaire = questionnaire();
    let (library, interview) = poisoned_library(&questionnaire);
    let summary = library.summaries().unwrap().pop().unwrap();
    let record = library.open(summary.id).unwrap();
    for lang in Lang::ALL {
        let texts = Texts::new(lang, TimeZone::UTC);
        let meta = Meta::new(&record, record.summary.changed);
        let profile = profile(&interview);
        let document = report::document(&profile, &interview, &meta, &texts, Length::Full);
        let text = report::text(&document, 80) + &report::summary(&profile, &interview, &meta, &texts);
        let smuggled = text.char_indices().find(|(_, c)| steers(*c));
        assert!(smuggled.is_none(), "{lang}: {smuggled:?} in the report\n{text:?}");
        assert!(text.contains("漢字") && text.contains("مرحبا"), "the answers stand in the report");
    }
}
