//! What this program is, where its data lie, and the licences of everything it is built from.

use super::PROGRAM;
use super::sheet::{Cell, Sheet, Table};
use crate::engine::text::Message;

/// `name,version,licence` of every crate that the program links, kept in step with Cargo.lock by a test.
const LICENCES: &str = include_str!("licences.csv");

/// What is compiled in or carried along and is no crate. The texts of the licences are in `assets`.
const CARRIED: [[&str; 3]; 4] = [
    ["OpenSSL (libcrypto)", "3", "Apache-2.0"],
    ["Source Sans 3", "3", "OFL-1.1"],
    ["SQLCipher © 2008–2020 Zetetic LLC", "4.14.0", "BSD-3-Clause"],
    ["SQLite", "3.51.3", "public domain"],
];

/// The page about the program that keeps its data in a file.
pub fn about(database: &str) -> Sheet {
    let row = |line: &str| line.splitn(3, ',').map(|cell| Cell::Text(cell.to_owned())).collect();
    let carried = |cells: &[&str; 3]| cells.iter().map(|cell| Cell::Text((*cell).to_owned())).collect();
    Sheet {
        format: "tashxis-about/1",
        title: Message::new("about-what"),
        facts: vec![
            ("about-program", Cell::Text(PROGRAM.to_owned())),
            ("about-licence", Cell::Text(env!("CARGO_PKG_LICENSE").to_owned())),
            ("about-database", Cell::Text(database.to_owned())),
        ],
        tables: vec![Table {
            name: "about-built-from",
            columns: &["about-crate", "about-version", "about-licence"],
            rows: LICENCES.lines().skip(1).map(row).chain(CARRIED.iter().map(carried)).collect(),
            notes: vec![Message::new("about-note")],
        }],
    }
}
