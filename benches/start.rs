//! How long the built program takes from its start to its first frame, and how much memory it holds.
//!
//! Not a statistic of functions but of processes, so it measures and prints by itself:
//! `cargo bench --bench start`.

use std::fs;

#[cfg(unix)]
#[path = "../tests/support/terminal.rs"]
#[expect(dead_code, reason = "the tests use more of it")]
mod terminal;

/// How often each is measured.
const TIMES: usize = 20;

#[cfg(unix)]
fn main() {
    let Ok(home) = tempfile::tempdir() else { unreachable!("there is room for a folder") };
    settle(home.path());
    report("an empty database", &measured(&home, &[], "Welcome!"));
    begin(&home);
    report("a list", &measured(&home, &[], "Buxoro Non"));
    let large = home.path().join("large.toml");
    let written = fs::write(large, tashxis::engine::questionnaire::generate::generated(3_000));
    assert!(written.is_ok(), "{written:?}");
    let arguments = ["new", "-q", "large.toml", "--name", "Firm"];
    report("a new assessment of 3000 questions", &measured(&home, &arguments, "Firm ›"));
    keys(&home, &arguments);
}

/// How many questions are answered one after the other.
#[cfg(unix)]
const QUESTIONS: usize = 300;

/// What a key costs the processor, from the key to the end of its frame, in an interview of 3,000 questions whose
/// answers are kept on the disk; and what memory has been held once every kind of screen was opened.
#[cfg(unix)]
fn keys(home: &tempfile::TempDir, arguments: &[&str]) {
    let mut program = terminal::Terminal::start(PROGRAM, home.path(), arguments);
    program.shows("Firm ›");
    let mut times: Vec<f64> = (0..QUESTIONS)
        .flat_map(|_| ["2", "\r"])
        .map(|key| {
            let (before, written) = (processor(program.process()), program.output().len());
            program.send(key);
            while program.output().len() == written || !program.output().ends_with(FRAME_ENDS) {
                std::thread::sleep(std::time::Duration::from_micros(200));
            }
            processor(program.process()).saturating_sub(before) as f64 / 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let at = |p: usize| times.get((times.len() - 1) * p / 100).copied().unwrap_or_default();
    // Overview, find, review and profile, one after the other.
    for (screen, shown) in
        [("\u{1b}OQ", "Sections"), ("\u{1b}OR", "Find"), ("\u{1b}[19~", "Review"), ("\u{1b}[20~", "Profile")]
    {
        program.send(screen).shows(shown).send("\u{1b}").hides(shown);
    }
    let memory = of_memory(program.process(), "VmHWM:") as f64 / 1_024.0;
    program.send("\u{11}");
    program.ends_cleanly();
    println!(
        "{} keys at 3000 questions: processor time p50 {:.2} ms, p95 {:.2} ms, p99 {:.2} ms; most memory {memory:.1} MB",
        times.len(),
        at(50),
        at(95),
        at(99)
    );
}

/// How a frame ends.
#[cfg(unix)]
const FRAME_ENDS: &str = "\u{1b}[?2026l";

/// Nanoseconds that a process has been on a processor; 0 where the system does not tell.
#[cfg(unix)]
fn processor(process: u32) -> u64 {
    let told = fs::read_to_string(format!("/proc/{process}/schedstat")).unwrap_or_default();
    told.split_whitespace().next().and_then(|time| time.parse().ok()).unwrap_or_default()
}

#[cfg(not(unix))]
fn main() {}

#[cfg(unix)]
const PROGRAM: &str = env!("CARGO_BIN_EXE_tashxis");

/// Milliseconds to the first frame and kilobytes of memory then, of every run.
#[cfg(unix)]
fn measured(home: &tempfile::TempDir, arguments: &[&str], first: &str) -> Vec<(f64, u64)> {
    let run = |_| {
        let start = std::time::Instant::now();
        let mut program = terminal::Terminal::start(PROGRAM, home.path(), arguments);
        program.shows(first);
        let shown = start.elapsed().as_secs_f64() * 1_000.0;
        let memory = memory(program.process());
        program.send("\u{11}");
        program.ends_cleanly();
        (shown, memory)
    };
    (0..TIMES).map(run).collect()
}

/// Answers what the first start asks for.
#[cfg(unix)]
fn settle(home: &std::path::Path) {
    use tashxis::engine::library::Library;
    let database = home.join("tashxis").join("tashxis.db");
    let store = tashxis::store::Store::open(&database, tashxis::store::Identity::default());
    let settled = store.map(|mut store| store.keep_setting("role", "self-assessment").is_ok());
    assert!(settled.unwrap_or(false), "a database can be made");
}

/// Leaves an assessment behind for the list.
#[cfg(unix)]
fn begin(home: &tempfile::TempDir) {
    let mut program = terminal::Terminal::start(PROGRAM, home.path(), &["new", "--name", "Buxoro Non"]);
    program.shows("Buxoro Non ›").send("\u{11}");
    program.ends_cleanly();
}

/// Resident memory of a process, in kilobytes; 0 where the system does not tell.
fn memory(process: u32) -> u64 {
    of_memory(process, "VmRSS:")
}

/// A line of what the system tells of a process's memory, in kilobytes.
fn of_memory(process: u32, name: &str) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

fn report(what: &str, runs: &[(f64, u64)]) {
    let mut times: Vec<f64> = runs.iter().map(|(time, _)| *time).collect();
    times.sort_by(f64::total_cmp);
    let median = times.get(times.len() / 2).copied().unwrap_or_default();
    let slowest = times.last().copied().unwrap_or_default();
    let memory = runs.iter().map(|(_, memory)| *memory).max().unwrap_or_default();
    println!("{what}: first frame {median:.1} ms (slowest {slowest:.1} ms), memory {:.1} MB", memory as f64 / 1_024.0);
}
