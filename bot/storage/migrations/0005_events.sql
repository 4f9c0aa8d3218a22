-- Who did what when and why; each row seals the one before it. Nothing is changed or removed.
CREATE TABLE events (
    id         INTEGER PRIMARY KEY,
    subject    TEXT NOT NULL,
    at         TEXT NOT NULL,
    actor      INTEGER NOT NULL,
    actor_name TEXT NOT NULL,
    role       TEXT NOT NULL,
    what       TEXT NOT NULL,
    before     TEXT NOT NULL DEFAULT '',
    after      TEXT NOT NULL DEFAULT '',
    why        TEXT NOT NULL DEFAULT '',
    detail     TEXT NOT NULL DEFAULT '{}',
    rules      TEXT NOT NULL,
    knowledge  TEXT NOT NULL,
    hash       TEXT NOT NULL
) STRICT;
CREATE INDEX events_subject ON events (subject, id);
CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_are_not_removed BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
