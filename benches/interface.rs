//! What it costs to show something: one frame of a question, and the first frame of all.
#![expect(clippy::indexing_slicing, reason = "a bench that cannot go on has nothing to report")]

use std::sync::Arc;

use criterion::{BenchmarkGroup, Criterion, criterion_group, criterion_main, measurement::WallTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Size;
use tashxis::engine::interview::Form;
use tashxis::engine::library::NewAssessment;
use tashxis::engine::questionnaire::Questionnaire;
use tashxis::engine::questionnaire::builtin::BUILTIN;
use tashxis::engine::questionnaire::generate::generated;
use tashxis::engine::questionnaire::read::read;
use tashxis::engine::text::Lang;
use tashxis::i18n::Texts;
use tashxis::session::Desk;
use tashxis::session::others::Pools;
use tashxis::session::place::Place;
use tashxis::session::preferences::Preferences;
use tashxis::store::{Identity, Store};
use tashxis::tui::app::App;
use tashxis::tui::context::Ctx;
use tashxis::tui::input::{Input, Key};
use tashxis::tui::screens::new;
use tashxis::tui::theme::{Charset, Looks, Wardrobe};

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

fn questionnaire(text: &str) -> Arc<Questionnaire> {
    let Ok((questionnaire, _)) = read(text) else { unreachable!("the file is valid") };
    Arc::new(questionnaire)
}

fn moment() -> Zoned {
    Timestamp::UNIX_EPOCH.to_zoned(TimeZone::UTC)
}

/// The program on a database in a folder of its own.
fn app(folder: &tempfile::TempDir, shelf: Vec<Arc<Questionnaire>>) -> App {
    let Ok(store) = Store::open(&folder.path().join("data.db"), Identity::default()) else {
        unreachable!("a new folder can be written")
    };
    let desk = Desk {
        texts: Texts::new(Lang::Ru, TimeZone::UTC),
        library: Box::new(store),
        set_aside: None,
        references: Vec::new(),
        pools: Pools::default(),
        place: Place::default(),
        preferences: Preferences::default(),
        shelf,
        catalogue: std::sync::Arc::default(),
        session: None,
        clock: Box::new(moment),
        finished: Vec::new(),
        result: |_, _, _, _| String::new(),
    };
    App::new(Ctx {
        desk,
        theme: Looks::default(),
        wardrobe: Wardrobe::default(),
        charset: Charset::Braille,
        size: Size::default(),
        notice: None,
        retry: false,
    })
}

fn folder() -> tempfile::TempDir {
    let Ok(folder) = tempfile::tempdir() else { unreachable!("there is room for a folder") };
    folder
}

fn terminal((columns, rows): (u16, u16)) -> Terminal<TestBackend> {
    let Ok(terminal) = Terminal::new(TestBackend::new(columns, rows));
    terminal
}

fn draw(app: &mut App, terminal: &mut Terminal<TestBackend>) {
    let Ok(_) = terminal.draw(|frame| app.draw(frame));
}

/// At the first question of an assessment by that questionnaire, past the text that may stand before it.
fn at_a_question(folder: &tempfile::TempDir, questionnaire: &Arc<Questionnaire>) -> App {
    let mut app = app(folder, vec![Arc::clone(questionnaire)]);
    let new = NewAssessment {
        enterprise: "Бухоро Нон".to_owned(),
        questionnaire: Arc::clone(questionnaire),
        form: Form::Full,
        lang: Lang::Ru,
        previous: None,
    };
    app.push(|ctx| new::begin(ctx, &new).unwrap_or_default());
    app.input(Input::Key(Key::plain(KeyCode::PageDown)));
    app
}

fn frames(group: &mut BenchmarkGroup<WallTime>, name: &str, questionnaire: &Arc<Questionnaire>) {
    let folder = folder();
    let mut app = at_a_question(&folder, questionnaire);
    for size in SIZES {
        let mut terminal = terminal(size);
        let (columns, rows) = size;
        group.bench_function(format!("a question, {name}, {columns}×{rows}"), |bench| {
            bench.iter(|| draw(&mut app, &mut terminal));
        });
    }
    let mut terminal = terminal(SIZES[0]);
    let mut keys = [KeyCode::Down, KeyCode::Up].into_iter().cycle();
    group.bench_function(format!("a key and its frame, {name}, 80×24"), |bench| {
        bench.iter(|| {
            keys.next().into_iter().for_each(|code| app.input(Input::Key(Key::plain(code))));
            draw(&mut app, &mut terminal);
        });
    });
}

fn frame(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("one frame");
    frames(&mut group, "built in", &questionnaire(BUILTIN[0].text));
    frames(&mut group, "3000 questions", &questionnaire(&generated(3_000)));
    group.finish();
}

/// Everything between the start of the process and the first frame, but for the process itself.
fn start(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("start");
    let folder = folder();
    group.bench_function("texts of one language", |bench| bench.iter(|| Texts::new(Lang::Ru, TimeZone::UTC)));
    group.bench_function("first frame: questionnaire, texts, database, list", |bench| {
        bench.iter(|| {
            let mut app = app(&folder, vec![questionnaire(BUILTIN[0].text)]);
            draw(&mut app, &mut terminal(SIZES[0]));
        });
    });
    group.finish();
}

criterion_group!(benches, frame, start);
criterion_main!(benches);
