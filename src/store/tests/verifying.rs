//! Verifying: whatever was tampered with is found, and said in every language.

use super::*;

/// Tampers with a lively database, the guards taken down, and returns the keys of what is found.
fn found_after(sql: &str) -> Vec<&'static str> {
    let place = Place::new();
    lively(&mut place.store());
    place
        .raw()
        .execute_batch(&format!(
            "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;
             DROP TRIGGER event_is_not_changed; DROP TRIGGER event_is_not_deleted;
             DROP TRIGGER questionnaire_is_not_changed; {sql};"
        ))
        .unwrap();
    let findings = place.store().verify().unwrap();
    for finding in &findings {
        for lang in Lang::ALL {
            let text = Texts::new(lang, TimeZone::UTC).say(finding);
            assert!(text != finding.key && !text.contains("{$"), "{text}");
        }
    }
    findings.iter().map(|finding| finding.key).collect()
}

#[test]
fn nothing_is_found_where_nothing_is_wrong() {
    assert_eq!(found_after("SELECT 1"), [""; 0]);
}

#[test]
fn tampering_is_found() {
    let cases: &[(&str, &[&str])] = &[
        ("UPDATE event SET time = '2020-01-01T00:00:00.000000Z' WHERE sequence = 2", &["store-finding-hash"]),
        ("UPDATE event SET interviewer = 'Nobody' WHERE sequence = 6", &["store-finding-hash"]),
        (
            "UPDATE event SET new = '{\"response\":{\"value\":{\"decimal\":99.0}}}' WHERE sequence = 3",
            &["store-finding-hash", "store-finding-answer"],
        ),
        (
            "UPDATE event SET old = '{\"flagged\":true}' WHERE sequence = 4",
            &["store-finding-hash", "store-finding-old"],
        ),
        (
            "UPDATE event SET of = 4 WHERE sequence = 3",
            &["store-finding-integrity", "store-finding-hash", "store-finding-of"],
        ),
        ("DELETE FROM event WHERE sequence = 5", &["store-finding-sequence", "store-finding-hash"]),
        ("DELETE FROM event WHERE sequence = 6", &["store-finding-state"]),
        (
            "UPDATE event SET new = 'nonsense' WHERE sequence = 1",
            &["store-finding-integrity", "store-finding-unreadable"],
        ),
        ("UPDATE answer SET answer = '{\"response\":\"refused\"}'  WHERE question = 'F1'", &["store-finding-answer"]),
        ("DELETE FROM answer WHERE question = 'F1'", &["store-finding-answer"]),
        ("UPDATE assessment SET closed = created", &["store-finding-state"]),
        ("UPDATE assessment SET form = 'quick'", &["store-finding-hash"]),
        ("UPDATE questionnaire SET text = 'another'", &["store-finding-questionnaire"]),
        ("INSERT INTO draft VALUES ('nobody', 'F1', 'x')", &["store-finding-reference"]),
        ("DROP INDEX enterprise_by_name; UPDATE assessment SET lang = 'de'", &["store-finding-unreadable"]),
    ];
    for (sql, expected) in cases {
        assert_eq!(found_after(sql), *expected, "{sql}");
    }
}

#[test]
fn every_error_is_said_in_every_language() {
    let sqlite = |code| Problem::Database(rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), None));
    let system = |kind: std::io::ErrorKind| Problem::System(kind.into());
    let id = AssessmentId(Uuid::nil());
    let problems = [
        Problem::NotReady,
        Problem::InUse,
        Problem::ReadOnly,
        Problem::Moved,
        Problem::Altered("stay".to_owned()),
        Problem::TooLarge(1 << 30),
        Problem::NoAssessment(id),
        Problem::Stale("F1".into()),
        Problem::BadCopy("page 7".to_owned()),
        Problem::NoLocks(std::io::ErrorKind::Unsupported.into()),
        sqlite(rusqlite::ffi::SQLITE_FULL),
        sqlite(rusqlite::ffi::SQLITE_IOERR_FSYNC),
        sqlite(rusqlite::ffi::SQLITE_READONLY),
        sqlite(rusqlite::ffi::SQLITE_PERM),
        sqlite(rusqlite::ffi::SQLITE_CORRUPT_INDEX),
        sqlite(rusqlite::ffi::SQLITE_NOTADB),
        sqlite(rusqlite::ffi::SQLITE_MISUSE),
        system(std::io::ErrorKind::StorageFull),
        system(std::io::ErrorKind::PermissionDenied),
        system(std::io::ErrorKind::NotFound),
        system(std::io::ErrorKind::Other),
    ];
    let said: Vec<_> = problems.into_iter().map(|problem| said(&problem.at(Path::new("/data/tashxis.db")))).collect();
    assert!(said.iter().all(|texts| texts.iter().all(|text| text.len() > 30)));
}

#[test]
fn stored_times_sort_as_text() {
    let times = ["1969-12-31T23:59:59.9Z", "2026-11-23T10:00:00Z", "2026-11-23T10:00:00.000001Z"];
    let stored = times.map(|time| read::moment(time.parse::<Timestamp>().unwrap()));
    assert!(stored.is_sorted());
    assert_eq!(stored[1], "2026-11-23T10:00:00.000000Z");
}
