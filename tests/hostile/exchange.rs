//! Files to import.

use super::*;
use tashxis::store::exchange::ImportError;
use tashxis::store::{Identity, Store};

/// A database without an assessment, and what its export says.
struct Empty {
    store: Store,
    export: String,
    _folder: tempfile::TempDir,
}

impl Empty {
    fn new() -> Self {
        let folder = folder();
        let store = Store::open(&folder.path().join("a.db"), Identity::default()).unwrap();
        Self { export: store.export_all().unwrap(), store, _folder: folder }
    }
}

thread_local! {
    // Making a database takes a thousand times as long as refusing a file.
    static STORE: RefCell<Option<Empty>> = const { RefCell::new(None) };
}

/// Imports a file: all of it is there afterwards, or nothing has changed.
pub fn exchange(bytes: &[u8]) {
    STORE.with_borrow_mut(|kept| {
        let mut empty = kept.take().unwrap_or_else(Empty::new);
        match empty.store.import(bytes) {
            Err(ImportError::Findings(findings)) => {
                assert!(!findings.is_empty(), "refused without a reason");
                for finding in &findings {
                    drop((say(0, &finding.place), say(1, &finding.message)));
                }
                assert_eq!(empty.store.export_all().unwrap(), empty.export, "a refused file changed something");
                *kept = Some(empty);
            }
            Err(ImportError::Store(error)) => panic!("the store broke: {error}"),
            Ok(imported) => {
                assert_eq!(empty.store.verify().unwrap(), [], "what was taken in contradicts itself");
                let all = empty.store.all().unwrap();
                assert_eq!((imported.added, imported.extended, imported.unchanged), (all.len(), 0, 0));
                opened(&empty.store);
                let export = empty.store.export_all().unwrap();
                let mut other = Empty::new();
                other.store.import(export.as_bytes()).unwrap();
                assert_eq!(other.store.export_all().unwrap(), export, "an export is what an import takes in");
            }
        }
    });
}

/// Reads every assessment as the program would, as far as it can be read.
pub(super) fn opened(store: &Store) {
    use tashxis::engine::library::{Depth, Library};
    for summary in store.all().unwrap_or_default() {
        let Ok(record) = store.open(summary.id) else { continue };
        let _ = store.standing(summary.id, Depth::Answers);
        let _ = (store.visits(summary.id), store.stays(summary.id));
        let Ok((questionnaire, _)) = read(&record.questionnaire_text) else { continue };
        let replayed = Interview::replay(Arc::new(questionnaire), record.summary.form, moment(), &record.events);
        let Ok(interview) = replayed else { continue };
        let profile = tashxis::engine::profile::profile(&interview);
        let meta = tashxis::report::Meta::new(&record, record.summary.changed);
        still(&with_texts(1, |texts| tashxis::report::summary(&profile, &interview, &meta, texts)));
    }
}
