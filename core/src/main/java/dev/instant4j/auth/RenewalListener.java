package dev.instant4j.auth;

import io.vertx.core.Future;

/** Wants to know of new access tokens, such as to store them. */
@FunctionalInterface
public interface RenewalListener {

    /** Takes note of a new access token. Requests go on when the future completes. */
    Future<Void> renewed(OAuthTokens tokens);

    /** Returns a listener that does nothing. */
    static RenewalListener none() {
        return tokens -> Future.succeededFuture();
    }
}
