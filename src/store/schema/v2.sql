-- Version 2. The target that was chosen for an assessment, as JSON: a wish, not an answer, so it stands beside
-- the journal. NULL is none.
ALTER TABLE assessment ADD COLUMN target TEXT CHECK (json_valid(target));
