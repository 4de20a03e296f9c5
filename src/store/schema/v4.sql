-- Version 4. The work around an interview: how a visit ended, as whoever ended it said, and how long a question was on
-- the screen, recorded quietly. Neither is an answer, so both stand beside the journal.
CREATE TABLE visit (
    id          TEXT NOT NULL PRIMARY KEY,
    assessment  TEXT NOT NULL REFERENCES assessment (id),
    ended       TEXT NOT NULL,
    device      TEXT NOT NULL,
    interviewer TEXT NOT NULL,
    outcome     TEXT NOT NULL CHECK (outcome IN ('completed', 'partly', 'postponed', 'refused', 'not_found')),
    until       TEXT CHECK (date(until) IS until),
    reason      TEXT NOT NULL
) STRICT;

CREATE INDEX visit_by_assessment ON visit (assessment, ended);

CREATE TABLE stay (
    assessment TEXT NOT NULL REFERENCES assessment (id),
    since      TEXT NOT NULL,
    question   TEXT NOT NULL,
    ms         INTEGER NOT NULL CHECK (ms >= 0),
    lang       TEXT NOT NULL,
    way        TEXT NOT NULL CHECK (way IN ('next', 'back', 'jump')),
    PRIMARY KEY (assessment, since, question)
) STRICT, WITHOUT ROWID;
