//! The report in a real browser: nothing is wider than a telephone, the short form prints on two pages, every
//! printed page says who vouches for the answers, and axe-core finds nothing that shuts people out.
//!
//! Where Chromium, axe-core (`AXE_CORE` names the file) or pdftotext are not at hand, a test says so and ends.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what it does not expect"
)]

#[path = "support/bare.rs"]
mod bare;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use tashxis::engine::interview::memory::MemoryJournal;
use tashxis::engine::interview::{Advance, Circumstances, Interview};
use tashxis::engine::profile::profile;
use tashxis::engine::questionnaire::builtin::BUILTIN;
use tashxis::engine::questionnaire::read::read;
use tashxis::engine::reference::play;
use tashxis::engine::text::Lang;
use tashxis::i18n::Texts;
use tashxis::report::{self, Length};

/// Where a browser may be.
const BROWSERS: [&str; 3] = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/// The width of the text on a page of A4, in the pixels of style sheets.
const PAPER: usize = 665;

/// The languages whose words are longest, and their other alphabet.
const LANGS: [Lang; 2] = [Lang::UzCyrl, Lang::Ru];

/// A reference enterprise of the built-in questionnaire, with long words beside its answers.
fn answered() -> Interview {
    let questionnaire = Arc::new(read(BUILTIN[0].text).unwrap().0);
    let now = Timestamp::UNIX_EPOCH.to_zoned(TimeZone::UTC);
    let mut interview = play(&questionnaire, questionnaire.references.first().unwrap(), now).interview;
    for ix in questionnaire.questions.indices().step_by(5) {
        let mut answer = interview.answer(ix).clone();
        if answer.response.is_none() {
            continue;
        }
        answer.evidence = "Kompensatsiyalashtirilmaganliklaridanmikansizlarmikan".repeat(2);
        let circumstances = Circumstances { lang: Lang::En, shown_ms: 0, advance: Advance::Stay };
        let change = interview.propose(ix, answer).unwrap();
        interview.commit(change, circumstances, &mut MemoryJournal::default()).unwrap();
    }
    interview
}

fn page(lang: Lang, length: Length) -> String {
    let interview = answered();
    let meta = bare::meta("«Зарафшон Текстиль» МЧЖ");
    let texts = Texts::new(lang, TimeZone::UTC);
    report::html(&report::document(&profile(&interview), &interview, &meta, &texts, length))
}

/// A browser with a folder of its own.
struct Browser {
    program: PathBuf,
    folder: tempfile::TempDir,
}

impl Browser {
    /// The browser of this machine, if it has one.
    fn find() -> Option<Self> {
        let program = BROWSERS.iter().map(PathBuf::from).find(|path| path.exists());
        if program.is_none() {
            println!("left out: no Chromium is installed, so the report is not opened in a browser");
        }
        Some(Self { program: program?, folder: tempfile::tempdir().unwrap() })
    }

