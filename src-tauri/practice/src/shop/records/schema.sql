-- A practice shop's own records. Times are seconds since 1970.

CREATE TABLE IF NOT EXISTS setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  login TEXT NOT NULL,
  email TEXT NOT NULL,
  display_name TEXT NOT NULL,
  password TEXT NOT NULL,
  role TEXT NOT NULL,
  -- Absent is the site's.
  language TEXT,
  keys_per_page INTEGER NOT NULL DEFAULT 20
);

-- A revoked key stays, for tests to look at; no page and no request knows it any more.
CREATE TABLE IF NOT EXISTS consumer_key (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  owner INTEGER NOT NULL,
  description TEXT NOT NULL,
  permission TEXT NOT NULL,
  key_hash TEXT NOT NULL,
  secret TEXT NOT NULL,
  last_seven TEXT NOT NULL,
  last_access INTEGER,
  made_by TEXT,
  revoked INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS consumer_key_by_hash ON consumer_key (key_hash);

CREATE TABLE IF NOT EXISTS session (
  token TEXT PRIMARY KEY,
  person INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;

-- A sign-in that waits for its second factor.
CREATE TABLE IF NOT EXISTS waiting (
  nonce TEXT PRIMARY KEY,
  person INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;

-- Codes that are good once.
CREATE TABLE IF NOT EXISTS code (
  person INTEGER NOT NULL,
  provider TEXT NOT NULL,
  code TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS application_password (
  uuid TEXT PRIMARY KEY,
  person INTEGER NOT NULL,
  name TEXT NOT NULL,
  password TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS oauth_nonce (
  key INTEGER NOT NULL,
  nonce TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (key, nonce)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS sale (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  status TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS mail (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  receiver TEXT NOT NULL,
  subject TEXT NOT NULL,
  code TEXT NOT NULL,
  sent_at INTEGER NOT NULL
);
