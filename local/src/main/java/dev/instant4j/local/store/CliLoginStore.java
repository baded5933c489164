package dev.instant4j.local.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Logins that a command line has asked for. */
public final class CliLoginStore {
    private final Sql sql;

    CliLoginStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * A login in progress.
     *
     * @param userId who accepted it; null while nobody has
     * @param state waiting, accepted, denied or used
     * @param createdAt epoch milliseconds
     */
    public record CliLogin(UUID id, UUID ticket, @Nullable UUID userId, String state, long createdAt) {}

    public void add(CliLogin login, String secretHash) {
        sql.update(
                "INSERT INTO cli_logins (id, secret_hash, ticket, user_id, state, created_at) VALUES (?, ?, ?, ?, ?, ?)",
                login.id(),
                secretHash,
                login.ticket(),
                login.userId(),
                login.state(),
                login.createdAt());
    }

    public Optional<CliLogin> bySecret(String hash) {
        return sql.first("SELECT * FROM cli_logins WHERE secret_hash = ?", CliLoginStore::login, hash);
    }

    public Optional<CliLogin> byTicket(UUID ticket) {
        return sql.first("SELECT * FROM cli_logins WHERE ticket = ?", CliLoginStore::login, ticket);
    }

    /** Decides a login that waits; one that does not stays as it is. */
    public void decide(UUID ticket, UUID user, String state) {
        sql.update(
                "UPDATE cli_logins SET user_id = ?, state = ? WHERE ticket = ? AND state = 'waiting'",
                user,
                state,
                ticket);
    }

    public void setState(UUID id, String state) {
        sql.update("UPDATE cli_logins SET state = ? WHERE id = ?", state, id);
    }

    private static CliLogin login(Row row) throws SQLException {
        return new CliLogin(
                row.uuid("id"),
                row.uuid("ticket"),
                row.uuidOrNull("user_id"),
                row.text("state"),
                row.number("created_at"));
    }
}
