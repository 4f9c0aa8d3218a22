-- Filed occupations and levels (levels as a JSON list, in the words of 第八条).
CREATE TABLE occupations (
    id             INTEGER PRIMARY KEY,
    institution_id INTEGER NOT NULL REFERENCES institutions (id),
    name           TEXT NOT NULL,
    levels         TEXT NOT NULL,
    code           TEXT NOT NULL DEFAULT '',
    filed_on       TEXT,
    note           TEXT NOT NULL DEFAULT '',
    UNIQUE (institution_id, name)
) STRICT;
CREATE INDEX occupations_name ON occupations (name);

-- What the registry said before, and until when.
CREATE TABLE institution_history (
    id             INTEGER PRIMARY KEY,
    institution_id INTEGER NOT NULL REFERENCES institutions (id),
    what           TEXT NOT NULL,
    before         TEXT NOT NULL,
    after          TEXT NOT NULL,
    source         TEXT NOT NULL,
    until          TEXT NOT NULL
) STRICT;
CREATE INDEX institution_history_of ON institution_history (institution_id, id);

-- Invitations; only the digest of a token is kept, each may be used once.
CREATE TABLE invitations (
    id             INTEGER PRIMARY KEY,
    institution_id INTEGER NOT NULL REFERENCES institutions (id),
    digest         TEXT NOT NULL UNIQUE,
    made_by        TEXT NOT NULL,
    made_at        TEXT NOT NULL,
    until          TEXT NOT NULL,
    used_by        INTEGER,
    used_at        TEXT
) STRICT;

-- Determinations under 第二十五条, with who, when, and their withdrawal.
CREATE TABLE determinations (
    id            INTEGER PRIMARY KEY,
    occupation    TEXT NOT NULL,
    reached       INTEGER NOT NULL CHECK (reached IN (0, 1)),
    decided_on    TEXT NOT NULL,
    decided_by    TEXT NOT NULL,
    recorded_by   TEXT NOT NULL,
    recorded_at   TEXT NOT NULL,
    withdrawn_by  TEXT,
    withdrawn_at  TEXT
) STRICT;
CREATE INDEX determinations_of ON determinations (occupation, decided_on) WHERE withdrawn_at IS NULL;

-- Quarters whose list has been reported (第二十一条).
CREATE TABLE quarters (
    quarter     TEXT PRIMARY KEY,
    cases       INTEGER NOT NULL,
    reported_by TEXT NOT NULL,
    reported_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
