//! Input from others: whatever it says, the program goes on, promises nothing it does not keep, and stays in charge of
//! the terminal. Every file of `fuzz/corpus` and of `fuzz/regressions` is put in again; `docs/reliability.md` says how
//! more of them are looked for.
#![expect(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test stops at what it cannot do")]

use std::fs;
use std::path::Path;

#[path = "hostile/escapes.rs"]
mod escapes;
#[path = "hostile/limits.rs"]
mod limits;
#[path = "hostile/mod.rs"]
mod targets;

/// Puts in every file of a target.
fn replay(target: &str, run: fn(&[u8])) {
    let mut count = 0;
    for kind in ["corpus", "regressions"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(kind).join(target);
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            eprintln!("{}", path.display());
            run(&fs::read(path).unwrap());
            count += 1;
        }
    }
    assert!(count > 0, "nothing was put in for {target}");
}

macro_rules! replayed {
    ($($target:ident),+ $(,)?) => {$(
        #[test]
        fn $target() {
            replay(stringify!($target), targets::$target);
        }
    )+};
}

replayed!(questionnaire, expression, exchange, spreadsheet, texts, keys, database);
