//! A disk that fails, and a power that is cut, at every write of an interview: nothing promised is ever missing.
//!
//! A scripted interview runs on a disk that fails at one operation, or from one operation on. Then the disk is well
//! again, the database is opened, and everything that had been acknowledged must be there. For power cuts the
//! operations of one interview are recorded; at each of them the files are made as a cut could have left them, with
//! writes since the last sync lost, in any order, and torn at sectors of 512 bytes.
//!
//! Every run of the tests takes a sample; `FAULTS=all cargo test --test faults` takes everything.
#![cfg(unix)]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at what it does not expect"
)]

#[path = "faults/cut.rs"]
mod cut;
#[path = "faults/migration.rs"]
mod migration;
#[path = "faults/script.rs"]
mod script;

use std::io::Write;
use std::path::Path;
use std::time::Instant;

use cut::Loss;
use faultvfs::{Failure, Op, Plan};
use script::{Found, Promises};

/// Takes every case, or every so many of them.
fn stride(sampled: usize) -> usize {
    if std::env::var("FAULTS").is_ok_and(|asked| asked == "all") { 1 } else { sampled }
}

/// Past the capture of the test harness: the figures are what the test is run for.
fn tell(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

#[test]
fn a_disk_that_fails_costs_nothing_that_was_acknowledged() {
    faultvfs::install();
    let begun = Instant::now();
    faultvfs::plan(None);
    let whole = script::run(&folder().path().join("data.db"));
    let (operations, _) = faultvfs::counted();
    assert!(operations > 200 && whole.events.len() > 15, "{operations} operations, {whole:?}");
    let failures = [Failure::Error, Failure::Full, Failure::Short, Failure::Torn];
    let cases = failures.iter().flat_map(|failure| [false, true].map(|lasting| (*failure, lasting)));
    let (mut injected, mut refused) = (0, 0);
    for (n, (failure, lasting)) in cases.enumerate() {
        let step = stride(16);
        for at in (n % step..operations).step_by(step) {
            let folder = folder();
            let path = folder.path().join("data.db");
            faultvfs::plan(Some(Plan { at, failure, lasting }));
            let promised = script::run(&path);
            let failed = faultvfs::counted().1;
            faultvfs::plan(None);
            assert!(failed > 0, "operation {at} was never asked for");
            injected += 1;
            refused += usize::from(promised.events.len() < whole.events.len());
            let case = format!("{failure:?} at operation {at}, lasting: {lasting}");
            assert_eq!(script::look(&path, &promised), Found::Everything, "{case}");
        }
    }
    tell(&format!(
        "faults: {injected} disk errors injected into {operations} operations, {injected} survived, \
         {refused} of them cut the interview short; {} s",
        begun.elapsed().as_secs()
    ));
}

#[test]
fn a_power_cut_costs_nothing_that_was_acknowledged() {
    faultvfs::install();
    let begun = Instant::now();
    let (operations, promises) = recorded();
    let (mut cuts, mut lies, mut told, mut less) = (0, 0, 0, 0);
    for (at, loss) in states(&operations, stride(11)) {
        let folder = folder();
        let path = folder.path().join("data.db");
        std::fs::write(&path, "").expect("a file, which is there from the first moment");
        let promised = cut::leave(&operations, at, loss, folder.path());
        let promised = promises.first(promised);
        let found = script::look(&path, &promised);
        if loss == Loss::Lied {
            // A disk that has lied about what it kept can only be found out.
            lies += 1;
            told += usize::from(matches!(found, Found::Told(_)));
            less += usize::from(matches!(found, Found::Less(_)));
            assert!(!matches!(found, Found::Hole(_)), "cut at {at}, {loss:?}: {found:?}");
        } else {
            cuts += 1;
            assert_eq!(found, Found::Everything, "cut at {at} of {}, {loss:?}", operations.len());
        }
    }
    tell(&format!(
        "faults: {cuts} power cuts over {} operations, {cuts} survived; {lies} cuts with lying disks: {told} found out, \
         {less} left an earlier state that is whole; {} s",
        operations.len(),
        begun.elapsed().as_secs()
    ));
}

/// The operations of an interview without faults, and what was promised in it.
fn recorded() -> (Vec<Op>, Promises) {
    let folder = folder();
    faultvfs::plan(None);
    faultvfs::record();
    let promises = script::run(&folder.path().join("data.db"));
    (faultvfs::recorded(), promises)
}

fn states(operations: &[Op], step: usize) -> Vec<(usize, Loss)> {
    let random = (0..4).map(Loss::Random);
    let losses: Vec<_> =
        [Loss::Nothing, Loss::Everything, Loss::Torn, Loss::Older, Loss::Lied].into_iter().chain(random).collect();
    let all = (0..=operations.len()).flat_map(|at| losses.iter().map(move |loss| (at, *loss)));
    all.step_by(step).collect()
}

#[test]
fn a_migration_that_is_interrupted_anywhere_costs_nothing() {
    faultvfs::install();
    let begun = Instant::now();
    let failures = [Failure::Error, Failure::Full, Failure::Short, Failure::Torn];
    let cases: Vec<_> = failures.iter().flat_map(|failure| [false, true].map(|lasting| (*failure, lasting))).collect();
    let (mut faults, mut cuts) = (0, 0);
    for (version, dump) in (1..).zip(migration::RELEASED) {
        let whole = folder();
        let path = whole.path().join("data.db");
        faultvfs::plan(None);
        faultvfs::record();
        migration::old(&path, dump);
        faultvfs::mark(1);
        faultvfs::plan(None);
        migration::bring_up_to_date(&path);
        let (asked, _) = faultvfs::counted();
        let operations = faultvfs::recorded();
        migration::look(&path, "nothing failed");
        assert!(asked > 10, "{asked} operations");
        for (n, (failure, lasting)) in cases.iter().enumerate() {
            let step = stride(8);
            for at in (n % step..asked).step_by(step) {
                let folder = folder();
                let path = folder.path().join("data.db");
                migration::old(&path, dump);
                faultvfs::plan(Some(Plan { at, failure: *failure, lasting: *lasting }));
                migration::bring_up_to_date(&path);
                assert!(faultvfs::counted().1 > 0, "operation {at} was never asked for");
                faultvfs::plan(None);
                migration::look(&path, &format!("version {version}: {failure:?} at {at}, lasting: {lasting}"));
                faults += 1;
            }
        }
        for (at, loss) in states(&operations, stride(11)).into_iter().filter(|(_, loss)| *loss != Loss::Lied) {
            let folder = folder();
            if cut::leave(&operations, at, loss, folder.path()) == 1 {
                let case = format!("version {version}: cut at {at} of {}, {loss:?}", operations.len());
                migration::look(&folder.path().join("data.db"), &case);
                cuts += 1;
            }
        }
    }
    tell(&format!(
        "faults: migrations from {} released schemas: {faults} disk errors and {cuts} power cuts, all survived; {} s",
        migration::RELEASED.len(),
        begun.elapsed().as_secs()
    ));
}

#[test]
fn the_layer_is_really_under_the_database() {
    faultvfs::install();
    let folder = folder();
    let path = folder.path().join("data.db");
    faultvfs::plan(Some(Plan { at: 0, failure: Failure::Full, lasting: true }));
    let promised = script::run(&path);
    faultvfs::plan(None);
    assert!(promised.events.is_empty() && !promised.begun);
    faultvfs::record();
    let promised = script::run(Path::new(&path));
    let operations = faultvfs::recorded();
    let synced = |file: &str| operations.iter().filter(|op| matches!(op, Op::Sync { file: it } if it == file)).count();
    // One sync a promise at least: the write-ahead log is on the disk before anything is acknowledged.
    assert!(synced("data.db-wal") >= promised.events.len(), "{} syncs", synced("data.db-wal"));
}
