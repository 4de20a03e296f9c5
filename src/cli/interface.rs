//! An interview on the screen or line by line: what it begins with, and what is printed when the screen
//! has been left.

use std::path::Path;
use std::sync::Arc;

use jiff::{Timestamp, Zoned};
use ratatui::layout::Size;

use super::args::{self, CharsetChoice};
use super::failure::Failure;
use super::plain::{self, Chosen};
use super::profile::{self, Opened};
use super::shell::Shell;
use super::{Verdict, ids, looks, places, references, shelf};
use crate::engine::around::Around;
use crate::engine::id::AssessmentId;
use crate::engine::interview::journal::{EventAction, JournalError};
use crate::engine::interview::{Form, Interview};
use crate::engine::library::{Access, Library, NewAssessment, Record, Summary};
use crate::engine::questionnaire::Questionnaire;
use crate::engine::text::Message;
use crate::i18n::Texts;
use crate::report::{self, Meta};
use crate::session::others::Pools;
use crate::session::place::{Move, Place};
use crate::session::preferences::{Mode, Preferences};
use crate::session::{Desk, fresh};
use crate::store::{Identity, Store};
use crate::tui;
use crate::tui::app::App;
use crate::tui::context::Ctx;
use crate::tui::screens::{Effect, first, new, start};
use crate::tui::theme::Charset;

/// What the interface begins with.
#[derive(Debug)]
pub enum Begin {
    /// The list of assessments.
    List,
    /// A new assessment.
    New(args::New),
    /// The assessment of that id.
    Open(String),
}

/// What is on screen first.
enum First {
    List,
    Dialog(usize, Form),
    Fresh(NewAssessment),
    Assessment(AssessmentId),
}

/// Runs the interface until it is left, and prints what was finished meanwhile.
pub fn run(shell: &Shell, begin: Begin) -> Result<Verdict, Failure> {
    let chosen = plain::chosen(shell);
    let store = shell.store()?;
    let worry = copied(shell, &store).or(parted(shell, &store));
    let mut shelf = shelf::gather(shell);
    let first = first(shell, &store, &mut shelf, begin)?;
    match chosen {
        Chosen::No => {}
        Chosen::Asked => return line_by_line(shell, desk(shell, store, shelf), first),
        Chosen::Because(reason) => {
            shell.say(&reason)?;
            return line_by_line(shell, desk(shell, store, shelf), first);
        }
    }
    let mut ctx = ctx(shell, store, shelf)?;
    ctx.sign();
    if let Some(message) = worry {
        ctx.warn(message);
    }
    let mut app = App::new(ctx);
    put_on_screen(&mut app, first)?;
    let outcome = tui::run(app).map_err(|error| {
        let message = Message::new("cli-terminal-failed").with("cause", error.to_string());
        Failure::system(message).hint(Message::new("cli-terminal-failed-hint"))
    })?;
    summaries(shell, outcome.finished)?;
    Ok(Verdict::Done)
}

/// Makes the copy that is due. What stood in the way stops nobody from working, but is said, and in one line on the
/// screen.
fn copied(shell: &Shell, store: &Store) -> Option<Message> {
    let error = store.rotate(shell.now()).err()?;
    let message = Message::new("safety-not-copied").with("cause", shell.texts.say(&error.message()));
    shell.warn(&message, None);
    Some(Message::new("safety-not-copied-short"))
}

/// Says which copies beside the database hold what is not here.
fn parted(shell: &Shell, store: &Store) -> Option<Message> {
    let twins = store.twins();
    for twin in &twins {
        let message = Message::new("safety-twin").with("path", twin.path.display().to_string());
        let message = message.with("apart", twin.apart).with("ahead", twin.ahead);
        shell.warn(&message, Some(&Message::new("safety-twin-hint")));
    }
    let file = twins.first()?.path.file_name()?.to_string_lossy().into_owned();
    Some(Message::new("safety-twin-short").with("file", file))
}

