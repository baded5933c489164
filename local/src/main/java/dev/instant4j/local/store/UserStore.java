package dev.instant4j.local.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Users and what they log in with. Secrets come as hashes. */
public final class UserStore {
    private final Sql sql;

    UserStore(Sql sql) {
        this.sql = sql;
    }

    public Optional<UserRow> byId(UUID id) {
        return sql.first("SELECT * FROM users WHERE id = ?", UserStore::user, id);
    }

    public Optional<UserRow> byEmail(String email) {
        return sql.first("SELECT * FROM users WHERE email = ?", UserStore::user, email);
    }

    /** Tells whether anyone has an account. */
    public boolean exist() {
        return sql.number("SELECT EXISTS (SELECT 1 FROM users) AS n") > 0;
    }

    public void add(UserRow user) {
        sql.update(
                "INSERT INTO users (id, email, created_at) VALUES (?, ?, ?)",
                user.id(),
                user.email(),
                user.createdAt());
    }

    /** Returns who logged in with a token. */
    public Optional<UserRow> byLogin(String hash) {
        return sql.first(
                "SELECT users.* FROM users JOIN login_tokens ON user_id = users.id WHERE hash = ?",
                UserStore::user,
                hash);
    }

    public void addLogin(String hash, UUID user, long now) {
        sql.update("INSERT INTO login_tokens (hash, user_id, created_at) VALUES (?, ?, ?)", hash, user, now);
    }

    public void removeLogin(String hash) {
        sql.update("DELETE FROM login_tokens WHERE hash = ?", hash);
    }

    /** A personal access token without its secret. */
    public record PersonalToken(UUID id, UUID user, String name, long createdAt) {}

    /** Returns who made a personal access token. */
    public Optional<UserRow> byPersonalToken(String hash) {
        return sql.first(
                "SELECT users.* FROM users JOIN personal_tokens ON user_id = users.id WHERE hash = ?",
                UserStore::user,
                hash);
    }

    public void addPersonalToken(PersonalToken token, String hash) {
        sql.update(
                "INSERT INTO personal_tokens (id, hash, user_id, name, created_at) VALUES (?, ?, ?, ?, ?)",
                token.id(),
                hash,
                token.user(),
                token.name(),
                token.createdAt());
    }

    public List<PersonalToken> personalTokens(UUID user) {
        return sql.list(
                "SELECT id, user_id, name, created_at FROM personal_tokens WHERE user_id = ? ORDER BY created_at, id",
                row -> new PersonalToken(
                        row.uuid("id"), row.uuid("user_id"), row.text("name"), row.number("created_at")),
                user);
    }

    public void removePersonalToken(UUID user, UUID id) {
        sql.update("DELETE FROM personal_tokens WHERE user_id = ? AND id = ?", user, id);
    }

    /**
     * An access token of platform OAuth without its secret.
     *
     * @param scopes separated by spaces
     * @param expiresAt epoch milliseconds
     * @param client which program it was made for; null if for none
     * @param refreshHash the refresh token it was made from; null if from none
     */
    public record PlatformToken(
            UUID user,
            String scopes,
            long expiresAt,
            @Nullable UUID client,
            @Nullable String refreshHash) {}

    public Optional<PlatformToken> platformToken(String hash) {
        return sql.first(
                "SELECT * FROM platform_tokens WHERE hash = ?",
                row -> new PlatformToken(
                        row.uuid("user_id"),
                        row.text("scopes"),
                        row.number("expires_at"),
                        row.uuidOrNull("client_id"),
                        row.textOrNull("refresh_hash")),
                hash);
    }

    public void addPlatformToken(PlatformToken token, String hash, long now) {
        sql.update(
                "INSERT INTO platform_tokens (hash, user_id, scopes, created_at, expires_at, client_id, refresh_hash)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                hash,
                token.user(),
                token.scopes(),
                now,
                token.expiresAt(),
                token.client(),
                token.refreshHash());
    }

    public void removePlatformToken(String hash) {
        sql.update("DELETE FROM platform_tokens WHERE hash = ?", hash);
    }

    /**
     * A code that was mailed.
     *
     * @param createdAt epoch milliseconds
     */
    public record MagicCode(String hash, long createdAt) {}

    public Optional<MagicCode> magicCode(String email) {
        return sql.first(
                "SELECT hash, created_at FROM magic_codes WHERE email = ?",
                row -> new MagicCode(row.text("hash"), row.number("created_at")),
                email);
    }

    /** Keeps the newest code of an address. */
    public void setMagicCode(String email, MagicCode code) {
        sql.update(
                "INSERT OR REPLACE INTO magic_codes (email, hash, created_at) VALUES (?, ?, ?)",
                email,
                code.hash(),
                code.createdAt());
    }

    public void removeMagicCode(String email) {
        sql.update("DELETE FROM magic_codes WHERE email = ?", email);
    }

    private static UserRow user(Row row) throws SQLException {
        return new UserRow(row.uuid("id"), row.text("email"), row.number("created_at"));
    }
}
