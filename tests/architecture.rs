//! The house keeps its plan: who may name whom, how long a file may be, and what none may contain.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at what it does not expect")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;

/// The longest file, in lines.
const LONGEST: usize = 600;

/// Each part of the program, the other parts it may name, and what it must not name beside them.
const PARTS: [(&str, &[&str], &[&str]); 11] = [
    ("engine", &[], &["ratatui", "crossterm", "rusqlite", "clap", "fluent_bundle", "etcetera"]),
    ("i18n", &["engine"], &["ratatui", "crossterm", "rusqlite", "clap"]),
    ("report", &["engine", "i18n"], &["ratatui", "crossterm", "rusqlite", "clap"]),
    ("store", &["engine"], &["ratatui", "crossterm", "clap", "fluent_bundle"]),
    ("dataset", &["engine", "i18n"], &["ratatui", "crossterm", "rusqlite", "clap"]),
    ("plain", &["engine", "i18n", "report", "session"], &["ratatui", "crossterm", "rusqlite", "clap"]),
    ("session", &["engine", "i18n"], &["ratatui", "crossterm", "rusqlite", "clap"]),
    ("spreadsheet", &["dataset", "engine", "i18n", "report"], &["ratatui", "crossterm", "rusqlite", "clap"]),
    ("tui", &["engine", "i18n", "report", "session"], &["rusqlite", "clap"]),
    ("cli", &["dataset", "engine", "i18n", "plain", "report", "session", "spreadsheet", "store", "tui"], &["rusqlite"]),
    ("main", &["cli"], &["ratatui", "crossterm", "rusqlite", "clap"]),
];

/// What a pure computation must not do; tests may.
const IMPURE: [&str; 8] =
    ["std::fs", "std::env", "std::net", "std::process", "std::thread", "SystemTime", "Zoned::now", "Timestamp::now"];

/// One file of Rust.
struct File {
    /// Its path from the root of the project, with slashes.
    path: String,
    text: String,
}

impl File {
    /// The modules it belongs to, from the root of the program: `src/tui/screens/new.rs` → tui, screens, new.
    fn modules(&self) -> Vec<&str> {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        inside.trim_end_matches(".rs").split('/').collect()
    }

    fn part(&self) -> &str {
        self.modules()[0]
    }

    fn is_test(&self) -> bool {
        self.modules().iter().any(|module| matches!(*module, "tests" | "harness"))
    }

    /// The lines that are code, without the tests at the end of the file.
    fn code(&self) -> String {
        let text = self.text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        text.split_inclusive('\n').filter(|line| !line.trim_start().starts_with("//")).collect()
    }
}

