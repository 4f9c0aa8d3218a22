-- What was asked, kept for 30 days: for 有用 / 没用 and for handing a question to a person.
CREATE TABLE questions (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id    INTEGER NOT NULL,
    user_id    INTEGER NOT NULL,
    words      TEXT NOT NULL,
    kind       TEXT NOT NULL,
    card       TEXT,
    shown      TEXT NOT NULL,
    useful     INTEGER,
    reason     TEXT,
    inquiry_id INTEGER REFERENCES inquiries (id),
    rating     INTEGER,
    asked_at   TEXT NOT NULL
) STRICT;
CREATE INDEX questions_inquiry ON questions (inquiry_id) WHERE inquiry_id IS NOT NULL;
CREATE INDEX questions_user ON questions (user_id, id);

-- Questions that a person has to answer, alike ones together.
CREATE TABLE inquiries (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    words       TEXT NOT NULL,
    likeness    TEXT NOT NULL,
    card        TEXT,
    wanted      INTEGER NOT NULL DEFAULT 0,
    state       TEXT NOT NULL CHECK (state IN ('open', 'claimed', 'answered', 'closed')),
    clerk_id    INTEGER,
    clerk_name  TEXT,
    answer      TEXT,
    settled_as  TEXT,
    created_at  TEXT NOT NULL,
    answered_at TEXT
) STRICT;
CREATE INDEX inquiries_open ON inquiries (id) WHERE state IN ('open', 'claimed');

-- Phrasings that staff added in the chat; `bot export` brings them into knowledge/.
CREATE TABLE phrasings (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    card     TEXT NOT NULL,
    words    TEXT NOT NULL,
    clerk    TEXT NOT NULL,
    added_at TEXT NOT NULL,
    UNIQUE (card, words)
) STRICT;
