//! Opening: what is made, what is refused, and who may write.

use std::fs;

use super::*;
use crate::engine::roadmap::{ActionStatus, RoadmapAction};

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

/// Every byte of a folder, by file name.
fn bytes(folder: &Path) -> Vec<(std::ffi::OsString, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .flatten()
        .filter(|entry| !entry.file_name().to_string_lossy().ends_with(".lock"))
        .map(|entry| (entry.file_name(), fs::read(entry.path()).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
#[cfg(unix)]
fn a_new_database_is_private() {
    let place = Place::new();
    let path = place.folder.path().join("a/b/tashxis.db");
    let mut store = Store::open(&path, identity()).unwrap();
    begin(&mut store, "Zavod");
    assert_eq!(store.access(), Access::Write);
    assert_eq!(mode(path.parent().unwrap()), 0o700);
    for file in ["tashxis.db", "tashxis.db-wal", "tashxis.db-shm", "tashxis.db.lock"] {
        assert_eq!(mode(&path.with_file_name(file)), 0o600, "{file}");
    }
}

#[test]
fn a_database_is_durable_and_strict() {
    let place = Place::new();
    let store = place.store();
    let ask = |pragma: &str| store.connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(ask("synchronous"), 3);
    assert_eq!(ask("foreign_keys"), 1);
    assert_eq!(ask("application_id"), i64::from(schema::APPLICATION_ID));
    assert_eq!(ask("user_version"), 4);
    let journal: String = store.connection.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
    assert_eq!(journal, "wal");
    let loose: i64 = store
        .connection
        .query_row(
            "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND NOT strict AND name NOT LIKE 'sqlite_%'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(loose, 0);
}

#[test]
fn what_was_kept_is_there_after_opening_again() {
    let place = Place::new();
    let id = lively(&mut place.store());
    let store = place.store();
    let record = Library::open(&store, id).unwrap();
    assert_eq!(record.events.len(), 6);
    assert_eq!(record.drafts, [(QuestionId::new("F3"), "yarim".to_owned())]);
}

#[test]
fn a_foreign_database_is_refused_and_left_alone() {
    let place = Place::new();
    let raw = place.raw();
    raw.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE notes (text); INSERT INTO notes VALUES ('mine');")
        .unwrap();
    let before = bytes(place.folder.path());
    let error = Store::open(&place.path(), identity()).unwrap_err();
    assert_eq!(key(&error), "store-foreign");
    assert_eq!(bytes(place.folder.path()), before);
}

#[test]
fn a_newer_database_is_refused_and_left_alone() {
    let place = Place::new();
    lively(&mut place.store());
    place.raw().pragma_update(None, "user_version", 7).unwrap();
    let before = bytes(place.folder.path());
    let error = Store::open(&place.path(), identity()).unwrap_err();
    assert_eq!(key(&error), "store-newer");
    assert!(said(&error).iter().all(|text| text.contains('7') && text.contains('4')));
    let after = bytes(place.folder.path());
    assert_eq!(
        after.iter().find(|(name, _)| name == "tashxis.db"),
        before.iter().find(|(name, _)| name == "tashxis.db")
    );
}

#[test]
fn a_file_that_is_no_database_is_refused_and_left_alone() {
    for content in ["just a letter\n".repeat(500).as_str(), "x", "SQLite format 3"] {
        let place = Place::new();
        fs::write(place.path(), content).unwrap();
        let error = Store::open(&place.path(), identity()).unwrap_err();
        assert_eq!(key(&error), "store-not-a-database", "{content:.20}");
        assert_eq!(fs::read(place.path()).unwrap(), content.as_bytes());
    }
}

#[test]
fn an_empty_file_becomes_a_database() {
    let place = Place::new();
    fs::write(place.path(), "").unwrap();
    begin(&mut place.store(), "Zavod");
    assert_eq!(place.store().summaries().unwrap().len(), 1);
}

#[test]
fn a_damaged_database_is_reported() {
    let place = Place::new();
    lively(&mut place.store());
    let mut content = fs::read(place.path()).unwrap();
    content[100..].fill(0xA5);
    fs::write(place.path(), content).unwrap();
    let error = Store::open(&place.path(), identity()).unwrap_err();
    assert_eq!(key(&error), "store-corrupt");
}

#[test]
fn a_second_store_only_reads_until_the_first_is_gone() {
    let place = Place::new();
    let mut first = place.store();
    let id = lively(&mut first);

    let mut second = place.store();
    assert_eq!(second.access(), Access::ReadOnlyInUse);
    assert_eq!(Library::open(&second, id).unwrap().events.len(), 6);
    let refused = second.journal(id).append(&change("F9", open(), number(1.0))).unwrap_err();
    assert_eq!(refused.message.key, "store-in-use");
    let refused = second.keep_setting("lang", "ru").unwrap_err();
    assert_eq!(refused.message.key, "store-in-use");

    first.journal(id).append(&change("F9", open(), number(1.0))).unwrap();
    assert_eq!(Library::open(&second, id).unwrap().events.len(), 7, "a commit is visible at once");
    drop(first);
    assert_eq!(place.store().access(), Access::Write);
}

#[test]
#[cfg(unix)]
fn a_link_to_the_database_has_the_same_writer() {
    let place = Place::new();
    let _first = place.store();
    let link = place.folder.path().join("link.db");
    std::os::unix::fs::symlink(place.path(), &link).unwrap();
    assert_eq!(Store::open(&link, identity()).unwrap().access(), Access::ReadOnlyInUse);
}

/// Runs one ignored test of this file in another process, as another user if this one may write everywhere.
#[cfg(unix)]
fn in_other_process(test: &str, path: &Path) -> std::process::Child {
    use std::os::unix::process::CommandExt;
    let mut command = std::process::Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "--ignored", "--nocapture", &format!("store::tests::opening::{test}")]);
    command.env("TASHXIS_TEST_DB", path).stdout(std::process::Stdio::piped());
    if test.starts_with("as_nobody")
        && fs::metadata("/proc/self").is_ok_and(|me| std::os::unix::fs::MetadataExt::uid(&me) == 0)
    {
        command.uid(65_534).gid(65_534);
    }
    command.spawn().unwrap()
}

/// The path given by the test that this one is a part of; none, if it was started by itself.
#[cfg(unix)]
fn given_path() -> Option<PathBuf> {
    std::env::var_os("TASHXIS_TEST_DB").map(PathBuf::from)
}

#[test]
#[cfg(unix)]
fn a_killed_writer_leaves_no_lock_and_no_loss() {
    use std::io::{BufRead, BufReader};
    let place = Place::new();
    drop(place.store());
    let mut child = in_other_process("as_child_that_writes_for_ever", &place.path());
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    let acknowledged = lines.by_ref().filter(|line| line.starts_with("kept ")).nth(20).unwrap();
    assert_eq!(place.store().access(), Access::ReadOnlyInUse);
    child.kill().unwrap();
    child.wait().unwrap();
    let last = lines.filter(|line| line.starts_with("kept ")).last().unwrap_or(acknowledged);
    let last: u64 = last.trim_start_matches("kept ").parse().unwrap();

    let store = place.store();
    assert_eq!(store.access(), Access::Write);
    let id = store.summaries().unwrap()[0].id;
    let events = Library::open(&store, id).unwrap().events;
    assert!(events.len() as u64 >= last, "{} events, {last} acknowledged", events.len());
    assert_eq!(store.verify().unwrap(), []);
}

#[test]
#[ignore = "a part of another test, run by it in a process of its own"]
#[cfg(unix)]
fn as_child_that_writes_for_ever() {
    let Some(path) = given_path() else { return };
    let mut store = Store::open(&path, identity()).unwrap();
    let id = begin(&mut store, "Zavod");
    let mut old = open();
    for n in 1_u32.. {
        let new = number(f64::from(n));
        let event = store.journal(id).append(&change("F1", old, new.clone())).unwrap();
        println!("kept {}", event.sequence);
        old = new;
    }
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

/// Opens the folder to everybody for reading, then runs the test as a user who may not write it.
#[cfg(unix)]
fn as_reader(place: &Place, test: &str) {
    for entry in fs::read_dir(place.folder.path()).unwrap().flatten() {
        set_mode(&entry.path(), 0o444);
    }
    set_mode(place.folder.path(), 0o555);
    let outcome = in_other_process(test, &place.path()).wait_with_output().unwrap();
    set_mode(place.folder.path(), 0o755);
    let output = String::from_utf8_lossy(&outcome.stdout).into_owned();
    assert!(outcome.status.success() && output.contains("1 passed"), "{output}");
}

#[test]
#[cfg(unix)]
fn a_read_only_folder_is_read() {
    let place = Place::new();
    lively(&mut place.store());
    as_reader(&place, "as_nobody_reading_a_folder");
}

#[test]
#[ignore = "a part of another test, run by it in a process of its own"]
#[cfg(unix)]
fn as_nobody_reading_a_folder() {
    let Some(path) = given_path() else { return };
    let mut store = Store::open(&path, identity()).unwrap();
    assert_eq!(store.access(), Access::ReadOnlyFile);
    let id = store.summaries().unwrap()[0].id;
    assert_eq!(Library::open(&store, id).unwrap().events.len(), 6);
    assert_eq!(store.verify().unwrap(), []);
    let refused = store.archive(id, true).unwrap_err();
    assert_eq!(refused.message.key, "store-read-only");
}

#[test]
#[cfg(unix)]
fn a_read_only_folder_beside_a_writer_shows_what_the_writer_keeps() {
    let place = Place::new();
    let mut store = place.store();
    lively(&mut store);
    as_reader(&place, "as_nobody_beside_a_writer");
    drop(store);
}

#[test]
#[ignore = "a part of another test, run by it in a process of its own"]
#[cfg(unix)]
fn as_nobody_beside_a_writer() {
    let Some(path) = given_path() else { return };
    let store = Store::open(&path, identity()).unwrap();
    assert_eq!(store.access(), Access::ReadOnlyInUse);
    assert_eq!(store.summaries().unwrap().len(), 1);
}

#[test]
#[cfg(unix)]
fn a_log_that_cannot_be_read_is_not_passed_over() {
    let place = Place::new();
    let mut store = place.store();
    lively(&mut store);
    // What a crash leaves: the last changes are only in the log.
    let copy = Place::new();
    fs::copy(place.path(), copy.path()).unwrap();
    fs::copy(open::beside(&place.path(), "-wal"), open::beside(&copy.path(), "-wal")).unwrap();
    as_reader(&copy, "as_nobody_with_a_log");
    assert_eq!(copy.store().summaries().unwrap().len(), 1);
}

#[test]
#[ignore = "a part of another test, run by it in a process of its own"]
#[cfg(unix)]
fn as_nobody_with_a_log() {
    let Some(path) = given_path() else { return };
    let error = Store::open(&path, identity()).unwrap_err();
    assert_eq!(key(&error), "store-left-log");
}

#[test]
#[cfg(unix)]
fn a_read_only_folder_without_a_database_is_named() {
    let place = Place::new();
    as_reader(&place, "as_nobody_without_a_database");
}

#[test]
#[ignore = "a part of another test, run by it in a process of its own"]
#[cfg(unix)]
fn as_nobody_without_a_database() {
    let Some(path) = given_path() else { return };
    let error = Store::open(&path, identity()).unwrap_err();
    assert_eq!(key(&error), "store-read-only-folder");
    assert_eq!(Some(error.path.as_path()), path.parent());
    let error = Store::open(&path.with_file_name("new").join("tashxis.db"), identity()).unwrap_err();
    assert_eq!(key(&error), "store-folder");
}

#[test]
fn every_released_schema_is_brought_up_to_date() {
    let released = [
        include_str!("../schema/v1-sample.sql"),
        include_str!("../schema/v2-sample.sql"),
        include_str!("../schema/v3-sample.sql"),
    ];
    for (version, dump) in (1..).zip(released) {
        let place = Place::new();
        place.raw().execute_batch(dump).unwrap();
        let store = place.store();
        assert_eq!(store.verify().unwrap(), [], "version {version}");
        let summaries = store.all().unwrap();
        assert_eq!(summaries.len(), 1);
        let record = Library::open(&store, summaries[0].id).unwrap();
        assert_eq!(record.summary.enterprise, "Fargʻona Yogʻ-Moy");
        assert_eq!(record.events.len(), 6);
        assert_eq!(record.drafts.len(), 1);
        assert_eq!(schema_of(&store.connection), schema_of(&Place::new().store().connection));
    }
}

#[test]
fn the_actions_of_the_second_schema_become_a_roadmap_and_keep_what_nobody_can_read() {
    let place = Place::new();
    place.raw().execute_batch(include_str!("../schema/v2-sample.sql")).unwrap();
    let store = place.store();
    let record = Library::open(&store, store.all().unwrap()[0].id).unwrap();
    assert_eq!(record.target.unwrap().levels.len(), 1);
    assert_eq!(record.summary.previous, None);
    let made = record.summary.changed;
    let actions = [
        RoadmapAction {
            owner: "Aziz".to_owned(),
            due: Some("2027-03-01".parse().unwrap()),
            status: ActionStatus::Done,
            ..RoadmapAction::new("technology-scout", made)
        },
        RoadmapAction {
            owner: "Lola".to_owned(),
            note: "bahorda boshlandi".to_owned(),
            ..RoadmapAction::new("laboratory", made)
        },
        // There are two for this one; the later stays, and its day does not exist.
        RoadmapAction {
            owner: "Lola".to_owned(),
            note: "2027-02-30".to_owned(),
            ..RoadmapAction::new("library", made)
        },
    ];
    assert_eq!(record.actions, actions);
}

fn schema_of(connection: &Connection) -> Vec<String> {
    let mut query = connection.prepare("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name").unwrap();
    query.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

const NEXT: &[M] = &[
    M::up(include_str!("../schema/v1.sql")),
    M::up(include_str!("../schema/v2.sql")),
    M::up(include_str!("../schema/v3.sql")),
    M::up(include_str!("../schema/v4.sql")),
    M::up("ALTER TABLE setting ADD COLUMN note TEXT NOT NULL DEFAULT ''"),
];

#[test]
fn a_migration_leaves_a_checked_copy_beside_the_file() {
    let place = Place::new();
    let mut store = place.store();
    let id = lively(&mut store);
    schema::migrate(&mut store.connection, &place.path(), &Migrations::from_slice(NEXT), None).unwrap();
    let copy = open::beside(&place.path(), ".v4-1.backup");
    let before = Store::open(&copy, identity()).unwrap();
    assert_eq!(Library::open(&before, id).unwrap().events.len(), 6);
    assert_eq!(before.verify().unwrap(), []);
}

#[test]
fn a_failed_migration_changes_nothing() {
    const BROKEN: &[M] = &[
        M::up(include_str!("../schema/v1.sql")),
        M::up(include_str!("../schema/v2.sql")),
        M::up(include_str!("../schema/v3.sql")),
        M::up(include_str!("../schema/v4.sql")),
        M::up("DROP TABLE draft; ALTER TABLE nothing ADD x"),
    ];
    let place = Place::new();
    let mut store = place.store();
    let id = lively(&mut store);
    for _ in 0..2 {
        schema::migrate(&mut store.connection, &place.path(), &Migrations::from_slice(BROKEN), None).unwrap_err();
    }
    drop(store);
    assert_eq!(Library::open(&place.store(), id).unwrap().drafts.len(), 1);
    assert!(open::beside(&place.path(), ".v4-2.backup").exists(), "each attempt keeps its own copy");
}

#[test]
fn a_backup_is_whole_private_and_never_replaces_a_file() {
    let place = Place::new();
    let mut store = place.store();
    let id = lively(&mut store);
    let to = place.folder.path().join("copy.db");
    store.backup(&to).unwrap();
    assert!(!open::beside(&to, ".part").exists() && !open::beside(&to, "-wal").exists());
    #[cfg(unix)]
    assert_eq!(mode(&to), 0o600);
    let copy = Store::open(&to, identity()).unwrap();
    assert_eq!(Library::open(&copy, id).unwrap().events, Library::open(&store, id).unwrap().events);

    fs::write(place.folder.path().join("letter"), "mine").unwrap();
    let error = store.backup(&place.folder.path().join("letter")).unwrap_err();
    assert_eq!(key(&error), "store-exists");
    assert_eq!(fs::read(place.folder.path().join("letter")).unwrap(), b"mine");
    let error = store.backup(&place.folder.path().join("no/such/folder")).unwrap_err();
    assert_eq!(key(&error), "store-not-found");
}
