-- When a check last failed to reach the server; a check that reaches it clears this.
ALTER TABLE keys ADD COLUMN unreached_at INTEGER;

-- `person` is as it was written; names are compared without case and accents.
CREATE TABLE handovers (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    key          INTEGER NOT NULL REFERENCES keys (id) ON DELETE CASCADE,
    person       TEXT    NOT NULL,
    channel      TEXT    NOT NULL,
    platform     TEXT    NOT NULL,
    language     TEXT    NOT NULL,
    fingerprint  BLOB    NOT NULL,
    at           INTEGER NOT NULL,
    who          TEXT    NOT NULL,
    confirmed_at INTEGER,
    removed_at   INTEGER
) STRICT;
CREATE INDEX handovers_of_key ON handovers (key, at, id);

-- `person` is the name without case and accents.
CREATE TABLE people_who_left (
    person  TEXT    PRIMARY KEY,
    left_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- `subject` refers to nothing: what it is about stands in three tables. Their numbers are never
-- given again, so a row that outlives its subject is found by nobody. `until` NULL is for good.
CREATE TABLE put_off (
    kind    TEXT    NOT NULL,
    about   TEXT    NOT NULL,
    subject INTEGER NOT NULL,
    until   INTEGER,
    at      INTEGER NOT NULL,
    PRIMARY KEY (kind, about, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE rotations (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    old_key         INTEGER NOT NULL REFERENCES keys (id) ON DELETE CASCADE,
    new_key         INTEGER REFERENCES keys (id) ON DELETE SET NULL,
    new_name        TEXT    NOT NULL,
    begun_at        INTEGER NOT NULL,
    handed_over_at  INTEGER,
    delivery_before INTEGER,
    seen            TEXT,
    seen_at         INTEGER,
    retired_at      INTEGER,
    ended_at        INTEGER
) STRICT;
CREATE UNIQUE INDEX rotations_open ON rotations (old_key) WHERE ended_at IS NULL;
CREATE INDEX rotations_of_old_key ON rotations (old_key);
CREATE INDEX rotations_of_new_key ON rotations (new_key);

-- What tells how old a secret is and since when something is gone, for all keys in one pass.
CREATE INDEX history_of_age ON history (key, store, act, at) WHERE act IN (
    'created', 'seen_on_server', 'renewed', 'renewed_elsewhere', 'replaced_elsewhere',
    'took_new_pair', 'imported', 'gone_from_server'
);
