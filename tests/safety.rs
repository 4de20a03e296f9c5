//! The commands that keep data safe, as people call them: copies and the way back, repair, the right to be forgotten.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

#[expect(dead_code, reason = "tests/cli.rs uses the rest")]
#[path = "support/machine.rs"]
mod machine;

use std::fs;
use std::os::unix::fs::PermissionsExt;

use machine::{Machine, called, writer};
use tashxis::store::Identity;

#[test]
fn copies_are_made_when_the_interface_opens_and_are_listed() {
    let machine = Machine::new();
    machine.call(&["backup"]).with(0).says("The 10 newest are kept").says("There is no copy yet in");
    machine.assessment("Buxoro Non");
    machine.call(&["list"]).with(0);
    machine.call(&["backup"]).with(0).says("There is no copy yet in");
    machine.call(&[]).with(0);
    let listed = machine.call(&["backup"]).with(0).out;
    let copy = listed.lines().last().unwrap().split_whitespace().last().unwrap().to_owned();
    machine.call(&["--db", &copy, "list"]).with(0).says("Buxoro Non");
    machine.call(&["backup", "--keep", "0"]).with(0).says("No copies are made by themselves").says(&copy);
    machine.call(&["backup", "--lang", "ru", "--keep", "3"]).with(0).says("3 последние копии");
    machine.call(&["backup", "--keep", "1001"]).with(2);
    machine.call(&["backup", "--keep", "3", "copy.db"]).with(2);
}

#[test]
fn a_copy_that_cannot_be_made_stops_nobody() {
    let machine = Machine::new();
    machine.assessment("Buxoro Non");
    fs::write(machine.path("tashxis/tashxis.db.backups"), "in the way").unwrap();
    machine.call(&[]).with(0).says("Buxoro Non").complains("No backup could be made by itself.");
}

#[test]
fn a_backup_is_restored_and_what_was_there_is_kept() {
    let machine = Machine::new();
    machine.assessment("Buxoro Non");
    machine.call(&["backup", "monday.db"]).with(0);
    machine.assessment("Oqtosh Sut");
    let restored = machine.call(&["restore", "monday.db"]).with(0);
    let restored = restored.says("Restored and checked: monday.db. Assessments: 1.").says("What was there before");
    let kept = restored.out.lines().last().unwrap().split_whitespace().last().unwrap().to_owned();
    assert!(!machine.call(&["list"]).with(0).out.contains("Oqtosh Sut"));
    machine.call(&["--db", &kept, "list"]).with(0).says("Oqtosh Sut");
    machine.call(&["verify"]).with(0);
}

#[test]
fn only_a_sound_backup_is_restored() {
    let machine = Machine::new();
    machine.assessment("Buxoro Non");
    machine.call(&["backup", "monday.db"]).with(0);
    let mut bytes = fs::read(machine.path("monday.db")).unwrap();
    let end = bytes.len();
    bytes[end - 3_000..end - 2_000].fill(0xA5);
    fs::write(machine.path("bad.db"), bytes).unwrap();
    let refused = machine.call(&["restore", "bad.db"]);
    assert!(refused.code == 1 || refused.code == 3, "{}", refused.err);
    fs::write(machine.path("letter"), "mine").unwrap();
    machine.call(&["restore", "letter"]).with(3).complains("is not a database");
    machine.call(&["restore", "nowhere.db"]).with(3).complains("nowhere.db");
    let open = writer(&machine.path("tashxis/tashxis.db"), Identity::default());
    machine.call(&["restore", "monday.db"]).with(3).complains("another tashxis is writing");
    drop(open);
    machine.call(&["list"]).with(0).says("Buxoro Non");
}

#[test]
fn a_database_that_others_can_read_is_warned_about() {
    let machine = Machine::new();
    machine.assessment("Buxoro Non");
    let file = machine.path("tashxis/tashxis.db");
    assert_eq!(machine.call(&["list"]).with(0).err, "");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    assert_eq!(machine.call(&["list"]).with(0).err, "", "nobody else can enter the folder");
    fs::set_permissions(machine.path("tashxis"), fs::Permissions::from_mode(0o755)).unwrap();
    machine.call(&["list"]).with(0).complains("Other users of this computer can read").complains("hint: take that");
    machine.call(&["list", "--lang", "uz"]).with(0).complains("chmod 600");
}

#[test]
fn what_can_be_read_of_a_damaged_database_is_saved_and_the_rest_is_named() {
    let machine = Machine::new();
    machine.assessment("Buxoro Non");
    let file = machine.path("tashxis/tashxis.db");
    machine.call(&["repair", "tashxis/tashxis.db", "-o", "new.db"]).with(0).says("(Buxoro Non): whole. Events: 3.");
    machine.call(&["--db", "new.db", "verify"]).with(0);
    machine.call(&["repair", "tashxis/tashxis.db", "-o", "new.db"]).with(2).complains("new.db exists already");
    machine.call(&["repair", "tashxis/tashxis.db"]).with(2);
    let mut bytes = fs::read(&file).unwrap();
    bytes[..4_096].fill(0xA5);
    fs::write(&file, &bytes).unwrap();
    machine.call(&["verify"]).with(3).complains("is not a database");
    let saved = machine.call(&["repair", "tashxis/tashxis.db", "-o", "saved.db", "--lang", "ru"]).with(1);
    saved.says("(Buxoro Non): полностью").complains("Черновики, планы и настройки");
    machine.call(&["--db", "saved.db", "list"]).with(0).says("Buxoro Non");
    fs::write(machine.path("letter"), "no database at all").unwrap();
    let nothing = machine.call(&["repair", "letter", "-o", "none.db"]).with(1);
    nothing.complains("Nothing could be read in letter").complains("hint: restore a backup");
    assert!(!machine.path("none.db").exists());
    machine.call(&["repair", "nowhere", "-o", "none.db"]).with(3).complains("nowhere");
}

