package dev.instant4j.local.store;

import dev.instant4j.local.store.Value.Kind;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of apps: values of entities. */
public final class TripleStore {
    private static final String NO_VALUE = " AND NOT EXISTS (SELECT 1 FROM triples v WHERE v.app_id = e.app_id"
            + " AND v.entity_id = e.entity_id AND v.attr_id = ?";

    private final Sql sql;

    TripleStore(Sql sql) {
        this.sql = sql;
    }

    /** Adds a value beside those that are there. */
    public void add(UUID app, Triple triple) {
        Value value = triple.value();
        sql.update(
                "INSERT INTO triples (app_id, entity_id, attr_id, kind, probe, text, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                app,
                triple.entity(),
                triple.attr(),
                value.kind().code(),
                value.probe(),
                value.text(),
                triple.createdAt());
    }

    /** Replaces the values an entity has under an attr by one; returns whether there was any. */
    public boolean replace(UUID app, UUID entity, UUID attr, Value value) {
        return sql.update(
                        "UPDATE triples SET kind = ?, probe = ?, text = ?"
                                + " WHERE app_id = ? AND entity_id = ? AND attr_id = ?",
                        value.kind().code(),
                        value.probe(),
                        value.text(),
                        app,
                        entity,
                        attr)
                > 0;
    }

    /** Returns the values of an entity under all attrs, the oldest first. */
    public List<Triple> of(UUID app, UUID entity) {
        return sql.list(
                "SELECT * FROM triples WHERE app_id = ? AND entity_id = ? ORDER BY rowid",
                TripleStore::triple,
                app,
                entity);
    }

    /** Returns the values of an entity under one attr, the oldest first. */
    public List<Triple> of(UUID app, UUID entity, UUID attr) {
        return sql.list(
                "SELECT * FROM triples WHERE app_id = ? AND entity_id = ? AND attr_id = ? ORDER BY rowid",
                TripleStore::triple,
                app,
                entity,
                attr);
    }

    /** Returns who has a value. */
    public List<Triple> having(UUID app, UUID attr, Value value) {
        return sql.list(
                "SELECT * FROM triples WHERE app_id = ? AND attr_id = ? AND kind = ? AND probe IS ? ORDER BY rowid",
                TripleStore::triple,
                app,
                attr,
                value.kind().code(),
                value.probe());
    }

    /** Returns all values under an attr in the order their entities were made. */
    public List<Triple> under(UUID app, UUID attr) {
        return sql.list(
                "SELECT * FROM triples WHERE app_id = ? AND attr_id = ? ORDER BY created_at, entity_id, rowid",
                TripleStore::triple,
                app,
                attr);
    }

    /** Returns the ids of entities, in order. */
    public List<UUID> ids(EntityList list) {
        return sql.list(list.sql(), row -> row.uuid("id"));
    }

    public boolean isUsed(UUID app, UUID attr) {
        return sql.number("SELECT EXISTS (SELECT 1 FROM triples WHERE app_id = ? AND attr_id = ?) AS n", app, attr) > 0;
    }

    public long count(UUID app, UUID attr) {
        return sql.number("SELECT count(*) AS n FROM triples WHERE app_id = ? AND attr_id = ?", app, attr);
    }

    public int remove(UUID app, UUID entity, UUID attr, Value value) {
        return sql.update(
                "DELETE FROM triples WHERE app_id = ? AND entity_id = ? AND attr_id = ? AND kind = ? AND probe IS ?",
                app,
                entity,
                attr,
                value.kind().code(),
                value.probe());
    }

    /** Removes what an entity has under an attr. */
    public int remove(UUID app, UUID entity, UUID attr) {
        return sql.update("DELETE FROM triples WHERE app_id = ? AND entity_id = ? AND attr_id = ?", app, entity, attr);
    }

    /** Returns the entities that have an id but no value under {@code attr}. */
    public List<UUID> withoutValue(UUID app, UUID idAttr, UUID attr) {
        return sql.list(
                "SELECT e.entity_id FROM triples e WHERE e.app_id = ? AND e.attr_id = ?" + NO_VALUE + ")",
                row -> row.uuid("entity_id"),
                app,
                idAttr,
                attr);
    }

    /** Gives null to every entity that has an id but no value under {@code attr}. */
    public void fillWithNull(UUID app, UUID idAttr, UUID attr, long now) {
        sql.update(
                "INSERT INTO triples (app_id, entity_id, attr_id, kind, created_at)"
                        + " SELECT e.app_id, e.entity_id, ?, 'z', ? FROM triples e WHERE e.app_id = ? AND e.attr_id = ?"
                        + NO_VALUE
                        + ")",
                attr,
                now,
                app,
                idAttr,
                attr);
    }

    /** Counts the entities that have an id but no value, or null, under {@code attr}. */
    public long countMissing(UUID app, UUID idAttr, UUID attr) {
        return sql.number(
                "SELECT count(*) AS n FROM triples e WHERE e.app_id = ? AND e.attr_id = ?" + NO_VALUE
                        + " AND v.kind <> 'z')",
                app,
                idAttr,
                attr);
    }

    /** Returns some of the entities that {@link #countMissing} counts. */
    public List<UUID> missing(UUID app, UUID idAttr, UUID attr, int limit) {
        return sql.list(
                "SELECT e.entity_id FROM triples e WHERE e.app_id = ? AND e.attr_id = ?" + NO_VALUE
                        + " AND v.kind <> 'z') ORDER BY e.entity_id LIMIT ?",
                row -> row.uuid("entity_id"),
                app,
                idAttr,
                attr,
                limit);
    }

    /** Returns a value other than null that occurs more than once under an attr. */
    public Optional<Triple> duplicate(UUID app, UUID attr) {
        return sql.first(
                "SELECT * FROM triples WHERE app_id = ? AND attr_id = ? AND kind <> 'z'"
                        + " GROUP BY kind, probe HAVING count(*) > 1 ORDER BY min(rowid) LIMIT 1",
                TripleStore::triple,
                app,
                attr);
    }

    /** Returns an entity with more than one value under an attr. */
    public Optional<UUID> withSeveral(UUID app, UUID attr) {
        return sql.first(
                "SELECT entity_id FROM triples WHERE app_id = ? AND attr_id = ?"
                        + " GROUP BY entity_id HAVING count(*) > 1 LIMIT 1",
                row -> row.uuid("entity_id"),
                app,
                attr);
    }

    private static Triple triple(Row row) throws SQLException {
        Kind kind = Kind.ofCode(row.text("kind"));
        return new Triple(
                row.uuid("entity_id"),
                row.uuid("attr_id"),
                new Value(kind, probe(kind, row.any("probe")), row.textOrNull("text")),
                row.number("created_at"));
    }

    private static @Nullable Object probe(Kind kind, @Nullable Object stored) {
        if (kind == Kind.LINK && stored instanceof byte[] bytes) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return new UUID(buffer.getLong(), buffer.getLong());
        }
        return kind == Kind.NUMBER && stored instanceof Integer number ? Long.valueOf(number) : stored;
    }
}
