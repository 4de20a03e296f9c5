//! The pictures of the guided tour, `docs/tour.md`: drawn from the real screens, and found current by every test run.

use std::path::{Path, PathBuf};
use std::sync::Arc;

mod svg;

use jiff::Timestamp;

use crate::engine::library::Library;
use crate::engine::questionnaire::Questionnaire;
use crate::engine::questionnaire::builtin::BUILTIN;
use crate::engine::questionnaire::read::read;
use crate::engine::text::Lang;
use crate::tui::app::harness::{Harness, MemoryLibrary};
use crate::tui::screens::profile::tests::assess;

const FIRM: &str = "Zarafshon Tekstil MChJ";

/// Whom the tour has assessed, the latest first: on which day, with which answers of the questionnaire, and whether to the end.
const ASSESSED: [(&str, &str, &str, bool); 9] = [
    ("Namangan Charm", "2026-11-18T08:05:00Z", "member-in-full", false),
    (FIRM, "2026-11-17T09:00:00Z", "member-in-full", true),
    ("Buxoro Non", "2026-11-10T14:10:00Z", "passive-member", true),
    ("Samarqand Shirin", "2026-11-03T09:30:00Z", "wary-micro-subsidiary", true),
    ("Fargʻona Paxta Klasteri", "2026-10-22T11:00:00Z", "cluster-anchor", true),
    ("Chirchiq Kimyo Mash AJ", "2026-10-20T09:15:00Z", "state-works", true),
    ("Oqtosh Sut", "2026-10-13T08:40:00Z", "outsider-in-full", true),
    ("Andijon Avtodetal QK", "2026-10-06T10:00:00Z", "transnational-supplier", true),
    (FIRM, "2025-11-11T09:00:00Z", "passive-member", true),
];

/// How many questions of an unfinished interview have been answered.
const HALF: usize = 34;

/// What every picture starts from: everybody in the database.
struct Start {
    questionnaire: Arc<Questionnaire>,
    library: MemoryLibrary,
}

impl Start {
    fn new() -> Self {
        let questionnaire = Arc::new(read(BUILTIN[0].text).unwrap().0);
        let mut library = MemoryLibrary::default();
        for (enterprise, day, name, finished) in ASSESSED {
            library.stamp_from(day.parse::<Timestamp>().unwrap());
            let reference = questionnaire.references.iter().find(|reference| reference.id == name).unwrap();
            let share = if finished { usize::MAX } else { HALF };
            let answers = reference.answers.iter().take(share).map(|(ix, typed)| (*ix, typed.clone())).collect();
            let form = reference.form;
            let (id, mut interview) = assess(&mut library, &questionnaire, enterprise, form, answers, Lang::En);
            if finished {
                interview.set_closed(true, Lang::En, library.journal(id).as_mut()).unwrap();
            }
            library.keep_progress(id, interview.progress()).unwrap();
        }
        let (_, today, ..) = ASSESSED[0];
        library.stamp_from(today.parse::<Timestamp>().unwrap());
        Self { questionnaire, library }
    }

    /// The program after keys.
    fn app(&self, lang: Lang, (width, height): (u16, u16), keys: &str) -> Harness {
        let mut app = Harness::on(self.library.copied(), Arc::clone(&self.questionnaire), lang, width, height);
        app.keys(keys);
        app
    }
}

const USUAL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 40);

/// The name of a picture's file, what it shows, and in which language and window which keys lead there.
type Shown = (&'static str, &'static str, Lang, (u16, u16), &'static str);

/// The pictures.
/// The first assessment of the list is under way at question 3.10; the second is finished.
const PICTURES: [Shown; 12] = [
    ("list", "The list of assessments", Lang::En, USUAL, ""),
    ("question", "A question in Uzbek", Lang::Uz, USUAL, "enter f3 \"3.5\" enter 2"),
    ("sections", "The sections of the questionnaire", Lang::En, USUAL, "enter f2"),
    ("review", "The review before the end", Lang::En, USUAL, "enter f8"),
    ("profile", "The profile with its radar, in Russian", Lang::Ru, LARGE, "down enter"),
    ("why", "Why an area has its score", Lang::En, USUAL, "down enter enter"),
    ("advice", "Recommendations in their order", Lang::En, USUAL, "down enter r"),
    ("roadmap", "The roadmap", Lang::En, USUAL, "down enter p space down space down space"),
    ("what-if", "What if two answers were higher", Lang::En, USUAL, "down enter w right right down right"),
    ("compare", "What changed in a year", Lang::En, USUAL, "down enter c"),
    ("portfolio", "All enterprises side by side", Lang::En, USUAL, "m down"),
    ("history", "Who changed what, and when", Lang::En, USUAL, "enter f3 \"3.5\" enter 1 3 esc \"list\" enter h"),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/tour")
}

/// The names of the pictures that are kept.
fn kept() -> Vec<String> {
    let names = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

#[test]
fn the_pictures_of_the_tour_are_current() {
    let update = std::env::var_os("UPDATE_TOUR").is_some();
    let mut stale = Vec::new();
    let start = Start::new();
    for (name, title, lang, window, keys) in PICTURES {
        let app = start.app(lang, window, keys);
        let path = folder().join(format!("{name}.svg"));
        let made = svg::picture(app.buffer(), title);
        if update {
            std::fs::write(&path, &made).unwrap();
        }
        if std::fs::read_to_string(&path).is_ok_and(|kept| kept.replace("\r\n", "\n") == made) {
            continue;
        }
        stale.push(name);
    }
    assert_eq!(stale, Vec::<&str>::new(), "out of date: UPDATE_TOUR=1 cargo test --lib tour, then look at them");
}

#[test]
fn the_tour_shows_every_picture_and_no_other() {
    let page = std::fs::read_to_string(folder().with_extension("md")).unwrap();
    let shown = regex::Regex::new(r"!\[[^\]]+\]\(tour/([^)]+)\)").unwrap();
    let mut shown: Vec<String> = shown.captures_iter(&page).map(|found| found[1].to_owned()).collect();
    shown.sort();
    let mut drawn: Vec<String> = PICTURES.iter().map(|(name, ..)| format!("{name}.svg")).collect();
    drawn.sort();
    assert_eq!(shown, drawn);
    assert_eq!(kept(), drawn);
}
