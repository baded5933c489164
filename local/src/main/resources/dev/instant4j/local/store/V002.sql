-- Secrets are kept as SHA-256 in hexadecimal, never as they are.

CREATE TABLE login_tokens (
  hash TEXT PRIMARY KEY,
  user_id BLOB NOT NULL REFERENCES users ON DELETE CASCADE,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE personal_tokens (
  id BLOB PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  user_id BLOB NOT NULL REFERENCES users ON DELETE CASCADE,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX personal_tokens_user ON personal_tokens (user_id);

CREATE TABLE platform_tokens (
  hash TEXT PRIMARY KEY,
  user_id BLOB NOT NULL REFERENCES users ON DELETE CASCADE,
  scopes TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

-- One code at a time for an address.
CREATE TABLE magic_codes (
  email TEXT PRIMARY KEY,
  hash TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE cli_logins (
  id BLOB PRIMARY KEY,
  secret_hash TEXT NOT NULL UNIQUE,
  ticket BLOB NOT NULL UNIQUE,
  user_id BLOB REFERENCES users ON DELETE CASCADE,
  state TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE orgs (
  id BLOB PRIMARY KEY,
  title TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

-- group_id is an app or an org.
CREATE TABLE members (
  id BLOB PRIMARY KEY,
  group_id BLOB NOT NULL,
  user_id BLOB NOT NULL REFERENCES users ON DELETE CASCADE,
  role TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (group_id, user_id)
) STRICT;

CREATE INDEX members_user ON members (user_id);

CREATE TABLE invites (
  id BLOB PRIMARY KEY,
  group_id BLOB NOT NULL,
  is_org INTEGER NOT NULL,
  inviter_id BLOB NOT NULL REFERENCES users ON DELETE CASCADE,
  email TEXT NOT NULL,
  role TEXT NOT NULL,
  status TEXT NOT NULL,
  sent_at INTEGER NOT NULL,
  UNIQUE (group_id, email)
) STRICT;

CREATE INDEX invites_email ON invites (email);
