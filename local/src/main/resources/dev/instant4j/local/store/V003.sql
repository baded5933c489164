-- Codes are kept as they are, since the platform shows them again.
CREATE TABLE test_users (
  id BLOB PRIMARY KEY,
  app_id BLOB NOT NULL REFERENCES apps ON DELETE CASCADE,
  email TEXT NOT NULL,
  code TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (app_id, email)
) STRICT;

-- The entities of a type as they were made: a page of them is read without the rest.
CREATE INDEX triples_made ON triples (app_id, attr_id, created_at, entity_id);
