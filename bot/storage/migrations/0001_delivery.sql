-- What came in. The payload is emptied once it is done: personal data is kept no longer than needed.
CREATE TABLE inbox (
    update_id   INTEGER PRIMARY KEY,
    chat_id     INTEGER NOT NULL,
    message_id  INTEGER,
    payload     TEXT,
    state       TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'failed')),
    incident    TEXT,
    received_at TEXT NOT NULL,
    finished_at TEXT
) STRICT;
CREATE INDEX inbox_chat ON inbox (chat_id, message_id);
CREATE INDEX inbox_waiting ON inbox (update_id) WHERE state = 'waiting';

-- What goes out, in the order in which it was said.
CREATE TABLE outbox (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id    INTEGER NOT NULL,
    method     TEXT NOT NULL,
    payload    TEXT,
    topic      TEXT,
    about      TEXT,
    unsure     TEXT NOT NULL CHECK (unsure IN ('resend', 'drop')),
    state      TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'uncertain')),
    attempts   INTEGER NOT NULL DEFAULT 0,
    problem    TEXT,
    message_id INTEGER,
    created_at TEXT NOT NULL,
    claimed_at TEXT,
    sent_at    TEXT
) STRICT;
CREATE INDEX outbox_open ON outbox (chat_id, id) WHERE state IN ('waiting', 'sending');
CREATE INDEX outbox_sent ON outbox (sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX outbox_claimed ON outbox (claimed_at) WHERE claimed_at IS NOT NULL;
CREATE INDEX outbox_chat ON outbox (chat_id, message_id);
CREATE INDEX outbox_about ON outbox (about, id) WHERE about IS NOT NULL;

-- Messages that can be edited under a lasting name.
CREATE TABLE topics (
    chat_id    INTEGER NOT NULL,
    topic      TEXT NOT NULL,
    message_id INTEGER NOT NULL,
    PRIMARY KEY (chat_id, topic)
) STRICT, WITHOUT ROWID;
CREATE INDEX topics_message ON topics (chat_id, message_id);

-- What a message shows now, as a short mark: Telegram refuses an edit that changes nothing.
CREATE TABLE screens (
    chat_id    INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    mark       INTEGER NOT NULL,
    seen_at    TEXT NOT NULL,
    PRIMARY KEY (chat_id, message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX screens_seen ON screens (seen_at);

-- Who has talked to us, and whether we can reach them.
CREATE TABLE people (
    user_id           INTEGER PRIMARY KEY,
    name              TEXT NOT NULL,
    unreachable_since TEXT,
    last_seen_at      TEXT NOT NULL
) STRICT;

-- Groups that became supergroups.
CREATE TABLE chat_moves (
    old_chat_id INTEGER PRIMARY KEY,
    new_chat_id INTEGER NOT NULL
) STRICT;

-- What a person's next words in a chat are taken for.
CREATE TABLE focus (
    chat_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    flow    TEXT NOT NULL,
    ref     TEXT NOT NULL,
    PRIMARY KEY (chat_id, user_id)
) STRICT, WITHOUT ROWID;

-- Work that takes longer than a transaction may: files to fetch, papers to write.
CREATE TABLE jobs (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    kind       TEXT NOT NULL,
    payload    TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'failed')),
    attempts   INTEGER NOT NULL DEFAULT 0,
    not_before TEXT NOT NULL,
    problem    TEXT,
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX jobs_waiting ON jobs (not_before, id) WHERE state = 'waiting';