/// Holds a sitting without taking over the screen.
fn line_by_line(shell: &Shell, mut desk: Desk, first: First) -> Result<Verdict, Failure> {
    let first = match first {
        First::List => plain::First::List,
        First::Dialog(questionnaire, form) => plain::First::New(questionnaire, form),
        First::Fresh(new) => {
            desk.begin(&new)?;
            plain::First::Assessment
        }
        First::Assessment(id) => {
            desk.open(id)?;
            plain::First::Assessment
        }
    };
    plain::run(shell, desk, &first)
}

fn first(shell: &Shell, store: &Store, shelf: &mut Vec<Arc<Questionnaire>>, begin: Begin) -> Result<First, Failure> {
    match begin {
        Begin::List => Ok(First::List),
        Begin::Open(id) => Ok(First::Assessment(ids::find(store, &id)?.id)),
        Begin::New(args) => {
            match store.access() {
                Access::Write => {}
                Access::ReadOnlyInUse => return Err(Failure::system(Message::new("tui-in-use"))),
                Access::ReadOnlyFile => return Err(Failure::system(Message::new("tui-read-only"))),
            }
            if let Some(from) = &args.from {
                return again(shell, store, shelf, &ids::find(store, from)?, args.quick);
            }
            let form = if args.quick { Form::Quick } else { Form::Full };
            let at = args.questionnaire.map_or(Ok(0), |asked| shelf::choose(shelf, &asked))?;
            if let Some(without) = shelf.get(at).filter(|questionnaire| !questionnaire.offers(form)) {
                return Err(Failure::usage(Message::new("cli-no-quick-form").with("id", without.id.as_str())));
            }
            let Some((enterprise, questionnaire)) = args.name.zip(shelf.get(at)) else {
                return Ok(First::Dialog(at, form));
            };
            let enterprise = enterprise.trim().to_owned();
            if let Some(problem) = fresh::unfit(&enterprise) {
                return Err(Failure::usage(problem));
            }
            let questionnaire = Arc::clone(questionnaire);
            Ok(First::Fresh(NewAssessment { enterprise, questionnaire, form, lang: shell.lang(), previous: None }))
        }
    }
}

/// A new assessment of the same enterprise, by the newest version of the same questionnaire, or the one it was made
/// with if there is none at hand.
fn again(
    shell: &Shell,
    store: &Store,
    shelf: &[Arc<Questionnaire>],
    of: &Summary,
    quick: bool,
) -> Result<First, Failure> {
    let questionnaire = match fresh::newest(shelf, &of.questionnaire).and_then(|at| shelf.get(at)) {
        Some(newest) => Arc::clone(newest),
        None => Arc::clone(profile::open(store, of.id)?.interview.questionnaire()),
    };
    let form = if quick { Form::Quick } else { of.form };
    if quick && !questionnaire.offers(form) {
        return Err(Failure::usage(Message::new("cli-no-quick-form").with("id", questionnaire.id.as_str())));
    }
    let form = if questionnaire.offers(form) { form } else { Form::Full };
    let (enterprise, lang, previous) = (of.enterprise.clone(), shell.lang(), Some(of.id));
    Ok(First::Fresh(NewAssessment { enterprise, questionnaire, form, lang, previous }))
}

fn ctx(shell: &Shell, store: Store, shelf: Vec<Arc<Questionnaire>>) -> Result<Ctx, Failure> {
    let charset = match shell.general.charset {
        Some(CharsetChoice::Fixed(charset)) => charset,
        Some(CharsetChoice::Auto) => places::charset(),
        None => chosen_charset(&store).unwrap_or_else(places::charset),
    };
    let (theme, wardrobe) = looks::worn(shell, &store)?;
    let desk = desk(shell, store, shelf);
    Ok(Ctx { desk, theme, wardrobe, charset, size: Size::default(), notice: None, retry: false })
}

