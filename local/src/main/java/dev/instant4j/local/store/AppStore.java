package dev.instant4j.local.store;

import java.sql.SQLException;
import java.util.List;
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

    /** Returns the living apps that a user has made, the oldest first. */
    public List<AppRow> createdBy(UUID user) {
        return sql.list(
                "SELECT * FROM apps WHERE creator_id = ? AND deletion_marked_at IS NULL ORDER BY created_at, id",
                AppStore::app,
                user);
    }

    /** Returns the living apps of an org, the oldest first. */
    public List<AppRow> ofOrg(UUID org) {
        return sql.list(
                "SELECT * FROM apps WHERE org_id = ? AND deletion_marked_at IS NULL ORDER BY created_at, id",
                AppStore::app,
                org);
    }

    /** Tells whether an org has any app, deleted ones included. */
    public boolean isInUse(UUID org) {
        return sql.number("SELECT EXISTS (SELECT 1 FROM apps WHERE org_id = ?) AS n", org) > 0;
    }

    /** Returns the living apps that a user is a member of in a role, the oldest first. */
    public List<AppRow> withMember(UUID user, String role) {
        return sql.list(
                "SELECT apps.* FROM apps JOIN members ON group_id = apps.id WHERE user_id = ? AND role = ?"
                        + " AND deletion_marked_at IS NULL ORDER BY apps.created_at, apps.id",
                AppStore::app,
                user,
                role);
    }

    /** Returns the temporary apps that were made before a time. */
    public List<AppRow> createdBefore(UUID owner, long time) {
        return sql.list("SELECT * FROM apps WHERE creator_id = ? AND created_at < ?", AppStore::app, owner, time);
    }

    /** Returns the apps that were marked as deleted before a time. */
    public List<AppRow> deletedBefore(long time) {
        return sql.list("SELECT * FROM apps WHERE deletion_marked_at < ?", AppStore::app, time);
    }

    /** Keeps everything about an app but its tokens. */
    public void update(AppRow app) {
        sql.update(
                "UPDATE apps SET title = ?, creator_id = ?, org_id = ?, status = ?, deletion_marked_at = ?,"
                        + " magic_code_expiry_minutes = ? WHERE id = ?",
                app.title(),
                app.creatorId(),
                app.orgId(),
                app.status(),
                app.deletionMarkedAt(),
                app.magicCodeExpiryMinutes(),
                app.id());
    }

    /** Removes an app for good, with all it has. */
    public void remove(UUID app) {
        clear(app);
        sql.update("DELETE FROM members WHERE group_id = ?", app);
        sql.update("DELETE FROM invites WHERE group_id = ?", app);
        sql.update("DELETE FROM apps WHERE id = ?", app);
    }

    /** Removes the attrs and the data of an app. */
    public void clear(UUID app) {
        sql.update("DELETE FROM triples WHERE app_id = ?", app);
        sql.update("DELETE FROM idents WHERE app_id = ?", app);
        sql.update("DELETE FROM attrs WHERE app_id = ?", app);
    }

    /** Makes {@code token} the only admin token of an app. */
    public void setAdminToken(UUID app, UUID token, long now) {
        sql.update("DELETE FROM admin_tokens WHERE app_id = ?", app);
        sql.update("INSERT INTO admin_tokens (token, app_id, created_at) VALUES (?, ?, ?)", token, app, now);
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
