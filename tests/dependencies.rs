//! The dependency tree keeps to `deny.toml`: licences, bans, sources. Dev-dependencies included.
#![allow(clippy::unwrap_used, reason = "a test stops at what it cannot read")]

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;

/// The features that these tests were built with.
const FEATURES: &[&str] = if cfg!(feature = "encryption") { &["--features", "encryption"] } else { &[] };

/// What cargo knows of the packages of this platform: those of others were never fetched to build the tests.
fn metadata() -> Value {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline", "--manifest-path", manifest])
        .args(FEATURES)
        .args(["--filter-platform", &platform()])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The platform that this toolchain builds for.
fn platform() -> String {
    let output = Command::new(option_env!("RUSTC").unwrap_or("rustc")).arg("-vV").output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    said.lines().find_map(|line| line.strip_prefix("host: ")).unwrap().to_owned()
}

fn policy() -> toml::Table {
    include_str!("../deny.toml").parse().unwrap()
}

/// Whether an SPDX expression can be satisfied: `/` and `OR` choose, `AND` and `WITH` bind.
fn is_allowed(expression: &str, allowed: &BTreeSet<&str>) -> bool {
    let flat = expression.replace(['(', ')'], " ").replace('/', " OR ");
    let one = |licence: &str| licence.split(" WITH ").next().is_some_and(|licence| allowed.contains(licence.trim()));
    if flat.contains(" AND ") && flat.contains(" OR ") {
        // Mixed expressions are written as "(A OR B) AND C": each side must hold.
        return expression.split(" AND ").all(|side| is_allowed(side, allowed));
    }
    if flat.contains(" AND ") { flat.split(" AND ").all(one) } else { flat.split(" OR ").any(one) }
}

/// `name version` of every package that this platform's build links or runs, tests included. The
/// metadata alone also lists optional packages that nothing turns on.
fn built() -> BTreeSet<String> {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--prefix", "none", "--format", "{p}", "--locked", "--offline", "--manifest-path", manifest])
        .args(FEATURES)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let name = |line: &str| {
        let mut words = line.split(' ');
        Some(format!("{} {}", words.next()?, words.next()?.trim_start_matches('v')))
    };
    String::from_utf8(output.stdout).unwrap().lines().filter_map(name).collect()
}

#[test]
fn every_licence_is_allowed() {
    let (metadata, policy) = (metadata(), policy());
    let allowed: BTreeSet<&str> =
        policy["licenses"]["allow"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    let built = built();
    for package in metadata["packages"].as_array().unwrap() {
        let id = format!("{} {}", package["name"].as_str().unwrap(), package["version"].as_str().unwrap());
        if !built.contains(&id) {
            continue;
        }
        let (name, licence) = (&package["name"], package["license"].as_str().unwrap_or("none"));
        assert!(is_allowed(licence, &allowed), "{name}: {licence}");
    }
}

#[test]
fn nothing_banned_and_nothing_from_elsewhere() {
    let (metadata, policy, built) = (metadata(), policy(), built());
    let banned: BTreeSet<&str> =
        policy["bans"]["deny"].as_array().unwrap().iter().map(|entry| entry["crate"].as_str().unwrap()).collect();
    for package in metadata["packages"].as_array().unwrap() {
        let name = package["name"].as_str().unwrap();
        let id = format!("{name} {}", package["version"].as_str().unwrap());
        assert!(!banned.contains(name) || !built.contains(&id), "{name} is banned by deny.toml");
        let source = package["source"].as_str().unwrap_or("registry+ (this crate)");
        assert!(source.starts_with("registry+"), "{name} comes from {source}");
    }
}

/// `name version` of every package that the program itself links on this platform.
fn linked() -> BTreeSet<String> {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--edges", "normal", "--prefix", "none", "--format", "{p}", "--locked", "--offline"])
        .args(["--package", "tashxis", "--manifest-path", manifest])
        .args(FEATURES)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let words = |line: &str| line.split(' ').take(2).collect::<Vec<_>>().join(" ").replace(" v", " ");
    String::from_utf8(output.stdout).unwrap().lines().map(words).filter(|name| !name.starts_with("tashxis ")).collect()
}

/// The page about the program tells what it is built from; UPDATE_LICENCES=1 writes it anew.
#[test]
#[cfg(all(target_os = "linux", feature = "encryption"))]
fn the_list_of_licences_is_that_of_the_program() {
    let (metadata, linked) = (metadata(), linked());
    let mut lines = BTreeSet::new();
    for package in metadata["packages"].as_array().unwrap() {
        let (name, version) = (package["name"].as_str().unwrap(), package["version"].as_str().unwrap());
        if linked.contains(&format!("{name} {version}")) {
            lines.insert(format!("{name},{version},{}", package["license"].as_str().unwrap_or("none")));
        }
    }
    assert_eq!(lines.len(), linked.len());
    let list = format!("name,version,licence\n{}\n", lines.into_iter().collect::<Vec<_>>().join("\n"));
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/report/licences.csv");
    if std::env::var_os("UPDATE_LICENCES").is_some() {
        std::fs::write(path, &list).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), list, "write it anew with UPDATE_LICENCES=1");
}

#[test]
fn licence_expressions_are_read_right() {
    let allowed = BTreeSet::from(["MIT", "Apache-2.0"]);
    for good in
        ["MIT", "MIT OR GPL-3.0", "Apache-2.0/MIT", "Apache-2.0 WITH LLVM-exception", "(MIT OR GPL-3.0) AND Apache-2.0"]
    {
        assert!(is_allowed(good, &allowed), "{good}");
    }
    for bad in ["GPL-3.0", "MIT AND GPL-3.0", "AGPL-3.0-only", "none"] {
        assert!(!is_allowed(bad, &allowed), "{bad}");
    }
}