fn files(folder: &str) -> Vec<File> {
    fn gather(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                gather(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    gather(&root.join(folder), &mut found);
    found.sort();
    let read = |path: PathBuf| File {
        text: fs::read_to_string(&path).unwrap(),
        path: path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/"),
    };
    found.into_iter().map(read).collect()
}

/// The parts of the program that a piece of code names, by `crate::…`, `tashxis::…` or `super::…`.
fn named(file: &File, code: &str) -> Vec<String> {
    let absolute = Regex::new(r"\b(?:crate|tashxis)::(\w+)").unwrap();
    let relative = Regex::new(r"\b((?:super::)+)(\w+)").unwrap();
    let mut found: Vec<String> = absolute.captures_iter(code).map(|found| found[1].to_owned()).collect();
    let depth = file.modules().len();
    let to_root = relative.captures_iter(code).filter(|found| found[1].matches("super::").count() >= depth);
    found.extend(to_root.map(|found| found[2].to_owned()));
    found
}

#[test]
fn parts_name_only_what_they_may() {
    let rules: BTreeMap<_, _> = PARTS.into_iter().map(|(part, allowed, banned)| (part, (allowed, banned))).collect();
    let mut broken = Vec::new();
    for file in files("src").iter().filter(|file| file.part() != "lib" && !file.is_test()) {
        let code = file.code();
        let (allowed, banned) = rules[file.part()];
        let may = |name: &str| name == file.part() || allowed.contains(&name) || !rules.contains_key(name);
        broken.extend(
            named(file, &code).into_iter().filter(|name| !may(name)).map(|name| format!("{}: {name}", file.path)),
        );
        let names = |word: &&&str| Regex::new(&format!(r"\b{word}\b")).unwrap().is_match(&code);
        broken.extend(banned.iter().filter(names).map(|word| format!("{}: {word}", file.path)));
    }
    assert_eq!(broken, Vec::<String>::new());
}

#[test]
fn several_parts_are_never_named_at_once() {
    // `use crate::{engine, store}` would be hidden from the test above.
    let hidden = |file: &&File| ["crate::{", "crate::*", "tashxis::{"].iter().any(|form| file.code().contains(form));
    assert_eq!(files("src").iter().find(hidden).map(|file| &file.path), None);
}

#[test]
fn the_engine_is_pure() {
    let mut broken = Vec::new();
    for file in files("src/engine").iter().filter(|file| !file.is_test()) {
        let code = file.code();
        // One file splits batches over cores; its results do not depend on how.
        let may = |word: &str| file.path == "src/engine/parallel.rs" && word == "std::thread";
        broken.extend(
            IMPURE
                .iter()
                .filter(|word| code.contains(**word) && !may(word))
                .map(|word| format!("{}: {word}", file.path)),
        );
    }
    assert_eq!(broken, Vec::<String>::new());
}

#[test]
fn only_the_command_line_reads_the_environment() {
    let reads = |file: &&File| !file.is_test() && file.code().contains("std::env");
    let readers: Vec<_> = files("src").iter().filter(reads).map(|file| file.path.clone()).collect();
    assert_eq!(readers, ["src/cli/places.rs", "src/cli.rs"]);
}

#[test]
fn every_file_says_what_it_is_and_stays_short() {
    let mut broken = Vec::new();
    for file in ["src", "tests", "benches"].into_iter().flat_map(files) {
        let lines = file.text.lines().count();
        if lines > LONGEST {
            broken.push(format!("{}: {lines} lines", file.path));
        }
        if !file.text.starts_with("//! ") {
            broken.push(format!("{}: does not say what it is", file.path));
        }
    }
    assert_eq!(broken, Vec::<String>::new());
}

#[test]
fn unsafe_code_is_forbidden_and_absent() {
    let manifest: toml::Table = include_str!("../Cargo.toml").parse().unwrap();
    assert_eq!(manifest["lints"]["rust"]["unsafe_code"].as_str(), Some("forbid"));
    // The disk that fails is C's business; it is a crate of its own that only tests know.
    assert!(
        manifest["dev-dependencies"].get("faultvfs").is_some() && manifest["dependencies"].get("faultvfs").is_none()
    );
    let word = Regex::new(r"\bunsafe\s*(\{|fn|impl|trait|extern)").unwrap();
    let mut everywhere = ["src", "tests", "benches"].into_iter().flat_map(files);
    assert_eq!(everywhere.find(|file| word.is_match(&file.code())).map(|file| file.path), None);
}

#[test]
fn what_is_named_is_found() {
    let file = |path: &str| File { path: path.to_owned(), text: String::new() };
    let cases = [
        ("src/tui/screens/new.rs", "use crate::store::Store;", vec!["store"]),
        ("src/tui/screens/new.rs", "use super::super::super::store::Store; use super::super::app;", vec!["store"]),
        ("src/tui.rs", "super::report::json()", vec!["report"]),
        ("src/main.rs", "tashxis::cli::main()", vec!["cli"]),
        ("src/tui/app.rs", "use super::context::Ctx;", vec![]),
    ];
    for (path, code, expected) in cases {
        assert_eq!(named(&file(path), code), expected, "{path}: {code}");
    }
}
