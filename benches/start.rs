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
    report("an empty database", &measured(&home, &[], "Welcome!"));
    begin(&home);
    report("a list", &measured(&home, &[], "Buxoro Non"));
    let large = home.path().join("large.toml");
    let written = fs::write(large, tashxis::engine::questionnaire::generate::generated(3_000));
    assert!(written.is_ok(), "{written:?}");
    let arguments = ["new", "-q", "large.toml", "--name", "Firm"];
    report("a new assessment of 3000 questions", &measured(&home, &arguments, "Firm ›"));
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

/// Leaves an assessment behind for the list.
#[cfg(unix)]
fn begin(home: &tempfile::TempDir) {
    let mut program = terminal::Terminal::start(PROGRAM, home.path(), &["new", "--name", "Buxoro Non"]);
    program.shows("Buxoro Non ›").send("\u{11}");
    program.ends_cleanly();
}

/// Resident memory of a process, in kilobytes; 0 where the system does not tell.
fn memory(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
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
