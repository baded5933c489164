package dev.instant4j.local.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rules of apps. */
public final class RuleStore {
    private final Sql sql;

    RuleStore(Sql sql) {
        this.sql = sql;
    }

    /** Returns the rules of an app, if any were ever set. */
    public Optional<RuleRow> of(UUID app) {
        return sql.first(
                "SELECT code, version FROM rules WHERE app_id = ?",
                row -> new RuleRow(row.text("code"), (int) row.number("version")),
                app);
    }

    public void set(UUID app, RuleRow rules, long now) {
        sql.update(
                "INSERT OR REPLACE INTO rules (app_id, code, version, created_at) VALUES (?, ?, ?, ?)",
                app,
                rules.code(),
                rules.version(),
                now);
    }

    /**
     * A version of rules that was replaced.
     *
     * @param edits JSON text: what leads back to the version before
     * @param createdAt epoch milliseconds
     */
    public record Version(int version, String edits, long createdAt) {}

    public void addVersion(UUID app, Version version) {
        sql.update(
                "INSERT INTO rule_versions (app_id, version, edits, created_at) VALUES (?, ?, ?, ?)",
                app,
                version.version(),
                version.edits(),
                version.createdAt());
    }

    /** Returns the newest versions, the newest first. */
    public List<Version> versions(UUID app, int limit) {
        return sql.list(
                "SELECT version, edits, created_at FROM rule_versions WHERE app_id = ? ORDER BY version DESC LIMIT ?",
                row -> new Version((int) row.number("version"), row.text("edits"), row.number("created_at")),
                app,
                limit);
    }
}
