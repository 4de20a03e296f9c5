//! A database that only its passphrase opens, as people use it: at the terminal and in scripts.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

#[expect(dead_code, reason = "tests/cli.rs uses the rest")]
#[path = "support/machine.rs"]
mod machine;
#[expect(dead_code, reason = "tests/e2e.rs uses the rest")]
#[path = "support/terminal.rs"]
mod terminal;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use machine::Machine;
use terminal::Terminal;

const PROGRAM: &str = env!("CARGO_BIN_EXE_tashxis");
const PASSPHRASE: &str = "ikki daryo oraligʻi";

/// A machine with an assessment, and the passphrase in the file `word`.
fn machine() -> Machine {
    let machine = Machine::new();
    machine.assessment("Buxoro Non");
    fs::write(machine.path("word"), format!("{PASSPHRASE}\n")).unwrap();
    fs::write(machine.path("other"), "boshqa parol bu\n").unwrap();
    machine
}

fn encrypted() -> Machine {
    let machine = machine();
    machine.call(&["encrypt", "--passphrase-file", "word"]).with(0).says("Encrypted and checked");
    machine
}

/// Whether a text stands in a file or a folder as it is.
fn stands_in(path: &Path, text: &str) -> bool {
    if path.is_dir() {
        return fs::read_dir(path).unwrap().flatten().any(|entry| stands_in(&entry.path(), text));
    }
    fs::read(path).unwrap().windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn a_database_is_encrypted_read_given_another_passphrase_and_decrypted() {
    let machine = machine();
    machine.call(&["list"]).with(0);
    // Opening the interface makes a copy by itself.
    machine.call(&[]).with(0);
    assert!(stands_in(&machine.path("tashxis"), "Buxoro Non"));
    let done = machine.call(&["encrypt", "--passphrase-file", "word"]).with(0);
    done.says("Copies beside it: 1.").complains("nobody can bring it back").complains("made elsewhere");
    assert!(!stands_in(&machine.path("tashxis"), "Buxoro Non"));

    machine.call(&["list", "--passphrase-file", "word"]).with(0).says("Buxoro Non");
    machine.call(&["verify", "--passphrase-file", "word"]).with(0).says("is in order");
    machine.call(&["list", "--passphrase-file", "other"]).with(1).complains("This passphrase does not open");
    machine.call(&["list", "--passphrase-file", "nowhere"]).with(2).complains("nowhere");
    machine.call(&["encrypt", "--passphrase-file", "word"]).with(2).complains("encrypted already");

    fs::write(machine.path("short"), "qisqa\n").unwrap();
    let rekey = ["rekey", "--passphrase-file", "word", "--new-passphrase-file"];
    machine.call(&[&rekey[..], &["short"]].concat()).with(1).complains("at least 8 characters");
    machine.call(&[&rekey[..], &["other"]].concat()).with(0).says("The new passphrase holds");
    machine.call(&["list", "--passphrase-file", "word"]).with(1);
    machine.call(&["list", "--passphrase-file", "other"]).with(0).says("Buxoro Non");

    machine.call(&["decrypt", "--passphrase-file", "word"]).with(1).complains("does not open");
    machine.call(&["decrypt", "--passphrase-file", "other"]).with(0).says("Decrypted and checked");
    machine.call(&["decrypt", "--passphrase-file", "other"]).with(2).complains("is not encrypted");
    machine.call(&["list"]).with(0).says("Buxoro Non");
    machine.call(&["verify"]).with(0);
}

#[test]
fn without_a_terminal_and_a_file_the_passphrase_cannot_be_asked_for() {
    let machine = encrypted();
    let mut command = Command::new(PROGRAM);
    command.args(["--db", machine.path("tashxis/tashxis.db").to_str().unwrap(), "list"]);
    // A session of its own has no terminal.
    let mut alone = Command::new("setsid");
    alone.arg("-w").arg(command.get_program()).args(command.get_args()).stdin(Stdio::null());
    let output = alone.env("TASHXIS_LANG", "en").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("--passphrase-file"), "{output:?}");
}

