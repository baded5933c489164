package dev.instant4j.local.store;

import java.util.Optional;
import java.util.UUID;

/** Browsers that someone has signed in with, and how often codes were sent and tried. */
public final class SessionStore {
    private final Sql sql;

    SessionStore(Sql sql) {
        this.sql = sql;
    }

    public void add(String hash, UUID user, long now) {
        sql.update("INSERT INTO sessions (hash, user_id, created_at) VALUES (?, ?, ?)", hash, user, now);
    }

    /** Returns who has signed in with a browser since a time. */
    public Optional<UUID> user(String hash, long since) {
        return sql.first(
                "SELECT user_id FROM sessions WHERE hash = ? AND created_at >= ?",
                row -> row.uuid("user_id"),
                hash,
                since);
    }

    public void remove(String hash) {
        sql.update("DELETE FROM sessions WHERE hash = ?", hash);
    }

    /** Removes the sessions that were begun before a time. */
    public void forgetBefore(long time) {
        sql.update("DELETE FROM sessions WHERE created_at < ?", time);
    }

    /** Returns how often something was done for an address since a time; older attempts are forgotten. */
    public long attempts(String email, String kind, long since) {
        sql.update("DELETE FROM code_attempts WHERE created_at < ?", since);
        return sql.number("SELECT count(*) AS n FROM code_attempts WHERE email = ? AND kind = ?", email, kind);
    }

    public void addAttempt(String email, String kind, long now) {
        sql.update("INSERT INTO code_attempts (email, kind, created_at) VALUES (?, ?, ?)", email, kind, now);
    }
}
