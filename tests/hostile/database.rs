//! Database files that others hand in.

use super::*;
use tashxis::store::{Identity, Store, peek};

/// A database file: looked at, opened, read, verified, copied, repaired. A file that is refused is left as it is, and
/// whatever can be saved of a damaged one makes a sound one.
pub fn database(bytes: &[u8]) {
    let folder = folder();
    let path = folder.path().join("theirs.db");
    fs::write(&path, bytes).unwrap();
    drop((peek::setting(&path, "lang"), peek::assessments(&path)));
    is_untouched(&path, bytes, "a look");

    let repaired = folder.path().join("repaired.db");
    match Store::repair(&path, &repaired, &[Arc::clone(&SAMPLE)]) {
        Ok(repair) => {
            assert_eq!(repair.saved > 0, repaired.exists());
            for message in repair.whole.iter().chain(&repair.missing) {
                drop(say(0, message));
            }
            if repair.saved > 0 {
                sound(&repaired);
            }
        }
        Err(error) => assert!(!repaired.exists(), "{error}"),
    }
    is_untouched(&path, bytes, "a repair");

    let restored = folder.path().join("restored.db");
    if Store::restore(&path, &restored).is_ok() {
        sound(&restored);
    }
    is_untouched(&path, bytes, "a restore");

    match Store::open(&path, Identity::default()) {
        Err(_) => is_untouched(&path, bytes, "a refusal"),
        Ok(store) => {
            for finding in store.verify().unwrap_or_default() {
                drop(say(1, &finding));
            }
            super::exchange::opened(&store);
            let _ = store.export_all();
            let _ = store.backup(&folder.path().join("copy.db"));
        }
    }
}

fn is_untouched(path: &PathBuf, bytes: &[u8], by: &str) {
    assert!(fs::read(path).unwrap() == bytes, "{by} changed the file");
}

/// What the program itself has made opens and has nothing wrong with its journal.
fn sound(path: &Path) {
    let store = Store::open(path, Identity::default()).unwrap();
    store.verify().unwrap();
    super::exchange::opened(&store);
    drop(store.export_all());
}
