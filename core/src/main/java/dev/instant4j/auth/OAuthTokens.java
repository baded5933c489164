package dev.instant4j.auth;

import dev.instant4j.model.Token;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

import static java.util.Collections.unmodifiableSet;

/**
 * What a platform hands out to an OAuth client.
 *
 * @param access lets its bearer act for the user
 * @param maybeRefresh gets another access token; null when a token is renewed, and for clients without a secret
 * @param expiresAt when the access token ends
 * @param scopes what it is good for; words that this client does not know are left out
 */
public record OAuthTokens(Token access, @Nullable Token maybeRefresh, Instant expiresAt, Set<Scope> scopes) {

    public OAuthTokens {
        scopes = unmodifiableSet(new TreeSet<>(scopes));
    }

    /** Returns what gets another access token, if one was handed out. */
    public Optional<Token> refresh() {
        return Optional.ofNullable(maybeRefresh);
    }
}