    fn run(&self, arguments: &[String]) -> String {
        let done = Command::new(&self.program)
            .args(["--headless=new", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=5000"])
            .arg(format!("--user-data-dir={}", self.folder.path().join("user").display()))
            .args(arguments)
            .output()
            .unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8_lossy(&done.stdout).into_owned()
    }

    fn file(&self, name: &str, text: &str) -> String {
        let file = self.folder.path().join(name);
        fs::write(&file, text).unwrap();
        format!("file://{}", file.display())
    }

    /// What a script, run in the page when it has loaded, leaves as the title of the frame around it. The frame is as
    /// wide as the device.
    fn asked(&self, page: &str, width: usize, script: &str, arguments: &[&str]) -> String {
        let inside = page.replace("</body>", &format!("<script>{script}</script></body>"));
        let inside = inside.replace('&', "&amp;").replace('"', "&quot;");
        let around = format!(
            "<!DOCTYPE html><html lang=\"en\"><title>none</title>\
             <iframe title=\"page\" style=\"width:{width}px;height:800px;border:0\" srcdoc=\"{inside}\"></iframe>"
        );
        let mut all: Vec<String> = arguments.iter().map(ToString::to_string).collect();
        all.extend(["--dump-dom".to_owned(), self.file("frame.html", &around)]);
        let dom = self.run(&all);
        let title = dom.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
        title.map(|(title, _)| title.to_owned()).unwrap_or_default()
    }

    /// The widths of content and window.
    fn widths(&self, page: &str, width: usize) -> (usize, usize) {
        let script =
            "onload = () => parent.document.title = `${document.scrollingElement.scrollWidth} of ${innerWidth}`";
        let title = self.asked(page, width, script, &[]);
        let widths = title.split_once(" of ").unwrap_or_else(|| panic!("not measured: {title:?}"));
        (widths.0.parse().unwrap(), widths.1.parse().unwrap())
    }

    fn printed(&self, page: &str) -> PathBuf {
        let paper = self.folder.path().join("paper.pdf");
        self.run(&[format!("--print-to-pdf={}", paper.display()), self.file("paper.html", page)]);
        paper
    }
}

#[test]
fn nothing_is_wider_than_a_telephone_a_window_or_a_page() {
    let Some(browser) = Browser::find() else { return };
    for lang in LANGS {
        let whole = page(lang, Length::Full);
        for width in [320, 360, 1280] {
            let (content, window) = browser.widths(&whole, width);
            assert!(window == width && content <= window, "{lang}: {content} of {window}");
        }
        // As it is printed: the rules for paper apply to the window.
        let (content, window) = browser.widths(&whole.replace("@media print", "@media all"), PAPER);
        assert!(content <= window, "{lang}, on paper: {content} of {window}");
    }
}

#[test]
fn the_short_form_takes_two_pages_of_paper() {
    let Some(browser) = Browser::find() else { return };
    for lang in Lang::ALL {
        let paper = browser.printed(&page(lang, Length::Short));
        let pdf = String::from_utf8_lossy(&fs::read(paper).unwrap()).into_owned();
        let pages = pdf.matches("/Type /Page\n").count();
        assert_eq!(pages, 2, "{lang}: the short form takes {pages} pages");
    }
}

#[test]
fn every_printed_page_says_who_vouches() {
    let Some(browser) = Browser::find() else { return };
    let paper = browser.printed(&page(Lang::Ru, Length::Full));
    let Ok(read) = Command::new("pdftotext").args([paper.as_path(), Path::new("-")]).output() else {
        println!("left out: pdftotext is not installed, so the printed pages are not read");
        return;
    };
    let text = String::from_utf8(read.stdout).unwrap();
    let pages: Vec<&str> = text.split_terminator('\u{c}').collect();
    assert!(pages.len() > 4, "{}", pages.len());
    for (at, page) in pages.iter().enumerate() {
        assert!(page.contains("Самооценка, ответы не проверялись"), "page {}:\n{page}", at + 1);
        assert!(page.contains(&format!("{} / {}", at + 1, pages.len())), "page {}:\n{page}", at + 1);
    }
}

#[test]
fn axe_finds_nothing_that_shuts_people_out() {
    let Some(browser) = Browser::find() else { return };
    let Some(axe) = std::env::var_os("AXE_CORE") else {
        println!("left out: AXE_CORE names no axe.min.js, so accessibility is not checked");
        return;
    };
    let axe = fs::read_to_string(axe).unwrap();
    let script = format!(
        "{axe}; onload = () => axe.run(document, {{ iframes: false }}).then(found => parent.document.title = \
         found.passes.length + ' passed' + found.violations.map(one => \
         '; ' + one.id + ': ' + one.nodes.map(node => node.target + ' ' + node.failureSummary).join(', ')).join(''), \
         error => parent.document.title = 'error ' + error)"
    );
    // The rules must be able to find something.
    let bad = "<!DOCTYPE html><html><head></head><body><img src=\"x\"></body></html>";
    let found = browser.asked(bad, 800, &script, &[]);
    assert!(found.contains("image-alt") && found.contains("html-has-lang"), "{found}");
    let whole = page(Lang::Ru, Length::Full);
    for (width, scheme) in [(360, 1), (1280, 1), (1280, 0)] {
        let scheme = format!("--blink-settings=preferredColorScheme={scheme}");
        let found = browser.asked(&whole, width, &script, &[&scheme]);
        let passed = found.strip_suffix(" passed").and_then(|rules| rules.parse::<usize>().ok());
        assert!(passed.is_some_and(|rules| rules > 15), "{width}, {scheme}: {found}");
    }
}
