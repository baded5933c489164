-- Where users of an app may come from when they sign in; params is a JSON list.
CREATE TABLE origins (
  id BLOB PRIMARY KEY,
  app_id BLOB NOT NULL REFERENCES apps ON DELETE CASCADE,
  service TEXT NOT NULL,
  params TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX origins_app ON origins (app_id);

-- Addresses that mails of an app may come from; code_hash is that of the code that was mailed there last.
CREATE TABLE mail_senders (
  id BLOB PRIMARY KEY,
  app_id BLOB NOT NULL REFERENCES apps ON DELETE CASCADE,
  email TEXT NOT NULL,
  verification_id BLOB NOT NULL,
  is_verified INTEGER NOT NULL,
  code_hash TEXT,
  code_sent_at INTEGER,
  UNIQUE (app_id, email)
) STRICT;

CREATE TABLE mail_templates (
  id BLOB PRIMARY KEY,
  app_id BLOB NOT NULL REFERENCES apps ON DELETE CASCADE,
  type TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  sender_name TEXT NOT NULL,
  sender_id BLOB REFERENCES mail_senders,
  UNIQUE (app_id, type)
) STRICT;

CREATE INDEX mail_templates_sender ON mail_templates (sender_id);

-- id_attrs is a JSON list of the attrs that mark the entities it is about, actions one of words.
CREATE TABLE webhooks (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  app_id BLOB NOT NULL REFERENCES apps ON DELETE CASCADE,
  url TEXT NOT NULL,
  id_attrs TEXT NOT NULL,
  actions TEXT NOT NULL,
  is_active INTEGER NOT NULL,
  disabled_reason TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE INDEX webhooks_app ON webhooks (app_id);
