-- Version 3. The roadmap: the recommendations that an enterprise follows, each once. No release wrote to the old
-- table, but an import could: a day or a status that nobody can read stays in the note.
ALTER TABLE action RENAME TO action_before_3;

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

INSERT INTO action
    SELECT old.id, old.assessment, old.recommendation, old.owner,
        CASE WHEN date(old.due) IS old.due THEN old.due END,
        CASE WHEN old.status IN ('planned', 'under_way', 'done', 'dropped') THEN old.status ELSE 'planned' END,
        NULL, '',
        trim(CASE WHEN date(old.due) IS old.due THEN '' ELSE old.due END || ' '
            || CASE WHEN old.status IN ('planned', 'under_way', 'done', 'dropped') THEN '' ELSE old.status END),
        a.changed, a.changed
    FROM action_before_3 old JOIN assessment a ON a.id = old.assessment
    WHERE old.id = (SELECT max(id) FROM action_before_3 other
        WHERE other.assessment = old.assessment AND other.recommendation = old.recommendation);

DROP TABLE action_before_3;

CREATE UNIQUE INDEX action_by_assessment ON action (assessment, recommendation);

-- The assessment that this one continues. It may be on another machine, so nothing is said of its being here.
ALTER TABLE assessment ADD COLUMN previous TEXT;
