//! What this program is, where its data lie, and the licences of everything it is built from.

use super::PROGRAM;
use super::sheet::{Cell, Sheet, Table};
use crate::engine::text::Message;

/// `name,version,licence` of every crate that the program links, kept in step with Cargo.lock by a test.
const LICENCES: &str = include_str!("licences.csv");

/// The page about the program that keeps its data in a file.
pub fn about(database: &str) -> Sheet {
    let row = |line: &str| line.splitn(3, ',').map(|cell| Cell::Text(cell.to_owned())).collect();
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
            rows: LICENCES.lines().skip(1).map(row).collect(),
            notes: vec![Message::new("about-note")],
        }],
    }
}
