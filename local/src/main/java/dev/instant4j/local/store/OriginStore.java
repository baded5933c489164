package dev.instant4j.local.store;

import io.vertx.core.json.JsonArray;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where users of apps may come from when they sign in. */
public final class OriginStore {
    private final Sql sql;

    OriginStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * An origin as it is kept.
     *
     * @param service the kind of place
     * @param params what names the place
     * @param createdAt epoch milliseconds
     */
    public record OriginRow(UUID id, String service, List<String> params, long createdAt) {}

    /** Returns the origins of an app, the newest first. */
    public List<OriginRow> of(UUID app) {
        return sql.list(
                "SELECT * FROM origins WHERE app_id = ? ORDER BY created_at DESC, rowid DESC",
                OriginStore::origin,
                app);
    }

    public Optional<OriginRow> byId(UUID app, UUID id) {
        return sql.first("SELECT * FROM origins WHERE app_id = ? AND id = ?", OriginStore::origin, app, id);
    }

    public void add(UUID app, OriginRow origin) {
        sql.update(
                "INSERT INTO origins (id, app_id, service, params, created_at) VALUES (?, ?, ?, ?, ?)",
                origin.id(),
                app,
                origin.service(),
                new JsonArray(origin.params()).encode(),
                origin.createdAt());
    }

    public void remove(UUID id) {
        sql.update("DELETE FROM origins WHERE id = ?", id);
    }

    private static OriginRow origin(Row row) throws SQLException {
        List<String> params =
                new JsonArray(row.text("params")).stream().map(String::valueOf).toList();
        return new OriginRow(row.uuid("id"), row.text("service"), params, row.number("created_at"));
    }
}
