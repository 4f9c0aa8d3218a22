-- Self-checks: the whole state as JSON, brought forward one revision at each step.
CREATE TABLE runs (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id     INTEGER NOT NULL,
    procedure   TEXT NOT NULL,
    state       TEXT NOT NULL,
    shown       TEXT,
    label       TEXT,
    started_at  TEXT NOT NULL,
    touched_at  TEXT NOT NULL,
    finished_at TEXT
) STRICT;
CREATE INDEX runs_user ON runs (user_id, id);