#[test]
fn it_is_asked_for_at_the_terminal_without_showing_it_and_in_the_language_chosen_inside() {
    let machine = machine();
    let database = machine.path("tashxis/tashxis.db");
    let database = database.to_str().unwrap();
    let call = |arguments: &[&str]| {
        Terminal::start(PROGRAM, &machine.path("tashxis"), &[&["--db", database], arguments].concat())
    };
    let mut terminal = call(&["encrypt"]);
    terminal.shows("New passphrase for").send(&format!("{PASSPHRASE}\r"));
    terminal.shows("The same once more").send(&format!("{PASSPHRASE}\r")).shows("Encrypted and checked");
    assert!(!terminal.screen().contains("daryo"), "{}", terminal.screen());
    terminal.ends_cleanly();

    let mut terminal = call(&["--lang", "ru"]);
    terminal.shows("Пароль для").send("xato parol\r").shows("Этот пароль не подходит");
    let asked_again = |screen: &str| screen.matches("Пароль для").count() == 2;
    assert!(terminal.wait_until(terminal::PATIENCE, asked_again));
    terminal.send(&format!("{PASSPHRASE}\r")).shows("Buxoro Non");
    assert!(!terminal.screen().contains("daryo"), "{}", terminal.screen());
    // F5 turns the language to the next one, which the database remembers.
    terminal.send("\u{1b}[15~").shows("Buxoro Non");
    terminal.send("\u{11}");
    terminal.ends_cleanly();
    let mut terminal = call(&["list"]);
    // Ctrl+C leaves, and gives the terminal back.
    terminal.shows("Passphrase for").send("half a passphrase\u{3}");
    let (status, screen) = terminal.ends();
    assert!(status.exit_code() == 130 && !screen.contains("half"), "{status:?}\n{screen}");
    let mut terminal = call(&["encrypt"]);
    terminal.shows("encrypted already");
    let mut terminal = call(&["list"]);
    terminal.shows("Passphrase for").send(&format!("{PASSPHRASE}\r")).shows("Enterprise");
    let mut terminal = call(&["list"]);
    terminal.shows("Passphrase for").send("a\r");
    for (tries, word) in [(2, "b\r"), (3, "c\r")] {
        let asked = |screen: &str| screen.matches("Passphrase for").count() == tries;
        assert!(terminal.wait_until(terminal::PATIENCE, asked));
        terminal.send(word);
    }
    let (status, screen) = terminal.ends();
    assert!(status.exit_code() == 1 && screen.contains("Check the keyboard layout"), "{status:?}\n{screen}");
}

#[test]
fn what_leaves_an_encrypted_database_is_encrypted_unless_somebody_says_otherwise() {
    let machine = encrypted();
    let word = ["--passphrase-file", "word"];
    let call = |arguments: &[&str]| machine.call(&[arguments, &word[..]].concat());
    call(&["export", "--all", "-o", "all.json"]).with(0).complains("opens with the passphrase");
    call(&["export", "--all", "--format", "csv", "-o", "all.csv"]).with(0).complains("opens with the passphrase");
    call(&["export", "--all", "--format", "xlsx", "-o", "all.xlsx"]).with(0).complains("opens with the passphrase");
    call(&["backup", "copy.db"]).with(0);
    for file in ["all.json", "all.csv", "all.xlsx", "copy.db"] {
        assert!(!stands_in(&machine.path(file), "Buxoro"), "{file}");
    }
    assert!(fs::read(machine.path("all.xlsx")).unwrap().starts_with(b"age-encryption.org/v1"));
    call(&["export", "--all", "--unencrypted", "-o", "open.json"]).with(0);
    assert!(stands_in(&machine.path("open.json"), "Buxoro Non"));
    call(&["backup", "open.db", "--unencrypted"]).with(0);
    machine.call(&["--db", "open.db", "list"]).with(0).says("Buxoro Non");
    call(&["export", "--all", "--encrypt", "--unencrypted", "-o", "x"]).with(2);

    // Another machine takes it in, and the wrong passphrase leads nowhere.
    let import = |word: &str| machine.call(&["--db", "there.db", "import", "all.json", "--passphrase-file", word]);
    import("other").with(1).complains("This passphrase does not open all.json");
    import("word").with(0);
    machine.call(&["--db", "there.db", "export", "--all", "-o", "again.json"]).with(0);
    assert_eq!(fs::read(machine.path("again.json")).unwrap(), fs::read(machine.path("open.json")).unwrap());
    let mut bytes = fs::read(machine.path("all.json")).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    fs::write(machine.path("all.json"), bytes).unwrap();
    import("word").with(1).complains("all.json cannot be decrypted");

    let refused = machine.call(&["restore", "open.db", "--passphrase-file", "word"]).with(1);
    refused.complains("everybody could read it").complains("--unencrypted");
    machine.call(&["restore", "copy.db", "--passphrase-file", "word"]).with(0).says("Restored and checked");
    machine.call(&["list", "--passphrase-file", "word"]).with(0).says("Buxoro Non");
    machine.call(&["restore", "open.db", "--unencrypted"]).with(0);
    machine.call(&["list"]).with(0).says("Buxoro Non");
}

