//! Keys, pastes and windows, in any order.

use super::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Size;
use tashxis::engine::library::NewAssessment;
use tashxis::session::Desk;
use tashxis::session::others::Pools;
use tashxis::session::place::Place;
use tashxis::session::preferences::Preferences;
use tashxis::session::work::Labour;
use tashxis::store::{Identity, Store};
use tashxis::tui::app::App;
use tashxis::tui::context::Ctx;
use tashxis::tui::input::{Input, Key};
use tashxis::tui::theme::{Charset, Depth, Theme, Wardrobe};

/// The most inputs of one sitting.
const MOST_INPUTS: usize = 200;

/// Keys that are no letters.
const NAMED: [KeyCode; 16] = [
    KeyCode::Enter,
    KeyCode::Esc,
    KeyCode::Up,
    KeyCode::Down,
    KeyCode::Left,
    KeyCode::Right,
    KeyCode::Tab,
    KeyCode::BackTab,
    KeyCode::PageUp,
    KeyCode::PageDown,
    KeyCode::Home,
    KeyCode::End,
    KeyCode::Delete,
    KeyCode::Backspace,
    KeyCode::Insert,
    KeyCode::Null,
];

/// Windows at the edges of what can be, and usual ones.
const WINDOWS: [(u16, u16); 10] =
    [(0, 0), (1, 1), (59, 18), (60, 18), (61, 40), (80, 24), (110, 22), (120, 40), (200, 18), (250, 100)];

/// A sitting: the first byte says how the program looks, every further one is a key, or begins a paste or another
/// window. Nothing panics, and no cell of any frame holds what steers the terminal.
pub fn keys(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let folder = folder();
    let mut app = sitting(&folder.path().join("a.db"), usize::from(*first));
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    let mut rest = rest.iter().copied();
    for _ in 0..MOST_INPUTS {
        draw(&mut app, &mut terminal);
        if app.outcome().is_some() {
            return;
        }
        let Some(byte) = rest.next() else { break };
        match byte {
            0..=31 => app.input(Input::Key(Key::ctrl(char::from(b'a' + byte % 26)))),
            32..=126 => app.input(Input::Key(Key::plain(KeyCode::Char(char::from(byte))))),
            127..=159 => app.input(Input::Key(Key::plain(KeyCode::F(byte - 126)))),
            160..=207 => app.input(Input::Key(Key::plain(NAMED[usize::from(byte) % NAMED.len()]))),
            208..=219 => {
                let (width, height) = WINDOWS[usize::from(byte) % WINDOWS.len()];
                terminal.backend_mut().resize(width, height);
                app.input(Input::Resize);
            }
            220..=229 => {
                let letters = usize::from(rest.next().unwrap_or_default());
                let pasted: Vec<u8> = rest.by_ref().take(letters).collect();
                app.input(Input::Paste(String::from_utf8_lossy(&pasted).repeat(usize::from(byte - 219))));
            }
            230..=239 => {
                let code =
                    u32::from_le_bytes([rest.next().unwrap_or_default(), rest.next().unwrap_or_default(), byte % 3, 0]);
                let letter = char::from_u32(code).unwrap_or('\u{fffd}');
                app.input(Input::Key(Key { code: KeyCode::Char(letter), ctrl: false, alt: byte > 236 }));
            }
            _ => app.idle(),
        }
    }
    app.leave_quietly();
    draw(&mut app, &mut terminal);
}

/// The program with an assessment that has been begun, on a database of its own.
fn sitting(path: &Path, looks: usize) -> App {
    fs::write(path, &*BEGUN).unwrap();
    let store = Store::open(path, Identity::default()).unwrap();
    let lang = Lang::ALL[looks % Lang::ALL.len()];
    let desk = Desk {
        texts: Texts::new(lang, TimeZone::UTC),
        preferences: Preferences::read(&store),
        library: Box::new(store),
        set_aside: None,
        references: Vec::new(),
        pools: Pools::read(Labour::AtOnce),
        place: Place::default(),
        shelf: vec![Arc::clone(&SAMPLE)],
        catalogue: Arc::default(),
        session: None,
        clock: Box::new(moment),
        finished: Vec::new(),
        result: |_, _, _, _| String::new(),
    };
    let wardrobe = Wardrobe { depth: Depth::True, own: None };
    App::new(Ctx {
        desk,
        theme: wardrobe.looks(Theme::ALL[looks % Theme::ALL.len()].0),
        wardrobe,
        charset: Charset::ALL[looks % Charset::ALL.len()].0,
        size: Size::new(80, 24),
        notice: None,
        retry: false,
    })
}

/// A database with an assessment in which nothing has been answered.
static BEGUN: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let folder = folder();
    let path = folder.path().join("begun.db");
    let mut store = Store::open(&path, Identity::default()).unwrap();
    let new = NewAssessment {
        enterprise: "Oqtosh \u{1b}[2J\u{202e}Sut".to_owned(),
        questionnaire: Arc::clone(&SAMPLE),
        form: Form::Full,
        lang: Lang::Uz,
        previous: None,
    };
    tashxis::engine::library::Library::create(&mut store, &new).unwrap();
    drop(store);
    fs::read(path).unwrap()
});

fn draw(app: &mut App, terminal: &mut Terminal<TestBackend>) {
    terminal.draw(|frame| app.draw(frame)).unwrap();
    for cell in &terminal.backend().buffer().content {
        assert!(!cell.symbol().chars().any(steers), "{:?} reached the terminal", cell.symbol());
    }
}
