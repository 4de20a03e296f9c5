//! The one writer of a database, waited for.

use std::path::Path;

use tashxis::engine::library::{Access, Library};
use tashxis::store::{Identity, Store};

/// The database, to write to it. A program that another test starts at this moment holds a copy of the lock between
/// its fork and its beginning, so the lock of a store that was just closed may last a little longer.
pub fn writer(path: &Path, identity: Identity) -> Store {
    for _ in 0..500 {
        let store = Store::open(path, identity.clone()).unwrap();
        if store.access() == Access::Write {
            return store;
        }
        drop(store);
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    Store::open(path, identity).unwrap()
}