#[test]
fn an_export_is_closed_for_the_owner_of_a_key() {
    let machine = machine();
    let secret = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";
    fs::write(machine.path("key"), format!("# mine\n{secret}\n")).unwrap();
    let public = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";
    machine
        .call(&["export", "--all", "--recipient", public, "-o", "a.age"])
        .with(0)
        .complains("for the owner of the key");
    assert!(!stands_in(&machine.path("a.age"), "Buxoro"));
    machine.call(&["--db", "there.db", "import", "a.age"]).with(2).complains("--identity FILE");
    machine.call(&["--db", "there.db", "import", "a.age", "--identity", "word"]).with(2).complains("word, line 1");
    machine.call(&["--db", "there.db", "import", "a.age", "--identity", "key"]).with(0);
    machine.call(&["--db", "there.db", "list"]).with(0).says("Buxoro Non");
    machine.call(&["export", "--all", "--recipient", "age1nonsense", "-o", "b.age"]).with(2).complains("age1nonsense");
    assert!(!machine.path("b.age").exists());
}

#[test]
fn encrypting_that_is_killed_leaves_one_whole_database() {
    let machine = machine();
    machine.call(&[]).with(0);
    let mut met = (0, 0);
    let rounds: u64 = std::env::var("CRASH_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(12);
    for round in 0..rounds {
        let encrypts = round % 2 == 0;
        let command = if encrypts { "encrypt" } else { "decrypt" };
        let mut child = Command::new(PROGRAM)
            .args([command, "--passphrase-file", "word", "--db", "tashxis/tashxis.db"])
            .current_dir(machine.path(""))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(120 + round * 67 % 600));
        let _ = child.kill();
        child.wait().unwrap();
        machine.call(&["verify", "--passphrase-file", "word"]).with(0);
        machine.call(&["list", "--passphrase-file", "word"]).with(0).says("Buxoro Non");
        let header = fs::read(machine.path("tashxis/tashxis.db")).unwrap();
        if header.starts_with(b"TXE1") {
            met.0 += 1;
        } else {
            met.1 += 1;
        }
        // What was begun is finished, so that the next round begins from there.
        let now = header.starts_with(b"TXE1");
        if now != encrypts {
            machine.call(&[command, "--passphrase-file", "word"]).with(0);
        }
    }
    // Past the capture of the test harness: the figures are what the test is run for.
    let said = format!("encryption: {rounds} times killed, found encrypted {} times, plain {} times", met.0, met.1);
    writeln!(std::io::stderr().lock(), "{said}").unwrap();
    assert_eq!(met.0 + met.1, rounds);
    machine.call(&["encrypt", "--passphrase-file", "word"]).with(0);
    assert!(!stands_in(&machine.path("tashxis"), "Buxoro Non"));
}
