package dev.instant4j.local.store;

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
}
