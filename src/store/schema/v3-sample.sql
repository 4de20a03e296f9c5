-- A database as version 3 wrote it, frozen: every later version must read it.
PRAGMA application_id = 1953720440;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE questionnaire (
    hash    TEXT NOT NULL PRIMARY KEY,
    id      TEXT NOT NULL,
    version TEXT NOT NULL,
    text    TEXT NOT NULL
) STRICT;
CREATE TABLE enterprise (
    id   TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;
CREATE TABLE assessment (
    id            TEXT NOT NULL PRIMARY KEY,
    enterprise    TEXT NOT NULL REFERENCES enterprise (id),
    questionnaire TEXT NOT NULL REFERENCES questionnaire (hash),
    form          TEXT NOT NULL CHECK (form IN ('full', 'quick')),
    lang          TEXT NOT NULL,
    created       TEXT NOT NULL,
    changed       TEXT NOT NULL,
    closed        TEXT,
    archived      INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
    position      TEXT,
    progress      TEXT NOT NULL CHECK (json_valid(progress))
, target TEXT CHECK (json_valid(target)), previous TEXT) STRICT;
CREATE TABLE event (
    assessment  TEXT NOT NULL REFERENCES assessment (id),
    sequence    INTEGER NOT NULL CHECK (sequence > 0),
    id          TEXT NOT NULL UNIQUE,
    time        TEXT NOT NULL,
    device      TEXT NOT NULL,
    interviewer TEXT NOT NULL,
    action      TEXT NOT NULL CHECK (action IN ('answer', 'undo', 'redo', 'close', 'reopen')),
    question    TEXT,
    old         TEXT CHECK (json_valid(old)),
    new         TEXT CHECK (json_valid(new)),
    of          INTEGER CHECK (of < sequence),
    lang        TEXT NOT NULL,
    shown_ms    INTEGER NOT NULL CHECK (shown_ms >= 0),
    hash        TEXT NOT NULL,
    PRIMARY KEY (assessment, sequence),
    CHECK ((action IN ('answer', 'undo', 'redo')) = (question IS NOT NULL AND old IS NOT NULL AND new IS NOT NULL)),
    CHECK ((action IN ('undo', 'redo')) = (of IS NOT NULL))
) STRICT;
CREATE TABLE answer (
    assessment TEXT NOT NULL REFERENCES assessment (id),
    question   TEXT NOT NULL,
    answer     TEXT NOT NULL CHECK (json_valid(answer)),
    sequence   INTEGER NOT NULL,
    PRIMARY KEY (assessment, question),
    FOREIGN KEY (assessment, sequence) REFERENCES event (assessment, sequence)
) STRICT, WITHOUT ROWID;
CREATE TABLE draft (
    assessment TEXT NOT NULL REFERENCES assessment (id),
    question   TEXT NOT NULL,
    text       TEXT NOT NULL,
    PRIMARY KEY (assessment, question)
) STRICT, WITHOUT ROWID;
CREATE TABLE result (
    assessment TEXT NOT NULL REFERENCES assessment (id),
    engine     TEXT NOT NULL,
    json       TEXT NOT NULL CHECK (json_valid(json)),
    PRIMARY KEY (assessment, engine)
) STRICT;
CREATE TABLE setting (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE action (
    id             TEXT NOT NULL PRIMARY KEY,
    assessment     TEXT NOT NULL REFERENCES assessment (id),
    recommendation TEXT NOT NULL,
    owner          TEXT NOT NULL,
    due            TEXT CHECK (date(due) IS due),
    status         TEXT NOT NULL CHECK (status IN ('planned', 'under_way', 'done', 'dropped')),
    phase          TEXT CHECK (phase IN ('now', 'year', 'later')),
    measure        TEXT NOT NULL,
    note           TEXT NOT NULL,
    created        TEXT NOT NULL,
    changed        TEXT NOT NULL
) STRICT;
INSERT INTO questionnaire VALUES('d393c2dedec844231b9fe72090ca8d0b373124168da624a706d0b4ab049838bd','sample','1.0.0','id = "sample"');
INSERT INTO enterprise VALUES('01a20901-febe-771c-a996-16997709c43c','Fargʻona Yogʻ-Moy');
INSERT INTO assessment VALUES('01a20901-febe-771c-a996-16981fb938a0','01a20901-febe-771c-a996-16997709c43c','d393c2dedec844231b9fe72090ca8d0b373124168da624a706d0b4ab049838bd','full','uz','2026-11-23T15:24:15.422935Z','2026-11-23T15:24:15.427665Z',NULL,0,'F2','{"asked":0,"done":0,"no_answer":0,"flagged":0,"comments":0}','{"pattern":"own","origin":"advisor","levels":{"INF":3},"base":{"INF":41.25},"chosen":"2026-11-23T15:30:00Z"}',NULL);
INSERT INTO event VALUES('01a20901-febe-771c-a996-16981fb938a0',1,'01a20901-febf-7796-8227-5c94d60d1e82','2026-11-23T15:24:15.423737Z','laptop-1','Dilnoza','answer','F1','{}','{"response":{"value":{"decimal":12.5}}}',NULL,'ru',1500,'34b38cba8a3e9a8cca04a219d84b9898c61c84ee8f2da6246b0f55acc8a42a61');
INSERT INTO event VALUES('01a20901-febe-771c-a996-16981fb938a0',2,'01a20901-fec0-7654-8aaa-b3b7ed9edddb','2026-11-23T15:24:15.424776Z','laptop-1','Dilnoza','undo','F1','{"response":{"value":{"decimal":12.5}}}','{}',1,'ru',1500,'c4bfa78a618830d268306dc2b5b0c6634053a5eaaa96044165ed13e059cff809');
INSERT INTO event VALUES('01a20901-febe-771c-a996-16981fb938a0',3,'01a20901-fec1-74a4-a023-3c7d4a05f9e4','2026-11-23T15:24:15.425685Z','laptop-1','Dilnoza','redo','F1','{}','{"response":{"value":{"decimal":12.5}}}',1,'ru',1500,'2a0ca1111ea9a97150ed27b9f55e2a3f4af3aef0c28c6ac032170625c101abab');
INSERT INTO event VALUES('01a20901-febe-771c-a996-16981fb938a0',4,'01a20901-fec2-7266-82f8-3b1c845162a1','2026-11-23T15:24:15.426330Z','laptop-1','Dilnoza','answer','F2','{}','{"comment":"soʻrab bilamiz","flagged":true}',NULL,'ru',1500,'524190d76564b00451e3e7e595f74433c42619fac6ffa4bc319e0a486bd6088c');
INSERT INTO event VALUES('01a20901-febe-771c-a996-16981fb938a0',5,'01a20901-fec2-7266-82f8-3b1dbbb2448d','2026-11-23T15:24:15.426954Z','laptop-1','Dilnoza','close',NULL,NULL,NULL,NULL,'ru',1500,'b1bb9a0c42468e8f8275a5be21714383070b6c41e3a7b26327782c998d936cef');
INSERT INTO event VALUES('01a20901-febe-771c-a996-16981fb938a0',6,'01a20901-fec3-77de-9fac-018a55c7d595','2026-11-23T15:24:15.427665Z','laptop-1','Dilnoza','reopen',NULL,NULL,NULL,NULL,'ru',1500,'dacd48ca7d8026a212cb913b7d45af7c35e132ab4293b92860238ea786b5c8c9');
INSERT INTO answer VALUES('01a20901-febe-771c-a996-16981fb938a0','F1','{"response":{"value":{"decimal":12.5}}}',3);
INSERT INTO answer VALUES('01a20901-febe-771c-a996-16981fb938a0','F2','{"comment":"soʻrab bilamiz","flagged":true}',4);
INSERT INTO draft VALUES('01a20901-febe-771c-a996-16981fb938a0','F3','yarim');
INSERT INTO action VALUES('0190f5fe-7c00-7a00-8000-000000000001','01a20901-febe-771c-a996-16981fb938a0','technology-scout','Aziz','2027-03-01','done','year','uchta taklif','','2026-11-23T15:24:15.427665Z','2026-11-23T15:24:15.427665Z');
INSERT INTO action VALUES('0190f5fe-7c00-7a00-8000-000000000003','01a20901-febe-771c-a996-16981fb938a0','laboratory','Lola',NULL,'planned',NULL,'','bahorda boshlandi','2026-11-23T15:24:15.427665Z','2026-11-23T15:24:15.427665Z');
INSERT INTO action VALUES('0190f5fe-7c00-7a00-8000-000000000004','01a20901-febe-771c-a996-16981fb938a0','library','Lola',NULL,'planned',NULL,'','2027-02-30','2026-11-23T15:24:15.427665Z','2026-11-23T15:24:15.427665Z');
CREATE TRIGGER questionnaire_is_not_changed BEFORE UPDATE ON questionnaire BEGIN
    SELECT RAISE(ABORT, 'a questionnaire is never changed');
END;
CREATE INDEX enterprise_by_name ON enterprise (name);
CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event BEGIN
    SELECT RAISE(ABORT, 'the journal is only appended to');
END;
CREATE TRIGGER event_is_not_deleted BEFORE DELETE ON event BEGIN
    SELECT RAISE(ABORT, 'the journal is only appended to');
END;
CREATE TRIGGER event_follows_the_last BEFORE INSERT ON event
WHEN new.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM event WHERE assessment = new.assessment)
    OR EXISTS (SELECT 1 FROM event WHERE id = new.id)
BEGIN
    SELECT RAISE(ABORT, 'an event follows the last one of its assessment');
END;
CREATE UNIQUE INDEX action_by_assessment ON action (assessment, recommendation);
COMMIT;
PRAGMA user_version = 3;