/// The characters chosen in the settings, where the terminal is likely to show them.
fn chosen_charset(store: &Store) -> Option<Charset> {
    store.setting("charset").ok().flatten().and_then(|name| Charset::named(&name))
}

/// What an interview is held with, on a screen or line by line.
fn desk(shell: &Shell, store: Store, shelf: Vec<Arc<Questionnaire>>) -> Desk {
    Desk {
        texts: places::texts(shell.lang()),
        place: place(shell, &store),
        preferences: preferences(shell, &store),
        library: Box::new(store),
        set_aside: None,
        references: references::gather(shell, &shelf),
        pools: Pools::default(),
        shelf,
        catalogue: shelf::catalogue(shell),
        session: None,
        clock: Box::new(Zoned::now),
        finished: Vec::new(),
        result,
    }
}

/// How this machine is used; a name on the command line means that its owner interviews now.
fn preferences(shell: &Shell, store: &Store) -> Preferences {
    let mut preferences = Preferences::read(store);
    if let Some(name) = &shell.general.interviewer {
        preferences.mode = Some(Mode::Interview);
        preferences.interviewer.clone_from(name);
    }
    preferences
}

/// Where the assessments are, and the way to another place unless this one was named.
fn place(shell: &Shell, store: &Store) -> Place {
    let interviewer = shell.general.interviewer.clone().unwrap_or_default();
    let elsewhere = move |path: &Path| {
        let identity = Identity { device: places::device(), interviewer: interviewer.clone() };
        let store = Store::open(path, identity)?;
        places::remember_database(store.path()).map_err(|error| JournalError {
            message: Message::new("first-place-not-kept").with("cause", error.to_string()),
            cause: error.to_string(),
        })?;
        Ok(Box::new(store) as Box<dyn Library>)
    };
    let movable = shell.general.db.is_none();
    Place { path: store.path().to_owned(), elsewhere: movable.then(|| Box::new(elsewhere) as Move) }
}

/// The computed profile as it is kept with a closed assessment.
fn result(interview: &Interview, record: &Record, made: Timestamp, around: Around) -> String {
    let meta = Meta::new(record, made).within(around);
    report::json(&crate::engine::profile::profile(interview), interview, &meta)
}

/// Lays what was asked for over the list. A failure is said in the shell, before the screen is taken over.
fn put_on_screen(app: &mut App, first: First) -> Result<(), Failure> {
    let mut failed = None;
    app.push(|ctx| {
        let shown = match first {
            First::List => Ok(first::open_if_fresh(ctx)),
            First::Dialog(at, form) => Ok(new::open(ctx, at, form)),
            First::Fresh(assessment) => new::begin(ctx, &assessment),
            First::Assessment(id) => ctx.open(id).map(|()| start::show(ctx)),
        };
        shown.unwrap_or_else(|error| {
            failed = Some(error);
            Vec::<Effect>::new()
        })
    });
    failed.map_or(Ok(()), |error| Err(error.into()))
}

/// Prints the result of every assessment that was finished and still is, in the language in which it
/// was finished.
fn summaries(shell: &Shell, mut finished: Vec<AssessmentId>) -> Result<(), Failure> {
    finished.sort_unstable();
    finished.dedup();
    if finished.is_empty() {
        return Ok(());
    }
    let store = shell.store()?;
    for id in finished {
        let Opened { record, interview } = profile::open(&store, id)?;
        if record.summary.closed.is_some() {
            let texts = closing_texts(&record).unwrap_or_else(|| places::texts(shell.lang()));
            let profile = crate::engine::profile::profile(&interview);
            shell.print(&report::summary(&profile, &interview, &Meta::new(&record, shell.now()), &texts))?;
        }
    }
    Ok(())
}

fn closing_texts(record: &Record) -> Option<Texts> {
    let closing = record.events.iter().rfind(|event| event.action == EventAction::Close)?;
    Some(places::texts(closing.lang))
}
