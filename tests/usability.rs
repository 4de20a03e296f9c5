//! The page on complaints names tests that exist.
#![expect(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use regex::Regex;

fn tests_of(folder: &Path, found: &mut BTreeSet<String>) {
    let test = Regex::new(r"#\[test\]\n(?:\s*#\[[^\n]*\n)*\s*fn (\w+)").unwrap();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            tests_of(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            found.extend(test.captures_iter(&text).map(|found| found[1].to_owned()));
        }
    }
}

#[test]
fn every_complaint_has_a_test_that_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut tests = BTreeSet::new();
    tests_of(&root.join("src"), &mut tests);
    tests_of(&root.join("tests"), &mut tests);
    let page = fs::read_to_string(root.join("docs/usability.md")).unwrap();
    let rows: Vec<&str> = page.lines().filter(|line| line.starts_with("| ") && !line.contains("| tests |")).collect();
    assert!(rows.len() >= 20, "{}", rows.len());
    let name = Regex::new(r"`(\w+)`").unwrap();
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").collect();
        assert_eq!(cells.len(), 3, "{row}");
        let named: Vec<&str> = name.captures_iter(cells[2]).map(|found| found.get(1).unwrap().as_str()).collect();
        assert!(!named.is_empty(), "no test: {row}");
        for test in named {
            assert!(tests.contains(test), "there is no test {test}");
        }
    }
}
