package dev.instant4j.local.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Orgs. */
public final class OrgStore {
    private final Sql sql;

    OrgStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * An org as it is kept.
     *
     * @param createdAt epoch milliseconds, as is the other time
     */
    public record OrgRow(UUID id, String title, long createdAt, long updatedAt) {}

    public Optional<OrgRow> byId(UUID id) {
        return sql.first("SELECT * FROM orgs WHERE id = ?", OrgStore::org, id);
    }

    /** Returns the orgs that a user is a member of, or of an app of. */
    public List<OrgRow> reachableBy(UUID user) {
        return sql.list(
                "SELECT * FROM orgs WHERE id IN (SELECT group_id FROM members WHERE user_id = ?1) OR id IN"
                        + " (SELECT org_id FROM apps JOIN members ON group_id = apps.id WHERE user_id = ?1)"
                        + " ORDER BY created_at, id",
                OrgStore::org,
                user);
    }

    public void add(OrgRow org) {
        sql.update(
                "INSERT INTO orgs (id, title, created_at, updated_at) VALUES (?, ?, ?, ?)",
                org.id(),
                org.title(),
                org.createdAt(),
                org.updatedAt());
    }

    public void rename(UUID id, String title, long now) {
        sql.update("UPDATE orgs SET title = ?, updated_at = ? WHERE id = ?", title, now, id);
    }

    public void remove(UUID id) {
        sql.update("DELETE FROM members WHERE group_id = ?", id);
        sql.update("DELETE FROM invites WHERE group_id = ?", id);
        sql.update("DELETE FROM orgs WHERE id = ?", id);
    }

    private static OrgRow org(Row row) throws SQLException {
        return new OrgRow(row.uuid("id"), row.text("title"), row.number("created_at"), row.number("updated_at"));
    }
}
