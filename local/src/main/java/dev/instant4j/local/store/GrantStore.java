package dev.instant4j.local.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What leads from a user's consent to tokens of a program. Secrets come as hashes. */
public final class GrantStore {
    private final Sql sql;

    GrantStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * What a program asks of a user.
     *
     * @param redirectUri where the user comes back to
     * @param scopes separated by spaces
     * @param challenge what the code will be proved by; null if by a secret only
     * @param challengeMethod S256 or plain; null without a challenge
     */
    public record Request(
            UUID client,
            String redirectUri,
            String scopes,
            @Nullable String challenge,
            @Nullable String challengeMethod) {}

    /**
     * Someone whom a program has sent here.
     *
     * @param cookieHash what the browser was given
     * @param state comes back to the program as it is
     * @param user who has seen what is asked; null while nobody has
     * @param grantHash what they were given to answer with
     * @param createdAt epoch milliseconds
     */
    public record Redirect(
            Request request,
            String cookieHash,
            String state,
            @Nullable UUID user,
            @Nullable String grantHash,
            long createdAt) {}

    /**
     * What a program can turn into tokens once.
     *
     * @param createdAt epoch milliseconds
     */
    public record Code(Request request, UUID user, long createdAt) {}

    /**
     * What a program gets other access tokens with.
     *
     * @param scopes separated by spaces
     */
    public record RefreshToken(UUID client, UUID user, String scopes) {}

    public void addRedirect(String hash, Redirect redirect) {
        Request request = redirect.request();
        sql.update(
                "INSERT INTO oauth_redirects (hash, client_id, cookie_hash, state, redirect_uri, scopes, challenge,"
                        + " challenge_method, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                hash,
                request.client(),
                redirect.cookieHash(),
                redirect.state(),
                request.redirectUri(),
                request.scopes(),
                request.challenge(),
                request.challengeMethod(),
                redirect.createdAt());
    }

    public Optional<Redirect> redirect(String hash) {
        return sql.first("SELECT * FROM oauth_redirects WHERE hash = ?", GrantStore::redirect, hash);
    }

    /** Keeps who has seen what is asked, and what they were given to answer with. */
    public void claim(String hash, UUID user, String grantHash) {
        sql.update("UPDATE oauth_redirects SET user_id = ?, grant_hash = ? WHERE hash = ?", user, grantHash, hash);
    }

    public void removeRedirect(String hash) {
        sql.update("DELETE FROM oauth_redirects WHERE hash = ?", hash);
    }

    public void addCode(String hash, Code code) {
        Request request = code.request();
        sql.update(
                "INSERT INTO oauth_codes (hash, client_id, user_id, redirect_uri, scopes, challenge, challenge_method,"
                        + " created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                hash,
                request.client(),
                code.user(),
                request.redirectUri(),
                request.scopes(),
                request.challenge(),
                request.challengeMethod(),
                code.createdAt());
    }

    /** Returns a code, which is gone from now on. */
    public Optional<Code> takeCode(String hash) {
        Optional<Code> code = sql.first(
                "SELECT * FROM oauth_codes WHERE hash = ?",
                row -> new Code(request(row), row.uuid("user_id"), row.number("created_at")),
                hash);
        sql.update("DELETE FROM oauth_codes WHERE hash = ?", hash);
        return code;
    }

    public void addRefreshToken(String hash, RefreshToken token, long now) {
        sql.update(
                "INSERT INTO oauth_refresh_tokens (hash, client_id, user_id, scopes, created_at) VALUES (?, ?, ?, ?, ?)",
                hash,
                token.client(),
                token.user(),
                token.scopes(),
                now);
    }

    public Optional<RefreshToken> refreshToken(String hash) {
        return sql.first(
                "SELECT client_id, user_id, scopes FROM oauth_refresh_tokens WHERE hash = ?",
                row -> new RefreshToken(row.uuid("client_id"), row.uuid("user_id"), row.text("scopes")),
                hash);
    }

    /** Forgets all but the newest refresh tokens of a user and client, with the access tokens made from them. */
    public void keepNewest(int count, UUID client, UUID user) {
        sql.update(
                "DELETE FROM oauth_refresh_tokens WHERE hash IN (SELECT hash FROM oauth_refresh_tokens"
                        + " WHERE client_id = ? AND user_id = ? ORDER BY created_at DESC, rowid DESC LIMIT -1 OFFSET ?)",
                client,
                user,
                count);
    }

    /** Removes a refresh token and the access tokens made from it. */
    public void removeRefreshToken(String hash) {
        sql.update("DELETE FROM oauth_refresh_tokens WHERE hash = ?", hash);
    }

    /** Removes everything by which a program can act for a user. */
    public void removeAll(UUID oauthApp, UUID user) {
        for (String table :
                new String[] {"oauth_refresh_tokens", "platform_tokens", "oauth_codes", "oauth_redirects"}) {
            sql.update(
                    "DELETE FROM " + table
                            + " WHERE user_id = ? AND client_id IN (SELECT id FROM oauth_clients WHERE oauth_app_id = ?)",
                    user,
                    oauthApp);
        }
    }

    /** Removes the redirects and codes that were made before a time. */
    public void forgetBefore(long time) {
        sql.update("DELETE FROM oauth_redirects WHERE created_at < ?", time);
        sql.update("DELETE FROM oauth_codes WHERE created_at < ?", time);
    }

    private static Redirect redirect(Row row) throws SQLException {
        return new Redirect(
                request(row),
                row.text("cookie_hash"),
                row.text("state"),
                row.uuidOrNull("user_id"),
                row.textOrNull("grant_hash"),
                row.number("created_at"));
    }

    private static Request request(Row row) throws SQLException {
        return new Request(
                row.uuid("client_id"),
                row.text("redirect_uri"),
                row.text("scopes"),
                row.textOrNull("challenge"),
                row.textOrNull("challenge_method"));
    }
}
