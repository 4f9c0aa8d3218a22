-- Institutions: filed ones (from the registry) and those that somebody has only named.
CREATE TABLE institutions (
    id           INTEGER PRIMARY KEY,
    code         TEXT NOT NULL UNIQUE,
    name         TEXT NOT NULL,
    kind         TEXT NOT NULL,
    form         TEXT NOT NULL DEFAULT '',
    legal_person TEXT NOT NULL DEFAULT '',
    address      TEXT NOT NULL DEFAULT '',
    contact      TEXT NOT NULL DEFAULT '',
    phone        TEXT NOT NULL DEFAULT '',
    filed_on     TEXT,
    note         TEXT NOT NULL DEFAULT '',
    filed        INTEGER NOT NULL CHECK (filed IN (0, 1)),
    updated_at   TEXT NOT NULL
) STRICT;
CREATE INDEX institutions_filed ON institutions (name) WHERE filed = 1;

-- Who speaks for an institution. What is only declared shows nobody else's data.
CREATE TABLE members (
    id             INTEGER PRIMARY KEY,
    user_id        INTEGER NOT NULL,
    institution_id INTEGER NOT NULL REFERENCES institutions (id),
    state          TEXT NOT NULL CHECK (state IN ('declared', 'bound', 'unbound')),
    facts          TEXT NOT NULL,
    since          TEXT NOT NULL,
    UNIQUE (user_id, institution_id)
) STRICT;
CREATE INDEX members_institution ON members (institution_id, state);

CREATE TABLE cases (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    kind           TEXT NOT NULL,
    state          TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'accepted', 'correcting',
                       'resubmitted', 'finished', 'refused', 'withdrawn', 'reported')),
    version        INTEGER NOT NULL DEFAULT 1,
    form           INTEGER NOT NULL DEFAULT 1,
    contact_id     INTEGER NOT NULL,
    institution_id INTEGER REFERENCES institutions (id),
    reference      TEXT UNIQUE,
    short          TEXT,
    subject        TEXT NOT NULL DEFAULT '',
    facts          TEXT NOT NULL DEFAULT '{}',
    step           TEXT NOT NULL DEFAULT '',
    pending        TEXT NOT NULL DEFAULT '',
    marks          TEXT NOT NULL DEFAULT '[]',
    verdict        TEXT NOT NULL DEFAULT '',
    rules          TEXT NOT NULL DEFAULT '',
    knowledge      TEXT NOT NULL DEFAULT '',
    assignee       INTEGER,
    result         TEXT NOT NULL DEFAULT '',
    screen         TEXT NOT NULL DEFAULT '',
    reported_in    TEXT,
    created_at     TEXT NOT NULL,
    touched_at     TEXT NOT NULL,
    submitted_at   TEXT,
    accepted_at    TEXT,
    asked_at       TEXT,
    closed_at      TEXT,
    CHECK ((state = 'draft') = (reference IS NULL))
) STRICT;
CREATE INDEX cases_contact ON cases (contact_id, id);
CREATE INDEX cases_institution ON cases (institution_id, id);
CREATE INDEX cases_short ON cases (short) WHERE short IS NOT NULL;
CREATE INDEX cases_open ON cases (submitted_at, id)
    WHERE state IN ('submitted', 'accepted', 'correcting', 'resubmitted');
CREATE INDEX cases_open_state ON cases (state, submitted_at, id)
    WHERE state IN ('submitted', 'accepted', 'correcting', 'resubmitted');
CREATE INDEX cases_assignee ON cases (assignee, submitted_at, id)
    WHERE state IN ('submitted', 'accepted', 'correcting', 'resubmitted');
CREATE INDEX cases_closed ON cases (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX cases_to_report ON cases (closed_at) WHERE state = 'finished' AND kind = 'change';
CREATE INDEX cases_reported ON cases (reported_in) WHERE reported_in IS NOT NULL;

-- What changes, old and new, as submitted.
CREATE TABLE case_changes (
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    item    TEXT NOT NULL,
    detail  TEXT NOT NULL DEFAULT '',
    before  TEXT NOT NULL,
    after   TEXT NOT NULL,
    PRIMARY KEY (case_id, item)
) STRICT, WITHOUT ROWID;

-- The lines of the list of materials. A line that is needed no more keeps its files.
CREATE TABLE case_lines (
    id        INTEGER PRIMARY KEY,
    case_id   INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    name      TEXT NOT NULL,
    item      TEXT NOT NULL,
    article   TEXT NOT NULL DEFAULT '',
    quotation TEXT NOT NULL DEFAULT '',
    optional  INTEGER NOT NULL CHECK (optional IN (0, 1)),
    needed    INTEGER NOT NULL CHECK (needed IN (0, 1)),
    state     TEXT NOT NULL CHECK (state IN ('empty', 'given', 'later', 'cannot', 'skipped')),
    note      TEXT NOT NULL DEFAULT '',
    UNIQUE (case_id, name)
) STRICT;

CREATE TABLE attachments (
    id        INTEGER PRIMARY KEY,
    case_id   INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    line_id   INTEGER NOT NULL REFERENCES case_lines (id) ON DELETE CASCADE,
    file_id   TEXT NOT NULL,
    unique_id TEXT NOT NULL,
    name      TEXT NOT NULL,
    photo     INTEGER NOT NULL CHECK (photo IN (0, 1)),
    album     TEXT NOT NULL DEFAULT '',
    state     TEXT NOT NULL CHECK (state IN
                  ('fetching', 'stored', 'too_big', 'odd', 'lost', 'replaced', 'purged')),
    type      TEXT NOT NULL DEFAULT '',
    size      INTEGER NOT NULL DEFAULT 0,
    sha256    TEXT NOT NULL DEFAULT '',
    path      TEXT,
    sent_at   TEXT NOT NULL
) STRICT;
CREATE INDEX attachments_line ON attachments (line_id, id);
CREATE INDEX attachments_case ON attachments (case_id, id);

-- What the centre asks for once more: a material line or a value that was filled in.
CREATE TABLE case_asks (
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    target  TEXT NOT NULL,
    words   TEXT NOT NULL,
    done    INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1)),
    place   INTEGER NOT NULL,
    PRIMARY KEY (case_id, target)
) STRICT, WITHOUT ROWID;
