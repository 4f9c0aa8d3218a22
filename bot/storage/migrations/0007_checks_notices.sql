-- A self-check that came with a request, as it was then.
CREATE TABLE case_checks (
    case_id    INTEGER PRIMARY KEY REFERENCES cases (id) ON DELETE CASCADE,
    procedure  TEXT NOT NULL,
    label      TEXT NOT NULL,
    failed     TEXT NOT NULL,
    unknown    TEXT NOT NULL,
    lines      TEXT NOT NULL,
    facts      TEXT NOT NULL,
    rules      TEXT NOT NULL,
    checked_on TEXT NOT NULL
) STRICT;

-- What was said to all bound contacts; how it fares is read from the outbox.
CREATE TABLE notices (
    id      INTEGER PRIMARY KEY,
    words   TEXT NOT NULL,
    sent_by TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    total   INTEGER NOT NULL
) STRICT;
