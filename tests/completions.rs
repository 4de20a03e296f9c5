//! What shells are offered while somebody types, asked for as their scripts ask, and in bash itself.
#![expect(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

use std::fs;
use std::process::Command as Process;

use tashxis::engine::id::AssessmentId;
use tashxis::engine::library::Library;
use tashxis::store::Identity;

#[path = "support/machine.rs"]
#[expect(dead_code, reason = "other tests use more of it")]
mod machine;

use machine::{Called, Machine, called, writer};

/// Two enterprises, one of them in the archive.
fn two() -> (Machine, String, String) {
    let machine = Machine::new();
    let (listed, kept) = (machine.assessment("Oqtosh Sut"), machine.assessment("Бухоро Нон"));
    let mut store = writer(&machine.path("tashxis/tashxis.db"), Identity::default());
    store.archive(AssessmentId(kept.parse().unwrap()), true).unwrap();
    (machine, listed, kept)
}

/// What a shell is answered about the last word of a line.
fn asked(machine: &Machine, shell: &str, line: &[&str]) -> Called {
    let mut command = machine.command(&["--", "tashxis"]);
    let index = line.len().to_string();
    command.args(line).env("COMPLETE", shell).env("_CLAP_COMPLETE_INDEX", index).env("_CLAP_IFS", "\n");
    called(&mut command).with(0)
}

/// What is offered beside options.
fn assessments(answer: &Called) -> Vec<&str> {
    answer.out.lines().filter(|line| !line.starts_with("--")).collect()
}

/// The end of an id by which it is typed.
fn end(id: &str) -> &str {
    &id[id.len() - 6..]
}

#[test]
fn an_assessment_is_offered_by_its_short_id_and_described_by_its_enterprise() {
    let (machine, listed, kept) = two();
    for shell in ["bash", "zsh", "fish", "powershell"] {
        for line in [&["open", ""][..], &["compare", &listed, ""], &["stats", "benchmark", ""], &["forget", ""]] {
            let offered = asked(&machine, shell, line).out;
            let lines: Vec<&str> = offered.lines().collect();
            assert_eq!(lines.len(), 2, "{shell}: options stand back: {offered}");
            assert!(lines[0].starts_with(end(&listed)) && lines[0].contains("Oqtosh Sut"), "{shell}: {offered}");
            assert!(lines[1].starts_with(end(&kept)) && lines[1].contains("Бухоро Нон"), "{shell}: {offered}");
            assert!(lines[1].contains("archive") && !lines[0].contains("archive"), "{shell}: {offered}");
        }
    }
    assert!(asked(&machine, "elvish", &["open", ""]).out.contains(end(&listed)));
}

#[test]
fn one_that_fits_is_put_in_without_its_description() {
    let (machine, listed, kept) = two();
    let only = |typed: &str| asked(&machine, "bash", &["profile", typed]).out;
    assert_eq!(only(&end(&listed)[..5]), end(&listed));
    assert_eq!(only("buxoro"), end(&kept), "a name in another alphabet");
    assert_eq!(only(&listed[..listed.len() - 1]), listed, "an id from its beginning stays one");
    assert_eq!(only("zzz"), "");
}

#[test]
fn the_database_is_the_one_on_the_line() {
    let (machine, listed, _) = two();
    fs::create_dir(machine.path("other")).unwrap();
    fs::rename(machine.path("tashxis/tashxis.db"), machine.path("other/a b.db")).unwrap();
    assert_eq!(assessments(&asked(&machine, "bash", &["open", ""])), Vec::<&str>::new());
    for named in [&["--db", "other/a b.db"][..], &["--db=other/a b.db"], &["--db", "=", "\"other/a b.db\""]] {
        let line: Vec<&str> = named.iter().copied().chain(["open", "oqtosh"]).collect();
        assert_eq!(asked(&machine, "bash", &line).out, end(&listed), "{named:?}");
    }
    assert_eq!(asked(&machine, "bash", &["--db", "~/other/a b.db", "open", "oqtosh"]).out, end(&listed));
}

