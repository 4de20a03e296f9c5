-- Version 1. Times are ISO 8601 in UTC with six decimals, so that they sort as text; ids are UUIDv7
-- in their usual spelling; `json` columns hold what serde_json writes.

-- The instrument, whole: an old assessment opens and prints the same for ever.
CREATE TABLE questionnaire (
    hash    TEXT NOT NULL PRIMARY KEY,
    id      TEXT NOT NULL,
    version TEXT NOT NULL,
    text    TEXT NOT NULL
) STRICT;

CREATE TRIGGER questionnaire_is_not_changed BEFORE UPDATE ON questionnaire BEGIN
    SELECT RAISE(ABORT, 'a questionnaire is never changed');
END;

-- Names are not unique: two machines may have begun the same enterprise apart.
CREATE TABLE enterprise (
    id   TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;

CREATE INDEX enterprise_by_name ON enterprise (name);

-- `closed`, `changed`, `position` and `progress` follow the journal, in the same transaction.
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
) STRICT;

-- The journal. Appended to, never changed; everything else about answers is derived from it.
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

CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event BEGIN
    SELECT RAISE(ABORT, 'the journal is only appended to');
END;

CREATE TRIGGER event_is_not_deleted BEFORE DELETE ON event BEGIN
    SELECT RAISE(ABORT, 'the journal is only appended to');
END;

-- INSERT OR REPLACE deletes without the trigger above; a sequence without gaps leaves it nothing to replace.
CREATE TRIGGER event_follows_the_last BEFORE INSERT ON event
WHEN new.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM event WHERE assessment = new.assessment)
    OR EXISTS (SELECT 1 FROM event WHERE id = new.id)
BEGIN
    SELECT RAISE(ABORT, 'an event follows the last one of its assessment');
END;

-- What is kept at each question now, and the event that put it there. Derived; an open question has no row.
CREATE TABLE answer (
    assessment TEXT NOT NULL REFERENCES assessment (id),
    question   TEXT NOT NULL,
    answer     TEXT NOT NULL CHECK (json_valid(answer)),
    sequence   INTEGER NOT NULL,
    PRIMARY KEY (assessment, question),
    FOREIGN KEY (assessment, sequence) REFERENCES event (assessment, sequence)
) STRICT, WITHOUT ROWID;

-- What was typed and is not an answer yet.
CREATE TABLE draft (
    assessment TEXT NOT NULL REFERENCES assessment (id),
    question   TEXT NOT NULL,
    text       TEXT NOT NULL,
    PRIMARY KEY (assessment, question)
) STRICT, WITHOUT ROWID;

-- The computed profile, as this version of the engine computed it.
CREATE TABLE result (
    assessment TEXT NOT NULL REFERENCES assessment (id),
    engine     TEXT NOT NULL,
    json       TEXT NOT NULL CHECK (json_valid(json)),
    PRIMARY KEY (assessment, engine)
) STRICT;

-- A recommendation that the enterprise chose to follow.
CREATE TABLE action (
    id             TEXT NOT NULL PRIMARY KEY,
    assessment     TEXT NOT NULL REFERENCES assessment (id),
    recommendation TEXT NOT NULL,
    owner          TEXT NOT NULL,
    due            TEXT,
    status         TEXT NOT NULL
) STRICT;

CREATE INDEX action_by_assessment ON action (assessment);

-- Settings of the interface on this machine.
CREATE TABLE setting (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
