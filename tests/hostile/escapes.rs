//! A questionnaire of a stranger, with escape sequences in every text: none of them reaches a terminal, whatever is
//! done with it.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use regex::Regex;
use tashxis::engine::questionnaire::read::read;
use tashxis::engine::questionnaire::sample::SAMPLE;
use tashxis::engine::text::steers;

#[path = "../support/terminal.rs"]
#[expect(dead_code, reason = "other tests need the rest")]
mod terminal;
use terminal::Terminal;

/// Sets the title of the window, clears the screen, colours and turns what follows: as TOML writes it.
const PAYLOAD: &str = r"\u001b]0;owned\u0007\u001b[2J\u009b31m\u202e\u0008\r";
/// The same in a name that is typed.
const TYPED: &str = "\u{1b}]0;owned\u{7}\u{1b}[2J\u{9b}31m\u{202e}";

/// The sample with the payload in every text in every language, and in every other string that is shown.
fn poisoned() -> String {
    let text = Regex::new(r#"\b(uz|ru|en|unit|source) = ""#).unwrap();
    text.replace_all(SAMPLE, |found: &regex::Captures| format!("{}{PAYLOAD}", &found[0])).into_owned()
}

/// A machine with that questionnaire, and an assessment by it.
struct Machine {
    home: tempfile::TempDir,
}

/// What is typed at the questions of an interview line by line, over and over.
const LINES: &str = "1\nyes\n12\n2\nabc\u{1b}[2J\n?\n1\n\nr\n";

impl Machine {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let text = poisoned();
        read(&text).unwrap_or_else(|problems| panic!("{problems:#?}"));
        fs::write(home.path().join("evil.toml"), &text).unwrap();
        let wrong = Regex::new(r#"(relevant|when|constraint) = ""#).unwrap();
        let wrong =
            wrong.replace_all(&text, |found: &regex::Captures| format!("{}${{a\\u001b[2J}} = '\\u009b' ", &found[0]));
        fs::write(home.path().join("broken.toml"), wrong.replace("kind = \"level\"", &format!("kind = \"{PAYLOAD}\"")))
            .unwrap();
        fs::write(home.path().join("torn.toml"), text.replace("title = {", "title = \u{1b}[2J {")).unwrap();
        Self { home }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tashxis"));
        command.env_clear().current_dir(self.home.path()).args(arguments);
        for (name, value) in [("LANG", "C.UTF-8"), ("TZ", "UTC")] {
            command.env(name, value);
        }
        command.env("HOME", self.home.path()).env("XDG_DATA_HOME", self.home.path());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Everything that a call prints on either way out.
    fn printed(&self, arguments: &[&str], typed: &str) -> String {
        use std::io::Write;
        let mut child = self.command(arguments).spawn().unwrap();
        let mut input = child.stdin.take().unwrap();
        // A program that does not ask closes the pipe.
        let _ = input.write_all(typed.as_bytes());
        drop(input);
        let output = child.wait_with_output().unwrap();
        String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap()
    }

    fn begun(&self) -> String {
        let named = format!("--name=Oqtosh {TYPED}Sut");
        self.still(&["new", "--plain", "--lang", "en", "-q", "evil.toml", &named], &LINES.repeat(30));
        let list = self.printed(&["list", "--json"], "");
        let list: serde_json::Value = serde_json::from_str(&list).unwrap();
        list["assessments"][0]["id"].as_str().unwrap().to_owned()
    }

    /// Fails if what is printed would steer a terminal.
    #[track_caller]
    fn still(&self, arguments: &[&str], typed: &str) -> String {
        let printed = self.printed(arguments, typed);
        let found = printed.char_indices().find(|(_, c)| steers(*c) && !matches!(c, '\n' | '\t'));
        assert!(found.is_none(), "{arguments:?}: {found:?} in\n{printed:?}");
        assert!(!printed.is_empty(), "{arguments:?} prints nothing");
        printed
    }
}

#[test]
fn nothing_that_is_printed_for_people_steers_the_terminal() {
    let machine = Machine::new();
    let id = machine.begun();
    for lang in ["uz-Cyrl", "ru"] {
        for arguments in [
            &["check", "evil.toml"][..],
            &["check", "broken.toml"],
            &["check", "torn.toml"],
            &["show", "evil.toml"],
            &["show", "evil.toml", "--format", "html"],
            &["list"],
            &["history", &id],
            &["profile", &id],
            &["profile", &id, "--format", "md"],
            &["explain", &id],
            &["explain", &id, "INF1"],
            &["roadmap", &id],
            &["stats", "-q", "evil.toml"],
            &["open", "--plain", &id],
            &["--plain"],
        ] {
            let shown = machine.still(&[arguments, &["--lang", lang]].concat(), &format!("?\nr\n{LINES}"));
            assert!(arguments[0] != "show" || shown.contains("owned"), "the texts themselves are shown");
        }
    }
}

/// The file in which a name is an attack of its own.
#[test]
fn names_of_files_steer_nothing_either() {
    let machine = Machine::new();
    let name: PathBuf = machine.home.path().join("\u{1b}[2J\u{9b}31m.toml");
    fs::write(&name, "format = ").unwrap();
    let name = name.display().to_string();
    for arguments in
        [&["check", &name][..], &["show", &name], &["import", &name], &["new", "-q", &name], &["--db", &name, "list"]]
    {
        machine.still(arguments, "");
    }
}

#[test]
fn results_for_programs_steer_no_terminal_and_say_the_same() {
    let machine = Machine::new();
    let id = machine.begun();
    for arguments in [
        &["profile", &id, "--format", "json"][..],
        &["profile", &id, "--format", "html"],
        &["export", "--all"],
        &["export", "--all", "--format", "csv"],
        &["list", "--json"],
        &["check", "broken.toml", "--json"],
        &["check", "broken.toml"],
    ] {
        let terminal = Terminal::start(env!("CARGO_BIN_EXE_tashxis"), machine.home.path(), arguments);
        // Nothing passes the test, so this ends when the program does.
        terminal.wait_until(terminal::PATIENCE, |_| false);
        let written = terminal.output();
        assert!(written.contains("owned"), "{arguments:?} shows the texts");
        for sign in ["\u{1b}]0;", "\u{1b}[2J", "\u{9b}", "\u{202e}", "\u{7}"] {
            assert!(!written.contains(sign), "{arguments:?}: {sign:?} reached the terminal");
        }
    }
}

/// The interface sends escape sequences of its own, but none of the questionnaire's.
#[test]
fn the_interface_shows_the_texts_and_obeys_none() {
    let machine = Machine::new();
    let named = format!("Oqtosh {TYPED}Sut");
    let arguments = ["new", "--lang", "en", "-q", "evil.toml", "--name", &named];
    let mut terminal = Terminal::start(env!("CARGO_BIN_EXE_tashxis"), machine.home.path(), &arguments);
    terminal.shows("owned").send("\u{1b}[6~").send("1\r2\r").send("\u{1b}OQ").shows("owned");
    terminal.send("\u{1b}[18~").send("\u{1b}[20~");
    terminal.send("\u{11}");
    let written = terminal.output();
    for sign in ["\u{1b}]0;owned", "\u{9b}", "\u{202e}", "\u{7}"] {
        assert!(!written.contains(sign), "{sign:?} reached the terminal");
    }
}
