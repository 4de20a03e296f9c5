//! A database of an earlier version that is brought up to date on whatever disk there is.

use std::path::Path;

use rusqlite::Connection;
use tashxis::engine::library::Library;
use tashxis::store::{Identity, Store};

/// Every released schema with data in it, the oldest first.
pub const RELEASED: [&str; 3] = [
    include_str!("../../src/store/schema/v1-sample.sql"),
    include_str!("../../src/store/schema/v2-sample.sql"),
    include_str!("../../src/store/schema/v3-sample.sql"),
];

/// Makes the database as the earlier version left it.
pub fn old(path: &Path, dump: &str) {
    let connection = Connection::open(path).expect("a file");
    connection.pragma_update(None, "synchronous", "EXTRA").expect("a setting");
    connection.execute_batch(dump).expect("a sample");
}

/// Opens it, which brings it up to date. What is refused is tried once more, as a person would.
pub fn bring_up_to_date(path: &Path) {
    let open = || Store::open(path, Identity::default());
    let _ = open().or_else(|_| open());
}

/// Opens what is left as the next sitting would: everything must be there.
pub fn look(path: &Path, case: &str) {
    let store = Store::open(path, Identity::default()).unwrap_or_else(|error| panic!("{case}: {error}"));
    assert_eq!(store.verify().expect("a check"), [], "{case}");
    let summaries = store.all().expect("a list");
    assert_eq!(summaries.len(), 1, "{case}");
    let record = Library::open(&store, summaries[0].id).expect("an assessment");
    assert_eq!((record.summary.enterprise.as_str(), record.events.len()), ("Fargʻona Yogʻ-Moy", 6), "{case}");
    assert_eq!(record.drafts.len(), 1, "{case}");
}
