-- Staff as they were last seen, and when they are away.
CREATE TABLE staff (
    user_id    INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    seen_at    TEXT NOT NULL,
    away_until TEXT
) STRICT;

-- What a clerk is putting together: a request for correction, a reason, a notice.
CREATE TABLE desk_forms (
    id         INTEGER PRIMARY KEY,
    user_id    INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    case_id    INTEGER REFERENCES cases (id) ON DELETE CASCADE,
    version    INTEGER NOT NULL DEFAULT 1,
    data       TEXT NOT NULL DEFAULT '{}',
    state      TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX desk_forms_open ON desk_forms (user_id, kind, case_id) WHERE state = 'open';

-- The centre's own settings (本中心设定); what is not here has the value in bot/cases/limits.py.
CREATE TABLE desk_settings (
    key        TEXT PRIMARY KEY,
    value      INTEGER NOT NULL,
    set_by     TEXT NOT NULL,
    set_at     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
