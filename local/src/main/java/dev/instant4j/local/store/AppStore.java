package dev.instant4j.local.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Apps, their admin tokens, and the apps of definition files. */
public final class AppStore {
    private final Sql sql;

    AppStore(Sql sql) {
        this.sql = sql;
    }

    /** Returns the app of that id, deleted or not. */
    public Optional<AppRow> byId(UUID id) {
        return sql.first("SELECT * FROM apps WHERE id = ?", AppStore::app, id);
    }

    /** Returns the app that {@code token} is an admin token of, deleted or not. */
    public Optional<AppRow> byAdminToken(UUID token) {
        return sql.first(
                "SELECT apps.* FROM apps JOIN admin_tokens ON app_id = apps.id WHERE token = ?", AppStore::app, token);
    }

    public void add(AppRow app, UUID adminToken) {
        sql.update(
                "INSERT INTO apps (id, title, creator_id, org_id, created_at, status) VALUES (?, ?, ?, ?, ?, ?)",
                app.id(),
                app.title(),
                app.creatorId(),
                app.orgId(),
                app.createdAt(),
                app.status());
        sql.update(
                "INSERT INTO admin_tokens (token, app_id, created_at) VALUES (?, ?, ?)",
                adminToken,
                app.id(),
                app.createdAt());
    }

    /** Returns the newest admin token of an app. */
    public Optional<UUID> adminToken(UUID app) {
        return sql.first(
                "SELECT token FROM admin_tokens WHERE app_id = ? ORDER BY created_at DESC LIMIT 1",
                row -> row.uuid("token"),
                app);
    }

    /** Returns the app that was made for a definition file. */
    public Optional<AppRow> byDefinition(String path) {
        return sql.first(
                "SELECT apps.* FROM apps JOIN definition_apps ON app_id = apps.id WHERE path = ?", AppStore::app, path);
    }

    public void setDefinition(String path, UUID app) {
        sql.update("INSERT OR REPLACE INTO definition_apps (path, app_id) VALUES (?, ?)", path, app);
    }

    /** Returns the number of a new transaction of an app. */
    public long newTransaction(UUID app, long now) {
        sql.update("INSERT INTO transactions (app_id, created_at) VALUES (?, ?)", app, now);
        return sql.number("SELECT last_insert_rowid() AS n");
    }

    private static AppRow app(Row row) throws SQLException {
        return new AppRow(
                row.uuid("id"),
                row.text("title"),
                row.uuidOrNull("creator_id"),
                row.uuidOrNull("org_id"),
                row.number("created_at"),
                row.text("status"),
                row.numberOrNull("deletion_marked_at"),
                row.numberOrNull("magic_code_expiry_minutes"));
    }
}
