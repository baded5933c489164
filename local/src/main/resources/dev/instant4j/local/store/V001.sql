-- Ids are BLOBs of 16 bytes, times are epoch milliseconds, flags are 0 or 1.

CREATE TABLE users (
  id BLOB PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE apps (
  id BLOB PRIMARY KEY,
  title TEXT NOT NULL,
  creator_id BLOB,
  org_id BLOB,
  created_at INTEGER NOT NULL,
  status TEXT NOT NULL,
  deletion_marked_at INTEGER,
  magic_code_expiry_minutes INTEGER
) STRICT;

CREATE INDEX apps_creator ON apps (creator_id);

-- Stored as they are, since the platform shows them again to those who may see them.
CREATE TABLE admin_tokens (
  token BLOB PRIMARY KEY,
  app_id BLOB NOT NULL REFERENCES apps ON DELETE CASCADE,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX admin_tokens_app ON admin_tokens (app_id);

-- The one long-lived app of a definition file, by the file's absolute path.
CREATE TABLE definition_apps (
  path TEXT PRIMARY KEY,
  app_id BLOB NOT NULL REFERENCES apps ON DELETE CASCADE
) STRICT;

CREATE TABLE attrs (
  app_id BLOB NOT NULL REFERENCES apps ON DELETE CASCADE,
  id BLOB NOT NULL,
  forward_ident BLOB NOT NULL,
  etype TEXT NOT NULL,
  label TEXT NOT NULL,
  reverse_ident BLOB,
  reverse_etype TEXT,
  reverse_label TEXT,
  value_type TEXT NOT NULL,
  cardinality TEXT NOT NULL,
  is_unique INTEGER NOT NULL,
  is_indexed INTEGER NOT NULL,
  is_required INTEGER NOT NULL,
  checked_data_type TEXT,
  on_delete TEXT,
  on_delete_reverse TEXT,
  inferred_types INTEGER NOT NULL DEFAULT 0,
  is_indexing INTEGER NOT NULL DEFAULT 0,
  is_setting_unique INTEGER NOT NULL DEFAULT 0,
  is_checking_type INTEGER NOT NULL DEFAULT 0,
  deletion_marked_at INTEGER,
  metadata TEXT,
  PRIMARY KEY (app_id, id)
) STRICT;

-- Every name in use, forward and reverse. A name stays here when an update names another ident.
CREATE TABLE idents (
  app_id BLOB NOT NULL REFERENCES apps ON DELETE CASCADE,
  id BLOB NOT NULL,
  attr_id BLOB NOT NULL,
  etype TEXT NOT NULL,
  label TEXT NOT NULL,
  PRIMARY KEY (app_id, id),
  UNIQUE (app_id, etype, label)
) STRICT;

-- kind: s string, n number, b boolean, z null, o object, a array, u link.
-- probe: what equality and order are decided by; text: the JSON text where the probe does not tell all.
CREATE TABLE triples (
  app_id BLOB NOT NULL,
  entity_id BLOB NOT NULL,
  attr_id BLOB NOT NULL,
  kind TEXT NOT NULL,
  probe ANY,
  text TEXT,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX triples_entity ON triples (app_id, entity_id, attr_id);
CREATE INDEX triples_value ON triples (app_id, attr_id, kind, probe);

CREATE TABLE transactions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  app_id BLOB NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE rules (
  app_id BLOB PRIMARY KEY REFERENCES apps ON DELETE CASCADE,
  code TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- What leads from each version but the first back to the one before, as JSON.
CREATE TABLE rule_versions (
  app_id BLOB NOT NULL REFERENCES apps ON DELETE CASCADE,
  version INTEGER NOT NULL,
  edits TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (app_id, version)
) STRICT;

CREATE TABLE jobs (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  app_id BLOB NOT NULL REFERENCES apps ON DELETE CASCADE,
  group_id BLOB,
  attr_id BLOB NOT NULL,
  type TEXT NOT NULL,
  status TEXT NOT NULL,
  stage TEXT NOT NULL,
  checked_data_type TEXT,
  work_estimate INTEGER,
  work_completed INTEGER,
  error TEXT,
  error_data TEXT,
  invalid_unique_value TEXT,
  invalid_entity_id BLOB,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  done_at INTEGER
) STRICT;

CREATE INDEX jobs_group ON jobs (app_id, group_id);
CREATE INDEX jobs_unfinished ON jobs (status) WHERE status IN ('waiting', 'processing');
