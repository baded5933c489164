package dev.instant4j.auth;

import dev.instant4j.model.OAuthClientId;
import dev.instant4j.model.Token;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A program that users can let act for them, as a platform knows it.
 *
 * @param id given by the platform
 * @param maybeSecret proves that it is the program; null for one that can't keep a secret
 * @param redirectUri where users come back to, exactly as registered
 */
public record OAuthClient(OAuthClientId id, @Nullable Token maybeSecret, URI redirectUri) {

    /** Returns a client that keeps a secret on a server, and so can renew tokens. */
    public static OAuthClient confidential(OAuthClientId id, Token secret, URI redirectUri) {
        return new OAuthClient(id, secret, redirectUri);
    }

    /** Returns a client without a secret: it proves itself by PKCE and can't renew tokens. */
    public static OAuthClient open(OAuthClientId id, URI redirectUri) {
        return new OAuthClient(id, null, redirectUri);
    }

    /** Returns what proves that it is the program, if it can keep a secret. */
    public Optional<Token> secret() {
        return Optional.ofNullable(maybeSecret);
    }
}