#[test]
fn a_copy_that_went_apart_is_said_and_both_are_kept() {
    let machine = Machine::new();
    machine.assessment("Buxoro Non");
    fs::copy(machine.path("tashxis/tashxis.db"), machine.path("tashxis/tashxis (conflicted copy).db")).unwrap();
    assert_eq!(machine.call(&[]).with(0).err, "");
    machine.assessment("Oqtosh Sut");
    assert_eq!(machine.call(&[]).with(0).err, "", "the copy knows no more");
    fs::rename(machine.path("tashxis/tashxis.db"), machine.path("tashxis/tashxis-2.db")).unwrap();
    fs::rename(machine.path("tashxis/tashxis (conflicted copy).db"), machine.path("tashxis/tashxis.db")).unwrap();
    let said =
        machine.call(&[]).with(0).complains("tashxis-2.db. Assessments that went apart: 0, that are newer there: 1");
    said.complains("hint: take in what is missing");
    machine.call(&["--db", "tashxis/tashxis-2.db", "export", "--all", "-o", "more.json"]).with(0);
    machine.call(&["import", "more.json"]).with(0).says("new 1, continued 0, here already 1");
    assert_eq!(machine.call(&[]).with(0).err, "");
}

/// Calls with something typed.
fn typing(machine: &Machine, arguments: &[&str], typed: &str) -> machine::Called {
    called(machine.command(arguments).write_stdin(typed))
}

#[test]
fn an_enterprise_is_erased_only_when_its_name_is_typed() {
    let machine = Machine::new();
    let other = machine.assessment("Oqtosh Sut");
    for _ in 0..2 {
        machine.assessment("Buxoro Non");
    }
    machine.call(&[]).with(0);
    for wrong in ["", "\n", "yes\n", "buxoro\n"] {
        let kept = typing(&machine, &["forget", "Buxoro Non"], wrong).with(1);
        kept.says("To be erased: Buxoro Non").says("Backups and exports keep").complains("nothing was erased");
    }
    machine.call(&["list"]).with(0).says("Buxoro Non");
    let done = typing(&machine, &["forget", "buxoro non", "--copies"], "Buxoro Non\n").with(0);
    done.says("Copies beside the database are deleted as well: 1").says("Erased: Buxoro Non. Assessments: 2.");
    assert!(!machine.call(&["list"]).with(0).says("Oqtosh Sut").out.contains("Buxoro"));
    machine.call(&["verify"]).with(0).says("Assessments: 1");
    machine.call(&["backup"]).with(0).says("There is no copy yet");
    for file in fs::read_dir(machine.path("tashxis")).unwrap().flatten().filter(|file| file.path().is_file()) {
        let content = fs::read(file.path()).unwrap();
        assert!(!content.windows(10).any(|window| window == b"Buxoro Non"), "{:?}", file.path());
    }
    let one = typing(&machine, &["forget", &other, "--lang", "uz"], "Oqtosh Sut\n").with(0);
    one.says("Oʻchirildi: Oqtosh Sut");
    typing(&machine, &["forget", "Nobody"], "Nobody\n").with(2).complains("begins or ends with “Nobody”");
}

#[test]
fn nothing_is_sent_anywhere() {
    if std::process::Command::new("strace").arg("-V").output().is_err() {
        eprintln!("strace is not at hand: whether sockets are opened was not looked at");
        return;
    }
    let machine = Machine::new();
    let id = machine.assessment("Buxoro Non");
    let trace = machine.path("trace");
    let program = env!("CARGO_BIN_EXE_tashxis");
    let sittings: [(&[&str], &str); 4] = [
        (&["--plain", "open", &id], "\n12\nq\n"),
        (&["profile", &id], ""),
        (&["export", "--all"], ""),
        (&["check"], ""),
    ];
    for (arguments, typed) in sittings {
        let mut command = assert_cmd::Command::new("strace");
        command.args(["-f", "-e", "trace=%net,openat", "-o"]).arg(&trace).arg(program).args(arguments);
        command.env_clear().current_dir(machine.home.path());
        command.env("HOME", machine.home.path()).env("XDG_DATA_HOME", machine.home.path()).env("PATH", "/usr/bin:/bin");
        called(command.write_stdin(typed)).with(0);
        let calls = fs::read_to_string(&trace).unwrap();
        assert!(calls.contains("tashxis.db") || arguments == ["check"], "the trace sees what the program opens");
        let calls_of_net: Vec<_> = calls
            .lines()
            .filter(|line| ["socket", "connect", "sendto"].iter().any(|call| line.contains(&format!("{call}("))))
            .collect();
        assert_eq!(calls_of_net, [""; 0], "{arguments:?}");
    }
}