#[test]
fn nothing_is_made_and_nothing_complained_about() {
    let machine = Machine::new();
    let silent = |line: &[&str]| {
        let answer = asked(&machine, "bash", line);
        assert_eq!((assessments(&answer), answer.err.as_str()), (Vec::new(), ""), "{line:?}");
    };
    silent(&["open", ""]);
    silent(&["--db", "nowhere/a.db", "open", ""]);
    fs::write(machine.path("broken.db"), "SQLite format 3\0 and no more").unwrap();
    silent(&["--db", "broken.db", "open", ""]);
    silent(&["nope", "open", ""]);
    let left: Vec<_> = fs::read_dir(machine.home.path()).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert_eq!(left, ["broken.db"]);
    // With a database there are no side files either.
    let (machine, ..) = two();
    let files = || {
        let mut files: Vec<_> =
            fs::read_dir(machine.path("tashxis")).unwrap().map(|it| it.unwrap().file_name()).collect();
        files.sort();
        files
    };
    let before = files();
    asked(&machine, "fish", &["open", ""]);
    assert_eq!(files(), before);
}

#[test]
fn what_is_not_in_the_database_is_offered_as_well() {
    let machine = Machine::new();
    let offers = |line: &[&str], text: &str| {
        let answer = asked(&machine, "fish", line).out;
        assert!(answer.lines().any(|line| line.split('\t').next() == Some(text)), "{line:?}: {answer}");
    };
    offers(&["new", "-q", ""], "innovation-ecosystem");
    offers(&["show", "inno"], "innovation-ecosystem");
    offers(&["--lang", ""], "uz-Cyrl");
    offers(&["--theme", "d"], "dark");
    offers(&["export", "--format", "cs"], "csv-long");
    offers(&["man", "st"], "stats");
    offers(&["completions", "f"], "fish");
    offers(&["open", "--pl"], "--plain");
    offers(&["pro"], "profile");
    assert!(asked(&machine, "fish", &["--lang", "ru", "pro"]).out.contains("профиль"), "in the reader's language");
    fs::write(machine.path("mine.toml"), "").unwrap();
    offers(&["show", "mi"], "mine.toml");
}

#[test]
fn every_shell_gets_a_script_and_a_foreign_variable_disturbs_nobody() {
    let machine = Machine::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        machine.call(&["completions", shell]).with(0).says("tashxis").says("COMPLETE");
        let asked = called(machine.command(&[]).env("COMPLETE", shell)).with(0);
        assert_eq!(asked.out, machine.call(&["completions", shell]).out);
    }
    machine.call(&["completions", "cmd"]).with(2);
    for foreign in ["nushell", "1", "bash"] {
        called(machine.command(&["list"]).env("COMPLETE", foreign)).with(0).says("no assessments");
    }
}

/// Completes a line as bash does, and prints what is offered, one a line.
const IN_BASH: &str = r#"
eval "$(tashxis completions bash)"
COMP_WORDS=("${@}"); COMP_CWORD=$(( $# - 1 )); COMP_TYPE=9
_clap_complete_tashxis tashxis "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\n' "${COMPREPLY[@]}"
"#;

#[test]
fn the_script_works_in_bash() {
    if Process::new("bash").arg("--version").output().is_err() {
        return;
    }
    let (machine, listed, _) = two();
    let folder = std::path::Path::new(env!("CARGO_BIN_EXE_tashxis")).parent().unwrap();
    let path = format!("{}:/usr/bin:/bin", folder.display());
    let in_bash = |line: &[&str]| {
        let output = Process::new("bash")
            .args(["--norc", "-c", IN_BASH, "bash"])
            .args(line)
            .env_clear()
            .envs([("PATH", path.as_str()), ("LANG", "C.UTF-8"), ("TZ", "UTC")])
            .env("HOME", machine.home.path())
            .env("XDG_DATA_HOME", machine.home.path())
            .current_dir(machine.home.path())
            .output()
            .unwrap();
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
        String::from_utf8(output.stdout).unwrap()
    };
    let both = in_bash(&["tashxis", "open", ""]);
    assert!(both.starts_with(&format!("{}  (Oqtosh Sut, sample", end(&listed))), "{both}");
    assert_eq!(in_bash(&["tashxis", "open", "oqtosh"]), format!("{}\n", end(&listed)));
    assert_eq!(in_bash(&["tashxis", "--lang", "=", "ru"]), "ru\n");
}
