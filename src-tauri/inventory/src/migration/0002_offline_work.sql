-- Another pair than ours that the server shows, and where a key stands here.
ALTER TABLE keys ADD COLUMN offered_type TEXT;
ALTER TABLE keys ADD COLUMN offered_identifier TEXT;
ALTER TABLE keys ADD COLUMN offered_fingerprint BLOB;
ALTER TABLE keys ADD COLUMN offered_stored_at INTEGER;
ALTER TABLE keys ADD COLUMN offered_at INTEGER;
ALTER TABLE keys ADD COLUMN store_gone INTEGER NOT NULL DEFAULT 0;
ALTER TABLE keys ADD COLUMN archived_at INTEGER;
ALTER TABLE keys ADD COLUMN forgotten_at INTEGER;
UPDATE keys SET store_gone = 1 WHERE store IN (SELECT id FROM stores WHERE presence = 'gone');

-- A row goes once a person said to have seen it, and at most one tells the same of the same.
CREATE TABLE drifts (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    connection   INTEGER NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
    key          INTEGER REFERENCES keys (id) ON DELETE CASCADE,
    store        INTEGER REFERENCES stores (id) ON DELETE CASCADE,
    kind         TEXT    NOT NULL,
    renamed_from TEXT,
    at           INTEGER NOT NULL,
    CHECK ((key IS NULL) <> (store IS NULL))
) STRICT;
CREATE UNIQUE INDEX drifts_of_key ON drifts (key, kind) WHERE key IS NOT NULL;
CREATE UNIQUE INDEX drifts_of_store ON drifts (store, kind) WHERE store IS NOT NULL;
CREATE INDEX drifts_of_connection ON drifts (connection);

-- `store` is the server's number. `store_draft` refers to nothing on purpose: a key whose drafted
-- Store was deleted must not turn into a key without a Store.
CREATE TABLE drafts (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    connection  INTEGER NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
    kind        TEXT    NOT NULL,
    name        TEXT,
    key_type    TEXT,
    scopes      TEXT,
    store       INTEGER,
    store_draft INTEGER,
    made_store  INTEGER REFERENCES stores (id) ON DELETE CASCADE,
    made_key    INTEGER REFERENCES keys (id) ON DELETE CASCADE,
    sent_at     INTEGER,
    created_at  INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    deleted_at  INTEGER
) STRICT;
CREATE INDEX drafts_of_connection ON drafts (connection);
CREATE INDEX drafts_by_store ON drafts (made_store);
CREATE INDEX drafts_by_key ON drafts (made_key);

CREATE TABLE draft_values (
    draft INTEGER NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    field TEXT    NOT NULL,
    value TEXT    NOT NULL,
    PRIMARY KEY (draft, place)
) STRICT, WITHOUT ROWID;

-- `store` is the server's number.
ALTER TABLE intents ADD COLUMN key_type TEXT;
ALTER TABLE intents ADD COLUMN scopes TEXT;
ALTER TABLE intents ADD COLUMN store INTEGER;
ALTER TABLE intents ADD COLUMN draft INTEGER REFERENCES drafts (id) ON DELETE SET NULL;
ALTER TABLE intents ADD COLUMN candidates TEXT NOT NULL DEFAULT '';
ALTER TABLE intents ADD COLUMN answered INTEGER NOT NULL DEFAULT 0;
CREATE INDEX intents_of_draft ON intents (draft);
-- What kind of key was asked for was not written down before; nearly all are of this one.
UPDATE intents SET key_type = 'oauth', scopes = 'deliveries' WHERE act = 'create_key';

-- Removing a key leaves its lines readable: they carry its name.
CREATE TABLE history_rebuilt (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    at         INTEGER NOT NULL,
    who        TEXT    NOT NULL,
    act        TEXT    NOT NULL,
    connection INTEGER NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
    key        INTEGER REFERENCES keys (id) ON DELETE SET NULL,
    store      INTEGER REFERENCES stores (id) ON DELETE CASCADE,
    subject    TEXT    NOT NULL
) STRICT;
INSERT INTO history_rebuilt (id, at, who, act, connection, key, store, subject)
    SELECT id, at, who, act, connection, key, store, subject FROM history;
DROP TABLE history;
ALTER TABLE history_rebuilt RENAME TO history;
CREATE INDEX history_by_time ON history (at, id);
CREATE INDEX history_of_key ON history (key, at, id);
CREATE INDEX history_of_store ON history (store);
CREATE INDEX history_of_connection ON history (connection);
