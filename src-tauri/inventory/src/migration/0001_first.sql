PRAGMA application_id = 0x53644c42;

-- AUTOINCREMENT everywhere an outsider remembers the number: a keychain entry of a removed
-- record must never be found under the number of a new one.
CREATE TABLE connections (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    kind         TEXT    NOT NULL,
    url          TEXT    NOT NULL UNIQUE,
    name         TEXT    NOT NULL,
    colour       INTEGER NOT NULL,
    username     TEXT    NOT NULL,
    session      TEXT    NOT NULL,
    country      TEXT,
    locale       TEXT,
    refreshed_at INTEGER
) STRICT;

CREATE TABLE stores (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    connection    INTEGER NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
    server_id     INTEGER NOT NULL,
    name          TEXT    NOT NULL,
    address       TEXT    NOT NULL,
    has_time_slot INTEGER NOT NULL,
    presence      TEXT    NOT NULL,
    first_seen    INTEGER NOT NULL,
    UNIQUE (connection, server_id)
) STRICT;

CREATE TABLE keys (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    connection   INTEGER NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
    server_id    INTEGER NOT NULL,
    app_name     TEXT    NOT NULL,
    local_name   TEXT,
    key_type     TEXT    NOT NULL,
    store        INTEGER REFERENCES stores (id) ON DELETE SET NULL,
    store_name   TEXT    NOT NULL,
    scopes       TEXT,
    identifier   TEXT,
    fingerprint  BLOB,
    stored_at    INTEGER,
    presence     TEXT    NOT NULL,
    check_result TEXT,
    check_detail TEXT,
    checked_at   INTEGER,
    note         TEXT    NOT NULL DEFAULT '',
    first_seen   INTEGER NOT NULL,
    UNIQUE (connection, server_id)
) STRICT;
CREATE INDEX keys_of_store ON keys (store);

CREATE TABLE history (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    at         INTEGER NOT NULL,
    who        TEXT    NOT NULL,
    act        TEXT    NOT NULL,
    connection INTEGER NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
    key        INTEGER REFERENCES keys (id) ON DELETE CASCADE,
    store      INTEGER REFERENCES stores (id) ON DELETE CASCADE,
    subject    TEXT    NOT NULL
) STRICT;
CREATE INDEX history_by_time ON history (at, id);
CREATE INDEX history_of_key ON history (key, at, id);
CREATE INDEX history_of_store ON history (store);
CREATE INDEX history_of_connection ON history (connection);

CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE intents (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    connection  INTEGER NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
    act         TEXT    NOT NULL,
    name        TEXT,
    key         INTEGER REFERENCES keys (id) ON DELETE CASCADE,
    fingerprint BLOB,
    known       TEXT    NOT NULL,
    at          INTEGER NOT NULL
) STRICT;
CREATE INDEX intents_of_connection ON intents (connection);
CREATE INDEX intents_of_key ON intents (key);
