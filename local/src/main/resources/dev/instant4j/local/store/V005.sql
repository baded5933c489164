-- Programs that users let act for them. Secrets, codes, cookies and tokens are kept as SHA-256 in hexadecimal.

CREATE TABLE oauth_apps (
  id BLOB PRIMARY KEY,
  app_id BLOB NOT NULL REFERENCES apps ON DELETE CASCADE,
  name TEXT NOT NULL,
  logo TEXT,
  support_email TEXT,
  home_page TEXT,
  privacy_policy_link TEXT,
  tos_link TEXT,
  granted_scopes TEXT NOT NULL DEFAULT '',
  is_public INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE INDEX oauth_apps_app ON oauth_apps (app_id);

-- redirect_urls: one a line.
CREATE TABLE oauth_clients (
  id BLOB PRIMARY KEY,
  oauth_app_id BLOB NOT NULL REFERENCES oauth_apps ON DELETE CASCADE,
  name TEXT NOT NULL,
  redirect_urls TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE INDEX oauth_clients_oauth_app ON oauth_clients (oauth_app_id);

CREATE TABLE oauth_client_secrets (
  id BLOB PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  client_id BLOB NOT NULL REFERENCES oauth_clients ON DELETE CASCADE,
  first_four TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX oauth_client_secrets_client ON oauth_client_secrets (client_id);

-- Someone whom a program has sent here. user_id and grant_hash: once they have seen what is asked of them.
CREATE TABLE oauth_redirects (
  hash TEXT PRIMARY KEY,
  client_id BLOB NOT NULL REFERENCES oauth_clients ON DELETE CASCADE,
  cookie_hash TEXT NOT NULL,
  state TEXT NOT NULL,
  redirect_uri TEXT NOT NULL,
  scopes TEXT NOT NULL,
  challenge TEXT,
  challenge_method TEXT,
  user_id BLOB REFERENCES users ON DELETE CASCADE,
  grant_hash TEXT,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX oauth_redirects_client ON oauth_redirects (client_id);

CREATE TABLE oauth_codes (
  hash TEXT PRIMARY KEY,
  client_id BLOB NOT NULL REFERENCES oauth_clients ON DELETE CASCADE,
  user_id BLOB NOT NULL REFERENCES users ON DELETE CASCADE,
  redirect_uri TEXT NOT NULL,
  scopes TEXT NOT NULL,
  challenge TEXT,
  challenge_method TEXT,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX oauth_codes_client ON oauth_codes (client_id, user_id);

CREATE TABLE oauth_refresh_tokens (
  hash TEXT PRIMARY KEY,
  client_id BLOB NOT NULL REFERENCES oauth_clients ON DELETE CASCADE,
  user_id BLOB NOT NULL REFERENCES users ON DELETE CASCADE,
  scopes TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX oauth_refresh_tokens_client ON oauth_refresh_tokens (client_id, user_id);

ALTER TABLE platform_tokens ADD COLUMN client_id BLOB REFERENCES oauth_clients ON DELETE CASCADE;
ALTER TABLE platform_tokens ADD COLUMN refresh_hash TEXT REFERENCES oauth_refresh_tokens ON DELETE CASCADE;

CREATE INDEX platform_tokens_client ON platform_tokens (client_id, user_id);
CREATE INDEX platform_tokens_refresh ON platform_tokens (refresh_hash);

-- Browsers that someone has signed in with.
CREATE TABLE sessions (
  hash TEXT PRIMARY KEY,
  user_id BLOB NOT NULL REFERENCES users ON DELETE CASCADE,
  created_at INTEGER NOT NULL
) STRICT;

-- How often codes were sent to an address and tried for it. kind: send, verify.
CREATE TABLE code_attempts (
  email TEXT NOT NULL,
  kind TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX code_attempts_email ON code_attempts (email, kind, created_at);
